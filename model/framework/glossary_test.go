package framework

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheGlossaryExplainsTheFieldsWords(t *testing.T) {
	words, err := Glossary("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{
		"need", "asset", "activity", "output", "service_outcome", "community_outcome", "goal", "indicator", "quality",
		"line_of_sight", "win_win", "baseline", "target", "co_production", "prevention", "five_ways", "evidence",
		"listening", "partner", "cost", "funding", "full_cost", "in_kind", "gap", "milestone", "risk", "option",
		"statement", "checklist", "review",
	} {
		term, ok := words.Term(id)
		if !ok {
			t.Errorf("%s is missing", id)
			continue
		}
		if !strings.HasSuffix(term.Test, "?") && !strings.Contains(term.Test, "? ") {
			t.Errorf("the test question of %s asks nothing: %q", id, term.Test)
		}
		if term.Plain == term.Word {
			t.Errorf("the plain label of %s is no plainer", id)
		}
	}
}

func TestALanguageWithoutAGlossaryNamesThoseThereAre(t *testing.T) {
	for _, language := range []string{"tlh", "", "../en", "en.json"} {
		_, err := Glossary(language)
		if err == nil || !strings.Contains(err.Error(), "choose one of en") {
			t.Errorf("%q: got %v", language, err)
		}
	}
}

func TestABrokenGlossaryFileIsNamed(t *testing.T) {
	const start = `{"language": "en", "licence": "Ours", "credit": "Us", "terms": [`
	const need = `{"id": "need", "word": "Need", "plain": "Lack", "meaning": "A lack.", "test": "Who says so?", "example": "Rain."}`
	for want, text := range map[string]string{
		"the name of the file": strings.Replace(start, "en", "cy", 1) + need + `]}`,
		"no terms":             start + `]}`,
		"there twice":          start + need + "," + need + `]}`,
		"no test question":     start + strings.Replace(need, "Who says so?", "", 1) + `]}`,
		"follows its end":      start + need + `]} {}`,
		"reading en.json":      start,
	} {
		_, err := readGlossary(fstest.MapFS{"en.json": {Data: []byte(text)}}, "en")
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "en.json") {
			t.Errorf("want an error with %q and the file’s name, got %v", want, err)
		}
	}
}
