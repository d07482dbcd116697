package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Value is a field's value as canonical JSON, so that equal values are equal texts
// and values of newer versions pass through unread. "" means there is no value.
type Value string

// None is the value of a field that was emptied.
const None Value = "null"

// Live is one value of a field with the stamp of the change that wrote it.
type Live struct {
	Stamp   Stamp
	Value   Value
	Unknown map[string]Value // keys of newer versions beside d and v
}

// Compare orders values of a field by stamp, and two of one stamp by what they say.
func (l Live) Compare(other Live) int {
	if c := l.Stamp.Compare(other.Stamp); c != 0 {
		return c
	}
	return strings.Compare(string(l.Value), string(other.Value))
}

// Context tells, for each session, up to which change a record has seen it.
type Context map[Session]uint64

// Covers tells whether a change was seen.
func (c Context) Covers(s Stamp) bool { return s.N <= c[s.Session] }

// Record is one thing of the project in its generic form. A field has one live value,
// or several where two copies changed it without knowing of each other; they are
// sorted by stamp. A Record is never changed in place.
type Record struct {
	ID      ID
	Type    Type
	Context Context
	Fields  map[string][]Live
	Unknown map[string]Value // keys of newer versions beside id, type, ctx and f
}

// The fields that every record may have.
const (
	FieldDeleted  = "deleted"  // not null while the record lies in the bin, see [Deletion]
	FieldPosition = "position" // see [Position]
	FieldPrivate  = "private"  // true: not for papers and shared copies
)

// FieldRow is the field of cards that [RowOf] reads.
const FieldRow = "row"

// IsPlace tells whether a field only says where a record stands among others: two copies
// that give it two places have nothing to settle.
func IsPlace(field string) bool { return field == FieldPosition || field == FieldRow }

// Value gives the live value of a field: the first by stamp if there are several, ""
// if there is none. Two rules come before that order: what one copy calls private is
// private, and what one copy keeps in a set stays in it.
func (r *Record) Value(field string) Value {
	lives := r.Fields[field]
	if len(lives) == 0 {
		return ""
	}
	if len(lives) > 1 && (field == FieldPrivate || IsMember(field)) && slices.ContainsFunc(lives, saysYes) {
		return "true"
	}
	if lives[0].Value == None {
		return ""
	}
	return lives[0].Value
}

func saysYes(l Live) bool { return l.Value == "true" }

// IsMember tells whether a field is one membership of a set, or the sum of one year:
// "ways/connect", "amount/1".
func IsMember(field string) bool { return strings.IndexByte(field, '/') >= 0 }

// With gives a copy of the record in which a change wrote one field, and the values
// that it replaced.
func (r *Record) With(field string, stamp Stamp, value Value) (*Record, []Replaced) {
	return r.WithAll(field, []Live{{Stamp: stamp, Value: value}})
}

// WithAll gives a copy of the record in which a field holds the given values, one or
// more, and the values that they replaced: by the first, so that several values have
// nothing that all of them came from, and stay a choice (see [Document.Reading]).
func (r *Record) WithAll(field string, lives []Live) (*Record, []Replaced) {
	next := *r
	next.Context = maps.Clone(r.Context)
	if next.Context == nil {
		next.Context = Context{}
	}
	for _, live := range lives {
		next.Context[live.Stamp.Session] = max(next.Context[live.Stamp.Session], live.Stamp.N)
	}
	next.Fields = maps.Clone(r.Fields)
	if next.Fields == nil {
		next.Fields = map[string][]Live{}
	}
	next.Fields[field] = lives
	var replaced []Replaced
	for _, old := range r.Fields[field] {
		replaced = append(replaced, Replaced{Field: field, Live: old, By: lives[0].Stamp})
	}
	return &next, replaced
}

// Replaced is an earlier value of a field with the change that replaced it. By is zero
// if nobody knows which change that was: a copy had seen the value, and no longer has it.
type Replaced struct {
	Field string
	Live
	By Stamp
}

// Compare orders earlier values: by field, by the value, by what replaced it.
func (r Replaced) Compare(other Replaced) int {
	return cmp.Or(strings.Compare(r.Field, other.Field), r.Live.Compare(other.Live), r.By.Compare(other.By))
}

// SortReplaced puts earlier values into their canonical order.
func SortReplaced(all []Replaced) { slices.SortFunc(all, Replaced.Compare) }

// SessionInfo tells who worked in a session, and when it began. Who may be empty.
type SessionInfo struct {
	ID      Session
	Who     string
	Began   string // RFC 3339, in UTC
	Unknown map[string]Value
}

// Needs names what a program must know to read or to write a file of this document.
type Needs struct {
	Read, Write []string
	Unknown     map[string]Value
}

// Format is the version of the file format this program writes.
const Format = 1

// Document is a whole project in its generic form. It is never changed in place.
type Document struct {
	ID       ID
	Format   int
	Needs    Needs
	For      Side          // whose side of the checklist this copy was sent to ask for; "" for none
	Sessions []SessionInfo // sorted by id
	Records  map[ID]*Record
	History  map[ID][]Replaced // earlier values, for each record in canonical order
	Parts    map[string][]byte // pictures, and parts of newer versions, by name
	Unknown  map[string]Value  // keys of newer versions beside the known ones
}

// WorkedOn gives the time at which the document was last worked on: when its latest
// session began, in UTC. It is what a paper made from it is dated by, so that the same
// document always gives the same paper. The zero time is: nobody said.
func (d *Document) WorkedOn() time.Time {
	var last time.Time
	for _, session := range d.Sessions {
		if began, err := time.Parse(time.RFC3339, session.Began); err == nil && began.After(last) {
			last = began.UTC()
		}
	}
	return last
}

// Clone gives a copy whose maps may be changed; records and parts are shared.
func (d *Document) Clone() *Document {
	next := *d
	next.Sessions = slices.Clone(d.Sessions)
	next.Records = maps.Clone(d.Records)
	next.History = maps.Clone(d.History)
	next.Parts = maps.Clone(d.Parts)
	if next.Records == nil {
		next.Records = map[ID]*Record{}
	}
	if next.History == nil {
		next.History = map[ID][]Replaced{}
	}
	return &next
}

// CleanText makes a text fit to be stored: valid UTF-8 in NFC, line ends as LF, no
// control characters besides LF and TAB, no invisible direction overrides.
func CleanText(text string) string {
	if text == "" {
		return ""
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case r < 0x20, r >= 0x7f && r < 0xa0, r == utf8.RuneError, r == 0xfeff,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(text)
}
