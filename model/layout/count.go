package layout

import (
	"cmp"
	"slices"
)

// Crossings counts how often routes cross, exactly. Within a gap between columns all
// curves have the same shape, so two of them cross once if they change sides and never
// otherwise; level stretches have their own lanes and cross nothing.
func Crossings(routes []Route) int {
	type span struct{ from, to Point }
	gaps := map[float64][]span{}
	for _, route := range routes {
		for i := 0; i+1 < len(route); i += 2 {
			gaps[route[i].X] = append(gaps[route[i].X], span{route[i], route[i+1]})
		}
	}
	total := 0
	for _, spans := range gaps {
		slices.SortFunc(spans, func(a, b span) int {
			return cmp.Or(cmp.Compare(a.from.Y, b.from.Y), cmp.Compare(a.to.Y, b.to.Y))
		})
		ends := make([]float64, len(spans))
		for i, s := range spans {
			ends[i] = s.to.Y
		}
		total += inversions(ends, make([]float64, len(ends)))
	}
	return total
}

// inversions counts the pairs that stand in the wrong order, and sorts the values.
func inversions(values, scratch []float64) int {
	if len(values) < 2 {
		return 0
	}
	half := len(values) / 2
	n := inversions(values[:half], scratch[:half]) + inversions(values[half:], scratch[half:])
	i, j := 0, half
	for k := range values {
		switch {
		case j == len(values) || i < half && values[i] <= values[j]:
			scratch[k] = values[i]
			i++
		default:
			scratch[k] = values[j]
			j++
			n += half - i
		}
	}
	copy(values, scratch)
	return n
}

// crossings counts the crossings of the present order.
func (g *graph) crossings() int {
	total := 0
	for l := 0; l+1 < len(g.layers); l++ {
		total += g.crossingsAfter(l)
	}
	return total
}

// crossingsAfter counts the crossings between a layer and the next, with a tree of
// counts by place (Fenwick).
func (g *graph) crossingsAfter(l int) int {
	size := len(g.layers[l+1])
	if cap(g.tree) < size+1 {
		g.tree = make([]int32, size+1)
	}
	tree := g.tree[:size+1]
	clear(tree)
	total, seen := 0, 0
	for _, item := range g.layers[l] {
		for _, to := range g.right[item] {
			upTo := 0
			for i := g.pos[to] + 1; i > 0; i &= i - 1 {
				upTo += int(tree[i])
			}
			total += seen - upTo
		}
		for _, to := range g.right[item] {
			for i := g.pos[to] + 1; int(i) <= size; i += i & -i {
				tree[i]++
			}
			seen++
		}
	}
	return total
}
