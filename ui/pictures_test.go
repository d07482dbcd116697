package ui

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
	"commonplan/ui/pictures"
)

const yardFile = "/yard.png"

// withYard is an example at its needs, with a picture file on the disk.
func withYard(t *testing.T) *rig {
	t.Helper()
	r := newRig(t).example()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	r.disk.pictures[yardFile] = b.Bytes()
	r.window.GoTo(insight.StepNeeds)
	return r
}

func (r *rig) drop(paths ...string) {
	r.t.Helper()
	var uris []fyne.URI
	for _, path := range paths {
		uris = append(uris, storage.NewFileURI(path))
	}
	r.window.dropped(uris)
}

func (r *rig) dialogShown() bool { return r.window.Window().Canvas().Overlays().Top() != nil }

// need is the need whose form is shown.
func (r *rig) need() model.ID { return r.desk.Plan().Needs[0].ID }

// addYard drops the picture and answers what is asked.
func (r *rig) addYard() *model.Picture {
	r.t.Helper()
	r.drop(yardFile)
	r.wait("its words are asked for", r.dialogShown)
	r.answer("What does it show, for those who cannot see it?", "A paved yard")
	r.answer("Caption", "The yard in June")
	r.press("Add")
	all := pictures.On(r.desk.Plan(), r.need())
	if len(all) != 1 {
		r.t.Fatalf("the need has %d pictures", len(all))
	}
	return all[0]
}

func TestADroppedPictureIsAddedToTheRecordThatIsShown(t *testing.T) {
	r := withYard(t)

	got := r.addYard()

	if got.Alt != "A paved yard" || got.Caption != "The yard in June" || r.desk.Part(got.Media) == nil {
		t.Errorf("the plan has %+v", got)
	}
	r.wait("it is shown", func() bool { return r.caption() != nil })
}

// caption finds the field of the picture that is shown; nil if none is.
func (r *rig) caption() *look.Field {
	var found *look.Field
	looktest.Walk(r.window.Window().Canvas().Content(), func(o fyne.CanvasObject) {
		if f, ok := o.(*look.Field); ok && f.Label() == "Caption" {
			found = f
		}
	})
	return found
}

func TestNoPictureIsAddedWithoutSayingWhatItShows(t *testing.T) {
	r := withYard(t)
	r.drop(yardFile)
	r.wait("its words are asked for", r.dialogShown)

	r.press("Add")

	if r.asked("What does it show, for those who cannot see it?").Error() == "" || len(r.desk.Plan().Pictures) != 0 {
		t.Errorf("the plan has %d pictures", len(r.desk.Plan().Pictures))
	}
}

func TestTheWordsOfAPictureAreChangedWhereItIsShown(t *testing.T) {
	r := withYard(t)
	picture := r.addYard()

	r.write("Caption", "The yard in May")

	if got := r.desk.Plan().Item(picture.ID).(*model.Picture).Caption; got != "The yard in May" {
		t.Errorf("the plan says %q", got)
	}
}

func TestARemovedPictureComesBackByUndo(t *testing.T) {
	r := withYard(t)
	picture := r.addYard()
	r.press("Remove") // the last such button of the form is the picture's
	if len(pictures.On(r.desk.Plan(), r.need())) != 0 {
		t.Fatal("it is still there")
	}

	r.window.undo()

	if chosen := r.window.pages[r.window.step].Chosen(); chosen != r.need() {
		t.Errorf("the form of %v is shown", chosen)
	}
	if got := pictures.On(r.desk.Plan(), r.need()); len(got) != 1 || r.desk.Part(got[0].Media) == nil || got[0].ID != picture.ID {
		t.Errorf("after undo the need has %v", got)
	}
}

func TestUndoTakesAnAddedPictureBack(t *testing.T) {
	r := withYard(t)
	r.addYard()
	r.window.undo()
	if got := pictures.On(r.desk.Plan(), r.need()); len(got) != 0 {
		t.Errorf("the need still has %v", got)
	}
}

func TestSeveralDroppedPicturesAreAskedForOneAfterTheOther(t *testing.T) {
	r := withYard(t)
	r.drop(yardFile, "/gone.png", yardFile)
	for i, alt := range []string{"The yard by day", "The yard by night"} {
		r.wait("the next picture is asked for", func() bool { return r.says("Add this picture") })
		r.answer("What does it show, for those who cannot see it?", alt)
		r.press("Add")
		if i == 0 {
			r.wait("the one that is gone is told", func() bool { return r.says("There is no file") })
			r.press("OK")
		}
	}
	all := pictures.On(r.desk.Plan(), r.need())
	if len(all) != 2 || all[0].Alt != "The yard by day" || all[1].Alt != "The yard by night" {
		t.Errorf("the need has %d pictures", len(all))
	}
}

func TestWhatIsNoPictureIsToldAndNothingIsAdded(t *testing.T) {
	r := withYard(t)
	r.disk.pictures[yardFile] = []byte("GIF89a")
	before := slices.Clone(r.desk.Plan().Pictures)
	r.drop(yardFile)
	r.wait("it is told", r.dialogShown)
	if len(r.desk.Plan().Pictures) != len(before) {
		t.Error("something was added")
	}
}

func TestAPictureDroppedWhereNoRecordIsShownSaysWhereItMayBeDropped(t *testing.T) {
	r := withYard(t)
	r.window.GoTo(insight.StepMap)
	r.drop(yardFile)
	if !r.dialogShown() {
		t.Error("nothing is said")
	}
}

func TestAProjectThatIsDroppedIsStillOpened(t *testing.T) {
	r := withYard(t)
	r.disk.files["/other.commonplan"] = r.desk.Document()
	r.window.dropped([]fyne.URI{storage.NewFileURI("/other.commonplan")})
	r.wait("it is open, or asks about the work", func() bool { return r.desk.Path() == "/other.commonplan" || r.dialogShown() })
}
