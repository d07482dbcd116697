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
