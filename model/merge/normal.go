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
		if !saysLess(r, sorted[i+1:]) {
			kept = append(kept, r)
		}
	}
	return kept
}

func isNormalHistory(all []model.Replaced) bool {
	for i := 1; i < len(all); i++ {
		if all[i-1].Compare(all[i]) >= 0 || saysLess(all[i-1], all[i:]) {
			return false
		}
	}
	return true
}

// saysLess tells whether one of the next entries is the same earlier value with what
// replaced it, while this one does not know that and has nothing else to say.
func saysLess(r model.Replaced, next []model.Replaced) bool {
	if r.By != (model.Stamp{}) {
		return false
	}
	for _, n := range next {
		if r.Field != n.Field || r.Live.Compare(n.Live) != 0 {
			return false
		}
		if maps.Equal(joinUnknown(n.Unknown, r.Unknown), n.Unknown) {
			return true
		}
	}
	return false
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
