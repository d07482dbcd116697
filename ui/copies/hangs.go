package copies

import (
	"slices"

	"commonplan/model"
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

// totals says what the plan would come to with a value, without reading all of it again:
// only the line that holds the value is another one.
func (s *Settle) totals(c merge.Choice, value model.Value) string {
	doc, trial := s.desk.Document(), *s.desk.Plan()
	record := doc.Records[c.Holder]
	if record == nil || c.Holder != c.Record {
		return ""
	}
	record, _ = record.With(c.Field, model.Stamp{}, value)
	switch line := model.ReadItem(record, doc.Records[model.PrivateID(c.Record)], doc.History[c.Record]).(type) {
	case *model.Cost:
		trial.Costs = with(trial.Costs, line)
	case *model.Funding:
		trial.Funding = with(trial.Funding, line)
	}
	totals := insight.TotalsOf(&trial)
	key, gap := "hangs.even", totals.Gap()
	switch {
	case gap > 0:
		key = "hangs.gap"
	case gap < 0:
		key, gap = "hangs.over", -gap
	}
	return s.say(key, words.With{"Full": totals.Full().String(), "Gap": gap.String()})
}

// with gives a list with one of its items in place of the one with its id.
func with[T model.Item](list []T, item T) []T {
	list = slices.Clone(list)
	for i := range list {
		if list[i].Head().ID == item.Head().ID {
			list[i] = item
		}
	}
	return list
}
