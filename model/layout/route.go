package layout

import "slices"

// tie is a segment as one of its ends sees it.
type tie struct {
	other  int32
	shift  float64 // with its top at the other’s top plus this, the segment is level
	weight float64
}

// tie works out what pulls at every item. Where ports stand on a card depends on the
// order only, so it can be done before anything has its height.
func (p *placer) tie() {
	p.ties = make([][]tie, len(p.pos))
	for item := range int32(len(p.pos)) {
		for i, other := range p.right[item] {
			from := p.port(item, i, len(p.right[item]))
			to := p.port(other, p.index(p.left[other], item), len(p.left[other]))
			weight := p.pull(item, other)
			p.ties[item] = append(p.ties[item], tie{other, to - from, weight})
			p.ties[other] = append(p.ties[other], tie{item, from - to, weight})
		}
	}
}

func (p *placer) pull(a, b int32) float64 {
	switch {
	case p.lane(a) && p.lane(b):
		return pullLanes
	case p.lane(a) || p.lane(b):
		return pullLane
	}
	return pullCards
}

// index finds an item in a sorted list of neighbours.
func (p *placer) index(list []int32, item int32) int {
	i, _ := slices.BinarySearchFunc(list, p.pos[item], func(a, pos int32) int { return int(p.pos[a] - pos) })
	return i
}

// port gives how far below the top of an item its i-th of n links stands on one edge:
// about the middle, in the order of their other ends, closer where the card is low.
func (p *placer) port(item int32, i, n int) float64 {
	height := p.height[item]
	pitch := p.geometry.PortGap
	if n > 1 {
		pitch = min(pitch, max(height-pitch, height/2)/float64(n-1))
	}
	return height/2 + (float64(i)-float64(n-1)/2)*pitch
}

// route runs a link along its chain of items; x are the left edges of the columns.
func (p *placer) route(chain []int32, x []float64) Route {
	var route Route
	for i := 1; i < len(chain); i++ {
		a, b := chain[i-1], chain[i]
		route = append(route,
			Point{x[p.column[a]] + p.geometry.Columns[p.column[a]].Width,
				p.y[a] + p.port(a, p.index(p.right[a], b), len(p.right[a]))},
			Point{x[p.column[b]],
				p.y[b] + p.port(b, p.index(p.left[b], a), len(p.left[b]))})
	}
	return route
}
