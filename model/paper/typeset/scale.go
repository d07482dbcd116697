package typeset

import (
	"slices"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

// Measures of a time scale in mm.
const (
	barHeight = 3.8
	barInset  = .4 // from a cell's line to a bar's end
	pointsTop = .8 // above a row of points
)

// scaleHead writes the labels of a time scale over its cells, with the top at y.
func (s *setter) scaleHead(g *grid, c cell, y float64) []Item {
	labels := g.table.Cols[c.col].Period.Labels
	cellWidth := g.scaleWidth(c.col) / float64(max(len(labels), 1))
	var out []Item
	for i, text := range labels {
		p := s.plain(text, s.look.Small, s.bold(s.look.Ink, c.element), s.look.Width)
		if len(p.lines) == 0 {
			continue
		}
		mid := g.lefts[c.col] + (float64(i)+.5)*cellWidth
		out = append(out, s.items(p, 0, mid-p.lines[0].width/2, y)...)
	}
	return out
}

func (g *grid) scaleWidth(col int) float64 {
	_, w := g.inner(col, 1)
	return w
}

// scaleItems draws a cell of a time scale: its lines and bars, or its points.
func (s *setter) scaleItems(g *grid, c cell, in paper.Cell, height float64) []Item {
	period := g.table.Cols[c.col].Period
	n := len(period.Labels)
	if n == 0 {
		return nil
	}
	x, step := g.lefts[c.col], g.scaleWidth(c.col)/float64(n)
	var out []Item
	if len(in.Points) == 0 {
		for i := range n + 1 {
			colour := s.look.Hair
			if slices.Contains(period.Strong, i) {
				colour = s.look.Rule
			}
			at := x + float64(i)*step
			out = append(out, Item{Element: Artifact, Shape: straight(at, 0, at, height,
				figure.Stroke{Colour: colour, Width: s.look.HairWidth})})
		}
	}
	if len(in.Bars)+len(in.Points) == 0 {
		return out
	}
	element := s.element(RoleFigure, c.element)
	s.elements[element].Alt = s.clean(in.Alt)
	for _, b := range in.Bars {
		from, to := max(b.From, 0), min(b.To, n-1)
		if from > to {
			continue
		}
		out = append(out, Item{Element: element, Shape: figure.Rect{
			X: x + float64(from)*step + barInset, Y: (height - barHeight) / 2,
			W: float64(to-from+1)*step - 2*barInset, H: barHeight, Fill: s.look.Accent}})
	}
	for _, pt := range in.Points {
		if pt.At >= 0 && pt.At < n {
			out = append(out, s.pointItems(pt, element, x+(float64(pt.At)+.5)*step, g.pad+pointsTop)...)
		}
	}
	return out
}

// pointItems draws a point's diamond round x, with its label under it.
func (s *setter) pointItems(pt paper.Point, element int, x, y float64) []Item {
	line := s.look.Small.height()
	out := []Item{{Element: element, Shape: s.diamond(x, y+.45*line, pt.Filled)}}
	if label := s.plain(pt.Label, s.look.Small, s.bold(s.look.Ink, element), s.look.Width); len(label.lines) > 0 {
		out = append(out, s.items(label, 0, x-label.lines[0].width/2, y+line)...)
	}
	return out
}
