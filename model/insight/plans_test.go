package insight_test

import (
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/resources/examples"
)

// today is the day on which the examples were written.
var today = model.Date{Year: 2026, Month: 8, Day: 28}

var english = words.English()

// theExample gives the plan of one of the three examples.
func theExample(t testing.TB, name string) *model.Plan {
	t.Helper()
	readable, err := examples.Files.ReadFile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := example.Build(name, readable)
	if err != nil {
		t.Fatal(err)
	}
	return model.ReadPlan(doc, nil)
}

// card finds a card by its label.
func card(t testing.TB, p *model.Plan, label string) model.ID {
	t.Helper()
	id, ok := p.Labelled(label)
	if !ok {
		t.Fatalf("there is no card %s", label)
	}
	return id
}

// cards finds several cards: "A2 A3 A4".
func cards(t testing.TB, p *model.Plan, labels string) []model.ID {
	t.Helper()
	var ids []model.ID
	for _, label := range strings.Fields(labels) {
		ids = append(ids, card(t, p, label))
	}
	return ids
}

// labels writes ids as their labels, "A2 A3 A4", so that a failure can be read.
func labels(p *model.Plan, ids []model.ID) string {
	var all []string
	for _, id := range ids {
		all = append(all, p.Label(id))
	}
	return strings.Join(all, " ")
}

// lit writes the cards of a set as sorted labels.
func lit(p *model.Plan, ids map[model.ID]bool) string {
	var all []string
	for id := range ids {
		all = append(all, p.Label(id))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// keys lists the keys of gaps with the label or step of each: "activity.lead A4".
func keys(p *model.Plan, gaps []insight.Gap) []string {
	var all []string
	for _, gap := range gaps {
		key := gap.Key
		for _, id := range gap.Cards {
			key += " " + p.Label(id)
		}
		all = append(all, key)
	}
	return all
}
