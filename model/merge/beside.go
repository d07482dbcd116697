package merge

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// Some things have no stamp: keys and parts of newer versions, and the name of whoever
// worked in a session. Where two copies hold different contents under one name, nobody
// can tell which is the later, so both stay: the one that comes first in an order that
// means nothing keeps the name, the other stands beside it under the name and its hash.
// In whatever order copies meet, each content ends under the same name.

// shelf is a set of contents under names.
type shelf[V any] struct {
	at     map[string]V
	names  map[string]string // folded name → name, if some names are as good as the same
	fold   func(string) string
	order  func(a, b V) int
	beyond func(name string, content V) string // the next name for a content that had to move
}

// put sets a content on the shelf. Whichever has to move goes on to its next name.
func (s *shelf[V]) put(name string, content V) {
	for {
		folded := name
		if s.fold != nil {
			folded = s.fold(name)
		}
		held, taken := s.names[folded]
		if !taken {
			s.names[folded], s.at[name] = name, content
			return
		}
		there := s.at[held]
		c := cmp.Or(strings.Compare(held, name), s.order(there, content))
		if c == 0 {
			return
		}
		if c > 0 {
			delete(s.at, held)
			s.names[folded], s.at[name] = name, content
			name, content = held, there
		}
		name = s.beyond(name, content)
	}
}

// joinUnknown joins keys of newer versions. It gives a itself if b has nothing more.
func joinUnknown(a, b map[string]model.Value) map[string]model.Value {
	if holdsAll(a, b, func(x, y model.Value) bool { return x == y }) {
		return a
	}
	return newKeys().union(a, b)
}

// newKeys is an empty shelf for keys of newer versions.
func newKeys() *shelf[model.Value] {
	return &shelf[model.Value]{
		at: map[string]model.Value{}, names: map[string]string{},
		order:  func(a, b model.Value) int { return strings.Compare(string(a), string(b)) },
		beyond: func(key string, v model.Value) string { return key + moved(v) },
	}
}

// moved is what a key has at its end when its value had to move.
func moved(v model.Value) string { return "~" + mark([]byte(v)) }

// firstName is the key under which a value was written before it had to move.
func firstName(key string, v model.Value) string {
	for strings.HasSuffix(key, moved(v)) {
		key = strings.TrimSuffix(key, moved(v))
	}
	return key
}

// maxPartName is the longest name that a part may have in a file.
const maxPartName = 200

// joinParts joins pictures, whose names are their contents' hashes, and parts of newer
// versions. Names that differ only in capitals are one name on some disks.
func joinParts(a, b map[string][]byte) map[string][]byte {
	if holdsAll(a, b, bytes.Equal) {
		return a
	}
	s := shelf[[]byte]{
		at: map[string][]byte{}, names: map[string]string{}, fold: strings.ToLower, order: bytes.Compare,
		beyond: func(name string, data []byte) string {
			if next := name + "." + mark(data); len(next) <= maxPartName {
				return next
			}
			return "ext/" + mark([]byte(name)) + mark(data)
		},
	}
	return s.union(a, b)
}

func (s *shelf[V]) union(a, b map[string]V) map[string]V {
	for _, all := range []map[string]V{a, b} {
		for name, content := range all {
			s.put(name, content)
		}
	}
	return s.at
}

func holdsAll[V any](a, b map[string]V, same func(x, y V) bool) bool {
	for name, content := range b {
		if held, ok := a[name]; !ok || !same(held, content) {
			return false
		}
	}
	return true
}

func mark(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

func joinNeeds(a, b model.Needs) model.Needs {
	return model.Needs{Read: joinWords(a.Read, b.Read), Write: joinWords(a.Write, b.Write), Unknown: joinUnknown(a.Unknown, b.Unknown)}
}

func sameNeeds(a, b model.Needs) bool {
	return slices.Equal(a.Read, b.Read) && slices.Equal(a.Write, b.Write) && maps.Equal(a.Unknown, b.Unknown)
}

func joinWords(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// joinSessions unites who worked when. Sessions are told apart by their random names; if
// two copies say different things of one, both stay.
func joinSessions(a, b []model.SessionInfo) []model.SessionInfo {
	all := slices.Concat(a, b)
	slices.SortStableFunc(all, func(x, y model.SessionInfo) int { return strings.Compare(string(x.ID), string(y.ID)) })
	return mergeSame(all, func(x, y model.SessionInfo) bool { return x.ID == y.ID }, joinSession)
}

func joinSession(a, b model.SessionInfo) model.SessionInfo {
	if sameSession(a, b) {
		return a
	}
	joined := joinUnknown(sessionKeys(a), sessionKeys(b))
	s := model.SessionInfo{ID: a.ID, Who: joined["who"].Text(), Began: joined["began"].Text()}
	delete(joined, "who")
	delete(joined, "began")
	if len(joined) > 0 {
		s.Unknown = joined
	}
	return s
}

func sameSession(a, b model.SessionInfo) bool {
	return a.ID == b.ID && a.Who == b.Who && a.Began == b.Began && maps.Equal(a.Unknown, b.Unknown)
}

// sessionKeys gives what is known of a session as keys and values.
func sessionKeys(s model.SessionInfo) map[string]model.Value {
	keys := maps.Clone(s.Unknown)
	if keys == nil {
		keys = map[string]model.Value{}
	}
	if s.Who != "" {
		keys["who"] = model.TextValue(s.Who)
	}
	if s.Began != "" {
		keys["began"] = model.TextValue(s.Began)
	}
	return keys
}
