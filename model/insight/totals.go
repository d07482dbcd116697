package insight

import (
	"slices"

	"commonplan/model"
)

// MaxYears is the last year that is counted apart; what is later counts there.
const MaxYears = 10

// Costs are sums of cost lines by kind, in pence.
type Costs struct{ Direct, Running, InKind model.Pence }

// Full is what has to be paid: direct and running costs. In kind stands apart.
func (c Costs) Full() model.Pence { return c.Direct + c.Running }

func (c *Costs) add(kind model.CostKind, sum model.Pence) {
	switch kind {
	case model.Running:
		c.Running += sum
	case model.InKind:
		c.InKind += sum
	default: // not decided yet: a line counts as direct until somebody says otherwise
		c.Direct += sum
	}
}

// Funds are sums of funding by status, in pence.
type Funds struct {
	Asked, Applied, Secured, Own model.Pence
	Undecided                    model.Pence // no status yet: in no total
}

// Found is all funding that has a status.
func (f Funds) Found() model.Pence { return f.Asked + f.Applied + f.Secured + f.Own }

// Sure is what does not hang on anybody’s decision.
func (f Funds) Sure() model.Pence { return f.Secured + f.Own }

// ToConfirm is what somebody still has to decide.
func (f Funds) ToConfirm() model.Pence { return f.Asked + f.Applied }

func (f *Funds) add(status model.FundingStatus, sum model.Pence) {
	switch status {
	case model.FundingAsked:
		f.Asked += sum
	case model.Applied:
		f.Applied += sum
	case model.Secured:
		f.Secured += sum
	case model.Own:
		f.Own += sum
	default:
		f.Undecided += sum
	}
}

// Sums are costs and the funding for them.
type Sums struct {
	Costs
	Funds
}

// Gap is the full cost less all funding: what is still to find, or below 0 what is too much.
func (s Sums) Gap() model.Pence { return s.Full() - s.Found() }

// ActivityCosts are the costs of one activity: its own lines, its share of lines for
// several activities, and its share of lines for all.
type ActivityCosts struct {
	Activity model.ID
	Costs
	Years []Costs // Years[0] is year 1
}

// Totals are all sums of a plan.
type Totals struct {
	Sums
	Years      []Sums          // Years[0] is year 1; at least one
	Activities []ActivityCosts // in the order of the plan; they add up to the costs, if there is an activity
	Reach      int             // how many people, as the project says
}

// TotalsOf adds up a plan. A line for several activities is shared among them equally
// in whole pence; a line that names none is for all.
func TotalsOf(p *model.Plan) Totals {
	t := Totals{Years: make([]Sums, years(p)), Reach: p.Project.Reach}
	place := make(map[model.ID]int, len(p.Activities))
	for i, activity := range p.Activities {
		place[activity.ID] = i
		t.Activities = append(t.Activities, ActivityCosts{Activity: activity.ID, Years: make([]Costs, len(t.Years))})
	}
	// A share of the year’s direct costs can only be taken when those are known.
	for _, running := range []bool{false, true} {
		for _, line := range p.Costs {
			if (line.Kind == model.Running) == running {
				t.addLine(line, place)
			}
		}
	}
	for _, funding := range p.Funding {
		for year, sum := range funding.Amount {
			t.Funds.add(funding.Status, sum)
			t.Years[yearIndex(year)].Funds.add(funding.Status, sum)
		}
	}
	return t
}

func (t *Totals) addLine(line *model.Cost, place map[model.ID]int) {
	year, sum := yearIndex(line.Year), t.Amount(line)
	t.Costs.add(line.Kind, sum)
	t.Years[year].Costs.add(line.Kind, sum)
	named := namedPlaces(line, place)
	if len(named) == 0 {
		named = allPlaces(len(t.Activities))
	}
	for i, part := range sum.Split(len(named)) {
		activity := &t.Activities[named[i]]
		activity.Costs.add(line.Kind, part)
		activity.Years[year].add(line.Kind, part)
	}
}

// namedPlaces gives the places of a line’s activities that are there, in plan order, so
// that the odd penny falls to the same activity in every copy.
func namedPlaces(line *model.Cost, place map[model.ID]int) []int {
	var named []int
	for _, id := range line.Activities {
		if i, ok := place[id]; ok && !slices.Contains(named, i) {
			named = append(named, i)
		}
	}
	slices.Sort(named)
	return named
}

func allPlaces(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func yearIndex(year int) int { return min(max(year, 1), MaxYears) - 1 }

// years tells how many years the plan has: as many as its months, costs and funding reach.
func years(p *model.Plan) int {
	last := yearIndex((p.Project.Months + 11) / 12)
	for _, line := range p.Costs {
		last = max(last, yearIndex(line.Year))
	}
	for _, funding := range p.Funding {
		for year := range funding.Amount {
			last = max(last, yearIndex(year))
		}
	}
	return last + 1
}

// Amount gives the sum of one cost line of the plan.
func (t *Totals) Amount(line *model.Cost) model.Pence {
	year := yearIndex(line.Year)
	if year >= len(t.Years) {
		return line.Amount(0)
	}
	return line.Amount(t.Years[year].Direct)
}

// Of gives the costs of an activity; zero if it is not in the plan.
func (t *Totals) Of(activity model.ID) ActivityCosts {
	for _, a := range t.Activities {
		if a.Activity == activity {
			return a
		}
	}
	return ActivityCosts{Activity: activity, Years: make([]Costs, len(t.Years))}
}

// PerPerson is the full cost for each one reached; 0 if nobody has said how many.
func (t *Totals) PerPerson() model.Pence { return t.Full().Each(t.Reach) }

// Basis says what an option’s cost is made of.
type Basis string

// The ways to cost an option. The words for each have the key "insight.basis.<value>".
const (
	FullBasis   Basis = "full"   // the plan’s full cost
	DirectBasis Basis = "direct" // the direct costs of some activities
	StatedBasis Basis = "stated" // a sum that was typed in
)

// OptionCost gives what an option costs: the proposed one the full cost, one with
// activities their direct costs, any other the sum it states.
func (t *Totals) OptionCost(option *model.Option) (model.Pence, Basis) {
	switch {
	case option.Kind == model.Proposed:
		return t.Full(), FullBasis
	case len(option.Activities) > 0:
		return t.DirectOf(option.Activities), DirectBasis
	}
	return option.Cost, StatedBasis
}

// DirectOf adds up the direct costs of some activities.
func (t *Totals) DirectOf(activities []model.ID) model.Pence {
	var sum model.Pence
	for _, a := range t.Activities {
		if slices.Contains(activities, a.Activity) {
			sum += a.Direct
		}
	}
	return sum
}
