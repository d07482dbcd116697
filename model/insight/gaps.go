package insight

import (
	"cmp"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// Gaps lists what is missing in a plan, by step and, within a step, in the order of
// the records. The day tells how old evidence is.
func Gaps(p *model.Plan, today model.Date) []Gap {
	f := newFinder(p, today)
	f.project()
	f.listening()
	f.needs()
	f.assets()
	f.evidence()
	f.outcomes()
	f.goals()
	f.activities()
	f.partners()
	f.costs()
	f.funding()
	f.options()
	f.milestones()
	f.risks()
	f.statements()
	f.indicators()
	f.reviews()
	f.checklist()
	f.pictures()
	place := make(map[Step]int, len(Steps))
	for i, step := range Steps {
		place[step] = i
	}
	slices.SortStableFunc(f.gaps, func(a, b Gap) int { return cmp.Compare(place[a.Step], place[b.Step]) })
	return f.gaps
}

// finder collects gaps, with what it has looked up once for all.
type finder struct {
	plan   *model.Plan
	today  model.Date
	graph  *graph
	totals Totals
	gaps   []Gap

	known    map[model.ID]bool // records that evidence, or evidence about one of their links, is about
	costed   map[model.ID]bool // activities that a cost line names
	measured map[model.ID]bool // outcomes with an indicator
	taking   map[model.ID]bool // partners with a contribution
}

func newFinder(p *model.Plan, today model.Date) *finder {
	f := &finder{plan: p, today: today, graph: readGraph(p), totals: TotalsOf(p),
		known: map[model.ID]bool{}, costed: map[model.ID]bool{}, measured: map[model.ID]bool{}, taking: map[model.ID]bool{}}
	for _, evidence := range p.Evidence {
		for _, about := range evidence.About {
			f.known[about] = true
			if link, ok := p.Item(about).(*model.Link); ok {
				for _, end := range cardsOf(p, link.ID) {
					if _, isOutcome := p.Item(end).(*model.Outcome); isOutcome {
						f.known[end] = true
					}
				}
			}
		}
	}
	for _, line := range p.Costs {
		for _, activity := range line.Activities {
			f.costed[activity] = true
		}
		if len(line.Activities) == 0 && len(p.Activities) == 1 {
			f.costed[p.Activities[0].ID] = true // for all means for the only one
		}
	}
	for _, indicator := range p.Indicators {
		f.measured[indicator.Outcome] = true
	}
	for _, contribution := range p.Contributions {
		f.taking[contribution.Partner] = true
	}
	return f
}

// about adds a gap of a record.
func (f *finder) about(item model.Item, key, field string) *Gap {
	id, k := item.Head().ID, kinds[key]
	var cards []model.ID
	if item.Type() != model.TypeOption { // what an option lacks is not its activities’ fault
		cards = cardsOf(f.plan, id)
	}
	f.gaps = append(f.gaps, Gap{Key: key, Step: k.step, Paper: k.paper, Type: item.Type(), Record: id, Field: field,
		Cards: cards, With: words.With{"Label": f.plan.Label(id), "Title": model.Title(item)}})
	return &f.gaps[len(f.gaps)-1]
}

// lacks adds a gap that is mended by adding a record.
func (f *finder) lacks(t model.Type, key string) *Gap {
	k := kinds[key]
	f.gaps = append(f.gaps, Gap{Key: key, Step: k.step, Paper: k.paper, Type: t, With: words.With{}})
	return &f.gaps[len(f.gaps)-1]
}

// none adds a gap if there is no record of a type.
func (f *finder) none(t model.Type) {
	if len(f.plan.List(t)) == 0 {
		f.lacks(t, string(t)+".none")
	}
}

// missing adds a gap for each required field that is empty.
func (f *finder) missing(item model.Item) {
	for _, field := range model.Missing(item) {
		key := string(item.Type()) + "." + field
		if _, ok := kinds[key]; ok {
			f.about(item, key, field)
		}
	}
}

// wants adds a gap for a field if it is empty. The key is made of the type and field.
func (f *finder) wants(item model.Item, field string, empty bool) {
	if empty {
		f.about(item, string(item.Type())+"."+field, field)
	}
}

func (f *finder) project() {
	p := f.plan.Project
	f.missing(p)
	f.askedSum()
	f.wants(p, "council", blank(p.Council))
	f.wants(p, "meeting", p.Meeting.IsZero())
	f.wants(p, "start", p.Start.IsZero())
	f.wants(p, "months", p.Months == 0)
	f.wants(p, "reach", p.Reach == 0)
	f.wants(p, "nothing", !f.saysNothing())
	f.wants(p, "why_us", blank(p.WhyUs))
}

func (f *finder) listening() {
	f.none(model.TypeListening)
	anyMissing := false
	for _, occasion := range f.plan.Listening {
		f.missing(occasion)
		f.wants(occasion, "date", occasion.Date.IsZero())
		f.wants(occasion, "who", blank(occasion.Who) && occasion.HowMany == 0)
		f.wants(occasion, "changed", blank(occasion.Changed))
		anyMissing = anyMissing || !blank(occasion.Missing)
	}
	if len(f.plan.Listening) > 0 && !anyMissing {
		f.about(f.plan.Listening[0], "listening.missing", "missing")
	}
}

func (f *finder) needs() {
	f.none(model.TypeNeed)
	for i, need := range f.plan.Needs {
		f.missing(need)
		if !f.graph.anyOutcome(i) {
			f.about(need, "need.outcome", FieldLinks)
		}
		if !f.known[need.ID] {
			f.about(need, "need.evidence", FieldEvidence)
		}
		f.wants(need, "how_many", need.HowMany == 0)
	}
}

func (f *finder) assets() {
	f.none(model.TypeAsset)
	for _, asset := range f.plan.Assets {
		f.missing(asset)
	}
}

func (f *finder) evidence() {
	for _, evidence := range f.plan.Evidence {
		f.missing(evidence)
		f.wants(evidence, "about", len(cardsOf(f.plan, evidence.ID)) == 0)
		f.wants(evidence, "source", blank(evidence.Source))
		f.wants(evidence, "date", evidence.Date.IsZero())
		if older(evidence.Date, f.today) {
			f.about(evidence, "evidence.old", "date")
		}
	}
}

// older tells whether more than two years lie between two dates. Where a day or month
// is not said, nothing looks older than it must be.
func older(date, today model.Date) bool {
	if date.IsZero() || today.IsZero() {
		return false
	}
	months := today.MonthsSince(date)
	return months > 24 || months == 24 && date.Day > 0 && today.Day > date.Day
}

func (f *finder) outcomes() {
	f.none(model.TypeOutcome)
	done := f.graph.done()
	for i, outcome := range f.plan.Outcomes {
		at := f.graph.outcomes + i
		f.missing(outcome)
		if !done.has(at) {
			f.about(outcome, "outcome.activity", FieldLinks)
		}
		if len(f.plan.Goals) > 0 && len(f.plan.From(outcome.ID)) == 0 { // one that leads on leaves it to the next
			f.about(outcome, "outcome.goal", FieldLinks)
		}
		if !f.measured[outcome.ID] {
			f.about(outcome, "outcome.indicator", FieldIndicators)
		}
		if !f.known[outcome.ID] {
			f.about(outcome, "outcome.evidence", FieldEvidence)
		}
	}
}

func (f *finder) goals() {
	f.none(model.TypeGoal)
	for _, goal := range f.plan.Goals {
		f.missing(goal)
		if len(f.plan.To(goal.ID)) == 0 {
			f.about(goal, "goal.served", FieldLinks)
		}
		f.wants(goal, "source", blank(goal.Source))
	}
}

func (f *finder) activities() {
	f.none(model.TypeActivity)
	for i, activity := range f.plan.Activities {
		f.missing(activity)
		if !f.graph.anyOutcome(f.graph.activities + i) {
			f.about(activity, "activity.outcome", FieldLinks)
		}
		if len(f.plan.To(activity.ID)) == 0 {
			f.about(activity, "activity.need", FieldLinks)
		}
		f.wants(activity, "lead", blank(activity.Lead))
		f.wants(activity, "where", blank(activity.Where))
		if !f.costed[activity.ID] {
			f.about(activity, "activity.cost", FieldCosts)
		}
		f.wants(activity, "months", activity.Months == "")
		if months := f.plan.Project.Months; months > 0 && activity.Months.Last() > months {
			f.about(activity, "activity.late", "months").With["Months"] = months
		}
	}
	f.none(model.TypeQuality)
	for _, quality := range f.plan.Qualities {
		f.missing(quality)
	}
}

func (f *finder) partners() {
	f.none(model.TypePartner)
	for _, partner := range f.plan.Partners {
		f.missing(partner)
		if partner.Status == model.Declined {
			continue // nothing more is wanted of them
		}
		if blank(partner.Offers) && !f.taking[partner.ID] {
			f.about(partner, "partner.role", FieldContributions)
		}
		f.wants(partner, "status", partner.Status == "")
	}
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
