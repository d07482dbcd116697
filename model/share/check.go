package share

import (
	"maps"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/file"
)

// shortest is how long a private text must be, in bytes, to be looked for: "yes" stands
// in every project.
const shortest = 6

// Check opens the bytes of a copy and looks for anything private of the project that it
// was made from: records, earlier values, pictures, and every private text, wherever it
// may stand. Finding something gives a [model.Problem]; the copy must not be sent.
func Check(data []byte, doc *model.Document) error {
	opened, err := file.Decode(data)
	if err != nil {
		return err
	}
	out := privateOf(doc)
	for id := range out {
		if opened.Records[id] != nil || len(opened.History[id]) > 0 {
			return leak(doc, id)
		}
	}
	for id, history := range doc.History {
		if wasPrivate(history) && len(opened.History[id]) > 0 {
			return leak(doc, id)
		}
	}
	for name := range opened.Parts {
		if !strings.HasPrefix(name, mediaFolder) {
			return model.NewProblem("problem.share.part", "Part", name)
		}
	}
	sent := haystack(opened)
	public := "" // made only if something is found
	for _, id := range slices.Sorted(maps.Keys(out)) {
		for _, secret := range secretsOf(doc, id) {
			if !strings.Contains(sent, secret) {
				continue
			}
			if public == "" {
				public = publicTexts(doc, out)
			}
			if !strings.Contains(public, secret) {
				return leak(doc, id)
			}
		}
	}
	return nil
}

// secretsOf lists the texts of a private record and the pictures it shows, as they would
// stand in a file.
func secretsOf(doc *model.Document, id model.ID) []string {
	var all []string
	add := func(v model.Value) {
		if text := strings.Trim(string(v), `"`); strings.HasPrefix(string(v), `"`) && len(text) >= shortest {
			all = append(all, text)
		}
	}
	record := doc.Records[id]
	for field, lives := range record.Fields {
		if schema, ok := model.SchemaOf(record.Type); ok && isPlace(schema, field) {
			continue
		}
		for _, live := range lives {
			add(live.Value)
		}
	}
	for _, r := range doc.History[id] {
		if schema, ok := model.SchemaOf(record.Type); !ok || !isPlace(schema, r.Field) {
			add(r.Value)
		}
	}
	return all
}

// isPlace tells whether a field only says where a record stands or belongs, or is one of
// a few choices: none of that is a secret in itself.
func isPlace(schema *model.Schema, field string) bool {
	name, _, _ := strings.Cut(field, "/")
	if model.IsPlace(name) || name == model.FieldDeleted {
		return true
	}
	f, ok := schema.Field(name)
	return ok && (f.Kind == model.KindReference || f.Kind == model.KindReferences || f.Kind == model.KindChoice ||
		f.Kind == model.KindChoices || f.Kind == model.KindDate)
}

// haystack gives everything that a file says, as text.
func haystack(doc *model.Document) string {
	var b strings.Builder
	write := func(text string) {
		b.WriteString(text)
		b.WriteByte('\n')
	}
	eachValue(doc, func(v model.Value) { write(string(v)) })
	for _, unknown := range []map[string]model.Value{doc.Unknown, doc.Needs.Unknown} {
		for key, v := range unknown {
			write(key + string(v))
		}
	}
	for _, s := range doc.Sessions {
		write(string(model.TextValue(s.Who)))
		for key, v := range s.Unknown {
			write(key + string(v))
		}
	}
	for id, record := range doc.Records {
		write(string(id) + " " + string(record.Type))
		for field := range record.Fields {
			write(field)
		}
		for key := range record.Unknown {
			write(key)
		}
	}
	for _, history := range doc.History {
		for _, r := range history {
			write(r.Field)
		}
	}
	for name := range doc.Parts {
		write(name)
	}
	return b.String()
}

// publicTexts gives everything that the records say which may be sent.
func publicTexts(doc *model.Document, out map[model.ID]bool) string {
	public := doc.Clone()
	public.Parts = nil // a picture is public only if a record that may be sent shows it
	for id := range out {
		delete(public.Records, id)
		delete(public.History, id)
	}
	return haystack(public)
}

func leak(doc *model.Document, id model.ID) error {
	title := string(id)
	if item := model.ReadPlan(doc, nil).Item(model.OwnerID(id)); item != nil && model.Title(item) != "" {
		title = model.Title(item)
	}
	return model.NewProblem("problem.share.leak", "Title", title)
}
