package figure

import (
	"strconv"
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// The measures of a timeline in mm.
const (
	timeNames    = 62  // the names of the activities, at the left
	timeRowPad   = 1.1 // above and below a row's words
	timeBar      = 3.8
	timeBarInset = 0.4
	diamondHalf  = 1.55
	timeNowLine  = 1.6 * mmPerPoint
)

// TimelineOptions say how a timeline is to be drawn.
type TimelineOptions struct {
	ChartOptions
	Months int                       // of the plan, at least 1
	Now    int                       // the month it is; 0 is before the plan, and draws no line
	When   func(model.Months) string // an activity's months in words
}

// timeMaker draws one timeline.
type timeMaker struct {
	*chartMaker
	to   TimelineOptions
	step float64 // mm a month
}

// Timeline shows the months of each activity, the milestones, and where the plan is now.
// Without activities and milestones there is none: false.
func Timeline(plan *model.Plan, o TimelineOptions) (Picture, bool) {
	if len(plan.Activities)+len(plan.Milestones) == 0 {
		return Picture{}, false
	}
	o.Months = min(max(o.Months, 1), model.MaxMonth)
	return inLargePrint(o.ChartOptions, func(c ChartOptions) []Picture {
		m := &timeMaker{chartMaker: newChart(c), to: o}
		m.step = (m.o.Width - timeNames) / float64(o.Months)
		return []Picture{m.draw(plan)}
	})[0], true
}

func (m *timeMaker) draw(plan *model.Plan) Picture {
	head := leading(m.small) + 1
	y := head
	var alt []string
	for _, a := range plan.Activities {
		y = m.activity(plan, a, y)
		alt = append(alt, m.say("chart.time.alt.activity", words.With{
			"Label": plan.Label(a.ID), "Title": m.titleOf(a.Title), "When": m.to.When(a.Months)}))
	}
	lines := y
	y, milestones := m.milestones(plan, y)
	drawn := m.shapes
	m.shapes = nil
	m.grid(head, lines)
	m.shapes = append(m.shapes, drawn...) // over the grid
	if m.to.Now > 0 && m.to.Now <= m.to.Months {
		x := timeNames + float64(m.to.Now)*m.step
		m.add(straight(x, head, x, y, Stroke{Colour: ink, Width: timeNowLine}))
		m.text(min(x, m.o.Width-m.width(m.say("chart.time.now"), m.small, true)/2), y+leading(m.small)*0.8, m.say("chart.time.now"), m.small, true, ink, Centre)
		y += leading(m.small)
		alt = append([]string{m.say("chart.time.alt.now", words.With{"Month": m.to.Now, "Months": m.to.Months})}, alt...)
	}
	return Picture{Width: m.o.Width, Height: y + 0.5, Title: m.say("chart.time.title"), Alt: strings.Join(append(alt, milestones...), " "), Shapes: m.shapes}
}

func (m *timeMaker) titleOf(title string) string {
	if title = strings.TrimRight(oneLine(title), "."); title != "" {
		return title
	}
	return m.say("figure.map.undecided")
}

// activity draws a row: the activity's number and title, and a bar over its months.
func (m *timeMaker) activity(plan *model.Plan, a *model.Activity, y float64) float64 {
	const indent = 9
	lines := wrap(m.o.Metrics, m.titleOf(a.Title), m.size, false, timeNames-indent-2)
	high := float64(len(lines))*leading(m.size) + 2*timeRowPad
	m.text(0, y+timeRowPad+leading(m.size)*0.76, plan.Label(a.ID), m.size, true, accent, Left)
	for i, line := range lines {
		m.text(indent, y+timeRowPad+(float64(i)+0.76)*leading(m.size), line, m.size, false, ink, Left)
	}
	for _, span := range a.Months.Spans() {
		last := min(span.Last, m.to.Months)
		if span.First > last {
			continue
		}
		m.add(Rect{X: timeNames + float64(span.First-1)*m.step + timeBarInset, Y: y + (high-timeBar)/2,
			W: max(float64(last-span.First+1)*m.step-2*timeBarInset, 0.5), H: timeBar, Fill: accent})
	}
	m.add(straight(0, y+high, m.o.Width, y+high, Stroke{Colour: hair, Width: 0.35 * mmPerPoint}))
	return y + high
}

// milestones draws a diamond in the month of each, filled where the council takes part,
// and says them.
func (m *timeMaker) milestones(plan *model.Plan, y float64) (bottom float64, said []string) {
	if len(plan.Milestones) == 0 {
		return y, nil
	}
	mid := y + 2.6
	m.text(0, mid+middle(m.size), m.say("chart.time.milestones"), m.size, true, ink, Left)
	reach := 0.0
	for _, ms := range plan.Milestones {
		key := "chart.time.alt.milestone"
		if ms.Council {
			key = "chart.time.alt.milestone.council"
		}
		if ms.Month <= 0 || ms.Month > m.to.Months {
			continue
		}
		said = append(said, m.say(key, words.With{"Month": ms.Month, "Title": m.titleOf(ms.Title)}))
		x, fill := timeNames+(float64(ms.Month)-0.5)*m.step, white
		if ms.Council {
			fill = ink
		}
		m.add(Path{Fill: fill, Stroke: Stroke{Colour: ink, Width: mmPerPoint}, Steps: []Step{
			moveTo(x, mid-diamondHalf), lineTo(x+diamondHalf, mid), lineTo(x, mid+diamondHalf), lineTo(x-diamondHalf, mid), {Op: Close}}})
		label := strconv.Itoa(ms.Month)
		if wide := m.width(label, m.small, false); x-wide/2 > reach {
			m.text(min(x, m.o.Width-wide/2), mid+diamondHalf+leading(m.small)*0.85, label, m.small, false, ink, Centre)
			reach = x + wide/2 + 0.6
		}
	}
	return mid + diamondHalf + leading(m.small) + 0.5, said
}

// grid draws the numbers of the months and the lines between them.
func (m *timeMaker) grid(top, bottom float64) {
	every := 1
	for float64(every)*m.step < max(m.width("100", m.small, false)+0.8, 4) {
		every++
	}
	for month := 0; month <= m.to.Months; month++ {
		x := timeNames + float64(month)*m.step
		if month%every == 0 || month == m.to.Months {
			m.add(straight(x, top, x, bottom, Stroke{Colour: hair, Width: 0.35 * mmPerPoint}))
		}
		if month > 0 && (month-1)%every == 0 {
			label := strconv.Itoa(month)
			m.text(min(x-m.step/2, m.o.Width-m.width(label, m.small, false)/2), top-1.2, label, m.small, false, mute, Centre)
		}
	}
}
