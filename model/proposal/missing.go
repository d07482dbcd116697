package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/insight"
)

// shown says which gaps show in a section of a paper: by their keys, or by the type of
// record for all of its keys. The section "" is what no one can leave out.
type shown struct {
	section string
	gaps    []string
}

// shownBy lists, for each paper, what it prints and what would therefore be missing on it.
var shownBy = map[Paper][]shown{
	Council: councilShows,
	Full: append(slices.Clone(councilShows),
		shown{"need", []string{"need.how_many"}},
		shown{"reviews", []string{"review"}},
		shown{"annex-map", []string{"activity.need"}},
		shown{"annex-evidence", []string{"evidence", "outcome.evidence"}},
		shown{"annex-checklist", []string{"checklist"}},
	),
	Summary: {
		{"", []string{"project.name", "project.lead", "project.council", "project.meeting", "project.ask", "project.ask_sum", "project.reach", "project.months",
			"cost.none", "funding.none", "money"}},
		{"chain", []string{"need.none", "need.title", "activity.none", "activity.title", "outcome.none", "outcome.title", "outcome.level", "outcome.goal", "goal.objective"}},
		{"pays", []string{"funding"}},
		{"signs", []string{"outcome.indicator", "indicator.title", "indicator.baseline", "indicator.target", "project.nothing"}},
	},
	Map: {
		{"", []string{"project.name", "need.none", "need.title", "need.outcome", "activity.none", "activity.title", "activity.outcome", "activity.need",
			"outcome.none", "outcome.title", "outcome.level", "outcome.activity", "outcome.goal", "goal", "asset", "quality"}},
	},
	Checklist: {{"", []string{"project.name", "checklist"}}},
	Progress: {
		{"", []string{"project.name", "project.start", "project.months", "outcome.indicator", "indicator", "reading"}},
		{"learnt", []string{"review"}},
		{"time", []string{"activity.none", "activity.months", "activity.late", "milestone"}},
	},
	Worksheets: {{"", []string{"project.name"}}},
	Officer: {
		{"", []string{"project.name", "project.meeting"}},
		{"recommendation", []string{"project.ask", "project.ask_sum", "cost.none", "funding.none"}},
		{"context", []string{"project.lead", "project.place", "need.none", "need.title", "need.evidence", "evidence", "activity.none", "activity.title",
			"outcome.none", "outcome.title", "goal"}},
		{"options", []string{"option", "project.nothing"}},
		{"consultation", []string{"listening"}},
		{"finance", []string{"cost", "funding", "money", "activity.cost"}},
		{"legal", []string{"statement.safeguarding", "statement.data", "statement.papers", "statement.kind"}},
		{"equality", []string{"statement.equality"}},
		{"climate", []string{"statement.environment"}},
		{"risk", []string{"risk"}},
		{"ward", []string{"project.place"}},
		{"review", []string{"outcome.indicator", "indicator", "statement.evaluation", "statement.review"}},
		{"papers", []string{"statement.papers"}},
	},
}

// councilShows is what the council paper shows in its sections.
var councilShows = []shown{
	{"", []string{"project.name", "project.place", "project.lead", "project.ask", "project.ask_sum", "project.council", "project.meeting", "project.start", "project.months", "picture"}},
	{"summary", []string{"project.reach", "cost.none", "funding.none", "money"}},
	{"need", []string{"need.none", "need.title", "need.evidence", "asset", "evidence.says", "evidence.source", "evidence.date", "project.nothing"}},
	{"involved", []string{"listening"}},
	{"outcomes", []string{"need.outcome", "outcome.none", "outcome.title", "outcome.level", "outcome.activity", "outcome.goal", "goal", "quality"}},
	{"activities", []string{"activity.none", "activity.title", "activity.outcome", "activity.lead", "activity.where", "activity.months", "activity.late", "milestone"}},
	{"measures", []string{"outcome.indicator", "indicator"}},
	{"partners", []string{"partner"}},
	{"costs", []string{"cost", "activity.cost", "funding", "money"}},
	{"options", []string{"option"}},
	{"risks", []string{"risk"}},
	{"statements", []string{"statement"}},
}

// Missing gives those of a plan's gaps that a paper shows, but for those in sections
// that the project leaves out of it.
func Missing(p Paper, plan *model.Plan, gaps []insight.Gap) []insight.Gap {
	hidden := map[string]bool{}
	for _, s := range plan.Sections {
		if s.Paper == string(p) && s.Hidden {
			hidden[s.Key] = true
		}
	}
	wanted := map[string]bool{}
	for _, place := range shownBy[p] {
		if !hidden[place.section] {
			for _, key := range place.gaps {
				wanted[key] = true
			}
		}
	}
	var missing []insight.Gap
	for _, gap := range gaps {
		if wanted[gap.Key] || wanted[gap.Kind()] {
			missing = append(missing, gap)
		}
	}
	if p == Checklist && len(plan.Answers) == 0 {
		missing = append(missing, insight.OpenQuestions(plan)...)
	}
	return missing
}
