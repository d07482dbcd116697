package figure

import (
	"commonplan/model"
	"commonplan/model/layout"
	"commonplan/model/words"
)

// MostPaths is how many paths [Paths] gives at most. A plan with more is better told
// in a list.
const MostPaths = 40

// SightOptions say how a path is to be drawn.
type SightOptions struct {
	Words   *words.Words // nil is English
	Metrics Metrics      // of the typeface
	Width   float64      // mm
	Height  float64      // mm; a path higher than this is drawn closer together. 0 is any height
	Size    float64      // of all words, in points
}

// Paths chooses paths through the plan, each of at most one card a column, so that
// every card stands on one: first a path for each need, then what is left. whole is
// false if [MostPaths] were not enough for that. The cards not on a drawn path of a
// link are still named in the words of the cards that lead to them.
func Paths(plan *model.Plan) (paths [][]model.ID, whole bool) {
	c := chooser{plan: plan, seen: map[model.ID]bool{}}
	var cards []model.Item
	cards = append(cards, plan.List(model.TypeNeed)...)
	cards = append(cards, plan.List(model.TypeActivity)...)
	for _, o := range plan.Outcomes {
		cards = append(cards, o)
	}
	cards = append(cards, plan.List(model.TypeGoal)...)
	for _, card := range cards {
		id := card.Head().ID
		if c.seen[id] {
			continue
		}
		if len(paths) == MostPaths {
			return paths, false
		}
		path := c.through(id)
		for _, id := range path {
			c.seen[id] = true
		}
		paths = append(paths, path)
	}
	return paths, true
}

// chooser finds paths over cards that have not been seen.
type chooser struct {
	plan *model.Plan
	seen map[model.ID]bool
}

// worth is how good a path is: more cards not seen yet, then more strong links, then longer.
type worth struct{ fresh, strong, cards int }

func (w worth) better(o worth) bool {
	if w.fresh != o.fresh {
		return w.fresh > o.fresh
	}
	if w.strong != o.strong {
		return w.strong > o.strong
	}
	return w.cards > o.cards
}

// through gives the best path through a card: back to where it comes from and on to
// where it leads.
func (c chooser) through(id model.ID) []model.ID {
	back := c.best(id, map[model.ID]walk{}, c.plan.To, func(l *model.Link) model.ID { return l.From })
	on := c.best(id, map[model.ID]walk{}, c.plan.From, func(l *model.Link) model.ID { return l.To })
	var path []model.ID
	for i := len(back.path) - 1; i > 0; i-- {
		path = append(path, back.path[i])
	}
	return append(path, on.path...)
}

// walk is the best way on from a card, beginning with the card.
type walk struct {
	worth worth
	path  []model.ID
}

// best finds the best way from a card in one direction. Links always go right, so it ends.
func (c chooser) best(id model.ID, known map[model.ID]walk, links func(model.ID) []*model.Link, other func(*model.Link) model.ID) walk {
	if w, ok := known[id]; ok {
		return w
	}
	var way walk
	for _, link := range links(id) {
		next := c.best(other(link), known, links, other)
		if link.Strength == model.Strong {
			next.worth.strong++
		}
		if way.path == nil || next.worth.better(way.worth) {
			way = next
		}
	}
	w := walk{worth: way.worth, path: append([]model.ID{id}, way.path...)}
	w.worth.cards++
	if !c.seen[id] {
		w.worth.fresh++
	}
	known[id] = w
	return w
}

// LineOfSight draws one path of cards under one another, each with an arrow to the next
// and with all its links in words, as on the map.
func LineOfSight(plan *model.Plan, path []model.ID, o SightOptions) Picture {
	if o.Words == nil {
		o.Words = words.English()
	}
	picture := drawSight(plan, path, o, pathStyle(o))
	for _, closer := range []float64{.5, 1} {
		if o.Height > 0 && picture.Height > o.Height {
			picture = drawSight(plan, path, o, closeStyle(o, closer))
		}
	}
	return picture
}

func drawSight(plan *model.Plan, path []model.ID, o SightOptions, style mapStyle) Picture {
	m := &mapMaker{plan: plan, o: MapOptions{Words: o.Words, Metrics: o.Metrics}, style: style, first: model.NeedColumn, links: plan.Links}
	m.shown = map[model.ID]bool{}
	for _, link := range plan.Links {
		m.shown[link.ID] = true
	}
	y := 0.0
	for i, id := range path {
		card := m.pathCard(plan.Item(id))
		if goal, ok := card.item.(*model.Goal); ok {
			m.drawGoal(goal, card, o.Width, y)
		} else {
			m.drawCard(card, layout.Card{Y: y, W: o.Width, H: card.height})
		}
		y += card.height
		if i+1 < len(path) {
			y = m.drawStep(plan, id, path[i+1], y)
		}
	}
	return Picture{Width: o.Width, Height: y, Title: m.say("figure.path.title"), Alt: m.pathAlt(path), Shapes: m.shapes}
}

// pathStyle has the measures of the poster's cards, in the proportion of the type.
func pathStyle(o SightOptions) mapStyle {
	k := o.Size / 13
	s := mapStyle{size: o.Size, lead: o.Size * 25 / 18, small: o.Size, pad: 2.4 * k, padY: 2.2 * k, edge: 2.4 * k, line: 1.7, corner: 4.4}
	for range columnNames {
		s.columns = append(s.columns, layout.Column{Width: o.Width})
	}
	return s
}

// closeStyle is pathStyle with less room between the lines and inside the cards: closer
// is from 0, as much as usual, to 1, as little as can be read.
func closeStyle(o SightOptions, closer float64) mapStyle {
	s := pathStyle(o)
	s.lead -= closer * (s.lead - 1.17*o.Size)
	s.padY *= 1 - .55*closer
	return s
}

// pathCard is a card with the head of its column beside its label.
func (m *mapMaker) pathCard(item model.Item) mapCard {
	column := model.ColumnOf(item)
	card := m.makeCard(item, column)
	_, wide := m.inner(column)
	first := card.lines[0]
	first.left = m.say("figure.path.label", words.With{"Label": first.left, "Column": m.say("figure.path." + columnNames[column-1])})
	size := m.style.size
	if first.right != "" && width(m.o.Metrics, first.left, size, true)+width(m.o.Metrics, first.right, size, false)+m.style.pad > wide {
		arrows := cardLine{right: first.right, size: size}
		first.right = ""
		card.lines = append([]cardLine{first, arrows}, card.lines[1:]...)
	} else {
		card.lines = append([]cardLine{first}, card.lines[1:]...)
	}
	if column == model.GoalColumn {
		card.lines = m.goalLines(item.(*model.Goal), card.lines[0])
	}
	card.height = float64(len(card.lines))*m.style.lead*mmPerPoint + 2*m.style.padY
	return card
}

// goalLines are the lines of a goal, which is narrower by the place of its shape.
func (m *mapMaker) goalLines(goal *model.Goal, first cardLine) []cardLine {
	_, wide := m.inner(model.GoalColumn)
	text := m.say("figure.map.undecided")
	if title := model.Title(goal); title != "" {
		text = title
	}
	lines := []cardLine{first}
	if objective := m.objective(goal); objective != "" {
		lines = append(lines, cardLine{left: objective, size: m.style.size, bold: true})
	}
	for _, line := range wrap(m.o.Metrics, text, m.style.size, false, wide-m.goalPlace()) {
		lines = append(lines, cardLine{left: line, size: m.style.size})
	}
	return lines
}

// goalPlace is the width of the solid place at the left of a goal.
func (m *mapMaker) goalPlace() float64 { return 1.6 * m.style.lead * mmPerPoint }

// drawGoal draws a goal: its shape, white on a solid place at the left, and the words in
// ink beside it. A whole card of solid colour would be hard to print at this size.
func (m *mapMaker) drawGoal(goal *model.Goal, card mapCard, wide, y float64) {
	s, place := m.style, m.goalPlace()
	colour, known := objectiveColours[string(goal.Objective)]
	if !known {
		colour = ink
	}
	line := 0.62 * s.line
	m.shapes = append(m.shapes,
		Rect{Y: y, W: wide, H: card.height, Fill: white, Stroke: Stroke{Colour: colour, Width: line}},
		Rect{Y: y, W: place, H: card.height, Fill: colour})
	m.shapes = append(m.shapes, objectiveShape(string(goal.Objective), place/2, y+card.height/2, 0.55*place, white)...)
	m.drawLines(card.lines, place+s.pad, wide-s.pad, y+s.padY, ink, ink)
}

// drawStep draws the arrow from one card down to the next, and gives where the next
// begins. A link with only some reason is dashed and says so.
func (m *mapMaker) drawStep(plan *model.Plan, from, to model.ID, y float64) float64 {
	s := m.style
	strength := model.Some
	for _, link := range plan.From(from) {
		if link.To == to {
			strength = link.Strength
		}
	}
	x, length := 8*s.line, 1.1*s.lead*mmPerPoint
	end := y + length
	tip := 2 * arrowLong
	stroke := Stroke{Colour: ink, Width: strongLine * s.line}
	if strength != model.Strong {
		stroke = Stroke{Colour: ink, Width: strongLine * s.line, Dash: []float64{1.1 * s.line, 0.75 * s.line}}
		key := "figure.map.key.some"
		if strength != model.Some {
			key = "figure.map.key.unsaid"
		}
		m.shapes = append(m.shapes, Text{X: x + 4*s.line, Y: y + length/2 + s.size*0.33*mmPerPoint, String: m.say(key), Size: s.size, Colour: ink})
	}
	m.shapes = append(m.shapes,
		Path{Steps: []Step{moveTo(x, y), lineTo(x, end-tip*0.8)}, Stroke: stroke},
		Path{Fill: ink, Steps: []Step{moveTo(x, end), lineTo(x-arrowWide, end-tip), lineTo(x+arrowWide, end-tip), {Op: Close}}})
	return end
}

// pathAlt says a path in sentences: each card and where it leads.
func (m *mapMaker) pathAlt(path []model.ID) string {
	said := ""
	for i, id := range path {
		sentence := m.say("figure.path.alt.end", words.With{"Card": m.cardWords(m.plan.Item(id))})
		if i+1 < len(path) {
			next := m.plan.Label(path[i+1])
			for _, link := range m.plan.From(id) {
				if link.To == path[i+1] {
					next = m.endWords(path[i+1], link)
				}
			}
			sentence = m.say("figure.map.alt.leads", words.With{"Card": m.cardWords(m.plan.Item(id)), "List": next})
		}
		if said != "" {
			said += " "
		}
		said += sentence
	}
	return said
}
