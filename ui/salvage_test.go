package ui

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/desk"
)

func TestWhatCanBeReadOfADamagedFileBecomesAProjectThatIsNotSavedYet(t *testing.T) {
	r := newRig(t)
	r.disk.files[hallFile] = modeltest.MadeUp(t, 20).Document()
	r.disk.damaged[hallFile] = true
	r.window.open(hallFile)
	r.wait("it is refused", r.dialogShown)

	r.press("Save what can be read")
	r.wait("it is read", r.desk.IsOpen)

	if !r.says("At least 2 records are lost.") || !r.says("The checksum does not fit") {
		t.Error("what is lost is not told")
	}
	if state, _ := r.desk.State(); state != desk.Unsaved || r.desk.Path() != "" || r.desk.Document().ID == r.disk.files[hallFile].ID {
		t.Errorf("the project is %v at %q", state, r.desk.Path())
	}
}

func TestAPlanIsShownThoughItsOwnRecordIsLost(t *testing.T) {
	r := newRig(t)
	lost := modeltest.MadeUp(t, 20).Document().Clone()
	delete(lost.Records, model.ProjectID)
	r.disk.files[hallFile] = lost
	r.disk.damaged[hallFile] = true
	r.window.open(hallFile)
	r.wait("it is refused", r.dialogShown)

	r.press("Save what can be read")

	r.wait("it is read", r.desk.IsOpen)
	r.press("Look at it first")
	r.field("What is the plan called?")
}

func TestADamagedProtectedFileAsksForItsPasswordAndStaysProtected(t *testing.T) {
	r := protectedHall(t, "four words in a row")
	r.disk.damaged[hallFile] = true
	r.window.closeProject()
	r.window.open(hallFile)
	r.wait("it is refused", r.dialogShown)

	r.press("Save what can be read")
	r.wait("its password is asked for", func() bool { return r.says("“plan.commonplan” is protected") })
	r.answer("Password", "four words in a row")
	r.press("Open")
	r.wait("it is read", r.desk.IsOpen)

	if !r.desk.Protected() {
		t.Error("what was read has no password any more")
	}
}

func TestWhatWasSavedOfAFileIsSaidOnceEach(t *testing.T) {
	w := words.English()
	for want, told := range map[string]file.Salvaged{
		"12 records were read: needs, activities, costs and so on.|No record and no picture is missing.": {Records: 12},
		"1 record was read: a need, an activity, a cost or the like.|2 pictures were read.|At least 3 records are lost.|1 picture is lost.|Earlier wordings are lost, some or all of them.": {
			Records: 1, Pictures: 2, RecordsLost: 3, PicturesLost: 1, HistoryLost: true},
	} {
		if got := strings.Join(salvagedSentences(w, told), "|"); got != want {
			t.Errorf("%+v is said as %q, want %q", told, got, want)
		}
	}
}
