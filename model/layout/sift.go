package layout

import "slices"

// exchange gives how many crossings more there would be if u stood after v, its lower
// neighbour, instead of before it. The neighbours of both must be sorted.
func (g *graph) exchange(u, v int32) int {
	return g.exchangeOn(g.left[u], g.left[v]) + g.exchangeOn(g.right[u], g.right[v])
}

func (g *graph) exchangeOn(u, v []int32) int {
	if len(u) == 0 || len(v) == 0 {
		return 0
	}
	if g.pos[u[len(u)-1]] < g.pos[v[0]] { // the commonest case: nothing crosses now
		return len(u) * len(v)
	}
	// A pair (a of u, b of v) crosses now if a stands below b, and after the exchange
	// if it stands above. While a grows, both bounds in v only move on.
	difference, below, upTo := 0, 0, 0
	for _, a := range u {
		p := g.pos[a]
		for below < len(v) && g.pos[v[below]] < p {
			below++
		}
		for upTo < len(v) && g.pos[v[upTo]] <= p {
			upTo++
		}
		difference += len(v) - upTo - below
	}
	return difference
}

// sortNeighbours brings the neighbours of a layer’s items into their present order.
func (g *graph) sortNeighbours(l int) {
	for _, item := range g.layers[l] {
		g.sortItems(g.left[item])
		g.sortItems(g.right[item])
	}
}

// sortItems brings items of one layer into their present order. Most lists are short
// and nearly sorted.
func (g *graph) sortItems(items []int32) {
	if len(items) > 40 {
		slices.SortFunc(items, func(a, b int32) int { return int(g.pos[a] - g.pos[b]) })
		return
	}
	for i := 1; i < len(items); i++ {
		for j := i; j > 0 && g.pos[items[j-1]] > g.pos[items[j]]; j-- {
			items[j-1], items[j] = items[j], items[j-1]
		}
	}
}

func (g *graph) swap(layer []int32, i int) {
	layer[i], layer[i+1] = layer[i+1], layer[i]
	g.pos[layer[i]], g.pos[layer[i+1]] = int32(i), int32(i+1)
}

// transpose exchanges neighbours while that makes fewer crossings, at most so many
// rounds, and gives how many crossings went. With even set, a first round exchanges
// neighbours that cross as often either way, to get out of a dead end.
func (g *graph) transpose(rounds int, even bool) int {
	gain := 0
	for l := range g.layers {
		g.sortNeighbours(l)
		layer := g.layers[l]
		for round := range rounds {
			before := gain
			for i := 0; i+1 < len(layer); i++ {
				u, v := layer[i], layer[i+1]
				if d := g.exchange(u, v); (d < 0 || d == 0 && even && round == 0) && g.maySwap(u, v) {
					g.swap(layer, i)
					gain -= d
				}
			}
			if gain == before && !(even && round == 0) {
				break
			}
		}
	}
	return gain
}

// sift takes each item of each layer out and puts it back, within reach of its place,
// where it makes fewest crossings. It gives how many crossings went.
func (g *graph) sift(reach int) int {
	gain := 0
	for l := range g.layers {
		g.sortNeighbours(l)
		items := append([]int32(nil), g.layers[l]...)
		for _, item := range items {
			gain += g.siftOne(g.layers[l], item, reach)
		}
	}
	return gain
}

func (g *graph) siftOne(layer []int32, item int32, reach int) int {
	at := int(g.pos[item])
	best, to := 0, at
	sum := 0
	for i := at; i+1 < len(layer) && i < at+reach && g.maySwap(item, layer[i+1]); i++ {
		if sum += g.exchange(item, layer[i+1]); sum < best {
			best, to = sum, i+1
		}
	}
	sum = 0
	for i := at; i > 0 && i > at-reach && g.maySwap(layer[i-1], item); i-- {
		if sum += g.exchange(layer[i-1], item); sum < best {
			best, to = sum, i-1
		}
	}
	for ; at < to; at++ {
		g.swap(layer, at)
	}
	for ; at > to; at-- {
		g.swap(layer, at-1)
	}
	return -best
}
