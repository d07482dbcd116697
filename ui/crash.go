package ui

import (
	"log/slog"

	"commonplan/model"
	"commonplan/model/store/crash"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// tellCrash says that the program ended by itself the last time, what was kept, and where
// the report is.
func (w *Window) tellCrash(reports []crash.Report) {
	if len(reports) == 0 {
		return
	}
	last := reports[len(reports)-1]
	w.whenShown(func() {
		say := w.words.Say
		ended := last.Ended.Local()
		when := words.With{"Date": w.words.Date(model.DateOf(ended)), "Time": ended.Format("15:04")}
		var d *look.Dialog
		where := look.NewButton(say("crash.told.where"), func() { w.reveal(last.Path) })
		ok := look.NewButton(say("dialog.ok"), func() { d.Hide() }).Primary()
		d = look.NewDialog(say("crash.told.title"), look.VBox(12, look.NewText(say("crash.told.line", when)),
			look.NewText(say("crash.told.report"))), where, ok)
		d.Show(w.window)
		ok.Focus()
	})
}

// reveal shows a file in its folder, or says where it is.
func (w *Window) reveal(path string) {
	go func() {
		if err := w.outside.Reveal(path); err != nil {
			slog.Warn("showing a file in its folder", "path", path, "error", err)
			w.Later(func() { w.Trouble(model.NewProblem("problem.crash.report", "Path", path)) })
		}
	}()
}
