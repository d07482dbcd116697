package framework

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEveryFrameworkOfTheFieldIsThere(t *testing.T) {
	items := map[string]int{
		"triple-objectives": 3, "five-ways": 5, "prevention": 3, "coproduction-depth": 5,
		"uk-missions": 5, "wales-goals": 7, "wales-ways-of-working": 5, "scotland-2018": 11, "un-sdgs": 17,
	}
	for id, want := range items {
		f, ok := Get(id)
		if !ok {
			t.Errorf("%s is missing", id)
			continue
		}
		if got := len(f.Items); got != want {
			t.Errorf("%s has %d items, want %d", id, got, want)
		}
	}
	if got := len(All()); got != len(items) {
		t.Errorf("there are %d frameworks, want %d", got, len(items))
	}
}

func TestWhatAnActivityIsTaggedWithIsSpelledAsInTheModel(t *testing.T) {
	for id, want := range map[string][]string{
		"triple-objectives":  {"environment", "social_justice", "economy"},
		"five-ways":          {"connect", "be_active", "take_notice", "keep_learning", "give"},
		"prevention":         {"upstream", "midstream", "downstream"},
		"coproduction-depth": {"told", "asked", "designing", "delivering", "reviewing"},
	} {
		f, _ := Get(id)
		var got []string
		for _, item := range f.Items {
			got = append(got, item.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is %v, want %v", id, got, want)
		}
	}
}

func TestAFrameworkThatMayHaveChangedSaysSo(t *testing.T) {
	scotland, _ := Get("scotland-2018")
	if !strings.Contains(scotland.Note, "Under review") {
		t.Errorf("Scotland’s note is %q: it must say that the outcomes are under review", scotland.Note)
	}
}

func TestTheFrameworksOfEveryPlanComeFirst(t *testing.T) {
	if got := All()[0].ID; got != "triple-objectives" {
		t.Errorf("the first is %s", got)
	}
}

func TestAnOutcomeIsOfferedPublicGoalsAndAnActivityIsNot(t *testing.T) {
	offered := func(recordType string) (ids []string) {
		for _, f := range For(recordType) {
			ids = append(ids, f.ID)
		}
		return ids
	}
	if got := offered("outcome"); !slices.Contains(got, "un-sdgs") || slices.Contains(got, "five-ways") {
		t.Errorf("an outcome is offered %v", got)
	}
	if got := offered("activity"); !slices.Contains(got, "five-ways") || slices.Contains(got, "un-sdgs") {
		t.Errorf("an activity is offered %v", got)
	}
}

func TestATagLeadsBackToItsItem(t *testing.T) {
	for _, f := range All() {
		for _, item := range f.Items {
			gotF, gotItem, ok := Find(f.Tag(item))
			if !ok || gotF.ID != f.ID || gotItem != item {
				t.Errorf("%s leads to %s, %q, %v", f.Tag(item), gotF.ID, gotItem.Title, ok)
			}
		}
	}
}

func TestATagOfANewerVersionIsUnknownAndNoFault(t *testing.T) {
	for _, tag := range []string{"", "wales-goals", "wales-goals:", "wales-goals:happier", "mars-2040:air", ":1"} {
		if _, _, ok := Find(tag); ok {
			t.Errorf("%q was found", tag)
		}
	}
}

// sound is a framework file with nothing wrong; each broken one differs in one field.
func sound() map[string]any {
	return map[string]any{
		"id": "a-plan", "title": "A plan", "line": "What it is.", "tags": "outcome",
		"nation": "Wales", "date": "2015", "source": "https://example.org", "licence": "Ours", "credit": "Us",
		"items": []map[string]any{{"id": "one", "title": "One", "line": "The first."}},
	}
}

func TestABrokenFrameworkFileIsNamed(t *testing.T) {
	broken := map[string]func(f map[string]any){
		"which is not the name": func(f map[string]any) { f["id"] = "another-plan" },
		"no source":             func(f map[string]any) { f["source"] = " " },
		"no licence":            func(f map[string]any) { delete(f, "licence") },
		"no nation":             func(f map[string]any) { f["nation"] = "" },
		"its date":              func(f map[string]any) { f["date"] = "May 2015" },
		"it tags":               func(f map[string]any) { f["tags"] = "risk" },
		"no items":              func(f map[string]any) { f["items"] = []any{} },
		"there twice": func(f map[string]any) {
			items := f["items"].([]map[string]any)
			f["items"] = append(items, items[0])
		},
		"small letters": func(f map[string]any) { f["items"].([]map[string]any)[0]["id"] = "one:two" },
		"no line":       func(f map[string]any) { delete(f["items"].([]map[string]any)[0], "line") },
		"unknown field": func(f map[string]any) { f["licens"] = "Ours" },
	}
	if _, err := readFrameworks(filesWith(t, "a-plan.json", sound())); err != nil {
		t.Fatalf("the sound file was refused: %v", err)
	}
	for want, spoil := range broken {
		f := sound()
		spoil(f)
		_, err := readFrameworks(filesWith(t, "a-plan.json", f))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "a-plan.json") {
			t.Errorf("want an error with %q and the file’s name, got %v", want, err)
		}
	}
}

func filesWith(t *testing.T, name string, content any) fstest.MapFS {
	t.Helper()
	data, err := json.Marshal(content)
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{name: {Data: data}}
}
