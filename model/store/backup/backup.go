package backup

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store"
)

// Why says what a version was kept for.
type Why string

// The reasons for keeping a version.
const (
	Saved         Why = "save"
	BeforeMerge   Why = "merge"
	BeforeRestore Why = "restore"
	LetGo         Why = "drop" // changes that somebody did not want to save
)

// between is how long after a version the next save is kept.
const between = 10 * time.Minute

const (
	extension   = ".commonplan"
	listing     = ".pictures"
	pictures    = "pictures"
	sealedName  = ".age"
	media       = "media/"
	timeInName  = "20060102T150405.000Z"
	stateInName = 16 // letters of the hash of the state
)

// Version is an earlier version of a project.
type Version struct {
	Time time.Time // in UTC
	Why  Why

	disk   store.FS
	folder string // of the project
	name   string
	state  string
}

// folderOf gives the folder of a project. Its id comes from a file that may be anybody's.
func folderOf(folder string, id model.ID) string {
	return filepath.Join(folder, fmt.Sprintf("%x", sha256.Sum256([]byte(id)))[:32])
}

// Keep keeps a document as a version, if it is time for one, and clears away those whose
// time is over. What is kept already is not kept twice.
func Keep(disk store.FS, folder string, doc *model.Document, key *file.Key, why Why, now time.Time) error {
	all, err := List(disk, folder, doc.ID)
	if err != nil {
		return err
	}
	now = now.UTC()
	state := file.State(doc)[:stateInName]
	if len(all) > 0 {
		last := all[0]
		if last.state == state || why == Saved && now.Sub(last.Time).Abs() < between {
			return nil
		}
	}
	v := Version{Time: now, Why: why, disk: disk, folder: folderOf(folder, doc.ID), state: state}
	v.name = fmt.Sprintf("%s-%s-%s", now.Format(timeInName), why, state)
	if err := v.write(doc, key); err != nil {
		return fmt.Errorf("keeping an earlier version: %w", err)
	}
	return thinOut(append([]Version{v}, all...), now)
}

// write writes pictures, their list, and last what makes it a version.
func (v Version) write(doc *model.Document, key *file.Key) error {
	if err := v.disk.MakeFolder(filepath.Join(v.folder, pictures)); err != nil {
		return err
	}
	slim := doc.Clone()
	var names []string
	for _, name := range slices.Sorted(maps.Keys(doc.Parts)) {
		if !strings.HasPrefix(name, media) {
			continue
		}
		delete(slim.Parts, name)
		names = append(names, name)
		if err := v.writePicture(name, doc.Parts[name], key); err != nil {
			return err
		}
	}
	if len(names) > 0 {
		if err := v.put(v.name+listing, []byte(strings.Join(names, "\n"))); err != nil {
			return err
		}
	}
	encoded, err := store.Encode(v.name, slim, key)
	if err != nil {
		return err
	}
	data, err := encoded.Verified()
	if err != nil {
		return err
	}
	return v.put(v.name+extension, data)
}

func (v Version) writePicture(name string, content []byte, key *file.Key) error {
	path := filepath.Join(pictures, pictureName(name, key != nil))
	if _, err := v.disk.Stat(filepath.Join(v.folder, path)); err == nil {
		return nil // another version brought it
	}
	content, err := key.Seal(content)
	if err != nil {
		return err
	}
	return v.put(path, content)
}

func pictureName(part string, sealed bool) string {
	name := strings.TrimPrefix(part, media)
	if sealed {
		name += sealedName
	}
	return name
}

// put writes a file into the project's folder, whole or not at all.
func (v Version) put(name string, data []byte) error {
	return store.WriteWhole(v.disk, filepath.Join(v.folder, name), data)
}

var versionName = regexp.MustCompile(`^(\d{8}T\d{6}\.\d{3}Z)-([a-z]+)-([0-9a-f]{16})$`)

// List gives the versions of a project, the newest first.
func List(disk store.FS, folder string, id model.ID) ([]Version, error) {
	folder = folderOf(folder, id)
	names, err := disk.List(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for earlier versions: %w", err)
	}
	var all []Version
	for _, name := range names {
		stem, ours := strings.CutSuffix(name, extension)
		if !ours {
			continue
		}
		found := versionName.FindStringSubmatch(stem)
		if found == nil {
			continue
		}
		if at, err := time.Parse(timeInName, found[1]); err == nil {
			all = append(all, Version{at, Why(found[2]), disk, folder, stem, found[3]})
		}
	}
	slices.SortFunc(all, func(a, b Version) int { return strings.Compare(b.name, a.name) })
	return all, nil
}

// Read reads a version. A picture that is missing or damaged is left out; everything
// else is as it was.
func (v Version) Read(key *file.Key) (*model.Document, error) {
	doc, _, err := store.OpenWith(v.disk, filepath.Join(v.folder, v.name+extension), key)
	if err != nil {
		return nil, err
	}
	names, err := v.pictures()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if content := v.picture(name, key); content != nil {
			if doc.Parts == nil {
				doc.Parts = map[string][]byte{}
			}
			doc.Parts[name] = content
		}
	}
	return doc, nil
}

// pictures gives the names of a version's pictures.
func (v Version) pictures() ([]string, error) {
	const most = 4 << 20
	data, err := store.ReadBounded(v.disk, filepath.Join(v.folder, v.name+listing), most)
	var problem *model.Problem
	if errors.As(err, &problem) && problem.Key == "problem.file.gone" {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return strings.Split(string(data), "\n"), nil
}

// picture gives a picture that is what its name says; nil if there is none.
func (v Version) picture(name string, key *file.Key) []byte {
	kind := strings.TrimPrefix(filepath.Ext(name), ".")
	for _, sealed := range []bool{true, false} {
		if sealed && key == nil {
			continue
		}
		content, err := store.ReadBounded(v.disk, filepath.Join(v.folder, pictures, pictureName(name, sealed)), file.MaxFile)
		if err == nil && sealed {
			content, err = key.Open(content)
		}
		if err == nil && file.PictureName(content, kind) == name {
			return content
		}
	}
	return nil
}

// Counts are how much is in a version, for a list of them.
type Counts struct{ Needs, Activities, Outcomes, Records int }

// CountsOf counts what people look for in a list of versions.
func CountsOf(doc *model.Document) Counts {
	plan := model.ReadPlan(doc, nil)
	c := Counts{Needs: len(plan.Needs), Activities: len(plan.Activities), Outcomes: len(plan.Outcomes)}
	for _, t := range model.Types() {
		c.Records += len(plan.List(t))
	}
	return c
}
