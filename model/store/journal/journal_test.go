package journal_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store/journal"
	"commonplan/model/store/storetest"
)

const folder = "/home/app/journal"

// desk is a project at work with its journal.
type desk struct {
	t       testing.TB
	disk    *storetest.Disk
	builder *modeltest.Builder
	journal *journal.Journal
}

func newDesk(t testing.TB, key *file.Key) desk {
	t.Helper()
	b := modeltest.New(t)
	disk := storetest.New("/home")
	h := journal.Header{Project: b.Document().ID, Path: "/home/hill.commonplan", Name: "Open Door Days", Began: modeltest.Now()}
	return desk{t, disk, b, journal.Begin(disk, folder, h, b.Document(), key, modeltest.Now)}
}

// need adds a need and gives its id.
func (d desk) need(title string) model.ID { return d.builder.Add(&model.Need{Title: title}) }

func (d desk) write() {
	d.t.Helper()
	if err := d.journal.Write(d.builder.Document()); err != nil {
		d.t.Fatal(err)
	}
}

// left gives the one journal that the next start finds after a crash.
func left(t testing.TB, disk *storetest.Disk) *journal.Left {
	t.Helper()
	all, err := journal.Find(disk, folder)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d journals were found, error %v", len(all), err)
	}
	return all[0]
}

func read(t testing.TB, l *journal.Left, key *file.Key) journal.Found {
	t.Helper()
	found, err := l.Read(key)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// titles gives the titles of the needs that were noted.
func titles(found journal.Found) []string {
	if found.Doc == nil {
		return nil
	}
	var all []string
	for _, n := range model.ReadPlan(found.Doc, nil).Needs {
		all = append(all, n.Title)
	}
	slices.Sort(all)
	return all
}

func TestWhatWasNotedIsFoundAfterACrash(t *testing.T) {
	d := newDesk(t, nil)
	d.need("The yard is hot")
	d.write()
	id := d.need("Nobody comes")
	d.write()
	if err := d.builder.Project().SetText(string(id), "title", "Nobody comes in winter"); err != nil {
		t.Fatal(err)
	}
	d.write()

	l := left(t, d.disk.Clone())
	found := read(t, l, nil)

	if got, want := titles(found), []string{"Nobody comes in winter", "The yard is hot"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if l.Path != "/home/hill.commonplan" || l.Name != "Open Door Days" || found.Cut || !found.Last.Equal(modeltest.Now()) {
		t.Errorf("the journal says %+v, noted until %v, cut off: %v", l.Header, found.Last, found.Cut)
	}
	if _, whole := found.Doc.Records[model.ProjectID]; whole {
		t.Error("a record that did not change was noted")
	}
	if len(found.Doc.History[id]) != 1 || len(found.Doc.Sessions) != 0 {
		t.Errorf("noted with it are %d earlier values and the sessions %v", len(found.Doc.History[id]), found.Doc.Sessions)
	}
}

func TestAJournalWithALivingOwnerIsLeftAlone(t *testing.T) {
	d := newDesk(t, nil)
	d.need("The yard is hot")
	d.write()

	if all, err := journal.Find(d.disk, folder); err != nil || len(all) != 0 {
		t.Fatalf("%d journals were taken from their owner (error %v)", len(all), err)
	}
	if err := d.journal.Leave(); err != nil {
		t.Fatal(err)
	}
	l := left(t, d.disk)
	if again, err := journal.Find(d.disk, folder); err != nil || len(again) != 0 {
		t.Fatalf("two of us have one journal (error %v)", err)
	}
	l.Release()
	if err := left(t, d.disk).Remove(); err != nil || len(d.disk.Names()) != 0 {
		t.Errorf("left over are %v (error %v)", d.disk.Names(), err)
	}
}

func TestThereIsNoJournalWithoutChanges(t *testing.T) {
	d := newDesk(t, nil)
	base := d.builder.Document()
	if err := d.journal.Write(base); err != nil || len(d.disk.Names()) != 0 {
		t.Fatalf("there is %v (error %v)", d.disk.Names(), err)
	}
	d.need("The yard is hot")
	d.write()
	saved := d.builder.Document()

	if err := d.journal.Rebase(journal.Header{Project: saved.ID}, saved, nil, saved); err != nil {
		t.Fatal(err)
	}
	if len(d.disk.Names()) != 0 {
		t.Errorf("after saving there is %v", d.disk.Names())
	}
}

func TestWhatWasTypedWhileSavingStaysInTheJournal(t *testing.T) {
	d := newDesk(t, nil)
	d.need("The yard is hot")
	d.write()
	saved := d.builder.Document()
	d.need("Typed meanwhile")

	if err := d.journal.Rebase(journal.Header{Project: saved.ID, Path: "/new"}, saved, nil, d.builder.Document()); err != nil {
		t.Fatal(err)
	}

	l := left(t, d.disk.Clone())
	if got := titles(read(t, l, nil)); !slices.Equal(got, []string{"Typed meanwhile"}) || l.Path != "/new" {
		t.Errorf("noted for %s is %q", l.Path, got)
	}
}

func TestOfAProjectThatWasNeverSavedEverythingIsNoted(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "The yard is hot"})
	disk := storetest.New("/home")
	j := journal.Begin(disk, folder, journal.Header{Project: b.Document().ID}, nil, nil, modeltest.Now)
	if err := j.Write(b.Document()); err != nil {
		t.Fatal(err)
	}
	found := read(t, left(t, disk.Clone()), nil)
	modeltest.Same(t, "the plan", modeltest.Facts(model.ReadPlan(found.Doc, nil)), modeltest.Facts(b.Plan()))
}

func TestPicturesAreNotedWithWhatShowsThem(t *testing.T) {
	d := newDesk(t, nil)
	doc := d.builder.Document().Clone()
	doc.Parts = map[string][]byte{"media/yard.jpg": []byte("not\nreally a picture")}
	if err := d.journal.Write(doc); err != nil {
		t.Fatal(err)
	}
	found := read(t, left(t, d.disk.Clone()), nil)
	if got := found.Doc.Parts["media/yard.jpg"]; string(got) != "not\nreally a picture" {
		t.Errorf("the picture is %q", got)
	}
}

func TestTheJournalOfAProtectedProjectSaysNothingWithoutTheKey(t *testing.T) {
	key, err := file.NewKey("correct horse", file.LeastEffort)
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, key)
	d.need("A secret need")
	d.write()
	d.need("Another secret")
	d.write()
	for _, name := range d.disk.Names() {
		for _, word := range []string{"secret", "Open Door Days"} {
			if bytes.Contains(d.disk.Get(name), []byte(word)) {
				t.Errorf("%s says %q", name, word)
			}
		}
	}
	l := left(t, d.disk.Clone())
	if _, err := l.Read(nil); err == nil {
		t.Error("it was read without a key")
	}
	if got := titles(read(t, l, key)); !slices.Equal(got, []string{"A secret need", "Another secret"}) {
		t.Errorf("noted is %q", got)
	}
}

func TestACutOrDamagedJournalIsReadUpToTheDamage(t *testing.T) {
	d := newDesk(t, nil)
	d.need("First")
	d.write()
	name := d.disk.Names()[0]
	safe := len(d.disk.Get(name))
	d.need("Second")
	d.write()
	whole := bytes.Clone(d.disk.Get(name))
	for n := safe; n < len(whole); n++ {
		flipped := bytes.Clone(whole)
		flipped[n] ^= 0x10
		for what, data := range map[string][]byte{
			"cut": whole[:n], "flipped": flipped, "zeros": append(bytes.Clone(whole[:n]), make([]byte, len(whole)-n)...),
		} {
			disk := storetest.New("/home", folder)
			disk.Put(name, data, 0o600)
			found := read(t, left(t, disk), nil)
			if got := titles(found); !slices.Equal(got, []string{"First"}) || found.Cut != (n > safe || what != "cut") {
				t.Fatalf("%s at byte %d of %d: noted is %q, cut: %v", what, n, len(whole), got, found.Cut)
			}
		}
	}
}

func TestAJournalThatIsNoneIsKeptAsideAndNamed(t *testing.T) {
	disk := storetest.New("/home", folder)
	disk.Put(folder+"/a.journal", []byte(strings.Repeat("not a journal, and yet longer than nothing ", 9)), 0o600)
	disk.Put(folder+"/b.journal", make([]byte, 4096), 0o600)
	disk.Put(folder+"/c.journal", nil, 0o600)

	all, err := journal.Find(disk, folder)

	if len(all) != 0 || err == nil || !strings.Contains(err.Error(), "a.unreadable") {
		t.Errorf("%d journals, error %v", len(all), err)
	}
	if got := disk.Names(); !slices.Contains(got, folder+"/a.unreadable") || slices.Contains(got, folder+"/b.journal") || slices.Contains(got, folder+"/c.journal") {
		t.Errorf("there are %v", got)
	}
}

func TestAfterAFaultTheJournalGoesOnInANewFileAndLosesNothing(t *testing.T) {
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC, syscall.EACCES, io.ErrShortWrite} {
		for n := 1; ; n++ {
			d := newDesk(t, nil)
			d.need("First")
			d.write()
			d.need("Second")
			d.disk.Ops, d.disk.Fail = nil, storetest.Nth(n, fault)
			err := d.journal.Write(d.builder.Document())
			if len(d.disk.Ops) < n {
				break
			}
			want := []string{"First"}
			if err == nil {
				want = append(want, "Second")
			}
			if got := titles(read(t, left(t, d.disk.Clone()), nil)); !slices.Equal(got[:len(want)], want) {
				t.Fatalf("%v at operation %d: noted is %q", fault, n, got)
			}
			d.disk.Fail = nil
			d.need("Third")
			d.write()
			got := titles(read(t, left(t, d.disk.Clone()), nil))
			if !slices.Equal(got, []string{"First", "Second", "Third"}) {
				t.Fatalf("%v at operation %d: after the next writing noted is %q", fault, n, got)
			}
		}
	}
}

func TestALongJournalIsWrittenAnew(t *testing.T) {
	d := newDesk(t, nil)
	id := string(d.need("Long"))
	for i := range 45 {
		if err := d.builder.Project().SetText(id, "detail", strings.Repeat(fmt.Sprint(i%10), 200_000)); err != nil {
			t.Fatal(err)
		}
		d.builder.Project().EndBurst()
		d.write()
	}
	found := read(t, left(t, d.disk.Clone()), nil)
	if n := len(found.Doc.History[model.ID(id)]); n != 44 {
		t.Errorf("%d earlier values are noted, want 44", n)
	}
	if names := d.disk.Names(); len(names) != 1 {
		t.Errorf("there are %v", names)
	}
}

func TestWheneverThePowerGoesWhatWasSyncedIsFound(t *testing.T) {
	states, tried := 0, 0
	for _, rules := range []storetest.Rules{storetest.POSIX, storetest.FAT} {
		d := newDesk(t, nil)
		watched := d.disk.Watch()
		for i := range 4 {
			d.need(fmt.Sprintf("Need %d", i))
			d.write()
			d.disk.Mark(fmt.Sprintf("Need %d", i))
		}
		saved := d.builder.Document()
		d.need("Need 4")
		if err := d.journal.Rebase(journal.Header{Project: saved.ID}, saved, nil, d.builder.Document()); err != nil {
			t.Fatal(err)
		}
		d.disk.Mark("saved")
		tried += watched.Cuts(rules, func(cut storetest.Cut) {
			states++
			all, _ := journal.Find(cut.Disk, folder) // one whose beginning never came to the disk is set aside
			var got []string
			for _, l := range all {
				got = append(got, titles(read(t, l, nil))...)
			}
			want := cut.Marks
			if slices.Contains(cut.Marks, "saved") {
				want = []string{"Need 4"} // the others are in the file
			}
			for _, title := range want {
				if !slices.Contains(got, title) && !slices.Contains(got, "Need 4") {
					t.Errorf("rules %d, %s: %q is lost, found %q", rules, cut.Story, title, got)
				}
			}
		})
	}
	t.Logf("%d subsets, %d different states", tried, states)
	if states < 120 {
		t.Errorf("only %d states were looked at", states)
	}
}

func TestAKeeperWritesByItselfAndTellsWhenItCannot(t *testing.T) {
	d := newDesk(t, nil)
	troubles := make(chan error, 10)
	k := journal.Keep(d.journal, time.Millisecond, func(err error) { troubles <- err })
	d.need("First")
	k.Note(d.builder.Document())
	if err := k.Flush(); err != nil {
		t.Fatal(err)
	}
	d.disk.Fail = func(string) error { return syscall.ENOSPC }
	d.need("Second")
	k.Note(d.builder.Document())
	if err := <-troubles; err == nil {
		t.Fatal("the first trouble is none")
	}
	if err := k.Flush(); err == nil {
		t.Error("a full disk took everything")
	}
	_ = k.Flush()
	d.need("Third")
	k.Note(d.builder.Document())
	_ = k.Leave()
	if len(troubles) > 0 {
		t.Errorf("the same trouble was told again: %v", <-troubles)
	}
}

func TestAKeeperThatLeavesHasWrittenTheLastNote(t *testing.T) {
	d := newDesk(t, nil)
	k := journal.Keep(d.journal, time.Hour, func(error) {})
	for i := range 3 {
		d.need(fmt.Sprintf("Need %d", i))
		k.Note(d.builder.Document())
	}
	if err := k.Leave(); err != nil {
		t.Fatal(err)
	}
	if got := titles(read(t, left(t, d.disk), nil)); len(got) != 3 {
		t.Errorf("noted is %q", got)
	}
}

// FuzzRead holds the reader of journals to its word: whatever it is given, it says in
// time what it found, or why not.
func FuzzRead(f *testing.F) {
	d := newDesk(f, nil)
	d.need("The yard is hot")
	d.write()
	f.Add(d.disk.Get(d.disk.Names()[0]))
	f.Add([]byte("Commonplan journal 1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		disk := storetest.New("/home", folder)
		disk.Put(folder+"/x.journal", data, 0o600)
		all, _ := journal.Find(disk, folder)
		for _, l := range all {
			found, err := l.Read(nil)
			if err == nil && found.Doc != nil {
				model.ReadPlan(found.Doc, nil)
			}
		}
		if kept := len(disk.Names()) > 0; !kept && bytes.Contains(data, []byte(`"records"`)) {
			t.Error("a journal with something in it was removed")
		}
	})
}
