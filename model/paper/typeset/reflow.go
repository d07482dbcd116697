package typeset

import (
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// reflow sets the blocks that large print sets in another way: in one column, with
// nothing beside the text. done is false for the others.
func (s *setter) reflow(b paper.Block, x, width float64) (slabs []slab, done bool) {
	switch b := b.(type) {
	case paper.TitleBlock:
		b.Kicker = s.largeKicker(b.Kicker)
		if b.Cover {
			return s.cover(b, x, width), true
		}
		return s.largeTitle(b, x, width), true
	case paper.Columns:
		var all []paper.Block
		for _, c := range b.Cols {
			all = append(all, c.Blocks...)
		}
		return s.blocks(all, x, width, columnStart), true
	case paper.KeyFigures:
		return s.keyFigures(b, x, width), true
	case paper.Table:
		if t := withNames(b); s.staysTable(t, width) {
			return s.table(s.fitted(t), x, width), true
		}
		return s.entries(b, x, width), true
	case paper.Figure:
		return s.largeFigure(b, x, width), true
	}
	return nil, false
}

// largeKicker says that this is large print.
func (s *setter) largeKicker(kicker string) string {
	if kicker == "" {
		return s.words.Say("paper.large.bare")
	}
	return s.words.Say("paper.large", words.With{"Kicker": kicker})
}

// largeTitle opens a paper, its facts one under another.
func (s *setter) largeTitle(b paper.TitleBlock, x, width float64) []slab {
	facts := b.Facts
	b.Facts = nil
	out := s.titleBlock(b, x, width)
	rows := s.factRows(facts, x, width)
	if len(rows) > 0 && len(out) > 0 {
		rows[0].before = s.look.space(beforeFacts)
	}
	return keepAll(append(out, rows...))
}

// factRows sets facts one under another, the labels in a column of their own if they
// are short enough for one.
func (s *setter) factRows(fs []paper.Fact, x, width float64) []slab {
	indent := 0.0
	for _, f := range fs {
		indent = max(indent, s.textWidth(s.clean(f.Label), true, s.look.Body.Size))
	}
	indent += 2 * s.look.CellGap
	if indent > .4*width {
		return s.factParagraphs(fs, x, width)
	}
	var out []slab
	for _, f := range fs {
		label := s.plain(spaced(f.Label), s.look.Body, s.bold(s.look.Ink, s.element(RoleP, 0)), indent)
		value := s.paraSlabs(s.wrap(f.Value, s.look.Body, s.ink(s.element(RoleP, 0)), width-indent), x+indent)
		if len(value) == 0 {
			value = []slab{{height: s.look.Body.height()}}
		}
		value[0].items = append(s.all(label, x, 0, paper.Left), value[0].items...)
		out = append(out, value...)
	}
	return out
}

// largeFigure sets a drawing so large that none of its words is smaller than the text.
// If it has no room at that size, its words are set instead of it.
func (s *setter) largeFigure(b paper.Figure, x, width float64) []slab {
	if k, fits := s.enlarge(b.Picture, width, .92*s.look.full()); fits {
		pic := b
		pic.Picture = magnified(b.Picture, k)
		return s.figure(pic, x, width)
	}
	said := paper.List{}
	for _, sentence := range sentences(b.Picture.Alt) {
		said.Items = append(said.Items, paper.Words(sentence))
	}
	blocks := []paper.Block{said}
	if len(b.Caption) > 0 {
		blocks = append(blocks, paper.Paragraph{Text: b.Caption})
	}
	return s.blocks(blocks, x, width, columnStart)
}

// enlarge is by how much a drawing is made larger, so that its smallest words have the
// size of the text; fits is false if there is no room for that.
func (s *setter) enlarge(pic figure.Picture, width, height float64) (k float64, fits bool) {
	smallest := 0.0
	for _, sh := range pic.Shapes {
		if t, ok := sh.(figure.Text); ok && (smallest == 0 || t.Size < smallest) {
			smallest = t.Size
		}
	}
	if smallest == 0 {
		smallest = A4().Body.Size // it grows as the text does
	}
	k = max(s.look.Body.Size/smallest, 1)
	return k, pic.Width*k <= width+slack && pic.Height*k <= height+slack
}

func magnified(pic figure.Picture, k float64) figure.Picture {
	shapes := make([]figure.Shape, len(pic.Shapes))
	for i, sh := range pic.Shapes {
		shapes[i] = figure.Scaled(sh, k)
	}
	pic.Width, pic.Height, pic.Shapes = pic.Width*k, pic.Height*k, shapes
	return pic
}

// sentences cuts a text after each sentence.
func sentences(text string) []string {
	var all []string
	for _, part := range strings.SplitAfter(text, ". ") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// spoken gives a text in which every mark that stands for a word has the word beside
// it, and marks that stand for nothing are left out.
func spoken(text paper.Text) paper.Text {
	var out paper.Text
	for _, r := range text {
		switch {
		case r.Mark == paper.MarkDash && r.MarkWord == "" && r.Text == "":
			continue
		case r.MarkWord != "" && r.Text == "":
			r.Text, r.MarkWord = r.MarkWord+" ", ""
		}
		out = append(out, r)
	}
	return out
}
