package ui

import (
	"fyne.io/fyne/v2"

	"commonplan/model/insight"
	"commonplan/ui/checklist"
)

// TakeTurn asks the side a copy was sent to for its answers, one question at a time and
// nothing else beside.
func (w *Window) TakeTurn() {
	w.turn = checklist.NewTurn(w.desk, w, w.desk.For())
	w.step = ""
	w.middle.Objects = []fyne.CanvasObject{w.turn.Object()}
	w.showAreas(false)
	w.turn.Focus()
}

// ShowWhole shows the whole plan of a copy that was sent for one side's answers.
func (w *Window) ShowWhole() { w.GoTo(insight.StepChecklist) }
