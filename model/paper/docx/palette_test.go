package docx

import (
	"image"
	"image/color"
	"testing"
)

// shades is a picture of edges between colours: all shades from each to white.
func shades(drawn ...color.RGBA) *image.RGBA {
	painted := image.NewRGBA(image.Rect(0, 0, 256, 40*len(drawn)))
	for i, c := range drawn {
		for x := range 256 {
			mix := func(v uint8) uint8 { return uint8((int(v)*(255-x) + 255*x) / 255) }
			for y := range 20 {
				painted.SetRGBA(x, 40*i+y, c)
				painted.SetRGBA(x, 40*i+20+y, color.RGBA{mix(c.R), mix(c.G), mix(c.B), 255})
			}
		}
	}
	return painted
}

func TestAPaletteKeepsTheColoursThatWereDrawnAndEveryShadeNearlySo(t *testing.T) {
	drawn := []color.RGBA{{0x13, 0x5E, 0x63, 255}, {0x1A, 0x1A, 0x1A, 255}, {0x8A, 0x4A, 0x00, 255}, {0xEE, 0xF3, 0xF5, 255}}
	painted := shades(drawn...)
	got := paletted(painted)
	for i, c := range drawn {
		if is := got.At(9, 40*i+5); is != c {
			t.Errorf("the colour %v that was drawn became %v", c, is)
		}
	}
	for i := range painted.Bounds().Dx() {
		for y := range painted.Bounds().Dy() {
			was, is := painted.RGBAAt(i, y), got.At(i, y).(color.RGBA)
			if off := max(apart(was.R, is.R), apart(was.G, is.G), apart(was.B, is.B)); off > 15 {
				t.Fatalf("the shade %v became %v", was, is)
			}
		}
	}
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

func TestAPictureOfTooManyColoursGetsSomeNearThem(t *testing.T) {
	painted := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for x := range 256 {
		for y := range 256 {
			painted.SetRGBA(x, y, color.RGBA{uint8(x), uint8(y), uint8(31*x + 17*y), 255})
		}
	}
	got := paletted(painted)
	if n := len(got.Palette); n > mostColours || n < 2 {
		t.Errorf("it has %d colours", n)
	}
	for x := range 256 {
		for y := range 256 {
			was, is := painted.RGBAAt(x, y), got.At(x, y).(color.RGBA)
			if off := max(apart(was.R, is.R), apart(was.G, is.G), apart(was.B, is.B)); off > 63 {
				t.Fatalf("%v became %v", was, is)
			}
		}
	}
}
