package docx

import (
	"fmt"
	"math"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper/typeset"
	"commonplan/resources/fonts"
)

// plainFace is a typeface that every word processor has, or has a twin of.
const plainFace = "Arial"

// style is a paragraph style.
type style struct {
	id, name      string
	based, next   string        // "" is Normal
	size          float64       // points; 0 is that of the style below
	bold          bool          //
	colour        figure.Colour //
	before, after float64       // mm
	keep          bool          // stays with the next paragraph
	outline       int           // 1 and more: a heading of that level
	borders       string        // its pBdr
	shade         figure.Colour //
	tabs          string        //
	indent        string        // attributes of its indentation
	right         bool          //
}

// styles are the looks of everything, from the looks of the paper. The names of those
// that word processors know are theirs, so that they find headings and lists.
func (f *file) styles() string {
	var b strings.Builder
	face := plainFace
	if f.doc.Print.Typeface != fonts.SourceSans {
		face = f.doc.Print.Typeface.Name()
	}
	l := f.look
	b.WriteString(declaration + "<w:styles " + spaces + "><w:docDefaults><w:rPrDefault><w:rPr>")
	fmt.Fprintf(&b, `<w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/><w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="%s" w:eastAsia="%s" w:bidi="ar-SA"/>`,
		face, face, face, face, hex(l.Ink), halfPoints(l.Body.Size), halfPoints(l.Body.Size), proofed(f.doc.Language), proofed(f.doc.Language))
	b.WriteString(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` + "\n")
	for _, s := range f.paragraphStyles() {
		b.WriteString(s.xml())
	}
	character := func(id, name, look string) {
		fmt.Fprintf(&b, `<w:style w:type="character"%s w:styleId="%s"><w:name w:val="%s"/><w:qFormat/><w:rPr>%s</w:rPr></w:style>`+"\n", custom(id), id, name, look)
	}
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` + "\n")
	character("Strong", "Strong", "<w:b/><w:bCs/>")
	character("Identifier", "Identifier", `<w:b/><w:bCs/><w:color w:val="`+hex(l.Accent)+`"/>`)
	character("Quiet", "Quiet", `<w:color w:val="`+hex(l.Mute)+`"/>`)
	character("Mark", "Mark", "<w:noProof/>")
	character("FootnoteReference", "footnote reference", `<w:vertAlign w:val="superscript"/>`)
	character("Hyperlink", "Hyperlink", `<w:color w:val="`+hex(l.Accent)+`"/><w:u w:val="single"/>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>` + "\n")
	fmt.Fprintf(&b, `<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name w:val="Paper table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`+"\n",
		twips(l.TightPad), twips(l.TightPad), twips(cellGap))
	b.WriteString("</w:styles>")
	return b.String()
}

// paragraphStyles are the styles of paragraphs, those first that others are based on.
func (f *file) paragraphStyles() []style {
	l := f.look
	gap := l.ParagraphSpace
	side := func(name string, weight float64, c figure.Colour, space int) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="%d" w:color="%s"/>`, name, eighths(weight), space, hex(c))
	}
	box := side("top", l.FrameWidth, l.Accent, 8) + side("left", l.FrameWidth, l.Accent, 10) + side("bottom", l.FrameWidth, l.Accent, 10) + side("right", l.FrameWidth, l.Accent, 10)
	const inBox = `w:left="227" w:right="227"`
	tab := func(kind string, mm float64) string {
		return fmt.Sprintf(`<w:tab w:val="%s" w:pos="%d"/>`, kind, twips(mm))
	}
	factLabel, number := 38*l.Body.Size/11, 10*l.Heading.Size/14 // mm, in usual print as on paper
	hanging := func(mm float64) string { return fmt.Sprintf(`w:left="%d" w:hanging="%d"`, twips(mm), twips(mm)) }
	heading := func(level int, t typeset.Type, before float64) style {
		return style{id: fmt.Sprintf("Heading%d", level), name: fmt.Sprintf("heading %d", level), next: "Normal", size: t.Size, bold: true, colour: l.Accent,
			before: before, after: gap / 2, keep: true, outline: level}
	}
	first := heading(1, l.Heading, l.SectionSpace+1)
	first.borders, first.tabs, first.after = side("top", l.RuleWidth, l.Accent, 4), tab("left", number), gap
	return []style{
		{id: "Normal", name: "Normal", after: gap},
		{id: "PaperKind", name: "Paper kind", colour: l.Mute, keep: true},
		{id: "Title", name: "Title", next: "Subtitle", size: l.Title.Size, bold: true, colour: l.Accent, after: gap / 2, keep: true},
		{id: "Subtitle", name: "Subtitle", next: "Normal", size: l.Subtitle.Size, after: 2 * gap},
		first, heading(2, l.SubHeading, 2*gap), heading(3, l.SubHeading, 1.5*gap), heading(4, l.SubHeading, 1.5*gap),
		{id: "Fact", name: "Fact", tabs: tab("left", factLabel), indent: hanging(factLabel), after: .4},
		{id: "DecisionLabel", name: "Decision label", next: "Decision", bold: true, before: 3 * gap, keep: true, borders: box, shade: l.Tint, indent: inBox},
		{id: "Decision", name: "Decision", next: "Normal", size: l.Sentence.Size, bold: true, after: 3 * gap, borders: box, shade: l.Tint, indent: inBox},
		{id: "KeyFigure", name: "Key figure", tabs: tab("right", l.Width), after: gap / 2,
			borders: side("bottom", l.HairWidth, l.Hair, 2) + `<w:between w:val="single" w:sz="4" w:space="2" w:color="` + hex(l.Hair) + `"/>`},
		{id: "SmallText", name: "Small text", size: l.Small.Size, after: gap},
		{id: "ListBullet", name: "List Bullet", after: gap / 2},
		{id: "ListNumber", name: "List Number", after: gap / 2},
		{id: "Figure", name: "Figure", next: "Caption", before: gap, after: gap / 2},
		{id: "Caption", name: "caption", size: l.Small.Size, after: gap},
		{id: "TableText", name: "Table text"},
		{id: "TableHead", name: "Table head", based: "TableText", size: l.Small.Size, bold: true},
		{id: "TableEnd", name: "Table end", size: gap * 72 / 25.4},
		{id: "TOCHeading", name: "TOC Heading", next: "Normal", size: l.Heading.Size, bold: true, colour: l.Accent, before: l.SectionSpace + 1, after: gap, keep: true},
		{id: "TOC1", name: "toc 1", tabs: tab("left", 2*number) + tab("right", l.Width), indent: hanging(2 * number), after: gap / 4},
		{id: "FootnoteText", name: "footnote text", size: l.Small.Size},
		{id: "Header", name: "header", size: l.Footer.Size, bold: true, right: true},
		{id: "Footer", name: "footer", size: l.Footer.Size, colour: l.Mute, borders: side("top", l.RuleWidth, l.Rule, 4), tabs: tab("right", l.Width)},
	}
}

// known are the styles that word processors have themselves.
var known = map[string]bool{
	"Normal": true, "Title": true, "Subtitle": true, "Heading1": true, "Heading2": true, "Heading3": true, "Heading4": true,
	"ListBullet": true, "ListNumber": true, "Caption": true, "TOCHeading": true, "TOC1": true, "Header": true, "Footer": true,
	"Strong": true, "Hyperlink": true, "FootnoteText": true, "FootnoteReference": true,
}

func custom(id string) string {
	switch {
	case id == "Normal":
		return ` w:default="1"`
	case known[id]:
		return ""
	}
	return ` w:customStyle="1"`
}

// xml writes a style, with its properties in the order that the format wants.
func (s style) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>`, custom(s.id), s.id, s.name)
	if s.id != "Normal" {
		based := s.based
		if based == "" {
			based = "Normal"
		}
		b.WriteString(`<w:basedOn w:val="` + based + `"/>`)
	}
	if s.next != "" {
		b.WriteString(`<w:next w:val="` + s.next + `"/>`)
	}
	b.WriteString("<w:qFormat/><w:pPr>")
	if s.keep {
		b.WriteString("<w:keepNext/>")
	}
	if s.outline > 0 {
		b.WriteString("<w:keepLines/>")
	}
	if s.borders != "" {
		b.WriteString("<w:pBdr>" + s.borders + "</w:pBdr>")
	}
	if s.shade.On {
		b.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="` + hex(s.shade) + `"/>`)
	}
	if s.tabs != "" {
		b.WriteString("<w:tabs>" + s.tabs + "</w:tabs>")
	}
	fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"/>`, twips(s.before), twips(s.after))
	if s.indent != "" {
		b.WriteString("<w:ind " + s.indent + "/>")
	}
	if s.right {
		b.WriteString(`<w:jc w:val="right"/>`)
	}
	if s.outline > 0 {
		fmt.Fprintf(&b, `<w:outlineLvl w:val="%d"/>`, s.outline-1)
	}
	b.WriteString("</w:pPr><w:rPr>")
	if s.bold {
		b.WriteString("<w:b/><w:bCs/>")
	}
	if s.colour.On {
		b.WriteString(`<w:color w:val="` + hex(s.colour) + `"/>`)
	}
	if s.size > 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halfPoints(s.size), halfPoints(s.size))
	}
	b.WriteString("</w:rPr></w:style>\n")
	return b.String()
}

func halfPoints(points float64) int { return int(math.Round(2 * points)) }

// eighths turns the weight of a line in mm into eighths of a point.
func eighths(mm float64) int { return max(2, int(math.Round(mm*72/25.4*8))) }
