package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Centred keeps an object in the middle and no wider than width times the text scale;
// at least a margin stays at both sides.
func Centred(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(centredLayout(width), object)
}

type centredLayout float32

func (l centredLayout) inner(width float32) float32 {
	return max(0, min(Scaled(float32(l)), width-2*Margin))
}

func (l centredLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return stretchLayout{}.heightFor(objects, l.inner(width))
}

func (l centredLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stretchLayout{}.MinSize(objects).AddWidthHeight(2*Margin, 0)
}

func (l centredLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inner := l.inner(size.Width)
	for _, o := range objects {
		o.Move(fyne.NewPos((size.Width-inner)/2, 0))
		o.Resize(fyne.NewSize(inner, size.Height))
	}
}

// High keeps an object at one height, such as a scroll in a dialog.
func High(height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(highLayout(height), object)
}

type highLayout float32

func (l highLayout) heightFor([]fyne.CanvasObject, float32) float32 { return float32(l) }

func (l highLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stretchLayout{}.MinSize(objects).Width, float32(l))
}

func (l highLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	stretchLayout{}.Layout(objects, size)
}
