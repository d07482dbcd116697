package proposal

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/paper"
)

func (m *maker) outcomes() []paper.Block {
	var blocks []paper.Block
	switch {
	case len(m.plan.Outcomes) == 0:
		blocks = append(blocks, m.notYet("proposal.outcomes.decide"))
	default:
		blocks = append(blocks, m.mapBlocks()...)
	}
	if len(m.plan.Goals) == 0 {
		blocks = append(blocks, m.notYet("proposal.goals.decide"))
	} else {
		blocks = append(blocks, m.goals())
	}
	qualities := titles(m.plan.Qualities)
	if len(qualities) == 0 && m.shorten >= shortDetail {
		return blocks
	}
	return append(blocks, m.leadOr("quality", "proposal.quality", m.dots(qualities))...)
}

// titles lists what records are called, without those that have no title yet.
func titles[T model.Item](items []T) []string {
	var all []string
	for _, item := range items {
		if title := oneLine(model.Title(item)); title != "" {
			all = append(all, title)
		}
	}
	return all
}

// outcomeTable lists the outcomes and what each leads to; in detail also for whom it is
// and where public frameworks have it.
func (m *maker) outcomeTable(detail bool) paper.Block {
	t := paper.Table{Name: m.say("proposal.outcomes.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.outcomes.col.title"), Names: true},
		{Head: m.say("proposal.outcomes.col.leads"), Width: 27},
	}}
	if detail {
		t.Cols = slices.Insert(t.Cols, 2, paper.Col{Head: m.say("proposal.outcomes.col.who"), Width: 42})
	}
	for _, o := range m.plan.Outcomes {
		title := m.strongCell(o.Title)
		row := paper.Row{Cells: []paper.Cell{m.labelCell(o.ID), title, m.cell(m.labels(m.leadsTo(o.ID)))}}
		if detail {
			if tags := m.tags(o.Tags); tags != "" {
				row.Cells[1].Lines = append(row.Cells[1].Lines, paper.Text{paper.Muted(tags)})
			}
			row.Cells = slices.Insert(row.Cells, 2, m.cell(o.Who))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (m *maker) leadsTo(id model.ID) []model.ID {
	var all []model.ID
	for _, link := range m.plan.From(id) {
		all = append(all, link.To)
	}
	return all
}

func (m *maker) comesFrom(id model.ID, column model.Column) []model.ID {
	var all []model.ID
	for _, link := range m.plan.To(id) {
		if model.ColumnOf(m.plan.Item(link.From)) == column {
			all = append(all, link.From)
		}
	}
	return all
}

// goals lists the goals. Where nobody has said yet where the council's own plan has them,
// a small plan's are a sentence: the map above has their links.
func (m *maker) goals() paper.Block {
	sourced := slices.ContainsFunc(m.plan.Goals, func(g *model.Goal) bool { return oneLine(g.Source) != "" })
	if m.open == nil || sourced {
		return m.goalTable()
	}
	m.leave("goals.source")
	text := paper.Text{paper.Strong(m.say("proposal.open.goals")), paper.Plain(" ")}
	for i, g := range m.plan.Goals {
		if i > 0 {
			text = append(text, paper.Plain(m.say("proposal.dot")))
		}
		name := m.goalCell(g).Lines[0]
		servants := m.words.Commas(m.servants(g))
		if servants == "" {
			servants = m.say("proposal.open.goals.none")
		}
		text = append(append(text, name...), paper.Plain(" "), paper.Plain(servants))
	}
	return paper.Paragraph{Text: text}
}

// goalTable says for each goal where the council's own plan has it and which of our
// outcomes serve it.
func (m *maker) goalTable() paper.Block {
	source := m.say("proposal.goals.col.source")
	if plan := oneLine(m.project.CouncilPlan); plan != "" {
		source = m.say("proposal.goals.col.source.plan", with{"Plan": plan})
	}
	t := paper.Table{Name: m.say("proposal.goals.table"), Cols: []paper.Col{
		{Head: m.say("proposal.goals.col.goal"), Width: 47, Names: true},
		{Head: source, Width: 72},
		{Head: m.say("proposal.goals.col.outcomes")},
	}}
	for _, g := range m.plan.Goals {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.goalCell(g), m.cell(g.Source), m.cell(m.words.Commas(m.servants(g)))}})
	}
	fitColumns(&t, 0, 1, 2)
	return t
}

// goalCell names a goal behind the mark of its objective. The objective's word stands
// with the mark: as the title, or under it.
func (m *maker) goalCell(g *model.Goal) paper.Cell {
	objective := m.objective(g.Objective)
	title := oneLine(g.Title)
	name := paper.Strong(strings.TrimSpace(m.plan.Label(g.ID) + " " + title))
	if mark := objectiveMark(g.Objective); mark != paper.NoMark {
		name.Mark = mark
	}
	cell := paper.TextCell(name)
	if title == "" {
		cell.Lines[0] = append(cell.Lines[0], paper.Plain(" "), m.undecided())
	}
	if objective == "" {
		return cell
	}
	if !m.words.SaidIn(title, "choice.objective."+string(g.Objective)) {
		cell.Lines = append(cell.Lines, paper.Text{paper.Muted(objective)})
	}
	return cell
}

func (m *maker) objective(o model.Objective) string {
	if objectiveMark(o) == paper.NoMark {
		return ""
	}
	return m.say("choice.objective." + string(o))
}

func objectiveMark(o model.Objective) paper.Mark {
	switch o {
	case model.Environment:
		return paper.MarkCircle
	case model.SocialJustice:
		return paper.MarkSquare
	case model.Economy:
		return paper.MarkTriangle
	}
	return paper.NoMark
}

// servants lists what leads straight to a goal, a community outcome with the service
// outcomes behind it: "C1 (from S1, S2)".
func (m *maker) servants(g *model.Goal) []string {
	var all []string
	for _, link := range m.plan.To(g.ID) {
		label := m.plan.Label(link.From)
		if behind := m.comesFrom(link.From, model.ServiceColumn); len(behind) > 0 {
			label = m.say("proposal.goals.from", with{"Label": label, "List": m.labels(behind)})
		}
		all = append(all, label)
	}
	return all
}
