package edit

import (
	"maps"
	"slices"
	"strings"
	"time"

	"commonplan/model"
)

// without takes an id out of a reference field's text.
func without(members string, gone model.ID) (rest string, found bool) {
	all := strings.Split(members, ", ")
	kept := slices.DeleteFunc(slices.Clone(all), func(m string) bool { return m == string(gone) })
	return strings.Join(kept, ", "), len(kept) < len(all)
}

// writeItem writes the fields in which item differs from before; nil is a new record.
func (c *Change) writeItem(item, before model.Item) {
	open, private := model.Facts(item)
	var wasOpen, wasPrivate map[string]model.Value
	if before != nil {
		wasOpen, wasPrivate = model.Facts(before)
	}
	id := item.Head().ID
	if before == nil {
		if old := c.doc.Records[id]; old != nil { // it lay in the bin, and may hold other things
			wasOpen, wasPrivate = model.Facts(model.ReadItem(old, c.doc.Records[model.PrivateID(id)], c.doc.History[id]))
		}
		c.bring(id, item.Type())
	}
	c.writeFacts(id, item.Type(), wasOpen, open)
	if len(private) > 0 || len(wasPrivate) > 0 {
		companion := model.PrivateID(id)
		if c.doc.Records[companion] == nil {
			c.own()
			c.doc.Records[companion] = &model.Record{ID: companion, Type: model.TypePrivate}
		}
		c.writeFacts(companion, model.TypePrivate, wasPrivate, private)
	}
}

// bring makes a record that was not there. For undo it counts as having been in the
// bin: undoing puts it there, with its fields as they are.
func (c *Change) bring(id model.ID, t model.Type) {
	if c.doc.Records[id] == nil {
		c.own()
		c.doc.Records[id] = &model.Record{ID: id, Type: t}
		c.step.brought[id] = true
		c.note(write{id, t, model.FieldDeleted, []model.Value{model.Deletion(nil, "")}, nil})
		return
	}
	c.lift(id)
}

func (c *Change) writeFacts(id model.ID, t model.Type, before, after map[string]model.Value) {
	fields := maps.Clone(after)
	if fields == nil {
		fields = map[string]model.Value{}
	}
	for field := range before {
		if _, kept := fields[field]; !kept {
			fields[field] = model.None
		}
	}
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		if was, ok := before[field]; !ok || was != fields[field] {
			c.write(id, t, field, fields[field])
		}
	}
}

// write writes one field of one record with the next stamp, unless it is so already.
func (c *Change) write(id model.ID, t model.Type, field string, value model.Value) {
	c.writeAll(id, t, field, []model.Value{value})
}

// writeAll writes the values of a field, each with a stamp of its own: more than one is
// a choice that waits again, after an undo. None means that the field is emptied.
func (c *Change) writeAll(id model.ID, t model.Type, field string, values []model.Value) {
	record := c.doc.Records[id]
	if len(values) == 0 {
		values = []model.Value{model.None}
	}
	if isSo(record, field, values) {
		return
	}
	if field == model.FieldDeleted {
		values = deletions(record, values)
	}
	c.own()
	next := make([]model.Live, len(values))
	for i, value := range values {
		c.n++
		next[i] = model.Live{Stamp: model.Stamp{Session: c.project.session, N: c.n}, Value: value}
	}
	before := valuesOf(c.doc, record, field)
	changed, replaced := record.WithAll(field, next)
	c.doc.Records[id] = changed
	c.keep(id, replaced)
	if c.step.burst != "" {
		for _, live := range next {
			c.step.fresh[live.Stamp] = true
		}
	}
	c.note(write{id, t, field, before, valuesOf(c.doc, changed, field)})
	kept := c.known() != nil && c.known().Bin().KeptBy(id) != nil
	if record.Deleted() && !kept && field != model.FieldDeleted { // it stays in the bin, having seen this too
		c.writeAll(id, t, model.FieldDeleted, valuesOf(c.doc, record, model.FieldDeleted))
	}
}

// isSo tells whether a field says already what is to be written.
func isSo(record *model.Record, field string, values []model.Value) bool {
	lives := record.Fields[field]
	if len(lives) == 0 {
		return len(values) == 1 && values[0] == model.None
	}
	if field == model.FieldDeleted && len(values) == 1 && len(lives) == 1 && !record.Disputed() && !values[0].TellsSeen() {
		return model.IsDeletion(values[0]) == model.IsDeletion(lives[0].Value)
	}
	return slices.EqualFunc(lives, values, func(l model.Live, v model.Value) bool { return l.Value == v })
}

// keep puts replaced values into the history, but for those that only passed while
// somebody typed: what they had replaced was replaced by this change.
func (c *Change) keep(id model.ID, replaced []model.Replaced) {
	if len(replaced) == 0 {
		return
	}
	history := slices.Clone(c.doc.History[id])
	for _, r := range replaced {
		if !c.step.fresh[r.Stamp] {
			history = append(history, r)
			continue
		}
		delete(c.step.fresh, r.Stamp)
		for i := range history {
			if history[i].By == r.Stamp {
				history[i].By = r.By
			}
		}
	}
	if len(history) > 0 {
		model.SortReplaced(history)
		c.doc.History[id] = history
	}
}

// note remembers a write for undo and for the event; in a burst the first value
// before and the last one after count.
func (c *Change) note(w write) {
	owner, t := w.record, w.kind
	if t == model.TypePrivate {
		owner = model.ID(strings.TrimSuffix(string(owner), string(model.PrivateID(""))))
		if record := c.doc.Records[owner]; record != nil {
			t = record.Type
		}
	}
	c.touched = append(c.touched, Touch{Record: owner, Type: t, Field: w.field})
	c.before, c.plan = c.known(), nil
	key := place{w.record, w.field}
	if i, again := c.at[key]; again {
		c.step.wrote[i].after = w.after
		return
	}
	c.at[key] = len(c.step.wrote)
	c.step.wrote = append(c.step.wrote, w)
}

// known gives the latest plan that was read.
func (c *Change) known() *model.Plan {
	if c.plan != nil {
		return c.plan
	}
	return c.before
}

// own makes the document this change's own before the first write, and enters the
// session the first time anything is written in it.
func (c *Change) own() {
	if c.doc != c.project.doc {
		return
	}
	c.doc = c.doc.Clone()
	entered := slices.ContainsFunc(c.doc.Sessions, func(s model.SessionInfo) bool { return s.ID == c.project.session })
	if entered {
		return
	}
	c.doc.Sessions = append(c.doc.Sessions, model.SessionInfo{
		ID: c.project.session, Who: c.project.source.Who,
		Began: c.project.source.Now().UTC().Format(time.RFC3339),
	})
	slices.SortFunc(c.doc.Sessions, func(a, b model.SessionInfo) int { return strings.Compare(string(a.ID), string(b.ID)) })
}
