package edit

import (
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// BringBack brings records back as they were in an earlier version of the project, as new
// edits: what they say now goes into the history. Without ids it brings back everything,
// and puts what was added since into the bin.
//
// With a record come the records that it cannot be without and that are gone (the ends
// of a link), and what belonged to it and went with it (the costs of an activity). What
// only lost its mention of the record mentions it again.
func (c *Change) BringBack(earlier *model.Document, ids ...model.ID) error {
	was := model.ReadPlan(earlier, nil)
	if len(ids) == 0 {
		c.restoreAll(earlier)
		return nil
	}
	for _, id := range ids {
		if was.Item(id) == nil {
			return model.NewProblem("problem.record", "Text", string(id))
		}
		c.restoreWithOthers(earlier, was, was.Item(id), map[model.ID]bool{})
	}
	return nil
}

func (c *Change) restoreAll(earlier *model.Document) {
	for _, id := range slices.Sorted(maps.Keys(earlier.Records)) {
		c.restore(earlier, id)
	}
	for _, id := range slices.Sorted(maps.Keys(c.doc.Records)) {
		record := c.doc.Records[id]
		if earlier.Records[id] == nil && record.Type != model.TypePrivate && !record.Deleted() {
			c.write(id, record.Type, model.FieldDeleted, model.Deletion(nil, ""))
		}
	}
}

// restoreWithOthers restores a record, and those around it that are gone.
func (c *Change) restoreWithOthers(earlier *model.Document, was *model.Plan, item model.Item, done map[model.ID]bool) {
	id := item.Head().ID
	if done[id] {
		return
	}
	done[id] = true
	gone := c.Plan().Item(id) == nil
	c.restore(earlier, id)
	c.restore(earlier, model.PrivateID(id))
	for _, other := range ownersOf(item) { // a list of them may be shorter than it was
		if before := was.Item(other); before != nil && c.Plan().Item(other) == nil {
			c.restoreWithOthers(earlier, was, before, done)
		}
	}
	if !gone {
		return
	}
	for _, t := range model.Types() {
		for _, other := range was.List(t) {
			switch {
			case c.Plan().Item(other.Head().ID) != nil:
				c.mentionAgain(earlier, other.Head().ID, id)
			case slices.Contains(ownersOf(other), id) && c.hasOwners(other, done):
				c.restoreWithOthers(earlier, was, other, done)
			}
		}
	}
}

// mentionAgain writes the fields of a record that spoke of another and were emptied when
// that was removed.
func (c *Change) mentionAgain(earlier *model.Document, record, of model.ID) {
	before := earlier.Records[record]
	for _, name := range slices.Sorted(maps.Keys(before.Fields)) {
		_, member, _ := strings.Cut(name, "/")
		value := before.Value(name)
		if (member == string(of) || value == model.TextValue(string(of))) && c.doc.Records[record].Value(name) == "" {
			c.write(record, before.Type, name, value)
		}
	}
}

// ownersOf gives the records to which a record belongs.
func ownersOf(item model.Item) []model.ID {
	schema, _ := model.SchemaOf(item.Type())
	var owners []model.ID
	for _, f := range schema.Fields {
		if f.Owner && (f.Kind == model.KindReference || f.Kind == model.KindReferences) {
			for id := range strings.SplitSeq(model.Text(item, f.Name), ", ") {
				if id != "" {
					owners = append(owners, model.ID(id))
				}
			}
		}
	}
	return owners
}

// hasOwners tells whether everything a record cannot be without is there, or coming.
func (c *Change) hasOwners(item model.Item, coming map[model.ID]bool) bool {
	schema, _ := model.SchemaOf(item.Type())
	for _, f := range schema.Fields {
		if id := model.ID(model.Text(item, f.Name)); f.Owner && f.Kind == model.KindReference && id != "" {
			if !coming[id] && c.Plan().Item(id) == nil {
				return false
			}
		}
	}
	return true
}

// restore writes what a record said, field by field, and brings its pictures.
func (c *Change) restore(earlier *model.Document, id model.ID) {
	before, now := earlier.Records[id], c.doc.Records[id]
	if before == nil {
		return
	}
	if now == nil {
		c.own()
		now = &model.Record{ID: id, Type: before.Type, Unknown: before.Unknown}
		c.doc.Records[id] = now
		if before.Type != model.TypePrivate {
			c.step.brought[id] = true
			c.note(write{id, before.Type, model.FieldDeleted, []model.Value{model.Deletion(nil, "")}, nil})
		}
	}
	for _, name := range fieldsInOrder(now, before) {
		c.writeAll(id, before.Type, name, valuesOf(earlier, before, name))
	}
	c.bringParts(earlier, before)
}

// bringParts brings the pictures that a record shows, if they went meanwhile.
func (c *Change) bringParts(earlier *model.Document, record *model.Record) {
	for _, lives := range record.Fields {
		for _, live := range lives {
			name := live.Value.Text()
			if content := earlier.Parts[name]; content != nil && c.doc.Parts[name] == nil {
				c.own()
				c.doc.Parts = maps.Clone(c.doc.Parts)
				if c.doc.Parts == nil {
					c.doc.Parts = map[string][]byte{}
				}
				c.doc.Parts[name] = content
			}
		}
	}
}
