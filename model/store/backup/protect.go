package backup

import (
	"fmt"
	"path/filepath"
	"strings"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store"
)

// Protect protects the versions of a project that was given a password, so that none
// stays without it.
func Protect(disk store.FS, folder string, id model.ID, key *file.Key) error {
	if key == nil {
		return nil
	}
	return rewrite(disk, folder, id, nil, key)
}

// Unprotect takes the password off the versions of a project whose password was taken
// off: with the key gone nobody could read them. What another key protects stays.
func Unprotect(disk store.FS, folder string, id model.ID, key *file.Key) error {
	if key == nil {
		return nil
	}
	return rewrite(disk, folder, id, key, nil)
}

// rewrite writes the versions anew that are written with one key, with another.
func rewrite(disk store.FS, folder string, id model.ID, from, to *file.Key) error {
	all, err := List(disk, folder, id)
	if err != nil || len(all) == 0 {
		return err
	}
	for _, v := range all {
		if err := v.rewrite(from, to); err != nil {
			return fmt.Errorf("protecting an earlier version, or taking its password off: %w", err)
		}
	}
	return removePictures(disk, filepath.Join(all[0].folder, pictures), from != nil)
}

func (v Version) rewrite(from, to *file.Key) error {
	data, err := store.ReadBounded(v.disk, filepath.Join(v.folder, v.name+extension), file.MaxFile)
	if err != nil || file.IsProtected(data) == (to != nil) {
		return err
	}
	doc, err := v.Read(from)
	if err != nil {
		return err
	}
	return v.write(doc, to)
}

// removePictures removes the sealed pictures, or those that are not: every version has
// its own in the other form by now.
func removePictures(disk store.FS, folder string, sealed bool) error {
	names, err := disk.List(folder)
	if err != nil {
		return fmt.Errorf("looking through the pictures of earlier versions: %w", err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, sealedName) == sealed {
			if err := disk.Remove(filepath.Join(folder, name)); err != nil {
				return fmt.Errorf("removing a picture of earlier versions: %w", err)
			}
		}
	}
	return nil
}
