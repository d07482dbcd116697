package look

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Squares shows a small number as squares one can count: so many filled of so many.
type Squares struct {
	widget.BaseWidget
	filled, of int
	unknown    bool
	size       fyne.Size
	gap        float32
}

// NewSquares gives a row of squares of 14.
func NewSquares(filled, of int) *Squares {
	return newSquares(filled, of, fyne.NewSquareSize(14), 3)
}

// NewLevels gives the three boxes of an answer to the checklist: none filled is not
// yet, all is in place.
func NewLevels(filled int) *Squares { return newSquares(filled, 3, fyne.NewSize(48, 12), 4) }

// NewLevelsUnknown gives the three dashed boxes of do not know.
func NewLevelsUnknown() *Squares {
	s := NewLevels(0)
	s.unknown = true
	return s
}

func newSquares(filled, of int, size fyne.Size, gap float32) *Squares {
	s := &Squares{filled: filled, of: max(0, of), size: size, gap: gap}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes how many are filled; unknown makes all of them dashed.
func (s *Squares) Set(filled int, unknown bool) {
	s.filled, s.unknown = filled, unknown
	s.Refresh()
}

// CreateRenderer is for Fyne.
func (s *Squares) CreateRenderer() fyne.WidgetRenderer {
	boxes := make([]*patch, s.of)
	objects := make([]fyne.CanvasObject, s.of)
	for i := range boxes {
		boxes[i] = newPatch()
		objects[i] = boxes[i].Image
	}
	side := func() fyne.Size { return fyne.NewSize(Scaled(s.size.Width), Scaled(s.size.Height)) }
	return (&painting{
		widget: s, objects: objects,
		paint: func() {
			for i, b := range boxes {
				switch {
				case s.unknown:
					b.pattern, b.edge, b.fill = dashedPattern, Edge, Clear
				case i < s.filled:
					b.pattern, b.edge, b.fill = plainPattern, Primary, Primary
				default:
					b.pattern, b.edge, b.fill = plainPattern, Edge, Surface
				}
			}
		},
		arrange: func(size fyne.Size) {
			for i, b := range boxes {
				b.place(fyne.NewPos(float32(i)*(side().Width+s.gap), (size.Height-side().Height)/2), side())
			}
		},
		min: func() fyne.Size {
			return fyne.NewSize(float32(s.of)*(side().Width+s.gap)-s.gap, side().Height)
		},
	}).start()
}

// Funding is how sure a sum is; each has its own pattern, so that no colour is needed.
type Funding int

// The kinds of sum in a bar of funding, the surest first.
const (
	Secured Funding = iota // filled
	Applied                // hatched
	Asked                  // hollow
	Missing                // dashed: the gap
)

// Share is one sum in a bar of funding; the amount is in any unit, such as pence.
type Share struct {
	Funding Funding
	Amount  int64
}

// StripedBar shows how a whole is made up: secured filled, applied hatched, asked
// hollow, and the gap dashed.
type StripedBar struct {
	widget.BaseWidget
	shares []Share
	side   float32 // of a mark in a legend; 0 for a bar
}

// NewStripedBar gives a bar 16 high, as wide as there is room.
func NewStripedBar(shares ...Share) *StripedBar {
	b := &StripedBar{shares: shares}
	b.ExtendBaseWidget(b)
	return b
}

// NewFundingMark gives the square of a legend for one kind of sum.
func NewFundingMark(funding Funding) *StripedBar {
	b := NewStripedBar(Share{funding, 1})
	b.side = 14
	return b
}

// Set changes the shares; those of nothing are left out.
func (b *StripedBar) Set(shares ...Share) {
	b.shares = shares
	b.Refresh()
}

// spans are the widths of the shares in a bar, at least a visible 4 each.
func (b *StripedBar) spans(width float32) []float32 {
	var sum int64
	count := 0
	for _, s := range b.shares {
		if s.Amount > 0 {
			sum += s.Amount
			count++
		}
	}
	spans := make([]float32, len(b.shares))
	room := width - 2*float32(max(0, count-1))
	for i, s := range b.shares {
		if s.Amount > 0 {
			spans[i] = max(4, room*float32(float64(s.Amount)/float64(sum)))
		}
	}
	return spans
}

// CreateRenderer is for Fyne.
func (b *StripedBar) CreateRenderer() fyne.WidgetRenderer {
	return Standing(b, &barRenderer{bar: b})
}

type barRenderer struct {
	bar     *StripedBar
	patches []*patch
	objects []fyne.CanvasObject
}

func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *barRenderer) MinSize() fyne.Size {
	if r.bar.side > 0 {
		return fyne.NewSquareSize(Scaled(r.bar.side))
	}
	return fyne.NewSize(Scaled(120), Scaled(16))
}

func (r *barRenderer) Refresh() {
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}

func (r *barRenderer) Layout(size fyne.Size) {
	for len(r.patches) < len(r.bar.shares) {
		r.patches = append(r.patches, newPatch())
	}
	r.objects = r.objects[:0]
	x := float32(0)
	for i, span := range r.bar.spans(size.Width) {
		if span == 0 {
			continue
		}
		p := r.patches[i]
		p.pattern, p.edge, p.fill = plainPattern, Primary, Surface
		switch r.bar.shares[i].Funding {
		case Secured:
			p.fill = Primary
		case Applied:
			p.pattern = hatchedPattern
		case Missing:
			p.pattern, p.edge, p.fill = dashedPattern, Attention, AttentionTint
		}
		p.place(fyne.NewPos(x, 0), fyne.NewSize(span, size.Height))
		r.objects = append(r.objects, p.Image)
		x += span + 2
	}
}

type patternKind int

const (
	plainPattern patternKind = iota
	hatchedPattern
	dashedPattern
)

// patch is a small rounded rectangle with a pattern, drawn as a picture of its exact
// size, because Fyne has neither hatching nor dashed borders.
type patch struct {
	*canvas.Image
	pattern    patternKind
	edge, fill fyne.ThemeColorName
}

func newPatch() *patch { return &patch{Image: &canvas.Image{FillMode: canvas.ImageFillStretch}} }

func (p *patch) place(at fyne.Position, size fyne.Size) {
	p.Move(at)
	svg := p.drawing(size)
	name := fmt.Sprintf("patch-%d-%s-%s-%gx%g.svg", p.pattern, hexOf(p.edge), hexOf(p.fill), size.Width, size.Height)
	if p.Resource == nil || p.Resource.Name() != name {
		p.Resource = fyne.NewStaticResource(name, []byte(svg))
		p.Image.Resize(size)
		p.Refresh()
		return
	}
	p.Image.Resize(size)
}

func hexOf(name fyne.ThemeColorName) string {
	r, g, b, a := theme.Color(name).RGBA()
	if a == 0 {
		return "none"
	}
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}

func (p *patch) drawing(size fyne.Size) string {
	w, h := float64(size.Width), float64(size.Height)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %g %g">`, w, h, w, h)
	dash := ""
	if p.pattern == dashedPattern {
		dash = ` stroke-dasharray="3 2"`
	}
	if p.fill != Clear {
		fmt.Fprintf(&b, `<path fill="%s" d="%s"/>`, hexOf(p.fill), roundedPath(0.5, w, h))
	}
	if p.pattern == hatchedPattern {
		fmt.Fprintf(&b, `<path fill="none" stroke="%s" stroke-width="1.7" d="%s"/>`, hexOf(p.edge), hatching(w, h))
	}
	fmt.Fprintf(&b, `<path fill="none" stroke="%s" stroke-width="1"%s d="%s"/></svg>`, hexOf(p.edge), dash, roundedPath(0.5, w, h))
	return b.String()
}

// roundedPath is a rectangle inset from its edges, with corners of 3.
func roundedPath(inset, w, h float64) string {
	const r = 2.5
	x2, y2 := w-inset, h-inset
	return fmt.Sprintf("M%g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gZ",
		inset+r, inset, x2-r, r, r, x2, inset+r, y2-r, r, r, x2-r, y2, inset+r, r, r, inset, y2-r, inset+r, r, r, inset+r, inset)
}

// hatching is slanting lines cut off at a unit inside the rectangle.
func hatching(w, h float64) string {
	const step, edge = 5, 1.0
	var b strings.Builder
	for x := float64(step); x < w+h; x += step {
		// From the lower left to the upper right: points with x+y constant.
		x1, y1 := x-(h-edge), h-edge
		if x1 < edge {
			x1, y1 = edge, x-edge
		}
		x2, y2 := x-edge, edge
		if x2 > w-edge {
			x2, y2 = w-edge, x-(w-edge)
		}
		if x2 > x1 {
			fmt.Fprintf(&b, "M%g %gL%g %g", x1, y1, x2, y2)
		}
	}
	return b.String()
}

// Badge is a number in a circle: filled for what stands out, outlined for the rest.
type Badge struct {
	widget.BaseWidget
	text   string
	filled bool
}

// NewBadge gives a number in a circle of 24.
func NewBadge(text string, filled bool) *Badge {
	b := &Badge{text: text, filled: filled}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the number.
func (b *Badge) SetText(text string) { b.text = text; b.Refresh() }

// CreateRenderer is for Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	frame, word := newBox(), canvas.NewText("", nil)
	return (&painting{
		widget: b, objects: append(frame.plain(), word),
		paint: func() {
			l, ink := boxLook{fill: Surface, edge: Edge, border: 1, radius: Scaled(12)}, Ink
			if b.filled {
				l.fill, l.edge, ink = Primary, "", OnPrimary
			}
			frame.paint(l)
			setText(word, b.text, theme.Size(Caption), true, ink)
		},
		arrange: func(size fyne.Size) {
			side := b.MinSize()
			at := fyne.NewPos((size.Width-side.Width)/2, (size.Height-side.Height)/2)
			frame.arrange(at, side)
			setMiddle(word, at.X+(side.Width-word.Size().Width)/2, at.Y+side.Height/2)
		},
		min: func() fyne.Size {
			return fyne.NewSize(max(Scaled(24), TextWidth(b.text, theme.Size(Caption), true)+10), Scaled(24))
		},
	}).start()
}
