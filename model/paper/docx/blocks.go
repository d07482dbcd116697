package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

func (f *file) blocks(all []paper.Block) {
	for _, b := range all {
		f.block(b)
	}
}

func (f *file) block(b paper.Block) {
	switch b := b.(type) {
	case paper.TitleBlock:
		if b.Logo != nil {
			f.photograph(*b.Logo)
		}
		f.line("PaperKind", b.Kicker, looks{keep: true})
		f.line("Title", b.Title, looks{keep: true})
		f.line("Subtitle", b.Subtitle, looks{})
		f.facts("Fact", b.Facts, false)
		f.newPage = f.newPage || b.Cover
	case paper.Decision:
		f.line("DecisionLabel", b.Label, looks{keep: true})
		f.some("Decision", b.Sentence, looks{})
	case paper.Section:
		f.section(b)
	case paper.Heading:
		f.some(f.heading(b.Level-1), b.Text, looks{})
	case paper.Paragraph:
		style := "Normal"
		if b.Small {
			style = "SmallText"
		}
		f.some(style, b.Text, looks{keep: b.KeepWithNext})
	case paper.KeyFigures:
		f.facts("KeyFigure", b.Items, true)
	case paper.List:
		f.list(b)
	case paper.Table:
		f.table(b)
	case paper.Columns:
		f.columns(b)
	case paper.Frame:
		f.finishTable()
		f.inFrame++
		f.blocks(b.Blocks)
		f.finishTable()
		f.inFrame--
	case paper.Figure:
		f.figure(b)
	case paper.Picture:
		f.photograph(b)
	case paper.Contents:
		f.contents(b)
	case paper.PageBreak:
		f.finishTable()
		f.newPage = true
	default:
		f.problem = fmt.Errorf("a word-processor file has no form for %T", b)
	}
}

// columns stand one under another, but drawings alone in theirs stay side by side: they
// are letters of one line.
func (f *file) columns(b paper.Columns) {
	var drawings []figure.Picture
	for _, c := range b.Cols {
		for _, in := range c.Blocks {
			drawing, ok := in.(paper.Figure)
			if !ok || len(drawing.Caption) > 0 || len(c.Blocks) > 1 {
				f.eachColumn(b)
				return
			}
			drawings = append(drawings, drawing.Picture)
		}
	}
	if len(drawings) == 0 {
		return
	}
	f.begin("Figure", looks{})
	for i, d := range drawings {
		if i > 0 {
			f.run("", paper.Run{Text: " "})
		}
		f.drawing(d, (f.look.Width-b.Gap*float64(len(drawings)-1))/float64(len(drawings)))
	}
	f.end()
}

func (f *file) eachColumn(b paper.Columns) {
	for _, c := range b.Cols {
		f.blocks(c.Blocks)
	}
}

// some writes a paragraph, unless it would be empty.
func (f *file) some(style string, text paper.Text, l looks) {
	if len(text) > 0 {
		f.paragraph(style, text, l)
	}
}

// heading is the style of a heading under the title: of the wished level, but never
// more than one below the heading before it.
func (f *file) heading(level int) string {
	f.level = max(min(level, f.level+1, 4), 1)
	return "Heading" + strconv.Itoa(f.level)
}

// facts writes labels with their values after a tab, strong ones if they matter most.
func (f *file) facts(style string, all []paper.Fact, strong bool) {
	for i, fact := range all {
		f.begin(style, looks{keep: i+1 < len(all)})
		f.run("", paper.Run{Text: fact.Label, Tone: paper.Mute})
		f.tab()
		value := slices.Clone(fact.Value)
		for k := range value {
			value[k].Strong = value[k].Strong || strong
		}
		f.text(value)
		f.end()
	}
}

// A section's number of more letters than this has no room before the tab.
const longNumber = 3

func (f *file) section(b paper.Section) {
	f.begun++
	bookmark := f.sections[f.begun-1].bookmark
	if b.Break == paper.NewPage {
		f.finishTable()
		f.newPage = true
	}
	f.begin(f.heading(1), looks{})
	fmt.Fprintf(&f.body, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, f.begun, bookmark)
	switch {
	case len(b.Number) > longNumber:
		f.run("", paper.Run{Text: b.Number + "\u2003"}) // a tab would put its title into another line
	case b.Number != "":
		f.run("", paper.Run{Text: b.Number})
		f.tab()
	}
	f.run("", paper.Run{Text: strings.TrimSpace(b.Title)})
	fmt.Fprintf(&f.body, `<w:bookmarkEnd w:id="%d"/>`, f.begun)
	f.end()
	f.blocks(b.Blocks)
}

func (f *file) list(b paper.List) {
	f.lists = append(f.lists, b.Kind)
	style := "ListBullet"
	if b.Kind == paper.Numbered {
		style = "ListNumber"
	}
	for _, item := range b.Items {
		f.paragraph(style, item, looks{list: len(f.lists)})
	}
}

// contents writes links to the sections. They are a field, so that the word processor
// can renew them, with the numbers of its own pages.
func (f *file) contents(b paper.Contents) {
	f.line("TOCHeading", b.Title, looks{keep: true})
	const open = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	for i, s := range f.sections {
		f.begin("TOC1", looks{})
		if i == 0 {
			f.body.WriteString(open)
		}
		f.body.WriteString(`<w:hyperlink w:anchor="` + s.bookmark + `" w:history="1">`)
		if s.Number != "" {
			f.run("", paper.Run{Text: s.Number})
			f.tab()
		}
		f.run("", paper.Run{Text: strings.TrimSpace(s.Title)})
		f.body.WriteString("</w:hyperlink>")
		if i+1 == len(f.sections) {
			f.body.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		f.end()
	}
}
