package figure_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonplan/model/figure"
	"commonplan/model/paper/metrics"
	"commonplan/resources/fonts"
)

func sheets(width, height, overlap float64) figure.Sheets {
	return figure.Sheets{Width: width, Height: height, Overlap: overlap, Metrics: metrics.Of(fonts.SourceSans)}
}

func TestASheetShowsWhatIsOnItAndSharesItsEdge(t *testing.T) {
	ink := figure.Hex(0)
	at := func(x, y float64) figure.Rect { return figure.Rect{X: x, Y: y, W: 4, H: 4, Fill: ink} }
	p := figure.Picture{Width: 190, Height: 80, Shapes: []figure.Shape{at(10, 10), at(93, 10), at(150, 10),
		figure.Text{X: 130, Y: 40, String: "a long word", Size: 20, Align: figure.Right, Colour: ink}}}
	s := sheets(100, 100, 10)
	cut := s.Cut(p)
	if rows, columns := s.Counts(p); rows != 1 || columns != 2 || len(cut) != 2 {
		t.Fatalf("%d × %d sheets, %d cut", rows, columns, len(cut))
	}
	if cut[1].Picture.Width != 100 || cut[1].Picture.Height != 80 || !cut[1].Picture.Cut {
		t.Errorf("the second is %v × %v", cut[1].Picture.Width, cut[1].Picture.Height)
	}
	for i, want := range [][]figure.Shape{{at(10, 10), at(93, 10)}, {at(3, 10), at(60, 10)}} {
		for _, shape := range want {
			if !slices.ContainsFunc(cut[i].Picture.Shapes, func(s figure.Shape) bool { return cmp.Equal(s, shape) }) {
				t.Errorf("sheet %d does not show %v", i+1, shape)
			}
		}
		if !slices.ContainsFunc(cut[i].Picture.Shapes, func(s figure.Shape) bool { _, is := s.(figure.Text); return is }) {
			t.Errorf("sheet %d does not show the word that crosses its edge", i+1)
		}
	}
	if slices.ContainsFunc(cut[1].Picture.Shapes, func(s figure.Shape) bool { return cmp.Equal(s, figure.Shape(at(-80, 10))) }) {
		t.Error("the second sheet holds what is on the first alone")
	}
}

func TestEveryPointOfAPictureIsOnASheet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mm := func(name string, least, most float64) float64 { return rapid.Float64Range(least, most).Draw(t, name) }
		s := sheets(mm("width", 50, 400), mm("height", 50, 300), mm("overlap", 0, 20))
		p := figure.Picture{Width: mm("wide", 1, 2000), Height: mm("high", 1, 2000)}
		x, y := mm("x", 0, 1)*p.Width, mm("y", 0, 1)*p.Height
		p.Shapes = []figure.Shape{figure.Rect{X: x, Y: y, Fill: figure.Hex(0)}}
		shown := 0
		for _, sheet := range s.Cut(p) {
			for _, shape := range sheet.Picture.Shapes {
				if r, is := shape.(figure.Rect); is && r.X >= -1e-6 && r.Y >= -1e-6 && r.X <= sheet.Picture.Width+1e-6 && r.Y <= sheet.Picture.Height+1e-6 {
					shown++
				}
			}
		}
		if shown == 0 || shown > 4 {
			t.Fatalf("a point is on %d sheets", shown)
		}
	})
}

func TestTheKeyFillsThePlaceOfItsSheet(t *testing.T) {
	p := figure.Picture{Width: 526, Height: 292}
	s := sheets(269, 152, 12)
	cut := s.Cut(p)
	for i, sheet := range cut {
		key := s.Key(p, sheet, 24, 14)
		var filled []int
		cells := 0
		for _, shape := range key.Shapes {
			if r, is := shape.(figure.Rect); is {
				if r.Fill != figure.Hex(0xFFFFFF) {
					filled = append(filled, cells)
				}
				cells++
			}
		}
		if cells != len(cut) || !slices.Equal(filled, []int{i}) {
			t.Errorf("sheet %d: %d cells, filled %v", i+1, cells, filled)
		}
		if key.Width > 24.01 || key.Height > 14.01 {
			t.Errorf("the key is %v × %v", key.Width, key.Height)
		}
	}
}
