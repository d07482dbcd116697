package proposal

import (
	"commonplan/model"
	"commonplan/model/paper"
)

func (m *maker) risks() []paper.Block {
	if len(m.plan.Risks) == 0 {
		return []paper.Block{m.notYet("proposal.risks.decide")}
	}
	t := paper.Table{Name: m.say("proposal.risks.table"), Cols: []paper.Col{
		{Head: m.say("proposal.risks.col.what"), Width: 70, Names: true},
		{Head: m.say("proposal.risks.col.likely"), Width: 20},
		{Head: m.say("proposal.risks.col.effect"), Width: 18},
		{Head: m.say("proposal.risks.col.response")},
	}}
	if m.full {
		t.Cols[0].Width = 52
		t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.risks.col.owner"), Width: 32})
	}
	for _, r := range m.plan.Risks {
		row := paper.Row{Cells: []paper.Cell{
			m.cell(r.Title), m.choice("proposal.likelihood.", string(r.Likelihood), false),
			m.choice("proposal.effect.", string(r.Effect), r.Effect == model.HighEffect), m.cell(r.Response)}}
		if m.full {
			row.Cells = append(row.Cells, m.cell(r.Owner))
		}
		t.Rows = append(t.Rows, row)
	}
	m.widen(&t, 1, 2)
	fitColumns(&t, append([]int{0}, columnsFrom(3, len(t.Cols))...)...)
	return []paper.Block{m.leaveEmpty(t, map[int]string{1: "risks.likely", 2: "risks.effect", 3: "risks.response"})}
}

// choice is a cell for a value out of a fixed list, in the words of the paper. A value
// of a newer version is printed as it is stored.
func (m *maker) choice(prefix, value string, strong bool) paper.Cell {
	if value == "" {
		return m.cell("")
	}
	said := value
	if m.words.Has(prefix + value) {
		said = m.say(prefix + value)
	}
	if strong {
		return paper.TextCell(paper.Strong(said))
	}
	return paper.WordsCell(said)
}
