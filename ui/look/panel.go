package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// plate is a rounded background for a container.
type plate struct {
	widget.BaseWidget
	look boxLook
}

func newPlate(l boxLook) *plate {
	p := &plate{look: l}
	p.ExtendBaseWidget(p)
	return p
}

func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	frame := newBox()
	return (&painting{
		widget: p, objects: frame.plain(),
		paint:   func() { frame.paint(p.look) },
		arrange: func(size fyne.Size) { frame.arrange(fyne.Position{}, size) },
		min:     func() fyne.Size { return fyne.Size{} },
	}).start()
}

// NewPanel gives a surface with a border around what belongs together, with 20 of
// space inside.
func NewPanel(content fyne.CanvasObject) *fyne.Container { return NewPanelWith(20, content) }

// NewPanelWith gives a panel with a space of one's own inside.
func NewPanelWith(space float32, content fyne.CanvasObject) *fyne.Container {
	return onPlate(boxLook{fill: Surface, edge: Line, border: 1, radius: RadiusCard}, Pad(space, space, content))
}

// NewNotePanel gives a sunk panel without a border, for a remark.
func NewNotePanel(content fyne.CanvasObject) *fyne.Container {
	return onPlate(boxLook{fill: Sunk, radius: RadiusCard}, Pad(13, 11, content))
}

func onPlate(l boxLook, content fyne.CanvasObject) *fyne.Container {
	return container.New(stretchLayout{}, newPlate(l), content)
}

// NewRows gives a panel of joined rows, parted by lines.
func NewRows(rows ...*ListRow) *fyne.Container {
	list := VBox(0)
	for i, row := range rows {
		list.Add(row.WithDivider(i < len(rows)-1))
	}
	return NewPanelWith(1, list)
}

// Banner says one thing across the page, on a tint: an icon, a sentence, and at the
// right what one can do.
type Banner struct {
	widget.BaseWidget
	shape   *Shape
	text    *Text
	plate   *plate
	content *fyne.Container
}

// NewBanner gives good news, on the primary tint.
func NewBanner(icon Icon, color fyne.ThemeColorName, sentence string, right ...fyne.CanvasObject) *Banner {
	b := &Banner{
		shape: NewShape(icon, color, 18),
		text:  NewText(sentence),
		plate: newPlate(boxLook{fill: PrimaryTint, radius: RadiusCard}),
	}
	b.shape.Hidden = icon == NoIcon
	row := HBox(12, append([]fyne.CanvasObject{b.shape, b.text}, right...)...)
	b.content = container.New(stretchLayout{}, b.plate, Inset(6, 6, 6, 13, row))
	b.ExtendBaseWidget(b)
	return b
}

// NewAttentionBanner gives something to see to, on the attention tint.
func NewAttentionBanner(sentence string, right ...fyne.CanvasObject) *Banner {
	b := NewBanner(IconAttention, Attention, sentence, right...)
	b.plate.look.fill = AttentionTint
	return b
}

// Set changes icon and sentence.
func (b *Banner) Set(icon Icon, color fyne.ThemeColorName, runs ...Run) {
	b.shape.Hidden = icon == NoIcon
	b.shape.Set(icon, color)
	b.text.SetRuns(runs...)
	b.Refresh()
}

// HeightFor is the height at a width, at least 40.
func (b *Banner) HeightFor(width float32) float32 {
	return max(TextPitch(Body)+19, HeightFor(b.content, width))
}

// MinSize is at least 40 high.
func (b *Banner) MinSize() fyne.Size {
	size := b.content.MinSize()
	return fyne.NewSize(size.Width, max(size.Height, TextPitch(Body)+19))
}

// CreateRenderer is for Fyne.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(b.content)
}

// GapPanel says what is still missing, in a question and a sentence; pressing it leads
// to the place where it is put right.
type GapPanel struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()

	title, sentence, link *Text
	content               *fyne.Container
}

// NewGapPanel gives a gap; the link names what pressing does, and may be empty.
func NewGapPanel(title, sentence, link string, tapped func()) *GapPanel {
	g := &GapPanel{
		OnTapped: tapped,
		title:    NewText(title).Semibold(),
		sentence: NewText(sentence).Caption(),
		link:     NewText(link).Caption().Semibold().In(Primary).underlined(),
	}
	g.sentence.Hidden, g.link.Hidden = sentence == "", link == ""
	sign := NewShape(IconAttention, Attention, 16)
	words := Stretch(VBox(4, g.title, g.sentence, g.link))
	g.content = Inset(12, 12, 12, 12, HBoxTop(8, Inset(3, 0, 0, 0, sign), words))
	g.act = func() {
		if g.OnTapped != nil {
			g.OnTapped()
		}
	}
	g.extend(g)
	return g
}

// AccessibilityLabel reads the gap out.
func (g *GapPanel) AccessibilityLabel() string { return g.title.String() + " " + g.sentence.String() }

// AccessibilityRole is for Fyne.
func (g *GapPanel) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// HeightFor is the height at a width.
func (g *GapPanel) HeightFor(width float32) float32 { return HeightFor(g.content, width) }

// CreateRenderer is for Fyne.
func (g *GapPanel) CreateRenderer() fyne.WidgetRenderer {
	frame := newBox()
	return (&painting{
		widget: g, objects: append(frame.objects(), g.content),
		paint: func() {
			l := boxLook{fill: AttentionTint, radius: RadiusCard, focused: g.focused}
			if g.hovered && g.OnTapped != nil {
				l.edge, l.border = Attention, 1
			}
			frame.paint(l)
		},
		arrange: func(size fyne.Size) {
			frame.arrange(fyne.Position{}, size)
			g.content.Resize(size)
		},
		min: func() fyne.Size { return g.content.MinSize() },
	}).start()
}

// NewEmpty gives what stands where nothing is yet: a shape, the question, one sentence
// and one button.
func NewEmpty(icon Icon, question, sentence string, button *Button) *fyne.Container {
	centre := func(o fyne.CanvasObject) *fyne.Container { return HBox(0, Spring(), o, Spring()) }
	rows := []fyne.CanvasObject{
		centre(NewShape(icon, Faded, 32)),
		NewText(question).Semibold().Aligned(fyne.TextAlignCenter),
		NewText(sentence).Caption().In(Muted).Aligned(fyne.TextAlignCenter),
	}
	if button != nil {
		rows = append(rows, centre(button.Small()))
	}
	return onPlate(boxLook{fill: Paper, edge: Line, border: 1, radius: RadiusCard}, Pad(16, 13, VBox(6, rows...)))
}
