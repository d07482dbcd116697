package desk_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
	"commonplan/model/store/storetest"
	"commonplan/model/words"
	"commonplan/ui/desk"
)

// memory is a disk that remembers how it was asked to save.
type memory struct {
	saved map[string]store.Seen // by path, what was said to have been seen
	keys  map[string]*file.Key  // by path, what it was protected with
	there store.Seen            // what it says it holds after a save
	fails error
}

func (m *memory) Open(string, string) (shelf.Opened, error) {
	return shelf.Opened{}, errors.New("nothing here")
}

func (m *memory) Save(path string, _ *model.Document, seen store.Seen) (shelf.Saved, error) {
	m.saved[path], m.keys[path] = seen, seen.Key()
	return shelf.Saved{Path: path, Seen: m.there.WithKey(seen.Key())}, m.fails
}

func (m *memory) Read(path, password string) (*model.Document, error) {
	o, err := m.Open(path, password)
	return o.Doc, err
}

func (m *memory) WriteCopy(path string, doc *model.Document, key *file.Key) error {
	_, err := m.Save(path, doc, store.Overwriting().WithKey(key))
	return err
}

func (m *memory) Lock(before *file.Key, password string) (*file.Key, error) {
	return before.Renew(password, file.LeastEffort)
}

func (m *memory) Salvage(string, string) (*model.Document, file.Salvaged, *file.Key, error) {
	return nil, file.Salvaged{}, nil, m.fails
}

func (m *memory) ReadPicture(string) ([]byte, error) { return nil, m.fails }

func (m *memory) WriteOutput(string, []byte) error { return m.fails }

func (m *memory) Beside(string) ([]string, error) { return nil, nil }

// forgetful are settings that remember the last file only.
type forgetful struct{ last desk.Recent }

func (f *forgetful) Recent() []desk.Recent  { return nil }
func (f *forgetful) Remember(r desk.Recent) { f.last = r }
func (f *forgetful) Forget(string)          {}
func (f *forgetful) SetWho(string)          {}

type rig struct {
	*desk.Desk
	disk  *memory
	about *forgetful
	later chan func()
}

func newRig(t *testing.T) rig {
	t.Helper()
	r := rig{disk: &memory{saved: map[string]store.Seen{}, keys: map[string]*file.Key{}}, about: &forgetful{}, later: make(chan func(), 10)}
	r.Desk = desk.New(words.English(), modeltest.Source(2), r.disk, r.about, func(f func()) { r.later <- f })
	if err := r.Begin("Warm Hall", "Low Street", ""); err != nil {
		t.Fatal(err)
	}
	return r
}

// save saves and waits until it is done.
func (r rig) save(t *testing.T, how func(then func(error))) error {
	t.Helper()
	var result error
	how(func(err error) { result = err })
	select {
	case f := <-r.later:
		f()
	case <-time.After(10 * time.Second):
		t.Fatal("saving does not end")
	}
	return result
}

func (r rig) rename(t *testing.T, name string) {
	t.Helper()
	if err := r.Edit("edit.change.project", func(c *edit.Change) error {
		p := model.Clone(c.Plan().Project)
		p.Name = name
		return c.Put(p)
	}); err != nil {
		t.Fatal(err)
	}
}

func TestANameThatWasCompletedMustBeFree(t *testing.T) {
	r := newRig(t)
	_ = r.save(t, func(then func(error)) { r.SaveAs("/a.commonplan", then) })
	_ = r.save(t, func(then func(error)) { r.SaveAs("/b", then) })

	if r.disk.saved["/a.commonplan"] != store.Overwriting() {
		t.Error("the name the person agreed to may not replace what is there")
	}
	if seen, ok := r.disk.saved["/b.commonplan"]; !ok || seen != (store.Seen{}) {
		t.Errorf("“/b” was saved as /b.commonplan: %v, and may replace what is there: %v", ok, seen)
	}
}

// seenSomewhere is what some file holds.
func seenSomewhere(t *testing.T) store.Seen {
	t.Helper()
	seen, err := store.Save(storetest.New("/"), "/a", modeltest.New(t).Document(), store.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

func TestTheNextSaveSaysWhatTheLastOneLeft(t *testing.T) {
	r := newRig(t)
	r.disk.there = seenSomewhere(t)
	_ = r.save(t, func(then func(error)) { r.SaveAs("/a.commonplan", then) })
	r.rename(t, "Warmer Hall")
	_ = r.save(t, r.Save)

	if got := r.disk.saved["/a.commonplan"]; got != r.disk.there {
		t.Errorf("it was told %v", got)
	}
}

func TestWhatChangesWhileItIsBeingSavedStaysUnsaved(t *testing.T) {
	r := newRig(t)
	_ = r.save(t, func(then func(error)) {
		r.SaveAs("/a.commonplan", then)
		r.rename(t, "Warmer Hall")
	})
	if state, _ := r.State(); state != desk.Unsaved {
		t.Errorf("the state is %v", state)
	}
}

func TestAFileNameHasNothingInItThatDisksRefuse(t *testing.T) {
	r := newRig(t)
	for name, want := range map[string]string{
		`Open: "door" days?`: "Open door days", "  ..hidden.. ": "hidden", "": "Our plan", "a/b\\c": "abc", "Tŷ ŵyl": "Tŷ ŵyl",
	} {
		r.rename(t, name)
		if got := r.SuggestedName(); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
	}
}

func TestAPlanWithoutNameOrFileIsCalledSomething(t *testing.T) {
	r := newRig(t)
	r.rename(t, "")
	if got := r.Name(); got != "Our plan" {
		t.Errorf("it is called %q", got)
	}
}

func TestPlansOfOneNameAreToldApartByTheirFilesAndFolders(t *testing.T) {
	names := desk.NamesOf(words.English(), []desk.Recent{
		{Name: "Open Door Days", Path: "/home/hill.commonplan"},
		{Name: "Open Door Days", Path: "/media/VALLEY/hill.commonplan"},
		{Name: "Open Door Days", Path: "/home/road.commonplan"},
		{Name: "Good Plates", Path: "/home/plates.commonplan"},
	})

	want := []string{"Open Door Days (home/hill.commonplan)", "Open Door Days (VALLEY/hill.commonplan)", "Open Door Days (road.commonplan)", "Good Plates"}
	if !slices.Equal(names, want) {
		t.Errorf("they are called %q", names)
	}
}
