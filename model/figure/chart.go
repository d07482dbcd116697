package figure

import (
	"commonplan/model/words"
)

// ChartOptions say how a chart is to be drawn.
type ChartOptions struct {
	Words   *words.Words // nil is English
	Metrics Metrics      // of the typeface
	Width   float64      // mm; 0 is 174, the text of a sheet of A4
	Size    float64      // of letters, in points; 0 is 11. Some are smaller, but none if it is [LargePrint] or more

	even bool // all letters are of one size
}

// LargePrint is the least size of letters in large print, in points.
const LargePrint = 16

// The usual width of a chart in mm, and the usual sizes of letters in points.
const (
	usualWidth = 174
	usualSize  = 11
	usualSmall = 9.5
)

// inLargePrint draws a picture with letters of one size and makes all of it larger. In
// usual print it is drawn as it is.
func inLargePrint(o ChartOptions, draw func(ChartOptions) []Picture) []Picture {
	if o.Size < LargePrint {
		return draw(o)
	}
	if o.Width <= 0 {
		o.Width = usualWidth
	}
	by := o.Size / usualSize
	o.Width, o.Size, o.even = o.Width/by, 0, true
	pictures := draw(o)
	for i, p := range pictures {
		pictures[i] = ScaledPicture(p, by)
	}
	return pictures
}

// chartMaker draws one chart.
type chartMaker struct {
	o           ChartOptions
	size, small float64 // of type, in points
	plain       bool    // parts of a bar are named without their status
	shapes      []Shape
}

func newChart(o ChartOptions) *chartMaker {
	if o.Words == nil {
		o.Words = words.English()
	}
	if o.Width <= 0 {
		o.Width = usualWidth
	}
	c := &chartMaker{o: o, size: usualSize, small: usualSmall}
	if o.Size > 0 {
		c.size, c.small = o.Size, o.Size-2
	}
	if o.even {
		c.small = c.size
	}
	return c
}

func (c *chartMaker) say(key string, with ...words.With) string { return c.o.Words.Say(key, with...) }

func (c *chartMaker) add(shapes ...Shape) { c.shapes = append(c.shapes, shapes...) }

// text writes one line of words with its baseline at y.
func (c *chartMaker) text(x, y float64, words string, size float64, bold bool, colour Colour, align Align) {
	if words != "" {
		c.add(Text{X: x, Y: y, String: words, Size: size, Bold: bold, Colour: colour, Align: align})
	}
}

func (c *chartMaker) width(words string, size float64, bold bool) float64 {
	return width(c.o.Metrics, words, size, bold)
}

// leading is the distance of two lines in mm.
func leading(size float64) float64 { return size * 1.27 * mmPerPoint }

// middle is how far a line's baseline lies under its middle.
func middle(size float64) float64 { return size * 0.34 * mmPerPoint }

// straight is a line from one point to another.
func straight(x1, y1, x2, y2 float64, stroke Stroke) Path {
	return Path{Steps: []Step{moveTo(x1, y1), lineTo(x2, y2)}, Stroke: stroke}
}

// The hatching of what is applied for: lines at 45°.
const (
	hatchGap  = 1.6 // mm from line to line
	hatchLine = 0.7 * mmPerPoint
)

// hatched is a rectangle filled with lines at 45° in a thin frame: it stays readable
// without colour.
func hatched(r Rect) []Shape {
	const diagonal = 1.4142135623730951
	var steps []Step
	for c := hatchGap * diagonal / 2; c < r.W+r.H; c += hatchGap * diagonal {
		// The line from the left or lower edge up to the upper or right one.
		x1, y1 := r.X, r.Y+c
		if c > r.H {
			x1, y1 = r.X+c-r.H, r.Y+r.H
		}
		x2, y2 := r.X+c, r.Y
		if c > r.W {
			x2, y2 = r.X+r.W, r.Y+c-r.W
		}
		steps = append(steps, moveTo(x1, y1), lineTo(x2, y2))
	}
	frame := r
	frame.Fill, frame.Stroke = Colour{}, Stroke{Colour: ink, Width: hatchLine}
	return []Shape{Path{Steps: steps, Stroke: Stroke{Colour: ink, Width: hatchLine}}, frame}
}

// ScaledPicture gives a picture so many times as large, letters and lines with it.
func ScaledPicture(p Picture, by float64) Picture {
	p.Width, p.Height = p.Width*by, p.Height*by
	shapes := make([]Shape, len(p.Shapes))
	for i, shape := range p.Shapes {
		shapes[i] = Scaled(shape, by)
	}
	p.Shapes = shapes
	return p
}
