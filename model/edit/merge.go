package edit

import (
	"maps"
	"slices"

	"commonplan/model"
)

// Take makes a joined document (see package merge) the current state, as one named step:
// undoing it writes the old values with new stamps and puts the records that came into
// the bin. It is false if the project is not in the state that was joined any more: then
// join again. A document that holds nothing new is no step.
//
// From here on a fresh session writes, so that nothing a copy may say of the old one can
// stand in the way of what is written next.
func (p *Project) Take(name string, before, joined *model.Document) (bool, error) {
	if p.doc != before {
		return false, nil
	}
	if joined == before {
		return true, nil
	}
	session, err := model.NewSession(p.source.Random)
	if err != nil {
		return false, err
	}
	p.EndBurst()
	c := p.begin(step{name: name, merge: joined})
	c.doc, c.before, c.plan = joined, p.plan, nil
	c.noteMerge(before)
	p.session, c.n = session, 0
	if len(c.step.wrote) > 0 {
		p.done, p.undone = append(p.done, c.step), nil
	}
	p.take(c, Merged)
	return true, nil
}

// noteMerge notes what a merge changed, as if it had been written here.
func (c *Change) noteMerge(before *model.Document) {
	var changed []model.ID
	for id, record := range c.doc.Records {
		if before.Records[id] != record {
			changed = append(changed, id)
		}
	}
	slices.Sort(changed)
	for _, id := range changed {
		record, was := c.doc.Records[id], before.Records[id]
		if was == nil {
			c.noteArrival(record)
			continue
		}
		for _, field := range fieldsInOrder(was, record) {
			from, to := valuesOf(before, was, field), valuesOf(c.doc, record, field)
			if !slices.Equal(from, to) {
				c.note(write{id, record.Type, field, from, to})
			}
		}
	}
}

// noteArrival notes a record that came with a merge: taking the merge back puts it into
// the bin. A companion stays where it is: without its fields it says nothing.
func (c *Change) noteArrival(record *model.Record) {
	if record.Type != model.TypePrivate {
		c.step.brought[record.ID] = true
		c.note(write{record.ID, record.Type, model.FieldDeleted,
			[]model.Value{model.Deletion(nil, "")}, valuesOf(c.doc, record, model.FieldDeleted)})
		return
	}
	for _, field := range fieldsInOrder(record, record) {
		c.note(write{record.ID, record.Type, field, nil, valuesOf(c.doc, record, field)})
	}
}

// fieldsInOrder lists the fields of a record before and after, sorted, with "deleted"
// first if the record is disputed afterwards, and last if it is not, see [inOrder].
func fieldsInOrder(was, is *model.Record) []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(was.Fields)), maps.Keys(is.Fields))
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == model.FieldDeleted })
	if is.Disputed() {
		return append([]string{model.FieldDeleted}, names...)
	}
	return append(names, model.FieldDeleted)
}

// CanTakeBack tells whether there is a merge that [Project.TakeBack] can take back.
func (p *Project) CanTakeBack() bool { return p.lastMerge() >= 0 }

func (p *Project) lastMerge() int {
	for i := len(p.done) - 1; i >= 0; i-- {
		if p.done[i].merge != nil {
			return i
		}
	}
	return -1
}

// TakeBack takes the latest merge back, whatever was done since: each field that still
// says what the merge brought gets its old value, and records that came go into the bin.
// What was changed since stays. It is a step of its own, false if there is no merge.
func (p *Project) TakeBack(name string) bool {
	at := p.lastMerge()
	if at < 0 {
		return false
	}
	p.EndBurst()
	merged := p.done[at]
	c := p.begin(step{name: name})
	var stays map[model.ID]bool
	for _, w := range inOrder(merged.wrote, func(w write) []model.Value { return w.before }) {
		record := c.doc.Records[w.record]
		if w.field == model.FieldDeleted && merged.brought[w.record] && stays == nil {
			stays = c.staying(merged) // all else is as it was by now, see inOrder
		}
		if merged.brought[w.record] && (w.field != model.FieldDeleted || stays[w.record]) {
			continue // it goes as it is, or was worked on since and stays
		}
		if slices.Equal(valuesOf(c.doc, record, w.field), w.after) {
			c.writeAll(w.record, w.kind, w.field, w.before)
		}
	}
	p.done[at].merge = nil
	if len(c.step.wrote) > 0 {
		p.done, p.undone = append(p.done, c.step), nil
	}
	if len(c.touched) > 0 {
		p.take(c, Edited)
	}
	return true
}

// staying tells which records that came with a merge stay when it is taken back: what was
// worked on since, and what a record refers to that stays.
func (c *Change) staying(merged step) map[model.ID]bool {
	stays := map[model.ID]bool{}
	var keep func(id model.ID)
	keep = func(id model.ID) {
		for _, other := range c.Plan().Mentions(id) {
			if merged.brought[other] && !stays[other] {
				stays[other] = true
				keep(other)
			}
		}
	}
	for id, record := range c.doc.Records {
		switch {
		case !merged.brought[id]:
			keep(id)
		case record != merged.merge.Records[id] && !stays[id]:
			stays[id] = true
			keep(id)
		}
	}
	return stays
}
