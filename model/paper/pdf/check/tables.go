package check

import (
	"slices"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// table looks at a table.
func (c *checker) table(e *element) {
	heads, bodies := 0, 0
	var rows []*element
	for _, part := range e.kids {
		switch part.kind {
		case "THead":
			heads++
			if bodies > 0 {
				c.find("tables", part.page, "head")
			}
		case "TBody":
			bodies++
		}
		rows = append(rows, part.kids...)
	}
	if heads > 1 || bodies == 0 {
		c.find("tables", e.page, "parts")
	}
	if len(rows) == 0 {
		return
	}
	columns := c.columns(rows[0])
	for i, row := range rows {
		if n := c.columns(row); n != columns {
			c.find("tables", row.page, "columns", words.With{"Row": i + 1, "N": n, "First": columns})
		}
		for _, cell := range row.kids {
			c.cell(cell)
		}
	}
	c.heads(rows)
}

// heads looks whether every header cell heads a cell, and every cell with words has a
// header: one of its column or row, or those it names. A cell alone in its row needs none.
func (c *checker) heads(rows []*element) {
	columns := map[int]*element{} // the last header over each column
	heading := map[*element]bool{}
	var all []*element
	for _, row := range rows {
		var names []*element // headers of the row
		for _, cell := range row.kids {
			if cell.kind != "TH" {
				continue
			}
			all = append(all, cell)
			if c.attribute(cell, "Table", "Scope") != pdfread.Name("Column") {
				names = append(names, cell)
			}
		}
		at := 0
		for _, cell := range row.kids {
			span, _ := c.attribute(cell, "Table", "ColSpan").(int)
			headed := c.attribute(cell, "Table", "Headers") != nil
			for column := at; column < at+max(span, 1); column++ {
				if h := columns[column]; h != nil {
					heading[h], headed = true, true
				}
				if cell.kind == "TH" && !slices.Contains(names, cell) {
					columns[column] = cell
				}
			}
			at += max(span, 1)
			if cell.kind == "TD" {
				for _, name := range names {
					heading[name], headed = true, true
				}
				if !headed && len(cell.marks)+len(cell.kids) > 0 && len(row.kids) > 1 {
					c.find("tables", cell.page, "headless")
				}
			}
		}
	}
	for _, h := range all {
		if !heading[h] {
			c.find("tables", h.page, "idle")
		}
	}
}

// columns is how many columns a row covers.
func (c *checker) columns(row *element) int {
	n := 0
	for _, cell := range row.kids {
		span, given := c.attribute(cell, "Table", "ColSpan").(int)
		if !given {
			span = 1
		}
		if span < 1 || c.attribute(cell, "Table", "RowSpan") != nil {
			c.find("tables", cell.page, "span")
		}
		n += span
	}
	return n
}

// cell looks at a cell.
func (c *checker) cell(e *element) {
	scope := c.attribute(e, "Table", "Scope")
	switch {
	case e.kind == "TH" && scope != pdfread.Name("Row") && scope != pdfread.Name("Column") && scope != pdfread.Name("Both"):
		c.find("tables", e.parent.page, "scope")
	case e.kind == "TH" && len(e.marks)+len(e.kids) == 0:
		c.find("tables", e.parent.page, "nameless")
	case e.kind == "TD" && scope != nil:
		c.find("tables", e.parent.page, "scope")
	}
	headers := c.attribute(e, "Table", "Headers")
	if headers == nil {
		return
	}
	list, _ := headers.(pdfread.Array)
	for _, id := range list {
		if h := c.ids[text(id)]; h == nil || h.kind != "TH" || h.parent == nil || tableOf(h) != tableOf(e) {
			c.find("tables", e.page, "headers", words.With{"ID": text(id)})
		}
	}
}

// tableOf is the table an element stands in.
func tableOf(e *element) *element {
	for e != nil && e.kind != "Table" {
		e = e.parent
	}
	return e
}
