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
