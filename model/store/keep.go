package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"commonplan/model"
	"commonplan/model/file"
)

// keep gives the version that is about to be replaced another name beside it:
// "name (previous).commonplan". What has that name by now is replaced only if it is an
// earlier version of the same project, with nothing in it that the new one (doc) does
// not know; a copy in which somebody worked is left alone, and the next name is taken.
//
// A version in an older format is kept for good, as "name (before version 2).commonplan".
//
// The kept name outlasts a power cut before the file is replaced: on a memory stick a
// replacement that was cut off may leave neither version under the file's own name.
func (t *target) keep(old []byte, seen Seen, doc *model.Document) error {
	if old == nil {
		return nil
	}
	kept, err := t.protected(old)
	if err != nil {
		return fmt.Errorf("keeping the previous version: %w", err)
	}
	if now := max(doc.Format, model.Format); seen.format > 0 && seen.format < now {
		path := besideName(t.path, fmt.Sprintf(" (before version %d)", now))
		if err := t.keepAs(path, old, kept, t.disk.Place); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	if t.kept = seen.sum; !seen.known || !bytes.Equal(old, kept) {
		t.kept = sha256.Sum256(kept)
	}
	if err := t.keepPrevious(old, kept, seen, doc); err != nil {
		return err
	}
	return t.disk.SyncFolder(filepath.Dir(t.path))
}

func (t *target) keepPrevious(old, kept []byte, seen Seen, doc *model.Document) error {
	const most = 100
	for n := 1; n <= most; n++ {
		path := previousName(t.path, n)
		info, err := t.disk.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return t.keepAs(path, old, kept, t.disk.Place)
		}
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() {
			continue
		}
		sum, err := sumOf(t.disk, path)
		if err != nil {
			continue // not ours to judge, so not ours to replace
		}
		if sum == t.kept {
			return nil
		}
		if sum == seen.kept || t.isEarlier(path, doc) { // the last save put it there: no need to read it
			return t.keepAs(path, old, kept, t.disk.Replace)
		}
	}
	return fmt.Errorf("keeping the previous version: %d names beside %s are taken", most, t.path)
}

// isEarlier tells whether a file is an earlier version of a document, with nothing in it
// that the document does not know.
func (t *target) isEarlier(path string, doc *model.Document) bool {
	there, err := readBounded(t.disk, path, file.MaxFile)
	if err != nil {
		return false
	}
	earlier, err := t.key.Decode(there)
	return err == nil && covers(doc, earlier)
}

// protected gives the old version as it may be kept: once a project has a password, a
// version without it must not stay beside it.
func (t *target) protected(old []byte) ([]byte, error) {
	if t.key == nil || file.IsProtected(old) {
		return old, nil
	}
	doc, err := file.Decode(old)
	if err != nil {
		return old, nil // it may be kept, but it is no project of ours
	}
	return t.key.Encode(doc)
}

// keepAs gives the old version a second name: a hard link, or a copy where the disk has
// no links (as on memory sticks) or where it is kept in another form.
func (t *target) keepAs(path string, old, kept []byte, put func(from, to string) error) error {
	temp, err := "", errors.ErrUnsupported
	if bytes.Equal(old, kept) {
		temp, err = t.disk.LinkTemp(t.path)
	}
	if err != nil {
		temp, err = writeTemp(t.disk, filepath.Dir(path), t.info.Mode().Perm(), kept)
	}
	if err != nil {
		return fmt.Errorf("keeping the previous version: %w", err)
	}
	if err := put(temp, path); err != nil {
		_ = t.disk.Remove(temp) // the first error is the one to tell
		return fmt.Errorf("keeping the previous version as %s: %w", path, err)
	}
	return nil
}

// previousName gives the name for a previous version: "hill (previous).commonplan",
// "hill (previous 2).commonplan".
func previousName(path string, n int) string {
	if n > 1 {
		return besideName(path, fmt.Sprintf(" (previous %d)", n))
	}
	return besideName(path, " (previous)")
}

// besideName puts a mark behind a file's name proper. A long name is cut, so that the
// disk takes it.
func besideName(path, mark string) string {
	const most = 120 // bytes of the name proper: disks take 255 of the whole
	folder, name := filepath.Split(path)
	kind := filepath.Ext(name)
	stem := strings.TrimSuffix(name, kind)
	for len(stem) > most {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	return folder + stem + mark + kind
}

// covers tells whether a document knows everything that happened in an earlier one.
func covers(doc, earlier *model.Document) bool {
	if doc.ID != earlier.ID {
		return false
	}
	for id, record := range earlier.Records {
		now := doc.Records[id]
		if now == nil {
			return false
		}
		for session, n := range record.Context {
			if now.Context[session] < n {
				return false
			}
		}
	}
	return true
}
