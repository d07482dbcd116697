package figure

import (
	"slices"
	"strconv"
	"strings"

	"commonplan/model"
	"commonplan/model/layout"
)

// mapCard is a card before it has its place. Without an item it stands for an empty column.
type mapCard struct {
	item   model.Item
	column model.Column
	height float64
	lines  []cardLine // under one another; the first has the label
}

// cardLine is one line of a card, with words at its left, its right or both.
type cardLine struct {
	left  string
	right string // the arrows
	size  float64
	bold  bool
	mute  bool
}

// name is the card’s identifier on the map.
func (c mapCard) name(i int) string {
	if c.item == nil {
		return "empty " + strconv.Itoa(i)
	}
	return string(c.item.Head().ID)
}

func (m *mapMaker) makeCards() {
	m.cards = nil
	lists := [][]model.Item{m.plan.List(model.TypeNeed), m.plan.List(model.TypeActivity), nil, nil, m.plan.List(model.TypeGoal)}
	for _, o := range m.plan.Outcomes {
		column := model.ColumnOf(o)
		lists[column-1] = append(lists[column-1], o)
	}
	for column := m.first; column <= model.GoalColumn; column++ {
		list := lists[column-1]
		if m.o.Only != nil {
			list = slices.DeleteFunc(slices.Clone(list), func(item model.Item) bool { return !m.o.Only(item.Head().ID) })
		}
		for _, item := range model.ByRow(list) {
			m.cards = append(m.cards, m.makeCard(item, column))
		}
		if len(list) == 0 && m.o.Only == nil {
			m.cards = append(m.cards, m.emptyCard(column))
		}
	}
	m.growGoals()
}

// inner gives how far a card’s words are from its left edge, and how wide they may be.
func (m *mapMaker) inner(column model.Column) (left, wide float64) {
	left = m.style.pad
	if column == model.ActivityColumn {
		left += m.style.edge - 0.3
	}
	return left, m.style.columns[column-m.first].Width - left - m.style.pad
}

func (m *mapMaker) makeCard(item model.Item, column model.Column) mapCard {
	s, card := m.style, mapCard{item: item, column: column}
	_, wide := m.inner(column)
	card.lines = m.firstLines(item, wide)
	add := func(text string, size float64, bold, mute bool) {
		for _, line := range wrap(m.o.Metrics, text, size, bold, wide) {
			card.lines = append(card.lines, cardLine{left: line, size: size, bold: bold, mute: mute})
		}
	}
	title := model.Title(item)
	switch goal, isGoal := item.(*model.Goal); {
	case strings.TrimSpace(title) == "":
		add(m.say("figure.map.undecided"), s.size, false, true)
	case !isGoal:
		add(title, s.size, false, false)
	default:
		objective := m.objective(goal)
		saysIt := objective == "" || m.o.Words.SaidIn(title, "choice.objective."+string(goal.Objective))
		if !saysIt {
			add(objective, s.size, true, false)
		}
		add(title, s.size, saysIt, false)
	}
	if m.o.Poster && m.o.Detail != nil {
		add(m.o.Detail(item.Head().ID), s.small, false, true)
	}
	card.height = float64(len(card.lines))*s.lead*mmPerPoint + 2*s.padY
	return card
}

// growGoals gives a few goals more height than their words need, on A4 upright only as
// far as the other columns are high anyway: a small map stays low.
func (m *mapMaker) growGoals() {
	heights := map[model.Column]float64{}
	goals := 0.0
	for _, card := range m.cards {
		heights[card.column] += card.height + m.style.roomy
		if card.column == model.GoalColumn && card.item != nil {
			goals++
		}
	}
	high := m.style.goal
	if !m.o.Poster && !m.o.Side {
		others := 0.0
		for column, height := range heights {
			if column != model.GoalColumn {
				others = max(others, height)
			}
		}
		high = min(high, others/goals-m.style.roomy)
	}
	for i, card := range m.cards {
		if goals <= mostGrown && card.column == model.GoalColumn && card.item != nil {
			m.cards[i].height = max(card.height, high)
		}
	}
}

// mostGrown is how many goals are few enough to be made higher.
const mostGrown = 4

// objective is the word for a goal’s objective, "" if it has none yet.
func (m *mapMaker) objective(goal *model.Goal) string {
	if _, known := objectiveColours[string(goal.Objective)]; !known {
		return ""
	}
	return m.say("choice.objective." + string(goal.Objective))
}

// firstLines are the label, and at the right the cards it leads to; if these are too
// many for the line, they go on in the next.
func (m *mapMaker) firstLines(item model.Item, wide float64) []cardLine {
	s, label := m.style, m.plan.Label(item.Head().ID)
	lines := []cardLine{{left: label, size: s.size, bold: true}}
	room := wide - width(m.o.Metrics, label, s.size, true) - 1
	var row []string
	for _, to := range m.leadsTo(item) {
		more := append(row, m.plan.Label(to.To))
		if len(row) > 0 && width(m.o.Metrics, m.arrows(more), s.size, false) > room {
			lines[len(lines)-1].right = m.arrows(row)
			lines = append(lines, cardLine{size: s.size})
			room, more = wide, []string{m.plan.Label(to.To)}
		}
		row = more
	}
	if len(row) > 0 {
		lines[len(lines)-1].right = m.arrows(row)
	}
	return lines
}

func (m *mapMaker) arrows(labels []string) string {
	return m.say("figure.map.arrow") + " " + strings.Join(labels, " ")
}

// leadsTo lists the drawn links that leave a card; in a map of some cards, all.
func (m *mapMaker) leadsTo(item model.Item) []*model.Link {
	return m.drawn(m.plan.From(item.Head().ID))
}

// drawn gives those of some links that are drawn, or, in a map of some cards, all.
func (m *mapMaker) drawn(links []*model.Link) []*model.Link {
	if m.o.Only != nil {
		return links
	}
	return slices.DeleteFunc(slices.Clone(links), func(l *model.Link) bool { return !m.shown[l.ID] })
}

func (m *mapMaker) emptyCard(column model.Column) mapCard {
	s, card := m.style, mapCard{column: column}
	for _, line := range wrap(m.o.Metrics, m.say("figure.map.undecided"), s.size, false, s.columns[column-m.first].Width) {
		card.lines = append(card.lines, cardLine{left: line, size: s.size, mute: true})
	}
	card.height = float64(len(card.lines)) * s.lead * mmPerPoint
	return card
}

func (m *mapMaker) drawCard(card mapCard, at layout.Card) {
	y := m.top + at.Y
	if card.item == nil {
		m.drawLines(card.lines, at.X, at.X+at.W, y, mute, mute)
		return
	}
	s := m.style
	box := Rect{X: at.X, Y: y, W: at.W, H: at.H, Fill: white, Stroke: Stroke{Colour: ink, Width: 0.26 * s.line}}
	label, text := accent, ink
	switch card.column {
	case model.ActivityColumn:
		box.Fill = tint
	case model.ServiceColumn:
		box.Radius = s.corner
	case model.CommunityColumn:
		box.Radius, box.Stroke.Width = s.corner, 0.62*s.line
	case model.GoalColumn:
		label, text = white, white
		box.Fill, box.Stroke = mute, Stroke{}
		if colour, known := objectiveColours[string(card.item.(*model.Goal).Objective)]; known {
			box.Fill = colour
		}
	}
	m.shapes = append(m.shapes, box)
	left, wide := m.inner(card.column)
	if card.column == model.ActivityColumn {
		m.shapes = append(m.shapes, Rect{X: at.X, Y: y - 0.13*s.line, W: s.edge, H: at.H + 0.26*s.line, Fill: accent})
	}
	lines := card.lines
	x := at.X + left
	if goal, ok := card.item.(*model.Goal); ok {
		lines = m.drawGoalLabel(goal, lines, x, y+s.padY)
	}
	m.drawLines(lines, x, x+wide, y+s.padY, label, text)
}

// drawGoalLabel draws a goal’s shape with its label behind it, and gives the lines that
// are left to draw.
func (m *mapMaker) drawGoalLabel(goal *model.Goal, lines []cardLine, x, y float64) []cardLine {
	s := m.style
	size := s.size * 0.88 * mmPerPoint
	shape := objectiveShape(string(goal.Objective), x+size*0.56, y+s.size*0.47*mmPerPoint, size, white)
	if shape == nil {
		return lines
	}
	m.shapes = append(m.shapes, shape...)
	first := lines[0]
	m.shapes = append(m.shapes, Text{X: x + size*1.12 + s.pad, Y: y + s.size*baseline*mmPerPoint, String: first.left, Size: first.size, Bold: true, Colour: white})
	lines = append([]cardLine(nil), lines...)
	lines[0].left = ""
	return lines
}

// baseline is how far the baseline is under the top of a line, in parts of the type size.
const baseline = 0.79

func (m *mapMaker) drawLines(lines []cardLine, left, right, y float64, label, text Colour) {
	for i, line := range lines {
		colour := text
		switch {
		case i == 0 && line.bold:
			colour = label
		case line.mute && text != white:
			colour = mute
		}
		at := y + float64(i)*m.style.lead*mmPerPoint + line.size*baseline*mmPerPoint
		if line.left != "" {
			m.shapes = append(m.shapes, Text{X: left, Y: at, String: line.left, Size: line.size, Bold: line.bold, Colour: colour})
		}
		if line.right != "" {
			m.shapes = append(m.shapes, Text{X: right, Y: at, String: line.right, Size: line.size, Colour: mute, Align: Right})
		}
	}
}
