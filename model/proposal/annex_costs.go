package proposal

import (
	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// yearsOnSheet is how many years the annex sets beside each other.
const yearsOnSheet = 5

// annexCosts lists every line of cost and every source of funding, year by year.
func (m *maker) annexCosts() []paper.Block {
	if len(m.plan.Costs) == 0 && len(m.plan.Funding) == 0 {
		return []paper.Block{m.notYet("proposal.costs.decide")}
	}
	var blocks []paper.Block
	if bars, any := figure.YearBars(m.plan, m.chart(tableWidth, 0)); any {
		blocks = append(blocks, paper.Figure{Picture: bars})
	}
	for first := 0; first < len(m.totals.Years); first += yearsOnSheet {
		last := min(first+yearsOnSheet, len(m.totals.Years))
		sheet := sheet{m: m, first: first, last: last, sum: last == len(m.totals.Years)}
		blocks = append(blocks, sheet.costs(), sheet.funding())
	}
	blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.secured())})
	if share := m.runningShare(); share != "" {
		blocks = append(blocks, m.lead("proposal.costs.share", share))
	}
	if frame, any := m.inKind(); any {
		blocks = append(blocks, frame)
	}
	return blocks
}

// sheet is a stretch of years that have room beside each other.
type sheet struct {
	m           *maker
	first, last int  // years, from 0
	sum         bool // the last sheet: it has a column for all years, if there are several
}

func (s sheet) all() bool { return s.sum && len(s.m.totals.Years) > 1 }

func (s sheet) yearCols(cols []paper.Col) []paper.Col {
	m := s.m
	if len(m.totals.Years) == 1 {
		return append(cols, paper.Col{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right})
	}
	for y := s.first; y < s.last; y++ {
		cols = append(cols, paper.Col{Head: m.say("proposal.costs.col.year", with{"Year": y + 1}), Width: moneyWidth, Align: paper.Right})
	}
	if s.all() {
		cols = append(cols, paper.Col{Head: m.say("proposal.costs.col.all"), Width: moneyWidth, Align: paper.Right})
	}
	return cols
}

// cells gives the sums of the sheet's years, and of all years on the last sheet.
func (s sheet) cells(money func(model.Pence) paper.Cell, year func(int) model.Pence, sum model.Pence) []paper.Cell {
	var cells []paper.Cell
	for y := s.first; y < s.last; y++ {
		cells = append(cells, money(year(y)))
	}
	if s.all() {
		cells = append(cells, money(sum))
	}
	return cells
}

func (s sheet) costs() paper.Block {
	m := s.m
	t := paper.Table{Name: m.say("proposal.annex.costs"), Tight: true, Cols: s.yearCols([]paper.Col{
		{Width: 15}, {Head: m.say("proposal.costs.col.cost"), Names: true}, {Head: m.say("proposal.costs.col.working"), Width: 42}})}
	before := ""
	for _, l := range m.lines(model.Direct) {
		row := s.line(l)
		row.Group = m.forLabel(l)
		if row.Group == before {
			row.Kind, row.Cells[0] = paper.RowSame, paper.Cell{}
		}
		before = row.Group
		t.Rows = append(t.Rows, row)
	}
	sum := func(kind paper.RowKind, key string, of func(insight.Sums) model.Pence, total model.Pence) {
		name := paper.TextCell(paper.Strong(m.say(key)))
		name.Span = 2
		t.Rows = append(t.Rows, paper.Row{Kind: kind, Cells: append([]paper.Cell{{}, name},
			s.cells(m.strongMoney, func(y int) model.Pence { return of(m.totals.Years[y]) }, total)...)})
	}
	sum(paper.RowSubtotal, "proposal.costs.direct", func(y insight.Sums) model.Pence { return y.Direct }, m.totals.Direct)
	for _, l := range m.lines(model.Running) {
		row := s.line(l)
		row.Kind = paper.RowSame
		t.Rows = append(t.Rows, row)
	}
	sum(paper.RowTotal, "proposal.costs.full", func(y insight.Sums) model.Pence { return y.Full() }, m.totals.Full())
	return t
}

func (s sheet) line(l line) paper.Row {
	m := s.m
	return paper.Row{Cells: append([]paper.Cell{
		paper.TextCell(paper.ID(m.forLabel(l))), m.cell(l.name), optional(m.workings(l))},
		s.cells(m.money, func(y int) model.Pence { return l.years[y] }, l.sum)...)}
}

func (s sheet) funding() paper.Block {
	m := s.m
	t := paper.Table{Name: m.say("proposal.funding.table"), Tight: true, Cols: s.yearCols([]paper.Col{
		{Head: m.say("proposal.funding.col.source"), Names: true}, {Head: m.say("proposal.funding.col.status"), Width: 42}})}
	for _, f := range m.plan.Funding {
		name := m.cell(f.Source)
		if note := oneLine(f.Note); note != "" {
			name.Lines = append(name.Lines, paper.Text{paper.Muted(note)})
		}
		t.Rows = append(t.Rows, paper.Row{Cells: append([]paper.Cell{name, m.fundingStatus(f.Status)},
			s.cells(m.money, func(y int) model.Pence { return m.fundedIn(f, y) }, amountOf(f))...)})
	}
	sum := func(kind paper.RowKind, key string, of func(insight.Sums) model.Pence, total model.Pence) {
		name := paper.TextCell(paper.Strong(m.say(key)))
		name.Span = 2
		t.Rows = append(t.Rows, paper.Row{Kind: kind, Cells: append([]paper.Cell{name},
			s.cells(m.strongMoney, func(y int) model.Pence { return of(m.totals.Years[y]) }, total)...)})
	}
	sum(paper.RowSubtotal, "proposal.funding.all", func(y insight.Sums) model.Pence { return y.Found() }, m.totals.Found())
	sum(paper.RowTotal, "proposal.gap.nil", func(y insight.Sums) model.Pence { return y.Gap() }, m.totals.Gap())
	return t
}

// fundedIn is what a source gives in a year, from 0; what lies outside the counted
// years is counted with the nearest, as in the totals.
func (m *maker) fundedIn(f *model.Funding, year int) model.Pence {
	var sum model.Pence
	for y, amount := range f.Amount {
		if min(max(y, 1), len(m.totals.Years))-1 == year {
			sum += amount
		}
	}
	return sum
}
