package ui

import (
	"log/slog"
	"path/filepath"

	"commonplan/model"
	"commonplan/model/words"
)

// Letter is a message that a mail program is to open, with the paths of the files that
// go along. Whom it goes to, and whether, the person decides there.
type Letter struct {
	Subject, Text string
	Files         []string
}

// Compose starts a message about the plan. Its words have the keys
// "letter.<key>.subject" and "letter.<key>".
func (w *Window) Compose(key string, files ...string) {
	with := words.With{"Name": w.desk.Name(), "Who": w.desk.Who(), "Lead": w.desk.Plan().Project.Lead}
	letter := Letter{Subject: w.words.Say("letter."+key+".subject", with), Text: w.words.Say("letter."+key, with), Files: files}
	go func() {
		err := w.outside.Compose(letter)
		w.Later(func() {
			if err != nil {
				slog.Warn("starting a message", "files", files, "error", err)
				w.Trouble(model.NewProblem("problem.no_mailer", "Path", files[0]))
			}
		})
	}()
}

// ShowInFolder shows a file where it lies.
func (w *Window) ShowInFolder(path string) {
	go func() {
		err := w.outside.Reveal(path)
		w.Later(func() {
			if err != nil {
				slog.Warn("showing a file in its folder", "path", path, "error", err)
				w.Trouble(model.NewProblem("problem.no_folder", "Path", path))
			}
		})
	}()
}

// SendBack saves a copy that was sent for one side's answers and starts the message
// with which it goes back.
func (w *Window) SendBack() {
	w.Named(func() {
		w.saveThen(func() {
			path := w.desk.Path()
			ask(w.window, w.words.Say("letter.saved"), w.words.Say("letter.saved.line", words.With{"File": filepath.Base(path)}),
				choice{w.words.Say("dialog.close"), func() {}},
				choice{w.words.Say("share.reveal"), func() { w.ShowInFolder(path) }},
				choice{w.words.Say("share.message"), func() { w.Compose("back", path) }})
		})
	})
}
