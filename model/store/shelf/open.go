package shelf

import (
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/merge"
	"commonplan/model/store"
	"commonplan/model/store/journal"
)

// Opened is a project that was opened.
type Opened struct {
	Path     string          // "" if it has no file that may be saved to yet
	Doc      *model.Document // what the file holds; of a project without a file, nothing but its id
	Seen     store.Seen
	Back     *Back          // what a journal had besides; nil if there was none
	ReadOnly *model.Problem // why it cannot be changed: a newer version wrote it
	Told     []*model.Problem

	left []*journal.Left
}

// Back is what came back after a crash.
type Back struct {
	Noted  *model.Document // what the journals had
	Joined *model.Document // the file's document with that
	Since  time.Time       // when the first of it was noted
	Cut    bool            // the end of a journal was damaged
}

// Open opens a project file, with what its journal still has. A file protected by a
// password that is not given is refused with "problem.password.needed".
func (s *Shelf) Open(path, password string) (Opened, error) {
	doc, seen, err := s.read(path, password)
	if err != nil {
		return Opened{}, err
	}
	o := Opened{Path: path, Doc: doc, Seen: seen}
	var problem *model.Problem
	if errors.As(file.MayWrite(doc), &problem) {
		o.ReadOnly = told("open.newer", path)
		o.Told = append(o.Told, o.ReadOnly)
		return o, nil
	}
	if other := s.Enter(o.Path); other != nil {
		o.Told = append(o.Told, other)
	}
	s.putBack(&o, path)
	return o, nil
}

func (s *Shelf) read(path, password string) (*model.Document, store.Seen, error) {
	if password != "" {
		return store.OpenLocked(s.disk, path, password)
	}
	return store.Open(s.disk, path)
}

// putBack joins in what the journals of a file have. Journals that cannot be read stay
// where they are.
func (s *Shelf) putBack(o *Opened, path string) {
	all, err := journal.Find(s.disk, s.journals())
	if err != nil {
		slog.Warn("looking for journals", "error", err)
	}
	for _, left := range all {
		if left.Project != o.Doc.ID || !s.belongs(left, path) {
			left.Release()
			continue
		}
		if err := o.join(left); err != nil {
			slog.Warn("reading a journal", "path", left.Path, "error", err)
			left.Release()
		}
	}
}

// belongs tells whether a journal is that of a file: of this path, of a file that was
// moved here, or of a project that had no file yet when the app ended.
func (s *Shelf) belongs(left *journal.Left, path string) bool {
	if left.Path == "" || s.samePath(left.Path, path) {
		return true
	}
	_, err := s.disk.Stat(left.Path)
	return err != nil && filepath.Base(left.Path) == filepath.Base(path)
}

func (o *Opened) join(left *journal.Left) error {
	found, err := left.Read(o.Seen.Key())
	if err != nil {
		return err
	}
	o.left = append(o.left, left)
	if found.Doc == nil {
		return nil
	}
	base, back := o.Doc, &Back{Noted: found.Doc, Since: found.First, Cut: found.Cut}
	if o.Back != nil {
		base, back.Since, back.Cut = o.Back.Joined, o.Back.Since, found.Cut || o.Back.Cut
		if back.Noted, err = merge.Join(o.Back.Noted, found.Doc); err != nil {
			return fmt.Errorf("joining two journals: %w", err)
		}
	}
	if back.Joined, err = merge.Join(base, found.Doc); err != nil {
		return fmt.Errorf("joining a journal: %w", err)
	}
	if file.State(back.Joined) == file.State(o.Doc) {
		return nil // it was saved after all
	}
	o.Back = back
	return nil
}

// Waiting is work that was not saved when the app ended.
type Waiting struct {
	Path   string // "" if it was never saved
	Name   string // "" of a protected project
	Began  time.Time
	Sealed bool

	project model.ID
	locked  []byte // see [journal.Header]
}

// Waiting lists the work that waits in journals, the latest first.
func (s *Shelf) Waiting() []Waiting {
	all, err := journal.Find(s.disk, s.journals())
	if err != nil {
		slog.Warn("looking for journals", "error", err)
	}
	var waiting []Waiting
	for i := len(all) - 1; i >= 0; i-- {
		h := all[i].Header
		waiting = append(waiting, Waiting{h.Path, h.Name, h.Began, h.Sealed, h.Project, h.Locked})
		all[i].Release()
	}
	return waiting
}

// Reopen opens what waits in journals. If its file is not there any more, its latest
// earlier version takes its place; if there is none, what was noted is all there is. In
// both cases the project is without a file, until it is saved.
func (s *Shelf) Reopen(w Waiting, password string) (Opened, error) {
	if w.Path != "" {
		opened, err := s.Open(w.Path, password)
		var problem *model.Problem
		if err == nil || errors.As(err, &problem) && isAboutPassword(problem) {
			return opened, err
		}
		slog.Warn("opening a file of which something waits", "path", w.Path, "error", err)
	}
	o := Opened{Doc: &model.Document{ID: w.project, Format: model.Format, Records: map[model.ID]*model.Record{}}}
	if w.Path != "" {
		o.Told = append(o.Told, told("open.back_without_file", w.Path))
		o.fromVersion(s)
	}
	if w.Path == "" && w.Sealed {
		key, err := unlock(w.locked, password)
		if err != nil {
			return Opened{}, err
		}
		o.Seen = o.Seen.WithKey(key)
	}
	s.putBack(&o, w.Path)
	return o, nil
}

// unlock gives the key of work that has no file yet.
func unlock(locked []byte, password string) (*file.Key, error) {
	if password == "" {
		return nil, model.NewProblem("problem.password.needed", "File", "")
	}
	return file.Unlock(locked, password)
}

func isAboutPassword(p *model.Problem) bool {
	return p.Key == "problem.password.needed" || p.Key == "problem.password.wrong"
}

// fromVersion takes the latest version that can be read.
func (o *Opened) fromVersion(s *Shelf) {
	versions, err := s.Versions(o.Doc.ID)
	if err != nil {
		slog.Warn("looking for earlier versions", "error", err)
	}
	for _, v := range versions {
		doc, err := v.Read(nil)
		if err == nil {
			o.Doc = doc
			return
		}
		slog.Warn("reading an earlier version", "error", err)
	}
}

// WholeBeside opens the version beside a file that is missing or damaged on which somebody
// worked last; false if there is none. It has no file of its own: nothing is written over
// what may still be rescued.
func (s *Shelf) WholeBeside(path string) (Opened, bool) {
	others, err := store.Others(s.disk, path, nil)
	if err != nil || len(others) == 0 {
		return Opened{}, false
	}
	o := Opened{Doc: others[0].Doc}
	s.putBack(&o, path)
	return o, true
}

// Settled says that everything that came back is safe elsewhere: the journals go.
func (o *Opened) Settled() {
	for _, left := range o.left {
		if err := left.Remove(); err != nil {
			slog.Warn("removing a journal", "error", err) // read again it does no harm
		}
	}
	o.left = nil
}
