package proposal

import (
	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// annexChecklist sets both sides' answers beside each other, the differences first.
func (m *maker) annexChecklist() []paper.Block {
	sides := insight.CompareSides(m.plan)
	set := framework.ChecklistIn(m.words.Language())
	blocks := []paper.Block{
		paper.Paragraph{Text: paper.Words(m.pair("proposal.sentences.pair", set.Line, m.say("proposal.checklist.counts", with{"Counts": sides.Summary(m.words)})))},
	}
	if len(m.plan.Answers) == 0 {
		blocks = append(blocks, m.notYet("proposal.checklist.decide"))
	}
	standing := insight.Standing(-1)
	var t paper.Table
	flush := func() {
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	for _, pair := range sides.Pairs {
		if pair.Standing != standing {
			flush()
			standing = pair.Standing
			t = m.checklistTable()
			blocks = append(blocks, m.heading(standingKey(standing)))
		}
		t.Rows = append(t.Rows, m.checklistRow(pair))
	}
	flush()
	return append(blocks, small(set.Credit))
}

func standingKey(s insight.Standing) string {
	switch s {
	case insight.Differ:
		return "proposal.checklist.differ"
	case insight.NotKnown:
		return "proposal.checklist.not_known"
	case insight.OneSideOpen:
		return "proposal.checklist.one_open"
	case insight.Alike:
		return "proposal.checklist.alike"
	}
	return "proposal.checklist.both_open"
}

func (m *maker) checklistTable() paper.Table {
	return paper.Table{Name: m.say("proposal.annex.checklist"), Cols: []paper.Col{
		{Head: m.say("proposal.checklist.col.question"), Width: 34, Names: true},
		{Head: m.say("proposal.checklist.col.citizens")},
		{Head: m.say("proposal.checklist.col.council")},
	}}
}

// asked gives the question of a pair and its strand in the language of the paper.
func (m *maker) asked(pair insight.Pair) (framework.Question, framework.Strand) {
	set := framework.ChecklistIn(m.words.Language())
	q := set.Questions[pair.Number-1]
	return q, set.Strand(q)
}

func (m *maker) checklistRow(pair insight.Pair) paper.Row {
	asked, strand := m.asked(pair)
	question := paper.Cell{Lines: []paper.Text{
		{paper.ID(m.say("proposal.checklist.number", with{"Number": pair.Number})), paper.Plain(" "), paper.Plain(strand.Short)}}}
	if pair.Standing == insight.Differ {
		question.Lines = append(question.Lines, paper.Text{paper.Strong(pair.Says(m.words))})
	}
	return paper.Row{Cells: []paper.Cell{question,
		m.answerCell(asked.Citizens, pair.Citizens), m.answerCell(asked.Council, pair.Council)}}
}

func (m *maker) answerCell(question string, a *model.Answer) paper.Cell {
	cell := paper.WordsCell(question)
	if a == nil || a.Where == "" {
		cell.Lines = append(cell.Lines, paper.Text{paper.Muted(m.say("proposal.checklist.unanswered"))})
	} else {
		where := m.choice("proposal.stage.", string(a.Where), true).Lines[0]
		if date := m.words.Date(a.Date); date != "" {
			where = append(where, paper.Muted(m.say("proposal.dot")), paper.Muted(date))
		}
		cell.Lines = append(cell.Lines, where)
	}
	if a == nil {
		return cell
	}
	if evidence := oneLine(a.Evidence); evidence != "" {
		cell.Lines = append(cell.Lines, paper.Words(evidence))
	}
	next := oneLine(a.Next)
	if oneLine(a.Owner) != "" {
		next = m.pair("proposal.sentences.pair", m.sentence(next), a.Owner)
	}
	if next != "" {
		cell.Lines = append(cell.Lines, m.lead("proposal.checklist.next", next).Text)
	}
	return cell
}
