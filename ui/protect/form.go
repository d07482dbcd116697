package protect

import (
	"fyne.io/fyne/v2"

	"commonplan/ui/look"
)

// form is where a password is typed, once or twice, hidden until it is to be shown.
type form struct {
	password, again *look.Field // again is nil where it is typed once
	show            *look.Check
	working, was    string // what the button says while something slow goes on, and else
	object          fyne.CanvasObject
}

func (d *Dialogs) newForm(times int) *form {
	f := &form{password: look.NewField(d.say("password")).Secret(true), working: d.say("working")}
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
	fields.Add(f.show)
	f.object = fields
	return f
}

// wait shows on the button that something slow is going on, which must not be asked for
// twice.
func (f *form) wait(button *look.Button) {
	f.was = button.Text()
	button.SetText(f.working)
	button.Disable()
}

func (f *form) goOn(button *look.Button) {
	button.SetText(f.was)
	button.Enable()
}
