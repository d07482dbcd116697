package raster

import (
	"image"

	"commonplan/model/figure"
	"commonplan/model/paper/typeset"
)

// Picture paints a drawing by itself on white, with so many pixels for each millimetre
// and its words in the typeface that the metrics are of. The picture is a little larger
// than the drawing: lines on its edge are whole.
func Picture(pic figure.Picture, m typeset.Metrics, scale float64) *image.RGBA {
	return New(typeset.Drawing(pic, m), scale).Page(0)
}
