package typeset

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
)

// Measures of figures side by side and of chains, in mm.
const (
	acrossPad    = 3   // from the line at the left to the figure
	acrossSpace  = .4  // under the line's beginning and above its end
	chainRule    = 1.2 // from the rule over a column to its head
	arrowStart   = 1.2 // from a column's right edge to the arrow
	arrowEnd     = .7  // from its point to the next column
	arrowHead    = 2.2
	arrowHalf    = 1.1
	beforeAcross = 4.6
)

// figuresAcross sets figures side by side, each behind a line, its label under it.
func (s *setter) figuresAcross(b paper.KeyFigures, x, width float64) []slab {
	if len(b.Items) == 0 {
		return nil
	}
	list := s.element(RoleList, 0)
	step := width / float64(len(b.Items))
	row := slab{}
	for i, f := range b.Items {
		at := x + float64(i)*step
		body := s.element(RoleBody, s.element(RoleItem, list))
		inner := step - acrossPad - s.look.CellGap
		value := s.wrap(f.Value, s.look.Figures, s.bold(s.look.Accent, s.element(RoleSpan, body)), inner)
		label := s.plain(f.Label, s.look.Small, s.ink(s.element(RoleSpan, body)), inner)
		row.items = append(row.items, s.all(value, at+acrossPad, acrossSpace, paper.Left)...)
		row.items = append(row.items, s.all(label, at+acrossPad, acrossSpace+value.height(), paper.Left)...)
		row.height = max(row.height, value.height()+label.height()+2*acrossSpace)
	}
	if row.height > .5*s.look.full() {
		return s.factParagraphs(b.Items, x, width)
	}
	for i := range b.Items {
		at := x + float64(i)*step
		row.items = append(row.items, Item{Element: Artifact, Shape: straight(at, 0, at, row.height,
			figure.Stroke{Colour: s.look.Ink, Width: s.look.RuleWidth})})
	}
	return []slab{row}
}

// chain puts a rule over a column of a chain and, unless it is the last, an arrow from
// its head to the next column's, across the gap.
func (s *setter) chain(col []slab, x, width, gap float64, more bool) {
	if len(col) == 0 {
		return
	}
	first := &col[0]
	for i := range first.items {
		first.items[i] = first.items[i].at(0, chainRule)
	}
	first.height += chainRule
	first.items = append(first.items, rule(x, 0, width, s.look.Ink, s.look.RuleWidth))
	if !more {
		return
	}
	y := chainRule + .52*s.look.SubHeading.height()
	from, to := x+width+arrowStart, x+width+gap-arrowEnd
	first.items = append(first.items,
		Item{Element: Artifact, Shape: straight(from, y, to-arrowHead/2, y, figure.Stroke{Colour: s.look.Ink, Width: pt(1.3)})},
		Item{Element: Artifact, Shape: outline(s.look.Ink, figure.Stroke{},
			figure.Point{X: to - arrowHead, Y: y - arrowHalf}, figure.Point{X: to, Y: y}, figure.Point{X: to - arrowHead, Y: y + arrowHalf})})
}
