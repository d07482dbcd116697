package typeset

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
)

// Measures of tables whose two columns are compared, in mm.
const (
	compareGap    = 7   // between the columns, with the line in its middle
	barPad        = .45 // above and below a bar's words
	barInsetX     = 2
	underBar      = 1.2
	beforeBar     = 3.4
	compareHeadUp = .6
)

// The boxes that show how far somebody is, as parts of the type size: three of them, or
// one frame as wide as all.
const (
	boxWide  = 1.237
	boxHigh  = .928
	boxGap   = .19
	boxAfter = .6
	boxUp    = .3 // from the baseline to the middle
	boxes    = 3
)

const boxesWide = boxes*boxWide + (boxes-1)*boxGap

// filledBoxes says how many boxes a mark fills; false for marks of another kind.
func filledBoxes(m paper.Mark) (n int, ok bool) {
	if m < paper.MarkNotYet || m > paper.MarkNoAnswer {
		return 0, false
	}
	return int(m - paper.MarkNotYet), m <= paper.MarkInPlace
}

func isScaleMark(m paper.Mark) bool { return m >= paper.MarkNotYet && m <= paper.MarkNoAnswer }

// scaleMark draws how far somebody is, from x, for words with the given baseline.
func (s *setter) scaleMark(m paper.Mark, element int, x, baseline, size float64) []Item {
	em := pt(size)
	thin := figure.Stroke{Colour: s.look.Ink, Width: pt(.8)}
	box := figure.Rect{X: x, Y: baseline - (boxUp+boxHigh/2)*em, W: boxWide * em, H: boxHigh * em, Stroke: thin}
	filled, ok := filledBoxes(m)
	if !ok {
		box.W = boxesWide * em
		box.Stroke.Dash = s.look.FrameDash
		out := []Item{{Element: element, Shape: box}}
		if m == paper.MarkUnknown {
			sign := s.plain("?", Type{.82 * size, size}, s.bold(s.look.Ink, element), s.look.Width)
			out = append(out, s.items(sign, 0, x+(box.W-firstWidth(sign))/2, baseline-.05*em-s.baseline(sign.kind))...)
		}
		return out
	}
	var out []Item
	for n := range boxes {
		b := box
		b.X += float64(n) * (boxWide + boxGap) * em
		if n < filled {
			b.Fill = s.look.Ink
		}
		out = append(out, Item{Element: element, Shape: b})
	}
	return out
}

// barRow sets a row that names those after it: on a tint under a rule, its second line
// at the right.
func (s *setter) barRow(g *grid, i int, head *slab) []slab {
	r := g.table.Rows[i]
	row := s.element(RoleRow, g.rows)
	element := s.element(RoleHeadCell, row)
	s.elements[element].Scope, s.elements[element].Span = scopeColumn, len(g.table.Cols) // it heads no cell beside it, but those below
	sl := slab{head: head, keep: true}
	if i > 0 {
		sl.before = beforeBar
	}
	inner := g.width - 2*barInsetX
	height := s.look.Body.height()
	if len(r.Cells) > 0 {
		lines := r.Cells[0].Lines
		aside := 0.0
		if len(lines) > 1 {
			p := s.wrap(lines[1], s.look.Body, s.ink(element), inner/2)
			sl.items = append(sl.items, s.all(p, g.x+g.width-barInsetX, barPad, paper.Right)...)
			aside, height = firstWidth(p)+s.look.CellGap, max(height, p.height())
		}
		if len(lines) > 0 {
			p := s.wrap(append(lines[0][:len(lines[0]):len(lines[0])], paper.Plain(" ")), s.look.Body, s.ink(element), inner-aside)
			sl.items = append(s.all(p, g.x+barInsetX, barPad, paper.Left), sl.items...)
			height = max(height, p.height())
		}
	}
	sl.height = height + 2*barPad
	sl.items = append([]Item{{Element: Artifact, Shape: figure.Rect{X: g.x, W: g.width, H: sl.height, Fill: s.look.Tint}}}, sl.items...)
	sl.items = append(sl.items, rule(g.x, 0, g.width, s.look.Ink, s.look.RuleWidth))
	return []slab{sl}
}

// divider is the line between the two columns of a row so high.
func (g *grid) divider(look Look, top, height float64) Item {
	x := g.lefts[1] - g.gap/2
	return Item{Element: Artifact, Shape: straight(x, top, x, top+height, figure.Stroke{Colour: look.Rule, Width: look.RuleWidth})}
}
