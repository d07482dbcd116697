package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Accordion is a part of the help that folds: a title with a chevron, its content below.
type Accordion struct {
	widget.BaseWidget
	// OnFolded is called after the part is folded or opened by hand.
	OnFolded func(folded bool)

	head    *accordionHead
	content *fyne.Container
	body    fyne.CanvasObject
}

// NewAccordion gives a part that is open.
func NewAccordion(title string, body fyne.CanvasObject) *Accordion {
	a := &Accordion{body: body, head: &accordionHead{title: title}}
	a.head.act = func() {
		a.SetFolded(!a.Folded())
		if a.OnFolded != nil {
			a.OnFolded(a.Folded())
		}
	}
	a.head.extend(a.head)
	a.content = VBox(4, a.head, body)
	a.ExtendBaseWidget(a)
	return a
}

// SetTitle changes the title.
func (a *Accordion) SetTitle(title string) {
	if a.head.title != title {
		a.head.title = title
		a.head.Refresh()
	}
}

// Folded tells whether only the title is shown.
func (a *Accordion) Folded() bool { return a.head.folded }

// SetFolded shows only the title, or all.
func (a *Accordion) SetFolded(folded bool) {
	a.head.folded = folded
	if folded {
		a.body.Hide()
	} else {
		a.body.Show()
	}
	a.head.Refresh()
	a.Refresh()
}

// HeightFor is the height at a width.
func (a *Accordion) HeightFor(width float32) float32 { return HeightFor(a.content, width) }

// CreateRenderer is for Fyne.
func (a *Accordion) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }

type accordionHead struct {
	pressable
	title  string
	folded bool
}

func (h *accordionHead) AccessibilityLabel() string { return h.title }

func (h *accordionHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// room is what the chevron takes beside the title.
func (h *accordionHead) room() float32 { return 24 + Scaled(14) }

// HeightFor is the height at a width: a long title wraps beside the chevron.
func (h *accordionHead) HeightFor(width float32) float32 {
	return NewText(h.title).Semibold().HeightFor(width-h.room()) + 6
}

func (h *accordionHead) CreateRenderer() fyne.WidgetRenderer {
	frame, chevron, word := newBox(), newGlyph(14), NewText("").Semibold()
	return (&painting{
		widget: h, objects: append(frame.objects(), chevron.Image, word),
		paint: func() {
			frame.paint(boxLook{fill: Clear, radius: 4, focused: h.focused})
			icon := IconChevronDown
			if h.folded {
				icon = IconChevronRight
			}
			chevron.show(icon, Ink)
			word.SetText(h.title)
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			word.Move(fyne.NewPos(0, 3))
			word.Resize(fyne.NewSize(size.Width-h.room(), size.Height-6))
			chevron.place(size.Width-chevron.span(), 3+TextPitch(Body)/2)
		},
		min: func() fyne.Size {
			return fyne.NewSize(word.MinSize().Width+h.room(), TextPitch(Body)+6)
		},
	}).start()
}
