package proposal

import (
	"slices"
	"strconv"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/paper"
	"commonplan/model/words"
)

func (m *maker) officerFrame(doc *paper.Document) { doc.Subject = m.say("papers.officer.kicker") }

// officer gives the facts under the headings of a committee report, in paragraphs and
// lists only, so that an officer can lift them into the council's own form. What only
// the council can say is asked for in square brackets.
func (m *maker) officer() []paper.Block {
	subtitle := m.pair("proposal.title.pair", m.project.Committee, m.words.Date(m.project.Meeting))
	blocks := []paper.Block{
		paper.TitleBlock{Kicker: m.say("papers.officer.kicker"), Title: m.name(), Subtitle: subtitle},
		paper.Paragraph{Text: paper.Words(m.say("papers.officer.intro"))},
	}
	for i, p := range []part{
		{"recommendation", paper.RunOn, (*maker).recommendation},
		{"context", paper.RunOn, (*maker).context},
		{"options", paper.RunOn, (*maker).officerOptions},
		{"consultation", paper.RunOn, (*maker).consultation},
		{"finance", paper.RunOn, (*maker).finance},
		{"legal", paper.RunOn, (*maker).legal},
		{"equality", paper.RunOn, (*maker).equality},
		{"climate", paper.RunOn, (*maker).climate},
		{"risk", paper.RunOn, (*maker).officerRisks},
		{"ward", paper.RunOn, (*maker).wards},
		{"review", paper.RunOn, (*maker).officerMeasures},
		{"papers", paper.RunOn, (*maker).backgroundPapers},
	} {
		blocks = append(blocks, paper.Section{ID: p.id, Number: strconv.Itoa(i + 1),
			Title: m.say("papers.officer.section." + p.id), Break: p.begins, Blocks: p.blocks(m)})
	}
	return blocks
}

func (m *maker) says(key string, w ...with) paper.Block {
	return paper.Paragraph{Text: paper.Words(m.say(key, w...))}
}

// leadList is a list under the words that lead to it, or the words and that it is not
// decided yet.
func (m *maker) leadList(lead string, texts []string, missing string) []paper.Block {
	if len(texts) == 0 {
		if missing == "" {
			return nil
		}
		return []paper.Block{m.notYet(missing)}
	}
	return []paper.Block{paper.Paragraph{Text: paper.Words(lead), KeepWithNext: true}, list(texts)}
}

// orUndecided is a text, or that it is not decided yet.
func (m *maker) orUndecided(text string) string {
	if text = oneLine(text); text != "" {
		return text
	}
	return m.say("proposal.undecided")
}

func (m *maker) recommendation() []paper.Block {
	if oneLine(m.project.Ask) == "" {
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.say("proposal.ask.decide"))}}
	}
	blocks := []paper.Block{m.says("papers.officer.recommend"), list([]string{oneLine(m.project.Ask)})}
	if len(m.plan.Costs) > 0 && len(m.plan.Funding) > 0 {
		key := "papers.officer.asked"
		if m.totals.Asked == 0 {
			key += ".nothing"
		}
		blocks = append(blocks, m.says(key, with{"Asked": m.totals.Asked.String(), "Full": m.totals.Full().String()}))
	}
	return blocks
}

// context says who asks, what is not right now and how that is known, what is proposed
// and which goals it serves.
func (m *maker) context() []paper.Block {
	blocks := []paper.Block{
		m.lead("papers.officer.from", m.pair("proposal.title.pair", m.project.Lead, m.project.LeadKind)),
		m.lead("papers.officer.place", m.pair("proposal.title.pair", m.project.Place, m.project.Ward)),
	}
	for i, text := range paragraphs(m.project.Summary) {
		if i == 0 {
			blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.say("papers.officer.own_words")), KeepWithNext: true})
		}
		blocks = append(blocks, paper.Paragraph{Text: paper.Words(text)})
	}
	var needs, activities, outcomes []string
	for _, n := range m.plan.Needs {
		needs = append(needs, m.needText(n))
	}
	for _, a := range m.plan.Activities {
		text := m.labelled(a.ID, m.pair("proposal.sentences.pair", m.sentence(oneLine(a.Title)), a.Detail))
		activities = append(activities, text)
	}
	for _, o := range m.plan.Outcomes {
		outcomes = append(outcomes, m.labelled(o.ID, o.Title))
	}
	blocks = append(blocks, m.leadList(m.say("papers.officer.needs"), needs, "proposal.need.decide")...)
	blocks = append(blocks, m.leadList(m.say("papers.officer.proposal"), activities, "proposal.activities.decide")...)
	blocks = append(blocks, m.leadList(m.say("papers.officer.outcomes"), outcomes, "proposal.outcomes.decide")...)
	lead := m.say("papers.officer.goals")
	if plan := oneLine(m.project.CouncilPlan); plan != "" {
		lead = m.say("papers.officer.goals.plan", with{"Plan": plan})
	}
	return append(append(blocks, m.leadList(lead, m.goalTexts(), "proposal.goals.decide")...), m.servingAll()...)
}

// servingAll names the activities that serve all three objectives at once.
func (m *maker) servingAll() []paper.Block {
	var all []model.ID
	for _, a := range m.plan.Activities {
		if len(insight.LineOfSight(m.plan, a.ID).Ahead.Objectives) == len(model.Objectives) {
			all = append(all, a.ID)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return []paper.Block{m.says("papers.officer.goals.all", with{"N": len(all), "List": insight.LabelsOf(m.words, m.plan, all)})}
}

func (m *maker) labelled(id model.ID, text string) string {
	return m.say("papers.officer.need", with{"Label": m.plan.Label(id), "Title": m.orUndecided(text)})
}

// needText is a need with its detail and what may be printed of how it is known.
func (m *maker) needText(n *model.Need) string {
	text := m.labelled(n.ID, m.pair("proposal.sentences.pair", m.sentence(oneLine(n.Title)), m.sentence(oneLine(n.Detail))))
	for _, e := range m.evidenceFor(n.ID) {
		says, count := m.saysOf(e)
		source := m.pair("proposal.title.pair", e.Source, m.words.Dates(e.From, e.Date))
		if source = m.pair("papers.officer.evidence.who", count, source); source != "" {
			says = m.say("papers.officer.evidence", with{"Says": says, "Source": source})
		}
		text = m.pair("proposal.sentences.pair", text, m.sentence(says))
	}
	return text
}

func (m *maker) goalTexts() []string {
	var all []string
	for _, g := range m.plan.Goals {
		key := "papers.officer.goal"
		servants := m.servants(g)
		if len(servants) == 0 {
			key += ".none"
		}
		if oneLine(g.Source) != "" {
			key += ".source"
		}
		all = append(all, m.say(key, with{"Goal": m.orUndecided(g.Title), "Source": oneLine(g.Source), "List": m.words.And(servants)}))
	}
	return all
}

// officerOptions lists the choices; doing nothing is always among them.
func (m *maker) officerOptions() []paper.Block {
	var texts []string
	for _, o := range m.allOptions() {
		row := m.optionRow(o)
		title, achieves, cost := row.Cells[0].String(), words.Capital(m.sentence(row.Cells[1].String())), ""
		if sum, basis := m.totals.OptionCost(o); sum != 0 || basis != insight.StatedBasis || o.Kind == model.DoNothing {
			cost = sum.String()
			if basis == insight.DirectBasis {
				cost = m.share(sum).String()
			}
		}
		key := "papers.officer.option"
		if cost == "" || o.Kind == model.Proposed && len(m.plan.Costs) == 0 {
			key += ".free"
		}
		texts = append(texts, m.say(key, with{"Title": title, "Achieves": achieves, "Cost": cost}))
	}
	blocks := []paper.Block{list(texts)}
	if len(m.plan.Options) == 0 {
		blocks = append(blocks, m.notYet("proposal.options.decide"))
	}
	return append(blocks, m.says("papers.officer.options.add"))
}

// consultation tells who was heard, what was said and what changed.
func (m *maker) consultation() []paper.Block {
	var texts []string
	for _, l := range m.heard() {
		who := m.orUndecided(m.pair("proposal.involved.who", l.Title, m.people(l.Who, l.HowMany)))
		text := m.sentence(who)
		if when := m.words.Dates(l.From, l.Date); when != "" {
			text = m.say("papers.officer.heard", with{"What": who, "When": when})
		}
		if heard := oneLine(l.Heard); heard != "" {
			text = m.pair("proposal.sentences.pair", text, m.sentence(m.say("papers.officer.heard.heard", with{"Text": heard})))
		}
		if changed := oneLine(l.Changed); changed != "" {
			text = m.pair("proposal.sentences.pair", text, m.sentence(m.say("papers.officer.heard.changed", with{"Text": changed})))
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return []paper.Block{m.notYet("proposal.involved.decide")}
	}
	return []paper.Block{list(texts), m.lead("proposal.involved.missing", m.missing(m.heard()))}
}

// finance says what it costs, by year, who pays, and the gap.
func (m *maker) finance() []paper.Block {
	t := m.totals
	var blocks []paper.Block
	if len(m.plan.Costs) == 0 {
		blocks = append(blocks, m.notYet("proposal.costs.decide"))
	} else {
		key := "papers.officer.cost"
		if t.Running == 0 {
			key += ".direct"
		}
		blocks = append(blocks, m.says(key, with{"Full": t.Full().String(), "Direct": t.Direct.String(), "Running": t.Running.String()}))
		if share := m.runningShare(); share != "" {
			blocks = append(blocks, m.lead("proposal.costs.share", share))
		}
		blocks = append(blocks, m.each())
	}
	if len(t.Years) > 1 {
		var years []string
		for i, y := range t.Years {
			years = append(years, m.say("papers.officer.year", with{"Year": i + 1, "Full": y.Full().String(), "Asked": y.Asked.String()}))
		}
		blocks = append(blocks, list(years))
	}
	var sources []string
	for _, f := range m.plan.Funding {
		sources = append(sources, m.sourceText(f))
	}
	blocks = append(blocks, m.leadList(m.say("papers.officer.funding"), sources, "proposal.funding.decide")...)
	if len(m.plan.Funding) > 0 {
		blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.secured())})
	}
	blocks = append(blocks, m.says("papers.officer.gap", with{"Gap": m.gapText()}))
	if t.InKind != 0 {
		blocks = append(blocks, m.says("papers.officer.in_kind", with{"Sum": t.InKind.String()}))
	}
	return append(blocks, m.says("papers.officer.finance.add"))
}

func (m *maker) gapText() string {
	if len(m.plan.Costs) == 0 {
		return m.say("proposal.undecided")
	}
	return m.totals.Gap().String()
}

func (m *maker) sourceText(f *model.Funding) string {
	status := m.say("papers.officer.status.undecided")
	if key := "proposal.funding." + string(f.Status); f.Status != "" && m.words.Has(key) {
		status = m.say(key)
	}
	key, note := "papers.officer.source", oneLine(f.Note)
	if note != "" {
		key += ".note"
	}
	return m.say(key, with{"Source": m.orUndecided(f.Source), "Sum": amountOf(f).String(), "Status": status, "Note": note})
}

// statementTexts are the group's statements of some kinds; one that is not written says so.
func (m *maker) statementTexts(kinds ...model.StatementKind) []string {
	var all []string
	for _, kind := range kinds {
		said := false
		for _, s := range m.written() {
			if s.Kind == kind {
				all = append(all, m.say("papers.officer.statement", with{"Title": m.statementTitle(kind), "Text": oneLine(s.Text)}))
				said = true
			}
		}
		if !said {
			all = append(all, m.say("papers.officer.statement.none", with{"Title": m.statementTitle(kind)}))
		}
	}
	return all
}

func (m *maker) legal() []paper.Block {
	return []paper.Block{m.says("papers.officer.legal.group"),
		list(m.statementTexts(model.Safeguarding, model.DataProtection, model.PapersHeld)), m.says("papers.officer.legal.add")}
}

func (m *maker) equality() []paper.Block {
	texts := m.statementTexts(model.Equality)
	var who []string
	for _, o := range m.plan.Outcomes {
		if w := oneLine(o.Who); w != "" && !slices.Contains(who, w) {
			who = append(who, w)
		}
	}
	if len(who) > 0 {
		texts = append(texts, m.say("papers.officer.equality.who", with{"List": m.words.Semicolons(who)}))
	}
	if missing := m.missing(m.heard()); missing != "" {
		texts = append(texts, m.sentence(m.say("papers.officer.equality.missing", with{"List": missing})))
	}
	return []paper.Block{list(texts), m.says("papers.officer.equality.add")}
}

// climate holds the statement on the environment and the activities that lead to a goal
// for it.
func (m *maker) climate() []paper.Block {
	var serving []model.ID
	for _, a := range m.plan.Activities {
		if slices.Contains(insight.LineOfSight(m.plan, a.ID).Ahead.Objectives, model.Environment) {
			serving = append(serving, a.ID)
		}
	}
	texts := m.statementTexts(model.EnvironmentalCare)
	if len(serving) > 0 {
		texts = append(texts, m.say("papers.officer.climate.served", with{"List": insight.LabelsOf(m.words, m.plan, serving)}))
	} else {
		texts = append(texts, m.say("papers.officer.climate.none"))
	}
	return []paper.Block{list(texts), m.says("papers.officer.climate.add")}
}

func (m *maker) officerRisks() []paper.Block {
	var texts []string
	for _, r := range m.plan.Risks {
		text := m.say("papers.officer.risk", with{"Title": m.orUndecided(r.Title),
			"Likelihood": m.choice("proposal.likelihood.", string(r.Likelihood), false).String(),
			"Effect":     m.choice("proposal.effect.", string(r.Effect), false).String()})
		if response := oneLine(r.Response); response != "" {
			text = m.pair("proposal.sentences.pair", text, m.sentence(m.say("papers.officer.risk.response", with{"Text": response})))
		}
		if owner := oneLine(r.Owner); owner != "" {
			text = m.pair("proposal.sentences.pair", text, m.say("papers.officer.risk.owner", with{"Owner": owner}))
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return []paper.Block{m.notYet("proposal.risks.decide")}
	}
	return []paper.Block{list(texts)}
}

func (m *maker) wards() []paper.Block {
	ward, place := oneLine(m.project.Ward), oneLine(m.project.Place)
	switch {
	case ward == "" && place == "":
		return []paper.Block{m.notYet("papers.officer.ward.decide")}
	case ward == "":
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.sentence(place))}, m.notYet("papers.officer.ward.decide")}
	case place == "":
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.sentence(ward))}}
	}
	return []paper.Block{m.says("papers.officer.ward", with{"Ward": ward, "Place": place})}
}

// officerMeasures are the measures with their targets, and the points of review.
func (m *maker) officerMeasures() []paper.Block {
	var texts []string
	for _, r := range m.measureRows() {
		if r.indicator == nil {
			continue
		}
		i, key := r.indicator, "papers.officer.measure"
		if oneLine(i.By) != "" {
			key += ".by"
		}
		texts = append(texts, m.say(key, with{"Label": r.label, "Title": m.orUndecided(i.Title), "By": oneLine(i.By),
			"Now": m.orUndecided(m.unit(i, i.Baseline)), "Target": m.orUndecided(m.unit(i, i.Target))}))
	}
	if len(texts) == 0 {
		return []paper.Block{m.notYet("proposal.measures.decide")}
	}
	return append([]paper.Block{list(texts)}, m.leadList(m.say("papers.officer.milestones"), m.milestoneTexts(), "")...)
}

// milestoneTexts are the points of the plan's time, with the council's part in them.
func (m *maker) milestoneTexts() []string {
	period := m.period()
	var all []string
	for _, ms := range m.plan.Milestones {
		text := m.say("proposal.timeline.sometime", with{"Title": m.orUndecided(ms.Title)})
		if ms.Month > 0 {
			when := words.Capital(m.say("proposal.timeline.month", with{"Month": ms.Month}))
			text = m.say("papers.officer.milestone", with{"When": m.pair("proposal.title.pair", when, m.words.Date(period.date(ms.Month))), "Title": m.orUndecided(ms.Title)})
		}
		if ms.Council {
			text = m.say("papers.officer.milestone.council", with{"Text": text})
		}
		if owner := oneLine(ms.Owner); owner != "" {
			text = m.say("papers.officer.milestone.owner", with{"Text": text, "Owner": owner})
		}
		all = append(all, m.sentence(text))
	}
	return all
}

// backgroundPapers are the group's proposal and the sources of what it says.
func (m *maker) backgroundPapers() []paper.Block {
	blocks := []paper.Block{list([]string{m.say("papers.officer.paper", with{"Name": m.name(), "Version": m.version()})})}
	var sources []string
	for _, e := range m.plan.Evidence {
		source := m.pair("proposal.title.pair", e.Source, m.words.Dates(e.From, e.Date))
		if !e.Private && oneLine(e.Source) != "" && !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	blocks = append(blocks, m.leadList(m.say("papers.officer.sources"), sources, "proposal.evidence.decide")...)
	if contact := oneLine(m.project.Contact); m.project.PrintContact && contact != "" {
		blocks = append(blocks, m.lead("papers.officer.contact", contact))
	}
	return blocks
}
