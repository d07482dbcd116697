package costs

import (
	"fyne.io/fyne/v2/theme"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
	"commonplan/ui/sheet"
)

// newCosts gives the table of cost lines.
func (p *Page) newCosts() *part {
	t := p.newPart(model.TypeCost, nil)
	t.sheet.OnHead = func(int) { p.addYear() }
	t.put, t.sums = writer.put, firstYear
	t.fresh = func(below []model.ID) model.Item { return p.freshCost(below, model.Direct) }
	return t
}

// freshCost gives a new line for the same as the one above it.
func (p *Page) freshCost(below []model.ID, kind model.CostKind) *model.Cost {
	fresh := &model.Cost{Kind: kind, Year: 1}
	if len(below) > 0 {
		if above, ok := p.desk.Plan().Item(below[0]).(*model.Cost); ok {
			fresh.Activities, fresh.Kind = above.Activities, kindOf(above)
		}
	}
	return fresh
}

// costColumns are as wide as the plan’s words and figures need.
func (p *Page) costColumns(totals *insight.Totals, lines []line) []sheet.Column {
	wide := func(text string, semibold bool) float32 {
		return look.TextWidth(text, theme.Size(look.Body), semibold)/look.Scale() + 18
	}
	labels := float32(40)
	for _, l := range lines {
		labels = max(labels, wide(forText(p.words, p.desk.Plan(), l.first()), false))
	}
	all := []sheet.Column{{Head: p.words.Say("costs.col.name"), Part: 1.3}, {Head: p.words.Say("costs.col.for"), Width: min(labels, 104)},
		{Head: p.words.Say("costs.col.working"), Part: 1}, {Head: p.words.Say("costs.col.kind"), Width: 72}}
	year := float32(76)
	if p.years == 1 {
		year = 88
	}
	for _, sums := range totals.Years {
		year = max(year, wide(p.total(sums.Full()), true))
	}
	for y := range p.years {
		all = append(all, sheet.Column{Head: p.words.Say("costs.col.year", words.With{"Year": y + 1}), Number: true, Width: year})
	}
	if p.years == 1 {
		all = append(all, sheet.Column{Head: p.words.Say("costs.col.add_year"), Action: true, Width: 56})
	}
	return all
}

// costRows gives direct lines, their sum, running costs and the full cost.
func (p *Page) costRows(totals *insight.Totals, direct, running []line) (rows []sheet.Row, ids [][]model.ID) {
	add := func(row sheet.Row, of []model.ID) { rows, ids = append(rows, row), append(ids, of) }
	for _, l := range direct {
		add(p.costRow(totals, l), l.ids())
	}
	add(p.sums(sheet.Subtotal, "costs.direct_total", totals, func(s insight.Sums) model.Pence { return s.Direct }), nil)
	for _, l := range running {
		add(p.costRow(totals, l), l.ids())
	}
	add(p.sums(sheet.Total, "costs.full", totals, func(s insight.Sums) model.Pence { return s.Full() }), nil)
	return rows, ids
}

func (p *Page) costRow(totals *insight.Totals, l line) sheet.Row {
	first := l.first()
	share := isShare(first)
	text, edit := workingOf(p.words, l)
	row := sheet.Row{Key: string(first.ID), Cells: []sheet.Cell{
		{Text: first.Line},
		{Text: forText(p.words, p.desk.Plan(), first), Choices: func() []sheet.Choice { return forChoices(p.words, p.desk.Plan(), first) }},
		{Text: text, Edit: edit, Fixed: share},
		{Text: p.words.Say("costs.kind." + string(kindOf(first))), Choices: func() []sheet.Choice { return p.kinds(kindOf(first)) }},
	}}
	for y := range p.years {
		cell := sheet.Cell{Fixed: share}
		if record := l.in(y + 1); record != nil {
			cell.Text = p.figures(totals.Amount(record))
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// figures leaves a cell empty that holds no sum.
func (p *Page) figures(sum model.Pence) string {
	if sum == 0 {
		return ""
	}
	return p.total(sum)
}

// total writes a sum as tables do: pence in every figure if any has them, else in none.
func (p *Page) total(sum model.Pence) string {
	if !p.pence || sum%100 != 0 {
		return sum.Figures()
	}
	return p.words.Say("costs.even", words.With{"Pounds": sum.Figures()})
}

// anyPence tells whether a sum of the tables is not in whole pounds.
func anyPence(plan *model.Plan, totals *insight.Totals) bool {
	for _, c := range plan.Costs {
		if totals.Amount(c)%100 != 0 {
			return true
		}
	}
	for _, f := range plan.Funding {
		for _, sum := range f.Amount {
			if sum%100 != 0 {
				return true
			}
		}
	}
	return false
}

func (p *Page) kinds(now model.CostKind) []sheet.Choice {
	_, values := model.Direct.Choices()
	all := make([]sheet.Choice, len(values))
	for i, value := range values {
		said := p.words.Say("costs.kind." + value)
		all[i] = sheet.Choice{Label: said, Text: said, On: value == string(now)}
	}
	return all
}

// sums gives a row that adds each year up.
func (p *Page) sums(kind sheet.Kind, key string, totals *insight.Totals, of func(insight.Sums) model.Pence) sheet.Row {
	row := sheet.Row{Key: key, Kind: kind, Cells: make([]sheet.Cell, firstYear)}
	row.Cells[nameColumn].Text = p.words.Say(key)
	for y := range p.years {
		var sum model.Pence
		if y < len(totals.Years) {
			sum = of(totals.Years[y])
		}
		row.Cells = append(row.Cells, sheet.Cell{Text: p.total(sum)})
	}
	return row
}
