package raster_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
)

func council(t testing.TB) typeset.Result {
	t.Helper()
	plan := exampletest.Plan(t, "open-door-days")
	paper, err := proposal.Make(plan, proposal.Options{Paper: proposal.Council, Date: model.Date{Year: 2026, Month: 8, Day: 28}})
	if err != nil {
		t.Fatal(err)
	}
	return pdf.Layout(paper, pdf.Options{})
}

func TestEveryPageHasInkInsideItsMarginsAndNoneOutside(t *testing.T) {
	set := council(t)
	const scale = 3
	painter := raster.New(set, scale)
	for n := range set.Pages {
		page := painter.Page(n)
		inside, outside := 0, 0
		text := image.Rect(17*scale, 14*scale, 193*scale, 289*scale)
		for y := range page.Bounds().Dy() {
			for x := range page.Bounds().Dx() {
				if r, g, b, _ := page.At(x, y).RGBA(); r+g+b < 3*0xFFFF*9/10 {
					if (image.Point{X: x, Y: y}).In(text) {
						inside++
					} else {
						outside++
					}
				}
			}
		}
		if inside < 5000 || outside > 0 {
			t.Errorf("page %d: %d dark pixels inside the margins, %d outside", n+1, inside, outside)
		}
		if folder := os.Getenv("COMMONPLAN_PICTURES"); folder != "" {
			save(t, filepath.Join(folder, "page.png"), page)
		}
	}
}

func save(t *testing.T, name string, page image.Image) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, page); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkPage(b *testing.B) {
	set := council(b)
	painter := raster.New(set, 2.2)
	for b.Loop() {
		painter.Page(1)
	}
}
