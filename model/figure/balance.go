package figure

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// The measures of the grid of activities in mm.
const (
	gridRow    = 7.2
	gridCell   = 9.5 // the most a cell is wide
	gridLeast  = 6.2 // the least: more activities have no room
	gridNames  = 40  // the names of the rows
	gridCount  = 17  // how many there are, at the right
	gridInset  = 0.5 // from a cell's edge to its box
	gridGroup  = 2.4 // more before a group of rows
	gridNoDash = 1.1 // half the dash of what is not served
)

// gridLine is a row of the grid: what it is about, and the activities that have it.
type gridLine struct {
	objective model.Objective // its mark stands before the name; "" is none
	name      string
	has       []model.ID
	group     string // the head of the rows from here on; "" goes on
}

// BalanceGrid shows which activities serve each of the three objectives and each of the
// five ways to well-being. A plan without activities, or with more than have room, has
// none: false.
func BalanceGrid(plan *model.Plan, o ChartOptions) (Picture, bool) {
	pictures := inLargePrint(o, func(o ChartOptions) []Picture { return newChart(o).balanceGrid(plan) })
	if len(pictures) == 0 {
		return Picture{}, false
	}
	return pictures[0], true
}

func (c *chartMaker) gridLines(plan *model.Plan) []gridLine {
	balance := insight.BalanceOf(plan)
	var lines []gridLine
	for _, share := range balance.Objectives {
		lines = append(lines, gridLine{objective: share.Value, name: c.objectiveName(share.Value), has: share.Activities})
	}
	if len(lines) > 0 {
		lines[0].group = c.say("chart.balance.objectives")
	}
	ways := len(lines)
	for _, share := range balance.Ways {
		lines = append(lines, gridLine{name: strings.ToLower(c.say("choice.way." + string(share.Value))), has: share.Activities})
	}
	if len(lines) > ways {
		lines[ways].group = c.say("chart.balance.ways")
	}
	return lines
}

func (c *chartMaker) balanceGrid(plan *model.Plan) []Picture {
	n := len(plan.Activities)
	if n == 0 || (c.o.Width-gridNames-gridCount)/float64(n) < max(gridLeast, c.width("A10", c.small, true)+1) {
		return nil
	}
	cell := min((c.o.Width-gridNames-gridCount)/float64(n), max(gridCell, c.width("A10", c.small, true)+2))
	right := gridNames + cell*float64(n)
	alt := []string{c.say("chart.balance.alt", words.With{"N": n})}
	y := 0.0
	for i, line := range c.gridLines(plan) {
		if line.group != "" {
			if i > 0 {
				y += gridGroup
			}
			c.text(0, y+leading(c.small)*0.75, line.group, c.small, true, accent, Left)
			y += leading(c.small) + 0.8
			alt = append(alt, line.group+":")
		}
		c.add(straight(0, y, c.o.Width, y, Stroke{Colour: hair, Width: 0.35 * mmPerPoint}))
		c.gridRow(plan, line, y, cell)
		count := c.say("chart.balance.count", words.With{"N": len(line.has), "All": n})
		c.text(right+2.5, y+gridRow/2+middle(c.size), count, c.size, true, ink, Left)
		y += gridRow
		alt = append(alt, c.gridAlt(plan, line))
	}
	return []Picture{{Width: c.o.Width, Height: y + 0.3, Title: c.say("chart.balance.title"), Alt: strings.Join(alt, " "), Shapes: c.shapes}}
}

// gridRow draws the name of a row and a box for each activity that has it, with its
// number; a short dash for each that has not.
func (c *chartMaker) gridRow(plan *model.Plan, line gridLine, y, cell float64) {
	mid, x := y+gridRow/2, 0.0
	fill := ink
	if line.objective != "" {
		fill = objectiveColours[string(line.objective)]
		c.add(objectiveShape(string(line.objective), 1.7, mid, 3, fill)...)
		x = 4.6
	}
	c.text(x, mid+middle(c.size), line.name, c.size, false, ink, Left)
	for i, a := range plan.Activities {
		left := gridNames + float64(i)*cell
		if !slices.Contains(line.has, a.ID) {
			c.add(straight(left+cell/2-gridNoDash, mid, left+cell/2+gridNoDash, mid, Stroke{Colour: mute, Width: 0.8 * mmPerPoint}))
			continue
		}
		c.add(Rect{X: left + gridInset, Y: y + 2*gridInset, W: cell - 2*gridInset, H: gridRow - 4*gridInset, Fill: fill})
		c.text(left+cell/2, mid+middle(c.small), plan.Label(a.ID), c.small, true, white, Centre)
	}
}

func (c *chartMaker) gridAlt(plan *model.Plan, line gridLine) string {
	if len(line.has) == 0 {
		return c.say("chart.balance.alt.none", words.With{"Name": words.Capital(line.name)})
	}
	return c.say("chart.balance.alt.line", words.With{"Name": words.Capital(line.name), "List": insight.LabelsOf(c.o.Words, plan, line.has)})
}

// preventions are how the parts of the bar of prevention are drawn: as those of money,
// from solid to framed.
var preventions = map[model.Prevention]model.FundingStatus{
	model.Upstream: model.Secured, model.Midstream: model.Applied, model.Downstream: model.FundingAsked, "": "",
}

// PreventionBar shows how much of the direct costs goes upstream, midstream and
// downstream. Without direct costs of activities there is none: false.
func PreventionBar(plan *model.Plan, o ChartOptions) (Picture, bool) {
	pictures := inLargePrint(o, func(o ChartOptions) []Picture { return newChart(o).preventionBar(plan) })
	if len(pictures) == 0 {
		return Picture{}, false
	}
	return pictures[0], true
}

func (c *chartMaker) preventionBar(plan *model.Plan) []Picture {
	balance := insight.BalanceOf(plan)
	var parts []moneyPart
	var whole model.Pence
	var list []string
	for _, share := range balance.Prevention {
		if share.Direct <= 0 {
			continue
		}
		name := c.say("chart.prevention.undecided")
		if share.Value != "" {
			name = c.say("choice.prevention." + string(share.Value))
		}
		parts = append(parts, moneyPart{name: name, status: preventions[share.Value], amount: ToPound(share.Direct)})
		whole += share.Direct
		list = append(list, c.say("chart.prevention.alt.part", words.With{"Name": name, "Sum": ToPound(share.Direct).String(), "List": insight.LabelsOf(c.o.Words, plan, share.Activities)}))
	}
	if whole <= 0 {
		return nil
	}
	c.plain = true
	outside := c.drawParts(parts, whole, 0, 0, c.o.Width, moneyBarLow)
	bottom := c.namesUnder(outside, moneyBarLow, c.o.Width)
	alt := c.say("chart.prevention.alt", words.With{"List": c.o.Words.Semicolons(list)})
	if says := balance.PreventionSentence(c.o.Words); says != "" {
		alt += " " + says
	}
	return []Picture{{Width: c.o.Width, Height: bottom + 0.3, Title: c.say("chart.prevention.title"), Alt: alt, Shapes: c.shapes}}
}

// ToPound rounds a sum to the nearest pound.
func ToPound(p model.Pence) model.Pence {
	if p < 0 {
		return -ToPound(-p)
	}
	return (p + 50) / 100 * 100
}
