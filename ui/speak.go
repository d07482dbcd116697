package ui

import (
	"commonplan/model"
	"commonplan/model/edit"
)

// speaksPlainly tells whether the open plan asks for plainer words than the field's.
func (w *Window) speaksPlainly() bool {
	return w.desk.IsOpen() && w.desk.Plan().Project.Terminology == model.PlainTerms
}

// speak has the window say the words that the plan asks for, and tells whether they are
// others than before: then the pages have to be made anew.
func (w *Window) speak() bool {
	if w.plainly == w.speaksPlainly() {
		return false
	}
	w.plainly = !w.plainly
	w.words.Plainly(w.plainly)
	w.nav = newNavigation(w.words, w.GoTo, w.showStart)
	w.bar = newNarrowBar(w)
	w.menus.rename()
	w.help.shown = ""
	w.frame.Objects[0], w.frame.Objects[len(w.frame.Objects)-1] = w.nav.object, w.bar.object
	w.nav.choose(inNavigation(w.step))
	w.bar.choose(inNavigation(w.step))
	return true
}

// switchWords changes between the field's words and plainer ones: for the plan, so that
// all who work on it read the same.
func (w *Window) switchWords() {
	if !w.desk.IsOpen() {
		return
	}
	w.commitField()
	err := w.desk.Edit("edit.words", func(c *edit.Change) error {
		project := model.Clone(c.Plan().Project)
		project.Terminology = model.PlainTerms
		if w.speaksPlainly() {
			project.Terminology = model.FieldTerms
		}
		return c.Put(project)
	})
	if err != nil {
		w.Trouble(err)
	}
}
