package guide

import (
	"slices"

	"fyne.io/fyne/v2/container"

	"commonplan/model"
)

// Resume takes the questions up again in the open plan, at the first that has no answer
// yet. The answers there are shown, and go on to be changed where they stand.
func Resume(desk Desk, leave func(finished bool)) *Guide {
	g := &Guide{desk: desk, words: desk.Words(), leave: leave, records: recordsIn(desk.Plan())}
	g.at = g.firstUnanswered()
	g.object = container.NewStack()
	g.show()
	return g
}

// firstUnanswered gives the first question whose first field is empty, else the first.
func (g *Guide) firstUnanswered() int {
	for at, q := range questions {
		item := g.item(q.asks[0].record)
		if item == nil || model.Text(item, q.asks[0].field) == "" {
			return at
		}
	}
	return 0
}

// recordsIn finds the records that the questions are about: the first need, and what
// leads on from it. What is not joined to it is only taken where there is no other of
// its kind, so that no answer joins what others keep apart.
func recordsIn(plan *model.Plan) map[string]model.ID {
	found := map[string]model.ID{"project": model.ProjectID}
	put := func(record string, id model.ID) {
		if id != "" {
			found[record] = id
		}
	}
	if len(plan.Needs) > 0 {
		put("need", plan.Needs[0].ID)
	}
	put("evidence", firstOf(plan.Evidence, func(e *model.Evidence) bool { return contains(e.About, found["need"]) }))
	put("activity", next(plan, plan.Activities, all, found["need"]))
	put("service", next(plan, plan.Outcomes, service, found["activity"]))
	put("community", next(plan, plan.Outcomes, community, found["service"], found["activity"]))
	put("measure", firstOf(plan.Indicators, func(i *model.Indicator) bool {
		return i.Outcome != "" && (i.Outcome == found["service"] || i.Outcome == found["community"])
	}))
	put("cost", firstOf(plan.Costs, func(c *model.Cost) bool { return c.Kind != model.InKind && contains(c.Activities, found["activity"]) }))
	put("council", firstOf(plan.Funding, func(f *model.Funding) bool { return f.Status == model.FundingAsked }))
	put("other", firstOf(plan.Funding, func(f *model.Funding) bool { return f.Status != model.FundingAsked }))
	return found
}

func all[T any](T) bool { return true }

func service(o *model.Outcome) bool { return o.Level == model.Service }

func community(o *model.Outcome) bool { return o.Level == model.Community }

// firstOf gives the first record that is wanted, "" if there is none.
func firstOf[T model.Item](list []T, wanted func(T) bool) model.ID {
	for _, item := range list {
		if wanted(item) {
			return item.Head().ID
		}
	}
	return ""
}

// next gives the first wanted record that one of some others leads to, or else the only
// wanted one there is.
func next[T model.Item](plan *model.Plan, list []T, wanted func(T) bool, from ...model.ID) model.ID {
	count, only := 0, model.ID("")
	for _, item := range list {
		if !wanted(item) {
			continue
		}
		id := item.Head().ID
		for _, other := range from {
			if other != "" && linkBetween(plan, other, id) != nil {
				return id
			}
		}
		count, only = count+1, id
	}
	if count == 1 {
		return only
	}
	return ""
}

func contains(ids []model.ID, id model.ID) bool { return id != "" && slices.Contains(ids, id) }
