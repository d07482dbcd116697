package proposal

import (
	"strconv"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// checklistFrame puts into the footer when each side answered last.
func (m *maker) checklistFrame(doc *paper.Document) {
	doc.Subject = m.say("papers.checklist.kicker")
	var dates []string
	for _, side := range []model.Side{model.Citizens, model.CouncilSide} {
		var last model.Date
		for _, a := range m.plan.Answers {
			if a.Side == side && a.Date.Compare(last) > 0 {
				last = a.Date
			}
		}
		if date := m.words.Date(last); date != "" {
			dates = append(dates, m.say("papers.checklist.dates."+string(side), with{"Date": date}))
		}
	}
	doc.Footer.Group = m.dots(dates)
}

// checklist is both sides' answers beside each other, the furthest apart first, and the
// next steps of both in one list.
func (m *maker) checklist() []paper.Block {
	set, sides := framework.ChecklistIn(m.words.Language()), insight.CompareSides(m.plan)
	blocks := []paper.Block{
		paper.TitleBlock{Kicker: m.say("papers.checklist.kicker"), Title: m.say("papers.checklist.title"),
			Subtitle: m.say("papers.checklist.intro", with{"N": len(sides.Pairs)})},
		paper.Paragraph{Text: paper.Words(m.say("proposal.checklist.counts", with{"Counts": sides.Summary(m.words)}))},
	}
	if len(m.plan.Answers) == 0 {
		blocks = append(blocks, m.notYet("proposal.checklist.decide"))
	}
	var section *paper.Section
	for i, pair := range sides.Pairs {
		if i == 0 || pair.Standing != sides.Pairs[i-1].Standing {
			if section != nil {
				blocks = append(blocks, *section)
			}
			section = &paper.Section{ID: "standing-" + strconv.Itoa(int(pair.Standing)), Title: m.say(standingKey(pair.Standing)),
				Blocks: []paper.Block{m.sidesTable(standingKey(pair.Standing))}}
		}
		table := section.Blocks[0].(paper.Table)
		table.Rows = append(table.Rows, m.pairRows(pair)...)
		section.Blocks[0] = table
	}
	if section != nil {
		blocks = append(blocks, *section)
	}
	return append(blocks, m.nextSteps(sides), small(set.Credit))
}

func (m *maker) sidesTable(name string) paper.Table {
	return paper.Table{Name: m.say(name), Sides: true, Cols: []paper.Col{
		{Head: m.say("proposal.checklist.col.citizens")}, {Head: m.say("proposal.checklist.col.council")}}}
}

// pairRows are a question's bar and, under it, what each side says.
func (m *maker) pairRows(pair insight.Pair) []paper.Row {
	asked, strand := m.asked(pair)
	bar := paper.Cell{Lines: []paper.Text{
		{paper.Strong(strconv.Itoa(pair.Number)), paper.Plain(" "), paper.Plain(strand.Short)},
		{paper.Strong(pair.Says(m.words))},
	}, Span: 2}
	return []paper.Row{
		{Kind: paper.RowBar, Cells: []paper.Cell{bar}},
		{Cells: []paper.Cell{m.sideCell(asked.Citizens, pair.Citizens), m.sideCell(asked.Council, pair.Council)}},
	}
}

// sideCell is one side's question and answer: how far it is, what shows it, what is next.
func (m *maker) sideCell(question string, a *model.Answer) paper.Cell {
	cell := paper.WordsCell(question)
	if a == nil || a.Where == "" {
		cell.Lines = append(cell.Lines, paper.Text{{Mark: paper.MarkNoAnswer, Text: m.say("proposal.checklist.unanswered"), Tone: paper.Mute}})
	} else {
		where := m.choice("proposal.stage.", string(a.Where), true).Lines[0]
		where[0].Mark = stageMark(a.Where)
		cell.Lines = append(cell.Lines, where)
	}
	if a == nil {
		return cell
	}
	if evidence := oneLine(a.Evidence); evidence != "" {
		cell.Lines = append(cell.Lines, paper.Words(evidence))
	}
	next := oneLine(a.Next)
	if owner := oneLine(a.Owner); owner != "" {
		next = m.pair("proposal.sentences.pair", m.sentence(next), owner)
	}
	if next != "" {
		cell.Lines = append(cell.Lines, m.lead("proposal.checklist.next", next).Text)
	}
	return cell
}

func stageMark(s model.Stage) paper.Mark {
	switch s {
	case model.NotYet:
		return paper.MarkNotYet
	case model.Started:
		return paper.MarkStarted
	case model.HalfWay:
		return paper.MarkHalfWay
	case model.InPlace:
		return paper.MarkInPlace
	case model.DoNotKnow:
		return paper.MarkUnknown
	}
	return paper.NoMark
}

// nextSteps lists what both sides do next.
func (m *maker) nextSteps(sides insight.Sides) paper.Block {
	t := paper.Table{Name: m.say("papers.checklist.next.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("papers.checklist.next.col.step"), Names: true},
		{Head: m.say("papers.checklist.next.col.side"), Width: 28},
		{Head: m.say("papers.checklist.next.col.owner"), Width: 60},
	}}
	before := 0
	for _, step := range sides.NextSteps() {
		row := paper.Row{Cells: []paper.Cell{paper.TextCell(paper.ID(strconv.Itoa(step.Pair.Number))), m.cell(step.Answer.Next),
			paper.WordsCell(m.say("papers.checklist.side." + string(step.Answer.Side))), m.cell(step.Answer.Owner)}}
		if step.Pair.Number == before {
			row.Kind, row.Cells[0] = paper.RowSame, paper.Cell{}
		}
		t.Rows = append(t.Rows, row)
		before = step.Pair.Number
	}
	blocks := []paper.Block{paper.Paragraph{Text: paper.Words(m.say("papers.checklist.next.line")), KeepWithNext: true}, t}
	if len(t.Rows) == 0 {
		blocks = []paper.Block{m.notYet("papers.checklist.next.decide")}
	}
	return paper.Section{ID: "next", Title: m.say("papers.checklist.next"), Blocks: blocks}
}
