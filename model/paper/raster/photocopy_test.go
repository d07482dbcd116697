package raster_test

import (
	"image"
	"math"
	"strings"
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

// copied is a page as a harsh photocopier gives it out: each dot darker than half grey
// is black, all others are white. It tells whether a dot is black.
type copied struct {
	page  *image.RGBA
	scale float64
}

func (c copied) black(x, y int) bool {
	p := c.page.RGBAAt(x, y)
	return .2126*float64(p.R)+.7152*float64(p.G)+.0722*float64(p.B) < 127.5
}

// share gives the part of a place, in mm, that is black.
func (c copied) share(x, y, w, h float64) float64 {
	black, all := 0, 0
	for py := int(math.Floor(y * c.scale)); py < int(math.Ceil((y+h)*c.scale)); py++ {
		for px := int(math.Floor(x * c.scale)); px < int(math.Ceil((x+w)*c.scale)); px++ {
			if (image.Point{X: px, Y: py}).In(c.page.Bounds()) {
				all++
				if c.black(px, py) {
					black++
				}
			}
		}
	}
	return float64(black) / float64(max(all, 1))
}

// survives fails for each word and each outline with a meaning that a copier loses.
func survives(t *testing.T, name string, set typeset.Result) {
	t.Helper()
	const scale = 4 // dots for each mm: 100 an inch
	painter := raster.New(set, scale)
	for n, page := range set.Pages {
		c := copied{painter.Page(n), scale}
		for _, it := range page.Items {
			switch sh := it.Shape.(type) {
			case figure.Text:
				if len([]rune(strings.Trim(sh.String, " .,·–:;’'“”-…"))) < 2 {
					continue // too little ink to judge by
				}
				em := sh.Size * 25.4 / 72
				if part := c.share(sh.X, sh.Y-.7*em, it.Width, .7*em); part < .06 || part > .94 {
					t.Errorf("%s, page %d: %q is lost: %.0f %% of its place is black", name, n+1, sh.String, 100*part)
				}
			case figure.Rect:
				if it.Element != typeset.Artifact && sh.Stroke.Width >= .2 && sh.Stroke.Colour.On {
					edge := c.share(sh.X, sh.Y-sh.Stroke.Width/2, sh.W, sh.Stroke.Width)
					if edge == 0 {
						t.Errorf("%s, page %d: the frame at %.0f, %.0f mm is lost", name, n+1, sh.X, sh.Y)
					}
				}
			}
		}
	}
}

func layouts(t *testing.T, change func(*model.Project), kinds ...proposal.Paper) map[string]typeset.Result {
	t.Helper()
	all := map[string]typeset.Result{}
	for _, name := range example.Names() {
		plan := *exampletest.Plan(t, name)
		project := model.Clone(plan.Project)
		change(project)
		plan.Project = project
		for _, kind := range kinds {
			paper, err := proposal.Make(&plan, proposal.Options{Paper: kind, Date: model.Date{Year: 2026, Month: 8, Day: 28}})
			if err != nil {
				t.Fatal(err)
			}
			all[name+", "+string(kind)] = pdf.Layout(paper, pdf.Options{})
		}
	}
	return all
}

func TestNoWordIsLostOnAPhotocopier(t *testing.T) {
	for name, set := range layouts(t, func(*model.Project) {}, proposal.Papers()...) {
		survives(t, name, set)
	}
	black := func(p *model.Project) { p.PrintBlack, p.PrintDraft, p.PaperFont = true, true, model.Atkinson }
	for name, set := range layouts(t, black, proposal.Council) {
		survives(t, name+", black and white", set)
	}
}

// goalShape tells the form of a goal's white shape from a copied page: how wide it is
// at its top, middle and foot, as parts of its widest line.
func goalShape(c copied, x, y, w, h float64) string {
	var lines []float64
	for row := range 12 {
		lines = append(lines, 1-c.share(x, y+h*(float64(row)+.5)/12, w, .5/c.scale))
	}
	top, middle, foot := lines[1], lines[6], lines[10]
	switch widest := max(top, middle, foot); {
	case top < .6*widest && foot > .8*widest:
		return "triangle"
	case top > .9*widest && foot > .9*widest:
		return "square"
	default:
		return "circle"
	}
}

func TestTheObjectivesAreToldApartOnAPhotocopier(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days")
	paper, err := proposal.Make(plan, proposal.Options{Paper: proposal.Council})
	if err != nil {
		t.Fatal(err)
	}
	set := pdf.Layout(paper, pdf.Options{})
	white := figure.Hex(0xFFFFFF)
	const scale = 12
	painter := raster.New(set, scale)
	seen := map[string]int{}
	for n, page := range set.Pages {
		c := copied{painter.Page(n), scale}
		for _, it := range page.Items {
			x, y, w, h, ok := smallAndWhite(it.Shape, white)
			if ok && it.Element != typeset.Artifact {
				seen[goalShape(c, x, y, w, h)]++
			}
		}
	}
	if len(seen) != 3 || seen["circle"] != 1 || seen["square"] != 1 || seen["triangle"] != 1 {
		t.Errorf("on the copy there are %v", seen)
	}
}

// smallAndWhite gives the place of a small white shape without an outline.
func smallAndWhite(sh figure.Shape, white figure.Colour) (x, y, w, h float64, ok bool) {
	switch sh := sh.(type) {
	case figure.Rect:
		return sh.X, sh.Y, sh.W, sh.H, sh.Fill == white && !sh.Stroke.Colour.On && sh.W < 6
	case figure.Path:
		left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, step := range sh.Steps {
			if step.Op == figure.Close {
				continue
			}
			at := step.P[0]
			if step.Op == figure.CurveTo {
				at = step.P[2]
			}
			left, right = min(left, at.X), max(right, at.X)
			top, bottom = min(top, at.Y), max(bottom, at.Y)
		}
		return left, top, right - left, bottom - top, sh.Fill == white && !sh.Stroke.Colour.On && right-left < 6
	}
	return 0, 0, 0, 0, false
}
