package pdf_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/paper/pdf/pdfread"
)

func sound(t *testing.T, file []byte) {
	t.Helper()
	for _, f := range check.File(file) {
		t.Error(f)
	}
}

func photo(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(255 * x / w), G: uint8(255 * y / h), B: 128, A: 255})
		}
	}
	return img
}

func jpegFile(t testing.TB, w, h int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, photo(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pngFile(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pictures(ps ...paper.Picture) paper.Document {
	doc := paper.Document{Title: "Pictures", Language: "en-GB"}
	for _, p := range ps {
		doc.Blocks = append(doc.Blocks, p)
	}
	return doc
}

func TestPhotographsAndLogosStandInThePaperWithTheirWords(t *testing.T) {
	logo := paper.Picture{Data: pngFile(t, photo(40, 20)), Alt: "The logo of the Circle", Width: 30}
	yard := paper.Picture{Data: jpegFile(t, 300, 200), Alt: "The yard behind the hall, paved over", Caption: paper.Words("The yard in June"), Width: 90}
	file, report := write(t, "pictures", pictures(logo, yard, logo))
	sound(t, file)
	f := open(t, file)
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.Dict(f.Dict(pages[0].Dict["Resources"])["XObject"])); n != 2 {
		t.Errorf("two pictures, one of them twice, are %d in the file", n)
	}
	if len(report.Refused) > 0 {
		t.Errorf("refused: %v", report.Refused)
	}
	if !strings.Contains(textOf(t, file), "The yard in June") {
		t.Error("the caption is missing")
	}
}

func TestABadPictureIsOneSentenceAndASoundPaper(t *testing.T) {
	whole := jpegFile(t, 300, 200)
	huge := pngFile(t, photo(20, 10))
	binary.BigEndian.PutUint32(huge[16:], 65535)
	binary.BigEndian.PutUint32(huge[20:], 65535)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"truncated": {whole[:len(whole)/2], "damaged or cut off"},
		"huge":      {huge, "65535 × 65535 pixels are too many"},
		"words":     {[]byte("not a picture"), "no JPEG, PNG or GIF picture"},
		"nothing":   {nil, "no JPEG, PNG or GIF picture"},
	} {
		file, report := write(t, "bad-"+name, pictures(paper.Picture{Data: c.data, Alt: "The yard"}))
		sound(t, file)
		if got := textOf(t, file); !strings.Contains(got, "“The yard” could not be printed") || !strings.Contains(got, c.says) {
			t.Errorf("%s: the paper says %q", name, got)
		}
		if len(report.Refused) != 1 || report.Refused[0].Picture != "The yard" {
			t.Errorf("%s: refused %v", name, report.Refused)
		}
	}
}

func TestOddPicturesPrint(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 30, 20))
	deep.SetNRGBA64(1, 1, color.NRGBA64{R: 0x1234, A: 0x8000})
	tall := paper.Picture{Data: pngFile(t, image.NewNRGBA(image.Rect(0, 0, 3, 900))), Alt: "A line"}
	file, report := write(t, "odd-pictures", pictures(
		paper.Picture{Data: pngFile(t, deep), Alt: "Sixteen bits a colour"}, tall,
		paper.Picture{Data: pngFile(t, image.NewGray(image.Rect(0, 0, 1, 1))), Alt: "One grey point", Width: 900},
		paper.Picture{Data: jpegFile(t, 50, 50)})) // without words
	sound(t, file)
	if len(report.Refused) > 0 {
		t.Errorf("refused: %v", report.Refused)
	}
}

func TestNotesStandAtTheFootOfThePageThatRefersToThem(t *testing.T) {
	noted := func(n int) paper.Block {
		return paper.Paragraph{Text: paper.Text{
			{Text: fmt.Sprintf("Finding %d", n), Note: fmt.Sprintf("Members’ survey no. %d, March 2026", n)},
			paper.Plain(" " + strings.Repeat("and what came of it ", 40))}}
	}
	doc := paper.Document{Title: "Notes", Language: "en-GB"}
	for n := 1; n <= 20; n++ {
		doc.Blocks = append(doc.Blocks, noted(n))
	}
	file, report := write(t, "notes", doc)
	sound(t, file)
	if report.Pages < 3 {
		t.Fatalf("only %d pages", report.Pages)
	}
	for page, text := range pagesOf(t, file) {
		for n := 1; n <= 20; n++ {
			refers := strings.Contains(text, fmt.Sprintf("Finding %d\n%d", n, n))
			stands := strings.Contains(text, fmt.Sprintf("survey no. %d, March", n))
			if refers != stands {
				t.Errorf("page %d: finding %d is there: %v, its note: %v", page+1, n, refers, stands)
			}
		}
	}
}

func TestWordsWithTheSameNoteShareIt(t *testing.T) {
	run := func(words, note string) paper.Run { return paper.Run{Text: words, Note: note} }
	long := strings.Repeat("a long source ", 60)
	file, _ := write(t, "shared-notes", paper.Document{Title: "Notes", Language: "en-GB", Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Text{run("One", "Survey"), run(" and two", "Survey"), run(" and three", "Photo walk"), run(" and four", long), run(" and five", " ")}},
		paper.Table{Cols: []paper.Col{{Head: "Need", Names: true}}, Rows: []paper.Row{row(line(run("Yard", "Photo walk")))}},
	}})
	sound(t, file)
	text := textOf(t, file)
	if strings.Count(text, "Survey") != 1 || strings.Count(text, "Photo walk") != 1 || !strings.Contains(text, "("+strings.TrimSpace(long)+")") {
		t.Errorf("got %q", text)
	}
}

func TestManyNotesInAnyPaperLeaveItSound(t *testing.T) {
	doc := council()
	paper.Walk(doc.Blocks, func(b paper.Block) {
		t, ok := b.(paper.Table)
		for i := 0; ok && i < len(t.Rows); i++ {
			for _, c := range t.Rows[i].Cells {
				for _, l := range c.Lines {
					l[len(l)-1].Note = "Source " + l.String()
				}
			}
		}
	})
	file, report := write(t, "many-notes", doc)
	sound(t, file)
	for i, text := range pagesOf(t, file) {
		if i+1 < report.Pages && !strings.Contains(text, "Source") {
			t.Errorf("page %d has no notes", i+1)
		}
	}
}

func TestNoControlOfThePDFLibraryIsReachedByWords(t *testing.T) {
	file, _, err := pdf.Write(paragraphs("{nb} alias \\) Tj ET Q EMC (", "\u202eright to left\u202c \U0001F375 \xed\xa0\x80"), pdf.Options{Date: made})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, file)
	if _, err := pdfread.Open(file); err != nil {
		t.Error(err)
	}
}

func TestAnEntryOfTheContentsSaysItsSectionAndPage(t *testing.T) {
	section := func(number, title string) paper.Block {
		return paper.Section{ID: number, Number: number, Title: title, Break: paper.NewPage, Blocks: []paper.Block{
			paper.Paragraph{Text: paper.Text{paper.Plain("See "), {Text: "the first section", Link: "#1"}, paper.Plain(".")}}}}
	}
	file, _ := write(t, "contents", paper.Document{Title: "Plan", Language: "en-GB", Blocks: []paper.Block{
		paper.TitleBlock{Title: "Plan"}, paper.Contents{Title: "Contents"}, section("1", "Summary and ask"), section("Annex A", "Evidence")}})
	f := open(t, file)
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, p := range pages {
		for _, link := range f.Array(p.Dict["Annots"]) {
			said = append(said, f.Get(f.Dict(link)["Contents"]).(pdfread.String).Text())
		}
	}
	want := []string{"Summary and ask, page 2", "Evidence, page 3", "the first section", "the first section"}
	if !slices.Equal(said, want) {
		t.Errorf("the links say %q", said)
	}
}

func TestTheFootIsWrittenOnceAndStandsOnEveryPage(t *testing.T) {
	file, report := write(t, "chapters", chapters(34))
	f := open(t, file)
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	shared := map[pdfread.Ref]bool{}
	for _, p := range pages {
		parts := f.Array(p.Dict["Contents"])
		if len(parts) != 2 {
			t.Fatalf("a page has %d parts", len(parts))
		}
		shared[parts[0].(pdfread.Ref)] = true
	}
	if len(shared) != 1 {
		t.Errorf("the foot is written %d times", len(shared))
	}
	for n, text := range pagesOf(t, file) {
		for _, want := range []string{"Open Door Days", "Version 3 · 28 August 2026", fmt.Sprintf("Page %d of %d", n+1, report.Pages)} {
			if !strings.Contains(text, want) {
				t.Errorf("page %d does not say %q", n+1, want)
			}
		}
	}
}

func TestWhatManyCellsSayIsWrittenOnce(t *testing.T) {
	file, _ := write(t, "chapters", chapters(34))
	f := open(t, file)
	said := map[pdfread.Name]int{}
	for n := 1; n < f.Count(); n++ {
		if d := f.Dict(pdfread.Ref(n)); d["O"] == pdfread.Name("Table") && d["Headers"] == nil {
			scope, _ := d["Scope"].(pdfread.Name)
			said[scope]++
		}
	}
	if said["Row"] != 1 || said["Column"] != 1 {
		t.Errorf("that a cell heads its row or column is said %v times", said)
	}
}
