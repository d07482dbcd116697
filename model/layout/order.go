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

// care is how much is tried. Effort is counted in segments looked at, not in time, so
// that the result is the same on every machine.
type care struct {
	starts  int   // first orders
	settled int   // of these, the best are sifted
	shaken  int   // and of those, the best are shaken
	enough  int64 // segments looked at, after which nothing new is begun
}

// A map that people read as a whole gets more care than one so large that nobody
// follows its links by eye, where time counts more.
var (
	small = care{starts: 30, settled: 10, shaken: 2, enough: 12_000_000}
	large = care{starts: 4, settled: 4, shaken: 1, enough: 2_500_000}
)

const (
	smallUpTo = 700  // segments
	patience  = 6    // sweeps without a better order before a start is given up
	shakes    = 300  // at most, of one order
	wideReach = 250  // how far an item is sifted on a large map
	astray    = 1.01 // how much worse than the best an order may be to be shaken on
)

// takeCare says how much is tried for this map.
func (g *graph) takeCare() care {
	segments := 0
	for _, chain := range g.chains {
		segments += max(0, len(chain)-1)
	}
	if segments <= smallUpTo {
		return small
	}
	return large
}

// arrange puts all layers into an order with few crossings: several starts, each
// improved by sweeps and, where it may win, sifted; then the best are shaken and
// improved again, as often as effort allows. The first start is the order of the list,
// and what comes later must be better to win.
func (g *graph) arrange() {
	c := g.takeCare()
	found := make([]order, 0, c.starts)
	for start := range c.starts {
		g.begin(start)
		found = append(found, g.sweep())
		if found[start].crossings == 0 || g.keep {
			break
		}
	}
	byCrossings := func(a, b order) int { return a.crossings - b.crossings }
	slices.SortStableFunc(found, byCrossings)
	for i := range found {
		if i > 0 && (i >= c.settled || g.effort > c.enough/2) {
			found = found[:i]
			break
		}
		g.restore(found[i])
		if settled := g.settle(found[i].crossings, 4, c); settled.crossings < found[i].crossings {
			found[i] = settled
		}
	}
	slices.SortStableFunc(found, byCrossings)
	found = found[:min(len(found), c.shaken)]
	best, spent, left := found[0], g.effort, max(0, c.enough-g.effort)
	for i, from := range found {
		until := spent + left*int64(i+1)/int64(len(found))
		if got := g.shaken(from, until, c); got.crossings < best.crossings {
			best = got
		}
	}
	g.restore(best)
}

// shaken tries to better an order by shaking it and sifting it anew, until so much
// effort is spent. It goes on from an order that is nearly as good as the best, too: the
// way to a better one may lead over it.
func (g *graph) shaken(best order, until int64, c care) order {
	chance := rand.New(rand.NewPCG(1, 1))
	present := best
	for range shakes {
		if best.crossings == 0 || g.keep || g.effort > until {
			break
		}
		g.restore(present)
		g.shake(chance)
		found := g.settle(g.crossings(), 12, c)
		if float64(found.crossings) <= astray*float64(best.crossings) {
			present = found
		}
		if found.crossings < best.crossings {
			best = found
		}
	}
	return best
}

// settle sifts until nothing gets better, at most so many rounds.
func (g *graph) settle(crossings, rounds int, c care) order {
	for range rounds {
		gain := g.sift(wideReach)
		crossings -= gain
		if gain == 0 || g.effort > 2*c.enough {
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
