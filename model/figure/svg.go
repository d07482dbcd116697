package figure

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// svgMargin leaves room for lines that lie on the edge of a picture.
const svgMargin = 0.5

// SVG paints a picture as a file of its own, 1 unit to the millimetre. Text stays text.
// The picture’s title and its words are there for screen readers.
func SVG(p Picture) []byte {
	var b bytes.Buffer
	w, h := number(p.Width+2*svgMargin), number(p.Height+2*svgMargin)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="%s %s %s %s" role="img" aria-labelledby="title desc">`+"\n",
		w, h, number(-svgMargin), number(-svgMargin), w, h)
	fmt.Fprintf(&b, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(p.Title), escape(p.Alt))
	svgShapes(&b, p.Shapes, nil)
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// svgShapes paints shapes. With metrics each text is held to its width.
func svgShapes(b *bytes.Buffer, shapes []Shape, m Metrics) {
	b.WriteString(`<g font-family="'Source Sans 3', sans-serif" style="font-kerning:none" fill="none">` + "\n")
	for _, shape := range shapes {
		switch s := shape.(type) {
		case Rect:
			svgRect(b, s)
		case Path:
			fmt.Fprintf(b, "<path d=\"%s\"%s/>\n", svgSteps(s.Steps), svgPaint(s.Fill, s.Stroke))
		case Text:
			svgText(b, s, m)
		}
	}
	b.WriteString("</g>\n")
}

func svgRect(b *bytes.Buffer, r Rect) {
	fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s"`, number(r.X), number(r.Y), number(r.W), number(r.H))
	if r.Radius > 0 {
		fmt.Fprintf(b, ` rx="%s"`, number(r.Radius))
	}
	fmt.Fprintf(b, "%s/>\n", svgPaint(r.Fill, r.Stroke))
}

func svgText(b *bytes.Buffer, t Text, m Metrics) {
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" fill="%s"`, number(t.X), number(t.Y), number(t.Size*mmPerPoint), svgColour(t.Colour))
	if t.Bold {
		b.WriteString(` font-weight="600"`)
	}
	switch t.Align {
	case Centre:
		b.WriteString(` text-anchor="middle"`)
	case Right:
		b.WriteString(` text-anchor="end"`)
	}
	if measured(m, t) {
		fmt.Fprintf(b, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(width(m, t.String, t.Size, t.Bold)))
	}
	fmt.Fprintf(b, ">%s</text>\n", escape(t.String))
}

// measured tells whether the width of a text is known: the typeface has all its letters.
func measured(m Metrics, t Text) bool {
	if m == nil || t.String == "" {
		return false
	}
	for _, r := range t.String {
		if _, ok := m.Width(r, t.Bold); !ok {
			return false
		}
	}
	return true
}

func svgSteps(steps []Step) string {
	var parts []string
	for _, step := range steps {
		letter, points := "M", step.P[:1]
		switch step.Op {
		case LineTo:
			letter = "L"
		case CurveTo:
			letter, points = "C", step.P[:]
		case Close:
			letter, points = "Z", nil
		}
		part := letter
		for i, p := range points {
			if i > 0 {
				part += " "
			}
			part += number(p.X) + "," + number(p.Y)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func svgPaint(fill Colour, stroke Stroke) string {
	var b strings.Builder
	if fill.On {
		fmt.Fprintf(&b, ` fill="%s"`, svgColour(fill))
	}
	if !stroke.Colour.On || stroke.Width <= 0 {
		return b.String()
	}
	fmt.Fprintf(&b, ` stroke="%s" stroke-width="%s"`, svgColour(stroke.Colour), number(stroke.Width))
	if len(stroke.Dash) > 0 {
		var dash []string
		for _, d := range stroke.Dash {
			dash = append(dash, number(d))
		}
		fmt.Fprintf(&b, ` stroke-dasharray="%s"`, strings.Join(dash, " "))
	}
	return b.String()
}

func svgColour(c Colour) string {
	if !c.On {
		return "none"
	}
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

// number writes a length to a thousandth of a millimetre.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
}

// escape makes text safe within XML; what XML cannot hold is replaced.
func escape(text string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		return ""
	}
	return b.String()
}
