package model

import (
	"slices"
	"strings"
)

// Reading gives what a field of a record says, and whether that is settled. It is not if
// two copies changed the field in different ways; then [Record.Value] says what holds
// meanwhile. Several values are settled if they are the same, if it is a membership or a
// place in a list, for which nobody needs to be asked, and if it is a long text whose
// changes do not touch the same words: it is read as the text with both.
func (d *Document) Reading(id ID, field string) (v Value, settled bool) {
	record := d.Records[id]
	if record == nil {
		return "", true
	}
	return record.reading(field, d.kindOf(record, field), d.History[id])
}

// kindOf gives a field's kind. What this version does not know counts as a text.
func (d *Document) kindOf(record *Record, field string) Kind {
	t := record.Type
	if t == TypePrivate {
		if owner := d.Records[OwnerID(record.ID)]; owner != nil {
			t = owner.Type
		}
	}
	if schema, ok := SchemaOf(t); ok {
		if f, ok := schema.Field(field); ok {
			return f.Kind
		}
	}
	return KindText
}

func (r *Record) reading(field string, kind Kind, history []Replaced) (Value, bool) {
	lives := r.Fields[field]
	value := r.Value(field)
	if len(lives) < 2 || allSame(lives) || IsPlace(field) {
		return value, true
	}
	if IsMember(field) && !slices.ContainsFunc(lives, func(l Live) bool { return l.Value != "true" && l.Value != None }) {
		return value, true
	}
	if kind == KindLongText {
		if text, ok := readTogether(lives, ancestry(field, history), 0); ok {
			return TextValue(text), true
		}
	}
	return value, false
}

func allSame(lives []Live) bool {
	return !slices.ContainsFunc(lives, func(l Live) bool { return l.Value != lives[0].Value })
}

// parents gives, for each change, the values of one field that it replaced.
type parents map[Stamp][]Live

func ancestry(field string, history []Replaced) parents {
	all := parents{}
	from, _ := slices.BinarySearchFunc(history, field, func(r Replaced, f string) int { return strings.Compare(r.Field, f) })
	for _, r := range history[from:] {
		if r.Field != field {
			break
		}
		if r.By != (Stamp{}) && r.By != r.Stamp {
			all[r.By] = append(all[r.By], r.Live)
		}
	}
	return all
}

// How far readTogether goes back, so that a forged history cannot keep it busy.
const (
	maxBases     = 8
	maxAncestors = 10_000
)

// readTogether reads several texts of one field as one. Their base is the latest text
// that all of them came from; if there are several such, their base is how those read
// together. It is false if they came from nothing in common, or changed the same words.
func readTogether(lives []Live, before parents, depth int) (string, bool) {
	if depth > maxBases {
		return "", false
	}
	var base string
	switch latest := latestCommon(lives, before); len(latest) {
	case 0:
		return "", false
	case 1:
		base = latest[0].Value.Text()
	default:
		var ok bool
		if base, ok = readTogether(latest, before, depth+1); !ok {
			return "", false
		}
	}
	text := lives[0].Value.Text()
	for _, live := range lives[1:] {
		var ok bool
		if text, ok = MergeTexts(base, text, live.Value.Text()); !ok {
			return "", false
		}
	}
	return text, true
}

// version names a value of a field.
type version struct {
	Stamp
	Value
}

// latestCommon lists the values that all of the lives came from, without those that
// another of the list came from, sorted.
func latestCommon(lives []Live, before parents) []Live {
	count := map[version]int{}
	for _, live := range lives {
		for v := range before.reach([]Live{live}) {
			count[v]++
		}
	}
	var common, beforeThem []Live
	for v, n := range count {
		if n == len(lives) {
			common = append(common, Live{Stamp: v.Stamp, Value: v.Value})
			beforeThem = append(beforeThem, before[v.Stamp]...)
		}
	}
	slices.SortFunc(beforeThem, Live.Compare)
	older := before.reach(beforeThem)
	common = slices.DeleteFunc(common, func(l Live) bool { return older[version{l.Stamp, l.Value}] })
	slices.SortFunc(common, Live.Compare)
	return common
}

// reach gives the values that some came from, with themselves.
func (p parents) reach(todo []Live) map[version]bool {
	found := map[version]bool{}
	for len(todo) > 0 && len(found) < maxAncestors {
		next := todo[0]
		todo = todo[1:]
		if v := (version{next.Stamp, next.Value}); !found[v] {
			found[v] = true
			todo = append(todo, p[next.Stamp]...)
		}
	}
	return found
}
