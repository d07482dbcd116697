package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
	"commonplan/resources/fonts"
)

var sizes = []float64{16, 18, 20, 24}

// large sets blocks in large print.
func large(size float64, blocks ...paper.Block) typeset.Result {
	doc := paper.Document{Print: paper.Print{Large: size}, Blocks: blocks, Footer: paper.Footer{
		Project: "Open Door Days", Group: "Fernhill Wellbeing Circle", Version: "Version 3 · 28 August 2026"}}
	return typeset.Set(doc, typeset.Options{Look: typeset.LookOf(doc), Metrics: metrics.SourceSans(), Words: words.English()})
}

// readable fails if a page of large print breaks its rules: words of the text no smaller
// than asked, none outside the page's frame, no tint and no grey.
func readable(t fataler, r typeset.Result, size float64) {
	look := typeset.LargePrint(size)
	for n, p := range r.Pages {
		for _, it := range p.Items {
			tx, ok := it.Shape.(figure.Text)
			if !ok || strings.TrimSpace(tx.String) == "" {
				continue
			}
			least := size
			if it.Kind == typeset.Footer {
				least = size * 16 / 18
			}
			if tx.Size < least-.001 {
				t.Fatalf("page %d: %q is set in %.1f points, not %.1f", n+1, tx.String, tx.Size, least)
			}
			hang := float64(len(tx.String) - len(strings.TrimRight(tx.String, " "))) // spaces at a line's end
			right := tx.X + it.Width - hang*tx.Size*.2*25.4/72
			if tx.X < look.Left-.01 || right > look.Left+look.Width+.01 || tx.Y < look.Top || tx.Y > 288 {
				t.Fatalf("page %d: %q from %.2f to %.2f mm, at %.2f", n+1, tx.String, tx.X, right, tx.Y)
			}
			if it.Kind != typeset.Footer && tx.Y > look.Bottom {
				t.Fatalf("page %d: %q stands in the foot, at %.2f mm", n+1, tx.String, tx.Y)
			}
			grey := tx.Colour.R == tx.Colour.G && tx.Colour.G == tx.Colour.B && tx.Colour != look.Ink && tx.Colour.R != 0xFF
			if grey {
				t.Fatalf("page %d: %q is grey", n+1, tx.String)
			}
		}
	}
}

func TestLargePrintOfAnythingIsReadable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.SampledFrom(sizes).Draw(t, "size")
		readable(t, large(size, someBlocks(t, 2)...), size)
	})
}

// tokens are the numbered words of some text, in order.
func tokens(text string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ReplaceAll(text, "£", "£ ")) {
		if strings.HasPrefix(w, "w") && strings.Trim(w[1:], "0123456789") == "" && len(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}

// numbered gives blocks in which every word is another.
type numbered struct{ n int }

func (c *numbered) words(t *rapid.T) paper.Text {
	var runs paper.Text
	for range rapid.IntRange(0, 25).Draw(t, "words") {
		c.n++
		runs = append(runs, paper.Run{Text: fmt.Sprintf("w%d ", c.n), Strong: rapid.Bool().Draw(t, "strong")})
	}
	return runs
}

func (c *numbered) table(t *rapid.T) paper.Table {
	table := paper.Table{Tight: rapid.Bool().Draw(t, "tight"), Sides: rapid.Bool().Draw(t, "sides")}
	if rapid.Bool().Draw(t, "ids") {
		table.Cols = append(table.Cols, paper.Col{Width: 9})
	}
	table.Cols = append(table.Cols, paper.Col{Head: "Name", Names: true})
	for range rapid.IntRange(0, 4).Draw(t, "more") {
		table.Cols = append(table.Cols, paper.Col{Head: rapid.SampledFrom([]string{"", "£", "Year 1 £", "What changed"}).Draw(t, "head"), Width: 20})
	}
	for range rapid.IntRange(1, 5).Draw(t, "rows") {
		r := paper.Row{Kind: paper.RowKind(rapid.IntRange(0, 4).Draw(t, "kind"))}
		for range table.Cols {
			r.Cells = append(r.Cells, paper.Cell{Lines: []paper.Text{c.words(t)}})
		}
		table.Rows = append(table.Rows, r)
	}
	return table
}

func (c *numbered) blocks(t *rapid.T, depth int) []paper.Block {
	var out []paper.Block
	for range rapid.IntRange(1, 4).Draw(t, "blocks") {
		kinds := 5
		if depth > 0 {
			kinds = 8
		}
		switch rapid.IntRange(0, kinds-1).Draw(t, "block") {
		case 0:
			out = append(out, paper.Paragraph{Text: c.words(t), Small: rapid.Bool().Draw(t, "small")})
		case 1:
			out = append(out, c.table(t))
		case 2:
			out = append(out, paper.KeyFigures{Across: rapid.Bool().Draw(t, "across"), Items: []paper.Fact{{Label: c.words(t).String(), Value: c.words(t)}}})
		case 3:
			out = append(out, paper.List{Items: []paper.Text{c.words(t), c.words(t)}})
		case 4:
			out = append(out, paper.TitleBlock{Title: c.words(t).String(), Cover: rapid.Bool().Draw(t, "cover"), Facts: []paper.Fact{{Label: "From", Value: c.words(t)}, {Label: "To", Value: c.words(t)}}},
				paper.Decision{Label: "Decision", Sentence: c.words(t)})
		case 5:
			out = append(out, paper.Section{Number: "1", Title: c.words(t).String(), Blocks: c.blocks(t, depth-1)})
		case 6:
			out = append(out, paper.Columns{Gap: 8, Cols: []paper.Column{{Width: 99, Blocks: c.blocks(t, 0)}, {Width: 67, Blocks: c.blocks(t, 0)}}})
		case 7:
			out = append(out, paper.Frame{Blocks: c.blocks(t, depth-1)})
		}
	}
	return out
}

func TestLargePrintSaysEveryWordOnceAndInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := numbered{}
		blocks := c.blocks(t, 2)
		want := tokens(paper.PlainText(paper.Document{Blocks: blocks}))
		r := large(18, blocks...)
		got := byElement(r)
		if !slices.Equal(got, want) {
			t.Fatalf("got %v\nwant %v", got, want)
		}
	})
}

// byElement gives the numbered words as they are read aloud: element by element.
func byElement(r typeset.Result) []string {
	said := make([]string, len(r.Elements))
	for _, p := range r.Pages {
		for _, it := range p.Items {
			if tx, ok := it.Shape.(figure.Text); ok && it.Element != typeset.Artifact {
				said[it.Element] += tx.String + " "
			}
		}
	}
	return tokens(strings.Join(said, " "))
}

func TestAWideTableBecomesEntriesWithTheHeadsBeforeTheWords(t *testing.T) {
	r := large(18, paper.Table{Cols: []paper.Col{{Width: 9}, {Head: "What we will do", Names: true}, {Head: "Who leads"}, {Head: "Year 1 £", Align: paper.Right}, {Head: "£", Align: paper.Right}},
		Rows: []paper.Row{{Cells: []paper.Cell{paper.TextCell(paper.ID("A1")), paper.WordsCell("Time bank"), paper.WordsCell("Broker"), paper.WordsCell("1,200"), paper.WordsCell("2,400")}}}})
	got := strings.Join(texts(r.Pages[0]), "|")
	want := "What we will do|A1| Time bank||Who leads:| Broker|Year 1:| £1,200|£|2,400"
	if !strings.HasPrefix(got, want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for _, e := range r.Elements {
		if e.Role == typeset.RoleTable {
			t.Error("it is still a table")
		}
	}
}

func TestASmallTableStaysOne(t *testing.T) {
	r := large(24, paper.Table{Cols: []paper.Col{{Width: 9}, {Head: "Cost", Names: true}, {Head: "£", Align: paper.Right}},
		Rows: []paper.Row{{Cells: []paper.Cell{paper.TextCell(paper.ID("A1")), paper.WordsCell("Peer-run open house"), paper.WordsCell("38,694")}},
			{Kind: paper.RowTotal, Cells: []paper.Cell{{}, paper.WordsCell("Full cost"), paper.WordsCell("75,404")}}}})
	cells := map[int]int{}
	for _, e := range r.Elements {
		if e.Role == typeset.RoleCell || e.Role == typeset.RoleHeadCell {
			cells[e.Parent]++
		}
	}
	if len(cells) != 3 {
		t.Errorf("%d rows", len(cells))
	}
	for row, n := range cells {
		if n != 2 {
			t.Errorf("row %d has %d cells", row, n)
		}
	}
}

func TestMarksHaveTheirWordBesideThem(t *testing.T) {
	cell := paper.TextCell(paper.MarkOnly(paper.MarkCircle, "environment"), paper.MarkOnly(paper.MarkDash, ""), paper.MarkOnly(paper.MarkTriangle, "economy"))
	r := large(18, paper.Table{Cols: []paper.Col{{Head: "Activity"}, {Head: "Goals"}, {Head: "a"}, {Head: "b"}}, Rows: []paper.Row{{Cells: []paper.Cell{paper.WordsCell("Time bank"), cell}}}})
	all := strings.Join(texts(r.Pages[0]), "|")
	if !strings.Contains(all, "environment") || !strings.Contains(all, "economy") {
		t.Errorf("got %s", all)
	}
}

func TestADrawingIsEnlargedOrToldInWords(t *testing.T) {
	drawing := func(width float64) paper.Figure {
		return paper.Figure{Picture: figure.Picture{Width: width, Height: 20, Alt: "Need N1 leads to A1. A1 leads to S1.",
			Shapes: []figure.Shape{figure.Text{X: 1, Y: 10, String: "drawn", Size: 9}}}}
	}
	r := large(18, drawing(80))
	if tx, ok := r.Pages[0].Items[0].Shape.(figure.Text); !ok || tx.Size != 18 || tx.String != "drawn" {
		t.Errorf("got %+v", r.Pages[0].Items[0].Shape)
	}
	r = large(18, drawing(120))
	if got := strings.Join(texts(r.Pages[0]), "|"); !strings.Contains(got, "Need N1 leads to A1.") || strings.Contains(got, "drawn") {
		t.Errorf("got %s", got)
	}
}

func TestTheFootOfALargePageIsWhole(t *testing.T) {
	for _, size := range sizes {
		foot := ""
		for _, it := range large(size, filler(3)).Pages[0].Items {
			if tx, ok := it.Shape.(figure.Text); ok && it.Kind == typeset.Footer {
				foot += tx.String
			}
		}
		for _, want := range []string{"Open Door Days", "Version 3 · 28 August 2026", "Page 1 of 1"} {
			if !strings.Contains(foot, want) {
				t.Errorf("at %.0f points the foot is %q", size, foot)
			}
		}
	}
}

func TestLargePrintKeepsToItsSizes(t *testing.T) {
	for asked, want := range map[float64]float64{1: 16, 16: 16, 20: 20, 24: 24, 72: 24} {
		if got := typeset.LargePrint(asked).Body.Size; got != want {
			t.Errorf("asked for %.0f points, got %.1f", asked, got)
		}
	}
}

func TestEachLetterIsSetInATypefaceThatHasIt(t *testing.T) {
	doc := paper.Document{Print: paper.Print{Typeface: fonts.Atkinson}, Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Text{paper.Plain("Before → Жук "), paper.Strong("✓ done")}},
		paper.Figure{Picture: figure.Picture{Width: 50, Height: 9, Shapes: []figure.Shape{figure.Text{X: 50, Y: 5, String: "→ S1", Size: 9, Align: figure.Right}}}}}}
	r := typeset.Set(doc, typeset.Options{Look: typeset.A4(), Metrics: metrics.Of(fonts.Atkinson), Words: words.English()})
	got := map[fonts.Typeface]string{}
	end := 0.0
	for _, it := range r.Pages[0].Items {
		if tx, ok := it.Shape.(figure.Text); ok && it.Kind != typeset.Footer {
			got[it.Face] += tx.String
			if tx.String == " S1" {
				end = tx.X + it.Width
			}
		}
	}
	for face, want := range map[fonts.Typeface]string{fonts.Atkinson: "Before    done S1", fonts.SourceSans: "→Жук✓→"} {
		if got[face] != want {
			t.Errorf("in %s: %q, want %q", face.Name(), got[face], want)
		}
	}
	if want := typeset.A4().Left + 50; end < want-.01 || end > want+.01 {
		t.Errorf("a text that ends at %.2f mm ends at %.2f", want, end)
	}
	if len(r.Changes) > 0 {
		t.Errorf("changed: %v", r.Changes)
	}
}

func TestADraftSaysSoBehindTheTextOfEveryPage(t *testing.T) {
	for _, black := range []bool{false, true} {
		doc := paper.Document{Print: paper.Print{Draft: "Draft", Black: black}, Blocks: []paper.Block{filler(100)}}
		r := typeset.Set(doc, typeset.Options{Look: typeset.A4(), Metrics: metrics.SourceSans(), Words: words.English()})
		for n, p := range r.Pages {
			first := p.Items[0]
			path, ok := first.Shape.(figure.Path)
			if !ok || first.Element != typeset.Artifact || first.Kind != typeset.Watermark {
				t.Fatalf("page %d begins with %+v", n+1, first)
			}
			if path.Fill.R < 0xE0 || path.Fill.R == 0xFF || len(path.Steps) < 50 {
				t.Errorf("it is drawn in %v with %d steps", path.Fill, len(path.Steps))
			}
			for _, step := range path.Steps {
				for _, at := range step.P {
					if step.Op != figure.Close && at != (figure.Point{}) && (at.X < 0 || at.X > 210 || at.Y < 0 || at.Y > 297) {
						t.Fatalf("it goes to %v", at)
					}
				}
			}
		}
	}
}

func TestACoverHasTheTitleAloneOnItsPage(t *testing.T) {
	title := paper.TitleBlock{Title: "Open Door Days", Cover: true, Facts: []paper.Fact{{Label: "From", Value: paper.Words("The Circle")}}}
	for _, r := range []typeset.Result{set(title, paper.Paragraph{Text: paper.Words("First words")}), large(18, title, paper.Paragraph{Text: paper.Words("First words")})} {
		if a, b, c := pageWith(r, "Open"), pageWith(r, "From"), pageWith(r, "First"); a != 1 || b != 1 || c != 2 {
			t.Errorf("title on page %d, facts on %d, text on %d", a, b, c)
		}
	}
}

func TestBlackAndWhiteIsOnlyThat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := paper.Document{Print: paper.Print{Black: true}, Blocks: someBlocks(t, 2)}
		r := typeset.Set(doc, typeset.Options{Look: typeset.A4(), Metrics: metrics.SourceSans(), Words: words.English()})
		plain := func(c figure.Colour) bool { return !c.On || c == figure.Hex(0) || c == figure.Hex(0xFFFFFF) }
		for _, p := range r.Pages {
			for _, it := range p.Items {
				ok := true
				switch sh := it.Shape.(type) {
				case figure.Text:
					ok = sh.Colour == figure.Hex(0)
				case figure.Rect:
					ok = plain(sh.Fill) && plain(sh.Stroke.Colour)
				case figure.Path:
					ok = plain(sh.Fill) && plain(sh.Stroke.Colour)
				}
				if !ok {
					t.Fatalf("%+v", it.Shape)
				}
			}
		}
	})
}
