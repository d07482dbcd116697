package merge_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"commonplan/model"
	"commonplan/model/file"
)

// canonical is everything a document says, in bytes that are the same for the same state.
type canonical struct {
	project, history []byte
	parts            map[string][]byte
}

func (w *world) canonical(doc *model.Document) canonical {
	project, history, err := file.Canonical(doc)
	if err != nil {
		w.fail("no file can hold the document: %v", err)
	}
	return canonical{project, history, doc.Parts}
}

func (c canonical) same(other canonical) bool {
	return bytes.Equal(c.project, other.project) && bytes.Equal(c.history, other.history) &&
		maps.EqualFunc(c.parts, other.parts, bytes.Equal)
}

func (w *world) same(law string, a, b *model.Document) {
	if a == b {
		return
	}
	if ca, cb := w.canonical(a), w.canonical(b); !ca.same(cb) {
		w.fail("%s:\n%s%s\n%s%s", law, ca.project, ca.history, cb.project, cb.history)
	}
}

// meet joins two states and checks what can be checked there and then. A copy in which a
// record is of another kind is refused; then nothing happens.
func (w *world) meet(a, b state) (state, bool) {
	joined, err := w.join(a.doc, b.doc)
	back, errBack := w.join(b.doc, a.doc)
	if (err == nil) != (errBack == nil) {
		w.fail("refused in one order only: %v, %v", err, errBack)
	}
	if err != nil {
		if !a.wild && !b.wild {
			w.fail("refused: %v", err)
		}
		return state{}, false
	}
	w.same("not commutative", joined, back)
	for _, doc := range []*model.Document{a.doc, b.doc} {
		if lost := whatIsLost(doc, joined); lost != "" {
			w.fail("lost: %s", lost)
		}
	}
	s := state{doc: joined, known: a.known.with(b.known), wild: a.wild || b.wild}
	if !s.wild {
		if fault := w.oracle.fault(joined, s.known); fault != "" {
			w.fail("the joined copy is wrong: %s", fault)
		}
	}
	return s, true
}

// end brings all copies together, in two orders, and holds them to the laws.
func (w *world) end() {
	var all []state
	for _, d := range w.desks {
		all = append(all, d.state)
	}
	for range 2 {
		_, d := w.anyDesk()
		all = append(all, d.backups[w.chance.IntN(len(d.backups))])
	}
	w.associates(all)
	first, ok := w.fold(all, w.meet)
	w.chance.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	second, ok2 := w.fold(all, func(a, b state) (state, bool) {
		joined, err := w.join(a.doc, b.doc)
		return state{doc: joined}, err == nil
	})
	switch {
	case ok != ok2:
		w.fail("refused in one order only")
	case ok:
		w.same("the order matters", first.doc, second.doc)
		w.absorbs(first.doc, all)
	}
}

// absorbs makes sure that copies which are in a document bring nothing new to it.
func (w *world) absorbs(doc *model.Document, all []state) {
	for _, s := range all {
		again, err := w.join(doc, s.doc)
		switch {
		case err != nil:
			w.fail("a copy that is in it is refused: %v", err)
			return
		case again != doc && w.exact:
			w.fail("nothing new, but the document is another one")
		}
		w.same("a copy that is in it changes it", again, doc)
	}
}

// associates checks the laws on three of the states.
func (w *world) associates(all []state) {
	pick := func() *model.Document { return all[w.chance.IntN(len(all))].doc }
	a, b, c := pick(), pick(), pick()
	ab, err1 := w.join(a, b)
	bc, err2 := w.join(b, c)
	if err1 != nil || err2 != nil {
		return
	}
	left, err1 := w.join(ab, c)
	right, err2 := w.join(a, bc)
	if (err1 == nil) != (err2 == nil) {
		w.fail("refused in one order only: %v, %v", err1, err2)
	}
	if err1 != nil || err2 != nil {
		return
	}
	w.same("not associative", left, right)
	if again, err := w.join(ab, a); err != nil {
		w.fail("refused: %v", err)
	} else {
		w.same("not absorbing", again, ab)
	}
	if again, err := w.join(ab, ab); err != nil {
		w.fail("refused: %v", err)
	} else {
		w.same("not idempotent", again, ab)
	}
}

func (w *world) fold(all []state, meet func(a, b state) (state, bool)) (state, bool) {
	joined := all[0]
	for _, s := range all[1:] {
		var ok bool
		if joined, ok = meet(joined, s); !ok {
			return state{}, false
		}
	}
	return joined, true
}

// whatIsLost names something that a document holds and a joined one does not, neither
// live nor in the history; "" if there is nothing.
func whatIsLost(doc, joined *model.Document) string {
	for id, record := range doc.Records {
		other := joined.Records[id]
		if other == nil {
			return fmt.Sprintf("the record %s", id)
		}
		if lost := lostKey(record.Unknown, other.Unknown); lost != "" {
			return lost
		}
		for field, lives := range record.Fields {
			for _, live := range lives {
				if !holds(other, joined.History[id], field, live) {
					return fmt.Sprintf("%s.%s = %s of %s", id, field, live.Value, live.Stamp)
				}
			}
		}
	}
	for id, history := range doc.History {
		for _, r := range history {
			if !holds(nil, joined.History[id], r.Field, r.Live) {
				return fmt.Sprintf("the earlier %s.%s = %s of %s", id, r.Field, r.Value, r.Stamp)
			}
		}
	}
	for name, data := range doc.Parts {
		if !slices.ContainsFunc(slices.Collect(maps.Values(joined.Parts)), func(d []byte) bool { return bytes.Equal(d, data) }) {
			return "the part " + name
		}
	}
	for _, s := range doc.Sessions {
		if !slices.ContainsFunc(joined.Sessions, func(o model.SessionInfo) bool { return o.ID == s.ID }) {
			return "the session " + string(s.ID)
		}
	}
	return lostKey(doc.Unknown, joined.Unknown)
}

func lostKey(keys, joined map[string]model.Value) string {
	for key, value := range keys {
		if !slices.Contains(slices.Collect(maps.Values(joined)), value) {
			return fmt.Sprintf("the key %s = %s", key, value)
		}
	}
	return ""
}

// holds tells whether a value is still there, with each of its keys of newer versions:
// they may stand at several entries of the one value.
func holds(record *model.Record, history []model.Replaced, field string, live model.Live) bool {
	there, keys := false, map[string]model.Value{}
	look := func(l model.Live) {
		if l.Stamp == live.Stamp && l.Value == live.Value {
			there = true
			for key, value := range l.Unknown {
				keys[key+string(value)] = value
			}
		}
	}
	if record != nil {
		for _, l := range record.Fields[field] {
			look(l)
		}
	}
	for _, r := range history {
		if r.Field == field {
			look(r.Live)
		}
	}
	return there && lostKey(live.Unknown, keys) == ""
}
