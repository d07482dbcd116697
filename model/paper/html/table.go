package html

import (
	"fmt"
	"slices"
	"strconv"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

// A table of so many columns may be too wide for a narrow screen: it can be scrolled.
const wideTable = 4

func (p *page) table(t paper.Table) {
	class := ""
	switch {
	case t.Sides:
		class = "sides"
	case t.Tight:
		class = "tight"
	}
	wide := len(t.Cols) >= wideTable
	id := ""
	if wide && t.Name != "" {
		id = p.newID("table")
		p.tag("div", "class", "wide", "role", "group", "tabindex", "0", "aria-labelledby", id)
	}
	p.tag("table", "class", class)
	if t.Name != "" {
		p.element("caption", t.Name, "class", "unseen", "id", id)
	}
	p.colgroup(t)
	if hasHead(t) {
		p.thead(t)
	}
	p.tag("tbody")
	for i, r := range t.Rows {
		if r.Kind == paper.RowBar && i > 0 {
			p.end("tbody")
			p.tag("tbody")
		}
		p.row(t, r)
	}
	p.end("tbody")
	p.end("table")
	if id != "" {
		p.end("div")
	}
}

func hasHead(t paper.Table) bool {
	return slices.ContainsFunc(t.Cols, func(c paper.Col) bool { return c.Head != "" || c.Period != nil })
}

// colgroup gives the columns their widths on paper, as parts of the table.
func (p *page) colgroup(t paper.Table) {
	fixed, shares := 0.0, 0.0
	for _, c := range t.Cols {
		if c.Width > 0 {
			fixed += c.Width
		} else {
			shares += share(c)
		}
	}
	whole := fixed
	if shares > 0 {
		whole = max(p.width, fixed+.15*p.width)
	}
	if whole <= 0 {
		return
	}
	p.write("<colgroup>")
	for _, c := range t.Cols {
		width := c.Width
		if width <= 0 {
			width = (whole - fixed) * share(c) / shares
		}
		fmt.Fprintf(&p.out, `<col style="width: %.1f%%"/>`, 100*width/whole)
	}
	p.write("</colgroup>\n")
}

func share(c paper.Col) float64 {
	if c.Share > 0 {
		return c.Share
	}
	return 1
}

func (p *page) thead(t paper.Table) {
	p.tag("thead")
	p.tag("tr")
	for _, c := range t.Cols {
		switch {
		case c.Period != nil:
			p.open("th", "scope", "col", "class", "time")
			p.unseen(c.Head)
			p.drawing(scaleHead(*c.Period, width(c)), figure.Inline{Class: "scale"})
			p.end("th")
		case c.Head == "":
			p.write("<td></td>\n")
		default:
			p.element("th", c.Head, "scope", "col", "class", alignment(c.Align))
		}
	}
	p.end("tr")
	p.end("thead")
}

func alignment(a paper.Align) string {
	if a == paper.Right {
		return "right"
	}
	return ""
}

// rowClasses are the classes of the style sheet.
var rowClasses = map[paper.RowKind]string{paper.RowSame: "same", paper.RowSubtotal: "subtotal", paper.RowTotal: "total", paper.RowBar: "bar"}

func (p *page) row(t paper.Table, r paper.Row) {
	p.tag("tr", "class", rowClasses[r.Kind])
	at := 0
	for _, c := range r.Cells {
		span := max(c.Span, 1)
		col := paper.Col{}
		if at < len(t.Cols) {
			col = t.Cols[at]
		}
		if r.Kind == paper.RowBar {
			p.bar(c, span)
		} else {
			p.cell(col, c, span)
		}
		at += span
	}
	if rest := len(t.Cols) - at; rest > 0 {
		p.open("td", "colspan", spanned(rest))
		p.end("td")
	}
	p.end("tr")
}

// bar writes the cell that names the rows after it.
func (p *page) bar(c paper.Cell, span int) {
	if c.String() == "" {
		p.open("td", "colspan", spanned(span))
		p.end("td")
		return
	}
	p.open("th", "scope", "rowgroup", "colspan", spanned(span))
	for i, line := range c.Lines {
		if i > 0 {
			p.write(" ")
			p.open("span", "class", "beside")
			p.text(line)
			p.close("span")
			continue
		}
		p.text(line)
	}
	p.unseen(c.Alt)
	p.end("th")
}

func spanned(n int) string {
	if n > 1 {
		return strconv.Itoa(n)
	}
	return ""
}

func (p *page) cell(col paper.Col, c paper.Cell, span int) {
	name, scope, class := "td", "", ""
	if col.Names && c.String() != "" {
		name, scope = "th", "row"
	}
	switch {
	case onlyMarks(c):
		class = "marks"
	case span == 1:
		class = alignment(col.Align)
	}
	p.open(name, "scope", scope, "class", class, "colspan", spanned(span))
	for i, line := range c.Lines {
		if i > 0 {
			p.write("<br/>")
		}
		p.text(line)
	}
	if c.Picture != nil {
		p.drawing(*c.Picture, figure.Inline{Class: "sign"})
		p.unseen(c.Picture.Alt)
	}
	if col.Period != nil && (len(c.Bars) > 0 || len(c.Points) > 0) {
		p.drawing(p.scaleCell(*col.Period, width(col), c), figure.Inline{Class: "scale"})
	}
	p.unseen(c.Alt)
	p.end(name)
}

// onlyMarks tells of a cell with marks side by side and no words to be seen.
func onlyMarks(c paper.Cell) bool {
	return len(c.Lines) > 0 && !slices.ContainsFunc(c.Lines, func(line paper.Text) bool {
		return slices.ContainsFunc(line, func(r paper.Run) bool { return r.Text != "" || r.Mark == paper.NoMark })
	})
}

// unseen writes words that are there to be heard.
func (p *page) unseen(text string) {
	if text != "" {
		p.open("span", "class", "unseen")
		p.write(content(text))
		p.close("span")
	}
}
