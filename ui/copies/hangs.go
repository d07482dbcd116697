package copies

import (
	"strings"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/merge"
	"commonplan/model/words"
)

// hangs says what else hangs on a choice: for money, what the plan would cost and what
// would be missing; for what others refer to, how many do.
func (s *Settle) hangs(c merge.Choice, value model.Value) string {
	switch c.Type {
	case model.TypeCost, model.TypeFunding:
		return s.totals(c, value)
	}
	plan := s.desk.Plan()
	var on []string
	if n := len(plan.From(c.Record)) + len(plan.To(c.Record)); n > 0 {
		on = append(on, s.say("hangs.links", words.With{"N": n}))
	}
	costs := 0
	for _, cost := range plan.Costs {
		for _, activity := range cost.Activities {
			if activity == c.Record {
				costs++
			}
		}
	}
	if costs > 0 {
		on = append(on, s.say("hangs.costs", words.With{"N": costs}))
	}
	measures := 0
	for _, indicator := range plan.Indicators {
		if indicator.Outcome == c.Record {
			measures++
		}
	}
	if measures > 0 {
		on = append(on, s.say("hangs.measures", words.With{"N": measures}))
	}
	if len(on) == 0 {
		return ""
	}
	return words.Capital(s.words.And(on))
}

// totals tries a value out on a project of its own, and says what it comes to.
func (s *Settle) totals(c merge.Choice, value model.Value) string {
	trial, err := edit.Open(s.desk.Document(), edit.Source{Random: strings.NewReader(strings.Repeat("trial", 100)), Now: s.desk.Now})
	if err != nil {
		return ""
	}
	if err := trial.Edit("edit.settle", func(change *edit.Change) error { return change.Settle(c.Holder, c.Field, value) }); err != nil {
		return ""
	}
	totals := insight.TotalsOf(trial.Plan())
	key, gap := "hangs.even", totals.Gap()
	switch {
	case gap > 0:
		key = "hangs.gap"
	case gap < 0:
		key, gap = "hangs.over", -gap
	}
	return s.say(key, words.With{"Full": totals.Full().String(), "Gap": gap.String()})
}
