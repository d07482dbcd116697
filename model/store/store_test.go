package store_test

import (
	"bytes"
	"errors"
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
	"commonplan/model/store/storetest"
	"commonplan/model/words"
)

const (
	hill     = "/home/hill.commonplan"
	previous = "/home/hill (previous).commonplan"
)

// saved gives a disk with a project on it, as it is when just opened.
func saved(t *testing.T) (*storetest.Disk, *modeltest.Builder, store.Seen) {
	t.Helper()
	disk := storetest.New("/home")
	b := modeltest.New(t)
	seen, err := store.Save(disk, hill, b.Document(), store.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	disk.Ops = nil
	return disk, b, seen
}

func encoded(t *testing.T, doc *model.Document) []byte {
	t.Helper()
	data, err := file.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// refusedWith makes sure that an error is a problem of this kind, said in a whole
// sentence that names the file.
func refusedWith(t *testing.T, err error, key string) {
	t.Helper()
	var problem *model.Problem
	if !errors.As(err, &problem) || problem.Key != key {
		t.Errorf("the error is %v, want the problem %s", err, key)
		return
	}
	said := words.English().Explain(err)
	if said == key || strings.Contains(said, "<no value>") || !strings.HasSuffix(said, ".") {
		t.Errorf("%s is said as %q", key, said)
	}
}

func TestWhatIsSavedIsOpenedTheSame(t *testing.T) {
	disk, b, _ := saved(t)

	doc, seen, err := store.Open(disk, hill)

	if err != nil {
		t.Fatal(err)
	}
	modeltest.Same(t, "the plan", modeltest.Facts(model.ReadPlan(doc, nil)), modeltest.Facts(b.Plan()))
	before := bytes.Clone(disk.Get(hill))
	if _, err := store.Save(disk, hill, doc, seen); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(disk.Get(hill), before) || len(disk.Names()) != 1 {
		t.Errorf("saving what is there changed the disk: %v", disk.Names())
	}
}

func TestSavingKeepsThePreviousVersion(t *testing.T) {
	for name, links := range map[string]bool{"with links": true, "without links": false} {
		t.Run(name, func(t *testing.T) {
			disk, b, seen := saved(t)
			disk.NoLinks = !links
			var before []byte
			for range 3 {
				before = bytes.Clone(disk.Get(hill))
				b.Add(&model.Need{})
				var err error
				if seen, err = store.Save(disk, hill, b.Document(), seen); err != nil {
					t.Fatal(err)
				}
			}
			if want := []string{previous, hill}; !slices.Equal(disk.Names(), want) {
				t.Errorf("there are %v, want %v", disk.Names(), want)
			}
			if !bytes.Equal(disk.Get(previous), before) {
				t.Error("the previous version is not the one before")
			}
		})
	}
}

func TestAPreviousVersionInWhichSomebodyWorkedIsLeftAlone(t *testing.T) {
	disk, b, seen := saved(t)
	other, err := edit.Open(b.Document(), modeltest.Source(9))
	if err != nil {
		t.Fatal(err)
	}
	if err := other.SetText("project", "name", "Worked on here"); err != nil {
		t.Fatal(err)
	}
	theirs := encoded(t, other.Document())
	disk.Put(previous, theirs, 0o644)
	b.Add(&model.Need{})

	_, err = store.Save(disk, hill, b.Document(), seen)

	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(disk.Get(previous), theirs) {
		t.Error("the work in the other copy is gone")
	}
	if disk.Get("/home/hill (previous 2).commonplan") == nil {
		t.Errorf("the previous version was not kept: %v", disk.Names())
	}
}

func TestIfAnyOperationFailsTheOldFileOrTheNewIsThereWholeAndNothingElse(t *testing.T) {
	for name, prepare := range map[string]func(*storetest.Disk, []byte){
		"the first save":             func(d *storetest.Disk, _ []byte) { _ = d.Remove(hill) },
		"the second":                 func(*storetest.Disk, []byte) {},
		"a later one":                func(d *storetest.Disk, older []byte) { d.Put(previous, older, 0o644) },
		"a later one, without links": func(d *storetest.Disk, older []byte) { d.Put(previous, older, 0o644); d.NoLinks = true },
	} {
		t.Run(name, func(t *testing.T) {
			failures := 0
			for n := 1; ; n++ {
				disk, b, seen := saved(t)
				older := disk.Get(hill)
				b.Add(&model.Need{})
				if strings.HasPrefix(name, "a later") {
					disk.Put(hill, encoded(t, b.Document()), 0o644)
					_, seen, _ = store.Open(disk, hill)
					b.Add(&model.Need{})
				}
				prepare(disk, older)
				old, fresh := bytes.Clone(disk.Get(hill)), encoded(t, b.Document())
				if old == nil {
					seen = store.Seen{}
				}
				disk.Ops, disk.Fail = nil, storetest.Nth(n, syscall.EIO)

				seen, err := store.Save(disk, hill, b.Document(), seen)

				if len(disk.Ops) < n { // that was all there is to fail
					if err != nil || failures < 8 {
						t.Errorf("error %v after %d failures", err, failures)
					}
					return
				}
				failures++
				checkAfterFailure(t, disk, n, old, fresh, err)
				disk.Fail = nil
				if _, err := store.Save(disk, hill, b.Document(), seen); err != nil || !bytes.Equal(disk.Get(hill), fresh) {
					t.Errorf("saving again after operation %d failed: %v", n, err)
				}
			}
		})
	}
}

func checkAfterFailure(t *testing.T, disk *storetest.Disk, n int, old, fresh []byte, err error) {
	t.Helper()
	if got := disk.Get(hill); !bytes.Equal(got, old) && !bytes.Equal(got, fresh) {
		t.Errorf("operation %d (%s) failed: the file is neither the old one nor the new", n, disk.Ops[n-1])
	}
	for _, name := range disk.Names() {
		if name != hill && !strings.HasPrefix(name, "/home/hill (previous") {
			t.Errorf("operation %d (%s) failed: %s is left over", n, disk.Ops[n-1], name)
		}
		if _, err := file.Decode(disk.Get(name)); err != nil {
			t.Errorf("operation %d (%s) failed: %s cannot be read: %v", n, disk.Ops[n-1], name, err)
		}
	}
	var problem *model.Problem
	if err == nil && !bytes.Equal(disk.Get(hill), fresh) || err != nil && !errors.As(err, &problem) {
		t.Errorf("operation %d (%s) failed: the error is %v", n, disk.Ops[n-1], err)
	}
}

func TestAFileThatChangedMeanwhileIsNotTouched(t *testing.T) {
	disk, b, seen := saved(t)
	b.Add(&model.Need{})
	theirs := encoded(t, b.Document())
	disk.Put(hill, theirs, 0o644)
	b.Add(&model.Need{})

	_, err := store.Save(disk, hill, b.Document(), seen)

	refusedWith(t, err, "problem.save.changed")
	if !bytes.Equal(disk.Get(hill), theirs) || len(disk.Names()) != 1 {
		t.Errorf("the disk was touched: %v", disk.Names())
	}
}

func TestAFileThatIsThereIsReplacedOnlyIfThatWasSaid(t *testing.T) {
	disk := storetest.New("/home")
	letter := []byte("Dear councillor")
	disk.Put("/home/letter.txt", letter, 0o600)
	doc := modeltest.New(t).Document()

	_, err := store.Save(disk, "/home/letter.txt", doc, store.Seen{})
	refusedWith(t, err, "problem.save.exists")
	if !bytes.Equal(disk.Get("/home/letter.txt"), letter) {
		t.Fatal("the letter was touched")
	}

	if _, err := store.Save(disk, "/home/letter.txt", doc, store.Overwriting()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(disk.Get("/home/letter.txt"), encoded(t, doc)) || len(disk.Names()) != 1 {
		t.Errorf("the file was not replaced as agreed: %v", disk.Names())
	}
	if info, _ := disk.Stat("/home/letter.txt"); info.Mode() != 0o600 {
		t.Errorf("the mode is %v, want that of the old file", info.Mode())
	}
}

func TestAnotherProjectReplacedOnPurposeIsKeptAsPreviousVersion(t *testing.T) {
	disk, b, _ := saved(t)
	old := bytes.Clone(disk.Get(hill))
	b.Add(&model.Need{})

	if _, err := store.Save(disk, hill, b.Document(), store.Overwriting()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(disk.Get(previous), old) {
		t.Error("the replaced project is gone")
	}
}

func TestAFileThatWasMovedAwayIsSavedAnew(t *testing.T) {
	disk, b, seen := saved(t)
	if err := disk.Remove(hill); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Save(disk, hill, b.Document(), seen); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(disk.Get(hill), encoded(t, b.Document())) {
		t.Error("the project was not saved")
	}
}

func TestEveryRefusalOfTheDiskIsOneSentence(t *testing.T) {
	for key, c := range map[string]struct {
		op  string
		err error
	}{
		"problem.save.full":       {"write", syscall.ENOSPC},
		"problem.save.permission": {"create", fs.ErrPermission},
		"problem.save.protected":  {"create", syscall.EROFS},
		"problem.save.name":       {"replace", syscall.ENAMETOOLONG},
		"problem.save.used":       {"replace", syscall.EBUSY},
		"problem.save.failed":     {"sync", syscall.EIO},
		"problem.save.gone":       {"create", syscall.ENOENT},
	} {
		disk, b, seen := saved(t)
		old := bytes.Clone(disk.Get(hill))
		b.Add(&model.Need{})
		disk.Fail = storetest.On(c.op, c.err)

		_, err := store.Save(disk, hill, b.Document(), seen)

		refusedWith(t, err, key)
		if !bytes.Equal(disk.Get(hill), old) {
			t.Errorf("%s: the old file was touched", key)
		}
	}
}

func TestADiskThatWritesSomethingElseIsFoundOut(t *testing.T) {
	disk, b, seen := saved(t)
	old := bytes.Clone(disk.Get(hill))
	b.Add(&model.Need{})
	disk.Garble = true

	_, err := store.Save(disk, hill, b.Document(), seen)

	refusedWith(t, err, "problem.save.failed")
	if !bytes.Equal(disk.Get(hill), old) || len(disk.Names()) != 1 {
		t.Errorf("the old file was touched, or something is left over: %v", disk.Names())
	}
}

func TestAReadOnlyFileIsNotReplaced(t *testing.T) {
	disk, b, seen := saved(t)
	old := bytes.Clone(disk.Get(hill))
	disk.Put(hill, old, 0o444)
	b.Add(&model.Need{})

	_, err := store.Save(disk, hill, b.Document(), seen)

	refusedWith(t, err, "problem.save.readonly")
	refusedWith(t, store.WriteOutput(disk, hill, []byte("x")), "problem.save.readonly")
	if !bytes.Equal(disk.Get(hill), old) {
		t.Error("the file was touched")
	}
}

func TestAProjectOfANewerVersionIsNotWritten(t *testing.T) {
	disk, b, seen := saved(t)
	doc := b.Document().Clone()
	doc.Needs.Write = []string{"budgets-2"}

	_, err := store.Save(disk, hill, doc, seen)

	refusedWith(t, err, "problem.file.newer.write")
	if len(disk.Ops) != 0 {
		t.Errorf("the disk was asked: %v", disk.Ops)
	}
}

func TestWhatAFileCannotHoldIsNotSaved(t *testing.T) {
	disk, b, seen := saved(t)
	old := bytes.Clone(disk.Get(hill))
	doc := b.Document().Clone()
	doc.Parts = map[string][]byte{"media/cat.gif": []byte("GIF89a")}

	_, err := store.Save(disk, hill, doc, seen)

	refusedWith(t, err, "problem.save.encode")
	if !bytes.Equal(disk.Get(hill), old) || len(disk.Names()) != 1 {
		t.Errorf("the old file was touched, or something is left over: %v", disk.Names())
	}
}

func TestOpeningSaysWhatIsWrong(t *testing.T) {
	disk, _, _ := saved(t)
	disk.Put("/home/broken.commonplan", disk.Get(hill)[:400], 0o644)
	for path, key := range map[string]string{
		"/home/nothing.commonplan": "problem.file.gone",
		"/home":                    "problem.file.irregular",
		"/home/broken.commonplan":  "problem.file.cut",
	} {
		_, _, err := store.Open(disk, path)
		refusedWith(t, err, key)
	}
	_, _, err := store.Open(disk, "/home/broken.commonplan")
	if said := words.English().Explain(err); !strings.Contains(said, "“broken.commonplan”") {
		t.Errorf("%q does not name the file", said)
	}
}

func TestReadingStopsAtItsBound(t *testing.T) {
	disk := storetest.New("/home")
	disk.Put("/home/book.xlsx", make([]byte, 3<<20), 0o644)

	_, err := store.ReadBounded(disk, "/home/book.xlsx", 2<<20)
	refusedWith(t, err, "problem.file.large")

	data, err := store.ReadBounded(disk, "/home/book.xlsx", 3<<20)
	if err != nil || len(data) != 3<<20 {
		t.Errorf("%d bytes, error %v", len(data), err)
	}
}

func TestAnOutputIsWrittenWholeOrNotAtAll(t *testing.T) {
	for _, there := range []bool{false, true} {
		for n := 1; ; n++ {
			disk := storetest.New("/home")
			old := []byte("the old paper")
			if there {
				disk.Put("/home/paper.pdf", old, 0o644)
			}
			disk.Fail = storetest.Nth(n, syscall.ENOSPC)
			err := store.WriteOutput(disk, "/home/paper.pdf", []byte("the new paper"))
			if len(disk.Ops) < n {
				if err != nil || string(disk.Get("/home/paper.pdf")) != "the new paper" {
					t.Errorf("error %v", err)
				}
				break
			}
			got := string(disk.Get("/home/paper.pdf"))
			if got != "the new paper" && (got != "" || there) && got != string(old) || len(disk.Names()) > 1 {
				t.Errorf("operation %d failed: the paper is %q, the disk has %v", n, got, disk.Names())
			}
			if err == nil {
				t.Errorf("operation %d (%s) failed and nobody was told", n, disk.Ops[n-1])
			}
		}
	}
}

func TestAnOutputIsNotWrittenOverAProject(t *testing.T) {
	disk, _, _ := saved(t)
	old := bytes.Clone(disk.Get(hill))

	refusedWith(t, store.WriteOutput(disk, hill, []byte("%PDF")), "problem.save.project")

	if !bytes.Equal(disk.Get(hill), old) {
		t.Error("the project was touched")
	}
}
