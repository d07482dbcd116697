package desk

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/store"
	"commonplan/model/store/backup"
	"commonplan/model/stray"
)

// Arrival is a copy of the open project that was read, and what it would bring. Nothing
// is touched yet.
type Arrival struct {
	Path           string
	Name           string // of the file
	Date           model.Date
	Report         merge.Report
	Before, After  *model.Plan // without the copy, and with it
	WithoutPrivate bool        // it came without private records of ours

	// What it says that the plan said before and did not keep: joining brings none of it.
	Gone   []merge.Change
	GoneOn model.Date  // when it went; zero if nobody knows
	Again  *model.Plan // with all that is gone brought in again

	theirs *model.Document
}

// ReadCopy reads a copy of the open project and works out what it would bring; then is
// told. A file that is protected is refused with "problem.password.needed" until it is
// read with its password; one of another project is refused, see [IsOther].
func (d *Desk) ReadCopy(path, password string, then func(*Arrival, error)) {
	if d.project == nil {
		then(nil, model.NewProblem("problem.closed"))
		return
	}
	d.project.EndBurst()
	ours := d.project.Document()
	go func() {
		a, err := d.readCopy(path, password, ours)
		d.later(func() {
			if err != nil {
				slog.Info("reading a copy", "path", path, "error", err)
			}
			then(a, err)
		})
	}()
}

func (d *Desk) readCopy(path, password string, ours *model.Document) (*Arrival, error) {
	theirs, err := d.disk.Read(path, password)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	if theirs.ID != ours.ID {
		return nil, model.NewProblem("problem.merge.other", "File", name)
	}
	joined, err := merge.Join(ours, theirs)
	if err != nil {
		return nil, err
	}
	report := merge.Explain(ours, theirs, joined)
	before := model.ReadPlan(ours, nil)
	a := &Arrival{Path: path, Name: name, theirs: theirs, Report: report, Before: before,
		After: model.ReadPlan(joined, before), WithoutPrivate: lacksPrivate(ours, theirs)}
	if began, err := time.Parse(time.RFC3339, report.Copy.Began); err == nil {
		a.Date = model.DateOf(began.Local())
	}
	return a, d.tryAgain(a, joined)
}

// tryAgain works out what of a copy was not kept, on a project of its own.
func (d *Desk) tryAgain(a *Arrival, joined *model.Document) error {
	gone := edit.NotKept(joined, a.theirs)
	if len(gone) == 0 {
		return nil
	}
	trial, err := edit.Open(joined, edit.Source{Random: strings.NewReader(strings.Repeat("trial", 100)), Now: d.source.Now, Who: a.Report.Copy.Who})
	if err == nil {
		err = trial.Edit("edit.merge.again", func(c *edit.Change) error { c.BringAgain(a.theirs, gone); return nil })
	}
	if err != nil {
		return fmt.Errorf("trying what a copy said once more: %w", err)
	}
	a.Again = trial.Plan()
	a.Gone = merge.Explain(joined, a.theirs, trial.Document()).Changes
	last := ""
	for _, g := range gone {
		for _, s := range joined.Sessions {
			if s.ID == g.By.Session {
				last = max(last, s.Began)
			}
		}
	}
	if at, err := time.Parse(time.RFC3339, last); err == nil {
		a.GoneOn = model.DateOf(at.Local())
	}
	return nil
}

// BringAgain writes what a copy says and was not kept, as one edit.
func (d *Desk) BringAgain(a *Arrival) error {
	if d.project == nil {
		return model.NewProblem("problem.closed")
	}
	d.project.EndBurst()
	gone := edit.NotKept(d.project.Document(), a.theirs)
	return d.project.Edit("edit.merge.again", func(c *edit.Change) error { c.BringAgain(a.theirs, gone); return nil })
}

// lacksPrivate tells whether we have private records that a copy came without.
func lacksPrivate(ours, theirs *model.Document) bool {
	bin := ours.Bin()
	for id, record := range ours.Records {
		private := record.Type == model.TypePrivate || record.Value(model.FieldPrivate) == "true"
		if private && theirs.Records[id] == nil && !bin.Holds(id) {
			return true
		}
	}
	return false
}

// IsOther tells whether a file was refused because it is another project.
func IsOther(err error) bool {
	var problem *model.Problem
	return errors.As(err, &problem) && problem.Key == "problem.merge.other"
}

// BringIn joins a copy with the open project as it is now: all of it, or only some of
// its records; then is told how that went. It is one step of undo.
func (d *Desk) BringIn(a *Arrival, only map[model.ID]bool, then func(error)) {
	project := d.project
	if project == nil {
		then(model.NewProblem("problem.closed"))
		return
	}
	project.EndBurst()
	before := project.Document()
	theirs := part(a.theirs, only)
	if safe := d.safe.kept; safe != nil { // the state before stays among the earlier versions
		key := d.key
		d.safe.ending.Go(func() { safe.Keep(before, key, backup.BeforeMerge) })
	}
	go func() {
		joined, err := merge.Join(before, theirs)
		d.later(func() {
			if err != nil {
				then(err)
				return
			}
			if d.project != project {
				then(model.NewProblem("problem.closed"))
				return
			}
			took, err := project.Take("edit.merge", before, joined)
			if err == nil && !took { // somebody typed meanwhile
				d.BringIn(a, only, then)
				return
			}
			d.ours = before.Sessions
			d.tellSaved()
			then(err)
		})
	}()
}

// IsOurs tells whether a session was ours before a copy was brought in; known is false if
// none was since the app was started.
func (d *Desk) IsOurs(session model.Session) (ours, known bool) {
	return slices.ContainsFunc(d.ours, func(s model.SessionInfo) bool { return s.ID == session }), d.ours != nil
}

// part gives a copy with only some of its records. A record that a copy lacks is not
// known there, so the rest can come in at another time.
func part(doc *model.Document, only map[model.ID]bool) *model.Document {
	if only == nil {
		return doc
	}
	some := doc.Clone()
	left := func(id model.ID) bool { return !only[id] && !only[model.OwnerID(id)] }
	maps.DeleteFunc(some.Records, func(id model.ID, _ *model.Record) bool { return left(id) })
	maps.DeleteFunc(some.History, func(id model.ID, _ []model.Replaced) bool { return left(id) })
	return some
}

// TakeBack takes the latest merge back, whatever was done since; false if there is none.
func (d *Desk) TakeBack() bool { return d.project != nil && d.project.TakeBack("edit.merge.back") }

// CanTakeBack tells whether there is a merge to take back.
func (d *Desk) CanTakeBack() bool { return d.project != nil && d.project.CanTakeBack() }

// FindConflicts looks for second copies that a sync program laid beside the project's
// file, and tells of each that holds something new.
func (d *Desk) FindConflicts(then func(*Arrival)) {
	if d.project == nil || d.path == "" {
		return
	}
	project, path, ours := d.project, d.path, d.project.Document()
	go func() {
		names, err := d.disk.Beside(path)
		if err != nil {
			slog.Info("looking beside the project", "path", path, "error", err)
			return
		}
		for _, name := range stray.Conflicts(filepath.Base(path), names) {
			a, err := d.readCopy(filepath.Join(filepath.Dir(path), name), "", ours)
			if err != nil || a.Report.NothingNew() {
				continue // no copy of this project, or one that is in it already
			}
			d.later(func() {
				if d.project == project {
					then(a)
				}
			})
		}
	}()
}

// Detach forgets where the open project lies, because it cannot stay there: it will ask
// for a place when it is saved. It gives the name of the file.
func (d *Desk) Detach() string {
	name := filepath.Base(d.path)
	d.settings.Forget(d.path)
	d.safe.detached(d.path)
	d.path, d.seen = "", store.Seen{}
	d.reseal()
	d.tellSaved()
	return name
}
