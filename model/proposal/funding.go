package proposal

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// funding lists who pays and the gap, then says in sentences what is secured, how
// running costs are shared and what each person costs; in kind stands apart.
func (m *maker) funding() []paper.Block {
	var blocks []paper.Block
	if len(m.plan.Funding) == 0 {
		blocks = append(blocks, m.notYet("proposal.funding.decide"))
	}
	blocks = append(blocks, m.fundingTable())
	if len(m.plan.Funding) > 0 {
		blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.secured())})
	}
	if share := m.runningShare(); share != "" {
		blocks = append(blocks, m.lead("proposal.costs.share", share))
	}
	if len(m.plan.Costs) > 0 && (m.totals.Reach > 0 || !m.leave("reach")) {
		blocks = append(blocks, m.each())
	}
	if frame, any := m.inKind(); any {
		blocks = append(blocks, frame)
	}
	return blocks
}

func (m *maker) fundingTable() paper.Block {
	t := paper.Table{Name: m.say("proposal.funding.table"), Keep: true, Cols: []paper.Col{
		{Head: m.say("proposal.funding.col.source"), Names: true},
		{Width: 20.5},
		{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right},
	}}
	for _, f := range m.plan.Funding {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.cell(f.Source), m.fundingStatus(f.Status), m.money(amountOf(f))}})
	}
	t.Rows = append(t.Rows, m.closing(paper.RowSubtotal, m.say("proposal.funding.all"), m.strongMoney(m.totals.Found())),
		m.gapRow())
	return t
}

func (m *maker) closing(kind paper.RowKind, name string, sum paper.Cell) paper.Row {
	cell := paper.TextCell(paper.Strong(name))
	cell.Span = 2
	return paper.Row{Kind: kind, Cells: []paper.Cell{cell, sum}}
}

// gapRow is always there, also when the gap is 0.
func (m *maker) gapRow() paper.Row {
	gap := m.totals.Gap()
	name, sum := m.say("proposal.gap.nil"), m.strongMoney(gap)
	switch {
	case len(m.plan.Costs) == 0:
		name, sum = m.say("proposal.gap.unknown"), m.cell("")
	case gap > 0:
		name = m.say("proposal.gap")
	case gap < 0:
		name = m.say("proposal.gap.over")
	}
	return m.closing(paper.RowTotal, name, sum)
}

func amountOf(f *model.Funding) model.Pence {
	var sum model.Pence
	for _, amount := range f.Amount {
		sum += amount
	}
	return sum
}

func (m *maker) fundingStatus(s model.FundingStatus) paper.Cell {
	cell := m.choice("proposal.funding.", string(s), false)
	if s == model.Secured {
		return paper.TextCell(paper.Marked(paper.MarkTick, m.say("proposal.funding.secured")))
	}
	return cell
}

// secured says what is sure, what rests on whose decision, and what is still to find.
func (m *maker) secured() string {
	t := m.totals
	said := m.say("proposal.secured.none")
	switch {
	case t.Own > 0 && t.Secured > 0:
		said = m.say("proposal.secured.own", with{"Sum": t.Sure().String()})
	case t.Own > 0:
		said = m.say("proposal.secured.only_own", with{"Sum": t.Own.String()})
	case t.Secured > 0:
		said = m.say("proposal.secured", with{"Sum": t.Secured.String()})
	}
	if t.ToConfirm() > 0 {
		said = m.say("proposal.sentences", with{"First": said, "Next": m.say("proposal.secured.rests", with{
			"Sum": t.ToConfirm().String(), "List": m.words.Semicolons(m.unsure())})})
	}
	if t.Gap() > 0 && len(m.plan.Costs) > 0 {
		said = m.say("proposal.sentences", with{"First": said, "Next": m.say("proposal.secured.gap", with{"Sum": t.Gap().String()})})
	}
	if t.Undecided > 0 {
		said = m.say("proposal.sentences", with{"First": said, "Next": m.say("proposal.secured.undecided", with{"Sum": t.Undecided.String()})})
	}
	return said
}

// unsure names whom the money that is asked or applied for is to come from, as in a
// sentence: "the council", "Plant sale and raffle".
func (m *maker) unsure() []string {
	var all []string
	for _, f := range m.plan.Funding {
		source := oneLine(f.Source)
		if source == "" || f.Status != model.FundingAsked && f.Status != model.Applied {
			continue
		}
		if slices.Contains(strings.Fields(m.say("proposal.secured.small")), firstWord(source)) {
			source = m.uncapital(source)
		}
		all = append(all, source)
	}
	return all
}

// runningShare says how running costs are shared, each way once.
func (m *maker) runningShare() string {
	said, seen := "", map[string]bool{}
	for _, c := range m.plan.Costs {
		share := insight.ShareSentence(m.words, c)
		if share == "" || seen[share] {
			continue
		}
		seen[share] = true
		if said == "" {
			said = share
		} else {
			said = m.words.Semicolons([]string{said, share})
		}
	}
	if said == "" {
		return ""
	}
	return m.say("proposal.costs.share.by", with{"Share": said})
}

// each says the full cost for each one reached.
func (m *maker) each() paper.Block {
	lead, key := "proposal.costs.each", "proposal.costs.each.sum"
	of := m.reachOf()
	if of != "" {
		lead, key = "proposal.costs.each.other", "proposal.costs.each.sum.of"
	}
	if m.totals.Reach <= 0 {
		return m.lead(lead, "")
	}
	return m.lead(lead, m.say(key, with{"Full": m.totals.Full().String(), "Of": of,
		"Reach": model.GroupThousands(int64(m.totals.Reach)), "Each": m.totals.PerPerson().String()}))
}

// reachOf says of what the project reaches so many; "" if it is people.
func (m *maker) reachOf() string {
	of := oneLine(m.project.ReachOf)
	if slices.ContainsFunc(words.Every(), func(w *words.Words) bool { return of == w.Say("proposal.key.people") }) {
		return ""
	}
	return of
}

// inKind lists what is given, not paid: it is in no total.
func (m *maker) inKind() (paper.Block, bool) {
	lines := m.lines(model.InKind)
	if len(lines) == 0 {
		return nil, false
	}
	t := paper.Table{Name: m.say("proposal.in_kind"), Tight: true, Cols: []paper.Col{
		{Names: true}, {Width: moneyWidth, Align: paper.Right}}}
	for _, l := range lines {
		sum := m.money(l.sum)
		if l.sum == 0 {
			sum = paper.TextCell(paper.Muted(m.say("proposal.in_kind.unvalued")))
		}
		t.Rows = append(t.Rows, paper.Row{Kind: paper.RowSame,
			Cells: []paper.Cell{m.cell(m.pair("proposal.title.pair", l.name, m.workings(l))), sum}})
	}
	if m.totals.InKind != 0 {
		t.Rows = append(t.Rows, paper.Row{Kind: paper.RowSubtotal, Cells: []paper.Cell{
			paper.TextCell(paper.Strong(m.say("proposal.in_kind.worth"))), m.strongMoney(m.totals.InKind)}})
	}
	return paper.Frame{Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Text{paper.Strong(m.say("proposal.in_kind"))}, KeepWithNext: true}, t}}, true
}
