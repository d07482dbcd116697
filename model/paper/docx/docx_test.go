package docx_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/docx"
	"commonplan/model/paper/papertest"
)

// files is where to put the papers of the examples, to look at them:
// go test ./model/paper/docx -files ../../../build/files
var files = flag.String("files", "", "folder to write the examples' papers to")

func write(t interface{ Fatal(...any) }, doc paper.Document) []byte {
	data, err := docx.Write(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func document(t interface{ Fatal(...any) }, data []byte) *node {
	parts, _ := open(t, data)
	return read(t, parts["word/document.xml"])
}

func TestAFileIsSoundAndSaysWhatThePaperSaysInTheSameOrder(t *testing.T) {
	for name, doc := range papertest.Papers(t) {
		data := write(t, doc)
		store(t, name, data)
		parts, names := open(t, data)
		if diff := cmp.Diff(strings.Fields(paper.PlainText(doc)), strings.Fields(said(read(t, parts["word/document.xml"])))); diff != "" {
			t.Errorf("%s: the file says something else (-paper +file):\n%s", name, diff)
		}
		if names[0] != "[Content_Types].xml" {
			t.Errorf("%s: the first part is %s", name, names[0])
		}
		for _, fault := range faults(t, parts) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// store writes a file to where it can be looked at, if that is wanted.
func store(t *testing.T, name string, data []byte) {
	t.Helper()
	if *files == "" {
		return
	}
	if err := os.MkdirAll(*files, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*files, strings.ReplaceAll(name, " ", "-")+".docx"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestHostileWordsStayWordsInASoundFile(t *testing.T) {
	for name, words := range papertest.Hostile() {
		doc := papertest.EveryBlock(words)
		data := write(t, doc)
		store(t, name, data)
		parts, _ := open(t, data)
		want := strings.Fields(paper.Sound(paper.PlainText(doc)))
		if diff := cmp.Diff(want, strings.Fields(said(read(t, parts["word/document.xml"])))); diff != "" {
			t.Errorf("%s: the file says something else (-paper +file):\n%s", name, diff)
		}
		for _, fault := range faults(t, parts) {
			if name != "nothing" || fault != "there is an empty paragraph" {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
}

func TestAnyWordsMakeASoundFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "words")
		title := paper.Document{Title: words, Subject: words, Author: words, Language: "en-GB",
			Footer: paper.Footer{Project: words, Version: words, Notes: []string{words}}, Print: paper.Print{Draft: words},
			Blocks: []paper.Block{paper.TitleBlock{Title: words}, paper.Paragraph{Text: paper.Text{{Text: words, Link: "https://" + words}}}}}
		parts, _ := open(t, write(t, title))
		if found := faults(t, parts); len(found) > 0 {
			t.Fatal(found)
		}
		got := strings.Fields(said(read(t, parts["word/document.xml"])))
		if want := strings.Fields(paper.Sound(paper.PlainText(title))); !slices.Equal(got, want) {
			t.Fatalf("said %q, want %q", got, want)
		}
	})
}

func TestTheSamePaperGivesTheSameBytes(t *testing.T) {
	doc := papertest.EveryBlock("words")
	if !bytes.Equal(write(t, doc), write(t, doc)) {
		t.Error("two files of one paper differ")
	}
}

func TestTheFileSaysWhatItIsAndInWhichLanguage(t *testing.T) {
	doc := papertest.Papers(t)["open-door-days council"]
	parts, _ := open(t, write(t, doc))
	core := read(t, parts["docProps/core.xml"]).at("coreProperties")
	for name, want := range map[string]string{"title": doc.Title, "subject": doc.Subject, "creator": doc.Author, "language": doc.Language} {
		if got := core.at(name, ""); got.words != want {
			t.Errorf("its %s is %q, want %q", name, got.words, want)
		}
	}
	styles := read(t, parts["word/styles.xml"])
	if got := styles.at("styles", "docDefaults", "rPrDefault", "rPr", "lang").attrs["val"]; got != "en-GB" {
		t.Errorf("its language is %q", got)
	}
	foot := read(t, parts["word/footer1.xml"])
	if got := strings.Join(strings.Fields(said(foot)), " "); got != "Open Door Days · Fernhill Wellbeing Circle · Version 3 · 28 August 2026 Page 1 of 1" {
		t.Errorf("its foot says %q", got)
	}
	var fields []string
	for _, field := range foot.find("fldSimple") {
		fields = append(fields, strings.TrimSpace(field.attrs["instr"]))
	}
	if !slices.Equal(fields, []string{"PAGE", "NUMPAGES"}) {
		t.Errorf("its foot counts %q", fields)
	}
}

func TestADrawingIsAPictureWithItsWords(t *testing.T) {
	doc := papertest.EveryBlock("words")
	parts, _ := open(t, write(t, doc))
	page := read(t, parts["word/document.xml"])
	drawings := page.find("docPr")
	if len(drawings) == 0 {
		t.Fatal("there is no drawing")
	}
	for i, drawing := range drawings {
		if drawing.attrs["descr"] != "words" {
			t.Errorf("a drawing is described as %q", drawing.attrs["descr"])
		}
		picture, err := png.Decode(bytes.NewReader(parts[fmt.Sprintf("word/media/picture%d.png", i+1)]))
		if err != nil {
			t.Fatal(err)
		}
		if picture.Bounds().Dx() < 200 && picture.Bounds().Dx() != 30 { // the photograph
			t.Errorf("a drawing is %v pixels large", picture.Bounds())
		}
	}
}

func TestWordsWithTheSameNoteShareIt(t *testing.T) {
	noted := func(words, note string) paper.Run { return paper.Run{Text: words, Note: note} }
	doc := paper.Document{Language: "en-GB", Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Text{noted("39 of 64", "Survey, March 2026"), noted("22 of 31", "Notes"), noted("9 of 64", "Survey, March 2026")}}}}
	parts, _ := open(t, write(t, doc))
	page := read(t, parts["word/document.xml"])
	var notes, numbers []string
	for _, p := range read(t, parts["word/footnotes.xml"]).find("p")[2:] {
		notes = append(notes, strings.TrimSpace(said(p)))
	}
	for _, r := range page.find("footnoteReference") {
		numbers = append(numbers, r.attrs["id"])
	}
	for _, field := range page.find("instrText") {
		numbers = append(numbers, strings.Fields(field.inner[0].words)[1])
	}
	if !slices.Equal(notes, []string{"Survey, March 2026", "Notes"}) || !slices.Equal(numbers, []string{"1", "2", "_Note1"}) {
		t.Errorf("the notes %q are referred to by %q", notes, numbers)
	}
}

func TestAPhotographThatCannotBeReadIsASentence(t *testing.T) {
	page := document(t, write(t, paper.Document{Blocks: []paper.Block{
		paper.Picture{Data: papertest.Photograph[:40], Alt: "The yard"}, paper.Picture{Data: papertest.Photograph, Alt: "The hall"}}}))
	if got := said(page); !strings.HasPrefix(got, "“The yard” could not be printed") {
		t.Errorf("it says %q", got)
	}
	if shown := page.find("docPr"); len(shown) != 1 || shown[0].attrs["descr"] != "The hall" {
		t.Errorf("%d photographs are shown", len(shown))
	}
}

func TestDrawingsAloneSideBySideStayInOneLine(t *testing.T) {
	drawing := paper.Figure{Picture: figure.Picture{Width: 80, Height: 20, Alt: "a chart"}}
	page := document(t, write(t, paper.Document{Blocks: []paper.Block{paper.Columns{Gap: 6, Cols: []paper.Column{
		{Width: 84, Blocks: []paper.Block{drawing}}, {Width: 84, Blocks: []paper.Block{drawing}}}}}}))
	lines := page.find("p")
	if len(lines) != 1 || len(lines[0].find("docPr")) != 2 {
		t.Fatalf("they stand in %d lines", len(lines))
	}
	sum := 0
	for _, extent := range lines[0].find("extent") {
		n, _ := strconv.Atoi(extent.attrs["cx"])
		sum += n
	}
	if mm := sum / 36000; mm < 150 || mm > 172 {
		t.Errorf("together they are %d mm wide", mm)
	}
}

func TestABlackFileHasNoColours(t *testing.T) {
	doc := papertest.EveryBlock("words")
	doc.Print.Black = true
	parts, _ := open(t, write(t, doc))
	for _, name := range []string{"word/document.xml", "word/styles.xml"} {
		for _, c := range read(t, parts[name]).find("color") {
			if c.attrs["val"] != "000000" {
				t.Fatalf("%s has the colour %s", name, c.attrs["val"])
			}
		}
	}
}

func TestEachListCountsFromOne(t *testing.T) {
	one := paper.List{Kind: paper.Numbered, Items: []paper.Text{paper.Words("a"), paper.Words("b")}}
	page := document(t, write(t, paper.Document{Blocks: []paper.Block{one, one, paper.List{Items: one.Items}}}))
	var lists []string
	for _, p := range page.find("p") {
		lists = append(lists, styleOf(p)+" "+p.at("pPr", "numPr", "numId").attrs["val"])
	}
	if want := []string{"ListNumber 1", "ListNumber 1", "ListNumber 2", "ListNumber 2", "ListBullet 3", "ListBullet 3"}; !slices.Equal(lists, want) {
		t.Errorf("the items are %q, want %q", lists, want)
	}
}

type strange struct{ paper.Block }

func TestABlockThatIsNotKnownIsAnError(t *testing.T) {
	if _, err := docx.Write(paper.Document{Blocks: []paper.Block{strange{}}}, nil); err == nil {
		t.Error("it was left out without a word")
	}
}

func BenchmarkWrite(b *testing.B) {
	doc := papertest.Papers(b)["open-door-days full"]
	for b.Loop() {
		write(b, doc)
	}
}
