package store

import (
	"errors"
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
	// List gives the names of what is in a folder, in any order.
	List(folder string) ([]string, error)
	// MakeFolder makes a folder that only this person can read, and those above it. One
	// that is there is left as it is.
	MakeFolder(folder string) error
	// Create makes a new file under a name that must be free, to be written over time.
	Create(path string) (File, error)
	// TryLock takes a lock, for which it makes a file of this name. The system lets go
	// of it when the process dies. [ErrLocked] is: somebody living has it.
	TryLock(path string) (io.Closer, error)
	// Temporary is a folder for locks that nobody need find again.
	Temporary() string
	// Medium tells what kind of disk a file or folder is on.
	Medium(path string) Medium
}

// ErrLocked says that another living process has a lock.
var ErrLocked = errors.New("another process has the lock")

// Medium is a kind of disk.
type Medium int

// The kinds of disk. Of a fixed one a person never thinks, a removable one is pulled
// out, one on the network comes and goes.
const (
	UnknownMedium Medium = iota
	Fixed
	Removable
	Network
)

// File is a file being written.
type File interface {
	io.WriteCloser
	Name() string
	Sync() error // makes what was written outlast a power cut
}
