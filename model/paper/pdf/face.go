package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

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

// faces are those of a paper: of each typeface the regular and the semibold one; nil if
// it is not used.
type faces [2 * fonts.Typefaces]*face

// face is a typeface in one paper: each letter used has a code of its own, counted
// from 1 in the order of their first use. The code is the letter's glyph in the font
// that goes into the file.
type face struct {
	typeface
	number int
	common [0x250]uint16   // codes of the commonest letters
	others map[rune]uint16 // and of the others
	runes  []rune          // the letter of each code; code 0 stands for none
	glyphs []uint16        // and its glyph in the typeface
}

func newFace(number int) *face {
	return &face{typeface: typefaces()[number], number: number, others: map[rune]uint16{}, runes: []rune{0}, glyphs: []uint16{0}}
}

// appendName writes the name of the face on the pages.
func (f *face) appendName(out []byte) []byte {
	return strconv.AppendInt(append(out, "/F"...), int64(f.number), 10)
}

// appendCodes writes a text as codes, two bytes each, as they stand in a string. A
// letter the typeface does not have is left out; typesetting has seen to it that there
// is none.
func (f *face) appendCodes(out []byte, s string) []byte {
	for _, r := range s {
		code := f.code(r)
		if code == 0 {
			continue
		}
		for _, c := range [2]byte{byte(code >> 8), byte(code)} {
			switch c {
			case '(', ')', '\\':
				out = append(out, '\\', c)
			case '\r':
				out = append(out, '\\', 'r') // a reader would take it for the end of a line
			default:
				out = append(out, c)
			}
		}
	}
	return out
}

func (f *face) code(r rune) uint16 {
	if r >= 0 && int(r) < len(f.common) {
		if f.common[r] == 0 {
			f.common[r] = f.take(r)
		}
		return f.common[r]
	}
	code, seen := f.others[r]
	if !seen {
		code = f.take(r)
		f.others[r] = code
	}
	return code
}

// take gives a letter the next code; 0 if the typeface does not have it.
func (f *face) take(r rune) uint16 {
	glyph := f.font.Glyph(r)
	if glyph == 0 || len(f.runes) > 0xFFFF {
		return 0
	}
	f.runes, f.glyphs = append(f.runes, r), append(f.glyphs, glyph)
	return uint16(len(f.runes) - 1)
}

// write adds the face to the file and gives its object.
func (f *face) write(to *file) (int, error) {
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
	descendant := to.add(object{value: fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s "+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R "+
		"/CIDToGIDMap /Identity /DW 1000 /W [%s]>>", name, descriptor, f.widths())})
	letters := to.add(object{stream: []byte(f.letterMap())})
	return to.add(object{value: fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "+
		"/DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, descendant, letters)}), nil
}

// subsetName is the typeface's name after six letters that stand for which of its
// letters are there.
func (f *face) subsetName() string {
	sum := sha256.Sum256([]byte(string(f.runes)))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:]) + "+" + f.name
}

// widths are those of all codes from 0.
func (f *face) widths() string {
	var b strings.Builder
	b.WriteString("0 [")
	for i, g := range f.glyphs {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.Itoa(f.font.Width(g)))
	}
	b.WriteString("]")
	return b.String()
}

// letterMap is the table by which the text can be copied, searched and read aloud: the
// letter of each code.
func (f *face) letterMap() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // letters in one list
	for from := 1; from < len(f.runes); from += most {
		part := f.runes[from:min(from+most, len(f.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%04X> <", from+i)
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
