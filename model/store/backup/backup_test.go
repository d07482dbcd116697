package backup_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store/backup"
	"commonplan/model/store/storetest"
)

const folder = "/home/app/versions"

// withPicture gives a document that has a picture besides.
func withPicture(t testing.TB, doc *model.Document, shade uint8) (*model.Document, string) {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 2, 2))
	img.SetGray(0, 0, color.Gray{shade})
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	name := file.PictureName(out.Bytes(), "png")
	doc = doc.Clone()
	if doc.Parts == nil {
		doc.Parts = map[string][]byte{}
	}
	doc.Parts[name] = out.Bytes()
	return doc, name
}

func list(t testing.TB, disk *storetest.Disk, id model.ID) []backup.Version {
	t.Helper()
	all, err := backup.List(disk, folder, id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func keep(t testing.TB, disk *storetest.Disk, doc *model.Document, why backup.Why, at time.Time) {
	t.Helper()
	if err := backup.Keep(disk, folder, doc, nil, why, at); err != nil {
		t.Fatal(err)
	}
}

func TestAVersionComesBackWholeWithItsPictures(t *testing.T) {
	disk := storetest.New("/home")
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "The yard is hot"})
	doc, name := withPicture(t, b.Document(), 7)
	keep(t, disk, doc, backup.Saved, modeltest.Now())

	versions := list(t, disk, doc.ID)
	if len(versions) != 1 || !versions[0].Time.Equal(modeltest.Now()) || versions[0].Why != backup.Saved {
		t.Fatalf("the versions are %v", versions)
	}
	got, err := versions[0].Read(nil)
	if err != nil || file.State(got) != file.State(doc) || !bytes.Equal(got.Parts[name], doc.Parts[name]) {
		t.Errorf("another project came back (error %v)", err)
	}
}

func TestASaveIsKeptEveryTenMinutesAndWhatComesBeforeAMergeAlways(t *testing.T) {
	disk := storetest.New("/home")
	b := modeltest.New(t)
	now := modeltest.Now()
	for _, step := range []struct {
		after time.Duration
		why   backup.Why
		want  int
	}{
		{0, backup.Saved, 1}, {9 * time.Minute, backup.Saved, 1}, {11 * time.Minute, backup.Saved, 2},
		{12 * time.Minute, backup.BeforeMerge, 3}, {13 * time.Minute, backup.BeforeRestore, 4}, {14 * time.Minute, backup.LetGo, 5},
	} {
		b.Add(&model.Need{})
		keep(t, disk, b.Document(), step.why, now.Add(step.after))
		if got := len(list(t, disk, b.Document().ID)); got != step.want {
			t.Errorf("after %v there are %d versions, want %d", step.after, got, step.want)
		}
	}
	keep(t, disk, b.Document(), backup.BeforeMerge, now.Add(time.Hour))
	if got := len(list(t, disk, b.Document().ID)); got != 5 {
		t.Errorf("the same state was kept again: %d versions", got)
	}
}

func TestAPictureIsKeptOnceAndGoesWithItsLastVersion(t *testing.T) {
	disk := storetest.New("/home")
	b := modeltest.New(t)
	now := modeltest.Now()
	kept := func() (n int) {
		for _, name := range disk.Names() {
			if strings.Contains(name, "/pictures/") {
				n++
			}
		}
		return n
	}
	for i := range 3 {
		b.Add(&model.Need{})
		doc, _ := withPicture(t, b.Document(), 7)
		keep(t, disk, doc, backup.Saved, now.Add(time.Duration(i)*time.Hour))
	}
	if kept() != 1 {
		t.Fatalf("the picture is there %d times", kept())
	}
	b.Add(&model.Need{})
	doc, _ := withPicture(t, b.Document(), 200)
	keep(t, disk, doc, backup.Saved, now.AddDate(4, 0, 0))
	if got := len(list(t, disk, doc.ID)); got != 1 || kept() != 1 {
		t.Errorf("four years later there are %d versions and %d pictures", got, kept())
	}
}

func TestTheVersionsOfAProtectedProjectAreProtected(t *testing.T) {
	disk := storetest.New("/home")
	key, err := file.NewKey("correct horse", file.LeastEffort)
	if err != nil {
		t.Fatal(err)
	}
	b := modeltest.New(t)
	doc, name := withPicture(t, b.Document(), 7)
	keep(t, disk, doc, backup.Saved, modeltest.Now())

	if err := backup.Protect(disk, folder, doc.ID, key); err != nil {
		t.Fatal(err)
	}

	for _, path := range disk.Names() {
		if bytes.Contains(disk.Get(path), []byte("PNG")) || bytes.Contains(disk.Get(path), []byte("project.json")) {
			t.Errorf("%s is not protected", path)
		}
	}
	version := list(t, disk, doc.ID)[0]
	if _, err := version.Read(nil); err == nil {
		t.Error("it can be read without the key")
	}
	got, err := version.Read(key)
	if err != nil || !bytes.Equal(got.Parts[name], doc.Parts[name]) {
		t.Errorf("the picture did not come back (error %v)", err)
	}

	if err := backup.Unprotect(disk, folder, doc.ID, key); err != nil {
		t.Fatal(err)
	}
	got, err = list(t, disk, doc.ID)[0].Read(nil)
	if err != nil || !bytes.Equal(got.Parts[name], doc.Parts[name]) {
		t.Errorf("with the password taken off it cannot be read (error %v)", err)
	}
	if names := disk.Names(); len(names) != 3 { // version, list, picture
		t.Errorf("there are %v", names)
	}
}

func TestADamagedPictureIsLeftOut(t *testing.T) {
	disk := storetest.New("/home")
	doc, name := withPicture(t, modeltest.New(t).Document(), 7)
	keep(t, disk, doc, backup.Saved, modeltest.Now())
	for _, path := range disk.Names() {
		if strings.Contains(path, "/pictures/") {
			disk.Put(path, []byte("something else"), 0o600)
		}
	}
	got, err := list(t, disk, doc.ID)[0].Read(nil)
	if err != nil || got.Parts[name] != nil {
		t.Errorf("error %v, the picture is %q", err, got.Parts[name])
	}
}

func TestIfAnyOperationFailsEveryVersionInTheListIsWhole(t *testing.T) {
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC, syscall.EACCES, io.ErrShortWrite} {
		for n := 1; ; n++ {
			disk := storetest.New("/home")
			b := modeltest.New(t)
			first, _ := withPicture(t, b.Document(), 7)
			keep(t, disk, first, backup.Saved, modeltest.Now())
			b.Add(&model.Need{})
			second, _ := withPicture(t, b.Document(), 8)
			disk.Ops, disk.Fail = nil, storetest.Nth(n, fault)

			err := backup.Keep(disk, folder, second, nil, backup.BeforeMerge, modeltest.Now().Add(time.Hour))

			disk.Fail = nil
			if err == nil && len(list(t, disk, first.ID)) != 2 {
				t.Errorf("%v at operation %d: said to be kept, and is not", fault, n)
			}
			for _, v := range list(t, disk, first.ID) {
				if doc, err := v.Read(nil); err != nil || len(doc.Parts) != 1 {
					t.Errorf("%v at operation %d: a version in the list has %d pictures, error %v", fault, n, len(doc.Parts), err)
				}
			}
			if len(disk.Ops) < n {
				break
			}
		}
	}
}

func TestWheneverThePowerGoesEveryVersionInTheListIsWhole(t *testing.T) {
	states, tried := 0, 0
	for _, rules := range []storetest.Rules{storetest.POSIX, storetest.FAT} {
		disk := storetest.New("/home")
		b := modeltest.New(t)
		first, _ := withPicture(t, b.Document(), 7)
		keep(t, disk, first, backup.Saved, modeltest.Now())
		b.Add(&model.Need{})
		second, _ := withPicture(t, b.Document(), 8)
		watched := disk.Watch()
		keep(t, disk, second, backup.BeforeMerge, modeltest.Now().Add(time.Hour))
		disk.Mark("kept")
		tried += watched.Cuts(rules, func(cut storetest.Cut) {
			states++
			versions := list(t, cut.Disk, first.ID)
			if want := 1 + len(cut.Marks); len(versions) < want {
				t.Errorf("rules %d, %s: %d versions, want %d", rules, cut.Story, len(versions), want)
			}
			for _, v := range versions {
				if doc, err := v.Read(nil); err != nil || len(doc.Parts) != 1 {
					t.Errorf("rules %d, %s: a version in the list is not whole, error %v", rules, cut.Story, err)
				}
			}
		})
	}
	t.Logf("%d subsets, %d different states", tried, states)
	if states < 90 {
		t.Errorf("only %d states were looked at", states)
	}
}

func TestThinningKeepsWhatItPromises(t *testing.T) {
	now := time.Date(2026, 8, 28, 19, 42, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.SliceOfNDistinct(rapid.IntRange(0, 3*365*24*60), 1, 200, rapid.ID).Draw(t, "minutes ago")
		slices.Sort(minutes)
		times := make([]time.Time, len(minutes))
		for i, m := range minutes {
			times[i] = now.Add(-time.Duration(m) * time.Minute)
		}
		gone := backup.Thin(times, now)
		days, months := map[string]int{}, map[string]int{}
		for i, at := range times {
			day, month := at.Format("2006-01-02"), at.Format("2006-01")
			if gone[i] {
				days[day], months[month] = days[day]+0, months[month]+0
				continue
			}
			days[day]++
			months[month]++
		}
		for i, at := range times {
			age := now.Sub(at)
			switch day, month := at.Format("2006-01-02"), at.Format("2006-01"); {
			case gone[i] && (i == 0 || age < 24*time.Hour):
				t.Fatalf("one of %v ago is gone", age)
			case gone[i] && age < 30*24*time.Hour && days[day] == 0:
				t.Fatalf("none is left of the day %s", day)
			case gone[i] && age < 700*24*time.Hour && months[month] == 0:
				t.Fatalf("none is left of the month %s", month)
			case !gone[i] && i > 0 && age > 31*24*time.Hour && months[month] > 1:
				t.Fatalf("%d are left of the month %s", months[month], month)
			}
		}
		if again := backup.Thin(left(times, gone), now); slices.Contains(again, true) {
			t.Fatal("thinning what was thinned removes more")
		}
	})
}

func left(times []time.Time, gone []bool) []time.Time {
	var stay []time.Time
	for i, at := range times {
		if !gone[i] {
			stay = append(stay, at)
		}
	}
	return stay
}
