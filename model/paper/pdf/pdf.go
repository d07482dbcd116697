// Package pdf writes papers as PDF files that everyone can read: PDF 1.7 that is PDF/UA-1
// (for those who hear it or see it otherwise) and PDF/A-2a (for archives) at once.
//
// [Write] does the whole way. The document is set on pages (package typeset); a painter
// puts them through a small [backend] over the PDF library, each shape marked as a part
// of the paper's structure or as an artifact, in as few operators as it takes
// (content.go); and the library's file is finished
// (finish.go), bytes to bytes: fonts cut to their letters, the structure with the table
// that leads back from the marks, links, bookmarks, pictures, what the file says about
// itself, the meaning of its colours, everything packed. [Layout] stops after the
// pages, for whoever wants to show them.
//
// The same document and options always give the same bytes: there is no clock, no
// chance, and nothing depends on the number of processors. Package check looks whether
// a file keeps the rules; it knows nothing of this package.
//
// Only this package and those below it know the PDF library.
package pdf

import (
	"fmt"
	"time"

	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
)

// Options say how a paper is to be written.
type Options struct {
	Words *words.Words // the language of "Page 1 of 4"; nil is English
	Date  time.Time    // written into the file as the time it was made
}

// Report tells what came out.
type Report struct {
	Pages    int
	Sections []typeset.Section // where each begins and how high it is
	Changes  []typeset.Change  // characters that could not be printed as written
	Refused  []typeset.Refused // pictures that could not be printed
}

// Layout sets a document on pages.
func Layout(doc paper.Document, opts Options) typeset.Result {
	w := opts.Words
	if w == nil {
		w = words.English()
	}
	return typeset.Set(doc, typeset.Options{Look: typeset.LookOf(doc), Metrics: metrics.Of(doc.Print.Typeface), Words: w})
}

// Write gives a document as a PDF file. An error means that the file could not be
// made at all; there is nothing the document's words could do to cause it.
func Write(doc paper.Document, opts Options) (file []byte, report Report, err error) {
	return WritePages(doc, Layout(doc, opts), opts)
}

// WritePages is Write for a document that is on pages already.
func WritePages(doc paper.Document, set typeset.Result, opts Options) (file []byte, report Report, err error) {
	defer func() {
		// The library panics on what it does not expect; a paper must not end the program.
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("writing the PDF: %v", r)
		}
	}()
	report = Report{Pages: len(set.Pages), Sections: set.Sections, Changes: set.Changes, Refused: set.Refused}
	b := newGofpdf(set.Width, set.Height)
	painter := &painter{to: b, set: set}
	painter.pages()
	raw, err := b.output()
	if err != nil {
		return nil, report, fmt.Errorf("writing the PDF: %w", err)
	}
	file, err = finish(raw, painter.finishing(factsOf(doc, opts), b.book.fonts))
	if err != nil {
		return nil, report, fmt.Errorf("finishing the PDF: %w", err)
	}
	return file, report, nil
}
