// Package pdftext reads the words back out of the PDF files we write, as another
// program would that copies text: through the fonts' own letter tables.
//
// It is for checks and tests. It understands the form package pdf gives its files,
// not PDF files in general.
package pdftext

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

var (
	streamStart = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	letterRange = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$`)
)

var errNotOurs = errors.New("this is not a PDF file as Commonplan writes it")

// Pages gives the words of each page: a line for each marked piece of content, with
// the lines of a paragraph joined.
func Pages(file []byte) ([]string, error) {
	streams, err := Streams(file)
	if err != nil {
		return nil, err
	}
	letters := map[uint16]rune{}
	for _, s := range streams {
		if bytes.Contains(s, []byte("begincmap")) {
			addLetters(letters, string(s))
		}
	}
	var pages []string
	for _, s := range streams {
		if bytes.HasPrefix(s, []byte("0 J\n")) { // every page begins so
			pages = append(pages, words(s, letters))
		}
	}
	if len(pages) == 0 || len(letters) == 0 {
		return nil, errNotOurs
	}
	return pages, nil
}

// Text gives the words of all pages.
func Text(file []byte) (string, error) {
	pages, err := Pages(file)
	return strings.Join(pages, "\n"), err
}

// Streams gives the content of every stream of the file, inflated.
func Streams(file []byte) ([][]byte, error) {
	var out [][]byte
	for _, m := range streamStart.FindAllSubmatchIndex(file, -1) {
		length, err := strconv.Atoi(string(file[m[2]:m[3]]))
		if err != nil || m[1]+length > len(file) {
			return nil, errNotOurs
		}
		r, err := zlib.NewReader(bytes.NewReader(file[m[1] : m[1]+length]))
		if err != nil {
			return nil, fmt.Errorf("reading a stream: %w", err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("reading a stream: %w", err)
		}
		out = append(out, data)
	}
	return out, nil
}

// addLetters reads which character each code stands for. Ranges that cross a high
// byte are not allowed, and readers leave them out, so they are left out here.
func addLetters(letters map[uint16]rune, table string) {
	for _, m := range letterRange.FindAllStringSubmatch(table, -1) {
		var n [3]uint64
		for i := range n {
			n[i], _ = strconv.ParseUint(m[i+1], 16, 16) // four hex digits always parse
		}
		if n[0]>>8 != n[1]>>8 {
			continue
		}
		for code := n[0]; code <= n[1]; code++ {
			letters[uint16(code)] = rune(n[2] + code - n[0])
		}
	}
}

// words gives the words of one page's content.
func words(content []byte, letters map[uint16]rune) string {
	var b strings.Builder
	for len(content) > 0 {
		switch i := bytes.IndexAny(content, "(B"); {
		case i < 0:
			return b.String()
		case content[i] == '(':
			text, rest := stringOperand(content[i+1:])
			for _, code := range text {
				if r, ok := letters[code]; ok {
					b.WriteRune(r)
				} else {
					b.WriteRune('\ufffd')
				}
			}
			content = rest
		case bytes.HasPrefix(content[i:], []byte("BDC")) || bytes.HasPrefix(content[i:], []byte("BMC")):
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			content = content[i+3:]
		default:
			content = content[i+1:]
		}
	}
	return b.String()
}

// stringOperand reads a string up to its closing bracket: two bytes are one code.
func stringOperand(s []byte) (codes []uint16, rest []byte) {
	var raw []byte
	i := 0
	for ; i < len(s) && s[i] != ')'; i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			i++
			if c = s[i]; c == 'r' {
				c = '\r'
			}
		}
		raw = append(raw, c)
	}
	for k := 0; k+1 < len(raw); k += 2 {
		code := uint16(raw[k])<<8 | uint16(raw[k+1])
		if !utf16.IsSurrogate(rune(code)) {
			codes = append(codes, code)
		}
	}
	return codes, s[min(i+1, len(s)):]
}
