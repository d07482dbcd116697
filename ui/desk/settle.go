package desk

import (
	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
)

// Unsettled lists what two copies say differently and nobody has settled yet.
func (d *Desk) Unsettled() []merge.Choice {
	if d.project == nil {
		return nil
	}
	if doc := d.project.Document(); d.settledFor != doc {
		d.settledFor, d.unsettled = doc, merge.Unsettled(doc)
	}
	return d.unsettled
}

// ValueOf gives the value of a field for a text that somebody wrote, see
// [edit.Project.ValueOf].
func (d *Desk) ValueOf(id model.ID, field, text string) (model.Value, error) {
	if d.project == nil {
		return "", model.NewProblem("problem.closed")
	}
	return d.project.ValueOf(id, field, text)
}

// Past lists who changed what on a record.
func (d *Desk) Past(id model.ID) []edit.Past {
	if d.project == nil {
		return nil
	}
	return edit.PastOf(d.project.Document(), id)
}
