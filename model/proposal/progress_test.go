package proposal_test

import (
	"testing"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/model/proposal"
)

var inJune = model.Date{Year: 2027, Month: 6, Day: 4}

func progress(t *testing.T, plan *model.Plan) string {
	t.Helper()
	return text(t, plan, proposal.Options{Paper: proposal.Progress, Date: inJune})
}

// yardPlan has an outcome with a measure that was counted twice, and one without any.
func yardPlan(t *testing.T) *modeltest.Builder {
	t.Helper()
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Start, p.Months = model.Date{Year: 2026, Month: 11}, 12 })
	yard := b.Add(&model.Outcome{Level: model.Community, Title: "A green yard"})
	b.Add(&model.Outcome{Level: model.Community, Title: "A quiet street"})
	i := b.Add(&model.Indicator{Outcome: yard, Title: "Paved yard turned to planting", Unit: "m²", Baseline: "0", Target: "60", By: "month 9"})
	b.Add(&model.Reading{Indicator: i, Date: model.Date{Year: 2027, Month: 4}, Value: "12"})
	b.Add(&model.Reading{Indicator: i, Date: model.Date{Year: 2027, Month: 6}, Value: "20", Note: "Late start."})
	return b
}

func TestProgressSaysWhatIsOnCourseAndWhatIsNot(t *testing.T) {
	b := yardPlan(t)
	b.Add(&model.Review{Title: "First review", Date: model.Date{Year: 2027, Month: 5}, Who: "the panel", Learnt: "Paving came up late.", Changes: "Two Saturdays more."})
	holds(t, progress(t, b.Plan()), "Progress at month 8, June 2027", "0 of 1 on course, 1 behind", "Months 0 to 12.",
		"C1 Paved yard turned to planting. Start: 0 m². Target: 60 m² by month 9. Counted: 12 m² in month 6 and 20 m² in month 8. Behind.",
		"First review, the panel, May 2027.", "Paving came up late.", "What changes: Two Saturdays more.",
		"C1\tPaved yard turned to planting\t0 m²\t20 m², June 2027\t60 m²\tbehind",
		"C2\thow we will know this is not decided yet",
		"April 2027: 12 m²; June 2027: 20 m² (Late start)")
}

func TestProgressOfAPlanThatHasNotBegunSaysSo(t *testing.T) {
	got := text(t, exampletest.Plan(t, "good-plates"), proposal.Options{Paper: proposal.Progress, Date: day})
	holds(t, got, "Progress, 28 August 2026", "Eight measures, nothing counted yet", "Counted: 58% before the start.", "not counted yet\t66%\ttoo early to tell",
		"Not decided yet: what we have learnt")
}

func TestProgressOfAnEmptyProjectSaysWhatToDecide(t *testing.T) {
	holds(t, progress(t, &model.Plan{Project: &model.Project{}}), "No measures yet", "Not decided yet: the sign by which", "Not decided yet: what we have learnt")
}
