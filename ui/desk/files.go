package desk

import (
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/file"
	"commonplan/model/insight"
	"commonplan/model/merge"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
)

// Begin begins a new project with what the app asks for first.
func (d *Desk) Begin(name, place, lead string) error {
	project, err := edit.New(d.source)
	if err != nil {
		return err
	}
	err = project.Edit("edit.begin", func(c *edit.Change) error {
		p := model.Clone(c.Plan().Project)
		for field, text := range map[string]string{"name": name, "place": place, "lead": lead} {
			if err := model.SetText(p, field, text); err != nil {
				return err
			}
		}
		if err := c.Put(p); err != nil {
			return err
		}
		return d.beginRecords(c)
	})
	if err != nil {
		return err
	}
	project.ForgetSteps()
	d.take(project, begun(project))
	return nil
}

// beginRecords adds what every plan has: the three objectives as goals, and the option
// of doing nothing.
func (d *Desk) beginRecords(c *edit.Change) error {
	var items []model.Item
	for _, objective := range model.Objectives {
		items = append(items, &model.Goal{Title: d.words.Say("desk.goal." + string(objective)), Objective: objective})
	}
	items = append(items, &model.Option{Title: d.words.Say("choice.option_kind.do_nothing"), Kind: model.DoNothing})
	_, err := c.AddAll(items...)
	return err
}

// OpenExample opens one of the examples as a project of the volunteer's own; then is
// told how that went.
func (d *Desk) OpenExample(name string, then func(error)) {
	go func() {
		var project *edit.Project
		doc, err := example.Open(name)
		if err == nil {
			project, err = edit.OpenAsNew(doc, d.source)
		}
		d.later(func() {
			if err == nil {
				d.take(project, begun(project))
			}
			then(err)
		})
	}()
}

// Open reads a project file and puts it on the desk; then is told how that went. A file
// protected by a password is refused with "problem.password.needed", see [NeedsPassword].
func (d *Desk) Open(path string, then func(error)) { d.OpenLocked(path, "", then) }

// OpenLocked reads a file protected by a password, and keeps its key for saving.
func (d *Desk) OpenLocked(path, password string, then func(error)) {
	d.open(path, func() (shelf.Opened, error) { return d.disk.Open(path, password) }, then)
}

// open puts a project on the desk that is had in another goroutine.
func (d *Desk) open(path string, have func() (shelf.Opened, error), then func(error)) {
	go func() {
		o, err := have()
		var project *edit.Project
		if err == nil {
			project, err = edit.Open(o.Doc, d.source)
		}
		if err == nil && o.Back != nil {
			_, err = project.Take("edit.recover", o.Doc, o.Back.Joined)
		}
		d.later(func() {
			if err != nil {
				slog.Warn("opening a project", "path", path, "error", err)
				then(err)
				return
			}
			d.savedAt = time.Time{}
			d.take(project, o)
			if d.path != "" {
				d.remember()
			}
			then(nil)
			d.tellOpened(o)
		})
	}()
}

// tellOpened tells what is to be known of a project that was opened.
func (d *Desk) tellOpened(o shelf.Opened) {
	if o.Back != nil {
		for _, tell := range d.back {
			tell(Back{Before: o.Doc, Noted: o.Back.Noted, Joined: o.Back.Joined, Since: o.Back.Since, Cut: o.Back.Cut})
		}
	}
	d.tell(o.Told)
}

func (d *Desk) tell(sentences []*model.Problem) {
	if len(sentences) == 0 {
		return
	}
	for _, tell := range d.told {
		tell(sentences)
	}
}

// begun is a project that has no file yet.
func begun(project *edit.Project) shelf.Opened { return shelf.Opened{Doc: project.Document()} }

// take puts a project on the desk in place of the one before.
func (d *Desk) take(project *edit.Project, o shelf.Opened) {
	d.leave()
	project.Watch(func(e edit.Event) {
		if d.project != project {
			return
		}
		d.note()
		d.lookForDifferences(e)
		for _, tell := range d.watchers {
			tell(e)
		}
	})
	d.put(project, o)
}

// put has a project on the desk, and everybody look at it.
func (d *Desk) put(project *edit.Project, o shelf.Opened) {
	d.project, d.path, d.seen, d.key, d.asked, d.ours, d.settledFor = project, o.Path, o.Seen, o.Seen.Key(), nil, nil, nil
	d.readOnly = o.ReadOnly
	if d.present == nil {
		d.beSafe(o)
	}
	for _, tell := range d.opened {
		tell()
	}
}

// Close takes the project off the desk. What is not saved is let go, but can still be
// found among the earlier versions.
func (d *Desk) Close() {
	d.leave()
	d.project, d.path, d.seen, d.key, d.asked, d.readOnly = nil, "", store.Seen{}, nil, nil, nil
	for _, tell := range d.opened {
		tell()
	}
}

// Save saves to the project's own file; then is told how that went.
func (d *Desk) Save(then func(error)) { d.saveTo(d.path, d.seen, d.key, then) }

// SaveAs saves to another file, which becomes the project's own. If there is a file of
// that name already, the person has agreed to replace it.
func (d *Desk) SaveAs(path string, then func(error)) {
	seen := store.Overwriting()
	if !strings.EqualFold(filepath.Ext(path), Extension) {
		path += Extension
		seen = store.Seen{} // nobody was asked about a file of this name: it must be free
	}
	d.saveTo(path, seen, d.key, then)
}

func (d *Desk) saveTo(path string, seen store.Seen, key *file.Key, then func(error)) {
	if d.readOnly != nil {
		then(d.readOnly)
		return
	}
	if d.saving {
		then(model.NewProblem("problem.save.busy"))
		return
	}
	project, doc := d.project, d.project.Document()
	project.EndBurst()
	d.saving = true
	d.tellSaved()
	go func() {
		saved, err := d.disk.Save(path, doc, seen.WithKey(key))
		d.later(func() {
			d.saving = false
			switch here := d.project == project; {
			case err != nil:
				slog.Warn("saving a project", "path", path, "error", err)
				if here && path == d.path {
					d.seen = saved.Seen // the new file may be in its place all the same
				}
			case here:
				d.nowSaved(doc, saved)
			default:
				project.Saved(doc)
			}
			d.tellSaved()
			then(err)
			d.tell(saved.Told)
		})
	}()
}

// nowSaved takes note of where the project is now, and takes in what others had put into
// its file.
func (d *Desk) nowSaved(doc *model.Document, saved shelf.Saved) {
	before := d.path
	if saved.Seen.Key() == nil {
		d.safe.unprotected(doc.ID, d.key)
	}
	d.path, d.seen, d.key, d.savedAt = saved.Path, saved.Seen, saved.Seen.Key(), d.source.Now()
	d.project.Saved(doc)
	if saved.Joined != nil {
		now := d.bringIn(doc, saved.Joined)
		if doc = saved.Joined; now {
			d.project.Saved(doc)
		}
	}
	d.safe.saved(d, before, doc, saved.Stick)
	d.remember()
}

// bringIn takes what a file was found to hold besides into the project. It is true if the
// project is just that now: nothing was typed since it was saved.
func (d *Desk) bringIn(saved, joined *model.Document) bool {
	now := d.project.Document()
	both, err := joined, error(nil)
	if now != saved {
		both, err = merge.Join(now, joined)
	}
	if err == nil {
		_, err = d.project.Take("edit.merge", now, both)
	}
	if err != nil { // it is in the file: at the next save it is joined again
		slog.Warn("taking in what is in the file", "error", err)
	}
	return err == nil && both == joined
}

func (d *Desk) tellSaved() {
	for _, tell := range d.saved {
		tell()
	}
}

func (d *Desk) remember() {
	recent := Recent{Path: d.path, Name: strings.TrimSuffix(filepath.Base(d.path), Extension), At: d.source.Now()}
	if d.key == nil { // of a protected project the list says no more than the disk does
		plan := d.Plan()
		recent.Name, recent.Lead, recent.Cost = d.Name(), plan.Project.Lead, insight.TotalsOf(plan).Full()
	}
	d.settings.Remember(recent)
}

// WritePaper writes a finished paper; then is told how that went.
func (d *Desk) WritePaper(path string, data []byte, then func(error)) {
	go func() {
		err := d.disk.WriteOutput(path, data)
		d.later(func() { then(err) })
	}()
}
