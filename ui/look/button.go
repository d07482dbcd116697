package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type buttonRole int

const (
	normalButton buttonRole = iota
	primaryButton
	smallButton
	tinyButton
	linkButton
	quietButton
)

// Button is something to press, with a word and mostly an icon. It is 36 high, Small
// 28; there is at most one Primary on a screen. Its setters chain:
//
//	look.NewButton("Add evidence", s.addEvidence).Small().WithIcon(look.IconPlus)
type Button struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()

	text       string
	says       string
	role       buttonRole
	square     bool
	icon, tail Icon
	color      fyne.ThemeColorName
	tint       fyne.ThemeColorName
}

// NewButton gives a button with a word.
func NewButton(text string, tapped func()) *Button {
	b := &Button{text: text, OnTapped: tapped}
	b.act = func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	}
	b.extend(b)
	return b
}

// NewIconButton gives a square button with only an icon: plus, minus, an arrow or
// close. What it says is for those who cannot see it.
func NewIconButton(icon Icon, says string, tapped func()) *Button {
	b := NewButton("", tapped)
	b.icon, b.says, b.square, b.role = icon, says, true, smallButton
	return b
}

// NewLink gives a word that acts, underlined, in a line of text.
func NewLink(text string, tapped func()) *Button {
	b := NewButton(text, tapped)
	b.role = linkButton
	return b
}

// NewQuietButton gives a word that acts, in the colour of a second line: for what one
// rarely wants, at the edge of the window.
func NewQuietButton(text string, tapped func()) *Button {
	b := NewButton(text, tapped)
	b.role = quietButton
	return b
}

// Primary makes it the one main button of the screen.
func (b *Button) Primary() *Button { b.role = primaryButton; b.Refresh(); return b }

// Small makes it 28 high, in the caption size.
func (b *Button) Small() *Button { b.role = smallButton; b.Refresh(); return b }

// Tiny makes a square button 24, for the status bar.
func (b *Button) Tiny() *Button { b.role = tinyButton; b.Refresh(); return b }

// Tinted fills it with a tint instead of a border, such as AttentionTint.
func (b *Button) Tinted(name fyne.ThemeColorName) *Button { b.tint = name; b.Refresh(); return b }

// Large makes a square button 36 instead of 28.
func (b *Button) Large() *Button { b.role = normalButton; b.Refresh(); return b }

// WithIcon puts an icon before the word.
func (b *Button) WithIcon(icon Icon) *Button { b.icon = icon; b.Refresh(); return b }

// WithTail puts an icon after the word, such as a chevron.
func (b *Button) WithTail(icon Icon) *Button { b.tail = icon; b.Refresh(); return b }

// In sets the colour of word and icon; the state decides when it is empty.
func (b *Button) In(name fyne.ThemeColorName) *Button { b.color = name; b.Refresh(); return b }

// SetText changes the word.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// Text is the word on the button.
func (b *Button) Text() string { return b.text }

// AccessibilityLabel says the word, or what an icon button does.
func (b *Button) AccessibilityLabel() string {
	if b.text != "" {
		return b.text
	}
	return b.says
}

// AccessibilityRole is for Fyne.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *Button) textSize() fyne.ThemeSizeName {
	if b.role == normalButton || b.role == primaryButton {
		return Body
	}
	return Caption
}

// height is that of the look at 100 %, and grows with the text.
func (b *Button) height() float32 {
	switch b.role {
	case linkButton, quietButton:
		return TextPitch(Caption)
	case smallButton:
		return TextPitch(Caption) + 10
	case tinyButton:
		return TextPitch(Caption) + 6
	default:
		return TextPitch(Body) + 15
	}
}

func (b *Button) padding() float32 {
	switch {
	case b.role == linkButton || b.role == quietButton:
		return 0
	case b.role == smallButton || b.role == tinyButton:
		return 13
	default:
		return 17
	}
}

func (b *Button) looks() (boxLook, fyne.ThemeColorName) {
	l := boxLook{fill: Surface, edge: Edge, border: 1, radius: RadiusCard, focused: b.focused}
	ink := Ink
	if b.role == smallButton || b.role == tinyButton {
		l.radius = RadiusField
	}
	switch {
	case b.disabled:
		l.fill, l.edge, ink = Paper, Line, Faded
		if b.role == linkButton || b.role == quietButton {
			l = boxLook{fill: Clear, radius: 2}
		}
	case b.role == primaryButton:
		l.fill, l.edge, ink = Primary, Primary, OnPrimary
	case b.role == linkButton:
		l.fill, l.edge, l.radius, ink = Clear, "", 2, Primary
	case b.role == quietButton:
		l.fill, l.edge, l.radius, ink = Clear, "", 2, Muted
		if b.hovered {
			ink = Ink
		}
	case b.tint != "":
		l.fill, l.edge = b.tint, ""
	case b.hovered:
		l.fill = Sunk
	}
	if b.color != "" && !b.disabled {
		ink = b.color
	}
	return l, ink
}

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	frame, icon, tail, word := newBox(), newGlyph(16), newGlyph(14), canvas.NewText("", nil)
	rule := canvas.NewRectangle(nil)
	paint := func() {
		l, ink := b.looks()
		frame.paint(l)
		icon.show(b.icon, ink)
		tail.show(b.tail, ink)
		rule.FillColor, rule.Hidden = theme.Color(ink), b.role != linkButton
		setText(word, b.text, theme.Size(b.textSize()), b.role != quietButton, ink)
	}
	widths := func() (lead, all float32) {
		lead = icon.span()
		if lead > 0 && b.text != "" {
			lead += Gap
		}
		all = lead + TextWidth(b.text, theme.Size(b.textSize()), b.role != quietButton)
		if tail.span() > 0 {
			all += Gap + tail.span()
		}
		return lead, all
	}
	return (&painting{
		widget:  b,
		objects: append(frame.objects(), icon.Image, tail.Image, rule, word),
		paint:   paint,
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			lead, all := widths()
			x, middle := (size.Width-all)/2, size.Height/2
			if b.role == linkButton || b.role == quietButton {
				x = 0
			}
			icon.place(x, middle)
			setMiddle(word, x+lead, middle)
			placeUnderline(rule, word, 1)
			tail.place(x+all-tail.span(), middle)
		},
		min: func() fyne.Size {
			if b.square {
				return fyne.NewSquareSize(b.height())
			}
			_, all := widths()
			return fyne.NewSize(all+2*b.padding(), b.height())
		},
	}).start()
}

// Focus gives the button the keyboard.
func (b *Button) Focus() { takeFocus(b) }
