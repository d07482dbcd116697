package insight_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/framework"
	"commonplan/model/modeltest"
)

// fixture is a small plan that has everything. A test takes one thing away and then
// asks for the plan.
type fixture struct {
	project                           *model.Project
	listening                         *model.Listening
	need                              *model.Need
	asset                             *model.Asset
	evidence                          *model.Evidence
	activity                          *model.Activity
	service, community                *model.Outcome
	goal                              *model.Goal
	answers, brings, spreads, towards *model.Link
	quality                           *model.Quality
	partner                           *model.Partner
	contribution                      *model.Contribution
	cost                              *model.Cost
	funding                           *model.Funding
	option                            *model.Option
	milestone                         *model.Milestone
	risk                              *model.Risk
	statements                        []*model.Statement
	indicator, second                 *model.Indicator
	reading                           *model.Reading
	review                            *model.Review
	checklist                         []*model.Answer // citizens and council in turn
	picture                           *model.Picture

	items []model.Item
}

func base(id model.ID) model.Base { return model.Base{ID: id} }

func whole(t testing.TB) *fixture {
	t.Helper()
	f := &fixture{
		project: &model.Project{Base: base(model.ProjectID), Name: "Open Door Days", Ask: "Commission it.", Place: "Fernhill", Council: "Kingsmere",
			Meeting: model.Date{Year: 2026, Month: 9, Day: 15}, Lead: "The Circle", Start: model.Date{Year: 2026, Month: 11}, Months: 12,
			Reach: 120, Nothing: "The days stay empty.", WhyUs: "Members lead."},
		listening: &model.Listening{Title: "Photo walk", Date: model.Date{Year: 2026, Month: 6}, Who: "members", Missing: "the young", Changed: "the yard is in"},
		need:      &model.Need{Base: base("n1"), Title: "The yard is hot", HowMany: 40},
		asset:     &model.Asset{Title: "Hall with kitchen"},
		evidence: &model.Evidence{About: []model.ID{"n1", "s1", "c1"}, Says: "5 reports", Source: "Photo walk",
			Date: model.Date{Year: 2026, Month: 6}},
		activity:     &model.Activity{Base: base("a1"), Title: "Yard garden", Where: "Yard", Lead: "Tutor", Months: "4-12"},
		service:      &model.Outcome{Base: base("s1"), Level: model.Service, Title: "“I am used and valued”"},
		community:    &model.Outcome{Base: base("c1"), Level: model.Community, Title: "A cooler yard"},
		goal:         &model.Goal{Base: base("g1"), Title: "Protect the environment", Objective: model.Environment, Source: "Priority 5"},
		answers:      &model.Link{From: "n1", To: "a1"},
		brings:       &model.Link{From: "a1", To: "s1"},
		spreads:      &model.Link{From: "s1", To: "c1"},
		towards:      &model.Link{From: "c1", To: "g1"},
		quality:      &model.Quality{Title: "Led with members"},
		partner:      &model.Partner{Base: base("p1"), Name: "Allotment society", Status: model.Agreed},
		contribution: &model.Contribution{Partner: "p1", To: "a1", Role: "Plants"},
		cost:         &model.Cost{Activities: []model.ID{"a1"}, Line: "Tools", Kind: model.Direct, Year: 1, Rate: 185000},
		funding:      &model.Funding{Source: "The council", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 185000}},
		option:       &model.Option{Title: "Do nothing", Kind: model.DoNothing, Achieves: "Nothing changes."},
		milestone:    &model.Milestone{Title: "Yard plan", Month: 4},
		risk:         &model.Risk{Title: "Drought", Likelihood: model.Possible, Effect: model.LowEffect, Response: "A water butt."},
		indicator:    &model.Indicator{Base: base("i1"), Outcome: "s1", Title: "Hours given", Baseline: "12", Target: "45", By: "month 12", Method: "book"},
		second:       &model.Indicator{Outcome: "c1", Title: "Planting", Baseline: "0", Target: "60 m²", By: "month 9", Who: "tutor"},
		reading:      &model.Reading{Indicator: "i1", Value: "20"},
		review:       &model.Review{Title: "First review", Learnt: "Mornings are better."},
		picture:      &model.Picture{On: "n1", Media: "yard.jpg", Alt: "A paved yard with a pile of mattresses"},
	}
	f.items = []model.Item{f.listening, f.need, f.asset, f.evidence, f.activity, f.service, f.community, f.goal, f.answers, f.brings,
		f.spreads, f.towards, f.quality, f.partner, f.contribution, f.cost, f.funding, f.option, f.milestone, f.risk, f.indicator,
		f.second, f.reading, f.review, f.picture}
	_, statementKinds := model.StatementKind("").Choices()
	for _, kind := range statementKinds {
		statement := &model.Statement{Kind: model.StatementKind(kind), Text: "It is written.", Review: model.Date{Year: 2027}}
		f.statements = append(f.statements, statement)
		f.items = append(f.items, statement)
	}
	for _, question := range framework.Checklist().Questions {
		for _, side := range []model.Side{model.Citizens, model.CouncilSide} {
			answer := &model.Answer{Question: question.ID, Side: side, Where: model.InPlace}
			f.checklist = append(f.checklist, answer)
			f.items = append(f.items, answer)
		}
	}
	return f
}

// drop leaves records out, with what refers to them.
func (f *fixture) drop(items ...model.Item) {
	for _, gone := range items {
		id := gone.Head().ID
		f.items = slices.DeleteFunc(f.items, func(item model.Item) bool {
			return item == gone || id != "" && refersTo(item, id)
		})
		f.evidence.About = without(f.evidence.About, id)
		f.cost.Activities = without(f.cost.Activities, id)
	}
}

func without(ids []model.ID, gone model.ID) []model.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id model.ID) bool { return id == gone })
}

func refersTo(item model.Item, id model.ID) bool {
	switch item := item.(type) {
	case *model.Link:
		return item.From == id || item.To == id
	case *model.Contribution:
		return item.To == id || item.Partner == id
	case *model.Indicator:
		return item.Outcome == id
	case *model.Reading:
		return id == "s1" && item.Indicator == "i1" // it goes with its indicator
	case *model.Picture:
		return item.On == id
	}
	return false
}

// plan gives the plan as it is now, also with required fields left empty.
func (f *fixture) plan(t testing.TB) *model.Plan {
	t.Helper()
	project := modeltest.New(t).Project()
	err := project.Edit("edit.add", func(c *edit.Change) error {
		if err := c.Put(f.project); err != nil {
			return err
		}
		_, err := c.AddAll(f.items...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return project.Plan()
}
