package share

import (
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// Left is one thing that is left out of a copy: a record, or (Type is
// [model.TypePrivate]) the private fields of one that goes along.
type Left struct {
	Record model.ID // as the plan knows it
	Type   model.Type
	Title  string   // the words the record is known by; may be empty
	Fields []string // of private fields: which hold something, sorted
}

// Copy is a project as others may see it.
type Copy struct {
	Document *model.Document
	Left     []Left // by type in the order of the plan; what lies in the bin is not told
}

// WithoutPrivate gives a copy of a project without what is private. The project itself
// stays as it is.
func WithoutPrivate(doc *model.Document) Copy {
	out := privateOf(doc)
	next := doc.Clone()
	for id := range out {
		delete(next.Records, id)
	}
	for id, history := range doc.History {
		if next.Records[id] == nil || wasPrivate(history) {
			delete(next.History, id)
		}
	}
	next.Parts = partsFor(next, doc.Parts)
	next.Sessions = sessionsFor(next)
	return Copy{Document: next, Left: listLeft(doc, out)}
}

// privateOf finds the records that stay behind.
func privateOf(doc *model.Document) map[model.ID]bool {
	out := map[model.ID]bool{}
	for id, record := range doc.Records {
		if record.Type == model.TypePrivate || record.Value(model.FieldPrivate) == "true" {
			out[id] = true
		}
	}
	for again := true; again; { // a comment on a picture on a private record
		again = false
		for id, record := range doc.Records {
			if !out[id] && belongsTo(record, out) {
				out[id], again = true, true
			}
		}
	}
	return out
}

// belongsTo tells whether a record belongs to one that stays behind: it refers to it, or
// of a set of owners to nothing else.
func belongsTo(record *model.Record, out map[model.ID]bool) bool {
	for field, lives := range record.Fields {
		if !model.IsMember(field) && isOwner(record.Type, field) && slices.ContainsFunc(lives, func(l model.Live) bool {
			return out[model.ID(l.Value.Text())]
		}) {
			return true
		}
	}
	owners := map[string]int{} // how many of a set of owners go along
	for field := range record.Fields {
		name, member, _ := strings.Cut(field, "/")
		if member == "" || !isOwner(record.Type, name) || record.Value(field) == "" {
			continue
		}
		if !out[model.ID(member)] {
			owners[name]++
		} else if _, ok := owners[name]; !ok {
			owners[name] = 0
		}
	}
	for _, n := range owners {
		if n == 0 {
			return true
		}
	}
	return false
}

// isOwner tells whether a field says what a record belongs to. Of types that this version
// does not know, only "on" is taken for that.
func isOwner(t model.Type, field string) bool {
	schema, known := model.SchemaOf(t)
	if !known {
		return field == "on"
	}
	f, ok := schema.Field(field)
	return ok && f.Owner
}

// wasPrivate tells whether a record was private once: what was written then was not
// meant for others.
func wasPrivate(history []model.Replaced) bool {
	return slices.ContainsFunc(history, func(r model.Replaced) bool {
		return r.Field == model.FieldPrivate && r.Value == "true"
	})
}

// partsFor gives the pictures that the records of a copy speak of, now or earlier.
func partsFor(doc *model.Document, parts map[string][]byte) map[string][]byte {
	var kept map[string][]byte
	keep := func(v model.Value) {
		for text := string(v); ; {
			_, rest, found := strings.Cut(text, mediaFolder)
			if !found {
				return
			}
			end := strings.IndexFunc(rest, func(r rune) bool { return r == '"' || r == '\\' })
			if end < 0 {
				end = len(rest)
			}
			if data, ok := parts[mediaFolder+rest[:end]]; ok {
				if kept == nil {
					kept = map[string][]byte{}
				}
				kept[mediaFolder+rest[:end]] = data
			}
			text = rest
		}
	}
	if len(parts) > 0 {
		eachValue(doc, keep)
	}
	return kept
}

const mediaFolder = "media/"

// eachValue calls a function for every value in a document's records and history.
func eachValue(doc *model.Document, call func(model.Value)) {
	each := func(l model.Live) {
		call(l.Value)
		for _, v := range l.Unknown {
			call(v)
		}
	}
	for _, record := range doc.Records {
		for _, lives := range record.Fields {
			for _, live := range lives {
				each(live)
			}
		}
		for _, v := range record.Unknown {
			call(v)
		}
	}
	for _, history := range doc.History {
		for _, r := range history {
			each(r.Live)
		}
	}
}

// sessionsFor gives the sessions that the records of a copy have seen.
func sessionsFor(doc *model.Document) []model.SessionInfo {
	seen := map[model.Session]bool{}
	for _, record := range doc.Records {
		for session := range record.Context {
			seen[session] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(doc.Sessions), func(s model.SessionInfo) bool { return !seen[s.ID] })
}

// listLeft names what stays behind.
func listLeft(doc *model.Document, out map[model.ID]bool) []Left {
	plan := model.ReadPlan(doc, nil)
	var all []Left
	note := func(id model.ID, record *model.Record) {
		owner := id
		var fields []string
		if record.Type == model.TypePrivate {
			if owner = model.OwnerID(id); out[owner] {
				return
			}
			if fields = filled(record); len(fields) == 0 {
				return
			}
		}
		left := Left{Record: owner, Type: record.Type, Fields: fields}
		if item := plan.Item(owner); item != nil {
			left.Title = model.Title(item)
		} else if plan.Bin().Holds(owner) || doc.Records[owner] == nil {
			return
		}
		all = append(all, left)
	}
	for _, id := range slices.Sorted(maps.Keys(out)) {
		note(id, doc.Records[id])
	}
	order := map[model.Type]int{}
	for i, t := range model.Types() {
		order[t] = i - len(model.Types()) // before the types that this version does not know
	}
	slices.SortStableFunc(all, func(a, b Left) int { return order[a.Type] - order[b.Type] })
	return all
}

// filled lists the fields of a record that hold something, sorted.
func filled(record *model.Record) []string {
	var fields []string
	for field := range record.Fields {
		if field != model.FieldDeleted && record.Value(field) != "" {
			fields = append(fields, field)
		}
	}
	slices.Sort(fields)
	return fields
}
