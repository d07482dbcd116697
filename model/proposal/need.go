package proposal

import (
	"regexp"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/words"
)

func (m *maker) need() []paper.Block {
	var blocks []paper.Block
	if len(m.plan.Needs) == 0 {
		blocks = append(blocks, m.notYet("proposal.need.decide"))
	} else {
		if m.open == nil { // else the table is short enough to see it
			blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.needIntro()), KeepWithNext: true})
		}
		blocks = append(blocks, m.needTable())
	}
	return append(blocks, m.strengths()...)
}

// needIntro says how many needs there are, how far they are evidenced, and how old the
// evidence is.
func (m *maker) needIntro() string {
	known := 0
	for _, n := range m.plan.Needs {
		if len(m.evidenceFor(n.ID)) > 0 {
			known++
		}
	}
	all := len(m.plan.Needs)
	key, count := "proposal.need.intro.all", all
	switch known {
	case all:
	case 0:
		key = "proposal.need.intro.none"
	default:
		key, count = "proposal.need.intro.some", known
	}
	intro := m.say(key, with{"N": count, "Number": words.Capital(m.words.Number(all)), "Known": m.words.Number(known)})
	if age := m.evidenceAge(); age != "" {
		return m.say("proposal.need.intro.age", with{"Intro": intro, "Age": age})
	}
	return intro
}

// evidenceAge says from when the oldest evidence of needs is, which stays true until the
// paper is read; "" if one has no date.
func (m *maker) evidenceAge() string {
	var oldest model.Date
	count := 0
	for _, n := range m.plan.Needs {
		for _, e := range m.evidenceFor(n.ID) {
			date := e.Date
			count++
			if date.IsZero() {
				return ""
			}
			if oldest.IsZero() || date.Compare(oldest) < 0 {
				oldest = date
			}
		}
	}
	if oldest.IsZero() {
		return ""
	}
	return m.say("proposal.need.age", with{"N": count, "Date": m.words.Date(oldest)})
}

// evidenceFor lists what may be printed about a record.
func (m *maker) evidenceFor(id model.ID) []*model.Evidence {
	var all []*model.Evidence
	for _, e := range m.plan.Evidence {
		if !e.Private && slices.Contains(e.About, id) {
			all = append(all, e)
		}
	}
	return all
}

func (m *maker) needTable() paper.Block {
	t := paper.Table{Name: m.say("proposal.need.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.need.col.need"), Width: 58, Names: true},
		{Head: m.say("proposal.need.col.know")},
		{Head: m.say("proposal.need.col.source"), Width: 44},
	}}
	for _, n := range m.plan.Needs {
		evidence := m.evidenceFor(n.ID)
		first := paper.Row{Cells: []paper.Cell{m.labelCell(n.ID), m.needCell(n)}}
		if len(evidence) == 0 {
			none := paper.TextCell(paper.Muted(m.say("proposal.need.no_evidence")))
			none.Span = 2
			first.Cells = append(first.Cells, none)
		}
		for i, e := range evidence {
			if i == 0 {
				first.Cells = append(first.Cells, m.saysCell(e), m.sourceCell(e))
			}
		}
		t.Rows = append(t.Rows, first)
		for _, e := range evidence[min(1, len(evidence)):] {
			t.Rows = append(t.Rows, paper.Row{Kind: paper.RowSame,
				Cells: []paper.Cell{{}, {}, m.saysCell(e), m.sourceCell(e)}})
		}
	}
	fitColumns(&t, 1, 2, 3)
	return t
}

// needCell is a need's title in semibold, up to its natural break, with the detail
// behind it.
func (m *maker) needCell(n *model.Need) paper.Cell {
	lead, rest := splitLead(n.Title)
	if lead == "" {
		return m.cell("")
	}
	if detail := oneLine(n.Detail); detail != "" && m.shorten < shortDetail {
		if rest == "" {
			lead, rest = m.sentence(lead), detail
		} else {
			rest = m.pair("proposal.sentences.pair", m.sentence(rest), detail)
		}
	}
	line := paper.Text{paper.Strong(lead)}
	if rest != "" {
		line = append(line, paper.Plain(" "), paper.Plain(rest))
	}
	cell := paper.Cell{Lines: []paper.Text{line}}
	if m.full {
		if who := m.people(n.Who, n.HowMany); who != "" {
			cell.Lines = append(cell.Lines, paper.Text{paper.Muted(m.say("proposal.need.who", with{"Who": who}))})
		}
	}
	return cell
}

// sentence closes a text with a full stop, if nothing closes it yet.
func (m *maker) sentence(text string) string {
	if text == "" || strings.HasSuffix(strings.TrimRight(text, "”’\")"), ".") || strings.ContainsAny(text[len(text)-1:], ".?!;:") {
		return text
	}
	return m.say("proposal.sentence", with{"Text": text})
}

// saysCell is what a piece of evidence says, with the number of people unless it is said.
func (m *maker) saysCell(e *model.Evidence) paper.Cell {
	says, people := m.saysOf(e)
	if people != "" {
		says = m.say("proposal.need.people", with{"Says": says, "People": people})
	}
	return m.cell(says)
}

// saysOf is what a piece of evidence says, and the number of people unless that says it.
func (m *maker) saysOf(e *model.Evidence) (says, people string) {
	says = oneLine(e.Says)
	if count := model.GroupThousands(int64(e.People)); e.People > 1 && says != "" && !saysNumber(says, count) {
		people = m.say("proposal.need.count", with{"N": e.People, "Count": count})
	}
	return says, people
}

// year is a year of a date that a source says in its own words.
var year = regexp.MustCompile(`\b(19|20)\d\d\b`)

// sourceCell says where evidence comes from and its date, which a source may hold itself.
func (m *maker) sourceCell(e *model.Evidence) paper.Cell {
	source := oneLine(e.Source)
	dates := m.words.Dates(e.From, e.Date)
	if dates == "" && year.MatchString(source) {
		return paper.WordsCell(source)
	}
	if m.shorten >= shortSource {
		if i := strings.IndexAny(source, ",;("); i > 0 {
			source = strings.TrimSpace(source[:i])
		}
	}
	if dates != "" && saysDates(source, e.From, e.Date) {
		return paper.WordsCell(source)
	}
	if dates == "" && source != "" {
		return paper.WordsCell(m.say("proposal.need.undated", with{"Source": source}))
	}
	if source != "" {
		return paper.WordsCell(m.pair("proposal.title.pair", source, dates))
	}
	return paper.TextCell(paper.Muted(m.pair("proposal.title.pair", m.say("proposal.need.unsourced"), dates)))
}

// people says who and how many: "64 members", "64 people", "members".
func (m *maker) people(who string, howMany int) string {
	who = oneLine(who)
	count := model.GroupThousands(int64(howMany))
	switch {
	case howMany <= 0 || saysNumber(who, count):
		return who
	case who == "":
		return m.say("proposal.people", with{"N": howMany, "Count": count})
	}
	return m.say("proposal.people.who", with{"Count": count, "Who": who})
}

// strengths tells what there is to build on, in full also what each offers, and what
// happens if nothing is done.
func (m *maker) strengths() []paper.Block {
	nothing := [2]string{"proposal.nothing", m.ifNothing()}
	if !m.full || len(m.plan.Assets) == 0 {
		return m.leads([2]string{"proposal.strengths", m.dots(titles(m.plan.Assets))}, nothing)
	}
	var l paper.List
	for _, a := range m.plan.Assets {
		item := paper.Text{paper.Plain(oneLine(a.Title))}
		if offer := oneLine(a.Offer); offer != "" {
			item = paper.Text{paper.Strong(m.sentence(oneLine(a.Title))), paper.Plain(" "), paper.Plain(offer)}
		}
		l.Items = append(l.Items, item)
	}
	lead := paper.Paragraph{Text: paper.Text{paper.Strong(m.say("proposal.strengths"))}, KeepWithNext: true}
	return append([]paper.Block{lead, l}, m.leads(nothing)...)
}

// ifNothing is what happens if nothing is done: said by itself or as the option.
func (m *maker) ifNothing() string {
	if m.project.Nothing != "" {
		return m.project.Nothing
	}
	for _, o := range m.plan.Options {
		if o.Kind == model.DoNothing {
			return o.Achieves
		}
	}
	return ""
}
