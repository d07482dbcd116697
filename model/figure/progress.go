package figure

import (
	"math"
	"strconv"
	"strings"

	"commonplan/model/insight"
	"commonplan/model/words"
)

// Measure is what the chart of one measure shows.
type Measure struct {
	Course insight.Course
	Label  string              // of the outcome, such as "S1"; may be empty
	Months int                 // of the plan; the scale is longer if a reading or target is
	Value  func(string) string // how a value is written; nil leaves it as it is
}

// The measures of a progress chart in mm, from its upper edge.
const (
	progressWidth = 83
	besidePlot    = 21.5 // for the labels at the right of the plot
	plotLeft      = 0.4
	plotUnder     = 3.2 // from the title's last line to the top of the scale
	plotHigh      = 24.1
	progressDot   = 1.15
	apartLabels   = 4   // between the labels of target and start
	labelFrom     = 1.5 // from the plot to them
	statusMark    = 1.45
	tick          = 0.9
	progressSpare = 1.1 // the scale ends so many times above the greatest value
)

// Lines of a progress chart, in points.
const (
	targetLine = 1.6
	startLine  = 0.85
	courseLine = 1.3
)

// progressMaker draws one measure.
type progressMaker struct {
	*chartMaker
	Measure
	top     float64 // of the plot
	floor   float64 // its lower edge
	low, up float64 // the values at its edges
	months  float64
	labels  float64 // how far the labels of earlier readings reach
}

// Progress draws measures that stand side by side: where each started, its target, what
// was read in between, and in words whether it is on course. The pictures are equally
// high.
func Progress(o ChartOptions, measures ...Measure) []Picture {
	if o.Width <= 0 {
		o.Width = progressWidth
	}
	return inLargePrint(o, func(o ChartOptions) []Picture { return drawProgress(o, measures) })
}

func drawProgress(o ChartOptions, measures []Measure) []Picture {
	var makers []*progressMaker
	lines := 1
	for _, measure := range measures {
		if measure.Value == nil {
			measure.Value = oneLine
		}
		m := &progressMaker{chartMaker: newChart(o), Measure: measure}
		_, title, _ := m.titleLines()
		lines = max(lines, len(title))
		makers = append(makers, m)
	}
	var pictures []Picture
	for _, m := range makers {
		m.title(lines)
		m.scale()
		m.axis()
		m.levels()
		m.readings()
		bottom := m.status()
		pictures = append(pictures, Picture{Width: m.o.Width, Height: bottom, Title: m.name(), Alt: m.alt(), Shapes: m.shapes})
	}
	return pictures
}

func (m *progressMaker) name() string {
	title := oneLine(m.Course.Indicator.Title)
	if title == "" {
		title = m.say("chart.progress.unnamed")
	}
	if m.Label == "" {
		return title
	}
	return m.say("chart.progress.name", words.With{"Label": m.Label, "Title": title})
}

// titleLines break the measure's name, which begins behind the outcome's label.
func (m *progressMaker) titleLines() (indent float64, lines []string, colour Colour) {
	title, colour := oneLine(m.Course.Indicator.Title), ink
	if title == "" {
		title, colour = m.say("chart.progress.unnamed"), mute
	}
	if m.Label != "" {
		indent = m.width(m.Label+" ", m.size, true) + 0.6
	}
	return indent, wrap(m.o.Metrics, title, m.size, true, m.o.Width-indent), colour
}

// title writes the outcome's label and the measure's name over the plot, in a place of
// so many lines.
func (m *progressMaker) title(most int) {
	m.add(straight(0, 0, m.o.Width, 0, Stroke{Colour: ink, Width: 0.75 * mmPerPoint}))
	const y = 4.4
	m.text(0, y, m.Label, m.size, true, accent, Left)
	indent, lines, colour := m.titleLines()
	for i, line := range lines {
		m.text(indent, y+float64(i)*leading(m.size), line, m.size, true, colour, Left)
	}
	m.top = y + float64(most-1)*leading(m.size) + plotUnder + leading(m.small)
	m.floor = m.top + plotHigh
}

// scale finds the values at the edges of the plot: from 0, or from the least if that is
// below, to a tenth above the greatest.
func (m *progressMaker) scale() {
	var all []float64
	for _, l := range []insight.Level{m.Course.Start, m.Course.Target} {
		if l.Known {
			all = append(all, l.Number)
		}
	}
	m.months = math.Max(float64(m.Months), m.Course.By)
	for _, p := range m.Course.Points {
		all = append(all, p.Number)
		m.months = math.Max(m.months, math.Ceil(p.Month))
	}
	for _, n := range all {
		m.low, m.up = math.Min(m.low, n*progressSpare), math.Max(m.up, n*progressSpare)
	}
	if m.up == m.low {
		m.up = m.low + 1
	}
	m.months = math.Max(m.months, 1)
}

func (m *progressMaker) x(month float64) float64 {
	return plotLeft + (m.o.Width-besidePlot)*month/m.months
}

func (m *progressMaker) y(value float64) float64 {
	return m.floor - plotHigh*(value-m.low)/(m.up-m.low)
}

// axis draws the months from 0 to the end.
func (m *progressMaker) axis() {
	thin := Stroke{Colour: ink, Width: 0.75 * mmPerPoint}
	m.add(straight(m.x(0), m.floor, m.x(m.months), m.floor, thin))
	for month := 0.0; month <= m.months; month += monthStep(m.months) {
		x := m.x(month)
		m.add(straight(x, m.floor, x, m.floor+tick, thin))
		m.text(x, m.floor+tick+leading(m.small)*0.85, strconv.Itoa(int(month)), m.small, false, mute, Centre)
	}
}

// monthStep is how many months lie between two labels of a scale.
func monthStep(months float64) float64 {
	for _, step := range []float64{1, 2, 3, 4, 6, 12, 24} {
		if months/step <= 6 {
			return step
		}
	}
	return math.Ceil(months / 5)
}

// levels draws target and start as lines, labelled at the right; labels that would meet
// are moved apart.
func (m *progressMaker) levels() {
	right := m.x(m.months)
	var labels []levelLabel
	add := func(level insight.Level, key string, line Stroke, bold bool) {
		if !level.Known {
			return
		}
		y := m.y(level.Number)
		m.add(straight(m.x(0), y, right, y, line))
		label := levelLabel{y: y, lines: m.levelLines(key, level.Text, m.o.Width-right-labelFrom, bold), bold: bold}
		if further := float64(len(label.lines)-1) * leading(m.small) / 2; further > 0 {
			label.y = math.Min(y, m.floor-further) // the months stand under the floor
		}
		labels = append(labels, label)
	}
	add(m.Course.Start, "chart.progress.start", Stroke{Colour: ink, Width: startLine * mmPerPoint, Dash: []float64{1.1, 0.75}}, false)
	add(m.Course.Target, "chart.progress.target", Stroke{Colour: ink, Width: targetLine * mmPerPoint}, true)
	if len(labels) == 2 {
		upper, lower := &labels[0], &labels[1]
		if upper.y > lower.y || upper.y == lower.y && lower.bold {
			upper, lower = lower, upper
		}
		lines := float64(len(upper.lines)+len(lower.lines)) / 2
		if missing := max(apartLabels, lines*leading(m.small)) - (lower.y - upper.y); missing > 0 {
			upper.y, lower.y = upper.y-missing/2, lower.y+missing/2
		}
	}
	for _, label := range labels {
		y := label.y + middle(m.small) - float64(len(label.lines)-1)*leading(m.small)/2
		for _, line := range label.lines {
			m.text(right+labelFrom, y, line, m.small, label.bold, ink, Left)
			y += leading(m.small)
		}
	}
}

// levelLabel is what stands beside the line of target or start, round its middle.
type levelLabel struct {
	y     float64
	lines []string
	bold  bool
}

// levelLines are "target 55%", or the value under its word where there is no room for
// both, or its number alone if it is in many words.
func (m *progressMaker) levelLines(key, value string, room float64, bold bool) []string {
	text := m.say(key, words.With{"Value": m.Value(value)})
	if m.width(text, m.small, bold) <= room {
		return []string{text}
	}
	text = m.say(key, words.With{"Value": strings.ReplaceAll(m.Value(value), " ", "\u00a0")})
	lines := wrap(m.o.Metrics, text, m.small, bold, room)
	if len(lines) > 2 {
		lines = wrap(m.o.Metrics, m.say(key, words.With{"Value": firstWord(value)}), m.small, bold, room)
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], "\u00a0", " ")
	}
	return lines
}

// longestLabel is how wide a value beside its dot may be, in mm.
const longestLabel = 18

// short is a value as it stands beside its dot: as it is, or its first word alone.
func (m *progressMaker) short(text string) string {
	if value := m.Value(text); m.width(value, m.size, true) <= longestLabel {
		return value
	}
	return firstWord(text)
}

func firstWord(text string) string {
	if list := strings.Fields(text); len(list) > 0 {
		return list[0]
	}
	return text
}

// readings draws the way so far: dots and the line through them, from the start.
func (m *progressMaker) readings() {
	points := m.Course.Points
	var steps []Step
	if m.Course.Start.Known && (len(points) == 0 || points[0].Month > 0) {
		steps = append(steps, moveTo(m.x(0), m.y(m.Course.Start.Number)))
	}
	for _, p := range points {
		if len(steps) == 0 {
			steps = append(steps, moveTo(m.x(p.Month), m.y(p.Number)))
			continue
		}
		steps = append(steps, lineTo(m.x(p.Month), m.y(p.Number)))
	}
	if len(steps) > 1 {
		m.add(Path{Steps: steps, Stroke: Stroke{Colour: accent, Width: courseLine * mmPerPoint}})
	}
	m.labels = math.Inf(-1)
	for i, p := range points {
		m.add(circle(m.x(p.Month), m.y(p.Number), progressDot, accent))
		m.pointLabel(p, i == len(points)-1)
	}
}

// pointLabel writes a value beside its dot, the latest larger. Earlier ones are left out
// where they would stand too close.
func (m *progressMaker) pointLabel(p insight.CoursePoint, latest bool) {
	x, y := m.x(p.Month), m.y(p.Number)
	value := m.short(p.Text)
	if p.Month <= 0 && m.Course.Start.Known {
		return // the start is labelled already
	}
	if latest {
		wide := m.width(value, m.size, true)
		if x+progressDot+1.2+wide <= m.x(m.months) {
			m.plated(x+progressDot+1.2, y+middle(m.size), value, m.size, true, accent)
			return
		}
		m.plated(math.Max(math.Min(x+wide/2, m.x(m.months))-wide, 0), y-progressDot-1.2, value, m.size, true, accent)
		return
	}
	wide := m.width(value, m.small, false)
	from := x - 0.6 - wide
	if m.Course.Falls() {
		from = x + 0.9
	}
	if from < m.labels+1 || from < m.x(0)-1 || from+wide > m.o.Width {
		return
	}
	m.plated(from, y-progressDot-0.6, value, m.small, false, ink)
	m.labels = from + wide
}

// plated writes words on white, so that no line runs through them.
func (m *progressMaker) plated(x, y float64, words string, size float64, bold bool, colour Colour) {
	m.add(Rect{X: x - 0.4, Y: y - size*0.72*mmPerPoint, W: m.width(words, size, bold) + 0.8, H: size * 0.78 * mmPerPoint, Fill: white})
	m.text(x, y, words, size, bold, colour, Left)
}

// status says under the months whether the measure is on course, with a remark at the
// right, and gives the lower edge.
func (m *progressMaker) status() float64 {
	y := m.floor + tick + 2*leading(m.small)*0.85 + 1.2
	word := m.statusWord()
	m.add(statusShape(m.Course.Status, statusMark+0.15, y-middle(m.size), statusMark)...)
	m.text(2*statusMark+1.2, y, word, m.size, true, ink, Left)
	room := m.o.Width - 2*statusMark - 1.2 - m.width(word, m.size, true) - 4
	for _, remark := range m.remarks() {
		if remark != "" && m.width(remark, m.small, false) <= room {
			m.text(m.o.Width, y, remark, m.small, false, ink, Right)
			break
		}
	}
	return y + 1.8
}

func (m *progressMaker) statusWord() string {
	return m.say("chart.progress.status." + string(m.Course.Status))
}

// remarks are what may stand beside the status; the first that has room does.
func (m *progressMaker) remarks() []string {
	latest, any := m.Course.Latest()
	if !any {
		if !m.Course.Target.Known {
			return []string{m.say("chart.progress.no_target")}
		}
		if len(m.Course.Points) > 0 {
			return []string{m.say("chart.progress.nothing")}
		}
		return []string{m.say("chart.progress.nothing.yet")}
	}
	month := int(math.Ceil(latest.Month))
	remarks := []string{oneLine(latest.Reading.Note)}
	switch {
	case !m.Course.Target.Known:
		remarks = append(remarks, m.say("chart.progress.no_target"))
	case m.Course.Status == insight.TooEarly:
		remarks = append(remarks, m.say("chart.progress.first", words.With{"Month": month}))
	case m.Course.Falls():
		remarks = append(remarks, m.say("chart.progress.lower"))
	}
	return append(remarks, m.say("chart.progress.by", words.With{"Value": m.Value(latest.Text), "Month": month}))
}

// statusShape is the mark of a status: full, half, open, or open and dashed.
func statusShape(s insight.CourseStatus, x, y, r float64) []Shape {
	ring := circle(x, y, r, white)
	ring.Stroke = Stroke{Colour: ink, Width: 1.3 * mmPerPoint}
	switch s {
	case insight.OnCourse:
		return []Shape{circle(x, y, r+0.2, ink)}
	case insight.LittleBehind:
		k := r * 0.5523
		half := Path{Fill: ink, Steps: []Step{moveTo(x, y-r), curveTo(x-k, y-r, x-r, y-k, x-r, y), curveTo(x-r, y+k, x-k, y+r, x, y+r), {Op: Close}}}
		return []Shape{ring, half}
	case insight.Behind:
		return []Shape{ring}
	}
	ring.Stroke.Width, ring.Stroke.Dash = 0.9*mmPerPoint, []float64{0.85, 0.65}
	return []Shape{ring}
}

// alt says the chart in sentences: start, target, every reading, and the status.
func (m *progressMaker) alt() string {
	c := m.Course
	sentences := []string{m.say("chart.progress.alt.name", words.With{"Name": m.name()})}
	if c.Start.Text != "" {
		sentences = append(sentences, m.say("chart.progress.alt.start", words.With{"Value": m.Value(c.Start.Text)}))
	} else {
		sentences = append(sentences, m.say("chart.progress.alt.no_start"))
	}
	if c.Target.Text != "" {
		sentences = append(sentences, m.say("chart.progress.alt.target", words.With{"Value": m.Value(c.Target.Text), "Month": int(c.By)}))
	} else {
		sentences = append(sentences, m.say("chart.progress.alt.no_target"))
	}
	var list []string
	for _, p := range c.Points {
		key := "chart.progress.alt.point"
		if p.Month <= 0 {
			key = "chart.progress.alt.point.before"
		}
		list = append(list, m.say(key, words.With{"Value": m.Value(p.Text), "Month": int(math.Ceil(p.Month))}))
	}
	if len(list) > 0 {
		sentences = append(sentences, m.say("chart.progress.alt.points", words.With{"List": m.o.Words.And(list)}))
	} else {
		sentences = append(sentences, m.say("chart.progress.alt.nothing"))
	}
	status := words.Capital(m.statusWord())
	return strings.Join(append(sentences, m.say("chart.progress.alt.status", words.With{"Status": status})), " ")
}
