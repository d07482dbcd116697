package docx

import (
	"fmt"
	"slices"

	"commonplan/model/paper"
)

// cellGap is the space in mm between the columns of a table.
const cellGap = 3.0

// finishTable closes the gap after a table: two tables that meet would become one, and
// no file may end with one.
func (f *file) finishTable() {
	if f.tabled {
		f.begin("TableEnd", looks{})
		f.end()
	}
}

func (f *file) table(t paper.Table) {
	if len(t.Cols) == 0 || len(t.Rows) == 0 && !hasHead(t) {
		return
	}
	f.finishTable()
	whole := f.look.Width
	if f.inFrame > 0 {
		whole -= (frameLine + framePad) * 25.4 / 1440
	}
	widths := f.widths(t, whole)
	f.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/>`)
	fmt.Fprintf(&f.body, `<w:tblW w:w="%d" w:type="dxa"/>`, twips(whole))
	if f.inFrame > 0 {
		fmt.Fprintf(&f.body, `<w:tblInd w:w="%d" w:type="dxa"/><w:tblBorders>%s</w:tblBorders>`, frameLine, f.frameBorder(0))
		widths[0] += framePad * 25.4 / 1440
	} else {
		f.body.WriteString(`<w:tblInd w:w="0" w:type="dxa"/>`)
	}
	f.body.WriteString(`<w:tblLayout w:type="fixed"/>`)
	firstRow, firstColumn := 0, 0
	if hasHead(t) {
		firstRow = 1
	}
	if t.Cols[0].Names {
		firstColumn = 1
	}
	fmt.Fprintf(&f.body, `<w:tblLook w:val="%04X" w:firstRow="%d" w:lastRow="0" w:firstColumn="%d" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
		0x0600|firstRow<<5|firstColumn<<7, firstRow, firstColumn)
	if t.Name != "" {
		f.body.WriteString(`<w:tblCaption w:val="` + escaped(t.Name) + `"/>`)
	}
	f.body.WriteString("</w:tblPr><w:tblGrid>")
	for _, w := range widths {
		fmt.Fprintf(&f.body, `<w:gridCol w:w="%d"/>`, twips(w))
	}
	f.body.WriteString("</w:tblGrid>\n")
	if hasHead(t) {
		f.head(t, widths)
	}
	for i := range t.Rows {
		f.row(t, i, widths)
	}
	f.body.WriteString("</w:tbl>\n")
	f.tabled = true
}

func hasHead(t paper.Table) bool {
	return slices.ContainsFunc(t.Cols, func(c paper.Col) bool { return c.Head != "" || c.Period != nil })
}

func (f *file) head(t paper.Table, widths []float64) {
	f.body.WriteString("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	under := `<w:bottom w:val="single" w:sz="6" w:space="0" w:color="` + hex(f.look.Ink) + `"/>`
	for i, c := range t.Cols {
		f.openCell(box{width: widths[i], pad: f.pad(t, i), borders: under})
		f.paragraph("TableHead", paper.Words(c.Head), looks{keep: len(t.Rows) > 0, right: c.Align == paper.Right})
		f.closeCell()
	}
	f.body.WriteString("</w:tr>\n")
}

// stays tells that row i stays with the one after it: the first two and the last two
// rows, a sum with what it sums, and rows of one group.
func stays(t paper.Table, i int) bool {
	last := len(t.Rows) - 1
	return i < last && (t.Keep || i == 0 || i == last-1 || t.Rows[i].Kind == paper.RowBar ||
		t.Rows[i+1].Kind != paper.RowPlain && t.Rows[i+1].Kind != paper.RowBar)
}

func (f *file) row(t paper.Table, i int, widths []float64) {
	r := t.Rows[i]
	f.body.WriteString("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	top, bottom := f.rules(t, i)
	shade := ""
	if r.Kind == paper.RowBar && f.look.Tint.On {
		shade = hex(f.look.Tint)
	}
	at := 0
	for _, c := range r.Cells {
		if at >= len(widths) {
			break
		}
		span := min(max(c.Span, 1), len(widths)-at)
		width := sum(widths[at : at+span])
		left := ""
		if t.Sides && at > 0 {
			left = `<w:left w:val="single" w:sz="4" w:space="0" w:color="` + hex(f.look.Rule) + `"/>`
		}
		f.openCell(box{width: width, span: span, pad: f.pad(t, at), borders: top + left + bottom, shade: shade})
		f.cell(r.Kind, c, looks{keep: stays(t, i), right: span == 1 && t.Cols[at].Align == paper.Right}, width)
		f.closeCell()
		at += span
	}
	if rest := len(widths) - at; rest > 0 {
		f.openCell(box{width: sum(widths[at:]), span: rest, borders: top + bottom, shade: shade})
		f.paragraph("TableText", nil, looks{keep: stays(t, i)})
		f.closeCell()
	}
	f.body.WriteString("</w:tr>\n")
}

func sum(widths []float64) float64 {
	all := 0.0
	for _, w := range widths {
		all += w
	}
	return all
}

// rules are the lines above and below row i.
func (f *file) rules(t paper.Table, i int) (top, bottom string) {
	line := func(side string, weight int, colour string) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="%s"/>`, side, weight, colour)
	}
	ink := hex(f.look.Ink)
	switch t.Rows[i].Kind {
	case paper.RowTotal:
		return line("top", 10, ink), line("bottom", 10, ink)
	case paper.RowSubtotal, paper.RowBar:
		return line("top", 6, ink), ""
	case paper.RowSame:
		return "", ""
	}
	if i == 0 {
		return "", ""
	}
	return line("top", 4, hex(f.look.Hair)), ""
}

// pad is the space before the words of a cell: after the line of a frame, or between
// two sides.
func (f *file) pad(t paper.Table, col int) int {
	switch {
	case col == 0 && f.inFrame > 0:
		return framePad
	case col > 0 && t.Sides:
		return twips(cellGap)
	}
	return 0
}

// box is a cell without what it says.
type box struct {
	width   float64 // mm
	span    int     // columns it covers, if more than one
	pad     int     // twips before its words
	borders string  // from the top: above, at the left, below
	shade   string  // a colour; may be empty
}

func (f *file) openCell(b box) {
	fmt.Fprintf(&f.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(b.width))
	if b.span > 1 {
		fmt.Fprintf(&f.body, `<w:gridSpan w:val="%d"/>`, b.span)
	}
	if b.borders != "" {
		f.body.WriteString("<w:tcBorders>" + b.borders + "</w:tcBorders>")
	}
	if b.shade != "" {
		f.body.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="` + b.shade + `"/>`)
	}
	if b.pad > 0 {
		fmt.Fprintf(&f.body, `<w:tcMar><w:left w:w="%d" w:type="dxa"/></w:tcMar>`, b.pad)
	}
	f.body.WriteString("</w:tcPr>")
}

func (f *file) closeCell() { f.body.WriteString("</w:tc>") }

// cell writes what a cell says, a paragraph for each line. Every cell has at least one.
func (f *file) cell(row paper.RowKind, c paper.Cell, l looks, width float64) {
	if row == paper.RowBar {
		f.bar(c, width)
		return
	}
	empty := true
	for _, line := range c.Lines {
		f.paragraph("TableText", line, l)
		empty = false
	}
	if c.Picture != nil {
		f.begin("TableText", l)
		f.drawing(*c.Picture, max(width-cellGap, 1))
		f.end()
		empty = false
	}
	if c.Alt != "" || empty {
		f.paragraph("TableText", paper.Words(c.Alt), l)
	}
}

// bar writes the names of the rows after it in one line, the second at the right.
func (f *file) bar(c paper.Cell, width float64) {
	f.begin("TableHead", looks{keep: true, tab: width - cellGap})
	for i, line := range c.Lines {
		if i > 0 {
			f.tab()
		}
		f.text(line)
	}
	if c.Alt != "" {
		f.tab()
		f.run("", paper.Run{Text: c.Alt})
	}
	f.end()
}
