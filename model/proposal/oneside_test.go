package proposal_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
)

func summary(t *testing.T, plan *model.Plan) string {
	t.Helper()
	doc, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Summary, Date: day}, pages)
	if err != nil {
		t.Fatal(err)
	}
	if fitted.Pages != 1 {
		t.Errorf("the summary has %d sides", fitted.Pages)
	}
	return paper.PlainText(doc)
}

func TestTheSummaryHasTheFactsOfTheExampleOnOneSide(t *testing.T) {
	holds(t, summary(t, exampletest.Plan(t, "open-door-days")),
		"Summary of a partnership proposal to Kingsmere Borough Council",
		"Fernhill Wellbeing Circle, for the Adult Wellbeing Committee, 15 September 2026",
		"Commission Open Door Days at £48,000 for one year",
		"people reached\t120", "asked of the council\t£48,000", "full cost, no gap\t£75,404", "for each person\t£628.37",
		"What is not right now\nDay centre closed two days a week", "Different for the area\nsocial justice Fernhill is a place",
		"Who pays: The council £48,000, asked; Lottery £18,000, secured; NHS trust £6,000, applied for; Own fundraising £3,404, secured.",
		"Say they feel lonely often or always\t41%\t25%", "If the answer is no: The closed days stay empty")
}

func TestTheSummarySaysTheGapAsItsOwnPart(t *testing.T) {
	holds(t, summary(t, exampletest.Plan(t, "our-streets")), "full cost, gap £8,326\t£132,326", "for each of them\t£413.52", "Gap £8,326. Still to find.")
}

func TestTheSummaryOfAnEmptyProjectSaysWhatIsNotDecided(t *testing.T) {
	got := summary(t, &model.Plan{Project: &model.Project{}})
	holds(t, got, "Not decided yet who asks", "Not decided yet: what the council is asked", "full cost\tnot decided yet",
		"What we will do\nnot decided yet", "Not decided yet: where the money", "Not decided yet: the sign by which")
}

func TestALongSummaryNamesTheFirstAndCountsTheRest(t *testing.T) {
	b := modeltest.New(t)
	for range 40 {
		b.Add(&model.Need{Title: "Nobody has a place to meet after six in the evening"})
		b.Add(&model.Activity{Title: "An evening that is open to all who live here, each week of the year"})
	}
	got := summary(t, b.Plan())
	if n := strings.Count(got, "Nobody has a place"); n < 2 || n > 6 {
		t.Errorf("names %d needs", n)
	}
	holds(t, got, "and 3")
}

func TestMeasuresWithKnownStartAndTargetComeFirst(t *testing.T) {
	b := modeltest.New(t)
	o := b.Add(&model.Outcome{Level: model.Service})
	b.Add(&model.Indicator{Outcome: o, Title: "Nobody knows", Baseline: "not known", Target: "5"})
	b.Add(&model.Indicator{Outcome: o, Title: "Somebody counted", Baseline: "2 (of 9)", Target: "5"})
	got := summary(t, b.Plan())
	holds(t, got, "Somebody counted\t2\t5")
	if strings.Contains(got, "Nobody knows") {
		t.Error("a measure without a start stands before one with it")
	}
}

func TestTheSummaryChoosesMeasuresThatSpeakOfNoOtherCard(t *testing.T) {
	if got := summary(t, exampletest.Plan(t, "open-door-days")); strings.Contains(got, "(S4)") {
		t.Error("a measure names a card by a label that the summary does not explain")
	}
}
