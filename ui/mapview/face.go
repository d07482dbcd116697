package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// textZoom is the least zoom at which letters are drawn, and shapeZoom the least for
// the shape of the kind; below that a card is a plain block.
const (
	textZoom  float32 = 0.45
	shapeZoom float32 = 0.3
)

// face draws one card. Faces are handed from card to card as these come into view.
type face struct {
	widget.BaseWidget
	shown              shown
	block              *canvas.Rectangle
	frame              *look.CardFrame
	shape, mark, alert *sign
	number, goals      *canvas.Text
	lines              []*canvas.Text // of the title, then of the gap
	objects            []fyne.CanvasObject
}

// shown is all that a face is drawn from.
type shown struct {
	card  *card
	state look.CardState
	zoom  float32
	theme int
}

func newFace() *face {
	f := &face{
		block: canvas.NewRectangle(nil), frame: look.NewCardFrame(),
		shape: newSign(), mark: newSign(), alert: newSign(),
		number: canvas.NewText("", nil), goals: canvas.NewText("", nil),
	}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is for Fyne.
func (f *face) CreateRenderer() fyne.WidgetRenderer { return faceRenderer{f} }

type faceRenderer struct{ face *face }

func (r faceRenderer) Destroy()                     {}
func (r faceRenderer) Layout(fyne.Size)             {}
func (r faceRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r faceRenderer) Refresh()                     {}
func (r faceRenderer) Objects() []fyne.CanvasObject { return r.face.objects }

// show draws a card in a state, if it is not drawn so already.
func (f *face) show(now shown) {
	if f.shown == now {
		return
	}
	f.shown = now
	c, z := now.card, now.zoom
	l := now.state.Look(c.data.Kind)
	size := fyne.NewSize(whole(c.size.Width*z), whole(c.size.Height*z))
	f.BaseWidget.Resize(size)
	if z < shapeZoom {
		f.showBlock(l, size)
		return
	}
	f.frame.Show(l, max(2, look.RadiusCard*z), now.state.Focused)
	f.frame.Arrange(fyne.Position{}, size)
	f.objects = append(f.objects[:0], f.frame.Objects()...)
	if z < textZoom {
		side := min(look.Scaled(16), size.Height*0.6)
		f.addSign(f.shape, c.data.Kind.Icon(), l.Shape, (size.Width-side)/2, size.Height/2, side)
		return
	}
	f.showTexts(l)
}

// showBlock draws the card as a block in the colour of its kind.
func (f *face) showBlock(l look.CardLook, size fyne.Size) {
	f.block.FillColor = look.Color(f.shown.card.data.Kind.Color())
	if f.shown.state.Faded {
		f.block.FillColor = look.Color(look.FadedLine)
	}
	f.block.StrokeWidth = 0
	if f.shown.state.Chosen || f.shown.state.Focused {
		f.block.StrokeColor, f.block.StrokeWidth = look.Color(look.Ink), 2
	}
	f.block.Resize(size)
	f.block.Refresh()
	f.objects = append(f.objects[:0], f.block)
}

func (f *face) showTexts(l look.CardLook) {
	c, z, faded := f.shown.card, f.shown.zoom, f.shown.state.Faded
	at, data, size := c.places, &c.data, theme.Size(look.Caption)*z
	f.addSign(f.shape, data.Kind.Icon(), l.Shape, at.Left*z, at.Head*z, look.Scaled(16)*z)
	f.addText(f.number, data.Number, size, true, l.Ink, at.Left*z+look.Scaled(16)*z+5*z, at.Head*z)
	if data.Mark != look.NoIcon {
		right := at.Right*z - look.TextWidth(data.Goals, size, !faded)
		f.addText(f.goals, data.Goals, size, !faded, l.Ink, right, at.Head*z)
		side := look.Scaled(16) * z
		f.addSign(f.mark, data.Mark, l.Mark, right-side-5*z, at.Head*z, side)
	}
	for i, line := range at.Lines {
		f.addText(f.line(i), line, size, false, l.Ink, at.Left*z, (at.Title+float32(i)*at.Pitch)*z)
	}
	if len(c.gap) > 0 {
		f.addSign(f.alert, look.IconAttention, l.Note, at.Left*z, at.Gap*z, look.Scaled(14)*z)
	}
	for i, line := range c.gap {
		f.addText(f.line(len(at.Lines)+i), line, size, true, l.Note, (at.Left+look.Scaled(gapIndent))*z, (at.Gap+float32(i)*at.Pitch)*z)
	}
}

// gapIndent is where the words of a gap begin, beside their triangle.
const gapIndent float32 = 19

func (f *face) line(i int) *canvas.Text {
	for i >= len(f.lines) {
		f.lines = append(f.lines, canvas.NewText("", nil))
	}
	return f.lines[i]
}

// addText puts a text with its left at x and its middle at the height y.
func (f *face) addText(t *canvas.Text, text string, size float32, semibold bool, ink fyne.ThemeColorName, x, y float32) {
	t.Text, t.TextSize, t.TextStyle.Bold, t.Color = text, size, semibold, look.Color(ink)
	t.FontSource = look.Typeface(text, semibold)
	height := look.LineHeight(size, semibold)
	t.Resize(fyne.NewSize(look.TextWidth(text, size, semibold), height))
	t.Move(fyne.NewPos(x, y-height/2-1))
	f.objects = append(f.objects, t)
}

func (f *face) addSign(s *sign, icon look.Icon, ink fyne.ThemeColorName, x, middle, side float32) {
	s.show(icon, ink, f.shown.theme)
	s.Image.Resize(fyne.NewSquareSize(side))
	s.Image.Move(fyne.NewPos(x, middle-side/2))
	f.objects = append(f.objects, s.Image)
}

// sign is an icon in a colour.
type sign struct {
	*canvas.Image
	icon  look.Icon
	ink   fyne.ThemeColorName
	theme int
}

func newSign() *sign { return &sign{Image: &canvas.Image{FillMode: canvas.ImageFillContain}} }

func (s *sign) show(icon look.Icon, ink fyne.ThemeColorName, theme int) {
	if s.icon == icon && s.ink == ink && s.theme == theme {
		return
	}
	s.icon, s.ink, s.theme = icon, ink, theme
	s.Image.Resource = look.IconIn(icon, ink)
	s.Image.Refresh()
}
