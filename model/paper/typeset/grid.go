package typeset

import (
	"cmp"
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
	if t.Sides {
		g.gap = compareGap
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
	if t.Sides && len(t.Cols) == 2 {
		g.widths = []float64{(width + compareGap) / 2, (width - compareGap) / 2}
	} else {
		s.makeRoom(g)
	}
	for _, w := range g.widths {
		g.lefts = append(g.lefts, x)
		x += w
	}
	return g
}

// need is what a column's own cells want: room for the widest word or drawing, and
// for the longest line without a break.
type need struct{ word, line float64 }

// makeRoom moves width from columns with room to spare to those without: first so
// that no word must be broken, then so that fewer lines are.
func (s *setter) makeRoom(g *grid) {
	needs := make([]need, len(g.widths))
	for i := range needs {
		if i == g.scaleAt {
			needs[i] = need{g.widths[i], g.widths[i]}
			continue
		}
		gap := g.gap
		if i+1 == len(needs) {
			gap = 0
		}
		needs[i] = s.needOf(g.table, i)
		needs[i].word = min(needs[i].word, .4*g.width) + gap
		needs[i].line = max(needs[i].line+gap, needs[i].word)
		if col := g.table.Cols[i]; col.Head == "" && col.Width > 0 {
			needs[i].line = max(needs[i].line, g.widths[i]) // identifiers line up from table to table
		}
	}
	for i, n := range needs {
		missing := n.word - g.widths[i]
		if missing > 0 && !g.move(i, missing, needs, func(n need) float64 { return n.line }) {
			g.move(i, missing, needs, func(n need) float64 { return n.word })
		}
	}
	order := make([]int, len(needs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(needs[a].line-g.widths[a], needs[b].line-g.widths[b])
	})
	for _, i := range order {
		if missing := needs[i].line - g.widths[i]; missing > 0 {
			g.move(i, missing, needs, func(n need) float64 { return n.line })
		}
	}
}

// move widens column i by what it misses, if the other columns can spare that much
// above their floor.
func (g *grid) move(i int, missing float64, needs []need, floor func(need) float64) bool {
	spare := make([]float64, len(needs))
	sum := 0.0
	for k := range needs {
		if k != i {
			spare[k] = max(g.widths[k]-floor(needs[k]), 0)
			sum += spare[k]
		}
	}
	if sum < missing {
		return false
	}
	for k := range needs {
		g.widths[k] -= spare[k] * missing / sum
	}
	g.widths[i] += missing
	return true
}

// needOf looks through the cells of one column; cells over several do not count.
func (s *setter) needOf(t paper.Table, col int) need {
	var n need
	n.add(s.needOfRun(paper.Strong(t.Cols[col].Head), s.look.Small))
	for _, r := range t.Rows {
		at := 0
		for _, c := range r.Cells {
			if at == col && c.Span <= 1 {
				s.addCell(&n, c)
			}
			at += max(c.Span, 1)
		}
	}
	return n
}

func (n *need) add(o need) { n.word, n.line = max(n.word, o.word), max(n.line, o.line) }

func (s *setter) addCell(n *need, c paper.Cell) {
	if c.Picture != nil {
		n.add(need{c.Picture.Width, c.Picture.Width})
	}
	for _, text := range c.Lines {
		line := need{}
		for _, run := range text {
			r := s.needOfRun(run, s.look.Body)
			line.word, line.line = max(line.word, r.word), line.line+r.line
		}
		n.add(line)
	}
}

func (s *setter) needOfRun(run paper.Run, kind Type) need {
	mark := 0.0
	switch run.Mark {
	case paper.NoMark:
	case paper.MarkTick:
		mark = s.textWidth("✓ ", run.Strong, kind.Size)
	default:
		mark = markWidth(run, kind)
	}
	text := s.clean(run.Text)
	n := need{word: mark, line: mark + s.textWidth(text, run.Strong, kind.Size)}
	for _, w := range strings.Fields(text) {
		n.word = max(n.word, mark+s.textWidth(w, run.Strong, kind.Size))
	}
	return n
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
