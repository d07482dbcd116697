package mapview

import (
	"math"

	"fyne.io/fyne/v2"

	"commonplan/model/layout"
)

// curve turns a route into a line of short straight pieces: through each gap between
// columns an S, level beside the cards of a column that is passed.
func curve(route layout.Route, scale float32) []fyne.Position {
	var line []fyne.Position
	for i := 0; i+1 < len(route); i += 2 {
		from, to := route[i], route[i+1]
		line = append(line, fyne.NewPos(float32(from.X), float32(from.Y)))
		if from.Y == to.Y {
			line = append(line, fyne.NewPos(float32(to.X), float32(to.Y)))
			continue
		}
		pieces := min(24, max(8, int(math.Abs(to.Y-from.Y)/10/float64(scale))))
		reach := (to.X - from.X) / 2
		for k := 1; k <= pieces; k++ {
			t := float64(k) / float64(pieces)
			u := 1 - t
			line = append(line, fyne.NewPos(
				float32(u*u*u*from.X+3*u*u*t*(from.X+reach)+3*u*t*t*(to.X-reach)+t*t*t*to.X),
				float32(u*u*(1+2*t)*from.Y+t*t*(3-2*t)*to.Y)))
		}
	}
	return line
}

// whole rounds to a whole unit, where letters and edges are sharp.
func whole(f float32) float32 { return float32(math.Round(float64(f))) }

// distance is how far a point is from a straight piece.
func distance(p, a, b fyne.Position) float32 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := float32(0)
	if length := dx*dx + dy*dy; length > 0 {
		t = min(1, max(0, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/length))
	}
	return float32(math.Hypot(float64(p.X-a.X-t*dx), float64(p.Y-a.Y-t*dy)))
}

// rect is a part of the map.
type rect struct{ left, top, right, bottom float32 }

func (r rect) holds(p fyne.Position) bool {
	return p.X >= r.left && p.X < r.right && p.Y >= r.top && p.Y < r.bottom
}

// crosses tells whether a straight piece may be seen in the part.
func (r rect) crosses(a, b fyne.Position) bool {
	return max(a.X, b.X) >= r.left && min(a.X, b.X) <= r.right && max(a.Y, b.Y) >= r.top && min(a.Y, b.Y) <= r.bottom
}
