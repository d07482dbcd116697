package merge_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"

	"commonplan/model"
	"commonplan/model/merge"
)

// rules are what a history is played by: the real ones, or one broken to see whether the
// checks notice.
type rules struct {
	join    func(a, b *model.Document) (*model.Document, error)
	perPC   bool // stamps belong to a PC, and go on from the highest one known there
	restart bool // a session goes on when a file is opened again, and counts from 1
	exact   bool // what brings nothing new gives the very document back
}

var sound = rules{join: merge.Join, exact: true}

// state is a copy of the project as it lies somewhere: in a file, in the mail.
type state struct {
	doc   *model.Document
	known set
	wild  bool // a hostile copy had a hand in it: the oracle knows nothing of it
}

// desk is a copy that somebody works on.
type desk struct {
	state
	pc      int
	session model.Session
	n       uint64
	saved   state
	backups []state
}

// world is one history under way.
type world struct {
	rules
	chance *rand.Rand
	oracle oracle
	desks  []*desk
	values int
	pcs    int
	log    []string
	fault  string
}

const mostDesks = 5

func newWorld(seed uint64, r rules) *world {
	w := &world{rules: r, chance: rand.New(rand.NewPCG(seed, 77))}
	w.oracle.events = make([]event, 0, 64)
	w.oracle.replacedBy = make([]set, 0, 64)
	first := &desk{state: state{doc: &model.Document{ID: "p", Format: model.Format}}}
	w.pcs = 1
	w.desks = []*desk{first}
	w.open(first, first.state)
	for i := range 2 + w.chance.IntN(3) {
		w.addRecord(first, kinds[i%len(kinds)])
	}
	w.save(first)
	w.pcs++
	w.desks = append(w.desks, w.newDesk(w.pcs, first.state))
	return w
}

// open opens a state at a desk, in a session of its own.
func (w *world) open(d *desk, s state) {
	d.state = s
	switch {
	case w.perPC:
		d.session = model.Session("pc" + strconv.Itoa(d.pc))
		d.n = 0
		for _, record := range s.doc.Records {
			d.n = max(d.n, record.Context[d.session])
		}
	case w.restart && d.session != "":
		d.n = 0
	default:
		d.session, d.n = model.Session(strconv.FormatUint(w.chance.Uint64(), 16)), 0
	}
}

func (w *world) save(d *desk) {
	d.saved = d.state
	d.backups = append(d.backups, d.state)
}

// newValue gives a text that nothing else says.
func (w *world) newValue() model.Value {
	w.values++
	return model.Value(`"v` + strconv.Itoa(w.values) + `"`)
}

// write changes one field, as package edit does. A passing value, replaced while somebody
// types, does not go into the history.
func (w *world) write(d *desk, id model.ID, t model.Type, field string, value model.Value, passing bool) {
	d.doc = d.doc.Clone()
	if !slices.ContainsFunc(d.doc.Sessions, func(s model.SessionInfo) bool { return s.ID == d.session }) {
		d.doc.Sessions = append(d.doc.Sessions, model.SessionInfo{ID: d.session, Who: "pc" + strconv.Itoa(d.pc)})
		slices.SortFunc(d.doc.Sessions, func(a, b model.SessionInfo) int {
			return (model.Stamp{Session: a.ID}).Compare(model.Stamp{Session: b.ID})
		})
	}
	record := d.doc.Records[id]
	if record == nil {
		record = &model.Record{ID: id, Type: t}
		if t == kindWish {
			record.Unknown = map[string]model.Value{"colour": w.newValue()}
		}
	}
	d.n++
	next, replaced := record.With(field, model.Stamp{Session: d.session, N: d.n}, value)
	if field == fieldShape {
		next.Fields[field][0].Unknown = map[string]model.Value{"round": w.newValue()}
	}
	d.doc.Records[id] = next
	if !passing && len(replaced) > 0 {
		history := append(slices.Clone(d.doc.History[id]), replaced...)
		model.SortReplaced(history)
		d.doc.History[id] = history
	}
	if !d.wild {
		d.known = w.oracle.note(d.known, event{record: id, field: field, value: value})
	}
}

// What newer versions bring: a kind of record, and a field of needs.
const kindWish model.Type = "wish"
const fieldShape = "shape"

var kinds = []model.Type{model.TypeNeed, model.TypeEvidence, model.TypePartner, model.TypeComment, kindWish}

func (w *world) addRecord(d *desk, t model.Type) {
	w.values++
	id := model.ID("r" + strconv.Itoa(w.values))
	switch t {
	case model.TypePartner:
		w.write(d, id, t, "name", w.newValue(), false)
		w.write(d, model.PrivateID(id), model.TypePrivate, "contact", w.newValue(), false)
	case model.TypeComment:
		if on := w.some(d); on != nil && on.Type != model.TypePrivate {
			w.write(d, id, t, "on", model.TextValue(string(on.ID)), false)
		}
		w.write(d, id, t, "text", w.newValue(), false)
	case model.TypeEvidence:
		w.write(d, id, t, "says", w.newValue(), false)
		w.write(d, id, t, model.FieldPrivate, "true", false)
	default:
		w.write(d, id, t, "title", w.newValue(), false)
	}
}

// some gives any record of a copy, nil if there is none.
func (w *world) some(d *desk) *model.Record {
	ids := slices.Sorted(maps.Keys(d.doc.Records))
	if len(ids) == 0 {
		return nil
	}
	return d.doc.Records[ids[w.chance.IntN(len(ids))]]
}

var fieldsOfKind = map[model.Type][]string{
	model.TypeNeed: {"title", "detail", "tags/heat", "position", fieldShape}, model.TypePartner: {"name", "gains"},
	model.TypeEvidence: {"says", "source"}, model.TypeComment: {"text"}, model.TypePrivate: {"contact"}, kindWish: {"title"},
}

// editSome makes one random edit.
func (w *world) editSome(d *desk) {
	record := w.some(d)
	if record == nil || w.chance.IntN(4) == 0 {
		w.addRecord(d, kinds[w.chance.IntN(len(kinds))])
		return
	}
	fields := fieldsOfKind[record.Type]
	field := fields[w.chance.IntN(len(fields))]
	switch what := w.chance.IntN(8); {
	case what == 0 && record.Type != model.TypePrivate:
		if record.Deleted() {
			w.write(d, record.ID, record.Type, model.FieldDeleted, model.None, false)
		} else {
			w.remove(d, record.ID)
		}
	case what == 1 && record.Type == model.TypeEvidence:
		private := model.Value("true")
		if record.Value(model.FieldPrivate) == "true" {
			private = model.None
		}
		w.write(d, record.ID, record.Type, model.FieldPrivate, private, false)
	case what == 2 && len(record.Fields[field]) > 0:
		w.write(d, record.ID, record.Type, field, model.None, false)
	case what == 3: // two letters of a burst of typing
		w.write(d, record.ID, record.Type, field, w.newValue(), false)
		if w.chance.IntN(2) == 0 {
			w.save(d)
		}
		w.write(d, record.ID, record.Type, field, w.newValue(), true)
	case model.IsMember(field):
		w.write(d, record.ID, record.Type, field, "true", false)
	default:
		w.write(d, record.ID, record.Type, field, w.newValue(), false)
	}
}

// remove puts a record into the bin, and with it the comments on it that are there, as
// package edit does.
func (w *world) remove(d *desk, id model.ID) {
	record := d.doc.Records[id]
	w.write(d, id, record.Type, model.FieldDeleted, model.Deletion(record.Context, ""), false)
	for _, other := range slices.Sorted(maps.Keys(d.doc.Records)) {
		if record := d.doc.Records[other]; len(record.Mentions(id)) > 0 && !record.Deleted() {
			w.remove(d, other)
		}
	}
}

func (w *world) say(format string, args ...any) { w.log = append(w.log, fmt.Sprintf(format, args...)) }

func (w *world) fail(format string, args ...any) {
	if w.fault == "" {
		w.fault = fmt.Sprintf(format, args...)
	}
}

func (w *world) anyDesk() (int, *desk) {
	i := w.chance.IntN(len(w.desks))
	return i, w.desks[i]
}

// otherDesk gives another desk than the i-th.
func (w *world) otherDesk(i int) (int, *desk) {
	j := (i + 1 + w.chance.IntN(len(w.desks)-1)) % len(w.desks)
	return j, w.desks[j]
}
