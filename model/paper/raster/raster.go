// Package raster paints typeset pages as pictures, for the screen: the same lines,
// rules and drawings that the PDF has, each at the same place.
//
// A [Painter] paints pages of one paper. It decides nothing about how a page looks;
// all of that is in package typeset.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"github.com/srwiley/rasterx"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"commonplan/model/figure"
	"commonplan/model/paper/bitmap"
	"commonplan/model/paper/typeset"
	"commonplan/resources/fonts"
)

// typefaces are the fonts of all papers, regular and semibold, read once.
var typefaces = sync.OnceValue(func() [fonts.Typefaces][2]*opentype.Font {
	var all [fonts.Typefaces][2]*opentype.Font
	for t := range all {
		for weight, bold := range []bool{false, true} {
			parsed, err := opentype.Parse(fonts.Typeface(t).File(bold))
			if err != nil {
				panic(err) // the embedded files are broken: every test would have failed
			}
			all[t][weight] = parsed
		}
	}
	return all
})

// Painter paints the pages of a paper at one scale. One goroutine at a time.
type Painter struct {
	set   typeset.Result
	scale float64 // pixels for each mm
	faces map[faceKey]font.Face
}

type faceKey struct {
	typeface fonts.Typeface
	bold     bool
	size     float64
}

// New gives a painter for a paper, with so many pixels for each millimetre.
func New(set typeset.Result, scale float64) *Painter {
	return &Painter{set: set, scale: scale, faces: map[faceKey]font.Face{}}
}

// Page paints a page, counted from 0, on white.
func (p *Painter) Page(n int) *image.RGBA {
	w, h := int(math.Ceil(p.set.Width*p.scale)), int(math.Ceil(p.set.Height*p.scale))
	page := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(page, page.Bounds(), image.White, image.Point{}, draw.Src)
	if n < 0 || n >= len(p.set.Pages) {
		return page
	}
	whole := newCanvas(page)
	for _, item := range p.set.Pages[n].Items {
		page, canvas := page, whole
		if item.Clip != nil {
			page = p.window(page, *item.Clip)
			canvas = newCanvas(page)
		}
		switch shape := item.Shape.(type) {
		case figure.Text:
			p.text(page, shape, item.Face)
		case figure.Rect:
			if item.Bitmap != nil {
				p.bitmap(page, item.Bitmap, shape)
			}
			canvas.draw(p.steps(rectangle(shape)), shape.Fill, shape.Stroke, p.scale)
		case figure.Path:
			canvas.draw(p.steps(shape.Steps), shape.Fill, shape.Stroke, p.scale)
		}
	}
	return page
}

// window is the part of a page that shows what is painted on it.
func (p *Painter) window(page *image.RGBA, b figure.Box) *image.RGBA {
	round := func(mm float64) int { return int(math.Round(mm * p.scale)) }
	part, _ := page.SubImage(image.Rect(round(b.Left), round(b.Top), round(b.Right), round(b.Bottom))).(*image.RGBA)
	return part
}

// bitmap paints a photograph.
func (p *Painter) bitmap(page *image.RGBA, b *bitmap.Bitmap, at figure.Rect) {
	round := func(mm float64) int { return int(math.Round(mm * p.scale)) }
	xdraw.ApproxBiLinear.Scale(page, image.Rect(round(at.X), round(at.Y), round(at.X+at.W), round(at.Y+at.H)),
		b.Image(), b.Image().Bounds(), xdraw.Src, nil)
}

// text paints a line letter by letter: the typesetter knows no kerning, so neither
// does the page.
func (p *Painter) text(page *image.RGBA, t figure.Text, typeface fonts.Typeface) {
	face := p.face(faceKey{typeface, t.Bold, t.Size})
	ink := image.NewUniform(paint(t.Colour))
	dot := fixed.Point26_6{X: toFixed(t.X * p.scale), Y: toFixed(t.Y * p.scale)}
	for _, r := range t.String {
		at, mask, maskAt, advance, ok := face.Glyph(dot, r)
		if !ok {
			continue
		}
		draw.DrawMask(page, at, ink, image.Point{}, mask, maskAt, draw.Over)
		dot.X += advance
	}
}

func (p *Painter) face(key faceKey) font.Face {
	if face, ok := p.faces[key]; ok {
		return face
	}
	typeface := typefaces()[key.typeface][0]
	if key.bold {
		typeface = typefaces()[key.typeface][1]
	}
	// A point is 25.4/72 mm; at 72 dots an inch the size is in pixels.
	face, err := opentype.NewFace(typeface, &opentype.FaceOptions{Size: key.size * 25.4 / 72 * p.scale, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic(err) // NewFace fails on no options
	}
	p.faces[key] = face
	return face
}

func toFixed(pixels float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(pixels * 64)) }

func paint(c figure.Colour) color.Color { return color.NRGBA{c.R, c.G, c.B, 255} }

// canvas fills and strokes outlines on a page.
type canvas struct {
	filler *rasterx.Filler
	dasher *rasterx.Dasher
}

func newCanvas(page *image.RGBA) *canvas {
	w, h := page.Bounds().Dx(), page.Bounds().Dy()
	return &canvas{
		filler: rasterx.NewFiller(w, h, newScanner(page)),
		dasher: rasterx.NewDasher(w, h, newScanner(page)),
	}
}

func (c *canvas) draw(path rasterx.Path, fill figure.Colour, stroke figure.Stroke, scale float64) {
	if fill.On {
		c.filler.SetColor(paint(fill))
		path.AddTo(c.filler)
		c.filler.Draw()
		c.filler.Clear()
	}
	if stroke.Colour.On && stroke.Width > 0 {
		dashes := make([]float64, len(stroke.Dash))
		for i, length := range stroke.Dash {
			dashes[i] = length * scale
		}
		c.dasher.SetStroke(toFixed(stroke.Width*scale), toFixed(4), rasterx.ButtCap, rasterx.ButtCap, nil, rasterx.Miter, dashes, 0)
		c.dasher.SetColor(paint(stroke.Colour))
		path.AddTo(c.dasher)
		c.dasher.Draw()
		c.dasher.Clear()
	}
}

// steps turns an outline in mm into one in pixels.
func (p *Painter) steps(steps []figure.Step) rasterx.Path {
	var path rasterx.Path
	at := func(point figure.Point) fixed.Point26_6 {
		return fixed.Point26_6{X: toFixed(point.X * p.scale), Y: toFixed(point.Y * p.scale)}
	}
	open := false
	for _, step := range steps {
		switch step.Op {
		case figure.MoveTo:
			if open {
				path.Stop(false)
			}
			path.Start(at(step.P[0]))
			open = true
		case figure.LineTo:
			path.Line(at(step.P[0]))
		case figure.CurveTo:
			path.CubeBezier(at(step.P[0]), at(step.P[1]), at(step.P[2]))
		case figure.Close:
			path.Stop(true)
			open = false
		}
	}
	if open {
		path.Stop(false)
	}
	return path
}

// rectangle gives the outline of a rectangle, its corners round if it has a radius.
func rectangle(r figure.Rect) []figure.Step {
	left, right, top, bottom := r.X, r.X+r.W, r.Y, r.Y+r.H
	to := func(op figure.Op, points ...figure.Point) figure.Step {
		s := figure.Step{Op: op}
		copy(s.P[:], points)
		return s
	}
	pt := func(x, y float64) figure.Point { return figure.Point{X: x, Y: y} }
	if r.Radius <= 0 {
		return []figure.Step{to(figure.MoveTo, pt(left, top)), to(figure.LineTo, pt(right, top)), to(figure.LineTo, pt(right, bottom)),
			to(figure.LineTo, pt(left, bottom)), to(figure.Close)}
	}
	rad := min(r.Radius, r.W/2, r.H/2)
	k := rad * (1 - 0.5522847498) // from the corner to a control point of a quarter circle
	return []figure.Step{
		to(figure.MoveTo, pt(left+rad, top)), to(figure.LineTo, pt(right-rad, top)),
		to(figure.CurveTo, pt(right-k, top), pt(right, top+k), pt(right, top+rad)), to(figure.LineTo, pt(right, bottom-rad)),
		to(figure.CurveTo, pt(right, bottom-k), pt(right-k, bottom), pt(right-rad, bottom)), to(figure.LineTo, pt(left+rad, bottom)),
		to(figure.CurveTo, pt(left+k, bottom), pt(left, bottom-k), pt(left, bottom-rad)), to(figure.LineTo, pt(left, top+rad)),
		to(figure.CurveTo, pt(left, top+k), pt(left+k, top), pt(left+rad, top)), to(figure.Close),
	}
}
