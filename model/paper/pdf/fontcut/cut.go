package fontcut

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
)

// What an outline made of others says about each of them.
const (
	argsAreWords = 1 << 0
	hasScale     = 1 << 3
	goesOn       = 1 << 5
	hasTwoScales = 1 << 6
	hasMatrix    = 1 << 7
)

// Cut gives a font program with only the glyphs asked for: codes holds the glyph that
// each code of one byte is to stand for, 0 if it stands for none. Glyph 0, which stands
// for a missing letter, and those that the others are made of are added.
func (f *Font) Cut(codes [256]uint16) ([]byte, error) {
	glyphs := []uint16{0}
	number := map[uint16]uint16{0: 0}
	for _, g := range codes {
		if _, seen := number[g]; !seen {
			number[g] = uint16(len(glyphs))
			glyphs = append(glyphs, g)
		}
	}
	if len(glyphs) == 1 {
		return nil, fmt.Errorf("cutting a font: no glyph is asked for")
	}
	table := codeTable(codes, number)
	var outlines, places, metrics []byte
	for n := 0; n < len(glyphs); n++ { // it grows
		g := glyphs[n]
		if int(g) >= f.glyphs {
			return nil, fmt.Errorf("cutting a font: there is no glyph %d", g)
		}
		places = binary.BigEndian.AppendUint32(places, uint32(len(outlines)))
		metrics = append(metrics, f.metric(g)...)
		outline, err := renumber(f.outline(g), func(part uint16) uint16 {
			if _, seen := number[part]; !seen {
				number[part] = uint16(len(glyphs))
				glyphs = append(glyphs, part)
			}
			return number[part]
		})
		if err != nil {
			return nil, err
		}
		outlines = append(outlines, outline...)
		for len(outlines)%4 != 0 {
			outlines = append(outlines, 0)
		}
	}
	places = binary.BigEndian.AppendUint32(places, uint32(len(outlines)))
	return f.assemble(len(glyphs), map[string][]byte{"cmap": table, "glyf": outlines, "loca": places, "hmtx": metrics}), nil
}

// renumber gives an outline with the numbers of the glyphs it is made of changed.
func renumber(outline []byte, number func(uint16) uint16) ([]byte, error) {
	if len(outline) < 10 || i16(outline, 0) >= 0 {
		return outline, nil
	}
	outline = slices.Clone(outline)
	for at, flags := 10, uint16(goesOn); flags&goesOn != 0; {
		if at+4 > len(outline) {
			return nil, errFont
		}
		flags = u16(outline, at)
		binary.BigEndian.PutUint16(outline[at+2:], number(u16(outline, at+2)))
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
	}
	return outline, nil
}

// codeTable says which glyph each code is, by its new number, in the one form that
// readers look for in a font whose codes have no meaning of their own (platform 1,
// encoding 0, format 6).
func codeTable(codes [256]uint16, number map[uint16]uint16) []byte {
	first, last := len(codes), 0
	for code, g := range codes {
		if g != 0 {
			first, last = min(first, code), code
		}
	}
	count := last - first + 1
	table := []uint16{0, 1, 1, 0, 0, 12, 6, uint16(10 + 2*count), 0, uint16(first), uint16(count)}
	for _, g := range codes[first : last+1] {
		table = append(table, number[g])
	}
	var out []byte
	for _, v := range table {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	return out
}

// assemble puts a font file together; the tables are those that were cut.
func (f *Font) assemble(count int, tables map[string][]byte) []byte {
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if t := f.tables[name]; len(t) > 0 {
			tables[name] = t
		}
	}
	for _, name := range []string{"head", "hhea", "maxp"} {
		tables[name] = slices.Clone(f.tables[name])
	}
	binary.BigEndian.PutUint32(tables["head"][8:], 0)  // the sum over the file, set below
	binary.BigEndian.PutUint16(tables["head"][50:], 1) // places are four bytes
	binary.BigEndian.PutUint16(tables["hhea"][34:], uint16(count))
	binary.BigEndian.PutUint16(tables["maxp"][4:], uint16(count))

	names := make([]string, 0, len(tables))
	size := 12 + 16*len(tables)
	for name, t := range tables {
		names = append(names, name)
		size += len(t) + 3
	}
	slices.Sort(names)
	var out bytes.Buffer
	out.Grow(size)
	out.Write(directory(names, tables))
	head := 0
	for _, name := range names {
		if name == "head" {
			head = out.Len()
		}
		out.Write(tables[name])
		out.Write(make([]byte, padding(len(tables[name]))))
	}
	file := out.Bytes()
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-sum(file))
	return file
}

// directory is the head of a font file: what tables it has and where.
func directory(names []string, tables map[string][]byte) []byte {
	power, log := 1, 0
	for 2*power <= len(names) {
		power, log = 2*power, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{len(names), 16 * power, log, 16 * (len(names) - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*len(names)
	for _, name := range names {
		out = append(out, name...)
		for _, v := range []uint32{sum(tables[name]), uint32(at), uint32(len(tables[name]))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += len(tables[name]) + padding(len(tables[name]))
	}
	return out
}

func padding(length int) int { return -length & 3 }

// sum is the check sum of a table: its bytes as numbers of four bytes, added.
func sum(data []byte) uint32 {
	var s uint32
	for ; len(data) >= 4; data = data[4:] {
		s += binary.BigEndian.Uint32(data)
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		s += binary.BigEndian.Uint32(last[:])
	}
	return s
}
