package proposal_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/proposal"
)

func worksheets(t *testing.T, plan *model.Plan) string {
	t.Helper()
	return text(t, plan, proposal.Options{Paper: proposal.Worksheets, Date: day})
}

func TestCardsAreNumberedOnFromThePlan(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		got := worksheets(t, plan)
		after := func(letter string, n int) string {
			var all []string
			for i := range 3 {
				all = append(all, letter+model.GroupThousands(int64(n+1+i)))
			}
			return all[0] + ", " + all[1] + " and " + all[2]
		}
		holds(t, got, after("N", len(plan.Needs))+", Need: What is not right now? Who feels it, and how many?",
			after("S", len(plan.ServiceOutcomes()))+", Outcome:", after("A", len(plan.Activities))+", Activity:",
			after("K", len(plan.Assets))+", Strength:", after("I", len(plan.Indicators))+", Measure:", after("P", len(plan.Partners))+", Partner:")
		for _, n := range plan.Needs {
			if strings.Contains(got, n.Title) {
				t.Errorf("%s: a blank card is written on: %s", name, n.Title)
			}
		}
	}
}

func TestWorksheetsOfAnEmptyPlanBeginWithOne(t *testing.T) {
	holds(t, worksheets(t, &model.Plan{Project: &model.Project{}}), "Worksheet: session 1", "N1, N2 and N3, Need", "S1, S2 and S3, Outcome", "N1 on paper is N1 in the plan")
}

func TestEveryWorksheetIsOneSide(t *testing.T) {
	_, fitted, err := proposal.Fit(exampletest.Plan(t, "good-plates"), proposal.Options{Paper: proposal.Worksheets, Date: day}, pages)
	if err != nil || fitted.Pages != 4 {
		t.Errorf("%d sides, %v", fitted.Pages, err)
	}
}
