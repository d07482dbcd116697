package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// says tells whether a sentence is shown, in the topmost dialog or in the window.
func (r *rig) says(sentence string) bool {
	canvas := r.window.Window().Canvas()
	root := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		root = top
	}
	found := false
	looktest.Walk(root, func(o fyne.CanvasObject) {
		if text, ok := o.(*look.Text); ok && o.Visible() && strings.Contains(text.String(), sentence) {
			found = true
		}
	})
	return found
}

// named opens the example as saved by Ana.
func (r *rig) named() *rig {
	r.t.Helper()
	r.example()
	if err := r.desk.CallMe("Ana"); err != nil {
		r.t.Fatal(err)
	}
	r.window.save()
	r.wait("the plan is saved", func() bool { return r.desk.Path() == "/plan.commonplan" })
	return r
}

// away lays a copy, changed by the secretary, into a file.
func (r *rig) away(path string, change func(*edit.Change) error) {
	r.t.Helper()
	data, err := file.Encode(r.desk.Document())
	if err != nil {
		r.t.Fatal(err)
	}
	doc, err := file.Decode(data)
	if err != nil {
		r.t.Fatal(err)
	}
	source := modeltest.Source(77)
	source.Who = "The secretary"
	copied, err := edit.Open(doc, source)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := copied.Edit("edit.any", change); err != nil {
		r.t.Fatal(err)
	}
	r.disk.files[path] = copied.Document()
}

// typed presses a key that goes to what has the keyboard, or else to the page.
func (r *rig) typed(key fyne.KeyName) {
	canvas := r.window.Window().Canvas()
	if focused := canvas.Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: key})
}

func (r *rig) dialog() bool { return r.window.Window().Canvas().Overlays().Top() != nil }

func retitle(id model.ID, title string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		item := model.Clone(c.Plan().Item(id))
		if err := model.SetText(item, "title", title); err != nil {
			return err
		}
		return c.Put(item)
	}
}

func TestACopyIsShownInSentencesBeforeAnythingIsTouchedAndThenBroughtIn(t *testing.T) {
	r := newRig(t).named()
	need := r.desk.Plan().Needs[0]
	r.away("/copy.commonplan", retitle(need.ID, "The yard floods"))
	before := r.desk.Document()

	r.ask.path = "/copy.commonplan"
	r.window.BringIn()
	r.wait("the copy is shown", func() bool { return r.window.step == stepCopies })

	if !r.says("The secretary renamed "+need.Title) || !r.says("Nothing will be lost.") || r.desk.Document() != before {
		t.Fatal("the copy is not told of, or something was touched")
	}
	r.press("Bring it in")
	r.wait("it is brought in", func() bool { return r.desk.Document() != before })
	r.press("OK")

	if got := r.desk.Plan().Needs[0].Title; got != "The yard floods" {
		t.Errorf("the plan says %q", got)
	}
	r.window.undo()
	if got := r.desk.Plan().Needs[0].Title; got != need.Title {
		t.Errorf("after one undo the plan says %q", got)
	}
}

func TestWhatBothChangedIsSettledWithAKeyAndShownInTheStatusBarUntilThen(t *testing.T) {
	r := newRig(t).named()
	need := r.desk.Plan().Needs[0].ID
	r.away("/copy.commonplan", retitle(need, "The yard floods"))
	if err := r.desk.Edit("edit.change.need", retitle(need, "The yard is hot")); err != nil {
		t.Fatal(err)
	}
	r.window.open("/copy.commonplan")
	r.wait("it is offered", r.dialog)
	r.press("See what is new")
	if !r.says("The secretary and you both changed the title") {
		t.Error("what both changed is not told")
	}
	r.press("Bring it in")
	r.wait("there is something to settle", func() bool { return r.window.step == stepSettle })
	if !r.window.status.settle.Visible() || r.window.status.settle.AccessibilityLabel() != "1 thing to settle" {
		t.Errorf("the status bar says %q", r.window.status.settle.AccessibilityLabel())
	}

	r.typed(fyne.Key1)

	if len(r.desk.Unsettled()) != 0 || r.window.status.settle.Visible() || !r.says("Everything is settled.") {
		t.Errorf("%d things are to be settled", len(r.desk.Unsettled()))
	}
}

func TestEnterChoosesNothingOfWhatBothChanged(t *testing.T) {
	r := newRig(t).named()
	first, second := r.desk.Plan().Needs[0].ID, r.desk.Plan().Needs[1].ID
	both := func(one, two string) func(*edit.Change) error {
		return func(c *edit.Change) error {
			if err := retitle(first, one)(c); err != nil {
				return err
			}
			return retitle(second, two)(c)
		}
	}
	r.away("/copy.commonplan", both("The yard floods", "Few come in winter"))
	if err := r.desk.Edit("edit.change.need", both("The yard is hot", "Few come in summer")); err != nil {
		t.Fatal(err)
	}
	r.window.open("/copy.commonplan")
	r.wait("it is offered", r.dialog)
	r.press("See what is new")
	r.press("Bring in all 2")
	r.wait("there is something to settle", func() bool { return r.window.step == stepSettle })

	r.typed(fyne.KeyReturn)
	if got := len(r.desk.Unsettled()); got != 2 {
		t.Errorf("Enter on arrival leaves %d of 2 things to settle", got)
	}
	r.typed(fyne.Key1)
	r.typed(fyne.KeyReturn)
	r.window.nextArea()
	r.window.nextArea()
	r.typed(fyne.KeyReturn)
	if got := len(r.desk.Unsettled()); got != 1 {
		t.Errorf("Enter after a choice leaves %d things to settle, want 1", got)
	}
}

func TestACopyChosenWithOpenIsOfferedBeforeItTakesThePlansPlace(t *testing.T) {
	r := newRig(t).named()
	r.away("/copy.commonplan", retitle(r.desk.Plan().Needs[0].ID, "The yard floods"))
	r.ask.path = "/copy.commonplan"

	r.window.openFile()
	r.wait("it is offered", r.dialog)

	if r.desk.Path() != "/plan.commonplan" || !r.says("“copy.commonplan” holds the plan you have open from “plan.commonplan”.") {
		t.Errorf("open is %q", r.desk.Path())
	}
}

func TestOnesOwnPlanIsOpenedByEnterAndACopyThatCameHomeLookedAt(t *testing.T) {
	r := newRig(t).named()
	r.away("/copy.commonplan", retitle(r.desk.Plan().Needs[0].ID, "The yard floods"))
	main := func() string {
		r.wait("it is offered", r.dialog)
		focused, _ := r.window.Window().Canvas().Focused().(*look.Button)
		if focused == nil {
			return ""
		}
		return focused.Text()
	}

	r.window.open("/copy.commonplan")
	if got := main(); got != "See what is new" {
		t.Errorf("the main way on with a copy that came home is %q", got)
	}
	r.press("Open it instead")
	r.wait("the copy is open", func() bool { return r.desk.Path() == "/copy.commonplan" })
	r.window.open("/plan.commonplan")
	if got := main(); got != "Open it instead" {
		t.Errorf("the main way on with one’s own plan is %q", got)
	}
}

func TestOnlyWhatIsChosenComesIn(t *testing.T) {
	r := newRig(t).named()
	first, second := r.desk.Plan().Needs[0], r.desk.Plan().Needs[1]
	r.away("/copy.commonplan", func(c *edit.Change) error {
		if err := retitle(first.ID, "The yard floods")(c); err != nil {
			return err
		}
		return retitle(second.ID, "Few come in winter")(c)
	})
	r.ask.path = "/copy.commonplan"
	r.window.BringIn()
	r.wait("the copy is shown", func() bool { return r.window.step == stepCopies })

	r.press("Choose…")
	looktest.Walk(r.window.middle, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Block); ok && strings.Contains(b.AccessibilityLabel(), "Few come in winter") {
			test.Tap(b)
		}
	})
	r.press("Bring in 1")
	r.wait("it is brought in", r.dialog)

	if got := r.desk.Plan().Needs; got[0].Title != "The yard floods" || got[1].Title != second.Title {
		t.Errorf("the plan says %q and %q", got[0].Title, got[1].Title)
	}
}

func TestACopyThatHoldsNothingNewSaysSo(t *testing.T) {
	r := newRig(t).named()
	r.disk.files["/old.commonplan"] = r.desk.Document()
	if err := r.desk.Edit("edit.change.need", retitle(r.desk.Plan().Needs[0].ID, "The yard is hot")); err != nil {
		t.Fatal(err)
	}

	r.window.dropped([]fyne.URI{storage.NewFileURI("/old.commonplan")})
	r.wait("it is offered", r.dialog)
	r.press("See what is new")

	if !r.says("Nothing new in this copy.") {
		t.Error("it does not say so")
	}
	r.press("OK")
	if r.window.step != insight.StepShare {
		t.Errorf("it goes on to %q", r.window.step)
	}
}

func TestAnotherPlanIsOpenedRatherThanBroughtIn(t *testing.T) {
	r := newRig(t).named()
	r.disk.files["/other.commonplan"] = modeltest.New(t).Document()

	r.window.open("/other.commonplan")
	r.wait("it is opened", func() bool { return r.desk.Path() == "/other.commonplan" })

	r.ask.path = "/plan.commonplan"
	r.window.BringIn()
	r.wait("it is refused", r.dialog)
	if !r.says("is another plan, not a copy of this one") {
		t.Error("it does not say why")
	}
}

func TestASecondCopyOfASyncProgramIsOfferedOnce(t *testing.T) {
	r := newRig(t).named()
	r.away("/plan (conflicted copy 2026-05-03 101112).commonplan", retitle(r.desk.Plan().Needs[0].ID, "The yard floods"))

	r.window.open("/plan.commonplan")
	r.wait("it is offered", r.dialog)
	if !r.says("There is a second copy beside your plan") {
		t.Fatal("something else is asked")
	}
	r.press("See what is new")

	if r.window.step != stepCopies || !r.says("The secretary renamed") {
		t.Error("what is new in it is not shown")
	}
}

func TestAPlanFromTheMailProgramsFolderAsksForAPlaceOfItsOwn(t *testing.T) {
	r := newRig(t)
	r.disk.files["/tmp/mail/plan.commonplan"] = modeltest.New(t).Document()
	r.ask.path = "/home/ana/plan.commonplan"

	r.window.open("/tmp/mail/plan.commonplan")
	r.wait("it asks", r.dialog)
	if r.desk.Path() != "" || len(r.desk.Recent()) != 0 {
		t.Errorf("it would be saved to %q; recent: %v", r.desk.Path(), r.desk.Recent())
	}
	r.press("Choose a place…")
	r.wait("it is saved", func() bool { return r.desk.Path() == r.ask.path })
}

func TestAPlanOfSomebodyElseSaysOnceHowToSendItBack(t *testing.T) {
	sender := newRig(t).named()
	sender.away("/from the secretary.commonplan", retitle(sender.desk.Plan().Needs[0].ID, "The yard floods"))
	r := newRig(t)
	r.disk.files["/copy.commonplan"] = sender.disk.files["/from the secretary.commonplan"]

	r.window.open("/copy.commonplan")
	r.wait("it says so", r.dialog)
	if !r.says("A plan from The secretary") || !r.says("open “Share” and make a copy") {
		t.Fatal("it says something else")
	}
	r.press("OK")
	r.window.read("/copy.commonplan")
	r.wait("it is open again", r.desk.IsOpen)
	if r.dialog() {
		t.Error("it says so again")
	}
}

func TestTheMergeCanBeTakenBackAfterMoreWork(t *testing.T) {
	r := newRig(t).named()
	first, second := r.desk.Plan().Needs[0], r.desk.Plan().Needs[1]
	r.away("/copy.commonplan", retitle(first.ID, "The yard floods"))
	r.ask.path = "/copy.commonplan"
	r.window.BringIn()
	r.wait("the copy is shown", func() bool { return r.window.step == stepCopies })
	r.press("Bring it in")
	r.wait("it is brought in", r.dialog)
	r.press("OK")
	if err := r.desk.Edit("edit.change.need", retitle(second.ID, "Few come")); err != nil {
		t.Fatal(err)
	}

	r.window.takeBack()
	r.press("Take it back")

	if got := r.desk.Plan().Needs; got[0].Title != first.Title || got[1].Title != "Few come" {
		t.Errorf("the plan says %q and %q", got[0].Title, got[1].Title)
	}
	if !r.window.menus.takeBack.Disabled {
		t.Error("it can be taken back a second time")
	}
}

func TestACopyThatWasUndoneSaysSoAndComesInAgain(t *testing.T) {
	r := newRig(t).named()
	need := r.desk.Plan().Needs[0]
	r.away("/copy.commonplan", retitle(need.ID, "The yard floods"))
	r.ask.path = "/copy.commonplan"
	bring := func() {
		r.window.BringIn()
		r.wait("the copy is shown", func() bool { return r.window.step == stepCopies })
	}
	bring()
	r.press("Bring it in")
	r.wait("it is brought in", r.dialog)
	r.press("OK")
	r.window.undo()

	bring()
	if r.says("Everything in it is in your plan already.") || !r.says("is now called The yard floods.") {
		t.Error("it does not say what was taken back")
	}
	r.press("Bring these in again")

	if got := r.desk.Plan().Needs[0].Title; got != "The yard floods" {
		t.Errorf("the plan says %q", got)
	}
}
