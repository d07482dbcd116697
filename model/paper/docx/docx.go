// Package docx writes papers for word processors, so that an officer can lift the text
// into the council's own report and a group can go on writing.
//
// [Write] gives one file in the format of Word 2007 and later (ISO/IEC 29500,
// transitional), which LibreOffice reads as well. Everything is text in real styles, in
// one column and in reading order: title, headings with their levels, lists, tables with
// heads that repeat. Only drawings are pictures, with what they show as their
// alternative text. Side by side on paper is one under another here, and bars of time
// are said in words.
//
// What is in the file: blocks.go has a function for each block, table.go and columns.go
// the tables, pictures.go drawings and photographs, text.go runs of words, styles.go the
// looks, parts.go the small files around the text, notes.go what stands at the foot. The same document always gives the same bytes: there is no clock in it.
package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"

	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
)

// Write gives a paper as a word-processor file. The words are those of "Page 1 of 4";
// nil is English. The error is a block that this package does not know.
func Write(doc paper.Document, w *words.Words) ([]byte, error) {
	if w == nil {
		w = words.English()
	}
	f := newFile(doc, w)
	f.blocks(doc.Blocks)
	f.finishTable()
	if f.problem != nil {
		return nil, f.problem
	}
	return f.zip()
}

// file is a word-processor file being written.
type file struct {
	doc      paper.Document
	words    *words.Words
	look     typeset.Look
	metrics  *metrics.Family
	body     strings.Builder
	sections []named
	anchors  map[string]string // bookmarks by "#" and the section's ID
	begun    int               // how many sections have begun
	level    int               // of the last heading under the title
	links    []string          // addresses in the world, in the order of their relations
	pictures []picture
	notes    []string         // the words of the notes
	lists    []paper.ListKind // each with a count of its own
	newPage  bool             // the next paragraph begins a page
	inFrame  int              // how many frames are open
	tabled   bool             // the last thing written is a table
	problem  error
}

func lookOf(doc paper.Document) typeset.Look {
	if doc.Print.Black {
		return typeset.LookOf(doc).Black()
	}
	return typeset.LookOf(doc)
}

// named is a section with its bookmark.
type named struct {
	bookmark string
	paper.Section
}

func newFile(doc paper.Document, w *words.Words) *file {
	f := &file{doc: doc, words: w, look: lookOf(doc), metrics: metrics.Of(doc.Print.Typeface), anchors: map[string]string{}}
	paper.Walk(doc.Blocks, func(b paper.Block) {
		s, ok := b.(paper.Section)
		if !ok {
			return
		}
		bookmark := fmt.Sprintf("_Section%d", len(f.sections)+1)
		f.sections = append(f.sections, named{bookmark, s})
		if _, taken := f.anchors["#"+s.ID]; s.ID != "" && !taken {
			f.anchors["#"+s.ID] = bookmark
		}
	})
	return f
}

// made is the time of all files in the container: the earliest it can say.
var made = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// zip puts the parts into their container. The list of types stands first, as some
// readers want it.
func (f *file) zip() ([]byte, error) {
	var out bytes.Buffer
	container := zip.NewWriter(&out)
	add := func(name string, data []byte, method uint16) error {
		w, err := container.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: made})
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}
	for _, p := range f.parts() {
		if err := add(p.name, []byte(p.text), zip.Deflate); err != nil {
			return nil, fmt.Errorf("writing %s: %w", p.name, err)
		}
	}
	for i, p := range f.pictures {
		if err := add("word/"+p.name(i), p.data, zip.Store); err != nil {
			return nil, fmt.Errorf("writing a picture: %w", err)
		}
	}
	if err := container.Close(); err != nil {
		return nil, fmt.Errorf("closing the container: %w", err)
	}
	return out.Bytes(), nil
}
