package typeset

import (
	"slices"
	"strings"

	"commonplan/model/paper"
)

// grid is a table being set.
type grid struct {
	table   paper.Table
	x       float64   // its left edge
	width   float64   // all of it
	lefts   []float64 // the left edge of each column
	widths  []float64 // of each column, with the gap after it
	gap     float64
	pad     float64
	kind    Type
	sum     bool // lines of a sum without a head: no space between
	rows    int  // element of the rows
	head    *slab
	scaleAt int // the column that is a time scale; -1 if there is none
}

// newGrid finds the columns of a table.
func (s *setter) newGrid(t paper.Table, x, width float64) *grid {
	g := &grid{table: t, x: x, width: width, gap: s.look.CellGap, pad: s.look.RowPad, kind: s.look.Body, scaleAt: -1}
	if t.Tight {
		g.pad, g.kind = s.look.TightPad, s.look.Tight
	}
	if isSum(t) {
		g.pad, g.sum = 0, true
	}
	fixed, shares := 0.0, 0.0
	for i, c := range t.Cols {
		if c.Width > 0 {
			fixed += c.Width
		} else {
			shares += share(c)
		}
		if c.Period != nil {
			g.scaleAt = i
		}
	}
	// Columns that are too wide together, or too narrow with none to take the rest,
	// keep their proportions.
	k, rest := 1.0, max(width-fixed, 0)
	if least := .15 * width; fixed > 0 && (shares == 0 || rest < least) {
		if shares == 0 {
			least = 0
		}
		k, rest = (width-least)/fixed, least
	}
	for _, c := range t.Cols {
		w := c.Width * k
		if c.Width <= 0 {
			w = rest * share(c) / shares
		}
		g.widths = append(g.widths, w)
	}
	s.makeRoom(g)
	for _, w := range g.widths {
		g.lefts = append(g.lefts, x)
		x += w
	}
	return g
}

// makeRoom widens columns that are narrower than one of their words, at the cost of
// those with room to spare.
func (s *setter) makeRoom(g *grid) {
	want, spare, missing, most := make([]float64, len(g.widths)), make([]float64, len(g.widths)), 0.0, 0.0
	for i, w := range g.widths {
		gap := g.gap
		if i+1 == len(g.widths) {
			gap = 0
		}
		if i == g.scaleAt {
			continue
		}
		least := min(s.widestWord(g.table, i), .4*g.width) + gap
		want[i], spare[i] = max(least-w, 0), max(w-least, 0)
		missing, most = missing+want[i], most+spare[i]
	}
	if missing == 0 || most == 0 {
		return
	}
	k := min(most/missing, 1)
	for i := range g.widths {
		g.widths[i] += want[i]*k - spare[i]*missing*k/most
	}
}

// widestWord is the width of the widest word, or drawing, in a column's own cells.
func (s *setter) widestWord(t paper.Table, col int) float64 {
	wide := s.widestOf(t.Cols[col].Head, true, s.look.Small.Size)
	for _, r := range t.Rows {
		at := 0
		for _, c := range r.Cells {
			if at == col && c.Span <= 1 {
				wide = max(wide, s.widestInCell(c))
			}
			at += max(c.Span, 1)
		}
	}
	return wide
}

func (s *setter) widestInCell(c paper.Cell) float64 {
	wide := 0.0
	if c.Picture != nil {
		wide = c.Picture.Width
	}
	for _, text := range c.Lines {
		for _, run := range text {
			w := s.widestOf(run.Text, run.Strong, s.look.Body.Size)
			switch run.Mark {
			case paper.NoMark:
			case paper.MarkTick:
				w += s.textWidth("✓ ", run.Strong, s.look.Body.Size)
			default:
				w += markWidth(run, s.look.Body)
			}
			wide = max(wide, w)
		}
	}
	return wide
}

func (s *setter) widestOf(text string, bold bool, size float64) float64 {
	wide := 0.0
	for _, w := range strings.Fields(s.clean(text)) {
		wide = max(wide, s.textWidth(w, bold, size))
	}
	return wide
}

// isSum tells that a table is a few lines and what they come to: tight, without a head.
func isSum(t paper.Table) bool { return t.Tight && !hasHead(t) }

func hasHead(t paper.Table) bool {
	return slices.ContainsFunc(t.Cols, func(c paper.Col) bool { return c.Head != "" || c.Period != nil })
}

func share(c paper.Col) float64 {
	if c.Share > 0 {
		return c.Share
	}
	return 1
}

// inner is where the words of a cell may stand: its left edge and width.
func (g *grid) inner(col, span int) (x, width float64) {
	end := min(col+span, len(g.widths))
	for _, w := range g.widths[col:end] {
		width += w
	}
	if end < len(g.widths) {
		width -= g.gap
	}
	return g.lefts[col], max(width, 1)
}

// align is the alignment of a cell: its column's, or left if it covers several.
func (g *grid) align(c cell) paper.Align {
	if c.span > 1 {
		return paper.Left
	}
	return g.table.Cols[c.col].Align
}
