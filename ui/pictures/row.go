package pictures

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/ui/look"
)

// row is one picture with its words.
type row struct {
	part         *Part
	id           model.ID
	thumb        *thumb
	alt, caption *look.Field
	private      *look.Check
	object       fyne.CanvasObject
}

func (p *Part) newRow(item *model.Picture) *row {
	r := &row{part: p, id: item.ID, thumb: newThumb(p.desk, fyne.NewSize(144, 108))}
	say := p.words.Say
	r.alt = look.NewField(say("form.picture.alt")).Placeholder(say("form.picture.alt.hint")).
		Changed(func(text string) { r.write("alt", text) })
	r.caption = look.NewField(say("form.picture.caption")).Placeholder(say("form.picture.caption.hint")).
		Changed(func(text string) { r.write("caption", text) })
	r.private = look.NewCheck(say("form.picture.private"), func(on bool) {
		r.change(func(item *model.Picture) { item.Private = on }, func(change func(*edit.Change) error) error {
			return p.desk.Edit("edit.change.picture", change)
		})
	})
	remove := look.NewButton(say("form.remove"), func() { p.remove(r.id) }).Small().WithIcon(look.IconTrash)
	words := look.VBox(12, r.alt, r.caption, r.private, look.HBox(0, remove))
	r.object = look.NewNotePanel(look.Columns(16, []float32{1, 2}, look.VBox(0, r.thumb.object), words))
	return r
}

// show brings the row up to date. A field that is being typed in is left alone.
func (r *row) show(item *model.Picture) {
	for field, text := range map[*look.Field]string{r.alt: item.Alt, r.caption: item.Caption} {
		if field.Text() != text {
			field.SetText(text)
		}
	}
	r.private.SetOn(item.Private)
	r.thumb.show(item.Media)
}

func (r *row) write(field, text string) {
	r.change(func(item *model.Picture) {
		if field == "alt" {
			item.Alt = text
		} else {
			item.Caption = text
		}
	}, func(change func(*edit.Change) error) error {
		return r.part.desk.EditBurst(string(r.id)+"."+field, "edit.change.picture", change)
	})
}

func (r *row) change(what func(*model.Picture), edits func(func(*edit.Change) error) error) {
	err := edits(func(c *edit.Change) error {
		item, ok := c.Plan().Item(r.id).(*model.Picture)
		if !ok {
			return model.NewProblem("problem.record", "Text", string(r.id))
		}
		item = model.Clone(item)
		what(item)
		return c.Put(item)
	})
	if err != nil {
		r.part.shell.Trouble(err)
	}
}
