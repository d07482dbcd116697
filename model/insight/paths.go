package insight

import (
	"maps"
	"slices"

	"commonplan/model"
	"commonplan/model/words"
)

// Reach lists cards by kind, each list in the order of the plan.
type Reach struct {
	Needs, Activities, Outcomes, Goals []model.ID
	Objectives                         []model.Objective // of the goals, in their fixed order
}

// Sight is the line of sight of a record.
type Sight struct {
	From   model.ID
	Cards  map[model.ID]bool // on some path through the record; its own card too
	Links  map[model.ID]bool // on some path through the record
	Ahead  Reach             // what it leads to
	Behind Reach             // what leads to it
}

// LineOfSight gives all that a record leads to and all that leads to it. A record that
// is no card looks from the cards it belongs to, and has them ahead: an indicator its
// outcome, a cost its activities, a link the cards at its two ends.
func LineOfSight(p *model.Plan, from model.ID) Sight {
	s := Sight{From: from, Cards: map[model.ID]bool{}, Links: map[model.ID]bool{}}
	first, last := ends(p, from)
	ahead := s.follow(last, p.From, func(l *model.Link) model.ID { return l.To })
	behind := s.follow(first, p.To, func(l *model.Link) model.ID { return l.From })
	if _, isLink := p.Item(from).(*model.Link); !isLink {
		delete(ahead, from)
		for _, id := range first {
			delete(behind, id)
		}
	} else if len(first) > 0 {
		s.Links[from] = true
	}
	s.Ahead, s.Behind = reachOf(p, ahead), reachOf(p, behind)
	return s
}

// follow walks from some cards as far as links lead, lights what it meets, and gives
// the cards.
func (s *Sight) follow(from []model.ID, links func(model.ID) []*model.Link, end func(*model.Link) model.ID) map[model.ID]bool {
	seen := map[model.ID]bool{}
	for open := slices.Clone(from); len(open) > 0; {
		id := open[len(open)-1]
		open = open[:len(open)-1]
		if seen[id] {
			continue
		}
		seen[id], s.Cards[id] = true, true
		for _, link := range links(id) {
			s.Links[link.ID] = true
			open = append(open, end(link))
		}
	}
	return seen
}

// ends gives the cards from which a record looks back and those from which it looks
// ahead. They are the same but for a link.
func ends(p *model.Plan, id model.ID) (back, ahead []model.ID) {
	cards := cardsOf(p, id)
	if link, ok := p.Item(id).(*model.Link); ok && len(cards) == 2 {
		return []model.ID{link.From}, []model.ID{link.To}
	}
	return cards, cards
}

// cardsOf gives the cards of the map that a record is, or belongs to.
func cardsOf(p *model.Plan, id model.ID) []model.ID {
	var wanted []model.ID
	switch item := p.Item(id).(type) {
	case *model.Need, *model.Activity, *model.Outcome, *model.Goal:
		return []model.ID{id}
	case *model.Link:
		if !slices.ContainsFunc(p.From(item.From), func(l *model.Link) bool { return l.ID == id }) {
			return nil // it does not lead from left to right, so the map does not draw it
		}
		return []model.ID{item.From, item.To}
	case *model.Evidence:
		wanted = item.About
	case *model.Cost:
		wanted = item.Activities
	case *model.Option:
		wanted = item.Activities
	case *model.Indicator:
		wanted = []model.ID{item.Outcome}
	case *model.Reading:
		wanted = []model.ID{item.Indicator}
	case *model.Contribution:
		wanted = []model.ID{item.To}
	case *model.Comment:
		wanted = []model.ID{item.On}
	case *model.Picture:
		wanted = []model.ID{item.On}
	}
	var cards []model.ID
	for _, other := range wanted {
		if other == id {
			continue
		}
		for _, card := range shownOn(p, other) {
			if !slices.Contains(cards, card) {
				cards = append(cards, card)
			}
		}
	}
	return cards
}

// shownOn is cardsOf for a record that another one refers to. It goes no further than
// one step for those that refer on, so that damaged data cannot lead round in a circle.
func shownOn(p *model.Plan, id model.ID) []model.ID {
	switch item := p.Item(id).(type) {
	case *model.Comment, *model.Picture, nil:
		return nil
	case *model.Reading:
		if indicator, ok := p.Item(item.Indicator).(*model.Indicator); ok {
			return cardsOf(p, indicator.ID)
		}
		return nil
	}
	return cardsOf(p, id)
}

func reachOf(p *model.Plan, cards map[model.ID]bool) Reach {
	var r Reach
	for _, need := range p.Needs {
		if cards[need.ID] {
			r.Needs = append(r.Needs, need.ID)
		}
	}
	for _, activity := range p.Activities {
		if cards[activity.ID] {
			r.Activities = append(r.Activities, activity.ID)
		}
	}
	for _, outcome := range p.Outcomes {
		if cards[outcome.ID] {
			r.Outcomes = append(r.Outcomes, outcome.ID)
		}
	}
	for _, goal := range p.Goals {
		if cards[goal.ID] {
			r.Goals = append(r.Goals, goal.ID)
		}
	}
	r.Objectives = objectivesOf(p, r.Goals)
	return r
}

// Path is a way over the map, card by card from left to right.
type Path []model.ID

// PathsToGoals lists the ways from a record to the goals, at most so many; more tells
// whether there are others. Paths stand in the order of the map.
func PathsToGoals(p *model.Plan, from model.ID, most int) (paths []Path, more bool) {
	goals := map[model.ID]bool{}
	for _, goal := range p.Goals {
		goals[goal.ID] = true
	}
	return pathsTo(p, from, goals, most)
}

// PathsTo lists the ways from a record to one card, at most so many.
func PathsTo(p *model.Plan, from, to model.ID, most int) (paths []Path, more bool) {
	return pathsTo(p, from, map[model.ID]bool{to: true}, most)
}

func pathsTo(p *model.Plan, from model.ID, targets map[model.ID]bool, most int) (paths []Path, more bool) {
	useful := whence(p, targets)
	var walk func(path Path)
	walk = func(path Path) {
		here := path[len(path)-1]
		if more || !useful[here] {
			return
		}
		if targets[here] && len(path) > 1 {
			if len(paths) == most {
				more = true
				return
			}
			paths = append(paths, slices.Clone(path))
		}
		for _, link := range p.From(here) {
			walk(append(path, link.To))
		}
	}
	first, last := ends(p, from)
	for i, start := range last {
		if first[i] == start {
			walk(Path{start})
		} else {
			walk(Path{first[i], start})
		}
	}
	return paths, more
}

// whence gives the cards from which one of the targets can be reached, so that no walk
// is in vain.
func whence(p *model.Plan, targets map[model.ID]bool) map[model.ID]bool {
	var all Sight
	all.Cards, all.Links = map[model.ID]bool{}, map[model.ID]bool{}
	return all.follow(slices.Collect(maps.Keys(targets)), p.To, func(l *model.Link) model.ID { return l.From })
}

// Sentence says what a card reaches: "N5 “The yard is hot” reaches 5 outcomes and all 3
// goals, through 1 activity." It is "" for a record that is no card.
func (s Sight) Sentence(w *words.Words, p *model.Plan) string {
	says := s.Says(w, p)
	if says == "" {
		return ""
	}
	return w.Say("insight.sight", words.With{"Name": NameOf(w, p, s.From), "Says": says})
}

// Says is the sentence without its beginning, for where the card’s title stands before
// it: "reaches 5 outcomes and all 3 goals, through 1 activity."
func (s Sight) Says(w *words.Words, p *model.Plan) string {
	with := words.With{
		"Needs":    count(w, "needs", len(s.Behind.Needs), 0),
		"Outcomes": count(w, "outcomes", len(s.Ahead.Outcomes), 0),
		"Goals":    count(w, "goals", len(s.Ahead.Goals), len(p.Goals)),
	}
	nowhere := len(s.Ahead.Outcomes)+len(s.Ahead.Goals) == 0
	switch p.Item(s.From).(type) {
	case *model.Need:
		with["Activities"] = count(w, "activities", len(s.Ahead.Activities), 0)
		switch {
		case nowhere && len(s.Ahead.Activities) == 0:
			return w.Say("insight.sight.need.alone")
		case nowhere:
			return w.Say("insight.sight.need.nowhere", with)
		case len(s.Ahead.Activities) == 0:
			return w.Say("insight.sight.need.straight", with)
		}
		return w.Say("insight.sight.need", with)
	case *model.Activity:
		if nowhere {
			return w.Say("insight.sight.activity.nowhere", with)
		}
		return w.Say("insight.sight.activity", with)
	case *model.Outcome:
		with["Activities"] = count(w, "activities", len(s.Behind.Activities), 0)
		return w.Say("insight.sight.outcome", with)
	case *model.Goal:
		with["Activities"] = count(w, "activities", len(s.Behind.Activities), 0)
		with["Outcomes"] = count(w, "outcomes", len(s.Behind.Outcomes), 0)
		return w.Say("insight.sight.goal", with)
	}
	return ""
}
