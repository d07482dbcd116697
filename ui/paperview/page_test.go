package paperview

import (
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// bench is an open project and the window around the page.
type bench struct {
	*edit.Project
	page    *Page
	later   chan func()
	trouble error
}

func (*bench) Words() *words.Words                        { return words.English() }
func (*bench) Now() time.Time                             { return modeltest.Now() }
func (b *bench) Gaps() []insight.Gap                      { return insight.Gaps(b.Plan(), model.DateOf(modeltest.Now())) }
func (*bench) SuggestedName() string                      { return "Open Door Days" }
func (*bench) WritePaper(string, []byte, func(error))     {}
func (*bench) GoToGap(insight.Gap)                        {}
func (*bench) AskWhere(_, _, _, _ string, _ func(string)) {}
func (*bench) ReadPaper(string)                           {}
func (*bench) PrintPaper(string, []byte)                  {}
func (b *bench) Trouble(err error)                        { b.trouble = err }
func (b *bench) Later(do func())                          { b.later <- do }

// settle does what comes back from other goroutines until none works any more.
func (b *bench) settle() {
	for {
		b.page.busy.Wait()
		select {
		case do := <-b.later:
			do()
		default:
			return
		}
	}
}

func open(t testing.TB, name string) (*Page, *bench, fyne.Window) {
	t.Helper()
	project := exampletest.Project(t, name)
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	b := &bench{Project: project, later: make(chan func(), 100)}
	p := NewPage(b, b)
	b.page = p
	project.Watch(p.Changed)
	w := test.NewTempWindow(t, p.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1072, 736))
	b.settle()
	return p, b, w
}

func TestThePageShowsThePaperAsItsSettingsSay(t *testing.T) {
	p, b, w := open(t, "open-door-days")
	if got := len(p.draft.set.Pages); got != 4 {
		t.Fatalf("%d sides", got)
	}
	test.Tap(p.prints.checks[0]) // a cover
	b.settle()
	if got := len(p.draft.set.Pages); got != 5 || !b.Plan().Project.PrintCover {
		t.Errorf("%d sides with a cover", got)
	}
	p.prints.size.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	b.settle()
	project := b.Plan().Project
	if !project.PrintLarge || project.LargeSize != 24 || p.draft.doc.Print.Large != 24 || len(p.draft.set.Pages) < 20 {
		t.Errorf("%+v, %d sides", p.draft.doc.Print, len(p.draft.set.Pages))
	}
	p.prints.size.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	b.settle()
	if b.Plan().Project.PrintLarge || len(p.draft.set.Pages) != 5 {
		t.Errorf("usual print has %d sides", len(p.draft.set.Pages))
	}
	if b.trouble != nil {
		t.Error(b.trouble)
	}
	picture(t, w, "papers")
}

func printed(p *Page) []string {
	var keys []string
	for _, s := range p.draft.set.Sections {
		keys = append(keys, s.ID)
	}
	return keys
}

func TestSectionsAreMovedLeftOutAndAddedTo(t *testing.T) {
	p, b, w := open(t, "open-door-days")
	s := p.prints.section
	s.object.SetFolded(false)
	s.choose("need")
	test.Tap(s.up)
	b.settle()
	if got := printed(p); !slices.Equal(got[:3], []string{"need", "summary", "involved"}) {
		t.Errorf("printed are %v", got)
	}
	if name, _ := b.CanUndo(); name != "edit.move.section" {
		t.Errorf("the step is called %q", name)
	}
	s.choose("risks")
	test.Tap(s.ticks["risks"])
	b.settle()
	if slices.Contains(printed(p), "risks") || s.list.Objects == nil {
		t.Error("the risks are printed")
	}
	test.Tap(s.ticks["risks"])
	b.settle()
	s.text.Focus()
	test.Type(s.text.Entry, "Seen by all.")
	b.settle()
	if text := said(p); !strings.Contains(text, "Seen by all.") {
		t.Error("our own words are not printed")
	}
	w.Resize(fyne.NewSize(1072, 1500))
	b.settle()
	picture(t, w, "papers-sections")
	for range 4 {
		b.Undo()
	}
	b.settle()
	if got := printed(p); got[0] != "summary" || strings.Contains(said(p), "Seen by all.") || len(b.Plan().Sections) != 0 {
		t.Errorf("after undoing, printed are %v", got)
	}
	if b.trouble != nil {
		t.Error(b.trouble)
	}
}

func said(p *Page) string { return paper.PlainText(p.draft.doc) }

func TestAPaperThatIsTooLongNamesItsLongestSectionAndWhatToCut(t *testing.T) {
	p, b, _ := open(t, "open-door-days")
	p.change(func(project *model.Project) { project.Sides = 2 })
	b.settle()
	if p.draft.fitted.Over == 0 || linesAfter(p.draft.set, 2) < 10 || p.draft.tooLong < linesAfter(p.draft.set, 2) {
		t.Errorf("%d sides too many, %d lines, %d before shortening", p.draft.fitted.Over, linesAfter(p.draft.set, 2), p.draft.tooLong)
	}
	section, found := longest(p.draft.set)
	if !found || section.ID != "outcomes" {
		t.Errorf("the longest is %q", section.Title)
	}
	if said := reads(p.warning); !strings.Contains(said, "“"+section.Title+"” is the longest section") {
		t.Errorf("the page says %q", said)
	}
}

func TestWhatIsLeftOutOfAPaperIsNamedAndCanBeTakenBack(t *testing.T) {
	p, b, _ := open(t, "our-streets")
	if said := reads(p.warning); !strings.Contains(said, "how and by whom each measure is taken") {
		t.Errorf("the page says %q", said)
	}
	p.takeBack().OnTapped()
	b.settle()
	if b.Plan().Project.Sides != 6 || p.draft.fitted.Level != 0 || len(p.draft.set.Pages) != 5 {
		t.Errorf("at most %d sides: %d at step %d", b.Plan().Project.Sides, len(p.draft.set.Pages), p.draft.fitted.Level)
	}
}

// picture keeps what the window shows, to be looked at.
func picture(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	folder := os.Getenv("COMMONPLAN_PICTURES")
	if folder == "" {
		return
	}
	f, err := os.Create(folder + "/" + name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// A change of a fact: the paper is made anew, shortened if it must be, and the side in
// view painted. It must show within 100 ms of the last keystroke.
func BenchmarkFromKeystrokeToPage(b *testing.B) {
	for _, name := range example.Names() {
		for _, size := range []int{0, 18} {
			b.Run(name+map[int]string{18: ", large print"}[size], func(b *testing.B) {
				doc, err := example.Open(name)
				if err != nil {
					b.Fatal(err)
				}
				plan := *model.ReadPlan(doc, nil)
				plan.Project = model.Clone(plan.Project)
				plan.Project.PrintLarge, plan.Project.LargeSize = size > 0, size
				for b.Loop() {
					d, err := newDraft(&plan, ask{paper: proposal.Council, at: modeltest.Now()})
					if err != nil {
						b.Fatal(err)
					}
					d.paint(1, 860)
				}
			})
		}
	}
}

func TestAPaperThatIsFinalHasAVersionAtItsFootAndIsADraftAgainOtherwise(t *testing.T) {
	project := &model.Project{PrintDraft: true}
	for _, final := range []bool{true, false} {
		setFinal(project, final)
		if isFinal(project) != final || (project.Version > 0) != final {
			t.Errorf("final: %v gives version %d, draft: %v", final, project.Version, project.PrintDraft)
		}
	}
}

func TestTheWayToAnEarlierCopyGoesWhenThePlanChanges(t *testing.T) {
	page, b, _ := open(t, "our-streets")
	page.done.Objects = []fyne.CanvasObject{look.NewText("The paper is ready.")}

	page.Changed(edit.Event{})
	b.settle()

	if len(page.done.Objects) > 0 {
		t.Error("it still offers the copy of the plan as it was")
	}
}

func TestTheMapIsShownOnTheSheetThatIsChosen(t *testing.T) {
	p, b, _ := open(t, "open-door-days")
	if p.prints.sheet.Visible() || !p.prints.sides.Visible() {
		t.Error("the council paper has a choice of sheets, or no limit of sides")
	}
	p.choose(proposal.Map)
	b.settle()
	if !p.prints.sheet.Visible() || p.prints.sides.Visible() || p.draft.set.Width != 297 {
		t.Errorf("the map is %v mm wide", p.draft.set.Width)
	}
	p.prints.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	b.settle()
	if p.draft.set.Width != 420 || p.sheet.tall() > 0.71 {
		t.Errorf("on A3 the map is %v mm wide", p.draft.set.Width)
	}
	p.prints.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	b.settle()
	if p.draft.set.Width != 297 || len(p.draft.set.Pages) < 6 {
		t.Errorf("as a poster of A4 the map has %d sides, %v mm wide", len(p.draft.set.Pages), p.draft.set.Width)
	}
}

func TestLargePrintHasNoLimitOfSides(t *testing.T) {
	p, b, _ := open(t, "open-door-days")
	p.change(func(project *model.Project) { project.PrintLarge, project.LargeSize = true, 18 })
	b.settle()
	if p.prints.sides.Visible() || len(p.draft.set.Pages) < 10 {
		t.Errorf("%d sides, and their limit can be chosen: %v", len(p.draft.set.Pages), p.prints.sides.Visible())
	}
}

func TestAPaperCanBeShownFromElsewhere(t *testing.T) {
	p, b, _ := open(t, "open-door-days")

	p.ShowPaper(proposal.Checklist)
	b.settle()

	if p.paper != proposal.Checklist || p.papers[p.list.Chosen()] != proposal.Checklist {
		t.Errorf("shown is %q, and chosen in the list %q", p.paper, p.papers[p.list.Chosen()])
	}
}
