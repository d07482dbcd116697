package desk

import (
	"log/slog"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/store"
	"commonplan/model/store/backup"
	"commonplan/model/store/shelf"
)

// Earlier is an earlier version of the open project.
type Earlier struct {
	At     time.Time
	Why    backup.Why
	Counts backup.Counts

	version backup.Version
}

// Versions lists the earlier versions of the open project with how much is in each, the
// newest first; then is told.
func (d *Desk) Versions(then func([]Earlier, error)) {
	safe, id, key := d.safe.kept, d.project.Document().ID, d.key
	if safe == nil {
		then(nil, nil)
		return
	}
	go func() {
		versions, err := safe.Versions(id)
		var all []Earlier
		for _, v := range versions {
			doc, err := v.Read(key)
			if err != nil { // damaged, or of an earlier password: nobody can read it
				slog.Warn("reading an earlier version", "error", err)
				continue
			}
			all = append(all, Earlier{At: v.Time.Local(), Why: v.Why, Counts: backup.CountsOf(doc), version: v})
		}
		d.later(func() { then(all, err) })
	}()
}

// ReadVersion reads an earlier version; then is told.
func (d *Desk) ReadVersion(e Earlier, then func(*model.Document, error)) {
	key := d.key
	go func() {
		doc, err := e.version.Read(key)
		d.later(func() { then(doc, err) })
	}()
}

// BringBack brings records of an earlier version back as new edits, all of them if none is
// named. The present state is kept as a version first.
func (d *Desk) BringBack(earlier *model.Document, ids ...model.ID) error {
	if safe := d.safe.kept; safe != nil && d.project != nil {
		now, key := d.project.Document(), d.key
		d.safe.ending.Go(func() { safe.Keep(now, key, backup.BeforeRestore) })
	}
	return d.Edit("edit.bring_back", func(c *edit.Change) error { return c.BringBack(earlier, ids...) })
}

// present is the project that makes room while an earlier version is read.
type present struct {
	project  *edit.Project
	path     string
	seen     store.Seen
	key      *file.Key
	readOnly *model.Problem
	savedAt  time.Time
}

// ReadEarlier puts an earlier version on the desk to be read and printed, in place of the
// present one, until [Desk.BackToPresent].
func (d *Desk) ReadEarlier(earlier *model.Document, at time.Time) error {
	project, err := edit.Open(earlier, d.source)
	if err != nil {
		return err
	}
	if d.present == nil {
		d.present = &present{d.project, d.path, d.seen, d.key, d.readOnly, d.savedAt}
	}
	said := d.words.Date(model.DateOf(at)) + ", " + at.Format("15:04")
	reading := model.NewProblem("versions.reading", "Time", said)
	d.put(project, shelf.Opened{Doc: earlier, ReadOnly: reading, Seen: store.Seen{}.WithKey(d.present.key)})
	return nil
}

// IsReading tells whether an earlier version is on the desk, to be read.
func (d *Desk) IsReading() bool { return d.present != nil }

// BackToPresent puts the present version back on the desk; nothing happens if it is there.
func (d *Desk) BackToPresent() {
	p := d.present
	if p == nil {
		return
	}
	d.stopReading()
	for _, tell := range d.opened {
		tell()
	}
}

func (d *Desk) stopReading() {
	p := d.present
	if p == nil {
		return
	}
	d.present, d.asked = nil, nil
	d.project, d.path, d.seen, d.key, d.readOnly, d.savedAt = p.project, p.path, p.seen, p.key, p.readOnly, p.savedAt
	if d.safe.notes != nil && d.project.Changed() {
		d.rest()
	}
}
