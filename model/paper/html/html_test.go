package html_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonplan/model/paper"
	"commonplan/model/paper/html"
	"commonplan/model/paper/papertest"
)

// pages is where to put the pages of the examples, to look at them:
// go test ./model/paper/html -pages ../../../build/pages
var pages = flag.String("pages", "", "folder to write the examples' pages to")

func write(t interface{ Fatal(...any) }, doc paper.Document) []byte {
	data, err := html.Write(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAPageSaysWhatThePaperSaysInTheSameOrder(t *testing.T) {
	for name, doc := range papertest.Papers(t) {
		data := write(t, doc)
		want := strings.Fields(paper.PlainText(doc))
		if diff := cmp.Diff(want, strings.Fields(said(readXML(t, data)))); diff != "" {
			t.Errorf("%s: the page says something else (-paper +page):\n%s", name, diff)
		}
		if *pages != "" {
			file := filepath.Join(*pages, strings.ReplaceAll(name, " ", "-")+".html")
			if err := os.MkdirAll(*pages, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestAPageIsSoundForThoseWhoHearIt(t *testing.T) {
	for name, doc := range papertest.Papers(t) {
		for _, fault := range faults(readXML(t, write(t, doc))) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// A browser corrects what it does not expect, such as a paragraph within another. Then
// the page would not be what was written.
func TestABrowserReadsAPageAsItWasWritten(t *testing.T) {
	docs := papertest.Papers(t)
	docs["every block"] = papertest.EveryBlock("words & more")
	for name, doc := range docs {
		data := write(t, doc)
		if diff := cmp.Diff(outline(readXML(t, data)), outline(readHTML(t, data))); diff != "" {
			t.Errorf("%s: a browser reads something else (-written +read):\n%s", name, diff)
		}
	}
}

func TestHostileWordsAreShownAndDoNothing(t *testing.T) {
	for name, words := range papertest.Hostile() {
		doc := papertest.EveryBlock(words)
		data := write(t, doc)
		page := readXML(t, data)
		want := strings.Fields(paper.Sound(paper.PlainText(doc)))
		if diff := cmp.Diff(want, strings.Fields(said(page))); diff != "" {
			t.Errorf("%s: the page says something else (-paper +page):\n%s", name, diff)
		}
		for _, fault := range faults(page) {
			if words != "" || !strings.Contains(fault, "says nothing") {
				t.Errorf("%s: %s", name, fault)
			}
		}
		if diff := cmp.Diff(outline(page), outline(readHTML(t, data))); diff != "" {
			t.Errorf("%s: a browser reads something else (-written +read):\n%s", name, diff)
		}
	}
}

func TestAnyWordsMakeAWellFormedPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "words")
		doc := papertest.EveryBlock(words)
		got := strings.Fields(said(readXML(t, write(t, doc))))
		if want := strings.Fields(paper.Sound(paper.PlainText(doc))); !slices.Equal(got, want) {
			t.Fatalf("said %q, want %q", got, want)
		}
	})
}

func TestTheSamePaperGivesTheSameBytes(t *testing.T) {
	doc := papertest.EveryBlock("words")
	if !bytes.Equal(write(t, doc), write(t, doc)) {
		t.Error("two pages of one paper differ")
	}
}

func TestAVeryLongWordMayBreak(t *testing.T) {
	long := strings.Repeat("Llanfair", 60)
	doc := paper.Document{Title: "T", Language: "cy", Blocks: []paper.Block{paper.Paragraph{Text: paper.Words("in " + long)}}}
	data := string(write(t, doc))
	if n := strings.Count(data, "<wbr/>"); n < 20 {
		t.Errorf("it can break in %d places", n)
	}
	if strings.Contains(data, "in <wbr/>") || strings.Contains(string(write(t, papertest.EveryBlock("ordinary"))), "<wbr/>") {
		t.Error("an ordinary word may break")
	}
}

func TestAPaperWithoutATitleBlockHasItsTitleToBeHeard(t *testing.T) {
	doc := paper.Document{Title: "Cards", Language: "en-GB", Blocks: []paper.Block{paper.Section{Title: "Needs"}}}
	page := readXML(t, write(t, doc))
	if found := faults(page); len(found) > 0 {
		t.Error(found)
	}
	if got := strings.Fields(said(page)); !slices.Equal(got, []string{"Cards", "Needs"}) {
		t.Errorf("it says %q", got)
	}
}

func TestWordsWithTheSameNoteShareIt(t *testing.T) {
	noted := func(words, note string) paper.Run { return paper.Run{Text: words, Note: note} }
	doc := paper.Document{Title: "T", Language: "en-GB", Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Text{noted("39 of 64", "Survey, March 2026"), noted("22 of 31", "Notes"), noted("9 of 64", "Survey, March 2026")}}}}
	page := readXML(t, write(t, doc))
	if found := faults(page); len(found) > 0 {
		t.Error(found)
	}
	var numbers, notes []string
	for _, sup := range page.find("sup") {
		numbers = append(numbers, sup.text())
	}
	for _, li := range page.find("li") {
		notes = append(notes, li.text())
	}
	if !slices.Equal(numbers, []string{"1", "2", "1"}) || !slices.Equal(notes, []string{"Survey, March 2026 ↩", "Notes ↩"}) {
		t.Errorf("the notes %q are referred to by %q", notes, numbers)
	}
}

func TestAPhotographThatCannotBeReadIsASentence(t *testing.T) {
	doc := paper.Document{Title: "T", Language: "en-GB", Blocks: []paper.Block{
		paper.Picture{Data: papertest.Photograph[:40], Alt: "The yard"}, paper.Picture{Data: papertest.Photograph, Alt: "The hall"}}}
	page := readXML(t, write(t, doc))
	if got := page.find("p")[0].text(); !strings.Contains(got, "“The yard” could not be printed") {
		t.Errorf("it says %q", got)
	}
	if shown := page.find("img"); len(shown) != 1 || shown[0].attrs["alt"] != "The hall" {
		t.Errorf("%d photographs are shown", len(shown))
	}
}

func TestABlackPageHasNoColours(t *testing.T) {
	doc := papertest.EveryBlock("words")
	doc.Print.Black = true
	doc.Blocks = slices.DeleteFunc(doc.Blocks, func(b paper.Block) bool { _, is := b.(paper.Picture); return is })
	data := string(write(t, doc))
	for _, found := range regexp.MustCompile(`#[0-9A-F]{6}`).FindAllString(data[:strings.Index(data, "/* screens */")]+data[strings.Index(data, "<body"):], -1) {
		if found != "#000000" && found != "#FFFFFF" {
			t.Fatalf("there is the colour %s", found)
		}
	}
}

type strange struct{ paper.Block }

func TestABlockThatIsNotKnownIsAnError(t *testing.T) {
	if _, err := html.Write(paper.Document{Blocks: []paper.Block{strange{}}}, nil); err == nil {
		t.Error("it was left out without a word")
	}
}

func BenchmarkWrite(b *testing.B) {
	doc := papertest.Papers(b)["open-door-days full"]
	for b.Loop() {
		write(b, doc)
	}
}
