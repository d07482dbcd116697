package figure

import (
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// The measures of the bars of years in mm.
const (
	yearLabel = 27 // the year and its cost, at the left
	yearSpace = 2.6
)

// YearBars shows for each year what it costs and who pays: a bar as long as the year's
// full cost, in parts as in [MoneyBar]. A plan of one year, or without money, has none:
// false.
func YearBars(plan *model.Plan, o ChartOptions) (Picture, bool) {
	totals := insight.TotalsOf(plan)
	if len(totals.Years) < 2 {
		return Picture{}, false
	}
	pictures := inLargePrint(o, func(o ChartOptions) []Picture { return newChart(o).yearBars(plan, totals) })
	if len(pictures) == 0 {
		return Picture{}, false
	}
	return pictures[0], true
}

func (c *chartMaker) yearBars(plan *model.Plan, totals insight.Totals) []Picture {
	var longest model.Pence
	years, wholes := make([][]moneyPart, len(totals.Years)), make([]model.Pence, len(totals.Years))
	var all []moneyPart
	for i, sums := range totals.Years {
		years[i] = c.moneyParts(plan, sums.Gap(), func(f *model.Funding) model.Pence { return yearSum(f, i, len(totals.Years)) })
		for _, p := range years[i] {
			wholes[i] += p.amount
		}
		longest = max(longest, wholes[i])
		all = append(all, years[i]...)
	}
	if longest <= 0 {
		return nil
	}
	left := max(yearLabel, c.width(c.say("chart.years.cost", words.With{"Sum": longest.String()}), c.small, false)+3)
	room := c.o.Width - left
	y := 0.0
	alt := []string{c.say("chart.years.alt")}
	for i, sums := range totals.Years {
		c.text(0, y+moneyBarLow/2-0.3, c.say("chart.years.year", words.With{"Year": i + 1}), c.size, true, ink, Left)
		c.text(0, y+moneyBarLow/2-0.3+leading(c.small), c.say("chart.years.cost", words.With{"Sum": sums.Full().String()}), c.small, false, ink, Left)
		bottom := y + max(moneyBarLow, 2*leading(c.size))
		if wholes[i] > 0 {
			outside := c.drawParts(years[i], wholes[i], left, y, room*float64(wholes[i])/float64(longest), moneyBarLow)
			bottom = max(bottom, c.namesUnder(outside, y+moneyBarLow, room))
		}
		y = bottom + yearSpace
		alt = append(alt, c.say("chart.years.alt.year", words.With{"Year": i + 1, "Text": c.moneyAlt(years[i], sums)}))
	}
	bottom := c.drawKey(all, y)
	return []Picture{{Width: c.o.Width, Height: bottom, Title: c.say("chart.years.title"), Alt: strings.Join(alt, " "), Shapes: c.shapes}}
}

// namesUnder writes the names that have no room in a bar under it, with a line to each
// part, and gives the lower edge.
func (c *chartMaker) namesUnder(outside []outsideName, top, wide float64) float64 {
	texts := c.tickNames(outside, top)
	y := top
	if len(texts) > 0 {
		y += moneyTick
	}
	for _, line := range c.fill(texts, wide) {
		c.text(c.o.Width, y+leading(c.small)*0.72, line, c.small, false, ink, Right)
		y += leading(c.small)
	}
	return y
}

// yearSum is what a source gives in a year, from 0; what lies outside the counted years
// is counted with the nearest, as in the totals.
func yearSum(f *model.Funding, year, years int) model.Pence {
	var sum model.Pence
	for y, amount := range f.Amount {
		if min(max(y, 1), years)-1 == year {
			sum += amount
		}
	}
	return sum
}
