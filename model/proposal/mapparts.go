package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
)

// mostParts is into how many sheets a map is cut at most. What has no room then stands
// in the list of its words only.
const mostParts = 40

// cardSet is some cards of the map.
type cardSet map[model.ID]bool

// mapPart is one sheet of a map that is too large for a single one.
type mapPart struct {
	cards   cardSet
	picture figure.Picture
}

// mapCutter cuts a map into sheets.
type mapCutter struct {
	plan  *model.Plan
	cards []model.Item // all of the map, from left to right
	draw  func(only func(model.ID) bool) (figure.Picture, bool)
	parts []mapPart
	left  bool // something has no room on any sheet
}

// cutMap gives the sheets of a map: one if all of it fits; else activities are put
// together as long as they fit with all that leads to them and all they lead to, and
// what belongs to no activity comes last. draw draws some cards and tells whether they
// fit; nil draws all. whole is false if some cards or links have no room at all.
func cutMap(plan *model.Plan, draw func(only func(model.ID) bool) (figure.Picture, bool)) (parts []mapPart, whole bool) {
	c := &mapCutter{plan: plan, draw: draw}
	for _, t := range []model.Type{model.TypeNeed, model.TypeActivity} {
		c.cards = append(c.cards, plan.List(t)...)
	}
	c.cards = append(append(c.cards, items(plan.Outcomes)...), items(plan.Goals)...)
	if picture, fits := draw(nil); fits {
		all := cardSet{}
		for _, card := range c.cards {
			all[card.Head().ID] = true
		}
		return []mapPart{{all, picture}}, true
	}
	c.byActivity()
	c.rest()
	return c.parts, !c.left
}

// byActivity fills sheets with activities and all that stands on a path with them.
func (c *mapCutter) byActivity() {
	var now mapPart
	for _, a := range c.plan.Activities {
		sight := insight.LineOfSight(c.plan, a.ID).Cards
		more := cardSet{}
		for id := range now.cards {
			more[id] = true
		}
		for id := range sight {
			more[id] = true
		}
		if picture, fits := c.drawSet(more); fits {
			now = mapPart{more, picture}
			continue
		}
		c.keep(now)
		now = mapPart{}
		alone := cardSet(sight)
		if picture, fits := c.drawSet(alone); fits {
			now = mapPart{alone, picture}
		} else {
			c.halve(alone)
		}
	}
	c.keep(now)
}

func (c *mapCutter) drawSet(cards cardSet) (figure.Picture, bool) {
	if len(c.parts) >= mostParts {
		return figure.Picture{}, false
	}
	return c.draw(func(id model.ID) bool { return cards[id] })
}

// keep takes a sheet, if it has any cards and there may be another.
func (c *mapCutter) keep(part mapPart) {
	switch {
	case len(part.cards) == 0:
	case len(c.parts) >= mostParts:
		c.left = true
	default:
		c.parts = append(c.parts, part)
	}
}

// rest makes sheets of the cards and links that are on none yet.
func (c *mapCutter) rest() {
	drawn := func(ids ...model.ID) bool {
		return slices.ContainsFunc(c.parts, func(p mapPart) bool {
			return !slices.ContainsFunc(ids, func(id model.ID) bool { return !p.cards[id] })
		})
	}
	rest := cardSet{}
	for _, card := range c.cards {
		if id := card.Head().ID; !drawn(id) {
			rest[id] = true
		}
	}
	for _, link := range c.plan.Links {
		if !drawn(link.From, link.To) {
			rest[link.From], rest[link.To] = true, true
		}
	}
	if len(rest) == 0 {
		return
	}
	if picture, fits := c.drawSet(rest); fits {
		c.keep(mapPart{rest, picture})
		return
	}
	c.halve(rest)
}

// halve cuts cards that do not fit: the column with most of them in two, each half with
// what stands on a path with it. A column of one card cannot be cut.
func (c *mapCutter) halve(cards cardSet) {
	columns := map[model.Column][]model.ID{}
	most := model.NeedColumn
	for _, card := range c.cards {
		if id := card.Head().ID; cards[id] {
			column := model.ColumnOf(card)
			columns[column] = append(columns[column], id)
			if len(columns[column]) > len(columns[most]) {
				most = column
			}
		}
	}
	list := columns[most]
	if len(list) < 2 || len(c.parts) >= mostParts {
		c.left = true
		return
	}
	first, second := list[:len(list)/2], list[len(list)/2:]
	onFirst, onSecond := c.onPath(cards, first), c.onPath(cards, second)
	for id := range cards {
		if !onFirst[id] && !onSecond[id] {
			onFirst[id] = true
		}
	}
	for _, half := range []cardSet{onFirst, onSecond} {
		if picture, fits := c.drawSet(half); fits {
			c.keep(mapPart{half, picture})
		} else {
			c.halve(half)
		}
	}
}

// onPath gives those of some cards that lead to or from some of them, with these. Of the
// column these stand in there are no others.
func (c *mapCutter) onPath(cards cardSet, some []model.ID) cardSet {
	found := cardSet{}
	var walk func(id model.ID, next func(model.ID) []model.ID)
	walk = func(id model.ID, next func(model.ID) []model.ID) {
		for _, to := range next(id) {
			if cards[to] && !found[to] {
				found[to] = true
				walk(to, next)
			}
		}
	}
	ahead := func(id model.ID) (ids []model.ID) {
		for _, link := range c.plan.From(id) {
			ids = append(ids, link.To)
		}
		return ids
	}
	behind := func(id model.ID) (ids []model.ID) {
		for _, link := range c.plan.To(id) {
			ids = append(ids, link.From)
		}
		return ids
	}
	for _, id := range some {
		found[id] = true
		walk(id, ahead)
		walk(id, behind)
	}
	return found
}
