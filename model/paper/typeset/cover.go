package typeset

import "commonplan/model/paper"

// Measures of a cover.
const (
	coverTop   = .22 // of a page, above the words
	coverSpace = 12  // mm above the facts
)

// cover sets a title on a page of its own, its facts one under another.
func (s *setter) cover(b paper.TitleBlock, x, width float64) []slab {
	facts := b.Facts
	b.Facts, b.Cover = nil, false
	usual := s.look.Title
	if !s.look.Reflow {
		s.look.Title = Type{36, 42}
	}
	out := s.titleBlock(b, x, width)
	s.look.Title = usual
	if rows := s.factRows(facts, x, width); len(rows) > 0 {
		rows[0].before = s.look.space(coverSpace)
		rows[0].items = append(rows[0].items, rule(x, -s.look.space(coverSpace)/2, width, s.look.Accent, s.look.FrameWidth))
		out = append(out, rows...)
	}
	top := slab{height: coverTop * s.look.full(), keep: true}
	return append(append([]slab{top}, out...), slab{brk: paper.NewPage})
}
