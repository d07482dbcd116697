package pdf

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"

	"commonplan/model/figure"
	"commonplan/resources/fonts"
)

// backend is what the painter needs of a PDF library. Lengths are mm from the page's
// top left, type sizes points.
type backend interface {
	page()
	font(bold bool, size float64)
	text(x, y float64, s string, c figure.Colour)
	fill(c figure.Colour)
	stroke(s figure.Stroke)
	rect(x, y, w, h float64, style string)
	moveTo(x, y float64)
	lineTo(x, y float64)
	curveTo(c1, c2, to figure.Point)
	closePath()
	draw(style string)
	begin(mark string) // opens marked content with its whole operator
	end()              // closes it
	output() ([]byte, error)
}

// The styles of rect and draw.
const (
	filled   = "F"
	outlined = "D"
	both     = "FD"
)

// gofpdfBackend writes with gofpdf. It sets fonts, colours and lines only when they
// change; the library carries them over to the next page.
type gofpdfBackend struct {
	f       *gofpdf.Fpdf
	bold    bool
	size    float64
	onPage  bool
	fillNow figure.Colour
	lineNow figure.Stroke
}

const family = "sourcesans"

func newGofpdf(width, height float64) *gofpdfBackend {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: width, Ht: height}})
	f.SetCompression(false) // finish compresses
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.AddUTF8FontFromBytes(family, "", fonts.SourceSansRegular)
	f.AddUTF8FontFromBytes(family, "B", fonts.SourceSansSemibold)
	return &gofpdfBackend{f: f}
}

func (b *gofpdfBackend) page() {
	b.f.AddPage()
	b.onPage = false
}

func (b *gofpdfBackend) font(bold bool, size float64) {
	if b.onPage && b.bold == bold && b.size == size {
		return
	}
	style := ""
	if bold {
		style = "B"
	}
	b.f.SetFont(family, style, size)
	b.bold, b.size, b.onPage = bold, size, true
}

func (b *gofpdfBackend) text(x, y float64, s string, c figure.Colour) {
	b.f.SetTextColor(int(c.R), int(c.G), int(c.B))
	b.f.Text(x, y, s)
}

func (b *gofpdfBackend) fill(c figure.Colour) {
	if c != b.fillNow {
		b.f.SetFillColor(int(c.R), int(c.G), int(c.B))
		b.fillNow = c
	}
}

func (b *gofpdfBackend) stroke(s figure.Stroke) {
	if s.Colour != b.lineNow.Colour {
		b.f.SetDrawColor(int(s.Colour.R), int(s.Colour.G), int(s.Colour.B))
	}
	if s.Width != b.lineNow.Width {
		b.f.SetLineWidth(s.Width)
	}
	if len(s.Dash)+len(b.lineNow.Dash) > 0 {
		b.f.SetDashPattern(s.Dash, 0)
	}
	b.lineNow = s
}

func (b *gofpdfBackend) rect(x, y, w, h float64, style string) { b.f.Rect(x, y, w, h, style) }

func (b *gofpdfBackend) moveTo(x, y float64) { b.f.MoveTo(x, y) }
func (b *gofpdfBackend) lineTo(x, y float64) { b.f.LineTo(x, y) }

func (b *gofpdfBackend) curveTo(c1, c2, to figure.Point) {
	b.f.CurveBezierCubicTo(c1.X, c1.Y, c2.X, c2.Y, to.X, to.Y)
}

func (b *gofpdfBackend) closePath()        { b.f.ClosePath() }
func (b *gofpdfBackend) draw(style string) { b.f.DrawPath(style) }
func (b *gofpdfBackend) begin(mark string) { b.f.RawWriteStr(mark) }
func (b *gofpdfBackend) end()              { b.f.RawWriteStr("EMC") }

func (b *gofpdfBackend) output() ([]byte, error) {
	var out bytes.Buffer
	if err := b.f.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
