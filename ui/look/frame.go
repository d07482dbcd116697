package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Frame puts objects along the edges and gives the rest to the middle, like Fyne's
// border but without space between. Any of them may be nil.
func Frame(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	l := &frameLayout{top, bottom, left, right, middle}
	var objects []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(l, objects...)
}

type frameLayout struct{ top, bottom, left, right, middle fyne.CanvasObject }

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range []fyne.CanvasObject{l.left, l.middle, l.right} {
		if shown(o) {
			least := o.MinSize()
			size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
		}
	}
	for _, o := range []fyne.CanvasObject{l.top, l.bottom} {
		if shown(o) {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
		}
	}
	return size
}

func (l *frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x1, y1, x2, y2 := float32(0), float32(0), size.Width, size.Height
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	if shown(l.top) {
		y1 = HeightFor(l.top, size.Width)
		put(l.top, 0, 0, size.Width, y1)
	}
	if shown(l.bottom) {
		height := HeightFor(l.bottom, size.Width)
		y2 -= height
		put(l.bottom, 0, y2, size.Width, height)
	}
	if shown(l.left) {
		x1 = l.left.MinSize().Width
		put(l.left, 0, y1, x1, y2-y1)
	}
	if shown(l.right) {
		width := l.right.MinSize().Width
		x2 -= width
		put(l.right, x2, y1, width, y2-y1)
	}
	if shown(l.middle) {
		put(l.middle, x1, y1, x2-x1, y2-y1)
	}
}
