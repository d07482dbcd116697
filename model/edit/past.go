package edit

import (
	"cmp"
	"slices"
	"strings"

	"commonplan/model"
)

// Past is a value that a field had, or has.
type Past struct {
	Holder model.ID // the record that holds the field: the one asked for, or its companion
	Field  string   // as it is stored
	Value  model.Value
	Stamp  model.Stamp
	Who    string // who wrote it; may be empty
	Began  string // when their session began, RFC 3339; may be empty
	Now    bool   // it is what the field says, or one of several things
}

// PastOf lists who changed what on a record: the values of every field that this version
// knows, its companion's among them, the latest first within a field. The order follows
// the dates of the sessions, which are as true as the clocks they came from.
func PastOf(doc *model.Document, id model.ID) []Past {
	record := doc.Records[id]
	if record == nil {
		return nil
	}
	schema, known := model.SchemaOf(record.Type)
	if !known {
		return nil
	}
	sessions := map[model.Session]model.SessionInfo{}
	for _, s := range doc.Sessions {
		sessions[s.ID] = s
	}
	type version struct {
		holder model.ID
		field  string
		stamp  model.Stamp
		value  model.Value
	}
	noted := map[version]bool{} // two changes that replaced one value keep it twice
	var all []Past
	add := func(holder model.ID, field string, live model.Live, now bool) {
		name, _, _ := strings.Cut(field, "/")
		if _, ok := schema.Field(name); !ok && field != model.FieldDeleted {
			return
		}
		if v := (version{holder, field, live.Stamp, live.Value}); noted[v] {
			return
		} else {
			noted[v] = true
		}
		s := sessions[live.Stamp.Session]
		p := Past{Holder: holder, Field: field, Value: live.Value, Stamp: live.Stamp, Who: s.Who, Began: s.Began, Now: now}
		if p.Value == model.None {
			p.Value = ""
		}
		all = append(all, p)
	}
	for _, holder := range []model.ID{id, model.PrivateID(id)} {
		if r := doc.Records[holder]; r != nil {
			for field, lives := range r.Fields {
				for _, live := range lives {
					add(holder, field, live, true)
				}
			}
		}
		for _, r := range doc.History[holder] {
			add(holder, r.Field, r.Live, false)
		}
	}
	slices.SortFunc(all, func(a, b Past) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), -strings.Compare(a.Began, b.Began), -a.Stamp.Compare(b.Stamp),
			strings.Compare(string(a.Holder), string(b.Holder)), strings.Compare(string(a.Value), string(b.Value)))
	})
	return all
}
