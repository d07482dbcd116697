package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"commonplan/ui/look"
)

// The measures of the chart; those of texts grow with the text scale.
const (
	padX      float32 = 12
	padY      float32 = 6
	barHeight float32 = 14
	stoneSide float32 = 16
	labelWide float32 = 34
	leastCell float32 = 4
)

// left is where the months begin.
func (c *chart) left(width float32) float32 {
	return float32(int(min(look.Scaled(330), width*.42)))
}

// edge is the left edge of a month; of the one after the last, the end of the chart.
func (c *chart) edge(month int) float32 {
	left := c.left(c.Size().Width)
	return left + float32(month-1)*(c.Size().Width-left-padX)/float32(max(1, len(c.numbers)))
}

func (c *chart) middle(month int) float32 { return (c.edge(month) + c.edge(month+1)) / 2 }

// monthAt is the month at a place, the first or the last beside them.
func (c *chart) monthAt(x float32) int {
	for month := 1; month < len(c.numbers); month++ {
		if x < c.edge(month+1) {
			return month
		}
	}
	return max(1, len(c.numbers))
}

func headHeight() float32 { return 2*look.TextPitch(look.Caption) + padY }

// tops are where the rows begin, and the foot.
func (c *chart) tops(width float32) []float32 {
	y := headHeight()
	tops := make([]float32, 0, len(c.rows)+1)
	for _, r := range c.rows {
		tops = append(tops, y)
		y += float32(max(1, len(c.lines(r, width))))*look.TextPitch(look.Body) + 2*padY
	}
	return append(tops, y)
}

// lines is the title of a row as it wraps.
func (c *chart) lines(r row, width float32) []string {
	room := c.left(width) - 2*padX
	if r.id == "" {
		return look.Wrap(r.title, width-2*padX, theme.Size(look.Caption), true)
	}
	if r.label != "" {
		room -= look.Scaled(labelWide)
	}
	return look.Wrap(r.title, max(room, look.Scaled(40)), theme.Size(look.Body), false)
}

// rowAt is the row at a height, -1 for none.
func (c *chart) rowAt(y float32) int {
	if y < c.above+headHeight() {
		return -1
	}
	tops := c.tops(c.Size().Width)
	for i := range c.rows {
		if y >= tops[i] && y < tops[i+1] {
			return i
		}
	}
	return -1
}

// HeightFor is the height at a width.
func (c *chart) HeightFor(width float32) float32 {
	tops := c.tops(width)
	return tops[len(tops)-1] + 1
}

// MinSize leaves each month its least width.
func (c *chart) MinSize() fyne.Size {
	return fyne.NewSize(look.Scaled(160)+float32(len(c.numbers))*leastCell, c.HeightFor(max(c.Size().Width, 1)))
}

// CreateRenderer is for Fyne.
func (c *chart) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{chart: c}
	d.draw()
	return d
}

// drawing draws the chart anew at each change: its shapes are few.
type drawing struct {
	chart   *chart
	objects []fyne.CanvasObject
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Layout(fyne.Size)             { d.draw() }
func (d *drawing) MinSize() fyne.Size           { return d.chart.MinSize() }

func (d *drawing) Refresh() {
	d.draw()
	canvas.Refresh(d.chart)
}

func (d *drawing) draw() {
	c := d.chart
	d.objects = d.objects[:0]
	width := c.Size().Width
	tops := c.tops(width)
	plate := d.fill(look.Surface, 0, 0, width, tops[len(tops)-1]+1)
	plate.CornerRadius, plate.StrokeWidth, plate.StrokeColor = look.RadiusCard, 1, look.Color(look.Line)
	for i, r := range c.rows {
		d.ground(r, tops[i], tops[i+1], width)
	}
	d.monthLines(tops[0], tops[len(tops)-1])
	for i, r := range c.rows {
		d.row(r, tops[i], tops[i+1], width)
	}
	d.head(width)
}

func (d *drawing) fill(name fyne.ThemeColorName, x, y, w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(look.Color(name))
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	d.objects = append(d.objects, r)
	return r
}

func (d *drawing) text(text string, size fyne.ThemeSizeName, bold bool, ink fyne.ThemeColorName, x, y float32) *canvas.Text {
	t := canvas.NewText(text, look.Color(ink))
	t.TextSize, t.TextStyle.Bold, t.FontSource = theme.Size(size), bold, look.Typeface(text, bold)
	t.Move(fyne.NewPos(x, y+(look.TextPitch(size)-look.LineHeight(t.TextSize, bold))/2-1))
	d.objects = append(d.objects, t)
	return t
}

// head names the months, as many as there is room for.
func (d *drawing) head(width float32) {
	c := d.chart
	ground := d.fill(look.Sunk, 1, c.above+1, width-2, headHeight()-1)
	if c.above == 0 {
		ground.TopLeftCornerRadius, ground.TopRightCornerRadius = look.RadiusCard-1, look.RadiusCard-1
	}
	size := theme.Size(look.Caption)
	every, cell := 1, c.edge(2)-c.edge(1)
	for _, step := range []int{1, 2, 3, 6, 12, 24} {
		every = step
		if cell*float32(step) >= look.TextWidth("Sept", size, true)+6 {
			break
		}
	}
	for i := 0; i < len(c.numbers); i += every {
		for line, word := range []string{c.heads[i], c.numbers[i]} {
			x := c.middle(i+1) - look.TextWidth(word, size, line == 0)/2
			d.text(word, look.Caption, line == 0, look.Muted, x, c.above+padY/2+float32(line)*look.TextPitch(look.Caption))
		}
	}
}

// ground shows which row is chosen, and the line below each.
func (d *drawing) ground(r row, top, bottom, width float32) {
	c := d.chart
	switch {
	case r.id == "":
		d.fill(look.Sunk, 1, top, width-2, bottom-top)
	case r.id == c.chosen:
		d.fill(look.PrimaryTint, 1, top, width-2, bottom-top)
		d.fill(look.Primary, 1, top, 4, bottom-top)
	}
	d.fill(look.Line, 1, bottom, width-2, 1)
}

// monthLines part the months, and mark in all rows where the council takes part.
func (d *drawing) monthLines(top, bottom float32) {
	c := d.chart
	cell := c.edge(2) - c.edge(1)
	every := 1
	if cell < 12 {
		every = 12
	}
	for month := 1; month <= len(c.numbers); month += every {
		d.fill(look.Line, c.edge(month), top, 1, bottom-top)
	}
	for _, r := range c.rows {
		if r.strong && r.month > 0 {
			d.fill(look.Edge, c.middle(r.month), top, 1, bottom-top)
		}
	}
}

// row draws the title, and the bars or the diamond.
func (d *drawing) row(r row, top, bottom, width float32) {
	c := d.chart
	x := padX
	if r.id == "" {
		d.text(r.title, look.Caption, true, look.Muted, x, top+padY+1)
		return
	}
	if r.label != "" {
		d.text(r.label, look.Body, true, look.Ink, x, top+padY)
		x += look.Scaled(labelWide)
	}
	for i, line := range c.lines(r, width) {
		d.text(line, look.Body, false, look.Ink, x, top+padY+float32(i)*look.TextPitch(look.Body))
	}
	middle := (top + bottom) / 2
	end := c.left(width)
	if r.stone {
		end = d.stone(r, middle)
	} else {
		d.bars(r, middle)
	}
	d.beside(r, end, middle, width)
	if c.focused && r.id == c.chosen {
		ring := d.fill(look.Clear, 2, top+1, width-4, bottom-top-1)
		ring.StrokeWidth, ring.StrokeColor, ring.CornerRadius = 3, look.Color(look.Primary), 3
	}
}

func (d *drawing) bars(r row, middle float32) {
	height := look.Scaled(barHeight)
	for _, s := range r.months.Spans() {
		bar := d.fill(look.Activity.Color(), d.chart.edge(s.First)+1, middle-height/2, d.chart.edge(s.Last+1)-d.chart.edge(s.First)-2, height)
		bar.CornerRadius = 3
	}
}

// stone draws a diamond and gives where it ends.
func (d *drawing) stone(r row, middle float32) float32 {
	c := d.chart
	if r.month == 0 {
		return c.left(c.Size().Width)
	}
	side := look.Scaled(stoneSide)
	diamond := canvas.NewRegularPolygon(4, look.Color(look.Primary))
	diamond.Move(fyne.NewPos(c.middle(r.month)-side/2, middle-side/2))
	diamond.Resize(fyne.NewSquareSize(side))
	d.objects = append(d.objects, diamond)
	return c.middle(r.month) + side/2
}

// beside says something at the right of what is drawn, or at its left if there is no room.
func (d *drawing) beside(r row, end, middle, width float32) {
	if r.beside == "" {
		return
	}
	ink := look.Muted
	if r.gap {
		ink = look.Attention
	}
	x := end + look.Gap
	wide := look.TextWidth(r.beside, theme.Size(look.Caption), false)
	if x+wide > width-padX && r.month > 0 {
		x = d.chart.middle(r.month) - look.Scaled(stoneSide)/2 - look.Gap - wide
	}
	d.text(r.beside, look.Caption, false, ink, x, middle-look.TextPitch(look.Caption)/2)
}
