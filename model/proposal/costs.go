package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// The widths of the costs and of the funding beside them, in mm.
const (
	costsWidth   = 99
	costsGap     = 8
	fundingWidth = 67
	moneyWidth   = 17
)

// mostYearsAcross is how many years have room beside the names of the lines.
const mostYearsAcross = 3

// costs sets the costs and the funding side by side. The gap has its own line always,
// and what is given in kind stands apart.
func (m *maker) costs() []paper.Block {
	if m.print.Large > 0 {
		return m.largeCosts()
	}
	var left []paper.Block
	switch {
	case len(m.plan.Costs) == 0:
		left = append(left, m.notYet("proposal.costs.decide"))
	case m.shorten >= shortCosts && len(m.plan.Activities) > 0 && m.open == nil: // a small plan's lines are few
		left = append(left, m.costsByActivity(), small(m.say("proposal.costs.elsewhere")))
	default:
		left = append(left, m.costTable())
	}
	if len(m.totals.Years) > mostYearsAcross {
		left = append(left, m.yearsTable())
	}
	columns := paper.Columns{Gap: costsGap, Keep: true, Cols: []paper.Column{
		{Width: costsWidth, Blocks: left},
		{Width: fundingWidth, Blocks: m.funding()},
	}}
	if bar, any := figure.MoneyBar(m.plan, m.chart(tableWidth, 0)); any && m.full {
		return []paper.Block{paper.Figure{Picture: bar}, columns}
	}
	return []paper.Block{columns}
}

// line is one line of cost over all years: records that differ in their year only.
type line struct {
	activities []model.ID
	name       string
	kind       model.CostKind
	records    []*model.Cost
	years      []model.Pence
	sum        model.Pence
}

// lines puts the years of cost lines together, in the order of their activities; those
// for all activities come last.
func (m *maker) lines(kind model.CostKind) []line {
	var lines []line
	for _, c := range m.plan.Costs {
		if kindOf(c) != kind {
			continue
		}
		i := slices.IndexFunc(lines, func(l line) bool {
			return l.name == oneLine(c.Line) && slices.Equal(l.activities, c.Activities) &&
				!slices.ContainsFunc(l.records, func(other *model.Cost) bool { return m.year(other) == m.year(c) })
		})
		if i < 0 {
			i = len(lines)
			lines = append(lines, line{activities: c.Activities, name: oneLine(c.Line), kind: kind,
				years: make([]model.Pence, len(m.totals.Years))})
		}
		amount := m.totals.Amount(c)
		lines[i].records = append(lines[i].records, c)
		lines[i].years[m.year(c)] += amount
		lines[i].sum += amount
	}
	slices.SortStableFunc(lines, func(a, b line) int { return m.activityPlace(a) - m.activityPlace(b) })
	return lines
}

// kindOf is the kind a line counts as; one that is not decided yet counts as direct.
func kindOf(c *model.Cost) model.CostKind {
	if c.Kind == model.Running || c.Kind == model.InKind {
		return c.Kind
	}
	return model.Direct
}

// year gives the place of a line's year in the totals.
func (m *maker) year(c *model.Cost) int { return min(max(c.Year, 1), len(m.totals.Years)) - 1 }

func (m *maker) activityPlace(l line) int {
	place := len(m.plan.Activities)
	for i, a := range m.plan.Activities {
		if slices.Contains(l.activities, a.ID) {
			return i
		}
	}
	return place
}

// forLabel says what a line is for: "A1", "A1, A4", "all".
func (m *maker) forLabel(l line) string {
	if label := m.labels(m.inOrder(l.activities)); label != "" {
		return label
	}
	return m.say("proposal.costs.all")
}

// working says how a line's sum comes about: "138 × £45", "with on-costs".
func (m *maker) working(c *model.Cost) string {
	said := c.Quantity.String()
	if said != "" && c.Rate != 0 {
		said = m.say("proposal.costs.times", with{"Quantity": c.Quantity.String(), "Rate": c.Rate.String()})
	}
	return m.pair("proposal.title.pair", said, c.Working)
}

// figures writes sums as tables do: pence in every figure if any has them, else in none.
func (m *maker) figures(p model.Pence) string {
	if !m.pence || p%100 != 0 {
		return p.Figures()
	}
	return m.say("proposal.costs.even", with{"Pounds": p.Figures()})
}

// share is a sum with a part of lines that several activities share: to the pound, where
// no line has pence.
func (m *maker) share(p model.Pence) model.Pence {
	if m.pence {
		return p
	}
	return figure.ToPound(p)
}

func (m *maker) money(p model.Pence) paper.Cell { return paper.WordsCell(m.figures(p)) }

func (m *maker) strongMoney(p model.Pence) paper.Cell {
	return paper.TextCell(paper.Strong(m.figures(p)))
}

// anyPence tells whether a sum that tables show is not in whole pounds.
func (m *maker) anyPence() bool {
	for _, c := range m.plan.Costs {
		if m.totals.Amount(c)%100 != 0 {
			return true
		}
	}
	for _, f := range m.plan.Funding {
		for _, amount := range f.Amount {
			if amount%100 != 0 {
				return true
			}
		}
	}
	return false
}

// costTable lists direct costs line by line, then running costs and the full cost.
func (m *maker) costTable() paper.Block {
	t, years := m.costFrame()
	before := ""
	for _, l := range m.lines(model.Direct) {
		row := m.costRow(l, years)
		row.Group = m.forLabel(l)
		if row.Group == before {
			row.Kind, row.Cells[0] = paper.RowSame, paper.Cell{}
		}
		before = row.Group
		t.Rows = append(t.Rows, row)
	}
	span := 2 // the line and its working
	if years {
		span = 1
	}
	t.Rows = append(t.Rows, m.sums(years, span)...)
	if !years && m.open != nil && m.isUndecided(t, 2) {
		dropColumn(&t, 2)
	}
	return t
}

// costFrame gives a cost table without rows; years tells whether each year has a column.
func (m *maker) costFrame() (t paper.Table, years bool) {
	n := len(m.totals.Years)
	years = n > 1 && n <= mostYearsAcross
	first := 9.0
	for _, l := range m.lines(model.Direct) {
		if len(m.labelsOf(l.activities)) > 1 {
			first = 15
		}
	}
	t = paper.Table{Name: m.say("proposal.costs.table"), Tight: true, Cols: []paper.Col{
		{Width: first},
		{Head: m.period12("proposal.costs.col.cost"), Names: true},
	}}
	if !years {
		t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.costs.col.working"), Width: 28},
			paper.Col{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right})
		return t, years
	}
	for i := range n {
		t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.costs.col.year", with{"Year": i + 1}), Width: moneyWidth, Align: paper.Right})
	}
	return t, years
}

func (m *maker) costRow(l line, years bool) paper.Row {
	row := paper.Row{Cells: []paper.Cell{paper.TextCell(paper.ID(m.forLabel(l))), m.cell(l.name)}}
	if !years {
		return paper.Row{Cells: append(row.Cells, optional(m.workings(l)), m.money(l.sum))}
	}
	for _, sum := range l.years {
		row.Cells = append(row.Cells, m.money(sum))
	}
	return row
}

// workings says how a line's sums come about, each way once.
func (m *maker) workings(l line) string {
	var all []string
	for _, c := range l.records {
		said := m.working(c)
		if kindOf(c) == model.Running {
			said = m.pair("proposal.title.pair", insight.ShareWorking(m.words, c), said)
		}
		if said != "" && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return m.words.Semicolons(all)
}

// sums closes a cost table: direct costs, running costs with their share, full cost.
// span is how many columns stand before the sums, after the one of the activities.
func (m *maker) sums(years bool, span int) []paper.Row {
	row := func(kind paper.RowKind, name paper.Run, money func(model.Pence) paper.Cell, sum model.Pence, of []model.Pence) paper.Row {
		cell := paper.TextCell(name)
		cell.Span = span
		r := paper.Row{Kind: kind, Cells: []paper.Cell{{}, cell}}
		if !years {
			of = []model.Pence{sum}
		}
		for _, p := range of {
			r.Cells = append(r.Cells, money(p))
		}
		return r
	}
	var direct, full []model.Pence
	for _, y := range m.totals.Years {
		direct, full = append(direct, y.Direct), append(full, y.Full())
	}
	rows := []paper.Row{row(paper.RowSubtotal, paper.Strong(m.say("proposal.costs.direct")), m.strongMoney, m.totals.Direct, direct)}
	running := m.lines(model.Running)
	for _, l := range running {
		share := m.workings(l)
		if years {
			share = percents(l) // the sentence beside the table says of what
		}
		name := m.pair("proposal.title.pair", l.name, share)
		rows = append(rows, row(paper.RowSame, paper.Plain(name), m.money, l.sum, l.years))
	}
	if len(running) == 0 && !m.leave("running") {
		none := func(model.Pence) paper.Cell { return paper.TextCell(paper.Muted(m.say("proposal.costs.none"))) }
		rows = append(rows, row(paper.RowSame, paper.Plain(m.say("proposal.costs.running")), none, 0, make([]model.Pence, len(m.totals.Years))))
	}
	kind := paper.RowTotal
	if years {
		kind = paper.RowSubtotal
	}
	rows = append(rows, row(kind, paper.Strong(m.say("proposal.costs.full")), m.strongMoney, m.totals.Full(), full))
	if n := len(m.totals.Years); years {
		name := paper.TextCell(paper.Strong(m.say("proposal.costs.full.years", with{"N": n, "Number": m.words.Number(n)})))
		name.Span = span + n - 1
		rows = append(rows, paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{{}, name, m.strongMoney(m.totals.Full())}})
	}
	return rows
}

// percents gives the share that a running line takes, if it is the same in all years.
func percents(l line) string {
	said := ""
	for _, c := range l.records {
		share, ok := c.Share()
		if !ok || said != "" && said != insight.Percent(share) {
			return ""
		}
		said = insight.Percent(share)
	}
	return said
}

// costsByActivity is the shorter cost table: one line an activity.
func (m *maker) costsByActivity() paper.Block {
	n := len(m.totals.Years)
	years := n > 1 && n <= mostYearsAcross
	t := paper.Table{Name: m.say("proposal.costs.table"), Tight: true, Cols: []paper.Col{
		{Width: 9}, {Head: m.period12("proposal.costs.col.cost"), Names: true}}}
	if years {
		for i := range n {
			t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.costs.col.year", with{"Year": i + 1}), Width: moneyWidth, Align: paper.Right})
		}
	} else {
		t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right})
	}
	for _, a := range m.plan.Activities {
		costs := m.totals.Of(a.ID)
		row := paper.Row{Cells: []paper.Cell{m.labelCell(a.ID), m.cell(a.Title)}}
		if years {
			for _, y := range costs.Years {
				row.Cells = append(row.Cells, m.money(m.share(y.Direct)))
			}
		} else {
			row.Cells = append(row.Cells, m.money(m.share(costs.Direct)))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, m.sums(years, 1)...)
	return t
}

// yearsTable gives the full cost of each year where there are too many for columns.
func (m *maker) yearsTable() paper.Block {
	t := paper.Table{Name: m.say("proposal.costs.years"), Tight: true, Cols: []paper.Col{
		{Head: m.say("proposal.costs.years"), Names: true},
		{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right}}}
	for i, y := range m.totals.Years {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			paper.WordsCell(m.say("proposal.costs.year", with{"Year": i + 1})), m.money(y.Full())}})
	}
	return t
}

// period12 says something about the plan's whole time, in years if they are whole.
func (m *maker) period12(key string) string {
	months := m.project.Months
	switch {
	case months <= 0:
		return m.say(key)
	case months > yearMonths && months%yearMonths == 0:
		return m.say(key+".years", with{"N": months / yearMonths, "Number": m.words.Number(months / yearMonths)})
	}
	return m.say(key+".months", with{"N": months})
}
