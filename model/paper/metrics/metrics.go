// Package metrics measures the letters of the typeface the papers are set in.
//
// Widths are whole thousandths of the type size, rounded as PDF stores them, so that
// a line measured here is as wide in the file. There is no kerning.
package metrics

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"commonplan/resources/fonts"
)

// Family is a typeface in two weights. It is safe for use by several goroutines.
type Family struct{ regular, semibold *face }

type face struct {
	font    *sfnt.Font
	upem    int
	latin   [0x250]int16 // widths of the commonest letters; -1 is not in the font
	others  sync.Map     // rune → int16
	ascent  float64
	descent float64
}

// SourceSans is Source Sans 3. The files are part of the program; it is read once.
var SourceSans = sync.OnceValue(func() *Family {
	family, err := New(fonts.SourceSansRegular, fonts.SourceSansSemibold)
	if err != nil {
		panic(err) // the embedded files are broken: every test would have failed
	}
	return family
})

// New reads a family from two TrueType files.
func New(regular, semibold []byte) (*Family, error) {
	r, err := newFace(regular)
	if err != nil {
		return nil, fmt.Errorf("reading the regular font: %w", err)
	}
	s, err := newFace(semibold)
	if err != nil {
		return nil, fmt.Errorf("reading the semibold font: %w", err)
	}
	return &Family{regular: r, semibold: s}, nil
}

func newFace(data []byte) (*face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	fc := &face{font: f, upem: int(f.UnitsPerEm())}
	var buf sfnt.Buffer
	m, err := f.Metrics(&buf, fixed.I(fc.upem), font.HintingNone)
	if err != nil {
		return nil, err
	}
	em := float64(fixed.I(fc.upem))
	fc.ascent, fc.descent = float64(m.Ascent)/em, float64(m.Descent)/em
	for r := range fc.latin {
		fc.latin[r] = fc.measure(rune(r), &buf)
	}
	return fc, nil
}

// measure gives a letter's width in thousandths, or -1 if the font has no such letter.
func (f *face) measure(r rune, buf *sfnt.Buffer) int16 {
	glyph, err := f.font.GlyphIndex(buf, r)
	if err != nil || glyph == 0 {
		return -1
	}
	adv, err := f.font.GlyphAdvance(buf, glyph, fixed.I(f.upem), font.HintingNone)
	if err != nil {
		return -1
	}
	units := int(adv.Round())
	return int16((units*1000 + f.upem/2) / f.upem)
}

func (f *face) width(r rune) int16 {
	if r >= 0 && int(r) < len(f.latin) {
		return f.latin[r]
	}
	if w, ok := f.others.Load(r); ok {
		return w.(int16)
	}
	w := f.measure(r, nil)
	f.others.Store(r, w)
	return w
}

func (f *Family) face(bold bool) *face {
	if bold {
		return f.semibold
	}
	return f.regular
}

// Width gives the width of a letter in thousandths of the type size; ok is false if
// the font does not have it.
func (f *Family) Width(r rune, bold bool) (thousandths int, ok bool) {
	w := f.face(bold).width(r)
	return int(max(w, 0)), w >= 0
}

// Vertical gives how far the font reaches above and below the baseline, as parts of
// the type size.
func (f *Family) Vertical() (ascent, descent float64) {
	return f.regular.ascent, f.regular.descent
}
