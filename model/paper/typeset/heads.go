package typeset

import "slices"

// headed sees to it that every cell of a table has a header and every header cell heads
// a cell, whatever the table's rows are.
type headed struct {
	*setter
	columns  int
	heads    []int // the header cell of each column
	held     []bool
	bar      int          // the bar over the rows that come; 0 if there is none
	referred map[int]bool // header cells that cells name as theirs
}

// isBar tells whether a row is one name over all columns, for the rows after it.
func (t *headed) isBar(cells []int) bool {
	if len(cells) != 1 || slices.Equal(cells, t.heads) {
		return false
	}
	el := &t.elements[cells[0]]
	return el.Role == RoleHeadCell && el.Scope == scopeColumn && el.Span == t.columns && t.held[cells[0]]
}

// row heads the cells of a row by the bar above them as well as by their columns, which
// the bar hides from whoever looks upwards. In a row where nothing heads a cell, its
// first words are its name.
func (t *headed) row(cells []int) {
	at, first, headless, named := 0, -1, false, false
	for _, c := range cells {
		el := &t.elements[c]
		named = named || el.Role == RoleHeadCell
		if el.Role == RoleCell && t.held[c] {
			column := at < len(t.heads) && t.held[t.heads[at]]
			if t.bar > 0 && len(el.Headers) == 0 {
				el.Headers = []int{t.bar}
				if column {
					el.Headers = append(el.Headers, t.heads[at])
				}
			}
			if first < 0 {
				first = c
			}
			headless = headless || !column && len(el.Headers) == 0
		}
		at += max(el.Span, 1)
	}
	for _, c := range cells {
		for _, h := range t.elements[c].Headers {
			t.referred[h] = true
		}
	}
	if headless && !named && t.elements[first].Span < t.columns {
		t.elements[first].Role, t.elements[first].Scope = RoleHeadCell, scopeRow
	}
}

// finish makes header cells plain that head nothing: a bar without rows, a name alone
// in its row.
func (t *headed) finish(rows []int, kids [][]int) {
	for _, row := range rows {
		cells := kids[row]
		if len(t.heads) > 0 && slices.Equal(cells, t.heads) {
			continue
		}
		plain := t.columnsOf(cells) < t.columns // it was filled up with plain cells
		for _, c := range cells {
			plain = plain || t.elements[c].Role == RoleCell
		}
		for _, c := range cells {
			if el := &t.elements[c]; el.Role == RoleHeadCell && !plain && !t.referred[c] {
				el.Role, el.Scope = RoleCell, ""
			}
		}
	}
}
