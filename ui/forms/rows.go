package forms

import (
	"fmt"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// title gives a record's title, or says that it has none yet.
func title(w *words.Words, item model.Item) string {
	if text := model.Title(item); text != "" {
		return text
	}
	return w.Say("form.untitled")
}

// rows makes the rows of lists for one state of the plan; what it must work out for all
// rows it works out once, when it is first needed.
type rows struct {
	words  *words.Words
	plan   *model.Plan
	totals *insight.Totals
	serves map[model.ID]insight.Service
	open   map[model.ID]int // comments that are not settled, by record
}

func newRows(w *words.Words, plan *model.Plan) *rows { return &rows{words: w, plan: plan} }

// of is how a record shows in a list, with what is missing in words.
func (r *rows) of(item model.Item, gap string) look.RowData {
	row := look.RowData{
		Kind: kindOf(item), Number: r.plan.Label(item.Head().ID), Title: title(r.words, item), Second: both(r.words, r.second(item), r.comments(item)), Gap: gap,
	}
	if row.Kind == look.NoKind && row.Number != "" {
		row.Icon = icons[item.Type()]
	}
	if activity, ok := item.(*model.Activity); ok {
		row.Mark, row.Note = r.winWin(activity.ID)
	}
	return row
}

// comments says how many comments on a record are open.
func (r *rows) comments(item model.Item) string {
	if r.open == nil {
		r.open = map[model.ID]int{}
		for _, c := range r.plan.Comments {
			if !c.Settled {
				r.open[c.On]++
			}
		}
	}
	if n := r.open[item.Head().ID]; n > 0 {
		return r.words.Say("comments.row", words.With{"N": n})
	}
	return ""
}

// winWin gives the mark and words of an activity that serves two or three objectives.
func (r *rows) winWin(activity model.ID) (look.Icon, string) {
	if r.serves == nil {
		r.serves = map[model.ID]insight.Service{}
		for _, service := range insight.ServicesOf(r.plan) {
			r.serves[service.Activity] = service
		}
	}
	service := r.serves[activity]
	if len(service.Objectives) < 2 {
		return look.NoIcon, ""
	}
	return look.WinWin(service.Serves(model.Environment), service.Serves(model.SocialJustice), service.Serves(model.Economy)),
		r.words.Say("card.goals", words.With{"N": len(service.Objectives)})
}

// sum gives the amount of a cost line.
func (r *rows) sum(line *model.Cost) model.Pence {
	if r.totals == nil {
		totals := insight.TotalsOf(r.plan)
		r.totals = &totals
	}
	return r.totals.Amount(line)
}

// second is the quiet line of a record in a list.
func (r *rows) second(item model.Item) string {
	w, plan := r.words, r.plan
	switch item := item.(type) {
	case *model.Need:
		return both(w, w.Say("row.evidence", words.With{"N": count(plan.Evidence, func(e *model.Evidence) bool { return holds(e.About, item.ID) })}),
			w.Say("row.activities", words.With{"N": links(plan.From(item.ID), plan, model.ActivityColumn)}))
	case *model.Activity:
		return both(w, w.Say("row.outcomes", words.With{"N": links(plan.From(item.ID), plan, model.ServiceColumn) + links(plan.From(item.ID), plan, model.CommunityColumn)}), item.Lead)
	case *model.Outcome:
		return w.Say("row.measures", words.With{"N": len(measuresOf(plan, item.ID))})
	case *model.Goal:
		return both(w, choiceOf(w, item.Objective), item.Source)
	case *model.Asset:
		return both(w, choiceOf(w, item.Kind), item.Offer)
	case *model.Evidence:
		return both(w, item.Source, w.Dates(item.From, item.Date))
	case *model.Listening:
		return both(w, w.Dates(item.From, item.Date), item.Who)
	case *model.Indicator:
		return both(w, plan.Label(item.Outcome), w.Say("row.target", words.With{"Target": item.Target, "By": item.By}))
	case *model.Reading:
		return both(w, w.Date(item.Date), item.Note)
	}
	return r.secondOfPlan(item)
}

func (r *rows) secondOfPlan(item model.Item) string {
	w, plan := r.words, r.plan
	switch item := item.(type) {
	case *model.Partner:
		return both(w, choiceOf(w, item.Status), item.Offers)
	case *model.Cost:
		return both(w, r.sum(item).String(), forWhich(w, plan, item.Activities))
	case *model.Funding:
		var sum model.Pence
		for _, amount := range item.Amount {
			sum += amount
		}
		return both(w, sum.String(), choiceOf(w, item.Status))
	case *model.Milestone:
		if item.Month == 0 {
			return item.Owner
		}
		return both(w, w.Say("row.month", words.With{"Month": item.Month}), item.Owner)
	case *model.Risk:
		return both(w, choiceOf(w, item.Likelihood), choiceOf(w, item.Effect))
	case *model.Option:
		return choiceOf(w, item.Kind)
	case *model.Statement:
		return w.Date(item.Review)
	case *model.Answer:
		return choiceOf(w, item.Where)
	case *model.Review:
		return w.Date(item.Date)
	}
	return ""
}

// choiceOf gives the words for a chosen value, "" if none is chosen.
func choiceOf(w *words.Words, value interface{ Choices() (string, []string) }) string {
	list, _ := value.Choices()
	text := textOf(value)
	if text == "" {
		return ""
	}
	return w.Say("choice." + list + "." + text)
}

// both puts two facts on one line, if both are there.
func both(w *words.Words, a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return w.Say("row.both", words.With{"A": a, "B": b})
}

func forWhich(w *words.Words, plan *model.Plan, activities []model.ID) string {
	if len(activities) == 0 {
		return w.Say("form.all_activities")
	}
	return insight.LabelsOf(w, plan, activities)
}

func count[T any](all []T, wanted func(T) bool) int {
	n := 0
	for _, item := range all {
		if wanted(item) {
			n++
		}
	}
	return n
}

func links(all []*model.Link, plan *model.Plan, column model.Column) int {
	return count(all, func(l *model.Link) bool { return model.ColumnOf(plan.Item(l.To)) == column })
}

// textOf gives the stored text of a choice.
func textOf(value interface{ Choices() (string, []string) }) string { return fmt.Sprint(value) }
