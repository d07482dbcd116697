package figure

import (
	"math"
	"strconv"
)

// Sheets say how a picture is cut into sheets of paper that are put together again.
type Sheets struct {
	Width, Height float64 // mm of the picture that one sheet shows
	Overlap       float64 // mm that it shares with each neighbour
	Metrics       Metrics
}

// Sheet is one of them, in a row and a column counted from 0.
type Sheet struct {
	Row, Column int
	Picture     Picture // without a title and words of its own
}

// Counts tells how many rows and columns of sheets a picture takes.
func (s Sheets) Counts(p Picture) (rows, columns int) {
	count := func(length, sheet float64) int {
		return max(1, int(math.Ceil((length-s.Overlap-1e-6)/(sheet-s.Overlap))))
	}
	return count(p.Height, s.Height), count(p.Width, s.Width)
}

// Cut gives the sheets row by row. Where a neighbour is laid on, at the right and below,
// a dashed line shows up to where; where a sheet is laid on its neighbours, at the left
// and above, a solid line shows where to cut it.
func (s Sheets) Cut(p Picture) []Sheet {
	rows, columns := s.Counts(p)
	boxes := make([]Box, len(p.Shapes))
	for i, shape := range p.Shapes {
		boxes[i] = s.boxOf(shape)
	}
	var all []Sheet
	for row := range rows {
		for column := range columns {
			left, top := float64(column)*(s.Width-s.Overlap), float64(row)*(s.Height-s.Overlap)
			sheet := Picture{Width: min(s.Width, p.Width-left), Height: min(s.Height, p.Height-top), Cut: true}
			window := Box{left, top, left + sheet.Width, top + sheet.Height}
			for i, shape := range p.Shapes {
				if boxes[i].Meets(window) {
					sheet.Shapes = append(sheet.Shapes, Moved(shape, -left, -top))
				}
			}
			sheet.Shapes = append(sheet.Shapes, s.joins(sheet, row, column, rows, columns)...)
			all = append(all, Sheet{row, column, sheet})
		}
	}
	return all
}

// boxOf is what a shape of a picture covers.
func (s Sheets) boxOf(shape Shape) Box {
	t, is := shape.(Text)
	if !is {
		return BoxOf(shape, 0)
	}
	wide := width(s.Metrics, t.String, t.Size, t.Bold)
	switch t.Align {
	case Centre:
		t.X -= wide / 2
	case Right:
		t.X -= wide
	}
	return BoxOf(t, wide)
}

// joins are the lines by which a sheet meets its neighbours.
func (s Sheets) joins(sheet Picture, row, column, rows, columns int) []Shape {
	var shapes []Shape
	line := func(x1, y1, x2, y2 float64, dash ...float64) {
		shapes = append(shapes, Path{Stroke: Stroke{Colour: rule, Width: .25, Dash: dash}, Steps: []Step{moveTo(x1, y1), lineTo(x2, y2)}})
	}
	if column > 0 {
		line(.15, 0, .15, sheet.Height)
	}
	if row > 0 {
		line(0, .15, sheet.Width, .15)
	}
	if x := s.Width - s.Overlap; column < columns-1 {
		line(x, 0, x, sheet.Height, 2, 2)
	}
	if y := s.Height - s.Overlap; row < rows-1 {
		line(0, y, sheet.Width, y, 2, 2)
	}
	return shapes
}

// The key to the sheets is small, and its numbers are still to be read.
const (
	keyNumber    = 9 // points
	overNumber   = 20
	leastNumbers = 4.2 // mm a cell of the key must be high to hold its number
)

// Key shows where a sheet belongs among all: a grid no wider and higher than so many mm,
// the sheet's own place filled.
func (s Sheets) Key(p Picture, at Sheet, wide, high float64) Picture {
	rows, columns := s.Counts(p)
	cell := min(wide/float64(columns), high/float64(rows)*s.Width/s.Height)
	w, h := cell, cell*s.Height/s.Width
	key := Picture{Width: w * float64(columns), Height: h * float64(rows)}
	for row := range rows {
		for column := range columns {
			box := Rect{X: w * float64(column), Y: h * float64(row), W: w, H: h, Fill: white, Stroke: Stroke{Colour: ink, Width: .3}}
			number := ink
			if row == at.Row && column == at.Column {
				box.Fill, number = accent, white
			}
			key.Shapes = append(key.Shapes, box)
			if h >= leastNumbers {
				key.Shapes = append(key.Shapes, Text{X: box.X + w/2, Y: box.Y + h/2 + keyNumber*.35*mmPerPoint, Size: keyNumber, Bold: true,
					Align: Centre, Colour: number, String: strconv.Itoa(row*columns + column + 1)})
			}
		}
	}
	return key
}

// Overview is the picture in small, without its words, under the numbers of the sheets.
// It says what the picture says.
func (s Sheets) Overview(p Picture, wide, high float64) Picture {
	rows, columns := s.Counts(p)
	k := min(wide/p.Width, high/p.Height)
	out := Picture{Width: p.Width * k, Height: p.Height * k, Title: p.Title, Alt: p.Alt}
	for _, shape := range p.Shapes {
		if _, is := shape.(Text); !is {
			out.Shapes = append(out.Shapes, Scaled(shape, k))
		}
	}
	edge := Stroke{Colour: accent, Width: .7}
	out.Shapes = append(out.Shapes, Rect{X: .35, Y: .35, W: out.Width - .7, H: out.Height - .7, Stroke: edge})
	for column := 1; column < columns; column++ {
		x := k * float64(column) * (s.Width - s.Overlap)
		out.Shapes = append(out.Shapes, Path{Stroke: edge, Steps: []Step{moveTo(x, 0), lineTo(x, out.Height)}})
	}
	for row := 1; row < rows; row++ {
		y := k * float64(row) * (s.Height - s.Overlap)
		out.Shapes = append(out.Shapes, Path{Stroke: edge, Steps: []Step{moveTo(0, y), lineTo(out.Width, y)}})
	}
	const half = 6.5
	for n := range rows * columns {
		left, top := k*float64(n%columns)*(s.Width-s.Overlap), k*float64(n/columns)*(s.Height-s.Overlap)
		x := (left + min(out.Width, left+k*(s.Width-s.Overlap))) / 2
		y := (top + min(out.Height, top+k*(s.Height-s.Overlap))) / 2
		out.Shapes = append(out.Shapes, Rect{X: x - half, Y: y - half, W: 2 * half, H: 2 * half, Radius: half, Fill: white, Stroke: edge},
			Text{X: x, Y: y + overNumber*.35*mmPerPoint, Size: overNumber, Bold: true, Align: Centre, Colour: accent, String: strconv.Itoa(n + 1)})
	}
	return out
}
