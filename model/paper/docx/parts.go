package docx

import (
	"fmt"
	"strings"

	"commonplan/model/paper"
	"commonplan/model/words"
)

// part is one of the files in the container.
type part struct{ name, text string }

// The names that the format uses.
const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces      = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	drawing     = ` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	office      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	related     = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	typed       = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// parts are all files but the pictures.
func (f *file) parts() []part {
	all := []part{
		{"[Content_Types].xml", f.types()},
		{"_rels/.rels", declaration + related +
			`<Relationship Id="rDocument" Type="` + office + `officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
			`<Relationship Id="rApp" Type="` + office + `extended-properties" Target="docProps/app.xml"/></Relationships>`},
		{"docProps/core.xml", f.core()},
		{"docProps/app.xml", declaration + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Commonplan</Application></Properties>`},
		{"word/document.xml", f.document()},
		{"word/_rels/document.xml.rels", f.relations()},
		{"word/styles.xml", f.styles()},
		{"word/numbering.xml", f.numbering()},
		{"word/settings.xml", declaration + `<w:settings ` + spaces + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>` +
			`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
			`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
		{"word/footnotes.xml", f.footnotes()},
		{"word/footer1.xml", f.footer()},
	}
	if f.doc.Print.Draft != "" {
		all = append(all, part{"word/header1.xml", declaration + "<w:hdr " + spaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r>` +
			content(f.doc.Print.Draft) + "</w:r></w:p></w:hdr>"})
	}
	return all
}

func (f *file) types() string {
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`)
	override := func(name, kind string) {
		b.WriteString(`<Override PartName="/` + name + `" ContentType="` + kind + `"/>`)
	}
	override("word/document.xml", typed+"document.main+xml")
	override("word/styles.xml", typed+"styles+xml")
	override("word/numbering.xml", typed+"numbering+xml")
	override("word/settings.xml", typed+"settings+xml")
	override("word/footnotes.xml", typed+"footnotes+xml")
	override("word/footer1.xml", typed+"footer+xml")
	if f.doc.Print.Draft != "" {
		override("word/header1.xml", typed+"header+xml")
	}
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	b.WriteString("</Types>")
	return b.String()
}

// core says what the file is. It holds no time: the paper says its date itself.
func (f *file) core() string {
	return declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		"<dc:title>" + escaped(f.doc.Title) + "</dc:title><dc:subject>" + escaped(f.doc.Subject) + "</dc:subject><dc:creator>" + escaped(f.doc.Author) +
		"</dc:creator><dc:language>" + escaped(f.doc.Language) + "</dc:language></cp:coreProperties>"
}

// document is the text with the size and margins of its pages.
func (f *file) document() string {
	l := f.look
	var b strings.Builder
	b.WriteString(declaration + "<w:document " + spaces + drawing + "><w:body>\n")
	b.WriteString(f.body.String())
	b.WriteString("<w:sectPr>")
	if f.doc.Print.Draft != "" {
		b.WriteString(`<w:headerReference w:type="default" r:id="rHeader"/>`)
	}
	b.WriteString(`<w:footerReference w:type="default" r:id="rFooter"/>`)
	turned := ""
	if l.PageWidth > l.PageHeight {
		turned = ` w:orient="landscape"`
	}
	fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d"%s/>`, twips(l.PageWidth), twips(l.PageHeight), turned)
	const header, footer = 6, 8 // mm from the paper's edge
	fmt.Fprintf(&b, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		twips(l.Top), twips(l.PageWidth-l.Left-l.Width), twips(l.PageHeight-l.Bottom), twips(l.Left), twips(header), twips(footer))
	b.WriteString("</w:sectPr></w:body></w:document>")
	return b.String()
}

func (f *file) relations() string {
	var b strings.Builder
	b.WriteString(declaration + related)
	add := func(id, kind, target, mode string) {
		b.WriteString(`<Relationship Id="` + id + `" Type="` + office + kind + `" Target="` + target + `"` + mode + "/>")
	}
	add("rStyles", "styles", "styles.xml", "")
	add("rNumbering", "numbering", "numbering.xml", "")
	add("rSettings", "settings", "settings.xml", "")
	add("rFootnotes", "footnotes", "footnotes.xml", "")
	add("rFooter", "footer", "footer1.xml", "")
	if f.doc.Print.Draft != "" {
		add("rHeader", "header", "header1.xml", "")
	}
	for i, p := range f.pictures {
		add(fmt.Sprintf("rPicture%d", i+1), "image", p.name(i), "")
	}
	for i, link := range f.links {
		add(fmt.Sprintf("rLink%d", i+1), "hyperlink", escaped(address(link)), ` TargetMode="External"`)
	}
	b.WriteString("</Relationships>")
	return b.String()
}

// address is a link with what addresses may not hold written as they want it.
func address(link string) string {
	var b strings.Builder
	for _, c := range []byte(paper.Sound(link)) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// footer is whose the paper is, its version and the page, as at the foot of each page on paper.
func (f *file) footer() string {
	const page, pages = "\uE000", "\uE001"
	var b strings.Builder
	run := func(properties, text string) {
		if text != "" {
			b.WriteString("<w:r>" + properties + content(text) + "</w:r>")
		}
	}
	field := func(name string) {
		b.WriteString(`<w:fldSimple w:instr=" ` + name + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
	}
	foot := f.doc.Footer
	b.WriteString(declaration + "<w:ftr " + spaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`)
	run(`<w:rPr><w:b/></w:rPr>`, foot.Project)
	for _, more := range append([]string{foot.Group, foot.Version}, foot.Notes...) {
		if more != "" {
			run("", " · "+more)
		}
	}
	b.WriteString("<w:r><w:tab/></w:r>")
	said := f.words.Say("paper.page", words.With{"Page": page, "Pages": pages})
	for said != "" {
		at := strings.IndexAny(said, page+pages)
		if at < 0 {
			run("", said)
			break
		}
		run("", said[:at])
		if strings.HasPrefix(said[at:], page) {
			field("PAGE")
		} else {
			field("NUMPAGES")
		}
		said = said[at+len(page):]
	}
	b.WriteString("</w:p></w:ftr>")
	return b.String()
}

// numbering gives every list a count of its own.
func (f *file) numbering() string {
	var b strings.Builder
	b.WriteString(declaration + "<w:numbering " + spaces + ">")
	for id, level := range []string{
		paper.Bulleted: `<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>`,
		paper.Numbered: `<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>`,
	} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>%s`+
			`<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>`, id, level)
	}
	for i, kind := range f.lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i+1, kind)
	}
	b.WriteString("</w:numbering>")
	return b.String()
}
