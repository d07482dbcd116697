package docx

import (
	"bytes"
	"fmt"
	"image/png"
	"slices"
	"strconv"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/raster"
)

// Measures of pictures.
const (
	pixelsPerMM = 10    // 254 dots to the inch
	unitsPerMM  = 36000 // the format measures drawings in these
	mostHeight  = .8    // of the text on a page
)

func (f *file) blocks(all []paper.Block) {
	for _, b := range all {
		f.block(b)
	}
}

func (f *file) block(b paper.Block) {
	switch b := b.(type) {
	case paper.TitleBlock:
		f.line("PaperKind", b.Kicker, looks{keep: true})
		f.line("Title", b.Title, looks{keep: true})
		f.line("Subtitle", b.Subtitle, looks{})
		f.facts("Fact", b.Facts, false)
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
		for _, c := range b.Cols {
			f.blocks(c.Blocks)
		}
	case paper.Frame:
		f.finishTable()
		f.inFrame++
		f.blocks(b.Blocks)
		f.finishTable()
		f.inFrame--
	case paper.Figure:
		f.figure(b)
	case paper.Contents:
		f.contents(b)
	case paper.PageBreak:
		f.finishTable()
		f.newPage = true
	default:
		f.problem = fmt.Errorf("a word-processor file has no form for %T", b)
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

func (f *file) section(b paper.Section) {
	f.begun++
	bookmark := f.sections[f.begun-1].bookmark
	if b.Break == paper.NewPage {
		f.finishTable()
		f.newPage = true
	}
	f.begin(f.heading(1), looks{})
	fmt.Fprintf(&f.body, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, f.begun, bookmark)
	if b.Number != "" {
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

func (f *file) figure(b paper.Figure) {
	f.begin("Figure", looks{keep: len(b.Caption) > 0 || b.KeepWithNext})
	f.picture(b.Picture, f.look.Width)
	f.end()
	f.some("Caption", b.Caption, looks{keep: b.KeepWithNext})
}

// picture places a drawing in a line, no wider than so many mm.
func (f *file) picture(p figure.Picture, widest float64) {
	painted := raster.Picture(p, f.metrics, pixelsPerMM)
	var file bytes.Buffer
	if err := png.Encode(&file, paletted(painted)); err != nil {
		f.problem = fmt.Errorf("writing a drawing as a picture: %w", err)
		return
	}
	f.drawings++
	f.pictures = append(f.pictures, file.Bytes())
	size := painted.Bounds().Size()
	width, height := float64(size.X)/pixelsPerMM, float64(size.Y)/pixelsPerMM
	k := min(1, widest/width, mostHeight*(f.look.Bottom-f.look.Top)/height)
	x, y := int(width*k*unitsPerMM), int(height*k*unitsPerMM)
	said := p.Alt
	if said == "" {
		said = p.Title
	}
	n := f.drawings
	fmt.Fprintf(&f.body, `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>`, x, y)
	fmt.Fprintf(&f.body, `<wp:docPr id="%d" name="Picture %d" descr="%s" title="%s"/>`, n, n, escaped(said), escaped(p.Title))
	f.body.WriteString(`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`)
	f.body.WriteString(`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`)
	fmt.Fprintf(&f.body, `<pic:nvPicPr><pic:cNvPr id="%d" name="picture%d.png" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`, n, n, escaped(said))
	fmt.Fprintf(&f.body, `<pic:blipFill><a:blip r:embed="rPicture%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, n)
	fmt.Fprintf(&f.body, `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`, x, y)
	f.body.WriteString("</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
}
