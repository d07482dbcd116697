package forms

import (
	"commonplan/model"
	"commonplan/model/words"
)

// soFar says how many records a list has, and of needs, activities and outcomes how many
// of them are joined up: “Five so far, all of them lead to an activity.”
func soFar(w *words.Words, plan *model.Plan, ids []model.ID) string {
	count := words.Capital(w.Number(len(ids)))
	with := words.With{"N": len(ids), "Number": count}
	key, joined := "", 0
	for _, id := range ids {
		switch plan.Item(id).(type) {
		case *model.Need:
			key = "need"
			joined += min(1, links(plan.From(id), plan, model.ActivityColumn))
		case *model.Activity:
			key = "activity"
			joined += min(1, links(plan.From(id), plan, model.ServiceColumn)+links(plan.From(id), plan, model.CommunityColumn))
		case *model.Outcome:
			key = "outcome"
			joined += min(1, len(measuresOf(plan, id)))
		}
	}
	with["Open"] = w.Number(len(ids) - joined)
	switch {
	case key == "":
		return w.Say("page.so_far", with)
	case joined == len(ids):
		return w.Say("page.so_far."+key+".all", with)
	case joined == 0:
		return w.Say("page.so_far."+key+".none", with)
	}
	return w.Say("page.so_far."+key+".some", with)
}

func measuresOf(plan *model.Plan, outcome model.ID) []model.Item {
	return those(plan.Indicators, func(i *model.Indicator) bool { return i.Outcome == outcome })
}
