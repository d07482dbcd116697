package insight_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/words"
)

func TestOnlyAPlainSumThatIsNoFigureOfThePlanDisagreesWithWhatIsAsked(t *testing.T) {
	for ask, want := range map[string]bool{
		"Give £3,500 for paths and plots.":            true,
		"Give £3500.":                                 true,
		"Give £4,500 for paths and plots.":            false, // what is asked
		"Back this £5,000 project.":                   false, // its full cost
		"Give £4,500; we add £500.":                   false, // two sums
		"Give £375 a month.":                          false, // a part of it
		"Give £4.5k.":                                 false,
		"Give up to £6,000.":                          false,
		"Give £4,000-£5,000.":                         false,
		"Give what it takes for 3,500 square metres.": false,
	} {
		b := modeltest.New(t)
		b.Add(&model.Cost{Line: "Paths", Kind: model.Direct, Rate: 5000_00})
		b.Add(&model.Funding{Source: "The council", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 4500_00}})
		b.Add(&model.Funding{Source: "Raffle", Status: model.Own, Amount: map[int]model.Pence{1: 500_00}})
		plan := b.Plan()
		plan.Project.Ask = ask

		gaps := insight.Gaps(plan, today)

		i := slices.IndexFunc(gaps, func(g insight.Gap) bool { return g.Key == "project.ask_sum" })
		if (i >= 0) != want {
			t.Errorf("%q: it is missed: %v, want %v", ask, i >= 0, want)
		}
		if i >= 0 && gaps[i].Sentence(words.English()) != "The ask says £3,500, but the funding asks the council for £4,500." {
			t.Errorf("it says %q", gaps[i].Sentence(words.English()))
		}
	}
}
