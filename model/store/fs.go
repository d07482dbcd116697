package store

import (
	"io"
	"io/fs"
)

// FS is what saving needs from a disk. Errors are those of package os; the fs.Err…
// values and the system's error numbers are told apart.
type FS interface {
	// Resolve follows symbolic links to where a file really is. What cannot be followed
	// is where its path says.
	Resolve(path string) string
	// Stat describes a file.
	Stat(path string) (fs.FileInfo, error)
	// Open opens a file for reading.
	Open(path string) (io.ReadCloser, error)
	// CreateTemp makes a new, empty file in a folder, under a name that nothing has.
	// Mode 0 is what new files have here.
	CreateTemp(folder string, mode fs.FileMode) (File, error)
	// LinkTemp gives a file a second, temporary name in the same folder. Not every disk
	// can.
	LinkTemp(path string) (name string, err error)
	// Place renames a file to a name that must be free, or fails with fs.ErrExist.
	Place(from, to string) error
	// Replace renames a file to a name that has a file, in one step: at no moment is
	// there no file or half a file under that name.
	Replace(from, to string) error
	// Remove removes a file.
	Remove(path string) error
	// SyncFolder makes what was renamed in a folder outlast a power cut.
	SyncFolder(folder string) error
}

// File is a file being written.
type File interface {
	io.WriteCloser
	Name() string
	Sync() error // makes what was written outlast a power cut
}
