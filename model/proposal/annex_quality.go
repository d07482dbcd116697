package proposal

import (
	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// annexQuality tells how the work is done, what is counted, which work serves several
// goals at once, and what the figures rest on.
func (m *maker) annexQuality() []paper.Block {
	blocks := []paper.Block{m.heading("proposal.quality.heading")}
	if qualities := titles(m.plan.Qualities); len(qualities) > 0 {
		blocks = append(blocks, list(qualities))
	} else {
		blocks = append(blocks, m.notYet("proposal.quality.decide"))
	}
	blocks = append(blocks, m.heading("proposal.outputs.heading"))
	blocks = append(blocks, m.outputs())
	blocks = append(blocks, m.heading("proposal.winwin.heading"))
	blocks = append(blocks, m.winWin()...)
	blocks = append(blocks, m.heading("proposal.assumptions.heading"))
	return append(blocks, m.assumptions())
}

func list(texts []string) paper.List {
	var l paper.List
	for _, text := range texts {
		l.Items = append(l.Items, paper.Words(text))
	}
	return l
}

func (m *maker) outputs() paper.Block {
	var l paper.List
	for _, a := range m.plan.Activities {
		if outputs := oneLine(a.Outputs); outputs != "" {
			l.Items = append(l.Items, paper.Text{paper.ID(m.plan.Label(a.ID)), paper.Plain(" "), paper.Plain(outputs)})
		}
	}
	if len(l.Items) == 0 {
		return m.notYet("proposal.outputs.decide")
	}
	return l
}

func (m *maker) winWin() []paper.Block {
	if len(m.plan.Activities) == 0 {
		return []paper.Block{m.notYet("proposal.activities.decide")}
	}
	all := insight.WinWinOf(m.plan)
	balance := insight.BalanceOf(m.plan)
	t := paper.Table{Name: m.say("proposal.winwin.heading"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.winwin.col.activity"), Names: true},
		{Head: m.say("proposal.activities.col.goals"), Width: 21},
		{Head: m.say("proposal.winwin.col.outcomes"), Width: 34},
		{Head: m.say("proposal.winwin.col.only"), Width: 40},
		{Head: m.say("proposal.winwin.col.direct"), Width: moneyWidth, Align: paper.Right},
	}}
	for _, s := range all.Services {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.labelCell(s.Activity), m.cell(model.Title(m.plan.Item(s.Activity))), m.objectiveMarks(s.Activity),
			m.cell(m.labels(s.Outcomes)), paper.WordsCell(s.OnlyHere(m.words, m.plan)), m.money(m.share(s.Direct))}})
	}
	blocks := []paper.Block{
		paper.Paragraph{Text: paper.Words(m.pair("proposal.sentences.pair", balance.ObjectivesSentence(m.words), balance.PreventionSentence(m.words)))},
		t, m.objectiveKey(), m.cheapest(all.Cheapest),
	}
	return append(append(blocks, m.balanceCharts()...), m.balanceTable(balance))
}

// balanceCharts show what the activities serve and how much of the money prevents harm.
func (m *maker) balanceCharts() []paper.Block {
	var blocks []paper.Block
	if grid, any := figure.BalanceGrid(m.plan, m.chart(tableWidth, 0)); any {
		blocks = append(blocks, paper.Figure{Picture: grid})
	}
	if bar, any := figure.PreventionBar(m.plan, m.chart(tableWidth, 0)); any {
		blocks = append(blocks, m.heading("papers.prevention"), paper.Figure{Picture: bar})
	}
	return blocks
}

// cheapest names the cheapest set of activities with what speaks against it.
func (m *maker) cheapest(c insight.CoverSet) paper.Block {
	if len(c.Activities) == 0 {
		return m.lead("proposal.winwin.cheapest", c.Reaches(m.words))
	}
	said := m.say("proposal.winwin.set", with{"N": len(c.Activities), "List": m.words.And(m.labelsOf(c.Activities)), "Sum": m.share(c.Direct).String(),
		"How": c.How(m.words), "Reaches": c.Reaches(m.words)})
	said = m.pair("proposal.sentences.pair", said, c.Missing(m.words, m.plan))
	for _, u := range c.Unanswered {
		said = m.say("proposal.sentences", with{"First": said, "Next": u.Question(m.words, m.plan)})
		said = m.say("proposal.sentences", with{"First": said, "Next": u.Why(m.words, m.plan)})
	}
	return m.lead("proposal.winwin.cheapest", said)
}

func (m *maker) objectiveKey() paper.Block {
	var text paper.Text
	for _, o := range model.Objectives {
		text = append(text, paper.Marked(objectiveMark(o), m.say("proposal.activities.key."+string(o))), paper.Plain(" "))
	}
	return paper.Paragraph{Text: text, Small: true}
}

// balanceTable shows what the plan puts its weight on.
func (m *maker) balanceTable(b insight.Balance) paper.Block {
	t := paper.Table{Name: m.say("proposal.balance.table"), Cols: []paper.Col{
		{Head: m.say("proposal.balance.table"), Names: true},
		{Head: m.say("proposal.balance.col.activities"), Width: 60},
		{Head: m.say("proposal.winwin.col.direct"), Width: moneyWidth, Align: paper.Right},
	}}
	add := func(key string, activities []model.ID, direct model.Pence) {
		if len(activities) > 0 {
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{paper.WordsCell(m.say(key)), m.cell(m.labels(activities)), m.money(m.share(direct))}})
		}
	}
	for _, s := range b.Prevention {
		add(valueKey("proposal.balance.prevention.", string(s.Value)), s.Activities, s.Direct)
	}
	for _, s := range b.Depth {
		add(valueKey("proposal.balance.depth.", string(s.Value)), s.Activities, s.Direct)
	}
	for _, s := range b.Ways {
		add("proposal.balance.way."+string(s.Value), s.Activities, s.Direct)
	}
	return t
}

func valueKey(prefix, value string) string {
	if value == "" {
		return prefix + "undecided"
	}
	return prefix + value
}

// assumptions are what the figures and the map rest on and nobody has shown yet.
func (m *maker) assumptions() paper.Block {
	var l paper.List
	add := func(text string) { l.Items = append(l.Items, paper.Words(text)) }
	if share := m.runningShare(); share != "" {
		add(m.say("proposal.assumptions.share", with{"Share": share}))
	}
	for _, c := range m.plan.Costs {
		if c.Kind == model.InKind && c.Rate != 0 {
			add(m.say("proposal.assumptions.in_kind", with{"Line": oneLine(c.Line), "Working": m.working(c)}))
		}
	}
	for _, k := range m.orderedLinks() {
		if k.Strength == model.Some {
			add(m.pair("proposal.sentences.pair", m.say("proposal.assumptions.link", with{
				"From": m.plan.Label(k.From), "To": m.plan.Label(k.To)}), k.Why))
		}
	}
	if len(l.Items) == 0 {
		return m.notYet("proposal.assumptions.decide")
	}
	return l
}
