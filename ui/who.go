package ui

import (
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/ui/look"
)

// Named goes on with something that carries the person's name. The first time it asks
// for the name; who does not want to give one is not asked again.
func (w *Window) Named(then func()) {
	if w.desk.Who() != "" || w.app.Preferences().Bool(prefAsked) {
		then()
		return
	}
	w.askName(then)
}

// ChangeName asks for another name, and then goes on.
func (w *Window) ChangeName(then func()) { w.askName(then) }

// askName asks for the name that changes carry, and then goes on, named or not.
func (w *Window) askName(then func()) {
	say := w.words.Say
	name := look.NewField(say("who.name")).Placeholder(say("who.name.hint"))
	name.SetText(w.desk.Who())
	var d *look.Dialog
	answered := func(use bool) {
		d.Hide()
		w.app.Preferences().SetBool(prefAsked, true)
		if use {
			if err := w.desk.CallMe(name.Trimmed()); err != nil {
				w.Trouble(err)
				return
			}
			w.stale[insight.StepShare] = true // it says the name
			if p, ok := w.pages[insight.StepShare]; ok && w.step == insight.StepShare {
				p.Changed(edit.Event{})
			}
		}
		then()
	}
	d = look.NewDialog(say("who.title"), look.VBox(16, look.NewText(say("who.line")).In(look.Muted), name),
		look.NewButton(say("who.not_now"), func() { answered(false) }),
		look.NewButton(say("who.use"), func() { answered(true) }).Primary())
	d.OnEnter = func() { answered(true) }
	d.Show(w.window)
	name.Focus()
}
