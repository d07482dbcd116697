package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Segmented is a switch between a few words beside each other; one is always chosen.
// The arrows left and right move the choice.
type Segmented struct {
	pressable
	// OnChanged is called with the place of the new choice.
	OnChanged func(index int)

	options []string
	chosen  int
}

// NewSegmented gives a switch; the first option is chosen.
func NewSegmented(options []string, changed func(index int)) *Segmented {
	s := &Segmented{options: options, OnChanged: changed}
	s.act = func() { s.choose(s.chosen + 1) }
	s.extend(s)
	return s
}

// SetChosen moves the choice without telling anybody.
func (s *Segmented) SetChosen(index int) {
	if index >= 0 && index < len(s.options) && index != s.chosen {
		s.chosen = index
		s.Refresh()
	}
}

// Chosen is the place of the choice.
func (s *Segmented) Chosen() int { return s.chosen }

func (s *Segmented) choose(index int) {
	index = (index + len(s.options)) % max(1, len(s.options))
	if index == s.chosen {
		return
	}
	s.SetChosen(index)
	if s.OnChanged != nil {
		s.OnChanged(index)
	}
}

// Tapped chooses the word under the pointer.
func (s *Segmented) Tapped(at *fyne.PointEvent) {
	takeFocus(s)
	x := float32(0)
	for i := range s.options {
		if x += s.width(i); at.Position.X < x {
			s.choose(i)
			return
		}
	}
}

// TypedKey moves the choice.
func (s *Segmented) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		s.choose(s.chosen - 1)
	case fyne.KeyRight:
		s.choose(s.chosen + 1)
	default:
		s.pressable.TypedKey(key)
	}
}

func (s *Segmented) width(i int) float32 {
	return TextWidth(s.options[i], theme.Size(Caption), true) + 26
}

// CreateRenderer is for Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	frame, chosen := newBox(), canvas.NewRectangle(nil)
	objects := append(frame.objects(), chosen)
	words := make([]*canvas.Text, len(s.options))
	lines := make([]*canvas.Rectangle, len(s.options))
	for i := range s.options {
		words[i], lines[i] = canvas.NewText("", nil), canvas.NewRectangle(nil)
		objects = append(objects, lines[i], words[i])
	}
	return (&painting{
		widget: s, objects: objects,
		paint: func() {
			frame.paint(boxLook{fill: Surface, edge: Edge, border: 1, radius: RadiusField, focused: s.focused})
			chosen.FillColor, chosen.CornerRadius = theme.Color(PrimaryTint), RadiusField-1
			for i, word := range words {
				setText(word, s.options[i], theme.Size(Caption), i == s.chosen, Ink)
				lines[i].FillColor = theme.Color(Edge)
				lines[i].Hidden = i == 0
			}
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			x := float32(0)
			for i, word := range words {
				wide := s.width(i)
				if i == s.chosen {
					chosen.Move(fyne.NewPos(x+1, 1))
					chosen.Resize(fyne.NewSize(wide-2, size.Height-2))
				}
				lines[i].Move(fyne.NewPos(x, 1))
				lines[i].Resize(fyne.NewSize(1, size.Height-2))
				setMiddle(word, x+(wide-word.Size().Width)/2, size.Height/2)
				x += wide
			}
		},
		min: func() fyne.Size {
			var all float32
			for i := range s.options {
				all += s.width(i)
			}
			return fyne.NewSize(all, TextPitch(Caption)+10)
		},
	}).start()
}
