package docx

import (
	"strings"

	"commonplan/model/paper"
)

// shortLine is how wide in mm a line may be that is better not broken.
const shortLine = 32

// firstSign begins the arrows, ticks and boxes, which many typefaces lack.
const firstSign = '\u2190'

// wider is how much wider than the typeface of the papers the letters of a word
// processor may be.
const wider = 1.1

// need is how wide a column's cells are in mm: its widest word, and its longest line.
type need struct{ word, line float64 }

// widths shares the width of a table among its columns: as on paper, but so that no
// word must be broken if that can be, and columns of time no wider than their words.
func (f *file) widths(t paper.Table, whole float64) []float64 {
	widths := wishes(t, whole)
	needs := make([]need, len(widths))
	for i := range needs {
		needs[i] = f.needOf(t, i)
		if over := widths[i] - needs[i].line; t.Cols[i].Period != nil && over > 0 && len(widths) > 1 {
			widths[i] -= over
			share(widths, i, over)
		}
	}
	give(widths, needs, func(n need) float64 { return n.word })
	give(widths, needs, func(n need) float64 {
		if n.line > shortLine {
			return n.word
		}
		return n.line
	})
	give(widths, needs, func(n need) float64 { return n.line })
	return widths
}

// wishes are the widths on paper; columns without one share what is left.
func wishes(t paper.Table, whole float64) []float64 {
	fixed, shares := 0.0, 0.0
	part := func(c paper.Col) float64 {
		if c.Share > 0 {
			return c.Share
		}
		return 1
	}
	for _, c := range t.Cols {
		if c.Width > 0 {
			fixed += c.Width
		} else {
			shares += part(c)
		}
	}
	k, rest := 1.0, max(whole-fixed, 0)
	switch least := .15 * whole; {
	case shares == 0 && fixed > 0:
		k = whole / fixed
	case shares > 0 && fixed > 0 && rest < least:
		k, rest = (whole-least)/fixed, least
	}
	widths := make([]float64, len(t.Cols))
	for i, c := range t.Cols {
		widths[i] = c.Width * k
		if c.Width <= 0 {
			widths[i] = rest * part(c) / shares
		}
	}
	return widths
}

// share gives the other columns what one of them does not need, by their widths.
func share(widths []float64, from int, over float64) {
	others := sum(widths) - widths[from]
	for i := range widths {
		if i != from && others > 0 {
			widths[i] += over * widths[i] / others
		}
	}
}

// give moves width to columns that miss some of what they want, from those wider than
// their lines or, if that is not enough, from those that have more than they want.
func give(widths []float64, needs []need, want func(need) float64) {
	for i := range widths {
		for _, lines := range []bool{true, false} {
			missing := want(needs[i]) - widths[i]
			if missing <= 0 {
				break
			}
			spare, all := make([]float64, len(widths)), 0.0
			for k, n := range needs {
				floor := want(n)
				if lines {
					floor = n.line
				}
				if k != i {
					spare[k] = max(widths[k]-floor, 0)
					all += spare[k]
				}
			}
			if all <= 0 {
				continue
			}
			moved := min(missing, all)
			for k := range widths {
				widths[k] -= spare[k] * moved / all
			}
			widths[i] += moved
		}
	}
}

// needOf measures the cells of one column; those over several do not count, and no word
// counts for more than half a page.
func (f *file) needOf(t paper.Table, col int) need {
	n := f.measure(paper.Text{paper.Strong(t.Cols[col].Head)})
	for _, r := range t.Rows {
		at := 0
		for _, c := range r.Cells {
			if at == col && c.Span <= 1 {
				for _, text := range append(c.Lines[:len(c.Lines):len(c.Lines)], paper.Words(c.Alt)) {
					m := f.measure(text)
					n.word, n.line = max(n.word, m.word), max(n.line, m.line)
				}
				if c.Picture != nil {
					n.word, n.line = max(n.word, c.Picture.Width), max(n.line, c.Picture.Width)
				}
			}
			at += max(c.Span, 1)
		}
	}
	n.word = min(n.word, f.look.Width/2)
	return need{n.word + cellGap, n.line + cellGap}
}

func (f *file) measure(text paper.Text) need {
	var n need
	for _, r := range text {
		words := strings.TrimLeft(r.MarkWord+" "+r.Text, " ")
		if sign := signs[r.Mark]; sign != "" {
			words = sign + "\u00a0" + words
		}
		if r.Mark == paper.MarkTick {
			words = "✓\u00a0" + words
		}
		for word := range strings.SplitSeq(paper.Sound(words), " ") {
			width := 0
			for _, letter := range word {
				w, ok := f.metrics.Width(letter, r.Strong)
				if !ok || letter >= firstSign {
					w = 1000 // as wide as high: who knows which typeface has it
				}
				width += w
			}
			mm := float64(width) / 1000 * f.look.Body.Size * 25.4 / 72 * wider
			n.word = max(n.word, mm)
			n.line += mm + .25*f.look.Body.Size*25.4/72
		}
	}
	return n
}
