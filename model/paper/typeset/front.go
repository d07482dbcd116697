package typeset

import (
	"strconv"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/bitmap"
	"commonplan/model/words"
)

// The logo beside a title, in mm.
const (
	logoWide = 40
	logoHigh = 22
	logoGap  = 8
)

// logo sets the logo of a title block at the right of a width, or gives nothing: then a
// picture that cannot be read is noted, and no sentence stands in its place.
func (s *setter) logo(b *paper.Picture, x, width float64) (item Item, wide, high float64) {
	if b == nil {
		return Item{}, 0, 0
	}
	alt := s.clean(NameOf(*b, s.words))
	read, err := bitmap.Read(b.Data)
	if err != nil {
		s.refuse(err, alt)
		return Item{}, 0, 0
	}
	k := min(logoWide/float64(read.Width), logoHigh/float64(read.Height))
	wide, high = k*float64(read.Width), k*float64(read.Height)
	element := s.element(RoleFigure, 0)
	s.elements[element].Alt = alt
	return Item{Element: element, Bitmap: read, Shape: figure.Rect{X: x + width - wide, W: wide, H: high}}, wide, high
}

// titleBlock sets the opening of a paper. All of it stays together. A logo stands at the
// right of the title, and what comes after begins under it.
func (s *setter) titleBlock(b paper.TitleBlock, x, width float64) []slab {
	var out []slab
	whole := width
	mark, markWide, markHigh := s.logo(b.Logo, x, width)
	if markWide > 0 {
		width -= markWide + logoGap
	}
	add := func(before float64, slabs []slab) {
		if len(slabs) > 0 && len(out) > 0 {
			slabs[0].before = before
		}
		out = append(out, slabs...)
	}
	mute := voice{colour: s.look.Mute}
	line := func(text string, role Role, kind Type, v voice) []slab {
		if text == "" {
			return nil
		}
		v.element = s.element(role, 0)
		return s.paraSlabs(s.plain(text, kind, v, width), x)
	}
	add(0, line(b.Kicker, RoleP, s.look.Body, mute))
	add(0, line(b.Title, RoleH1, s.look.Title, s.bold(s.look.Accent, 0)))
	add(s.look.space(afterTitle), line(b.Subtitle, RoleP, s.look.Subtitle, s.ink(0)))
	if width = whole; markWide > 0 {
		if len(out) == 0 {
			out = []slab{{}}
		}
		out[0].items = append([]Item{mark}, out[0].items...)
		if rest := markHigh - extent(out); rest > 0 {
			out = append(out, slab{height: rest})
		}
	}
	add(beforeFacts, s.facts(b.Facts, x, width))
	if s.look.TitleRule > 0 {
		add(titleRuleSpace, []slab{{height: s.look.TitleRule, items: []Item{rule(x, 0, width, s.look.Accent, s.look.TitleRule)}}})
	}
	return keepAll(out)
}

// facts sets the row of facts, between two rules.
func (s *setter) facts(fs []paper.Fact, x, width float64) []slab {
	if len(fs) == 0 {
		return nil
	}
	widths, gap := s.factWidths(fs, width)
	top := factPadTop + s.look.Small.height()
	row := slab{}
	at := x
	for i, f := range fs {
		label := s.plain(f.Label, s.look.Small, voice{colour: s.look.Mute, element: s.element(RoleP, 0)}, widths[i])
		value := s.wrapCell(f.Value, s.look.Body, s.ink(s.element(RoleP, 0)), widths[i])
		if label.height()+value.height() > .5*s.look.full() {
			return s.factParagraphs(fs, x, width)
		}
		row.items = append(row.items, s.all(label, at, factPadTop, paper.Left)...)
		row.items = append(row.items, s.all(value, at, top, paper.Left)...)
		row.height = max(row.height, top+value.height()+factPadBottom)
		at += widths[i] + gap
	}
	row.items = append(row.items, rule(x, 0, width, s.look.Ink, s.look.RuleWidth),
		rule(x, row.height, width, s.look.Ink, s.look.RuleWidth))
	return []slab{row}
}

// factParagraphs sets facts too long to stand in a row.
func (s *setter) factParagraphs(fs []paper.Fact, x, width float64) []slab {
	var out []slab
	for _, f := range fs {
		text := append(paper.Text{paper.Strong(f.Label + " ")}, f.Value...)
		out = append(out, s.paraSlabs(s.wrap(text, s.look.Body, s.ink(s.element(RoleP, 0)), width), x)...)
	}
	return out
}

// factWidths shares a row out: each fact gets what its value needs, on one line if it
// is short or two if not, and what is left goes between them.
func (s *setter) factWidths(fs []paper.Fact, width float64) (widths []float64, gap float64) {
	const short = 34 // mm; a value up to this stays on one line
	gap = s.look.CellGap
	one, two := 0.0, 0.0
	ones, twos := make([]float64, len(fs)), make([]float64, len(fs))
	for i, f := range fs {
		p := s.shape(f.Value, s.look.Body, voice{element: Artifact}) // only to be measured
		label := s.textWidth(s.clean(f.Label), false, s.look.Small.Size)
		whole, halved := halves(p.letters)
		twos[i] = max(halved, label)
		ones[i] = twos[i]
		if whole <= short {
			ones[i] = max(whole, label)
		}
		one, two = one+ones[i], two+twos[i]
	}
	between := float64(len(fs) - 1)
	switch {
	case one+gap*between <= width:
		widths, two = ones, one
	case two+gap*between <= width:
		widths = twos
	default:
		for range fs {
			widths = append(widths, (width-gap*between)/float64(len(fs)))
		}
		return widths, gap
	}
	if between > 0 {
		gap = (width - two) / between
	}
	return widths, gap
}

// halves is how wide a text is on one line, and how wide its wider half if it is
// broken in two: after a comma if that is not much worse.
func halves(ls []letter) (whole, halved float64) {
	for _, l := range ls {
		whole += l.width
	}
	best, pause := whole, whole
	used := 0.0
	for i, l := range ls {
		if l.r == ' ' && i > 0 {
			wider := max(used, whole-used-l.width)
			best = min(best, wider)
			if ls[i-1].r == ',' {
				pause = min(pause, wider)
			}
		}
		used += l.width
	}
	if pause <= 1.25*best {
		return whole, pause
	}
	return whole, best
}

// keyFigures sets figures one under another, with hair rules between.
func (s *setter) keyFigures(b paper.KeyFigures, x, width float64) []slab {
	table := s.element(RoleTable, 0)
	body := s.element(RoleRows, table)
	var out []slab
	for i, f := range b.Items {
		row := s.element(RoleRow, body)
		name := s.element(RoleHeadCell, row)
		s.elements[name].Scope = scopeRow
		value := s.wrap(f.Value, s.look.Figures, s.bold(s.look.Ink, s.element(RoleCell, row)), width)
		room := width - s.look.CellGap
		for _, ln := range value.lines {
			room = min(room, width-s.look.CellGap-ln.width)
		}
		label := s.plain(f.Label, s.look.Body, s.ink(name), max(room, .3*width))
		drop := s.baseline(s.look.Figures) - s.baseline(s.look.Body) // both on one baseline
		weight, colour := s.look.HairWidth, s.look.Hair
		if i == 0 {
			weight, colour = s.look.RuleWidth, s.look.Ink
		}
		sl := slab{height: 2*s.look.FigurePad + max(value.height(), drop+label.height()),
			items: []Item{rule(x, 0, width, colour, weight)}}
		if sl.height > .5*s.look.full() {
			return s.factParagraphs(b.Items, x, width)
		}
		sl.items = append(sl.items, s.all(label, x, s.look.FigurePad+drop, paper.Left)...)
		sl.items = append(sl.items, s.all(value, x+width, s.look.FigurePad, paper.Right)...)
		out = append(out, sl)
	}
	return keepAll(out)
}

// contents lists the sections; their pages are filled in when they are known.
func (s *setter) contents(b paper.Contents, x, width float64) []slab {
	indent := s.look.space(12) // to the titles
	for _, sec := range s.sections {
		indent = max(indent, min(s.textWidth(sec.Number, false, s.look.Body.Size)+s.look.CellGap, width/3))
	}
	pageColumn := s.look.space(12)
	head := s.plain(b.Title, s.look.Heading, s.bold(s.look.Accent, s.element(RoleH2, 0)), width)
	out := s.paraSlabs(head, x)
	for i := range out {
		out[i].keep = true
	}
	list := s.element(RoleContents, 0)
	for i, sec := range s.sections {
		v := s.ink(s.element(RoleLink, s.element(RoleRefers, s.element(RoleEntry, list))))
		v.target = i + 1
		number := s.plain(spaced(sec.Number), s.look.Body, v, indent)
		entry := s.paraSlabs(s.plain(spaced(sec.Title), s.look.Body, v, width-indent-pageColumn), x+indent)
		if len(entry) == 0 {
			entry = []slab{{height: s.look.Body.height()}}
		}
		first, last := &entry[0], &entry[len(entry)-1]
		first.before = 2 * s.look.TightPad
		first.items = append(s.all(number, x, 0, paper.Left), first.items...)
		last.items = append(last.items, Item{Element: v.element, Target: i + 1, pageOf: i + 1, Shape: figure.Text{
			X: x + width, Y: s.baseline(s.look.Body), Size: s.look.Body.Size, Colour: s.look.Ink}})
		out = append(out, entry...)
	}
	return out
}

// fillPages writes the page numbers that were not known before.
func (s *setter) fillPages(pages []Page) {
	for i := range s.sections {
		sec := &s.sections[i]
		sec.Listed = s.words.Say("paper.contents.entry", words.With{"Title": sec.Title, "Page": sec.Page})
	}
	for _, pg := range pages {
		for i, it := range pg.Items {
			if it.pageOf == 0 {
				continue
			}
			t := it.Shape.(figure.Text)
			t.String = strconv.Itoa(s.sections[it.pageOf-1].Page)
			it.Width, it.Face = s.textWidth(t.String, false, t.Size), s.face('0', false)
			t.X -= it.Width
			it.Shape = t
			pg.Items[i] = it
		}
	}
}

// footers writes the foot of every page: project and group, version, notes and page,
// with equal room between. All but the number stands at the same place of every page.
func (s *setter) footers(pages []Page, f paper.Footer) {
	if s.look.Reflow {
		s.largeFooters(pages, f)
		return
	}
	x, y := s.look.Left, s.look.FooterRule+footerUnder
	numbers, widest := s.pageNumbers(len(pages))
	items := s.footOfAll(f, widest)
	for i := range pages {
		foot := append(items[:len(items):len(items)], s.firstLine(numbers[i], x+s.look.Width-firstWidth(numbers[i]), y)...)
		for k := range foot {
			foot[k].Kind = Footer
		}
		pages[i].Items = append(pages[i].Items, foot...)
	}
}

// pageNumbers gives the words for each page's number, and how wide the widest are.
func (s *setter) pageNumbers(count int) (numbers []para, widest float64) {
	mute := voice{colour: s.look.Mute, element: Artifact}
	for i := range count {
		page := s.words.Say("paper.page", words.With{"Page": i + 1, "Pages": count})
		p := s.plain(page, s.look.Footer, mute, s.look.Width/2)
		numbers, widest = append(numbers, p), max(widest, firstWidth(p))
	}
	return numbers, widest
}

// footOfAll is the foot without the number, with room for one so wide.
func (s *setter) footOfAll(f paper.Footer, number float64) []Item {
	x, y := s.look.Left, s.look.FooterRule+footerUnder
	mute := voice{colour: s.look.Mute, element: Artifact}
	parts := []para{{}} // the name, which has the room that the others leave
	used := number + 2*s.look.CellGap
	for _, text := range append([]string{f.Version}, f.Notes...) {
		p := s.plain(text, s.look.Footer, mute, s.look.Width/2)
		parts = append(parts, p)
		used += firstWidth(p) + 2*s.look.CellGap
	}
	parts[0] = s.footerName(f, s.look.Width-used)
	between := s.look.Width - number
	for _, p := range parts {
		between -= firstWidth(p)
	}
	between /= float64(len(parts))
	items := []Item{rule(x, s.look.FooterRule, s.look.Width, s.look.Rule, s.look.RuleWidth)}
	at := x
	for _, p := range parts {
		items = append(items, s.firstLine(p, at, y)...)
		at += firstWidth(p) + between
	}
	return items
}

func firstWidth(p para) float64 {
	if len(p.lines) == 0 {
		return 0
	}
	return p.lines[0].width
}

// footerName is the project and its group; the project alone if both are too long; and
// as many of its words as there is room for, with “…”.
func (s *setter) footerName(f paper.Footer, width float64) para {
	fit := func(text paper.Text) (para, bool) {
		p := s.wrap(text, s.look.Footer, s.ink(Artifact), width)
		return p, len(p.lines) <= 1
	}
	if f.Group != "" {
		if p, ok := fit(paper.Text{paper.Strong(f.Project), {Text: " · " + f.Group, Tone: paper.Mute}}); ok {
			return p
		}
	}
	p, ok := fit(paper.Text{paper.Strong(f.Project)})
	const most = 40 // more words than have room at the foot of any page
	all := strings.Fields(f.Project)
	for n := min(len(all)-1, most); n > 0 && !ok; n-- {
		p, ok = fit(paper.Text{paper.Strong(strings.Join(all[:n], " ") + "…")})
	}
	return p
}
