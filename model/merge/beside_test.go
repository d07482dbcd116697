package merge_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

// variants gives copies of a project, each changed a little.
func variants(t *testing.T, changes ...func(*model.Document)) []*model.Document {
	t.Helper()
	doc := modeltest.New(t).Document()
	var all []*model.Document
	for _, change := range changes {
		next := doc.Clone()
		next.Parts = maps.Clone(doc.Parts)
		if next.Parts == nil {
			next.Parts = map[string][]byte{}
		}
		change(next)
		all = append(all, next)
	}
	return all
}

// sameInAllOrders joins copies in every order, and again, and gives the one result.
func sameInAllOrders(t *testing.T, copies []*model.Document) *model.Document {
	t.Helper()
	first := join(t, copies...)
	for order := range permutations(len(copies)) {
		joined := copies[order[0]]
		for _, i := range order[1:] {
			joined = join(t, joined, copies[i])
		}
		same(t, "another order", joined, first)
	}
	for _, c := range copies {
		same(t, "once more", join(t, first, c), first)
	}
	return first
}

func TestPartsOfOneNameAllStayAlsoIfOnlyCapitalsTellThemApart(t *testing.T) {
	part := func(name, data string) func(*model.Document) {
		return func(d *model.Document) { d.Parts[name] = []byte(data) }
	}
	joined := sameInAllOrders(t, variants(t, part("ext/a", "one"), part("ext/a", "two"), part("ext/A", "three"), part("ext/b", "one")))

	var held []string
	folded := map[string]bool{}
	for name, data := range joined.Parts {
		held = append(held, string(data))
		folded[strings.ToLower(name)] = true
	}
	if len(folded) < len(joined.Parts) {
		t.Errorf("some names are the same on some disks: %q", slices.Sorted(maps.Keys(joined.Parts)))
	}
	slices.Sort(held)
	if want := []string{"one", "one", "three", "two"}; !slices.Equal(held, want) {
		t.Errorf("the parts hold %q, want %q", held, want)
	}
	if string(joined.Parts["ext/A"]) != "three" || string(joined.Parts["ext/b"]) != "one" {
		t.Errorf("the names are %q", slices.Sorted(maps.Keys(joined.Parts)))
	}
}

func TestKeysOfNewerVersionsAllStay(t *testing.T) {
	key := func(value model.Value) func(*model.Document) {
		return func(d *model.Document) {
			record := *d.Records[model.ProjectID]
			record.Unknown = map[string]model.Value{"colour": value}
			d.Records[model.ProjectID] = &record
			d.Unknown = map[string]model.Value{"colour": value}
			d.Needs.Unknown = map[string]model.Value{"colour": value}
		}
	}
	joined := sameInAllOrders(t, variants(t, key(`"red"`), key(`"blue"`), key(`{"r":1}`), func(*model.Document) {}))

	for where, keys := range map[string]map[string]model.Value{
		"the record": joined.Records[model.ProjectID].Unknown, "the document": joined.Unknown, "its needs": joined.Needs.Unknown,
	} {
		if keys["colour"] != `"blue"` || len(keys) != 3 {
			t.Errorf("%s holds %v", where, keys)
		}
	}
}

func TestWhatCopiesSayOfOneSessionAllStays(t *testing.T) {
	who := func(name string) func(*model.Document) {
		return func(d *model.Document) { d.Sessions = slices.Clone(d.Sessions); d.Sessions[0].Who = name }
	}
	joined := sameInAllOrders(t, variants(t, who(""), who("Anna"), who("Ben")))

	s := joined.Sessions[0]
	if s.Who != "Anna" || len(s.Unknown) != 1 || !slices.Contains(slices.Collect(maps.Values(s.Unknown)), `"Ben"`) {
		t.Errorf("the session is %+v", s)
	}
}

func TestAStampUsedTwiceKeepsBothValues(t *testing.T) {
	forge := func(value model.Value) func(*model.Document) {
		return func(d *model.Document) {
			record := *d.Records[model.ProjectID]
			record.Fields = maps.Clone(record.Fields)
			record.Fields["name"] = []model.Live{{Stamp: record.Fields["name"][0].Stamp, Value: value}}
			d.Records[model.ProjectID] = &record
		}
	}
	joined := sameInAllOrders(t, variants(t, forge(`"one"`), forge(`"two"`)))

	if lives := joined.Records[model.ProjectID].Fields["name"]; len(lives) != 2 {
		t.Errorf("live are %v", lives)
	}
}

func TestARecordOfAnotherKindIsNoCopyOfOurs(t *testing.T) {
	copies := variants(t, func(*model.Document) {}, func(d *model.Document) {
		record := *d.Records[model.ProjectID]
		record.Type = "aardvark"
		d.Records[model.ProjectID] = &record
	})
	for range 2 {
		_, err := merge.Join(copies[0], copies[1])
		if problem, ok := err.(*model.Problem); !ok || problem.Key != "problem.merge.type" {
			t.Errorf("the error is %v", err)
		}
		slices.Reverse(copies)
	}
}

func TestKeysOfAnEarlierValueStayInAnyOrderThoughAnotherCopyKnowsWhatReplacedIt(t *testing.T) {
	stamp := model.Stamp{Session: "s0", N: 1}
	earlier := func(by model.Stamp, key, value string) func(*model.Document) {
		live := model.Live{Stamp: stamp, Value: `"hot"`, Unknown: map[string]model.Value{key: model.TextValue(value)}}
		return func(d *model.Document) {
			d.History = map[model.ID][]model.Replaced{"yard": {{Field: "title", Live: live, By: by}}}
		}
	}
	none := model.Stamp{}
	joined := sameInAllOrders(t, variants(t, earlier(none, "colour", "red"), earlier(stamp, "colour", "red"), earlier(none, "colour", "blue"), earlier(none, "size", "large")))

	var unsaid []model.Value
	for _, r := range joined.History["yard"] {
		if r.By == none {
			unsaid = slices.AppendSeq(unsaid, maps.Values(r.Unknown))
		}
	}
	slices.Sort(unsaid)
	if want := []model.Value{`"blue"`, `"large"`}; !slices.Equal(unsaid, want) {
		t.Errorf("what is known of nowhere else is %v, want %v", unsaid, want)
	}
}
