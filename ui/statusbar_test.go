package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/ui/desk"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

func TestAPlanThatWasOnlyOpenedIsNotSaidToBeSaved(t *testing.T) {
	r := newRig(t).named()
	if got := r.window.status.state.AccessibilityLabel(); got == "Nothing to save" {
		t.Fatal("a plan that was saved says so")
	}

	later := newRig(t)
	later.disk.files["/plan.commonplan"] = r.disk.files["/plan.commonplan"]
	later.open("/plan.commonplan")

	if got := later.window.status.state.AccessibilityLabel(); got != "Nothing to save" {
		t.Errorf("it says %q", got)
	}
}

func TestUndoingACopyStaysOnThePageOneIsOn(t *testing.T) {
	r := newRig(t).named()
	need := r.desk.Plan().Needs[0]
	r.away("/copy.commonplan", retitle(need.ID, "The yard floods"))
	r.ask.path = "/copy.commonplan"
	r.window.BringIn()
	r.wait("the copy is shown", func() bool { return r.window.step == stepCopies })
	r.press("Bring it in")
	r.wait("it is brought in", r.dialog)
	r.press("OK")

	r.window.undo()

	if got := r.desk.Plan().Item(need.ID).(*model.Need).Title; got != need.Title {
		t.Fatalf("the need is still called %q", got)
	}
	if r.window.step != insight.StepShare {
		t.Errorf("it went to %q", r.window.step)
	}
}

func TestRecentPlansOfOneNameShowTheirFiles(t *testing.T) {
	r := newRig(t)
	for _, recent := range []desk.Recent{{Path: "/a/yard.commonplan", Name: "Yard"}, {Path: "/a/hall.commonplan", Name: "Hall"}, {Path: "/a/yard copy.commonplan", Name: "Yard"}} {
		NewSettings(r.window.app).Remember(recent)
	}

	r.window.menus.renew()
	r.window.showStart()

	var named []string
	for _, item := range r.window.menus.recent.ChildMenu.Items {
		named = append(named, item.Label)
	}
	if want := []string{"Yard (yard copy.commonplan)", "Hall", "Yard (yard.commonplan)"}; !slices.Equal(named, want) {
		t.Errorf("the menu lists %q", named)
	}
	starts := false
	looktest.Walk(r.window.middle, func(o fyne.CanvasObject) {
		row, ok := o.(*look.ListRow)
		starts = starts || ok && strings.Contains(row.AccessibilityLabel(), "Yard (yard copy.commonplan)")
	})
	if !starts {
		t.Error("the start page does not tell them apart")
	}
}

func TestWhatIsSavedCanBeClosedButNotCancelled(t *testing.T) {
	r := newRig(t).named()

	r.window.SendBack()
	r.wait("it is saved", r.dialog)
	r.press("Close")

	if r.dialogShown() {
		t.Error("the box stays")
	}
}
