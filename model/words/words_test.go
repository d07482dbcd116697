package words

import (
	"fmt"
	"testing"

	"commonplan/model"
)

func TestAPluralFollowsItsNumber(t *testing.T) {
	w := English()
	for n, want := range map[int]string{0: "0 cards", 1: "1 card", 2: "2 cards"} {
		if got := w.Say("app.cards", With{"N": n}); got != want {
			t.Errorf("Say(%d) = %q, want %q", n, got, want)
		}
	}
}
func TestAMissingSentenceShowsItsKey(t *testing.T) {
	if got := English().Say("nowhere.to.be.found"); got != "nowhere.to.be.found" {
		t.Errorf("got %q", got)
	}
}

func TestEveryChoiceAndTypeHasItsWords(t *testing.T) {
	w := English()
	for _, kind := range model.Types() {
		schema, _ := model.SchemaOf(kind)
		keys := []string{"type." + string(kind), "edit.change." + string(kind), "edit.add." + string(kind), "edit.remove." + string(kind), "edit.move." + string(kind)}
		for _, field := range schema.Fields {
			for _, value := range field.Values {
				keys = append(keys, "choice."+field.Choices+"."+value)
			}
		}
		for _, key := range keys {
			if !w.Has(key) {
				t.Errorf("there are no words for %s", key)
			}
		}
	}
}

func TestAProblemIsExplainedInASentence(t *testing.T) {
	_, err := model.ParsePence("12k")
	got := English().Explain(fmt.Errorf("reading a cost: %w", err))
	want := "“12k” is not a sum we can read. Please write it in pounds, such as 14.50 or £1,200."
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestPlainerWordsTakeThePlaceOfTheFieldsOwnAndGoAgain(t *testing.T) {
	w := English()
	const key = "insight.step.outcomes"
	usual := w.Say(key)

	w.Plainly(true)
	if got := w.Say(key); got != "What will be different" {
		t.Errorf("it says %q", got)
	}
	if got := w.Say("insight.step.map"); got != "Map" {
		t.Errorf("where there is no plainer word it says %q", got)
	}
	w.Plainly(false)
	if got := w.Say(key); got != usual {
		t.Errorf("it goes on to say %q, want %q", got, usual)
	}
}

func TestEveryPlainerWordStandsForOneThatIsThere(t *testing.T) {
	w := English()
	for key := range plainer() {
		if !w.Has(key) {
			t.Errorf("there are plainer words for %q, which nothing says", key)
		}
	}
}
