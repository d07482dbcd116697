package checklist_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/checklist"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// desk is an open project, and the window around the page.
type desk struct {
	*edit.Project
	printed int
	trouble error
	sent    int
	whole   bool
}

func (*desk) Words() *words.Words { return words.English() }
func (d *desk) PrintChecklist()   { d.printed++ }
func (*desk) Chose()              {}
func (*desk) For() model.Side     { return "" }
func (*desk) TakeTurn()           {}
func (d *desk) SendTheirSide()    { d.sent++ }
func (d *desk) SendBack()         { d.sent++ }
func (d *desk) ShowWhole()        { d.whole = true }
func (*desk) Now() time.Time      { return modeltest.Now() }
func (d *desk) Trouble(err error) { d.trouble = err }
func (d *desk) answer(q string, side model.Side) *model.Answer {
	answer, _ := d.Plan().Item(model.KeyedID(model.TypeAnswer, q, string(side))).(*model.Answer)
	return answer
}

// open shows the page of a project in a window of the size of the drawing.
func open(t *testing.T, project *edit.Project) (*checklist.Page, *desk, fyne.Canvas) {
	t.Helper()
	looktest.Theme(t)
	d := &desk{Project: project}
	page := checklist.New(d, d)
	project.Watch(page.Changed)
	return page, d, looktest.Show(t, page.Object(), 1032, 768)
}

func TestDifferencesStandOpenAndTheRestIsFolded(t *testing.T) {
	page, _, _ := open(t, exampletest.Project(t, "open-door-days"))

	blocks := looktest.All[*look.Block](page.Object())
	if len(blocks) != 6*2+9 {
		t.Errorf("%d blocks, want the two sides of 6 open questions and 9 rows", len(blocks))
	}
	for _, sentence := range []string{"3 steps apart", "4 differ", "9 alike", "2 where a side does not know", "In place · both",
		"Because: The form is the same for every supplier.", "Next: try a short form. Commissioning, October"} {
		if !looktest.Says(page.Object(), sentence) {
			t.Errorf("the page does not say %q", sentence)
		}
	}
}

func TestTheQuestionsCanStandAsNumbered(t *testing.T) {
	page, _, _ := open(t, exampletest.Project(t, "open-door-days"))

	looktest.Type(looktest.All[*look.Segmented](page.Object())[0], fyne.KeyRight)
	first := looktest.All[*look.Block](page.Object())[0]
	test.Tap(first)

	if !looktest.Says(page.Object(), "Have we said what will be different, for whom, in words members use?") {
		t.Error("the first question is not the first")
	}
}

func TestAnsweringASideInItsPlace(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "our-streets"))
	looktest.All[*look.Block](page.Object())[1].Focus() // the council’s side of the first question
	looktest.Type(canvas.Focused(), fyne.KeyReturn)

	test.Tap(looktest.Chip(t, page.Object(), "Half-way"))
	because := looktest.Field(t, page.Object(), "Because of what?")
	because.Focus()
	test.Type(because.Entry, "The plan says so.")

	answer := d.answer("outcomes_1", model.CouncilSide)
	if answer == nil || answer.Where != model.HalfWay || answer.Evidence != "The plan says so." {
		t.Fatalf("stored is %+v", answer)
	}
	if canvas.Focused() != because.Entry || because.Text() != "The plan says so." {
		t.Errorf("the cursor is at %T, the field shows %q", canvas.Focused(), because.Text())
	}
	looktest.Type(canvas.Focused(), fyne.KeyEscape)
	if d.answer("outcomes_1", model.CouncilSide).Evidence == "" && len(looktest.All[*look.Field](page.Object())) > 0 {
		t.Error("Esc did not close the form")
	}
	if _, at := canvas.Focused().(*look.Block); !at {
		t.Errorf("the keyboard is at %T after closing", canvas.Focused())
	}
}

func TestTypingInOneFieldIsOneStepOfUndo(t *testing.T) {
	page, d, _ := open(t, exampletest.Project(t, "our-streets"))
	test.Tap(looktest.All[*look.Block](page.Object())[1])
	next := looktest.Field(t, page.Object(), "What is the next step?")
	next.Focus()
	test.Type(next.Entry, "ring them")

	d.Undo()

	if d.answer("outcomes_1", model.CouncilSide) != nil || next.Text() != "" {
		t.Errorf("undo leaves %+v and the field %q", d.answer("outcomes_1", model.CouncilSide), next.Text())
	}
}

func TestAnAnswerThatIsChangedIsOfToday(t *testing.T) {
	page, d, _ := open(t, exampletest.Project(t, "our-streets"))
	test.Tap(looktest.All[*look.Block](page.Object())[0]) // the citizens’ side, answered long ago
	today := model.DateOf(d.Now())
	if d.answer("outcomes_1", model.Citizens).Date == today {
		t.Fatal("it is of today already")
	}

	owner := looktest.Field(t, page.Object(), "Who does it, and when?")
	owner.Focus()
	test.Type(owner.Entry, "Bo")
	if d.answer("outcomes_1", model.Citizens).Date == today {
		t.Error("naming who does it makes the answer one of today")
	}
	because := looktest.Field(t, page.Object(), "Because of what?")
	because.Focus()
	test.Type(because.Entry, "x")

	if got := d.answer("outcomes_1", model.Citizens).Date; got != today {
		t.Errorf("it is of %v, want %v", got, today)
	}
}

func TestADateThatCannotBeReadStaysWithASentence(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "our-streets"))
	test.Tap(looktest.All[*look.Block](page.Object())[0])
	date := looktest.Field(t, page.Object(), "Date of this answer")
	date.Focus()
	date.Entry.SetText("soonish")
	canvas.Unfocus()

	if date.Error() == "" || date.Text() != "soonish" {
		t.Errorf("the field shows %q and says %q", date.Text(), date.Error())
	}
	if d.answer("outcomes_1", model.Citizens).Date.IsZero() {
		t.Error("the date that was there is gone")
	}
}

func TestAQuestionDoesNotJumpWhileItIsAnswered(t *testing.T) {
	page, d, _ := open(t, exampletest.Project(t, "open-door-days"))
	test.Tap(looktest.All[*look.Block](page.Object())[1]) // the council’s side of the furthest apart
	before := looktest.Field(t, page.Object(), "Because of what?")

	test.Tap(looktest.Chip(t, page.Object(), "In place"))

	if d.answer("coproducing_3", model.CouncilSide).Where != model.InPlace {
		t.Fatal("the answer is not stored")
	}
	if looktest.Field(t, page.Object(), "Because of what?") != before || !looktest.Says(page.Object(), "3 differ") {
		t.Error("the form is another one, or the counts do not follow")
	}
	if first := looktest.All[*look.Block](page.Object())[0]; !strings.Contains(first.AccessibilityLabel(), "How will we thank people") {
		t.Errorf("now %q stands first", first.AccessibilityLabel())
	}
}

func TestTheArrowsGoFromQuestionToQuestionAndSideToSide(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	looktest.All[*look.Block](page.Object())[0].Focus()

	looktest.Type(canvas.Focused(), fyne.KeyRight)
	looktest.Type(canvas.Focused(), fyne.KeyDown)
	if answer, ok := d.Plan().Item(page.Chosen()).(*model.Answer); !ok || answer.Side != model.CouncilSide {
		t.Fatalf("the keyboard is at %v", page.Chosen())
	}
	looktest.Type(canvas.Focused(), fyne.KeyEnd)
	row := canvas.Focused()
	looktest.Type(row, fyne.KeyReturn)

	if canvas.Focused() == row || len(looktest.All[*look.Block](page.Object())) != 7*2+8 {
		t.Error("Enter did not open the folded question")
	}
}

func TestTheChecklistBeginsWithOurOwnSide(t *testing.T) {
	page, d, canvas := open(t, modeltest.New(t).Project())
	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Answer the first question" {
			test.Tap(button)
		}
	}
	looktest.Type(canvas.Focused(), fyne.KeySpace) // not yet
	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Next question" {
			test.Tap(button)
			break
		}
	}
	looktest.Type(canvas.Focused(), fyne.KeySpace)

	if a, b := d.answer("outcomes_1", model.Citizens), d.answer("outcomes_2", model.Citizens); a == nil || b == nil || a.Where != model.NotYet {
		t.Errorf("the answers are %+v and %+v", a, b)
	}
}

func TestAnAnswerIsFoundByItsRecord(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	answer := d.answer("inclusion_2", model.CouncilSide) // folded, since both are alike

	page.Choose(answer.ID)
	if _, at := canvas.Focused().(*look.Block); !at || page.Chosen() != answer.ID {
		t.Fatalf("the keyboard is at %T, chosen %q", canvas.Focused(), page.Chosen())
	}
	page.Focus("owner")

	if owner := looktest.Field(t, page.Object(), "Who does it, and when?"); canvas.Focused() != owner.Entry || owner.Text() != answer.Owner {
		t.Errorf("the field shows %q", owner.Text())
	}
}

func TestPrintingLeadsToThePaperOfTheChecklist(t *testing.T) {
	page, d, _ := open(t, exampletest.Project(t, "open-door-days"))
	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Print" {
			test.Tap(button)
		}
	}

	if d.printed != 1 {
		t.Errorf("it leads there %d times", d.printed)
	}
}

func BenchmarkShowingTheQuestionsAnew(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(look.Light, 1))
	doc, err := example.Open("open-door-days")
	if err != nil {
		b.Fatal(err)
	}
	project, err := edit.OpenAsNew(doc, modeltest.Source(1))
	if err != nil {
		b.Fatal(err)
	}
	d := &desk{Project: project}
	page := checklist.New(d, d)
	w := test.NewTempWindow(b, page.Object())
	w.Resize(fyne.NewSize(1032, 768))
	for b.Loop() {
		page.Changed(edit.Event{})
	}
}
