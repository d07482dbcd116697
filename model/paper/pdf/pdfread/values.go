// Package pdfread reads the PDF files we write: their objects, their pages, what is
// drawn on a page, and which letters the codes of a font stand for.
//
// It reads files of the form package pdf gives them (one cross-reference stream, object
// streams, no encryption, no updates), not PDF files in general; what it does not know
// is an error. It is for checks and tests. Bad input gives an error and no panic.
package pdfread

import "unicode/utf16"

// Values of a file are nil, bool, int, float64, [Name], [String], [Array], [Dict],
// [Ref] or *[Stream]; on a page also [Operator].
type (
	// Name is a name, without its slash.
	Name string
	// String holds the bytes of a string.
	String string
	// Array is a list of values.
	Array []any
	// Dict holds values by name.
	Dict map[Name]any
	// Ref is the number of an object.
	Ref int
	// Operator is what a page's content does with the values before it.
	Operator string
)

// Stream is a dictionary with bytes, as they stand in the file.
type Stream struct {
	Dict Dict
	Raw  []byte
}

// Text gives a string's words: UTF-16 if it says so, else one byte a letter.
func (s String) Text() string {
	if len(s) < 2 || s[:2] != "\xfe\xff" {
		runes := make([]rune, len(s))
		for i := range len(s) {
			runes[i] = rune(s[i])
		}
		return string(runes)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// Number gives an int or float64 as a float64.
func Number(v any) (n float64, ok bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// Numbers gives an array of so many numbers.
func Numbers(v any, count int) (ns []float64, ok bool) {
	a, isArray := v.(Array)
	if !isArray || len(a) != count {
		return nil, false
	}
	for _, v := range a {
		n, ok := Number(v)
		if !ok {
			return nil, false
		}
		ns = append(ns, n)
	}
	return ns, true
}
