package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/paper/pdf/pdftext"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// private adds a contact and a note that are nobody else's business.
func private(c *edit.Change) error {
	project := model.Clone(c.Plan().Project)
	project.Contact = "Gwen, 01632 960 001"
	if err := c.Put(project); err != nil {
		return err
	}
	_, err := c.Add(&model.Evidence{Says: "Somebody sleeps in the boiler room", Private: true})
	return err
}

// prepared opens the page from which copies go, and waits for the copy to be ready.
func (r *rig) prepared() {
	r.t.Helper()
	r.window.GoTo(insight.StepShare)
	r.wait("the copy is prepared", func() bool { return r.says("The copy is") })
}

func (r *rig) check(text string) {
	r.t.Helper()
	looktest.Walk(r.window.middle, func(o fyne.CanvasObject) {
		if c, ok := o.(*look.Check); ok && c.AccessibilityLabel() == text {
			test.Tap(c)
		}
	})
}

func TestACopyToSendLeavesOutWhatIsPrivateListsItAndStartsAMessage(t *testing.T) {
	r := newRig(t).named()
	if err := r.desk.Edit("edit.add.evidence", private); err != nil {
		t.Fatal(err)
	}
	r.prepared()
	r.press("Show what is left out")
	for _, sentence := range []string{"Left out:", "Evidence: Somebody sleeps in the boiler room", "Contact of “Open Door Days”"} {
		if !r.says(sentence) {
			t.Errorf("it does not say %q", sentence)
		}
	}

	r.ask.path = "/copy.commonplan"
	r.press("Make a copy to send…")
	r.wait("the copy is made", func() bool { return r.says("no private notes or contacts are in it") })
	r.press("Start a message")

	if letter := <-r.letters; len(letter.Files) != 1 || letter.Files[0] != "/copy.commonplan" || !strings.Contains(letter.Subject, "Open Door Days") || !strings.Contains(letter.Text, "Ana") {
		t.Errorf("the message is %+v", letter)
	}
	copied := model.ReadPlan(r.disk.files["/copy.commonplan"], nil)
	for _, e := range copied.Evidence {
		if e.Private {
			t.Errorf("the private %q is in the copy", e.Says)
		}
	}
	if copied.Project.Contact != "" || len(copied.Evidence) == 0 {
		t.Errorf("the copy holds the contact %q and %d pieces of evidence", copied.Project.Contact, len(copied.Evidence))
	}
	if r.desk.Path() != "/plan.commonplan" {
		t.Errorf("the copy became the plan’s own file: %s", r.desk.Path())
	}
}

func TestWhoeverWantsEverythingInTheCopyIsWarned(t *testing.T) {
	r := newRig(t).named()
	if err := r.desk.Edit("edit.add.evidence", private); err != nil {
		t.Fatal(err)
	}
	r.prepared()
	r.check("Leave out what is private")
	r.wait("it warns", func() bool { return r.says("will hold your contacts and private notes") })

	r.ask.path = "/copy.commonplan"
	r.press("Make a copy to send…")
	r.wait("the copy is made", func() bool { return r.says("with everything that is private in it") })

	if got := model.ReadPlan(r.disk.files["/copy.commonplan"], nil).Project.Contact; got != "Gwen, 01632 960 001" {
		t.Errorf("the copy holds the contact %q", got)
	}
}

func TestThePaperGoesAlongWithoutThePrivateContact(t *testing.T) {
	r := newRig(t).named()
	if project := r.desk.Plan().Project; !strings.Contains(project.Contact, "hello@") || !project.PrintContact {
		t.Fatal("the example has no contact that it prints")
	}
	r.prepared()
	r.check("Send the council paper along, as a PDF")
	r.ask.path = "/copy.commonplan"

	r.press("Make a copy to send…")
	r.wait("both are made", func() bool { return r.disk.papers["/copy.pdf"] != nil && r.says("is ready") })
	r.press("Start a message")

	if letter := <-r.letters; len(letter.Files) != 2 || letter.Files[1] != "/copy.pdf" {
		t.Errorf("the message carries %q", letter.Files)
	}
	printed, err := pdftext.Text(r.disk.papers["/copy.pdf"])
	if err != nil || !strings.Contains(printed, "Open Door Days") || strings.Contains(printed, "hello@") {
		t.Errorf("the paper names the private contact, or cannot be read (%v)", err)
	}
}

func TestTheCopyNeverReplacesThePlanItself(t *testing.T) {
	r := newRig(t).named()
	r.prepared()

	r.ask.path = "/plan.commonplan"
	r.press("Make a copy to send…")
	r.wait("it is refused", r.dialog)

	if !r.says("is your own plan") {
		t.Error("it does not say why")
	}
}

func TestTheCouncilsCopyAsksItsQuestionsGoesBackAndComesHomeToBothSides(t *testing.T) {
	r := newRig(t).named()
	r.ask.path = "/council.commonplan"
	r.window.SendTheirSide()
	r.wait("it is made", func() bool { return r.dialog() && r.says("asks the council its fifteen questions") })
	r.press("OK")

	council := newRig(t)
	council.disk.files["/council.commonplan"] = r.disk.files["/council.commonplan"]
	council.window.open("/council.commonplan")
	council.wait("it asks", func() bool { return council.says("How do things stand on your side?") })
	looktest.Walk(council.window.middle, func(o fyne.CanvasObject) {
		if chip, ok := o.(*look.Chip); ok && chip.AccessibilityLabel() == "Half-way" {
			test.Tap(chip)
		}
	})
	council.press("Save and send back")
	council.answerName("The officer")
	council.wait("it is saved", council.dialog)
	council.press("Start a message")
	if letter := <-council.letters; letter.Files[0] != "/council.commonplan" {
		t.Errorf("the message carries %q", letter.Files)
	}

	r.disk.files["/back.commonplan"] = council.disk.files["/council.commonplan"]
	r.ask.path = "/back.commonplan"
	r.window.BringIn()
	r.wait("the answers are shown", func() bool { return r.window.step == stepCopies && r.says("The officer") })
	r.press("Bring it in")
	r.wait("they are brought in", r.dialog)

	answered := false
	for _, a := range r.desk.Plan().Answers {
		answered = answered || a.Side == model.CouncilSide && a.Where == model.HalfWay
	}
	if !answered || r.desk.For() != "" {
		t.Errorf("the answer came home: %v; the plan asks for %q", answered, r.desk.For())
	}
}
