package proposal

import (
	"slices"
	"strconv"
	"strings"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

// Large print says some things in another way, because a page holds a quarter of the
// words: the map one path at a time, costs by activity before their lines, and the
// timeline as a list of months. All else is the same blocks, set larger.

// The room for a drawing on a page of large print of any size, in mm: the largest has a
// foot of several lines.
const (
	largeWidth  = tableWidth
	largeHeight = 208
)

// introHeight is how high about is what stands before the first path on the sheet of the
// map, in mm: larger words take more lines, and each line is higher.
func introHeight(size float64) float64 { return 56 * (size / 18) * (size / 18) }

// largeMap is the sheet of the map below its title, path by path. In print larger than
// usual the first path has no room there: what stands beside the map does.
func (m *maker) largeMap() []paper.Block {
	if m.print.Large <= paper.LargeUsual {
		return append(m.paths(largeHeight-introHeight(m.print.Large)), m.besideMap(), m.mapInWords())
	}
	return append(append([]paper.Block{m.besideMap()}, m.paths(largeHeight)...), m.mapInWords())
}

// paths is the map one path at a time; where there are too many, the outcomes in a table.
// The first path is drawn for what room there is below other things, in mm.
func (m *maker) paths(first float64) []paper.Block {
	paths, whole := figure.Paths(m.plan)
	if !whole {
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.say(m.inPaper("proposal.outcomes.moved"))), KeepWithNext: true}, m.outcomeTable(m.full)}
	}
	blocks := []paper.Block{paper.Paragraph{Text: paper.Words(m.say("proposal.large.paths", with{"N": len(paths), "Number": m.words.Number(len(paths))}))}}
	for i, path := range paths {
		o := figure.SightOptions{Words: m.words, Metrics: metrics.Of(m.print.Typeface), Width: largeWidth, Height: largeHeight, Size: m.print.Large}
		if i == 0 {
			o.Height = first
		}
		picture := figure.LineOfSight(m.plan, path, o)
		blocks = append(blocks, paper.Figure{Picture: picture})
	}
	return blocks
}

// largeCosts sets the costs by activity, then who pays, then the lines of each activity.
func (m *maker) largeCosts() []paper.Block {
	if len(m.plan.Costs) == 0 {
		return append([]paper.Block{m.notYet("proposal.costs.decide")}, m.funding()...)
	}
	lines := m.costLines()
	var blocks []paper.Block
	if len(m.plan.Activities) == 0 {
		blocks = append(blocks, m.costTable())
		lines = nil
	} else {
		if len(lines) > 0 {
			blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.say("proposal.large.costs")), KeepWithNext: true})
		}
		blocks = append(blocks, m.costsByActivity())
	}
	if len(m.totals.Years) > mostYearsAcross {
		blocks = append(blocks, m.yearsTable())
	}
	return append(append(blocks, m.funding()...), lines...)
}

// costLines lists the lines of direct cost, under a heading for each activity.
func (m *maker) costLines() []paper.Block {
	var blocks []paper.Block
	lines := m.lines(model.Direct)
	for first := 0; first < len(lines); {
		last := first + 1
		for last < len(lines) && slices.Equal(lines[last].activities, lines[first].activities) {
			last++
		}
		t := paper.Table{Name: m.say("proposal.costs.table"), Cols: []paper.Col{
			{Head: m.say("proposal.costs.col.cost"), Names: true},
			{Head: m.say("proposal.costs.col.sum"), Width: moneyWidth, Align: paper.Right}}}
		for _, l := range lines[first:last] {
			t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{m.cell(m.pair("proposal.title.pair", l.name, m.workings(l))), m.money(l.sum)}})
		}
		blocks = append(blocks, paper.Heading{Level: 3, Text: m.whatFor(lines[first])}, t)
		first = last
	}
	return blocks
}

// whatFor names the activities that lines of cost are for.
func (m *maker) whatFor(l line) paper.Text {
	ids := m.inOrder(l.activities)
	if len(ids) == 0 {
		return paper.Words(m.say("proposal.large.costs.all"))
	}
	var text paper.Text
	for i, id := range ids {
		if i > 0 {
			text = append(text, paper.Plain(m.say("proposal.dot")))
		}
		text = append(text, paper.ID(m.plan.Label(id)))
		if title := oneLine(model.Title(m.plan.Item(id))); title != "" {
			text = append(text, paper.Plain(" "+title))
		}
	}
	return text
}

// months is the timeline as a list: for each month in which something begins, ends or
// is reached, what it is.
func (m *maker) months(p period) []paper.Block {
	var items []paper.Text
	for month := 1; month <= p.months; month++ {
		if happens := m.inMonth(month); len(happens) > 0 {
			items = append(items, paper.Text{paper.Strong(m.monthName(p, month)), paper.Plain(" "), paper.Plain(strings.Join(happens, " "))})
		}
	}
	for _, ms := range m.plan.Milestones {
		if ms.Month == 0 {
			items = append(items, paper.Words(m.sentence(m.say("proposal.timeline.sometime", with{"Title": m.milestoneName(ms)}))))
		}
	}
	var blocks []paper.Block
	if len(items) > 0 {
		blocks = append(blocks, m.heading("proposal.large.months"), paper.List{Items: items})
	}
	if runs := m.runs(p); runs != "" {
		blocks = append(blocks, paper.Paragraph{Text: paper.Words(runs)})
	}
	return blocks
}

// monthName says which month of the plan it is, and of the calendar if that is known.
func (m *maker) monthName(p period, month int) string {
	date := p.date(month)
	if date.IsZero() {
		return m.say("proposal.large.month", with{"Month": strconv.Itoa(month)})
	}
	return m.say("proposal.large.month.date", with{"Month": strconv.Itoa(month), "Date": m.words.Date(model.Date{Year: date.Year, Month: date.Month})})
}

// monthNumbers says months where a column’s head says that they are: "4 to 5 and 7".
func (m *maker) monthNumbers(months model.Months) string {
	var all []string
	for _, span := range months.Spans() {
		if span.First == span.Last {
			all = append(all, strconv.Itoa(span.First))
		} else {
			all = append(all, m.say("proposal.large.span", with{"From": span.First, "To": span.Last}))
		}
	}
	if len(all) == 0 {
		return m.say("proposal.undecided")
	}
	return m.words.And(all)
}

// inMonth says what happens in a month of the plan.
func (m *maker) inMonth(month int) []string {
	var begin, end, all []string
	for _, a := range m.plan.Activities {
		label := m.plan.Label(a.ID)
		for _, span := range a.Months.Spans() {
			if span.First == month {
				begin = append(begin, label)
			}
			if span.Last == month {
				end = append(end, label)
			}
		}
	}
	if len(begin) > 0 {
		all = append(all, m.sentence(m.say("proposal.large.begin", with{"N": len(begin), "List": m.words.And(begin)})))
	}
	for _, ms := range m.plan.Milestones {
		if ms.Month == month {
			all = append(all, m.sentence(m.milestoneName(ms)))
		}
	}
	if len(end) > 0 {
		all = append(all, m.sentence(m.say("proposal.large.end", with{"N": len(end), "List": m.words.And(end)})))
	}
	return all
}

// milestoneName is a milestone with its owner, if it has one.
func (m *maker) milestoneName(ms *model.Milestone) string {
	if owner := oneLine(ms.Owner); owner != "" {
		return m.say("proposal.timeline.owner", with{"Title": oneLine(ms.Title), "Owner": owner})
	}
	return oneLine(ms.Title)
}
