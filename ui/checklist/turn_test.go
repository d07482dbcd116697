package checklist_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/ui/checklist"
	"commonplan/ui/look"
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

func pressIn(t *testing.T, turn *checklist.Turn, text string) {
	t.Helper()
	for _, b := range all[*look.Button](turn.Object()) {
		if b.Text() == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q", text)
}

func TestTheCouncilIsAskedOneQuestionAfterTheOther(t *testing.T) {
	turn, d := openTurn(t, modeltest.New(t).Project())
	if !says(turn.Object(), "Have we said what we want for the area beyond service targets?") {
		t.Fatal("the first question is not asked")
	}

	test.Tap(all[*look.Chip](turn.Object())[1])
	pressIn(t, turn, "Next question")

	if a := d.answer("outcomes_1", model.CouncilSide); a == nil || a.Where != model.Started || a.Date.String() != "2026-08-28" {
		t.Errorf("the answer is %+v", a)
	}
	if !says(turn.Object(), "Do our decisions weigh the three together?") || !says(turn.Object(), "1 of 15 answered") {
		t.Error("the second question does not follow, or is not counted")
	}
}

func TestWhatTheOtherSideSaysIsNotShownWhileOneAnswers(t *testing.T) {
	project := openExample(t, "open-door-days")
	turn, d := openTurn(t, project)
	for _, theirs := range d.Plan().Answers {
		if theirs.Side == model.Citizens && theirs.Evidence != "" && says(turn.Object(), theirs.Evidence) {
			t.Errorf("it shows the group’s %q", theirs.Evidence)
		}
	}
}

func TestTheQuestionsBeginAtTheFirstThatIsOpen(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Answer{Base: model.Base{ID: model.KeyedID(model.TypeAnswer, "outcomes_1", "council")},
		Question: "outcomes_1", Side: model.CouncilSide, Where: model.DoNotKnow})

	turn, _ := openTurn(t, b.Project())

	if !says(turn.Object(), "Do our decisions weigh the three together?") {
		t.Error("it does not begin at the second question")
	}
}

func TestTheAnswersCanBeSentBackAtAnyTime(t *testing.T) {
	turn, d := openTurn(t, modeltest.New(t).Project())

	pressIn(t, turn, "Save and send back")
	pressIn(t, turn, "Show the whole plan")

	if d.sent != 1 || !d.whole {
		t.Errorf("sent back %d times, the whole is shown: %v", d.sent, d.whole)
	}
}

func TestTheNextStepsOfBothSidesAreOneListThatLeadsToTheAnswers(t *testing.T) {
	page, d, _ := open(t, openExample(t, "open-door-days"))
	steps := 0
	for _, row := range all[*look.ListRow](page.Object()) {
		steps++
		if steps == 1 {
			test.Tap(row)
		}
	}
	if steps < 10 {
		t.Errorf("%d next steps are listed", steps)
	}
	if answer, ok := d.Plan().Item(page.Chosen()).(*model.Answer); !ok || field(t, page, "What is the next step?").Text() != answer.Next {
		t.Error("pressing a step does not open its answer")
	}
}
