package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is a question answered by one of a list: its label above, the answer in a
// box that opens a menu. The arrows change it at once, a letter jumps to the next
// answer that begins with it.
type Choice struct {
	pressable
	// OnChanged is called with the place of the new answer.
	OnChanged func(index int)

	label, placeholder string
	options            []string
	chosen             int // -1: not answered
}

// NewChoice gives a question without an answer; the label may be empty.
func NewChoice(label string, options []string, changed func(index int)) *Choice {
	c := &Choice{label: label, options: options, chosen: -1, OnChanged: changed}
	c.act = c.open
	c.extend(c)
	return c
}

// Placeholder is shown while there is no answer.
func (c *Choice) Placeholder(text string) *Choice { c.placeholder = text; c.Refresh(); return c }

// SetOptions changes the answers there are; the choice is kept by its place.
func (c *Choice) SetOptions(options []string) {
	c.options = options
	if c.chosen >= len(options) {
		c.chosen = -1
	}
	c.Refresh()
}

// SetChosen shows an answer, or none for -1, without telling anybody.
func (c *Choice) SetChosen(index int) {
	if index < -1 || index >= len(c.options) || index == c.chosen {
		return
	}
	c.chosen = index
	c.Refresh()
}

// Chosen is the place of the answer, or -1.
func (c *Choice) Chosen() int { return c.chosen }

// Focus gives the question the keyboard.
func (c *Choice) Focus() { takeFocus(c) }

func (c *Choice) choose(index int) {
	if index < 0 || index >= len(c.options) || index == c.chosen {
		return
	}
	c.SetChosen(index)
	if c.OnChanged != nil {
		c.OnChanged(index)
	}
}

func (c *Choice) open() {
	at := fyne.CurrentApp().Driver().CanvasForObject(c)
	if at == nil || len(c.options) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(c.options))
	for i, option := range c.options {
		items[i] = fyne.NewMenuItem(option, func() { c.choose(i) })
		items[i].Checked = i == c.chosen
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), at)
	menu.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(0, c.Size().Height+2))
	menu.Resize(fyne.NewSize(max(c.Size().Width, menu.MinSize().Width), menu.MinSize().Height))
}

// TypedKey opens the menu with Space, Enter and Alt+Down, and steps with the arrows.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		c.choose(c.chosen - 1)
	case fyne.KeyDown, fyne.KeyRight:
		c.choose(c.chosen + 1)
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(len(c.options) - 1)
	default:
		c.pressable.TypedKey(key)
	}
}

// TypedRune jumps to the next answer that begins with a letter.
func (c *Choice) TypedRune(letter rune) {
	wanted := strings.ToLower(string(letter))
	for i := range c.options {
		next := (c.chosen + 1 + i + len(c.options)) % len(c.options)
		if strings.HasPrefix(strings.ToLower(c.options[next]), wanted) {
			c.choose(next)
			return
		}
	}
}

// AccessibilityLabel reads question and answer.
func (c *Choice) AccessibilityLabel() string { return c.label + " " + c.answer() }

// AccessibilityRole is for Fyne.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (c *Choice) answer() string {
	if c.chosen >= 0 && c.chosen < len(c.options) {
		return c.options[c.chosen]
	}
	return ""
}

// HeightFor is the height at a width, where a long label may need several lines.
func (c *Choice) HeightFor(width float32) float32 {
	return labelHeight(c.label, width) + TextPitch(Body) + 15
}

// labelHeight is the height of a label above its box, with the space between them.
func labelHeight(label string, width float32) float32 {
	if label == "" {
		return 0
	}
	lines, size := 1, theme.Size(Caption)
	if width > 0 && TextWidth(label, size, true) > width {
		lines = len(Wrap(label, width, size, true))
	}
	return float32(lines)*TextPitch(Caption) + belowLabel
}

// CreateRenderer is for Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	frame, chevron := newBox(), newGlyph(14)
	label, answer := NewText("").Caption().Semibold(), NewText("").AtMost(1)
	return (&painting{
		widget: c, objects: append(frame.objects(), label, answer, chevron.Image),
		paint: func() {
			l := boxLook{fill: Surface, edge: Edge, border: 1, radius: RadiusField, focused: c.focused}
			ink := Ink
			if c.hovered {
				l.fill = Sunk
			}
			if c.disabled {
				l.fill, l.edge, ink = Paper, Line, Faded
			}
			frame.paint(l)
			label.SetText(c.label)
			chevron.show(IconChevronDown, ink)
			if c.answer() == "" {
				answer.SetText(c.placeholder)
				answer.SetColor(Faded)
			} else {
				answer.SetText(c.answer())
				answer.SetColor(ink)
			}
		},
		arrange: func(size fyne.Size) {
			height := TextPitch(Body) + 15
			top := c.HeightFor(size.Width) - height
			label.Resize(fyne.NewSize(size.Width, max(0, top-belowLabel)))
			frame.arrange(fyne.NewPos(0, top), fyne.NewSize(size.Width, height))
			chevron.place(size.Width-12-chevron.span(), top+height/2)
			answer.Move(fyne.NewPos(13, top+(height-TextPitch(Body))/2))
			answer.Resize(fyne.NewSize(size.Width-13-20-chevron.span(), TextPitch(Body)))
		},
		min: func() fyne.Size { return fyne.NewSize(Scaled(96), c.HeightFor(c.Size().Width)) },
	}).start()
}
