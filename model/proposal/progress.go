package proposal

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/paper"
	"commonplan/model/words"
)

func (m *maker) progressFrame(doc *paper.Document) { doc.Subject = m.progressKicker() }

// progressKicker says at which time of the plan the paper looks.
func (m *maker) progressKicker() string {
	if m.date.IsZero() {
		return m.say("papers.progress.kicker")
	}
	if month := insight.MonthOf(m.plan, m.date); month > 0 {
		return m.say("papers.progress.kicker.month", with{"Month": month, "Date": m.words.Date(model.Date{Year: m.date.Year, Month: m.date.Month})})
	}
	return m.say("papers.progress.kicker.date", with{"Date": m.words.Date(m.date)})
}

// progress holds what was counted against the targets, in charts and in a table, with
// what was learnt.
func (m *maker) progress() []paper.Block {
	courses := insight.CoursesOf(m.plan)
	title := paper.TitleBlock{Kicker: m.progressKicker(), Title: m.progressTitle(courses), Logo: m.logo()}
	var blocks []paper.Block
	if len(courses) > 0 {
		title.Subtitle = m.say("papers.progress.key", with{"N": m.lastMonth(courses)})
		blocks = m.progressCharts(courses)
	} else {
		blocks = []paper.Block{m.notYet("proposal.measures.decide")}
	}
	blocks = append([]paper.Block{title}, blocks...)
	blocks = append(blocks, paper.Section{ID: "learnt", Title: m.say("papers.progress.learnt"), Blocks: m.learnt()})
	if timeline, any := m.timeline(); any {
		blocks = append(blocks, paper.Section{ID: "time", Title: m.say("papers.progress.time"), Blocks: []paper.Block{
			paper.Figure{Picture: timeline}, paper.Paragraph{Text: m.milestonesListed(), Small: true}}})
	}
	if len(courses) > 0 {
		blocks = append(blocks, paper.Section{ID: "figures", Title: m.say("papers.progress.table"), Blocks: m.progressTables(courses)})
	}
	return blocks
}

// tallestChart is how high a chart may be in mm to stand on a side under its heading.
const tallestChart = 220

// timeline shows how far the plan is, if a side has room for it.
func (m *maker) timeline() (figure.Picture, bool) {
	picture, any := figure.Timeline(m.plan, figure.TimelineOptions{ChartOptions: m.chart(tableWidth, 0),
		Months: m.period().months, Now: insight.MonthOf(m.plan, m.date), When: m.monthWords})
	return picture, any && picture.Height <= tallestChart
}

// milestonesListed names the milestones by their months, or says that there are none.
func (m *maker) milestonesListed() paper.Text {
	if text := m.milestoneText(m.period()); len(text) > 0 {
		return text
	}
	return paper.Text{paper.Strong(m.say("proposal.timeline.milestones.lead")), paper.Plain(" "), m.undecided()}
}

// progressTitle counts how many measures are on course, behind, or not to be told yet.
func (m *maker) progressTitle(courses []insight.Course) string {
	count := map[insight.CourseStatus]int{}
	counted := false
	for _, c := range courses {
		count[c.Status]++
		_, any := c.Latest()
		counted = counted || any
	}
	all := len(courses)
	switch {
	case all == 0:
		return m.say("papers.progress.title.none")
	case !counted:
		return m.say("papers.progress.title.nothing", with{"N": all, "Number": words.Capital(m.words.Number(all))})
	}
	said := []string{m.say("papers.progress.title.on_course", with{"N": count[insight.OnCourse], "All": all})}
	if n := count[insight.LittleBehind] + count[insight.Behind]; n > 0 {
		said = append(said, m.say("papers.progress.title.behind", with{"N": n}))
	}
	if n := count[insight.TooEarly]; n > 0 {
		said = append(said, m.say("papers.progress.title.too_early", with{"N": n}))
	}
	return m.words.Commas(said)
}

// lastMonth is the last month on the scale of the charts.
func (m *maker) lastMonth(courses []insight.Course) int {
	last := max(m.project.Months, 1)
	for _, c := range courses {
		last = max(last, int(c.By))
		for _, p := range c.Points {
			last = max(last, int(p.Month+.999))
		}
	}
	return last
}

// progressCharts are the charts of the measures in pairs, in the order of their outcomes.
func (m *maker) progressCharts(courses []insight.Course) []paper.Block {
	months := m.lastMonth(courses)
	var measures []figure.Measure
	for _, row := range m.measureRows() {
		if at := slices.IndexFunc(courses, func(c insight.Course) bool { return c.Indicator == row.indicator }); at >= 0 {
			measures = append(measures, figure.Measure{Course: courses[at], Label: row.label, Months: months,
				Value: func(value string) string { return bare(m.unit(row.indicator, value)) }})
		}
	}
	var charts []paper.Block
	for pair := range slices.Chunk(measures, 2) {
		charts = append(charts, figures(figure.Progress(m.chart(chartWidth, 0), pair...))...)
	}
	if m.print.Large > 0 {
		return charts
	}
	return pairs(charts)
}

// learnt tells of the reviews, the last first.
func (m *maker) learnt() []paper.Block {
	if len(m.plan.Reviews) == 0 {
		return []paper.Block{m.notYet("papers.progress.learnt.decide")}
	}
	reviews := slices.Clone(m.plan.Reviews)
	slices.SortStableFunc(reviews, func(a, b *model.Review) int { return b.Date.Compare(a.Date) })
	var blocks []paper.Block
	for _, r := range reviews {
		name := m.pair("proposal.title.pair", m.pair("proposal.title.pair", r.Title, r.Who), m.words.Date(r.Date))
		texts := []paper.Text{}
		for _, text := range paragraphs(r.Learnt) {
			texts = append(texts, paper.Words(text))
		}
		if len(texts) == 0 {
			texts = append(texts, paper.Text{m.undecided()})
		}
		if name != "" {
			texts[0] = append(paper.Text{paper.Strong(m.sentence(name)), paper.Plain(" ")}, texts[0]...)
		}
		for _, text := range texts {
			blocks = append(blocks, paper.Paragraph{Text: text})
		}
		blocks = append(blocks, m.lead("papers.progress.learnt.changes", r.Changes))
	}
	return blocks
}

// progressTables give the figures of the charts in words, and every reading.
func (m *maker) progressTables(courses []insight.Course) []paper.Block {
	t := paper.Table{Name: m.say("papers.progress.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("papers.progress.col.what"), Names: true},
		{Head: m.say("papers.progress.col.start"), Width: 25},
		{Head: m.say("papers.progress.col.latest"), Width: 36},
		{Head: m.say("papers.progress.col.target"), Width: 22},
		{Head: m.say("papers.progress.col.where"), Width: 30},
	}}
	for _, r := range m.measureRows() {
		if r.indicator == nil {
			none := paper.TextCell(paper.Muted(m.say("proposal.measures.none")))
			none.Span = len(t.Cols) - 1
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{paper.TextCell(paper.ID(r.label)), none}})
			continue
		}
		c := courses[slices.IndexFunc(courses, func(c insight.Course) bool { return c.Indicator == r.indicator })]
		i := r.indicator
		latest := paper.TextCell(paper.Muted(m.say("papers.progress.no_reading")))
		if p, any := c.Latest(); any {
			latest = m.cell(m.say("papers.progress.latest", with{"Value": m.unit(i, p.Text), "Date": m.words.Date(p.Reading.Date)}))
		}
		row := paper.Row{Cells: []paper.Cell{paper.TextCell(paper.ID(r.label)), m.cell(i.Title), m.cell(m.unit(i, i.Baseline)), latest,
			m.strongCell(m.unit(i, i.Target)), paper.WordsCell(m.say("chart.progress.status." + string(c.Status)))}}
		if r.same {
			row.Kind, row.Cells[0] = paper.RowSame, paper.Cell{}
		}
		t.Rows = append(t.Rows, row)
	}
	fitColumns(&t, 1, 2, 3, 5)
	blocks := []paper.Block{t, small(m.say("papers.progress.status"))}
	return append(blocks, m.counted(courses)...)
}

// counted lists every reading with its date and note, a row for each measure.
func (m *maker) counted(courses []insight.Course) []paper.Block {
	t := paper.Table{Name: m.say("papers.progress.counted"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("papers.progress.col.what"), Width: 60, Names: true},
		{Head: m.say("papers.progress.col.counted")},
	}}
	for _, c := range courses {
		var list []string
		for _, r := range m.plan.Readings {
			if r.Indicator != c.Indicator.ID {
				continue
			}
			said := m.pair("papers.progress.reading", m.words.Date(r.Date), m.unit(c.Indicator, r.Value))
			if note := oneLine(r.Note); note != "" {
				said = m.say("papers.progress.note", with{"Text": said, "Note": strings.TrimRight(note, ".")})
			}
			list = append(list, said)
		}
		if len(list) > 0 {
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
				m.labelCell(c.Indicator.Outcome), m.cell(c.Indicator.Title), m.cell(m.words.Semicolons(list))}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []paper.Block{m.heading("papers.progress.counted"), t}
}
