package mapview

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// narrow changes one condition of what is shown; the others stay. Without any
// condition everything is shown.
func (p *Page) narrow(change func(*filter)) {
	f := p.filter
	if f.show != narrowed {
		f = filter{show: narrowed}
	}
	change(&f)
	if f == (filter{show: narrowed}) {
		f = filter{}
	}
	p.setFilter(f)
}

// conditions are the words for what is shown, the objective first.
func (p *Page) conditions() []string {
	f := p.filter
	if f.show != narrowed {
		return nil
	}
	var all []string
	if f.objective != "" {
		all = append(all, p.words.Say("choice.objective."+string(f.objective)))
	}
	if f.theme != "" {
		all = append(all, p.say("is_theme", words.With{"Theme": f.theme}))
	}
	if f.partner != "" {
		all = append(all, p.say("is_partner", words.With{"Name": model.Title(p.scene.plan.Item(f.partner))}))
	}
	if f.prevention != "" {
		all = append(all, p.words.Say("choice.prevention."+string(f.prevention)))
	}
	if f.way != "" {
		all = append(all, p.words.Say("choice.way."+string(f.way)))
	}
	return all
}

// sights gives the cards on the lines of sight of some records.
func sights(plan *model.Plan, ids []model.ID) map[model.ID]bool {
	cards := map[model.ID]bool{}
	for _, id := range ids {
		for card := range insight.LineOfSight(plan, id).Cards {
			cards[card] = true
		}
	}
	return cards
}

// lightNarrowed lights the cards that meet all conditions: of an objective or of some
// activities the whole line of sight, of a theme its own cards.
func (p *Page) lightNarrowed(l light) {
	plan, f := p.scene.plan, p.filter
	for i := range p.scene.cards {
		l.cards[p.scene.cards[i].id] = true
	}
	keep := func(wanted map[model.ID]bool) {
		for id := range l.cards {
			if !wanted[id] {
				delete(l.cards, id)
			}
		}
	}
	if f.objective != "" {
		var goals []model.ID
		for _, goal := range plan.Goals {
			if goal.Objective == f.objective {
				goals = append(goals, goal.ID)
			}
		}
		keep(sights(plan, goals))
	}
	if f.theme != "" {
		own := map[model.ID]bool{}
		for i := range p.scene.cards {
			id := p.scene.cards[i].id
			own[id] = strings.EqualFold(themeOf(plan.Item(id)), f.theme)
		}
		keep(own)
	}
	if f.partner != "" {
		var to []model.ID
		for _, c := range plan.Contributions {
			if c.Partner == f.partner {
				to = append(to, c.To)
			}
		}
		keep(sights(plan, to))
	}
	if f.prevention != "" || f.way != "" {
		var work []model.ID
		for _, a := range plan.Activities {
			if (f.prevention == "" || a.Prevention == f.prevention) && (f.way == "" || slices.Contains(a.Ways, f.way)) {
				work = append(work, a.ID)
			}
		}
		keep(sights(plan, work))
	}
}

// themeOf is the theme of a card, "" for those that have none.
func themeOf(item model.Item) string {
	switch card := item.(type) {
	case *model.Need:
		return strings.TrimSpace(card.Theme)
	case *model.Activity:
		return strings.TrimSpace(card.Theme)
	case *model.Outcome:
		return strings.TrimSpace(card.Theme)
	}
	return ""
}

// themes lists the themes of the plan in the order of the alphabet.
func (p *Page) themes() []string {
	var all []string
	for i := range p.scene.cards {
		theme := themeOf(p.scene.plan.Item(p.scene.cards[i].id))
		if theme != "" && !slices.ContainsFunc(all, func(t string) bool { return strings.EqualFold(t, theme) }) {
			all = append(all, theme)
		}
	}
	slices.Sort(all)
	return all
}

// filterItems lists what can be asked for, with what is asked for ticked.
func (p *Page) filterItems() []*fyne.MenuItem {
	now := filter{}
	if p.filter.show == narrowed {
		now = p.filter
	}
	option := func(text string, on bool, set func(*filter)) *fyne.MenuItem {
		item := fyne.NewMenuItem(text, func() { p.narrow(set) })
		item.Checked = on
		return item
	}
	var theme, partner, prevention, way []*fyne.MenuItem
	for _, t := range p.themes() {
		theme = append(theme, option(t, now.theme == t, func(f *filter) { f.theme = t }))
	}
	for _, other := range p.scene.plan.Partners {
		partner = append(partner, option(other.Name, now.partner == other.ID, func(f *filter) { f.partner = other.ID }))
	}
	for _, value := range []model.Prevention{model.Upstream, model.Midstream, model.Downstream} {
		prevention = append(prevention, option(p.words.Say("choice.prevention."+string(value)), now.prevention == value, func(f *filter) { f.prevention = value }))
	}
	for _, value := range model.Ways {
		way = append(way, option(p.words.Say("choice.way."+string(value)), now.way == value, func(f *filter) { f.way = value }))
	}
	return []*fyne.MenuItem{
		p.group("filter_theme", theme, func(f *filter) { f.theme = "" }),
		p.group("filter_partner", partner, func(f *filter) { f.partner = "" }),
		p.group("filter_prevention", prevention, func(f *filter) { f.prevention = "" }),
		p.group("filter_way", way, func(f *filter) { f.way = "" }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(p.say("show_everything"), func() { p.setFilter(filter{}) }),
	}
}

// group is a menu item with the options of one condition, the first of which is any.
func (p *Page) group(key string, options []*fyne.MenuItem, any func(*filter)) *fyne.MenuItem {
	item := fyne.NewMenuItem(p.say(key), nil)
	if item.Disabled = len(options) == 0; item.Disabled {
		return item
	}
	all := fyne.NewMenuItem(p.say("filter_any"), func() { p.narrow(any) })
	item.ChildMenu = fyne.NewMenu("", append([]*fyne.MenuItem{all}, options...)...)
	return item
}

// chooseFilter asks what to show.
func (h *pageHead) chooseFilter() {
	h.show() // the chip shows the choice, not the click
	if c := fyne.CurrentApp().Driver().CanvasForObject(h.filter); c != nil {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", h.page.filterItems()...), c, fyne.NewPos(0, h.filter.Size().Height+2), h.filter)
	}
}

// showFilter counts on the chip the conditions that it stands for.
func (h *pageHead) showFilter(on bool) {
	n := len(h.page.conditions())
	if on && h.page.filter.objective != "" {
		n--
	}
	text := h.page.say("filter")
	if on = on && n > 0; on {
		text = h.page.say("filter_on", words.With{"N": strconv.Itoa(n)})
	}
	h.filter.SetText(text)
	h.filter.SetOn(on)
}

// narrowedSentence says how many cards meet the conditions.
func (p *Page) narrowedSentence() string {
	n := len(p.light.cards)
	if p.filter == (filter{show: narrowed, objective: p.filter.objective}) {
		return p.say("objective_sentence", words.With{"N": n, "Objective": p.conditions()[0]})
	}
	return p.say("narrowed", words.With{"N": n, "What": strings.Join(p.conditions(), " · ")})
}
