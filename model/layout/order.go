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

// How much is tried. Work is counted in segments looked at, so that the effort, and
// with it the result, is the same on every machine.
const (
	work      = 400_000 // about so many segments are looked at in all starts
	mostStart = 40
	sweeps    = 24 // at most, from one start
	patience  = 5  // sweeps without a better order before a start is given up
	reach     = 60 // how far an item is sifted on a large map
)

// arrange puts all layers into an order with few crossings: several starts, each
// improved by sweeps, the best one kept and sifted. The first start is the order of
// the list, and a later one must be better to win.
func (g *graph) arrange() {
	segments := 0
	for _, neighbours := range g.right {
		segments += len(neighbours)
	}
	starts := min(max(work/(sweeps*(segments+1)), 3), mostStart)
	small := starts > 3
	var best order
	for start := range starts {
		g.begin(start)
		found := g.improve()
		if small || g.keep {
			found = g.settle(found, len(g.pos))
		}
		if start == 0 || found.crossings < best.crossings {
			best = found
		}
		if best.crossings == 0 || g.keep {
			break
		}
	}
	if !small {
		best = g.settle(best, reach)
	}
	g.restore(best)
}

// settle sifts until nothing gets better.
func (g *graph) settle(found order, reach int) order {
	g.restore(found)
	for range 12 {
		gain := g.sift(reach)
		found.crossings -= gain
		if gain == 0 {
			break
		}
	}
	return g.remember(found.crossings)
}

// begin sets up a start: the order of the list, then as found by walking the links
// from the left and from the right, then by chance with a fixed seed.
func (g *graph) begin(start int) {
	for _, layer := range g.layers {
		slices.Sort(layer)
		g.setLayer(layer)
	}
	key := make([]float64, len(g.pos))
	switch start {
	case 0:
		g.listKeys(key)
	case 1:
		g.walkKeys(key, g.layers[0], g.right, g.left)
	case 2:
		g.walkKeys(key, g.layers[len(g.layers)-1], g.left, g.right)
	default:
		chance := rand.New(rand.NewPCG(uint64(start), 1))
		for i := range key {
			key[i] = chance.Float64()
		}
	}
	for _, layer := range g.layers {
		g.sortBy(layer, key)
	}
}

// listKeys places cards as in their list, and lanes on the straight way between the
// ends of their link.
func (g *graph) listKeys(key []float64) {
	seen, cards := make([]int, len(g.layers)), make([]int, len(g.layers))
	for item := range g.cards {
		cards[g.column[item]]++
	}
	for item := range g.cards {
		column := g.column[item]
		key[item] = (float64(seen[column]) + 0.5) / float64(cards[column])
		seen[column]++
	}
	for _, chain := range g.chains {
		for i := 1; i+1 < len(chain); i++ {
			from, to := key[chain[0]], key[chain[len(chain)-1]]
			key[chain[i]] = from + (to-from)*float64(i)/float64(len(chain)-1)
		}
	}
}

// walkKeys numbers items in the order a walk along the links reaches them.
func (g *graph) walkKeys(key []float64, first []int32, ahead, back [][]int32) {
	reached := make([]bool, len(g.pos))
	next := 0
	var stack []int32
	walk := func(from int32) {
		stack = append(stack[:0], from)
		for len(stack) > 0 {
			item := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if reached[item] {
				continue
			}
			reached[item] = true
			key[item] = float64(next)
			next++
			for _, list := range [][]int32{back[item], ahead[item]} {
				for _, n := range slices.Backward(list) {
					if !reached[n] {
						stack = append(stack, n)
					}
				}
			}
		}
	}
	for _, item := range first {
		walk(item)
	}
	for item := range g.pos {
		walk(int32(item))
	}
}

// improve sweeps to and fro over the layers and gives the best order on the way.
func (g *graph) improve() order {
	best := g.remember(g.crossings())
	if g.keep {
		return best
	}
	key := make([]float64, len(g.pos))
	stale := 0
	for sweep := range sweeps {
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
		g.transpose(4, sweep%4 == 3)
		if now := g.crossings(); now < best.crossings {
			best, stale = g.remember(now), 0
		} else if stale++; stale > patience {
			break
		}
		if best.crossings == 0 {
			break
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
