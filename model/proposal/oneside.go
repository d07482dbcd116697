package proposal

import (
	"slices"
	"strings"
	"unicode"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

// The widths of the chain's four columns and the gaps between them, in mm.
const (
	chainWidth = 37.8
	chainGap   = 7.6
	chainScale = 11 / 11.5 // the size cells are measured in, to that of the chain
)

// The widths of the columns of figures of the measures on a summary, in mm.
const (
	signNow    = 36
	signTarget = 40
)

// summarySize is the size of the words of a summary in points.
const summarySize = 13

func (m *maker) summaryFrame(doc *paper.Document) { doc.Subject = m.summaryKicker() }

func (m *maker) summaryKicker() string {
	if council := oneLine(m.project.Council); council != "" {
		return m.say("papers.summary.kicker", with{"Council": council})
	}
	return m.say("papers.summary.kicker.bare")
}

// oneSide is the summary: what is asked, the figures, the chain from needs to changes,
// who pays and how we will know, on one side.
func (m *maker) oneSide() []paper.Block {
	p := m.project
	committee := ""
	if name := oneLine(p.Committee); name != "" {
		committee = m.say("papers.summary.for", with{"Committee": name})
	}
	subtitle := m.pair("proposal.title.pair", m.pair("proposal.title.pair", p.Lead, committee), m.words.Date(p.Meeting))
	if subtitle == "" {
		subtitle = m.say("papers.summary.undecided")
	}
	return []paper.Block{
		paper.TitleBlock{Kicker: m.summaryKicker(), Title: m.name(), Subtitle: subtitle, Logo: m.logo()},
		m.decision(),
		m.figuresAcross(),
		paper.Section{ID: "chain", Title: m.say("papers.summary.chain"), Blocks: m.chain()},
		paper.Section{ID: "pays", Title: m.say("papers.summary.pays"), Blocks: m.whoPays()},
		paper.Section{ID: "signs", Title: m.signsTitle(), Blocks: m.signs()},
	}
}

// figuresAcross are the four figures a councillor looks for first.
func (m *maker) figuresAcross() paper.Block {
	k := paper.KeyFigures{Across: true}
	add := func(label, value string) {
		k.Items = append(k.Items, paper.Fact{Label: label, Value: m.figure(value)})
	}
	reached, each := m.say("papers.summary.reach", with{"N": m.totals.Reach}), m.say("papers.summary.each")
	if of := m.reachOf(); of != "" {
		reached, each = m.say("papers.summary.reach.other", with{"Of": of}), m.say("papers.summary.each.other")
	}
	reach, perPerson, full, asked := "", "", "", ""
	if m.totals.Reach > 0 {
		reach = model.GroupThousands(int64(m.totals.Reach))
	}
	fullLabel := m.say("papers.summary.full")
	if len(m.plan.Costs) > 0 {
		full, fullLabel = m.totals.Full().String(), m.fullLabel()
		if m.totals.Reach > 0 {
			perPerson = m.totals.PerPerson().String()
		}
	}
	if len(m.plan.Funding) > 0 {
		asked = m.totals.Asked.String()
	}
	add(reached, reach)
	add(m.say("papers.summary.asked"), asked)
	add(fullLabel, full)
	add(each, perPerson)
	return k
}

// fullLabel names the full cost and always says whether there is a gap.
func (m *maker) fullLabel() string {
	gap := m.totals.Gap()
	switch {
	case gap > 0:
		return m.say("papers.summary.full.gap", with{"Gap": gap.String()})
	case gap < 0:
		return m.say("papers.summary.full.over", with{"Over": (-gap).String()})
	}
	return m.say("papers.summary.full.nil")
}

// chain sets needs, activities and outcomes side by side, each column leading to the
// next, with the objectives that the area's outcomes serve.
func (m *maker) chain() []paper.Block {
	service, community := m.plan.ServiceOutcomes(), m.plan.CommunityOutcomes()
	columns := paper.Columns{Gap: chainGap, Keep: true, Chain: true}
	add := func(head string, lines []paper.Text) {
		column := paper.Column{Width: chainWidth, Blocks: []paper.Block{paper.Heading{Level: 3, Text: paper.Words(head)}}}
		for _, line := range m.firstOf(lines) {
			column.Blocks = append(column.Blocks, paper.Paragraph{Text: line, Small: true})
		}
		columns.Cols = append(columns.Cols, column)
	}
	add(m.say("proposal.need.col.need"), m.short(items(m.plan.Needs)))
	add(m.say("figure.map.head.activity"), m.short(items(m.plan.Activities)))
	add(figure.Head(m.plan, m.words, model.ServiceColumn, true), m.short(items(service)))
	lines := m.short(items(community))
	for i, o := range community {
		lines[i] = append(m.servedBy(o.ID), lines[i]...)
	}
	add(figure.Head(m.plan, m.words, model.CommunityColumn, true), lines)
	key := paper.Text{paper.Plain(m.say("papers.summary.key"))}
	for _, o := range model.Objectives {
		key = append(key, paper.Plain(" "), paper.Marked(objectiveMark(o), m.say("proposal.activities.key."+string(o))))
	}
	return []paper.Block{columns, paper.Paragraph{Text: key, Small: true}}
}

// servedBy are the marks of the objectives that a record leads to.
func (m *maker) servedBy(id model.ID) paper.Text {
	var text paper.Text
	for _, o := range insight.LineOfSight(m.plan, id).Ahead.Objectives {
		text = append(text, paper.MarkOnly(objectiveMark(o), m.say("proposal.activities.key."+string(o))))
	}
	return text
}

// short gives a line for each record: its title up to its natural break.
func (m *maker) short(list []model.Item) []paper.Text {
	lines := make([]paper.Text, len(list))
	for i, item := range list {
		lead, _ := splitLead(model.Title(item))
		if lead == "" {
			lines[i] = paper.Text{m.undecided()}
			continue
		}
		lines[i] = paper.Words(strings.TrimRight(lead, ";."))
	}
	return lines
}

// chainParting is the space between two things in a column, in lines.
const chainParting = 0.35

// firstOf leaves out what a column has no room for, and says how many.
func (m *maker) firstOf(lines []paper.Text) []paper.Text {
	if len(lines) == 0 {
		return []paper.Text{{m.undecided()}}
	}
	most, used := chainLines(m.shorten), 0.0
	for i, line := range lines {
		high := float64(measureCell(paper.Cell{Lines: []paper.Text{line}}).lines(chainWidth * chainScale))
		last := i == len(lines)-1
		if i > 0 && (used+high > most || !last && used+high+chainParting+1 > most) {
			rest := len(lines) - i
			more := m.say("papers.summary.more", with{"N": rest, "Number": m.words.Number(rest)})
			return append(lines[:i:i], paper.Text{paper.Muted(more)})
		}
		used += high + chainParting
	}
	return lines
}

// whoPays is the bar of money; the gap is a part of it.
func (m *maker) whoPays() []paper.Block {
	bar, any := figure.MoneyBar(m.plan, m.chart(tableWidth, summarySize))
	if !any {
		return []paper.Block{m.notYet("proposal.funding.decide")}
	}
	return []paper.Block{paper.Figure{Picture: bar}}
}

func (m *maker) signsTitle() string {
	switch months := m.project.Months; {
	case months > 0 && months%yearMonths == 0:
		n := months / yearMonths
		return m.say("papers.summary.signs.by", with{"Period": m.say("papers.years", with{"N": n, "Number": m.words.Number(n)})})
	case months > 0:
		return m.say("papers.summary.signs.by", with{"Period": m.say("papers.months", with{"N": months, "Number": m.words.Number(months)})})
	}
	return m.say("papers.summary.signs")
}

// signs are a few measures, where they stand and where they are to be, and what happens
// if the answer is no.
func (m *maker) signs() []paper.Block {
	answer := m.ifNothing()
	if m.shorten >= shortAnswer {
		answer = firstSentence(answer)
	}
	no := m.lead("papers.summary.no", answer)
	chosen := m.chooseSigns()
	if len(chosen) == 0 {
		return []paper.Block{m.notYet("proposal.measures.decide"), no}
	}
	t := paper.Table{Name: m.say("proposal.measures.table"), Keep: true, Cols: []paper.Col{
		{Names: true},
		{Head: m.say("proposal.measures.col.now"), Width: signNow, Align: paper.Right},
		{Head: m.say("proposal.measures.col.target"), Width: signTarget, Align: paper.Right},
	}}
	for _, i := range chosen {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			m.cell(i.Title), m.cell(bare(m.unit(i, i.Baseline))), m.strongCell(bare(m.unit(i, i.Target)))}})
	}
	return []paper.Block{t, no}
}

// bare is a value without what stands behind it in brackets.
func bare(value string) string {
	if i := strings.Index(value, " ("); i > 0 {
		return value[:i]
	}
	return value
}

// chooseSigns takes a few indicators from all over the list; those whose baseline and
// target are known come first, and of them those that need no other card to be understood:
// a summary has no labels.
func (m *maker) chooseSigns() []*model.Indicator {
	var known, rest []*model.Indicator
	for _, i := range m.plan.Indicators {
		_, now := insight.NumberIn(i.Baseline)
		_, target := insight.NumberIn(i.Target)
		if now && target {
			known = append(known, i)
		} else {
			rest = append(rest, i)
		}
	}
	if len(known) == 0 {
		known = rest
	}
	most := 5
	switch {
	case m.shorten >= shortTwo:
		most = 2
	case m.shorten >= shortSigns:
		most = 3
	}
	alone := slices.DeleteFunc(slices.Clone(known), func(i *model.Indicator) bool { return m.namesCard(i.Title) })
	if len(alone) >= most {
		known = alone
	}
	if len(known) <= most {
		return known
	}
	var chosen []*model.Indicator
	for i := range most {
		chosen = append(chosen, known[i*(len(known)-1)/(most-1)])
	}
	return chosen
}

// namesCard tells whether a text speaks of a card by its label: "of those who started (S4)".
func (m *maker) namesCard(text string) bool {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if _, found := m.plan.Labelled(word); found {
			return true
		}
	}
	return false
}
