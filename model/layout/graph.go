package layout

import (
	"cmp"
	"slices"
)

// graph is the map in layers: every item is a card or a lane, and every segment joins
// two neighbouring layers.
type graph struct {
	layers  [][]int32 // the items of each column, in their present order
	column  []int32   // item → its layer
	pos     []int32   // item → its place in its layer
	left    [][]int32 // item → items it is joined to in the layer before
	right   [][]int32 // item → items it is joined to in the layer after
	group   []int32   // item → its group in its layer, 0 if none; see Options.Together
	cards   int       // items below are cards, by node; the others are lanes
	chains  [][]int32 // link → its items from left to right; nil if it cannot be drawn
	keep    bool
	fixed   []bool // item → it keeps its place among those that do
	tied    []bool // layer → some of its cards are fixed
	grouped bool
	alone   []bool // group → it has one card only

	tree   []int32 // scratch for counting
	bench  bench
	effort int64 // segments looked at so far
}

func newGraph(nodes []Node, links []Link, columns int, options Options) *graph {
	g := &graph{layers: make([][]int32, columns), cards: len(nodes), keep: options.Keep, grouped: options.Together && !options.Keep}
	byID := make(map[string]int32, len(nodes))
	g.tied = make([]bool, columns)
	for i, n := range nodes {
		column := min(max(n.Column, 1), columns) - 1
		fixed := n.Fixed || options.Keep
		g.fixed[g.add(column)] = fixed
		g.tied[column] = g.tied[column] || fixed
		byID[n.ID] = int32(i)
	}
	g.chains = make([][]int32, len(links))
	for i, l := range links {
		from, ok := byID[l.From]
		to, ok2 := byID[l.To]
		if ok && ok2 && g.column[from] < g.column[to] {
			g.chains[i] = g.chain(from, to)
		}
	}
	g.fillGroups(nodes)
	return g
}

func (g *graph) add(column int) int32 {
	item := int32(len(g.pos))
	g.fixed = append(g.fixed, false)
	g.pos = append(g.pos, int32(len(g.layers[column])))
	g.column = append(g.column, int32(column))
	g.layers[column] = append(g.layers[column], item)
	g.left, g.right = append(g.left, nil), append(g.right, nil)
	return item
}

// chain joins two cards by way of a lane in every column between them.
func (g *graph) chain(from, to int32) []int32 {
	items := []int32{from}
	for column := g.column[from] + 1; column < g.column[to]; column++ {
		items = append(items, g.add(int(column)))
	}
	items = append(items, to)
	for i := 1; i < len(items); i++ {
		g.right[items[i-1]] = append(g.right[items[i-1]], items[i])
		g.left[items[i]] = append(g.left[items[i]], items[i-1])
	}
	return items
}

func (g *graph) fillGroups(nodes []Node) {
	g.group = make([]int32, len(g.pos))
	g.alone = []bool{true}
	if !g.grouped {
		return
	}
	type key struct {
		column int32
		name   string
	}
	known := map[key]int32{}
	for i, n := range nodes {
		if n.Group == "" || g.tied[g.column[i]] {
			continue // a person’s own order goes before the groups
		}
		k := key{g.column[i], n.Group}
		if number, ok := known[k]; ok {
			g.group[i], g.alone[number] = number, false
			continue
		}
		known[k] = int32(len(g.alone))
		g.group[i] = known[k]
		g.alone = append(g.alone, true)
	}
}

func (g *graph) lane(item int32) bool { return int(item) >= g.cards }

// maySwap tells whether two neighbours may change places. Lanes may always pass; cards
// not if a person ordered them, nor if it would pull a group apart.
func (g *graph) maySwap(u, v int32) bool {
	switch {
	case g.lane(u) || g.lane(v):
		return true
	case g.fixed[u] && g.fixed[v]:
		return false
	}
	a, b := g.group[u], g.group[v]
	return a == b || g.alone[a] && g.alone[b]
}

// setLayer puts a layer into an order.
func (g *graph) setLayer(layer []int32) {
	for i, item := range layer {
		g.pos[item] = int32(i)
	}
}

// sortBy orders a layer by a key, equal keys as they stand. Cards of a group stay
// together at the mean of their keys; cards in a person’s own order keep it.
func (g *graph) sortBy(layer []int32, key []float64) {
	if len(layer) > 0 && g.tied[g.column[layer[0]]] {
		g.mergeFree(layer, key)
		return
	}
	mean := key
	if g.grouped {
		mean = g.groupMeans(layer, key)
	}
	slices.SortFunc(layer, func(a, b int32) int {
		if g.grouped && g.group[a] != g.group[b] {
			return cmp.Or(cmp.Compare(mean[a], mean[b]), cmp.Compare(g.group[a], g.group[b]), cmp.Compare(g.pos[a], g.pos[b]))
		}
		return cmp.Or(cmp.Compare(key[a], key[b]), cmp.Compare(g.pos[a], g.pos[b]))
	})
	g.setLayer(layer)
}

func (g *graph) groupMeans(layer []int32, key []float64) []float64 {
	sum, count := make([]float64, len(g.alone)), make([]float64, len(g.alone))
	for _, item := range layer {
		sum[g.group[item]] += key[item]
		count[g.group[item]]++
	}
	mean := slices.Clone(key)
	for _, item := range layer {
		if group := g.group[item]; group != 0 {
			mean[item] = sum[group] / count[group]
		}
	}
	return mean
}

// mergeFree puts lanes and cards that are free where their keys say, between the fixed
// cards, which stay in order.
func (g *graph) mergeFree(layer []int32, key []float64) {
	var fixed, free []int32
	for _, item := range layer {
		if g.fixed[item] {
			fixed = append(fixed, item)
		} else {
			free = append(free, item)
		}
	}
	slices.SortStableFunc(free, func(a, b int32) int { return cmp.Compare(key[a], key[b]) })
	merged := layer[:0]
	for _, card := range fixed {
		for len(free) > 0 && key[free[0]] < key[card] {
			merged, free = append(merged, free[0]), free[1:]
		}
		merged = append(merged, card)
	}
	g.setLayer(append(merged, free...))
}
