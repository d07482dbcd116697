package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// tellMore says below the page what an edit did beyond what is seen: what a removal took
// along, what a pasted list added. It stands until the next edit. The map says it itself,
// and so does a dialog by what it shows.
func (w *Window) tellMore(e edit.Event) {
	before := w.before
	w.before = w.desk.Plan()
	said := aside{}
	if e.How == edit.Edited && w.remarks == nil && w.step != insight.StepMap {
		said = w.moreOf(e, before)
	}
	if w.said == said {
		return
	}
	w.said = said
	if p, ok := w.pages[w.step]; ok {
		w.middle.Objects = []fyne.CanvasObject{w.around(p)}
		w.middle.Refresh()
	}
}

// aside is a sentence below the page, with undo beside it; "" is none.
type aside struct {
	icon     look.Icon
	sentence string
}

// moreOf gives what there is to say about an edit.
func (w *Window) moreOf(e edit.Event, before *model.Plan) aside {
	if strings.HasPrefix(e.Name, "edit.remove.") {
		return aside{look.IconTrash, insight.Removal(w.words, before, w.before, w.meant(e)...)}
	}
	if kind, pasted := strings.CutPrefix(e.Name, "edit.paste."); pasted {
		n := len(w.before.List(model.Type(kind))) - len(before.List(model.Type(kind)))
		return aside{look.IconPlus, w.words.Say("pasted."+kind, words.With{"N": n})}
	}
	return aside{}
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
	if w.said.sentence == "" {
		return object
	}
	undo := look.NewButton(w.words.Say("map.undo"), func() { w.desk.Undo() }).Small().WithIcon(look.IconUndo)
	banner := look.NewBanner(w.said.icon, look.Primary, w.said.sentence, undo)
	return container.NewBorder(nil, look.Inset(8, look.Margin, 8, look.Margin, banner), nil, nil, object)
}
