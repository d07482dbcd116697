package guide

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/edit"
)

// newItem gives a record of the guide before anything is written into it.
func newItem(record string) model.Item {
	switch record {
	case "need":
		return &model.Need{}
	case "evidence":
		return &model.Evidence{}
	case "activity":
		return &model.Activity{}
	case "service":
		return &model.Outcome{Level: model.Service}
	case "community":
		return &model.Outcome{Level: model.Community}
	case "measure":
		return &model.Indicator{}
	case "cost":
		return &model.Cost{Kind: model.Direct, Year: 1}
	case "council":
		return &model.Funding{Status: model.FundingAsked}
	case "other": // only the council is asked by this paper
		return &model.Funding{Status: statuses[0]}
	}
	return &model.Project{}
}

// store writes the answers of the present question: one step of undo.
func (g *Guide) store() error {
	if !g.desk.IsOpen() { // the first question begins the plan
		return g.desk.Begin(g.fields[0].Text(), g.fields[1].Text(), g.fields[2].Text())
	}
	before := g.months()
	return g.desk.Edit("edit.guide", func(c *edit.Change) error {
		for _, record := range recordsOf(questions[g.at]) {
			if err := g.storeRecord(c, record); err != nil {
				return err
			}
		}
		if err := g.setLength(c, before); err != nil {
			return err
		}
		return g.join(c)
	})
}

// months are those of the activity as it stands.
func (g *Guide) months() model.Months {
	if activity, ok := g.item("activity").(*model.Activity); ok {
		return activity.Months
	}
	return ""
}

// recordsOf lists the records a question is about, each once.
func recordsOf(q question) []string {
	var all []string
	for _, a := range q.asks {
		if len(all) == 0 || all[len(all)-1] != a.record {
			all = append(all, a.record)
		}
	}
	return all
}

// storeRecord writes one record; if nothing was answered, none is begun.
func (g *Guide) storeRecord(c *edit.Change, record string) error {
	item := c.Plan().Item(g.records[record])
	fresh := item == nil
	if fresh {
		item = newItem(record)
	}
	item = model.Clone(item)
	answered := false
	for i, a := range questions[g.at].asks {
		if a.record != record {
			continue
		}
		answered = answered || strings.TrimSpace(g.fields[i].Text()) != ""
		if err := model.SetText(item, a.field, g.understood(a, g.fields[i].Text())); err != nil {
			return err
		}
	}
	if evidence, ok := item.(*model.Evidence); ok {
		splitDate(evidence)
	}
	if funding, ok := item.(*model.Funding); ok && record == "council" && fresh {
		funding.Source = g.say("money.council_name")
	}
	if funding, ok := item.(*model.Funding); ok && record == "other" && g.status.Chosen() >= 0 {
		funding.Status = statuses[g.status.Chosen()]
	}
	if !fresh {
		return c.Put(item)
	}
	if !answered {
		return nil
	}
	id, err := c.Add(item)
	g.records[record] = id
	return err
}

// splitDate takes a date at the end of a source, "Members’ survey, March 2026", into
// its own field.
func splitDate(e *model.Evidence) {
	source, text, found := cutLast(e.Source, ",")
	if !found {
		source, text = "", e.Source
	}
	if date, err := model.ParseDate(text); err == nil && !date.IsZero() {
		e.Source, e.Date = strings.TrimSpace(source), date
	}
}

func cutLast(text, separator string) (before, after string, found bool) {
	if i := strings.LastIndex(text, separator); i >= 0 {
		return text[:i], text[i+len(separator):], true
	}
	return text, "", false
}

// join links what belongs together: need, activity, outcomes, goals; evidence, measure
// and cost to theirs.
func (g *Guide) join(c *edit.Change) error {
	for _, pair := range [][2]string{{"need", "activity"}, {"activity", "service"}, {"service", "community"}} {
		if err := link(c, g.records[pair[0]], g.records[pair[1]]); err != nil {
			return err
		}
	}
	if g.records["service"] == "" { // the outcome for the area is reached straight from the activity
		if err := link(c, g.records["activity"], g.records["community"]); err != nil {
			return err
		}
	}
	if questions[g.at].key == withObjectives {
		if err := g.joinGoals(c); err != nil {
			return err
		}
	}
	return g.joinOthers(c)
}

// setLength makes the plan as long as the activity's months say, where the answer is
// another than before.
func (g *Guide) setLength(c *edit.Change, before model.Months) error {
	activity, ok := c.Plan().Item(g.records["activity"]).(*model.Activity)
	if !ok || activity.Months.Last() == 0 || activity.Months == before {
		return nil
	}
	project := model.Clone(c.Plan().Project)
	project.Months = activity.Months.Last()
	return c.Put(project)
}

func link(c *edit.Change, from, to model.ID) error {
	if c.Plan().Item(from) == nil || c.Plan().Item(to) == nil || linkBetween(c.Plan(), from, to) != nil {
		return nil
	}
	_, err := c.Add(&model.Link{From: from, To: to})
	return err
}

func linkBetween(plan *model.Plan, from, to model.ID) *model.Link {
	for _, l := range plan.From(from) {
		if l.To == to {
			return l
		}
	}
	return nil
}

// lastOutcome is the outcome for the area, or else that for members.
func (g *Guide) lastOutcome() model.ID {
	if id := g.records["community"]; id != "" {
		return id
	}
	return g.records["service"]
}

// serves tells whether an outcome leads to a goal of an objective.
func serves(plan *model.Plan, outcome model.ID, objective model.Objective) bool {
	return slices.ContainsFunc(plan.From(outcome), func(l *model.Link) bool {
		goal, ok := plan.Item(l.To).(*model.Goal)
		return ok && goal.Objective == objective
	})
}

// joinGoals links the outcome for the area, or else that for members, to the goals of
// the chosen objectives, and to no others.
func (g *Guide) joinGoals(c *edit.Change) error {
	from := g.lastOutcome()
	for i, objective := range model.Objectives {
		if g.objectives.On(i) && serves(c.Plan(), from, objective) {
			continue // by which goal of it was chosen elsewhere
		}
		for _, goal := range c.Plan().Goals {
			if goal.Objective != objective {
				continue
			}
			if g.objectives.On(i) {
				if err := link(c, from, goal.ID); err != nil {
					return err
				}
			} else if l := linkBetween(c.Plan(), from, goal.ID); l != nil {
				if err := c.Remove(l.ID); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (g *Guide) joinOthers(c *edit.Change) error {
	if e, ok := c.Plan().Item(g.records["evidence"]).(*model.Evidence); ok && g.records["need"] != "" && len(e.About) == 0 {
		e = model.Clone(e)
		e.About = []model.ID{g.records["need"]}
		if err := c.Put(e); err != nil {
			return err
		}
	}
	if m, ok := c.Plan().Item(g.records["measure"]).(*model.Indicator); ok && questions[g.at].key == withOutcomes {
		m = model.Clone(m)
		if of := g.measured.Chosen(); of >= 0 {
			m.Outcome = g.outcomes()[of]
		}
		if err := c.Put(m); err != nil {
			return err
		}
	}
	cost, ok := c.Plan().Item(g.records["cost"]).(*model.Cost)
	if !ok || len(cost.Activities) > 0 || g.records["activity"] == "" {
		return nil
	}
	cost = model.Clone(cost)
	cost.Activities = []model.ID{g.records["activity"]}
	return c.Put(cost)
}
