package shelf_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
)

// rounds is how many saves a long-running test makes: 100 in the suite, more by an
// environment variable.
func rounds(t *testing.T, variable string, usual int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s is %q, and not a number", variable, text)
	}
	return n
}

// slots is how many needs each of two processes writes, one after the other.
const slots = 20

// worker is one of two processes that work on one file: it writes its needs and saves at
// random moments, as often as it is told, and joins what the other saved.
func worker(t *testing.T, path, name string, saves int) {
	t.Helper()
	seed, err := strconv.ParseUint(os.Getenv("COMMONPLAN_SEED"), 10, 8)
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(seed, 7))
	s := shelf.New(store.OS, t.TempDir(), shelf.Owner{Host: name}, time.Now)
	opened, err := s.Open(path, "")
	if err != nil {
		t.Fatal(err)
	}
	project, err := edit.Open(opened.Doc, modeltest.Source(byte(seed)))
	if err != nil {
		t.Fatal(err)
	}
	seen := opened.Seen
	for i := range saves {
		id := model.ID(fmt.Sprintf("%s%d", name, i%slots))
		need := &model.Need{Base: model.Base{ID: id}, Title: fmt.Sprintf("%s %d", name, i)}
		err := project.Edit("edit.add.need", func(c *edit.Change) error {
			if before := c.Plan().Item(id); before != nil {
				need.Position = before.Head().Position
				return c.Put(need)
			}
			_, err := c.Add(need)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		doc := project.Document()
		saved, err := s.Save(path, doc, seen)
		if err != nil {
			t.Fatal(err)
		}
		if saved.Path != path {
			t.Fatalf("round %d: saved as %s: %v", i, saved.Path, saved.Told)
		}
		if saved.Joined != nil {
			if _, err := project.Take("edit.merge", doc, saved.Joined); err != nil {
				t.Fatal(err)
			}
		}
		seen = saved.Seen
		time.Sleep(time.Duration(chance.IntN(4000)) * time.Microsecond)
	}
}

// Two processes save one file at random moments, and neither loses anything. Many saves
// are made of many files: each join is kept in a file's history, which no real file
// gathers by the thousand.
func TestTwoProcessesOnOneFileLoseNothing(t *testing.T) {
	const most = 200                                      // saves of one file
	if path := os.Getenv("COMMONPLAN_FILE"); path != "" { // one of the two
		worker(t, path, os.Getenv("COMMONPLAN_NAME"), rounds(t, "COMMONPLAN_SAVES", 0))
		return
	}
	left := rounds(t, "COMMONPLAN_TWO", 100)
	for file := 0; left > 0 && !t.Failed(); file++ {
		saves := min(left, most) / 2
		twoProcesses(t, file, saves)
		left -= most
		if file%10 == 0 {
			t.Logf("%d saves are left", max(left, 0))
		}
	}
}

// twoProcesses lets two processes save a new file so often, and looks what it says then.
func twoProcesses(t *testing.T, file, saves int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "hill.commonplan")
	if _, err := store.Save(store.OS, path, modeltest.New(t).Document(), store.Seen{}); err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var said [2]bytes.Buffer
	var running []*exec.Cmd
	var want []string
	for i, name := range []string{"Anna", "Bert"} {
		one := exec.Command(program, "-test.run", "^TestTwoProcessesOnOneFileLoseNothing$")
		one.Env = append(os.Environ(), "COMMONPLAN_FILE="+path, "COMMONPLAN_NAME="+name,
			fmt.Sprintf("COMMONPLAN_SAVES=%d", saves), fmt.Sprintf("COMMONPLAN_SEED=%d", (2*file+i)%256))
		one.Stdout, one.Stderr = &said[i], &said[i]
		if err := one.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, one)
		for n := max(0, saves-slots); n < saves; n++ {
			want = append(want, fmt.Sprintf("%s %d", name, n))
		}
	}
	for i, one := range running {
		if err := one.Wait(); err != nil {
			t.Fatalf("%v\n%s", err, &said[i])
		}
	}
	doc, _, err := store.Open(store.OS, path)
	if err != nil {
		t.Fatal(err)
	}
	got := needs(doc)
	for _, title := range want {
		if !slices.Contains(got, title) {
			t.Errorf("%q is lost", title)
		}
	}
}
