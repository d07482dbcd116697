package merge_test

import (
	"maps"
	"slices"
	"strconv"

	"commonplan/model"
	"commonplan/model/share"
)

// step does one thing that happens to files in a group of volunteers.
func (w *world) step() {
	i, d := w.anyDesk()
	switch what := w.chance.IntN(20); {
	case what < 9:
		w.say("%d edits", i)
		w.editSome(d)
	case what < 12:
		j, to := w.otherDesk(i)
		w.say("%d mails to %d", i, j)
		w.bringHome(to, d.state)
	case what < 14:
		w.sharePublic(i, d)
	case what == 14:
		w.say("%d restores a backup", i)
		w.open(d, d.backups[w.chance.IntN(len(d.backups))])
	case what == 15:
		w.copyOnOnePC(i, d)
	case what == 16:
		w.say("%d saves", i)
		w.save(d)
		w.editOn(i, d)
	case what == 17:
		w.crash(i, d)
	case what == 18:
		w.say("%d goes through an older app", i)
		w.olderApp(d)
	case w.chance.IntN(3) == 0:
		w.say("%d gets a hostile copy", i)
		w.bringHome(d, state{doc: w.hostile(d.doc), wild: true})
	}
}

// editOn edits what was saved, and is then shown the saved file: it holds nothing new.
func (w *world) editOn(i int, d *desk) {
	w.say("%d edits on", i)
	old := d.doc
	for range 1 + w.chance.IntN(3) {
		if record := w.some(d); record != nil && record.Type == model.TypeNeed {
			w.write(d, record.ID, record.Type, "title", w.newValue(), false)
		} else {
			w.addRecord(d, model.TypeNeed)
		}
	}
	if d.wild {
		return // what was forged may not be in its normal form yet
	}
	again, err := w.join(d.doc, old)
	if err != nil {
		w.fail("an older copy is refused: %v", err)
		return
	}
	w.same("an older copy brings something", again, d.doc)
}

// bringHome joins a copy that came into the one at a desk.
func (w *world) bringHome(d *desk, theirs state) {
	joined, ok := w.meet(d.state, theirs)
	if ok {
		w.open(d, joined)
	}
}

// sharePublic sends a copy without what is private: to a desk that has the project, or to
// somebody who has not.
func (w *world) sharePublic(i int, d *desk) {
	doc := share.WithoutPrivate(d.doc).Document
	shared := state{doc: doc, wild: d.wild}
	shared.known = w.oracle.without(d.known, func(id model.ID) bool { return doc.Records[id] == nil })
	w.checkShared(d.state, shared)
	if len(w.desks) < mostDesks && w.chance.IntN(2) == 0 {
		w.say("%d shares with somebody new", i)
		w.pcs++
		w.desks = append(w.desks, w.newDesk(w.pcs, shared))
		return
	}
	j, to := w.otherDesk(i)
	w.say("%d shares with %d", i, j)
	w.bringHome(to, shared)
}

func (w *world) newDesk(pc int, s state) *desk {
	d := &desk{pc: pc}
	w.open(d, s)
	w.save(d)
	return d
}

// checkShared makes sure that nothing private is in a shared copy.
func (w *world) checkShared(from, shared state) {
	for id, record := range from.doc.Records {
		private := record.Type == model.TypePrivate
		for _, live := range record.Fields[model.FieldPrivate] {
			private = private || live.Value == "true"
		}
		if on := from.doc.Records[model.ID(record.Value("on").Text())]; on != nil && on.Value(model.FieldPrivate) == "true" {
			private = true
		}
		if private && (shared.doc.Records[id] != nil || len(shared.doc.History[id]) > 0) {
			w.fail("%s is private, and in the shared copy", id)
		}
	}
}

// copyOnOnePC copies the file beside itself; both go on being worked on there.
func (w *world) copyOnOnePC(i int, d *desk) {
	if len(w.desks) == mostDesks {
		return
	}
	w.say("%d copies the file", i)
	w.desks = append(w.desks, w.newDesk(d.pc, d.saved))
}

// crash ends a desk's app; the journal, with the records changed since they were saved,
// is joined into the file.
func (w *world) crash(i int, d *desk) {
	w.say("%d crashes", i)
	journal := &model.Document{ID: d.doc.ID, Format: d.doc.Format, Sessions: d.doc.Sessions, Unknown: d.doc.Unknown,
		Records: map[model.ID]*model.Record{}, History: map[model.ID][]model.Replaced{}, Parts: d.doc.Parts}
	for id, record := range d.doc.Records {
		if d.saved.doc.Records[id] != record || len(d.saved.doc.History[id]) != len(d.doc.History[id]) {
			journal.Records[id], journal.History[id] = record, d.doc.History[id]
		}
	}
	rescued, err := w.join(d.saved.doc, journal)
	if err != nil {
		w.fail("the journal is refused: %v", err)
		return
	}
	if !d.wild && !d.saved.wild {
		if fault := w.oracle.fault(rescued, d.known.with(d.saved.known)); fault != "" {
			w.fail("after a crash: %s", fault)
			return
		}
	}
	w.open(d, state{doc: rescued, known: d.known.with(d.saved.known), wild: d.wild || d.saved.wild})
}

// olderApp opens and saves a copy with an app that drops what it does not know.
func (w *world) olderApp(d *desk) {
	doc := d.doc.Clone()
	doc.Unknown, doc.Parts = nil, nil
	for id, record := range doc.Records {
		if record.Type == kindWish {
			delete(doc.Records, id)
			delete(doc.History, id)
			continue
		}
		next := *record
		next.Unknown = nil
		if _, has := record.Fields[fieldShape]; has {
			next.Fields = maps.Clone(record.Fields)
			delete(next.Fields, fieldShape)
			if !d.wild {
				d.known = w.oracle.note(d.known, event{record: id, field: fieldShape, gone: true})
			}
			doc.History[id] = slices.DeleteFunc(slices.Clone(doc.History[id]), func(r model.Replaced) bool { return r.Field == fieldShape })
		}
		doc.Records[id] = &next
	}
	d.known = w.oracle.without(d.known, func(id model.ID) bool { return doc.Records[id] == nil })
	w.open(d, state{doc: doc, known: d.known, wild: d.wild})
}

// hostile forges a copy: stamps used again with other values, contexts that claim to have
// seen what they have not, history and fields torn out, names used for something else.
func (w *world) hostile(doc *model.Document) *model.Document {
	doc = doc.Clone()
	for range 1 + w.chance.IntN(6) {
		ids := slices.Sorted(maps.Keys(doc.Records))
		if len(ids) == 0 {
			break
		}
		id := ids[w.chance.IntN(len(ids))]
		record := *doc.Records[id]
		record.Fields, record.Context = maps.Clone(record.Fields), maps.Clone(record.Context)
		fields := slices.Sorted(maps.Keys(record.Fields))
		if len(fields) > 0 {
			w.forge(doc, &record, fields[w.chance.IntN(len(fields))])
		}
		doc.Records[id] = &record
	}
	w.forgeBesides(doc)
	return doc
}

func (w *world) forge(doc *model.Document, record *model.Record, field string) {
	lives := slices.Clone(record.Fields[field])
	switch w.chance.IntN(8) {
	case 0:
		if len(lives) > 0 {
			lives[0].Value = w.newValue()
		}
	case 1:
		for session := range record.Context {
			record.Context[session] += uint64(w.chance.IntN(1 << 40))
		}
	case 2:
		delete(doc.History, record.ID)
	case 3:
		lives = append(lives, model.Live{Stamp: w.someStamp(record), Value: w.newValue()})
	case 4:
		lives = nil
	case 5:
		record.Context = model.Context{}
	case 6:
		by := w.someStamp(record)
		doc.History[record.ID] = append(slices.Clone(doc.History[record.ID]), model.Replaced{Field: field, By: by,
			Live: model.Live{Stamp: w.someStamp(record), Value: w.newValue(), Unknown: map[string]model.Value{"x": w.newValue()}}})
	case 7:
		record.Unknown = map[string]model.Value{"colour": w.newValue(), "x": w.newValue()}
		if w.chance.IntN(3) == 0 {
			record.Type = "aardvark"
		}
	}
	record.Fields[field] = lives
}

func (w *world) someStamp(record *model.Record) model.Stamp {
	for session, n := range record.Context {
		if w.chance.IntN(2) == 0 {
			return model.Stamp{Session: session, N: 1 + w.chance.Uint64N(n)}
		}
	}
	return model.Stamp{Session: model.Session(strconv.Itoa(w.chance.IntN(3))), N: 1 + w.chance.Uint64N(5)}
}

func (w *world) forgeBesides(doc *model.Document) {
	names := []string{"ext/a", "ext/A", "ext/b"}
	doc.Parts = maps.Clone(doc.Parts)
	if doc.Parts == nil {
		doc.Parts = map[string][]byte{}
	}
	name := names[w.chance.IntN(len(names))]
	for other := range doc.Parts { // a file cannot hold two names that are one on some disks
		if len(other) == len(name) && other[:4] == name[:4] && other != name && (other[4]|32) == (name[4]|32) {
			return
		}
	}
	doc.Parts[name] = []byte(w.newValue())
	doc.Unknown = map[string]model.Value{"later": w.newValue()}
	doc.Needs.Write = []string{string(w.newValue())}
	if len(doc.Sessions) > 0 {
		doc.Sessions[0].Who = string(w.newValue())
	}
}
