package shelf

import (
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"

	"commonplan/model"
	"commonplan/model/merge"
	"commonplan/model/store"
	"commonplan/model/store/backup"
)

// Saved is how a save went.
type Saved struct {
	Path   string // where the work is now: not what was asked for if that cannot be replaced
	Seen   store.Seen
	Joined *model.Document // what the file holds, if others' changes came in; else nil
	Stick  bool            // it is on a disk that may be pulled out now
	Told   []*model.Problem
}

// Save saves a project, by way of what the package says if that is not simply possible.
// After an error nothing is lost: Seen says what the file holds, which may be the new
// state all the same.
func (s *Shelf) Save(path string, doc *model.Document, seen store.Seen) (Saved, error) {
	saved := Saved{Path: path}
	anew := false
	if seen.Known() {
		_, err := s.disk.Stat(s.disk.Resolve(path))
		anew = err != nil
	}
	var err error
	saved.Seen, err = store.Save(s.disk, path, doc, seen)
	switch {
	case err == nil && anew:
		saved.Told = append(saved.Told, told("save.anew", path))
	case isAbout(err, "problem.save.changed"):
		err = s.saveJoined(&saved, doc)
	}
	if errors.Is(err, store.ErrNotReplaced) {
		err = s.saveBeside(&saved, doc, err)
	}
	if err != nil {
		return saved, err
	}
	held := doc
	if saved.Joined != nil {
		held = saved.Joined
	}
	s.protect(held.ID, saved.Seen.Key())
	s.Keep(held, saved.Seen.Key(), backup.Saved)
	saved.Stick = s.disk.Medium(saved.Path) == store.Removable
	return saved, nil
}

func isAbout(err error, key string) bool {
	var problem *model.Problem
	return errors.As(err, &problem) && problem.Key == key
}

// saveJoined joins with what somebody else put into the file, and saves that. Another
// computer may change the file again meanwhile.
func (s *Shelf) saveJoined(saved *Saved, doc *model.Document) error {
	const tries = 5
	key := saved.Seen.Key()
	s.Keep(doc, key, backup.BeforeMerge)
	var err error
	for range tries {
		var strange error // no project, or another one: it is not ours to touch
		join := func(theirs *model.Document) (joined *model.Document, err error) {
			joined, strange = merge.Join(doc, theirs)
			return joined, strange
		}
		joined, seen, failed := store.Update(s.disk, saved.Path, key, join)
		err = failed // then what was seen stays as it was: the next save must join, too
		switch {
		case err == nil:
			saved.Joined, saved.Seen = joined, seen
			saved.Told = append(saved.Told, told("save.joined", saved.Path))
			return nil
		case strange != nil, joined == nil:
			slog.Warn("joining with what is in the file now", "path", saved.Path, "error", err)
			return fmt.Errorf("joining: %w", store.ErrNotReplaced)
		case !isAbout(err, "problem.save.changed"):
			saved.Joined = joined // for a file beside it
			return err
		}
	}
	return err
}

// saveBeside saves under a dated name beside a file that cannot be replaced.
func (s *Shelf) saveBeside(saved *Saved, doc *model.Document, why error) error {
	if saved.Joined != nil {
		doc = saved.Joined
	}
	seen, path, err := store.SaveBeside(s.disk, saved.Path, doc, saved.Seen.Key(), s.now())
	if err != nil {
		slog.Warn("saving beside a file", "path", saved.Path, "error", err)
		return why // what stands against the file itself is what to tell
	}
	key := "save.beside"
	if isAbout(why, "problem.save.readonly") {
		key = "save.beside_readonly"
	}
	saved.Told = append(saved.Told, told(key, saved.Path, "New", model.CleanText(filepath.Base(path))))
	saved.Path, saved.Seen = path, seen
	return nil
}
