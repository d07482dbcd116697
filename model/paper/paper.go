// Package paper describes a paper as data: a [Document] of blocks with their meaning
// and nothing of their look. A paper is made once from the facts and then written
// as PDF, word-processor file or web page by whoever reads these blocks.
//
// A document is a list of [Block]s: a [TitleBlock], a [Decision], then [Section]s
// holding paragraphs, tables, figures and so on. Sections nest blocks, so that a
// reader of the blocks knows which section every line belongs to. Words are [Text]:
// runs with a weight, a tone and now and then a small mark.
//
// Blocks say what a thing is (a subtotal, a row's name, an identifier), never which
// font, colour or page it gets. Widths are millimetres on a sheet with 174 mm of
// text; a narrower or larger paper uses them as proportions or lets them go.
package paper

import "commonplan/model/figure"

// Document is a whole paper.
type Document struct {
	Title    string // for the window's title bar and the file's properties
	Subject  string // one line about it; may be empty
	Author   string // the group that made it; may be empty
	Language string // BCP 47, such as "en-GB"
	Format   Format
	Print    Print
	Footer   Footer
	Own      *Own // what is in another language than the paper; nil is nothing
	Blocks   []Block
}

// Format is the kind of sheet a paper is made for: its size, and how large and how many
// its words are.
type Format uint8

// The formats.
const (
	ForReading Format = iota // A4 upright: a paper of several sides
	OneSide                  // A4 upright: few words, large
	ForWorking               // A4 upright: lists and charts to work through
	ToFillIn                 // A4 upright: sheets with room for handwriting
	OnTheSide                // A4 on its side: a drawing over the whole width
	Poster                   // A3 on its side: the same, to hang up
)

// Footer is what stands at the foot of every page beside "Page 1 of 4".
type Footer struct {
	Project string   // semibold, at the left
	Group   string   // after the project
	Version string   // in the middle, such as "Version 3 · 28 August 2026"
	Notes   []string // after the version; may be empty
}

// Block is one part of a paper: [TitleBlock], [Decision], [Section], [Heading],
// [Paragraph], [KeyFigures], [List], [Table], [Columns], [Frame], [Figure],
// [Picture], [Contents] or [PageBreak].
type Block interface{ block() }

// TitleBlock opens a paper. Its title is the heading of the first level.
type TitleBlock struct {
	Kicker   string // what kind of paper, and to whom; may be empty
	Title    string
	Subtitle string   // may be empty
	Facts    []Fact   // a row of at most four; the row is left out if empty
	Cover    bool     // it has a page of its own
	Logo     *Picture // beside the title, small; nil is none
}

// Fact is a short label with its value.
type Fact struct {
	Label string
	Value Text
}

// Decision is the one sentence the paper asks for, in a box. It stays with the title block.
type Decision struct {
	Label    string // "Decision wanted"
	Sentence Text
}

// Break says where a section may begin.
type Break uint8

// The breaks before a section.
const (
	RunOn        Break = iota // after the section before, on the same page if there is room
	IfNearlyFull              // on a new page if the page so far is more than 85 % full
	NewPage                   // always on a new page, as an annex does
)

// Section is a heading of the second level with what belongs under it. It gets a
// bookmark and a place in the [Contents].
type Section struct {
	ID     string // unique in the document; links go to "#" + ID; may be empty
	Number string // "1", "10", "Annex A"; may be empty
	Title  string
	Break  Break
	Blocks []Block
}

// Heading is a smaller heading inside a section, of level 3 or 4.
type Heading struct {
	Level int
	Text  Text
}

// Paragraph is running text.
type Paragraph struct {
	Text         Text
	Small        bool // a note or a key: the smaller size
	KeepWithNext bool // stays on the page of the block after it
}

// KeyFigures are a few figures, one under another: label left, value large at the right.
type KeyFigures struct {
	Items  []Fact
	Across bool // side by side instead, the label under its value; for at most five
}

// ListKind says how the items of a list are marked.
type ListKind uint8

// The kinds of list.
const (
	Bulleted ListKind = iota
	Numbered          // 1, 2, 3
)

// List is a list of short texts.
type List struct {
	Kind  ListKind
	Items []Text
}

// Columns are blocks side by side, read one column after the other. A paper in one
// column prints them one under another.
type Columns struct {
	Gap   float64 // mm between the columns
	Cols  []Column
	Keep  bool // never split over two pages
	Chain bool // each column leads to the next: an arrow goes from head to head
}

// Column is one column of [Columns].
type Column struct {
	Width  float64 // mm
	Blocks []Block
}

// Frame sets blocks apart in a dashed frame: they are not part of the sums around them.
// It is never split.
type Frame struct{ Blocks []Block }

// Figure is a picture with its caption. The picture's Alt is its alternative text.
type Figure struct {
	Picture      figure.Picture
	Caption      Text // may be empty
	KeepWithNext bool // stays on the page of the block after it
}

// Picture is a photograph or logo: the bytes of a JPEG, PNG or GIF file, as they were
// chosen. One that cannot be read prints as a sentence that says why.
type Picture struct {
	Data    []byte
	Alt     string  // what it shows, in words; required
	Caption Text    // may be empty
	Width   float64 // mm; 0 is the whole width
}

// Contents lists the sections with their pages, each a link. It is for long papers.
type Contents struct{ Title string }

// PageBreak begins a new page.
type PageBreak struct{}

func (TitleBlock) block() {}
func (Decision) block()   {}
func (Section) block()    {}
func (Heading) block()    {}
func (Paragraph) block()  {}
func (KeyFigures) block() {}
func (List) block()       {}
func (Table) block()      {}
func (Columns) block()    {}
func (Frame) block()      {}
func (Figure) block()     {}
func (Picture) block()    {}
func (Contents) block()   {}
func (PageBreak) block()  {}
