package figure

import "math"

// Moved is a shape at another place.
func Moved(shape Shape, right, down float64) Shape {
	switch s := shape.(type) {
	case Rect:
		s.X, s.Y = s.X+right, s.Y+down
		return s
	case Text:
		s.X, s.Y = s.X+right, s.Y+down
		return s
	case Path:
		s.Steps = eachPoint(s.Steps, func(p Point) Point { return Point{p.X + right, p.Y + down} })
		return s
	}
	return shape
}

// Scaled is a shape so many times as large, from the origin, letters and lines with it.
func Scaled(shape Shape, by float64) Shape {
	switch s := shape.(type) {
	case Rect:
		s.X, s.Y, s.W, s.H, s.Radius, s.Stroke = s.X*by, s.Y*by, s.W*by, s.H*by, s.Radius*by, thicker(s.Stroke, by)
		return s
	case Text:
		s.X, s.Y, s.Size = s.X*by, s.Y*by, s.Size*by
		return s
	case Path:
		s.Steps = eachPoint(s.Steps, func(p Point) Point { return Point{p.X * by, p.Y * by} })
		s.Stroke = thicker(s.Stroke, by)
		return s
	}
	return shape
}

func eachPoint(steps []Step, do func(Point) Point) []Step {
	out := make([]Step, len(steps))
	for i, step := range steps {
		for k := range step.P {
			step.P[k] = do(step.P[k])
		}
		out[i] = step
	}
	return out
}

func thicker(s Stroke, by float64) Stroke {
	s.Width *= by
	if s.Dash == nil || by == 1 {
		return s
	}
	dash := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = d * by
	}
	s.Dash = dash
	return s
}

// Box is a part of a picture or a page in mm, from its top left.
type Box struct{ Left, Top, Right, Bottom float64 }

// Nowhere is the box that holds nothing.
var Nowhere = Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// Meets tells whether two boxes have a point in common.
func (b Box) Meets(o Box) bool {
	return b.Left <= o.Right && o.Left <= b.Right && b.Top <= o.Bottom && o.Top <= b.Bottom
}

// And is the box around two boxes.
func (b Box) And(o Box) Box {
	return Box{min(b.Left, o.Left), min(b.Top, o.Top), max(b.Right, o.Right), max(b.Bottom, o.Bottom)}
}

// Within is what two boxes have in common; [Nowhere] if that is nothing.
func (b Box) Within(o Box) Box {
	if !b.Meets(o) {
		return Nowhere
	}
	return Box{max(b.Left, o.Left), max(b.Top, o.Top), min(b.Right, o.Right), min(b.Bottom, o.Bottom)}
}

// BoxOf is what a shape covers, with the width of its lines. Of a text, which stands at
// its left end, the width in mm is asked for.
func BoxOf(shape Shape, textWidth float64) Box {
	switch s := shape.(type) {
	case Text:
		em := s.Size * mmPerPoint
		return Box{s.X, s.Y - em, s.X + textWidth, s.Y + .3*em}
	case Rect:
		w := s.Stroke.Width / 2
		return Box{s.X - w, s.Y - w, s.X + s.W + w, s.Y + s.H + w}
	case Path:
		b, w := Nowhere, s.Stroke.Width/2
		for _, step := range s.Steps {
			for _, p := range step.P[:PointsOf(step.Op)] {
				b = b.And(Box{p.X - w, p.Y - w, p.X + w, p.Y + w})
			}
		}
		return b
	}
	return Nowhere
}

// PointsOf tells how many points a step of a path has.
func PointsOf(op Op) int {
	switch op {
	case CurveTo:
		return 3
	case Close:
		return 0
	}
	return 1
}
