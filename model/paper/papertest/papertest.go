// Package papertest gives papers to test their writers with: every paper of every
// example, and one that has every block there is, around words of the tester's choice.
package papertest

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/figure"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

// Papers gives every paper of every example, and of a plan with nothing in it, by name.
func Papers(t testing.TB) map[string]paper.Document {
	t.Helper()
	return papersIn(t, words.English())
}

func papersIn(t testing.TB, w *words.Words) map[string]paper.Document {
	t.Helper()
	plans := map[string]*model.Plan{"empty": modeltest.New(t).Plan()}
	for _, name := range example.Names() {
		plans[name] = Plan(t, name)
	}
	all := map[string]paper.Document{}
	for name, plan := range plans {
		for _, kind := range proposal.Papers() {
			doc, err := proposal.Make(plan, proposal.Options{Paper: kind, Words: w, Date: model.Date{Year: 2026, Month: 8, Day: 28}})
			if err != nil {
				t.Fatal(err)
			}
			all[name+" "+string(kind)] = doc
		}
	}
	return all
}

// Welsh gives the same papers in Welsh, with the words they are in.
func Welsh(t testing.TB) (map[string]paper.Document, *words.Words) {
	t.Helper()
	w, err := words.In("cy")
	if err != nil {
		t.Fatal(err)
	}
	return papersIn(t, w), w
}

// Plan gives the plan of an example.
func Plan(t testing.TB, name string) *model.Plan {
	t.Helper()
	doc, err := example.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return model.ReadPlan(doc, nil)
}

// EveryBlock gives a paper with every block, and the words wherever there are any.
func EveryBlock(words string) paper.Document {
	text := paper.Words(words)
	facts := []paper.Fact{{Label: words, Value: text}, {Label: words, Value: text}}
	picture := figure.Picture{Width: 120, Height: 40, Title: words, Alt: words, Shapes: []figure.Shape{
		figure.Rect{X: 1, Y: 1, W: 50, H: 20, Radius: 2, Fill: figure.Hex(0xEEF3F5), Stroke: figure.Stroke{Colour: figure.Hex(0x1A1A1A), Width: .3}},
		figure.Path{Stroke: figure.Stroke{Colour: figure.Hex(0x333333), Width: .3, Dash: []float64{1, .5}}, Steps: []figure.Step{
			{Op: figure.MoveTo, P: [3]figure.Point{{X: 51, Y: 10}}}, {Op: figure.LineTo, P: [3]figure.Point{{X: 70, Y: 10}}}}},
		figure.Text{X: 3, Y: 10, String: words, Size: 9.5, Colour: figure.Hex(0x1A1A1A)},
	}}
	small := picture
	small.Width, small.Height = 20, 7
	return paper.Document{
		Title: words, Subject: words, Author: words, Language: "en-GB",
		Footer: paper.Footer{Project: words, Group: words, Version: words, Notes: []string{words}},
		Print:  paper.Print{Draft: words},
		Blocks: []paper.Block{
			paper.TitleBlock{Kicker: words, Title: words, Subtitle: words, Facts: facts, Cover: true, Logo: &paper.Picture{Data: Photograph, Alt: words}},
			paper.Decision{Label: words, Sentence: text},
			paper.Contents{Title: words},
			paper.Section{ID: "one", Number: "1", Title: words, Blocks: []paper.Block{
				paper.Paragraph{Text: runs(words), KeepWithNext: true},
				paper.Columns{Gap: 8, Keep: true, Cols: []paper.Column{
					{Width: 108, Blocks: []paper.Block{paper.Paragraph{Text: text}}},
					{Width: 58, Blocks: []paper.Block{paper.KeyFigures{Items: facts}, paper.Frame{Blocks: []paper.Block{paper.Paragraph{Text: text}, Table(words, small)}}}},
				}},
				paper.KeyFigures{Items: facts, Across: true},
				paper.Columns{Gap: 7, Chain: true, Cols: []paper.Column{
					{Width: 40, Blocks: []paper.Block{paper.Heading{Level: 3, Text: text}, paper.Paragraph{Text: text}}},
					{Width: 40, Blocks: []paper.Block{paper.Heading{Level: 3, Text: text}}},
				}},
				paper.Heading{Level: 4, Text: text},
				paper.List{Items: []paper.Text{text, text}},
				paper.Heading{Level: 3, Text: text},
				paper.List{Kind: paper.Numbered, Items: []paper.Text{text, text}},
			}},
			paper.Section{ID: "two", Number: words, Title: words, Break: paper.NewPage, Blocks: []paper.Block{
				paper.Figure{Picture: picture, Caption: text, KeepWithNext: true},
				Table(words, small), Table(words, small), compared(words),
				paper.PageBreak{},
				paper.Picture{Data: Photograph, Alt: words, Caption: text, Width: 60},
				paper.Paragraph{Text: text, Small: true},
			}},
			paper.Section{ID: "one", Title: words, Break: paper.IfNearlyFull},
		},
	}
}

// Photograph is a file with a small picture.
var Photograph = func() []byte {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		panic(err) // there is nothing that could go wrong
	}
	return file.Bytes()
}()

// runs are words of every kind.
func runs(words string) paper.Text {
	return paper.Text{
		paper.Plain(words + " "), paper.Strong(words + " "), paper.ID(words + " "), paper.Muted(words + " "),
		paper.Marked(paper.MarkCircle, words+" "), paper.Marked(paper.MarkTick, words+" "), paper.MarkOnly(paper.MarkSquare, words), paper.MarkOnly(paper.MarkDash, ""),
		{Text: " " + words + " ", Strong: true, Tone: paper.Mute, Language: "cy"}, {Text: words + " ", Link: "#two"}, {Text: words + " ", Link: "#nowhere", Note: words},
		{Text: words, Note: "Note on " + words}, {Text: " " + words, Link: "#two", Note: "Note on " + words}, paper.Plain(" "),
		{Text: words + " ", Link: "https://example.org/?a=1&b=" + words}, {Text: words, Link: "javascript:alert(1)"},
	}
}

// compared is a table of two sides under bars.
func compared(words string) paper.Table {
	said := func(m paper.Mark) paper.Cell { return paper.TextCell(paper.Marked(m, words)) }
	return paper.Table{Name: words, Sides: true, Cols: []paper.Col{{Head: words, Width: 87}, {Head: words}}, Rows: []paper.Row{
		{Kind: paper.RowBar, Cells: []paper.Cell{{Lines: []paper.Text{paper.Words(words), paper.Words(words)}, Span: 2}}},
		{Cells: []paper.Cell{said(paper.MarkNotYet), said(paper.MarkStarted)}},
		{Kind: paper.RowBar, Cells: []paper.Cell{{Lines: []paper.Text{paper.Words(words)}, Span: 2}}},
		{Cells: []paper.Cell{said(paper.MarkHalfWay), said(paper.MarkInPlace)}},
		{Cells: []paper.Cell{said(paper.MarkUnknown), said(paper.MarkNoAnswer)}},
	}}
}

// Table is a table with every kind of column, row and cell.
func Table(words string, picture figure.Picture) paper.Table {
	text := paper.Words(words)
	period := &paper.Scale{Labels: []string{"A", "", words}, Strong: []int{1}}
	return paper.Table{Name: words, Tight: true, Keep: true,
		Cols: []paper.Col{{Width: 9}, {Head: words, Names: true}, {Head: words, Width: 40, Align: paper.Right}, {Head: words, Width: 66, Period: period}},
		Rows: []paper.Row{
			{Group: words, Cells: []paper.Cell{paper.TextCell(paper.ID(words)), {Lines: []paper.Text{text, text}}, {Picture: &picture}, {Bars: []paper.Bar{{From: 0, To: 1}, {From: 2, To: 9}}, Alt: words}}},
			{Kind: paper.RowSame, Cells: []paper.Cell{{}, paper.WordsCell(words)}},
			{Kind: paper.RowSubtotal, Cells: []paper.Cell{{Lines: []paper.Text{text}, Span: 3}, {Points: []paper.Point{{At: 0, Label: words, Filled: true}, {At: 1}, {At: 7}}, Alt: words}}},
			{Kind: paper.RowTotal, Cells: []paper.Cell{{}, {Lines: []paper.Text{text}, Span: 2}}},
		}}
}

// Hostile are words that writers must survive, by what is bad about them.
func Hostile() map[string]string {
	long := ""
	for len(long) < 500 {
		long += "Llanfair"
	}
	return map[string]string{
		"markup":           `</w:t></p><script>alert("1")</script> & <b> ]]> --> &amp; {} \22`,
		"quotation marks":  `"double" and 'single' and “curly”`,
		"control signs":    "bell\x07, nil\x00, escape\x1b[31m, delete\x7f, next\u0085line",
		"broken UTF-8":     "cut\xff off \xed\xa0\x80 here",
		"no characters":    "\ufffe and \uffff and \U0001ffff",
		"turned around":    "\u202eturned\u202c \u2067round\u2069",
		"emoji":            "👩\u200d🌾 grows 🥕, 🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F wins",
		"other scripts":    "Ŵyth, Żółw, Київ, 日本語, سلام",
		"a very long word": "before " + long + " after",
		"lines and tabs":   "one\ntwo\r\n\tthree\u2028four",
		"nothing":          "",
	}
}
