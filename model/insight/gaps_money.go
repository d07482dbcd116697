package insight

import (
	"slices"

	"commonplan/model"
)

func (f *finder) costs() {
	f.none(model.TypeCost)
	for _, line := range f.plan.Costs {
		f.missing(line)
		_, share := line.Share()
		switch {
		case line.Kind == model.Running && line.Method != "" && !share:
			f.about(line, "cost.share", "part")
		case line.Kind != model.InKind && f.totals.Amount(line) == 0:
			f.about(line, "cost.sum", "rate") // a gift may be without a price
		}
	}
}

func (f *finder) funding() {
	f.none(model.TypeFunding)
	for _, funding := range f.plan.Funding {
		f.missing(funding)
		var sum model.Pence
		for _, amount := range funding.Amount {
			sum += amount
		}
		f.wants(funding, "amount", sum == 0)
		f.wants(funding, "status", funding.Status == "")
	}
	if len(f.plan.Costs) == 0 || len(f.plan.Funding) == 0 {
		return // a gap of everything helps nobody
	}
	switch gap := f.totals.Gap(); {
	case gap > 0:
		f.lacks(model.TypeFunding, "money.short").With["Gap"] = gap.String()
	case gap < 0:
		f.lacks(model.TypeFunding, "money.over").With["Gap"] = (-gap).String()
	}
}

func (f *finder) options() {
	if !slices.ContainsFunc(f.plan.Options, func(o *model.Option) bool { return o.Kind == model.DoNothing }) {
		f.lacks(model.TypeOption, "option.nothing").Choice = string(model.DoNothing)
	}
	for _, option := range f.plan.Options {
		f.missing(option)
		f.wants(option, "achieves", blank(option.Achieves) && (option.Kind != model.DoNothing || !f.saysNothing()))
	}
}

// saysNothing tells whether the plan says what happens if nothing is done: by itself, or
// as an option.
func (f *finder) saysNothing() bool {
	return !blank(f.plan.Project.Nothing) || slices.ContainsFunc(f.plan.Options, func(o *model.Option) bool {
		return o.Kind == model.DoNothing && !blank(o.Achieves)
	})
}

func (f *finder) milestones() {
	f.none(model.TypeMilestone)
	for _, milestone := range f.plan.Milestones {
		f.missing(milestone)
		f.wants(milestone, "month", milestone.Month == 0)
		if months := f.plan.Project.Months; months > 0 && milestone.Month > months {
			f.about(milestone, "milestone.late", "month").With["Months"] = months
		}
	}
}

func (f *finder) risks() {
	f.none(model.TypeRisk)
	for _, risk := range f.plan.Risks {
		f.missing(risk)
		f.wants(risk, "likelihood", risk.Likelihood == "")
		f.wants(risk, "effect", risk.Effect == "")
		f.wants(risk, "response", blank(risk.Response))
	}
}

func (f *finder) statements() {
	_, all := model.StatementKind("").Choices()
	for _, choice := range all {
		var first *model.Statement
		written := false
		for _, statement := range f.plan.Statements {
			if string(statement.Kind) == choice {
				if first == nil {
					first = statement
				}
				written = written || !blank(statement.Text)
			}
		}
		key := "statement." + choice
		switch {
		case first == nil:
			f.lacks(model.TypeStatement, key).Choice = choice
		case !written:
			f.about(first, key, "text")
		case first.Kind == model.Safeguarding && first.Review.IsZero():
			f.about(first, "statement.review", "review")
		}
	}
	for _, statement := range f.plan.Statements {
		f.missing(statement)
	}
}

func (f *finder) indicators() {
	for _, indicator := range f.plan.Indicators {
		f.missing(indicator)
		f.wants(indicator, "outcome", f.plan.Item(indicator.Outcome) == nil)
		f.wants(indicator, "baseline", blank(indicator.Baseline))
		f.wants(indicator, "target", blank(indicator.Target))
		f.wants(indicator, "by", blank(indicator.By))
		f.wants(indicator, "method", blank(indicator.Method) && blank(indicator.Who))
	}
	for _, reading := range f.plan.Readings {
		f.missing(reading)
	}
}

func (f *finder) reviews() {
	for _, review := range f.plan.Reviews {
		f.missing(review)
		f.wants(review, "learnt", blank(review.Learnt))
	}
}

// checklist looks only once somebody has begun: a plan without it is a plan too.
func (f *finder) checklist() {
	if len(f.plan.Answers) > 0 {
		f.unanswered()
	}
}

// unanswered adds how many questions each side has open.
func (f *finder) unanswered() {
	sides := CompareSides(f.plan)
	for _, side := range []model.Side{model.Citizens, model.CouncilSide} {
		if n := len(sides.Pairs) - sides.Answered(side); n > 0 {
			gap := f.lacks(model.TypeAnswer, "checklist."+string(side))
			gap.Choice, gap.With["N"] = string(side), n
		}
	}
}

// OpenQuestions gives the gaps of the checklist, also of one that nobody has begun: [Gaps]
// does not speak of that, for a plan is whole without it.
func OpenQuestions(p *model.Plan) []Gap {
	f := &finder{plan: p}
	f.unanswered()
	return f.gaps
}

// pictures are described where they are shown: at the step of the record they are on.
func (f *finder) pictures() {
	for _, picture := range f.plan.Pictures {
		if !blank(picture.Alt) {
			continue
		}
		gap := f.about(picture, "picture.alt", "alt")
		if on := f.plan.Item(picture.On); on != nil && StepOf(on.Type()) != "" {
			gap.Step = StepOf(on.Type())
		}
	}
}
