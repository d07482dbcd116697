package desk

import (
	"log/slog"
	"path/filepath"
	"strings"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/file"
	"commonplan/model/insight"
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
	d.take(project, "", nil, nil)
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
				d.take(project, "", nil, nil)
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
	go func() {
		doc, seen, key, err := d.disk.Open(path, password)
		var project *edit.Project
		if err == nil {
			project, err = edit.Open(doc, d.source)
		}
		d.later(func() {
			if err != nil {
				slog.Warn("opening a project", "path", path, "error", err)
				then(err)
				return
			}
			d.savedAt = d.source.Now()
			d.take(project, path, seen, key)
			d.remember()
			then(nil)
		})
	}()
}

// take puts a project on the desk in place of the one before.
func (d *Desk) take(project *edit.Project, path string, seen Seen, key *file.Key) {
	d.project, d.path, d.seen, d.key, d.asked = project, path, seen, key, nil
	project.Watch(func(e edit.Event) {
		if d.project != project {
			return
		}
		for _, tell := range d.watchers {
			tell(e)
		}
	})
	for _, tell := range d.opened {
		tell()
	}
}

// Close takes the project off the desk.
func (d *Desk) Close() {
	d.project, d.path, d.seen, d.key, d.asked = nil, "", nil, nil, nil
	for _, tell := range d.opened {
		tell()
	}
}

// Save saves to the project's own file; then is told how that went.
func (d *Desk) Save(then func(error)) { d.saveTo(d.path, d.seen, d.key, then) }

// SaveAs saves to another file, which becomes the project's own. If there is a file of
// that name already, the person has agreed to replace it.
func (d *Desk) SaveAs(path string, then func(error)) {
	seen := Replace
	if !strings.EqualFold(filepath.Ext(path), Extension) {
		path += Extension
		seen = nil // nobody was asked about a file of this name: it must be free
	}
	d.saveTo(path, seen, d.key, then)
}

// Replace is what is seen of a file that may be replaced, whatever it holds.
var Replace Seen = replace{}

type replace struct{}

func (d *Desk) saveTo(path string, seen Seen, key *file.Key, then func(error)) {
	if d.saving {
		then(model.NewProblem("problem.save.busy"))
		return
	}
	project, doc := d.project, d.project.Document()
	project.EndBurst()
	d.saving = true
	d.tellSaved()
	go func() {
		now, err := d.disk.Save(path, doc, seen, key)
		d.later(func() {
			d.saving = false
			here := d.project == project
			if err != nil {
				slog.Warn("saving a project", "path", path, "error", err)
				if here && path == d.path {
					d.seen = now // the new file may be in its place all the same
				}
			} else {
				project.Saved(doc)
				if here {
					d.path, d.seen, d.key, d.savedAt = path, now, key, d.source.Now()
					d.remember()
				}
			}
			d.tellSaved()
			then(err)
		})
	}()
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
