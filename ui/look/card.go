package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// The card on the map at 100 %.
const (
	CardWidth  float32 = 168
	CardHeight float32 = 84
)

// CardData is what a card shows of a record.
type CardData struct {
	Kind   Kind
	Number string // "A3"
	Title  string // wraps; a longer title makes a taller card
	Mark   Icon   // WinWin(…) on an activity that serves two or three objectives
	Goals  string // "3 goals", beside the mark
	Gap    string // the first gap in words, shown where there is room
}

// CardState is everything that changes how a card looks; several may hold at once.
type CardState struct {
	Hovered bool
	InSight bool // on a path through the chosen card
	Chosen  bool
	Faded   bool // something else is chosen, and this is on none of its paths
	Focused bool
}

// CardLook is how a card is drawn in a state, as names of colours.
type CardLook struct {
	Fill, Edge             fyne.ThemeColorName
	Border                 float32
	Shape, Ink, Mark, Note fyne.ThemeColorName
}

// Look says how a card of a kind is drawn in this state.
func (s CardState) Look(kind Kind) CardLook {
	l := CardLook{Fill: Surface, Edge: Line, Border: 1, Shape: kind.Color(), Ink: Ink, Mark: Primary, Note: Attention}
	switch {
	case s.Chosen:
		l.Fill, l.Edge, l.Border = kind.Tint(), kind.Color(), 2
	case s.InSight:
		l.Edge, l.Border = kind.Color(), 2
	case s.Faded:
		l = CardLook{Fill: Paper, Edge: FadedLine, Border: 1, Shape: Faded, Ink: Faded, Mark: Faded, Note: Faded}
	case s.Hovered:
		l.Fill, l.Edge = Sunk, Edge
	}
	return l
}

// CardPlaces says where the parts of a card stand, from its top left corner; the
// heights are the middles of the lines.
type CardPlaces struct {
	Left, Right float32 // of the texts
	Head        float32 // shape, number, win-win mark
	Title       float32 // first line of the title
	Pitch       float32 // from line to line
	Gap         float32 // last line
	Lines       []string
	ShowGap     bool // there is room for the gap
	Height      float32
}

const (
	cardPad     float32 = 9
	cardHeadAt  float32 = 16
	cardTitleAt float32 = 20 // below the head
)

// PlaceCard lays a card out at a width. It needs the theme, so UI goroutine only.
func PlaceCard(d CardData, width float32) CardPlaces {
	size := theme.Size(Caption)
	p := CardPlaces{Left: cardPad, Right: width - cardPad, Pitch: tightPitch(size)}
	p.Lines = Wrap(d.Title, p.Right-p.Left+1, size, false)
	p.Head = Scaled(cardHeadAt)
	p.Title = p.Head + Scaled(cardTitleAt)
	last := p.Title + float32(len(p.Lines)-1)*p.Pitch
	p.Height = max(Scaled(CardHeight), last+Scaled(14))
	p.Gap = last + p.Pitch + 1
	p.ShowGap = d.Gap != "" && p.Gap+Scaled(12) <= p.Height
	return p
}

// Card shows a record as the map does: its shape, number, title and first gap.
type Card struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()

	data  CardData
	state CardState
}

// NewCard gives a card; the state's Hovered and Focused are the card's own affair.
func NewCard(data CardData, tapped func()) *Card {
	c := &Card{data: data, OnTapped: tapped}
	c.act = func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	}
	c.extend(c)
	return c
}

// Set shows another record.
func (c *Card) Set(data CardData) {
	if c.data != data {
		c.data = data
		c.Refresh()
	}
}

// SetState changes how the card looks.
func (c *Card) SetState(state CardState) {
	if c.state != state {
		c.state = state
		c.Refresh()
	}
}

// AccessibilityLabel reads the card out.
func (c *Card) AccessibilityLabel() string {
	return c.data.Number + " " + c.data.Title + ". " + c.data.Goals + " " + c.data.Gap
}

// AccessibilityRole is for Fyne.
func (c *Card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height at a width.
func (c *Card) HeightFor(width float32) float32 { return PlaceCard(c.data, width).Height }

// CreateRenderer is for Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	p := &cardParts{
		card: c, frame: newBox(),
		shape: newGlyph(16), mark: newGlyph(16), sign: newGlyph(14),
		number: canvas.NewText("", nil), goals: canvas.NewText("", nil), gap: canvas.NewText("", nil),
		title: NewText("").Caption().tightened(),
	}
	objects := append(p.frame.objects(), p.shape.Image, p.mark.Image, p.sign.Image, p.number, p.goals, p.gap, p.title)
	return (&painting{
		widget: c, objects: objects, paint: p.paint, arrange: p.arrange,
		min: func() fyne.Size {
			width := Scaled(CardWidth)
			return fyne.NewSize(width, PlaceCard(c.data, max(width, c.Size().Width)).Height)
		},
	}).start()
}

// cardParts are the drawn parts of a card.
type cardParts struct {
	card               *Card
	frame              *box
	shape, mark, sign  *glyph
	number, goals, gap *canvas.Text
	title              *Text
}

func (p *cardParts) paint() {
	c, size := p.card, theme.Size(Caption)
	state := c.state
	state.Hovered = state.Hovered || c.hovered && c.OnTapped != nil
	l := state.Look(c.data.Kind)
	p.frame.paint(boxLook{fill: l.Fill, edge: l.Edge, border: l.Border, radius: RadiusCard, focused: c.focused || state.Focused})
	p.shape.show(c.data.Kind.Icon(), l.Shape)
	p.mark.show(c.data.Mark, l.Mark)
	setText(p.number, c.data.Number, size, true, l.Ink)
	setText(p.goals, c.data.Goals, size, !state.Faded, l.Ink)
	setText(p.gap, c.data.Gap, size, true, l.Note)
	p.title.SetText(c.data.Title)
	p.title.SetColor(l.Ink)
	p.sign.show(IconAttention, l.Note)
}

func (p *cardParts) arrange(size fyne.Size) {
	at := PlaceCard(p.card.data, size.Width)
	p.frame.arrange(fyne.Position{}, size)
	p.shape.place(at.Left, at.Head)
	setMiddle(p.number, at.Left+p.shape.span()+5, at.Head)
	goalsX := at.Right - p.goals.Size().Width
	setMiddle(p.goals, goalsX, at.Head)
	p.mark.place(goalsX-p.mark.span()-5, at.Head)
	p.title.Move(fyne.NewPos(at.Left, at.Title-at.Pitch/2-1+0.5))
	p.title.Resize(fyne.NewSize(at.Right-at.Left+1, at.Pitch*float32(len(at.Lines))))
	showGap := p.card.data.Gap != "" && at.Gap+Scaled(12) <= size.Height
	p.gap.Hidden, p.sign.Hidden = !showGap, !showGap
	p.sign.place(at.Left, at.Gap)
	setMiddle(p.gap, at.Left+p.sign.span()+5, at.Gap)
}
