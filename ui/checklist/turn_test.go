package checklist_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/ui/checklist"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// openTurn shows the council's questions of a project.
func openTurn(t *testing.T, project *edit.Project) (*checklist.Turn, *desk) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	d := &desk{Project: project}
	turn := checklist.NewTurn(d, d, model.CouncilSide)
	project.Watch(turn.Changed)
	w := test.NewTempWindow(t, turn.Object())
	w.SetPadded(false)
	turn.Focus()
	return turn, d
}

func TestTheCouncilIsAskedOneQuestionAfterTheOther(t *testing.T) {
	turn, d := openTurn(t, modeltest.New(t).Project())
	if !looktest.Says(turn.Object(), "Have we said what we want for the area beyond service targets?") {
		t.Fatal("the first question is not asked")
	}

	test.Tap(looktest.All[*look.Chip](turn.Object())[1])
	looktest.Press(t, turn.Object(), "Next question")

	if a := d.answer("outcomes_1", model.CouncilSide); a == nil || a.Where != model.Started || a.Date.String() != "2026-08-28" {
		t.Errorf("the answer is %+v", a)
	}
	if !looktest.Says(turn.Object(), "Do our decisions weigh the three together?") || !looktest.Says(turn.Object(), "1 of 15 answered") {
		t.Error("the second question does not follow, or is not counted")
	}
}

func TestWhatTheOtherSideSaysIsNotShownWhileOneAnswers(t *testing.T) {
	project := exampletest.Project(t, "open-door-days")
	turn, d := openTurn(t, project)
	for _, theirs := range d.Plan().Answers {
		if theirs.Side == model.Citizens && theirs.Evidence != "" && looktest.Says(turn.Object(), theirs.Evidence) {
			t.Errorf("it shows the group’s %q", theirs.Evidence)
		}
	}
}

func TestTheQuestionsBeginAtTheFirstThatIsOpen(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Answer{Base: model.Base{ID: model.KeyedID(model.TypeAnswer, "outcomes_1", "council")},
		Question: "outcomes_1", Side: model.CouncilSide, Where: model.DoNotKnow})

	turn, _ := openTurn(t, b.Project())

	if !looktest.Says(turn.Object(), "Do our decisions weigh the three together?") {
		t.Error("it does not begin at the second question")
	}
}

func TestTheAnswersCanBeSentBackAtAnyTime(t *testing.T) {
	turn, d := openTurn(t, modeltest.New(t).Project())

	looktest.Press(t, turn.Object(), "Save and send back")
	looktest.Press(t, turn.Object(), "Show the whole plan")

	if d.sent != 1 || !d.whole {
		t.Errorf("sent back %d times, the whole is shown: %v", d.sent, d.whole)
	}
}

func TestTheNextStepsOfBothSidesAreOneListThatLeadsToTheAnswers(t *testing.T) {
	page, d, _ := open(t, exampletest.Project(t, "open-door-days"))
	steps := 0
	for _, row := range looktest.All[*look.ListRow](page.Object()) {
		steps++
		if steps == 1 {
			test.Tap(row)
		}
	}
	if steps < 10 {
		t.Errorf("%d next steps are listed", steps)
	}
	if answer, ok := d.Plan().Item(page.Chosen()).(*model.Answer); !ok || looktest.Field(t, page.Object(), "What is the next step?").Text() != answer.Next {
		t.Error("pressing a step does not open its answer")
	}
}
