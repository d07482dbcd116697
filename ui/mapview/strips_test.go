package mapview

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"pgregory.net/rapid"

	"commonplan/model/layout"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

func veryLarge(t *testing.T) *bench {
	t.Helper()
	b, _ := mapOf(t, modeltest.MadeUp(t, 5_000).Project(), look.Light)
	(<-b.later)()
	return b
}

func (b *bench) linesDrawn() int {
	n := 0
	for _, o := range b.page.view.paint.layer.objects {
		if _, is := o.(*canvas.Line); is {
			n++
		}
	}
	return n
}

func TestVeryManyLinksArePaintedAsPicturesAndTheChosenOneAsALine(t *testing.T) {
	b := veryLarge(t)
	b.page.view.panBy(0, -2_000)
	if n := b.linesDrawn(); n != 0 {
		t.Errorf("%d lines are drawn, though nothing stands out", n)
	}
	if n := drawnObjects(b.page.view.paint.layer); n > 400 {
		t.Errorf("%d objects are drawn", n)
	}

	b.page.view.reveal(b.page.scene.links[7].from)
	b.page.pick(7)
	if b.linesDrawn() == 0 {
		t.Error("the chosen link is not drawn as a line")
	}
}

func TestAStripIsInkedWhereItsLinksPass(t *testing.T) {
	b := veryLarge(t)
	s, strips := b.page.scene, b.page.view.paint.strips
	for of, one := range strips.shown {
		width := int(strips.width(of))
		strips.paint(one, width, stripHeight)
		from, to := s.gapX(of.gap)
		top := float32(of.number) * stripHeight
		for i := range s.links {
			if s.links[i].dashed {
				continue // there is no ink between dashes
			}
			for _, p := range s.links[i].line {
				if p.X < from || p.X > to || p.Y < top+1 || p.Y > top+stripHeight-1 {
					continue
				}
				x, y := int(p.X-from)+stripMargin, int(p.Y-top)
				if one.mask.AlphaAt(x, y).A == 0 && one.mask.AlphaAt(x-1, y).A == 0 && one.mask.AlphaAt(x, y-1).A == 0 {
					t.Fatalf("link %d leaves no ink at %d, %d of stretch %v", i, x, y, of)
				}
			}
		}
	}
	if len(strips.shown) == 0 {
		t.Error("there are no strips")
	}
}

func TestAPieceCoversAsMuchAsItIsLongAndWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.Float64Range(10, 90)
		x1, y1, x2, y2 := place.Draw(t, "x1"), place.Draw(t, "y1"), place.Draw(t, "x2"), place.Draw(t, "y2")
		width := rapid.Float64Range(1, 4).Draw(t, "width")
		length := math.Hypot(x2-x1, y2-y1)
		if length < 1 {
			t.Skip("too short to be seen")
		}
		mask := image.NewAlpha(image.Rect(0, 0, 100, 100))

		paintPiece(mask, x1, y1, x2, y2, width)

		covered := 0.0
		for _, a := range mask.Pix {
			covered += float64(a) / 255
		}
		if want := length * width; math.Abs(covered-want) > 0.04*want+width {
			t.Fatalf("a piece %.1f long and %.1f wide covers %.1f pixels", length, width, covered)
		}
	})
}

func TestALineKeepsNearItsCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		height := rapid.Float64Range(0, 3_000)
		route := layout.Route{{X: 168, Y: height.Draw(t, "from")}, {X: 204, Y: height.Draw(t, "to")}}
		exact := curve(route, 0.01)
		for _, most := range []float64{nearEnough, farEnough} {
			line := curve(route, most)
			if len(line) > len(exact) {
				t.Errorf("a line %v off has %d points, the curve itself %d", most, len(line), len(exact))
			}
			for _, p := range exact {
				off := float32(math.MaxFloat32)
				for k := 1; k < len(line); k++ {
					off = min(off, distance(p, line[k-1], line[k]))
				}
				if float64(off) > most+0.02 {
					t.Fatalf("%v is %v from a line that may be %v off", p, off, most)
				}
			}
		}
	})
}
