package merge

import (
	"maps"
	"slices"

	"commonplan/model"
)

// What this program writes is in normal form. What others write may not be, and the laws
// of the join hold for the normal form only, so every record is brought into it first.

// normal gives a record whose values are sorted, each once, and whose context covers them:
// the record itself if it is so.
func normal(r *model.Record) *model.Record {
	if isNormal(r) {
		return r
	}
	next := *r
	next.Context = maps.Clone(r.Context)
	if next.Context == nil {
		next.Context = model.Context{}
	}
	next.Fields = make(map[string][]model.Live, len(r.Fields))
	for field, lives := range r.Fields {
		if len(lives) == 0 {
			continue
		}
		for _, live := range lives {
			s := live.Stamp
			next.Context[s.Session] = max(next.Context[s.Session], s.N)
		}
		next.Fields[field] = sortLives(slices.Clone(lives))
	}
	return &next
}

func isNormal(r *model.Record) bool {
	for _, lives := range r.Fields {
		if len(lives) == 0 {
			return false
		}
		for i, live := range lives {
			if !r.Context.Covers(live.Stamp) || i > 0 && lives[i-1].Compare(live) >= 0 {
				return false
			}
		}
	}
	return true
}

// normalHistory gives a list of earlier values in order, each once, without those that
// say less than another: the list itself if it is so.
func normalHistory(all []model.Replaced) []model.Replaced {
	if isNormalHistory(all) {
		return all
	}
	sorted := slices.Clone(all)
	model.SortReplaced(sorted)
	sorted = mergeSame(sorted, func(x, y model.Replaced) bool { return x.Compare(y) == 0 },
		func(x, y model.Replaced) model.Replaced { x.Unknown = joinUnknown(x.Unknown, y.Unknown); return x })
	kept := make([]model.Replaced, 0, len(sorted))
	for i, r := range sorted {
		if left, known := beyondKnown(r, sorted[i+1:]); !known {
			kept = append(kept, r)
		} else if len(left) > 0 {
			r.Unknown = left
			kept = append(kept, r)
		}
	}
	return kept
}

func isNormalHistory(all []model.Replaced) bool {
	for i, r := range all {
		if i+1 < len(all) && r.Compare(all[i+1]) >= 0 {
			return false
		}
		if left, known := beyondKnown(r, all[i+1:]); known && (len(left) == 0 || !maps.Equal(left, r.Unknown)) {
			return false
		}
	}
	return true
}

// beyondKnown looks at an earlier value of which it is not said what replaced it. If the
// entries after it know that, it gives the keys of newer versions that none of them has:
// without any, the entry says nothing. Each key counts by itself, so that it does not
// matter in which order entries meet.
func beyondKnown(r model.Replaced, next []model.Replaced) (left map[string]model.Value, known bool) {
	same := func(n model.Replaced) bool { return r.Field == n.Field && r.Live.Compare(n.Live) == 0 }
	if r.By != (model.Stamp{}) || len(next) == 0 || !same(next[0]) {
		return nil, false
	}
	if len(r.Unknown) == 0 {
		return nil, true
	}
	type key struct {
		name  string
		value model.Value
	}
	held := map[key]bool{}
	for _, n := range next {
		if !same(n) {
			break
		}
		for name, value := range n.Unknown {
			held[key{firstName(name, value), value}] = true
		}
	}
	s := newKeys()
	for name, value := range r.Unknown {
		if k := (key{firstName(name, value), value}); !held[k] {
			s.put(k.name, value)
		}
	}
	return s.at, true
}

func sameHistory(a, b []model.Replaced) bool {
	if len(a) != len(b) {
		return false
	}
	if len(a) == 0 || &a[0] == &b[0] {
		return true
	}
	for i := range a {
		if a[i].Compare(b[i]) != 0 || !maps.Equal(a[i].Unknown, b[i].Unknown) {
			return false
		}
	}
	return true
}

func sameLives(a, b []model.Live) bool {
	return slices.EqualFunc(a, b, func(x, y model.Live) bool {
		return x.Stamp == y.Stamp && x.Value == y.Value && maps.Equal(x.Unknown, y.Unknown)
	})
}
