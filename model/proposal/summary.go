package proposal

import (
	"commonplan/model"
	"commonplan/model/paper"
)

// The width of the summary's text and of the key figures beside it, in mm.
const (
	summaryWidth = 108
	summaryGap   = 8
	figuresWidth = 58
)

// mostListed is how many things a sentence of the generated summary names.
const mostListed = 3

func (m *maker) summary() []paper.Block {
	texts := paragraphs(m.project.Summary)
	if len(texts) == 0 {
		texts = m.generated()
	}
	var left []paper.Block
	for _, text := range texts {
		left = append(left, paper.Paragraph{Text: paper.Words(text)})
	}
	if len(left) == 0 {
		left = []paper.Block{m.notYet("proposal.summary.decide")}
		if len(m.plan.Costs) == 0 && len(m.plan.Funding) == 0 && m.totals.Reach <= 0 {
			return left
		}
	}
	return []paper.Block{paper.Columns{Gap: summaryGap, Keep: true, Cols: []paper.Column{
		{Width: summaryWidth, Blocks: left},
		{Width: figuresWidth, Blocks: []paper.Block{m.keyFigures()}},
	}}}
}

// generated is a summary made from the facts, for as long as nobody has written one.
func (m *maker) generated() []string {
	var why, what string
	if needs := titles(m.plan.Needs); len(needs) > 0 {
		why = m.say("proposal.summary.needs", with{"N": len(needs), "List": m.firstFew(needs)})
		if place := oneLine(m.project.Place); place != "" {
			why = m.say("proposal.summary.needs.place", with{"N": len(needs), "Place": place, "List": m.firstFew(needs)})
		}
	}
	if doing := titles(m.plan.Activities); len(doing) > 0 {
		what = m.say("proposal.summary.activities", with{"N": len(doing), "List": m.firstFew(doing)})
	}
	var changes string
	if outcomes := titles(m.plan.Outcomes); len(outcomes) > 0 {
		changes = m.say("proposal.summary.outcomes", with{"N": len(outcomes), "List": m.firstFew(outcomes)})
	}
	var all []string
	for _, p := range []string{m.pair("proposal.sentences.pair", why, what), changes} {
		if p != "" {
			all = append(all, p)
		}
	}
	return all
}

// firstFew lists a few things, and says how many more there are.
func (m *maker) firstFew(all []string) string {
	if len(all) <= mostListed {
		return m.words.Semicolons(all)
	}
	rest := len(all) - mostListed
	return m.say("proposal.summary.more", with{
		"List": m.words.Semicolons(all[:mostListed]), "N": rest, "Number": m.words.Number(rest)})
}

// keyFigures are what a councillor looks for first. They are the plan's totals.
func (m *maker) keyFigures() paper.Block {
	var k paper.KeyFigures
	add := func(label, value string) {
		k.Items = append(k.Items, paper.Fact{Label: label, Value: m.figure(value)})
	}
	t := m.totals
	full := ""
	if len(m.plan.Costs) > 0 {
		full = t.Full().String()
	}
	add(m.period12("proposal.key.full"), full)
	if len(m.plan.Funding) > 0 {
		add(m.say("proposal.key.asked"), t.Asked.String())
		add(m.say("proposal.key.others"), (t.Found() - t.Asked).String())
	} else {
		add(m.say("proposal.key.asked"), "")
	}
	if gap := t.Gap(); gap > 0 && len(m.plan.Costs) > 0 {
		add(m.say("proposal.gap"), gap.String())
	}
	reached, each := m.say("proposal.key.reach"), m.say("proposal.key.each")
	if of := m.reachOf(); of != "" {
		reached, each = m.say("proposal.key.reach.other", with{"Of": of}), m.say("proposal.key.each.other")
	}
	if t.Reach <= 0 {
		if m.full || len(m.plan.Costs) == 0 { // else the costs say it
			add(reached, "")
		}
		return k
	}
	add(reached, model.GroupThousands(int64(t.Reach)))
	if len(m.plan.Costs) > 0 {
		add(each, t.PerPerson().String())
	}
	return k
}

func (m *maker) figure(value string) paper.Text {
	if value == "" {
		return paper.Text{m.undecided()}
	}
	return paper.Text{paper.Strong(value)}
}
