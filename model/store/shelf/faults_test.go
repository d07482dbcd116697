package shelf_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/backup"
	"commonplan/model/store/journal"
	"commonplan/model/store/shelf"
	"commonplan/model/store/storetest"
)

// operation is one of the things that are done with the disk. Prepared once, it runs on
// any number of copies of one disk.
type operation struct {
	disk *storetest.Disk
	// run does it, and says where the project is now; an error is allowed, a lie is not.
	run func(*storetest.Disk) (path string, err error)
	// promised are the needs that must be there before it; done those after it.
	promised, done []string
}

// prepared is a project with a saved need, and a journal with another.
func prepared(t testing.TB) (disk *storetest.Disk, project *edit.Project, seen store.Seen) {
	t.Helper()
	disk = storetest.New("/home")
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "Saved first"})
	seen, err := store.Save(disk, hill, b.Document(), store.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	b.Add(&model.Need{Title: "Saved"})
	if seen, err = store.Save(disk, hill, b.Document(), seen); err != nil {
		t.Fatal(err)
	}
	return disk, b.Project(), seen
}

func add(t testing.TB, project *edit.Project, title string) {
	t.Helper()
	err := project.Edit("edit.add.need", func(c *edit.Change) error {
		_, err := c.Add(&model.Need{Title: title})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// journalled gives a journal in which a need was noted, on a copy of the disk.
func journalled(disk *storetest.Disk, base, noted *model.Document) (*journal.Journal, error) {
	h := journal.Header{Project: base.ID, Path: hill, Began: modeltest.Now()}
	j := journal.Begin(disk, home+"/journal", h, base, nil, modeltest.Now)
	return j, j.Write(noted)
}

// operations are the five things done with the disk.
func operations(t testing.TB) map[string]operation {
	t.Helper()
	all := map[string]operation{}
	{
		disk, project, seen := prepared(t)
		add(t, project, "New")
		all["save"] = operation{disk, saving(project.Document(), seen), []string{"Saved first", "Saved"}, []string{"Saved first", "Saved", "New"}}
	}
	{
		disk, project, seen := prepared(t)
		add(t, project, "New")
		doc := project.Document().Clone()
		doc.Format = model.Format + 1
		all["migrate"] = operation{disk, saving(doc, seen), []string{"Saved first", "Saved"}, []string{"Saved first", "Saved", "New"}}
	}
	{
		disk, project, _ := prepared(t)
		base := project.Document()
		add(t, project, "Noted")
		noted := project.Document()
		add(t, project, "New")
		run := func(disk *storetest.Disk) (string, error) {
			j, err := journalled(disk, base, noted)
			if err == nil {
				err = j.Write(project.Document())
			}
			return hill, errors.Join(err, j.Leave())
		}
		all["journal"] = operation{disk, run, []string{"Saved first", "Saved"}, []string{"Saved first", "Saved", "Noted", "New"}}
	}
	{
		disk, project, _ := prepared(t)
		run := func(disk *storetest.Disk) (string, error) {
			return hill, backup.Keep(disk, home+"/versions", project.Document(), nil, backup.Saved, modeltest.Now())
		}
		all["backup"] = operation{disk, run, []string{"Saved first", "Saved"}, []string{"Saved first", "Saved"}}
	}
	{
		disk, project, seen := prepared(t)
		earlier := project.Document()
		add(t, project, "Saved since")
		var err error
		if seen, err = store.Save(disk, hill, project.Document(), seen); err != nil {
			t.Fatal(err)
		}
		run := func(disk *storetest.Disk) (string, error) { return restoring(disk, project.Document(), earlier, seen) }
		all["restore"] = operation{disk, run, []string{"Saved first", "Saved"}, []string{"Saved first", "Saved"}}
	}
	return all
}

// saving saves as the app does, with the work in the journal meanwhile.
func saving(doc *model.Document, seen store.Seen) func(*storetest.Disk) (string, error) {
	return func(disk *storetest.Disk) (string, error) {
		saved, err := shelf.New(disk, home, anna, modeltest.Now).Save(hill, doc, seen)
		return saved.Path, err
	}
}

// restoring keeps the present version, brings an earlier one back, and saves.
func restoring(disk *storetest.Disk, now, earlier *model.Document, seen store.Seen) (string, error) {
	s := shelf.New(disk, home, anna, modeltest.Now)
	s.Keep(now, nil, backup.BeforeRestore)
	project, err := edit.Open(now, modeltest.Source(50))
	if err != nil {
		return hill, err
	}
	if err := project.Edit("edit.restore", func(c *edit.Change) error { return c.BringBack(earlier) }); err != nil {
		return hill, err
	}
	saved, err := s.Save(hill, project.Document(), seen)
	return saved.Path, err
}

// faultOf says what is wrong with a disk after an operation was tried on it; "" is
// nothing: the project opens with everything that was promised, every earlier version in
// the list is whole, and nothing half written lies about.
func (o operation) faultOf(disk *storetest.Disk, path string, said error) string {
	disk = disk.Clone()
	disk.Fail, disk.Room = nil, -1
	s := shelf.New(disk, home, anna, modeltest.Now)
	opened, err := s.Open(path, "")
	if err != nil {
		return fmt.Sprintf("the project does not open: %v", err)
	}
	doc := opened.Doc
	if opened.Back != nil {
		doc = opened.Back.Joined
	}
	want := o.promised
	if said == nil {
		want = o.done
	}
	got := needs(doc)
	for _, title := range want {
		if !slices.Contains(got, title) {
			return fmt.Sprintf("%q is lost (said: %v): %q", title, said, got)
		}
	}
	versions, err := s.Versions(doc.ID)
	if err != nil {
		return fmt.Sprintf("the earlier versions cannot be listed: %v", err)
	}
	for _, v := range versions {
		if _, err := v.Read(nil); err != nil {
			return fmt.Sprintf("an earlier version in the list is not whole: %v", err)
		}
	}
	return leftOver(disk)
}

func leftOver(disk *storetest.Disk) string {
	for _, name := range disk.Names() {
		if strings.HasSuffix(name, ".tmp") {
			return name + " is left over"
		}
	}
	return ""
}

// isSentence makes sure that an error of saving is one that can be shown.
func isSentence(err error) bool {
	var problem *model.Problem
	return err == nil || errors.As(err, &problem)
}

func TestIfAnyOperationOfTheDiskFailsNothingIsLost(t *testing.T) {
	for name, o := range operations(t) {
		for _, fault := range []error{syscall.EIO, syscall.ENOSPC, syscall.EACCES, io.ErrShortWrite} {
			for n := 1; ; n++ {
				disk := o.disk.Clone()
				disk.Fail = storetest.Nth(n, fault)
				path, err := o.run(disk)
				if wrong := o.faultOf(disk, path, err); wrong != "" {
					t.Fatalf("%s, %v at operation %d: %s", name, fault, n, wrong)
				}
				if name == "save" && !isSentence(err) {
					t.Fatalf("%s, %v at operation %d: the error is %v", name, fault, n, err)
				}
				if len(disk.Ops) < n {
					break
				}
			}
		}
	}
}

func TestADiskThatIsFullAfterAnyByteLosesNothing(t *testing.T) {
	for name, o := range operations(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			good := map[[sha256.Size]byte]bool{} // what was found good need not be read again
			for room := 0; ; room++ {
				disk := o.disk.Clone()
				disk.Room = room
				path, err := o.run(disk)
				if state := stateOf(disk, path, err); !good[state] {
					if wrong := o.faultOf(disk, path, err); wrong != "" {
						t.Fatalf("room for %d bytes: %s", room, wrong)
					}
					good[state] = true
				}
				if err == nil && disk.Room > 0 {
					t.Logf("%d sizes of disk, %d states", room, len(good))
					return
				}
			}
		})
	}
}

// stateOf tells the states of a disk apart, and what was said of them.
func stateOf(disk *storetest.Disk, path string, said error) (state [sha256.Size]byte) {
	h := sha256.New()
	for _, name := range disk.Names() {
		_, _ = fmt.Fprintf(h, "%s %d ", name, len(disk.Get(name)))
		_, _ = h.Write(disk.Get(name))
	}
	_, _ = fmt.Fprint(h, path, said == nil)
	return [sha256.Size]byte(h.Sum(nil))
}
