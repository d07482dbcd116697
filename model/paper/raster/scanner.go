package raster

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// scanner fills outlines that rasterx traces. It works on the part of the page that an
// outline covers only: on a page of hairlines that is a hundred times quicker than
// going over the whole page for each.
type scanner struct {
	page  *image.RGBA
	steps []step
	box   fixed.Rectangle26_6
	ink   *image.Uniform
	fill  vector.Rasterizer
}

// step is a corner of an outline; start begins a new one.
type step struct {
	at    fixed.Point26_6
	start bool
}

var _ rasterx.Scanner = (*scanner)(nil)

func newScanner(page *image.RGBA) *scanner {
	return &scanner{page: page, ink: image.NewUniform(color.Black)}
}

func (s *scanner) Start(a fixed.Point26_6) { s.add(a, true) }

func (s *scanner) Line(b fixed.Point26_6) { s.add(b, false) }

func (s *scanner) add(at fixed.Point26_6, start bool) {
	point := fixed.Rectangle26_6{Min: at, Max: at.Add(fixed.Point26_6{X: 1, Y: 1})}
	if len(s.steps) == 0 {
		s.box = point
	} else {
		s.box = s.box.Union(point)
	}
	s.steps = append(s.steps, step{at, start})
}

// Draw fills what was traced.
func (s *scanner) Draw() {
	area := image.Rect(s.box.Min.X.Floor(), s.box.Min.Y.Floor(), s.box.Max.X.Ceil()+1, s.box.Max.Y.Ceil()+1).Intersect(s.page.Bounds())
	if area.Empty() || len(s.steps) == 0 {
		return
	}
	s.fill.Reset(area.Dx(), area.Dy())
	s.fill.DrawOp = draw.Over
	// Outlines are not closed here: rasterx traces the two edges of a stroke as open
	// lines, whose areas add up.
	for _, step := range s.steps {
		x := float32(step.at.X)/64 - float32(area.Min.X)
		y := float32(step.at.Y)/64 - float32(area.Min.Y)
		if step.start {
			s.fill.MoveTo(x, y)
		} else {
			s.fill.LineTo(x, y)
		}
	}
	s.fill.Draw(s.page, area, s.ink, image.Point{})
}

func (s *scanner) Clear() { s.steps = s.steps[:0] }

func (s *scanner) GetPathExtent() fixed.Rectangle26_6 { return s.box }

func (s *scanner) SetColor(c any) {
	if c, ok := c.(color.Color); ok {
		s.ink.C = c
	}
}

func (s *scanner) SetBounds(int, int) {} // the page has its own

func (s *scanner) SetWinding(bool) {} // vector knows non-zero winding only, which is what papers use

func (s *scanner) SetClip(image.Rectangle) {} // nothing is clipped
