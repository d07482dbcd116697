package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a rounded switch, such as a filter of the map: on or off.
type Chip struct {
	pressable
	// OnChanged is called with the new state after a click, Enter or Space.
	OnChanged func(on bool)

	text  string
	icon  Icon
	color fyne.ThemeColorName
	tail  Icon
	on    bool
}

// NewChip gives a chip that is off.
func NewChip(text string, changed func(on bool)) *Chip {
	c := &Chip{text: text, color: Ink, OnChanged: changed}
	c.act = func() {
		c.SetOn(!c.on)
		if c.OnChanged != nil {
			c.OnChanged(c.on)
		}
	}
	c.extend(c)
	return c
}

// WithIcon puts an icon before the words, in a colour.
func (c *Chip) WithIcon(icon Icon, color fyne.ThemeColorName) *Chip {
	c.icon, c.color = icon, color
	c.Refresh()
	return c
}

// WithTail puts an icon after the words, such as a chevron on a chip that opens a menu.
func (c *Chip) WithTail(icon Icon) *Chip { c.tail = icon; c.Refresh(); return c }

// SetText changes the words.
func (c *Chip) SetText(text string) {
	if c.text != text {
		c.text = text
		c.Refresh()
	}
}

// SetOn changes the state without telling anybody.
func (c *Chip) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// On is the state.
func (c *Chip) On() bool { return c.on }

// AccessibilityLabel is the words.
func (c *Chip) AccessibilityLabel() string { return c.text }

// AccessibilityRole is for Fyne.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// chipPad is the space left and right of a chip's words, together.
const chipPad float32 = 24

// leastChip is the width at which a chip still says something, before the text scale.
const leastChip float32 = 120

// fitting is a text in semibold, cut where it is wider than the room for it.
func fitting(text string, size, room float32) string {
	letters := []rune(text)
	for n := len(letters); n > 0 && TextWidth(text, size, true) > room; n-- {
		text = strings.TrimRight(string(letters[:n-1]), " ") + "…"
	}
	return text
}

// CreateRenderer is for Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	frame, icon, tail, word := newBox(), newGlyph(14), newGlyph(14), canvas.NewText("", nil)
	color := Ink
	icons := func() float32 {
		var all float32
		for _, g := range []*glyph{icon, tail} {
			if g.span() > 0 {
				all += g.span() + 6
			}
		}
		return all
	}
	width := func() float32 { return icons() + TextWidth(c.text, theme.Size(Caption), true) }
	said := func() string { // all of it, where it has the room
		if wide := c.Size().Width; wide > 0 {
			return fitting(c.text, theme.Size(Caption), wide-chipPad-icons())
		}
		return c.text
	}
	return (&painting{
		widget: c, objects: append(frame.objects(), icon.Image, tail.Image, word),
		paint: func() {
			l := boxLook{fill: Surface, edge: Edge, border: 1, radius: Scaled(RadiusChip), focused: c.focused}
			ink := Ink
			switch {
			case c.disabled:
				l.fill, l.edge, ink = Paper, Line, Faded
			case c.on:
				l.fill, l.edge = PrimaryTint, Primary
			case c.hovered:
				l.fill = Sunk
			}
			frame.paint(l)
			icon.show(c.icon, c.color)
			tail.show(c.tail, ink)
			color = ink
			setText(word, said(), theme.Size(Caption), true, color)
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			setText(word, said(), theme.Size(Caption), true, color)
			x, middle := (size.Width-icons()-word.Size().Width)/2, size.Height/2
			icon.place(x, middle)
			if icon.span() > 0 {
				x += icon.span() + 6
			}
			setMiddle(word, x, middle)
			tail.place(x+word.Size().Width+6, middle)
		},
		min: func() fyne.Size { return fyne.NewSize(width()+chipPad, TextPitch(Caption)+10) },
	}).start()
}

// ChipSet is a question answered by any number of chips, such as the five ways.
type ChipSet struct {
	widget.BaseWidget
	// OnChanged is called with the chip's place and its new state.
	OnChanged func(index int, on bool)

	label   *Text
	chips   []*Chip
	content *fyne.Container
}

// NewChipSet gives a set of chips that are all off; the label may be empty.
func NewChipSet(label string, options []string, changed func(index int, on bool)) *ChipSet {
	s := &ChipSet{OnChanged: changed, label: NewText(label).Caption().Semibold()}
	flow := Flow(Gap)
	for i, option := range options {
		chip := NewChip(option, func(on bool) {
			if s.OnChanged != nil {
				s.OnChanged(i, on)
			}
		})
		s.chips = append(s.chips, chip)
		flow.Add(chip)
	}
	s.label.Hidden = label == ""
	s.content = VBox(6, s.label, flow)
	s.ExtendBaseWidget(s)
	return s
}

// SetOn changes one chip without telling anybody; a place there is not is passed over.
func (s *ChipSet) SetOn(index int, on bool) {
	if index >= 0 && index < len(s.chips) {
		s.chips[index].SetOn(on)
	}
}

// On tells whether a chip is on.
func (s *ChipSet) On(index int) bool {
	return index >= 0 && index < len(s.chips) && s.chips[index].On()
}

// HeightFor is the height at a width.
func (s *ChipSet) HeightFor(width float32) float32 { return HeightFor(s.content, width) }

// CreateRenderer is for Fyne.
func (s *ChipSet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// Check is a question to say yes to, with a box to tick.
type Check struct {
	pressable
	// OnChanged is called with the new state after a click, Enter or Space.
	OnChanged func(on bool)

	text string
	on   bool
}

// NewCheck gives a check that is off.
func NewCheck(text string, changed func(on bool)) *Check {
	c := &Check{text: text, OnChanged: changed}
	c.act = func() {
		c.SetOn(!c.on)
		if c.OnChanged != nil {
			c.OnChanged(c.on)
		}
	}
	c.extend(c)
	return c
}

// SetOn changes the state without telling anybody.
func (c *Check) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// On is the state.
func (c *Check) On() bool { return c.on }

// AccessibilityLabel is the question.
func (c *Check) AccessibilityLabel() string { return c.text }

// AccessibilityRole is for Fyne.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height at a width, with the question wrapped.
func (c *Check) HeightFor(width float32) float32 {
	lines := Wrap(c.text, max(width-c.indent(), Scaled(60)), theme.Size(Body), false)
	return float32(len(lines))*TextPitch(Body) + 6
}

func (c *Check) indent() float32 { return Scaled(20) + 10 }

// CreateRenderer is for Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	frame, tick, words := newBox(), newGlyph(16), NewText(c.text)
	return (&painting{
		widget: c, objects: append(frame.objects(), tick.Image, words),
		paint: func() {
			l := boxLook{fill: Surface, edge: Edge, border: 1, radius: 4, focused: c.focused}
			ink, icon := Ink, NoIcon
			if c.on {
				l.fill, l.edge, icon = Primary, Primary, IconCheck
			} else if c.hovered {
				l.fill = Sunk
			}
			if c.disabled {
				l.fill, l.edge, ink = Paper, Line, Faded
			}
			frame.paint(l)
			tick.show(icon, OnPrimary)
			words.SetText(c.text)
			words.SetColor(ink)
		},
		arrange: func(size fyne.Size) {
			side, top := Scaled(20), 3+(TextPitch(Body)-Scaled(20))/2
			frame.arrange(fyne.NewPos(0, top), fyne.NewSquareSize(side))
			tick.place((side-Scaled(16))/2, top+side/2)
			words.Move(fyne.NewPos(c.indent(), 3))
			words.Resize(fyne.NewSize(size.Width-c.indent(), size.Height-6))
		},
		min: func() fyne.Size {
			return fyne.NewSize(c.indent()+words.MinSize().Width, c.HeightFor(c.Size().Width))
		},
	}).start()
}
