package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewStatusBar gives the bar at the foot of the window: pieces at the left, pieces at
// the right.
func NewStatusBar(left, right []fyne.CanvasObject) *fyne.Container {
	pieces := append(append([]fyne.CanvasObject{}, left...), Spring())
	pieces = append(pieces, right...)
	return NewArea(Sunk, VBox(0, NewDivider(), Inset(3, 16, 4, 16, HBox(16, pieces...))))
}

// StatusItem is a quiet piece of the status bar; with something to do it can be pressed.
type StatusItem struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()

	icon     Icon
	text     string
	color    fyne.ThemeColorName
	semibold bool
}

// NewStatusItem gives a piece that only tells.
func NewStatusItem(icon Icon, text string) *StatusItem {
	s := &StatusItem{icon: icon, text: text, color: Muted}
	s.act = func() {
		if s.OnTapped != nil {
			s.OnTapped()
		}
	}
	s.extend(s)
	s.Disable()
	return s
}

// NewStatusLink gives a piece that leads somewhere, such as the things to settle.
func NewStatusLink(icon Icon, text string, color fyne.ThemeColorName, tapped func()) *StatusItem {
	s := NewStatusItem(icon, text)
	s.color, s.semibold, s.OnTapped = color, true, tapped
	s.Enable()
	return s
}

// Set changes icon and words.
func (s *StatusItem) Set(icon Icon, text string) {
	if s.icon != icon || s.text != text {
		s.icon, s.text = icon, text
		s.Refresh()
	}
}

// AccessibilityLabel is the words.
func (s *StatusItem) AccessibilityLabel() string { return s.text }

// AccessibilityRole is for Fyne.
func (s *StatusItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (s *StatusItem) CreateRenderer() fyne.WidgetRenderer {
	frame, icon, word := newBox(), newGlyph(14), canvas.NewText("", nil)
	lead := func() float32 {
		if icon.span() == 0 {
			return 0
		}
		return icon.span() + 6
	}
	return (&painting{
		widget: s, objects: append(frame.objects(), icon.Image, word),
		paint: func() {
			l := boxLook{fill: Clear, radius: 4, focused: s.focused}
			if s.hovered && !s.disabled {
				l.fill = Paper
			}
			frame.paint(l)
			icon.show(s.icon, s.color)
			setText(word, s.text, theme.Size(Caption), s.semibold, s.color)
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			icon.place(0, size.Height/2)
			setMiddle(word, lead(), size.Height/2)
		},
		min: func() fyne.Size {
			return fyne.NewSize(lead()+TextWidth(s.text, theme.Size(Caption), s.semibold), TextPitch(Caption)+6)
		},
	}).start()
}

// TextSize is the piece of the status bar that makes the text smaller and larger.
type TextSize struct {
	widget.BaseWidget
	percent *Text
	content *fyne.Container
}

// NewTextSize gives the piece, with its word, the percentage and two buttons, whose
// meanings are said to those who cannot see them.
func NewTextSize(word, percent, smaller, larger string, step func(by int)) *TextSize {
	s := &TextSize{percent: NewText(percent).Caption().In(Muted).OneLine()}
	s.content = HBox(16,
		NewText(word).Caption().In(Muted).OneLine(),
		NewIconButton(IconMinus, smaller, func() { step(-1) }).Tiny(),
		s.percent,
		NewIconButton(IconPlus, larger, func() { step(1) }).Tiny())
	s.ExtendBaseWidget(s)
	return s
}

// SetPercent changes the percentage shown.
func (s *TextSize) SetPercent(percent string) { s.percent.SetText(percent) }

// CreateRenderer is for Fyne.
func (s *TextSize) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// RailButton stands in the narrow rail the help folds into: an icon with a word below.
type RailButton struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()

	icon  Icon
	word  string
	color fyne.ThemeColorName
}

// NewRailButton gives a button of the rail, such as the triangle with the number of gaps.
func NewRailButton(icon Icon, word string, color fyne.ThemeColorName, tapped func()) *RailButton {
	r := &RailButton{icon: icon, word: word, color: color, OnTapped: tapped}
	r.act = func() {
		if r.OnTapped != nil {
			r.OnTapped()
		}
	}
	r.extend(r)
	return r
}

// SetWord changes the word below.
func (r *RailButton) SetWord(word string) {
	if r.word != word {
		r.word = word
		r.Refresh()
	}
}

// AccessibilityLabel is the word.
func (r *RailButton) AccessibilityLabel() string { return r.word }

// AccessibilityRole is for Fyne.
func (r *RailButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (r *RailButton) CreateRenderer() fyne.WidgetRenderer {
	frame, icon, word := newBox(), newGlyph(20), canvas.NewText("", nil)
	frame.inside = true
	return (&painting{
		widget: r, objects: append(frame.objects(), icon.Image, word),
		paint: func() {
			l := boxLook{fill: Clear, radius: RadiusField, focused: r.focused}
			if r.hovered {
				l.fill = Sunk
			}
			frame.paint(l)
			icon.show(r.icon, r.color)
			setText(word, r.word, theme.Size(Caption), r.color == Attention, r.color)
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			side := Scaled(20)
			icon.place((size.Width-side)/2, 8+side/2)
			word.Move(fyne.NewPos((size.Width-word.Size().Width)/2, 10+side))
		},
		min: func() fyne.Size {
			size := fyne.NewSize(max(HelpRail-8, TextWidth(r.word, theme.Size(Caption), true)+4), Scaled(20)+16)
			if r.word != "" {
				size.Height += TextPitch(Caption)
			}
			return size
		},
	}).start()
}
