package ui

import (
	"testing"

	"commonplan/model/insight"
)

// startWith is a window as Run makes it, that is to open a file and is not filled yet.
func startWith(r *rig, path string) *Window {
	w := prepare(r.window.app, r.desk, Outside{Documents: "/"})
	w.OpenAtStart(path)
	return w
}

func TestAWindowThatIsStartedWithAPlanShowsNothingElseBeforeIt(t *testing.T) {
	r := newRig(t).example()
	r.disk.files["/plan.commonplan"] = r.desk.Document()
	r.desk.Close()
	w := startWith(r, "/plan.commonplan")

	w.fill()

	if n := len(w.middle.Objects); n > 0 {
		t.Errorf("there are %d things in the middle before the plan is read", n)
	}
	r.wait("the plan is open", r.desk.IsOpen)
	if w.step != insight.StepPlace || len(w.middle.Objects) == 0 {
		t.Errorf("then it shows the step %q", w.step)
	}
}

func TestAWindowThatIsStartedWithAFileThatIsGoneShowsTheStartPage(t *testing.T) {
	r := newRig(t)
	w := startWith(r, "/gone.commonplan")
	w.fill()

	r.wait("the start page is shown", func() bool { return len(w.middle.Objects) > 0 })

	if w.withAreas || r.desk.IsOpen() {
		t.Error("it looks as if a plan were open")
	}
}
