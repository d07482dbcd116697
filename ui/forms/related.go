package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/ui/look"
)

// relation is a part of a form that shows what is related to its record. Its words
// have the keys "related.<key>" (the head), "related.<key>.add" and "related.<key>.none".
type relation struct {
	key  string
	rows func(f *Form, item model.Item) []model.Item
	add  func(f *Form, from fyne.CanvasObject) // what the button does; nil: no button
	draw func(f *Form, item model.Item) fyne.CanvasObject
}

var (
	evidenceFor = relation{key: "evidence", rows: evidenceAbout, add: func(f *Form, _ fyne.CanvasObject) {
		f.addRelated(&model.Evidence{About: []model.ID{f.id}})
	}}
	linksOn = relation{key: "links_on", add: (*Form).linkOn, rows: func(f *Form, item model.Item) []model.Item {
		return asItems(f.desk.Plan().From(f.id))
	}}
	linksBack = relation{key: "links_back", add: (*Form).linkBack, rows: func(f *Form, item model.Item) []model.Item {
		return asItems(f.desk.Plan().To(f.id))
	}}
	costsOf = relation{key: "costs", rows: costsFor, add: func(f *Form, _ fyne.CanvasObject) {
		f.addRelated(&model.Cost{Activities: []model.ID{f.id}, Kind: model.Direct, Year: 1})
	}}
	indicatorsOf = relation{key: "indicators", rows: func(f *Form, item model.Item) []model.Item {
		return those(f.desk.Plan().Indicators, func(i *model.Indicator) bool { return i.Outcome == f.id })
	}, add: func(f *Form, _ fyne.CanvasObject) { f.addRelated(&model.Indicator{Outcome: f.id}) }}
	readingsOf = relation{key: "readings", rows: func(f *Form, item model.Item) []model.Item {
		return those(f.desk.Plan().Readings, func(r *model.Reading) bool { return r.Indicator == f.id })
	}, add: func(f *Form, _ fyne.CanvasObject) { f.addRelated(&model.Reading{Indicator: f.id}) }}
	contributionsOf = relation{key: "contributions", rows: func(f *Form, item model.Item) []model.Item {
		return those(f.desk.Plan().Contributions, func(c *model.Contribution) bool { return c.Partner == f.id })
	}, add: (*Form).contribute}
	contributionsTo = relation{key: "partners", rows: func(f *Form, item model.Item) []model.Item {
		return those(f.desk.Plan().Contributions, func(c *model.Contribution) bool { return c.To == f.id })
	}, add: (*Form).invite}
	lineOfSight = relation{key: "line_of_sight", draw: (*Form).sight}
)

func those[T model.Item](all []T, wanted func(T) bool) []model.Item {
	var some []model.Item
	for _, item := range all {
		if wanted(item) {
			some = append(some, item)
		}
	}
	return some
}

func asItems[T model.Item](all []T) []model.Item { return those(all, func(T) bool { return true }) }

func evidenceAbout(f *Form, item model.Item) []model.Item {
	return those(f.desk.Plan().Evidence, func(e *model.Evidence) bool { return holds(e.About, f.id) })
}

func costsFor(f *Form, item model.Item) []model.Item {
	return those(f.desk.Plan().Costs, func(c *model.Cost) bool { return holds(c.Activities, f.id) })
}

func holds(ids []model.ID, id model.ID) bool {
	for _, other := range ids {
		if other == id {
			return true
		}
	}
	return false
}

// showRelated draws the related parts anew.
func (f *Form) showRelated(item model.Item) {
	f.related.Objects = nil
	for _, r := range layouts[f.kind].related {
		if r.draw != nil {
			if object := r.draw(f, item); object != nil {
				f.related.Add(object)
			}
			continue
		}
		f.related.Add(f.relatedPart(r, item))
	}
	f.related.Refresh()
}

func (f *Form) relatedPart(r relation, item model.Item) fyne.CanvasObject {
	key := "related." + r.key
	if specific := key + "." + string(f.kind); f.words.Has(specific) {
		key = specific
	}
	add := look.NewButton(f.say("related."+r.key+".add"), nil).Small().WithIcon(look.IconPlus)
	add.OnTapped = func() { r.add(f, add) }
	head := look.NewFormHead(f.say(key), look.Spring(), add)
	items := r.rows(f, item)
	if len(items) == 0 {
		return look.VBox(8, head, look.NewText(f.say("related."+r.key+".none")).Caption().In(look.Muted))
	}
	var rows []*look.ListRow
	for _, related := range items {
		id := related.Head().ID
		rows = append(rows, look.NewJoinedRow(f.relatedRow(related), func() { f.shell.ShowRecord(id) }))
	}
	return look.VBox(8, head, look.NewRows(rows...))
}

// relatedRow is how a related record shows in a form: a link shows what is at its
// other end.
func (f *Form) relatedRow(item model.Item) look.RowData {
	plan := f.desk.Plan()
	switch item := item.(type) {
	case *model.Link:
		end := plan.Item(item.To)
		if item.To == f.id {
			end = plan.Item(item.From)
		}
		row := look.RowData{Kind: kindOf(end), Number: plan.Label(end.Head().ID), Title: title(f.words, end), Second: strengthOf(f, item)}
		if activity, ok := end.(*model.Activity); ok {
			row.Mark, row.Note = newRows(f.words, plan).winWin(activity.ID)
		}
		return row
	case *model.Contribution:
		other := plan.Item(item.Partner)
		if item.Partner == f.id {
			other = plan.Item(item.To)
		}
		return look.RowData{Icon: look.IconPeople, Title: f.name(other), Second: item.Role}
	}
	row := newRows(f.words, plan).of(item, "")
	if row.Kind == look.NoKind {
		row.Icon = icons[item.Type()]
	}
	return row
}

func strengthOf(f *Form, link *model.Link) string {
	if link.Strength == "" {
		return f.say("related.link.strength_unknown")
	}
	text := f.say("choice.strength." + string(link.Strength))
	if link.Why != "" {
		return f.say("related.link.why", "Strength", text, "Why", link.Why)
	}
	return text
}

// addRelated adds a record that belongs to the form's own and opens its form.
func (f *Form) addRelated(item model.Item) {
	var id model.ID
	err := f.desk.Edit(editName("add", item.Type()), func(c *edit.Change) (err error) {
		id, err = c.Add(item)
		return err
	})
	if err != nil {
		f.shell.Trouble(err)
		return
	}
	f.shell.EditRecord(id)
}

// linkOn offers what the record could lead to; linkBack, what could lead to it.
func (f *Form) linkOn(from fyne.CanvasObject) { f.offerLinks(from, true) }

func (f *Form) linkBack(from fyne.CanvasObject) { f.offerLinks(from, false) }

func (f *Form) offerLinks(from fyne.CanvasObject, on bool) {
	plan, here := f.desk.Plan(), model.ColumnOf(f.item())
	linked := map[model.ID]bool{}
	for _, link := range plan.From(f.id) {
		linked[link.To] = true
	}
	for _, link := range plan.To(f.id) {
		linked[link.From] = true
	}
	var items []*fyne.MenuItem
	next := here + 1
	if !on {
		next = here - 1
	}
	if fresh := newIn(next); fresh != nil {
		items = append(items, fyne.NewMenuItem(f.say("related.new."+columnKey(next)), func() { f.addLinked(fresh, on) }), fyne.NewMenuItemSeparator())
	}
	for _, t := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
		for _, item := range plan.List(t) {
			column, id := model.ColumnOf(item), item.Head().ID
			if linked[id] || on && column <= here || !on && column >= here {
				continue
			}
			items = append(items, fyne.NewMenuItem(f.offer(item), func() { f.link(id, on) }))
		}
	}
	showMenu(from, items)
}

// newIn gives an empty record of a column of the map; nil for no column.
func newIn(column model.Column) model.Item {
	switch column {
	case model.NeedColumn:
		return &model.Need{}
	case model.ActivityColumn:
		return &model.Activity{}
	case model.ServiceColumn:
		return &model.Outcome{Level: model.Service}
	case model.CommunityColumn:
		return &model.Outcome{Level: model.Community}
	case model.GoalColumn:
		return &model.Goal{}
	}
	return nil
}

func columnKey(column model.Column) string {
	return map[model.Column]string{model.NeedColumn: "need", model.ActivityColumn: "activity", model.ServiceColumn: "service",
		model.CommunityColumn: "community", model.GoalColumn: "goal"}[column]
}

func (f *Form) link(other model.ID, on bool) {
	err := f.desk.Edit("edit.link", func(c *edit.Change) error {
		_, err := c.Add(linkBetween(f.id, other, on))
		return err
	})
	if err != nil {
		f.shell.Trouble(err)
	}
}

func linkBetween(here, other model.ID, on bool) *model.Link {
	if on {
		return &model.Link{From: here, To: other, Strength: model.Some}
	}
	return &model.Link{From: other, To: here, Strength: model.Some}
}

// addLinked adds a record, links it and opens its form: one step for undo.
func (f *Form) addLinked(item model.Item, on bool) {
	var id model.ID
	err := f.desk.Edit(editName("add", item.Type()), func(c *edit.Change) (err error) {
		if id, err = c.Add(item); err == nil {
			_, err = c.Add(linkBetween(f.id, id, on))
		}
		return err
	})
	if err != nil {
		f.shell.Trouble(err)
		return
	}
	f.shell.EditRecord(id)
}

// contribute offers what a partner could take part in; invite, who could in this.
func (f *Form) contribute(from fyne.CanvasObject) {
	plan := f.desk.Plan()
	var items []*fyne.MenuItem
	for _, t := range []model.Type{model.TypeActivity, model.TypeOutcome} {
		for _, item := range plan.List(t) {
			to := item.Head().ID
			items = append(items, fyne.NewMenuItem(f.offer(item), func() { f.addRelated(&model.Contribution{Partner: f.id, To: to}) }))
		}
	}
	showMenu(from, items)
}

func (f *Form) invite(from fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, partner := range f.desk.Plan().Partners {
		items = append(items, fyne.NewMenuItem(f.offer(partner), func() { f.addRelated(&model.Contribution{Partner: partner.ID, To: f.id}) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(f.say("related.new.partner"), func() { f.addRelated(&model.Partner{}) }))
	showMenu(from, items)
}

// showMenu shows a menu under a button.
func showMenu(under fyne.CanvasObject, items []*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(under)
	if canvas == nil || len(items) == 0 {
		return
	}
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), canvas, fyne.NewPos(0, under.Size().Height+2), under)
}

// sight draws the record's line of sight: one row of shapes from needs to goals.
func (f *Form) sight(item model.Item) fyne.CanvasObject {
	plan := f.desk.Plan()
	seen := insight.LineOfSight(plan, f.id)
	var columns [model.GoalColumn + 1][]model.Item
	for _, t := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
		for _, card := range plan.List(t) {
			if seen.Cards[card.Head().ID] {
				columns[model.ColumnOf(card)] = append(columns[model.ColumnOf(card)], card)
			}
		}
	}
	var strip [][]look.SightItem
	var ids [][]model.ID
	for _, cards := range columns {
		var items []look.SightItem
		var here []model.ID
		for _, card := range cards {
			items = append(items, look.SightItem{Kind: kindOf(card), Text: plan.Label(card.Head().ID)})
			here = append(here, card.Head().ID)
		}
		if len(items) > 0 {
			strip, ids = append(strip, items), append(ids, here)
		}
	}
	if len(strip) < 2 {
		return nil
	}
	row := look.NewSightStrip(strip, func(column, index int) { f.shell.ShowRecord(ids[column][index]) })
	return look.VBox(8, look.NewText(f.say("related.line_of_sight")).Caption().Semibold().In(look.Muted), look.NewNotePanel(row))
}
