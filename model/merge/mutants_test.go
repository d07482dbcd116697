package merge_test

import (
	"maps"
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/merge"
)

// mutants are ways to get it wrong that others got wrong. The checks have to notice each.
var mutants = map[string]rules{
	"stamps of a PC, not of a session": {join: merge.Join, perPC: true},
	"a counter that begins again":      {join: merge.Join, restart: true},
	"a context of the whole document":  {join: joinByDocument},
	"the last writer wins":             {join: joinLastWriter},
	"history dropped":                  {join: joinWithoutHistory},
	"unknown fields dropped":           {join: joinKnownOnly},
}

func TestEachKnownWayToGetItWrongIsNoticed(t *testing.T) {
	t.Parallel()
	const histories = 2000
	for name, r := range mutants {
		noticed := 0
		for seed := range uint64(histories) {
			if w := play(seed+1, r); w.fault != "" {
				noticed++
				if noticed == 1 {
					t.Logf("%s: noticed first in history %d: %.120s", name, seed+1, w.fault)
				}
				if noticed == 3 {
					break
				}
			}
		}
		if noticed < 3 {
			t.Errorf("%s: noticed in %d of %d histories", name, noticed, histories)
		}
	}
}

// joinByDocument takes whatever a copy has seen anywhere as seen in every record: a
// record that it lacks was deleted.
func joinByDocument(a, b *model.Document) (*model.Document, error) {
	return merge.Join(withoutSeen(a, b), withoutSeen(b, a))
}

func withoutSeen(doc, other *model.Document) *model.Document {
	seen := model.Context{}
	for _, record := range other.Records {
		for session, n := range record.Context {
			seen[session] = max(seen[session], n)
		}
	}
	doc = doc.Clone()
	for id, record := range doc.Records {
		fresh := other.Records[id] != nil
		for _, lives := range record.Fields {
			for _, live := range lives {
				fresh = fresh || !seen.Covers(live.Stamp)
			}
		}
		if !fresh {
			delete(doc.Records, id)
		}
	}
	return doc
}

// joinLastWriter keeps one value a field.
func joinLastWriter(a, b *model.Document) (*model.Document, error) {
	joined, err := merge.Join(a, b)
	if err != nil {
		return nil, err
	}
	joined = joined.Clone()
	for id, record := range joined.Records {
		next := *record
		next.Fields = maps.Clone(record.Fields)
		for field, lives := range next.Fields {
			if len(lives) > 1 {
				next.Fields[field] = lives[len(lives)-1:]
			}
		}
		joined.Records[id] = &next
	}
	return joined, nil
}

func joinWithoutHistory(a, b *model.Document) (*model.Document, error) {
	joined, err := merge.Join(a, b)
	if err != nil {
		return nil, err
	}
	joined = joined.Clone()
	clear(joined.History)
	return joined, nil
}

// joinKnownOnly joins what this version knows and leaves the rest.
func joinKnownOnly(a, b *model.Document) (*model.Document, error) {
	joined, err := merge.Join(a, b)
	if err != nil {
		return nil, err
	}
	joined = joined.Clone()
	for id, record := range joined.Records {
		next := *record
		next.Fields = maps.Clone(record.Fields)
		delete(next.Fields, fieldShape)
		joined.Records[id] = &next
		joined.History[id] = slices.DeleteFunc(slices.Clone(joined.History[id]), func(r model.Replaced) bool { return r.Field == fieldShape })
	}
	return joined, nil
}
