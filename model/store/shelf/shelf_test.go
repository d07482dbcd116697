package shelf_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
	"commonplan/model/store/storetest"
	"commonplan/model/words"
)

const (
	hill = "/home/hill.commonplan"
	home = "/home/app"
)

// person is somebody at a PC. All of them have one disk.
type person struct {
	t       testing.TB
	disk    *storetest.Disk
	shelf   *shelf.Shelf
	opened  shelf.Opened
	project *edit.Project
	notes   *shelf.Notes
	seed    byte
}

var anna = shelf.Owner{Who: "Anna", Host: "anna-pc"}

// begin gives a disk with a project on it that Anna has open.
func begin(t testing.TB) *person {
	t.Helper()
	disk := storetest.New("/home")
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "The yard is hot"})
	b.Add(&model.Activity{Title: "Plant trees"})
	if _, err := store.Save(disk, hill, b.Document(), store.Seen{}); err != nil {
		t.Fatal(err)
	}
	return open(t, disk, anna, 2)
}

func open(t testing.TB, disk *storetest.Disk, owner shelf.Owner, seed byte) *person {
	t.Helper()
	p := &person{t: t, disk: disk, shelf: shelf.New(disk, home, owner, modeltest.Now), seed: seed}
	var err error
	if p.opened, err = p.shelf.Open(hill, ""); err != nil {
		t.Fatal(err)
	}
	p.take()
	return p
}

// take puts what was opened on the desk.
func (p *person) take() {
	p.t.Helper()
	var err error
	if p.project, err = edit.Open(p.opened.Doc, modeltest.Source(p.seed)); err != nil {
		p.t.Fatal(err)
	}
	if back := p.opened.Back; back != nil {
		if ok, err := p.project.Take("edit.put_back", p.opened.Doc, back.Joined); err != nil || !ok {
			p.t.Fatalf("what came back was not taken: %v, %v", ok, err)
		}
	}
	p.notes = p.shelf.Note(&p.opened, "Open Door Days", func(error) {})
	p.t.Cleanup(p.notes.Leave)
}

// types adds a need, and notes it as the app does.
func (p *person) types(title string) {
	p.t.Helper()
	err := p.project.Edit("edit.add.need", func(c *edit.Change) error {
		_, err := c.Add(&model.Need{Title: title})
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	p.notes.Note(p.project.Document())
}

func (p *person) flush() {
	p.t.Helper()
	if err := p.notes.Flush(); err != nil {
		p.t.Fatal(err)
	}
}

func (p *person) save() shelf.Saved {
	p.t.Helper()
	saved, err := p.shelf.Save(p.opened.Path, p.project.Document(), p.opened.Seen)
	if err != nil {
		p.t.Fatal(err)
	}
	p.saved(saved)
	return saved
}

func (p *person) saved(saved shelf.Saved) {
	doc := p.project.Document()
	if saved.Joined != nil {
		if _, err := p.project.Take("edit.put_back", doc, saved.Joined); err != nil {
			p.t.Fatal(err)
		}
		doc = p.project.Document()
	}
	p.project.Saved(doc)
	p.opened.Path, p.opened.Seen = saved.Path, saved.Seen
	p.notes.Saved(saved.Path, "Open Door Days", doc, nil)
}

func needs(doc *model.Document) []string {
	var all []string
	for _, n := range model.ReadPlan(doc, nil).Needs {
		all = append(all, n.Title)
	}
	slices.Sort(all)
	return all
}

func needsIn(t testing.TB, disk *storetest.Disk, path string) []string {
	t.Helper()
	doc, _, err := store.Open(disk, path)
	if err != nil {
		t.Fatal(err)
	}
	return needs(doc)
}

func same(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// says makes sure that what is told is these sentences, each whole.
func says(t testing.TB, told []*model.Problem, keys ...string) {
	t.Helper()
	var got []string
	for _, p := range told {
		got = append(got, p.Key)
		if said := words.English().Explain(p); said == p.Key || strings.Contains(said, "<no value>") || !strings.HasSuffix(said, ".") {
			t.Errorf("%s is said as %q", p.Key, said)
		}
	}
	if !slices.Equal(got, keys) {
		t.Errorf("told are %q, want %q", got, keys)
	}
}

func TestAfterACrashWhatWasTypedIsThereAgain(t *testing.T) {
	p := begin(t)
	p.types("Nobody comes")
	p.flush()

	again := open(t, p.disk.Clone(), anna, 3)

	if again.opened.Back == nil || !again.project.Changed() {
		t.Fatal("nothing came back, or it counts as saved")
	}
	same(t, "the needs", needs(again.project.Document()), "Nobody comes", "The yard is hot")
	same(t, "what the file holds", needs(again.opened.Doc), "The yard is hot")
	again.flush()
	third := open(t, again.disk.Clone(), anna, 4)
	same(t, "the needs after a second crash", needs(third.project.Document()), "Nobody comes", "The yard is hot")
	third.save()
	third.flush()
	if fourth := open(t, third.disk.Clone(), anna, 5); fourth.opened.Back != nil {
		t.Error("what was saved came back again")
	}
}

func TestWhatIsSavedNeedNotComeBack(t *testing.T) {
	p := begin(t)
	p.types("Nobody comes")
	p.flush()
	crashed := p.disk.Clone() // before the journal was told of the save
	doc := p.project.Document()
	if _, err := p.shelf.Save(hill, doc, p.opened.Seen); err != nil {
		t.Fatal(err)
	}
	crashed.Put(hill, p.disk.Get(hill), 0o644)
	if again := open(t, crashed, anna, 3); again.opened.Back != nil {
		t.Error("what was saved came back again")
	}
}

func TestAProjectThatIsOpenElsewhereIsLeftItsJournal(t *testing.T) {
	p := begin(t)
	p.types("Nobody comes")
	p.flush()

	second := open(t, p.disk, shelf.Owner{Host: "anna-pc"}, 3)

	if second.opened.Back != nil {
		t.Error("the journal of a living process was taken")
	}
	says(t, second.opened.Told, "open.elsewhere")
}

func TestTheCourtesyOfADeadProcessIsForgotten(t *testing.T) {
	p := begin(t)
	crashed := p.disk.Clone()
	says(t, open(t, crashed, shelf.Owner{Host: "anna-pc"}, 3).opened.Told)
	says(t, open(t, crashed, shelf.Owner{Host: "bert-pc"}, 4).opened.Told, "open.elsewhere")

	p.shelf.Leave(hill)
	says(t, open(t, p.disk, shelf.Owner{Host: "bert-pc"}, 5).opened.Told)
}

func TestAFileThatSomebodyChangedIsJoinedAndTold(t *testing.T) {
	p := begin(t)
	p.types("Anna's")
	bert := open(t, p.disk, shelf.Owner{Host: "bert-pc"}, 3)
	bert.types("Bert's")
	bert.save()

	saved := p.save()

	says(t, saved.Told, "save.joined")
	same(t, "the file", needsIn(t, p.disk, hill), "Anna's", "Bert's", "The yard is hot")
	same(t, "the screen", needs(p.project.Document()), "Anna's", "Bert's", "The yard is hot")
	says(t, bert.save().Told, "save.joined")
	says(t, p.save().Told)
}

func TestWhatSomebodyElseSavedIsStillJoinedAfterADiskThatWasFull(t *testing.T) {
	p := begin(t)
	p.types("Anna's")
	bert := open(t, p.disk, shelf.Owner{Host: "bert-pc"}, 3)
	bert.types("Bert's")
	bert.save()
	p.disk.Break(storetest.On("write", syscall.ENOSPC))
	saved, err := p.shelf.Save(hill, p.project.Document(), p.opened.Seen)
	if err == nil {
		t.Fatal("a full disk took everything")
	}
	p.disk.Break(nil)

	p.opened.Seen = saved.Seen
	says(t, p.save().Told, "save.joined")

	same(t, "the file", needsIn(t, p.disk, hill), "Anna's", "Bert's", "The yard is hot")
}

func TestAFileThatBecameAnotherIsNotTouched(t *testing.T) {
	for name, there := range map[string][]byte{"no project": []byte("a letter"), "another project": otherProject(t)} {
		p := begin(t)
		p.types("Anna's")
		p.disk.Put(hill, there, 0o644)

		saved := p.save()

		says(t, saved.Told, "save.beside")
		if string(p.disk.Get(hill)) != string(there) {
			t.Errorf("%s: the file was touched", name)
		}
		same(t, name, needsIn(t, p.disk, saved.Path), "Anna's", "The yard is hot")
	}
}

func otherProject(t testing.TB) []byte {
	t.Helper()
	other, err := edit.New(modeltest.Source(77))
	if err != nil {
		t.Fatal(err)
	}
	data, err := file.Encode(other.Document())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWhatCannotBeReplacedIsSavedBesideAndGoesOnThere(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(*storetest.Disk)
		key     string
	}{
		"in use":    {func(d *storetest.Disk) { d.Fail = storetest.On("replace", syscall.EBUSY) }, "save.beside"},
		"forbidden": {func(d *storetest.Disk) { d.Fail = storetest.On("replace", fs.ErrPermission) }, "save.beside"},
		"read-only": {func(d *storetest.Disk) { d.Put(hill, d.Get(hill), 0o444) }, "save.beside_readonly"},
	} {
		p := begin(t)
		p.types("Anna's")
		before := string(p.disk.Get(hill))
		c.prepare(p.disk)

		saved := p.save()

		says(t, saved.Told, c.key)
		if string(p.disk.Get(hill)) != before || saved.Path != "/home/hill (saved 2026-08-28 19.42).commonplan" {
			t.Errorf("%s: saved as %s", name, saved.Path)
		}
		p.disk.Fail = nil
		p.types("More")
		says(t, p.save().Told)
		same(t, name, needsIn(t, p.disk, saved.Path), "Anna's", "More", "The yard is hot")
	}
}

func TestAFileThatWasMovedAwayIsWrittenAnewAndTold(t *testing.T) {
	p := begin(t)
	if err := p.disk.Remove(hill); err != nil {
		t.Fatal(err)
	}
	p.types("Anna's")
	says(t, p.save().Told, "save.anew")
	same(t, "the file", needsIn(t, p.disk, hill), "Anna's", "The yard is hot")
}

func TestWhereNothingCanBeWrittenOneSentenceSaysSoAndTheJournalHasEverything(t *testing.T) {
	for key, fail := range map[string]func(string) error{
		"problem.save.full":       storetest.On("write", syscall.ENOSPC),
		"problem.save.permission": storetest.On("create", fs.ErrPermission),
		"problem.save.protected":  storetest.On("create", syscall.EROFS),
		"problem.save.gone":       storetest.On("create", fs.ErrNotExist),
		"problem.save.name":       storetest.On("create", syscall.ENAMETOOLONG),
	} {
		p := begin(t)
		p.types("Anna's")
		p.flush()
		p.disk.Fail = fail
		_, err := p.shelf.Save(hill, p.project.Document(), p.opened.Seen)
		var problem *model.Problem
		if !errors.As(err, &problem) || problem.Key != key {
			t.Errorf("the error is %v, want %s", err, key)
		}
		p.disk.Fail = nil
		again := open(t, p.disk.Clone(), anna, 3)
		same(t, key, needs(again.project.Document()), "Anna's", "The yard is hot")
	}
}

func TestAProjectOfANewerVersionIsForReadingFromTheStart(t *testing.T) {
	p := begin(t)
	p.disk.Put(hill, newer(t, p.disk.Get(hill)), 0o644)
	opened, err := p.shelf.Open(hill, "")
	if err != nil || opened.ReadOnly == nil {
		t.Fatalf("it may be changed (error %v)", err)
	}
	says(t, opened.Told, "open.newer")
}

func TestUnsavedWorkWaitsForTheNextStart(t *testing.T) {
	disk := storetest.New("/home")
	project, err := edit.New(modeltest.Source(9))
	if err != nil {
		t.Fatal(err)
	}
	p := &person{t: t, disk: disk, shelf: shelf.New(disk, home, anna, modeltest.Now), seed: 9, project: project}
	p.opened = shelf.Opened{Doc: project.Document()}
	p.notes = p.shelf.Note(&p.opened, "New plan", func(error) {})
	t.Cleanup(p.notes.Leave)
	p.types("The yard is hot")
	p.flush()

	next := shelf.New(disk.Clone(), home, anna, modeltest.Now)
	waiting := next.Waiting()
	if len(waiting) != 1 || waiting[0].Name != "New plan" || waiting[0].Path != "" {
		t.Fatalf("waiting is %+v", waiting)
	}
	opened, err := next.Reopen(waiting[0], "")
	if err != nil || opened.Back == nil || opened.Path != "" {
		t.Fatalf("nothing came back: %+v, error %v", opened, err)
	}
	same(t, "the needs", needs(opened.Back.Joined), "The yard is hot")
}

func TestProtectedWorkWithoutAFileComesBackWithItsPassword(t *testing.T) {
	key, err := file.NewKey("correct horse", file.LeastEffort)
	if err != nil {
		t.Fatal(err)
	}
	disk := storetest.New("/home")
	project, err := edit.New(modeltest.Source(9))
	if err != nil {
		t.Fatal(err)
	}
	p := &person{t: t, disk: disk, shelf: shelf.New(disk, home, anna, modeltest.Now), seed: 9, project: project}
	p.opened = shelf.Opened{Doc: project.Document()}
	p.notes = p.shelf.Note(&p.opened, "New plan", func(error) {})
	t.Cleanup(p.notes.Leave)
	p.types("A secret need")
	p.notes.Resealed("New plan", project.Document(), key)
	p.flush()

	crashed := disk.Clone()
	for _, name := range crashed.Names() {
		if strings.Contains(string(crashed.Get(name)), "secret") {
			t.Errorf("%s can be read without the password", name)
		}
	}
	next := shelf.New(crashed, home, anna, modeltest.Now)
	waiting := next.Waiting()
	if len(waiting) != 1 {
		t.Fatalf("waiting is %+v", waiting)
	}
	for password, key := range map[string]string{"": "problem.password.needed", "wrong": "problem.password.wrong"} {
		var problem *model.Problem
		if _, err := next.Reopen(waiting[0], password); !errors.As(err, &problem) || problem.Key != key {
			t.Errorf("with the password %q the error is %v", password, err)
		}
	}
	opened, err := next.Reopen(waiting[0], "correct horse")
	if err != nil || opened.Back == nil || opened.Seen.Key() == nil {
		t.Fatalf("nothing came back: %+v, error %v", opened, err)
	}
	same(t, "the needs", needs(opened.Back.Joined), "A secret need")
}

func TestWorkOnAFileThatIsGoneComesBackFromItsEarlierVersions(t *testing.T) {
	p := begin(t)
	p.types("Saved")
	p.save()
	p.types("Not saved")
	p.flush()
	crashed := p.disk.Clone()
	if err := crashed.Remove(hill); err != nil {
		t.Fatal(err)
	}
	next := shelf.New(crashed, home, anna, modeltest.Now)
	opened, err := next.Reopen(next.Waiting()[0], "")
	if err != nil || opened.Back == nil || opened.Path != "" {
		t.Fatalf("nothing came back: %+v, error %v", opened, err)
	}
	says(t, opened.Told, "open.back_without_file")
	same(t, "the needs", needs(opened.Back.Joined), "Not saved", "Saved", "The yard is hot")
}

func TestBesideADamagedFileItsPreviousVersionIsFound(t *testing.T) {
	p := begin(t)
	p.types("Saved")
	p.save()
	p.types("Not saved")
	p.flush()
	crashed := p.disk.Clone()
	crashed.Put(hill, p.disk.Get(hill)[:300], 0o644)
	next := shelf.New(crashed, home, anna, modeltest.Now)

	opened, found := next.WholeBeside(hill)

	if !found || opened.Path != "" || opened.Back == nil {
		t.Fatalf("found: %v, %+v", found, opened)
	}
	same(t, "the version", needs(opened.Doc), "The yard is hot")
	same(t, "with the journal", needs(opened.Back.Joined), "Not saved", "The yard is hot")
	if _, found := next.WholeBeside("/home/other.commonplan"); found {
		t.Error("a version of another file was found")
	}
}

func TestManyCrashesInARowLoseNothing(t *testing.T) {
	p := begin(t)
	want := []string{"The yard is hot"}
	for i := range 12 {
		title := fmt.Sprintf("Need %d", i)
		p.types(title)
		p.flush()
		want = append(want, title)
		if i%3 == 2 {
			p.save()
		}
		p = open(t, p.disk.Clone(), anna, byte(10+i))
		same(t, title, needs(p.project.Document()), want...)
	}
}

func TestASaveThatWaitsForAnotherDoesNotWaitForEver(t *testing.T) {
	p := begin(t)
	p.disk.Fail = storetest.On("lock", syscall.ENOLCK)
	p.types("Anna's")
	p.save()
	same(t, "the file", needsIn(t, p.disk, hill), "Anna's", "The yard is hot")
}

func TestAStickSaysWhenItMayBePulledOut(t *testing.T) {
	p := begin(t)
	p.disk.Kind = store.Removable
	p.types("Anna's")
	if saved := p.save(); !saved.Stick {
		t.Error("it does not say so")
	}
	if p.shelf.Autosaves(hill) {
		t.Error("a stick is written to without being asked")
	}
}
