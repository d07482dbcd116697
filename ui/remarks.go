package ui

import (
	"commonplan/model"
	"commonplan/model/words"
	"commonplan/ui/comments"
	"commonplan/ui/look"
)

// showComments shows the comments on the chosen record of any page, or on the plan as a
// whole where none is chosen.
func (w *Window) showComments() {
	if !w.desk.IsOpen() {
		return
	}
	id := model.ProjectID
	if p, ok := w.pages[w.step]; ok && w.desk.Plan().Item(p.Chosen()) != nil {
		id = p.Chosen()
	}
	var d *look.Dialog
	w.remarks = comments.New(w.desk, remarkShell{w, func() { d.Hide() }}, id)
	ok := look.NewButton(w.words.Say("dialog.ok"), func() { d.Hide() }).Primary()
	d = look.NewDialog(w.titleOf(id), look.High(min(420, w.window.Canvas().Size().Height-220), look.NewScroll(w.remarks.Object())), ok)
	d.OnClose = func() {
		w.desk.EndBurst()
		w.remarks = nil
	}
	d.Show(w.window)
	ok.Focus()
}

// titleOf names a record: its title, or what it is.
func (w *Window) titleOf(id model.ID) string {
	item := w.desk.Plan().Item(id)
	kind := w.words.Say("type." + string(item.Type()))
	if title := model.Title(item); title != "" {
		return w.words.Say("comments.of", words.With{"Type": kind, "Title": title})
	}
	return kind
}

// remarkShell closes the dialog before another record is shown.
type remarkShell struct {
	*Window
	close func()
}

func (s remarkShell) ShowRecord(id model.ID) {
	s.close()
	s.Window.ShowRecord(id)
}
