package fontcut_test

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"commonplan/model/paper/pdf/fontcut"
	"commonplan/resources/fonts"
)

func parse(t testing.TB, data []byte) *fontcut.Font {
	t.Helper()
	f, err := fontcut.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// first is the code that glyphsOf gives the first letter.
const first = 'A'

// glyphsOf gives some letters codes in their order, as Cut wants them.
func glyphsOf(f *fontcut.Font, letters string) (codes [256]uint16) {
	code := first
	for _, r := range letters {
		codes[code] = f.Glyph(r)
		code++
	}
	return codes
}

func TestACutFontHasTheSameOutlinesAndWidths(t *testing.T) {
	const letters = "Open Door: £48,000 ŵŷ Ẅẁ → ✓ Жя éçñ"
	for _, data := range [][]byte{fonts.SourceSansRegular, fonts.SourceSansSemibold} {
		f := parse(t, data)
		whole, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		codes := glyphsOf(f, letters)
		program, err := f.Cut(codes)
		if err != nil {
			t.Fatal(err)
		}
		cut, err := sfnt.Parse(withLetters(program))
		if err != nil {
			t.Fatal(err)
		}
		em := fixed.I(1000)
		for code, g := range codes {
			if g == 0 {
				continue
			}
			n, err := cut.GlyphIndex(nil, rune(code))
			if err != nil || n == 0 {
				t.Fatalf("code %d has no glyph (%v)", code, err)
			}
			if a, b := segments(t, whole, sfnt.GlyphIndex(g), em), segments(t, cut, n, em); !same(a, b) {
				t.Errorf("glyph %d is drawn otherwise as number %d", g, n)
			}
			width, err := cut.GlyphAdvance(nil, n, em, font.HintingNone)
			if err != nil || width.Round() != f.Width(g) {
				t.Errorf("glyph %d is %d wide, the cut font says %d (%v)", g, f.Width(g), width.Round(), err)
			}
		}
		if len(program) > len(data)/5 {
			t.Errorf("%d of %d bytes are left for %d letters", len(program), len(data), len([]rune(letters)))
		}
	}
}

func TestALetterWithTwoCodesIsDrawnOnce(t *testing.T) {
	f := parse(t, fonts.SourceSansRegular)
	once, err := f.Cut(glyphsOf(f, "aŵ"))
	if err != nil {
		t.Fatal(err)
	}
	twice, err := f.Cut(glyphsOf(f, "aŵaŵ"))
	if err != nil {
		t.Fatal(err)
	}
	if grown := len(twice) - len(once); grown > 8 {
		t.Errorf("two more codes take %d bytes", grown)
	}
	cut, err := sfnt.Parse(withLetters(twice))
	if err != nil {
		t.Fatal(err)
	}
	for code := rune(first); code < first+2; code++ {
		a, _ := cut.GlyphIndex(nil, code)
		b, _ := cut.GlyphIndex(nil, code+2)
		if a == 0 || a != b {
			t.Errorf("codes %d and %d are the glyphs %d and %d", code, code+2, a, b)
		}
	}
}

func TestWhatIsNoFontOrNoGlyphIsAnError(t *testing.T) {
	regular := fonts.SourceSansRegular
	for _, bad := range [][]byte{nil, regular[:4], regular[:200], regular[:len(regular)/2], append([]byte("OTTO"), regular[4:]...)} {
		if _, err := fontcut.Parse(bad); err == nil {
			t.Errorf("%d bytes were read as a font", len(bad))
		}
	}
	f := parse(t, regular)
	for _, bad := range [][256]uint16{{}, {65: 65535}} {
		if _, err := f.Cut(bad); err == nil {
			t.Errorf("%v was cut", bad)
		}
	}
}

func BenchmarkCut(b *testing.B) {
	f := parse(b, fonts.SourceSansRegular)
	glyphs := glyphsOf(f, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:£%–’“”()ŵŷâê")
	for b.Loop() {
		if _, err := f.Cut(glyphs); err != nil {
			b.Fatal(err)
		}
	}
}

func segments(t *testing.T, f *sfnt.Font, g sfnt.GlyphIndex, em fixed.Int26_6) sfnt.Segments {
	t.Helper()
	s, err := f.LoadGlyph(&sfnt.Buffer{}, g, em, nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", g, err)
	}
	return s
}

func same(a, b sfnt.Segments) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// withLetters adds the tables that a font outside a PDF must have, so that another
// reader takes it.
func withLetters(program []byte) []byte {
	type table struct {
		name string
		data []byte
	}
	tablesOf := func(file []byte) (all []table) {
		for i := range int(binary.BigEndian.Uint16(file[4:])) {
			entry := file[12+16*i:]
			at, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
			all = append(all, table{string(entry[:4]), file[at : at+length]})
		}
		return all
	}
	all := tablesOf(program)
	for _, t := range tablesOf(fonts.SourceSansRegular) {
		if slices.Contains([]string{"OS/2", "name", "post"}, t.name) {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, func(a, b table) int { return strings.Compare(a.name, b.name) })
	out := binary.BigEndian.AppendUint16([]byte{0, 1, 0, 0}, uint16(len(all)))
	out = append(out, make([]byte, 6)...)
	at := 12 + 16*len(all)
	for _, t := range all {
		out = append(out, t.name...)
		for _, v := range []int{0, at, len(t.data)} {
			out = binary.BigEndian.AppendUint32(out, uint32(v))
		}
		at += len(t.data) + -len(t.data)&3
	}
	for _, t := range all {
		out = append(append(out, t.data...), make([]byte, -len(t.data)&3)...)
	}
	return out
}
