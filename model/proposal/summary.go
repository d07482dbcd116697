package proposal

import (
	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// The width of the summary's text and of the key figures beside it, in mm.
const (
	summaryWidth = 108
	summaryGap   = 8
	figuresWidth = 58
)

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
		reached, each = m.say("proposal.key.reach.other", with{"Of": words.Capital(of)}), m.say("proposal.key.each.other")
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
