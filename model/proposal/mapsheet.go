package proposal

import (
	"slices"
	"strconv"
	"strings"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

// Size is the size of the sheet a map is printed on.
type Size string

// The sizes.
const (
	A4 Size = "A4"
	A3 Size = "A3"
)

// How high the map may be in mm: alone under its title, and on one of several sheets.
const (
	mapOnA3   = 214
	mapOnA4   = 144
	partOnA3  = 236
	partOnA4  = 160
	longestBy = 60 // letters of evidence on a card
)

// The widths of the two texts under the map, and between them: parts of its width.
const (
	besideWidth = 94
	besideGap   = 6
)

func (m *maker) mapFrame(doc *paper.Document) {
	doc.Format = paper.OnTheSide
	if m.size == A3 {
		doc.Format = paper.Poster
	}
	doc.Subject = m.say("papers.map.subject")
	doc.Footer.Notes = []string{doc.Footer.Version}
	doc.Footer.Version = m.mapFigures()
}

// mapFigures are the plan's figures in a line, as far as they are known.
func (m *maker) mapFigures() string {
	var all []string
	if len(m.plan.Costs) > 0 {
		all = append(all, m.say("papers.map.full", with{"Sum": m.totals.Full().String()}))
	}
	if m.totals.Asked > 0 {
		all = append(all, m.say("papers.map.asked", with{"Sum": m.totals.Asked.String()}))
	}
	if m.totals.Reach > 0 {
		all = append(all, m.people(m.reachOf(), m.totals.Reach))
	}
	return m.dots(all)
}

// mapSheet is the map to hang up: on one sheet if it fits, else on several with a key,
// and then in words.
func (m *maker) mapSheet() []paper.Block {
	subtitle := m.say("papers.map.line")
	if place := oneLine(m.project.Place); place != "" {
		subtitle = m.say("papers.map.line.place", with{"Place": place})
	}
	title := paper.TitleBlock{Title: m.say("papers.map.title", with{"Name": m.name()}), Subtitle: subtitle}
	blocks := []paper.Block{title}
	if m.print.Large > 0 {
		return append(blocks, m.largeMap()...)
	}
	if m.asPoster {
		return m.poster(title)
	}
	parts, whole := cutMap(m.plan, m.drawSheet)
	if len(parts) == 1 && whole {
		blocks = append(blocks, paper.Figure{Picture: parts[0].picture}, m.besideMap())
	} else {
		blocks = append(blocks, m.mapKey(parts, whole)...)
		blocks = append(blocks, m.besideMap())
		for i, part := range parts {
			blocks = append(blocks, paper.Section{ID: partID(i), Title: m.partTitle(i, parts), Break: paper.NewPage,
				Blocks: []paper.Block{paper.Figure{Picture: part.picture}}})
		}
	}
	return append(blocks, m.mapInWords())
}

func partID(i int) string { return "part-" + strconv.Itoa(i+1) }

// drawSheet draws the whole map or some cards of it, with what is known on each card if
// there is room for it.
func (m *maker) drawSheet(only func(model.ID) bool) (figure.Picture, bool) {
	o := figure.MapOptions{Words: m.words, Metrics: metrics.Of(m.print.Typeface), Only: only, Side: true, Height: mapOnA4}
	if only != nil {
		o.Height = partOnA4
	}
	if m.size == A3 {
		o.Side, o.Poster, o.Height = false, true, mapOnA3
		if only != nil {
			o.Height = partOnA3
		}
		o.Detail = m.cardDetail
		if picture, notes := figure.Map(m.plan, o); notes.Fits {
			return picture, true
		}
		o.Detail = nil
	}
	picture, notes := figure.Map(m.plan, o)
	return picture, notes.Fits
}

// cardDetail is one line more for a card: what shows a need, what an activity costs, the
// sign of an outcome, where the council's plan has a goal.
func (m *maker) cardDetail(id model.ID) string {
	switch item := m.plan.Item(id).(type) {
	case *model.Need:
		for _, e := range m.evidenceFor(id) {
			if says := oneLine(e.Says); says != "" && len([]rune(says)) <= longestBy {
				return strings.TrimRight(says, ".")
			}
		}
	case *model.Activity:
		if costs := m.totals.Of(id); costs.Direct != 0 {
			return m.share(costs.Direct).String()
		}
	case *model.Outcome:
		for _, i := range m.plan.Indicators {
			if i.Outcome == id {
				return m.fromTo(i)
			}
		}
	case *model.Goal:
		return oneLine(item.Source)
	}
	return ""
}

// fromTo is what an indicator counts, where it stands and where it is to be: "Say they feel
// lonely: 41% to 25%".
func (m *maker) fromTo(i *model.Indicator) string {
	now, target := bare(m.unit(i, i.Baseline)), bare(m.unit(i, i.Target))
	_, known := insight.NumberIn(now)
	switch {
	case target == "":
		return ""
	case !known:
		return m.say("papers.map.target", with{"Measure": oneLine(i.Title), "Target": target})
	}
	return m.say("papers.map.from_to", with{"Measure": oneLine(i.Title), "Now": unbroken(now), "Target": unbroken(target)})
}

// unbroken keeps a short value on one line.
func unbroken(value string) string {
	const short = 12 // letters
	if len(value) > short {
		return value
	}
	return strings.ReplaceAll(value, " ", "\u00a0")
}

// besideMap says what there is already and how the work is done.
func (m *maker) besideMap() paper.Block {
	column := func(key string, titles []string) paper.Column {
		text := paper.Text{paper.Strong(m.say(key)), paper.Plain(" ")}
		if len(titles) == 0 {
			text = append(text, m.undecided())
		} else {
			text = append(text, paper.Plain(m.dots(titles)))
		}
		return paper.Column{Width: besideWidth, Blocks: []paper.Block{paper.Paragraph{Text: text, Small: true}}}
	}
	return paper.Columns{Gap: besideGap, Keep: true, Cols: []paper.Column{
		column("papers.map.have", titles(m.plan.Assets)), column("papers.map.quality", titles(m.plan.Qualities))}}
}

// mapKey says which sheet has which activities, and leads there.
func (m *maker) mapKey(parts []mapPart, whole bool) []paper.Block {
	n := len(parts)
	if n == 0 {
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.say("papers.map.none"))}}
	}
	blocks := []paper.Block{paper.Paragraph{Text: paper.Words(m.say("papers.map.parts", with{"N": n, "Number": m.words.Number(n)})), KeepWithNext: true}}
	var key paper.List
	for i := range parts {
		item := paper.Text{{Text: m.partTitle(i, parts), Link: "#" + partID(i)}}
		if names := m.partActivities(parts[i]); len(names) > 0 {
			item[0].Text = m.say("papers.map.part.key", with{"Part": i + 1, "Parts": n})
			item = append(item, paper.Plain(" "), paper.Plain(m.sentence(m.words.Semicolons(names))))
		}
		key.Items = append(key.Items, item)
	}
	blocks = append(blocks, key)
	if !whole {
		blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.say("papers.map.left"))})
	}
	return blocks
}

// partActivities are a sheet's activities, with their labels.
func (m *maker) partActivities(part mapPart) []string {
	var names []string
	for _, a := range m.plan.Activities {
		if title := oneLine(a.Title); part.cards[a.ID] && title != "" {
			names = append(names, m.say("papers.map.part.activity", with{"Label": m.plan.Label(a.ID), "Title": title}))
		}
	}
	return names
}

// partTitle names a sheet by its place and its activities.
func (m *maker) partTitle(i int, parts []mapPart) string {
	var labels []string
	for _, a := range m.plan.Activities {
		if parts[i].cards[a.ID] {
			labels = append(labels, m.plan.Label(a.ID))
		}
	}
	key := "papers.map.part"
	if len(labels) == 0 {
		key = "papers.map.part.rest"
	}
	return m.say(key, with{"Part": i + 1, "Parts": len(parts), "List": m.words.And(labels)})
}

// wordColumns is how many columns the map in words has.
const wordColumns = 3

// mapInWords tells every line of sight in a sentence, card by card.
func (m *maker) mapInWords() paper.Block {
	section := paper.Section{ID: "words", Title: m.say("papers.map.words"), Break: paper.NewPage}
	lines := m.sightLines()
	if len(lines) == 0 {
		section.Blocks = []paper.Block{m.notYet("proposal.links.decide")}
		return section
	}
	total := 0
	for _, line := range lines {
		total += len(line.String()) + 30
	}
	columns := paper.Columns{Gap: 8}
	used, at := 0, 0
	for c := range wordColumns {
		var blocks []paper.Block
		for at < len(lines) && (used*wordColumns < total*(c+1) || c == wordColumns-1) {
			blocks = append(blocks, paper.Paragraph{Text: lines[at]})
			used += len(lines[at].String()) + 30
			at++
		}
		columns.Cols = append(columns.Cols, paper.Column{Width: 80, Blocks: blocks})
	}
	section.Blocks = []paper.Block{columns}
	return section
}

// sightLines gives a sentence for every card: where it leads, and what it reaches then.
func (m *maker) sightLines() []paper.Text {
	var lines []paper.Text
	for _, card := range slices.Concat(m.plan.List(model.TypeNeed), m.plan.List(model.TypeActivity), items(m.plan.Outcomes), items(m.plan.Goals)) {
		id := card.Head().ID
		lines = append(lines, paper.Text{paper.ID(m.plan.Label(id)), paper.Plain(" "),
			paper.Strong(strings.TrimRight(m.orUndecided(model.Title(card)), ".")), paper.Plain(" "), paper.Plain(m.sightSentence(card))})
	}
	return lines
}

func (m *maker) sightSentence(card model.Item) string {
	id := card.Head().ID
	if _, isGoal := card.(*model.Goal); isGoal {
		var from []string
		for _, link := range m.plan.To(id) {
			from = append(from, figure.EndOf(m.plan, m.words, link.From, link))
		}
		if len(from) == 0 {
			return m.say("papers.map.unreached")
		}
		return m.say("papers.map.reached", with{"List": m.words.And(from)})
	}
	direct := cardSet{}
	var to, further []string
	for _, link := range m.plan.From(id) {
		direct[link.To] = true
		to = append(to, figure.EndOf(m.plan, m.words, link.To, link))
	}
	ahead := insight.LineOfSight(m.plan, id).Ahead
	for _, ids := range [][]model.ID{ahead.Activities, ahead.Outcomes, ahead.Goals} {
		for _, far := range ids {
			if !direct[far] && far != id {
				further = append(further, m.plan.Label(far))
			}
		}
	}
	switch {
	case len(to) == 0:
		return m.say("papers.map.leads.nothing")
	case len(further) == 0:
		return m.say("papers.map.leads", with{"List": m.words.And(to)})
	}
	return m.say("papers.map.leads.further", with{"N": len(to), "List": m.words.And(to), "Further": m.words.And(further)})
}
