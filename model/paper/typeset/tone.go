package typeset

import "commonplan/model/figure"

// luminance is how light a colour is, from 0 to 1, as the eye weighs it.
func luminance(c figure.Colour) float64 {
	return (.2126*float64(c.R) + .7152*float64(c.G) + .0722*float64(c.B)) / 255
}

const (
	halfGrey = .5
	pale     = .8 // tints are lighter than this
)

var (
	black = figure.Hex(0x000000)
	white = figure.Hex(0xFFFFFF)
)

// copied is what a copier makes of a colour: black or white.
func copied(c figure.Colour) figure.Colour {
	switch {
	case !c.On:
		return c
	case luminance(c) < halfGrey:
		return black
	}
	return white
}

// inked is a colour of a drawing in large print: no tint, and ink for every dark grey.
func (l Look) inked(c figure.Colour) figure.Colour {
	low, high := min(c.R, c.G, c.B), max(c.R, c.G, c.B)
	switch {
	case !c.On:
		return c
	case luminance(c) > pale:
		return white
	case high-low < 16 && luminance(c) < halfGrey:
		return l.Ink
	}
	return c
}

// toned is a shape with its colours changed.
func toned(sh figure.Shape, tone func(figure.Colour) figure.Colour) figure.Shape {
	switch sh := sh.(type) {
	case figure.Rect:
		sh.Fill, sh.Stroke.Colour = tone(sh.Fill), tone(sh.Stroke.Colour)
		return sh
	case figure.Path:
		sh.Fill, sh.Stroke.Colour = tone(sh.Fill), tone(sh.Stroke.Colour)
		return sh
	case figure.Text:
		sh.Colour = tone(sh.Colour)
		return sh
	}
	return sh
}

// blacken makes pages black and white. Hair lines, which would turn white, turn black:
// they part rows.
func blacken(pages []Page, hair figure.Colour) {
	tone := func(c figure.Colour) figure.Colour {
		if c == hair {
			return black
		}
		return copied(c)
	}
	for _, pg := range pages {
		for i := range pg.Items {
			pg.Items[i].Shape = toned(pg.Items[i].Shape, tone)
		}
	}
}
