package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

func (m *maker) activities() []paper.Block {
	if len(m.plan.Activities) == 0 {
		return []paper.Block{m.notYet("proposal.activities.decide")}
	}
	p := m.period()
	t := paper.Table{Name: m.say("proposal.activities.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.activities.col.what"), Names: true},
		{Head: m.say("proposal.activities.col.goals"), Width: 17},
		{Head: m.say("proposal.activities.col.when"), Width: 66, Period: m.scale(p)},
	}}
	for _, a := range m.plan.Activities {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.labelCell(a.ID), m.activityCell(a), m.objectiveMarks(a.ID), m.bars(p, a.Months)}})
	}
	var blocks []paper.Block
	if m.print.Large > 0 {
		blocks = append([]paper.Block{t}, m.months(p)...)
	} else {
		if row, any := m.milestoneRow(p, len(t.Cols)-1); any {
			t.Rows = append(t.Rows, row)
		}
		blocks = []paper.Block{t, m.timelineNote(p)}
	}
	if m.full {
		blocks = append(blocks, m.activityDetails()...)
	}
	return blocks
}

// activityCell is an activity's title over where it is and who leads it.
func (m *maker) activityCell(a *model.Activity) paper.Cell {
	var facts paper.Text
	add := func(text, missing string) {
		if len(facts) > 0 {
			facts = append(facts, paper.Plain(m.say("proposal.dot")))
		}
		if text != "" {
			facts = append(facts, paper.Plain(text))
		} else {
			facts = append(facts, paper.Muted(m.say(missing)))
		}
	}
	where, lead := oneLine(a.Where), oneLine(a.Lead)
	switch {
	case where == "" && lead == "" && m.open == nil:
		add("", "proposal.activities.no_place_no_lead")
	default:
		if where != "" || !m.leave("activities.where") {
			add(where, "proposal.activities.no_place")
		}
		if lead != "" || !m.leave("activities.lead") {
			add(lead, "proposal.activities.no_lead")
		}
	}
	if len(a.Months.Spans()) == 0 {
		add("", "proposal.activities.no_months")
	}
	cell := m.strongCell(a.Title)
	if len(facts) > 0 {
		cell.Lines = append(cell.Lines, facts)
	}
	return cell
}

// objectiveMarks are three fixed places: a mark for each objective that an activity
// serves, a short dash where it does not.
func (m *maker) objectiveMarks(id model.ID) paper.Cell {
	served := insight.LineOfSight(m.plan, id).Ahead.Objectives
	var text paper.Text
	for _, o := range model.Objectives {
		if slices.Contains(served, o) {
			text = append(text, paper.MarkOnly(objectiveMark(o), m.say("proposal.activities.key."+string(o))))
		} else {
			text = append(text, paper.MarkOnly(paper.MarkDash, ""))
		}
	}
	return paper.Cell{Lines: []paper.Text{text}}
}

// timelineNote lists the milestones, says when the plan runs and what the marks mean.
func (m *maker) timelineNote(p period) paper.Block {
	text := m.milestoneText(p)
	if len(text) > 0 {
		text = append(text, paper.Plain(m.say("proposal.stop")))
	} else if !m.leave("milestones") {
		text = paper.Text{paper.Strong(m.say("proposal.timeline.milestones.lead")), paper.Plain(" "), m.undecided(), paper.Plain(m.say("proposal.stop"))}
	}
	if runs := m.runs(p); runs != "" {
		text = append(text, paper.Plain(runs), paper.Plain(" "))
	}
	for _, o := range model.Objectives {
		text = append(text, paper.Marked(objectiveMark(o), m.say("proposal.activities.key."+string(o))), paper.Plain(" "))
	}
	return paper.Paragraph{Text: text, Small: true}
}
