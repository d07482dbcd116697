package example_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/framework"
	"commonplan/resources/examples"
)

// plans gives the plan of each example as its readable data says it.
func plans(t *testing.T) map[string]*model.Plan {
	t.Helper()
	all := map[string]*model.Plan{}
	for _, name := range example.Names() {
		doc, err := example.Build(name, readable(t, name))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = model.ReadPlan(doc, nil)
	}
	return all
}

func readable(t *testing.T, name string) []byte {
	t.Helper()
	data, err := examples.Files.ReadFile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEachExampleHoldsAsManyRecordsAsWereWrittenDown(t *testing.T) {
	want := map[string]map[model.Type]int{
		"open-door-days": {
			model.TypeProject: 1, model.TypeNeed: 5, model.TypeAsset: 5, model.TypeEvidence: 15, model.TypeListening: 5,
			model.TypeActivity: 6, model.TypeOutcome: 8, model.TypeGoal: 3, model.TypeLink: 9 + 15 + 5 + 6,
			model.TypeIndicator: 8, model.TypeQuality: 5, model.TypePartner: 5, model.TypeContribution: 8,
			model.TypeCost: 16 + 1 + 2, model.TypeFunding: 4, model.TypeMilestone: 6, model.TypeRisk: 3,
			model.TypeOption: 3, model.TypeStatement: 6, model.TypeAnswer: 15 + 15,
		},
		"our-streets": {
			model.TypeProject: 1, model.TypeNeed: 5, model.TypeAsset: 5, model.TypeEvidence: 11, model.TypeListening: 4,
			model.TypeActivity: 6, model.TypeOutcome: 8, model.TypeGoal: 3, model.TypeLink: 10 + 14 + 5 + 4,
			model.TypeIndicator: 8, model.TypeQuality: 5, model.TypePartner: 6, model.TypeContribution: 7,
			model.TypeCost: 2 * (10 + 1), model.TypeFunding: 4, model.TypeMilestone: 8, model.TypeRisk: 3,
			model.TypeOption: 3, model.TypeStatement: 5, model.TypeAnswer: 3,
		},
		"good-plates": {
			model.TypeProject: 1, model.TypeNeed: 5, model.TypeAsset: 5, model.TypeEvidence: 10, model.TypeListening: 4,
			model.TypeActivity: 6, model.TypeOutcome: 8, model.TypeGoal: 3, model.TypeLink: 11 + 15 + 6 + 3,
			model.TypeIndicator: 8, model.TypeReading: 2, model.TypeQuality: 4, model.TypePartner: 5,
			model.TypeContribution: 7, model.TypeCost: 10 + 1 + 2, model.TypeFunding: 6, model.TypeMilestone: 7,
			model.TypeRisk: 3, model.TypeOption: 3, model.TypeStatement: 5,
		},
	}
	for name, plan := range plans(t) {
		for _, kind := range model.Types() {
			if got := len(plan.List(kind)); got != want[name][kind] {
				t.Errorf("%s has %d of %s, want %d", name, got, kind, want[name][kind])
			}
		}
		if len(plan.Links) != want[name][model.TypeLink] {
			t.Errorf("%s: %d links stand on the map, want %d", name, len(plan.Links), want[name][model.TypeLink])
		}
	}
}

func TestTheMoneyOfEachExampleAddsUpAsWrittenDown(t *testing.T) {
	type money struct{ direct, running, inKind, asked, applied, secured model.Pence }
	want := map[string]money{ // in pounds; all but the in-kind lines of good-plates are priced
		"open-door-days": {67_604, 7_800, 2_070 + 23_940, 48_000, 6_000, 18_000 + 3_404},
		"our-streets":    {59_642 + 58_506, 7_157 + 7_021, 0, 60_000, 44_000, 16_000 + 4_000},
		"good-plates":    {40_790, 3_700, 0, 12_000 + 15_000, 14_500, 1_500 + 1_200 + 290},
	}
	gaps := map[string]model.Pence{"open-door-days": 0, "our-streets": 8_326, "good-plates": 0}
	for name, plan := range plans(t) {
		var got money
		direct := map[int]model.Pence{}
		for _, cost := range plan.Costs {
			if cost.Kind == model.Direct {
				direct[cost.Year] += cost.Amount(0) / 100
			}
		}
		for _, cost := range plan.Costs {
			switch amount := cost.Amount(direct[cost.Year]*100) / 100; cost.Kind {
			case model.Direct:
				got.direct += amount
			case model.Running:
				got.running += amount
			case model.InKind:
				got.inKind += amount
			}
		}
		for _, funding := range plan.Funding {
			for _, amount := range funding.Amount {
				switch funding.Status {
				case model.FundingAsked:
					got.asked += amount / 100
				case model.Applied:
					got.applied += amount / 100
				case model.Secured:
					got.secured += amount / 100
				}
			}
		}
		if got != want[name] {
			t.Errorf("%s: got %+v, want %+v", name, got, want[name])
		}
		if gap := got.direct + got.running - got.asked - got.applied - got.secured; gap != gaps[name] {
			t.Errorf("%s: the gap is £%d, want £%d", name, gap, gaps[name])
		}
	}
}

func TestNoRecordOfAnExampleLacksWhatThePaperWants(t *testing.T) {
	for name, plan := range plans(t) {
		for _, kind := range model.Types() {
			for _, item := range plan.List(kind) {
				if missing := model.Missing(item); len(missing) > 0 {
					t.Errorf("%s: %s “%s” lacks %v", name, kind, model.Title(item), missing)
				}
			}
		}
		for _, outcome := range plan.Outcomes {
			for _, tag := range outcome.Tags {
				if framework, _, ok := framework.Find(string(tag)); !ok || framework.Tags != string(model.TypeOutcome) {
					t.Errorf("%s: %q marks no outcome", name, tag)
				}
			}
		}
		for _, answer := range plan.Answers {
			known := false
			for _, question := range framework.Checklist().Questions {
				known = known || question.ID == answer.Question
			}
			if !known {
				t.Errorf("%s answers %q, which is no question", name, answer.Question)
			}
		}
	}
}

func TestAMistakeInTheDataIsNamedWithItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		`{"project": [{"nmae": "X"}]}`:                                                       `project 1: a project has no field "nmae"`,
		`{"project": [{}], "neeed": []}`:                                                     `"neeed" is no type of record`,
		`{"need": []}`:                                                                       `it needs one project, not 0`,
		`{"project": [{}], "need": [{}, {"how_many": "ten"}]}`:                               `need 2: how_many: problem.whole Text=ten`,
		`{"project": [{}], "cost": [{"line": "Hall", "rate": "12k"}]}`:                       `cost 1: rate: problem.money Text=12k`,
		`{"project": [{}], "link": [{"from": "N9", "to": "A1"}]}`:                            `link 1: from: there is no record "N9"`,
		`{"project": [{}], "need": [{"id": "N1"}, {"id": "N1"}]}`:                            `need 2: "N1" is the id of another record too`,
		`{"project": [{}], "need": [{"how_many": 12}]}`:                                      `cannot unmarshal number`,
		`{"project": [{}], "need": [{"id": "N1"}], "link": [{"from": "N1", "to": "N1"}]}`:    `problem.reference.kind`,
		`{"project": [{}], "activity": [{"id": "A1"}], "link": [{"from": "A1", "to": "A1`:    `unexpected end of JSON input`,
		`{"project": [{}], "need": [{"id": "N1"}], "evidence": [{"about": "N1,N1"}]}`:        `evidence 1: about: there is no record "N1,N1"`,
		`{"project": [{}], "activity": [{"title": "A", "ways": "connect, dance, rejoice"}]}`: `activity 1: ways: problem.choice`,
	} {
		_, err := example.Build("made-up", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "made-up") {
			t.Errorf("%s: got the error %v, want one that says %s", text, err, want)
		}
	}
}
