package protect

import (
	"fyne.io/fyne/v2"

	"commonplan/ui/look"
)

// form is where a password is typed, once or twice, hidden until it is to be shown.
type form struct {
	password, again *look.Field // again is nil where it is typed once
	show            *look.Check
	waiting         *look.Text
	object          fyne.CanvasObject
}

func (d *Dialogs) newForm(times int) *form {
	f := &form{password: look.NewField(d.say("password")).Secret(true), waiting: look.NewText(d.say("working")).Caption().In(look.Muted)}
	fields := look.VBox(12, f.password)
	if times > 1 {
		f.again = look.NewField(d.say("again")).Secret(true)
		fields.Add(f.again)
	}
	f.show = look.NewCheck(d.say("show"), func(on bool) {
		f.password.Secret(!on)
		if f.again != nil {
			f.again.Secret(!on)
		}
	})
	f.waiting.Hide()
	fields.Add(f.show)
	fields.Add(f.waiting)
	f.object = fields
	return f
}

// wait shows that something slow is going on, which must not be asked for twice.
func (f *form) wait(button *look.Button) {
	button.Disable()
	f.waiting.Show()
	f.object.Refresh()
}

func (f *form) goOn(button *look.Button) {
	button.Enable()
	f.waiting.Hide()
	f.object.Refresh()
}
