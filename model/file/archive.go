package file

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"sync"

	"commonplan/model"
)

// The ZIP format, as far as a project file uses it. It is read here and not by
// archive/zip, which opens overlapping parts, double names and data that differ from
// what the list of contents says.
const (
	endSignature   = 0x06054b50
	endLength      = 22
	listSignature  = 0x02014b50
	listLength     = 46
	localSignature = 0x04034b50
	localLength    = 30

	methodStore   = 0
	methodDeflate = 8

	flagDescriptor = 1 << 3
	flagUTF8       = 1 << 11
	flagsLevel     = 1<<1 | 1<<2
)

// entry is a line of an archive's list of contents.
type entry struct {
	name         string
	flags        uint16
	method       uint16
	sum          uint32 // CRC-32 of the content
	isLink       bool   // or a device, a socket: anything but a plain file
	packed, size int
	header       int // where the local header begins
	start        int // where the packed content begins
}

// content is one part, unpacked.
type content struct {
	name string
	data []byte
}

// readArchive gives the parts of a project file's archive. Stored parts share the bytes
// of the file.
func readArchive(file []byte) ([]content, error) {
	entries, err := readList(file)
	if err != nil {
		if LooksLikeProject(file) {
			return nil, err
		}
		return nil, foreign(file, entries)
	}
	if !LooksLikeProject(file) && !slices.ContainsFunc(entries, func(e entry) bool { return e.name == partMime }) {
		return nil, foreign(file, entries)
	}
	if entries, err = checkEntries(entries); err != nil {
		return nil, err
	}
	if err := locate(file, entries); err != nil {
		return nil, err
	}
	parts := make([]content, len(entries))
	for i, e := range entries {
		data, err := e.unpack(file)
		if err != nil {
			return nil, err
		}
		parts[i] = content{e.name, data}
	}
	return parts, nil
}

// Beginning is how many bytes [LooksLikeProject] wants to see.
const Beginning = 256

// LooksLikeProject tells whether a file begins as every file does that Commonplan wrote,
// even if the rest is missing.
func LooksLikeProject(file []byte) bool { return beginsAs(file, mimeType) || IsProtected(file) }

func beginsAs(file []byte, mime string) bool {
	return len(file) >= localLength+len(partMime)+len(mime) &&
		binary.LittleEndian.Uint32(file) == localSignature &&
		bytes.HasPrefix(file[localLength:], []byte(partMime)) &&
		bytes.Contains(file[localLength:min(len(file), Beginning)], []byte(mime))
}

// readList reads the list of contents at the end of the archive.
func readList(file []byte) ([]entry, error) {
	cut := model.NewProblem("problem.file.cut")
	end := len(file) - endLength
	if end < 0 || binary.LittleEndian.Uint32(file[end:]) != endSignature {
		return nil, cut
	}
	tail := file[end:]
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(tail[at:])) }
	count, size, start := u16(10), int(binary.LittleEndian.Uint32(tail[12:])), int(binary.LittleEndian.Uint32(tail[16:]))
	list := model.NewProblem("problem.file.list")
	if u16(4) != 0 || u16(6) != 0 || u16(8) != count || u16(20) != 0 || start > end || size != end-start {
		return nil, list
	}
	if count > maxParts {
		return nil, model.NewProblem("problem.file.parts", "Most", model.GroupThousands(maxParts))
	}
	entries := make([]entry, 0, count)
	at := start
	for range count {
		e, next, ok := readEntry(file[:end], at)
		if !ok || e.header > start {
			return entries, list
		}
		entries = append(entries, e)
		at = next
	}
	if at != end {
		return entries, list
	}
	return entries, nil
}

func readEntry(file []byte, at int) (e entry, next int, ok bool) {
	if len(file)-at < listLength || binary.LittleEndian.Uint32(file[at:]) != listSignature {
		return e, 0, false
	}
	u16 := func(i int) int { return int(binary.LittleEndian.Uint16(file[at+i:])) }
	u32 := func(i int) int { return int(binary.LittleEndian.Uint32(file[at+i:])) }
	name := at + listLength
	next = name + u16(28) + u16(30) + u16(32)
	if next > len(file) {
		return e, 0, false
	}
	const unix, kinds, plain = 3, 0o170000, 0o100000
	kind := u16(40) & kinds
	return entry{
		isLink: u16(4)>>8 == unix && kind != 0 && kind != plain && kind != 0o040000,
		name:   string(file[name : name+u16(28)]), flags: uint16(u16(8)), method: uint16(u16(10)),
		sum: uint32(u32(16)), packed: u32(20), size: u32(24), header: u32(42),
	}, next, true
}

// checkEntries holds the list of contents to the limits and gives it without folders,
// which other programs add when they pack a file anew.
func checkEntries(entries []entry) ([]entry, error) {
	kept := make([]entry, 0, len(entries))
	names := make(map[string]bool, len(entries))
	all, unpacked := 0, 0
	for _, e := range entries {
		if e.isFolder() {
			continue
		}
		if err := e.check(); err != nil {
			return nil, err
		}
		folded := strings.ToLower(e.name)
		if names[folded] {
			return nil, model.NewProblem("problem.file.part.twice", "Part", e.name)
		}
		names[folded] = true
		if all += e.size; all > maxAll {
			return nil, model.NewProblem("problem.file.all", "Most", maxAll>>20)
		}
		if e.method == methodDeflate {
			unpacked += e.size
		}
		if unpacked > maxUnpacked {
			return nil, model.NewProblem("problem.file.all", "Most", maxUnpacked>>20)
		}
		kept = append(kept, e)
	}
	return kept, nil
}

func (e *entry) isFolder() bool {
	path, folder := strings.CutSuffix(e.name, "/")
	return folder && e.size == 0 && (e.name == folderMedia || e.name == folderExt || allowedName(path))
}

func (e *entry) check() error {
	switch {
	case !allowedName(e.name), e.isLink:
		return foreignPart(e.name)
	case e.flags&^(flagDescriptor|flagUTF8|flagsLevel) != 0, e.method != methodStore && e.method != methodDeflate:
		return model.NewProblem("problem.file.packing", "Part", e.name)
	case e.size > e.most() || e.packed > e.most():
		return model.NewProblem("problem.file.part.large", "Part", e.name, "Most", e.most()>>20)
	case e.method == methodStore && e.packed != e.size:
		return damaged(e.name)
	case e.size > ratioFrom && e.size/maxRatio > e.packed:
		return model.NewProblem("problem.file.ratio", "Part", e.name)
	}
	return nil
}

// most is how many bytes a part may have: a sealed project is one part.
func (e *entry) most() int {
	if e.name == partSealed {
		return MaxFile
	}
	return maxPart
}

func foreignPart(name string) error {
	return model.NewProblem("problem.file.part.name", "Part", model.CleanText(shorten(name)))
}

// shorten keeps a name that may be anything short enough for a sentence.
func shorten(name string) string {
	const most = 60
	if len(name) <= most {
		return name
	}
	return name[:most] + "…"
}

// locate finds where each part's content begins and makes sure that no two overlap.
func locate(file []byte, entries []entry) error {
	for i := range entries {
		e := &entries[i]
		if len(file)-e.header < localLength {
			return damaged(e.name)
		}
		local := file[e.header:]
		u16 := func(at int) int { return int(binary.LittleEndian.Uint16(local[at:])) }
		u32 := func(at int) int { return int(binary.LittleEndian.Uint32(local[at:])) }
		e.start = e.header + localLength + u16(26) + u16(28)
		sized := u32(18) == e.packed && u32(22) == e.size && uint32(u32(14)) == e.sum
		if u32(0) != localSignature || e.start+e.packed > len(file) || u16(6) != int(e.flags) || u16(8) != int(e.method) ||
			string(local[localLength:min(len(local), localLength+u16(26))]) != e.name ||
			!sized && e.flags&flagDescriptor == 0 {
			return damaged(e.name)
		}
	}
	byPlace := slices.Clone(entries)
	slices.SortFunc(byPlace, func(a, b entry) int { return a.header - b.header })
	for i := 1; i < len(byPlace); i++ {
		if before := byPlace[i-1]; byPlace[i].header < before.start+before.packed {
			return damaged(byPlace[i].name)
		}
	}
	return nil
}

// inflaters are kept for the next part: each has 40 kB of tables.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// unpack gives a part's content, which must be exactly what the list of contents says.
func (e *entry) unpack(file []byte) ([]byte, error) {
	packed := file[e.start : e.start+e.packed : e.start+e.packed]
	data := packed
	if e.method == methodDeflate {
		from := bytes.NewReader(packed)
		stream := inflaters.Get().(io.Reader)
		defer inflaters.Put(stream)
		if err := stream.(flate.Resetter).Reset(from, nil); err != nil {
			return nil, fmt.Errorf("unpacking %s: %w", e.name, err)
		}
		data = make([]byte, e.size)
		if _, err := io.ReadFull(stream, data); err != nil {
			return nil, damaged(e.name)
		}
		var more [1]byte
		if n, err := stream.Read(more[:]); n != 0 || err != io.EOF || from.Len() != 0 {
			return nil, damaged(e.name)
		}
	}
	if crc32.ChecksumIEEE(data) != e.sum {
		return nil, damaged(e.name)
	}
	return data, nil
}

// foreign tells what a file is that is no project.
func foreign(file []byte, entries []entry) error {
	key := "problem.file.foreign"
	office := slices.ContainsFunc(entries, func(e entry) bool { return e.name == "[Content_Types].xml" || e.name == partMime })
	switch {
	case bytes.HasPrefix(file, []byte("%PDF")):
		key = "problem.file.foreign.pdf"
	case office || bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")):
		key = "problem.file.foreign.office"
	}
	return model.NewProblem(key)
}
