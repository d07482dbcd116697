package insight

import "commonplan/model"

// graph is the map as numbers: the cards in the order of their columns, so that every
// link leads to a later card, and for each card the set of cards it leads to.
type graph struct {
	plan  *model.Plan
	cards []model.ID
	at    map[model.ID]int
	ahead []set

	// Where each kind begins in cards; needs begin at 0.
	activities, outcomes, goals int
}

func readGraph(p *model.Plan) *graph {
	g := &graph{plan: p}
	n := len(p.Needs) + len(p.Activities) + len(p.Outcomes) + len(p.Goals)
	g.cards, g.at = make([]model.ID, 0, n), make(map[model.ID]int, n)
	take := func(id model.ID) {
		g.at[id] = len(g.cards)
		g.cards = append(g.cards, id)
	}
	for _, need := range p.Needs {
		take(need.ID)
	}
	g.activities = len(g.cards)
	for _, activity := range p.Activities {
		take(activity.ID)
	}
	g.outcomes = len(g.cards)
	for _, outcome := range p.Outcomes {
		take(outcome.ID)
	}
	g.goals = len(g.cards)
	for _, goal := range p.Goals {
		take(goal.ID)
	}
	g.reach()
	return g
}

// reach works from the right: when a card's turn comes, all it leads to is known.
func (g *graph) reach() {
	g.ahead = newSets(len(g.cards), len(g.cards))
	for i := len(g.cards) - 1; i >= 0; i-- {
		for _, link := range g.plan.From(g.cards[i]) {
			to := g.at[link.To]
			g.ahead[i].add(to)
			g.ahead[i].unite(g.ahead[to])
		}
	}
}

// between lists the members of a set from one place up to another.
func (g *graph) between(s set, first, end int) []model.ID {
	var ids []model.ID
	for i := first; i < end; i++ {
		if s.has(i) {
			ids = append(ids, g.cards[i])
		}
	}
	return ids
}

// outcomesOf lists the outcomes a card leads to, directly or through others.
func (g *graph) outcomesOf(i int) []model.ID { return g.between(g.ahead[i], g.outcomes, g.goals) }

// goalsOf lists the goals a card leads to.
func (g *graph) goalsOf(i int) []model.ID { return g.between(g.ahead[i], g.goals, len(g.cards)) }

// anyOutcome tells whether a card leads to an outcome.
func (g *graph) anyOutcome(i int) bool { return g.ahead[i].anyIn(g.outcomes, g.goals) }

// done gives the set of all cards that some activity leads to.
func (g *graph) done() set {
	all := newSets(1, len(g.cards))[0]
	for i := g.activities; i < g.outcomes; i++ {
		all.unite(g.ahead[i])
	}
	return all
}

// needsOf lists the needs that an activity answers.
func needsOf(p *model.Plan, activity model.ID) []model.ID {
	var needs []model.ID
	for _, link := range p.To(activity) {
		needs = append(needs, link.From)
	}
	return needs
}

// objectivesOf gives the objectives of some goals, in their fixed order.
func objectivesOf(p *model.Plan, goals []model.ID) []model.Objective {
	var found []model.Objective
	for _, objective := range model.Objectives {
		for _, id := range goals {
			if goal, ok := p.Item(id).(*model.Goal); ok && goal.Objective == objective {
				found = append(found, objective)
				break
			}
		}
	}
	return found
}

// set is a set of small whole numbers.
type set []uint64

// newSets gives empty sets for the numbers below size.
func newSets(count, size int) []set {
	width := (size + 63) / 64
	all := make([]uint64, count*width)
	sets := make([]set, count)
	for i := range sets {
		sets[i] = all[i*width : (i+1)*width : (i+1)*width]
	}
	return sets
}

func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

func (s set) unite(other set) {
	for i, word := range other {
		s[i] |= word
	}
}

func (s set) anyIn(first, end int) bool {
	for i := first; i < end; i++ {
		if s.has(i) {
			return true
		}
	}
	return false
}
