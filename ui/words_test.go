package ui

import (
	"testing"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/words"
)

func TestNoTypeOrStepIsShownByTheNameOfItsKey(t *testing.T) {
	w := words.English()
	glossary, err := framework.Glossary("en")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, kind := range model.Types() {
		if kind == model.TypePrivate {
			continue
		}
		keys = append(keys, "type."+string(kind))
		if kind != model.TypeProject {
			keys = append(keys, "news.new."+string(kind))
		}
		if _, explained := glossary.Term(string(kind)); !explained || !w.Has("help.title."+string(kind)) {
			if kind == model.TypeOutcome { // explained by its level
				continue
			}
			keys = append(keys, "help."+string(kind), "help."+string(kind)+".line")
		}
	}
	for _, step := range insight.Steps {
		keys = append(keys, "insight.step."+string(step))
	}
	for _, key := range keys {
		if !w.Has(key) {
			t.Errorf("there are no words for %s", key)
		}
	}
}
