package guide

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// statuses are those that the money of others may have, in the order of the choice.
var statuses = []model.FundingStatus{model.Applied, model.Secured, model.Own}

// newStatus asks how sure the money of others is. What sounds like own money is taken
// for it until somebody chooses.
func (g *Guide) newStatus() fyne.CanvasObject {
	var options []string
	for _, status := range statuses {
		options = append(options, g.say("money.status."+string(status)))
	}
	asked := false
	g.status = look.NewChoice(g.say("money.status"), options, func(int) { asked = true })
	g.status.SetChosen(0)
	if funding, ok := g.item("other").(*model.Funding); ok {
		asked = true
		g.status.SetChosen(slices.Index(statuses, funding.Status))
	}
	g.fieldOf("other", "source").OnChanged = func(text string) {
		if asked {
			return
		}
		g.status.SetChosen(0)
		if g.soundsOwn(text) {
			g.status.SetChosen(slices.Index(statuses, model.Own))
		}
	}
	return g.status
}

// soundsOwn tells whether a source of money is called one's own, or a way to raise it.
func (g *Guide) soundsOwn(source string) bool {
	own := strings.Fields(g.say("money.own_words"))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(source)), func(word string) bool { return slices.Contains(own, word) })
}

// newSums says, as one types, whether the money adds up.
func (g *Guide) newSums() fyne.CanvasObject {
	g.sums = look.NewText("").Semibold()
	for _, of := range [][2]string{{"cost", "rate"}, {"council", "amount"}, {"other", "amount"}} {
		g.fieldOf(of[0], of[1]).OnChanged = func(string) { g.showSums() }
	}
	g.showSums()
	return g.sums
}

func (g *Guide) showSums() {
	cost := g.sum("cost", "rate")
	found := g.sum("council", "amount") + g.sum("other", "amount")
	key := "nil"
	switch {
	case found < cost:
		key = "short"
	case found > cost:
		key = "over"
	}
	gap := max(cost-found, found-cost)
	g.sums.SetText(g.say("money."+key, words.With{"Gap": gap.String(), "Cost": cost.String(), "Found": found.String()}))
	g.sums.Hidden = cost <= 0 || found <= 0 || !g.onlySums()
	if g.scroll != nil { // the page is there already
		g.scroll.Refit()
	}
}

// onlySums tells whether the plan has no other sums than those that are asked for here.
func (g *Guide) onlySums() bool {
	plan := g.desk.Plan()
	own := func(item model.Item, records ...string) bool {
		return slices.ContainsFunc(records, func(r string) bool { return g.records[r] == item.Head().ID })
	}
	return !slices.ContainsFunc(plan.Costs, func(c *model.Cost) bool { return !own(c, "cost") }) &&
		!slices.ContainsFunc(plan.Funding, func(f *model.Funding) bool { return !own(f, "council", "other") })
}

// sum is what is typed into a field, 0 where it is no sum yet.
func (g *Guide) sum(record, field string) model.Pence {
	sum, err := model.ParsePence(g.fieldOf(record, field).Text())
	if err != nil {
		return 0
	}
	return sum
}

// fieldOf is the field of the present question that a record's field is typed into.
func (g *Guide) fieldOf(record, field string) *look.Field {
	for i, a := range questions[g.at].asks {
		if a.record == record && a.field == field {
			return g.fields[i]
		}
	}
	return nil
}

// outcomes are those of the guide, for people first.
func (g *Guide) outcomes() []model.ID {
	var ids []model.ID
	for _, record := range []string{"service", "community"} {
		if item := g.item(record); item != nil {
			ids = append(ids, item.Head().ID)
		}
	}
	return ids
}

// newMeasured asks which outcome the measure shows, where there are two.
func (g *Guide) newMeasured() fyne.CanvasObject {
	var titles []string
	ids := g.outcomes()
	for _, id := range ids {
		titles = append(titles, model.Title(g.desk.Plan().Item(id)))
	}
	g.measured = look.NewChoice(g.say("measure.of"), titles, nil)
	at := min(0, len(ids)-1)
	if measure, ok := g.item("measure").(*model.Indicator); ok && measure.Outcome != "" {
		at = slices.Index(ids, measure.Outcome)
	}
	g.measured.SetChosen(at)
	g.measured.Hidden = len(ids) < 2
	return g.measured
}
