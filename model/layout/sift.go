package layout

import "slices"

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

// bench holds, while one layer is worked on, where the neighbours of its items stand,
// and the cost of every exchange that was asked for.
type bench struct {
	left, right [][]int32 // by place at the beginning, sorted places of neighbours
	places      []int32
	cost        []int32 // of exchanging two items, by their places at the beginning
	at          []int32 // item → its place at the beginning
	size        int
}

// unknown marks an exchange that was not asked for yet.
const unknown = int32(-1 << 31)

// mostRemembered is the size of a layer up to which exchanges are remembered.
const mostRemembered = 900

// lay puts a layer on the bench.
func (g *graph) lay(l int) {
	g.sortNeighbours(l)
	b, layer := &g.bench, g.layers[l]
	b.size = len(layer)
	b.left, b.right, b.places = b.left[:0], b.right[:0], b.places[:0]
	if len(b.at) < len(g.pos) {
		b.at = make([]int32, len(g.pos))
	}
	room := 0
	for i, item := range layer {
		b.at[item] = int32(i)
		room += len(g.left[item]) + len(g.right[item])
	}
	b.places = slices.Grow(b.places, room)
	take := func(items []int32) []int32 {
		from := len(b.places)
		for _, item := range items {
			b.places = append(b.places, g.pos[item])
		}
		return b.places[from:]
	}
	for _, item := range layer {
		b.left = append(b.left, take(g.left[item]))
		b.right = append(b.right, take(g.right[item]))
	}
	if b.size > mostRemembered {
		return
	}
	b.cost = slices.Grow(b.cost[:0], b.size*b.size)[:b.size*b.size]
	for i := range b.cost {
		b.cost[i] = unknown
	}
}

// exchange gives how many crossings more there would be if u stood after v, its lower
// neighbour on the bench, instead of before it.
func (g *graph) exchange(u, v int32) int {
	b := &g.bench
	i, j := int(b.at[u]), int(b.at[v])
	if b.size > mostRemembered {
		g.effort += int64(len(b.left[i]) + len(b.left[j]) + len(b.right[i]) + len(b.right[j]))
		return exchangeOn(b.left[i], b.left[j]) + exchangeOn(b.right[i], b.right[j])
	}
	known := &b.cost[i*b.size+j]
	if *known == unknown {
		g.effort += int64(len(b.left[i]) + len(b.left[j]) + len(b.right[i]) + len(b.right[j]))
		*known = int32(exchangeOn(b.left[i], b.left[j]) + exchangeOn(b.right[i], b.right[j]))
		b.cost[j*b.size+i] = -*known
	}
	return int(*known)
}

// exchangeOn compares one side. A pair (a of u, b of v) crosses now if a stands below
// b, and after the exchange if it stands above. While a grows, both bounds in v only
// move on.
func exchangeOn(u, v []int32) int {
	if len(u) == 0 || len(v) == 0 {
		return 0
	}
	if u[len(u)-1] < v[0] { // the commonest case: nothing crosses now
		return len(u) * len(v)
	}
	difference, below, upTo := 0, 0, 0
	for _, a := range u {
		for below < len(v) && v[below] < a {
			below++
		}
		for upTo < len(v) && v[upTo] <= a {
			upTo++
		}
		difference += len(v) - upTo - below
	}
	return difference
}

// sift takes each item of each layer out and puts it back, within reach of its place,
// where it makes fewest crossings. It gives how many crossings went.
func (g *graph) sift(reach int) int {
	gain := 0
	for l := range g.layers {
		gain += g.siftLayer(l, reach)
	}
	return gain
}

func (g *graph) siftLayer(l, reach int) int {
	g.lay(l)
	items := slices.Clone(g.layers[l])
	gain := 0
	for range 4 {
		before := gain
		for _, item := range items {
			gain += g.siftItem(g.layers[l], item, reach)
		}
		if gain == before || g.bench.size > mostRemembered {
			break
		}
	}
	return gain
}

func (g *graph) siftItem(layer []int32, item int32, reach int) int {
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
	g.move(layer, at, to)
	return -best
}

// move takes the item at a place to another place of its layer.
func (g *graph) move(layer []int32, at, to int) {
	item := layer[at]
	for ; at < to; at++ {
		layer[at] = layer[at+1]
		g.pos[layer[at]] = int32(at)
	}
	for ; at > to; at-- {
		layer[at] = layer[at-1]
		g.pos[layer[at]] = int32(at)
	}
	layer[to] = item
	g.pos[item] = int32(to)
}
