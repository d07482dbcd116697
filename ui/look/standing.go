package look

import "fyne.io/fyne/v2"

// standing is a renderer whose parts stand in their places from the first frame on.
type standing struct {
	fyne.WidgetRenderer
	widget fyne.CanvasObject
	placed bool
}

// Standing makes a renderer place its parts before it is first drawn, if nobody has had
// it do so. Fyne throws away the renderer of a widget that was out of sight for a minute
// and makes a new one when it is seen again; but it lays one out only when the widget
// gets another size, and the widget has kept its size. Every widget of ours that places
// parts of its own gives its renderer through here.
func Standing(widget fyne.CanvasObject, renderer fyne.WidgetRenderer) fyne.WidgetRenderer {
	return &standing{WidgetRenderer: renderer, widget: widget}
}

// Layout is for Fyne.
func (s *standing) Layout(size fyne.Size) {
	s.placed = true
	s.WidgetRenderer.Layout(size)
}

// Objects is for Fyne.
func (s *standing) Objects() []fyne.CanvasObject {
	if !s.placed {
		s.placed = true
		if size := s.widget.Size(); !size.IsZero() {
			s.WidgetRenderer.Layout(size)
		}
	}
	return s.WidgetRenderer.Objects()
}
