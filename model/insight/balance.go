package insight

import (
	"math/big"
	"slices"

	"commonplan/model"
	"commonplan/model/words"
)

// Share is a part of the activities.
type Share[T ~string] struct {
	Value      T          // "" for activities of which it is not said yet
	Activities []model.ID // in the order of the plan
	Direct     model.Pence
}

// Balance shows what a plan puts its weight on.
type Balance struct {
	Activities int         // how many there are
	Direct     model.Pence // their direct costs together
	Objectives []Share[model.Objective]
	Ways       []Share[model.Way]
	Prevention []Share[model.Prevention] // the last is what is not said yet
	Depth      []Share[model.Depth]      // the last is what is not said yet
	Three      int                       // activities that serve all three objectives
	Service    int                       // service outcomes
	Community  int                       // community outcomes
}

// BalanceOf counts a plan. Every value of a list has its share, also if it is empty.
func BalanceOf(p *model.Plan) Balance {
	g, totals := readGraph(p), TotalsOf(p)
	b := Balance{Activities: len(p.Activities), Objectives: shares(model.Objectives), Ways: shares(model.Ways),
		Prevention: shares([]model.Prevention{model.Upstream, model.Midstream, model.Downstream, ""}),
		Depth:      shares([]model.Depth{model.Told, model.Asked, model.Designing, model.Delivering, model.Reviewing, ""})}
	for i, activity := range p.Activities {
		costs := totals.Activities[i]
		b.Direct += costs.Direct
		objectives := objectivesOf(p, g.goalsOf(g.activities+i))
		if len(objectives) == len(model.Objectives) {
			b.Three++
		}
		take(b.Objectives, costs, objectives...)
		take(b.Ways, costs, activity.Ways...)
		take(b.Prevention, costs, activity.Prevention)
		take(b.Depth, costs, activity.Depth)
	}
	for _, outcome := range p.Outcomes {
		if outcome.Level == model.Community {
			b.Community++
		} else {
			b.Service++
		}
	}
	return b
}

func shares[T ~string](values []T) []Share[T] {
	all := make([]Share[T], len(values))
	for i, value := range values {
		all[i].Value = value
	}
	return all
}

func take[T ~string](all []Share[T], costs ActivityCosts, values ...T) {
	for i := range all {
		if slices.Contains(values, all[i].Value) {
			all[i].Activities = append(all[i].Activities, costs.Activity)
			all[i].Direct += costs.Direct
		}
	}
}

// ObjectivesSentence says how much serves all three: "Three activities
// serve all three objectives."
func (b Balance) ObjectivesSentence(w *words.Words) string {
	if b.Three == 0 {
		return w.Say("insight.balance.three.none")
	}
	return w.Say("insight.balance.three", words.With{"N": b.Three, "Number": words.Capital(w.Number(b.Three))})
}

// fractions are the parts people say, as key and value.
var fractions = []struct {
	key  string
	part *big.Rat
}{
	{"tenth", big.NewRat(1, 10)}, {"fifth", big.NewRat(1, 5)}, {"quarter", big.NewRat(1, 4)},
	{"third", big.NewRat(1, 3)}, {"half", big.NewRat(1, 2)}, {"two_thirds", big.NewRat(2, 3)},
	{"three_quarters", big.NewRat(3, 4)}, {"most", big.NewRat(9, 10)},
}

// PreventionSentence says how much is spent upstream, to the nearest part that people
// say: "About a third of the money stops harm before it starts." It is "" without costs,
// and claims nothing while no activity says where it acts.
func (b Balance) PreventionSentence(w *words.Words) string {
	if b.Direct <= 0 {
		return ""
	}
	said := b.Prevention[:len(b.Prevention)-1]
	if !slices.ContainsFunc(said, func(s Share[model.Prevention]) bool { return len(s.Activities) > 0 }) {
		return w.Say("insight.balance.upstream.unsaid")
	}
	upstream := b.Prevention[0].Direct
	switch upstream {
	case 0:
		return w.Say("insight.balance.upstream.none")
	case b.Direct:
		return w.Say("insight.balance.upstream.all")
	}
	exact := big.NewRat(int64(upstream), int64(b.Direct))
	nearest := slices.MinFunc(fractions, func(x, y struct {
		key  string
		part *big.Rat
	}) int {
		return distance(exact, x.part).Cmp(distance(exact, y.part))
	})
	return w.Say("insight.balance.upstream." + nearest.key)
}

func distance(a, b *big.Rat) *big.Rat {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d)
}
