package docx

import (
	"fmt"
	"slices"
	"strings"

	"commonplan/model/paper"
)

// refer writes the number of a note at the foot of the page. Words with the same note
// share it: those after the first refer to the number of the first.
func (f *file) refer(text string) {
	text = strings.TrimSpace(paper.Sound(text))
	if text == "" {
		return
	}
	const raised = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`
	if at := slices.Index(f.notes, text); at >= 0 {
		n := at + 1
		fmt.Fprintf(&f.body, `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NOTEREF _Note%d \f \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, n)
		fmt.Fprintf(&f.body, raised+`<w:t>%d</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, n)
		return
	}
	f.notes = append(f.notes, text)
	n := len(f.notes)
	id := len(f.sections) + n // after the bookmarks of the sections
	fmt.Fprintf(&f.body, `<w:bookmarkStart w:id="%d" w:name="_Note%d"/>`+raised+`<w:footnoteReference w:id="%d"/></w:r><w:bookmarkEnd w:id="%d"/>`, id, n, n, id)
}

// footnotes are the notes, after the two lines that part them from the text.
func (f *file) footnotes() string {
	var b strings.Builder
	b.WriteString(declaration + "<w:footnotes " + spaces + ">")
	b.WriteString(`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`)
	b.WriteString(`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, text := range f.notes {
		fmt.Fprintf(&b, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r>%s</w:r></w:p></w:footnote>`,
			i+1, content(" "+text))
	}
	b.WriteString("</w:footnotes>")
	return b.String()
}
