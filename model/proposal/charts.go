package proposal

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

// Two charts side by side, in mm.
const (
	chartWidth = 83
	chartsGap  = 8
)

// chart says how a chart is drawn: so wide in mm, in letters of so many points, or 0 for
// the usual. In large print it has the whole width.
func (m *maker) chart(width, size float64) figure.ChartOptions {
	if m.print.Large > 0 {
		width, size = tableWidth, m.print.Large
	}
	return figure.ChartOptions{Words: m.words, Metrics: metrics.Of(m.print.Typeface), Width: width, Size: size}
}

// figures puts pictures one under another.
func figures(pictures []figure.Picture) []paper.Block {
	var blocks []paper.Block
	for _, p := range pictures {
		blocks = append(blocks, paper.Figure{Picture: p})
	}
	return blocks
}

// pairs sets charts side by side, two in a row.
func pairs(charts []paper.Block) []paper.Block {
	var blocks []paper.Block
	for i := 0; i < len(charts); i += 2 {
		columns := paper.Columns{Gap: chartsGap, Keep: true, Cols: []paper.Column{{Width: chartWidth, Blocks: charts[i : i+1]}, {Width: chartWidth}}}
		if i+1 < len(charts) {
			columns.Cols[1].Blocks = charts[i+1 : i+2]
		}
		blocks = append(blocks, columns)
	}
	return blocks
}
