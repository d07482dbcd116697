package layout

import "math"

// How strongly a segment pulls its ends level. Long links should be straight most of all.
const (
	pullCards = 1
	pullLane  = 2
	pullLanes = 8
	pullNone  = 0.05 // an item without links stays about where it is
)

// settling is how often the layers are moved to and fro.
const settling = 16

// placer gives heights to a graph whose order is settled.
type placer struct {
	*graph
	geometry Geometry
	height   []float64 // item → its height
	y        []float64 // item → its top
	total    float64   // the height of the map
	ties     [][]tie   // item → what pulls at it
	nodes    []Node
	holding  bool // some cards want to stay where they were

	blocks []block // scratch
}

func (g *graph) place(nodes []Node, links int, geometry Geometry) Map {
	p := &placer{graph: g, geometry: geometry, nodes: nodes, height: make([]float64, len(g.pos)), y: make([]float64, len(g.pos))}
	for item := range p.height {
		p.height[item] = geometry.Lane
		if item < len(nodes) {
			p.height[item] = max(nodes[item].Height, 0)
			p.holding = p.holding || nodes[item].Hold > 0
		}
	}
	p.total = geometry.Height
	for l := range g.layers {
		g.sortNeighbours(l)
		p.total = max(p.total, p.need(g.layers[l]))
	}
	p.tie()
	for l := range g.layers {
		p.share(l)
	}
	if p.holding {
		p.hold()
	}
	for round := range settling {
		for i := range g.layers {
			if round%2 == 1 {
				i = len(g.layers) - 1 - i
			}
			p.settleLayer(i)
		}
	}
	m := Map{Cards: make([]Card, len(nodes)), Routes: make([]Route, links), Height: p.total,
		Fits: geometry.Height == 0 || p.total <= geometry.Height+1e-6}
	x := p.lefts(&m)
	for i := range nodes {
		m.Cards[i] = Card{X: x[g.column[i]], Y: p.y[i], W: geometry.Columns[g.column[i]].Width, H: p.height[i]}
	}
	for i, chain := range g.chains {
		m.Routes[i] = p.route(chain, x)
	}
	return m
}

// lefts gives the left edge of each column, and the map its width.
func (p *placer) lefts(m *Map) []float64 {
	x := make([]float64, len(p.geometry.Columns))
	for i, c := range p.geometry.Columns {
		x[i] = m.Width
		m.Width += c.Width
		if i+1 < len(x) {
			m.Width += c.Gap
		}
	}
	return x
}

// between is the least space between two neighbours of a layer. Lanes touch, since
// their own height is the space around them.
func (p *placer) between(upper, lower int32) float64 {
	switch a, b := p.lane(upper), p.lane(lower); {
	case !a && !b:
		return p.geometry.RowGap
	case a != b:
		return max(0, (p.geometry.RowGap-p.geometry.Lane)/2)
	}
	return 0
}

// need is the least height of a layer.
func (p *placer) need(layer []int32) float64 {
	sum := 0.0
	for i, item := range layer {
		if sum += p.height[item]; i > 0 {
			sum += p.between(layer[i-1], item)
		}
	}
	return sum
}

// gap is the space above a card, below the last one, or between two.
type gap struct {
	lanes []int32
	least float64
	share float64 // how much it takes of what is free
	size  float64
}

// share spreads the cards of a layer over the height, the way its spacing says. It is
// the end for Fill and Spread, where only lanes still move, and the beginning for Align.
func (p *placer) share(l int) {
	layer := p.layers[l]
	gaps, cards, free := p.gaps(layer, p.geometry.Columns[l].Spacing == Fill)
	shareOut(gaps, free)
	y := 0.0
	for i, space := range gaps {
		p.stack(space.lanes, y+(space.size-float64(len(space.lanes))*p.geometry.Lane)/2)
		y += space.size
		if i < len(cards) {
			p.y[cards[i]] = y
			y += p.height[cards[i]]
		}
	}
}

func (p *placer) stack(lanes []int32, y float64) {
	for _, lane := range lanes {
		p.y[lane] = y
		y += p.geometry.Lane
	}
}

func (p *placer) gaps(layer []int32, fill bool) (gaps []gap, cards []int32, free float64) {
	free = p.total
	gaps = []gap{{}}
	for i, item := range layer {
		space := &gaps[len(gaps)-1]
		if i > 0 {
			space.least += p.between(layer[i-1], item)
		}
		if p.lane(item) {
			space.lanes = append(space.lanes, item)
			space.least += p.geometry.Lane
			continue
		}
		free -= p.height[item]
		cards = append(cards, item)
		gaps = append(gaps, gap{share: 1})
	}
	end := 0.5
	if fill && len(cards) > 1 {
		end = 0
	}
	gaps[0].share, gaps[len(gaps)-1].share = end, end
	return gaps, cards, free
}

// shareOut gives every gap its share of what is free, but never less than it needs.
func shareOut(gaps []gap, free float64) {
	for range gaps {
		left, shares := free, 0.0
		for _, space := range gaps {
			if space.share == 0 {
				left -= space.least
			}
			shares += space.share
		}
		changed := false
		for i := range gaps {
			space := &gaps[i]
			space.size = space.least
			if space.share == 0 {
				continue
			}
			if space.size = left * space.share / shares; space.size < space.least {
				space.share, changed = 0, true
			}
		}
		if !changed {
			return
		}
	}
}

// hold puts cards where they want to be held, and the others where their links pull
// them; the map is as high as that needs. What it does not hold settles as ever.
func (p *placer) hold() {
	lowest := 0.0
	for _, layer := range p.layers {
		p.settleRun(layer, 0, math.Inf(1))
		if n := len(layer); n > 0 {
			lowest = max(lowest, p.y[layer[n-1]]+p.height[layer[n-1]])
		}
	}
	p.total = max(lowest, p.geometry.Height)
}

// settleLayer moves what may move in a layer to where its links are straightest.
func (p *placer) settleLayer(l int) {
	layer := p.layers[l]
	if p.geometry.Columns[l].Spacing == Align && !p.holding {
		p.settleRun(layer, 0, p.total)
		return
	}
	for i := 0; i < len(layer); i++ {
		if !p.lane(layer[i]) {
			continue
		}
		first, top, bottom := i, 0.0, p.total
		for i+1 < len(layer) && p.lane(layer[i+1]) {
			i++
		}
		if first > 0 {
			above := layer[first-1]
			top = p.y[above] + p.height[above] + p.between(above, layer[first])
		}
		if i+1 < len(layer) {
			below := layer[i+1]
			bottom = p.y[below] - p.between(layer[i], below)
		}
		// Where there is room to spare, lanes keep further away from the cards.
		spare := min(p.geometry.Lane, (bottom-top-float64(i+1-first)*p.geometry.Lane)/3)
		p.settleRun(layer[first:i+1], top+spare, bottom-spare)
	}
}

// block is a run of items that stand as close as they may.
type block struct {
	sum, weight float64 // of the wishes for the block’s place
	from, to    int     // items in the run
}

// settleRun places items, in their order and within bounds, as near to where each
// wishes to stand as can be (least squares). Items that push against each other are
// joined into blocks, from the top down.
func (p *placer) settleRun(run []int32, top, bottom float64) {
	if len(run) == 0 {
		return
	}
	blocks := p.blocks[:0]
	offset := 0.0 // of an item from the first, if all stand close
	for i, item := range run {
		if i > 0 {
			offset += p.height[run[i-1]] + p.between(run[i-1], item)
		}
		wish, weight := p.wish(item)
		b := block{sum: (wish - offset) * weight, weight: weight, from: i, to: i + 1}
		for len(blocks) > 0 {
			last := blocks[len(blocks)-1]
			if last.sum/last.weight < b.sum/b.weight {
				break
			}
			b = block{sum: last.sum + b.sum, weight: last.weight + b.weight, from: last.from, to: b.to}
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	p.blocks = blocks
	lowest := max(top, bottom-offset-p.height[run[len(run)-1]])
	offset = 0
	for _, b := range blocks {
		base := min(max(b.sum/b.weight, top), lowest)
		for i := b.from; i < b.to; i++ {
			if i > 0 {
				offset += p.height[run[i-1]] + p.between(run[i-1], run[i])
			}
			p.y[run[i]] = base + offset
		}
	}
}

// wish gives the top an item would like best, and how much.
func (p *placer) wish(item int32) (y, weight float64) {
	sum := p.y[item] * pullNone
	weight = pullNone
	for _, t := range p.ties[item] {
		sum += t.weight * (p.y[t.other] + t.shift)
		weight += t.weight
	}
	if int(item) < len(p.nodes) {
		sum += p.nodes[item].Hold * p.nodes[item].Y
		weight += p.nodes[item].Hold
	}
	return sum / weight, weight
}
