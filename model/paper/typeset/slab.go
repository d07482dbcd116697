package typeset

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
)

// slab is a piece of the paper that is never split. Its items stand at their final x
// and at y from the slab's top.
type slab struct {
	before float64 // space before it, dropped at the top of a page
	height float64
	room   float64 // more space before it, on a page that has room
	keep   bool    // stays with the next slab
	brk    paper.Break
	begins int // 1 + the section that begins here; 0 is none
	items  []Item
	head   *slab    // printed again above it where it opens a page
	cols   [][]slab // blocks side by side, instead of items
	closes bool     // is a single line, the last of its section
	whole  bool     // cols are not split unless they are taller than a page
}

// extent is the height of slabs one under another, without the space before the first.
func extent(slabs []slab) float64 {
	sum := 0.0
	for i, sl := range slabs {
		if i > 0 {
			sum += sl.before
		}
		sum += sl.height
	}
	return sum
}

// merged makes one slab of several. Columns stay side by side; repeated heads are dropped.
func merged(slabs []slab) slab {
	out := slab{height: extent(slabs)}
	y := 0.0
	for i, sl := range slabs {
		if i > 0 {
			y += sl.before
		}
		for _, it := range sl.items {
			out.items = append(out.items, it.at(0, y))
		}
		for _, col := range sl.cols {
			for _, it := range merged(col).items {
				out.items = append(out.items, it.at(0, y))
			}
		}
		y += sl.height
	}
	return out
}

// at is the item moved.
func (it Item) at(dx, dy float64) Item {
	if dx == 0 && dy == 0 {
		return it
	}
	it.Shape = figure.Moved(it.Shape, dx, dy)
	if it.Clip != nil {
		it.Clip = &figure.Box{Left: it.Clip.Left + dx, Top: it.Clip.Top + dy, Right: it.Clip.Right + dx, Bottom: it.Clip.Bottom + dy}
	}
	return it
}

// keepAll keeps slabs together; the last stays free.
func keepAll(slabs []slab) []slab {
	for i := range slabs[:max(len(slabs)-1, 0)] {
		slabs[i].keep = true
	}
	return slabs
}

// paraSlabs makes a slab of each line, keeping at least two lines together.
func (s *setter) paraSlabs(p para, x float64) []slab {
	slabs := make([]slab, len(p.lines))
	items := make([]Item, 0, len(p.lines))
	for n := range p.lines {
		from := len(items)
		items = s.appendLine(items, p, n, x, 0)
		slabs[n] = slab{height: p.kind.height(), items: items[from:len(items):len(items)]}
	}
	last := len(slabs) - 1
	if last > 0 {
		slabs[0].keep, slabs[last-1].keep = true, true
	}
	return slabs
}

// box is what surrounds framed blocks.
type box struct {
	padX, padTop, padBottom float64
	fill                    figure.Colour
	stroke                  figure.Stroke
}

// boxed puts slabs into a box from x with the given width. A box that would not fit
// on a page gets its fill and sides line by line, so that it can be split; columns in
// it do without.
func (s *setter) boxed(slabs []slab, b box, x, width float64) []slab {
	if whole := extent(slabs) + b.padTop + b.padBottom; whole <= .9*s.look.full() {
		in := merged(slabs)
		out := slab{height: whole, items: []Item{{Element: Artifact,
			Shape: figure.Rect{X: x, W: width, H: whole, Fill: b.fill, Stroke: b.stroke}}}}
		for _, it := range in.items {
			out.items = append(out.items, it.at(0, b.padTop))
		}
		return []slab{out}
	}
	for i := range slabs {
		sl := slabs[i]
		if sl.cols != nil {
			continue
		}
		sl.items = append([]Item{
			{Element: Artifact, Shape: figure.Rect{X: x, W: width, H: sl.height, Fill: b.fill}},
			{Element: Artifact, Shape: straight(x, 0, x, sl.height, b.stroke)},
			{Element: Artifact, Shape: straight(x+width, 0, x+width, sl.height, b.stroke)},
		}, sl.items...)
		slabs[i] = sl
	}
	return slabs
}
