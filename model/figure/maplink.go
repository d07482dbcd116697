package figure

import (
	"commonplan/model"
	"commonplan/model/layout"
)

// The measures of links in mm, for A4.
const (
	portGap    = 3.1
	arrowLong  = 1.5
	arrowWide  = 1.35
	strongLine = 0.42
	someLine   = 0.30
	casing     = 1.1 // the white under a link, which makes crossings readable
	bend       = 0.55
)

// drawLinks draws the links, each over a white band: long ones first.
func (m *mapMaker) drawLinks() {
	for _, i := range m.byLength() {
		route := m.place.Routes[i]
		steps := routeSteps(route, m.top, m.style.line)
		end := route[len(route)-1]
		m.shapes = append(m.shapes, Path{Steps: steps, Stroke: Stroke{Colour: white, Width: casing * m.style.line}})
		m.shapes = append(m.shapes, linkShapes(m.links[i].Strength, steps, end.X, end.Y+m.top, m.style.line)...)
	}
}

// routeSteps turns a route into curves and level lines that end where the arrow begins.
func routeSteps(route layout.Route, top, scale float64) []Step {
	steps := []Step{moveTo(route[0].X, route[0].Y+top)}
	for i := 0; i+1 < len(route); i += 2 {
		from, to := route[i], route[i+1]
		if i > 0 {
			steps = append(steps, lineTo(from.X, from.Y+top))
		}
		end := to.X
		if i+2 == len(route) {
			end -= arrowLong * scale * 0.8
		}
		reach := (end - from.X) * bend
		steps = append(steps, curveTo(from.X+reach, from.Y+top, end-reach, to.Y+top, end, to.Y+top))
	}
	return steps
}

// linkShapes are a link’s line and arrow: solid for strong, else dashed.
func linkShapes(strength model.Strength, steps []Step, x, y, scale float64) []Shape {
	stroke := Stroke{Colour: grey, Width: someLine * scale, Dash: []float64{1.1 * scale, 0.75 * scale}}
	if strength == model.Strong {
		stroke = Stroke{Colour: grey, Width: strongLine * scale}
	}
	long, half := arrowLong*scale, arrowWide*scale/2
	return []Shape{Path{Steps: steps, Stroke: stroke}, Path{Fill: grey, Steps: []Step{
		moveTo(x, y), lineTo(x-long, y-half), lineTo(x-long, y+half), {Op: Close}}}}
}

// key explains the lines that are drawn, from the bottom of the cards down, and gives
// the height it takes.
func (m *mapMaker) key() ([]Shape, float64) {
	if len(m.links) == 0 {
		return nil, 0
	}
	s := m.style
	sample, lead := 10*s.line, s.lead*mmPerPoint
	var whole float64
	for _, column := range s.columns {
		whole += column.Width + column.Gap
	}
	whole -= s.columns[len(s.columns)-1].Gap

	var shapes []Shape
	x, y := 0.0, s.padY+lead
	for _, part := range m.keyParts() {
		before := 0.0
		if part.line {
			before = sample + 2*s.pad
		}
		wide := before + width(m.o.Metrics, part.text, s.small, false)
		if x > 0 && x+wide > whole {
			x, y = 0, y+lead
		}
		if part.line {
			at := y - s.small*0.25*mmPerPoint
			steps := []Step{moveTo(x, at), lineTo(x+sample-arrowLong*s.line*0.8, at)}
			shapes = append(shapes, linkShapes(part.strength, steps, x+sample, at, s.line)...)
		}
		shapes = append(shapes, Text{X: x + before, Y: y, String: part.text, Size: s.small, Colour: ink})
		x += wide + 4*s.pad
	}
	return shapes, y + s.small*0.25*mmPerPoint
}

type keyPart struct {
	line     bool
	strength model.Strength
	text     string
}

func (m *mapMaker) keyParts() []keyPart {
	var strong, some, unsaid bool
	for _, link := range m.links {
		strong = strong || link.Strength == model.Strong
		some = some || link.Strength == model.Some
		unsaid = unsaid || link.Strength != model.Strong && link.Strength != model.Some
	}
	var parts []keyPart
	if strong {
		parts = append(parts, keyPart{true, model.Strong, m.say("figure.map.key.strong")})
	}
	switch {
	case some && unsaid:
		parts = append(parts, keyPart{true, model.Some, m.say("figure.map.key.some_unsaid")})
	case some:
		parts = append(parts, keyPart{true, model.Some, m.say("figure.map.key.some")})
	case unsaid:
		parts = append(parts, keyPart{true, model.Some, m.say("figure.map.key.unsaid")})
	}
	return append(parts, keyPart{text: m.say("figure.map.key.words")})
}
