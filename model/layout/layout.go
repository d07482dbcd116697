// Package layout decides where each card stands on the map and how each link runs.
//
// It is a pure function of cards and links: [Place] takes [Node]s in their columns,
// the [Link]s between them and a [Geometry], and gives a [Map] with a place for every
// card and a [Route] for every link. The same input always gives the same map.
//
// A map is made in three steps, one file each. A link that skips columns becomes a
// chain of lanes, one in every column it passes (graph.go). Cards and lanes are put
// into an order with few crossings (order.go, sift.go, count.go). Then they get their
// heights, so that links are short and straight (place.go), and every link its ports
// on the edges of its cards (route.go).
//
// Lengths have no unit: the paper uses millimetres, the window pixels. The origin is
// at the top left and y grows downwards.
package layout

// Node is a card to be placed.
type Node struct {
	ID     string  // unique on the map
	Column int     // from 1; what is off the map stands in the nearest column
	Height float64 // of the card
	Group  string  // cards of one group stand together in a column if [Options] ask so; may be empty
	Fixed  bool    // it stays below the fixed cards of its column that stand before it in the list

	// Hold is how strongly the card wants its top to be at Y, where 1 is as strong as a
	// link pulls it; 0 is not at all. If any card holds, a map is made that differs as
	// little as can be from one there was: nothing is spread over the columns.
	Hold, Y float64
}

// Link leads from one card to a card in a column further right.
type Link struct{ From, To string }

// Spacing says how the cards of a column share the height of the map.
type Spacing uint8

// The spacings.
const (
	Align  Spacing = iota // where links are short and straight
	Fill                  // from top to bottom with equal space between
	Spread                // with equal space between and half of it at both ends
)

// Column is the geometry of one column.
type Column struct {
	Width   float64
	Gap     float64 // to the next column; the last column’s gap counts for nothing
	Spacing Spacing
}

// Geometry is the frame the cards are placed in.
type Geometry struct {
	Columns []Column
	RowGap  float64 // the least space between two cards in a column
	PortGap float64 // between two links on the edge of a card, where it is high enough
	Lane    float64 // the height a link takes where it passes between two cards
	Height  float64 // to be filled; 0 is the height of the tallest column
}

// Options choose how cards are ordered within their columns.
type Options struct {
	Keep     bool // the order of the nodes stays
	Together bool // cards of one group stand together
}

// Point is a place on the map.
type Point struct{ X, Y float64 }

// Card is the place of a card: its top left corner and its size.
type Card struct{ X, Y, W, H float64 }

// Route is how a link runs: from the right edge of a card to the left edge of another.
// Points come in pairs, the beginning and the end of the curve through one gap between
// columns. From the end of one curve to the beginning of the next, the link runs level
// through the column between, beside its cards. A link that cannot be drawn (an end is
// missing, or it does not lead to the right) has no points.
type Route []Point

// Map is the result.
type Map struct {
	Cards         []Card  // one for each node, in the same order
	Routes        []Route // one for each link, in the same order
	Width, Height float64
	Fits          bool // false if the cards need more than the geometry’s height
}

// Place gives every card its place and every link its route. The order of the nodes is
// the order of their list: it is the first to be tried, and stays where another has no
// fewer crossings.
func Place(nodes []Node, links []Link, geometry Geometry, options Options) Map {
	if len(geometry.Columns) == 0 {
		return Map{Cards: make([]Card, len(nodes)), Routes: make([]Route, len(links)), Fits: len(nodes) == 0}
	}
	g := newGraph(nodes, links, len(geometry.Columns), options)
	g.arrange()
	return g.place(nodes, len(links), geometry)
}
