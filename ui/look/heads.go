package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PageHead is the top of a page: its title, a quiet line below, buttons at the right.
type PageHead struct {
	widget.BaseWidget
	title, subtitle *Text
	content         *fyne.Container
}

// NewPageHead gives the head of a page; the subtitle may be empty.
func NewPageHead(title, subtitle string, buttons ...fyne.CanvasObject) *PageHead {
	h := &PageHead{title: NewText(title).Heading(), subtitle: NewText(subtitle).In(Muted)}
	h.subtitle.Hidden = subtitle == ""
	// The line of a heading is higher than its letters: what follows moves up into it.
	h.content = HBoxTop(Gap, append([]fyne.CanvasObject{Stretch(VBox(-4, h.title, h.subtitle))}, buttons...)...)
	h.ExtendBaseWidget(h)
	return h
}

// SetTitle changes the title.
func (h *PageHead) SetTitle(title string) { h.title.SetText(title) }

// SetSubtitle changes the quiet line; "" takes it away.
func (h *PageHead) SetSubtitle(subtitle string) {
	h.subtitle.SetText(subtitle)
	h.subtitle.Hidden = subtitle == ""
	h.Refresh()
}

// HeightFor is the height at a width.
func (h *PageHead) HeightFor(width float32) float32 { return HeightFor(h.content, width) }

// CreateRenderer is for Fyne.
func (h *PageHead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(h.content)
}

// NewSectionHead gives the head of a part of a page, size 18, with buttons at the right.
func NewSectionHead(title string, buttons ...fyne.CanvasObject) *fyne.Container {
	return HBox(Gap, append([]fyne.CanvasObject{NewText(title).Subheading()}, buttons...)...)
}

// NewFormHead gives the head of a part of a form, size 15 semibold, with buttons at the right.
func NewFormHead(title string, buttons ...fyne.CanvasObject) *fyne.Container {
	return HBox(Gap, append([]fyne.CanvasObject{NewText(title).Semibold()}, buttons...)...)
}

// NewRecordHead gives the head of a record's form: its shape, "Need N5", buttons.
func NewRecordHead(kind Kind, title string, buttons ...fyne.CanvasObject) *fyne.Container {
	return HBox(Gap, append([]fyne.CanvasObject{NewShape(kind.Icon(), kind.Color(), 20), NewText(title).Semibold()}, buttons...)...)
}

// NewDivider gives a line across the page.
func NewDivider() fyne.CanvasObject { return newFill(Line, 1) }

// Shape is an icon that stands alone, in a colour and size that follow the theme.
type Shape struct {
	widget.BaseWidget
	icon  Icon
	color fyne.ThemeColorName
	side  float32
}

// NewShape gives an icon with a side of 16, 20, 24 or 28, which grows with the text.
func NewShape(icon Icon, color fyne.ThemeColorName, side float32) *Shape {
	s := &Shape{icon: icon, color: color, side: side}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows another icon or colour.
func (s *Shape) Set(icon Icon, color fyne.ThemeColorName) {
	s.icon, s.color = icon, color
	s.Refresh()
}

// CreateRenderer is for Fyne.
func (s *Shape) CreateRenderer() fyne.WidgetRenderer {
	icon := newGlyph(s.side)
	return (&painting{
		widget: s, objects: []fyne.CanvasObject{icon.Image},
		paint: func() { icon.show(s.icon, s.color) },
		arrange: func(size fyne.Size) {
			icon.place((size.Width-Scaled(s.side))/2, size.Height/2)
		},
		min: func() fyne.Size { return fyne.NewSquareSize(Scaled(s.side)) },
	}).start()
}

// fill is a plain rectangle in a colour of the theme.
type fill struct {
	widget.BaseWidget
	color  fyne.ThemeColorName
	height float32
}

func newFill(color fyne.ThemeColorName, height float32) *fill {
	f := &fill{color: color, height: height}
	f.ExtendBaseWidget(f)
	return f
}

func (f *fill) CreateRenderer() fyne.WidgetRenderer {
	rect := canvas.NewRectangle(nil)
	return (&painting{
		widget: f, objects: []fyne.CanvasObject{rect},
		paint:   func() { rect.FillColor = theme.Color(f.color) },
		arrange: rect.Resize,
		min:     func() fyne.Size { return fyne.NewSize(f.height, f.height) },
	}).start()
}

// NewArea gives an area of the window with a background, such as the sunk navigation.
func NewArea(color fyne.ThemeColorName, content fyne.CanvasObject) *fyne.Container {
	return container.New(stretchLayout{}, newFill(color, 0), content)
}

// NewColumnLine gives the upright line between two areas of the window.
func NewColumnLine() fyne.CanvasObject { return newFill(Line, 1) }
