package proposal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/paper"
)

func (m *maker) measures() []paper.Block {
	if len(m.plan.Indicators) == 0 {
		return []paper.Block{m.notYet("proposal.measures.decide")}
	}
	rows := m.measureRows()
	by := paper.Col{Head: m.say("proposal.measures.col.by"), Width: 22}
	inMonths := allInMonths(m.plan.Indicators)
	if inMonths {
		by = paper.Col{Head: m.say("proposal.measures.col.month"), Width: 13, Align: paper.Right}
	}
	t := paper.Table{Name: m.say("proposal.measures.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.measures.col.what"), Names: true},
		{Head: m.say("proposal.measures.col.now"), Width: 27},
		{Head: m.say("proposal.measures.col.target"), Width: 21},
		by,
	}}
	how := m.shorten < shortMeasures
	if how {
		t.Cols = append(t.Cols, paper.Col{Head: m.say("proposal.measures.col.how"), Width: 34})
	}
	for _, r := range rows {
		if r.indicator == nil && m.leave("measures.none") {
			continue
		}
		t.Rows = append(t.Rows, m.measureRow(r, inMonths, how, len(t.Cols)))
	}
	hugColumns(&t, 2, 3, 4)
	if how {
		fitColumns(&t, 1, len(t.Cols)-1)
	}
	open := map[int]string{2: "measures.now", 3: "measures.target", 4: "measures.by"}
	if how {
		open[len(t.Cols)-1] = "measures.how"
	}
	blocks := []paper.Block{m.leaveEmpty(t, open)}
	if m.full {
		blocks = append(blocks, m.readings()...)
	}
	return blocks
}

// measure is a row of the table: an indicator, or an outcome that has none yet.
type measure struct {
	label     string
	indicator *model.Indicator
	same      bool // of the same outcome as the row before
}

func (m *maker) measureRows() []measure {
	var rows []measure
	taken := map[model.ID]bool{}
	for _, o := range m.plan.Outcomes {
		none := true
		for _, i := range m.plan.Indicators {
			if i.Outcome == o.ID {
				rows = append(rows, measure{label: m.plan.Label(o.ID), indicator: i, same: !none})
				none, taken[i.ID] = false, true
			}
		}
		if none {
			rows = append(rows, measure{label: m.plan.Label(o.ID)})
		}
	}
	for _, i := range m.plan.Indicators {
		if !taken[i.ID] {
			rows = append(rows, measure{label: m.plan.Label(i.ID), indicator: i})
		}
	}
	return rows
}

func (m *maker) measureRow(r measure, inMonths, how bool, columns int) paper.Row {
	i := r.indicator
	if i == nil {
		none := paper.TextCell(paper.Muted(m.say("proposal.measures.none")))
		none.Span = columns - 1
		return paper.Row{Cells: []paper.Cell{paper.TextCell(paper.ID(r.label)), none}}
	}
	by := oneLine(i.By)
	if inMonths {
		by = monthOf(by)
	}
	row := paper.Row{Cells: []paper.Cell{
		paper.TextCell(paper.ID(r.label)), m.cell(i.Title), m.cell(m.unit(i, i.Baseline)),
		m.strongCell(m.unit(i, i.Target)), m.cell(by)}}
	if r.same {
		row.Kind, row.Cells[0] = paper.RowSame, paper.Cell{}
	}
	if how {
		row.Cells = append(row.Cells, m.cell(m.pair("proposal.measures.how", i.Method, i.Who)))
	}
	return row
}

// longestSign is the longest unit that is a sign, such as "m²" or "kg". A unit in words
// is said by the indicator's title.
const longestSign = 3

// unit puts an indicator's unit behind a bare number. A value that says more stays as
// it is.
func (m *maker) unit(i *model.Indicator, value string) string {
	value, unit := oneLine(value), oneLine(i.Unit)
	if unit == "" || utf8.RuneCountInString(unit) > longestSign || !bareNumber(value) {
		return value
	}
	if strings.HasPrefix(unit, "%") || unit == "°C" {
		return value + unit
	}
	if unit == "£" {
		return unit + value
	}
	return m.say("proposal.measures.unit", with{"Value": value, "Unit": unit})
}

func bareNumber(value string) bool {
	return value != "" && strings.Trim(value, "0123456789.,") == ""
}

// monthOf gives the number of "month 12"; "" if a text says no month so.
func monthOf(by string) string {
	lower := strings.ToLower(oneLine(by))
	if number, ok := strings.CutPrefix(lower, "month "); ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return number
	}
	return ""
}

func allInMonths(indicators []*model.Indicator) bool {
	for _, i := range indicators {
		if by := oneLine(i.By); by != "" && monthOf(by) == "" {
			return false
		}
	}
	return true
}

// readings lists what was measured so far; nothing if nothing was.
func (m *maker) readings() []paper.Block {
	if len(m.plan.Readings) == 0 {
		return nil
	}
	t := paper.Table{Name: m.say("proposal.readings.table"), Cols: []paper.Col{
		{Width: 9},
		{Head: m.say("proposal.readings.col.what"), Names: true},
		{Head: m.say("proposal.readings.col.date"), Width: 38},
		{Head: m.say("proposal.readings.col.value"), Width: 28},
		{Head: m.say("proposal.readings.col.note"), Width: 45},
	}}
	for _, i := range m.plan.Indicators {
		first := true
		for _, r := range m.plan.Readings {
			if r.Indicator != i.ID {
				continue
			}
			row := paper.Row{Cells: []paper.Cell{m.labelCell(i.ID), m.cell(i.Title)}}
			if !first {
				row = paper.Row{Kind: paper.RowSame, Cells: []paper.Cell{{}, {}}}
			}
			row.Cells = append(row.Cells, m.cell(m.words.Date(r.Date)), m.strongCell(m.unit(i, r.Value)), optional(r.Note))
			t.Rows, first = append(t.Rows, row), false
		}
	}
	blocks := []paper.Block{m.heading("proposal.readings"), t}
	courses := slices.DeleteFunc(insight.CoursesOf(m.plan), func(c insight.Course) bool { return len(c.Points) == 0 })
	if len(courses) == 0 {
		return blocks
	}
	blocks = append(blocks, m.says("papers.progress.key", with{"N": m.lastMonth(courses)}))
	return append(blocks, m.progressCharts(courses)...)
}

// optional is a cell for what need not be there.
func optional(text string) paper.Cell { return paper.WordsCell(oneLine(text)) }

func (m *maker) heading(key string) paper.Block {
	return paper.Heading{Level: 3, Text: paper.Words(m.say(key))}
}
