package costs

import (
	"strings"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// writer stores what is typed into a cell of a line, within one edit.
type writer struct {
	change *edit.Change
	words  *words.Words
}

// The columns of the costs; the years follow.
const (
	nameColumn = iota
	forColumn
	workingColumn
	kindColumn
	firstYear
)

// put stores a text in a column of the line that records make; it gives the records the
// line has then. Nothing is changed where there is an error.
func (w writer) put(ids []model.ID, column int, text string) ([]model.ID, error) {
	text = strings.TrimSpace(text)
	if column >= firstYear {
		return w.putSum(ids, column-firstYear+1, text)
	}
	plan := w.change.Plan()
	switch column {
	case nameColumn:
		return ids, w.each(ids, func(c *model.Cost) { c.Line = text })
	case forColumn:
		activities, err := readFor(w.words, plan, text)
		if err != nil {
			return ids, err
		}
		return ids, w.each(ids, func(c *model.Cost) { c.Activities = activities })
	case kindColumn:
		_, values := model.Direct.Choices()
		kind, err := readChoice[model.CostKind](w.words, "costs.kind.", text, values)
		if err != nil {
			return ids, err
		}
		return ids, w.each(ids, func(c *model.Cost) { c.Kind = kind })
	}
	return ids, w.putWorking(ids, text)
}

// each changes all records of a line.
func (w writer) each(ids []model.ID, change func(*model.Cost)) error {
	for _, id := range ids {
		c, ok := w.change.Plan().Item(id).(*model.Cost)
		if !ok {
			return model.NewProblem("problem.record", "Text", string(id))
		}
		c = model.Clone(c)
		change(c)
		if err := w.change.Put(c); err != nil {
			return err
		}
	}
	return nil
}

func (w writer) putWorking(ids []model.ID, text string) error {
	typed, err := readWorking(text)
	if err != nil {
		return err
	}
	plan := w.change.Plan()
	if isShare(plan.Item(ids[0]).(*model.Cost)) {
		return model.NewProblem("costs.problem.share")
	}
	totals := insight.TotalsOf(plan)
	return w.each(ids, func(c *model.Cost) { typed.into(c, totals.Amount(c)) })
}

// putSum stores the sum of a year. A sum takes the place of a working; a working can
// be typed here, too, and holds for this year.
func (w writer) putSum(ids []model.ID, year int, text string) ([]model.ID, error) {
	plan := w.change.Plan()
	var of *model.Cost
	for _, id := range ids {
		if c := plan.Item(id).(*model.Cost); yearOf(c) == year {
			of = c
		}
	}
	first := plan.Item(ids[0]).(*model.Cost)
	switch {
	case isShare(first):
		return ids, model.NewProblem("costs.problem.share")
	case text == "":
		return w.clearSum(ids, of)
	}
	typed, err := readSum(text)
	if err != nil {
		return ids, err
	}
	if of != nil {
		if typed.quantity == "" && typed.rate == of.Amount(0) {
			return ids, nil // the sum it has: how it is worked out stays
		}
		return ids, w.each([]model.ID{of.ID}, func(c *model.Cost) {
			if c.Rate == 0 { // words that begin with a number, and no working that the sum takes the place of
				c.Working = pair(c.Quantity.String(), c.Working)
			}
			c.Quantity, c.Rate = typed.quantity, typed.rate
		})
	}
	fresh := model.Clone(first)
	fresh.ID, fresh.Position, fresh.Year = "", "", year
	fresh.Quantity, fresh.Rate = typed.quantity, typed.rate
	id, err := w.change.Add(fresh)
	return append(ids, id), err
}

// readSum reads a sum in pounds, or a working that ends in one.
func readSum(text string) (working, error) {
	sum, err := model.ParsePence(text)
	if err == nil {
		return working{rate: sum, rated: true}, nil
	}
	typed, wrong := readWorking(text)
	if wrong != nil {
		return working{}, wrong
	}
	if !typed.rated || typed.note != "" {
		return working{}, err
	}
	return typed, nil
}

// clearSum empties the sum of a year: its record goes, unless it is the line’s only one.
func (w writer) clearSum(ids []model.ID, of *model.Cost) ([]model.ID, error) {
	if of == nil {
		return ids, nil
	}
	if len(ids) == 1 {
		return ids, w.each(ids, func(c *model.Cost) { c.Quantity, c.Rate = "", 0 })
	}
	var rest []model.ID
	for _, id := range ids {
		if id != of.ID {
			rest = append(rest, id)
		}
	}
	return rest, w.change.Remove(of.ID)
}
