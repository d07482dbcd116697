package ui

import (
	"path/filepath"

	"commonplan/model"
	"commonplan/model/share"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/paperview"
)

// MakePaper makes the council paper as a PDF, without what is private unless that is to
// go along; then is told how that went.
func (w *Window) MakePaper(path string, private bool, then func(error)) {
	doc := w.desk.Document()
	go func() {
		at := doc.WorkedOn()
		if !private {
			doc = share.WithoutPrivate(doc).Document
		}
		data, err := paperview.CouncilPDF(model.ReadPlan(doc, nil), doc.Parts, at)
		w.Later(func() {
			if err != nil {
				then(err)
				return
			}
			w.desk.WritePaper(path, data, then)
		})
	}()
}

// SendTheirSide makes the council its copy, which asks for its side of the checklist,
// and offers to send it.
func (w *Window) SendTheirSide() {
	w.Named(func() {
		w.commitField()
		say := w.words.Say
		name := say("share.file_name.council", words.With{"Name": w.desk.SuggestedName()})
		w.AskWhere(say("share.council.send.title"), say("file.projects"), desk.Extension, name, func(path string) {
			w.desk.PrepareCopy(false, model.CouncilSide, func(c *desk.Copy, err error) {
				if err != nil {
					w.Trouble(err)
					return
				}
				w.desk.WriteCopy(path, c, func(err error) { w.theirSideMade(path, err) })
			})
		})
	})
}

func (w *Window) theirSideMade(path string, err error) {
	if err != nil {
		w.Trouble(err)
		return
	}
	say := w.words.Say
	ask(w.window, say("share.council.made"), say("share.council.made.line", words.With{"File": filepath.Base(path)}),
		choice{say("dialog.ok"), func() {}},
		choice{say("share.reveal"), func() { w.ShowInFolder(path) }},
		choice{say("share.message"), func() { w.Compose("council", path) }})
}
