package edit

import (
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// Gone is something that a copy says, that this project said too, and that was not kept:
// it was undone, taken back, or removed since.
type Gone struct {
	Holder model.ID // the record that holds the field
	Field  string   // as it is stored; "deleted" for a record that went, or came back
	Value  model.Value
	By     model.Stamp // of the change that did away with it
}

// NotKept lists what a copy says and ours went back on, in a fixed order. Joining brings
// none of it: ours has seen it, and replaced it. What ours merely moved on from is not in
// the list; only what gave way to a value that had stood before it, or beside it.
func NotKept(ours, theirs *model.Document) []Gone {
	var gone []Gone
	for _, id := range slices.Sorted(maps.Keys(theirs.Records)) {
		mine, other := ours.Records[id], theirs.Records[id]
		if _, known := model.SchemaOf(other.Type); mine == nil || !known || mine.Type != other.Type {
			continue
		}
		owner := id
		if other.Type == model.TypePrivate {
			owner = model.OwnerID(id)
		}
		switch in, was := ours.InBin(owner), theirs.InBin(owner); {
		case in && was:
		case in != was:
			if id == owner && seenAll(mine, other.Fields[model.FieldDeleted]) {
				gone = append(gone, Gone{id, model.FieldDeleted, valueOf(other, model.FieldDeleted), stampOf(mine, model.FieldDeleted)})
			}
		default:
			gone = append(gone, fieldsNotKept(ours, theirs, mine, other)...)
		}
	}
	return gone
}

func fieldsNotKept(ours, theirs *model.Document, mine, other *model.Record) []Gone {
	var gone []Gone
	for _, field := range slices.Sorted(maps.Keys(other.Fields)) {
		lives := other.Fields[field]
		if field == model.FieldDeleted || len(lives) != 1 || !mine.Context.Covers(lives[0].Stamp) {
			continue
		}
		says, settled := ours.Reading(mine.ID, field)
		said, _ := theirs.Reading(mine.ID, field)
		if settled && says != said && wentBack(ours.History[mine.ID], field, says, lives[0].Stamp, stampOf(mine, field)) {
			gone = append(gone, Gone{mine.ID, field, said, stampOf(mine, field)})
		}
	}
	return gone
}

// wentBack tells whether a field that says something again had said it before a change,
// or beside it.
func wentBack(history []model.Replaced, field string, says model.Value, change, now model.Stamp) bool {
	first, known, beside := true, false, false
	for _, old := range history {
		if old.Field != field {
			continue
		}
		value := old.Value
		if value == model.None {
			value = ""
		}
		switch {
		case old.By == change:
			if first = false; value == says {
				return true
			}
		case old.Stamp == change:
			known = known || old.By == now
		case old.By == now && value == says:
			beside = true
		}
	}
	return first && says == "" || known && beside
}

func seenAll(record *model.Record, lives []model.Live) bool {
	return !slices.ContainsFunc(lives, func(l model.Live) bool { return !record.Context.Covers(l.Stamp) })
}

func valueOf(record *model.Record, field string) model.Value {
	if lives := record.Fields[field]; len(lives) > 0 {
		return lives[0].Value
	}
	return model.None
}

// stampOf gives the stamp of what a field says, the latest if it says several things.
func stampOf(record *model.Record, field string) model.Stamp {
	var last model.Stamp
	for _, live := range record.Fields[field] {
		if live.Stamp.Compare(last) > 0 {
			last = live.Stamp
		}
	}
	return last
}

// BringAgain writes what a copy says and was not kept, as new edits: what the plan says
// now goes into the history. What refers to a record that is gone stays out.
func (c *Change) BringAgain(theirs *model.Document, gone []Gone) {
	var went []Gone
	was, coming := model.ReadPlan(theirs, nil), map[model.ID]bool{}
	for _, g := range gone {
		coming[g.Holder] = g.Field == model.FieldDeleted && !theirs.InBin(g.Holder)
	}
	for _, g := range gone {
		if other := theirs.Records[g.Holder]; g.Field == model.FieldDeleted && c.doc.Records[g.Holder] != nil && other != nil {
			if theirs.InBin(g.Holder) {
				went = append(went, g)
			} else if item := was.Item(g.Holder); item != nil && c.hasOwners(item, coming) {
				c.lift(g.Holder)
				c.bringParts(theirs, other)
			}
		}
	}
	for _, g := range gone {
		if record := c.doc.Records[g.Holder]; g.Field != model.FieldDeleted && record != nil && !c.refersToNothing(record.Type, g) {
			value := g.Value
			if value == "" {
				value = model.None
			}
			c.write(g.Holder, record.Type, g.Field, value)
			c.bringParts(theirs, theirs.Records[g.Holder])
		}
	}
	for _, g := range went {
		record := c.doc.Records[g.Holder]
		c.write(g.Holder, record.Type, model.FieldDeleted, g.Value.Afresh(nil))
		if companion := c.doc.Records[model.PrivateID(g.Holder)]; companion != nil {
			c.write(companion.ID, companion.Type, model.FieldDeleted, model.Deletion(nil, g.Holder))
		}
	}
}

// refersToNothing tells whether what is to be written speaks of a record that is not there.
func (c *Change) refersToNothing(t model.Type, g Gone) bool {
	name, member, _ := strings.Cut(g.Field, "/")
	schema, _ := model.SchemaOf(t)
	f, known := schema.Field(name)
	if !known {
		return false
	}
	switch id := model.ID(g.Value.Text()); {
	case f.Kind == model.KindReferences && g.Value != "":
		return c.Plan().Item(model.ID(member)) == nil
	case f.Kind == model.KindReference && id != "":
		return c.Plan().Item(id) == nil
	}
	return false
}
