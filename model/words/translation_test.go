package words

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"commonplan/resources/words"
)

// paperAreas are the areas of words of which a paper may say all.
var paperAreas = []string{"charts", "dates", "figure", "paper", "papers", "proposal", "webpage"}

// paperKeys are how the keys begin that a paper says of the other areas. A test in
// model/proposal prints papers and finds the keys that are not among them.
var paperKeys = []string{
	"choice.objective.", "choice.option_kind.", "choice.prevention.", "choice.way.",
	"insight.balance.", "insight.cover.", "insight.gap_is.", "insight.only.", "insight.share.", "insight.sides.",
}

// pluralForms are the forms that a language has for numbers (Unicode CLDR).
var pluralForms = map[string][]string{
	"en": {"one", "other"},
	"cy": {"few", "many", "one", "other", "two", "zero"},
}

// entry is a text, or its plural forms.
type entry struct {
	area  string
	text  string
	forms map[string]string
}

func (e *entry) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &e.text)
	}
	return json.Unmarshal(data, &e.forms)
}

// places are what is put into an entry, each once.
func (e entry) places() []string {
	var all []string
	for _, text := range append(slices.Collect(maps.Values(e.forms)), e.text) {
		for _, match := range regexp.MustCompile(`{{\.(\w+)}}`).FindAllStringSubmatch(text, -1) {
			all = append(all, match[1])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func entries(t *testing.T, lang string) map[string]entry {
	t.Helper()
	files, err := fs.Glob(words.Files, lang+"/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no words in", lang, err)
	}
	all := map[string]entry{}
	for _, file := range files {
		data, err := fs.ReadFile(words.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		var area map[string]entry
		if err := json.Unmarshal(data, &area); err != nil {
			t.Fatal(file, err)
		}
		for key, e := range area {
			e.area = strings.TrimSuffix(path.Base(file), ".json")
			all[key] = e
		}
	}
	return all
}

func onPaper(key string, e entry) bool {
	return slices.Contains(paperAreas, e.area) || slices.Contains([]string{"insight", "model"}, e.area) &&
		slices.ContainsFunc(paperKeys, func(begin string) bool { return strings.HasPrefix(key, begin) })
}

func TestEverySentenceOfAPaperIsThereInEveryLanguage(t *testing.T) {
	english := entries(t, "en")
	for _, lang := range Languages()[1:] {
		there := entries(t, lang)
		for key, e := range english {
			if _, translated := there[key]; onPaper(key, e) && !translated {
				t.Errorf("%s/%s.json has no %q", lang, e.area, key)
			}
		}
		for key, e := range there {
			if _, known := english[key]; !known {
				t.Errorf("%s/%s.json has %q, which nothing says", lang, e.area, key)
			}
		}
	}
}

func TestATranslationPutsTheSameIntoASentenceAndHasEveryPluralForm(t *testing.T) {
	english := entries(t, "en")
	for _, lang := range Languages() {
		for key, e := range entries(t, lang) {
			if e.text == "" && len(e.forms) == 0 {
				t.Errorf("%s: %q says nothing", lang, key)
			}
			if len(e.forms) > 0 && !slices.Equal(slices.Sorted(maps.Keys(e.forms)), pluralForms[lang]) {
				t.Errorf("%s: %q has the forms %v, want %v", lang, key, slices.Sorted(maps.Keys(e.forms)), pluralForms[lang])
			}
			if (len(e.forms) > 0) != (len(english[key].forms) > 0) {
				t.Errorf("%s: %q has plural forms, or not, other than in English", lang, key)
			}
			if got, want := e.places(), english[key].places(); !slices.Equal(got, want) {
				t.Errorf("%s: %q puts in %v, want %v", lang, key, got, want)
			}
		}
	}
}

func TestAWelshPluralFollowsItsNumber(t *testing.T) {
	w, err := In("cy")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{1: "blwyddyn", 2: "dwy flynedd", 3: "tair blynedd", 6: "chwe blynedd", 5: "5 o flynyddoedd", 10: "10 o flynyddoedd"} {
		if got := w.Say("papers.years", With{"N": n, "Number": w.Number(n)}); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestWhatALanguageHasNotIsNeverSaidInAnother(t *testing.T) {
	w, err := In("cy")
	if err != nil {
		t.Fatal(err)
	}
	const onScreen = "paperview.title"
	if got := w.Say(onScreen); got != onScreen || w.Has(onScreen) {
		t.Errorf("it says %q", got)
	}
}
