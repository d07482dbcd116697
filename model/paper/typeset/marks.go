package typeset

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
)

// The marks, as parts of the type size.
const (
	markCentre   = .38  // from the left end of a mark's place to its middle
	markUp       = .29  // from the baseline to its middle
	markPlace    = 1.03 // the place of a mark that stands alone, so that marks line up
	markBeside   = .93  // the place of a mark with words after it
	circleRadius = .37
	squareHalf   = .305
	triangleHalf = .41
	dashHalf     = .13
)

func markWidth(run paper.Run, kind Type) float64 {
	if isScaleMark(run.Mark) {
		return pt((boxesWide + boxAfter) * kind.Size)
	}
	if run.Text == "" {
		return pt(markPlace * kind.Size)
	}
	return pt(markBeside * kind.Size)
}

// markItems draws a mark whose place begins at x, for words with the given baseline.
func (s *setter) markItems(m paper.Mark, element int, x, baseline, size float64) []Item {
	if isScaleMark(m) {
		return s.scaleMark(m, element, x, baseline, size)
	}
	return []Item{s.markItem(m, element, x, baseline, size)}
}

// markItem draws a mark that is one shape.
func (s *setter) markItem(m paper.Mark, element int, x, baseline, size float64) Item {
	em := pt(size)
	cx, cy := x+markCentre*em, baseline-markUp*em
	it := Item{Element: element}
	switch m {
	case paper.MarkCircle:
		r := circleRadius * em
		it.Shape = figure.Rect{X: cx - r, Y: cy - r, W: 2 * r, H: 2 * r, Radius: r, Fill: s.look.Environment}
	case paper.MarkSquare:
		h := squareHalf * em
		it.Shape = figure.Rect{X: cx - h, Y: cy - h, W: 2 * h, H: 2 * h, Fill: s.look.Social}
	case paper.MarkTriangle:
		h := triangleHalf * em
		it.Shape = outline(s.look.Wealth, figure.Stroke{},
			figure.Point{X: cx - h, Y: cy + .9*h}, figure.Point{X: cx, Y: cy - .9*h}, figure.Point{X: cx + h, Y: cy + .9*h})
	default: // MarkDash
		it.Shape = straight(cx-dashHalf*em, cy, cx+dashHalf*em, cy, figure.Stroke{Colour: s.look.Mute, Width: pt(.8)})
	}
	return it
}

// diamond is a milestone's mark round a point.
func (s *setter) diamond(cx, cy float64, filled bool) figure.Path {
	const half = 1.55
	fill := figure.Hex(0xFFFFFF)
	if filled {
		fill = s.look.Ink
	}
	return outline(fill, figure.Stroke{Colour: s.look.Ink, Width: pt(1)},
		figure.Point{X: cx, Y: cy - half}, figure.Point{X: cx + half, Y: cy},
		figure.Point{X: cx, Y: cy + half}, figure.Point{X: cx - half, Y: cy})
}

// outline is a closed path through points.
func outline(fill figure.Colour, stroke figure.Stroke, points ...figure.Point) figure.Path {
	p := figure.Path{Fill: fill, Stroke: stroke}
	for i, at := range points {
		op := figure.LineTo
		if i == 0 {
			op = figure.MoveTo
		}
		p.Steps = append(p.Steps, figure.Step{Op: op, P: [3]figure.Point{at}})
	}
	p.Steps = append(p.Steps, figure.Step{Op: figure.Close})
	return p
}

// straight is a line from one point to another.
func straight(x1, y1, x2, y2 float64, stroke figure.Stroke) figure.Path {
	return figure.Path{Stroke: stroke, Steps: []figure.Step{
		{Op: figure.MoveTo, P: [3]figure.Point{{X: x1, Y: y1}}},
		{Op: figure.LineTo, P: [3]figure.Point{{X: x2, Y: y2}}},
	}}
}

// rule is a level line that says nothing.
func rule(x, y, width float64, colour figure.Colour, weight float64) Item {
	return Item{Element: Artifact, Shape: straight(x, y, x+width, y, figure.Stroke{Colour: colour, Width: weight})}
}

// lowest is the y of a shape's lower edge; of a text, of its baseline and a little more.
func lowest(sh figure.Shape) float64 {
	switch sh := sh.(type) {
	case figure.Rect:
		return sh.Y + sh.H
	case figure.Text:
		return sh.Y + pt(.3*sh.Size)
	case figure.Path:
		y := 0.0
		for _, st := range sh.Steps {
			for k := range figure.PointsOf(st.Op) {
				y = max(y, st.P[k].Y)
			}
		}
		return y
	}
	return 0
}
