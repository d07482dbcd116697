package checklist

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/ui/look"
)

// nextSteps lists what both sides do next, with who does it and when that was said. A
// row leads to its answer.
func (p *Page) nextSteps(steps []insight.NextStep) fyne.CanvasObject {
	rows := make([]*look.ListRow, len(steps))
	for i, step := range steps {
		answer := step.Answer
		owner := answer.Owner
		if owner == "" {
			owner = p.words.Say("checklist.steps.nobody")
		}
		rows[i] = look.NewJoinedRow(look.RowData{Icon: sideIcon(answer.Side), Title: answer.Next, Second: p.source(step), Note: owner},
			func() { p.open(spot{step.Pair.Question.ID, answer.Side}) })
	}
	return look.Inset(8, 0, 0, 0, look.VBox(8,
		look.NewText(p.words.Say("checklist.steps")).Subheading(),
		look.NewText(p.words.Say("checklist.steps.line")).Caption().In(look.Muted), look.NewRows(rows...)))
}

// source says whose step it is, of which question and of which day.
func (p *Page) source(step insight.NextStep) string {
	key := "checklist.steps.of"
	if step.Answer.Date.IsZero() {
		key = "checklist.steps.of.undated"
	}
	return p.words.Say(key, map[string]any{"Side": p.words.Say("checklist." + string(step.Answer.Side)),
		"Number": step.Pair.Number, "Question": step.Pair.Question.Short, "Date": p.words.Date(step.Answer.Date)})
}

func sideIcon(side model.Side) look.Icon {
	if side == model.CouncilSide {
		return look.IconCouncil
	}
	return look.IconPeople
}
