package ui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/ui/desk"
	"commonplan/ui/forms"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

func TestTypingChangesThePlanAndOneUndoTakesItAllBack(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	before := r.desk.Plan().Needs[0].Title

	r.write("The need, in one sentence", "The yard is hot")

	if got := r.desk.Plan().Needs[0].Title; got != "The yard is hot" {
		t.Errorf("the plan holds %q", got)
	}
	r.window.undo()
	if got := r.desk.Plan().Needs[0].Title; got != before {
		t.Errorf("after one undo the plan holds %q, want %q", got, before)
	}
	if got := r.field("The need, in one sentence").Text(); got != before {
		t.Errorf("the field shows %q", got)
	}
}

func TestANumberThatCannotBeReadStaysInItsFieldWithASentence(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	before := r.desk.Plan().Needs[0].HowMany

	f := r.write("How many people?", "14 tens")
	f.Commit()

	if f.Text() != "14 tens" || f.Error() == "" {
		t.Errorf("the field shows %q and says %q", f.Text(), f.Error())
	}
	if got := r.desk.Plan().Needs[0].HowMany; got != before {
		t.Errorf("the plan holds %d, want what it held before", got)
	}
	r.window.undo()
	if f.Text() == "14 tens" {
		t.Error("undo does not take the text back that could not be stored")
	}
}

func TestSavingAsksOnceForAPlaceAndThenKnowsIt(t *testing.T) {
	r := newRig(t).example()

	r.window.save()
	r.wait("the plan is saved", func() bool { return r.disk.files["/plan.commonplan"] != nil && r.desk.Path() != "" })
	r.window.GoTo(insight.StepNeeds)
	r.write("The need, in one sentence", "Hot yard")
	r.window.save()
	r.wait("it is saved again", func() bool { state, _ := r.desk.State(); return state == desk.AllSaved })

	if r.ask.asked != 1 {
		t.Errorf("it asked %d times for a place", r.ask.asked)
	}
	if got := model.ReadPlan(r.disk.files["/plan.commonplan"], nil).Needs[0].Title; got != "Hot yard" {
		t.Errorf("the file holds %q", got)
	}
	if recent := r.desk.Recent(); len(recent) != 1 || recent[0].Name != "Open Door Days" {
		t.Errorf("recent files: %v", recent)
	}
}

func TestASaveThatFailsSaysSoAndTheWorkStaysUnsaved(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	r.write("The need, in one sentence", "Hot yard")
	r.disk.fails = model.NewProblem("problem.save.full", "File", "plan.commonplan")

	r.window.save()
	r.wait("a dialog is shown", func() bool { return r.window.Window().Canvas().Overlays().Top() != nil })

	if state, _ := r.desk.State(); state != desk.Unsaved {
		t.Errorf("the state is %v", state)
	}
	r.press("Cancel")
}

func TestClosingWithUnsavedWorkAsksAndSavingGoesOnAfterwards(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	r.write("The need, in one sentence", "Hot yard")

	r.window.closeProject()
	if !r.desk.IsOpen() {
		t.Fatal("the plan was closed without asking")
	}
	r.press("Save")
	r.wait("the plan is closed", func() bool { return !r.desk.IsOpen() })

	if r.disk.files["/plan.commonplan"] == nil {
		t.Error("it was closed without being saved")
	}
}

func TestANewPlanNeedsOnlyAName(t *testing.T) {
	r := newRig(t)
	r.window.newProject()
	r.press("Begin")
	if r.desk.IsOpen() {
		t.Fatal("a plan began without a name")
	}
	top := r.window.Window().Canvas().Overlays().Top()
	looktest.Walk(top, func(o fyne.CanvasObject) {
		if f, ok := o.(*look.Field); ok && f.Label() == "What is the plan called?" {
			test.Type(f.Entry, "Warm hall")
		}
	})
	r.press("Begin")

	plan := r.desk.Plan()
	if plan.Project.Name != "Warm hall" || len(plan.Goals) != 3 || len(plan.Options) != 1 {
		t.Errorf("the plan %q has %d goals and %d options", plan.Project.Name, len(plan.Goals), len(plan.Options))
	}
	if _, can := r.desk.CanUndo(); can {
		t.Error("the beginning can be undone")
	}
}

func TestARecentFileThatIsGoneIsToldAndCanBeForgotten(t *testing.T) {
	r := newRig(t)
	NewSettings(r.window.app).Remember(desk.Recent{Path: "/gone.commonplan", Name: "Gone"})

	r.window.open("/gone.commonplan")
	r.wait("a dialog is shown", func() bool { return r.window.Window().Canvas().Overlays().Top() != nil })
	r.press("Take it off the list")

	if recent := r.desk.Recent(); len(recent) != 0 {
		t.Errorf("recent files: %v", recent)
	}
}

func TestEveryStepShowsAPageAndEveryRecordItsForm(t *testing.T) {
	r := newRig(t).example()
	for _, phase := range phases {
		for _, step := range phase.steps {
			r.window.GoTo(step)
			if r.window.step != step || len(r.window.middle.Objects) != 1 {
				t.Errorf("step %s shows %d objects", step, len(r.window.middle.Objects))
			}
		}
	}
	plan := r.desk.Plan()
	for _, kind := range model.Types() {
		for _, item := range plan.List(kind) {
			r.window.ShowRecord(item.Head().ID)
			if got := r.window.pages[r.window.step].Chosen(); got != item.Head().ID && kind != model.TypeAnswer {
				t.Errorf("the page %s shows %q instead of the %s %q", r.window.step, got, kind, model.Title(item))
				break
			}
		}
	}
}

func TestEveryGapLeadsToAPlaceWhereItIsMended(t *testing.T) {
	r := newRig(t).example()
	for _, gap := range r.desk.Gaps() {
		r.window.GoToGap(gap)
		if gap.Step != "" && r.window.step == "" {
			t.Errorf("the gap %s leads nowhere", gap.Key)
		}
	}
}

func TestRemovingFromTheListIsUndoneWhereItHappened(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	first := r.desk.Plan().Needs[0].ID
	if err := r.desk.Edit("edit.remove.need", func(c *edit.Change) error { return c.Remove(first) }); err != nil {
		t.Fatal(err)
	}
	r.window.GoTo(insight.StepCosts)

	r.window.undo()

	if r.window.step != insight.StepNeeds || r.desk.Plan().Item(first) == nil {
		t.Errorf("undo shows %s; the need is back: %v", r.window.step, r.desk.Plan().Item(first) != nil)
	}
}

func TestAFormThatWasOpenedFromAnotherLeadsBackToIt(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	need := r.desk.Plan().Needs[1].ID
	r.window.pages[insight.StepNeeds].Choose(need)

	r.press("Add evidence")
	if r.window.step != insight.StepEvidence {
		t.Fatalf("it shows %s", r.window.step)
	}
	r.press("Back to Need N2")
	if r.window.step != insight.StepNeeds || r.window.pages[insight.StepNeeds].Chosen() != need {
		t.Errorf("it leads back to %s, %s", r.window.step, r.window.pages[insight.StepNeeds].Chosen())
	}

	r.press("Add evidence")
	r.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.window.step != insight.StepNeeds {
		t.Errorf("Esc leads to %s", r.window.step)
	}
}

func TestARemovalSaysWhatWentAlongUntilItIsUndone(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepActivities)
	first := r.desk.Plan().Activities[0].ID

	if err := r.desk.Edit("edit.remove.activity", func(c *edit.Change) error { return c.Remove(first) }); err != nil {
		t.Fatal(err)
	}
	if said := r.window.said.sentence; !strings.Contains(said, "links") || !strings.Contains(said, "£") {
		t.Errorf("it says %q", said)
	}

	r.window.undo()
	if r.window.said.sentence != "" {
		t.Errorf("after undo it still says %q", r.window.said.sentence)
	}
}

func TestAPastedListSaysHowManyWereAddedUntilItIsUndone(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	page := r.window.pages[insight.StepNeeds].(*forms.Page)
	page.Focus("title")
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("• One\n• Two\n• Three")

	r.window.window.Canvas().Focused().(*look.Entry).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if said := r.window.said.sentence; !strings.Contains(said, "2 more needs") {
		t.Errorf("it says %q", said)
	}

	r.window.undo()
	if r.window.said.sentence != "" {
		t.Errorf("after undo it still says %q", r.window.said.sentence)
	}
}

func TestALongTextInADialogLeavesTheScrollBarItsRoom(t *testing.T) {
	r := newRig(t)
	r.window.showHowTo()

	driver := fyne.CurrentApp().Driver()
	bar, right := theme.Size(theme.SizeNameScrollBar), float32(0)
	for _, object := range test.LaidOutObjects(r.window.window.Canvas().Overlays().Top()) {
		switch object := object.(type) {
		case *look.Scroll:
			right = driver.AbsolutePositionForObject(object).X + object.Size().Width
		case *look.Text:
			end := driver.AbsolutePositionForObject(object).X + object.Size().Width
			if right > 0 && end > right-bar && end <= right {
				t.Errorf("a text ends %v before the edge, where the bar of %v is", right-end, bar)
			}
		}
	}
	if right == 0 {
		t.Error("the dialog does not scroll")
	}
}

func TestUndoIsAMenuShortcutThatComesBeforeTheFieldsOwn(t *testing.T) {
	r := newRig(t).example()
	if _, ok := r.window.menus.undo.Shortcut.(*fyne.ShortcutUndo); !ok {
		t.Errorf("undo has the shortcut %T", r.window.menus.undo.Shortcut)
	}
	if s, ok := r.window.menus.save.Shortcut.(*desktop.CustomShortcut); !ok || s.KeyName != fyne.KeyS {
		t.Errorf("save has the shortcut %v", r.window.menus.save.Shortcut)
	}
}

func TestF1SaysHowToDoWhatNearlyEverybodyWants(t *testing.T) {
	r := newRig(t).example()
	canvas := r.window.window.Canvas()

	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})

	if canvas.Overlays().Top() == nil {
		t.Error("F1 shows nothing")
	}
	for _, key := range howTos {
		if !r.window.words.Has("how."+key) || !r.window.words.Has("how."+key+".line") {
			t.Errorf("there are no words for how.%s", key)
		}
	}
}

func TestTroubleIsToldInASentence(t *testing.T) {
	r := newRig(t)
	r.window.Trouble(errors.New("the disk is on fire"))
	said := ""
	looktest.Walk(r.window.Window().Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if text, ok := o.(*look.Text); ok {
			said += text.String() + "\n"
		}
	})
	if said != "That did not work\nSomething went wrong: the disk is on fire.\n" {
		t.Errorf("it says %q", said)
	}
	r.press("OK")
}

func TestPlainerWordsAreChosenForThePlanAndTakenBackByUndo(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepOutcomes)
	says := func(text string) bool {
		found := false
		looktest.Walk(r.window.Window().Canvas().Content(), func(o fyne.CanvasObject) {
			row, isRow := o.(*look.NavRow)
			found = found || isRow && row.AccessibilityLabel() == text
		})
		return found
	}

	r.window.switchWords()
	if r.desk.Plan().Project.Terminology != model.PlainTerms || !says("What will be different") {
		t.Errorf("the navigation does not say it plainly: the plan asks for %q", r.desk.Plan().Project.Terminology)
	}
	r.window.undo()
	if says("What will be different") {
		t.Error("undo leaves the plainer words")
	}
}
