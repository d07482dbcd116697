package proposal

import (
	"strconv"

	"commonplan/model"
	"commonplan/model/paper"
)

// The longest plans shown month by month, and with a letter for each month.
const (
	mostLetters = 12
	mostMonths  = 36
	quarter     = 3
	yearMonths  = 12
)

// period is the plan's time as a scale of cells.
type period struct {
	start  model.Date // of month 1; may be unknown
	months int
	cell   int // months in a cell
}

// period covers the project's months, and any later month that something stands in.
func (m *maker) period() period {
	p := period{start: m.project.Start, months: m.project.Months, cell: 1}
	for _, a := range m.plan.Activities {
		p.months = max(p.months, a.Months.Last())
	}
	for _, ms := range m.plan.Milestones {
		p.months = max(p.months, ms.Month)
	}
	if p.months == 0 {
		p.months = yearMonths
	}
	p.months = min(p.months, model.MaxMonth)
	if p.months > mostMonths {
		p.cell = quarter
	}
	return p
}

func (p period) cells() int { return (p.months + p.cell - 1) / p.cell }

// at gives the cell of a month, and whether the month is within the period.
func (p period) at(month int) (int, bool) {
	return (month - 1) / p.cell, month >= 1 && month <= p.months
}

// date gives the calendar month of a month of the plan; zero if the start is unknown.
func (p period) date(month int) model.Date {
	if p.start.Month == 0 {
		return model.Date{}
	}
	return p.start.AddMonths(month - 1)
}

// scale labels the cells: a letter for each month, the month of each quarter or half
// year, or the number of each year, as long as there is room.
func (m *maker) scale(p period) *paper.Scale {
	s := &paper.Scale{Labels: make([]string, p.cells())}
	every := 1
	switch {
	case p.cell > 1:
		every = yearMonths / p.cell
	case p.months > 2*yearMonths:
		every = 6
	case p.months > mostLetters:
		every = quarter
	}
	for i := range s.Labels {
		month := i*p.cell + 1
		if i%every == 0 {
			s.Labels[i] = m.cellLabel(p, month)
		}
		if i > 0 && i%max(every, quarter) == 0 {
			s.Strong = append(s.Strong, i)
		}
	}
	return s
}

func (m *maker) cellLabel(p period, month int) string {
	date := p.date(month)
	switch {
	case p.cell > 1:
		return strconv.Itoa(month/yearMonths + 1)
	case date.IsZero():
		return strconv.Itoa(month)
	case p.months > mostLetters:
		return m.words.ShortMonth(date.Month)
	}
	return m.words.MonthLetter(date.Month)
}

// bars draws an activity's months and says them in words.
func (m *maker) bars(p period, months model.Months) paper.Cell {
	var cell paper.Cell
	for _, span := range months.Spans() {
		from, ok := p.at(span.First)
		to, _ := p.at(min(span.Last, p.months))
		if ok {
			cell.Bars = append(cell.Bars, paper.Bar{From: from, To: to})
		}
	}
	cell.Alt = m.monthWords(months)
	return cell
}

// monthWords says months: "months 4 to 5 and month 7"; that they are not decided if so.
func (m *maker) monthWords(months model.Months) string {
	if m.print.Large > 0 {
		return m.monthNumbers(months)
	}
	var all []string
	for _, span := range months.Spans() {
		if span.First == span.Last {
			all = append(all, m.say("proposal.timeline.month", with{"Month": span.First}))
		} else {
			all = append(all, m.say("proposal.timeline.months", with{"From": span.First, "To": span.Last}))
		}
	}
	if len(all) == 0 {
		return m.say("proposal.timeline.undecided")
	}
	return m.words.And(all)
}

// milestoneRow marks the milestones under the bars; those with the council are filled.
func (m *maker) milestoneRow(p period, before int) (paper.Row, bool) {
	var cell paper.Cell
	placed := map[int]int{} // month → its place in cell.Points
	for _, ms := range m.plan.Milestones {
		at, ok := p.at(ms.Month)
		if !ok {
			continue
		}
		if i, double := placed[ms.Month]; double {
			cell.Points[i].Filled = cell.Points[i].Filled || ms.Council
			continue
		}
		placed[ms.Month] = len(cell.Points)
		cell.Points = append(cell.Points, paper.Point{At: at, Label: strconv.Itoa(ms.Month), Filled: ms.Council})
	}
	cell.Alt = m.say("proposal.timeline.milestones.alt")
	label := paper.TextCell(paper.Strong(m.say("proposal.timeline.milestones")))
	label.Span = before
	return paper.Row{Kind: paper.RowSubtotal, Cells: []paper.Cell{label, cell}}, len(cell.Points) > 0
}

// milestoneText lists the milestones by month: "1 panel formed · 8 council review, June
// 2027 (filled)".
func (m *maker) milestoneText(p period) paper.Text {
	var text paper.Text
	for _, ms := range m.plan.Milestones {
		if len(text) > 0 {
			text = append(text, paper.Plain(m.say("proposal.dot")))
		}
		said := oneLine(ms.Title)
		if date := p.date(ms.Month); ms.Council {
			said = m.say("proposal.timeline.council", with{"Title": said})
			if !date.IsZero() && ms.Month > 0 {
				said = m.say("proposal.timeline.council.date", with{"Title": oneLine(ms.Title), "Date": m.words.Date(date)})
			}
		}
		if owner := oneLine(ms.Owner); owner != "" && m.full {
			said = m.say("proposal.timeline.owner", with{"Title": said, "Owner": owner})
		}
		if ms.Month == 0 {
			text = append(text, paper.Plain(m.say("proposal.timeline.sometime", with{"Title": said})))
			continue
		}
		text = append(text, paper.Strong(strconv.Itoa(ms.Month)), paper.Plain(" "), paper.Plain(said))
	}
	return text
}

// runs says from when to when the plan runs; "" if its start is unknown.
func (m *maker) runs(p period) string {
	first := p.date(1)
	if first.IsZero() || m.project.Months == 0 {
		return ""
	}
	return m.say("proposal.timeline.runs", with{"From": m.words.Date(model.Date{Year: first.Year, Month: first.Month}), "To": m.words.Date(p.date(m.project.Months))})
}
