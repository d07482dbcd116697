package typeset

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// LookOf is the look of a paper: that of its format, or of large print if it asks for that.
func LookOf(doc paper.Document) Look {
	if doc.Print.Large > 0 {
		return LargePrint(doc.Print.Large)
	}
	return For(doc.Format)
}

// LargePrint is the look of a paper in large print of a size in points, brought to the
// nearest of 16 to 24. It is one column on A4 upright: columns stack, wide tables become
// entries, and there is no tint and no grey.
func LargePrint(size float64) Look {
	size = min(max(size, paper.LargeLeast), paper.LargeMost)
	k := size / paper.LargeUsual
	t := func(size, leading float64) Type { return Type{size * k, leading * k} }
	ink := figure.Hex(0x1A1A1A)
	l := A4()
	l.Reflow, l.Spread = true, 1.65*k

	l.Body, l.Small, l.Tight, l.Footer = t(18, 25), t(18, 25), t(18, 25), t(16, 20)
	l.Title, l.Subtitle, l.Heading = t(36, 42), t(18, 25), t(24, 30)
	l.SubHeading, l.Figures, l.Sentence = t(18, 25), t(22, 29), t(22, 29)
	l.Mute, l.Rule, l.Hair, l.Tint = ink, ink, figure.Hex(0x767676), figure.Colour{}

	l.SectionSpace, l.SectionRoom, l.HeadingSpace, l.ParagraphSpace = 7*k, 0, 2.4*k, 3.8*k
	l.CellGap, l.RowPad, l.TightPad = 5*k, 1.45*k, 1.45*k
	l.HeadPad, l.HeadRulePad, l.FigurePad = .8*k, 1.5*k, 1.6*k

	const rules = 1.7
	l.SectionRule *= rules
	l.HairWidth *= rules
	l.RuleWidth *= rules
	l.TotalWidth *= rules
	l.FrameWidth *= rules
	l.FrameDash = []float64{1.1 * rules, .75 * rules}
	return l.withFooter(1)
}

// withFooter leaves room at the foot of a large-print page for so many lines.
func (l Look) withFooter(lines int) Look {
	const lowest, above = 286, 4.6 // mm: the last line's end, and from the text to the rule
	l.FooterLines = lines
	l.FooterRule = lowest - footerUnder - float64(lines)*l.Footer.height()
	l.Bottom = l.FooterRule - above
	return l
}

// space is a distance in mm that belongs to one kind of block, wider in large print.
func (l Look) space(mm float64) float64 {
	if l.Spread == 0 {
		return mm
	}
	return mm * l.Spread
}

// footerUnder is how far in mm the words at the foot of a page stand under its rule.
const footerUnder = 1.3

// footerParts are the words at the foot of a large-print page: the project, what
// version it is, and the page. The group is named on the first page.
func (s *setter) footerParts(f paper.Footer, page, pages int) (name, version, number para) {
	v := voice{colour: s.look.Ink, element: Artifact}
	said := f.Version
	for _, note := range f.Notes {
		said += " · " + note
	}
	width := s.look.Width
	number = s.plain(s.words.Say("paper.page", words.With{"Page": page, "Pages": pages}), s.look.Footer, v, width)
	name = s.wrap(paper.Text{paper.Strong(f.Project)}, s.look.Footer, v, width-firstWidth(number)-s.look.CellGap)
	return name, s.plain(said, s.look.Footer, v, width), number
}

// footerLines is how many lines the foot of a large-print page needs: more than one if
// its words have no room beside each other.
func (s *setter) footerLines(f paper.Footer) int {
	const many = 888 // a page number as wide as any
	name, version, number := s.footerParts(f, many, many)
	if firstWidth(name)+firstWidth(version)+firstWidth(number)+4*s.look.CellGap > s.look.Width {
		return 1 + len(version.lines)
	}
	return 1
}

// largeFooters writes the foot of every page of large print.
func (s *setter) largeFooters(pages []Page, f paper.Footer) {
	left, y, width := s.look.Left, s.look.FooterRule+footerUnder, s.look.Width
	_, _, widest := s.footerParts(f, len(pages), len(pages))
	for i := range pages {
		name, version, number := s.footerParts(f, i+1, len(pages))
		items := []Item{rule(left, s.look.FooterRule, width, s.look.Rule, s.look.RuleWidth)}
		items = append(items, s.firstLine(name, left, y)...)
		items = append(items, s.firstLine(number, left+width-firstWidth(number), y)...)
		if s.look.FooterLines > 1 {
			items = append(items, s.all(version, left, y+s.look.Footer.height(), paper.Left)...)
		} else {
			between := (width - firstWidth(name) - firstWidth(version) - firstWidth(widest)) / 2
			items = append(items, s.firstLine(version, left+firstWidth(name)+between, y)...)
		}
		for k := range items {
			items[k].Kind = Footer
		}
		pages[i].Items = append(pages[i].Items, items...)
	}
}

func (s *setter) firstLine(p para, x, y float64) []Item {
	if len(p.lines) == 0 {
		return nil
	}
	return s.items(p, 0, x, y)
}
