package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// options lists the choices before the council. Doing nothing and what is proposed are
// always among them.
func (m *maker) options() []paper.Block {
	if len(m.plan.Options) == 0 && len(m.plan.Activities) == 0 {
		return []paper.Block{m.notYet("proposal.options.decide")}
	}
	t := paper.Table{Name: m.say("proposal.options.table"), Cols: []paper.Col{
		{Head: m.say("proposal.options.col.option"), Width: 46, Names: true},
		{Head: m.say("proposal.options.col.achieves")},
		{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right},
	}}
	for _, o := range m.allOptions() {
		t.Rows = append(t.Rows, m.optionRow(o))
	}
	fitColumns(&t, 0, 1)
	return []paper.Block{t}
}

// allOptions adds doing nothing and what is proposed where nobody wrote them down.
func (m *maker) allOptions() []*model.Option {
	has := func(kind model.OptionKind) bool {
		return slices.ContainsFunc(m.plan.Options, func(o *model.Option) bool { return o.Kind == kind })
	}
	all := slices.Clone(m.plan.Options)
	if !has(model.DoNothing) {
		all = slices.Insert(all, 0, &model.Option{Kind: model.DoNothing})
	}
	if !has(model.Proposed) {
		all = append(all, &model.Option{Kind: model.Proposed})
	}
	return all
}

func (m *maker) optionRow(o *model.Option) paper.Row {
	title := oneLine(o.Title)
	if title == "" && o.Kind != "" && m.words.Has("choice.option_kind."+string(o.Kind)) {
		title = m.say("choice.option_kind." + string(o.Kind))
	}
	achieves := oneLine(o.Achieves)
	if achieves == "" && o.Kind == model.DoNothing {
		achieves = oneLine(m.project.Nothing)
	}
	if achieves == "" {
		achieves = m.reaches(o)
	}
	sum, basis := m.totals.OptionCost(o)
	if basis == insight.DirectBasis {
		sum = m.share(sum)
		achieves = m.pair("proposal.sentences.pair", m.sentence(achieves),
			m.say("proposal.options.direct"))
	}
	money := m.money(sum)
	if o.Kind == model.Proposed {
		return paper.Row{Cells: []paper.Cell{m.strongCell(title), m.strongCell(achieves), m.strongMoney(sum)}}
	}
	if basis == insight.StatedBasis && sum == 0 && o.Kind != model.DoNothing {
		money = m.cell("")
	}
	return paper.Row{Cells: []paper.Cell{m.cell(title), m.cell(achieves), money}}
}

// reaches says what an option achieves by the map, where nobody has put it in words.
func (m *maker) reaches(o *model.Option) string {
	if o.Kind == model.Proposed {
		return m.reachesAll()
	}
	reached, _ := m.reachedFrom(o.Activities)
	var ids []model.ID
	for _, outcome := range m.plan.Outcomes {
		if reached[outcome.ID] {
			ids = append(ids, outcome.ID)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return m.say("proposal.options.reaches", with{"List": m.words.And(m.labelsOf(ids))})
}

// reachedFrom gives the outcomes and the goals that links lead to from some activities.
func (m *maker) reachedFrom(activities []model.ID) (outcomes, goals map[model.ID]bool) {
	outcomes, goals = map[model.ID]bool{}, map[model.ID]bool{}
	for _, id := range activities {
		ahead := insight.LineOfSight(m.plan, id).Ahead
		for _, outcome := range ahead.Outcomes {
			outcomes[outcome] = true
		}
		for _, goal := range ahead.Goals {
			goals[goal] = true
		}
	}
	return outcomes, goals
}

// reachesAll says how many outcomes and goals all activities together lead to: "Reaches both
// outcomes and two of three goals." Nothing is claimed that no link shows.
func (m *maker) reachesAll() string {
	var all []model.ID
	for _, a := range m.plan.Activities {
		all = append(all, a.ID)
	}
	outcomes, goals := m.reachedFrom(all)
	said := m.pair("proposal.options.and",
		m.partOf("proposal.options.outcomes", len(outcomes), len(m.plan.Outcomes)),
		m.partOf("proposal.options.goals", len(goals), len(m.plan.Goals)))
	if said == "" {
		return ""
	}
	return m.say("proposal.options.all", with{"Reached": said})
}

// partOf says how many of a number of things: "both goals", "two of three goals", "" for
// none.
func (m *maker) partOf(key string, some, all int) string {
	switch {
	case some == 0:
		return ""
	case some < all:
		key += ".some"
	case all == 2:
		key += ".both"
	}
	return m.say(key, with{"N": all, "Some": m.words.Number(some), "Number": m.words.Number(all)})
}

// inOrder lists activities in the order of the plan.
func (m *maker) inOrder(activities []model.ID) []model.ID {
	var all []model.ID
	for _, a := range m.plan.Activities {
		if slices.Contains(activities, a.ID) {
			all = append(all, a.ID)
		}
	}
	return all
}
