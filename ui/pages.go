package ui

import (
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/proposal"
	"commonplan/ui/checklist"
	"commonplan/ui/copies"
	"commonplan/ui/costs"
	"commonplan/ui/desk"
	"commonplan/ui/forms"
	"commonplan/ui/guide"
	"commonplan/ui/look"
	"commonplan/ui/mapview"
	"commonplan/ui/paperview"
	"commonplan/ui/share"
	"commonplan/ui/start"
	"commonplan/ui/timeline"
	"commonplan/ui/winwin"
)

// newPage makes the page of a step.
func (w *Window) newPage(step insight.Step) page {
	if step == insight.StepChecklist {
		return checklist.New(w.desk, w)
	}
	if step == insight.StepCosts {
		return costs.New(w.desk, w)
	}
	if step == insight.StepTimeline {
		return timeline.New(w.desk, w)
	}
	if step == insight.StepWinWin {
		return winwin.New(w.desk, w)
	}
	if step == insight.StepMap {
		return mapview.NewPage(w.desk, w)
	}
	if step == insight.StepPapers {
		return paperview.NewPage(w.desk, w)
	}
	if step == insight.StepShare {
		return share.New(w.desk, w)
	}
	if step == stepSettle {
		return copies.NewSettle(w.desk, w)
	}
	if step == stepCopies && w.arrival != nil {
		return copies.NewPreview(w.desk, w, w.arrival)
	}
	return forms.NewPage(w.desk, w, step)
}

// Confirm asks before something is done.
func (w *Window) Confirm(title, sentence, yes string, then func()) {
	confirm(w.window, title, sentence, yes, w.words.Say("dialog.cancel"), then)
}

// showStart shows the start page. With an open project it asks for nothing: the
// project stays on the desk, and its name leads back to it.
func (w *Window) showStart() {
	w.step, w.turn = "", nil
	w.nav.choose("")
	recent := w.desk.Recent()
	if w.desk.IsOpen() && w.desk.Path() == "" { // not saved yet: only the menu leads back
		recent = append([]desk.Recent{{Name: w.desk.Name(), Lead: w.desk.Plan().Project.Lead, At: w.desk.Now()}}, recent...)
	}
	page := start.New(w.words, w.desk.Now(), recent, w.examples(), start.Actions{
		Open: w.carryOn, OpenAnother: w.openFile, Guided: w.startGuided, New: w.newProject, Example: w.OpenExample,
	})
	w.middle.Objects = []fyne.CanvasObject{page}
	w.showAreas(w.desk.IsOpen())
}

// startGuided leads through a new plan, question by question.
func (w *Window) startGuided() {
	w.whenSafe(func() {
		w.desk.Close()
		w.guide = guide.New(w.desk, w.endGuided)
		w.showGuide()
	})
}

// resumeGuided takes the questions up again in the open plan.
func (w *Window) resumeGuided() {
	if w.desk.IsOpen() {
		w.commitField()
		w.guide = guide.Resume(w.desk, w.endGuided)
		w.showGuide()
	}
}

// endGuided goes on in the plan that the guide began, if it did.
func (w *Window) endGuided(finished bool) {
	w.guide = nil
	switch {
	case !w.desk.IsOpen():
		w.showStart()
	case finished:
		w.GoTo(insight.StepPapers)
	default:
		w.GoTo(insight.StepPlace)
	}
}

func (w *Window) showGuide() {
	w.step = ""
	w.middle.Objects = []fyne.CanvasObject{w.guide.Object()}
	w.showAreas(false)
	w.guide.Focus()
}

// carryOn opens a recent project, or goes back to the one that is open.
func (w *Window) carryOn(path string) {
	if w.desk.IsOpen() && path == w.desk.Path() {
		w.GoTo(insight.StepPlace)
		return
	}
	w.open(path)
}

func (w *Window) examples() []start.Example {
	var all []start.Example
	for _, name := range example.Names() {
		all = append(all, start.Example{Name: name, Title: w.words.Say("example." + name), Line: w.words.Say("example." + name + ".line")})
	}
	return all
}

// howTos are the questions of the short help, in its order; their words have the key
// "how.<question>" and, with its answer, "how.<question>.line".
var howTos = []string{"begin", "paper", "final", "link", "costs", "remove", "save", "send", "council", "larger"}

// showHowTo shows how to do what nearly everybody wants to do.
func (w *Window) showHowTo() {
	list := look.VBox(10)
	for _, key := range howTos {
		list.Add(look.VBox(0, look.NewText(w.words.Say("how."+key)).Semibold(), look.NewText(w.words.Say("how."+key+".line"))))
	}
	w.readInDialog(w.words.Say("menu.how"), list)
}

// showWords shows the words of the field in the order of the alphabet, each with its meaning.
func (w *Window) showWords() {
	glossary, err := framework.Glossary(w.words.Language())
	if err != nil {
		w.Trouble(err)
		return
	}
	list := look.VBox(12)
	terms := slices.SortedFunc(slices.Values(glossary.Terms), func(a, b framework.Term) int {
		return strings.Compare(strings.ToLower(a.Word), strings.ToLower(b.Word))
	})
	for _, term := range terms {
		list.Add(look.VBox(0, look.NewText(term.Word).Semibold(), look.NewText(term.Meaning)))
	}
	list.Add(look.NewText(glossary.Credit).Caption().In(look.Muted))
	w.readInDialog(w.words.Say("menu.words"), list)
}

// showAbout says what the app is, and under which licence.
func (w *Window) showAbout() {
	version := w.app.Metadata().Version
	w.readInDialog(w.words.Say("app.name"), look.VBox(12, look.NewText(w.words.Say("about.line")),
		look.NewText(w.words.Say("about.sources")), look.NewText(w.words.Say("about.private")),
		look.NewText(w.words.Say("about.licence", map[string]any{"Version": version})).Caption().In(look.Muted)))
}

// readInDialog shows a long text; the bar that scrolls it has room of its own at the right.
func (w *Window) readInDialog(title string, text fyne.CanvasObject) {
	text = look.Inset(0, look.Margin, 0, 0, text)
	var d *look.Dialog
	ok := look.NewButton(w.words.Say("dialog.ok"), func() { d.Hide() }).Primary()
	const width = 430 // of a dialog's content
	height := min(look.HeightFor(text, width)+8, 420, w.window.Canvas().Size().Height-220)
	d = look.NewDialog(title, look.High(height, look.NewScroll(text)), ok)
	d.OnEnter = func() { d.Hide() }
	d.Show(w.window)
	ok.Focus()
}

// Later brings a function to the screen's goroutine.
func (w *Window) Later(do func()) { w.desk.Later(do) }

// AskWhere asks where a paper is to be kept.
func (w *Window) AskWhere(title, kind, extension, name string, then func(string)) {
	folder := w.app.Preferences().StringWithFallback(prefPapers, w.folder())
	w.chooser.Save(FileKind{Title: title, Name: kind, Extension: extension}, filepath.Join(folder, name+extension), func(path string) {
		w.app.Preferences().SetString(prefPapers, filepath.Dir(path))
		then(path)
	})
}

// ReadPaper opens a finished paper in the system's own program.
func (w *Window) ReadPaper(path string) {
	if err := w.outside.Read(path); err != nil {
		slog.Warn("opening a paper", "path", path, "error", err)
		w.Trouble(model.NewProblem("problem.no_reader", "Path", path))
	}
}

// PrintChecklist shows the paper with both sides' answers.
func (w *Window) PrintChecklist() {
	w.GoTo(insight.StepPapers)
	w.pages[insight.StepPapers].(*paperview.Page).ShowPaper(proposal.Checklist)
}

// PrintPaper hands a paper to the printer, or opens it where there is none.
func (w *Window) PrintPaper(name string, data []byte) {
	go func() {
		err := w.outside.Print(name, data)
		w.Later(func() {
			if err != nil {
				slog.Warn("printing a paper", "name", name, "error", err)
				w.Trouble(model.NewProblem("problem.no_printer"))
			}
		})
	}()
}

// GoToGap opens the place where a gap is mended.
func (w *Window) GoToGap(gap insight.Gap) {
	id := gap.Record
	w.Show(gap.Step, "")
	if id != "" && w.desk.Plan().Item(id) != nil {
		w.Show("", id)
	}
	if p, ok := w.pages[w.step].(interface{ Focus(field string) }); ok {
		p.Focus(gap.Field)
	}
}

// kindShown names the word of the glossary that the help explains: that of the chosen
// record, or else of the step.
func (w *Window) kindShown() string {
	if w.step == stepCopies || w.step == stepSettle {
		return string(w.step)
	}
	if item := w.desk.Plan().Item(w.pages[w.step].Chosen()); item != nil {
		switch item := item.(type) {
		case *model.Answer:
			return "checklist"
		case *model.Outcome:
			if item.Level == model.Community {
				return "community_outcome"
			}
			return "service_outcome"
		}
		return string(item.Type())
	}
	if types := w.step.Types(); len(types) > 0 && !slices.Contains([]insight.Step{insight.StepMap, insight.StepChecklist, insight.StepPapers}, w.step) {
		return string(types[0])
	}
	return string(w.step)
}
