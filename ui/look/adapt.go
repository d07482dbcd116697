package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ColumnsOrStack is Columns where there are at least so many units of the text's size,
// and below each other where there are fewer.
func ColumnsOrStack(gap, least float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&adaptLayout{weightLayout{gap: gap, weights: weights}, columnLayout{gap: gap}, least, 0}, objects...)
}

type adaptLayout struct {
	beside weightLayout
	below  columnLayout
	least  float32
	width  float32
}

func (l *adaptLayout) fits(width float32) bool { return width/Scale() >= l.least }

func (l *adaptLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if l.fits(width) {
		return l.beside.heightFor(objects, width)
	}
	return l.below.heightFor(objects, width)
}

func (l *adaptLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	narrow := l.below.MinSize(objects)
	return fyne.NewSize(narrow.Width, l.heightFor(objects, max(narrow.Width, l.width)))
}

func (l *adaptLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		o.Move(fyne.Position{})
	}
	if l.fits(size.Width) {
		l.beside.Layout(objects, size)
		return
	}
	l.below.Layout(objects, size)
}
