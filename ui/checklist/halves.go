package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// halves puts two things beside each other, perhaps with a line between; where there is
// not room for both, below each other.
type halves struct {
	widget.BaseWidget
	left, right fyne.CanvasObject
	lined       bool
}

// leastHalf is the least width of a half, before the text scale.
const leastHalf float32 = 270

func newHalves(left, right fyne.CanvasObject, lined bool) *halves {
	h := &halves{left: left, right: right, lined: lined}
	h.ExtendBaseWidget(h)
	return h
}

func beside(width float32) bool { return width >= 2*look.Scaled(leastHalf) }

// HeightFor is the height at a width.
func (h *halves) HeightFor(width float32) float32 {
	if beside(width) {
		return max(look.HeightFor(h.left, width/2), look.HeightFor(h.right, width/2))
	}
	return look.HeightFor(h.left, width) + look.HeightFor(h.right, width)
}

// CreateRenderer is for Fyne.
func (h *halves) CreateRenderer() fyne.WidgetRenderer {
	return look.Standing(h, &halvesRenderer{halves: h, line: canvas.NewRectangle(nil)})
}

type halvesRenderer struct {
	halves *halves
	line   *canvas.Rectangle
}

func (r *halvesRenderer) Destroy() {}

func (r *halvesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halves.left, r.halves.right, r.line}
}

func (r *halvesRenderer) MinSize() fyne.Size {
	h := r.halves
	width := max(h.left.MinSize().Width, h.right.MinSize().Width)
	return fyne.NewSize(width, h.HeightFor(max(width, h.Size().Width)))
}

func (r *halvesRenderer) Refresh() {
	r.Layout(r.halves.Size())
	canvas.Refresh(r.halves)
}

func (r *halvesRenderer) Layout(size fyne.Size) {
	h := r.halves
	r.line.FillColor, r.line.Hidden = look.Color(look.Line), !h.lined
	h.left.Move(fyne.Position{})
	if beside(size.Width) {
		half := float32(int(size.Width / 2))
		h.left.Resize(fyne.NewSize(half, size.Height))
		h.right.Move(fyne.NewPos(half, 0))
		h.right.Resize(fyne.NewSize(size.Width-half, size.Height))
		r.line.Move(fyne.NewPos(half, 0))
		r.line.Resize(fyne.NewSize(1, size.Height))
		return
	}
	upper := look.HeightFor(h.left, size.Width)
	h.left.Resize(fyne.NewSize(size.Width, upper))
	h.right.Move(fyne.NewPos(0, upper))
	h.right.Resize(fyne.NewSize(size.Width, size.Height-upper))
	r.line.Move(fyne.NewPos(0, upper))
	r.line.Resize(fyne.NewSize(size.Width, 1))
}
