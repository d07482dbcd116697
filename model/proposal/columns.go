package proposal

import (
	"math"
	"slices"
	"strings"

	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

// Measures of a table and its cells in mm, as the papers are set.
const (
	tableWidth  = 174.0
	cellGap     = 3.0
	leastColumn = 18.0
	columnStep  = 2.0
	bodyUnit    = 11.0 / 1000 * 25.4 / 72 // a thousandth of the type size
	headUnit    = 9.5 / 1000 * 25.4 / 72
	space       = 200 * bodyUnit
)

// mostMeasured is how many rows are looked at to find the widths of the columns.
const mostMeasured = 60

// columnsFrom lists the columns from the first up to, without, the end.
func columnsFrom(first, end int) []int {
	var all []int
	for c := first; c < end; c++ {
		all = append(all, c)
	}
	return all
}

// fitColumns moves room between columns of a table over the whole width, by their
// places, as long as its rows then have fewer lines. Where it makes no difference the
// drawn widths stay.
func fitColumns(t *paper.Table, columns ...int) {
	rest, open := tableWidth, 0
	for _, c := range t.Cols {
		rest -= c.Width
		if c.Width == 0 {
			open++
		}
	}
	for i := range t.Cols {
		if t.Cols[i].Width == 0 {
			t.Cols[i].Width = rest / float64(open)
		}
	}
	f := fitting{table: t, columns: columns, rows: cellsOf(t, columns)}
	for best, better := f.lines(), true; better; {
		better = false
		for _, from := range columns {
			for _, to := range columns {
				if now := f.move(from, to, best); now < best {
					best, better = now, true
				}
			}
		}
	}
}

// hugColumns makes columns, by their places, only as wide as their longest cell, so that
// none of these is broken; a cell wider than the column was drawn is let be.
func hugColumns(t *paper.Table, columns ...int) {
	rows := cellsOf(t, columns)
	for k, c := range columns {
		wide := wordWidth(t.Cols[c].Head, true) * headUnit
		for _, row := range rows {
			for _, words := range row[k] {
				line := float64(max(len(words)-1, 0)) * space
				for _, word := range words {
					line += word
				}
				wide = max(wide, line)
			}
		}
		t.Cols[c].Width = min(t.Cols[c].Width, wide+cellGap+.5)
	}
}

// undecidedWidth is how wide a column must be to say on one line that something is not
// decided yet.
const undecidedWidth = 28

// widen makes room in narrow columns, by their places, for what is not decided yet.
func (m *maker) widen(t *paper.Table, columns ...int) {
	for _, c := range columns {
		if slices.ContainsFunc(t.Rows, func(row paper.Row) bool { return c < len(row.Cells) && m.saysNothing(row.Cells[c]) }) {
			t.Cols[c].Width = max(t.Cols[c].Width, undecidedWidth)
		}
	}
}

// fitting is a table whose columns are being moved.
type fitting struct {
	table   *paper.Table
	columns []int
	rows    [][]measured // of those columns
}

// lines counts the lines of all rows.
func (f fitting) lines() int {
	sum := 0
	for _, row := range f.rows {
		most := 1
		for k, cell := range row {
			width := f.table.Cols[f.columns[k]].Width
			if f.columns[k] < len(f.table.Cols)-1 {
				width -= cellGap
			}
			most = max(most, cell.lines(width))
		}
		sum += most
	}
	return sum
}

// move takes the smallest step from one column to another that saves a line, and gives
// the lines there are then.
func (f fitting) move(from, to, best int) int {
	a, b := &f.table.Cols[from].Width, &f.table.Cols[to].Width
	wasA, wasB := *a, *b
	least := max(leastColumn, wordWidth(f.table.Cols[from].Head, true)*headUnit+cellGap)
	for step := columnStep; from != to && wasA-step >= least; step += columnStep {
		*a, *b = wasA-step, wasB+step
		if now := f.lines(); now < best {
			return now
		}
	}
	*a, *b = wasA, wasB
	return best
}

// measured is a cell's paragraphs as the widths of their words in mm.
type measured [][]float64

// cellsOf gives the words of a table's rows in some columns.
func cellsOf(t *paper.Table, columns []int) [][]measured {
	var rows [][]measured
	for _, row := range t.Rows[:min(len(t.Rows), mostMeasured)] {
		if len(row.Cells) < len(t.Cols) {
			continue // a cell spans columns
		}
		var cells []measured
		for _, c := range columns {
			cells = append(cells, measureCell(row.Cells[c]))
		}
		rows = append(rows, cells)
	}
	return rows
}

func measureCell(c paper.Cell) measured {
	var m measured
	for _, text := range c.Lines {
		var words []float64
		for _, run := range text {
			for _, word := range strings.Fields(run.Text) {
				words = append(words, wordWidth(word, run.Strong)*bodyUnit)
			}
			if run.Mark != paper.NoMark {
				words = append(words, 1000*bodyUnit)
			}
		}
		m = append(m, words)
	}
	return m
}

// wordWidth gives the width of letters in thousandths of the type size.
func wordWidth(word string, strong bool) float64 {
	sum := 0
	for _, r := range word {
		w, _ := metrics.SourceSans().Width(r, strong)
		sum += w
	}
	return float64(sum)
}

// lines is how many lines a cell takes in a width.
func (m measured) lines(width float64) int {
	sum := 0
	for _, words := range m {
		used := math.Inf(1)
		for _, word := range words {
			if used+space+word > width {
				sum++
				used = word
			} else {
				used += space + word
			}
		}
	}
	return sum
}
