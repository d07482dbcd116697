package raster_test

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
)

// The pages on the screen are held to what another program makes of the PDF. Letters
// and lines are smoothed in other ways, so small squares of pixels are compared by
// their mean: a word that is missing or a millimetre off shows, smoothing does not.
const (
	truthDPI = 76.2 // 3 pixels for each mm
	square   = 6    // pixels: 2 mm
	mostMean = 3.5  // of 255, over a page
	mostOff  = 47   // of 255, in any square
)

func TestThePagesOnTheScreenAreThoseOfThePDF(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Fatal("pdftoppm is not on this computer, which this test compares with. Run: sh .ci/install test")
	}
	for _, name := range example.Names() {
		for _, paper := range proposal.Papers() {
			t.Run(name+" "+string(paper), func(t *testing.T) {
				t.Parallel()
				compare(t, name, proposal.Options{Paper: paper})
			})
		}
	}
	t.Run("a poster in sheets", func(t *testing.T) {
		t.Parallel()
		compare(t, "open-door-days", proposal.Options{Paper: proposal.Map, Poster: true})
	})
}

func compare(t *testing.T, name string, o proposal.Options) {
	o.Date = model.Date{Year: 2026, Month: 8, Day: 28}
	plan := exampletest.Plan(t, name)
	made, err := proposal.Make(plan, o)
	if err != nil {
		t.Fatal(err)
	}
	set := pdf.Layout(made, pdf.Options{})
	data, _, err := pdf.WritePages(made, set, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	truths := render(t, data)
	if len(truths) != len(set.Pages) {
		t.Fatalf("the PDF has %d pages, the screen %d", len(truths), len(set.Pages))
	}
	painter := raster.New(set, truthDPI/25.4)
	for n := range set.Pages {
		mean, worst, at := difference(painter.Page(n), truths[n])
		if mean > mostMean || worst > mostOff {
			t.Errorf("page %d differs by %.2f on the whole, by %.0f around %v", n+1, mean, worst, at)
		}
	}
}

func TestAWordThatIsMissingOrAMillimetreOffIsSeen(t *testing.T) {
	set := council(t)
	whole := raster.New(set, truthDPI/25.4).Page(0)
	for i, item := range set.Pages[0].Items {
		text, ok := item.Shape.(figure.Text)
		if !ok || item.Width < 5 {
			continue
		}
		spoilt := set
		spoilt.Pages = slices.Clone(set.Pages)
		for what, items := range map[string][]typeset.Item{
			"gone":   slices.Delete(slices.Clone(set.Pages[0].Items), i, i+1),
			"lifted": lifted(set.Pages[0].Items, i, text),
		} {
			spoilt.Pages[0].Items = items
			if _, worst, _ := difference(raster.New(spoilt, truthDPI/25.4).Page(0), whole); worst <= mostOff {
				t.Errorf("%q is %s, and the worst difference is only %.0f", text.String, what, worst)
			}
		}
		if i > 40 {
			break
		}
	}
}

func lifted(items []typeset.Item, i int, text figure.Text) []typeset.Item {
	moved := slices.Clone(items)
	text.Y -= 1.5
	moved[i].Shape = text
	return moved
}

// render has pdftoppm paint the pages of a PDF.
func render(t *testing.T, data []byte) []image.Image {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "paper.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "76.2", "-gray", file, filepath.Join(folder, "page")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(folder, "page*.pgm"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []image.Image
	for _, name := range names {
		pages = append(pages, readGrey(t, name))
	}
	return pages
}

// readGrey reads a picture as pdftoppm writes it: "P5", width, height, 255, the greys.
func readGrey(t *testing.T, name string) image.Image {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &w, &h, &most); err != nil || len(data) < w*h {
		t.Fatalf("%s is no grey picture: %v", name, err)
	}
	return &image.Gray{Pix: data[len(data)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}
}

// difference gives the mean difference of two pages, and the largest of any square.
func difference(a, b image.Image) (mean, worst float64, at image.Point) {
	left, right := inGrey(a), inGrey(b)
	bounds := left.Bounds().Intersect(right.Bounds())
	squares := 0
	for y := bounds.Min.Y; y+square <= bounds.Max.Y; y += square {
		for x := bounds.Min.X; x+square <= bounds.Max.X; x += square {
			off := math.Abs(float64(sum(left, x, y)-sum(right, x, y))) / (square * square)
			mean += off
			squares++
			if off > worst {
				worst, at = off, image.Pt(x, y)
			}
		}
	}
	return mean / float64(squares), worst, at
}

func inGrey(page image.Image) *image.Gray {
	if grey, ok := page.(*image.Gray); ok {
		return grey
	}
	grey := image.NewGray(page.Bounds())
	draw.Draw(grey, grey.Bounds(), page, page.Bounds().Min, draw.Src)
	return grey
}

// sum adds up a square.
func sum(page *image.Gray, x, y int) int {
	total := 0
	for dy := range square {
		row := page.PixOffset(x, y+dy)
		for _, grey := range page.Pix[row : row+square] {
			total += int(grey)
		}
	}
	return total
}
