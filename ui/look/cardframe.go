package look

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CardFrame is the box of a card, with the ring of the focus around it, for who draws
// many cards at any size, as the map does. Each of the two is one picture, since what
// a frame of the window costs is counted in the objects drawn; a box of the other
// widgets is five, which move without a new picture when they are resized.
type CardFrame struct{ body, ring *slab }

// NewCardFrame gives a frame that shows nothing yet.
func NewCardFrame() *CardFrame { return &CardFrame{newSlab(), newSlab()} }

// Objects are what the frame is drawn with now, from the back to the front.
func (f *CardFrame) Objects() []fyne.CanvasObject {
	if f.ring.look == (roundedLook{}) {
		return []fyne.CanvasObject{f.body.picture}
	}
	return []fyne.CanvasObject{f.body.picture, f.ring.picture}
}

// Show draws the frame as a card in a state looks, with corners of a radius.
func (f *CardFrame) Show(l CardLook, radius float32, focused bool) {
	f.body.set(roundedLook{solid(l.Fill), solid(l.Edge), l.Border, radius})
	ring := roundedLook{}
	if focused {
		ring = roundedLook{solid(Clear), solid(Primary), ringWidth, radius + ringWidth + ringGap}
	}
	f.ring.set(ring)
}

// Arrange places the frame; the ring stands outside of it.
func (f *CardFrame) Arrange(at fyne.Position, size fyne.Size) {
	const reach = ringWidth + ringGap
	f.body.arrange(at, size)
	f.ring.arrange(at.SubtractXY(reach, reach), size.AddWidthHeight(2*reach, 2*reach))
}

// slab is a rounded rectangle as one picture.
type slab struct {
	look    roundedLook
	picture *canvas.Raster
}

func newSlab() *slab {
	p := &slab{}
	p.picture = canvas.NewRaster(func(w, h int) image.Image { return p.look.slab(w, h, p.picture.Size()) })
	return p
}

// set changes the look, and draws again where it differs.
func (p *slab) set(l roundedLook) {
	if p.look != l {
		p.look = l
		p.picture.Refresh()
	}
}

func (p *slab) arrange(at fyne.Position, size fyne.Size) {
	p.picture.Move(at)
	p.picture.Resize(size)
}

// slabKind is all that a slab is painted from.
type slabKind struct {
	look roundedLook
	w, h int
}

// slabs are those painted lately: most cards of a map look alike. Only the screen's
// goroutine paints.
var slabs = map[slabKind]*image.RGBA{}

const mostSlabs = 64

// slab paints the whole rectangle in pixels, for a size in units.
func (l roundedLook) slab(w, h int, size fyne.Size) image.Image {
	kind := slabKind{l, w, h}
	if img, known := slabs[kind]; known {
		return img
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if w == 0 || h == 0 || size.Width == 0 || l == (roundedLook{}) {
		return img
	}
	perUnit := float64(w) / float64(size.Width)
	radius := min(float64(l.radius)*perUnit, float64(w)/2, float64(h)/2)
	border := math.Round(float64(l.border) * perUnit)
	corner := min(w, int(math.Ceil(max(radius, border))))
	row := func(y int) []uint8 { return img.Pix[y*img.Stride : (y+1)*img.Stride] }
	for y := range (h + 1) / 2 {
		if y > corner {
			copy(row(y), row(corner)) // all between the corners is the same
		} else {
			l.slabRow(row(y), y, corner, radius, border)
		}
		copy(row(h-1-y), row(y))
	}
	if len(slabs) >= mostSlabs {
		clear(slabs)
	}
	slabs[kind] = img
	return img
}

// slabRow paints the row of a slab that is so many pixels below its top.
func (l roundedLook) slabRow(pixels []uint8, y, corner int, radius, border float64) {
	w, above := len(pixels)/4, radius-0.5-float64(y)
	put := func(x int, c color.RGBA) {
		pixels[4*x], pixels[4*x+1], pixels[4*x+2], pixels[4*x+3] = c.R, c.G, c.B, c.A
	}
	middle := l.mix(above, radius, border, 0)
	for x := range (w + 1) / 2 {
		c := middle
		if x <= corner {
			c = l.mix(above, radius, border, radius-0.5-float64(x))
		}
		put(x, c)
		put(w-1-x, c)
	}
}
