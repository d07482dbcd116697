package pdf_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/resources/fonts"
)

// sides is the council paper several times over: about four sides each, most of them
// tables.
func sides(times int) paper.Document {
	doc := council()
	blocks := doc.Blocks
	for range times - 1 {
		doc.Blocks = append(doc.Blocks, blocks...)
	}
	return doc
}

// chapters is a paper to read: paragraphs, a list and now and then a table, of about
// 3,000 letters a side.
func chapters(times int) paper.Document {
	doc := council()
	doc.Blocks = doc.Blocks[:1]
	texts := strings.Split(paper.PlainText(council()), "\n")
	text := func(n int) string { return texts[n%len(texts)] }
	for n := range times {
		sec := paper.Section{Number: fmt.Sprint(n + 1), Title: text(7 * n)}
		for i := range 3 {
			sec.Blocks = append(sec.Blocks, paper.Paragraph{Text: paper.Words(strings.ReplaceAll(strings.Join([]string{
				text(5*n + i), text(11*n + 3*i), text(3*n + 7*i)}, ". "), "\t", " "))})
		}
		sec.Blocks = append(sec.Blocks, paper.List{Items: []paper.Text{paper.Words(text(2 * n)), paper.Words(text(9 * n)), paper.Words(text(6*n + 1))}})
		if n%4 == 0 {
			sec.Blocks = append(sec.Blocks, need().(paper.Section).Blocks[1])
		}
		doc.Blocks = append(doc.Blocks, sec)
	}
	return doc
}

// BenchmarkWrite is from the blocks to the file, beside what the PDF library takes to
// set the same words in lines, untagged.
func BenchmarkWrite(b *testing.B) {
	for name, docs := range map[string][]paper.Document{"Tables": {sides(1), sides(3), sides(25)}, "Text": {chapters(34), chapters(290)}} {
		for _, doc := range docs {
			file, report := write(b, "bench", doc)
			b.Run(fmt.Sprintf("%d%s", report.Pages, name), func(b *testing.B) {
				for b.Loop() {
					if _, _, err := pdf.Write(doc, pdf.Options{Date: made}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(file))/1000, "kB-file")
			})
			b.Run(fmt.Sprintf("%d%sPlain", report.Pages, name), func(b *testing.B) {
				size := 0
				for b.Loop() {
					size = plain(b, doc)
				}
				b.ReportMetric(float64(size)/1000, "kB-file")
			})
		}
	}
}

// plain sets the words of a paper with the library alone.
func plain(b *testing.B, doc paper.Document) int {
	f := gofpdf.New("P", "mm", "A4", "")
	f.AddUTF8FontFromBytes("s", "", fonts.SourceSansRegular)
	f.AddUTF8FontFromBytes("s", "B", fonts.SourceSansSemibold)
	f.AddPage()
	for i, line := range strings.Split(paper.PlainText(doc), "\n") {
		style := ""
		if i%4 == 0 {
			style = "B"
		}
		f.SetFont("s", style, 11)
		f.MultiCell(0, 5, line, "", "L", false)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		b.Fatal(err)
	}
	return out.Len()
}

func BenchmarkSetFourSides(b *testing.B) {
	doc := council()
	for b.Loop() {
		pdf.Layout(doc, pdf.Options{})
	}
}

func TestPapersAreSmall(t *testing.T) {
	for times, most := range map[int]int{34: 56_600, 290: 327_500} {
		file, report := write(t, fmt.Sprint("chapters", times), chapters(times))
		t.Logf("%d sides are %d bytes", report.Pages, len(file))
		if len(file) > most {
			t.Errorf("%d sides are %d bytes", report.Pages, len(file))
		}
	}
}

const onlyThis = "COMMONPLAN_TEST_PAPER"

func TestAnotherProcessWithOneThreadWritesTheSameBytes(t *testing.T) {
	file, _ := write(t, "process", sides(3))
	sum := fmt.Sprintf("%x", sha256.Sum256(file))
	if os.Getenv(onlyThis) != "" {
		_, _ = io.WriteString(os.Stdout, "sum "+sum+"\n")
		return
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if again, _ := write(t, "process", sides(3)); !bytes.Equal(file, again) {
		t.Error("one thread writes other bytes")
	}
	for _, threads := range []string{"1", "2", "7"} {
		cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
		cmd.Env = append(os.Environ(), onlyThis+"=1", "GOMAXPROCS="+threads)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(out), "sum "+sum+"\n") {
			t.Errorf("with GOMAXPROCS=%s another process writes other bytes: %s", threads, out)
		}
	}
}
