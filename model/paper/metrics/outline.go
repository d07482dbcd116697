package metrics

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"commonplan/model/figure"
)

// Outline gives the outlines of a text's letters on one line, in parts of the type size:
// it begins at 0, 0 on its baseline and y grows downwards. It gives the text's width too.
// Letters that the family lacks are left out.
func (f *Family) Outline(text string, bold bool) (steps []figure.Step, width float64) {
	var buf sfnt.Buffer
	for _, r := range text {
		family := f
		for family.behind != nil && family.face(bold).width(r) < 0 {
			family = family.behind
		}
		fc := family.face(bold)
		glyph, err := fc.font.GlyphIndex(&buf, r)
		if err != nil || glyph == 0 {
			continue
		}
		segments, err := fc.font.LoadGlyph(&buf, glyph, fixed.I(fc.upem), nil)
		if err != nil {
			continue
		}
		steps = append(steps, outlined(segments, width, float64(fc.upem)*64)...)
		width += float64(fc.width(r)) / 1000
	}
	return steps, width
}

// outlined turns a letter's outline into steps, moved to the right.
func outlined(segments sfnt.Segments, right, em float64) []figure.Step {
	var steps []figure.Step
	at := func(p fixed.Point26_6) figure.Point {
		return figure.Point{X: right + float64(p.X)/em, Y: float64(p.Y) / em}
	}
	var now figure.Point
	closeIt := func() {
		if len(steps) > 0 {
			steps = append(steps, figure.Step{Op: figure.Close})
		}
	}
	for _, seg := range segments {
		a, b, c := at(seg.Args[0]), at(seg.Args[1]), at(seg.Args[2])
		switch seg.Op {
		case sfnt.SegmentOpMoveTo:
			closeIt()
			steps, now = append(steps, figure.Step{Op: figure.MoveTo, P: [3]figure.Point{a}}), a
		case sfnt.SegmentOpLineTo:
			steps, now = append(steps, figure.Step{Op: figure.LineTo, P: [3]figure.Point{a}}), a
		case sfnt.SegmentOpQuadTo: // raised to a cubic curve
			steps = append(steps, figure.Step{Op: figure.CurveTo, P: [3]figure.Point{between(now, a), between(b, a), b}})
			now = b
		case sfnt.SegmentOpCubeTo:
			steps, now = append(steps, figure.Step{Op: figure.CurveTo, P: [3]figure.Point{a, b, c}}), c
		}
	}
	closeIt()
	return steps
}

// between is two thirds of the way to another point.
func between(from, to figure.Point) figure.Point {
	return figure.Point{X: from.X + (to.X-from.X)*2/3, Y: from.Y + (to.Y-from.Y)*2/3}
}
