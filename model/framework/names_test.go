package framework

import (
	"testing"

	"commonplan/model/words"
)

func TestEveryFrameworkHasItsNamesInEveryLanguage(t *testing.T) {
	for _, language := range words.Languages() {
		for _, f := range All() {
			for _, item := range f.Items {
				framework, name, known := NameOf(f.Tag(item), language)
				if framework == "" || name == "" || !known {
					t.Errorf("%s in %q is called %q, %q", f.Tag(item), language, framework, name)
				}
			}
		}
	}
}

func TestNoNameStandsForAnItemThatIsNotThere(t *testing.T) {
	for _, language := range words.Languages() {
		for id, there := range namesIn(language) {
			for item := range there.Items {
				if _, _, known := Find(id + ":" + item); !known {
					t.Errorf("%q names %s:%s, which no framework has", language, id, item)
				}
			}
		}
	}
}

func TestATagOfANewerVersionHasNoName(t *testing.T) {
	if _, _, known := NameOf("wales-goals:later", "cy"); known {
		t.Error("it is known")
	}
}

func TestTheChecklistIsTheSameInEveryLanguage(t *testing.T) {
	for _, language := range words.Languages() {
		set := ChecklistIn(language)
		if language != "en" && set.Title == Checklist().Title {
			t.Errorf("the checklist in %q is the English one", language)
		}
		for i, q := range Checklist().Questions {
			there := set.Questions[i]
			if there.ID != q.ID || set.Strand(there).ID != Checklist().Strand(q).ID {
				t.Errorf("question %d in %q is %s", i+1, language, there.ID)
			}
			if language != "en" && (there.Citizens == q.Citizens || there.Council == q.Council || there.Short == q.Short) {
				t.Errorf("question %d in %q is in English", i+1, language)
			}
		}
	}
}
