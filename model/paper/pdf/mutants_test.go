package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/paper/typeset"
	"commonplan/resources/fonts"
)

// mutant is a defect put into one stage of the writer.
type mutant struct {
	name, rule string
	set        func(*typeset.Result)        // into the pages
	backend    func(*gofpdfBackend) backend // into the writing
	fin        func(*finishing)             // into what is added
	objects    func(f *file, root int)      // into the finished objects
	bytes      func([]byte) []byte          // into the file
}

func TestTheCheckerFindsEverySeededDefect(t *testing.T) {
	if findings := check.File(assemble(t, mutant{})); len(findings) > 0 {
		t.Fatalf("without a defect: %v", findings)
	}
	caught := 0
	for _, m := range mutants {
		findings := check.File(assemble(t, m))
		if slices.ContainsFunc(findings, func(f check.Finding) bool { return f.Rule == m.rule }) {
			caught++
			continue
		}
		t.Errorf("%s: the rule %q does not find it, only %v", m.name, m.rule, findings)
	}
	t.Logf("%d of %d defects found", caught, len(mutants))
	for _, rule := range check.Rules {
		if !slices.ContainsFunc(mutants, func(m mutant) bool { return m.rule == rule.Name }) {
			t.Errorf("no defect tries the rule %q", rule.Name)
		}
	}
}

// assemble writes a paper as WritePages does, with a defect on the way.
func assemble(t *testing.T, m mutant) []byte {
	t.Helper()
	doc := everything()
	opts := Options{Date: time.Date(2026, time.August, 28, 10, 0, 0, 0, time.FixedZone("BST", 3600))}
	set := Layout(doc, opts)
	if m.set != nil {
		m.set(&set)
	}
	b := newGofpdf(set.Width, set.Height)
	p := &painter{to: b, set: set}
	if m.backend != nil {
		p.to = m.backend(b)
	}
	p.pages()
	raw, err := b.output()
	if err != nil {
		t.Fatal(err)
	}
	fin := p.finishing(factsOf(doc, opts), b.book.fonts)
	if m.fin != nil {
		m.fin(&fin)
	}
	f, err := parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	root, info, err := f.complete(fin)
	if err != nil {
		t.Fatal(err)
	}
	if m.objects != nil {
		m.objects(f, root)
	}
	data, err := f.write(root, info)
	if err != nil {
		t.Fatal(err)
	}
	if m.bytes != nil {
		data = m.bytes(data)
	}
	return data
}

// everything is a paper of three pages with each kind of element.
func everything() paper.Document {
	drawing := figure.Picture{Width: 40, Height: 20, Cut: true, Alt: "Need N1 leads to activity A1.", Shapes: []figure.Shape{
		figure.Rect{W: 40, H: 20, Fill: figure.Hex(0xEEF3F5)}, figure.Text{X: 2, Y: 8, Size: 10, String: "N1 → A1", Colour: figure.Hex(0x1A1A1A)}}}
	cells := func(words ...string) paper.Row {
		r := paper.Row{}
		for _, w := range words {
			r.Cells = append(r.Cells, paper.WordsCell(w))
		}
		return r
	}
	same := cells("", "", "Another survey")
	same.Kind = paper.RowSame
	costs := paper.Table{Name: "Costs", Cols: []paper.Col{{Width: 9}, {Head: "Cost", Names: true}, {Head: "Source"}},
		Rows: []paper.Row{cells("N1", "Hall", "Survey"), same, cells("N2", "Courses", "Notes")}}
	page := func(n int) paper.Section {
		return paper.Section{ID: fmt.Sprint("s", n), Number: fmt.Sprint(n), Title: "Costs and more", Break: paper.NewPage, Blocks: []paper.Block{
			paper.Paragraph{Text: paper.Text{paper.Plain("Written to "), {Text: "hello@opendoor.example", Link: "mailto:hello@opendoor.example"},
				paper.Plain(" in "), {Text: "Tŷ Agored", Language: "cy", Note: "Photo walk, June 2026"}, paper.Plain(".")}},
			paper.Picture{Data: photograph(), Alt: "The yard behind the hall", Width: 40},
			paper.Heading{Level: 3, Text: paper.Words("Table")}, costs,
			paper.List{Items: []paper.Text{paper.Words("one"), paper.Words("two")}},
			paper.Figure{Picture: drawing, Caption: paper.Words("The map")}}}
	}
	return paper.Document{Title: "Open Door Days", Subject: "Partnership proposal", Author: "Fernhill Wellbeing Circle", Language: "en-GB",
		Footer: paper.Footer{Project: "Open Door Days", Version: "Version 3"},
		Blocks: []paper.Block{paper.TitleBlock{Title: "Open Door Days"}, paper.Contents{Title: "Contents"}, page(1), page(2)}}
}

// photograph is the file of a small photograph.
func photograph() []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, 32, 16)), nil); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// elementOf gives the first element of a role.
func elementOf(set *typeset.Result, role typeset.Role) *typeset.Element {
	at := slices.IndexFunc(set.Elements, func(e typeset.Element) bool { return e.Role == role })
	return &set.Elements[at]
}

// replace changes the first match in the first object that has one.
func replace(pattern, with string) func(*file, int) {
	re := regexp.MustCompile(pattern)
	return func(f *file, _ int) {
		for n := range f.objects {
			o := &f.objects[n]
			if at := re.FindStringIndex(o.value); at != nil {
				o.value = o.value[:at[0]] + re.ReplaceAllString(o.value[at[0]:at[1]], with) + o.value[at[1]:]
				return
			}
			if at := re.FindIndex(o.stream); at != nil && o.form == plain {
				o.stream = append(append(slices.Clone(o.stream[:at[0]]), re.ReplaceAll(o.stream[at[0]:at[1]], []byte(with))...), o.stream[at[1]:]...)
				return
			}
		}
		panic("nothing to replace: " + pattern)
	}
}

// faulty is a backend with a defect.
type faulty struct {
	*gofpdfBackend
	marks     int
	dropBegin int // the mark whose beginning is lost
	dropEnd   int // and whose end is
	rewrite   func(n int, mark string) string
	colour    func(figure.Colour) figure.Colour
	onPage    func(*gofpdfBackend)
}

func (b *faulty) begin(mark string, words bool) {
	b.marks++
	if b.rewrite != nil {
		mark = b.rewrite(b.marks, mark)
	}
	if b.marks != b.dropBegin && mark != "" {
		b.gofpdfBackend.begin(mark, words)
	}
}

func (b *faulty) end() {
	if b.marks != b.dropEnd && b.marks != b.dropBegin {
		b.gofpdfBackend.end()
	}
}

func (b *faulty) page() {
	b.gofpdfBackend.page()
	if b.onPage != nil {
		b.onPage(b.gofpdfBackend)
	}
}

func (b *faulty) text(t figure.Text, typeface fonts.Typeface) {
	if b.colour != nil {
		t.Colour = b.colour(t.Colour)
	}
	b.gofpdfBackend.text(t, typeface)
}

func with(f faulty) func(*gofpdfBackend) backend {
	return func(b *gofpdfBackend) backend {
		f.gofpdfBackend = b
		return &f
	}
}

func rewriting(from, to string) func(int, string) string {
	return func(_ int, mark string) string { return strings.Replace(mark, from, to, 1) }
}
