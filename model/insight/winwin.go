package insight

import (
	"cmp"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// Service tells what one activity serves. [PathsTo] gives the ways to each goal.
type Service struct {
	Activity   model.ID
	Needs      []model.ID // that it answers
	Outcomes   []model.ID // that it reaches, directly or through others
	Goals      []model.ID
	Objectives []model.Objective // of those goals, in their fixed order
	Direct     model.Pence

	// What no other activity does.
	OnlyNeeds, OnlyOutcomes, OnlyGoals []model.ID
}

// Serves tells whether the activity reaches a goal of an objective.
func (s Service) Serves(objective model.Objective) bool {
	return slices.Contains(s.Objectives, objective)
}

// only counts what no other activity does.
func (s Service) only() int { return len(s.OnlyNeeds) + len(s.OnlyOutcomes) + len(s.OnlyGoals) }

// OnlyHere lists what no other activity does: "C2 · need N5", or "nothing alone".
func (s Service) OnlyHere(w *words.Words, p *model.Plan) string {
	if s.only() == 0 {
		return w.Say("insight.only.nothing")
	}
	var parts []string
	for _, id := range s.OnlyOutcomes {
		parts = append(parts, p.Label(id))
	}
	for _, id := range s.OnlyGoals {
		parts = append(parts, w.Say("insight.only.goal", words.With{"Label": p.Label(id)}))
	}
	for _, id := range s.OnlyNeeds {
		parts = append(parts, w.Say("insight.only.need", words.With{"Label": p.Label(id)}))
	}
	return strings.Join(parts, " · ")
}

// WinWin tells which work serves several goals at once.
type WinWin struct {
	Services []Service // those that serve most objectives first, then those that add most, then in plan order
	Three    int       // how many activities serve all three objectives
	Two      int       // how many serve two
	Cheapest CoverSet
}

// WinWinOf looks at every activity of a plan.
func WinWinOf(p *model.Plan) WinWin {
	g, totals := readGraph(p), TotalsOf(p)
	var all WinWin
	all.Services = servicesOf(g, &totals)
	all.Cheapest = cheapest(g, &totals, all.Services)
	for _, s := range all.Services {
		switch len(s.Objectives) {
		case 2:
			all.Two++
		case 3:
			all.Three++
		}
	}
	slices.SortStableFunc(all.Services, func(a, b Service) int {
		return cmp.Or(len(b.Objectives)-len(a.Objectives), b.only()-a.only())
	})
	return all
}

// ServicesOf tells what each activity serves, in the order of the plan. It is quicker
// than [WinWinOf], which also looks for the cheapest set.
func ServicesOf(p *model.Plan) []Service {
	totals := TotalsOf(p)
	return servicesOf(readGraph(p), &totals)
}

// Of finds what one activity serves.
func (all WinWin) Of(activity model.ID) (Service, bool) {
	i := slices.IndexFunc(all.Services, func(s Service) bool { return s.Activity == activity })
	if i < 0 {
		return Service{}, false
	}
	return all.Services[i], true
}

// servicesOf gives the services in the order of the plan.
func servicesOf(g *graph, totals *Totals) []Service {
	services := make([]Service, 0, g.outcomes-g.activities)
	times := map[model.ID]int{} // by how many activities something is answered or reached
	for i, activity := range g.plan.Activities {
		at := g.activities + i
		s := Service{Activity: activity.ID, Direct: totals.Activities[i].Direct,
			Needs: needsOf(g.plan, activity.ID), Outcomes: g.outcomesOf(at), Goals: g.goalsOf(at)}
		s.Objectives = objectivesOf(g.plan, s.Goals)
		for _, list := range [][]model.ID{s.Needs, s.Outcomes, s.Goals} {
			for _, id := range list {
				times[id]++
			}
		}
		services = append(services, s)
	}
	once := func(list []model.ID) []model.ID {
		var alone []model.ID
		for _, id := range list {
			if times[id] == 1 {
				alone = append(alone, id)
			}
		}
		return alone
	}
	for i := range services {
		s := &services[i]
		s.OnlyNeeds, s.OnlyOutcomes, s.OnlyGoals = once(s.Needs), once(s.Outcomes), once(s.Goals)
	}
	return services
}
