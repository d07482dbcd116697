// Package fontcut cuts TrueType fonts down to the glyphs a paper uses.
//
// A [Font] is read once and may be cut many times, also by several goroutines.
// [Font.Cut] gives a font program with only the wanted glyphs, numbered in the order
// they were asked for, as PDF wants it for a font with a byte for each letter: the
// outlines, their widths and their hints, without names.
package fontcut

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

// Font is a static TrueType font. Its measures are thousandths of the type size.
type Font struct {
	Ascent, Descent, CapHeight int
	Box                        [4]int // left, bottom, right, top of all glyphs
	Weight                     int    // 400 is regular

	letters *sfnt.Font
	tables  map[string][]byte
	upem    int
	glyphs  int // how many there are
	metrics int // how many have a width of their own
	places  []uint32
}

var errFont = errors.New("this is no static TrueType font")

// Parse reads a TrueType file. Its bytes must not change afterwards.
func Parse(data []byte) (*Font, error) {
	letters, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading a font: %w", err)
	}
	f := &Font{letters: letters, tables: map[string][]byte{}}
	if len(data) < 12 || binary.BigEndian.Uint32(data) != 0x00010000 {
		return nil, errFont
	}
	for i := range int(u16(data, 4)) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errFont
		}
		offset, length := int(u32(data, at+8)), int(u32(data, at+12))
		if offset < 0 || length < 0 || offset > len(data) || length > len(data)-offset {
			return nil, errFont
		}
		f.tables[string(data[at:at+4])] = data[offset : offset+length]
	}
	return f, f.measure()
}

// measure reads the tables of fixed form.
func (f *Font) measure() error {
	head, hhea, maxp, os2 := f.tables["head"], f.tables["hhea"], f.tables["maxp"], f.tables["OS/2"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || len(os2) < 90 {
		return errFont
	}
	f.upem, f.glyphs, f.metrics = int(u16(head, 18)), int(u16(maxp, 4)), int(u16(hhea, 34))
	if f.upem == 0 || f.metrics == 0 || f.metrics > f.glyphs || len(f.tables["hmtx"]) < 2*f.metrics+2*f.glyphs {
		return errFont
	}
	for i := range f.Box {
		f.Box[i] = f.thousandths(i16(head, 36+2*i))
	}
	f.Ascent, f.Descent = f.thousandths(i16(hhea, 4)), f.thousandths(i16(hhea, 6))
	f.Weight, f.CapHeight = int(u16(os2, 4)), f.thousandths(i16(os2, 88))
	return f.locate(u16(head, 50) == 1)
}

// locate reads where each glyph's outline stands.
func (f *Font) locate(long bool) error {
	loca, size := f.tables["loca"], 2
	if long {
		size = 4
	}
	if len(loca) < size*(f.glyphs+1) {
		return errFont
	}
	f.places = make([]uint32, f.glyphs+1)
	for i := range f.places {
		if long {
			f.places[i] = u32(loca, 4*i)
		} else {
			f.places[i] = 2 * uint32(u16(loca, 2*i))
		}
		if int(f.places[i]) > len(f.tables["glyf"]) || i > 0 && f.places[i] < f.places[i-1] {
			return errFont
		}
	}
	return nil
}

func (f *Font) thousandths(units int) int {
	if units < 0 {
		return -f.thousandths(-units)
	}
	return (units*1000 + f.upem/2) / f.upem
}

// Glyph gives the number of a letter's glyph; 0 if the font does not have the letter.
func (f *Font) Glyph(r rune) uint16 {
	glyph, err := f.letters.GlyphIndex(nil, r)
	if err != nil {
		return 0
	}
	return uint16(glyph)
}

// Width gives how wide a glyph is, in thousandths of the type size.
func (f *Font) Width(glyph uint16) int { return f.thousandths(int(u16(f.metric(glyph), 0))) }

// metric gives a glyph's width and side, as they stand in the font.
func (f *Font) metric(glyph uint16) []byte {
	hmtx, g := f.tables["hmtx"], int(glyph)
	if g < f.metrics {
		return hmtx[4*g : 4*g+4]
	}
	at := 4*f.metrics + 2*(g-f.metrics)
	return []byte{hmtx[4*f.metrics-4], hmtx[4*f.metrics-3], hmtx[at], hmtx[at+1]}
}

func (f *Font) outline(glyph uint16) []byte {
	return f.tables["glyf"][f.places[glyph]:f.places[glyph+1]]
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
func i16(b []byte, at int) int    { return int(int16(u16(b, at))) }
