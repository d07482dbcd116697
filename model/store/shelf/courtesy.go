package shelf

import (
	"encoding/json"
	"path/filepath"
	"time"

	"commonplan/model"
	"commonplan/model/store"
)

// courtesy is what lies beside an open file, to tell others. It never keeps anybody from
// anything: the process may be dead, the computer switched off, the file may have been
// copied along with a folder.
type courtesy struct {
	Who   string    `json:"who"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func courtesyName(path string) string {
	return filepath.Join(filepath.Dir(path), ".~"+filepath.Base(path)+".open")
}

const maxCourtesy = 4 << 10

// Enter says who has a file open, if somebody else does; otherwise it lets others know
// that we do.
func (s *Shelf) Enter(path string) *model.Problem {
	if path == "" {
		return nil
	}
	path = s.disk.Resolve(path)
	if other, ok := s.courtesyAt(path); ok && !s.isOurs(other) && !s.isDead(other) {
		who := other.Who
		if who == "" {
			who = other.Host
		}
		return told("open.elsewhere", path, "Who", model.CleanText(who), "At", other.Since.Local().Format("15:04"))
	}
	mine, err := json.Marshal(courtesy{s.owner.Who, s.owner.Host, s.owner.PID, s.now().UTC()})
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
	path = s.disk.Resolve(path)
	if other, ok := s.courtesyAt(path); ok && s.isOurs(other) {
		_ = s.disk.Remove(courtesyName(path)) // left over it is found to be of a dead process
	}
}

func (s *Shelf) courtesyAt(path string) (c courtesy, ok bool) {
	data, err := store.ReadBounded(s.disk, courtesyName(path), maxCourtesy)
	return c, err == nil && json.Unmarshal(data, &c) == nil
}

func (s *Shelf) isOurs(c courtesy) bool { return c.Host == s.owner.Host && c.PID == s.owner.PID }

func (s *Shelf) isDead(c courtesy) bool {
	return c.Host == s.owner.Host && s.owner.Alive != nil && !s.owner.Alive(c.PID)
}
