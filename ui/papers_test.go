package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model/insight"
	"commonplan/model/proposal"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

func TestPrintOnTheChecklistChoosesItsPaper(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepChecklist)

	r.press("Print")

	var papers *look.RecordList
	looktest.Walk(r.window.middle, func(o fyne.CanvasObject) {
		if list, ok := o.(*look.RecordList); ok {
			papers = list
		}
	})
	if papers == nil || proposal.Papers()[papers.Chosen()] != proposal.Checklist {
		t.Error("the paper of the checklist is not chosen")
	}
}
