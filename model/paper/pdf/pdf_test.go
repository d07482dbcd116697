package pdf_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/paper/pdf/pdftext"
)

var keep = flag.String("keep", "", "a folder to keep the tests' papers in, to look at them")

var made = time.Date(2026, time.August, 28, 9, 0, 0, 0, time.UTC)

// write makes a PDF and keeps it if asked to.
func write(t testing.TB, name string, doc paper.Document) ([]byte, pdf.Report) {
	t.Helper()
	file, report, err := pdf.Write(doc, pdf.Options{Date: made})
	if err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, name+".pdf"), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return file, report
}

func textOf(t testing.TB, file []byte) string {
	t.Helper()
	text, err := pdftext.Text(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func paragraphs(texts ...string) paper.Document {
	doc := paper.Document{Title: "Test", Language: "en-GB"}
	for _, s := range texts {
		doc.Blocks = append(doc.Blocks, paper.Paragraph{Text: paper.Words(s)})
	}
	return doc
}

func TestTheCouncilPaperFillsFourSides(t *testing.T) {
	_, report := write(t, "council", council())
	if report.Pages != 4 {
		t.Errorf("it has %d pages", report.Pages)
	}
}

func TestEveryWordOfThePaperCanBeCopiedFromTheFile(t *testing.T) {
	file, _ := write(t, "council", council())
	got := map[string]bool{}
	for _, w := range strings.Fields(textOf(t, file)) {
		got[w] = true
	}
	doc := council()
	for _, w := range strings.Fields(paper.PlainText(doc)) {
		if !got[w] && !onlyHeard[w] {
			t.Errorf("%q is not in the file", w)
		}
	}
}

// onlyHeard are words of drawings' and marks' alternative texts that nobody sees.
var onlyHeard = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("Need leads activity to goal Months months Milestones in A1, G1. N1 1, 2, 4, 6, 8 12 social justice environment economy") {
		set[w] = true
	}
	return set
}()

func TestWelshLettersPoundsAndSignsCanBeCopied(t *testing.T) {
	const words = "Tŷ agored: ŵyn, ŷd, Ŵ Ŷ â ê î ô û ï; £48,000 → ✓ 60 m² × ÷ – “dyfyniad” … Ł ž Ж"
	file, report := write(t, "welsh", paragraphs(words))
	if got := textOf(t, file); !strings.Contains(got, words) {
		t.Errorf("got %q", got)
	}
	if len(report.Changes) > 0 {
		t.Errorf("changed: %v", report.Changes)
	}
}

func TestWrappedLinesDoNotRunTogetherWhenCopied(t *testing.T) {
	sentence := strings.TrimSpace(strings.Repeat("one two three four five ", 40))
	file, _ := write(t, "wrapped", paragraphs(sentence))
	if got := textOf(t, file); !strings.Contains(got, sentence) {
		t.Errorf("got %q", got)
	}
}

func TestTheSamePaperGivesTheSameBytes(t *testing.T) {
	first, _ := write(t, "council", council())
	for range 5 {
		if again, _ := write(t, "council", council()); !bytes.Equal(first, again) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestWhatCannotBePrintedIsReplacedAndReported(t *testing.T) {
	file, report := write(t, "odd", paragraphs("Tea \U0001F375 for all\x00, \xff\u202eright\u202c, e\u0301cole and ℌ and 漢 and ★."))
	if got := textOf(t, file); !strings.Contains(got, "Tea for all, right, école and H and ? and .") {
		t.Errorf("got %q", got)
	}
	became := map[string]string{}
	for _, c := range report.Changes {
		became[c.Was] = c.Became
	}
	want := map[string]string{"\U0001F375": "", "\ufffd": "", "ℌ": "H", "漢": "?", "★": ""}
	for was, is := range want {
		if got, ok := became[was]; !ok || got != is {
			t.Errorf("%q: reported %v as %q, want %q", was, ok, got, is)
		}
	}
	if len(became) != len(want) {
		t.Errorf("reported %q", became)
	}
}

func TestOddPapersAreStillWritten(t *testing.T) {
	wide := figure.Picture{Width: 900, Height: 2000, Shapes: []figure.Shape{figure.Path{}, figure.Rect{}, figure.Text{String: "\U0001F375"}}}
	for name, doc := range map[string]paper.Document{
		"nothing":       {},
		"emptyBlocks":   {Blocks: []paper.Block{paper.TitleBlock{}, paper.Decision{}, paper.Section{}, paper.Paragraph{}, paper.KeyFigures{}, paper.List{}, paper.Table{}, paper.Columns{}, paper.Frame{}, paper.Figure{}, paper.Contents{}, paper.PageBreak{}}},
		"longWord":      paragraphs(strings.Repeat("w", 500)),
		"longSection":   paragraphs(strings.Repeat("word ", 10_000)),
		"hugePicture":   {Blocks: []paper.Block{paper.Figure{Picture: wide, Caption: paper.Words("wide")}}},
		"longDecision":  {Blocks: []paper.Block{paper.Decision{Label: "Decision", Sentence: paper.Words(strings.Repeat("word ", 3_000))}}},
		"longTitle":     {Blocks: []paper.Block{paper.TitleBlock{Title: strings.Repeat("word ", 800), Facts: []paper.Fact{{Label: "From", Value: paper.Words(strings.Repeat("word ", 3_000))}}}}},
		"moreCells":     {Blocks: []paper.Block{paper.Table{Cols: []paper.Col{{Head: "One"}}, Rows: []paper.Row{row(words("a"), words("b"))}}}},
		"wideSpan":      {Blocks: []paper.Block{paper.Table{Cols: []paper.Col{{Head: "One"}, {}}, Rows: []paper.Row{row(paper.Cell{Span: 9, Lines: []paper.Text{paper.Words("a")}})}}}},
		"brokenScale":   {Blocks: []paper.Block{paper.Table{Cols: []paper.Col{{Period: &paper.Scale{}}}, Rows: []paper.Row{row(paper.Cell{Bars: []paper.Bar{{From: 9, To: -3}}, Points: []paper.Point{{At: -1}}})}}}},
		"strayLink":     {Blocks: []paper.Block{paper.Paragraph{Text: paper.Text{{Text: "here", Link: "#nowhere"}}}}},
		"barsNoScale":   {Blocks: []paper.Block{paper.Table{Cols: []paper.Col{{Head: "x"}}, Rows: []paper.Row{row(paper.Cell{Bars: []paper.Bar{{From: 0, To: 1}}, Points: []paper.Point{{Label: "1"}}})}}}},
		"framedColumns": {Blocks: []paper.Block{paper.Frame{Blocks: []paper.Block{paper.Columns{Cols: []paper.Column{{Width: 50, Blocks: paragraphs(strings.Repeat("word ", 900)).Blocks}}}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			file, report := write(t, name, doc)
			if pages, err := pdftext.Pages(file); report.Pages == 0 || err == nil && len(pages) != report.Pages {
				t.Errorf("%d pages reported, %d written", report.Pages, len(pages))
			}
		})
	}
}

func TestTheFileKnowsItsTitleLanguageAndBookmarks(t *testing.T) {
	file, _ := write(t, "council", council())
	f := open(t, file)
	info := f.Dict(f.Trailer["Info"])
	for key, want := range map[pdfread.Name]string{"Title": "Open Door Days", "Subject": "Partnership proposal to Kingsmere Borough Council",
		"Author": "Fernhill Wellbeing Circle", "CreationDate": "D:20260828090000Z"} {
		if got, _ := info[key].(pdfread.String); got.Text() != want {
			t.Errorf("%s is %q", key, got.Text())
		}
	}
	if got := f.Catalog()["Lang"]; got != pdfread.String("en-GB") {
		t.Errorf("the language is %q", got)
	}
	var titles []string
	for at := f.Dict(f.Dict(f.Catalog()["Outlines"])["First"]); at != nil; at = f.Dict(at["Next"]) {
		title, _ := at["Title"].(pdfread.String)
		titles = append(titles, title.Text())
	}
	if !slices.Contains(titles, "8  Costs and funding") || len(titles) != 11 {
		t.Errorf("the bookmarks are %q", titles)
	}
}

func open(t testing.TB, file []byte) *pdfread.File {
	t.Helper()
	f, err := pdfread.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestALongPaperHasContentsListsAndAnnexes(t *testing.T) {
	doc := council()
	doc.Blocks = append([]paper.Block{doc.Blocks[0], paper.Contents{Title: "Contents"}, paper.PageBreak{}}, doc.Blocks[2:]...)
	doc.Blocks = append(doc.Blocks, paper.Section{ID: "a", Number: "Annex A", Title: "The whole map and its links in words", Break: paper.NewPage, Blocks: []paper.Block{
		paper.Heading{Level: 3, Text: paper.Words("Lines of sight")},
		paper.Paragraph{Text: paper.Text{paper.Plain("Every link, with the reason for it. What it costs is in "), {Text: "section 8", Link: "#money"}, paper.Plain(".")}},
		paper.List{Items: []paper.Text{
			{paper.Strong("N1 → A1:"), paper.Plain(" people who have nowhere to go on the closed days come to an open house run by their peers, three days a week, for the whole of the year.")},
			paper.Words("N2 → A6"), paper.Words("N3 → A2")}},
		paper.List{Kind: paper.Numbered, Items: []paper.Text{paper.Words("first"), paper.Words("second")}},
		paper.Heading{Level: 4, Text: paper.Words("Not drawn")},
		paper.Paragraph{Text: paper.Text{paper.Muted("Not decided yet")}},
	}})
	file, report := write(t, "full", doc)
	text := textOf(t, file)
	for _, want := range []string{"Annex A The whole map", "• ", "2. ", "Not decided yet"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	last := report.Sections[len(report.Sections)-1]
	if last.Page != report.Pages || last.Number != "Annex A" {
		t.Errorf("the annex is said to begin on page %d of %d", last.Page, report.Pages)
	}
}

func pagesOf(t testing.TB, file []byte) []string {
	t.Helper()
	pages, err := pdftext.Pages(file)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
