package typeset

import (
	"slices"
	"strings"

	"commonplan/model/figure"
)

// tidy makes the structure one that readers can rely on, whatever the blocks were:
// headings in order, tables with equal rows, a text for every drawing.
func (s *setter) tidy(pages []Page) {
	for e := range s.elements {
		s.elements[e].Alt = strings.TrimSpace(s.elements[e].Alt)
	}
	s.describe(pages)
	held := s.held(pages)
	s.levelHeadings(held)
	kids := make([][]int, len(s.elements))
	for e, el := range s.elements {
		if el.Parent >= 0 {
			kids[el.Parent] = append(kids[el.Parent], e)
		}
	}
	for e := range kids { // those added meanwhile are cells
		if s.elements[e].Role == RoleTable && held[e] {
			s.tidyTable(kids, kids[e], held)
		}
	}
}

// levelHeadings makes the levels of the headings follow each other: the first is of
// level 1, and none is more than one deeper than the one before.
func (s *setter) levelHeadings(held []bool) {
	levels := []Role{RoleH1, RoleH2, RoleH3, RoleH4}
	before := -1
	for i := range s.elements {
		if level := slices.Index(levels, s.elements[i].Role); level >= 0 && held[i] {
			before = min(level, before+1)
			s.elements[i].Role = levels[before]
		}
	}
}

// describe gives drawings without alternative text the words that stand in them. One
// without words says nothing: it becomes an artifact.
func (s *setter) describe(pages []Page) {
	words := map[int][]string{}
	for _, pg := range pages {
		for _, it := range pg.Items {
			if it.Element == Artifact || s.elements[it.Element].Role != RoleFigure || s.elements[it.Element].Alt != "" {
				continue
			}
			if t, ok := it.Shape.(figure.Text); ok {
				words[it.Element] = append(words[it.Element], strings.TrimSpace(t.String))
			}
		}
	}
	for e, said := range words {
		s.elements[e].Alt = strings.TrimSpace(strings.Join(said, " "))
	}
	for _, pg := range pages {
		for i, it := range pg.Items {
			if it.Element != Artifact && s.elements[it.Element].Role == RoleFigure && s.elements[it.Element].Alt == "" {
				pg.Items[i].Element = Artifact
			}
		}
	}
}

// held tells which elements something is drawn in, or in those they hold.
func (s *setter) held(pages []Page) []bool {
	held := make([]bool, len(s.elements))
	for _, pg := range pages {
		for _, it := range pg.Items {
			for e := it.Element; e >= 0 && !held[e]; e = s.elements[e].Parent {
				held[e] = true
			}
		}
	}
	return held
}

// tidyTable makes the rows of a table equally long. A header cell that holds nothing
// becomes a plain one; where it would name its row, the name of a row above goes on,
// and the cells say so. A head without rows becomes a row.
func (s *setter) tidyTable(kids [][]int, parts []int, held []bool) {
	var rows []int
	var heads []int // the header cell of each column
	columns, bodies := 0, 0
	for _, part := range parts {
		for _, row := range kids[part] {
			if !held[row] {
				continue
			}
			rows = append(rows, row)
			if s.elements[part].Role == RoleHead {
				heads = kids[row]
			} else {
				bodies++
			}
			if heads == nil {
				columns = max(columns, s.columnsOf(kids[row]))
			}
		}
	}
	if heads != nil {
		columns = len(heads)
	}
	if bodies == 0 {
		s.elements[parts[0]].Role = RoleRows
		for _, c := range heads {
			s.elements[c].Role, s.elements[c].Scope = RoleCell, ""
		}
		heads = nil
	}
	names := map[int]int{} // the last name of a row in each column
	t := headed{setter: s, columns: columns, heads: heads, held: held, referred: map[int]bool{}}
	for _, row := range rows {
		s.tidyRow(row, kids[row], columns)
		if t.isBar(kids[row]) {
			t.bar = kids[row][0]
			continue
		}
		s.carryOn(kids[row], heads, names, held)
		if s.elements[s.elements[row].Parent].Role == RoleRows {
			t.row(kids[row])
		}
	}
	t.finish(rows, kids)
}

// columnsOf is how many columns some cells cover.
func (s *setter) columnsOf(cells []int) int {
	n := 0
	for _, c := range cells {
		n += max(s.elements[c].Span, 1)
	}
	return n
}

// tidyRow gives a row as many columns as the table has.
func (s *setter) tidyRow(row int, cells []int, columns int) {
	used := 0
	for _, c := range cells {
		el := &s.elements[c]
		el.Span = min(max(el.Span, 1), max(columns-used, 1))
		used += el.Span
	}
	for ; used < columns; used++ {
		s.element(RoleCell, row)
	}
}

// carryOn makes header cells that hold nothing plain, and heads the cells of a row
// without a name by the name of a row above.
func (s *setter) carryOn(cells, heads []int, names map[int]int, held []bool) {
	above, at := 0, 0
	for _, c := range cells {
		el := &s.elements[c]
		switch {
		case el.Role != RoleHeadCell:
		case held[c] && el.Scope == scopeRow:
			names[at] = c
		case !held[c]:
			if el.Scope == scopeRow {
				above = names[at]
			}
			el.Role, el.Scope, el.Alt = RoleCell, "", ""
		}
		at += max(el.Span, 1)
	}
	if above == 0 {
		return
	}
	at = 0
	for _, c := range cells {
		el := &s.elements[c]
		if el.Role == RoleCell && held[c] {
			el.Headers = []int{above}
			if at < len(heads) && held[heads[at]] {
				el.Headers = append(el.Headers, heads[at])
			}
		}
		at += max(el.Span, 1)
	}
}
