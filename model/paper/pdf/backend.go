package pdf

import (
	"bytes"
	"slices"

	"github.com/jung-kurt/gofpdf"

	"commonplan/model/figure"
	"commonplan/resources/fonts"
)

// backend is what the painter needs of a PDF library. Lengths are mm from the page's
// top left, type sizes points.
type backend interface {
	aside(draw func()) []byte // before the first page: content that pages may show as it is
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
	clip(to figure.Box) // what follows shows only there, until unclip
	unclip()
	begin(mark string, words bool) // opens marked content with its whole operator; words tells that it is texts alone
	end()                          // closes it
	output() ([]byte, error)
}

// The styles of rect and draw: the operators that paint an outline.
const (
	filled   = "f"
	outlined = "S"
	both     = "B"
)

// gofpdfBackend writes with gofpdf: the library makes the pages and the file, and takes
// their content as it comes from [content].
//
// The library would read and cut the fonts anew for every paper, and write a letter
// table that readers refuse. So it is not told of them: texts are written into its
// pages as codes of our fonts, which are added when the file is finished.
type gofpdfBackend struct {
	content
	f    *gofpdf.Fpdf
	size int // bytes of content so far
}

func newGofpdf(width, height float64) *gofpdfBackend {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: width, Ht: height}})
	f.SetCompression(false) // finish compresses
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	return &gofpdfBackend{content: content{height: height}, f: f}
}

func (b *gofpdfBackend) aside(draw func()) []byte {
	b.content.newPage()
	b.content.op("q")
	draw()
	b.content.paintLines()
	b.content.closeText()
	b.content.op("Q")
	return slices.Clone(b.content.ops)
}

func (b *gofpdfBackend) page() {
	b.flush()
	b.f.AddPage()
	b.content.newPage()
}

// flush gives the library what was written for the page.
func (b *gofpdfBackend) flush() {
	if b.f.PageNo() > 0 {
		b.content.paintLines()
		b.content.closeText()
		b.f.RawWriteStr(string(b.content.ops))
		b.size += len(b.content.ops)
	}
}

func (b *gofpdfBackend) output() ([]byte, error) {
	b.flush()
	var out bytes.Buffer
	out.Grow(b.size + 500*(b.f.PageNo()+8)) // and what stands around the pages
	if err := b.f.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
