package raster_test

import (
	"image/color"
	"testing"

	"commonplan/model/figure"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
)

func TestADrawingIsPaintedByItselfWithWhatLiesOnItsEdge(t *testing.T) {
	ink := figure.Hex(0x1A1A1A)
	picture := raster.Picture(figure.Picture{Width: 30, Height: 10, Shapes: []figure.Shape{
		figure.Rect{W: 30, H: 10, Fill: figure.Hex(0xEEF3F5), Stroke: figure.Stroke{Colour: ink, Width: .8}},
		figure.Text{X: 29, Y: 7, String: "🥕 carrots", Size: 11, Colour: ink, Align: figure.Right},
	}}, metrics.SourceSans(), 10)
	if got := picture.Bounds().Size(); got.X != 310 || got.Y != 110 {
		t.Errorf("it is %v pixels large", got)
	}
	dark, tint := color.RGBA{0x1A, 0x1A, 0x1A, 255}, color.RGBA{0xEE, 0xF3, 0xF5, 255}
	for _, at := range []struct {
		x, y int
		want color.RGBA
		what string
	}{
		{0, 0, color.RGBA{255, 255, 255, 255}, "the margin"}, {2, 55, dark, "the outer half of an edge"}, {307, 55, dark, "the outer half of an edge"},
		{20, 20, tint, "the inside"}, {100, 60, tint, "the left, where no word is"},
	} {
		if got := picture.RGBAAt(at.x, at.y); got != at.want {
			t.Errorf("%s is %v, want %v", at.what, got, at.want)
		}
	}
	marked := 0
	for x := 150; x < 300; x++ {
		for y := 30; y < 90; y++ {
			if picture.RGBAAt(x, y) == dark {
				marked++
			}
		}
	}
	if marked < 100 {
		t.Errorf("the words left %d dark pixels", marked)
	}
}

func TestABlackenedDrawingHasNoGrey(t *testing.T) {
	tint, grey := figure.Hex(0xEEF3F5), figure.Hex(0x4D4D4D)
	got := typeset.Blackened(figure.Picture{Shapes: []figure.Shape{
		figure.Rect{Fill: tint, Stroke: figure.Stroke{Colour: grey, Width: 1}}, figure.Text{String: "a", Colour: grey}}})
	black, white := figure.Hex(0), figure.Hex(0xFFFFFF)
	if box := got.Shapes[0].(figure.Rect); box.Fill != white || box.Stroke.Colour != black {
		t.Errorf("a box is %v", box)
	}
	if text := got.Shapes[1].(figure.Text); text.Colour != black {
		t.Errorf("a text is %v", text)
	}
	if look := typeset.A4().Black(); look.Mute != black || look.Wealth != black || look.Tint.On {
		t.Errorf("the look has colours: %v", look)
	}
}
