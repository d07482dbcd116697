package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"commonplan/model/figure"
	"commonplan/resources/fonts"
)

// backend is what the painter needs of a PDF library. Lengths are mm from the page's
// top left, type sizes points.
type backend interface {
	page()
	text(t figure.Text, typeface fonts.Typeface)
	fill(c figure.Colour)
	stroke(s figure.Stroke)
	rect(x, y, w, h float64, style string)
	moveTo(x, y float64)
	lineTo(x, y float64)
	curveTo(c1, c2, to figure.Point)
	closePath()
	draw(style string)
	picture(x, y, w, h float64, name string)
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
// change; the library carries colours and lines over to the next page.
//
// The library would read and cut the fonts anew for every paper, and write a letter
// table that readers refuse. So it is not told of them: texts are written into its
// pages as codes of our fonts, which are added when the file is finished.
type gofpdfBackend struct {
	f       *gofpdf.Fpdf
	height  float64 // of a page, mm
	book    book
	now     *font // nil at the beginning of a page
	size    float64
	fillNow figure.Colour
	lineNow figure.Stroke
	line    []byte // of a text, used again
	codes   []byte // and its codes
}

func newGofpdf(width, height float64) *gofpdfBackend {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: width, Ht: height}})
	f.SetCompression(false) // finish compresses
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	return &gofpdfBackend{f: f, height: height}
}

func (b *gofpdfBackend) page() {
	b.f.AddPage()
	b.now = nil
}

func (b *gofpdfBackend) text(t figure.Text, typeface fonts.Typeface) {
	fc := b.book.face(typeface, t.Bold)
	b.fill(t.Colour) // texts are filled
	line := append(b.line[:0], "BT "...)
	line = append(appendNumber(line, points(t.X)), ' ')
	line = append(appendNumber(line, points(b.height-t.Y)), " Td"...)
	for rest := t.String; rest != ""; {
		var in *font
		b.codes, in, rest = fc.next(b.codes[:0], rest)
		if in == nil {
			break
		}
		if b.now != in || b.size != t.Size {
			b.now, b.size = in, t.Size
			line = append(in.appendName(append(line, ' ')), ' ')
			line = append(appendNumber(line, t.Size), " Tf"...)
		}
		line = append(append(append(line, " ("...), b.codes...), ") Tj"...)
	}
	b.f.RawWriteStr(string(append(line, " ET"...)))
	b.line = line
}

// appendNumber writes a number with up to two digits after its point.
func appendNumber(out []byte, n float64) []byte {
	hundredths := int64(math.Round(n * 100))
	if hundredths < 0 {
		out, hundredths = append(out, '-'), -hundredths
	}
	out = strconv.AppendInt(out, hundredths/100, 10)
	switch rest := byte(hundredths % 100); {
	case rest == 0:
	case rest%10 == 0:
		out = append(out, '.', '0'+rest/10)
	default:
		out = append(out, '.', '0'+rest/10, '0'+rest%10)
	}
	return out
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

// picture draws a picture that is added to the file under that name when it is finished.
func (b *gofpdfBackend) picture(x, y, w, h float64, name string) {
	b.f.RawWriteStr(fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q",
		points(w), points(h), points(x), points(b.height-y-h), name))
}

func (b *gofpdfBackend) output() ([]byte, error) {
	var out bytes.Buffer
	if err := b.f.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
