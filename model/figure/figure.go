// Package figure holds pictures as plain lists of shapes: the map, the charts (who pays,
// years, progress, balance, prevention, timeline) and cards to write on.
//
// A [Picture] is made once from the facts and painted by whoever needs it: the PDF
// writer, the SVG painter in this package, the window. Lengths are millimetres with
// the origin at the top left and y growing downwards; type sizes are points.
// A picture carries its own words ([Picture.Alt]) for people who cannot see it.
package figure

// Picture is a finished drawing.
type Picture struct {
	Width, Height float64 // mm
	Title         string  // a short name
	Alt           string  // what the picture says, in plain sentences
	Shapes        []Shape // painted in order, later ones on top
	Cut           bool    // shapes may reach beyond its sides; only what is inside shows
}

// Shape is one of [Rect], [Path] or [Text].
type Shape interface{ shape() }

// Colour is an opaque sRGB colour; the zero value paints nothing.
type Colour struct {
	R, G, B uint8
	On      bool
}

// Hex makes a colour from 0xRRGGBB.
func Hex(rgb uint32) Colour {
	return Colour{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), On: true}
}

// Stroke is how an outline is drawn. A zero Width or Colour draws none.
type Stroke struct {
	Colour Colour
	Width  float64   // mm
	Dash   []float64 // mm on, mm off, …; nil is solid
}

// Rect is a rectangle, with round corners if Radius is over zero.
type Rect struct {
	X, Y, W, H float64
	Radius     float64
	Fill       Colour
	Stroke     Stroke
}

// Op says what a path step does.
type Op uint8

// The path steps: a move, a straight line, a cubic curve, and closing the outline.
const (
	MoveTo Op = iota
	LineTo
	CurveTo // Points: control 1, control 2, end
	Close
)

// Point is a place on the picture in mm.
type Point struct{ X, Y float64 }

// Step is one step of a path. MoveTo and LineTo use P[0]; CurveTo uses all three.
type Step struct {
	Op Op
	P  [3]Point
}

// Path is an open or closed outline.
type Path struct {
	Steps  []Step
	Fill   Colour
	Stroke Stroke
}

// Align says which end of a text stands at its X.
type Align uint8

// The alignments of a text.
const (
	Left Align = iota
	Centre
	Right
)

// Text is one line of text; Y is its baseline.
type Text struct {
	X, Y   float64
	String string
	Size   float64 // points
	Bold   bool    // Semibold
	Colour Colour
	Align  Align
}

func (Rect) shape() {}
func (Path) shape() {}
func (Text) shape() {}
