package shelf

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"commonplan/model"
	"commonplan/model/store"
)

// courtesy is what lies beside an open file, to tell others. It never keeps anybody from
// anything: the computer may be switched off, the file may have been copied along with a
// folder. Of this computer a lock tells whether the process still lives.
type courtesy struct {
	Who   string    `json:"who"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
}

func courtesyName(path string) string {
	return filepath.Join(filepath.Dir(path), ".~"+filepath.Base(path)+".open")
}

const maxCourtesy = 4 << 10

// Enter says who has a file open, if somebody else does; otherwise it lets others know
// that we do, until [Shelf.Leave].
func (s *Shelf) Enter(path string) *model.Problem {
	if path == "" {
		return nil
	}
	path = s.disk.Resolve(path)
	other, there := s.courtesyAt(path)
	elsewhere := there && other.Host != s.owner.Host
	lock, err := s.disk.TryLock(s.lockOf(path))
	if errors.Is(err, store.ErrLocked) && s.holds(path) {
		return nil
	}
	if elsewhere || there && errors.Is(err, store.ErrLocked) {
		if lock != nil {
			_ = lock.Close() // it was only tried
		}
		who := other.Who
		if who == "" {
			who = other.Host
		}
		return told("open.elsewhere", path, "Who", model.CleanText(who), "At", other.Since.Local().Format("15:04"))
	}
	s.hold(path, lock)
	mine, err := json.Marshal(courtesy{s.owner.Who, s.owner.Host, s.now().UTC()})
	if err == nil {
		_ = store.WriteWhole(s.disk, courtesyName(path), mine) // a folder that takes no files needs no manners
	}
	return nil
}

// Leave says that a file is not open here any more.
func (s *Shelf) Leave(path string) {
	if path == "" {
		return
	}
	if path = s.disk.Resolve(path); s.release(path) {
		_ = s.disk.Remove(courtesyName(path)) // left over, nobody minds it on this computer
	}
}

// lockOf gives the lock that a living process of this computer has on a file it opened.
func (s *Shelf) lockOf(path string) string {
	return filepath.Join(s.disk.Temporary(), fmt.Sprintf("commonplan-open-%x.lock", sha256.Sum256([]byte(path))))
}

func (s *Shelf) holds(path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, held := s.held[path]
	return held
}

func (s *Shelf) hold(path string, lock io.Closer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held[path] = lock
}

// release lets go of a file; false if we did not have it.
func (s *Shelf) release(path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	lock, held := s.held[path]
	if lock != nil {
		_ = lock.Close() // the system would, too
	}
	delete(s.held, path)
	return held
}

func (s *Shelf) courtesyAt(path string) (c courtesy, ok bool) {
	data, err := store.ReadBounded(s.disk, courtesyName(path), maxCourtesy)
	return c, err == nil && json.Unmarshal(data, &c) == nil
}
