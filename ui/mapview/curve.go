package mapview

import (
	"math"

	"fyne.io/fyne/v2"

	"commonplan/model/layout"
)

// How far a line may be from the curve it stands for, at 100 %: near, and where the map
// is so small that its letters are not drawn.
const (
	nearEnough = 0.2
	farEnough  = 1.2
)

// curve turns a route into a line of straight pieces, as few as come near enough:
// through each gap between columns an S, level beside the cards of a column that is
// passed.
func curve(route layout.Route, enough float64) []fyne.Position {
	var line []fyne.Position
	for i := 0; i+1 < len(route); i += 2 {
		from, to := route[i], route[i+1]
		line = append(line, onMap(from))
		reach := (to.X - from.X) / 2
		if math.Abs(to.Y-from.Y) > enough {
			line = bend(line, [4]layout.Point{from, {X: from.X + reach, Y: from.Y}, {X: to.X - reach, Y: to.Y}, to}, enough)
		}
		line = append(line, onMap(to))
	}
	return line
}

// bend adds the points between the ends of a cubic curve at which it must be broken.
func bend(line []fyne.Position, c [4]layout.Point, enough float64) []fyne.Position {
	chord := math.Hypot(c[3].X-c[0].X, c[3].Y-c[0].Y)
	off := func(p layout.Point) float64 { // how far from the chord, on which side
		return ((p.X-c[0].X)*(c[3].Y-c[0].Y) - (p.Y-c[0].Y)*(c[3].X-c[0].X)) / chord
	}
	a, b := off(c[1]), off(c[2])
	// A curve is never further from its chord than this part of its control points.
	most := 0.75 * max(math.Abs(a), math.Abs(b))
	if a*b < 0 {
		most = 4. / 9 * max(math.Abs(a), math.Abs(b))
	}
	if most <= enough {
		return line
	}
	mid := func(p, q layout.Point) layout.Point { return layout.Point{X: (p.X + q.X) / 2, Y: (p.Y + q.Y) / 2} }
	ab, bc, cd := mid(c[0], c[1]), mid(c[1], c[2]), mid(c[2], c[3])
	abc, bcd := mid(ab, bc), mid(bc, cd)
	half := mid(abc, bcd)
	line = append(bend(line, [4]layout.Point{c[0], ab, abc, half}, enough), onMap(half))
	return bend(line, [4]layout.Point{half, bcd, cd, c[3]}, enough)
}

func onMap(p layout.Point) fyne.Position { return fyne.NewPos(float32(p.X), float32(p.Y)) }

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
