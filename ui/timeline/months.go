package timeline

import (
	"strconv"
	"strings"

	"commonplan/model"
)

// end is what of a bar is on its way to another month.
type end int

const (
	whole end = iota
	first
	last
)

// inMonths writes spans as months of the plan: in order, those that touch as one.
func inMonths(spans []model.Span) model.Months {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strconv.Itoa(s.First)+"-"+strconv.Itoa(s.Last))
	}
	months, err := model.ParseMonths(strings.Join(parts, ","))
	if err != nil { // a span that ends before it begins, or beyond the last month
		return ""
	}
	return months
}

// moved moves one bar, or one end of it, by so many months. It stays within the months a
// plan can have, and never ends before it begins.
func moved(months model.Months, bar int, what end, by int) model.Months {
	spans := months.Spans()
	if bar < 0 || bar >= len(spans) {
		return months
	}
	s := &spans[bar]
	switch what {
	case first:
		s.First = min(max(s.First+by, 1), s.Last)
	case last:
		s.Last = min(max(s.Last+by, s.First), model.MaxMonth)
	case whole:
		by = min(max(by, 1-s.First), model.MaxMonth-s.Last)
		s.First, s.Last = s.First+by, s.Last+by
	}
	return inMonths(spans)
}

// allMoved moves all bars together.
func allMoved(months model.Months, by int) model.Months {
	spans := months.Spans()
	if len(spans) == 0 {
		return months
	}
	by = min(max(by, 1-spans[0].First), model.MaxMonth-spans[len(spans)-1].Last)
	for i := range spans {
		spans[i].First, spans[i].Last = spans[i].First+by, spans[i].Last+by
	}
	return inMonths(spans)
}

// with adds a bar from one month to another, whichever comes first.
func with(months model.Months, a, b int) model.Months {
	return inMonths(append(months.Spans(), model.Span{First: min(a, b), Last: max(a, b)}))
}

// length is how many months the time line shows: the plan's, and any later month that
// something stands in; a year, if nobody has said yet.
func length(plan *model.Plan) int {
	n := plan.Project.Months
	for _, a := range plan.Activities {
		n = max(n, a.Months.Last())
	}
	for _, m := range plan.Milestones {
		n = max(n, m.Month)
	}
	if n == 0 {
		n = 12
	}
	return min(n, model.MaxMonth)
}
