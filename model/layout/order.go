package layout

import (
	"math/rand/v2"
	"slices"
)

// order is a remembered order of all layers with its crossings.
type order struct {
	layers    [][]int32
	crossings int
}

func (g *graph) remember(crossings int) order {
	o := order{crossings: crossings, layers: make([][]int32, len(g.layers))}
	for l, layer := range g.layers {
		o.layers[l] = slices.Clone(layer)
	}
	return o
}

func (g *graph) restore(o order) {
	for l, layer := range o.layers {
		copy(g.layers[l], layer)
		g.setLayer(g.layers[l])
	}
}

// How much is tried. Effort is counted in segments looked at, not in time, so that the
// result is the same on every machine.
const (
	starts    = 4
	patience  = 6         // sweeps without a better order before a start is given up
	shakes    = 300       // at most, after the starts
	enough    = 4_000_000 // segments looked at, after which nothing new is begun
	wideReach = 250       // how far an item is sifted on a large map
)

// arrange puts all layers into an order with few crossings: several starts, each
// improved by sweeps and, where it may win, sifted; then the best is shaken and
// improved again, as often as effort allows. The first start is the order of the list,
// and what comes later must be better to win.
func (g *graph) arrange() {
	found := make([]order, 0, starts)
	for start := range starts {
		g.begin(start)
		found = append(found, g.sweep())
		if found[start].crossings == 0 || g.keep {
			break
		}
	}
	slices.SortStableFunc(found, func(a, b order) int { return a.crossings - b.crossings })
	best := found[0]
	for i, candidate := range found {
		if i > 0 && g.effort > enough/2 {
			break
		}
		g.restore(candidate)
		if settled := g.settle(candidate.crossings, 4); settled.crossings < best.crossings {
			best = settled
		}
	}
	g.restore(g.shaken(best))
}

// shaken tries to better an order by shaking it and sifting it anew.
func (g *graph) shaken(best order) order {
	chance := rand.New(rand.NewPCG(1, 1))
	for range shakes {
		if best.crossings == 0 || g.keep || g.effort > enough {
			break
		}
		g.restore(best)
		g.shake(chance)
		if found := g.settle(g.crossings(), 12); found.crossings < best.crossings {
			best = found
		}
	}
	return best
}

// settle sifts until nothing gets better, at most so many rounds.
func (g *graph) settle(crossings, rounds int) order {
	for range rounds {
		gain := g.sift(wideReach)
		crossings -= gain
		if gain == 0 || g.effort > 2*enough {
			break
		}
	}
	return g.remember(crossings)
}

// shake moves every item by chance, at times a little and at times far, to leave an
// order that sifting alone cannot better.
func (g *graph) shake(chance *rand.Rand) {
	key := make([]float64, len(g.pos))
	far := chance.Float64()
	for _, layer := range g.layers {
		wide := 1 + float64(len(layer))*far*far*chance.Float64()
		for i, item := range layer {
			key[item] = float64(i) + wide*(chance.Float64()-0.5)
		}
		g.sortBy(layer, key)
	}
}

// sweep goes to and fro over the layers and gives the best order on the way.
func (g *graph) sweep() order {
	best := g.remember(g.crossings())
	if g.keep {
		return best
	}
	key := make([]float64, len(g.pos))
	for sweep, stale := 0, 0; stale < patience && best.crossings > 0; sweep++ {
		median := sweep%4 >= 2
		if sweep%2 == 0 {
			for l := 1; l < len(g.layers); l++ {
				g.sweepLayer(l, g.left, key, median)
			}
		} else {
			for l := len(g.layers) - 2; l >= 0; l-- {
				g.sweepLayer(l, g.right, key, median)
			}
		}
		stale++
		if now := g.crossings(); now < best.crossings {
			best, stale = g.remember(now), 0
		}
	}
	return best
}

// sweepLayer orders a layer by where its items’ neighbours on one side stand: at their
// mean (the barycentre) or their median. An item with none stays beside the one before it.
func (g *graph) sweepLayer(l int, neighbours [][]int32, key []float64, median bool) {
	layer := g.layers[l]
	previous := -1.0
	for _, item := range layer {
		if list := neighbours[item]; len(list) > 0 {
			if median {
				previous = g.median(list)
			} else {
				previous = g.mean(list)
			}
		}
		key[item] = previous
		g.effort += int64(len(neighbours[item]))
	}
	g.sortBy(layer, key)
}

func (g *graph) mean(items []int32) float64 {
	sum := 0
	for _, item := range items {
		sum += int(g.pos[item])
	}
	return float64(sum) / float64(len(items))
}

func (g *graph) median(items []int32) float64 {
	g.sortItems(items)
	half := len(items) / 2
	high := float64(g.pos[items[half]])
	if len(items)%2 == 1 {
		return high
	}
	return (float64(g.pos[items[half-1]]) + high) / 2
}
