package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/ui/look"
)

// titleField is the field that lies over the map while a title is written: that of a
// new card, or another one for a card there is.
type titleField struct {
	view   *view
	field  *look.Field
	object *fyne.Container
	at     fyne.Position // on the scene
	of     model.ID      // "" for a new card
	from   model.ID      // the card that leads to a new one, "" for none
	column int
	open   bool
}

func newTitleField(v *view) *titleField {
	t := &titleField{view: v, field: look.NewField("")}
	t.object = container.NewWithoutLayout(t.field)
	t.object.Hide()
	t.field.OnEnter = t.finish
	t.field.OnEscape = func() { t.close(); v.takeFocus() }
	t.field.OnFocus = func(focused bool) {
		if !focused {
			t.finish()
		}
	}
	return t
}

// add asks for the title of a new card.
func (t *titleField) add(column int, at fyne.Position) {
	t.of, t.from, t.column = "", "", column
	t.field.Placeholder(t.view.page.say("new." + columnKeys[column]))
	t.ask(at, "")
}

// addNext asks for the title of a new card in the next column, to which a card leads.
func (t *titleField) addNext(card int) {
	v := t.view
	c := &v.page.scene.cards[card]
	if c.column+1 == columns {
		return
	}
	t.add(c.column+1, fyne.NewPos(v.page.scene.columnX(c.column+1), c.at.Y))
	t.from = c.id
}

// change asks for another title of a card.
func (t *titleField) change(card int) {
	c := &t.view.page.scene.cards[card]
	t.of, t.column = c.id, c.column
	t.field.Placeholder("")
	t.ask(c.at, model.Title(t.view.page.scene.plan.Item(c.id)))
}

// why asks why a link is believed, beside it.
func (t *titleField) why(link int) {
	l := &t.view.page.scene.links[link]
	item, ok := t.view.page.scene.plan.Item(l.id).(*model.Link)
	if !ok || len(l.line) == 0 {
		return
	}
	t.of = l.id
	t.field.Placeholder(t.view.page.say("why_field"))
	t.ask(l.line[len(l.line)/2], item.Why)
}

func (t *titleField) ask(at fyne.Position, text string) {
	t.at, t.open = at, true
	t.field.SetText(text)
	t.object.Show()
	t.place()
	t.field.Focus()
	t.view.draw()
}

// place moves the field along with the map.
func (t *titleField) place() {
	if !t.open {
		return
	}
	v := t.view
	r, at := v.room(), v.inView(t.at)
	width := max(look.Scaled(look.CardWidth), look.Scaled(look.CardWidth)*v.z()) + 2*look.Gap
	height := look.HeightFor(t.field, width)
	t.field.Resize(fyne.NewSize(width, height))
	t.field.Move(fyne.NewPos(
		whole(max(r.left+look.Gap, min(at.X-look.Gap, r.right-width-look.Gap))),
		whole(max(r.top+look.Gap, min(at.Y, r.bottom-height-look.Gap)))))
}

// finish stores what was written.
func (t *titleField) finish() {
	if !t.open {
		return
	}
	text, of, from, at := t.field.Trimmed(), t.of, t.from, wish{column: t.column, y: t.at.Y}
	t.close()
	t.view.takeFocus()
	t.view.page.titled(of, from, at, text)
}

func (t *titleField) close() {
	t.open = false
	t.object.Hide()
}
