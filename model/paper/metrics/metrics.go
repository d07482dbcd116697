// Package metrics measures the letters of the typefaces the papers are set in.
//
// Widths are whole thousandths of the type size, rounded as PDF stores them, so that
// a line measured here is as wide in the file. There is no kerning.
//
// [Of] gives a [Family]. A letter that its typeface lacks is measured in Source Sans,
// which then stands in for it; [Family.Face] says which of the two a letter is set in.
package metrics

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"commonplan/resources/fonts"
)

// Family is a typeface in two weights, with another behind it for the letters it
// lacks. It is safe for use by several goroutines.
type Family struct {
	typeface          fonts.Typeface
	regular, semibold *face
	behind            *Family // nil for the last
}

type face struct {
	font    *sfnt.Font
	upem    int
	latin   [0x250]int16 // widths of the commonest letters; -1 is not in the font
	others  sync.Map     // rune → int16
	ascent  float64
	descent float64
}

// SourceSans is Source Sans 3. The files are part of the program; it is read once.
var SourceSans = sync.OnceValue(func() *Family { return embedded(fonts.SourceSans, nil) })

var atkinson = sync.OnceValue(func() *Family { return embedded(fonts.Atkinson, SourceSans()) })

// Of gives the family of a typeface, with Source Sans behind it.
func Of(t fonts.Typeface) *Family {
	if t == fonts.Atkinson {
		return atkinson()
	}
	return SourceSans()
}

func embedded(t fonts.Typeface, behind *Family) *Family {
	family, err := New(t.File(false), t.File(true))
	if err != nil {
		panic(err) // the embedded files are broken: every test would have failed
	}
	family.typeface, family.behind = t, behind
	return family
}

// New reads a family from two TrueType files. It has nothing behind it.
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
// neither the typeface nor the one behind it has the letter.
func (f *Family) Width(r rune, bold bool) (thousandths int, ok bool) {
	w := f.face(bold).width(r)
	if w < 0 && f.behind != nil {
		return f.behind.Width(r, bold)
	}
	return int(max(w, 0)), w >= 0
}

// Face tells in which typeface a letter is set: that of the family, or the one behind
// it if only that has the letter.
func (f *Family) Face(r rune, bold bool) fonts.Typeface {
	if f.behind != nil && f.face(bold).width(r) < 0 {
		return f.behind.Face(r, bold)
	}
	return f.typeface
}

// Vertical gives how far the font reaches above and below the baseline, as parts of
// the type size.
func (f *Family) Vertical() (ascent, descent float64) {
	return f.regular.ascent, f.regular.descent
}
