// Package ui is the shell of the desktop app: the window with its navigation, menus,
// help and status bar, and what happens to files. Each area of the work has a package
// of its own below it, which asks for a small interface; the parts they are drawn with
// are in package look, the open project in package desk.
//
// Everything here runs on Fyne's goroutine. Slow work runs elsewhere and comes back
// through fyne.Do.
package ui

import (
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/store/crash"
	"commonplan/model/words"
	"commonplan/ui/checklist"
	"commonplan/ui/desk"
	"commonplan/ui/forms"
	"commonplan/ui/guide"
	"commonplan/ui/look"
	"commonplan/ui/protect"
)

// page is one area of the work, in the middle of the window.
type page interface {
	// Object is what the page draws.
	Object() fyne.CanvasObject
	// Changed brings the page up to date after an edit that may concern it.
	Changed(edit.Event)
	// Choose shows a record, if the page shows records.
	Choose(model.ID)
	// Chosen is the record the page shows, "" if there is none.
	Chosen() model.ID
}

// Window is the one window of the app.
type Window struct {
	app     fyne.App
	window  fyne.Window
	words   *words.Words
	desk    *desk.Desk
	chooser Chooser
	outside Outside

	passwords *protect.Dialogs

	variant look.Variant
	scale   float32

	menus     *menus
	nav       *navigation
	help      *helpPanel
	status    *statusBar
	bar       *narrowBar
	frame     *fyne.Container
	middle    *fyne.Container
	pages     map[insight.Step]page
	step      insight.Step
	area      int                   // which area F6 went to last
	withAreas bool                  // the navigation and the help are shown
	isNarrow  bool                  // there is room for neither
	plainly   bool                  // plainer words are said
	guide     *guide.Guide          // while it leads through a new plan
	turn      *checklist.Turn       // while one side is asked its questions
	stale     map[insight.Step]bool // pages that an edit concerns but that are not shown
	remarks   changing              // comments or a history in a dialog; nil while there is none
	arrival   *desk.Arrival         // the copy that is looked at; nil while there is none
	before    *model.Plan           // the plan before the last edit
	said      aside                 // what the last edit did beyond what is seen
	offered   map[string]bool       // second copies that were offered, by path
	awaited   bool                  // the plan the app was started with is still being read
	fonts     <-chan struct{}       // closed once they are read; nil where they are read when they are wanted
}

// Outside is what the window asks of the system around it.
type Outside struct {
	HandedOver func(open func(path string))         // has open called for files that another start hands over; may be nil
	Documents  string                               // the folder in which people keep their papers
	Read       func(path string) error              // opens a finished paper in the system’s own program
	Print      func(name string, data []byte) error // hands a PDF to the printer; slow
	Home       string                               // the person’s home folder
	Compose    func(Letter) error                   // starts a message in the mail program; slow
	Reveal     func(path string) error              // shows a file in its folder; slow
	Crashed    []crash.Report                       // earlier runs that ended by a fault, not told of yet
}

// NewWindow makes the window.
func NewWindow(app fyne.App, d *desk.Desk, outside Outside) *Window {
	w := prepare(app, d, outside)
	w.fill()
	return w
}

// prepare makes the window, with nothing in it: for that no font is needed.
func prepare(app fyne.App, d *desk.Desk, outside Outside) *Window {
	w := &Window{
		app: app, words: d.Words(), desk: d, outside: outside, pages: map[insight.Step]page{}, stale: map[insight.Step]bool{}, offered: map[string]bool{},
	}
	w.variant, w.scale = chosenLook(app)
	if _, dressed := app.Settings().Theme().(*look.Theme); !dressed {
		Dress(app)
	}
	w.window = app.NewWindow("") // until the words are read
	w.chooser = newChooser(w.window, w.words)
	w.passwords = protect.New(w.window, w.desk, w)
	w.frame = container.New(&frameLayout{window: w})
	w.window.SetContent(w.frame) // Fyne clears the window in the colour of paper itself
	w.window.SetPadded(false)
	w.window.SetCloseIntercept(w.quit)
	w.window.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	w.addKeys()
	d.OnTold(w.tellAll)
	d.OnBack(w.tellBack)
	w.window.Resize(w.rememberedSize()) // before anything is laid out in it
	return w
}

// fill puts everything into the window: areas, menus, and the page to begin with.
func (w *Window) fill() {
	w.middle = container.NewStack()
	w.nav = newNavigation(w.words, w.GoTo, w.showStart)
	preferences := w.app.Preferences()
	w.help = newHelpPanel(w.words, preferences.Bool(prefFolded), preferences.BoolWithFallback(prefRoomy, true), w.GoToGap, w.foldHelp)
	w.status = newStatusBar(w.words, w.scaleText, w.settleThings, func() { w.GoTo(stepCopies) })
	w.bar = newNarrowBar(w)
	w.menus = newMenus(w)
	w.frame.Objects = []fyne.CanvasObject{w.nav.object, w.middle, w.help.Container, w.status.object, w.bar.object}
	w.desk.OnEdit(w.changed)
	w.desk.OnOpen(w.opened)
	w.desk.OnSaved(func() { w.showState(); w.menus.refresh() })
	w.app.Settings().AddListener(func(fyne.Settings) { w.forgetPages() })
	w.menus.renew()
	w.window.SetMainMenu(w.menus.main) // before the page, which stands below it
	w.showFirst()
	w.showState()
}

// Window gives Fyne's window, to be shown.
func (w *Window) Window() fyne.Window { return w.window }

// opened shows the project that was put on the desk, or the start page.
func (w *Window) opened() {
	w.showFirst()
	w.menus.renew()
	w.showState()
}

// showFirst shows the page to begin with.
func (w *Window) showFirst() {
	w.speak()
	w.turn, w.arrival, w.before = nil, nil, w.desk.Plan()
	w.pages = map[insight.Step]page{}
	w.stale = map[insight.Step]bool{}
	switch {
	case w.guide != nil:
		w.showGuide()
	case w.desk.For() != "":
		w.nav.mark(w.desk.Progress)
		w.TakeTurn()
	case w.desk.IsOpen():
		w.nav.mark(w.desk.Progress)
		w.GoTo(insight.StepPlace)
	case w.awaited: // the start page would be there for a moment only
		w.middle.Objects = nil
		w.showAreas(false)
	default:
		w.showStart()
	}
}

// GoTo opens a step.
func (w *Window) GoTo(step insight.Step) {
	if !w.desk.IsOpen() {
		return
	}
	w.guide, w.turn = nil, nil
	w.desk.EndBurst()
	p, made := w.pages[step]
	if !made {
		p = w.newPage(step)
		w.pages[step] = p
	} else if w.stale[step] {
		p.Changed(edit.Event{})
	}
	delete(w.stale, step)
	w.step = step
	w.nav.choose(inNavigation(step))
	w.bar.choose(inNavigation(step))
	w.setNarrow(p)
	w.said = aside{}
	w.middle.Objects = []fyne.CanvasObject{w.around(p)}
	w.showAreas(true)
	w.showHelp()
}

// Show opens the step on which a record has its form, and its form.
func (w *Window) Show(step insight.Step, id model.ID) {
	id = shownWith(w.desk.Plan(), id)
	if id != "" && w.desk.Plan().Item(id) != nil && step == "" {
		step = stepOf(w.desk.Plan(), id)
	}
	w.GoTo(step)
	if id != "" {
		w.pages[step].Choose(id)
		w.showHelp()
	}
}

// ShowRecord opens a record's form, from which a link leads back to where one was.
func (w *Window) ShowRecord(id model.ID) {
	step, at := w.step, model.ID("")
	if p, ok := w.pages[step]; ok {
		at = p.Chosen()
	}
	w.Show("", id)
	p, ok := w.pages[w.step].(interface{ LeadBack(to string, back func()) })
	if _, known := w.pages[step]; !ok || !known || step == w.step && at == w.pages[step].Chosen() {
		return
	}
	p.LeadBack(w.placeName(step, at), func() {
		w.Show(step, at)
		if p, ok := w.pages[w.step].(interface{ Focus(field string) }); ok {
			p.Focus("")
		}
	})
}

// placeName names a record whose form one was at, or a step.
func (w *Window) placeName(step insight.Step, at model.ID) string {
	_, isForm := w.pages[step].(*forms.Page)
	if item := w.desk.Plan().Item(at); isForm && item != nil && at != model.ProjectID {
		if label := w.desk.Plan().Label(at); label != "" {
			return w.words.Say("form.head", words.With{"Type": w.words.Say("type." + string(item.Type())), "Number": label})
		}
		return insight.NameOf(w.words, w.desk.Plan(), at)
	}
	return w.words.Say("insight.step." + string(step))
}

// EditRecord opens a record's form with the cursor in its first field.
func (w *Window) EditRecord(id model.ID) {
	w.ShowRecord(id)
	if p, ok := w.pages[w.step].(interface{ Focus(field string) }); ok {
		p.Focus("")
	}
}

// ShowOnMap opens the map with a record chosen.
func (w *Window) ShowOnMap(id model.ID) { w.Show(insight.StepMap, id) }

// Chose is told by a page that another record is shown.
func (w *Window) Chose() { w.showHelp() }

// Trouble shows in one sentence why something could not be done.
func (w *Window) Trouble(err error) {
	tell(w.window, w.words.Say("dialog.trouble"), w.words.Explain(err), w.words.Say("dialog.ok"))
}

// changing is a part that follows the edits.
type changing interface{ Changed() }

// roomy are the pages that want the room of the help, which folds there at first.
var roomy = map[insight.Step]bool{insight.StepMap: true, insight.StepCosts: true, insight.StepTimeline: true, insight.StepWinWin: true, insight.StepChecklist: true, stepSettle: true}

// showAreas shows or hides what only an open project has.
func (w *Window) showAreas(open bool) {
	w.withAreas = open
	w.help.show(open && w.step != "" && w.step != insight.StepPapers, roomy[w.step])
	hint := ""
	if p, ok := w.pages[w.step].(interface{ Hint() string }); ok {
		hint = p.Hint()
	}
	w.status.hint.Set(look.NoIcon, hint)
	w.arrange()
}

// arrange lays the areas out anew. Refreshing them would do that, too, but also draw
// every part of the page again, which takes longer than all else.
func (w *Window) arrange() {
	w.frame.Layout.Layout(w.frame.Objects, w.frame.Size())
	w.middle.Layout.Layout(w.middle.Objects, w.middle.Size())
	w.middle.Hide() // and shown again it is painted, as it is
	w.middle.Show()
}

// forgetPages has the pages that are not shown made anew when they are opened next: of
// new colours and text sizes, Fyne tells only what is in the window.
func (w *Window) forgetPages() {
	maps.DeleteFunc(w.pages, func(step insight.Step, _ page) bool { return step != w.step })
}

// changed brings the window up to date after an edit.
func (w *Window) changed(e edit.Event) {
	for step, p := range w.pages {
		if step == w.step {
			p.Changed(e)
		} else {
			w.stale[step] = true
		}
	}
	w.tellMore(e)
	if w.remarks != nil {
		w.remarks.Changed()
	}
	if w.turn != nil {
		w.turn.Changed(e)
	}
	if w.speak() {
		w.menus.renew()
		w.drawAnew()
	}
	if e.How == edit.Undone || e.How == edit.Redone {
		w.showWhereUndone(e)
	}
	w.nav.mark(w.desk.Progress)
	w.showHelp()
	w.menus.refresh()
	w.showState()
}

// showWhereUndone goes to where undo or redo changed something, if that is elsewhere.
func (w *Window) showWhereUndone(e edit.Event) {
	if e.Name == "edit.merge" || e.Name == "edit.merge.again" { // all over the plan: no one place is meant
		return
	}
	plan := w.desk.Plan()
	for _, touch := range e.Touched {
		if plan.Item(touch.Record) == nil || w.step == insight.StepMap {
			continue
		}
		id := shownWith(plan, touch.Record)
		if p, ok := w.pages[w.step].(interface{ Shows(model.ID) bool }); ok && p.Shows(id) {
			w.pages[w.step].Choose(id)
			return
		}
		if step := stepOf(plan, id); step != w.step || w.pages[step].Chosen() != id {
			w.Show(step, id)
		}
		return
	}
}

func (w *Window) showHelp() {
	if p, ok := w.pages[w.step]; ok && w.desk.IsOpen() {
		w.help.set(w.step, w.kindShown(), w.desk.Gaps(), p.Chosen())
		w.bar.count(len(insight.At(w.desk.Gaps(), w.step)))
	}
}

func (w *Window) showState() {
	w.status.set(w.desk, w.arrival != nil && w.step != stepCopies)
	title := w.words.Say("app.name")
	if w.desk.IsOpen() {
		title = w.words.Say("window.title", words.With{"Name": w.desk.Name()})
	}
	if w.window.Title() != title {
		w.window.SetTitle(title)
	}
}
