package exchange_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/exchange"
	"commonplan/model/modeltest"
)

// records reads what was exported the way a script would.
func records(t *testing.T, plan *model.Plan) map[string]map[string]any {
	t.Helper()
	data, err := exchange.JSON(plan)
	if err != nil {
		t.Fatal(err)
	}
	var book struct{ Records []map[string]any }
	if err := json.Unmarshal(data, &book); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	all := map[string]map[string]any{}
	for _, record := range book.Records {
		all[record["id"].(string)] = record
	}
	return all
}

func TestEachKindOfFieldIsExportedAsScriptsExpectIt(t *testing.T) {
	b := modeltest.New(t)
	need := string(b.Add(&model.Need{Title: "A “hot” yard <&>", HowMany: 14}))
	walk := string(b.Add(&model.Activity{Title: "Walk", Ways: []model.Way{model.Connect, model.BeActive}, Months: "2-4,6"}))
	evidence := string(b.Add(&model.Evidence{Says: "Seen", About: []model.ID{model.ID(need)}, Date: model.Date{Year: 2026, Month: 6}, Private: true}))
	cost := string(b.Add(&model.Cost{Line: "Hall", Activities: []model.ID{model.ID(walk)}, Quantity: "138", Rate: 4550, Part: "1.3"}))
	funding := string(b.Add(&model.Funding{Source: "Council", Amount: map[int]model.Pence{2: 200, 1: 100}}))
	partner := string(b.Add(&model.Partner{Name: "Library", Contact: "desk"}))

	got := records(t, b.Plan())

	for id, want := range map[string]map[string]any{
		need:     {"id": need, "type": "need", "title": "A “hot” yard <&>", "how_many": 14.0},
		walk:     {"id": walk, "type": "activity", "title": "Walk", "ways": []any{"be_active", "connect"}, "months": "2-4,6"},
		evidence: {"id": evidence, "type": "evidence", "says": "Seen", "about": []any{need}, "date": "2026-06", "private": true},
		cost:     {"id": cost, "type": "cost", "line": "Hall", "activities": []any{walk}, "quantity": "138", "rate": 4550.0, "part": "1.3"},
		funding:  {"id": funding, "type": "funding", "source": "Council", "amount": map[string]any{"1": 100.0, "2": 200.0}},
		partner:  {"id": partner, "type": "partner", "name": "Library", "contact": "desk"},
	} {
		if diff := cmp.Diff(want, got[id]); diff != "" {
			t.Errorf("%s (− want, + got)\n%s", want["type"], diff)
		}
	}
}

func TestRecordsAreExportedInTheOrderOfThePlanWithoutTheBin(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Goal{Title: "Goal"})
	first, gone, second := b.Add(&model.Need{Title: "First"}), b.Add(&model.Need{Title: "Gone"}), b.Add(&model.Need{Title: "Second"})
	if err := b.Project().Edit("edit.remove", removing(gone)); err != nil {
		t.Fatal(err)
	}

	data, err := exchange.JSON(b.Plan())

	text := string(data)
	if err != nil || strings.Contains(text, string(gone)) {
		t.Errorf("error %v in\n%s", err, text)
	}
	last := -1
	for _, mark := range []string{`"project"`, string(first), string(second), `"goal"`} {
		at := strings.Index(text, mark)
		if at <= last {
			t.Errorf("%s does not stand where it should in\n%s", mark, text)
		}
		last = at
	}
}

func removing(id model.ID) func(*edit.Change) error {
	return func(c *edit.Change) error { return c.Remove(id) }
}
