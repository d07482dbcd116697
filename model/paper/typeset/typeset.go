// Package typeset sets a paper on pages: it breaks lines, keeps together what belongs
// together, breaks pages, and says where every word, rule and drawing stands.
//
// [Set] turns a [paper.Document] into a [Result]: pages of [Item]s, each a shape of
// package figure at its place in millimetres, and each belonging to an [Element] of
// the paper's structure (a heading, a table cell) or to none (a rule, a page number).
// Painters put the shapes into a PDF or on the screen; they decide nothing.
//
// Inside, blocks become slabs: pieces that are never split, with the space before
// them and whether they stay with the next. The [Look] holds every size and colour.
// Nothing here knows a file format, and nothing fails: letters that cannot be printed
// are replaced and reported in [Result.Changes].
package typeset

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/bitmap"
	"commonplan/model/words"
	"commonplan/resources/fonts"
)

// Metrics measures letters.
type Metrics interface {
	// Width gives the width of a letter in thousandths of the type size, and whether
	// the font has it.
	Width(r rune, bold bool) (thousandths int, ok bool)
	// Face tells in which typeface a letter is set: another one stands in where the
	// paper's own lacks it.
	Face(r rune, bold bool) fonts.Typeface
	// Outline gives the outlines of a text's letters and its width, in parts of the
	// type size, from 0, 0 on the baseline.
	Outline(text string, bold bool) (steps []figure.Step, width float64)
	// Vertical gives how far the font reaches above and below the baseline, as parts
	// of the type size.
	Vertical() (ascent, descent float64)
}

// Options say how to set a paper.
type Options struct {
	Look    Look
	Metrics Metrics
	Words   *words.Words // for "Page 1 of 4"
}

// Result is a paper on pages.
type Result struct {
	Width, Height float64 // of each page in mm
	Room          float64 // mm of text that a page takes
	Line          float64 // mm from line to line of running text
	Pages         []Page
	Elements      []Element // in reading order; the first is the document itself
	Sections      []Section
	Notes         []Note
	Changes       []Change
	Refused       []Refused
}

// Page is one page: items in the order they are painted.
type Page struct {
	Items []Item
	Free  float64 // mm under the last words that would still take text
}

// Artifact is the Element of items that are not part of what the paper says.
const Artifact = -1

// ArtifactKind says what an artifact is there for.
type ArtifactKind uint8

// The kinds of artifact.
const (
	Layout    ArtifactKind = iota // rules, frames and marks without a meaning of their own
	Footer                        // the foot of a page
	Header                        // the head of a table or group, printed again on the next page
	Watermark                     // a word behind the text
)

// Item is one shape on a page.
type Item struct {
	Element int            // index in Result.Elements, or Artifact
	Shape   figure.Shape   // in mm from the page's top left; texts stand at their left end
	Width   float64        // mm, of a text
	Face    fonts.Typeface // of a text
	Kind    ArtifactKind   // of an artifact
	Link    string         // an address outside the paper a text leads to
	Target  int            // 1 + the section a text leads to; 0 is none
	Note    int            // 1 + the note a text leads to; 0 is none
	Bitmap  *bitmap.Bitmap // a photograph that fills Shape, a Rect; nil for all else
	Clip    *figure.Box    // the part of the page in which the shape shows; nil is everywhere

	pageOf int // 1 + the section whose page number this text is to show; 0 is none
}

// Section says where a section of the paper stands.
type Section struct {
	ID, Number, Title string
	Page              int     // where it begins, counted from 1
	Y                 float64 // mm from the top of that page
	Height            float64 // mm it takes, with the space before it
	Element           int     // its heading
	Listed            string  // what its entry in the contents says: "Summary and ask, page 1"
}

// Note is a note at the foot of a page.
type Note struct {
	Name string  // "Note 1"
	Page int     // where it stands, counted from 1
	Y    float64 // mm from the top of that page
}

// Refused tells of a picture that could not be printed; a sentence stands in its place.
type Refused struct {
	Picture string // its alternative text
	Why     error
}

// Sentence says why, and what to do.
func (r Refused) Sentence(w *words.Words) string { return Refusal(r.Why, r.Picture, w) }

// Change tells of a character that could not be printed as it was written.
type Change struct {
	Was     string // the character
	Became  string // what stands for it; "" if it was left out
	Section string // the title of the first section with it; "" if before the first
}

// Set sets a paper. The same paper and options always give the same result.
func Set(doc paper.Document, opts Options) Result {
	s := &setter{look: opts.Look, metrics: opts.Metrics, words: opts.Words, own: doc.Own, changed: map[string]bool{}}
	room := 1 // about how many elements there will be
	paper.Walk(doc.Blocks, func(b paper.Block) {
		switch b := b.(type) {
		case paper.Section:
			s.sections = append(s.sections, Section{ID: b.ID, Number: s.clean(b.Number), Title: s.clean(b.Title)})
		case paper.Table:
			room += (len(b.Rows) + 1) * (len(b.Cols) + 1)
		case paper.List:
			room += 3 * len(b.Items)
		}
		room += 2
	})
	s.elements = append(make([]Element, 0, room), Element{Role: RoleDocument, Parent: -1, Language: doc.Language})
	if s.look.Reflow {
		s.look = s.look.withFooter(s.footerLines(doc.Footer))
	}
	slabs := s.blocks(doc.Blocks, s.look.Left, s.look.Width, documentStart)
	p := newPaginator(s.look, s.sections, s.notes)
	p.place(slabs)
	p.finish()
	s.fillPages(p.pages)
	s.footers(p.pages, doc.Footer)
	rulesFirst(p.pages)
	s.tidy(p.pages)
	if doc.Print.Black {
		blacken(p.pages, s.look.Hair)
	}
	if doc.Print.Draft != "" {
		s.markDraft(p.pages, doc.Print.Draft)
	}
	return Result{
		Width: s.look.PageWidth, Height: s.look.PageHeight, Room: s.look.full(), Line: s.look.Body.height(),
		Pages: p.pages, Elements: s.elements, Sections: s.sections, Notes: s.placedNotes(),
		Changes: s.changes, Refused: s.refused,
	}
}

// setter holds what the setting of one paper has found so far.
type setter struct {
	look     Look
	metrics  Metrics
	words    *words.Words
	own      *paper.Own // what is in another language than the paper
	elements []Element
	sections []Section
	current  int // how many sections have begun
	changes  []Change
	changed  map[string]bool // the characters in changes
	sure     sureness
	known    [2][0x2800]measures // of the commoner letters, regular and semibold
	letters  []letter            // room for those of texts to come
	runes    []rune              // of the text being shaped
	text     []byte              // being placed
	notes    []*note
	refused  []Refused
}
