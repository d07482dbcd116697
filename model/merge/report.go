package merge

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// Kind says what a copy brings.
type Kind string

// The kinds of change.
const (
	New      Kind = "new"      // a record that was not there
	Changed  Kind = "changed"  // one field says something else
	Removed  Kind = "removed"  // a record goes into the bin
	Restored Kind = "restored" // a record comes out of the bin
	ToSettle Kind = "settle"   // two copies differ, and a person must choose
)

// Change is one thing that a copy brings.
type Change struct {
	Kind   Kind
	Record model.ID // as the plan knows it
	Type   model.Type

	// Of Changed and ToSettle: the field by its name in the schema. A set tells which
	// members came and went, the sum of a year which year (Member), every other field the
	// values; "" is none. ToSettle without a field: removed in one copy, and changed in the
	// other or (Added) referred to by other records. There tells who did which.
	Field       string
	Member      string
	From, To    model.Value
	Came, Went  []string
	Alternative model.Value // of ToSettle: what the other copy says

	Added []model.ID // the records that keep a removed one, sorted
	There bool       // the copy removed it, and it was changed here; or the other way round

	With model.ID // of Removed: the record along with which this one went; "" for one by itself

	Who string // whose change it is, of those in the copy; may be empty
}

// Report tells what a copy would bring, or has brought.
type Report struct {
	Copy     model.SessionInfo // who worked last in the copy, of those new to us
	Changes  []Change          // by type in the order of the plan, then by record and field
	Items    int               // how many records there were
	Replaced int               // how many of them would say something else, or be gone
	same     bool
}

// NothingNew tells whether the copy holds nothing at all that was not known.
func (r Report) NothingNew() bool { return r.same }

// Many tells whether the copy replaces more than a fifth of the items: that is worth a
// warning.
func (r Report) Many() bool { return r.Replaced*5 > r.Items }

// Count tells how many records a copy brings something to, by kind.
func (r Report) Count(kind Kind) int {
	records := map[model.ID]bool{}
	for _, c := range r.Changes {
		if c.Kind == kind {
			records[c.Record] = true
		}
	}
	return len(records)
}

// ToSettle tells how many things are to be settled because of the copy.
func (r Report) ToSettle() int {
	n := 0
	for _, c := range r.Changes {
		if c.Kind == ToSettle {
			n++
		}
	}
	return n
}

// Explain tells what joining brought: before is the state without the copy, theirs the
// copy, joined what [Join] made of the two. It looks only at what this version knows and
// a person can see; a copy may bring more (see NothingNew).
func Explain(before, theirs, joined *model.Document) Report {
	e := explainer{before: before, joined: joined, hadBin: before.Bin(), hasBin: joined.Bin(), who: names(joined), replaced: map[model.ID]bool{}}
	r := Report{Copy: lastWorker(before, theirs), same: before == joined}
	for id, record := range before.Records {
		if _, known := model.SchemaOf(record.Type); known && !e.hadBin.Holds(id) {
			r.Items++
		}
	}
	for id, record := range joined.Records {
		if record != before.Records[id] {
			e.explain(record)
		}
	}
	for _, id := range e.hasBin.Kept() { // it may be as it was, and only what refers to it is new
		if record := joined.Records[id]; record == before.Records[id] {
			e.explain(record)
		}
	}
	order := map[model.Type]int{}
	for i, t := range model.Types() {
		order[t] = i
	}
	slices.SortFunc(e.changes, func(a, b Change) int {
		return cmp.Or(order[a.Type]-order[b.Type], strings.Compare(string(a.Record), string(b.Record)),
			strings.Compare(a.Field, b.Field), strings.Compare(a.Member, b.Member))
	})
	r.Changes, r.Replaced = e.changes, len(e.replaced)
	return r
}

// lastWorker gives the session of the copy that began last, of those that are new; of
// all if none is. Dates are only told: nothing depends on them.
func lastWorker(before, theirs *model.Document) model.SessionInfo {
	known := names(before)
	var last, lastNew model.SessionInfo
	for _, s := range theirs.Sessions {
		if s.Began >= last.Began {
			last = s
		}
		if _, old := known[s.ID]; !old && s.Began >= lastNew.Began {
			lastNew = s
		}
	}
	if lastNew.ID != "" {
		return lastNew
	}
	return last
}

type explainer struct {
	before, joined *model.Document
	hadBin, hasBin model.Bin
	who            map[model.Session]string
	changes        []Change
	replaced       map[model.ID]bool
}

// explain tells what became of one record.
func (e *explainer) explain(record *model.Record) {
	owner := ownerOf(e.joined, record)
	schema, known := model.SchemaOf(owner.Type)
	if !known {
		return
	}
	was, is := e.before.Records[owner.ID], e.joined.Records[owner.ID]
	hadIt, hasIt := was != nil && !e.hadBin.Holds(owner.ID), !e.hasBin.Holds(owner.ID)
	isOwner := record == is
	switch {
	case !hadIt && !hasIt:
		return
	case was == nil:
		if isOwner {
			e.note(Change{Kind: New, Record: owner.ID, Type: owner.Type, Who: e.firstWriter(record)})
		}
		return
	case hadIt != hasIt:
		if isOwner || e.joined.Records[owner.ID] == was { // told once
			e.noteBin(owner, hasIt)
		}
		return
	}
	old := e.before.Records[record.ID]
	if isDisputed(e.hasBin, record) && (old == nil || !isDisputed(e.hadBin, old)) {
		e.note(Change{Kind: ToSettle, Record: owner.ID, Type: owner.Type,
			Added: e.hasBin.KeptBy(record.ID), There: true, Who: e.remover(record)})
	}
	e.explainFields(owner, record, schema)
}

// isDisputed tells whether one copy removed a record that another changed or added to.
func isDisputed(bin model.Bin, record *model.Record) bool {
	return record.Disputed() || bin.KeptBy(record.ID) != nil
}

func (e *explainer) note(c Change) {
	e.changes = append(e.changes, c)
	if c.Kind == Removed || c.Kind == Changed && (c.From != "" || len(c.Went) > 0) {
		e.replaced[c.Record] = true
	}
}

func (e *explainer) noteBin(owner *model.Record, restored bool) {
	c := Change{Kind: Removed, Record: owner.ID, Type: owner.Type, With: owner.DeletedWith(), Who: e.remover(owner)}
	if restored {
		c.With = ""
		c.Kind = Restored
		for _, id := range []model.ID{owner.ID, model.PrivateID(owner.ID)} {
			if record := e.joined.Records[id]; record != nil && record.Disputed() {
				c.Kind, c.Who = ToSettle, e.changer(record)
			} else if record != nil && isDisputed(e.hasBin, record) {
				c.Kind, c.Added = ToSettle, e.hasBin.KeptBy(record.ID)
				c.Who = e.adder(record.ID, c.Added)
			}
		}
	}
	e.note(c)
}

// changer gives who changed a record that another removed.
func (e *explainer) changer(record *model.Record) string {
	for _, field := range record.Unseen() {
		if who := e.writer(record, field, nil); who != "" {
			return who
		}
	}
	return e.remover(record) // nobody changed it: somebody took it out of the bin
}

// adder gives who added what refers to a removed record.
func (e *explainer) adder(to model.ID, added []model.ID) string {
	for _, id := range added {
		for _, live := range e.joined.Records[id].Mentions(to) {
			if who := e.who[live.Stamp.Session]; who != "" {
				return who
			}
		}
	}
	return ""
}

// remover gives who wrote a record's field "deleted" last, as far as a name is known.
func (e *explainer) remover(record *model.Record) string {
	return e.writer(record, model.FieldDeleted, nil)
}

// firstWriter gives who made a record: whoever wrote its place in the list, or anything.
func (e *explainer) firstWriter(record *model.Record) string {
	if who := e.writer(record, model.FieldPosition, nil); who != "" {
		return who
	}
	for _, field := range slices.Sorted(maps.Keys(record.Fields)) {
		if who := e.writer(record, field, nil); who != "" {
			return who
		}
	}
	return ""
}

// writer gives who wrote a field's values that are not among the old ones.
func (e *explainer) writer(record *model.Record, field string, old []model.Live) string {
	for _, live := range record.Fields[field] {
		isOld := slices.ContainsFunc(old, func(o model.Live) bool { return o.Compare(live) == 0 })
		if who := e.who[live.Stamp.Session]; who != "" && !isOld {
			return who
		}
	}
	return ""
}

// explainFields tells which fields of a record say something else, or are to be settled.
func (e *explainer) explainFields(owner, record *model.Record, schema *model.Schema) {
	old := e.before.Records[record.ID]
	if old == nil {
		old = &model.Record{}
	}
	sets := map[string]*Change{}
	for _, field := range fieldsOf(old, record) {
		if field == model.FieldDeleted || sameLives(old.Fields[field], record.Fields[field]) {
			continue
		}
		name, member, _ := strings.Cut(field, "/")
		f, known := schema.Field(name)
		if !known {
			continue
		}
		from, wasSettled := e.before.Reading(record.ID, field)
		to, settled := e.joined.Reading(record.ID, field)
		c := Change{Kind: Changed, Record: owner.ID, Type: owner.Type, Field: name, Member: member,
			From: from, To: to, Who: e.writer(record, field, old.Fields[field])}
		switch {
		case !settled && (wasSettled || len(record.Fields[field]) > len(old.Fields[field])):
			c.Kind = ToSettle
			c.From, c.To, c.Alternative = from, from, alternative(record.Fields[field], from)
			e.note(c)
		case from == to:
		case f.Kind == model.KindAmounts || member == "":
			e.note(c)
		default:
			e.noteMember(sets, c)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		e.note(*sets[name])
	}
}

// noteMember gathers what came into a set and went out of it in one change.
func (e *explainer) noteMember(sets map[string]*Change, c Change) {
	set := sets[c.Field]
	if set == nil {
		set = &Change{Kind: Changed, Record: c.Record, Type: c.Type, Field: c.Field, Who: c.Who}
		sets[c.Field] = set
	}
	if c.To != "" {
		set.Came = append(set.Came, c.Member)
	} else {
		set.Went = append(set.Went, c.Member)
	}
}

// alternative gives the first value that says something else.
func alternative(lives []model.Live, than model.Value) model.Value {
	for _, live := range lives {
		if live.Value != than && (live.Value != model.None || than != "") {
			if live.Value == model.None {
				return ""
			}
			return live.Value
		}
	}
	return ""
}

func fieldsOf(a, b *model.Record) []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(a.Fields)), maps.Keys(b.Fields))
	slices.Sort(names)
	return slices.Compact(names)
}
