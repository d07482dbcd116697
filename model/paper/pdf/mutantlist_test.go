package pdf

import (
	"bytes"
	"image"
	"image/jpeg"
	"regexp"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper/typeset"
	"commonplan/resources/fonts"
)

// mutants are the defects that the checker must find.
var mutants = []mutant{
	// In the marks.
	{name: "an EMC is lost", rule: "marks", backend: with(faulty{dropEnd: 7})},
	{name: "a BDC is lost", rule: "marks", backend: with(faulty{dropBegin: 7})},
	{name: "a rule is drawn before the first mark", rule: "marks", backend: with(faulty{onPage: func(b *gofpdfBackend) { b.rect(10, 10, 50, .2, filled) }})},
	{name: "words are drawn before the first mark", rule: "marks", backend: with(faulty{onPage: func(b *gofpdfBackend) {
		b.text(figure.Text{X: 10, Y: 10, Size: 10, String: "Draft", Colour: figure.Hex(0)}, fonts.SourceSans)
	}})},
	{name: "marks have the same number", rule: "marks", backend: with(faulty{rewrite: rewriting("/MCID 3>>", "/MCID 2>>")})},
	{name: "artifacts do not say their kind", rule: "marks", backend: with(faulty{rewrite: rewriting("/Artifact<</Type/Layout>>BDC", "/Artifact BMC")})},
	{name: "a mark stands within another", rule: "marks", backend: with(faulty{rewrite: func(n int, mark string) string {
		if n == 4 {
			return mark + "/Artifact<</Type/Layout>>BDC"
		}
		return mark
	}})},
	{name: "the file does not say that it is tagged", rule: "marks", objects: replace(` /MarkInfo <</Marked true>>`, "")},
	{name: "words stand outside of a text object", rule: "marks", backend: with(faulty{rewrite: func(n int, mark string) string {
		if n == 4 {
			return "ET " + mark
		}
		return mark
	}})},
	{name: "a text object begins in one mark and ends in another", rule: "marks", backend: with(faulty{rewrite: func(n int, mark string) string {
		if n == 4 {
			return "ET " + mark + "BT"
		}
		return mark
	}})},
	{name: "a line is drawn among words", rule: "marks", backend: with(faulty{rewrite: func(n int, mark string) string {
		if n == 4 {
			return mark + "10 10 m 20 20 l S"
		}
		return mark
	}})},
	{name: "the whole page does not show again after a window", rule: "marks", backend: func(b *gofpdfBackend) backend { return &openWindow{b} }},
	{name: "a mark goes on from one part of a page to the next", rule: "marks",
		backend: with(faulty{onPage: func(b *gofpdfBackend) { b.op("EMC") }}),
		fin: func(fin *finishing) {
			fin.repeats.content = bytes.TrimSuffix(fin.repeats.content, []byte("EMC Q"))
			fin.repeats.content = append(fin.repeats.content, "Q"...)
		}},
	{name: "a part of a page does not bring back what it saved", rule: "marks",
		backend: with(faulty{onPage: func(b *gofpdfBackend) { b.op("Q") }}),
		fin: func(fin *finishing) {
			fin.repeats.content = bytes.TrimSuffix(fin.repeats.content, []byte(" Q"))
		}},
	{name: "the page uses an unknown operator", rule: "marks", backend: with(faulty{onPage: func(b *gofpdfBackend) { b.begin("/Pattern cs", false) }})},
	{name: "a footer is content", rule: "repeats", set: func(set *typeset.Result) {
		for _, p := range set.Pages {
			for i := range p.Items {
				if p.Items[i].Kind == typeset.Footer {
					p.Items[i].Element, p.Items[i].Kind = len(set.Elements), typeset.Layout
				}
			}
		}
		set.Elements = append(set.Elements, typeset.Element{Role: typeset.RoleP})
	}},

	// Between marks and structure.
	{name: "two entries of the parent tree are swapped", rule: "parents", objects: replace(`^(\[)(\d+ 0 R )(\d+ 0 R )`, "$1$3$2")},
	{name: "an entry of the parent tree is lost", rule: "parents", objects: replace(`^(\[)(\d+ 0 R )`, "$1")},
	{name: "a mark belongs to no element", rule: "parents", objects: replace(`(/S/P/Pg.*)/K \d+`, "$1")},
	{name: "an element holds a mark that is nowhere", rule: "parents", objects: replace(`(/S/P/Pg.*/K) (\d+)`, "${1}[77 $2]")},
	{name: "a page does not know its place in the parent tree", rule: "parents", objects: replace(`/StructParents 1`, "/StructParents 2")},
	{name: "the next key is too low", rule: "parents", objects: replace(`/ParentTreeNextKey \d+`, "/ParentTreeNextKey 1")},
	{name: "an element has another parent", rule: "structure", objects: replace(`(/S/H1/Pg \d+ 0 R/P )\d+`, "${1}1")},
	{name: "an element is of no kind", rule: "structure", set: func(set *typeset.Result) { elementOf(set, typeset.RoleSpan).Role = "Words" }},
	{name: "an element is empty", rule: "structure", objects: replace(`(/S/Span.*)/K \d+`, "$1")},
	{name: "a paragraph stands in a paragraph", rule: "structure", set: func(set *typeset.Result) { elementOf(set, typeset.RoleSpan).Role = typeset.RoleP }},
	{name: "the table of names is lost", rule: "structure", objects: replace(` /IDTree \d+ 0 R`, "")},
	{name: "the structure is lost", rule: "structure", objects: replace(` /StructTreeRoot \d+ 0 R`, "")},

	// In the structure's parts.
	{name: "a heading is skipped", rule: "headings", set: func(set *typeset.Result) { elementOf(set, typeset.RoleH2).Role = typeset.RoleH4 }},
	{name: "the first heading is of level 2", rule: "headings", set: func(set *typeset.Result) { elementOf(set, typeset.RoleH1).Role = typeset.RoleH2 }},
	{name: "alternative text is lost", rule: "figures", set: func(set *typeset.Result) { elementOf(set, typeset.RoleFigure).Alt = "" }},
	{name: "a photograph stands in a paragraph", rule: "figures", set: func(set *typeset.Result) { elementOf(set, typeset.RoleFigure).Role = typeset.RoleP }},
	{name: "a photograph is larger than it says", rule: "form", objects: replace(`/Width 32`, "/Width 31")},
	{name: "a photograph has one colour where it says three", rule: "form", objects: func(f *file, _ int) {
		var grey bytes.Buffer
		if err := jpeg.Encode(&grey, image.NewGray(image.Rect(0, 0, 32, 16)), nil); err != nil {
			panic(err)
		}
		for n := range f.objects {
			if o := &f.objects[n]; strings.Contains(o.value, "/Subtype /Image") {
				o.stream = grey.Bytes()
			}
		}
	}},
	{name: "a photograph has a mask", rule: "form", objects: replace(`/Subtype /Image`, "/Subtype /Image /SMask 9 0 R")},
	{name: "a note has no name", rule: "structure", objects: replace(`(/S/Note.*)/ID\(\d+\)`, "$1")},
	{name: "two elements have one name", rule: "structure", objects: replace(`(/S/TH.*)/ID\(\d+\)`, "$1/ID(3)")},
	{name: "a figure's box is lost", rule: "figures", fin: func(fin *finishing) { fin.boxes = nil }},
	{name: "a scope is lost", rule: "tables", set: func(set *typeset.Result) { elementOf(set, typeset.RoleHeadCell).Scope = "" }},
	{name: "a cell covers one column too many", rule: "tables", set: func(set *typeset.Result) { elementOf(set, typeset.RoleCell).Span = 2 }},
	{name: "a cell is headed by a paragraph", rule: "tables", set: func(set *typeset.Result) {
		for i := range set.Elements {
			if len(set.Elements[i].Headers) > 0 {
				set.Elements[i].Headers[0] = 1
				return
			}
		}
	}},
	{name: "no cell of a row has a header", rule: "tables", set: func(set *typeset.Result) {
		for i := range set.Elements {
			if e := &set.Elements[i]; e.Role == typeset.RoleHeadCell {
				e.Role, e.Scope = typeset.RoleCell, ""
			}
			set.Elements[i].Headers = nil
		}
	}},
	{name: "a header cell heads no cell", rule: "tables", set: func(set *typeset.Result) {
		head := elementOf(set, typeset.RoleHeadCell)
		for i := range set.Elements {
			if e := &set.Elements[i]; e.Role == typeset.RoleCell && e.Parent == head.Parent {
				e.Role, e.Scope = typeset.RoleHeadCell, "Row"
			}
		}
		head.Scope = "Row"
	}},
	{name: "a row stands outside of head and body", rule: "tables", set: func(set *typeset.Result) { elementOf(set, typeset.RoleRows).Role = typeset.RoleP }},
	{name: "a list does not say its numbering", rule: "lists", objects: replace(`/ListNumbering/Disc`, "")},
	{name: "an item has no body", rule: "lists", set: func(set *typeset.Result) { elementOf(set, typeset.RoleBody).Role = typeset.RoleLabel }},
	{name: "the language of a part is wrong", rule: "language", objects: replace(`/Lang\(cy\)`, "/Lang(Welsh language)")},
	{name: "the paper has no language", rule: "language", fin: func(fin *finishing) { fin.language = "" }},
	{name: "the paper is in two languages", rule: "language", objects: replace(`<rdf:li>en-GB`, "<rdf:li>fr")},

	// In links and bookmarks.
	{name: "a link does not say what it is", rule: "links", objects: replace(` /Contents \([^)]+\)`, "")},
	{name: "links are not on the page", rule: "links", objects: replace(` /Annots \[[^]]+\]`, "")},
	{name: "a link is not tied to its element", rule: "links", objects: replace(`/StructParent (\d)\b`, "/StructParent 1$1")},
	{name: "a link leads nowhere", rule: "links", objects: replace(`/Dest \[\d+ 0 R`, "/Dest [1 0 R")},
	{name: "a link's words are no link", rule: "links", set: func(set *typeset.Result) { elementOf(set, typeset.RoleLink).Role = typeset.RoleSpan }},
	{name: "the tab key does not follow the structure", rule: "links", objects: replace(` /Tabs /S`, "")},
	{name: "a bookmark belongs to no heading", rule: "bookmarks", objects: replace(` /SE \d+ 0 R`, "")},
	{name: "bookmarks are not counted", rule: "bookmarks", objects: replace(`/Count 2`, "/Count 3")},

	// In the fonts.
	{name: "letters are lost from the table", rule: "fonts", objects: letterTable(regexp.MustCompile(`<[1-9A-F].> <....>\n`), "")},
	{name: "letters stand for nothing", rule: "fonts", objects: letterTable(regexp.MustCompile(`(<..> )<....>`), "$1<FFFD>")},
	{name: "a font is not embedded", rule: "fonts", objects: replace(` /FontFile2 \d+ 0 R`, "")},
	{name: "a font is damaged", rule: "fonts", objects: func(f *file, _ int) {
		for n := range f.objects {
			if o := &f.objects[n]; strings.HasPrefix(o.value, "/Length1") {
				o.stream = o.stream[:len(o.stream)/2]
				return
			}
		}
	}},
	{name: "a letter has no glyph", rule: "fonts", backend: func(b *gofpdfBackend) backend { return &unknownLetter{b} }},
	{name: "widths are wrong", rule: "fonts", objects: replace(`/Widths \[\d+ \d+`, "/Widths [1 1")},
	{name: "codes mean Latin letters", rule: "fonts", objects: replace(` /Subtype /TrueType`, " /Subtype /TrueType /Encoding /WinAnsiEncoding")},
	{name: "a font does not say that it is cut", rule: "fonts", objects: replace(`/BaseFont /[A-Z]{6}\+`, "/BaseFont /")},

	// In what is drawn.
	{name: "words are too light", rule: "contrast", backend: with(faulty{colour: func(figure.Colour) figure.Colour { return figure.Hex(0x9A9A9A) }})},
	{name: "words stand on a dark ground", rule: "contrast", set: func(set *typeset.Result) {
		p := &set.Pages[1]
		p.Items = append([]typeset.Item{{Element: typeset.Artifact, Shape: figure.Rect{Y: 40, W: 210, H: 200, Fill: figure.Hex(0x444444)}}}, p.Items...)
	}},

	// In what the file says about itself.
	{name: "PDF/UA is not claimed", rule: "metadata", objects: replace(`<pdfuaid:part>1</pdfuaid:part>`, "")},
	{name: "PDF/A-2b is claimed", rule: "metadata", objects: replace(`<pdfaid:conformance>A`, "<pdfaid:conformance>B")},
	{name: "PDF/UA is not explained", rule: "metadata", objects: replace(`(?s)<pdfaExtension:schemas>.*</pdfaExtension:schemas>`, "")},
	{name: "XMP is no XML", rule: "metadata", objects: replace(`</dc:title>`, "")},
	{name: "XMP is lost", rule: "metadata", objects: replace(` /Metadata \d+ 0 R`, "")},
	{name: "the two titles differ", rule: "metadata", objects: replace(`/Title \(Open Door Days\)`, "/Title (Open Doors)")},
	{name: "a date has no zone", rule: "metadata", objects: replace(`(/ModDate \(D:\d{14})[^)]+`, "$1")},
	{name: "the title is lost", rule: "title", fin: func(fin *finishing) { fin.title = "" }},
	{name: "viewers do not show the title", rule: "title", objects: replace(`/DisplayDocTitle true`, "")},
	{name: "the meaning of colours is not said", rule: "colour", objects: replace(` /OutputIntents \[<<.*?>>\]`, "")},
	{name: "the colour profile is cut off", rule: "colour", objects: func(f *file, _ int) {
		for n := range f.objects {
			if o := &f.objects[n]; o.value == "/N 3" {
				o.stream = o.stream[:400]
			}
		}
	}},

	// In the file's form.
	{name: "a script runs on opening", rule: "form", objects: replace(`/Type /Catalog`, "/Type /Catalog /OpenAction <</S /JavaScript /JS (x)>>")},
	{name: "a page is transparent", rule: "form", objects: replace(`/Type /Page\n`, "/Type /Page /Group <</S /Transparency>> ")},
	{name: "fonts are inherited", rule: "form", objects: replace(`/Resources 2 0 R\n`, "")},
	{name: "something follows the end", rule: "file", bytes: func(b []byte) []byte { return append(b, "more"...) }},
	{name: "the file's second line is lost", rule: "file", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("\xe2\xe3\xcf\xd3"), []byte("abcd"), 1) }},
	{name: "the file has no identifier", rule: "file", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("/ID [<"), []byte("/IX [<"), 1) }},
	{name: "a string is too long", rule: "file", objects: replace(`/T\(Costs\)`, "/T("+strings.Repeat("x", 40000)+")")},
	{name: "the file is cut off", rule: "file", bytes: func(b []byte) []byte { return b[:len(b)-200] }},
}

// letterTable changes the letter tables of all fonts.
func letterTable(from *regexp.Regexp, to string) func(*file, int) {
	return func(f *file, _ int) {
		for n := range f.objects {
			if o := &f.objects[n]; bytes.Contains(o.stream, []byte("begincmap")) {
				o.stream = from.ReplaceAll(o.stream, []byte(to))
			}
		}
	}
}

// openWindow never shows the whole page again.
type openWindow struct{ *gofpdfBackend }

func (b *openWindow) unclip() {}

// unknownLetter writes a letter that the font does not have.
type unknownLetter struct{ *gofpdfBackend }

func (b *unknownLetter) text(t figure.Text, typeface fonts.Typeface) {
	b.gofpdfBackend.text(t, typeface)
	b.f.RawWriteStr("BT 99 99 Td (\x00) Tj ET")
}
