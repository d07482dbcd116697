package typeset

import (
	"strconv"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// start says what stands before the first of some blocks.
type start uint8

const (
	documentStart start = iota
	sectionStart        // a section's heading
	columnStart         // nothing: the top of a column or frame
)

// Spaces that belong to one kind of block only, in mm.
const (
	afterTitle    = .7  // before the subtitle
	beforeFacts   = 3.2 // before the row of facts
	factPadTop    = 1.4
	factPadBottom = 2.2
	beforeBox     = 4.3

	titleRuleSpace = 2.4 // above the rule under a title block
	noteSpace      = .6  // before a note under a table or figure, and under a small heading
	bulletIndent   = 4.5
	listSpace      = .6 // between the items of a list
)

// blocks sets blocks one under another from x, in a column of the given width.
func (s *setter) blocks(bs []paper.Block, x, width float64, at start) []slab {
	var out []slab
	var prev paper.Block
	for i, b := range bs {
		slabs := s.block(b, x, width)
		if len(slabs) == 0 {
			continue
		}
		switch {
		case prev != nil:
			slabs[0].before = s.space(prev, b)
		case at == sectionStart:
			slabs[0].before = s.look.HeadingSpace
			if _, ok := b.(paper.Paragraph); ok && len(slabs) <= 12 {
				keepAll(slabs)
			}
		}
		if _, ok := prev.(paper.Paragraph); ok && isList(b) {
			out[len(out)-1].keep = true // what a list is of
		}
		if at == sectionStart && i == len(bs)-1 && isLine(b, slabs) && prev != nil {
			slabs[0].closes = true
			if mayStay(prev) {
				out[len(out)-1].keep = true
			}
		}
		if s.staysWithNext(b) {
			slabs[len(slabs)-1].keep = true
		}
		out = append(out, slabs...)
		prev = b
	}
	return out
}

func isList(b paper.Block) bool {
	_, ok := b.(paper.List)
	return ok
}

func (s *setter) staysWithNext(b paper.Block) bool {
	switch b := b.(type) {
	case paper.Paragraph:
		return b.KeepWithNext
	case paper.Figure:
		return b.KeepWithNext
	case paper.TitleBlock:
		return !b.Cover && !s.look.Reflow // where it may fill a page
	case paper.Heading:
		return true
	}
	return false
}

// space is the space between two blocks.
func (s *setter) space(prev, next paper.Block) float64 {
	if _, ok := prev.(paper.Heading); ok {
		return s.look.space(noteSpace)
	}
	switch next := next.(type) {
	case paper.Section, paper.Contents:
		return s.look.SectionSpace
	case paper.Decision:
		return s.look.space(beforeBox)
	case paper.KeyFigures:
		if next.Across && !s.look.Reflow {
			return beforeAcross
		}
	case paper.Heading:
		return 2 * s.look.ParagraphSpace
	case paper.Paragraph:
		if next.Small && isTabular(prev) && !s.look.Reflow {
			return noteSpace
		}
	case paper.Table:
		if isSum(next) {
			return 0
		}
	case paper.Frame:
		return 1.5 * s.look.ParagraphSpace
	}
	return s.look.ParagraphSpace
}

func isTabular(b paper.Block) bool {
	switch b.(type) {
	case paper.Table, paper.Figure, paper.Picture:
		return true
	}
	return false
}

func (s *setter) ink(element int) voice { return voice{colour: s.look.Ink, element: element} }

func (s *setter) bold(colour figure.Colour, element int) voice {
	return voice{bold: true, colour: colour, element: element}
}

// block sets one block.
func (s *setter) block(b paper.Block, x, width float64) []slab {
	if s.look.Reflow {
		if slabs, done := s.reflow(b, x, width); done {
			return slabs
		}
	}
	switch b := b.(type) {
	case paper.TitleBlock:
		if b.Cover {
			return s.cover(b, x, width)
		}
		return s.titleBlock(b, x, width)
	case paper.Decision:
		return s.decision(b, x, width)
	case paper.Section:
		return s.section(b, x, width)
	case paper.Heading:
		return s.heading(b, x, width)
	case paper.Paragraph:
		kind := s.look.Body
		if b.Small {
			kind = s.look.Small
		}
		return s.paraSlabs(s.wrap(b.Text, kind, s.ink(s.element(RoleP, 0)), width), x)
	case paper.KeyFigures:
		if b.Across {
			return s.figuresAcross(b, x, width)
		}
		return s.keyFigures(b, x, width)
	case paper.List:
		return s.list(b, x, width)
	case paper.Table:
		return s.table(b, x, width)
	case paper.Columns:
		return s.columns(b, x, width)
	case paper.Frame:
		return s.frame(b, x, width)
	case paper.Figure:
		return s.figure(b, x, width)
	case paper.Picture:
		return s.photograph(b, x, width)
	case paper.Contents:
		return s.contents(b, x, width)
	case paper.PageBreak:
		return []slab{{brk: paper.NewPage}}
	}
	return nil
}

func (s *setter) section(b paper.Section, x, width float64) []slab {
	s.current++
	index := s.current
	v := s.bold(s.look.Accent, s.element(RoleH2, 0))
	s.sections[index-1].Element = v.element
	underRule := s.look.space(.7)
	if s.look.Reflow && b.Number != "" {
		b.Title = s.words.Say("paper.numbered", words.With{"Number": b.Number, "Title": b.Title})
		b.Number = "" // the title may run on under it
	}
	number := s.plain(spaced(b.Number), s.look.Heading, v, width)
	indent := 0.0
	if b.Number != "" {
		indent = max(s.look.NumberWidth, firstWidth(number)+s.look.CellGap)
	}
	head := s.paraSlabs(s.plain(b.Title, s.look.Heading, v, width-indent), x+indent)
	if len(head) == 0 {
		head = []slab{{height: s.look.Heading.height()}}
	}
	first := &head[0]
	first.items = append(s.all(number, x, 0, paper.Left), first.items...)
	for i := range first.items {
		first.items[i] = first.items[i].at(0, underRule)
	}
	if s.look.SectionRule > 0 {
		first.items = append(first.items, rule(x, 0, width, s.look.Accent, s.look.SectionRule))
	}
	first.height += underRule
	first.brk, first.begins, first.room = b.Break, index, s.look.SectionRoom
	for i := range head {
		head[i].keep = true
	}
	slabs := append(head, s.blocks(b.Blocks, x, width, sectionStart)...)
	s.sections[index-1].Height = s.look.SectionSpace + extent(slabs)
	return slabs
}

// spaced ends words with a space, so that they do not run into the next where the
// text is copied or read aloud.
func spaced(words string) string {
	if words == "" {
		return ""
	}
	return words + " "
}

func (s *setter) heading(b paper.Heading, x, width float64) []slab {
	role := RoleH3
	if b.Level > 3 {
		role = RoleH4
	}
	p := s.wrap(b.Text, s.look.SubHeading, s.bold(s.look.Accent, s.element(role, 0)), width)
	return keepAll(s.paraSlabs(p, x))
}

func (s *setter) decision(b paper.Decision, x, width float64) []slab {
	bx := box{padX: s.look.space(5.5), padTop: s.look.space(3.8), padBottom: s.look.space(4.9), fill: s.look.Tint,
		stroke: figure.Stroke{Colour: s.look.Accent, Width: s.look.FrameWidth}}
	inner := width - 2*bx.padX
	label := s.paraSlabs(s.plain(b.Label, s.look.Body, s.bold(s.look.Ink, s.element(RoleP, 0)), inner), x+bx.padX)
	sentence := s.paraSlabs(s.wrap(b.Sentence, s.look.Sentence, s.bold(s.look.Ink, s.element(RoleP, 0)), inner), x+bx.padX)
	if len(sentence) > 0 {
		sentence[0].before = s.look.space(.8)
	}
	if len(label) > 0 {
		label[len(label)-1].keep = true
	}
	return s.boxed(append(label, sentence...), bx, x, width)
}

func (s *setter) list(b paper.List, x, width float64) []slab {
	list := s.element(RoleList, 0)
	s.elements[list].Numbered = b.Kind == paper.Numbered
	var out []slab
	for i, text := range b.Items {
		item := s.element(RoleItem, list)
		sign := "•"
		if b.Kind == paper.Numbered {
			sign = strconv.Itoa(i+1) + "."
		}
		label := s.plain(spaced(sign), s.look.Body, s.ink(s.element(RoleLabel, item)), s.look.space(bulletIndent))
		indent := max(s.look.space(bulletIndent), label.lines[0].width+1)
		slabs := s.paraSlabs(s.wrap(text, s.look.Body, s.ink(s.element(RoleBody, item)), width-indent), x+indent)
		if len(slabs) == 0 {
			continue
		}
		slabs[0].items = append(s.items(label, 0, x, 0), slabs[0].items...)
		slabs[0].before = s.look.space(listSpace)
		out = append(out, slabs...)
	}
	return out
}

func (s *setter) columns(b paper.Columns, x, width float64) []slab {
	total := b.Gap * float64(len(b.Cols)-1)
	for _, c := range b.Cols {
		total += c.Width
	}
	if len(b.Cols) == 0 || total <= 0 {
		return nil
	}
	k := width / total
	out := slab{whole: b.Keep, cols: [][]slab{}}
	for _, c := range b.Cols {
		col := s.blocks(c.Blocks, x, c.Width*k, columnStart)
		if b.Chain {
			s.chain(col, x, c.Width*k, b.Gap*k, len(out.cols)+1 < len(b.Cols))
		}
		out.cols = append(out.cols, col)
		out.height = max(out.height, extent(col))
		x += (c.Width + b.Gap) * k
	}
	return []slab{out}
}

func (s *setter) frame(b paper.Frame, x, width float64) []slab {
	bx := box{padX: s.look.space(2.7), padTop: s.look.space(1.5), padBottom: s.look.space(2.2),
		stroke: figure.Stroke{Colour: s.look.Ink, Width: pt(.6), Dash: s.look.FrameDash}}
	return s.boxed(s.blocks(b.Blocks, x+bx.padX, width-2*bx.padX, columnStart), bx, x, width)
}

func (s *setter) figure(b paper.Figure, x, width float64) []slab {
	element := s.element(RoleFigure, 0)
	s.elements[element].Alt = s.clean(b.Picture.Alt)
	k := fit(b.Picture, width, .92*s.look.full())
	out := slab{height: b.Picture.Height * k, items: s.picture(b.Picture, element, x, 0, k)}
	if len(b.Caption) == 0 {
		return []slab{out}
	}
	caption := s.paraSlabs(s.wrap(b.Caption, s.look.Small, s.ink(s.element(RoleP, 0)), width), x)
	if len(caption) > 0 {
		caption[0].before = s.look.space(noteSpace)
	}
	return keepAll(append([]slab{out}, caption...))
}

// fit is by how much a drawing must be made smaller to fit a place; 1 if it does.
func fit(pic figure.Picture, width, height float64) float64 {
	k := 1.0
	if pic.Width > width {
		k = width / pic.Width
	}
	if pic.Height*k > height {
		k = height / pic.Height
	}
	return k
}

// picture places a drawing times k with its top left at x and y. Its words are
// cleaned and stand at their left ends.
func (s *setter) picture(pic figure.Picture, element int, x, y, k float64) []Item {
	var out []Item
	for _, sh := range pic.Shapes {
		sh = figure.Moved(figure.Scaled(sh, k), x, y)
		if s.look.Reflow {
			sh = toned(sh, s.look.inked)
		}
		if t, ok := sh.(figure.Text); ok {
			out = append(out, s.pictureText(t, element)...)
			continue
		}
		out = append(out, Item{Element: element, Shape: sh})
	}
	if pic.Cut {
		window := &figure.Box{Left: x, Top: y, Right: x + pic.Width*k, Bottom: y + pic.Height*k}
		for i := range out {
			out[i].Clip = window
		}
	}
	return out
}

// pictureText gives the words of a drawing, a text for each change of typeface.
func (s *setter) pictureText(t figure.Text, element int) []Item {
	t.String = s.clean(t.String)
	width := s.textWidth(t.String, t.Bold, t.Size)
	switch t.Align {
	case figure.Centre:
		t.X -= width / 2
	case figure.Right:
		t.X -= width
	}
	t.Align = figure.Left
	var out []Item
	rest := []rune(t.String)
	for len(rest) > 0 {
		n, face := 1, s.face(rest[0], t.Bold)
		for n < len(rest) && s.face(rest[n], t.Bold) == face {
			n++
		}
		t.String = string(rest[:n])
		it := Item{Element: element, Face: face, Width: s.textWidth(t.String, t.Bold, t.Size), Shape: t}
		out = append(out, it)
		t.X += it.Width
		rest = rest[n:]
	}
	return out
}
