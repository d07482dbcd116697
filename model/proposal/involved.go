package proposal

import (
	"slices"
	"strconv"

	"commonplan/model"
	"commonplan/model/paper"
)

// heard lists the occasions of listening that may be printed.
func (m *maker) heard() []*model.Listening {
	return slices.DeleteFunc(slices.Clone(m.plan.Listening), func(l *model.Listening) bool { return l.Private })
}

func (m *maker) involved() []paper.Block {
	heard := m.heard()
	if len(heard) == 0 {
		return []paper.Block{m.notYet("proposal.involved.decide")}
	}
	if m.open != nil && !slices.ContainsFunc(heard, func(l *model.Listening) bool { return oneLine(l.Changed) != "" }) {
		return m.involvedInWords(heard)
	}
	year := sameYear(heard)
	when := m.say("proposal.involved.col.when")
	if year > 0 {
		when = m.say("proposal.involved.col.when.year", with{"Year": strconv.Itoa(year)})
	}
	t := paper.Table{Name: m.say("proposal.involved.table"), Cols: []paper.Col{
		{Head: when, Width: 30, Names: true},
		{Head: m.say("proposal.involved.col.who"), Width: 68},
	}}
	if m.full {
		t.Cols[1].Width = 45
		t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.involved.col.heard"), Width: 48})
	}
	t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.involved.col.changed")})
	for _, l := range heard {
		dates := m.words.Dates(l.From, l.Date)
		if year > 0 {
			dates = m.words.DatesWithoutYear(l.From, l.Date)
		}
		who := m.pair("proposal.involved.who", l.Title, m.people(l.Who, l.HowMany))
		row := paper.Row{Cells: []paper.Cell{m.cell(dates), m.cell(who)}}
		if m.full {
			row.Cells = append(row.Cells, m.cell(l.Heard))
		}
		t.Rows = append(t.Rows, paper.Row{Cells: append(row.Cells, m.cell(l.Changed))})
	}
	fitColumns(&t, columnsFrom(1, len(t.Cols))...)
	return append([]paper.Block{m.leaveEmpty(t, map[int]string{0: "involved.when"})}, m.leadOr("involved.missing", "proposal.involved.missing", m.missing(heard))...)
}

// involvedInWords names the occasions of listening in a sentence, where nobody has said
// yet what changed because of them.
func (m *maker) involvedInWords(heard []*model.Listening) []paper.Block {
	m.leave("involved.changed")
	var all []string
	for _, l := range heard {
		who := m.pair("proposal.involved.who", l.Title, m.people(l.Who, l.HowMany))
		all = append(all, m.pair("proposal.title.pair", who, m.words.Dates(l.From, l.Date)))
	}
	said := paper.Paragraph{Text: paper.Words(m.sentence(m.words.Semicolons(all)))}
	return append([]paper.Block{said}, m.leadOr("involved.missing", "proposal.involved.missing", m.missing(heard))...)
}

// missing says who was not heard, each once.
func (m *maker) missing(heard []*model.Listening) string {
	var all []string
	for _, l := range heard {
		if missing := oneLine(l.Missing); missing != "" && !slices.Contains(all, missing) {
			all = append(all, missing)
		}
	}
	return m.dots(all)
}

// sameYear gives the year if all occasions have a month of one and the same year, else 0.
func sameYear(heard []*model.Listening) int {
	year := 0
	for _, l := range heard {
		for _, d := range []model.Date{l.From, l.Date} {
			if d.IsZero() {
				continue
			}
			if d.Month == 0 || year != 0 && d.Year != year {
				return 0
			}
			year = d.Year
		}
	}
	return year
}
