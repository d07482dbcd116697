package insight

import (
	"slices"

	"commonplan/model"
)

// Step is a step of the window, where one kind of thing is written down. The words for
// a step have the key "insight.step.<step>".
type Step string

// The steps in the order of the window.
const (
	StepPlace      Step = "place"
	StepListening  Step = "listening"
	StepNeeds      Step = "needs"
	StepStrengths  Step = "strengths"
	StepEvidence   Step = "evidence"
	StepOutcomes   Step = "outcomes"
	StepActivities Step = "activities"
	StepMap        Step = "map"
	StepPartners   Step = "partners"
	StepCosts      Step = "costs"
	StepTimeline   Step = "timeline"
	StepRisks      Step = "risks"
	StepMeasures   Step = "measures"
	StepReviews    Step = "reviews"
	StepWinWin     Step = "winwin"
	StepChecklist  Step = "checklist"
	StepPapers     Step = "papers"
	StepShare      Step = "share"
)

// Steps lists the steps in the order of the window.
var Steps = []Step{StepPlace, StepListening, StepNeeds, StepStrengths, StepEvidence, StepOutcomes, StepActivities,
	StepMap, StepPartners, StepCosts, StepTimeline, StepRisks, StepMeasures, StepReviews, StepWinWin, StepChecklist, StepPapers, StepShare}

// typesOf says which records each step is about.
var typesOf = map[Step][]model.Type{
	StepPlace:      {model.TypeProject},
	StepListening:  {model.TypeListening},
	StepNeeds:      {model.TypeNeed},
	StepStrengths:  {model.TypeAsset},
	StepEvidence:   {model.TypeEvidence},
	StepOutcomes:   {model.TypeOutcome, model.TypeGoal},
	StepActivities: {model.TypeActivity, model.TypeQuality},
	StepMap:        {model.TypeLink},
	StepPartners:   {model.TypePartner, model.TypeContribution},
	StepCosts:      {model.TypeCost, model.TypeFunding, model.TypeOption},
	StepTimeline:   {model.TypeMilestone},
	StepRisks:      {model.TypeRisk, model.TypeStatement},
	StepMeasures:   {model.TypeIndicator, model.TypeReading},
	StepReviews:    {model.TypeReview},
	StepChecklist:  {model.TypeAnswer},
	StepPapers:     {model.TypeSection},
}

// Types lists the record types that are written down at a step; none for the steps
// that only show.
func (s Step) Types() []model.Type { return slices.Clone(typesOf[s]) }

// StepOf gives the step where records of a type are written down; "" for comments and
// pictures, which belong to any record.
func StepOf(t model.Type) Step {
	for _, step := range Steps {
		if slices.Contains(typesOf[step], t) {
			return step
		}
	}
	return ""
}

// Mark tells how far a step is.
type Mark string

// The marks. The words for each have the key "insight.mark.<mark>".
const (
	NotBegun Mark = "not_begun"
	OnTheWay Mark = "on_the_way"
	Ready    Mark = "ready" // for the paper
)

// ProgressOf gives the mark of every step at which something is written down, and of
// the papers. The map, win–win and sharing have none: nothing is written down there. It wants all gaps of the
// plan. A step is ready when it has no gap, the papers when no gap is on paper.
func ProgressOf(p *model.Plan, gaps []Gap) map[Step]Mark {
	waiting := map[Step]bool{}
	for _, gap := range gaps {
		waiting[gap.Step] = true
		if gap.Paper {
			waiting[StepPapers] = true
		}
	}
	marks := map[Step]Mark{}
	for _, step := range Steps {
		if step == StepMap || step == StepWinWin || step == StepShare {
			continue
		}
		switch {
		case !begun(p, step):
			marks[step] = NotBegun
		case waiting[step]:
			marks[step] = OnTheWay
		default:
			marks[step] = Ready
		}
	}
	return marks
}

func begun(p *model.Plan, step Step) bool {
	switch step {
	case StepPlace:
		return p.Project.Name != "" || p.Project.Place != "" || p.Project.Lead != ""
	case StepPapers:
		return len(p.Needs)+len(p.Activities)+len(p.Outcomes) > 0
	}
	return slices.ContainsFunc(typesOf[step], func(t model.Type) bool { return len(p.List(t)) > 0 })
}
