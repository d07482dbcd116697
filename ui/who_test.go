package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// answerName types a name into the dialog that asks for one.
func (r *rig) answerName(name string) {
	r.t.Helper()
	looktest.Walk(r.window.Window().Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if f, ok := o.(*look.Field); ok && f.Label() == "Your name, or your role" {
			test.Type(f.Entry, name)
		}
	})
	r.press("Use this name")
}

func TestTheNameIsAskedForOnceAndKept(t *testing.T) {
	r := newRig(t).example()
	went := 0

	r.window.Named(func() { went++ })
	if went != 0 {
		t.Fatal("it goes on before the name is asked for")
	}
	r.answerName("Ana")
	r.window.Named(func() { went++ })

	if went != 2 || r.desk.Who() != "Ana" || NewSettings(r.window.app).Who() != "Ana" {
		t.Errorf("it went on %d times, the desk knows %q, the settings %q", went, r.desk.Who(), NewSettings(r.window.app).Who())
	}
}

func TestWhoWantsNoNameIsNotAskedAgain(t *testing.T) {
	r := newRig(t).example()
	went := 0

	r.window.Named(func() { went++ })
	r.press("Not now")
	r.window.Named(func() { went++ })

	if went != 2 || r.desk.Who() != "" {
		t.Errorf("it went on %d times, as %q", went, r.desk.Who())
	}
}

func TestCommentsOfTheChosenRecordOpenFromTheMenu(t *testing.T) {
	r := newRig(t).example()
	need := r.desk.Plan().Needs[0]
	r.window.ShowOnMap(need.ID)
	r.window.Named(func() {})
	r.press("Not now")

	r.window.showComments()
	r.press("Add a comment")
	test.Type(r.window.Window().Canvas().Focused(), "Ask Bo")
	r.press("OK")

	if comments := r.desk.Plan().Comments; len(comments) == 0 || comments[len(comments)-1].On != need.ID {
		t.Errorf("the comments are %v", comments)
	}
}
