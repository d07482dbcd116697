package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/paper"
)

// fullPaper is everything: the sections of the council paper in full, and the annexes.
func (m *maker) fullPaper() []paper.Block {
	blocks := []paper.Block{m.title(), m.decision(), paper.Contents{Title: m.say("proposal.contents")}}
	sections := parts()
	if len(m.plan.Reviews) > 0 {
		sections = append(sections, part{"reviews", paper.RunOn, (*maker).reviews})
	}
	blocks = append(blocks, m.sections(sections)...)
	for i, a := range annexes() {
		annex := paper.Section{
			ID: "annex-" + a.id, Number: m.say("proposal.annex", with{"Letter": string(rune('A' + i))}),
			Title: m.say("proposal.annex." + a.id), Break: a.begins, Blocks: a.blocks(m),
		}
		if isSentence(annex.Blocks) {
			annex.Break = paper.RunOn
		}
		blocks = append(blocks, annex)
	}
	return blocks
}

// isSentence tells that a section says no more than that it is not decided yet: it needs
// no page to itself.
func isSentence(blocks []paper.Block) bool {
	if len(blocks) != 1 {
		return false
	}
	_, one := blocks[0].(paper.Paragraph)
	return one
}

// annexes are lettered in this order; the words of the council paper name some of them.
func annexes() []part {
	return []part{
		{"map", paper.NewPage, (*maker).annexMap},
		{"costs", paper.NewPage, (*maker).annexCosts},
		{"evidence", paper.NewPage, (*maker).annexEvidence},
		{"checklist", paper.NewPage, (*maker).annexChecklist},
		{"quality", paper.NewPage, (*maker).annexQuality},
	}
}

// activityDetails tells what each activity is, what it will count and how it is shared.
func (m *maker) activityDetails() []paper.Block {
	t := paper.Table{Name: m.say("proposal.activities.details"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.activities.col.detail"), Names: true},
		{Head: m.say("proposal.activities.col.together"), Width: 34},
		{Head: m.say("proposal.activities.col.prevention"), Width: 25},
		{Head: m.say("proposal.activities.col.ways"), Width: 32},
	}}
	for _, a := range m.plan.Activities {
		what := m.cell(a.Detail)
		if oneLine(a.Detail) == "" {
			what = m.cell(a.Title)
		}
		if outputs := oneLine(a.Outputs); outputs != "" {
			what.Lines = append(what.Lines, paper.Words(m.say("proposal.activities.outputs", with{"Outputs": outputs})))
		}
		var ways []string
		for _, w := range a.Ways {
			if key := "proposal.way." + string(w); m.words.Has(key) {
				ways = append(ways, m.say(key))
			}
		}
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.labelCell(a.ID), what, m.choice("proposal.depth.", string(a.Depth), false),
			m.choice("proposal.prevention.", string(a.Prevention), false), m.cell(m.words.Commas(ways))}})
	}
	return []paper.Block{m.heading("proposal.activities.details"), t}
}

// tags names the framework items of an outcome, framework by framework; those of newer
// versions are left out.
func (m *maker) tags(tags []model.Tag) string {
	var frameworks []string
	items := map[string][]string{}
	for _, tag := range tags {
		title, item, ok := framework.NameOf(string(tag), m.words.Language())
		if !ok {
			continue
		}
		if items[title] == nil {
			frameworks = append(frameworks, title)
		}
		items[title] = append(items[title], item)
	}
	var all []string
	for _, f := range frameworks {
		all = append(all, m.say("proposal.outcomes.tag", with{"Framework": f, "Items": m.words.Commas(items[f])}))
	}
	return m.words.Semicolons(all)
}

// reviews tells what was learnt and what changes because of it.
func (m *maker) reviews() []paper.Block {
	t := paper.Table{Name: m.say("proposal.reviews.table"), Cols: []paper.Col{
		{Head: m.say("proposal.reviews.col.when"), Width: 30},
		{Head: m.say("proposal.reviews.col.what"), Width: 42, Names: true},
		{Head: m.say("proposal.reviews.col.learnt")},
		{Head: m.say("proposal.reviews.col.changes")},
	}}
	for _, r := range m.plan.Reviews {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.cell(m.words.Date(r.Date)), m.cell(m.pair("proposal.title.pair", r.Title, r.Who)), m.cell(r.Learnt), m.cell(r.Changes)}})
	}
	return []paper.Block{t}
}

// annexMap is the map with every link, and each link in words.
func (m *maker) annexMap() []paper.Block {
	if len(m.plan.Links) == 0 {
		return []paper.Block{m.notYet("proposal.links.decide")}
	}
	t := paper.Table{Name: m.say("proposal.links.table"), Cols: []paper.Col{
		{Head: m.say("proposal.links.col.link"), Width: 24, Names: true},
		{Head: m.say("proposal.links.col.strength"), Width: 34},
		{Head: m.say("proposal.links.col.why")},
	}}
	for _, l := range m.orderedLinks() {
		why := m.cell(l.Why)
		for _, e := range m.evidenceFor(l.ID) {
			why.Lines = append(why.Lines, m.lead("proposal.links.evidence", e.Says).Text)
		}
		link := paper.TextCell(paper.ID(m.say("proposal.links.arrow", with{"From": m.plan.Label(l.From), "To": m.plan.Label(l.To)})))
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			link, m.choice("proposal.strength.", string(l.Strength), false), why}})
	}
	return append(m.wholeMap(), t)
}

// orderedLinks lists the links card by card, from left to right.
func (m *maker) orderedLinks() []*model.Link {
	var all []*model.Link
	for _, cards := range [][]model.Item{m.plan.List(model.TypeNeed), m.plan.List(model.TypeActivity), items(m.plan.Outcomes)} {
		for _, card := range cards {
			all = append(all, m.plan.From(card.Head().ID)...)
		}
	}
	return all
}

func items[T model.Item](all []T) []model.Item {
	out := make([]model.Item, len(all))
	for i, item := range all {
		out[i] = item
	}
	return out
}

// annexEvidence lists all evidence that is not private, with source and date.
func (m *maker) annexEvidence() []paper.Block {
	t := paper.Table{Name: m.say("proposal.evidence.table"), Cols: []paper.Col{
		{Head: m.say("proposal.evidence.col.about"), Width: 21},
		{Head: m.say("proposal.evidence.col.says"), Names: true},
		{Head: m.say("proposal.evidence.col.kind"), Width: 25},
		{Head: m.say("proposal.evidence.col.source"), Width: 48},
	}}
	public := slices.DeleteFunc(slices.Clone(m.plan.Evidence), func(e *model.Evidence) bool { return e.Private })
	for _, e := range public {
		about := m.cell(m.words.Commas(m.aboutLabels(e)))
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			about, m.saysCell(e), m.choice("proposal.evidence.kind.", string(e.Kind), false), m.sourceCell(e)}})
	}
	fitColumns(&t, 1, 3)
	if len(public) == 0 {
		return []paper.Block{m.notYet("proposal.evidence.decide")}
	}
	return []paper.Block{t}
}

// aboutLabels names what evidence is about; a link by its two ends.
func (m *maker) aboutLabels(e *model.Evidence) []string {
	var all []string
	for _, id := range e.About {
		if l, ok := m.plan.Item(id).(*model.Link); ok {
			from, to := m.plan.Label(l.From), m.plan.Label(l.To)
			if from != "" && to != "" {
				all = append(all, m.say("proposal.links.arrow", with{"From": from, "To": to}))
			}
			continue
		}
		if label := m.plan.Label(id); label != "" {
			all = append(all, label)
		}
	}
	return all
}
