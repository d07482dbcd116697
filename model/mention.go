package model

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// Bin is what lies in the bin of a document: what was removed, and what of that stays
// all the same because a record that is there refers to it.
//
// Whoever removes a record takes its id out of every other, or removes that too. So if
// one that is there still refers to a removed one, it came from a copy that did not know
// of the removal: a cost was added to an activity that is gone elsewhere. Then the
// activity stays, with its cost, until somebody chooses. As it is told from what the
// copies hold together, it is the same in whatever order they met.
type Bin struct {
	removed map[ID]bool
	kept    map[ID][]ID
}

// Bin works out what lies in the bin. It looks through the whole document if anything was
// removed in it: for one that has a plan, [Plan.Bin] has it ready.
func (d *Document) Bin() Bin {
	removed := map[ID]bool{}
	for id := range d.Records {
		if d.wasRemoved(id) {
			removed[id] = true
		}
	}
	return d.binOf(removed, func(yield func(ID, []ID) bool) {
		for id, record := range d.Records {
			if !removed[id] && !yield(id, record.mentions()) {
				return
			}
		}
	})
}

// InBin tells whether one record lies in the bin; for many, see [Document.Bin].
func (d *Document) InBin(id ID) bool { return d.wasRemoved(id) && d.Bin().Holds(id) }

// Holds tells whether a record lies in the bin.
func (b Bin) Holds(id ID) bool { return b.removed[id] && b.kept[id] == nil }

// Kept lists the records that were removed and stay because others refer to them, sorted.
func (b Bin) Kept() []ID { return slices.Sorted(maps.Keys(b.kept)) }

// KeptBy lists, sorted, the records that refer to a removed one and so keep it from the
// bin; none for any other.
func (b Bin) KeptBy(id ID) []ID { return b.kept[id] }

// wasRemoved tells whether a record was removed by somebody who had seen all it holds.
// Somebody who changed only its private fields meanwhile keeps it as well.
func (d *Document) wasRemoved(id ID) bool {
	record := d.Records[id]
	if record == nil || !record.Deleted() {
		return false
	}
	companion := d.Records[PrivateID(id)]
	return companion == nil || !companion.Disputed()
}

// binOf works out which of the removed records are kept by those that are there, given
// with what they refer to. What a kept record refers to is kept, too: a comment on a
// cost that went with its activity keeps both.
func (d *Document) binOf(removed map[ID]bool, there iter.Seq2[ID, []ID]) Bin {
	b := Bin{removed: removed}
	if len(removed) == 0 {
		return b
	}
	b.kept = map[ID][]ID{}
	var todo []ID
	note := func(by ID, mentions []ID) {
		for _, id := range mentions {
			if !removed[id] || id == by {
				continue
			}
			if b.kept[id] == nil {
				todo = append(todo, id)
			}
			b.kept[id] = append(b.kept[id], by)
		}
	}
	for by, mentions := range there {
		note(by, mentions)
	}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		note(next, d.Records[next].mentions())
	}
	for id, by := range b.kept {
		slices.Sort(by)
		b.kept[id] = slices.Compact(by)
	}
	return b
}

// mentions lists the records that a record refers to with any of its values. Those of
// types that this version does not know refer to nothing.
func (r *Record) mentions() []ID {
	schema, known := SchemaOf(r.Type)
	if !known {
		return nil
	}
	var ids []ID
	for _, name := range schema.references {
		for _, live := range r.Fields[name] {
			if id := ID(live.Value.Text()); id != "" {
				ids = append(ids, id)
			}
		}
	}
	if len(schema.sets) == 0 {
		return ids
	}
	for field := range r.Fields {
		name, member, isMember := strings.Cut(field, "/")
		if isMember && slices.Contains(schema.sets, name) && r.Value(field) == "true" {
			ids = append(ids, ID(member))
		}
	}
	return ids
}

// Mentions lists the values by which a record refers to another: who wrote them keeps it.
func (r *Record) Mentions(id ID) []Live {
	schema, known := SchemaOf(r.Type)
	if !known {
		return nil
	}
	var lives []Live
	for _, name := range schema.references {
		for _, live := range r.Fields[name] {
			if live.Value.Text() == string(id) {
				lives = append(lives, live)
			}
		}
	}
	for _, name := range schema.sets {
		for _, live := range r.Fields[name+"/"+string(id)] {
			if saysYes(live) {
				lives = append(lives, live)
			}
		}
	}
	return lives
}
