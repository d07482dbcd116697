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
		if d.settledFor == nil || len(d.unsettled) > 0 || d.differs {
			d.unsettled, d.differs = d.follower.Unsettled(doc, d.project.Plan().Bin()), false
		}
		d.settledFor = doc
	}
	return d.unsettled
}

// lookForDifferences notes whether a change left something to settle, so that typing
// need not look through the whole project.
func (d *Desk) lookForDifferences(e edit.Event) {
	doc := d.project.Document()
	d.differs = d.differs || len(d.project.Plan().Bin().Kept()) > 0
	for _, touch := range e.Touched {
		for _, id := range []model.ID{touch.Record, model.PrivateID(touch.Record)} {
			if record := doc.Records[id]; record != nil {
				d.differs = d.differs || record.Disputed() || len(record.Fields[touch.Field]) > 1
			}
		}
	}
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
