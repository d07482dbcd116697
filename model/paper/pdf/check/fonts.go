package check

import (
	"bytes"
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
	dict    pdfread.Dict
	name    string
	widths  map[byte]float64
	letters map[byte]string
	used    map[byte]int // the first page of each code
}

// font gives a font by its reference, read once.
func (c *checker) font(v any) *font {
	ref, _ := v.(pdfread.Ref)
	if f := c.painted[ref]; f != nil {
		return f
	}
	f := &font{dict: c.file.Dict(v), widths: map[byte]float64{}, letters: map[byte]string{}, used: map[byte]int{}}
	name, _ := f.dict["BaseFont"].(pdfread.Name)
	f.name = string(name)
	first, _ := f.dict["FirstChar"].(int)
	for i, v := range c.file.Array(f.dict["Widths"]) {
		f.widths[byte(first+i)], _ = pdfread.Number(v)
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

func (f *font) use(code byte, page int) {
	if _, seen := f.used[code]; !seen {
		f.used[code] = page
	}
}

// words is what codes stand for.
func (f *font) words(codes []byte) string {
	var b strings.Builder
	for _, code := range codes {
		b.WriteString(f.letters[code])
	}
	return strings.TrimSpace(b.String())
}

// blank tells whether codes are nothing but spaces.
func (f *font) blank(codes []byte) bool {
	return !slices.ContainsFunc(codes, func(code byte) bool { return strings.TrimSpace(f.letters[code]) != "" || f.letters[code] == "" })
}

// symbolic is the flag of a font whose codes mean what its own tables say.
const symbolic = 4

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+[^+]+$`)

// fonts looks at every font and every letter drawn in it.
func (c *checker) fonts() {
	for _, ref := range slices.Sorted(maps.Keys(c.painted)) {
		f := c.painted[ref]
		d := c.file.Dict(f.dict["FontDescriptor"])
		first, _ := f.dict["FirstChar"].(int)
		last, _ := f.dict["LastChar"].(int)
		if f.dict["Type"] != pdfread.Name("Font") || f.dict["Subtype"] != pdfread.Name("TrueType") || f.dict["Encoding"] != nil ||
			len(c.file.Array(f.dict["Widths"])) != last-first+1 || d["Type"] != pdfread.Name("FontDescriptor") || d["Flags"] != symbolic {
			c.find("fonts", 0, "kind", words.With{"Font": f.name})
		}
		if !subsetName.MatchString(f.name) || d["FontName"] != f.dict["BaseFont"] {
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
		case p.glyph(code) == 0 || p.glyph(code) >= p.count:
			c.find("fonts", page, "glyph", with)
		case !p.drawn(p.glyph(code)) && strings.TrimSpace(f.letters[code]) != "":
			c.find("fonts", page, "glyph", with)
		case math.Abs(p.width(p.glyph(code))-f.widths[code]) > 1:
			c.find("fonts", page, "width", with)
		}
	}
}

// program is an embedded font program.
type program struct {
	count, upem, metrics   int
	hmtx, loca, glyf, cmap []byte
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
		metrics: int(binary.BigEndian.Uint16(hhea[34:])), hmtx: tables["hmtx"], loca: tables["loca"], glyf: tables["glyf"], cmap: tables["cmap"]}
	return p, p.upem > 0 && p.metrics == p.count && len(p.hmtx) == 4*p.count && len(p.loca) == 4*(p.count+1) && p.oneTable()
}

// codeTable is how the one table of codes begins: for platform 1, encoding 0, format 6.
var codeTable = []byte{0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 12, 0, 6}

func (p *program) oneTable() bool {
	return bytes.HasPrefix(p.cmap, codeTable) && len(p.cmap) >= 22 && len(p.cmap) == 22+2*int(binary.BigEndian.Uint16(p.cmap[20:]))
}

// glyph is the glyph of a code; 0 if it has none.
func (p *program) glyph(code byte) int {
	first, count := int(binary.BigEndian.Uint16(p.cmap[18:])), int(binary.BigEndian.Uint16(p.cmap[20:]))
	if n := int(code) - first; n >= 0 && n < count {
		return int(binary.BigEndian.Uint16(p.cmap[22+2*n:]))
	}
	return 0
}

func (p *program) width(glyph int) float64 {
	return float64(binary.BigEndian.Uint16(p.hmtx[4*glyph:])) * 1000 / float64(p.upem)
}

// drawn tells whether a glyph has an outline.
func (p *program) drawn(glyph int) bool {
	from, to := binary.BigEndian.Uint32(p.loca[4*glyph:]), binary.BigEndian.Uint32(p.loca[4*glyph+4:])
	return from < to && int(to) <= len(p.glyf)
}
