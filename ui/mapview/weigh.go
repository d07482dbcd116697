package mapview

import (
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// What work is worth: what serves two goals at once, what would be lost without an
// activity, and the cheapest set that still reaches every outcome.

// lightWeighed lights what one of these three questions asks for.
func (p *Page) lightWeighed(l light) {
	plan, f := p.scene.plan, p.filter
	light := func(ids ...model.ID) {
		for _, id := range ids {
			l.cards[id] = true
		}
	}
	switch f.show {
	case bothGoals:
		one, two := insight.LineOfSight(plan, f.goals[0]), insight.LineOfSight(plan, f.goals[1])
		light(f.goals[0], f.goals[1])
		for id := range one.Cards {
			if two.Cards[id] {
				light(id)
			}
		}
	case without:
		light(f.activity)
		if s, ok := p.serviceOf(f.activity); ok {
			light(s.OnlyNeeds...)
			light(s.OnlyOutcomes...)
			light(s.OnlyGoals...)
		}
	case cheapest:
		for id := range sights(plan, insight.WinWinOf(plan).Cheapest.Activities) {
			light(id)
		}
	}
}

func (p *Page) serviceOf(activity model.ID) (insight.Service, bool) {
	for _, s := range insight.ServicesOf(p.scene.plan) {
		if s.Activity == activity {
			return s, true
		}
	}
	return insight.Service{}, false
}

// weighedSentence answers the question in words.
func (p *Page) weighedSentence() string {
	plan, f, w := p.scene.plan, p.filter, p.words
	switch f.show {
	case bothGoals:
		var work []model.ID
		for _, a := range plan.Activities {
			if p.light.cards[a.ID] {
				work = append(work, a.ID)
			}
		}
		with := words.With{"One": plan.Label(f.goals[0]), "Two": plan.Label(f.goals[1]), "N": len(work), "Labels": insight.LabelsOf(w, plan, work)}
		if len(work) == 0 {
			return p.say("both_none", with)
		}
		return p.say("both", with)
	case without:
		s, ok := p.serviceOf(f.activity)
		name := insight.NameOf(w, plan, f.activity)
		if !ok || len(s.OnlyNeeds)+len(s.OnlyOutcomes)+len(s.OnlyGoals) == 0 {
			return p.say("without_nothing", words.With{"Name": name})
		}
		return p.say("without", words.With{"Name": name, "Lost": s.OnlyHere(w, plan)})
	}
	return p.cheapestSentence(insight.WinWinOf(plan).Cheapest)
}

func (p *Page) cheapestSentence(set insight.CoverSet) string {
	plan, w := p.scene.plan, p.words
	if len(set.Activities) == 0 {
		return set.Reaches(w)
	}
	parts := []string{p.say("cheapest", words.With{"N": len(set.Activities), "Labels": insight.LabelsOf(w, plan, set.Activities), "Direct": set.Direct.String(), "How": set.How(w)}), set.Reaches(w)}
	if len(set.Unanswered) > 0 {
		parts = append(parts, set.Unanswered[0].Question(w, plan), set.Unanswered[0].Why(w, plan))
	}
	return strings.Join(parts, " ")
}

// weighItems is what can be asked about a card.
func (p *Page) weighItems(id model.ID) []*fyne.MenuItem {
	switch p.scene.plan.Item(id).(type) {
	case *model.Activity:
		return []*fyne.MenuItem{fyne.NewMenuItem(p.say("menu.without"), func() { p.askWithout(id) })}
	case *model.Goal:
		var others []*fyne.MenuItem
		for _, goal := range p.scene.plan.Goals {
			if goal.ID != id {
				others = append(others, fyne.NewMenuItem(insight.NameOf(p.words, p.scene.plan, goal.ID), func() { p.askBoth(id, goal.ID) }))
			}
		}
		if len(others) > 0 {
			both := fyne.NewMenuItem(p.say("menu.both"), nil)
			both.ChildMenu = fyne.NewMenu("", others...)
			return []*fyne.MenuItem{both}
		}
	}
	return nil
}

// askBoth shows what serves two goals.
func (p *Page) askBoth(one, two model.ID) {
	p.setFilter(filter{show: bothGoals, goals: [2]model.ID{one, two}})
}

// askWithout shows what nothing but an activity reaches.
func (p *Page) askWithout(activity model.ID) {
	p.setFilter(filter{show: without, activity: activity})
}

// weigh asks about what is chosen: about two goals what serves both, about an activity
// what would be lost without it.
func (p *Page) weigh() {
	ids := p.selection()
	goals := 0
	for _, id := range ids {
		if _, ok := p.scene.plan.Item(id).(*model.Goal); ok {
			goals++
		}
	}
	if len(ids) == 2 && goals == 2 {
		p.askBoth(ids[0], ids[1])
		return
	}
	if len(ids) == 1 {
		if _, ok := p.scene.plan.Item(ids[0]).(*model.Activity); ok {
			p.askWithout(ids[0])
			return
		}
	}
	p.head.refuse(p.say("weigh_what"))
}
