package shelf

import (
	"io"
	"log/slog"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store"
	"commonplan/model/store/backup"
)

// Owner says whose shelf this is, for others who open the same file.
type Owner struct {
	Who  string // the person, may be empty
	Host string // the computer
}

// Shelf keeps a person's projects. Its methods may be called from any goroutine, for one
// project at a time.
type Shelf struct {
	disk  store.FS
	home  string
	owner Owner
	now   func() time.Time
	pace  time.Duration

	mu     sync.Mutex
	sealed map[model.ID]*file.Key // whose earlier versions are protected, with what
	held   map[string]io.Closer   // the files that are open here, with their locks
}

// pace is how long a change may wait before it is noted: with the writing itself well
// under the two seconds that are promised.
const pace = time.Second

// New gives the shelf of a person. Home is a folder of the app's own, which need not be
// there yet.
func New(disk store.FS, home string, owner Owner, now func() time.Time) *Shelf {
	return &Shelf{disk: disk, home: home, owner: owner, now: now, pace: pace, sealed: map[model.ID]*file.Key{}, held: map[string]io.Closer{}}
}

func (s *Shelf) journals() string { return filepath.Join(s.home, "journal") }
func (s *Shelf) versions() string { return filepath.Join(s.home, "versions") }

// Keep keeps a state of the project among its earlier versions, before something that
// changes much. That it could not be kept is no reason not to go on.
func (s *Shelf) Keep(doc *model.Document, key *file.Key, why backup.Why) {
	if err := backup.Keep(s.disk, s.versions(), doc, key, why, s.now()); err != nil {
		slog.Warn("keeping an earlier version", "error", err)
	}
}

// Versions gives the earlier versions of a project, the newest first.
func (s *Shelf) Versions(id model.ID) ([]backup.Version, error) {
	return backup.List(s.disk, s.versions(), id)
}

// protect protects the earlier versions of a project that was given a password.
func (s *Shelf) protect(id model.ID, key *file.Key) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if key == nil || s.sealed[id] == key {
		return
	}
	if err := backup.Protect(s.disk, s.versions(), id, key); err != nil {
		slog.Warn("protecting earlier versions", "error", err)
		return // at the next save again
	}
	s.sealed[id] = key
}

// Unprotect takes the password off the earlier versions of a project that has none now.
func (s *Shelf) Unprotect(id model.ID, key *file.Key) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := backup.Unprotect(s.disk, s.versions(), id, key); err != nil {
		slog.Warn("taking the password off earlier versions", "error", err)
	}
	delete(s.sealed, id)
}

// Autosaves tells whether a file may be saved without being asked: it is on a disk of
// this computer, which neither sleeps nor is pulled out just then.
func (s *Shelf) Autosaves(path string) bool {
	medium := s.disk.Medium(path)
	return medium == store.Fixed || medium == store.UnknownMedium
}

// samePath tells whether two paths name one file.
func (s *Shelf) samePath(a, b string) bool {
	a, b = filepath.Clean(s.disk.Resolve(a)), filepath.Clean(s.disk.Resolve(b))
	if runtime.GOOS == "windows" {
		return strings.EqualFold(a, b)
	}
	return a == b
}

// told makes a sentence about a file.
func told(key, path string, with ...any) *model.Problem {
	pairs := append([]any{"File", model.CleanText(filepath.Base(path)), "Folder", model.CleanText(filepath.Dir(path))}, with...)
	return model.NewProblem(key, pairs...)
}
