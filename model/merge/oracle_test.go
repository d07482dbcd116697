package merge_test

import (
	"fmt"
	"math/bits"
	"slices"

	"commonplan/model"
)

// The oracle keeps its own account of a history, without stamps and contexts: each
// change is an event that knows which events it replaced, and each copy is the set of
// events it knows. A value is live in a copy if the copy knows of nothing that replaced
// it. What the join makes of stamps and contexts has to come to the same.

const mostEvents = 512

// set is a set of events.
type set [mostEvents / 64]uint64

func (s *set) add(e int)      { s[e/64] |= 1 << (e % 64) }
func (s *set) has(e int) bool { return s[e/64]&(1<<(e%64)) != 0 }

func (s set) with(other set) set {
	for i := range s {
		s[i] |= other[i]
	}
	return s
}

func (s *set) meets(other *set) bool {
	for i := range s {
		if s[i]&other[i] != 0 {
			return true
		}
	}
	return false
}

// each calls a function for each event in order.
func (s *set) each(call func(e int)) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			call(i*64 + bits.TrailingZeros64(word))
		}
	}
}

// event is one change of one field.
type event struct {
	record model.ID
	field  string
	value  model.Value
	gone   bool // an older app dropped the field: there is no value
	seen   set  // of a deletion: what its writer knew
}

// oracle is the account of one history.
type oracle struct {
	events     []event
	replacedBy []set
}

// note enters a change made in a copy that knows some events, and gives what it knows then.
func (o *oracle) note(known set, e event) set {
	id := len(o.events)
	if id == mostEvents {
		panic("the history is too long for the oracle")
	}
	for _, live := range o.liveOf(known, e.record, e.field) {
		o.replacedBy[live].add(id)
	}
	e.seen = known
	o.events, o.replacedBy = append(o.events, e), append(o.replacedBy, set{})
	known.add(id)
	return known
}

func (o *oracle) liveOf(known set, record model.ID, field string) []int {
	var live []int
	known.each(func(e int) {
		if o.events[e].record == record && o.events[e].field == field && !o.replacedBy[e].meets(&known) {
			live = append(live, e)
		}
	})
	return live
}

// without forgets the events of records that a copy was sent without.
func (o *oracle) without(known set, gone func(model.ID) bool) set {
	var rest set
	known.each(func(e int) {
		if !gone(o.events[e].record) {
			rest.add(e)
		}
	})
	return rest
}

// fault tells how a document differs from what its copy should hold; "" if it does not.
func (o *oracle) fault(doc *model.Document, known set) string {
	live, fault := 0, ""
	known.each(func(e int) {
		event := &o.events[e]
		if fault != "" || event.gone || o.replacedBy[e].meets(&known) {
			return
		}
		live++
		record := doc.Records[event.record]
		if record == nil {
			fault = fmt.Sprintf("%s is not there", event.record)
		} else if !slices.ContainsFunc(record.Fields[event.field], func(l model.Live) bool { return l.Value == event.value }) {
			fault = fmt.Sprintf("%s.%s should say %s and says %v", event.record, event.field, event.value, record.Fields[event.field])
		}
	})
	if fault != "" {
		return fault
	}
	held := 0
	for _, record := range doc.Records {
		for _, lives := range record.Fields {
			held += len(lives)
		}
	}
	if held != live {
		return fmt.Sprintf("%d values are live, not %d", held, live)
	}
	return o.binFault(doc, known)
}

// fate is what should have become of a record that somebody removed.
type fate struct {
	removed, disputed bool
	seen              set // what those who removed it knew
}

func (o *oracle) fateOf(known set, id model.ID) fate {
	f, restored, unseen := fate{}, false, false
	for _, e := range o.liveOf(known, id, model.FieldDeleted) {
		if o.events[e].value == model.None {
			restored = true
		} else {
			f.removed, f.seen = true, f.seen.with(o.events[e].seen)
		}
	}
	known.each(func(e int) {
		if o.events[e].record == id && o.events[e].field != model.FieldDeleted && !o.events[e].gone &&
			o.events[e].field != model.FieldPosition && !o.replacedBy[e].meets(&known) && !f.seen.has(e) {
			unseen = true
		}
	})
	f.disputed = f.removed && (restored || unseen)
	return f
}

// binFault tells whether a record lies in the bin, or is disputed, that should not be.
func (o *oracle) binFault(doc *model.Document, known set) string {
	fates := map[model.ID]fate{}
	for id, record := range doc.Records {
		if record.Fields[model.FieldDeleted] == nil {
			continue
		}
		f := o.fateOf(known, id)
		if fates[id] = f; record.Disputed() != f.disputed || record.Deleted() != (f.removed && !f.disputed) {
			return fmt.Sprintf("%s: disputed %t, in the bin %t; it should be disputed: %t, removed: %t",
				id, record.Disputed(), record.Deleted(), f.disputed, f.removed)
		}
	}
	if len(fates) == 0 {
		return ""
	}
	return o.keptFault(doc, known, fates)
}

// keptFault tells whether a removed record is kept that should not be, or the other way
// round. It should be if a comment on it is there of which those who removed it did not
// know: that it was made, or changed, or taken out of the bin; or a comment that is kept.
func (o *oracle) keptFault(doc *model.Document, known set, fates map[model.ID]fate) string {
	on := map[model.ID]model.ID{}
	known.each(func(e int) {
		if o.events[e].field == "on" && !o.replacedBy[e].meets(&known) {
			on[o.events[e].record] = model.ID(o.events[e].value.Text())
		}
	})
	inBin := func(id model.ID) bool { return fates[id].removed && !fates[id].disputed }
	kept := map[model.ID]bool{}
	for again := true; again; { // a comment on a comment
		again = false
		for comment, id := range on {
			if inBin(comment) && !kept[comment] || !inBin(id) || kept[id] {
				continue
			}
			seen := fates[id].seen
			again = kept[comment]
			known.each(func(e int) { again = again || o.events[e].record == comment && !seen.has(e) })
			if kept[id] = again; again {
				break
			}
		}
	}
	bin := doc.Bin()
	for id := range doc.Records {
		companion := fates[model.PrivateID(id)]
		if inBin(id) && !companion.disputed && bin.Holds(id) == kept[id] {
			return fmt.Sprintf("%s was removed; kept %t, it should be %t", id, bin.KeptBy(id) != nil, kept[id])
		}
	}
	return ""
}
