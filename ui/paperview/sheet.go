package paperview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// sheet is the side of paper: always white, with the page on it.
type sheet struct {
	widget.BaseWidget
	page  *Page
	image *canvas.Image
	room  fyne.Size // what the scroll around it offers
}

// CreateRenderer is for Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(centredSheet{s}, s.image))
}

// tall is how much higher than wide a side is: A4 upright until it is known.
func (s *sheet) tall() float32 {
	if d := s.page.draft; d != nil && d.set.Width > 0 {
		return float32(d.set.Height / d.set.Width)
	}
	return 297.0 / 210
}

// side is how large the side is shown: whole at zoom 1.
func (s *sheet) side() fyne.Size {
	height := max(120, s.room.Height-look.Margin)
	width := min(height/s.tall(), s.room.Width-2*look.Margin) * s.page.zoom
	return fyne.NewSize(width, width*s.tall())
}

// MinSize is what the side takes, for the scroll around it.
func (s *sheet) MinSize() fyne.Size { return s.side().AddWidthHeight(0, look.Margin) }

// pixels is the width of the side on the screen.
func (s *sheet) pixels() int {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		scale = c.Scale()
	}
	return int(s.side().Width * scale)
}

func (s *sheet) show(painted image.Image) {
	s.image.Image = painted
	s.image.Refresh()
}

// centredSheet puts the side into the middle of the room there is.
type centredSheet struct{ sheet *sheet }

func (l centredSheet) MinSize([]fyne.CanvasObject) fyne.Size { return l.sheet.MinSize() }

func (l centredSheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := l.sheet.side()
	objects[0].Move(fyne.NewPos(max(0, (size.Width-side.Width)/2), 0))
	objects[0].Resize(side)
}

// fitted tells the sheet how much room there is, whenever that changes.
func fitted(scroll *container.Scroll, s *sheet) *fyne.Container {
	return container.New(&fittedLayout{scroll, s}, scroll)
}

type fittedLayout struct {
	scroll *container.Scroll
	sheet  *sheet
}

func (l *fittedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

func (l *fittedLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	changed := l.sheet.room != size
	l.sheet.room = size
	l.scroll.Resize(size)
	if changed {
		l.sheet.Refresh()
		l.sheet.page.paint()
	}
}
