package layout

import (
	"math/rand/v2"
	"slices"
)

// begin puts the layers into a first order to improve from: that of the list, then as
// neighbours follow one another from one end of the map, then as found by walking the
// links from the left and from the right; and then any, always the same.
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
		g.waveKeys(key)
	case 2:
		g.walkKeys(key, g.layers[0], g.right, g.left)
	case 3:
		g.walkKeys(key, g.layers[len(g.layers)-1], g.left, g.right)
	default:
		chance := rand.New(rand.NewPCG(uint64(start), 2))
		for item := range key {
			key[item] = chance.Float64()
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

// waveKeys finds, in every part of the map that hangs together, an item at its far
// end, and numbers the others by how many links away they are. The numbers are then
// smoothed, so that an item comes to stand amid those it is joined to.
func (g *graph) waveKeys(key []float64) {
	seen := make([]int, len(g.pos)) // in which wave an item was last reached
	wave := 0
	spread := func(from int32) []int32 {
		wave++
		seen[from] = wave
		reached := []int32{from}
		for i := 0; i < len(reached); i++ {
			for _, list := range [][]int32{g.left[reached[i]], g.right[reached[i]]} {
				for _, next := range list {
					if seen[next] != wave {
						seen[next] = wave
						key[next] = key[reached[i]] + 1
						reached = append(reached, next)
					}
				}
			}
		}
		return reached
	}
	base := 0.0
	for item := range int32(len(g.pos)) {
		if seen[item] != 0 {
			continue
		}
		part := spread(item)
		part = spread(part[len(part)-1])
		end := part[len(part)-1]
		key[end] = base
		part = spread(end)
		base = key[part[len(part)-1]] + 10
		g.smooth(part, key)
	}
}

// smooth moves the keys of a part of the map towards those of their neighbours, and
// stretches them again to the width they had.
func (g *graph) smooth(part []int32, key []float64) {
	low, high := key[part[0]], key[part[len(part)-1]]
	for range 60 {
		least, most := high, low
		for _, item := range part {
			sum, n := key[item], 1
			for _, other := range g.left[item] {
				sum += key[other]
				n++
			}
			for _, other := range g.right[item] {
				sum += key[other]
				n++
			}
			key[item] = sum / float64(n)
			least, most = min(least, key[item]), max(most, key[item])
		}
		if most <= least {
			return
		}
		for _, item := range part {
			key[item] = low + (key[item]-least)*(high-low)/(most-least)
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
