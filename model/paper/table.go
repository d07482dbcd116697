package paper

import "commonplan/model/figure"

// Table has a head, rows and no boxes. Its head is repeated where it runs over a page.
type Table struct {
	Name  string // what the table is, for those who hear it; not printed
	Cols  []Col
	Rows  []Row
	Tight bool // closer rows, as for lines of cost
	Keep  bool // never split over two pages
	Sides bool // its two columns are compared: larger heads, a line between them, rows under bars
}

// Align says which edge of a column its words stand at.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
)

// Col describes a column.
type Col struct {
	Head   string
	Width  float64 // mm with the 3 mm to the next column, a wish: words may need more; 0 shares what is left
	Share  float64 // part of what is left, if Width is 0; 0 counts as 1
	Align  Align
	Names  bool   // its cells name their row (a row's header)
	Period *Scale // the column is a time scale, its labels printed in place of Head; its cells have Bars or Points
}

// Scale is a stretch of time cut into equal cells, such as the months of a plan.
type Scale struct {
	Labels []string // one for each cell; "" prints none
	Strong []int    // cells whose left line is darker, such as the quarters; counted from 0
}

// RowKind says what a row is to the rows around it.
type RowKind uint8

// The kinds of row.
const (
	RowPlain    RowKind = iota
	RowSame             // goes with the row above: no line between
	RowSubtotal         // sums up: a strong line above, never parted from the row above
	RowTotal            // the last sum: strong lines above and below
	RowBar              // names the rows after it, on a tint; its one cell's second line stands at the right
)

// Row is one row of a table.
type Row struct {
	Kind  RowKind
	Cells []Cell
	Group string // identifier of a group of rows, repeated with "(continued)" after a page break
}

// Cell is one cell. Most have one line; a second may add detail.
type Cell struct {
	Lines   []Text
	Span    int             // columns it covers; 0 counts as 1
	Picture *figure.Picture // a small drawing instead of words
	Bars    []Bar           // in a [Scale] column
	Points  []Point         // in a [Scale] column
	Alt     string          // what Bars or Points say, in words
}

// Bar covers the cells From up to and including To of a [Scale], counted from 0.
type Bar struct{ From, To int }

// Point stands in one cell of a [Scale] as a diamond, with a label under it.
type Point struct {
	At     int // counted from 0
	Label  string
	Filled bool
}

// TextCell is a cell with one line of runs.
func TextCell(runs ...Run) Cell { return Cell{Lines: []Text{runs}} }

// WordsCell is a cell of plain words.
func WordsCell(s string) Cell { return Cell{Lines: []Text{Words(s)}} }
