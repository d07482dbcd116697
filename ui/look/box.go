package look

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const (
	ringWidth float32 = 3
	ringGap   float32 = 2
)

// box is a rounded rectangle with a border, and the ring of the focus around it.
type box struct {
	body, ring *rounded
	inside     bool // the ring stands inside: in lists and joined panels
}

func newBox() *box { return &box{body: newRounded(), ring: newRounded()} }

// objects are the box's and then, after the first len(plain()), the ring's.
func (b *box) objects() []fyne.CanvasObject { return append(b.plain(), b.ring.objects()...) }

// plain are the objects of a box that is never focused.
func (b *box) plain() []fyne.CanvasObject { return b.body.objects() }

// boxLook is how a box looks in one state.
type boxLook struct {
	fill, edge fyne.ThemeColorName
	border     float32
	radius     float32
	focused    bool
}

func (b *box) paint(l boxLook) {
	if l.edge == "" {
		l.edge, l.border = l.fill, 0
	}
	b.body.set(roundedLook{solid(l.fill), solid(l.edge), l.border, l.radius})
	if !l.focused {
		b.ring.set(roundedLook{})
		return
	}
	radius := l.radius + ringWidth + ringGap
	if b.inside {
		radius = l.radius
	}
	b.ring.set(roundedLook{solid(Clear), solid(Primary), ringWidth, radius})
}

func (b *box) arrange(at fyne.Position, size fyne.Size) {
	b.body.arrange(at, size)
	reach := ringWidth + ringGap
	if b.inside {
		reach = 0
	}
	b.ring.arrange(at.SubtractXY(reach, reach), size.AddWidthHeight(2*reach, 2*reach))
}

func solid(name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(theme.Color(name)).(color.NRGBA)
}

// roundedLook is all that a rounded rectangle is drawn from; nothing is drawn of the
// zero value.
type roundedLook struct {
	fill, edge     color.NRGBA
	border, radius float32
}

// rounded is a rounded rectangle that is sharp at every edge. Fyne's own has edges two
// pixels soft on common screens, which turns fine borders grey; so only its corners
// are pictures, in a strip at the top and one at the bottom, and the rest is plain.
type rounded struct {
	look              roundedLook
	fill, left, right *canvas.Rectangle
	top, bottom       *canvas.Raster
	size              fyne.Size
}

func newRounded() *rounded {
	r := &rounded{fill: canvas.NewRectangle(nil), left: canvas.NewRectangle(nil), right: canvas.NewRectangle(nil)}
	r.top = canvas.NewRaster(func(w, h int) image.Image { return r.strip(w, h, false) })
	r.bottom = canvas.NewRaster(func(w, h int) image.Image { return r.strip(w, h, true) })
	for _, o := range r.objects() {
		o.Hide()
	}
	return r
}

func (r *rounded) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.fill, r.left, r.right, r.top, r.bottom}
}

// set changes the look and draws the strips again where it differs.
func (r *rounded) set(l roundedLook) {
	if r.look == l {
		return
	}
	moved := r.look.radius != l.radius || r.look.border != l.border
	r.look = l
	r.fill.FillColor, r.left.FillColor, r.right.FillColor = l.fill, l.edge, l.edge
	r.fill.Hidden = l.fill.A == 0
	r.left.Hidden = l.border == 0
	r.right.Hidden = l.border == 0
	r.top.Hidden = r.fill.Hidden && r.left.Hidden
	r.bottom.Hidden = r.top.Hidden
	if moved && r.size.Width > 0 {
		r.arrange(r.top.Position(), r.size)
	}
	r.top.Refresh()
	r.bottom.Refresh()
}

// arrange places the five pieces. Whole units keep them joined wherever it stands.
func (r *rounded) arrange(at fyne.Position, size fyne.Size) {
	round := func(f float32) float32 { return float32(math.Round(float64(f))) }
	size = fyne.NewSize(round(size.Width), round(size.Height))
	r.size = size
	cap := min(float32(math.Ceil(float64(r.look.radius))), size.Height/2)
	// The plain pieces reach half a unit under the strips, so that no gap can show.
	top, height := at.Y+cap-0.5, max(0, size.Height-2*cap+1)
	if size.Height == 2*cap {
		height = 0
	}
	r.top.Move(at)
	r.top.Resize(fyne.NewSize(size.Width, cap))
	r.bottom.Move(at.AddXY(0, size.Height-cap))
	r.bottom.Resize(fyne.NewSize(size.Width, cap))
	r.fill.Move(fyne.NewPos(at.X, top))
	r.fill.Resize(fyne.NewSize(size.Width, height))
	r.left.Move(fyne.NewPos(at.X, top))
	r.left.Resize(fyne.NewSize(r.look.border, height))
	r.right.Move(fyne.NewPos(at.X+size.Width-r.look.border, top))
	r.right.Resize(fyne.NewSize(r.look.border, height))
}

// strip draws the top of the rectangle in pixels, or its bottom.
func (r *rounded) strip(w, h int, bottom bool) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if w == 0 || h == 0 || r.size.Width == 0 {
		return img
	}
	perUnit := float64(w) / float64(r.size.Width)
	radius := min(float64(r.look.radius)*perUnit, float64(w)/2, float64(r.size.Height)*perUnit/2)
	border := math.Round(float64(r.look.border) * perUnit)
	corner := min(w, int(math.Ceil(radius)))
	for y := range h {
		row := y
		if bottom {
			row = h - 1 - y
		}
		middle := r.look.mix(radius-0.5-float64(row), radius, border, 0)
		for x := range w {
			c := middle
			if edge := min(x, w-1-x); edge < corner {
				c = r.look.mix(radius-0.5-float64(row), radius, border, radius-0.5-float64(edge))
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// mix is the colour of a pixel so far above and so far beside the centre of the
// corner's circle, each part of it by the share of the pixel it covers.
func (l roundedLook) mix(above, radius, border, beside float64) color.RGBA {
	distance := max(above, beside)
	if above > 0 && beside > 0 {
		distance = math.Hypot(above, beside)
	}
	share := func(reach float64) float64 { return max(0, min(1, reach-distance+0.5)) }
	outer, inner := share(radius), share(radius-border)
	part := func(edge, edgeA, fill, fillA uint8) uint8 {
		return uint8(float64(edge)*float64(edgeA)/255*(outer-inner) + float64(fill)*float64(fillA)/255*inner + 0.5)
	}
	e, f := l.edge, l.fill
	return color.RGBA{
		R: part(e.R, e.A, f.R, f.A), G: part(e.G, e.A, f.G, f.A), B: part(e.B, e.A, f.B, f.A),
		A: part(255, e.A, 255, f.A),
	}
}
