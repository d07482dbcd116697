package ui

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/words"
	"commonplan/ui/comments"
	"commonplan/ui/history"
	"commonplan/ui/look"
)

// showComments shows the comments on the chosen record of any page, or on the plan as a
// whole where none is chosen.
func (w *Window) showComments() {
	if !w.desk.IsOpen() {
		return
	}
	id := w.chosenRecord()
	var d *look.Dialog
	part := comments.New(w.desk, remarkShell{w, func() { d.Hide() }}, id)
	d = w.showPart(w.titleOf(id), part, part.Object())
}

// ShowHistory shows who changed what on a record.
func (w *Window) ShowHistory(id model.ID) {
	if w.desk.Plan().Item(id) == nil {
		return
	}
	part := history.New(w.desk, id, w.Trouble)
	w.showPart(w.words.Say("history.title", words.With{"Title": w.titleOf(id)}), part, part.Object())
}

// chosenRecord is the record that is chosen on any page, or the plan as a whole.
func (w *Window) chosenRecord() model.ID {
	if p, ok := w.pages[w.step]; ok && w.desk.Plan().Item(p.Chosen()) != nil {
		return p.Chosen()
	}
	return model.ProjectID
}

// showPart shows a part in a dialog, and keeps it up to date while it is there.
func (w *Window) showPart(title string, part changing, object fyne.CanvasObject) *look.Dialog {
	var d *look.Dialog
	ok := look.NewButton(w.words.Say("dialog.ok"), func() { d.Hide() }).Primary()
	w.remarks = part
	d = look.NewDialog(title, look.High(min(420, w.window.Canvas().Size().Height-220), look.NewScroll(object)), ok)
	d.OnClose = func() {
		w.desk.EndBurst()
		w.remarks = nil
	}
	d.Show(w.window)
	ok.Focus()
	return d
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
