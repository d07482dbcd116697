package costs

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/sheet"
)

// line is one row of the table: cost records that differ in their year only.
type line struct {
	records []*model.Cost // in the order of their years; the first gives the row its key
}

func (l line) first() *model.Cost { return l.records[0] }

func (l line) ids() []model.ID {
	ids := make([]model.ID, len(l.records))
	for i, record := range l.records {
		ids[i] = record.ID
	}
	return ids
}

// in is the record of a year, nil if there is none.
func (l line) in(year int) *model.Cost {
	for _, record := range l.records {
		if yearOf(record) == year {
			return record
		}
	}
	return nil
}

func yearOf(c *model.Cost) int { return min(max(c.Year, 1), insight.MaxYears) }

// kindOf is the kind a line counts as: what is not decided yet counts as direct.
func kindOf(c *model.Cost) model.CostKind {
	if c.Kind == model.Running || c.Kind == model.InKind {
		return c.Kind
	}
	return model.Direct
}

// linesOf puts the years of cost lines of a kind together, in the order of the plan.
func linesOf(plan *model.Plan, kind model.CostKind) []line {
	var lines []line
	for _, c := range plan.Costs {
		if kindOf(c) != kind {
			continue
		}
		i := slices.IndexFunc(lines, func(l line) bool {
			return c.Line != "" && l.first().Line == c.Line && slices.Equal(l.first().Activities, c.Activities) && l.in(yearOf(c)) == nil
		})
		if i < 0 {
			lines = append(lines, line{records: []*model.Cost{c}})
			continue
		}
		lines[i].records = append(lines[i].records, c)
		slices.SortStableFunc(lines[i].records, func(a, b *model.Cost) int { return yearOf(a) - yearOf(b) })
	}
	return lines
}

// isShare tells whether a line is a share of running costs, which has a form of its own.
func isShare(c *model.Cost) bool {
	return c.Kind == model.Running && (c.Method != "" || c.Part != "" || c.Whole != "")
}

// forText says what a line is for: "A1 A4", or "all".
func forText(w *words.Words, plan *model.Plan, c *model.Cost) string {
	var labels []string
	for _, activity := range plan.Activities {
		if slices.Contains(c.Activities, activity.ID) {
			labels = append(labels, plan.Label(activity.ID))
		}
	}
	if len(labels) == 0 {
		return w.Say("costs.all")
	}
	return strings.Join(labels, " ")
}

// mostOfTitle is how many letters of a title stand in the menu of activities.
const mostOfTitle = 60

// forChoices offers all activities, and each by its number and title. Choosing one puts
// it beside those the line is for already, or takes it out again.
func forChoices(w *words.Words, plan *model.Plan, c *model.Cost) []sheet.Choice {
	choices := []sheet.Choice{{Label: w.Say("costs.for.all"), Text: w.Say("costs.all"), On: len(c.Activities) == 0}}
	for _, activity := range plan.Activities {
		var labels []string
		for _, other := range plan.Activities {
			if slices.Contains(c.Activities, other.ID) != (other == activity) {
				labels = append(labels, plan.Label(other.ID))
			}
		}
		title := activity.Title
		if title == "" {
			title = w.Say("form.untitled")
		}
		choices = append(choices, sheet.Choice{
			Label: w.Say("form.numbered", words.With{"Number": plan.Label(activity.ID), "Title": words.Shorten(title, mostOfTitle)}),
			Text:  strings.Join(labels, " "), On: slices.Contains(c.Activities, activity.ID),
		})
	}
	return choices
}

// readFor reads what a line is for: labels of activities, or all.
func readFor(w *words.Words, plan *model.Plan, text string) ([]model.ID, error) {
	labels := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '+' || r == '&' })
	if len(labels) == 0 || len(labels) == 1 && strings.EqualFold(labels[0], w.Say("costs.all")) {
		return nil, nil
	}
	var ids []model.ID
	for _, label := range labels {
		id, ok := plan.Labelled(label)
		if !ok || model.ColumnOf(plan.Item(id)) != model.ActivityColumn {
			return nil, model.NewProblem("costs.problem.for", "Text", label)
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// readChoice finds the choice that a typed word begins; the words of each value have
// the key prefix.value.
func readChoice[T ~string](w *words.Words, prefix, text string, values []string) (T, error) {
	typed := strings.ToLower(strings.TrimSpace(text))
	var said []string
	for _, value := range values {
		word := w.Say(prefix + value)
		if typed != "" && strings.HasPrefix(strings.ToLower(word), typed) {
			return T(value), nil
		}
		said = append(said, word)
	}
	if typed == "" {
		return "", nil
	}
	return "", model.NewProblem("costs.problem.choice", "Text", text, "Choices", w.Commas(said))
}

// sumOf gives the amounts of a line together.
func sumOf(totals *insight.Totals, l line) model.Pence {
	var sum model.Pence
	for _, record := range l.records {
		sum += totals.Amount(record)
	}
	return sum
}
