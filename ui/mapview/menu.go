package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/model/words"
)

// menu lists what can be done with a card, a link, or an empty place.
func (v *view) menu(at spot, p fyne.Position) []*fyne.MenuItem {
	page := v.page
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(page.say("menu."+key), do) }
	id := v.idOf(at)
	switch {
	case at.card >= 0 && page.several[id]:
		return append(append(page.clipItems(), item("weigh", page.weigh)), fyne.NewMenuItemSeparator(), item("remove_several", page.removeChosen))
	case at.card >= 0:
		items := []*fyne.MenuItem{
			item("open", func() { page.open(id) }),
			item("rename_card", func() {
				if i, ok := page.scene.cardOf[id]; ok {
					v.title.change(i)
				}
			}),
			item("link", func() { page.startLink(id) }),
		}
		if links := v.linkItems(id); len(links) > 0 {
			all := item("links", nil)
			all.ChildMenu = fyne.NewMenu("", links...)
			items = append(items, all)
		}
		if slot := page.scene.slotOf(at.card); slot > 0 {
			items = append(items, item("move_up", func() { v.shift(-1) }))
		}
		if page.scene.neighbour(at.card, 1) >= 0 {
			items = append(items, item("move_down", func() { v.shift(1) }))
		}
		items = append(items, item("add_below", v.addHere))
		if page.scene.cards[at.card].column+1 < columns {
			items = append(items, item("add_next", v.addNext))
		}
		items = append(items, item("also", func() { page.alsoChoose(at.card) }), fyne.NewMenuItemSeparator())
		items = append(items, page.clipItems()...)
		items = append(items, fyne.NewMenuItemSeparator(), item("reading_card", func() { page.showReading(true) }))
		if more := page.weighItems(id); len(more) > 0 {
			items = append(append(items, fyne.NewMenuItemSeparator()), more...)
		}
		return append(items, item("remove", page.removeChosen))
	case at.link >= 0:
		return []*fyne.MenuItem{item("open_link", func() { page.open(id) }), item("why", v.rename), item("strength", page.strengthen), item("move_link", func() { page.startMove(id) }), fyne.NewMenuItemSeparator(), item("remove_link", page.removeChosen)}
	}
	board := fyne.CurrentApp().Clipboard()
	tidy := []*fyne.MenuItem{item("paste", func() { page.paste(board) }), item("all", page.everyCard), fyne.NewMenuItemSeparator(), item("reading", func() { page.showReading(true) }), item("filter", page.head.chooseFilter), item("cheapest", func() { page.setFilter(filter{show: cheapest}) }), item("tidy", page.tidy), item("themes", page.keepThemes), item("fit", v.fit), fyne.NewMenuItemSeparator(), page.exportItem()}
	column := page.scene.columnAt(v.onScene(p).X)
	if column < 0 {
		return tidy
	}
	return append([]*fyne.MenuItem{item("add."+columnKeys[column], func() { v.addAt(p) }), fyne.NewMenuItemSeparator()}, tidy...)
}

// exportItem leads to the kinds of file that the map can be kept as.
func (p *Page) exportItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(p.say("menu.export"), nil)
	item.ChildMenu = fyne.NewMenu("", p.exportItems()...)
	return item
}

// clipItems is what can be done with one chosen card as well as with several.
func (p *Page) clipItems() []*fyne.MenuItem {
	board := fyne.CurrentApp().Clipboard()
	return []*fyne.MenuItem{
		fyne.NewMenuItem(p.say("menu.duplicate"), p.duplicate),
		fyne.NewMenuItem(p.say("menu.cut"), func() { p.cut(board) }),
		fyne.NewMenuItem(p.say("menu.copy"), func() { p.copy(board) }),
		fyne.NewMenuItem(p.say("menu.paste"), func() { p.paste(board) }),
	}
}

// linkItems lists the links of a card, to choose one of them.
func (v *view) linkItems(id model.ID) []*fyne.MenuItem {
	plan := v.page.scene.plan
	var items []*fyne.MenuItem
	for _, links := range [][]*model.Link{plan.To(id), plan.From(id)} {
		for _, l := range links {
			name := v.page.words.Say("form.link.name", words.With{"From": plan.Label(l.From), "To": plan.Label(l.To)})
			items = append(items, fyne.NewMenuItem(name, func() {
				if i, ok := v.page.scene.linkOf[l.ID]; ok {
					v.page.pick(i)
				}
			}))
		}
	}
	return items
}

// showMenu shows a menu at a point of the widget.
func (v *view) showMenu(at fyne.Position, items []*fyne.MenuItem) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), c, at, v)
	}
}
