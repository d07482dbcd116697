package check

import (
	"encoding/binary"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// font is a font of the file with the codes that are drawn in it.
type font struct {
	dict       pdfread.Dict
	descendant pdfread.Dict
	name       string
	widths     map[uint16]float64
	letters    map[uint16]string
	used       map[uint16]int // the first page of each code
}

// font gives a font by its reference, read once.
func (c *checker) font(v any) *font {
	ref, _ := v.(pdfread.Ref)
	if f := c.painted[ref]; f != nil {
		return f
	}
	f := &font{dict: c.file.Dict(v), widths: map[uint16]float64{}, letters: map[uint16]string{}, used: map[uint16]int{}}
	name, _ := f.dict["BaseFont"].(pdfread.Name)
	f.name = string(name)
	if d := c.file.Array(f.dict["DescendantFonts"]); len(d) == 1 {
		f.descendant = c.file.Dict(d[0])
		f.readWidths(c.file.Array(f.descendant["W"]))
	}
	if table := c.file.Stream(f.dict["ToUnicode"]); table != nil {
		if data, err := table.Data(); err == nil {
			if letters, err := pdfread.Letters(data); err == nil {
				f.letters = letters
			}
		}
	}
	c.painted[ref] = f
	return f
}

// readWidths reads lists of widths, each after its first code.
func (f *font) readWidths(w pdfread.Array) {
	for i := 0; i+1 < len(w); i += 2 {
		first, _ := w[i].(int)
		list, _ := w[i+1].(pdfread.Array)
		for k, v := range list {
			f.widths[uint16(first+k)], _ = pdfread.Number(v)
		}
	}
}

func (f *font) use(code uint16, page int) {
	if _, seen := f.used[code]; !seen {
		f.used[code] = page
	}
}

// words is what codes stand for.
func (f *font) words(codes []uint16) string {
	var b strings.Builder
	for _, code := range codes {
		b.WriteString(f.letters[code])
	}
	return strings.TrimSpace(b.String())
}

// blank tells whether codes are nothing but spaces.
func (f *font) blank(codes []uint16) bool {
	return !slices.ContainsFunc(codes, func(code uint16) bool { return strings.TrimSpace(f.letters[code]) != "" || f.letters[code] == "" })
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+[^+]+$`)

// fonts looks at every font and every letter drawn in it.
func (c *checker) fonts() {
	for _, ref := range slices.Sorted(maps.Keys(c.painted)) {
		f := c.painted[ref]
		d := c.file.Dict(f.descendant["FontDescriptor"])
		if f.dict["Type"] != pdfread.Name("Font") || f.dict["Subtype"] != pdfread.Name("Type0") || f.dict["Encoding"] != pdfread.Name("Identity-H") ||
			f.descendant["Type"] != pdfread.Name("Font") || f.descendant["Subtype"] != pdfread.Name("CIDFontType2") ||
			f.descendant["CIDToGIDMap"] != pdfread.Name("Identity") || c.file.Dict(f.descendant["CIDSystemInfo"]) == nil || d["Type"] != pdfread.Name("FontDescriptor") {
			c.find("fonts", 0, "kind", words.With{"Font": f.name})
		}
		if !subsetName.MatchString(f.name) || f.descendant["BaseFont"] != f.dict["BaseFont"] || d["FontName"] != f.dict["BaseFont"] {
			c.find("fonts", 0, "name", words.With{"Font": f.name})
		}
		c.letters(f)
		stream := c.file.Stream(d["FontFile2"])
		if stream == nil {
			c.find("fonts", 0, "embedded", words.With{"Font": f.name})
			continue
		}
		data, err := stream.Data()
		program, sound := readProgram(data)
		if err != nil || !sound || stream.Dict["Length1"] != len(data) {
			c.find("fonts", 0, "program", words.With{"Font": f.name})
			continue
		}
		c.glyphs(f, program)
	}
}

// letters looks at the text of each code.
func (c *checker) letters(f *font) {
	for _, code := range slices.Sorted(maps.Keys(f.used)) {
		s, page := f.letters[code], f.used[code]
		if s == "" {
			c.find("fonts", page, "letter", words.With{"Code": int(code), "Font": f.name})
		}
		for _, r := range s {
			if r == 0 || r == 0xFEFF || r == 0xFFFE || r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) {
				c.find("fonts", page, "meaning", words.With{"Code": int(code), "Font": f.name})
			}
		}
	}
}

// glyphs looks whether each code has a glyph, of the width the file says.
func (c *checker) glyphs(f *font, p *program) {
	for _, code := range slices.Sorted(maps.Keys(f.used)) {
		page := f.used[code]
		switch with := (words.With{"Words": f.letters[code], "Font": f.name}); {
		case code == 0 || int(code) >= p.count:
			c.find("fonts", page, "glyph", with)
		case !p.drawn(int(code)) && strings.TrimSpace(f.letters[code]) != "":
			c.find("fonts", page, "glyph", with)
		case math.Abs(p.width(int(code))-f.widths[code]) > 1:
			c.find("fonts", page, "width", with)
		}
	}
}

// program is an embedded font program.
type program struct {
	count, upem, metrics int
	hmtx, loca, glyf     []byte
}

// readProgram reads a TrueType font program as we cut it.
func readProgram(data []byte) (*program, bool) {
	if len(data) < 12 {
		return nil, false
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, false
		}
		offset, length := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if offset > len(data) || length > len(data)-offset {
			return nil, false
		}
		tables[string(data[at:at+4])] = data[offset : offset+length]
	}
	head, hhea, maxp := tables["head"], tables["hhea"], tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || binary.BigEndian.Uint16(head[50:]) != 1 {
		return nil, false
	}
	p := &program{count: int(binary.BigEndian.Uint16(maxp[4:])), upem: int(binary.BigEndian.Uint16(head[18:])),
		metrics: int(binary.BigEndian.Uint16(hhea[34:])), hmtx: tables["hmtx"], loca: tables["loca"], glyf: tables["glyf"]}
	return p, p.upem > 0 && p.metrics == p.count && len(p.hmtx) == 4*p.count && len(p.loca) == 4*(p.count+1)
}

func (p *program) width(glyph int) float64 {
	return float64(binary.BigEndian.Uint16(p.hmtx[4*glyph:])) * 1000 / float64(p.upem)
}

// drawn tells whether a glyph has an outline.
func (p *program) drawn(glyph int) bool {
	from, to := binary.BigEndian.Uint32(p.loca[4*glyph:]), binary.BigEndian.Uint32(p.loca[4*glyph+4:])
	return from < to && int(to) <= len(p.glyf)
}
