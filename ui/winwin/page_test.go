package winwin_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example/exampletest"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
	"commonplan/ui/winwin"
)

// desk is an open project, and what waits until there is time.
type desk struct {
	*edit.Project
	waits []func()
}

func (*desk) Words() *words.Words { return words.English() }

func (d *desk) Later(do func()) { d.waits = append(d.waits, do) }

// rest does what waits, until nothing is left.
func (d *desk) rest() {
	for len(d.waits) > 0 {
		do := d.waits[0]
		d.waits = d.waits[1:]
		do()
	}
}

// shell notes where the page leads.
type shell struct {
	shown, onMap model.ID
	step         insight.Step
	chose        int
}

func (s *shell) GoTo(step insight.Step) { s.step = step }
func (s *shell) ShowRecord(id model.ID) { s.shown = id }
func (s *shell) ShowOnMap(id model.ID)  { s.onMap = id }
func (s *shell) Chose()                 { s.chose++ }

// open shows the page of a project in a window of the size of the drawing.
func open(t *testing.T, project *edit.Project) (*winwin.Page, *shell, fyne.Canvas) {
	t.Helper()
	looktest.Theme(t)
	s := &shell{}
	page := winwin.New(&desk{Project: project}, s)
	return page, s, looktest.Show(t, page.Object(), 1032, 768)
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestThePageSaysWhatTheInsightFinds(t *testing.T) {
	page, _, _ := open(t, exampletest.Project(t, "open-door-days"))

	for _, sentence := range []string{
		"3 · £22,790", "C2 · need N5", "It still reaches all 8 outcomes.", "£23,310", "But who answers need N2?",
	} {
		if !looktest.Says(page.Object(), sentence) {
			t.Errorf("the page does not say %q", sentence)
		}
	}
	if rows := looktest.All[*look.Block](page.Object()); len(rows) != 6 {
		t.Errorf("the table has %d rows, want one for each of 6 activities", len(rows))
	}
}

func TestTheArrowsChooseAnActivityAndEnterOpensIt(t *testing.T) {
	project := exampletest.Project(t, "open-door-days")
	page, s, _ := open(t, project)
	rows := looktest.All[*look.Block](page.Object())

	rows[0].Focus()
	rows[0].TypedKey(key(fyne.KeyDown))
	second := page.Chosen()
	if project.Plan().Label(second) != "A2" || s.chose != 1 {
		t.Fatalf("%s is chosen, told %d times", project.Plan().Label(second), s.chose)
	}
	rows[1].TypedKey(key(fyne.KeyReturn))

	if s.shown != second {
		t.Errorf("Enter showed %q, want %q", s.shown, second)
	}
}

func TestAClickChoosesAndASecondOneOpens(t *testing.T) {
	page, s, _ := open(t, exampletest.Project(t, "open-door-days"))
	row := looktest.All[*look.Block](page.Object())[3]

	test.Tap(row)
	if s.shown != "" || !row.Chosen() {
		t.Fatalf("the first click showed %q, chosen %v", s.shown, row.Chosen())
	}
	test.Tap(row)

	if s.shown != page.Chosen() {
		t.Errorf("the second click showed %q", s.shown)
	}
}

func TestTheChosenActivityIsShownOnTheMap(t *testing.T) {
	page, s, _ := open(t, exampletest.Project(t, "open-door-days"))
	test.Tap(looktest.All[*look.Block](page.Object())[2])

	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Show on the map" {
			test.Tap(button)
		}
	}

	if s.onMap == "" || s.onMap != page.Chosen() {
		t.Errorf("the map shows %q, chosen is %q", s.onMap, page.Chosen())
	}
}

func TestAnEmptyPlanIsToldWhereToBegin(t *testing.T) {
	page, s, _ := open(t, modeltest.New(t).Project())

	test.Tap(looktest.All[*look.Button](page.Object())[0])

	if s.step != insight.StepActivities {
		t.Errorf("the button leads to %q", s.step)
	}
}

func TestActivitiesWithoutGoalsLeadToTheMap(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Activity{})
	page, s, _ := open(t, b.Project())

	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Open the map" {
			test.Tap(button)
		}
	}

	if s.step != insight.StepMap {
		t.Errorf("the link leads to %q", s.step)
	}
}

func TestManyGoalsShareTheColumnsOfTheirObjectives(t *testing.T) {
	b := modeltest.New(t)
	activity, outcome := b.Add(&model.Activity{}), b.Add(&model.Outcome{Level: model.Community})
	b.Link(activity, outcome)
	for range 5 {
		b.Link(outcome, b.Add(&model.Goal{Objective: model.Economy}))
	}
	page, _, _ := open(t, b.Project())

	if !looktest.Says(page.Object(), "G1 G2 G3 G4 G5") {
		t.Error("the goals of an objective do not stand together")
	}
}

func TestTheRowKeepsTheKeyboardThroughAnEdit(t *testing.T) {
	project := exampletest.Project(t, "open-door-days")
	page, _, canvas := open(t, project)
	looktest.All[*look.Block](page.Object())[1].Focus()
	chosen := page.Chosen()

	if err := project.SetText("A2", "title", "Time bank"); err != nil {
		t.Fatal(err)
	}
	page.Changed(edit.Event{})

	row, ok := canvas.Focused().(*look.Block)
	if !ok || !row.Chosen() || page.Chosen() != chosen || !looktest.Says(page.Object(), "Time bank") {
		t.Errorf("the keyboard is at %T, chosen %q", canvas.Focused(), page.Chosen())
	}
}

func BenchmarkShowingAPlanOfAThousandRecordsAnew(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(look.Light, 1))
	page := winwin.New(&desk{Project: modeltest.MadeUp(b, 1000).Project()}, &shell{})
	w := test.NewTempWindow(b, page.Object())
	w.Resize(fyne.NewSize(1032, 768))
	for b.Loop() {
		page.Changed(edit.Event{})
	}
}

func TestALongTableIsMadeInPartsAndComesToItsEnd(t *testing.T) {
	looktest.Theme(t)
	d := &desk{Project: modeltest.MadeUp(t, 500).Project()}
	page := winwin.New(d, &shell{})
	w := test.NewTempWindow(t, page.Object())
	w.Resize(fyne.NewSize(1032, 768))
	activities := len(d.Plan().Activities)
	rows := func() int { return len(looktest.All[*look.Block](page.Object())) }
	if first := rows(); first == 0 || first >= activities {
		t.Errorf("at first %d of %d rows are made", first, activities)
	}

	d.rest()

	if rows() != activities {
		t.Errorf("at last there are %d rows, want %d", rows(), activities)
	}
}

func TestTheLastRowCanBeGoneToBeforeItIsMade(t *testing.T) {
	looktest.Theme(t)
	d := &desk{Project: modeltest.MadeUp(t, 500).Project()}
	page := winwin.New(d, &shell{})
	w := test.NewTempWindow(t, page.Object())
	w.Resize(fyne.NewSize(1032, 768))
	looktest.All[*look.Block](page.Object())[0].Focus()

	w.Canvas().Focused().TypedKey(key(fyne.KeyEnd))

	d.rest()
	rows := looktest.All[*look.Block](page.Object())
	if last := rows[len(rows)-1]; w.Canvas().Focused() != last || !last.Chosen() {
		t.Errorf("the last of %d rows has neither the keyboard nor is it chosen", len(rows))
	}
}
