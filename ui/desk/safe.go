package desk

import (
	"log/slog"
	"sync"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store/backup"
	"commonplan/model/store/shelf"
)

// Safe keeps what is not in the project's file yet, and what was there before.
type Safe interface {
	// Note begins the journal of a project that was opened. Trouble is told from another
	// goroutine, see [shelf.Shelf.Note].
	Note(o *shelf.Opened, name string, trouble func(error)) *shelf.Notes
	// Keep keeps a state among the earlier versions.
	Keep(doc *model.Document, key *file.Key, why backup.Why)
	// Versions gives the earlier versions, the newest first.
	Versions(id model.ID) ([]backup.Version, error)
	// Unprotect takes the password off the earlier versions.
	Unprotect(id model.ID, key *file.Key)
	// Autosaves tells whether a file may be saved without being asked.
	Autosaves(path string) bool
	// Enter and Leave let others know who has a file open.
	Enter(path string) *model.Problem
	Leave(path string)
	// WholeBeside opens a whole version beside a file that is missing or damaged.
	WholeBeside(path string) (shelf.Opened, bool)
	// Waiting lists unsaved work of an earlier run, and Reopen opens it.
	Waiting() []shelf.Waiting
	Reopen(w shelf.Waiting, password string) (shelf.Opened, error)
}

// Back is work that came back after a crash: what the file held, what had been noted, and
// both together.
type Back struct {
	Before, Noted, Joined *model.Document
	Since                 time.Time
	Cut                   bool // the end of what was noted is damaged
}

// safety is what the desk does to keep the work safe. Without a [Safe] it does nothing.
type safety struct {
	kept    Safe
	notes   *shelf.Notes
	failing bool // the journal, or saving without being asked
	stick   bool
	idle    *time.Timer
	pause   time.Duration
	since   time.Time // of the first change since the file was saved, or last tried; zero if none
	wanted  func() bool
	ending  sync.WaitGroup
}

// KeepSafe has the desk keep a journal of every change and earlier versions of every
// project. While wanted says so, it also saves to the file after a pause without a
// change, and at least every two minutes of work, if that is on a disk of this computer.
func (d *Desk) KeepSafe(safe Safe, pause time.Duration, wanted func() bool) {
	d.safe.kept, d.safe.pause, d.safe.wanted = safe, pause, wanted
}

// beSafe begins to keep a project safe.
func (d *Desk) beSafe(o shelf.Opened) {
	d.safe.failing, d.safe.stick, d.safe.since = false, false, time.Time{}
	if d.safe.kept == nil || o.ReadOnly != nil {
		return
	}
	project := d.project
	d.safe.notes = d.safe.kept.Note(&o, d.Name(), func(err error) {
		d.later(func() {
			if d.project == project {
				d.fails(err)
			}
		})
	})
}

// fails shows that the work cannot be kept safe, or that it can again.
func (d *Desk) fails(err error) {
	if err != nil {
		slog.Error("keeping the work safe", "error", err)
	}
	d.safe.failing = err != nil
	d.tellSaved()
}

// note has the present state noted, and the file saved when nothing more is done.
func (d *Desk) note() {
	d.safe.stick = false
	if d.safe.notes == nil {
		return
	}
	d.safe.notes.Note(d.project.Document())
	d.rest()
}

// longestUnsaved is how long work goes on at most before the file is saved without a pause.
const longestUnsaved = 2 * time.Minute

// wait is how long to wait for a pause after a change at a time: never so long that the
// first unsaved change gets older than it may.
func (s *safety) wait(now time.Time) time.Duration {
	if s.since.IsZero() {
		s.since = now
	}
	return max(0, min(s.pause, s.since.Add(longestUnsaved).Sub(now)))
}

// rest has the file saved after a pause, or when work has gone on for long.
func (d *Desk) rest() {
	if d.safe.idle != nil {
		d.safe.idle.Stop()
	}
	project := d.project
	d.safe.idle = time.AfterFunc(d.safe.wait(d.source.Now()), func() {
		d.later(func() {
			if d.project == project {
				d.autosave()
			}
		})
	})
}

// autosave saves without being asked, and without a word if it cannot: that is shown in
// the line at the foot.
func (d *Desk) autosave() {
	d.safe.since = time.Time{} // where it cannot be saved, the next try is as far away again
	path := d.path
	if path == "" || d.saving || !d.project.Changed() || !d.safe.wanted() {
		return
	}
	go func() {
		if !d.safe.kept.Autosaves(path) { // asking the system may take a moment
			return
		}
		d.later(func() {
			if d.path != path || d.saving || !d.project.Changed() {
				return
			}
			d.Save(func(err error) { d.fails(err) })
		})
	}()
}

// unprotected has the earlier versions of a project stay readable without its password.
func (s *safety) unprotected(id model.ID, key *file.Key) {
	if s.kept != nil && key != nil {
		s.ending.Go(func() { s.kept.Unprotect(id, key) })
	}
}

// saved takes note that the file holds a state now.
func (s *safety) saved(d *Desk, before string, doc *model.Document, stick bool) {
	s.stick, s.failing, s.since = stick, false, time.Time{}
	if s.notes == nil {
		return
	}
	s.notes.Saved(d.path, d.Name(), doc, d.key)
	if path := d.path; path != before {
		go func() {
			s.kept.Leave(before)
			if other := s.kept.Enter(path); other != nil {
				d.later(func() { d.tell([]*model.Problem{other}) })
			}
		}()
	}
}

// leave ends the keeping of the project that is on the desk. What was not saved is let
// go, but not lost.
func (d *Desk) leave() {
	d.stopReading()
	s := &d.safe
	if s.idle != nil {
		s.idle.Stop()
	}
	if s.kept == nil || d.project == nil {
		return
	}
	notes, path, doc, key, dropped := s.notes, d.path, d.project.Document(), d.key, d.project.Changed()
	s.notes = nil
	s.ending.Go(func() {
		if dropped {
			s.kept.Keep(doc, key, backup.LetGo)
		}
		if notes != nil {
			notes.Remove()
		}
		s.kept.Leave(path)
	})
}

// Shut ends the keeping when the app ends, and waits until everything is in its place.
func (d *Desk) Shut() {
	d.leave()
	d.safe.ending.Wait()
}

// Noted waits until everything is in the journal.
func (d *Desk) Noted() error {
	if d.safe.notes == nil {
		return nil
	}
	return d.safe.notes.Flush()
}

// Waiting lists the work that was not saved when the app ended. It asks the disk.
func (d *Desk) Waiting() []shelf.Waiting {
	if d.safe.kept == nil {
		return nil
	}
	return d.safe.kept.Waiting()
}

// Reopen opens what waits; then is told how that went.
func (d *Desk) Reopen(w shelf.Waiting, password string, then func(error)) {
	d.open(w.Path, func() (shelf.Opened, error) { return d.safe.kept.Reopen(w, password) }, then)
}

// detached lets others know that the file a project came from is not open any more.
func (s *safety) detached(path string) {
	if s.kept != nil {
		go s.kept.Leave(path)
	}
}

// WholeBeside looks for a whole version beside a file that could not be opened; then is
// told how to open it, and when somebody last began to work on it; none is called if there
// is none.
func (d *Desk) WholeBeside(path string, then func(at time.Time, open func(then func(error))), none func()) {
	safe := d.safe.kept
	if safe == nil {
		none()
		return
	}
	go func() {
		o, found := safe.WholeBeside(path)
		d.later(func() {
			if !found {
				none()
				return
			}
			open := func(then func(error)) { d.open(path, func() (shelf.Opened, error) { return o, nil }, then) }
			then(o.Doc.WorkedOn().Local(), open)
		})
	}()
}

// reseal has the journal written anew for a project without a file: all of it, with the
// present key.
func (d *Desk) reseal() {
	if d.safe.notes != nil {
		d.safe.notes.Resealed(d.Name(), d.project.Document(), d.key)
	}
}
