package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// font is a part of a typeface's letters, each with a code of its own. The codes of the
// letters of ASCII are those they have there, so that a page's words and its operators
// are written with the same bytes and pack well.
//
// It is written as a symbolic TrueType font: its codes mean nothing but what its letter
// table says.
type font struct {
	typeface
	number  int
	letters [256]rune   // of each code; 0 is none
	glyphs  [256]uint16 // and its glyph in the typeface
	widths  [256]int    // and its width, in thousandths of the type size
}

// codeFor gives the code a letter is to have; 0 if no code is left. The ends of lines
// are left out: readers would take one for another.
func (f *font) codeFor(r rune) byte {
	if r >= ' ' && r <= '~' {
		return byte(r)
	}
	if r > 0xA0 && r <= 0xFF && f.letters[r] == 0 {
		return byte(r)
	}
	for code := 0x7F; code <= 0xFF; code++ {
		if f.letters[code] == 0 {
			return byte(code)
		}
	}
	for code := byte(1); code < ' '; code++ {
		if f.letters[code] == 0 && code != '\n' && code != '\r' {
			return code
		}
	}
	return 0
}

// put gives a letter a code.
func (f *font) put(code byte, r rune, glyph uint16) {
	f.letters[code], f.glyphs[code], f.widths[code] = r, glyph, f.font.Width(glyph)
}

// holds tells whether a letter of ASCII can be written, and sees to it that it can.
func (f *font) holds(r rune) bool {
	if f.letters[r] == 0 {
		glyph := f.font.Glyph(r)
		if glyph == 0 {
			return false
		}
		f.put(byte(r), r, glyph)
	}
	return f.letters[r] == r
}

// width is how wide a text is that is written with some codes, as they stand in a PDF
// string.
func (f *font) width(codes []byte) int {
	sum := 0
	for i := 0; i < len(codes); i++ {
		if codes[i] == '\\' {
			i++
		}
		sum += f.widths[codes[i]]
	}
	return sum
}

// appendName writes the name of the font on the pages.
func (f *font) appendName(out []byte) []byte {
	return strconv.AppendInt(append(out, "/F"...), int64(f.number), 10)
}

// write adds the font to the file and gives its object.
func (f *font) write(to *file) (int, error) {
	program, err := f.font.Cut(f.glyphs)
	if err != nil {
		return 0, err
	}
	name := f.subsetName()
	embedded := to.add(object{value: fmt.Sprintf("/Length1 %d", len(program)), stream: program})
	box := f.font.Box
	descriptor := to.add(object{value: fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags 4 "+
		"/FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R>>",
		name, box[0], box[1], box[2], box[3], f.font.Ascent, f.font.Descent, f.font.CapHeight, f.font.Weight/5, embedded)})
	letters := to.add(object{stream: []byte(f.letterMap())})
	used := f.used()
	first, last := used[0], used[len(used)-1]
	return to.add(object{value: fmt.Sprintf("<</Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar %d /LastChar %d "+
		"/Widths [%s] /FontDescriptor %d 0 R /ToUnicode %d 0 R>>", name, first, last, f.widthList(first, last), descriptor, letters)}), nil
}

// subsetName is the typeface's name after six letters that stand for which of its
// letters are there.
func (f *font) subsetName() string {
	sum := sha256.Sum256([]byte(string(f.letters[:])))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:]) + "+" + f.name
}

// widthList is the widths of all codes from the first to the last; 0 of one that is not used.
func (f *font) widthList(first, last int) string {
	var b []byte
	for code := first; code <= last; code++ {
		if code > first {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(f.widths[code]), 10)
	}
	return string(b)
}

// letterMap is the table by which the text can be copied, searched and read aloud: the
// letter of each code.
func (f *font) letterMap() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
	const most = 100 // letters in one list
	for part := range slices.Chunk(f.used(), most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, code := range part {
			fmt.Fprintf(&b, "<%02X> <", code)
			for _, u := range utf16.Encode([]rune{f.letters[code]}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}

// used gives all codes in use.
func (f *font) used() []int {
	var out []int
	for code, r := range f.letters {
		if r != 0 {
			out = append(out, code)
		}
	}
	return out
}
