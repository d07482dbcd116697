package store

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// OS is the real disk.
var OS FS = osDisk{}

type osDisk struct{}

func (osDisk) Resolve(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

func (osDisk) Stat(path string) (fs.FileInfo, error)   { return os.Stat(path) }
func (osDisk) Open(path string) (io.ReadCloser, error) { return os.Open(path) }
func (osDisk) Remove(path string) error                { return os.Remove(path) }
func (osDisk) SyncFolder(folder string) error          { return syncFolder(folder) }
func (osDisk) Place(from, to string) error             { return place(from, to) }
func (osDisk) Replace(from, to string) error           { return replace(from, to) }

func (osDisk) CreateTemp(folder string, mode fs.FileMode) (File, error) {
	return freshName(folder, func(name string) (File, error) {
		first := fs.FileMode(0o666) // less what the person's settings take away
		if mode != 0 {
			first = 0o600
		}
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, first)
		if err != nil {
			return nil, err
		}
		if mode != 0 {
			_ = f.Chmod(mode) // disks without modes refuse this; then there is nothing to keep
		}
		return f, nil
	})
}

func (osDisk) LinkTemp(path string) (string, error) {
	return freshName(filepath.Dir(path), func(name string) (string, error) { return name, os.Link(path, name) })
}

func (osDisk) List(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names, err
}

func (osDisk) MakeFolder(folder string) error { return os.MkdirAll(folder, 0o700) }

func (osDisk) Create(path string) (File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (osDisk) TryLock(path string) (io.Closer, error) {
	lock := flock.New(path, flock.SetPermissions(0o600))
	taken, err := lock.TryLock()
	switch {
	case err != nil:
		return nil, err
	case !taken:
		return nil, ErrLocked
	}
	return lock, nil
}

func (osDisk) Temporary() string         { return os.TempDir() }
func (osDisk) Medium(path string) Medium { return mediumOf(path) }

// freshName makes something under a name that nothing has.
func freshName[T any](folder string, attempt func(name string) (T, error)) (T, error) {
	for tries := 0; ; tries++ {
		var bits [8]byte
		if _, err := io.ReadFull(rand.Reader, bits[:]); err != nil {
			var none T
			return none, fmt.Errorf("drawing a temporary name: %w", err)
		}
		made, err := attempt(filepath.Join(folder, ".commonplan-"+hex.EncodeToString(bits[:])+".tmp"))
		if !errors.Is(err, fs.ErrExist) || tries == 10 {
			return made, err
		}
	}
}
