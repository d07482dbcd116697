package docx

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

// looks are what a paragraph has besides its style.
type looks struct {
	keep  bool    // stays with the next paragraph
	right bool    // its lines end at the right
	list  int     // the list it is an item of; 0 is none
	tab   float64 // mm to a tab at the right; 0 is none
}

// paragraph writes a paragraph of runs.
func (f *file) paragraph(style string, text paper.Text, l looks) {
	f.begin(style, l)
	f.text(text)
	f.end()
}

// line writes a paragraph of plain words, unless there are none.
func (f *file) line(style, words string, l looks) {
	if words != "" {
		f.paragraph(style, paper.Words(words), l)
	}
}

// begin opens a paragraph. The properties stand in the order that the format wants.
func (f *file) begin(style string, l looks) {
	f.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>`)
	if l.keep {
		f.body.WriteString("<w:keepNext/>")
	}
	if f.newPage {
		f.body.WriteString("<w:pageBreakBefore/>")
		f.newPage = false
	}
	if l.list > 0 {
		fmt.Fprintf(&f.body, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, l.list)
	}
	framed := f.inFrame > 0 && !strings.HasPrefix(style, "Table")
	if framed {
		f.body.WriteString("<w:pBdr>" + f.frameBorder(8) + "</w:pBdr>")
	}
	if l.tab > 0 {
		fmt.Fprintf(&f.body, `<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(l.tab))
	}
	if f.tabled && style != "TableEnd" && !strings.HasPrefix(style, "Heading") {
		fmt.Fprintf(&f.body, `<w:spacing w:before="%d"/>`, twips(f.look.ParagraphSpace))
	}
	if framed {
		fmt.Fprintf(&f.body, `<w:ind w:left="%d"/>`, frameLine+framePad)
	}
	if l.right {
		f.body.WriteString(`<w:jc w:val="right"/>`)
	}
	f.body.WriteString("</w:pPr>")
	f.tabled = false
}

// The dashed line at the left of a frame, and what is in it, in twips from the edge.
const (
	frameLine = 60
	framePad  = 160
)

// frameBorder is the line at the left of a frame, so many points from the words.
func (f *file) frameBorder(space int) string {
	return fmt.Sprintf(`<w:left w:val="dashed" w:sz="6" w:space="%d" w:color="%s"/>`, space, hex(f.look.Ink))
}

func (f *file) end() { f.body.WriteString("</w:p>\n") }

// text writes runs.
func (f *file) text(text paper.Text) {
	text = f.doc.Own.Mark(text)
	drawn := false // a mark of the text says something
	for _, r := range text {
		drawn = drawn || r.MarkWord != "" || r.Text != ""
	}
	said := false // the words so far end with those of a mark
	for i, r := range text {
		if r.Mark == paper.MarkDash && r.MarkWord == "" && drawn {
			r.Mark = paper.NoMark // nothing is missing where the marks are named
		}
		if said && r.Text != "" && r.MarkWord == "" && signs[r.Mark] == "" {
			f.run("", paper.Run{Text: " "})
		}
		said = said && r.Text == ""
		f.linked(r, i == 0)
		said = said || r.MarkWord != "" && r.Text == ""
	}
}

// linked writes a run, within its link if it has one that leads somewhere.
func (f *file) linked(r paper.Run, first bool) {
	open := ""
	switch anchor, inside := f.anchors[r.Link]; {
	case inside:
		open = `<w:hyperlink w:anchor="` + anchor + `" w:history="1">`
	case isAddress(r.Link):
		f.links = append(f.links, r.Link)
		open = fmt.Sprintf(`<w:hyperlink r:id="rLink%d" w:history="1">`, len(f.links))
	}
	f.body.WriteString(open)
	f.marked(r, first, open != "")
	if open != "" {
		f.body.WriteString("</w:hyperlink>")
	}
	f.refer(r.Note)
}

// isAddress tells of the links that word processors may follow.
func isAddress(link string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(link, scheme) {
			return true
		}
	}
	return false
}

// signs are the marks as letters that every typeface has.
var signs = map[paper.Mark]string{
	paper.MarkCircle: "●", paper.MarkSquare: "■", paper.MarkTriangle: "▲", paper.MarkDash: "–",
	paper.MarkNotYet: "□□□", paper.MarkStarted: "■□□", paper.MarkHalfWay: "■■□", paper.MarkInPlace: "■■■",
	paper.MarkUnknown: "[?]", paper.MarkNoAnswer: "[\u00a0]",
}

// marked writes a run with its mark and what that says: here it is seen as well as heard.
func (f *file) marked(r paper.Run, first, link bool) {
	if r.Mark == paper.MarkTick {
		r.Text = "✓\u00a0" + r.Text
	}
	if sign := signs[r.Mark]; sign != "" {
		if !first && r.Mark != paper.MarkDash {
			f.run("", paper.Run{Text: " "})
		}
		colours := map[paper.Mark]figure.Colour{paper.MarkCircle: f.look.Environment, paper.MarkSquare: f.look.Social, paper.MarkTriangle: f.look.Wealth}
		colour := ""
		if c := colours[r.Mark]; c.On {
			colour = `<w:color w:val="` + hex(c) + `"/>`
		}
		if r.MarkWord != "" || r.Text != "" {
			sign += "\u00a0"
		}
		f.body.WriteString(`<w:r><w:rPr><w:rStyle w:val="Mark"/>` + colour + "</w:rPr>" + content(sign) + "</w:r>")
	}
	if r.MarkWord != "" {
		word := r
		word.Text, word.Tone = r.MarkWord, paper.Mute
		if r.Text != "" {
			word.Text += " "
		}
		f.run("", word)
	}
	style := ""
	if link {
		style = "Hyperlink"
	}
	if r.Text != "" {
		f.run(style, r)
	}
}

// run writes words. A style, if given, takes the place of that of their tone.
func (f *file) run(style string, r paper.Run) {
	bold := ""
	switch {
	case style != "":
	case r.Tone == paper.Accent:
		style = "Identifier"
	case r.Tone == paper.Mute:
		style = "Quiet"
	case r.Strong:
		style = "Strong"
	}
	if r.Strong && style != "Strong" && style != "Identifier" {
		bold = "<w:b/>"
	}
	f.body.WriteString("<w:r>")
	if style != "" || bold != "" || r.Language != "" {
		f.body.WriteString("<w:rPr>")
		if style != "" {
			f.body.WriteString(`<w:rStyle w:val="` + style + `"/>`)
		}
		f.body.WriteString(bold)
		if r.Language != "" {
			f.body.WriteString(`<w:lang w:val="` + proofed(r.Language) + `"/>`)
		}
		f.body.WriteString("</w:rPr>")
	}
	f.body.WriteString(content(r.Text) + "</w:r>")
}

// proofed names a language as word processors know it, to check the spelling: they want
// Welsh with its country.
func proofed(language string) string {
	if language == "cy" {
		return "cy-GB"
	}
	return escaped(language)
}

// tab writes a tab.
func (f *file) tab() { f.body.WriteString("<w:r><w:tab/></w:r>") }

// content is words as a run holds them.
func content(text string) string {
	return `<w:t xml:space="preserve">` + escaped(text) + "</w:t>"
}

// escaped makes words safe in the file.
func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(paper.Sound(text))); err != nil {
		return ""
	}
	return b.String()
}

func hex(c figure.Colour) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// twips turns mm into twentieths of a point.
func twips(mm float64) int { return int(math.Round(mm / 25.4 * 1440)) }
