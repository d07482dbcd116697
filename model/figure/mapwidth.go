package figure

import (
	"slices"

	"commonplan/model"
	"commonplan/model/layout"
)

// Columns may give width to others that have too little: in steps of so many mm, and
// no more than this part of what they have.
const (
	widthStep = 0.5
	mostGiven = 0.14
	mostSteps = 40
	headGap   = 4   // between two heads
	hopeless  = 1.3 // cards this much too high for the map do not fit by becoming wider
)

// fitWidths makes the cards. A column whose longest word is too wide gets width from
// others, and then one whose cards are too high for the map, if that helps.
func (m *mapMaker) fitWidths(height float64) {
	least := m.wordWidths()
	floors := make([]float64, len(least))
	for i, column := range m.style.columns {
		floors[i] = max(column.Width*(1-mostGiven), least[i])
	}
	m.style.columns = slices.Clone(m.style.columns)
	m.makeCards()
	for i := range least {
		for m.style.columns[i].Width < least[i] && m.giveWidth(i, floors) {
		}
	}
	before := slices.Clone(m.style.columns)
	for range mostSteps {
		m.makeCards()
		needs := m.columnNeeds()
		tallest := slices.Index(needs, slices.Max(needs))
		if needs[tallest] <= height {
			return
		}
		if needs[tallest] > hopeless*height || !m.giveWidth(tallest, floors) {
			break
		}
	}
	m.style.columns = before
	m.makeCards()
}

// giveWidth gives a column a step of width from the one with most height to spare that
// may still give, and tells whether there was one.
func (m *mapMaker) giveWidth(to int, floors []float64) bool {
	needs, columns := m.columnNeeds(), m.style.columns
	from := -1
	for i := range columns {
		if i != to && columns[i].Width-widthStep >= floors[i] && (from < 0 || needs[i] < needs[from]) {
			from = i
		}
	}
	if from < 0 {
		return false
	}
	columns[from].Width -= widthStep
	columns[to].Width += widthStep
	return true
}

// columnNeeds gives the least height of each column.
func (m *mapMaker) columnNeeds() []float64 {
	needs := make([]float64, len(m.style.columns))
	for _, card := range m.cards {
		i := m.columnOf(card)
		if needs[i] > 0 {
			needs[i] += m.style.least
		}
		needs[i] += card.height
	}
	return needs
}

// wordWidths gives for each column how wide it must be for the longest word on its
// cards and for its head, which may reach into the gap to the next.
func (m *mapMaker) wordWidths() []float64 {
	widths := make([]float64, len(m.style.columns))
	for i, column := range m.style.columns {
		widths[i] = width(m.o.Metrics, m.head(i), m.style.head, true) + headGap - column.Gap
	}
	for _, t := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
		for _, item := range m.plan.List(t) {
			column := model.ColumnOf(item)
			if column < m.first {
				continue
			}
			_, inner := m.inner(column)
			around := m.style.columns[column-m.first].Width - inner
			for _, word := range splitWords(model.Title(item)) {
				wide := width(m.o.Metrics, word, m.style.size, column == model.GoalColumn)
				widths[column-m.first] = max(widths[column-m.first], wide+around+0.01)
			}
		}
	}
	return widths
}

func (m *mapMaker) columnOf(card mapCard) int { return int(card.column - m.first) }

func columns(gap float64, widths ...float64) []layout.Column {
	var all []layout.Column
	for _, w := range widths {
		all = append(all, layout.Column{Width: w, Gap: gap, Spacing: layout.Spread})
	}
	return all
}
