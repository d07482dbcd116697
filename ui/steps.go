package ui

import (
	"commonplan/model"
	"commonplan/model/insight"
)

// phase is a group of steps in the navigation; its words have the key "nav.<key>".
type phase struct {
	key   string
	steps []insight.Step
}

// phases are the phases of nef's guide (insight, planning, delivery) with partnership
// and proposal after them, in the order of the navigation.
var phases = []phase{
	{"insight", []insight.Step{insight.StepPlace, insight.StepListening, insight.StepNeeds, insight.StepStrengths, insight.StepEvidence}},
	{"plan", []insight.Step{insight.StepOutcomes, insight.StepActivities, insight.StepMap, insight.StepPartners, insight.StepCosts, insight.StepTimeline, insight.StepRisks}},
	{"deliver", []insight.Step{insight.StepMeasures, insight.StepReviews}},
	{"partnership", []insight.Step{insight.StepWinWin, insight.StepChecklist}},
	{"proposal", []insight.Step{insight.StepPapers, insight.StepShare}},
}

// inNavigation gives the row of the navigation that a page belongs to.
func inNavigation(step insight.Step) insight.Step {
	if step == stepCopies || step == stepSettle {
		return insight.StepShare
	}
	return step
}

// stepOf tells on which step a record has its form: its own, or for what belongs to
// another record, that record's.
func stepOf(plan *model.Plan, id model.ID) insight.Step {
	item := plan.Item(id)
	switch item := item.(type) {
	case nil:
		return insight.StepPlace
	case *model.Link:
		return stepOf(plan, item.From)
	case *model.Comment:
		return stepOf(plan, item.On)
	case *model.Picture:
		return stepOf(plan, item.On)
	}
	return insight.StepOf(item.Type())
}

// shownWith gives the record whose form shows another: a picture is seen, and has its
// words, on the form of what it is a picture of.
func shownWith(plan *model.Plan, id model.ID) model.ID {
	if picture, ok := plan.Item(id).(*model.Picture); ok && plan.Item(picture.On) != nil {
		return picture.On
	}
	return id
}
