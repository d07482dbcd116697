package figure

import (
	"cmp"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/layout"
	"commonplan/model/words"
)

// MapOptions say how the map is to be drawn.
type MapOptions struct {
	Words   *words.Words // nil is English
	Metrics Metrics      // of the typeface
	Poster  bool         // for a sheet of A3 on its side, larger and with every link; else 174 mm wide for A4
	Side    bool         // for a sheet of A4 on its side, with every link
	Every   bool         // draw also links that repeat a path already drawn
	NoNeeds bool         // leave the needs out from the start
	Keep    bool         // cards stay in the order of their lists
	Height  float64      // mm it may be high; 0 is 126 for A4, 140 on its side and 212 for a poster

	// Only chooses the cards that are drawn, for a map in several parts; nil draws all.
	// Cards still name all they lead to.
	Only func(model.ID) bool

	// Detail gives one more line for a card of a poster: evidence, cost or sign. It may
	// be nil, and "" adds nothing.
	Detail func(model.ID) string
}

// MapNotes tell what the map leaves out, for its caption.
type MapNotes struct {
	NeedsLeftOut bool // for want of room; the plan has needs
	Repeated     int  // links not drawn, because another path leads there too
	Fits         bool // false: the picture is higher than it may be
}

// Map draws the plan as a map: needs, activities, outcomes for members, outcomes for the
// area and goals in columns, with the links between them and a key below. If the cards
// need more height than there is, the needs are left out; if that is not enough, the
// whole map is drawn as high as it must be and the notes say that it does not fit.
func Map(plan *model.Plan, o MapOptions) (Picture, MapNotes) {
	if o.Words == nil {
		o.Words = words.English()
	}
	picture, notes := drawMap(plan, o)
	if notes.Fits || o.Poster || o.Side || o.NoNeeds || len(plan.Needs) == 0 {
		return picture, notes
	}
	o.NoNeeds = true
	if smaller, notes := drawMap(plan, o); notes.Fits {
		return smaller, notes
	}
	return picture, notes
}

// mapStyle holds the measures of a map: mm, and points for type.
type mapStyle struct {
	columns      []layout.Column
	size, lead   float64 // of a card’s text
	small        float64 // of the detail line; its lead is that of the text
	head, ask    float64 // of a column’s head and the question under it; 0 is none
	headRoom     float64 // from the top to the cards, with a head of one line
	pad, padY    float64
	edge         float64 // the solid left edge of an activity
	line         float64 // all line widths are times this
	corner       float64
	least, roomy float64 // between two cards
	lane         float64 // the height of a link that passes between two cards
	goal         float64 // height of a goal, where there is room
	goalGap      float64 // between two goals where no other column is higher
	height       float64 // unless the options say otherwise
}

func styleOf(o MapOptions) mapStyle {
	if o.Poster {
		return mapStyle{columns: columns(20.5, 66, 64, 64, 66, 46), size: 13, lead: 16.5, small: 12, head: 15, ask: 11.5, headRoom: 17.5,
			pad: 2.1, padY: 2, edge: 2.4, line: 1.7, corner: 4.4, least: 3, roomy: 10, lane: 4, goal: 32, goalGap: 10, height: 212}
	}
	if o.Side {
		return mapStyle{columns: columns(14.6, 44, 43, 43, 44, 36.6), size: 9.5, lead: 11.5, small: 9.5, head: 11, ask: 9.5, headRoom: 12.5,
			pad: 1.5, padY: 1.3, edge: 1.6, line: 1.15, corner: 3, least: 2.2, roomy: 8, lane: portGap, goal: 22, goalGap: 8, height: 140}
	}
	s := mapStyle{columns: columns(8, 28.5, 31, 29, 30.5, 22), size: 9.5, lead: 11.5, small: 9.5, head: 9.5, headRoom: 6.3,
		pad: 1.3, padY: 1.2, edge: 1.4, line: 1, corner: 2.6, least: 2.2, roomy: 6, lane: portGap, goal: 19, goalGap: 2.2, height: 126}
	s.columns[3].Gap = 9
	if o.NoNeeds {
		s.columns = columns(11, 0, 38.5, 38, 38.5, 26)[1:]
	}
	return s
}

// mapMaker draws one map.
type mapMaker struct {
	plan  *model.Plan
	o     MapOptions
	style mapStyle
	first model.Column // the leftmost that is drawn
	cards []mapCard
	links []*model.Link     // that are drawn
	shown map[model.ID]bool // the same, by id
	place layout.Map
	top   float64 // of the cards
	notes MapNotes

	shapes []Shape
}

func drawMap(plan *model.Plan, o MapOptions) (Picture, MapNotes) {
	m := &mapMaker{plan: plan, o: o, style: styleOf(o), first: model.NeedColumn}
	if o.NoNeeds && !o.Poster && !o.Side {
		m.first = model.ActivityColumn
		m.notes.NeedsLeftOut = len(plan.Needs) > 0
	}
	height := o.Height
	if height == 0 {
		height = m.style.height
	}
	m.chooseLinks()
	key, keyHeight := m.key()
	m.fitWidths(height - m.style.headRoom - keyHeight)
	heads := m.heads()
	m.arrange(height - m.top - keyHeight)

	m.shapes = append(m.shapes, heads...)
	m.drawLinks()
	for i, card := range m.cards {
		m.drawCard(card, m.place.Cards[i])
	}
	bottom := m.top + m.place.Height
	for _, shape := range key {
		m.shapes = append(m.shapes, Moved(shape, 0, bottom))
	}
	m.notes.Fits = bottom+keyHeight <= height+1e-6
	return Picture{Width: m.place.Width, Height: bottom + keyHeight, Title: m.say("figure.map.title"), Alt: m.alt(), Shapes: m.shapes}, m.notes
}

func (m *mapMaker) say(key string, with ...words.With) string { return m.o.Words.Say(key, with...) }

// chooseLinks takes the links that are drawn: all, or those that do not merely repeat
// a path of others over the columns they skip.
func (m *mapMaker) chooseLinks() {
	m.shown = map[model.ID]bool{}
	for _, link := range m.plan.Links {
		from := m.plan.Item(link.From)
		switch {
		case model.ColumnOf(from) < m.first:
		case m.o.Only != nil && !(m.o.Only(link.From) && m.o.Only(link.To)):
		case !m.o.Every && !m.o.Poster && !m.o.Side && m.repeats(link):
			m.notes.Repeated++
		default:
			m.links = append(m.links, link)
			m.shown[link.ID] = true
		}
	}
}

// repeats tells whether other links lead from a link’s beginning to its end as well.
func (m *mapMaker) repeats(link *model.Link) bool {
	end := model.ColumnOf(m.plan.Item(link.To))
	seen := map[model.ID]bool{}
	var reaches func(from model.ID) bool
	reaches = func(from model.ID) bool {
		for _, next := range m.plan.From(from) {
			if next.To == link.To {
				if from != link.From {
					return true
				}
				continue
			}
			if !seen[next.To] && model.ColumnOf(m.plan.Item(next.To)) < end {
				seen[next.To] = true
				if reaches(next.To) {
					return true
				}
			}
		}
		return false
	}
	return reaches(link.From)
}

// arrange places the cards within a height in mm; with few cards it takes less.
func (m *mapMaker) arrange(height float64) {
	g := layout.Geometry{Columns: slices.Clone(m.style.columns), RowGap: m.style.least, PortGap: portGap, Lane: m.style.lane}
	var nodes []layout.Node
	sums, counts := make([]float64, len(g.Columns)), make([]int, len(g.Columns))
	for i, card := range m.cards {
		nodes = append(nodes, layout.Node{ID: card.name(i), Column: m.columnOf(card) + 1, Height: card.height, Fixed: card.item != nil && model.RowOf(card.item) != ""})
		sums[m.columnOf(card)] += card.height
		counts[m.columnOf(card)]++
	}
	roomy := 0.0
	for i := range g.Columns {
		gap := m.style.roomy
		if m.first+model.Column(i) == model.GoalColumn {
			gap = m.style.goalGap
		}
		roomy = max(roomy, sums[i]+float64(counts[i]-1)*gap)
		if m.first+model.Column(i) <= model.ActivityColumn && counts[i] > 2 {
			g.Columns[i].Spacing = layout.Fill
		}
	}
	g.Height = max(min(roomy, height), 1)
	var ties []layout.Link
	for _, link := range m.links {
		ties = append(ties, layout.Link{From: string(link.From), To: string(link.To)})
	}
	m.place = layout.Place(nodes, ties, g, layout.Options{Keep: m.o.Keep})
}

// head is what stands over a column, counted from the first that is drawn.
func (m *mapMaker) head(i int) string {
	return Head(m.plan, m.o.Words, m.first+model.Column(i), !m.o.Poster && !m.o.Side)
}

// Head is what stands over a column of the map: the outcomes of a members’ group are
// for members. A short head fits a column of an upright A4.
func Head(plan *model.Plan, w *words.Words, column model.Column, short bool) string {
	key := "figure.map.head." + columnNames[column-1]
	switch {
	case ofMembers(plan.Project.LeadKind, w) && w.Has(key+".members"):
		key += ".members"
	case short && w.Has(key+".short"):
		key += ".short"
	}
	return w.Say(key)
}

// ofMembers tells whether a kind of group, in the words of whoever wrote it, is one that
// has members.
func ofMembers(kind string, w *words.Words) bool {
	return slices.ContainsFunc(strings.Fields(w.Say("figure.map.members")), func(word string) bool {
		return strings.Contains(strings.ToLower(kind), word)
	})
}

// heads draws the head of every column and sets where the cards begin.
func (m *mapMaker) heads() []Shape {
	var shapes []Shape
	s, x := m.style, 0.0
	lead := s.head * s.lead / s.size * mmPerPoint
	most := 1
	type head struct {
		x     float64
		lines []string
		ask   string
	}
	var heads []head
	for i, column := range s.columns {
		room := column.Width
		if i+1 < len(s.columns) {
			room += column.Gap - 1.5
		}
		h := head{x: x, lines: wrap(m.o.Metrics, m.head(i), s.head, true, room), ask: m.say("figure.map.ask." + columnNames[int(m.first)+i-1])}
		most = max(most, len(h.lines))
		heads = append(heads, h)
		x += column.Width + column.Gap
	}
	for _, h := range heads {
		for i, line := range h.lines {
			y := s.head*0.8*mmPerPoint + lead*float64(most-len(h.lines)+i)
			shapes = append(shapes, Text{X: h.x, Y: y, String: line, Size: s.head, Bold: true, Colour: accent})
		}
		if s.ask > 0 {
			y := s.head*0.8*mmPerPoint + lead*float64(most-1) + s.ask*1.25*mmPerPoint
			shapes = append(shapes, Text{X: h.x, Y: y, String: h.ask, Size: s.ask, Colour: mute})
		}
	}
	m.top = s.headRoom + lead*float64(most-1)
	return shapes
}

// columnNames are the columns from left to right, as the words name them.
var columnNames = []string{"need", "activity", "service", "community", "goal"}

// byLength puts long links first, so that short ones are drawn over them.
func (m *mapMaker) byLength() []int {
	order := make([]int, len(m.links))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(m.place.Routes[b]), len(m.place.Routes[a])) })
	return order
}
