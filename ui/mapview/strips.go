package mapview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"commonplan/ui/look"
)

// Where a map has many links, hundreds of their pieces and dashes are in view, and each
// would be an object to draw in every frame. There the links at rest are painted as pictures: a
// strip for every stretch of each gap between columns. A strip is painted once and then
// moves with the map. Links that stand out lie above them as lines.

const (
	linesUpTo   = 60  // links, up to which all of them are lines
	stripHeight = 256 // in units of the window
	stripMargin = 2   // beside the gap, for the width of a line that is steep
)

// stretch is a part of a gap, counted from the top at the present zoom.
type stretch struct{ gap, number int }

// strip is the picture of a stretch.
type strip struct {
	picture *canvas.Raster
	of      stretch
	ink     color.Color
	mask    *image.Alpha // what of each pixel is covered by lines, at the zoom; nil if not painted yet
}

// strips are the pictures of what is in view, and those that can be used again.
type strips struct {
	view  *view
	shown map[stretch]*strip
	spare []*strip
	scene *scene
	zoom  float32
	ink   color.Color
}

func newStrips(v *view) *strips { return &strips{view: v, shown: map[stretch]*strip{}} }

// isDense tells whether links at rest are painted as pictures.
func (s *scene) isDense() bool { return len(s.links) > linesUpTo }

// gapX is where a gap between columns begins and ends.
func (s *scene) gapX(gap int) (from, to float32) {
	to = s.columnX(gap + 1)
	return to - columnGap*s.scale, to
}

// draw shows the stretches in view in a colour.
func (p *strips) draw(objects []fyne.CanvasObject, part rect, ink color.Color) []fyne.CanvasObject {
	s, z := p.view.page.scene, p.view.z()
	if p.scene != s || p.zoom != z || p.ink != ink {
		keep := p.scene == s && p.zoom == z // only the colour is another
		p.scene, p.zoom, p.ink = s, z, ink
		for of, one := range p.shown {
			if one.ink = ink; keep {
				one.picture.Refresh()
				continue
			}
			p.release(of)
		}
	}
	wanted := map[stretch]bool{}
	first := max(0, int(part.top*z/stripHeight))
	last := int(min(part.bottom, s.height) * z / stripHeight)
	for gap := range columns - 1 {
		if from, to := s.gapX(gap); to < part.left || from > part.right {
			continue
		}
		for number := first; number <= last; number++ {
			of := stretch{gap, number}
			wanted[of] = true
			objects = append(objects, p.place(of))
		}
	}
	for of := range p.shown {
		if !wanted[of] {
			p.release(of)
		}
	}
	return objects
}

func (p *strips) release(of stretch) {
	p.spare = append(p.spare, p.shown[of])
	delete(p.shown, of)
}

// place gives the picture of a stretch its place.
func (p *strips) place(of stretch) fyne.CanvasObject {
	one, known := p.shown[of]
	if !known {
		if n := len(p.spare); n > 0 {
			one, p.spare = p.spare[n-1], p.spare[:n-1]
		} else {
			one = &strip{}
			one.picture = canvas.NewRaster(func(w, h int) image.Image { return p.paint(one, w, h) })
		}
		one.of, one.ink, one.mask = of, p.ink, nil
		p.shown[of] = one
		one.picture.Resize(fyne.NewSize(p.width(of), stripHeight))
		one.picture.Refresh()
	}
	from, _ := p.scene.gapX(of.gap)
	at := p.view.inView(fyne.NewPos(from, 0))
	one.picture.Move(fyne.NewPos(whole(at.X)-stripMargin, whole(at.Y)-look.Scaled(headHeight)+float32(of.number)*stripHeight))
	return one.picture
}

// width is how wide the strips of a gap are.
func (p *strips) width(of stretch) float32 {
	from, to := p.scene.gapX(of.gap)
	return float32(math.Ceil(float64((to-from)*p.zoom))) + 2*stripMargin
}

// paint paints the lines of a stretch, and gives them the colour of the moment.
func (p *strips) paint(one *strip, w, h int) image.Image {
	if one.mask == nil || one.mask.Rect.Dx() != w || one.mask.Rect.Dy() != h {
		one.mask = image.NewAlpha(image.Rect(0, 0, w, h))
		p.paintLinks(one, float32(h)/stripHeight)
	}
	img := image.NewRGBA(one.mask.Rect)
	r, g, b, _ := one.ink.RGBA()
	for i, covered := range one.mask.Pix {
		if covered != 0 {
			a := uint32(covered)
			img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2], img.Pix[4*i+3] = uint8(r*a/0xffff), uint8(g*a/0xffff), uint8(b*a/0xffff), covered
		}
	}
	return img
}

// paintLinks paints what of the links passes through the stretch, with so many pixels
// to a unit of the window.
func (p *strips) paintLinks(one *strip, perUnit float32) {
	s, z := p.scene, p.zoom
	from, to := s.gapX(one.of.gap)
	top := float32(one.of.number) * stripHeight / z
	part := rect{from, top - 2/z, to, top + (stripHeight+2)/z}
	pixel := func(at fyne.Position) (x, y float64) {
		return float64(((at.X-from)*z + stripMargin) * perUnit), float64((at.Y - top) * z * perUnit)
	}
	s.linksIn(part, func(i int) {
		l := &s.links[i]
		_, width := l.drawn(z)
		l.pieces(z, part, func(a, b fyne.Position) {
			if a.X >= from-1 && b.X <= to+1 {
				x1, y1 := pixel(a)
				x2, y2 := pixel(b)
				paintPiece(one.mask, x1, y1, x2, y2, float64(width*perUnit))
			}
		})
	})
}

// paintPiece paints a straight piece of a width. Pixels that several pieces touch are
// covered as by the one that covers most of them.
func paintPiece(mask *image.Alpha, x1, y1, x2, y2, width float64) {
	size := mask.Rect.Size()
	steep := math.Abs(y2-y1) >= math.Abs(x2-x1)
	along, across, stride, step := size.X, size.Y, 1, mask.Stride // pixels from one to the next
	if steep {
		along, across, stride, step = size.Y, size.X, mask.Stride, 1
		x1, y1, x2, y2 = y1, x1, y2, x2
	}
	if x1 > x2 {
		x1, y1, x2, y2 = x2, y2, x1, y1
	}
	if x2 <= x1 {
		return
	}
	slope := (y2 - y1) / (x2 - x1)
	half := width / 2 * math.Hypot(1, slope)
	for i := max(0, int(math.Floor(x1))); i <= min(along-1, int(math.Floor(x2))); i++ {
		// The part of this row that the piece passes, and where its middle is in that part.
		a, b := max(x1, float64(i)), min(x2, float64(i+1))
		middle := y1 + slope*((a+b)/2-x1)
		low, high := middle-half, middle+half
		for k := max(0, int(math.Floor(low))); k <= min(across-1, int(math.Floor(high))); k++ {
			covered := uint8(255*(b-a)*(min(high, float64(k+1))-max(low, float64(k))) + 0.5)
			if at := i*stride + k*step; mask.Pix[at] < covered {
				mask.Pix[at] = covered
			}
		}
	}
}
