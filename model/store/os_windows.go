package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// patience is how long to try again while a virus scanner, an indexer or a sync program
// holds a file.
const patience = 5 * time.Second

var replaceFile = windows.NewLazySystemDLL("kernel32.dll").NewProc("ReplaceFileW")

const (
	ignoreMergeErrors = 0x2
	ignoreACLErrors   = 0x4
)

// place renames to a name that must be free.
func place(from, to string) error {
	return patiently(func() error { return move(from, to, windows.MOVEFILE_WRITE_THROUGH) })
}

// replace puts a file in place of another and keeps its rights and attributes. The old
// file has a name of its own until the new one is in place, so it can be brought back.
func replace(from, to string) error {
	backup := from + ".old"
	err := patiently(func() error {
		err := replaceWithBackup(from, to, backup)
		if errors.Is(err, windows.ERROR_UNABLE_TO_MOVE_REPLACEMENT_2) {
			// The old file is at backup by now, and nothing under its own name.
			if move(from, to, windows.MOVEFILE_WRITE_THROUGH) == nil {
				return nil
			}
			if back := move(backup, to, windows.MOVEFILE_WRITE_THROUGH); back != nil {
				return errors.Join(err, back)
			}
		}
		return err
	})
	if err == nil {
		_ = patiently(func() error { return remove(backup) }) // a leftover does no harm
	}
	return err
}

func remove(path string) error {
	err := os.Remove(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

func replaceWithBackup(from, to, backup string) error {
	var names [3]*uint16
	for i, path := range []string{to, from, backup} {
		name, err := windows.UTF16PtrFromString(long(path))
		if err != nil {
			return err
		}
		names[i] = name
	}
	done, _, err := replaceFile.Call(uintptr(unsafe.Pointer(names[0])), uintptr(unsafe.Pointer(names[1])),
		uintptr(unsafe.Pointer(names[2])), ignoreMergeErrors|ignoreACLErrors, 0, 0)
	if done == 0 {
		return &os.LinkError{Op: "replace", Old: from, New: to, Err: err}
	}
	return nil
}

func move(from, to string, flags uint32) error {
	a, err := windows.UTF16PtrFromString(long(from))
	if err != nil {
		return err
	}
	b, err := windows.UTF16PtrFromString(long(to))
	if err != nil {
		return err
	}
	if err := windows.MoveFileEx(a, b, flags); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}

// long gives a path in the form that may be longer than 260 characters.
func long(path string) string {
	full, err := filepath.Abs(path)
	if err != nil || len(full) < 240 || strings.HasPrefix(full, `\\`) {
		return path
	}
	return `\\?\` + full
}

// patiently tries again while another program holds the file.
func patiently(attempt func() error) error {
	began := time.Now()
	for pause := 20 * time.Millisecond; ; pause *= 2 {
		err := attempt()
		var number syscall.Errno
		if err == nil || !errors.As(err, &number) || time.Since(began) > patience {
			return err
		}
		switch number {
		case windows.ERROR_ACCESS_DENIED, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION,
			windows.ERROR_UNABLE_TO_REMOVE_REPLACED, windows.ERROR_UNABLE_TO_MOVE_REPLACEMENT,
			windows.ERROR_UNABLE_TO_MOVE_REPLACEMENT_2, windows.ERROR_USER_MAPPED_FILE:
			time.Sleep(min(pause, 500*time.Millisecond))
		default:
			return err
		}
	}
}

// syncFolder has nothing to do: renaming was done with "write through".
func syncFolder(string) error { return nil }
