package check

import (
	"fmt"
	"math"
	"strings"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// point is a place on a page, in points from its bottom left.
type point struct{ x, y float64 }

// outline is a path as loops of straight lines; curves become several.
type outline struct{ loops [][]point }

// area is a painted part of a page.
type area struct {
	loops   [][]point
	colour  colour
	unknown bool // a photograph: it has many colours
	order   int
	shows   outline // the part of the page in which it shows
}

const curveSteps = 8

// add adds a step of a path.
func (o *outline) add(op pdfread.Operator, n []float64) {
	last := len(o.loops) - 1
	switch {
	case op == "re" && len(n) == 4:
		x, y, w, h := n[0], n[1], n[2], n[3]
		o.loops = append(o.loops, []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}})
	case op == "m" && len(n) == 2:
		o.loops = append(o.loops, []point{{n[0], n[1]}})
	case last < 0:
	case op == "l" && len(n) == 2:
		o.loops[last] = append(o.loops[last], point{n[0], n[1]})
	case op == "c" && len(n) == 6:
		p := o.loops[last][len(o.loops[last])-1]
		for i := 1; i <= curveSteps; i++ {
			t := float64(i) / curveSteps
			u := 1 - t
			o.loops[last] = append(o.loops[last], point{
				u*u*u*p.x + 3*u*u*t*n[0] + 3*u*t*t*n[2] + t*t*t*n[4],
				u*u*u*p.y + 3*u*u*t*n[1] + 3*u*t*t*n[3] + t*t*t*n[5]})
		}
	}
}

// holds tells whether a point is inside.
func (a area) holds(p point) bool { return a.shows.shows(p) && inside(a.loops, p) }

// shows tells whether a point of the page shows.
func (o outline) shows(p point) bool { return o.loops == nil || inside(o.loops, p) }

func inside(loops [][]point, p point) bool {
	winding := 0
	for _, loop := range loops {
		for i, from := range loop {
			to := loop[(i+1)%len(loop)]
			side := (to.x-from.x)*(p.y-from.y) - (to.y-from.y)*(p.x-from.x)
			switch {
			case from.y <= p.y && to.y > p.y && side > 0:
				winding++
			case from.y > p.y && to.y <= p.y && side < 0:
				winding--
			}
		}
	}
	return winding != 0
}

// contrast looks whether words stand out from what is under them.
func (c *checker) contrast() {
	for _, p := range c.pages {
		behind := p.watermarks()
		for _, d := range p.texts {
			if d.mark != nil && d.mark.subtype == "Watermark" || d.font.blank(d.codes) {
				continue
			}
			wanted := 4.5
			if d.size >= 18 || d.size >= 14 && strings.HasSuffix(d.font.name, "-Bold") {
				wanted = 3
			}
			least := math.Inf(1)
			for _, part := range []float64{.02, .25, .5, .75, .98} {
				at := point{d.x + part*d.width, d.y + .25*d.size}
				if !d.shows.shows(at) {
					continue
				}
				under, known := p.under(at, d.order)
				if !known {
					c.find("contrast", p.number, "picture", words.With{"Words": d.font.words(d.codes)})
					break
				}
				least = min(least, ratio(d.colour, under))
			}
			for _, b := range behind {
				least = min(least, ratio(d.colour, b))
			}
			if least < wanted-1e-9 {
				c.find("contrast", p.number, "low", words.With{"Words": d.font.words(d.codes),
					"Contrast": fmt.Sprintf("%.2f", least), "Wanted": fmt.Sprint(wanted)})
			}
		}
	}
}

// watermarks are the colours of the words that stand behind all others.
func (p *page) watermarks() []colour {
	var out []colour
	for _, d := range p.texts {
		if d.mark != nil && d.mark.subtype == "Watermark" {
			out = append(out, d.colour)
		}
	}
	return out
}

// under is the colour of a point before something was painted there; not known on a
// photograph.
func (p *page) under(at point, order int) (colour, bool) {
	out, known := colour{1, 1, 1}, true
	for _, a := range p.areas {
		if a.order < order && a.holds(at) {
			out, known = a.colour, !a.unknown
		}
	}
	return out, known
}

// ratio is the contrast of two colours as WCAG measures it, from 1 to 21.
func ratio(a, b colour) float64 {
	la, lb := a.luminance()+.05, b.luminance()+.05
	return max(la, lb) / min(la, lb)
}

func (c colour) luminance() float64 {
	part := func(v float64) float64 {
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*part(c[0]) + .7152*part(c[1]) + .0722*part(c[2])
}

// repeats finds words that stand at the same place of every page and are content.
func (c *checker) repeats() {
	if len(c.pages) < 3 {
		return
	}
	seen := map[string]int{}
	for i, p := range c.pages {
		for _, d := range p.texts {
			if d.mark == nil || d.mark.number < 0 || d.font.blank(d.codes) {
				continue
			}
			key := fmt.Sprintf("%.1f %.1f %s", d.x, d.y, d.font.words(d.codes))
			if seen[key] == i {
				seen[key] = i + 1
			}
			if seen[key] == len(c.pages) {
				c.find("repeats", 0, "words", words.With{"Words": d.font.words(d.codes)})
			}
		}
	}
}
