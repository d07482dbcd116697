package main

import (
	"encoding/json"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/insight"
)

// info is what scripts are told of a project. Sums are in pence.
type info struct {
	ID     model.ID           `json:"id"`
	Name   string             `json:"name"`
	Format int                `json:"format"`
	State  string             `json:"state"` // equal states are equal plans
	Counts map[model.Type]int `json:"counts"`
	Gaps   []string           `json:"gaps"`
	Totals totals             `json:"totals"`
}

type totals struct {
	FullCost model.Pence `json:"full_cost"`
	Direct   model.Pence `json:"direct"`
	Running  model.Pence `json:"running"`
	InKind   model.Pence `json:"in_kind"`
	Asked    model.Pence `json:"asked"`
	Applied  model.Pence `json:"applied"`
	Secured  model.Pence `json:"secured"`
	Own      model.Pence `json:"own"`
	Gap      model.Pence `json:"gap"`
}

// info tells about a project, as JSON.
func (c *cli) info(typed call) error {
	doc, err := c.read(typed.words[0])
	if err != nil {
		return err
	}
	plan := model.ReadPlan(doc, nil)
	sums := insight.TotalsOf(plan)
	about := info{
		ID: doc.ID, Name: plan.Project.Name, Format: doc.Format, State: file.State(doc),
		Counts: counts(doc), Gaps: c.gaps(plan),
		Totals: totals{
			FullCost: sums.Full(), Direct: sums.Direct, Running: sums.Running, InKind: sums.InKind,
			Asked: sums.Asked, Applied: sums.Applied, Secured: sums.Secured, Own: sums.Own, Gap: sums.Gap(),
		},
	}
	encoder := json.NewEncoder(c.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(about)
}

// counts tells how many records there are of each type: every type this version knows,
// and those of newer ones that the file holds. What lies in the bin is not counted.
func counts(doc *model.Document) map[model.Type]int {
	all := map[model.Type]int{}
	for _, t := range model.Types() {
		all[t] = 0
	}
	bin := doc.Bin()
	for id, record := range doc.Records {
		if record.Type != model.TypePrivate && !bin.Holds(id) {
			all[record.Type]++
		}
	}
	return all
}

// gaps says what is missing, a sentence each.
func (c *cli) gaps(plan *model.Plan) []string {
	sentences := []string{}
	for _, gap := range insight.Gaps(plan, c.today()) {
		sentences = append(sentences, gap.Sentence(c.words))
	}
	return sentences
}
