package insight

import "commonplan/model"

// ServicesOf tells what each activity serves, in the order of the plan. It is quicker
// than [WinWinOf], which also looks for the cheapest set.
func ServicesOf(p *model.Plan) []Service {
	totals := TotalsOf(p)
	return servicesOf(readGraph(p), &totals)
}
