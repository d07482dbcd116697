package proposal_test

import (
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

// guided is a plan as the guided start makes it: one of nearly everything, and the
// outcome for the area linked to two goals.
func guided(t *testing.T) *model.Plan {
	t.Helper()
	b := modeltest.New(t)
	b.Change(func(p *model.Project) {
		p.Name, p.Place, p.Lead = "Warm Hall", "Millbrook", "Low Street Neighbours"
		p.Council, p.Meeting = "Lowmoor Town Council", model.Date{Year: 2026, Month: 9, Day: 15}
		p.Ask = "Grant £1,000 for one winter."
	})
	need := b.Add(&model.Need{Title: "Older neighbours have no warm room on weekdays"})
	b.Add(&model.Evidence{About: []model.ID{need}, Says: "31 of 50 asked said so", Source: "Doorstep survey, October 2026"})
	activity := b.Add(&model.Activity{Title: "Warm hall with soup, two days a week", Months: "1-6"})
	service := b.Add(&model.Outcome{Level: model.Service, Title: "“I have somewhere warm to go”"})
	community := b.Add(&model.Outcome{Level: model.Community, Title: "Neighbours know each other"})
	b.Add(&model.Indicator{Outcome: service, Title: "People coming each week", Baseline: "0", Target: "40"})
	b.Add(&model.Cost{Line: "Soup and heating", Kind: model.Direct, Year: 1, Rate: 125050, Activities: []model.ID{activity}})
	b.Add(&model.Funding{Source: "The council", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 100000}})
	b.Add(&model.Funding{Source: "Own fundraising", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 25050}})
	var goals []model.ID
	for _, o := range model.Objectives {
		goals = append(goals, b.Add(&model.Goal{Objective: o, Title: words.English().Say("choice.objective." + string(o))}))
	}
	for _, path := range [][2]model.ID{{need, activity}, {activity, service}, {service, community},
		{community, goals[0]}, {community, goals[1]}} {
		b.Add(&model.Link{From: path[0], To: path[1], Strength: model.Some})
	}
	return b.Plan()
}

func TestASmallPlanAndAnEmptyOneHaveACouncilPaperOfTwoSides(t *testing.T) {
	short := guided(t)
	short.Project.Sides = 2
	wordy := guided(t)
	wordy.Project.Sides = 2
	wordy.Needs[0].Title = "Older neighbours have no warm place to go on weekdays, and many sit at home in the cold from November to March"
	wordy.Activities[0].Title = "A warm hall with soup and company, two days a week from November to March, run by volunteers"
	wordy.Outcomes[0].Title = "“I have somewhere warm to go and somebody to talk to when I am there”"
	wordy.Outcomes[1].Title = "Neighbours know each other and look in on one another in cold weather"
	for name, plan := range map[string]*model.Plan{"guided": guided(t), "guided, of two sides": short, "in many words": wordy,
		"new": modeltest.New(t).Plan(), "empty": {Project: &model.Project{}}} {
		_, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Council, Date: day}, pages)
		if err != nil || fitted.Pages > 2 || fitted.Over > 0 {
			t.Errorf("%s: %d sides at step %d, %v", name, fitted.Pages, fitted.Level, err)
		}
	}
}

func TestTheGeneratedSummaryReadsAsSentences(t *testing.T) {
	for want, needs := range map[string][]string{
		"What is not right now in Fernhill: older people are cold.":              {"Older people are cold."},
		"Two things are not right now in Fernhill: the hall is cold, and no bus": {"The hall is cold", "No bus"},
		"in Fernhill: cold, damp; and NHS waits.":                                {"Cold, damp", "NHS waits"},
		"in Fernhill: I am cold, “Nobody asks”, and Fernhill has no bus.":        {"I am cold", "“Nobody asks”", "Fernhill has no bus"},
		"in Fernhill: Low Street is dark.":                                       {"Low Street is dark"},
		"in Fernhill: one, two, three, and two more.":                            {"One", "Two", "Three", "Four", "Five"},
	} {
		b := modeltest.New(t)
		for _, need := range needs {
			b.Add(&model.Need{Title: need})
		}
		holds(t, council(t, b.Plan()), want)
	}
}

func TestWhatIsProposedClaimsOnlyWhatItsLinksReach(t *testing.T) {
	holds(t, full(t, guided(t)), "Proposed\tReaches both outcomes and two of three goals.")
	b := modeltest.New(t)
	a := b.Add(&model.Activity{Title: "Walk"})
	s := b.Add(&model.Outcome{Level: model.Service, Title: "Fit"})
	b.Add(&model.Goal{Title: "Health"})
	holds(t, council(t, b.Plan()), "Proposed\tnot decided yet")
	b.Link(a, s)
	holds(t, council(t, b.Plan()), "Proposed\tReaches the one outcome.")
}

func TestADateThatASourceHoldsIsNotSaidTwice(t *testing.T) {
	for want, e := range map[string]model.Evidence{
		"\tSurvey, October 2026\n":         {Source: "Survey, October 2026"},
		"\tSurvey of october 2026\n":       {Source: "Survey of october 2026", Date: model.Date{Year: 2026, Month: 10}},
		"\tSurvey, no date yet\n":          {Source: "Survey"},
		"\tSurvey of 2025, October 2026\n": {Source: "Survey of 2025", Date: model.Date{Year: 2026, Month: 10}},
		"\tno source yet, October 2026\n":  {Date: model.Date{Year: 2026, Month: 10}},
	} {
		b := modeltest.New(t)
		e.About, e.Says = []model.ID{b.Add(&model.Need{Title: "No bus"})}, "It is so"
		b.Add(&e)
		holds(t, council(t, b.Plan()), want)
	}
}

func TestTheOutcomesOfAMembersGroupAreForMembersAndOthersForPeople(t *testing.T) {
	plan := guided(t)
	holds(t, council(t, plan), "Different for people, Different for the area")
	holds(t, text(t, plan, proposal.Options{Paper: proposal.Summary}), "Different for people\n", "Different for the area\n")
	holds(t, text(t, plan, proposal.Options{Paper: proposal.Map, Size: proposal.A3}), "For those who take part, For the area")
	plan.Project.LeadKind = "a members’ group"
	holds(t, council(t, plan), "Different for members, Different for the area")
}

func TestTheFullCostNamesNoMonthsUntilTheyAreSet(t *testing.T) {
	plan := guided(t)
	plan.Project.Months = 0
	holds(t, council(t, plan), "\nFull cost\t£1,250.50\n", "\tCost\t")
	plan.Project.Months = 6
	holds(t, council(t, plan), "\nFull cost, 6 months\t£1,250.50\n")
}
