package store_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/storetest"
)

// saving is a save about to happen, and the only contents that may be found after it.
type saving struct {
	disk       *storetest.Disk
	old, fresh []byte // old is nil for a first save
	saveOn     func(*storetest.Disk) error
}

func (s saving) save() error { return s.saveOn(s.disk) }

// savings are the ways in which a save can meet the disk.
func savings(t *testing.T) map[string]func() saving {
	return map[string]func() saving{
		"the first save":          func() saving { return savingAfter(t, 0, true, 0) },
		"the second":              func() saving { return savingAfter(t, 1, true, 0) },
		"a later one":             func() saving { return savingAfter(t, 2, true, 0) },
		"a later one, no links":   func() saving { return savingAfter(t, 2, false, 0) },
		"into a newer format":     func() saving { return savingAfter(t, 1, true, 2) },
		"newer format, no links":  func() saving { return savingAfter(t, 1, false, 2) },
		"a second one, no links":  func() saving { return savingAfter(t, 1, false, 0) },
		"a later one, newer form": func() saving { return savingAfter(t, 2, true, 3) },
	}
}

// savingAfter gives a save after so many earlier ones.
func savingAfter(t *testing.T, earlier int, links bool, format int) saving {
	t.Helper()
	s := saving{disk: storetest.New("/home")}
	s.disk.NoLinks = !links
	b := modeltest.New(t)
	for range 30 {
		b.Add(&model.Need{})
	}
	noise := make([]byte, 2500) // what does not pack well makes a larger file
	if _, err := io.ReadFull(modeltest.Random(3), noise); err != nil {
		t.Fatal(err)
	}
	b.Add(&model.Need{Detail: base64.StdEncoding.EncodeToString(noise)})
	var seen store.Seen
	for range earlier {
		b.Add(&model.Need{})
		var err error
		if seen, err = store.Save(s.disk, hill, b.Document(), seen); err != nil {
			t.Fatal(err)
		}
	}
	s.old = bytes.Clone(s.disk.Get(hill))
	b.Add(&model.Need{Title: "The yard is hot"})
	doc := b.Document()
	if format > 0 {
		doc = doc.Clone()
		doc.Format = format
	}
	s.fresh = encoded(t, doc)
	ready, err := store.Encode(hill, doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.saveOn = func(disk *storetest.Disk) error {
		_, err := ready.Save(disk, hill, seen)
		return err
	}
	return s
}

// lost says what is wrong with a disk on which a save was cut off; "" is nothing. Where
// the disk itself may destroy the file (FAT), a whole version beside it will do.
func (s saving) lost(cut storetest.Cut, rules storetest.Rules) string {
	done := slices.Contains(cut.Marks, "saved")
	got := cut.Disk.Get(hill)
	switch {
	case bytes.Equal(got, s.fresh):
		return ""
	case done:
		return "it was said to be saved, and is not there"
	case s.old == nil && got == nil, s.old != nil && bytes.Equal(got, s.old):
		return ""
	case rules == storetest.FAT && s.old != nil && wholeBeside(cut.Disk, s):
		return ""
	}
	return fmt.Sprintf("the file is neither the old one nor the new; there are %v", cut.Disk.Names())
}

func wholeBeside(disk *storetest.Disk, s saving) bool {
	others, err := store.Others(disk, hill, nil)
	return err == nil && slices.ContainsFunc(others, func(o store.Other) bool {
		data := disk.Get(o.Path)
		return bytes.Equal(data, s.old) || bytes.Equal(data, s.fresh)
	})
}

func TestWheneverThePowerGoesTheLastSavedVersionIsThere(t *testing.T) {
	states, tried := 0, 0
	for name, begin := range savings(t) {
		for _, rules := range []storetest.Rules{storetest.POSIX, storetest.FAT} {
			s := begin()
			if rules == storetest.FAT && !s.disk.NoLinks {
				continue // FAT has no links
			}
			watched := s.disk.Watch()
			if err := s.save(); err != nil {
				t.Fatal(err)
			}
			s.disk.Mark("saved")
			tried += watched.Cuts(rules, func(cut storetest.Cut) {
				states++
				if fault := s.lost(cut, rules); fault != "" {
					t.Errorf("%s, rules %d, %s: %s", name, rules, cut.Story, fault)
				}
			})
		}
	}
	t.Logf("%d subsets, %d different states", tried, states)
	if states < 600 {
		t.Errorf("only %d states were looked at", states)
	}
}

func TestADiskThatOnlySaysItSyncedIsFoundOut(t *testing.T) {
	for name, begin := range savings(t) {
		s := begin()
		s.disk.Lies = true
		watched := s.disk.Watch()
		if err := s.save(); err != nil {
			t.Fatal(err)
		}
		s.disk.Mark("saved")
		lost := 0
		watched.Cuts(storetest.POSIX, func(cut storetest.Cut) {
			if s.lost(cut, storetest.POSIX) != "" {
				lost++
			}
		})
		if lost == 0 {
			t.Errorf("%s: without a single sync nothing was lost: the test cannot fail", name)
		}
	}
}

func TestADiskThatIsFullAfterAnyByteKeepsTheLastSavedVersion(t *testing.T) {
	tried := 0
	for name, begin := range savings(t) {
		s := begin()
		for room := 0; ; room++ {
			tried++
			disk := s.disk.Clone()
			disk.Room = room
			err := s.saveOn(disk)
			got := disk.Get(hill)
			if err == nil {
				if !bytes.Equal(got, s.fresh) {
					t.Fatalf("%s, room for %d bytes: said to be saved, and is not", name, room)
				}
				break
			}
			if !bytes.Equal(got, s.old) {
				t.Fatalf("%s, room for %d bytes: the file is not the old one", name, room)
			}
			refusedWith(t, err, "problem.save.full")
			if fault := leftOver(disk); fault != "" {
				t.Fatalf("%s, room for %d bytes: %s", name, room, fault)
			}
		}
	}
	t.Logf("%d sizes of disk", tried)
	if tried < 45_000 {
		t.Errorf("only %d sizes of disk were tried", tried)
	}
}

// leftOver says if a failed save left anything but whole versions of the project.
func leftOver(disk *storetest.Disk) string {
	for _, name := range disk.Names() {
		if strings.HasSuffix(name, ".tmp") {
			return name + " is left over"
		}
		if _, known := read[string(disk.Get(name))]; known {
			continue
		}
		if _, err := file.Decode(disk.Get(name)); err != nil {
			return fmt.Sprintf("%s cannot be read: %v", name, err)
		}
		read[string(disk.Get(name))] = true
	}
	return ""
}

// read holds the contents that leftOver found whole before: reading them again and
// again would be most of the work.
var read = map[string]bool{}

func TestOfAFileThatIsGoneTheVersionsBesideItAreFound(t *testing.T) {
	disk, b, seen := saved(t)
	before := bytes.Clone(disk.Get(hill))
	b.Add(&model.Need{})
	if _, err := store.Save(disk, hill, b.Document(), seen); err != nil {
		t.Fatal(err)
	}
	newest := bytes.Clone(disk.Get(hill))
	disk.Put("/home/.commonplan-00000000000000aa.tmp", newest, 0o600)
	disk.Put("/home/.commonplan-00000000000000ab.tmp", newest[:100], 0o600)
	disk.Put("/home/other (previous).commonplan", before, 0o600)
	disk.Put(hill, newest[:200], 0o644)

	others, err := store.Others(disk, hill, nil)

	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, o := range others {
		paths = append(paths, o.Path)
	}
	slices.Sort(paths)
	if want := []string{"/home/.commonplan-00000000000000aa.tmp", previous}; !slices.Equal(paths, want) {
		t.Errorf("found %v, want %v", paths, want)
	}
	if doc, err := file.Decode(before); err != nil || doc.ID != others[0].Doc.ID {
		t.Errorf("another project was found (error %v)", err)
	}
}
