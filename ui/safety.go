package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/merge"
	"commonplan/model/news"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
	"commonplan/ui/versions"
)

// RecoverAtStart opens the work that was not saved when the app ended, if there is any.
func (w *Window) RecoverAtStart() {
	go func() {
		waiting := w.desk.Waiting()
		w.Later(func() {
			if len(waiting) == 0 || w.desk.IsOpen() {
				return
			}
			last := waiting[0]
			name := last.Path
			if name == "" { // a password may be asked for, and then it needs a name
				name = w.words.Say("back.unnamed")
			}
			w.readBy(name, func(password string, then func(error)) { w.desk.Reopen(last, password, then) })
		})
	}()
}

// whenShown does something when the window is on the screen: a dialog shown before that
// would have no room.
func (w *Window) whenShown(do func()) {
	const least, beat = 200, 50 * time.Millisecond
	if w.window.Canvas().Size().Height >= least {
		do()
		return
	}
	time.AfterFunc(beat, func() { w.Later(func() { w.whenShown(do) }) })
}

// tellAll shows what is to be known of how opening or saving went.
func (w *Window) tellAll(sentences []*model.Problem) {
	w.whenShown(func() {
		list := look.VBox(12)
		for _, sentence := range sentences {
			list.Add(look.NewText(w.words.Explain(sentence)))
		}
		w.readInDialog(w.words.Say("told.title"), list)
	})
}

// mostToldBack is how many changes that came back are listed.
const mostToldBack = 50

// tellBack shows what came back after a crash.
func (w *Window) tellBack(back desk.Back) {
	go func() { // explaining many changes takes a moment
		report := merge.Explain(back.Before, back.Noted, back.Joined)
		teller := news.NewTeller(w.words, model.ReadPlan(back.Before, nil), model.ReadPlan(back.Joined, nil))
		var lines []string
		for _, change := range report.Changes {
			lines = append(lines, teller.Tell(change).String())
		}
		w.Later(func() { w.whenShown(func() { w.showBack(back, lines) }) })
	}()
}

func (w *Window) showBack(back desk.Back, lines []string) {
	say := w.words.Say
	list := look.VBox(8, look.NewText(say("back.line")).In(look.Muted))
	for _, line := range lines[:min(len(lines), mostToldBack)] {
		list.Add(look.NewText(line))
	}
	if more := len(lines) - mostToldBack; more > 0 {
		list.Add(look.NewText(say("back.more", words.With{"Count": more})).In(look.Muted))
	}
	if back.Cut {
		list.Add(look.NewText(say("back.cut")).In(look.Muted))
	}
	title := say("back.title", words.With{"Count": len(lines), "Time": back.Since.Local().Format("15:04")})
	w.readInDialog(title, list)
}

// withNotice puts a line above a page that can only be read, and says what can be done.
func (w *Window) withNotice(page fyne.CanvasObject) fyne.CanvasObject {
	why := w.desk.ReadOnly()
	if why == nil {
		return page
	}
	way := look.NewButton(w.words.Say("reading.print"), func() { w.GoTo(insight.StepPapers) }).WithIcon(look.IconPrint)
	if w.desk.IsReading() {
		way = look.NewButton(w.words.Say("reading.back"), w.showVersions).WithIcon(look.IconUndo)
	}
	banner := look.Inset(8, look.Margin, 0, look.Margin, look.NewBanner(look.IconLock, look.Primary, w.words.Explain(why), way))
	return container.NewBorder(banner, nil, nil, nil, page)
}

// showVersions shows the earlier versions of the open project.
func (w *Window) showVersions() {
	if !w.desk.IsOpen() {
		return
	}
	w.commitField()
	w.backToPresent()
	w.step = ""
	w.nav.choose("")
	page := versions.New(w.desk, versions.Actions{
		Read: func(earlier *model.Document, at time.Time) {
			if err := w.desk.ReadEarlier(earlier, at); err != nil {
				w.Trouble(err)
			}
		},
		Leave: func() { w.GoTo(insight.StepPlace) }, Trouble: w.Trouble, Confirm: w.Confirm,
	})
	w.middle.Objects = []fyne.CanvasObject{page.Object()}
	w.showAreas(true)
}

// backToPresent puts the present version back in place of one that is read. What was typed
// into that is refused first: it must not reach the present one.
func (w *Window) backToPresent() {
	if w.desk.IsReading() {
		w.leaveField()
	}
	w.desk.BackToPresent()
}

// comeForward opens a file that another start of the app was given, and shows the window.
func (w *Window) comeForward(path string) {
	w.whenShown(func() {
		w.window.RequestFocus()
		if path != "" && path != w.desk.Path() {
			w.open(path)
		}
	})
}

// autosaves tells whether the file is saved without being asked.
func (w *Window) autosaves() bool { return NewSettings(w.app).Autosaves() }

func (w *Window) toggleAutosave() {
	w.app.Preferences().SetBool(prefAutosave, !w.autosaves())
	w.menus.renew()
}
