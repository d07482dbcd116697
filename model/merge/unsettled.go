package merge

import (
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// Version is one of several values of a field, and who wrote it; Who may be empty.
type Version struct {
	model.Live
	Who string
}

// Choice is something to settle. Either a field has several values, because copies
// changed it without knowing of each other; or one copy removed the record while another
// changed it or added to it, and then Removed is not empty.
type Choice struct {
	Record model.ID // as the plan knows it
	Holder model.ID // the record that holds the field: the same, or its companion
	Type   model.Type

	Field    string    // as it is stored: "title", "amount/1"
	Versions []Version // in the order of their stamps; the first holds meanwhile

	Removed []Version  // who removed it, …
	Changed []string   // … and which fields the others changed, sorted
	Added   []model.ID // … which records refer to it all the same, sorted
	By      []string   // … and who did that
}

// Unsettled lists what is to be settled in a document, by record and field. Fields and
// records that this version does not know are left to one that does; so is what lies in
// the bin.
func Unsettled(doc *model.Document) []Choice { return new(Follower).Unsettled(doc, doc.Bin()) }

// Follower follows what is to be settled from one change to the next: records that are
// the same as last time are not looked at again. The zero value begins anew.
type Follower struct {
	seen      map[model.ID]*model.Record
	differing map[model.ID]bool
}

// Unsettled lists what is to be settled, see [Unsettled], in a document with this bin.
func (f *Follower) Unsettled(doc *model.Document, bin model.Bin) []Choice {
	f.follow(doc)
	differing := slices.AppendSeq(bin.Kept(), maps.Keys(f.differing))
	slices.Sort(differing)
	who := names(doc)
	var all []Choice
	for _, id := range slices.Compact(differing) {
		all = append(all, choicesOf(doc, bin, doc.Records[id], who)...)
	}
	return all
}

// follow notes which records differ now. A record is never changed in place, so one that
// was seen is as it was.
func (f *Follower) follow(doc *model.Document) {
	if f.differing == nil {
		f.differing = map[model.ID]bool{}
	}
	maps.DeleteFunc(f.differing, func(id model.ID, _ bool) bool { return doc.Records[id] == nil })
	for id, record := range doc.Records {
		switch {
		case f.seen[id] == record:
		case differs(record):
			f.differing[id] = true
		default:
			delete(f.differing, id)
		}
	}
	f.seen = doc.Records
}

// differs tells whether copies say different things of a record.
func differs(record *model.Record) bool {
	if record.Disputed() {
		return true
	}
	for _, lives := range record.Fields {
		if len(lives) > 1 {
			return true
		}
	}
	return false
}

// choicesOf lists what is to be settled in one record.
func choicesOf(doc *model.Document, bin model.Bin, record *model.Record, who map[model.Session]string) []Choice {
	owner := ownerOf(doc, record)
	schema, known := model.SchemaOf(owner.Type)
	if !known || bin.Holds(owner.ID) {
		return nil
	}
	var all []Choice
	if record.Disputed() || bin.KeptBy(record.ID) != nil {
		all = append(all, disputeOf(doc, bin, owner, record, who))
	}
	for _, field := range slices.Sorted(maps.Keys(record.Fields)) {
		name, _, _ := strings.Cut(field, "/")
		if _, ok := schema.Field(name); !ok || len(record.Fields[field]) < 2 {
			continue
		}
		if _, settled := doc.Reading(record.ID, field); settled {
			continue
		}
		all = append(all, Choice{Record: owner.ID, Holder: record.ID, Type: owner.Type,
			Field: field, Versions: versions(record.Fields[field], who)})
	}
	return all
}

func disputeOf(doc *model.Document, bin model.Bin, owner, record *model.Record, who map[model.Session]string) Choice {
	c := Choice{Record: owner.ID, Holder: record.ID, Type: owner.Type, Changed: record.Unseen(), Added: bin.KeptBy(record.ID)}
	for _, v := range versions(record.Fields[model.FieldDeleted], who) {
		if model.IsDeletion(v.Value) {
			c.Removed = append(c.Removed, v)
		} else {
			c.By = append(c.By, v.Who)
		}
	}
	for _, field := range c.Changed {
		for _, v := range versions(record.Fields[field], who) {
			if record.UnseenByRemovers(v.Stamp) {
				c.By = append(c.By, v.Who)
			}
		}
	}
	for _, id := range c.Added {
		for _, v := range versions(doc.Records[id].Mentions(record.ID), who) {
			c.By = append(c.By, v.Who)
		}
	}
	slices.Sort(c.By)
	c.By = slices.Compact(c.By)
	return c
}

// ownerOf gives the record whose private fields a companion holds, or the record itself.
func ownerOf(doc *model.Document, record *model.Record) *model.Record {
	if record.Type == model.TypePrivate {
		if owner := doc.Records[model.OwnerID(record.ID)]; owner != nil {
			return owner
		}
	}
	return record
}

func versions(lives []model.Live, who map[model.Session]string) []Version {
	all := make([]Version, len(lives))
	for i, live := range lives {
		all[i] = Version{Live: live, Who: who[live.Stamp.Session]}
	}
	return all
}

// names gives who worked in which session.
func names(doc *model.Document) map[model.Session]string {
	all := make(map[model.Session]string, len(doc.Sessions))
	for _, s := range doc.Sessions {
		all[s.ID] = s.Who
	}
	return all
}
