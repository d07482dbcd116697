package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/ui/look"
)

// tellRemoved says below the page what an edit removed, and what went along with it,
// until the next edit. The map says it itself, and so does a dialog by what it shows.
func (w *Window) tellRemoved(e edit.Event) {
	before := w.before
	w.before = w.desk.Plan()
	sentence := ""
	if e.How == edit.Edited && strings.HasPrefix(e.Name, "edit.remove.") && w.remarks == nil && w.step != insight.StepMap {
		sentence = insight.Removal(w.words, before, w.before, w.meant(e)...)
	}
	if w.removed == sentence {
		return
	}
	w.removed = sentence
	if p, ok := w.pages[w.step]; ok {
		w.middle.Objects = []fyne.CanvasObject{w.around(p)}
		w.middle.Refresh()
	}
}

// meant are the records that an edit removed for their own sake.
func (w *Window) meant(e edit.Event) []model.ID {
	var ids []model.ID
	doc := w.desk.Document()
	for _, touch := range e.Touched {
		if touch.Field == model.FieldDeleted && doc.Records[touch.Record].DeletedWith() == "" {
			ids = append(ids, touch.Record)
		}
	}
	return ids
}

// around gives a page with what is to be said above and below it.
func (w *Window) around(p page) fyne.CanvasObject {
	object := w.withNotice(p.Object())
	if w.removed == "" {
		return object
	}
	undo := look.NewButton(w.words.Say("map.undo"), func() { w.desk.Undo() }).Small().WithIcon(look.IconUndo)
	banner := look.NewBanner(look.IconTrash, look.Primary, w.removed, undo)
	return container.NewBorder(nil, look.Inset(8, look.Margin, 8, look.Margin, banner), nil, nil, object)
}
