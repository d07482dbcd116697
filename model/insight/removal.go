package insight

import (
	"slices"

	"commonplan/model"
	"commonplan/model/words"
)

// Removal says in one sentence what an edit took out of a plan: the record that was
// meant, and what went along because it belonged to it alone, with the costs in pounds.
// Several cards are counted. It is "" where none of the records has gone.
func Removal(w *words.Words, before, after *model.Plan, meant ...model.ID) string {
	meant = slices.DeleteFunc(slices.Clone(meant), func(id model.ID) bool {
		return before.Item(id) == nil || after.Item(id) != nil
	})
	if len(meant) == 0 {
		return ""
	}
	key, with := "insight.removed", words.With{"N": len(meant)}
	if along := alongWith(w, before, after, meant); along != "" {
		key, with["Along"] = "insight.removed_along", along
	}
	if slices.ContainsFunc(meant, func(id model.ID) bool { return NameOf(w, before, id) != NameOf(w, before, meant[0]) }) {
		return w.Say(key+"_several", with) // a cost is one line though each of its years is a record
	}
	if l, ok := before.Item(meant[0]).(*model.Link); ok {
		key = "insight.removed_link"
		with["From"], with["To"] = before.Label(l.From), before.Label(l.To)
	}
	with["Name"] = NameOf(w, before, meant[0])
	return w.Say(key, with)
}

// alongWith lists what is gone besides the records that were meant: "2 links and 1 cost
// of £720".
func alongWith(w *words.Words, before, after *model.Plan, meant []model.ID) string {
	totals := TotalsOf(before)
	var said []string
	for _, t := range model.Types() {
		n, sum := 0, model.Pence(0)
		for _, item := range before.List(t) {
			id := item.Head().ID
			if after.Item(id) != nil || slices.Contains(meant, id) {
				continue
			}
			n++
			if c, ok := item.(*model.Cost); ok {
				sum += totals.Amount(c)
			}
		}
		if n > 0 {
			said = append(said, w.Say("insight.along."+string(t), words.With{"N": n, "Sum": sum.String()}))
		}
	}
	return w.And(said)
}
