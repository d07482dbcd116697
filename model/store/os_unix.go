//go:build !windows

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// place renames to a name that must be free. A second name (link) cannot take one that
// is there; disks without links are looked at first, which is nearly as good.
func place(from, to string) error {
	err := os.Link(from, to)
	if err == nil {
		_ = os.Remove(from) // it is in its place; a leftover name does no harm
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return &fs.PathError{Op: "place", Path: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to)
}

func replace(from, to string) error { return os.Rename(from, to) }

func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // some network disks cannot, and need not
	}
	return errors.Join(err, f.Close())
}
