package insight

import (
	"slices"

	"commonplan/model"
	"commonplan/model/words"
)

// MaxExact is the largest number of activities for which the cheapest set is exact.
const MaxExact = 30

// CoverSet is the cheapest set of activities, by direct cost, that still reaches every
// outcome the whole plan reaches. Of sets that cost the same it is one with the fewest
// activities.
type CoverSet struct {
	Activities []model.ID // in the order of the plan
	Direct     model.Pence
	Whole      model.Pence // the direct cost of all activities
	Outcomes   int         // how many outcomes it reaches
	All        int         // how many outcomes the plan has
	Choices    int64       // how many sets were weighed; 0 if not Exact
	Exact      bool        // false: found step by step, and a cheaper one may exist
	Unanswered []Unanswered
	Uncosted   []model.ID // activities of the set that no line of cost names, so that they look free
}

// Unanswered is a need that the whole plan answers and the cheapest set does not.
type Unanswered struct {
	Need model.ID
	By   []model.ID // the activities that do answer it
}

// cheapest wants the services in the order of the plan.
func cheapest(g *graph, totals *Totals, services []Service) CoverSet {
	costs := make([]int64, len(services))
	for i, s := range services {
		costs[i] = int64(s.Direct)
	}
	var by [][]int // for each reached outcome, the activities that reach it
	for outcome := g.outcomes; outcome < g.goals; outcome++ {
		var reachedBy []int
		for i := range services {
			if g.ahead[g.activities+i].has(outcome) {
				reachedBy = append(reachedBy, i)
			}
		}
		if len(reachedBy) > 0 {
			by = append(by, reachedBy)
		}
	}
	chosen, exact := cover(costs, by)
	c := CoverSet{Outcomes: len(by), All: g.goals - g.outcomes, Exact: exact, Whole: totals.DirectOf(g.cards[g.activities:g.outcomes])}
	if exact {
		c.Choices = 1 << len(services)
	}
	for _, i := range chosen {
		c.Activities = append(c.Activities, services[i].Activity)
		c.Direct += services[i].Direct
	}
	c.Unanswered = unanswered(g.plan, c.Activities)
	c.Uncosted = uncosted(g.plan, services, c.Activities)
	return c
}

// uncosted gives those of the chosen that cost nothing only because nobody has written
// down a cost, also none in kind.
func uncosted(p *model.Plan, services []Service, chosen []model.ID) []model.ID {
	var all []model.ID
	for _, s := range services {
		named := slices.ContainsFunc(p.Costs, func(c *model.Cost) bool { return slices.Contains(c.Activities, s.Activity) })
		if s.Direct == 0 && !named && slices.Contains(chosen, s.Activity) {
			all = append(all, s.Activity)
		}
	}
	return all
}

func unanswered(p *model.Plan, chosen []model.ID) []Unanswered {
	var left []Unanswered
	for _, need := range p.Needs {
		u := Unanswered{Need: need.ID}
		answered := false
		for _, link := range p.From(need.ID) {
			if model.ColumnOf(p.Item(link.To)) == model.ActivityColumn {
				u.By = append(u.By, link.To)
				answered = answered || slices.Contains(chosen, link.To)
			}
		}
		if !answered && len(u.By) > 0 {
			left = append(left, u)
		}
	}
	return left
}

// Reaches says what the set keeps: "It still reaches all 8 outcomes."
func (c CoverSet) Reaches(w *words.Words) string {
	switch {
	case c.Outcomes == 0:
		return w.Say("insight.cover.nothing")
	case c.Outcomes < c.All:
		return w.Say("insight.cover.reaches.some", words.With{"N": c.Outcomes, "All": c.All})
	}
	return w.Say("insight.cover.reaches", words.With{"N": c.Outcomes})
}

// How says of what the set is the cheapest and how it was found: "of £67,604 direct
// cost. All 64 choices were weighed."
func (c CoverSet) How(w *words.Words) string {
	key := "insight.cover.greedy"
	if c.Exact {
		key = "insight.cover.exact"
	}
	return w.Say(key, words.With{"Whole": c.Whole.String(), "Choices": model.GroupThousands(c.Choices), "Most": MaxExact})
}

// Missing warns of activities without a cost: "A3 has no cost yet, so this may change.";
// "" if there are none.
func (c CoverSet) Missing(w *words.Words, p *model.Plan) string {
	if len(c.Uncosted) == 0 {
		return ""
	}
	return w.Say("insight.cover.uncosted", words.With{"List": LabelsOf(w, p, c.Uncosted), "N": len(c.Uncosted)})
}

// Question asks about a need that the set leaves: "But who answers need N2?"
func (u Unanswered) Question(w *words.Words, p *model.Plan) string {
	return w.Say("insight.cover.question", words.With{"Need": p.Label(u.Need)})
}

// Why says who answers it in the whole plan: "Only A1 and A6 do. The cheapest set may
// not be the best one."
func (u Unanswered) Why(w *words.Words, p *model.Plan) string {
	return w.Say("insight.cover.why", words.With{"By": LabelsOf(w, p, u.By), "N": len(u.By)})
}
