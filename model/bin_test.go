package model_test

import (
	"slices"
	"testing"

	"commonplan/model"
)

// binned gives a record with a title by session s, and the given values of "deleted".
func binned(deleted ...model.Value) *model.Record {
	r := &model.Record{ID: "n1", Type: model.TypeNeed, Fields: map[string][]model.Live{
		"title":             {{Stamp: model.Stamp{Session: "s", N: 3}, Value: `"Yard"`}},
		model.FieldPosition: {{Stamp: model.Stamp{Session: "t", N: 9}, Value: `"a"`}},
	}}
	for i, value := range deleted {
		r.Fields[model.FieldDeleted] = append(r.Fields[model.FieldDeleted],
			model.Live{Stamp: model.Stamp{Session: "d", N: uint64(i + 1)}, Value: value})
	}
	return r
}

func TestARecordLiesInTheBinUnlessSomebodyChangedWhatTheRemoverHadNotSeen(t *testing.T) {
	seen, unseen := model.Deletion(model.Context{"s": 3}, ""), model.Deletion(model.Context{"s": 2}, "")
	for what, c := range map[string]struct {
		deleted           []model.Value
		inBin, isDisputed bool
	}{
		"never removed":                 {nil, false, false},
		"taken out again":               {[]model.Value{model.None}, false, false},
		"removed, all seen":             {[]model.Value{seen}, true, false},
		"removed, a change not seen":    {[]model.Value{unseen}, false, true},
		"removed twice, once seen":      {[]model.Value{unseen, seen}, true, false},
		"removed here, restored there":  {[]model.Value{seen, model.None}, false, true},
		"removed by an early version":   {[]model.Value{"true"}, true, false},
		"removed by a later version":    {[]model.Value{`["who","knows"]`}, true, false},
		"not removed, in so many words": {[]model.Value{"false"}, false, false},
		"removed having seen nothing":   {[]model.Value{model.Deletion(model.Context{}, "")}, false, true},
	} {
		r := binned(c.deleted...)
		if r.Deleted() != c.inBin || r.Disputed() != c.isDisputed {
			t.Errorf("%s: in the bin %t, disputed %t", what, r.Deleted(), r.Disputed())
		}
		if c.isDisputed && len(r.Unseen()) == 0 && !slices.Contains(c.deleted, model.None) {
			t.Errorf("%s: nothing is named as changed", what)
		}
	}
}

func TestADeletionNamesWhatItGoesAlongWith(t *testing.T) {
	value := model.Deletion(model.Context{"b": 2, "a": 1}, `n"2`)
	if value != `{"seen":{"a":1,"b":2},"with":"n\"2"}` {
		t.Errorf("it is stored as %s", value)
	}
	if got := binned(value).DeletedWith(); got != `n"2` {
		t.Errorf("it goes along with %q", got)
	}
	if again := value.Afresh(model.Context{"c": 3}); again != `{"seen":{"c":3},"with":"n\"2"}` || !again.TellsSeen() {
		t.Errorf("seen afresh it is %s", again)
	}
	if plain := value.Afresh(nil); plain.TellsSeen() || binned(plain).DeletedWith() != `n"2` {
		t.Errorf("without what was seen it is %s", plain)
	}
}

func TestWhoeverChangedOnlyAContactKeepsTheRecordFromTheBin(t *testing.T) {
	r := binned(model.Deletion(model.Context{"s": 3}, ""))
	doc := &model.Document{Records: map[model.ID]*model.Record{"n1": r}}
	if !doc.InBin("n1") {
		t.Error("removed, it is not in the bin")
	}
	companion := binned(model.Deletion(model.Context{"s": 2}, ""))
	companion.ID, companion.Type = model.PrivateID("n1"), model.TypePrivate
	doc.Records[companion.ID] = companion
	if doc.InBin("n1") {
		t.Error("its contact was changed, and it is in the bin all the same")
	}
}

func TestOfSeveralValuesTheStricterAndTheFullerHold(t *testing.T) {
	lives := func(values ...model.Value) []model.Live {
		var all []model.Live
		for i, v := range values {
			all = append(all, model.Live{Stamp: model.Stamp{Session: "s", N: uint64(i + 1)}, Value: v})
		}
		return all
	}
	r := &model.Record{ID: "e", Type: model.TypeEvidence, Fields: map[string][]model.Live{
		model.FieldPrivate: lives(model.None, "true"), "about/n1": lives(model.None, "true"),
		"source": lives(`"b"`, `"a"`), "kind": lives(`"survey"`, `"survey"`), model.FieldPosition: lives(`"x"`, `"w"`),
	}}
	doc := &model.Document{Records: map[model.ID]*model.Record{"e": r}}
	for field, want := range map[string]struct {
		value   model.Value
		settled bool
	}{
		model.FieldPrivate: {"true", false}, "about/n1": {"true", true}, "source": {`"b"`, false},
		"kind": {`"survey"`, true}, model.FieldPosition: {`"x"`, true}, "people": {"", true},
	} {
		if value, settled := doc.Reading("e", field); value != want.value || settled != want.settled {
			t.Errorf("%s says %s, settled %t", field, value, settled)
		}
	}
}
