package file

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"commonplan/model"
)

// How deep the values stand in the parts.
const (
	depthDocument = 1
	depthNeeds    = 2
	depthLine     = 3 // a session, a record
	depthLive     = 6
)

// writer writes canonical JSON. The first fault is kept, and ends the writing.
type writer struct {
	out   []byte
	fault error
}

func (w *writer) fail(err error) {
	if w.fault == nil {
		w.fault = err
	}
}

func (w *writer) raw(text string) { w.out = append(w.out, text...) }

func (w *writer) text(text string) {
	if !isPlainText(text) {
		text = model.CleanText(text)
	}
	w.out = appendText(w.out, text)
}

func (w *writer) value(value model.Value, depth int) {
	if !isPlain(value) {
		clean, err := canonical(value, depth)
		if err != nil {
			w.fail(fmt.Errorf("writing the value %s: %w", shorten(string(value)), err))
		}
		value = clean
	}
	w.raw(string(value))
}

func (w *writer) number(n uint64) { w.out = strconv.AppendUint(w.out, n, 10) }

func (w *writer) stamp(stamp model.Stamp) {
	if !isPlainText(string(stamp.Session)) {
		w.text(stamp.String())
		return
	}
	w.raw(`"`)
	w.raw(string(stamp.Session))
	w.raw(":")
	w.number(stamp.N)
	w.raw(`"`)
}

// object writes an object with its keys sorted, though the unknown ones among them are
// known at run time only.
type object struct {
	w       *writer
	unknown map[string]model.Value
	pending []string // unknown keys yet to be written, sorted
	depth   int
	begun   bool
}

func (w *writer) object(unknown map[string]model.Value, depth int) object {
	w.raw("{")
	o := object{w: w, unknown: unknown, depth: depth}
	if len(unknown) > 0 {
		o.pending = slices.Sorted(maps.Keys(unknown))
	}
	return o
}

// key begins the next known member; its value must follow.
func (o *object) key(key string) {
	for len(o.pending) > 0 && o.pending[0] <= key {
		if o.pending[0] == key {
			o.w.fail(fmt.Errorf("the key %q is there twice", key))
		}
		o.writePending()
	}
	o.begin(key)
}

func (o *object) begin(key string) {
	if o.begun {
		o.w.raw(",")
	}
	o.begun = true
	o.w.text(key)
	o.w.raw(":")
}

func (o *object) writePending() {
	key := o.pending[0]
	o.pending = o.pending[1:]
	o.begin(key)
	o.w.value(o.unknown[key], o.depth)
}

func (o *object) end() {
	for len(o.pending) > 0 {
		o.writePending()
	}
	o.w.raw("}")
}

// lines writes an array with one element a line.
func lines[T any](w *writer, elements []T, write func(T)) {
	w.raw("[")
	for i, element := range elements {
		if i > 0 {
			w.raw(",")
		}
		w.raw("\n")
		write(element)
	}
	w.raw("\n]")
}

// writeProject gives the canonical project.json.
func writeProject(doc *model.Document) ([]byte, error) {
	w := &writer{out: make([]byte, 0, 1<<12+len(doc.Records)*400)}
	w.raw(`{"format":`)
	w.number(uint64(max(doc.Format, model.Format)))
	w.raw(`,"needs":`)
	needs := w.object(doc.Needs.Unknown, depthNeeds)
	needs.key("read")
	w.words(doc.Needs.Read)
	needs.key("write")
	w.words(doc.Needs.Write)
	needs.end()
	w.raw(`,"id":`)
	w.text(string(doc.ID))
	if doc.For != "" {
		w.raw(`,"for":`)
		w.text(string(doc.For))
	}
	for _, key := range slices.Sorted(maps.Keys(doc.Unknown)) {
		w.raw(",")
		w.text(key)
		w.raw(":")
		w.value(doc.Unknown[key], depthDocument)
	}
	w.raw(`,"sessions":`)
	sessions := slices.Clone(doc.Sessions)
	slices.SortFunc(sessions, func(a, b model.SessionInfo) int { return strings.Compare(string(a.ID), string(b.ID)) })
	lines(w, sessions, w.session)
	w.raw(`,"records":`)
	lines(w, slices.Sorted(maps.Keys(doc.Records)), func(id model.ID) { w.record(doc.Records[id]) })
	w.raw("}\n")
	return w.out, w.fault
}

func (w *writer) words(words []string) {
	w.raw("[")
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	for i, word := range slices.Compact(sorted) {
		if i > 0 {
			w.raw(",")
		}
		w.text(word)
	}
	w.raw("]")
}

func (w *writer) session(s model.SessionInfo) {
	o := w.object(s.Unknown, depthLine)
	o.key("began")
	w.text(s.Began)
	o.key("id")
	w.text(string(s.ID))
	o.key("who")
	w.text(s.Who)
	o.end()
}

func (w *writer) record(r *model.Record) {
	o := w.object(r.Unknown, depthLine)
	o.key("ctx")
	w.context(r.Context)
	o.key("f")
	w.fields(r.Fields)
	o.key("id")
	w.text(string(r.ID))
	o.key("type")
	w.text(string(r.Type))
	o.end()
}

func (w *writer) context(context model.Context) {
	w.raw("{")
	for i, session := range slices.Sorted(maps.Keys(context)) {
		if i > 0 {
			w.raw(",")
		}
		w.text(string(session))
		w.raw(":")
		w.number(context[session])
	}
	w.raw("}")
}

func (w *writer) fields(fields map[string][]model.Live) {
	fields, names := cleanFields(fields)
	w.raw("{")
	for i, name := range names {
		if i > 0 {
			w.raw(",")
		}
		w.text(name)
		w.raw(":[")
		for i, live := range sortedLives(fields[name]) {
			if i > 0 {
				w.raw(",")
			}
			w.live(live, model.Stamp{})
		}
		w.raw("]")
	}
	w.raw("}")
}

// live writes a value; by is the change that replaced it, if it is known.
func (w *writer) live(live model.Live, by model.Stamp) {
	o := w.object(live.Unknown, depthLive)
	if by != (model.Stamp{}) {
		o.key("by")
		w.stamp(by)
	}
	o.key("d")
	w.stamp(live.Stamp)
	o.key("v")
	w.value(live.Value, depthLive)
	o.end()
}

// cleanFields gives fields under their clean names, and those names sorted. A field's
// name may hold what somebody typed (a tag), so it is cleaned like any text; two names
// that become one are one field with the values of both.
func cleanFields(fields map[string][]model.Live) (map[string][]model.Live, []string) {
	names := make([]string, 0, len(fields))
	clean := true
	for name, lives := range fields {
		if len(lives) > 0 {
			names = append(names, name)
			clean = clean && (isPlainText(name) || model.CleanText(name) == name)
		}
	}
	slices.Sort(names)
	if clean {
		return fields, names
	}
	cleaned := make(map[string][]model.Live, len(fields))
	for _, name := range names {
		key := model.CleanText(name)
		cleaned[key] = append(slices.Clone(cleaned[key]), fields[name]...)
	}
	return cleaned, slices.Sorted(maps.Keys(cleaned))
}

// sortedLives puts the values of a field in order, without doubles.
func sortedLives(lives []model.Live) []model.Live {
	if len(lives) < 2 {
		return lives
	}
	sorted := slices.Clone(lives)
	slices.SortFunc(sorted, model.Live.Compare)
	return slices.CompactFunc(sorted, func(a, b model.Live) bool { return a.Compare(b) == 0 && maps.Equal(a.Unknown, b.Unknown) })
}

// writeHistory gives the canonical history.json.
func writeHistory(doc *model.Document) ([]byte, error) {
	w := &writer{out: make([]byte, 0, 1<<10+len(doc.History)*300)}
	var ids []model.ID
	for id, replaced := range doc.History {
		if len(replaced) > 0 {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	w.raw(`{"history":`)
	lines(w, ids, func(id model.ID) { w.replaced(id, doc.History[id]) })
	w.raw("}\n")
	return w.out, w.fault
}

func (w *writer) replaced(id model.ID, all []model.Replaced) {
	sorted := slices.Clone(all)
	for i, r := range sorted {
		if !isPlainText(r.Field) {
			sorted[i].Field = model.CleanText(r.Field)
		}
	}
	model.SortReplaced(sorted)
	w.raw(`{"f":{`)
	for i, r := range sorted {
		switch {
		case i == 0:
			w.text(r.Field)
			w.raw(":[")
		case r.Field != sorted[i-1].Field:
			w.raw("],")
			w.text(r.Field)
			w.raw(":[")
		default:
			w.raw(",")
		}
		w.live(r.Live, r.By)
	}
	w.raw(`]},"id":`)
	w.text(string(id))
	w.raw("}")
}

func writeSums(parts []content) []byte {
	w := &writer{}
	sorted := slices.Clone(parts)
	slices.SortFunc(sorted, func(a, b content) int { return strings.Compare(a.name, b.name) })
	w.raw("{")
	for i, part := range sorted {
		if i > 0 {
			w.raw(",")
		}
		w.raw("\n")
		w.text(part.name)
		w.raw(":")
		w.text(sumOf(part))
	}
	w.raw("\n}\n")
	return w.out
}

// sumOf gives the SHA-256 of a part. A picture has it in its name: one that is not what
// its name says would not be read anyway.
func sumOf(part content) string {
	if hash, ok := pictureHash(part.name); ok {
		return hash
	}
	return hashOf(part.data)
}
