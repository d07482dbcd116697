package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"commonplan/ui/look"
)

// The measures of a cell; those of texts grow with the text scale.
const (
	padX      float32 = 8
	padY      float32 = 3.5
	headPad   float32 = 6.5
	iconSide  float32 = 16
	iconSpace float32 = 6
	heavy     float32 = 2 // the line above the total
	leastWide float32 = 72
)

// fit is where columns and rows stand, worked out for a width and text scale.
type fit struct {
	width, scale float32
	lefts        []float32    // of each column, and the right end
	tops         []float32    // of each row, and the foot
	lines        [][][]string // the wrapped text of each cell
}

// headHeight is the height of the row of heads.
func headHeight() float32 { return look.TextPitch(look.Caption) + 2*headPad }

// places works columns and rows out, once for a width and scale.
func (s *Sheet) places(width float32) *fit {
	f := &s.fitted
	if f.lefts != nil && f.width == width && f.scale == look.Scale() {
		return f
	}
	*f = fit{width: width, scale: look.Scale(), lefts: s.lefts(width)}
	y := headHeight()
	for _, row := range s.rows {
		f.tops = append(f.tops, y)
		most := 1
		var cells [][]string
		for column := range s.columns {
			text := ""
			if column < len(row.Cells) {
				text = row.Cells[column].Text
			}
			lines := []string{text}
			if !s.columns[column].Number {
				lines = look.Wrap(text, s.room(f, row, column), theme.Size(look.Body), row.bold())
			}
			cells, most = append(cells, lines), max(most, len(lines))
		}
		f.lines = append(f.lines, cells)
		y += float32(most)*look.TextPitch(look.Body) + 2*padY
		if row.Kind == Total {
			y += heavy
		}
	}
	f.tops = append(f.tops, y+1)
	return f
}

func (r Row) bold() bool { return r.Kind == Subtotal || r.Kind == Total }

// room is the width a cell’s text has. The words of a sum run on to the next figure.
func (s *Sheet) room(f *fit, row Row, column int) float32 {
	right := f.lefts[column+1]
	if row.Kind != Line {
		for next := column + 1; next < len(s.columns) && !s.columns[next].Number && (next >= len(row.Cells) || row.Cells[next].Text == ""); next++ {
			right = f.lefts[next+1]
		}
	}
	room := right - f.lefts[column] - 2*padX
	if column < len(row.Cells) && row.Cells[column].Icon != look.NoIcon {
		room -= look.Scaled(iconSide) + iconSpace
	}
	return max(room, look.Scaled(20))
}

// lefts shares the width out among the columns.
func (s *Sheet) lefts(width float32) []float32 {
	left, parts := width-2, float32(0)
	for _, c := range s.columns {
		left -= look.Scaled(c.Width)
		if c.Width == 0 {
			parts += max(1, c.Part)
		}
	}
	lefts := []float32{1}
	x := float32(1)
	for _, c := range s.columns {
		wide := look.Scaled(c.Width)
		if c.Width == 0 {
			wide = max(look.Scaled(leastWide), left*max(1, c.Part)/parts)
		}
		x += float32(int(wide + 0.5))
		lefts = append(lefts, x)
	}
	if parts > 0 && x < width { // what rounding left goes to the last column
		lefts[len(lefts)-1] = width - 1
	}
	return lefts
}

// HeightFor is the height of head and rows at a width.
func (s *Sheet) HeightFor(width float32) float32 {
	f := s.places(width)
	return f.tops[len(f.tops)-1]
}

// MinSize is the least width of the columns.
func (s *Sheet) MinSize() fyne.Size {
	width := float32(2)
	for _, c := range s.columns {
		width += max(look.Scaled(c.Width), map[bool]float32{true: look.Scaled(leastWide)}[c.Width == 0])
	}
	return fyne.NewSize(width, s.HeightFor(max(width, s.Size().Width)))
}

// bounds is where a cell stands in the sheet.
func (s *Sheet) bounds(at spot) (fyne.Position, fyne.Size) {
	f := s.places(s.Size().Width)
	if at.row < 0 || at.row >= len(s.rows) || at.column >= len(s.columns) {
		return fyne.Position{}, fyne.Size{}
	}
	top := f.tops[at.row]
	if s.rows[at.row].Kind == Total {
		top += heavy
	}
	return fyne.NewPos(f.lefts[at.column], top), fyne.NewSize(f.lefts[at.column+1]-f.lefts[at.column], f.tops[at.row+1]-top)
}

// under is the cell at a point; row -1 is the head, false is outside.
func (s *Sheet) under(p fyne.Position) (spot, bool) {
	f := s.places(s.Size().Width)
	at := spot{-1, -1}
	for column := range s.columns {
		if p.X >= f.lefts[column] && p.X < f.lefts[column+1] {
			at.column = column
		}
	}
	if at.column < 0 {
		return at, false
	}
	if head := s.headTop(); p.Y >= head && p.Y < head+headHeight() {
		return at, true
	}
	for row := range s.rows {
		if p.Y >= f.tops[row] && p.Y < f.tops[row+1] {
			at.row = row
			return at, true
		}
	}
	return at, false
}

// headTop is where the head stands: at the top of the sheet, or of what is in view.
func (s *Sheet) headTop() float32 {
	f := s.places(s.Size().Width)
	return max(0, min(s.view.top, f.tops[len(f.tops)-1]-headHeight()))
}

// reveal asks for the current row to be in view, with the head above it.
func (s *Sheet) reveal() {
	if s.OnReveal == nil || s.at.row < 0 || s.Size().Width == 0 {
		return
	}
	at, size := s.bounds(s.at)
	s.OnReveal(at.Y-headHeight(), at.Y+size.Height)
}
