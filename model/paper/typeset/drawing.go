package typeset

import "commonplan/model/figure"

// drawingMargin leaves room in mm for lines that lie on the edge of a drawing.
const drawingMargin = .5

// Drawing puts a drawing on a page of its own, as large as the drawing with a narrow
// margin, for whoever wants to paint it by itself.
func Drawing(pic figure.Picture, m Metrics) Result {
	s := &setter{metrics: m, changed: map[string]bool{}}
	return Result{
		Width: pic.Width + 2*drawingMargin, Height: pic.Height + 2*drawingMargin,
		Pages: []Page{{Items: s.picture(pic, Artifact, drawingMargin, drawingMargin, 1)}}, Changes: s.changes,
	}
}

// Blackened is a drawing as a copier makes it: black and white only.
func Blackened(pic figure.Picture) figure.Picture {
	shapes := make([]figure.Shape, len(pic.Shapes))
	for i, sh := range pic.Shapes {
		shapes[i] = toned(sh, copied)
	}
	pic.Shapes = shapes
	return pic
}

// Black is a look without colours and greys.
func (l Look) Black() Look {
	for _, c := range []*figure.Colour{&l.Ink, &l.Accent, &l.Mute, &l.Rule, &l.Hair, &l.Environment, &l.Social, &l.Wealth} {
		*c = black
	}
	l.Tint = figure.Colour{}
	return l
}

// The sheet of a drawing has a margin, and is no larger than readers of PDF allow
// (200 inches), in mm.
const (
	sheetMargin = 10
	mostSheet   = 5080
)

// Sheet puts a drawing on a page of its own that is as large as the drawing with a
// margin, to be read: what the drawing says in words goes with it. One too large for
// any reader is made smaller.
func Sheet(pic figure.Picture, m Metrics, language string) Result {
	s := &setter{metrics: m, changed: map[string]bool{}}
	s.elements = []Element{{Role: RoleDocument, Parent: -1, Language: language}}
	element := s.element(RoleFigure, 0)
	s.elements[element].Alt = s.clean(pic.Alt)
	const most = mostSheet - 2*sheetMargin
	k := fit(pic, most, most)
	items := s.picture(pic, element, sheetMargin, sheetMargin, k)
	return Result{
		Width: pic.Width*k + 2*sheetMargin, Height: pic.Height*k + 2*sheetMargin,
		Pages: []Page{{Items: items}}, Elements: s.elements, Changes: s.changes,
	}
}
