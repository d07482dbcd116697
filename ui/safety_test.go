package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
	"commonplan/model/store/storetest"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

const hall = "/home/hall.commonplan"

// onShelf is the disk of memory with the real shelf for what it opens and saves.
type onShelf struct {
	*memory
	*shelf.Shelf
}

func (o onShelf) Open(path, password string) (shelf.Opened, error) {
	return o.Shelf.Open(path, password)
}

func (o onShelf) Save(path string, doc *model.Document, seen store.Seen) (shelf.Saved, error) {
	return o.Shelf.Save(path, doc, seen)
}

// kept is a window whose work is kept safe on a disk of memory.
func kept(t *testing.T, disk *storetest.Disk, pause time.Duration) *rig {
	t.Helper()
	app := test.NewTempApp(t)
	listen(t)
	r := &rig{t: t, disk: newMemory(), ask: &answers{path: hall}, later: make(chan func(), 100)}
	s := shelf.New(disk, "/home/app", shelf.Owner{Host: "here"}, modeltest.Now)
	r.desk = desk.New(words.English(), modeltest.Source(9), onShelf{r.disk, s}, NewSettings(app), func(f func()) { r.later <- f })
	r.desk.KeepSafe(s, pause, NewSettings(app).Autosaves)
	t.Cleanup(r.desk.Shut)
	r.window = NewWindow(app, r.desk, Outside{Documents: "/home"})
	r.window.chooser = r.ask
	r.window.Window().Resize(fyne.NewSize(1280, 800))
	return r
}

// hallOnDisk gives a disk with a plan of one need.
func hallOnDisk(t *testing.T) *storetest.Disk {
	t.Helper()
	disk := storetest.New("/home")
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "The hall is cold"})
	if _, err := store.Save(disk, hall, b.Document(), store.Seen{}); err != nil {
		t.Fatal(err)
	}
	return disk
}

func (r *rig) open(path string) *rig {
	r.t.Helper()
	r.window.read(path)
	r.wait("the plan is open", r.desk.IsOpen)
	return r
}

func (r *rig) retitle(title string) {
	r.t.Helper()
	need := model.Clone(r.desk.Plan().Needs[0])
	need.Title = title
	if err := r.desk.Edit("edit.change.need", func(c *edit.Change) error { return c.Put(need) }); err != nil {
		r.t.Fatal(err)
	}
}

// reads tells whether a text can be read in the topmost dialog, or in the window.
func (r *rig) reads(text string) bool {
	canvas := r.window.Window().Canvas()
	root := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		root = top
	}
	found := false
	looktest.Walk(root, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Text:
			found = found || strings.Contains(o.String(), text)
		case *look.ListRow:
			found = found || strings.Contains(o.Data().Title+o.Data().Second+o.Data().Note, text)
		case *look.StatusItem:
			found = found || strings.Contains(o.AccessibilityLabel(), text)
		}
	})
	return found
}

func (r *rig) awaitText(text string) {
	r.t.Helper()
	r.wait("“"+text+"” can be read", func() bool { return r.reads(text) })
}

func TestWhatWasNotSavedComesBackAtTheNextStartAndIsTold(t *testing.T) {
	disk := hallOnDisk(t)
	first := kept(t, disk, time.Hour).open(hall)
	first.retitle("The hall is freezing")
	if err := first.desk.Noted(); err != nil {
		t.Fatal(err)
	}

	second := kept(t, disk.Clone(), time.Hour)
	second.window.RecoverAtStart()

	second.awaitText("We put back 1 change")
	if !second.reads("The hall is freezing") {
		t.Error("the list does not say what came back")
	}
	second.press("OK")
	if got := second.desk.Plan().Needs[0].Title; got != "The hall is freezing" || second.desk.IsSafe() {
		t.Errorf("the need is %q, and passes for saved: %v", got, second.desk.IsSafe())
	}
}

func TestAfterAPauseTheFileIsSavedByItselfUnlessThatIsNotWanted(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Millisecond).open(hall)
	r.retitle("The hall is freezing")
	r.wait("it is saved", func() bool { state, _ := r.desk.State(); return state == desk.AllSaved })

	r.window.toggleAutosave()
	r.retitle("The hall is warm")
	time.Sleep(20 * time.Millisecond)
	for len(r.later) > 0 {
		(<-r.later)()
	}
	if state, _ := r.desk.State(); state != desk.Unsaved {
		t.Errorf("the state is %v", state)
	}
}

func TestADiskThatTakesNothingIsSaidInTheLineAtTheFoot(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Hour).open(hall)
	disk.Break(storetest.On("write", errBroken))
	r.retitle("The hall is freezing")
	r.wait("it is said", func() bool { state, _ := r.desk.State(); return state == desk.AtRisk })
	if !r.reads("Changes are not safe") {
		t.Error("the line at the foot does not say so")
	}
	disk.Break(nil)
	r.retitle("The hall is warm")
	r.wait("it is well again", func() bool { state, _ := r.desk.State(); return state == desk.Unsaved })
}

var errBroken = model.NewProblem("problem.save.failed")

func TestWhatSomebodyElseSavedComesInAndIsTold(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Hour).open(hall)
	doc, seen, err := store.Open(disk, hall)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := edit.Open(doc, modeltest.Source(40))
	if err != nil {
		t.Fatal(err)
	}
	if err := theirs.SetText("project", "council", "Kingsmere"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Save(disk, hall, theirs.Document(), seen); err != nil {
		t.Fatal(err)
	}
	r.retitle("The hall is freezing")

	r.window.save()
	r.awaitText("Somebody else had changed")

	if got := r.desk.Plan().Project.Council; got != "Kingsmere" || !r.desk.IsSafe() {
		t.Errorf("the council is %q, all is saved: %v", got, r.desk.IsSafe())
	}
}

func TestAnEarlierVersionIsReadAndBroughtBack(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Hour).open(hall)
	r.retitle("The hall is freezing")
	r.window.save()
	r.wait("it is saved", r.desk.IsSafe)
	r.retitle("A mistake")

	r.window.showVersions()
	r.awaitText("1 need · 0 activities")
	var row *look.ListRow
	looktest.Walk(r.window.Window().Canvas().Content(), func(o fyne.CanvasObject) {
		if found, ok := o.(*look.ListRow); ok && strings.Contains(found.Data().Second, "1 need") {
			row = found
		}
	})
	test.Tap(row)
	r.awaitText("The title: “The hall is freezing”")

	r.press("Read this version")
	if !r.desk.IsReading() || !r.reads("You can read and print it") || !r.reads("only: an earlier version") || r.desk.Plan().Needs[0].Title != "The hall is freezing" {
		t.Fatal("the version is not open for reading")
	}
	if err := r.desk.Edit("edit.add.need", func(c *edit.Change) error { return nil }); err == nil {
		t.Error("a version can be changed")
	}
	r.press("Back to today’s version")
	if r.desk.IsReading() || r.desk.Plan().Needs[0].Title != "A mistake" {
		t.Fatal("the present version did not come back")
	}
	r.awaitText("1 need · 0 activities")
	looktest.Walk(r.window.Window().Canvas().Content(), func(o fyne.CanvasObject) {
		if found, ok := o.(*look.ListRow); ok && strings.Contains(found.Data().Second, "1 need") {
			row = found
		}
	})
	test.Tap(row)
	r.awaitText("The title: “The hall is freezing”")
	r.press("Bring back")
	if got := r.desk.Plan().Needs[0].Title; got != "The hall is freezing" {
		t.Errorf("the need is %q", got)
	}
	r.window.undo()
	if got := r.desk.Plan().Needs[0].Title; got != "A mistake" {
		t.Errorf("after undo the need is %q", got)
	}
}

func TestWhatCanOnlyBeReadIsNotSavedElsewhereOrGivenAPassword(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Hour).open(hall)
	if err := r.desk.ReadEarlier(r.desk.Document(), modeltest.Now()); err != nil {
		t.Fatal(err)
	}

	for what, do := range map[string]func(){"save": r.window.save, "save as": r.window.saveAs, "protect": r.window.protect} {
		do()
		if !r.reads("You can read and print it") || r.reads("Save it elsewhere…") {
			t.Errorf("%s does not say that it can only be read", what)
		}
		r.press("OK")
	}

	var refused error
	r.desk.SaveAs("/home/other.commonplan", func(err error) { refused = err })
	if refused == nil || r.ask.asked != 0 || disk.Get("/home/other.commonplan") != nil {
		t.Errorf("asked %d times for a place, error %v", r.ask.asked, refused)
	}
}

func TestWhatIsTypedIntoAnEarlierVersionNeverReachesThePresentOne(t *testing.T) {
	r := kept(t, hallOnDisk(t), time.Hour).open(hall)
	if err := r.desk.ReadEarlier(r.desk.Document(), modeltest.Now()); err != nil {
		t.Fatal(err)
	}
	r.window.GoTo(insight.StepNeeds)

	title := r.field("The need, in one sentence")
	title.Focus()
	test.Type(title.Entry, "x")
	shown := title.Text()
	r.press("OK")
	r.write("How many people?", "41")
	r.window.closeProject()

	if shown != "The hall is cold" {
		t.Errorf("the field shows %q, which nobody stored", shown)
	}
	if !r.desk.IsSafe() || r.reads("Save your changes first?") {
		t.Error("there is something to save, although nothing was changed")
	}
}

func TestChangesThatAreLetGoStayAmongTheEarlierVersions(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Hour).open(hall)
	r.retitle("Let go")
	r.window.closeProject()
	r.press("Do not save")
	r.desk.Shut()
	again := kept(t, disk, time.Hour).open(hall)
	var found []desk.Earlier
	again.desk.Versions(func(all []desk.Earlier, _ error) { found = all })
	again.wait("the versions are listed", func() bool { return found != nil })
	if found[0].Why != "drop" {
		t.Errorf("the versions are %+v", found)
	}
}

func TestAPlanOfANewerVersionSaysSoFromTheStart(t *testing.T) {
	r := newRig(t)
	doc := modeltest.New(t).Document()
	r.disk.files["/new.commonplan"] = doc
	r.disk.readOnly = model.NewProblem("open.newer", "File", "new.commonplan")
	r.window.read("/new.commonplan")
	r.wait("the plan is open", r.desk.IsOpen)

	if !r.reads("made with a newer Commonplan") {
		t.Error("nothing says so")
	}
	if state, _ := r.desk.State(); state != desk.ForReading {
		t.Errorf("the state is %v", state)
	}
	r.press("Print…")
	if _, err := file.Encode(doc); err != nil || !r.desk.IsSafe() {
		t.Error("it is not left alone")
	}
}

func TestBesideADamagedFileTheVersionBeforeIsOffered(t *testing.T) {
	disk := hallOnDisk(t)
	r := kept(t, disk, time.Hour).open(hall)
	r.retitle("The hall is freezing")
	r.window.save()
	r.wait("it is saved", r.desk.IsSafe)
	r.window.closeProject()
	disk.Put(hall, disk.Get(hall)[:200], 0o644)

	r.window.read(hall)
	r.awaitText("Beside it there is a whole version")
	r.press("Open that version")
	r.wait("it is open", r.desk.IsOpen)

	if got := r.desk.Plan().Needs[0].Title; got != "The hall is cold" || r.desk.Path() != "" {
		t.Errorf("the need is %q, and the file %q", got, r.desk.Path())
	}
}
