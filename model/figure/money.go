package figure

import (
	"cmp"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// The measures of the money bar in mm, and how its parts are framed.
const (
	moneyBar     = 11.2 // its height
	moneyBarLow  = 8.6
	moneyInside  = 25  // a part narrower than this is named below
	moneyPad     = 3   // from a part's edge to its words
	moneyTick    = 1.9 // from the bar down to the names
	moneyParting = 0.3 // white between two parts
	askedFrame   = 2.3 * mmPerPoint
	gapFrame     = 0.9 * mmPerPoint
	keyBox       = 5.2 // wide, and …
	keyBoxHigh   = 3.8
)

// moneyPart is one part of the bar: a source of funding, or what is still to find.
type moneyPart struct {
	name   string
	status model.FundingStatus // "" is what is still to find
	amount model.Pence
}

// MoneyBar shows who pays: a part for each source, by what is asked, applied for and
// secured, and the gap as a part of its own. The bar is as long as the full cost, or as
// all funding if that is more. Without costs and funding there is no bar: false.
func MoneyBar(plan *model.Plan, o ChartOptions) (Picture, bool) {
	totals := insight.TotalsOf(plan)
	pictures := inLargePrint(o, func(o ChartOptions) []Picture {
		c := newChart(o)
		return c.moneyBar(c.moneyParts(plan, totals.Gap(), sourceSum), totals.Sums)
	})
	if len(pictures) == 0 {
		return Picture{}, false
	}
	return pictures[0], true
}

// sourceSum is what a source gives over all years.
func sourceSum(f *model.Funding) model.Pence {
	var sum model.Pence
	for _, amount := range f.Amount {
		sum += amount
	}
	return sum
}

// moneyParts lists what is asked, then the other sources from the largest down, then the
// gap. A source without a status is in no total, and not here.
func (c *chartMaker) moneyParts(plan *model.Plan, gap model.Pence, amount func(*model.Funding) model.Pence) []moneyPart {
	var parts []moneyPart
	for _, f := range plan.Funding {
		part := moneyPart{name: oneLine(f.Source), status: f.Status, amount: amount(f)}
		if part.name == "" {
			part.name = c.say("figure.money.unnamed")
		}
		if part.amount > 0 && statusPlace(f.Status) >= 0 {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b moneyPart) int {
		asked := func(p moneyPart) int {
			if p.status == model.FundingAsked {
				return 0
			}
			return 1
		}
		return cmp.Or(asked(a)-asked(b), cmp.Compare(b.amount, a.amount))
	})
	if gap > 0 {
		parts = append(parts, moneyPart{name: c.say("figure.money.gap"), amount: gap})
	}
	return parts
}

// statuses are the kinds of funding as the key lists them.
var statuses = []model.FundingStatus{model.FundingAsked, model.Applied, model.Secured, model.Own}

func statusPlace(s model.FundingStatus) int { return slices.Index(statuses, s) }

func (c *chartMaker) moneyBar(parts []moneyPart, sums insight.Sums) []Picture {
	var whole model.Pence
	for _, p := range parts {
		whole += p.amount
	}
	if whole <= 0 {
		return nil
	}
	high := moneyBarLow
	if c.size > usualSize {
		high = moneyBar
	}
	named := c.drawParts(parts, whole, 0, 0, c.o.Width, high)
	bottom := c.keyAndNames(parts, named, high)
	if over := -sums.Gap(); over > 0 && sums.Full() > 0 {
		for _, line := range wrap(c.o.Metrics, c.say("figure.money.over", words.With{"Sum": over.String()}), c.small, false, c.o.Width) {
			bottom += leading(c.small)
			c.text(0, bottom-0.2*leading(c.small), line, c.small, false, ink, Left)
		}
	}
	return []Picture{{Width: c.o.Width, Height: bottom, Title: c.say("figure.money.title"), Alt: c.moneyAlt(parts, sums), Shapes: c.shapes}}
}

// outsideName is a part's name that stands below the bar.
type outsideName struct {
	text string
	mid  float64 // of its part
}

// drawParts draws the parts of a bar side by side and gives those whose names have no
// room in it; their sums stand there if they have.
func (c *chartMaker) drawParts(parts []moneyPart, whole model.Pence, x, y, wide, high float64) []outsideName {
	var outside []outsideName
	for _, p := range parts {
		w := wide * float64(p.amount) / float64(whole)
		c.drawPart(p.status, Rect{X: x, Y: y, W: max(w-moneyParting, 0.2), H: high})
		if label := c.labelFor(p, w); label != "" {
			c.insideLabel(p.status, label, x, y+high/2)
		} else {
			if sum := p.amount.String(); c.hasRoom(sum, w) {
				c.insideLabel(p.status, sum, x, y+high/2)
			}
			outside = append(outside, outsideName{c.outsideLabel(p), x + w/2})
		}
		x += w
	}
	return outside
}

// labelFor is the longest name of a part that has room in it; "" if none has.
func (c *chartMaker) labelFor(p moneyPart, wide float64) string {
	for _, label := range []string{c.partLabel(p), c.outsideLabel(p)} {
		if c.hasRoom(label, wide) {
			return label
		}
	}
	return ""
}

// hasRoom tells whether words have room in a part of the bar.
func (c *chartMaker) hasRoom(label string, wide float64) bool {
	return wide >= moneyInside && c.width(label, c.size, true)+2*moneyPad <= wide
}

// drawPart draws a part by its status: framed, hatched, solid or, for the gap, dashed.
func (c *chartMaker) drawPart(status model.FundingStatus, r Rect) {
	switch status {
	case model.FundingAsked:
		r.X, r.Y, r.W, r.H = r.X+askedFrame/2, r.Y+askedFrame/2, max(r.W-askedFrame, 0.2), r.H-askedFrame
		r.Fill, r.Stroke = white, Stroke{Colour: accent, Width: askedFrame}
		c.add(r)
	case model.Applied:
		c.add(hatched(r)...)
	case model.Secured, model.Own:
		r.Fill = ink
		c.add(r)
	default:
		r.X, r.Y, r.W, r.H = r.X+gapFrame/2, r.Y+gapFrame/2, max(r.W-gapFrame, 0.2), r.H-gapFrame
		r.Fill, r.Stroke = white, Stroke{Colour: ink, Width: gapFrame, Dash: []float64{1.1, 0.75}}
		c.add(r)
	}
}

func (c *chartMaker) insideLabel(status model.FundingStatus, label string, x, mid float64) {
	colour := ink
	switch status {
	case model.Secured, model.Own:
		colour = white
	case model.Applied: // on a white plate, for the lines are not to run through it
		high := leading(c.size)
		c.add(Rect{X: x + moneyPad - 1, Y: mid - high/2, W: c.width(label, c.size, true) + 2, H: high, Fill: white})
	}
	c.text(x+moneyPad, mid+middle(c.size), label, c.size, true, colour, Left)
}

// partLabel names a part with its sum; what is asked says so.
func (c *chartMaker) partLabel(p moneyPart) string {
	key := "figure.money.part"
	if p.status == model.FundingAsked && !c.plain {
		key = "figure.money.part.asked"
	}
	return c.say(key, words.With{"Name": p.name, "Sum": p.amount.String()})
}

func (c *chartMaker) outsideLabel(p moneyPart) string {
	return c.say("figure.money.part", words.With{"Name": p.name, "Sum": p.amount.String()})
}

// keyAndNames writes the key at the left and the names that had no room at the right,
// under the bar, and gives the height so far.
func (c *chartMaker) keyAndNames(parts []moneyPart, outside []outsideName, top float64) float64 {
	lead := leading(c.small)
	y := top + moneyTick
	keyWide := c.keyWidth(parts)
	texts := c.tickNames(outside, top)
	room := c.o.Width - keyWide - 6
	lines := c.fill(texts, room)
	below := room < c.o.Width*0.4 || len(lines) > 2
	if below {
		lines = c.fill(texts, c.o.Width)
	}
	for _, line := range lines {
		c.text(c.o.Width, y+lead*0.72, line, c.small, false, ink, Right)
		y += lead
	}
	keyTop := top + moneyTick
	if below {
		keyTop = y
	}
	bottom := c.drawKey(parts, keyTop)
	return max(y, bottom)
}

// tickNames draws a line down from each part whose name stands below, and gives the
// names, parted by commas.
func (c *chartMaker) tickNames(outside []outsideName, top float64) []string {
	var texts []string
	for i, n := range outside {
		c.add(straight(n.mid, top, n.mid, top+moneyTick, Stroke{Colour: ink, Width: 0.26}))
		if i+1 < len(outside) {
			n.text += ","
		}
		texts = append(texts, n.text)
	}
	return texts
}

// fill joins texts into lines no wider than so many mm. A text stays whole unless it is
// too wide for a line by itself.
func (c *chartMaker) fill(texts []string, wide float64) []string {
	var lines []string
	for _, text := range texts {
		if last := len(lines) - 1; last >= 0 && c.width(lines[last]+" "+text, c.small, false) <= wide {
			lines[last] += " " + text
			continue
		}
		lines = append(lines, wrap(c.o.Metrics, text, c.small, false, wide)...)
	}
	return lines
}

// keyOf lists the statuses that parts have, each once. Secured and own look alike.
func (c *chartMaker) keyOf(parts []moneyPart) []keyEntry {
	has := func(s model.FundingStatus) bool {
		return slices.ContainsFunc(parts, func(p moneyPart) bool { return p.status == s })
	}
	var all []keyEntry
	for _, s := range append(slices.Clone(statuses), "") {
		switch {
		case !has(s), s == model.Own && has(model.Secured):
		case s == model.Secured && has(model.Own):
			all = append(all, keyEntry{s, c.say("figure.money.key.secured.own")})
		default:
			all = append(all, keyEntry{s, c.statusWord(s)})
		}
	}
	return all
}

type keyEntry struct {
	status model.FundingStatus
	word   string
}

func (c *chartMaker) statusWord(s model.FundingStatus) string {
	if s == "" {
		return c.say("figure.money.key.gap")
	}
	return c.say("figure.money.key." + string(s))
}

func (c *chartMaker) keyWidth(parts []moneyPart) float64 {
	sum := 0.0
	for _, entry := range c.keyOf(parts) {
		sum += keyBox + 1.4 + c.width(entry.word, c.small, false) + 6
	}
	return max(sum-6, 0)
}

// drawKey explains the parts, on as many lines as it needs, and gives its lower edge.
func (c *chartMaker) drawKey(parts []moneyPart, y float64) float64 {
	lead := leading(c.small)
	x := 0.0
	for _, entry := range c.keyOf(parts) {
		wide := keyBox + 1.4 + c.width(entry.word, c.small, false)
		if x > 0 && x+wide > c.o.Width {
			x, y = 0, y+lead
		}
		c.drawPart(entry.status, Rect{X: x, Y: y + (lead-keyBoxHigh)/2, W: keyBox, H: keyBoxHigh})
		c.text(x+keyBox+1.4, y+lead*0.72, entry.word, c.small, false, ink, Left)
		x += wide + 6
	}
	return y + lead
}

// moneyAlt says the bar in sentences.
func (c *chartMaker) moneyAlt(parts []moneyPart, sums insight.Sums) string {
	var list []string
	for _, p := range parts {
		if p.status != "" {
			list = append(list, c.say("figure.money.alt.part", words.With{"Name": p.name, "Sum": p.amount.String(), "Status": c.statusWord(p.status)}))
		}
	}
	first := c.say("figure.money.alt.nobody")
	if len(list) > 0 {
		first = c.say("figure.money.alt", words.With{"List": c.o.Words.Semicolons(list)})
	}
	cost := c.say("figure.money.alt.cost", words.With{"Sum": sums.Full().String()})
	return strings.Join([]string{first, cost, sums.GapSentence(c.o.Words)}, " ")
}

// oneLine puts a text of several lines on one.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
