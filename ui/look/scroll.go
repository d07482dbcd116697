package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scroll is a page that scrolls up and down. It gives its content its own width first,
// so that texts wrap before their height is asked for.
type Scroll struct {
	container.Scroll
}

// NewScroll gives a page around its content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Content = content
	s.Direction = container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// SetContent shows another content, from its top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.Content = content
	s.Offset = fyne.Position{}
	s.fit(s.Size())
	s.Refresh()
}

// Resize fits the content to the new width.
func (s *Scroll) Resize(size fyne.Size) {
	s.fit(size)
	s.Scroll.Resize(size)
}

// Refit measures the content again after something in it has grown or shrunk.
func (s *Scroll) Refit() {
	s.fit(s.Size())
	s.Refresh()
}

// Refresh draws the page anew. Before it has its place that would be for nothing: its
// content is measured and drawn when it gets it.
func (s *Scroll) Refresh() {
	if !s.Size().IsZero() {
		s.Scroll.Refresh()
	}
}

func (s *Scroll) fit(size fyne.Size) {
	if s.Content != nil && size.Width > 0 {
		s.Content.Resize(fyne.NewSize(size.Width, max(size.Height, HeightFor(s.Content, size.Width))))
	}
}

// Reveal brings a part of the page into view, with a little room around it.
func (s *Scroll) Reveal(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(s).Y
	offset := s.Offset
	switch room := Gap + ringWidth; {
	case at < room:
		offset.Y = max(0, offset.Y+at-room)
	case at+object.Size().Height+room > s.Size().Height:
		offset.Y += min(at-room, at+object.Size().Height+room-s.Size().Height)
	}
	s.ScrollToOffset(offset)
}

// shownScrolls are the pages on any canvas, for the wheel over an entry. UI goroutine only.
var shownScrolls []*Scroll

// CreateRenderer is for Fyne. The page leaves out Fyne's shadows at its ends.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	shownScrolls = append(shownScrolls, s)
	return Standing(s, &scrollRenderer{s.Scroll.CreateRenderer(), s})
}

type scrollRenderer struct {
	fyne.WidgetRenderer
	page *Scroll
}

func (r *scrollRenderer) Destroy() {
	shownScrolls = slices.DeleteFunc(shownScrolls, func(s *Scroll) bool { return s == r.page })
	r.WidgetRenderer.Destroy()
}

// Objects are the content and the two bars: Fyne's order is content, four shadows, bars.
func (r *scrollRenderer) Objects() []fyne.CanvasObject {
	all := r.WidgetRenderer.Objects()
	return append([]fyne.CanvasObject{all[0]}, all[len(all)-2:]...)
}

// scrollUnder is the smallest page of the object's canvas that is under a point.
func scrollUnder(object fyne.CanvasObject, at fyne.Position) *Scroll {
	driver := fyne.CurrentApp().Driver()
	here := driver.CanvasForObject(object)
	var found *Scroll
	for _, s := range shownScrolls {
		if !s.Visible() || driver.CanvasForObject(s) != here {
			continue
		}
		corner, size := driver.AbsolutePositionForObject(s), s.Size()
		if at.X < corner.X || at.Y < corner.Y || at.X >= corner.X+size.Width || at.Y >= corner.Y+size.Height {
			continue
		}
		if found == nil || size.Height < found.Size().Height {
			found = s
		}
	}
	return found
}
