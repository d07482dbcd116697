package ui

import (
	"path/filepath"
	"slices"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/stray"
	"commonplan/model/words"
	"commonplan/ui/copies"
	"commonplan/ui/desk"
)

// The pages on copies are no steps of the plan: one comes to them with a copy, and from
// the things to settle in the status bar.
const (
	stepCopies insight.Step = "copies"
	stepSettle insight.Step = "settle"
)

// BringIn asks for a copy of the open plan and shows what is new in it.
func (w *Window) BringIn() {
	if !w.desk.IsOpen() {
		tell(w.window, w.words.Say("copies.open_first"), w.words.Say("copies.open_first.line"), w.words.Say("dialog.ok"))
		return
	}
	w.Named(func() { w.chooser.Open(w.projectKind("copies.which"), w.folder(), w.readCopy) })
}

// readCopy reads a copy and shows what is new in it.
func (w *Window) readCopy(path string) {
	w.commitField()
	w.desk.ReadCopy(path, "", func(a *desk.Arrival, err error) {
		switch {
		case desk.NeedsPassword(err):
			w.passwords.Open(path, func(password string, then func(error)) {
				w.desk.ReadCopy(path, password, func(a *desk.Arrival, err error) {
					then(err)
					if err == nil {
						w.showArrival(a)
					}
				})
			})
		case err != nil:
			w.Trouble(err)
		default:
			w.showArrival(a)
		}
	})
}

// showArrival shows what a copy would bring.
func (w *Window) showArrival(a *desk.Arrival) {
	w.arrival = a
	delete(w.pages, stepCopies)
	w.GoTo(stepCopies)
	w.showState()
	if p, ok := w.pages[stepCopies].(*copies.Preview); ok {
		p.Focus()
	}
}

// Brought is told that the copy was brought in, and goes on to what it left to settle.
func (w *Window) Brought(toSettle int) {
	w.arrival = nil
	if toSettle > 0 {
		w.GoTo(stepSettle)
		w.Unfocus()
		w.showState()
		return
	}
	w.GoTo(insight.StepShare)
	w.showState()
	tell(w.window, w.words.Say("copies.brought"), w.words.Say("copies.undo"), w.words.Say("dialog.ok"))
}

// LeaveCopy leaves a copy as it is.
func (w *Window) LeaveCopy() {
	w.arrival = nil
	w.GoTo(insight.StepShare)
	w.showState()
}

// settleThings opens what is to be settled.
func (w *Window) settleThings() { w.GoTo(stepSettle) }

// takeBack takes the latest merge back.
func (w *Window) takeBack() {
	w.Confirm(w.words.Say("menu.take_back"), w.words.Say("settle.take_back.line"), w.words.Say("settle.take_back.yes"), func() { w.desk.TakeBack() })
}

// offerCopy tells that a file that is being opened holds the plan that is open. Either may
// be the person's own: a file that was worked on here is likelier to be opened, any other
// to have come home.
func (w *Window) offerCopy(a *desk.Arrival) {
	say := w.words.Say
	open := choice{say("copies.same.open"), func() { w.whenSafe(func() { w.read(a.Path) }) }}
	see := choice{say("copies.same.look"), func() { w.showArrival(a) }}
	ways := []choice{open, see}
	if w.knows(a.Path) {
		ways = []choice{see, open}
	}
	mine := ""
	if path := w.desk.Path(); path != "" {
		mine = filepath.Base(path)
	}
	ask(w.window, say("copies.same"), say("copies.same.line", words.With{"File": a.Name, "Open": mine}),
		append([]choice{{say("dialog.cancel"), func() {}}}, ways...)...)
}

// offerConflict tells of a second copy that a sync program laid beside the plan; once.
func (w *Window) offerConflict(a *desk.Arrival) {
	if w.offered[a.Path] {
		return
	}
	w.offered[a.Path] = true
	say := w.words.Say
	ask(w.window, say("copies.conflict"), say("copies.conflict.line", words.With{"File": a.Name}),
		choice{say("copies.not_now"), func() {}},
		choice{say("copies.same.look"), func() { w.showArrival(a) }})
}

// knows tells whether a file was opened or saved here before.
func (w *Window) knows(path string) bool {
	return slices.ContainsFunc(w.desk.Recent(), func(r desk.Recent) bool { return r.Path == path })
}

// openID is the id of the open plan, "" if none is open.
func (w *Window) openID() model.ID {
	if !w.desk.IsOpen() {
		return ""
	}
	return w.desk.Document().ID
}

// cameIn is told that a file was opened. One that lies where the mail program clears up
// wants a place of its own before anything else; beside any other there may be a second
// copy, and one that is new here may be somebody else's.
func (w *Window) cameIn(path string, known bool) {
	if !stray.IsAttachment(path, w.outside.Home) {
		w.desk.FindConflicts(w.offerConflict)
		if who := w.desk.LastHand(); !known && who != "" && who != w.desk.Who() && w.desk.For() == "" {
			tell(w.window, w.words.Say("copies.theirs", words.With{"Who": who}), w.words.Say("copies.theirs.line"), w.words.Say("dialog.ok"))
		}
		return
	}
	name := w.desk.Detach()
	say := w.words.Say
	ask(w.window, say("copies.attachment"), say("copies.attachment.line", words.With{"File": name}),
		choice{say("copies.not_now"), func() {}},
		choice{say("copies.attachment.choose"), w.saveAs})
}
