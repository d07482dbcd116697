package pdf

import (
	"strings"
	"sync"

	"commonplan/model/paper/pdf/fontcut"
	"commonplan/resources/fonts"
)

// typeface is a font file of the program.
type typeface struct {
	name string // as PDF knows it
	font *fontcut.Font
}

// typefaces are those papers are set in, of each the regular and the semibold one. The
// files are part of the program; they are read once.
var typefaces = sync.OnceValue(func() (all [2 * fonts.Typefaces]typeface) {
	for n := range all {
		t, bold, weight := fonts.Typeface(n/2), n%2 == 1, "-Regular"
		if bold {
			weight = "-SemiBold"
		}
		f, err := fontcut.Parse(t.File(bold))
		if err != nil {
			panic(err) // the embedded files are broken: every test would have failed
		}
		all[n] = typeface{strings.ReplaceAll(t.Name(), " ", "") + weight, f}
	}
	return all
})

// face is a typeface in one paper. Its letters are parted among fonts with a byte for
// each letter: nearly always all go into one.
type face struct {
	typeface
	common [0x250]place   // of the commonest letters
	others map[rune]place // and of the others
	fonts  []*font
	book   *book
}

// place is where a letter is: 1 + the font of its face, and its code there. The zero
// place is not known yet.
type place struct {
	font int
	code byte
}

// nowhere is the place of a letter that the typeface does not have.
var nowhere = place{font: -1}

// book holds the faces and fonts of one paper.
type book struct {
	faces [2 * fonts.Typefaces]*face
	fonts []*font
}

// face gives one of the faces.
func (b *book) face(t fonts.Typeface, bold bool) *face {
	n := 2 * int(t)
	if bold {
		n++
	}
	if b.faces[n] == nil {
		b.faces[n] = &face{typeface: typefaces()[n], others: map[rune]place{}, book: b}
	}
	return b.faces[n]
}

// place gives the place of a letter, a new one at its first use.
func (f *face) place(r rune) place {
	if r >= 0 && int(r) < len(f.common) {
		if f.common[r].font == 0 {
			f.common[r] = f.take(r)
		}
		return f.common[r]
	}
	p, seen := f.others[r]
	if !seen {
		p = f.take(r)
		f.others[r] = p
	}
	return p
}

func (f *face) take(r rune) place {
	glyph := f.font.Glyph(r)
	if glyph == 0 {
		return nowhere
	}
	for n, in := range f.fonts {
		if code := in.codeFor(r); code > 0 {
			in.put(code, r, glyph)
			return place{n + 1, code}
		}
	}
	f.fonts = append(f.fonts, &font{typeface: f.typeface, number: len(f.book.fonts)})
	f.book.fonts = append(f.book.fonts, f.fonts[len(f.fonts)-1])
	return f.take(r)
}

// next gives the codes of a text as they stand in a PDF string, up to the first letter
// of another font, and what is left. A letter the typeface does not have is left out;
// typesetting has seen to it that there is none.
func (f *face) next(out []byte, text string) (codes []byte, in *font, rest string) {
	for i, r := range text {
		p := f.place(r)
		if p == nowhere {
			continue
		}
		if in != nil && in != f.fonts[p.font-1] {
			return out, in, text[i:]
		}
		in = f.fonts[p.font-1]
		switch p.code {
		case '(', ')', '\\':
			out = append(out, '\\')
		}
		out = append(out, p.code)
	}
	return out, in, ""
}
