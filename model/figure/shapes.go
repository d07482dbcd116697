package figure

// The colours of the papers.
var (
	ink    = Hex(0x1A1A1A)
	accent = Hex(0x135E63)
	mute   = Hex(0x4D4D4D)
	grey   = Hex(0x333333) // of links
	tint   = Hex(0xEEF3F5)
	white  = Hex(0xFFFFFF)
	hair   = Hex(0xB3B3B3) // between rows
	rule   = Hex(0x767676) // lines to write on and to cut along
)

// The objectives have a colour and a shape each.
var objectiveColours = map[string]Colour{
	"environment":    Hex(0x1F6B3A),
	"social_justice": Hex(0x6A2C70),
	"economy":        Hex(0x8A4A00),
}

func moveTo(x, y float64) Step { return Step{Op: MoveTo, P: [3]Point{{x, y}}} }
func lineTo(x, y float64) Step { return Step{Op: LineTo, P: [3]Point{{x, y}}} }

func curveTo(x1, y1, x2, y2, x, y float64) Step {
	return Step{Op: CurveTo, P: [3]Point{{x1, y1}, {x2, y2}, {x, y}}}
}

// objectiveShape is the mark of an objective, about so large, round a middle: circle
// (environment), square (social justice) or triangle (economy). Another has none.
func objectiveShape(objective string, x, y, size float64, fill Colour) []Shape {
	switch objective {
	case "environment":
		return []Shape{circle(x, y, size/2, fill)}
	case "social_justice":
		side := size * 0.9
		return []Shape{Rect{X: x - side/2, Y: y - side/2, W: side, H: side, Fill: fill}}
	case "economy":
		return []Shape{Path{Fill: fill, Steps: []Step{
			moveTo(x-size*0.56, y+size*0.46), lineTo(x+size*0.56, y+size*0.46), lineTo(x, y-size*0.52), {Op: Close}}}}
	}
	return nil
}

func circle(x, y, r float64, fill Colour) Path {
	k := r * 0.5523 // of a quarter circle as a cubic curve
	return Path{Fill: fill, Steps: []Step{
		moveTo(x+r, y),
		curveTo(x+r, y+k, x+k, y+r, x, y+r),
		curveTo(x-k, y+r, x-r, y+k, x-r, y),
		curveTo(x-r, y-k, x-k, y-r, x, y-r),
		curveTo(x+k, y-r, x+r, y-k, x+r, y),
		{Op: Close},
	}}
}
