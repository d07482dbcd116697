package model

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// deletion is the value of [FieldDeleted] in a record that was removed.
type deletion struct {
	Seen Context `json:"seen"`
	With ID      `json:"with,omitempty"`
}

// Deletion gives the value of [FieldDeleted] that puts a record into the bin. It
// carries what its writer had seen of the record: what another copy changed without
// knowing of the deletion is not in it, so the two can be told apart whenever and in
// whatever order they meet. With names the record that this one goes along with, if it
// does not go by itself.
//
// A deletion that does not say what was seen (seen is nil, or a plain "true") counts as
// having seen everything.
func Deletion(seen Context, with ID) Value {
	if seen == nil {
		if with == "" {
			return "true"
		}
		return Value(`{"with":` + quote(string(with)) + `}`)
	}
	text := append([]byte(nil), `{"seen":{`...)
	for i, session := range slices.Sorted(maps.Keys(seen)) {
		if i > 0 {
			text = append(text, ',')
		}
		text = append(text, quote(string(session))...)
		text = append(text, ':')
		text = strconv.AppendUint(text, seen[session], 10)
	}
	text = append(text, '}')
	if with != "" {
		text = append(text, `,"with":`...)
		text = append(text, quote(string(with))...)
	}
	return Value(append(text, '}'))
}

// TellsSeen tells whether a deletion says what its writer had seen.
func (v Value) TellsSeen() bool {
	_, all := v.saw()
	return !all
}

// Afresh gives a deletion as by somebody who has seen this much of the record.
func (v Value) Afresh(seen Context) Value {
	var d deletion
	_ = json.Unmarshal([]byte(v), &d) // a plain "true" goes along with nothing
	return Deletion(seen, d.With)
}

// IsDeletion tells whether a value of [FieldDeleted] puts its record into the bin.
func IsDeletion(v Value) bool { return v != "" && v != None && v != "false" }

// saw tells what a deletion had seen; all is true for one that does not say.
func (v Value) saw() (seen Context, all bool) {
	var d deletion
	if len(v) == 0 || v[0] != '{' || json.Unmarshal([]byte(v), &d) != nil || d.Seen == nil {
		return nil, true
	}
	return d.Seen, false
}

// DeletedWith gives the record that this one went into the bin along with; "" if it
// went by itself, or is not in the bin.
func (r *Record) DeletedWith() ID {
	for _, live := range r.Fields[FieldDeleted] {
		var d deletion
		if IsDeletion(live.Value) && json.Unmarshal([]byte(live.Value), &d) == nil && d.With != "" {
			return d.With
		}
	}
	return ""
}

// Deleted tells whether the record lies in the bin: somebody removed it, and had seen
// whatever the record holds. Other records may keep it from there, see [Bin].
func (r *Record) Deleted() bool {
	return len(r.Fields[FieldDeleted]) > 0 && r.deletions() > 0 && !r.Disputed()
}

// Disputed tells whether one copy removed the record while another changed it: it
// stays until somebody chooses. A new place in a list is no such change.
func (r *Record) Disputed() bool {
	deletions := r.deletions()
	if deletions == 0 {
		return false
	}
	if deletions < len(r.Fields[FieldDeleted]) {
		return true // removed here, taken out of the bin there
	}
	return len(r.Unseen()) > 0
}

func (r *Record) deletions() int {
	n := 0
	for _, live := range r.Fields[FieldDeleted] {
		if IsDeletion(live.Value) {
			n++
		}
	}
	return n
}

// Unseen lists the fields with a value that nobody who removed the record had seen,
// sorted; none for a record that nobody removed.
func (r *Record) Unseen() []string {
	seen, all := r.seenByRemovers()
	if all || len(seen) == 0 {
		return nil
	}
	var fields []string
	for field, lives := range r.Fields {
		if field == FieldDeleted || IsPlace(field) {
			continue
		}
		if slices.ContainsFunc(lives, func(l Live) bool { return !coveredBy(seen, l.Stamp) }) {
			fields = append(fields, field)
		}
	}
	slices.Sort(fields)
	return fields
}

// UnseenByRemovers tells whether nobody who removed the record had seen a change.
func (r *Record) UnseenByRemovers(s Stamp) bool {
	seen, all := r.seenByRemovers()
	return !all && !coveredBy(seen, s)
}

// seenByRemovers gives what each deletion of the record had seen; all is true if one of
// them counts as having seen everything.
func (r *Record) seenByRemovers() (seen []Context, all bool) {
	for _, live := range r.Fields[FieldDeleted] {
		if !IsDeletion(live.Value) {
			continue
		}
		context, everything := live.Value.saw()
		if everything {
			return nil, true
		}
		seen = append(seen, context)
	}
	return seen, false
}

func coveredBy(seen []Context, s Stamp) bool {
	return slices.ContainsFunc(seen, func(c Context) bool { return c.Covers(s) })
}
