package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"

	"commonplan/model/paper/pdf/dense"
)

// object is one object of a PDF file: a value, and the bytes of its stream if it has one.
type object struct {
	value  string // for a stream its dictionary's entries, without << >>, Length and Filter
	stream []byte
	form   form
	first  int  // of a stream of objects, the bytes of its index
	apart  bool // packs better among its like than among the others
}

// form is how an object's stream stands in the file.
type form uint8

const (
	toDeflate form = iota
	deflated
	plain // as it is; if it has a filter, the value says so
)

// file is a PDF file as objects; object n stands at place n, place 0 is not used.
type file struct {
	objects []object
	early   *packing // of the objects before the one numbered after; nil if none is under way
	after   int
}

func (f *file) add(o object) int {
	f.objects = append(f.objects, o)
	return len(f.objects) - 1
}

var errForm = errors.New("the PDF library wrote a file of an unexpected form")

// parse reads a file as gofpdf writes it: one table of places, no updates.
func parse(raw []byte) (*file, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errForm
	}
	number, _, _ := bytes.Cut(raw[at+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(number))
	if err != nil || table < 0 || table > at {
		return nil, errForm
	}
	offsets, err := parseTable(string(raw[table:at]), table)
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([]object, len(offsets))}
	ends := append(slices.Clone(offsets[1:]), table)
	slices.Sort(ends)
	for n := 1; n < len(offsets); n++ {
		next, _ := slices.BinarySearch(ends, offsets[n]+1)
		if next == len(ends) {
			return nil, errForm
		}
		body, ok := bytes.CutPrefix(raw[offsets[n]:ends[next]], []byte(strconv.Itoa(n)+" 0 obj\n"))
		if !ok {
			return nil, errForm
		}
		if f.objects[n], err = parseObject(body); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// parseTable gives the offset of each object.
func parseTable(table string, end int) ([]int, error) {
	lines := strings.Split(table, "\n")
	if len(lines) < 3 || lines[0] != "xref" {
		return nil, errForm
	}
	count, err := strconv.Atoi(strings.TrimPrefix(lines[1], "0 "))
	if err != nil || count < 1 || len(lines) < count+2 {
		return nil, errForm
	}
	offsets := make([]int, count)
	for n := range offsets {
		digits, _, _ := strings.Cut(lines[n+2], " ")
		if offsets[n], err = strconv.Atoi(digits); err != nil || offsets[n] > end {
			return nil, errForm
		}
	}
	return offsets, nil
}

func parseObject(body []byte) (object, error) {
	body = bytes.TrimSuffix(bytes.TrimSuffix(body, []byte("\n")), []byte("endobj"))
	head, stream, is := bytes.Cut(body, []byte("\nstream\n"))
	if !is {
		return object{value: strings.TrimSpace(string(body))}, nil
	}
	stream, ok := bytes.CutSuffix(stream, []byte("\nendstream\n"))
	if !ok {
		return object{}, errForm
	}
	value := strings.TrimSuffix(strings.TrimPrefix(string(head), "<<"), ">>")
	if strings.Contains(value, "/Filter") {
		return object{}, errForm // it was told not to compress
	}
	return object{value: dropLength(value), stream: bytes.TrimPrefix(stream, []byte(pageStart))}, nil
}

// pageStart is what the library begins every page with. It says what is so without it,
// but for the width of lines, which [content] always sets.
const pageStart = "0 J\n0 j\n0.57 w\n0.000 G\n0.000 g\n"

// dropLength takes the entry Length out of a dictionary's entries.
func dropLength(entries string) string {
	before, after, ok := strings.Cut(entries, "/Length ")
	if !ok {
		return entries
	}
	return strings.TrimSpace(before + strings.TrimLeft(after, "0123456789"))
}

// entry is where an object stands, as the cross-reference stream says it: kind 1 at an
// offset, kind 2 within an object stream at an index.
type entry struct{ kind, a, b int }

// write gives the file's bytes: PDF 1.7, objects without streams packed together.
func (f *file) write(root, info int) ([]byte, error) {
	count := len(f.objects)
	places := make([]entry, count)
	places[0] = entry{0, 0, 65535}
	f.gather(places)
	if err := f.pack(); err != nil {
		return nil, err
	}
	size := 0
	for _, o := range f.objects {
		if o.stream != nil {
			size += len(o.stream) + len(o.value) + 100 // and what stands around it
		}
	}
	var out bytes.Buffer
	out.Grow(size)
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for n := 1; n < len(f.objects); n++ {
		if n >= count {
			places = append(places, entry{})
		}
		if f.objects[n].stream != nil {
			places[n] = entry{1, out.Len(), 0}
			writeStream(&out, n, f.objects[n])
		}
	}
	id := sha256.Sum256(out.Bytes())
	start, n := out.Len(), len(places)
	packed, err := deflate(object{stream: table(append(places, entry{1, start, 0}))})
	if err != nil {
		return nil, err
	}
	writeStream(&out, n, object{stream: packed, form: deflated, value: fmt.Sprintf(
		"/Type /XRef /Size %d /W [1 4 2] /DecodeParms <</Predictor 12 /Columns %d>> /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]",
		n+1, entrySize, root, info, id, id)})
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes(), nil
}

const entrySize = 7 // bytes of an entry of the cross-reference stream

// table gives the entries of the cross-reference stream, each as what it differs from
// the one before (PNG's filter 2): that packs to almost nothing.
func table(places []entry) []byte {
	out := make([]byte, 0, (1+entrySize)*len(places))
	var before [entrySize]byte
	for _, p := range places {
		now := [entrySize]byte{byte(p.kind), byte(p.a >> 24), byte(p.a >> 16), byte(p.a >> 8), byte(p.a), byte(p.b >> 8), byte(p.b)}
		out = append(out, 2)
		for i := range now {
			out = append(out, now[i]-before[i])
		}
		before = now
	}
	return out
}

// gather puts the objects without streams into object streams, added at the end, and
// notes their places.
func (f *file) gather(places []entry) {
	var loose, apart []int
	for n := 1; n < len(f.objects); n++ {
		switch o := f.objects[n]; {
		case o.stream != nil:
		case o.apart:
			apart = append(apart, n)
		default:
			loose = append(loose, n)
		}
	}
	const perStream = 1000
	for _, all := range [][]int{loose, apart} {
		for group := range slices.Chunk(all, perStream) {
			f.add(f.together(group, places))
		}
	}
}

// together makes an object stream of some objects, which is to be added next.
func (f *file) together(group []int, places []entry) object {
	size := 0
	for _, n := range group {
		size += len(f.objects[n].value) + 14 // and its place
	}
	out := make([]byte, 0, size)
	at := 0
	for i, n := range group {
		out = append(strconv.AppendInt(out, int64(n), 10), ' ')
		out = append(strconv.AppendInt(out, int64(at), 10), ' ')
		at += len(f.objects[n].value) + 1
		places[n] = entry{2, len(f.objects), i}
	}
	first := len(out)
	for _, n := range group {
		out = append(append(out, f.objects[n].value...), '\n')
	}
	return object{value: fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(group), first), first: first, stream: out}
}

// packing is the deflating of some streams, under way.
type packing struct {
	objects []int
	packed  [][]byte
	errs    []error
	group   sync.WaitGroup
}

// startPacking begins to deflate the streams of all objects from a number on, several
// at a time.
func (f *file) startPacking(from int) *packing {
	p := &packing{}
	var streams []object
	for n := from; n < len(f.objects); n++ {
		if o := f.objects[n]; o.stream != nil && o.form == toDeflate {
			p.objects, streams = append(p.objects, n), append(streams, o)
		}
	}
	p.packed, p.errs = make([][]byte, len(streams)), make([]error, len(streams))
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(streams)) {
		p.group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(streams); i = int(next.Add(1)) - 1 {
				p.packed[i], p.errs[i] = deflate(streams[i])
			}
		})
	}
	return p
}

// wait puts the deflated streams in their places.
func (p *packing) wait(f *file) error {
	p.group.Wait()
	for i, n := range p.objects {
		f.objects[n].stream, f.objects[n].form = p.packed[i], deflated
	}
	return errors.Join(p.errs...)
}

// packEarly begins to deflate what the library wrote, while the rest is made.
func (f *file) packEarly() {
	f.early, f.after = f.startPacking(0), len(f.objects)
}

// pack deflates every stream that is not yet.
func (f *file) pack() error {
	late := f.startPacking(f.after)
	if f.early != nil {
		if err := f.early.wait(f); err != nil {
			return err
		}
	}
	return late.wait(f)
}

func writeStream(out *bytes.Buffer, n int, o object) {
	filter := ""
	if o.form == deflated {
		filter = "/Filter/FlateDecode"
	}
	fmt.Fprintf(out, "%d 0 obj\n<<%s%s/Length %d>>\nstream\n", n, o.value, filter, len(o.stream))
	out.Write(o.stream)
	out.WriteString("\nendstream\nendobj\n")
}

// deflaters are kept for re-use: making one clears a megabyte of memory. The level is
// the one after which files grow hardly smaller and writing much slower.
var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 6)
	if err != nil {
		panic(err) // there is no such level
	}
	return w
}}

// deflate packs a stream; one of objects as tightly as can be.
func deflate(o object) ([]byte, error) {
	if o.first > 0 {
		return dense.Pack(o.stream[:o.first], o.stream[o.first:]), nil
	}
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	var out bytes.Buffer
	out.Grow(len(o.stream)/3 + 100)
	w.Reset(&out)
	if _, err := w.Write(o.stream); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// escape is how plain text stands in a PDF string.
var escape = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// literal writes a text as a PDF string. One longer than PDF/A allows is cut short.
func literal(s string) string {
	const most = 32000 // bytes
	plain := true
	for i := range len(s) {
		plain = plain && s[i] >= ' ' && s[i] <= '~'
	}
	if plain {
		return "(" + escape.Replace(s[:min(len(s), most)]) + ")"
	}
	units := utf16.Encode([]rune(s))
	if cut := most / 2; len(units) > cut {
		if utf16.DecodeRune(rune(units[cut-1]), rune(units[cut])) != unicode.ReplacementChar {
			cut-- // between the two halves of a letter
		}
		units = append(units[:cut:cut], '…')
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range units {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}
