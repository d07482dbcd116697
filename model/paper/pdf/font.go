package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// font is a part of a typeface's letters, each with a code of its own, counted from 1
// in the order of their first use. The code is the letter's glyph in the font that goes
// into the file.
//
// It is written as a symbolic TrueType font: its codes mean nothing but what its letter
// table says.
type font struct {
	typeface
	number int
	runes  []rune   // the letter of each code; code 0 stands for none
	glyphs []uint16 // and its glyph in the typeface
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
	return to.add(object{value: fmt.Sprintf("<</Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar 1 /LastChar %d "+
		"/Widths [%s] /FontDescriptor %d 0 R /ToUnicode %d 0 R>>", name, len(f.runes)-1, f.widths(), descriptor, letters)}), nil
}

// subsetName is the typeface's name after six letters that stand for which of its
// letters are there.
func (f *font) subsetName() string {
	sum := sha256.Sum256([]byte(string(f.runes)))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:]) + "+" + f.name
}

// widths are those of all codes from 1.
func (f *font) widths() string {
	var b []byte
	for i, g := range f.glyphs[1:] {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(f.font.Width(g)), 10)
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
	for from := 1; from < len(f.runes); from += most {
		part := f.runes[from:min(from+most, len(f.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%02X> <", from+i)
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
