package paper

import "strings"

// Walk calls visit for every block in reading order, parents before what they hold.
func Walk(blocks []Block, visit func(Block)) {
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case Section:
			Walk(b.Blocks, visit)
		case Columns:
			for _, c := range b.Cols {
				Walk(c.Blocks, visit)
			}
		case Frame:
			Walk(b.Blocks, visit)
		}
	}
}

// PlainText gives the words of a paper in reading order, a line for each paragraph,
// list item or table row; cells are parted by tabs.
func PlainText(doc Document) string {
	var lines []string
	Walk(doc.Blocks, func(b Block) { lines = append(lines, blockLines(b)...) })
	return strings.Join(lines, "\n") + "\n"
}

func blockLines(b Block) []string {
	switch b := b.(type) {
	case TitleBlock:
		lines := nonEmpty(b.Kicker, b.Title, b.Subtitle)
		if b.Logo != nil {
			lines = append(nonEmpty(b.Logo.Alt), lines...)
		}
		return append(lines, factLines(b.Facts)...)
	case Decision:
		return nonEmpty(b.Label, b.Sentence.String())
	case Section:
		return nonEmpty(strings.TrimSpace(b.Number + " " + b.Title))
	case Heading:
		return nonEmpty(b.Text.String())
	case Paragraph:
		return nonEmpty(b.Text.String())
	case KeyFigures:
		return factLines(b.Items)
	case List:
		var out []string
		for _, it := range b.Items {
			out = append(out, it.String())
		}
		return out
	case Table:
		return tableLines(b)
	case Figure:
		return nonEmpty(b.Picture.Alt, b.Caption.String())
	case Picture:
		return nonEmpty(b.Alt, b.Caption.String())
	case Contents:
		return nonEmpty(b.Title)
	}
	return nil
}

func factLines(facts []Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.Label+"\t"+f.Value.String())
	}
	return out
}

func tableLines(t Table) []string {
	heads := make([]string, len(t.Cols))
	for i, c := range t.Cols {
		heads[i] = c.Head
	}
	out := []string{strings.Join(heads, "\t")}
	for _, r := range t.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = c.String()
		}
		out = append(out, strings.Join(cells, "\t"))
	}
	return out
}

// String gives a cell's words: its lines, or what its drawing says.
func (c Cell) String() string {
	var parts []string
	for _, l := range c.Lines {
		parts = append(parts, l.String())
	}
	if c.Picture != nil {
		parts = append(parts, c.Picture.Alt)
	}
	return strings.Join(nonEmpty(append(parts, c.Alt)...), " ")
}

func nonEmpty(ss ...string) []string {
	out := ss[:0:0]
	for _, s := range ss {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
