package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// SightItem is one record in a line of sight: its shape and its number or words.
type SightItem struct {
	Kind Kind
	Text string // "A3", or "all 3 goals"
}

// NewSightStrip gives the line of sight as one row of shapes, parted by a chevron where
// the column changes; it flows into more rows when there is no room. Pressing a shape
// tells its column and its place there.
func NewSightStrip(columns [][]SightItem, tapped func(column, index int)) *fyne.Container {
	flow := Flow(12)
	for col, items := range columns {
		if len(items) == 0 {
			continue
		}
		if len(flow.Objects) > 0 {
			flow.Add(newSightChevron())
		}
		for i, item := range items {
			flow.Add(newSightShape(item, func() {
				if tapped != nil {
					tapped(col, i)
				}
			}))
		}
	}
	return onPlate(boxLook{fill: Sunk, radius: RadiusCard}, Pad(12, 9, flow))
}

func newSightChevron() *fyne.Container {
	return Pad(0, 3, NewShape(IconChevronRight, Muted, 14))
}

// sightShape is a shape with its number, to press.
type sightShape struct {
	pressable
	item SightItem
}

func newSightShape(item SightItem, tapped func()) *sightShape {
	s := &sightShape{item: item}
	s.act = tapped
	s.extend(s)
	return s
}

func (s *sightShape) AccessibilityLabel() string { return s.item.Text }

func (s *sightShape) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (s *sightShape) CreateRenderer() fyne.WidgetRenderer {
	frame, shape, word := newBox(), newGlyph(16), canvas.NewText("", nil)
	return (&painting{
		widget: s, objects: append(frame.objects(), shape.Image, word),
		paint: func() {
			l := boxLook{fill: Clear, radius: 4, focused: s.focused}
			if s.hovered {
				l.fill = Paper
			}
			frame.paint(l)
			shape.show(s.item.Kind.Icon(), s.item.Kind.Color())
			setText(word, s.item.Text, theme.Size(Caption), true, Ink)
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			shape.place(0, size.Height/2)
			setMiddle(word, shape.span()+5, size.Height/2)
		},
		min: func() fyne.Size {
			return fyne.NewSize(Scaled(16)+5+TextWidth(s.item.Text, theme.Size(Caption), true), max(Scaled(20), TextPitch(Caption)+4))
		},
	}).start()
}

// NewFact gives a name at the left and its value at the right, over a line, such as the
// settings of a paper.
func NewFact(name, value string) *fyne.Container {
	row := HBox(Gap, NewText(name), NewText(value).Semibold().OneLine())
	return VBox(0, Pad(0, 5, row), NewDivider())
}
