package typeset

import (
	"slices"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// The scopes of header cells.
const (
	scopeRow    = "Row"
	scopeColumn = "Column"
)

// table sets a table: a slab for its head and one for each row.
func (s *setter) table(t paper.Table, x, width float64) []slab {
	g := s.newGrid(t, x, width)
	element := s.element(RoleTable, 0)
	s.elements[element].Title = s.clean(t.Name)
	var out []slab
	if hasHead(t) {
		out = s.head(g, element)
		out[len(out)-1].keep = len(t.Rows) > 0
	}
	g.rows = s.element(RoleRows, element)
	out = slices.Grow(out, len(t.Rows))
	group := ""
	for i, r := range t.Rows {
		if r.Group != "" || r.Kind != paper.RowSame {
			group = r.Group
		}
		row := s.row(g, i, s.headFor(g, r, group))
		row[len(row)-1].keep = i+1 < len(t.Rows) && (t.Keep || rowsStay(t.Rows, i))
		out = append(out, row...)
	}
	return out
}

// rowsStay tells that row i stays with the one after it: the first two and the last
// two rows, a sum with what it sums, and rows of one group.
func rowsStay(rows []paper.Row, i int) bool {
	if rows[i].Kind == paper.RowBar || rows[i+1].Kind == paper.RowBar {
		return rows[i].Kind == paper.RowBar
	}
	return i == 0 || i == len(rows)-2 || rows[i+1].Kind != paper.RowPlain
}

// head sets the table's head over a strong rule, its words on one line at the bottom,
// and keeps it for the pages after. A head too tall for that is set once, line by line.
func (s *setter) head(g *grid, table int) []slab {
	row := s.element(RoleRow, s.element(RoleHead, table))
	cells := make([]cell, len(g.table.Cols))
	kind := s.look.Small
	if g.table.Sides {
		kind = s.look.Heading
	}
	tall := kind.height()
	for i, c := range g.table.Cols {
		cells[i] = cell{col: i, span: 1, element: s.element(RoleHeadCell, row)}
		s.elements[cells[i].element].Scope = scopeColumn
		if c.Period != nil {
			s.elements[cells[i].element].Alt = s.clean(c.Head) // its labels are printed instead
			continue
		}
		_, w := g.inner(i, 1)
		p := s.plain(c.Head, kind, s.bold(s.look.Ink, cells[i].element), w)
		cells[i].paras = []para{p}
		tall = max(tall, p.height())
	}
	under := rule(g.x, 0, g.width, s.look.Ink, s.look.RuleWidth)
	if tall > .3*s.look.full() {
		return s.tallRow(g, cells, nil, under)
	}
	head := slab{height: s.look.HeadPad + tall + s.look.HeadRulePad + s.look.RuleWidth}
	for i, c := range cells {
		x, w := g.inner(i, 1)
		if g.align(c) == paper.Right {
			x += w
		}
		for _, p := range c.paras {
			head.items = append(head.items, s.all(p, x, s.look.HeadPad+tall-p.height(), g.align(c))...)
		}
		if g.table.Cols[i].Period != nil {
			head.items = append(head.items, s.scaleHead(g, c, s.look.HeadPad+tall-s.look.Small.height())...)
		}
	}
	head.items = append(head.items, under.at(0, head.height-s.look.RuleWidth/2))
	g.head = repeatedHead(head)
	return []slab{head}
}

// repeatedHead is the head as it is printed again on the next page: not read again.
func repeatedHead(head slab) *slab {
	head.items = slices.Clone(head.items)
	for i := range head.items {
		head.items[i].Element, head.items[i].Kind = Artifact, Header
	}
	return &head
}

// headFor is the head a row gets where it opens a page: with the name of its group,
// if the group began on the page before.
func (s *setter) headFor(g *grid, r paper.Row, group string) *slab {
	if r.Kind != paper.RowSame || group == "" {
		return g.head
	}
	head := slab{}
	if g.head != nil {
		head = *g.head
		head.items = slices.Clone(head.items)
	}
	name := s.words.Say("paper.continued", words.With{"Name": group})
	p := s.plain(name, g.kind, s.bold(s.look.Accent, Artifact), g.width)
	for _, it := range s.all(p, g.x, head.height+g.pad, paper.Left) {
		it.Kind = Header
		head.items = append(head.items, it)
	}
	head.height += p.height() + 2*g.pad
	return &head
}

// cell is a cell broken into lines, or its drawing.
type cell struct {
	col     int
	span    int
	element int
	paras   []para
	height  float64
}

// lines is how many lines of words a cell has.
func (c cell) lines() int {
	n := 0
	for _, p := range c.paras {
		n += len(p.lines)
	}
	return n
}

// row sets a row as one slab, or as several if it is taller than a page.
func (s *setter) row(g *grid, i int, head *slab) []slab {
	r := g.table.Rows[i]
	if r.Kind == paper.RowBar {
		return s.barRow(g, i, head)
	}
	element := s.element(RoleRow, g.rows)
	cells := make([]cell, 0, len(r.Cells))
	col, tall := 0, 0.0
	for n := range r.Cells {
		if col >= len(g.table.Cols) {
			break
		}
		cells = append(cells, s.cell(g, r, n, col, element))
		tall = max(tall, cells[n].height)
		col += max(r.Cells[n].Span, 1)
	}
	weight, colour, to := g.ruleUnder(i, s.look)
	if tall > .8*s.look.full() {
		return s.tallRow(g, cells, head, rule(g.x, 0, to, colour, weight))
	}
	top, bottom := g.pads(i)
	sl := slab{height: top + tall + bottom + weight, head: head}
	lines := 2 // and what is drawn beside them
	for _, c := range cells {
		lines += c.lines()
	}
	sl.items = make([]Item, 0, lines)
	for n, c := range cells {
		sl.items = s.appendCell(sl.items, g, r, n, c, top, sl.height)
	}
	if g.table.Sides && len(g.lefts) > 1 {
		sl.items = append(sl.items, g.divider(s.look, top, sl.height-top))
	}
	if weight > 0 {
		sl.items = append(sl.items, rule(g.x, sl.height-weight/2, to, colour, weight))
	}
	return []slab{sl}
}

// cell breaks one cell into lines.
func (s *setter) cell(g *grid, r paper.Row, n, col, row int) cell {
	in := r.Cells[n]
	role := RoleCell
	if g.table.Cols[col].Names {
		role = RoleHeadCell
	}
	c := cell{col: col, span: max(in.Span, 1), element: s.element(role, row)}
	if role == RoleHeadCell {
		s.elements[c.element].Scope = scopeRow
	}
	if in.Span > 1 {
		s.elements[c.element].Span = in.Span
	}
	v, kind := s.ink(c.element), g.kind
	if hasPoints(r) {
		kind = s.look.Small
	}
	_, w := g.inner(col, c.span)
	for k, text := range in.Lines {
		if k+1 < len(in.Lines) {
			text = append(slices.Clone(text), paper.Plain(" "))
		}
		p := s.wrapCell(text, kind, v, w)
		c.paras = append(c.paras, p)
		c.height += p.height()
	}
	switch {
	case in.Picture != nil:
		c.height += in.Picture.Height * fit(*in.Picture, w, .5*s.look.full())
	case len(in.Points) > 0:
		c.height = pointsTop + 2*s.look.Small.height()
	case len(in.Bars) > 0:
		c.height = max(c.height, kind.height())
	}
	return c
}

func hasPoints(r paper.Row) bool {
	return slices.ContainsFunc(r.Cells, func(c paper.Cell) bool { return len(c.Points) > 0 })
}

// pads is the space above and below the words of row i.
func (g *grid) pads(i int) (top, bottom float64) {
	const air = 1.1 // mm round the rule over a sum
	top, bottom = g.pad, g.pad
	if g.table.Sides {
		return underBar, 0
	}
	if g.sum && g.table.Rows[i].Kind >= paper.RowSubtotal {
		top = air
	}
	if g.sum && i+1 < len(g.table.Rows) && g.table.Rows[i+1].Kind >= paper.RowSubtotal {
		bottom = air
	}
	return top, bottom
}

// appendCell places what a cell holds in a row of the given height, its words from y.
func (s *setter) appendCell(out []Item, g *grid, r paper.Row, n int, c cell, y, height float64) []Item {
	in := r.Cells[n]
	x, w := g.inner(c.col, c.span)
	align := g.align(c)
	if hasPoints(r) {
		y += pointsTop
		if c.col != g.scaleAt {
			align = paper.Right // beside its diamonds
		}
	}
	if align == paper.Right {
		x += w
	}
	for _, p := range c.paras {
		out = s.appendAll(out, p, x, y, align)
		y += p.height()
	}
	if in.Picture != nil {
		element := s.element(RoleFigure, c.element)
		s.elements[element].Alt = s.clean(in.Picture.Alt)
		left, k := g.lefts[c.col], fit(*in.Picture, w, .5*s.look.full())
		if align == paper.Right {
			left = x - in.Picture.Width*k
		}
		out = append(out, s.picture(*in.Picture, element, left, y, k)...)
	}
	if c.col == g.scaleAt {
		out = append(out, s.scaleItems(g, c, in, height)...)
	}
	return out
}

// ruleUnder is the rule under row i: its weight, its colour and how far it goes. Hairs
// stop at a time scale, which has lines of its own.
func (g *grid) ruleUnder(i int, look Look) (weight float64, colour figure.Colour, width float64) {
	rows := g.table.Rows
	hair := g.width
	if g.scaleAt > 0 && g.scaleAt == len(g.widths)-1 {
		hair = g.lefts[g.scaleAt] - g.x
	}
	next := paper.RowPlain
	if i+1 < len(rows) {
		next = rows[i+1].Kind
	}
	last := i+1 == len(rows)
	switch {
	case rows[i].Kind == paper.RowTotal || next == paper.RowTotal:
		return look.TotalWidth, look.Ink, g.width
	case next == paper.RowSubtotal:
		return look.RuleWidth, look.Ink, g.width
	case next == paper.RowSame, g.table.Sides, last && (g.head == nil || hasPoints(rows[i])):
		return 0, look.Hair, 0
	}
	return look.HairWidth, look.Hair, hair
}

// tallRow sets a row taller than a page: a slab for each line.
func (s *setter) tallRow(g *grid, cells []cell, head *slab, under Item) []slab {
	var out []slab
	for _, c := range cells {
		x, w := g.inner(c.col, c.span)
		align := g.align(c)
		n := 0
		for _, p := range c.paras {
			for i, ln := range p.lines {
				if n == len(out) {
					out = append(out, slab{height: g.kind.height(), head: head})
				}
				left := x
				if align == paper.Right {
					left = x + w - ln.width
				}
				out[n].items = append(out[n].items, s.items(p, i, left, 0)...)
				n++
			}
		}
	}
	first, last := 0, len(out)-1
	for i := range out[first].items {
		out[first].items[i] = out[first].items[i].at(0, g.pad)
	}
	out[first].height += g.pad
	out[first].keep, out[max(last-1, 0)].keep = true, true
	out[last].height += g.pad
	out[last].items = append(out[last].items, under.at(0, out[last].height))
	return out
}
