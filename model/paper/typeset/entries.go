package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"commonplan/model/paper"
	"commonplan/model/words"
)

// mostColumns is how many columns a table in large print may have.
const mostColumns = 3

// goesOn are the rows that stay on the page of the row before them.
var goesOn = []paper.RowKind{paper.RowSame, paper.RowSubtotal, paper.RowTotal}

// mostKept is how many lines of an entry are kept on one page.
const mostKept = 12

// withNames gives a table without its columns of identifiers: each identifier stands
// before the name of its row.
func withNames(t paper.Table) paper.Table {
	if len(t.Cols) < 2 || t.Cols[0].Head != "" || t.Cols[0].Names || t.Cols[0].Period != nil || !t.Cols[1].Names {
		return t
	}
	rows := make([]paper.Row, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = r
		if len(r.Cells) == 0 {
			continue
		}
		first := r.Cells[0]
		if first.Span > 1 {
			first.Span--
			rows[i].Cells = append([]paper.Cell{first}, r.Cells[1:]...)
			continue
		}
		rows[i].Cells = slices.Clone(r.Cells[1:])
		if len(rows[i].Cells) > 0 {
			rows[i].Cells[0] = named(first, rows[i].Cells[0])
		}
	}
	t.Cols, t.Rows = t.Cols[1:], rows
	return t
}

// named is a cell with an identifier before its words.
func named(id, name paper.Cell) paper.Cell {
	if len(id.Lines) == 0 || len(id.Lines[0]) == 0 {
		return name
	}
	first := append(slices.Clone(id.Lines[0]), paper.Plain(" "))
	if len(name.Lines) > 0 {
		name.Lines = slices.Clone(name.Lines)
		first = append(first, name.Lines[0]...)
		name.Lines[0] = first
	} else {
		name.Lines = []paper.Text{first}
	}
	return name
}

// staysTable tells that a table is still one in large print: it has three columns at
// most, no drawings, and at most one of them must break its lines.
func (s *setter) staysTable(t paper.Table, width float64) bool {
	if len(t.Cols) > mostColumns || t.Sides {
		return false
	}
	for _, r := range t.Rows {
		if r.Kind == paper.RowBar {
			return false
		}
		for _, c := range r.Cells {
			if c.Picture != nil || len(c.Bars)+len(c.Points) > 0 {
				return false
			}
		}
	}
	_, fixed := s.widest(t)
	return fixed <= .5*width
}

// widest finds the column with the longest line, and how wide all others are together.
func (s *setter) widest(t paper.Table) (col int, others float64) {
	longest := -1.0
	for i := range t.Cols {
		line := s.needOf(t, i).line + s.look.CellGap
		others += line
		if line > longest {
			col, longest = i, line
		}
	}
	return col, others - longest
}

// fitted gives each column the width of its longest line, and the widest what is left.
func (s *setter) fitted(t paper.Table) paper.Table {
	widest, _ := s.widest(t)
	t.Cols = slices.Clone(t.Cols)
	for i := range t.Cols {
		t.Cols[i].Width = 0
		if i != widest {
			t.Cols[i].Width = s.needOf(t, i).line + s.look.CellGap
		}
	}
	rows := slices.Clone(t.Rows)
	for i := range rows {
		rows[i].Cells = slices.Clone(rows[i].Cells)
		for k, c := range rows[i].Cells {
			rows[i].Cells[k] = spokenCell(c)
		}
	}
	t.Rows = rows
	return t
}

func spokenCell(c paper.Cell) paper.Cell {
	c.Lines = slices.Clone(c.Lines)
	for i := range c.Lines {
		c.Lines[i] = spoken(c.Lines[i])
	}
	return c
}

// entries sets a table as a list: an entry for each row, what the row is called first,
// then each cell after the head of its column.
func (s *setter) entries(t paper.Table, x, width float64) []slab {
	t = withNames(t)
	g := &grid{table: t, x: x, width: width, scaleAt: -1, head: &slab{}}
	out := s.entryHead(t, x, width)
	list := s.element(RoleList, 0)
	s.elements[list].Title = s.clean(t.Name)
	for i, r := range t.Rows {
		entry := s.entry(t, r, list, x, width)
		if len(entry) == 0 {
			continue
		}
		for k := range entry[0].items {
			entry[0].items[k] = entry[0].items[k].at(0, s.look.RowPad)
		}
		entry[0].height += s.look.RowPad
		if r.Kind == paper.RowBar && i > 0 {
			entry[0].items = append(entry[0].items, rule(x, 0, width, s.look.Ink, s.look.RuleWidth))
		}
		last := &entry[len(entry)-1]
		weight, colour, to := g.ruleUnder(i, s.look)
		last.height += s.look.RowPad + weight
		if weight > 0 {
			last.items = append(last.items, rule(x, last.height-weight/2, to, colour, weight))
		}
		if len(entry) <= mostKept {
			keepAll(entry)
		}
		last.keep = r.Kind == paper.RowBar || i+1 < len(t.Rows) && slices.Contains(goesOn, t.Rows[i+1].Kind)
		out = append(out, entry...)
	}
	return out
}

// entryHead says over a rule what the entries are called.
func (s *setter) entryHead(t paper.Table, x, width float64) []slab {
	if len(t.Cols) == 0 || t.Cols[0].Head == "" || t.Sides {
		return nil // each side’s words have their head before them
	}
	head := s.paraSlabs(s.plain(t.Cols[0].Head, s.look.Body, s.bold(s.look.Ink, s.element(RoleP, 0)), width), x)
	for i := range head {
		head[i].keep = true
	}
	if len(head) == 0 {
		return nil
	}
	last := &head[len(head)-1]
	last.height += s.look.HeadRulePad + s.look.RuleWidth
	last.items = append(last.items, rule(x, last.height-s.look.RuleWidth/2, width, s.look.Ink, s.look.RuleWidth))
	return head
}

// entry sets one row of a table as paragraphs.
func (s *setter) entry(t paper.Table, r paper.Row, list int, x, width float64) []slab {
	body := s.element(RoleBody, s.element(RoleItem, list))
	var texts []paper.Text
	var out []slab
	flush := func(more bool) {
		for i, text := range texts {
			if more || i+1 < len(texts) {
				text = append(slices.Clone(text), paper.Plain(" "))
			}
			out = append(out, s.paraSlabs(s.wrap(text, s.look.Body, s.ink(body), width), x)...)
		}
		texts = nil
	}
	col := 0
	for n, c := range r.Cells {
		if col >= len(t.Cols) {
			break
		}
		head := t.Cols[col].Head
		if n == 0 && !t.Sides || c.Span > 1 || r.Kind == paper.RowBar {
			head = ""
		}
		said := s.cellTexts(c)
		if c.Picture != nil {
			if k, fits := s.enlarge(*c.Picture, width, .5*s.look.full()); fits {
				flush(true)
				out = append(out, s.figure(paper.Figure{Picture: magnified(*c.Picture, k)}, x, width)...)
			} else {
				said = append(said, paper.Words(c.Picture.Alt))
			}
		}
		switch {
		case r.Kind == paper.RowBar:
			for k := range said {
				said[k] = strong(said[k])
			}
		case n == 0 && len(said) > 0 && r.Kind != paper.RowSame && !t.Sides:
			said[0] = title(said[0])
		}
		if head != "" && len(said) > 0 {
			said[0] = append(s.leadIn(head), said[0]...)
		}
		texts = append(texts, said...)
		col += max(c.Span, 1)
	}
	flush(false)
	return out
}

// cellTexts gives the words of a cell line by line; of bars and points, what they say.
func (s *setter) cellTexts(c paper.Cell) []paper.Text {
	var out []paper.Text
	for _, line := range c.Lines {
		if text := spoken(line); len(text) > 0 {
			out = append(out, text)
		}
	}
	if c.Alt != "" && len(c.Bars)+len(c.Points) > 0 {
		out = append(out, paper.Words(c.Alt))
	}
	return out
}

// leadIn is the head of a column before the words of its cell; of a column of sums,
// the sign before the figure.
func (s *setter) leadIn(head string) paper.Text {
	if utf8.RuneCountInString(head) == 1 {
		return paper.Text{paper.Strong(head)}
	}
	head, sums := strings.CutSuffix(head, " £")
	text := paper.Text{paper.Strong(s.words.Say("paper.lead", words.With{"Head": head})), paper.Plain(" ")}
	if sums {
		text = append(text, paper.Plain("£"))
	}
	return text
}

// title is what an entry is called, in semibold unless words of it stand out already.
func title(text paper.Text) paper.Text {
	if slices.ContainsFunc(text, func(r paper.Run) bool { return r.Strong && r.Tone != paper.Accent }) {
		return text
	}
	return strong(text)
}

// strong is a text in semibold.
func strong(text paper.Text) paper.Text {
	text = slices.Clone(text)
	for i := range text {
		text[i].Strong = true
	}
	return text
}
