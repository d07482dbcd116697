package insight

import (
	"regexp"
	"strings"

	"commonplan/model"
)

// sumInWords is a sum of money in running text, with the words around it that make it
// another than a plain sum: "up to" before, "k" or "a year" after.
var sumInWords = regexp.MustCompile(`(?i)((?:up to|at least|at most|about|around|some|over|under|more than|less than)\s+)?£\s?(\d[\d,]*(?:\.\d{1,2})?)(\s?(?:k|m|bn|million|thousand)\b|\s*/|\s*[-–]|\s+(?:a|an|per|each|every|to)\b)?`)

// plainSum finds the sum that a text names, if it names exactly one and says it plainly.
func plainSum(text string) (model.Pence, bool) {
	found := sumInWords.FindAllStringSubmatch(text, 2)
	if len(found) != 1 || strings.Count(text, "£") != 1 || found[0][1] != "" || found[0][3] != "" {
		return 0, false
	}
	sum, err := model.ParsePence(strings.TrimRight(found[0][2], ","))
	return sum, err == nil && sum > 0
}

// askedSum misses the agreement of what the council is asked for in the plan's own words
// and in its funding. Only a sum that is none of the plan's figures can be meant for it.
func (f *finder) askedSum() {
	said, ok := plainSum(f.plan.Project.Ask)
	asked := f.totals.Asked
	if !ok || asked == 0 || said == asked || said == f.totals.Full() || said == f.totals.Found() {
		return
	}
	for _, year := range f.totals.Years {
		if said == year.Asked || said == year.Full() {
			return
		}
	}
	for _, funding := range f.plan.Funding {
		var sum model.Pence
		for _, amount := range funding.Amount {
			if sum += amount; said == amount {
				return
			}
		}
		if said == sum {
			return
		}
	}
	gap := f.about(f.plan.Project, "project.ask_sum", "ask")
	gap.With["Said"], gap.With["Asked"] = said.String(), asked.String()
}
