package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Progress says how far a step of the plan is; it is never a percentage.
type Progress int

// NoProgress shows no mark, for pages on which nothing is filled in.
const (
	NoProgress Progress = iota
	NotBegun
	OnTheWay
	ReadyForPaper
)

// Icon is the mark of a progress, or NoIcon.
func (p Progress) Icon() Icon {
	switch p {
	case NotBegun:
		return IconMarkEmpty
	case OnTheWay:
		return IconMarkHalf
	case ReadyForPaper:
		return IconMarkDone
	}
	return NoIcon
}

// NewProgressMark gives the mark alone, such as for a legend.
func NewProgressMark(p Progress) *Shape { return NewShape(p.Icon(), Muted, 16) }

// NavRow is one step in the navigation, 27 high.
type NavRow struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()
	// OnArrow is called with -1 for the arrow up and 1 for the arrow down.
	OnArrow func(step int)

	title    string
	progress Progress
	chosen   bool
}

// NewNavRow gives a row that opens a page.
func NewNavRow(title string, tapped func()) *NavRow {
	r := &NavRow{title: title, OnTapped: tapped}
	r.act = func() {
		if r.OnTapped != nil {
			r.OnTapped()
		}
	}
	r.extend(r)
	return r
}

// SetTitle changes the words.
func (r *NavRow) SetTitle(title string) {
	if r.title != title {
		r.title = title
		r.Refresh()
	}
}

// SetProgress changes the mark at the right.
func (r *NavRow) SetProgress(p Progress) {
	if r.progress != p {
		r.progress = p
		r.Refresh()
	}
}

// SetChosen shows that this page is open.
func (r *NavRow) SetChosen(chosen bool) {
	if r.chosen != chosen {
		r.chosen = chosen
		r.Refresh()
	}
}

// Chosen tells whether this page is open.
func (r *NavRow) Chosen() bool { return r.chosen }

// Focus gives the row the keyboard.
func (r *NavRow) Focus() { takeFocus(r) }

// TypedKey adds the arrows up and down to those that press.
func (r *NavRow) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyUp && r.OnArrow != nil:
		r.OnArrow(-1)
	case key.Name == fyne.KeyDown && r.OnArrow != nil:
		r.OnArrow(1)
	default:
		r.pressable.TypedKey(key)
	}
}

// AccessibilityLabel is the title.
func (r *NavRow) AccessibilityLabel() string { return r.title }

// AccessibilityRole is for Fyne.
func (r *NavRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

const (
	navSide  float32 = 8  // from the edge of the navigation to the box of a row
	navText  float32 = 24 // and to its words
	navRight float32 = 21 // from the mark to the other edge
)

// CreateRenderer is for Fyne.
func (r *NavRow) CreateRenderer() fyne.WidgetRenderer {
	frame, mark := newBox(), newGlyph(16)
	bar, word := canvas.NewRectangle(nil), canvas.NewText("", nil)
	bar.CornerRadius = 2
	paint := func() {
		l := boxLook{fill: Clear, radius: RadiusField, focused: r.focused}
		tone := Muted
		switch {
		case r.chosen:
			l.fill, l.edge, l.border, tone = Surface, Line, 1, Primary
		case r.hovered:
			l.fill = Paper
		}
		frame.paint(l)
		bar.FillColor, bar.Hidden = theme.Color(Primary), !r.chosen
		setText(word, r.title, theme.Size(Body), r.chosen, Ink)
		mark.show(r.progress.Icon(), tone)
	}
	return (&painting{
		widget:  r,
		objects: append(frame.objects(), bar, word, mark.Image),
		paint:   paint,
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.NewPos(navSide, 0), fyne.NewSize(size.Width-navSide-9, size.Height))
			bar.Move(fyne.NewPos(navSide+5, 6))
			bar.Resize(fyne.NewSize(4, size.Height-12))
			x := navText
			if r.chosen {
				x++
			}
			setMiddle(word, x, size.Height/2)
			mark.place(size.Width-navRight-Scaled(16), size.Height/2)
		},
		min: func() fyne.Size {
			width := navText + TextWidth(r.title, theme.Size(Body), true) + 8 + Scaled(16) + navRight
			return fyne.NewSize(width, TextPitch(Body)+6)
		},
	}).start()
}

// NewNavHead gives the head of a group of steps, 33 high.
func NewNavHead(title string) *fyne.Container {
	return Inset(12, navRight, 3, navText, NewText(title).Caption().Semibold().In(Muted).OneLine())
}

// NewNavGroup gives a head with its rows below.
func NewNavGroup(title string, rows ...fyne.CanvasObject) *fyne.Container {
	return VBox(0, append([]fyne.CanvasObject{NewNavHead(title)}, rows...)...)
}
