package html

import (
	"slices"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

// Measures of a time scale in mm, and of its labels in points.
const (
	timeWidth   = 66.0 // of a column that has no width of its own
	labelRow    = 4.6
	barRow      = 6.0
	barHeight   = 3.8
	barInset    = 0.4
	pointRow    = 8.4
	pointAt     = 2.2 // from the top to the middle of a diamond
	pointHalf   = 1.55
	labelSize   = 9.5
	labelDown   = 3.6 // from the top of a row of labels to their baseline
	lineWidth   = 0.12
	pointBorder = 0.35
)

func width(c paper.Col) float64 {
	if c.Width > 0 {
		return c.Width
	}
	return timeWidth
}

// scaleHead draws the labels of a time scale.
func scaleHead(s paper.Scale, width float64) figure.Picture {
	p := figure.Picture{Width: width, Height: labelRow}
	step := width / float64(max(len(s.Labels), 1))
	for i, label := range s.Labels {
		if label = paper.Sound(label); label != "" {
			p.Shapes = append(p.Shapes, figure.Text{X: (float64(i) + .5) * step, Y: labelDown, String: label,
				Size: labelSize, Bold: true, Colour: figure.Hex(0x1A1A1A), Align: figure.Centre})
		}
	}
	return p
}

// scaleCell draws the bars or points of a cell on its time scale.
func (p *page) scaleCell(s paper.Scale, width float64, c paper.Cell) figure.Picture {
	n := len(s.Labels)
	picture := figure.Picture{Width: width, Height: barRow}
	if n == 0 {
		return picture
	}
	step := width / float64(n)
	if len(c.Points) > 0 {
		picture.Height = pointRow
	} else {
		for i := range n + 1 {
			colour := p.look.Hair
			if slices.Contains(s.Strong, i) {
				colour = p.look.Rule
			}
			x := float64(i) * step
			picture.Shapes = append(picture.Shapes, outline(figure.Colour{}, figure.Stroke{Colour: colour, Width: lineWidth},
				figure.Point{X: x}, figure.Point{X: x, Y: barRow}))
		}
	}
	for _, b := range c.Bars {
		if from, to := max(b.From, 0), min(b.To, n-1); from <= to {
			picture.Shapes = append(picture.Shapes, figure.Rect{X: float64(from)*step + barInset, Y: (barRow - barHeight) / 2,
				W: float64(to-from+1)*step - 2*barInset, H: barHeight, Fill: p.look.Accent})
		}
	}
	for _, point := range c.Points {
		if point.At >= 0 && point.At < n {
			picture.Shapes = append(picture.Shapes, p.point(point, (float64(point.At)+.5)*step)...)
		}
	}
	return picture
}

// point draws a diamond with its label under it.
func (p *page) point(point paper.Point, x float64) []figure.Shape {
	fill := figure.Hex(0xFFFFFF)
	if point.Filled {
		fill = p.look.Ink
	}
	diamond := outline(fill, figure.Stroke{Colour: p.look.Ink, Width: pointBorder},
		figure.Point{X: x, Y: pointAt - pointHalf}, figure.Point{X: x + pointHalf, Y: pointAt},
		figure.Point{X: x, Y: pointAt + pointHalf}, figure.Point{X: x - pointHalf, Y: pointAt})
	diamond.Steps = append(diamond.Steps, figure.Step{Op: figure.Close})
	return []figure.Shape{diamond, figure.Text{X: x, Y: labelRow + labelDown - .4, String: point.Label,
		Size: labelSize, Bold: true, Colour: p.look.Ink, Align: figure.Centre}}
}

// outline is an open path through points.
func outline(fill figure.Colour, stroke figure.Stroke, points ...figure.Point) figure.Path {
	path := figure.Path{Fill: fill, Stroke: stroke}
	for i, at := range points {
		op := figure.LineTo
		if i == 0 {
			op = figure.MoveTo
		}
		path.Steps = append(path.Steps, figure.Step{Op: op, P: [3]figure.Point{at}})
	}
	return path
}
