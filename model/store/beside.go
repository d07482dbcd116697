package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"commonplan/model"
	"commonplan/model/file"
)

// SaveBeside writes a document beside a file that cannot be replaced, under a dated
// name: "hill (saved 2026-11-26 14.05).commonplan". It says which.
func SaveBeside(disk FS, path string, doc *model.Document, key *file.Key, now time.Time) (Seen, string, error) {
	data, err := Encode(path, doc, key)
	if err != nil {
		return Seen{}, "", err
	}
	const most = 100
	path = disk.Resolve(path)
	for n := 1; ; n++ {
		mark := fmt.Sprintf(" (saved %s)", now.Format("2006-01-02 15.04"))
		if n > 1 {
			mark = fmt.Sprintf(" (saved %s, %d)", now.Format("2006-01-02 15.04"), n)
		}
		name := besideName(path, mark)
		seen, err := data.Save(disk, name, Seen{key: key})
		var problem *model.Problem
		if errors.As(err, &problem) && problem.Key == "problem.save.exists" && n < most {
			continue
		}
		return seen, name, err
	}
}

// leftover is how the temporary files of a save are called, as [OS] and [storetest]
// name them. The second form is what Windows may leave of a file being replaced.
var leftover = regexp.MustCompile(`^\.commonplan-[0-9a-f]{16}\.tmp(\.old)?$`)

// sweep removes what a save left in the folder when the power was cut or the program
// was killed, if there is nothing in it that the file just saved does not have. What is
// younger than an hour may belong to somebody who is saving just now.
func (t *target) sweep(doc *model.Document) {
	folder := filepath.Dir(t.path)
	saved, err := t.disk.Stat(t.path)
	if err != nil {
		return // another time
	}
	names, err := t.disk.List(folder)
	if err != nil {
		return
	}
	for _, name := range names {
		if !leftover.MatchString(name) {
			continue
		}
		path := filepath.Join(folder, name)
		info, err := t.disk.Stat(path)
		if err != nil || !info.Mode().IsRegular() || saved.ModTime().Sub(info.ModTime()) < time.Hour {
			continue
		}
		data, err := readBounded(t.disk, path, file.MaxFile)
		if err != nil {
			continue
		}
		if left, err := t.key.Decode(data); err == nil && !covers(doc, left) {
			continue
		}
		_ = t.disk.Remove(path) // it does no harm where it is
	}
}

// Other is a version of a project found beside its file.
type Other struct {
	Path string
	Doc  *model.Document
	Seen Seen
}

// Others looks beside a project file that is missing or damaged for whole versions of
// it: the previous one, one saved under a dated name, and what a cut-off save left. The
// one that was worked on last comes first. Key may be nil.
func Others(disk FS, path string, key *file.Key) ([]Other, error) {
	path = disk.Resolve(path)
	folder := filepath.Dir(path)
	names, err := disk.List(folder)
	if err != nil {
		return nil, refused(reading, folder, err)
	}
	beside := regexp.MustCompile(`^` + regexp.QuoteMeta(stemOf(path)) + ` \((previous|before version|saved)[^)]*\)` + regexp.QuoteMeta(filepath.Ext(path)) + `$`)
	var found []Other
	for _, name := range names {
		if !beside.MatchString(name) && !leftover.MatchString(name) {
			continue
		}
		one := Other{Path: filepath.Join(folder, name)}
		if one.Doc, one.Seen, err = OpenWith(disk, one.Path, key); err == nil {
			found = append(found, one)
		}
	}
	found = ofOneProject(found, beside)
	slices.SortStableFunc(found, func(a, b Other) int { return b.Doc.WorkedOn().Compare(a.Doc.WorkedOn()) })
	return found, nil
}

// ofOneProject leaves out leftovers of other projects in the same folder, as far as the
// versions that bear the file's name tell which project it was.
func ofOneProject(found []Other, beside *regexp.Regexp) []Other {
	ids := map[model.ID]bool{}
	for _, one := range found {
		if beside.MatchString(filepath.Base(one.Path)) {
			ids[one.Doc.ID] = true
		}
	}
	if len(ids) == 0 {
		return found
	}
	return slices.DeleteFunc(found, func(one Other) bool { return !ids[one.Doc.ID] })
}

// stemOf gives a file's name as [besideName] cuts it, without what it is followed by.
func stemOf(path string) string {
	name := filepath.Base(besideName(path, ""))
	return name[:len(name)-len(filepath.Ext(name))]
}
