package pdfread

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
)

// File is a file that was read.
type File struct {
	Data    []byte
	Trailer Dict
	objects []any // by number; 0 is not used
}

// Page is one page with its resources.
type Page struct {
	Ref     Ref
	Dict    Dict
	Content [][]byte // one part after the other
}

// Open reads a file with all its objects.
func Open(data []byte) (*File, error) {
	f := &File{Data: data}
	start := bytes.LastIndex(data, []byte("startxref\n"))
	if start < 0 {
		return nil, errSyntax
	}
	digits, _, _ := bytes.Cut(data[start+len("startxref\n"):], []byte("\n"))
	at, err := strconv.Atoi(string(digits))
	if err != nil || at < 0 || at >= start {
		return nil, errSyntax
	}
	v, err := f.readAt(at, 0)
	if err != nil {
		return nil, err
	}
	table, ok := v.(*Stream)
	if !ok || table.Dict["Type"] != Name("XRef") {
		return nil, errSyntax
	}
	f.Trailer = table.Dict
	return f, f.readAll(table)
}

// entry is what the cross-reference stream says of an object.
type entry struct{ kind, a, b int }

// readAll reads every object at its place.
func (f *File) readAll(table *Stream) error {
	entries, err := entriesOf(table)
	if err != nil {
		return err
	}
	f.objects = make([]any, len(entries))
	inside := map[int][]any{}
	for n, e := range entries {
		if e.kind == 1 && n > 0 {
			if f.objects[n], err = f.readAt(e.a, n); err != nil {
				return fmt.Errorf("object %d: %w", n, err)
			}
		}
	}
	for n, e := range entries {
		if e.kind != 2 {
			continue
		}
		if _, read := inside[e.a]; !read {
			if inside[e.a], err = f.members(e.a); err != nil {
				return fmt.Errorf("object stream %d: %w", e.a, err)
			}
		}
		if e.b >= len(inside[e.a]) {
			return errSyntax
		}
		f.objects[n] = inside[e.a][e.b]
	}
	return nil
}

func entriesOf(table *Stream) ([]entry, error) {
	data, err := table.Data()
	if err != nil {
		return nil, err
	}
	widths, ok := Numbers(table.Dict["W"], 3)
	size, isInt := table.Dict["Size"].(int)
	params, _ := table.Dict["DecodeParms"].(Dict)
	if !ok || !isInt || widths[0] != 1 || widths[1] != 4 || widths[2] != 2 || params["Predictor"] != 12 || params["Columns"] != 7 || len(data) != 8*size {
		return nil, errSyntax
	}
	data = unpredict(data, 7)
	entries := make([]entry, size)
	for n := range entries {
		d := data[7*n:]
		entries[n] = entry{int(d[0]), int(d[1])<<24 | int(d[2])<<16 | int(d[3])<<8 | int(d[4]), int(d[5])<<8 | int(d[6])}
	}
	return entries, nil
}

// unpredict adds to every line the one before it, and drops its filter byte.
func unpredict(data []byte, width int) []byte {
	out := make([]byte, 0, len(data))
	before := make([]byte, width)
	for ; len(data) > width; data = data[width+1:] {
		for i, b := range data[1 : width+1] {
			before[i] += b
		}
		out = append(out, before...)
	}
	return out
}

// readAt reads the object at a place; number 0 is any.
func (f *File) readAt(at, number int) (any, error) {
	if at >= len(f.Data) {
		return nil, errSyntax
	}
	l := &lexer{data: f.Data, at: at}
	n, err := strconv.Atoi(l.bare())
	if err != nil || number > 0 && n != number || !l.has(" 0 obj\n") {
		return nil, errSyntax
	}
	l.at += len(" 0 obj\n")
	v, err := l.value()
	if err != nil {
		return nil, err
	}
	dict, isDict := v.(Dict)
	if !isDict || !l.has("\nstream\n") {
		if !l.has("\nendobj\n") {
			return nil, errSyntax
		}
		return v, nil
	}
	l.at += len("\nstream\n")
	length, ok := dict["Length"].(int)
	if !ok || length < 0 || length > len(f.Data)-l.at {
		return nil, errSyntax
	}
	raw := f.Data[l.at : l.at+length]
	l.at += length
	if !l.has("\nendstream\nendobj\n") {
		return nil, errSyntax
	}
	return &Stream{Dict: dict, Raw: raw}, nil
}

// members reads the objects of an object stream.
func (f *File) members(number int) ([]any, error) {
	s, ok := f.Get(Ref(number)).(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return nil, errSyntax
	}
	data, err := s.Data()
	if err != nil {
		return nil, err
	}
	count, ok := s.Dict["N"].(int)
	first, isInt := s.Dict["First"].(int)
	if !ok || !isInt || first < 0 || first > len(data) {
		return nil, errSyntax
	}
	index := &lexer{data: data[:first]}
	out := []any{}
	for range count {
		if _, err := index.value(); err != nil {
			return nil, err
		}
		v, err := index.value()
		at, ok := v.(int)
		if err != nil || !ok || at < 0 || at > len(data)-first {
			return nil, errSyntax
		}
		member, err := (&lexer{data: data[first:], at: at}).value()
		if err != nil {
			return nil, err
		}
		out = append(out, member)
	}
	return out, nil
}

// mostData is how large a stream may become: no paper of ours comes near it.
const mostData = 1 << 28

// Data gives a stream's bytes; a picture's as they stand in the file.
func (s *Stream) Data() ([]byte, error) {
	switch s.Dict["Filter"] {
	case nil, Name("DCTDecode"):
		return s.Raw, nil
	case Name("FlateDecode"):
	default:
		return nil, errSyntax
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Raw))
	if err != nil {
		return nil, fmt.Errorf("reading a stream: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(r, mostData))
	if err != nil {
		return nil, fmt.Errorf("reading a stream: %w", err)
	}
	return data, nil
}

// Count is how many objects there are, with object 0.
func (f *File) Count() int { return len(f.objects) }

// Get follows a reference to its object; all else is given back as it is.
func (f *File) Get(v any) any {
	if r, ok := v.(Ref); ok {
		if int(r) >= len(f.objects) {
			return nil
		}
		return f.objects[r]
	}
	return v
}

// Dict gives a dictionary, by reference or directly; nil if it is none. Of a stream it
// gives the stream's.
func (f *File) Dict(v any) Dict {
	switch v := f.Get(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array gives an array, by reference or directly; nil if it is none.
func (f *File) Array(v any) Array {
	a, _ := f.Get(v).(Array)
	return a
}

// Stream gives a stream by its reference; nil if it is none.
func (f *File) Stream(v any) *Stream {
	s, _ := f.Get(v).(*Stream)
	return s
}

// Catalog gives the file's catalog.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }

// Pages gives the pages in their order. Pages must stand in one list.
func (f *File) Pages() ([]Page, error) {
	var out []Page
	for _, kid := range f.Array(f.Dict(f.Catalog()["Pages"])["Kids"]) {
		ref, ok := kid.(Ref)
		p := Page{Ref: ref, Dict: f.Dict(kid)}
		if !ok || p.Dict["Type"] != Name("Page") {
			return nil, errSyntax
		}
		var err error
		if p.Content, err = f.contents(p.Dict["Contents"]); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, errSyntax
	}
	return out, nil
}

// contents gives the content of a page: a stream, or several in a list.
func (f *File) contents(v any) ([][]byte, error) {
	parts, several := f.Get(v).(Array)
	if !several {
		parts = Array{v}
	}
	var out [][]byte
	for _, part := range parts {
		content := f.Stream(part)
		if content == nil {
			return nil, errSyntax
		}
		data, err := content.Data()
		if err != nil {
			return nil, err
		}
		out = append(out, data)
	}
	return out, nil
}
