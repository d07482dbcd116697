package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"commonplan/ui/look"
)

// CreateRenderer is for Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{sheet: s, plate: look.NewPanelWith(0, look.Spring()), complaint: newComplaint()}
	d.arrange()
	return d
}

// drawing draws what is in view: the plate, then what pools of shapes give, the ring
// of the current cell, the texts, the editor, and over all the head.
type drawing struct {
	sheet     *Sheet
	plate     *fyne.Container
	under     pool[*canvas.Rectangle] // grounds and lines
	texts     pool[*canvas.Text]
	icons     pool[*look.Shape]
	over      pool[*canvas.Rectangle] // of the head
	heads     pool[*canvas.Text]
	complaint *complaint
	objects   []fyne.CanvasObject
}

// pool holds shapes that are used again from one drawing to the next.
type pool[T fyne.CanvasObject] struct {
	all  []T
	used int
}

func (p *pool[T]) next(fresh func() T) T {
	if p.used == len(p.all) {
		p.all = append(p.all, fresh())
	}
	p.used++
	return p.all[p.used-1]
}

func (p *pool[T]) objects(into []fyne.CanvasObject) []fyne.CanvasObject {
	for _, o := range p.all[:p.used] {
		into = append(into, o)
	}
	return into
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Layout(fyne.Size)             { d.arrange() }
func (d *drawing) MinSize() fyne.Size           { return d.sheet.MinSize() }

func (d *drawing) Refresh() {
	d.arrange()
	canvas.Refresh(d.sheet)
}

func (d *drawing) arrange() {
	s := d.sheet
	f := s.places(s.Size().Width)
	d.under.used, d.texts.used, d.icons.used, d.over.used, d.heads.used = 0, 0, 0, 0, 0
	d.plate.Resize(fyne.NewSize(s.Size().Width, f.tops[len(f.tops)-1]))
	for row := range s.rows {
		if f.tops[row+1] >= s.view.top && f.tops[row] <= s.view.bottom {
			d.row(f, row)
		}
	}
	d.columnLines(f)
	d.head(f)
	d.current()
	d.objects = append(d.objects[:0], d.plate)
	d.objects = d.under.objects(d.objects)
	d.objects = d.texts.objects(d.objects)
	d.objects = d.icons.objects(d.objects)
	if s.editor.open {
		d.objects = append(d.objects, s.editor)
	}
	d.objects = d.over.objects(d.objects)
	d.objects = d.heads.objects(d.objects)
	if d.complain() {
		d.objects = append(d.objects, d.complaint.object)
	}
}

// fill draws a plain rectangle.
func fill(p *pool[*canvas.Rectangle], color fyne.ThemeColorName, x, y, w, h float32) *canvas.Rectangle {
	r := p.next(func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
	r.FillColor = look.Color(color)
	r.BottomLeftCornerRadius, r.BottomRightCornerRadius, r.TopLeftCornerRadius, r.TopRightCornerRadius = 0, 0, 0, 0
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}

// row draws the ground and the line of a row, and its cells.
func (d *drawing) row(f *fit, row int) {
	s := d.sheet
	r, top, bottom, right := s.rows[row], f.tops[row], f.tops[row+1], f.width-1
	last := row == len(s.rows)-1
	if r.bold() {
		ground := fill(&d.under, look.Sunk, 1, top, right-1, bottom-top-1)
		if last {
			ground.BottomLeftCornerRadius, ground.BottomRightCornerRadius = look.RadiusCard-1, look.RadiusCard-1
		}
	}
	switch {
	case r.Kind == Total:
		fill(&d.under, look.Ink, 1, top, right-1, heavy)
	case !last && s.rows[row+1].Kind != Total:
		fill(&d.under, look.Line, 1, bottom-1, right-1, 1)
	}
	for column := range s.columns {
		d.cell(f, spot{row, column})
	}
}

// cell draws the text of a cell, or what was typed and could not be stored.
func (d *drawing) cell(f *fit, at spot) {
	s := d.sheet
	if s.editor.open && at == s.at {
		return
	}
	row, cell := s.rows[at.row], s.cell(at)
	corner, size := s.bounds(at)
	lines, ink := f.lines[at.row][at.column], look.Ink
	if row.Kind == Remark {
		ink = look.Muted
	}
	x := corner.X + padX
	icon := cell.Icon
	if m, bad := s.wrong[place{row.Key, at.column}]; bad {
		lines, icon, ink = []string{m.text}, look.IconAttention, look.Error
		d.border(corner, size, look.Error, look.Surface, 2)
	}
	if icon != look.NoIcon {
		tone := look.Muted
		if ink == look.Error {
			tone = look.Error
		}
		side := look.Scaled(iconSide)
		shape := d.icons.next(func() *look.Shape { return look.NewShape(look.NoIcon, look.Muted, iconSide) })
		shape.Set(icon, tone)
		shape.Move(fyne.NewPos(x, corner.Y+padY+(look.TextPitch(look.Body)-side)/2))
		shape.Resize(fyne.NewSquareSize(side))
		x += side + iconSpace
	}
	for i, line := range lines {
		if line == "" {
			continue
		}
		text := d.texts.next(func() *canvas.Text { return canvas.NewText("", nil) })
		show(text, line, look.Body, row.bold(), ink)
		left := x
		if s.columns[at.column].Number {
			left = max(x, corner.X+size.Width-padX-text.Size().Width)
		}
		text.Move(fyne.NewPos(left, corner.Y+padY+float32(i)*look.TextPitch(look.Body)+lift(text, look.Body)))
	}
}

// lift brings a text to the middle of its line.
func lift(text *canvas.Text, size fyne.ThemeSizeName) float32 {
	return (look.TextPitch(size)-text.Size().Height)/2 - 1
}

func show(text *canvas.Text, words string, size fyne.ThemeSizeName, bold bool, color fyne.ThemeColorName) {
	c, points := look.Color(color), theme.Size(size)
	if text.Text == words && text.TextSize == points && text.TextStyle.Bold == bold && text.Color == c {
		return
	}
	text.Text, text.TextSize, text.TextStyle.Bold, text.Color = words, points, bold, c
	text.FontSource = look.Typeface(words, bold)
	text.Resize(fyne.NewSize(look.TextWidth(words, points, bold), look.LineHeight(points, bold)))
	text.Refresh()
}

// border draws a frame inside a cell, on a ground.
func (d *drawing) border(corner fyne.Position, size fyne.Size, edge, ground fyne.ThemeColorName, width float32) {
	fill(&d.under, edge, corner.X, corner.Y, size.Width-1, size.Height-1)
	fill(&d.under, ground, corner.X+width, corner.Y+width, size.Width-1-2*width, size.Height-1-2*width)
}

// columnLines draws the lines between the columns, but not through sums.
func (d *drawing) columnLines(f *fit) {
	s := d.sheet
	for row := range s.rows {
		if s.Open || s.rows[row].bold() || s.rows[row].Kind == Remark || f.tops[row+1] < s.view.top || f.tops[row] > s.view.bottom {
			continue
		}
		for column := 1; column < len(s.columns); column++ {
			fill(&d.under, look.Line, f.lefts[column]-1, f.tops[row], 1, f.tops[row+1]-f.tops[row])
		}
	}
}

// head draws the heads, over whatever rows have gone under them.
func (d *drawing) head(f *fit) {
	s := d.sheet
	top, height := s.headTop(), headHeight()
	ground := fill(&d.over, look.Sunk, 1, top+1, f.width-2, height-2)
	if top == 0 {
		ground.TopLeftCornerRadius, ground.TopRightCornerRadius = look.RadiusCard-1, look.RadiusCard-1
	} else {
		fill(&d.over, look.Line, 1, top, f.width-2, 1)
	}
	fill(&d.over, look.Line, 1, top+height-1, f.width-2, 1)
	for column, c := range s.columns {
		if column > 0 && !s.Open {
			fill(&d.over, look.Line, f.lefts[column]-1, top+1, 1, height-2)
		}
		text := d.heads.next(func() *canvas.Text { return canvas.NewText("", nil) })
		ink := look.Ink
		if c.Action {
			ink = look.Primary
		}
		show(text, c.Head, look.Caption, true, ink)
		x := f.lefts[column] + padX
		if c.Number || c.Action {
			x = f.lefts[column+1] - 1 - padX - text.Size().Width
		}
		text.Move(fyne.NewPos(x, top+headPad+lift(text, look.Caption)))
	}
}

// current draws the ring round the current cell and puts the editor there.
func (d *drawing) current() {
	s := d.sheet
	if s.at.row < 0 || !s.focused && !s.editor.open {
		return
	}
	corner, size := s.bounds(s.at)
	ground := look.PrimaryTint
	if s.editor.open {
		ground = look.Surface
		corner, size = s.openCell(corner, size)
	}
	const ring = 3
	d.border(corner.SubtractXY(1, 1), size.AddWidthHeight(2, 2), look.Primary, ground, ring)
	if s.Sentence() != "" && !s.editor.open {
		d.border(corner.AddXY(2, 2), size.SubtractWidthHeight(4, 4), look.Error, look.Surface, 2)
	}
}

// openCell puts the editor over a cell and gives the box around it. A figure stands at
// the right as it does in the cell, and its box grows to the left as far as it must;
// words begin at the left and have more room from the start.
func (s *Sheet) openCell(corner fyne.Position, size fyne.Size) (fyne.Position, fyne.Size) {
	const cursor = 4
	var inner float32
	left := corner.X + padX
	if s.columns[s.at.column].Number {
		text := look.TextWidth(s.editor.Text, theme.Size(look.Body), false) + cursor
		right := corner.X + size.Width
		size.Width = min(max(size.Width, text+2*padX), right-1)
		corner.X = right - size.Width
		inner = min(text, size.Width-2*padX)
		left = right - padX - inner
	} else {
		size.Width = min(max(size.Width, look.Scaled(130)), s.Size().Width-corner.X)
		inner = size.Width - 2*padX
	}
	height := s.editor.MinSize().Height
	s.editor.Move(fyne.NewPos(left-theme.InnerPadding(), corner.Y+(size.Height-1-height)/2-1))
	s.editor.Resize(fyne.NewSize(inner+2*theme.InnerPadding(), height))
	return corner, size
}

// complain shows the sentence about the current cell below it.
func (d *drawing) complain() bool {
	s := d.sheet
	sentence := s.Sentence()
	if sentence == "" || s.at.row < 0 {
		return false
	}
	d.complaint.text.SetText(sentence)
	width := min(look.Scaled(360), s.Size().Width-2)
	height := look.HeightFor(d.complaint.object, width)
	at := s.below(s.at)
	at.X = max(1, min(at.X, s.Size().Width-1-width))
	d.complaint.object.Move(at.AddXY(0, 4))
	d.complaint.object.Resize(fyne.NewSize(width, height))
	return true
}

// complaint is the panel of a sentence about a cell.
type complaint struct {
	text   *look.Text
	object *fyne.Container
}

func newComplaint() *complaint {
	c := &complaint{text: look.NewText("").Caption().Semibold().In(look.Error)}
	words := look.HBoxTop(8, look.Inset(1, 0, 0, 0, look.NewShape(look.IconAttention, look.Error, 16)), look.Stretch(c.text))
	c.object = look.NewTinted(look.ErrorTint, look.Pad(10, 8, words))
	return c
}
