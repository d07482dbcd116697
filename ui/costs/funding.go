package costs

import (
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
	"commonplan/ui/sheet"
)

// The columns of the funding after the first, who pays.
const (
	statusColumn = 1
	amountColumn = 2
)

// statusIcons are the signs beside the words of a status.
var statusIcons = map[model.FundingStatus]look.Icon{
	model.FundingAsked: look.IconMail, model.Applied: look.IconClock, model.Secured: look.IconCheck, model.Own: look.IconCoin,
}

// newFunding gives the table of who pays.
func (p *Page) newFunding() *part {
	t := p.newPart(model.TypeFunding, nil)
	t.sheet.Open = true
	t.sums = amountColumn
	t.fresh = func([]model.ID) model.Item { return &model.Funding{} }
	t.put = func(w writer, ids []model.ID, column int, text string) ([]model.ID, error) {
		return ids, w.putFunding(ids[0], column, strings.TrimSpace(text), years{p.planned, p.years})
	}
	return t
}

// years are how many the plan has, and how many one can write sums for.
type years struct{ planned, most int }

// putFunding stores a text in a column of the funding.
func (w writer) putFunding(id model.ID, column int, text string, of years) error {
	f, ok := w.change.Plan().Item(id).(*model.Funding)
	if !ok {
		return model.NewProblem("problem.record", "Text", string(id))
	}
	f = model.Clone(f)
	switch column {
	case 0:
		f.Source = text
	case statusColumn:
		_, values := model.Secured.Choices()
		status, err := readChoice[model.FundingStatus](w.words, "costs.status.", text, values)
		if err != nil {
			return err
		}
		f.Status = status
	case amountColumn:
		if err := readAmounts(f, text, of); err != nil {
			return err
		}
	}
	return w.change.Put(f)
}

// readAmounts reads the sums of the years: one for each, joined by plus signs.
func readAmounts(f *model.Funding, text string, of years) error {
	if strings.Contains(text, ":") || text == "" {
		return model.SetText(f, "amount", text)
	}
	parts := strings.Split(text, "+")
	if len(parts) > of.most || len(parts) == 1 && of.planned > 1 {
		return model.NewProblem("costs.problem.years", "N", of.most)
	}
	amounts := map[int]model.Pence{}
	for i, part := range parts {
		sum, err := model.ParsePence(part)
		if err != nil {
			return err
		}
		if sum != 0 {
			amounts[i+1] = sum
		}
	}
	f.Amount = amounts
	return nil
}

// amountsText gives the sums of the years as they are typed.
func amountsText(f *model.Funding, planned int) string {
	var parts []string
	for year := range planned {
		parts = append(parts, f.Amount[year+1].Figures())
	}
	return strings.Join(parts, " + ")
}

func (p *Page) fundingColumns() []sheet.Column {
	return []sheet.Column{{Head: p.words.Say("costs.col.funding")}, {Head: p.words.Say("costs.col.status"), Width: 96},
		{Head: p.words.Say("costs.col.years", words.With{"N": p.years}), Number: true, Width: 82}}
}

// statuses are what a funding may be, in the words of the table.
func (p *Page) statuses(now model.FundingStatus) []sheet.Choice {
	_, values := model.Secured.Choices()
	choices := make([]sheet.Choice, len(values))
	for i, value := range values {
		said := p.words.Say("costs.status." + value)
		choices[i] = sheet.Choice{Label: said, Text: said, On: value == string(now)}
	}
	return choices
}

func (p *Page) fundingRows(totals *insight.Totals) (rows []sheet.Row, ids [][]model.ID) {
	for _, f := range p.desk.Plan().Funding {
		status := sheet.Cell{Icon: statusIcons[f.Status], Choices: func() []sheet.Choice { return p.statuses(f.Status) }}
		if status.Text = p.words.Say("costs.status.open"); f.Status != "" {
			status.Text = p.words.Say("costs.status." + string(f.Status))
		}
		var sum model.Pence
		for _, amount := range f.Amount {
			sum += amount
		}
		amount := sheet.Cell{Text: p.figures(sum)}
		if sum != 0 {
			amount.Edit = amountsText(f, p.planned)
		}
		rows = append(rows, sheet.Row{Key: string(f.ID), Cells: []sheet.Cell{{Text: f.Source}, status, amount}})
		ids = append(ids, []model.ID{f.ID})
	}
	if len(rows) == 0 {
		none := sheet.Row{Key: "none", Kind: sheet.Remark, Cells: []sheet.Cell{{Text: p.words.Say("costs.no_funding")}, {}, {Text: p.words.Say("costs.none")}}}
		return []sheet.Row{none}, [][]model.ID{nil}
	}
	sum := []sheet.Cell{{Text: p.words.Say("costs.funding_total")}, {}, {Text: p.total(totals.Found())}}
	return append(rows, sheet.Row{Key: "total", Kind: sheet.Subtotal, Cells: sum}), append(ids, nil)
}

// newInKind gives the table of what is given instead of money.
func (p *Page) newInKind() *part {
	t := p.newPart(model.TypeCost, nil)
	t.sheet.Open = true
	t.sums = 1
	t.fresh = func([]model.ID) model.Item { return &model.Cost{Kind: model.InKind, Year: 1} }
	t.put = func(w writer, ids []model.ID, column int, text string) ([]model.ID, error) {
		switch {
		case column == 0:
			return w.put(ids, nameColumn, text)
		case len(ids) > 1:
			return ids, model.NewProblem("costs.problem.several")
		}
		c, ok := w.change.Plan().Item(ids[0]).(*model.Cost)
		if !ok {
			return ids, model.NewProblem("problem.record", "Text", string(ids[0]))
		}
		return w.putSum(ids, yearOf(c), strings.TrimSpace(text))
	}
	return t
}

func (p *Page) inKindColumns() []sheet.Column {
	return []sheet.Column{{Head: p.words.Say("costs.in_kind"), Part: 1}, {Head: "", Number: true, Width: 84}}
}

func (p *Page) inKindRows(totals *insight.Totals) (rows []sheet.Row, ids [][]model.ID) {
	for _, l := range linesOf(p.desk.Plan(), model.InKind) {
		name := sheet.Cell{Text: l.first().Line, Edit: l.first().Line}
		if working, _ := workingOf(p.words, l); working != "" {
			name.Text = p.words.Say("costs.named_working", words.With{"Line": l.first().Line, "Working": working})
		}
		sum := sheet.Cell{Text: p.figures(sumOf(totals, l)), Fixed: len(l.records) > 1}
		if c := l.first(); len(l.records) == 1 && c.Quantity != "" && c.Rate != 0 {
			sum.Edit = workingText(p.words, &model.Cost{Quantity: c.Quantity, Rate: c.Rate})
		}
		if sum.Text == "" {
			sum.Text = p.words.Say("costs.none")
		}
		rows = append(rows, sheet.Row{Key: string(l.first().ID), Cells: []sheet.Cell{name, sum}})
		ids = append(ids, l.ids())
	}
	if len(rows) == 0 {
		none := sheet.Row{Key: "none", Kind: sheet.Remark, Cells: []sheet.Cell{{Text: p.words.Say("costs.no_in_kind")}, {Text: p.words.Say("costs.none")}}}
		return []sheet.Row{none}, [][]model.ID{nil}
	}
	return rows, ids
}
