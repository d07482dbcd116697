package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
)

func set(blocks ...paper.Block) typeset.Result {
	return typeset.Set(paper.Document{Blocks: blocks},
		typeset.Options{Look: typeset.A4(), Metrics: metrics.SourceSans(), Words: words.English()})
}

// texts gives the texts of a page, but for the footer's.
func texts(p typeset.Page) []string {
	var out []string
	for _, it := range p.Items {
		if t, ok := it.Shape.(figure.Text); ok && t.Y < typeset.A4().FooterRule {
			out = append(out, strings.TrimRight(t.String, " "))
		}
	}
	return out
}

// pageWith is the first page, from 1, with a text that begins so; 0 if there is none.
func pageWith(r typeset.Result, begin string) int {
	for n, p := range r.Pages {
		for _, s := range texts(p) {
			if strings.HasPrefix(s, begin) {
				return n + 1
			}
		}
	}
	return 0
}

// filler is n lines, each a paragraph without the space of one.
func filler(n int) paper.Block {
	t := paper.Table{Cols: []paper.Col{{}}}
	for i := range n {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{paper.WordsCell(fmt.Sprint("filler ", i))}})
	}
	return t
}

func TestAHeadingStaysWithWhatFollows(t *testing.T) {
	for n := range 45 {
		r := set(filler(n), paper.Section{Title: "Heading", Blocks: []paper.Block{paper.Paragraph{Text: paper.Words("First words")}}},
			filler(2), paper.Section{Title: "Another", Blocks: []paper.Block{paper.Table{Cols: []paper.Col{{Head: "Head"}}, Rows: []paper.Row{
				{Cells: []paper.Cell{paper.WordsCell("row one")}}, {Cells: []paper.Cell{paper.WordsCell("row two")}}, {Cells: []paper.Cell{paper.WordsCell("row three")}}}}}})
		if h, p := pageWith(r, "Heading"), pageWith(r, "First"); h != p {
			t.Errorf("after %d lines the heading is on page %d, its paragraph on %d", n, h, p)
		}
		h, one, two := pageWith(r, "Another"), pageWith(r, "row one"), pageWith(r, "row two")
		if h != one || one != two {
			t.Errorf("after %d lines: heading on page %d, rows on %d and %d", n, h, one, two)
		}
	}
}

func TestTheTitleStaysWithTheDecisionAndAFigureWithItsTable(t *testing.T) {
	for n := range 45 {
		r := set(filler(n), paper.TitleBlock{Title: "Title"}, paper.Decision{Label: "Decision"},
			paper.Figure{Picture: figure.Picture{Height: 60, Shapes: []figure.Shape{figure.Text{String: "drawn"}}}, Caption: paper.Words("caption"), KeepWithNext: true},
			paper.Table{Cols: []paper.Col{{Head: "Goal"}}, Rows: []paper.Row{{Cells: []paper.Cell{paper.WordsCell("environment")}}}})
		if a, b := pageWith(r, "Title"), pageWith(r, "Decision"); a != b {
			t.Errorf("after %d lines: title on page %d, decision on %d", n, a, b)
		}
		if a, b, c := pageWith(r, "drawn"), pageWith(r, "caption"), pageWith(r, "environment"); a != b || b != c {
			t.Errorf("after %d lines: figure on page %d, caption on %d, table on %d", n, a, b, c)
		}
	}
}

func TestASumStaysWithTheRowAbove(t *testing.T) {
	sums := paper.Table{Cols: []paper.Col{{Head: "£"}}}
	for _, s := range []string{"a", "b", "c", "d", "last"} {
		sums.Rows = append(sums.Rows, paper.Row{Cells: []paper.Cell{paper.WordsCell(s)}})
	}
	sums.Rows = append(sums.Rows, paper.Row{Kind: paper.RowSubtotal, Cells: []paper.Cell{paper.WordsCell("subtotal")}},
		paper.Row{Kind: paper.RowTotal, Cells: []paper.Cell{paper.WordsCell("total")}})
	for n := range 45 {
		r := set(filler(n), sums)
		if a, b, c := pageWith(r, "last"), pageWith(r, "subtotal"), pageWith(r, "total"); a != b || b != c {
			t.Errorf("after %d lines: on pages %d, %d, %d", n, a, b, c)
		}
	}
}

func TestNoLineOfAParagraphIsLeftAlone(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("several words that fill a few lines of text ", 12))
	for n := range 45 {
		r := set(filler(n), paper.Paragraph{Text: paper.Words(long)})
		for i, p := range r.Pages {
			lines := 0
			for _, s := range texts(p) {
				if !strings.HasPrefix(s, "filler") {
					lines++
				}
			}
			if lines == 1 {
				t.Errorf("after %d rows, page %d has one line of the paragraph", n, i+1)
			}
		}
	}
}

func TestALongTableRepeatsItsHeadAndNoRow(t *testing.T) {
	table := paper.Table{Cols: []paper.Col{{Head: "Need"}}}
	for i := range 100 {
		table.Rows = append(table.Rows, paper.Row{Cells: []paper.Cell{paper.WordsCell(fmt.Sprintf("row %d.", i))}})
	}
	r := set(table)
	if len(r.Pages) != 3 {
		t.Fatalf("%d pages", len(r.Pages))
	}
	rows := 0
	for n, p := range r.Pages {
		got := texts(p)
		if got[0] != "Need" {
			t.Errorf("page %d begins with %q", n+1, got[0])
		}
		for _, s := range got[1:] {
			if want := fmt.Sprintf("row %d.", rows); s != want {
				t.Fatalf("%q where %q should be", s, want)
			}
			rows++
		}
		for _, it := range p.Items {
			if tx, ok := it.Shape.(figure.Text); ok && tx.String == "Need" && (it.Element == typeset.Artifact) != (n > 0) {
				t.Errorf("on page %d the head's element is %d", n+1, it.Element)
			}
		}
	}
	if rows != 100 {
		t.Errorf("%d rows", rows)
	}
}

func TestAGroupThatGoesOverThePageSaysSo(t *testing.T) {
	table := paper.Table{Tight: true, Cols: []paper.Col{{Width: 9}, {Head: "Cost"}}}
	for i := range 60 {
		kind := paper.RowSame
		if i == 0 {
			kind = paper.RowPlain
		}
		table.Rows = append(table.Rows, paper.Row{Kind: kind, Cells: []paper.Cell{{}, paper.WordsCell(fmt.Sprint("line ", i))}})
	}
	table.Rows[0].Group = "A1"
	r := set(table)
	if got := pageWith(r, "A1 (continued)"); got != 2 {
		t.Errorf("it is said on page %d", got)
	}
}

func TestGroupsOfCostsAreNotParted(t *testing.T) {
	table := paper.Table{Tight: true, Cols: []paper.Col{{Width: 9}, {Head: "Cost"}}}
	for g := range 20 {
		for i := range 5 {
			r := paper.Row{Group: fmt.Sprint("A", g), Cells: []paper.Cell{{}, paper.WordsCell(fmt.Sprintf("line %d.%d", g, i))}}
			if i > 0 {
				r.Kind = paper.RowSame
			}
			table.Rows = append(table.Rows, r)
		}
	}
	r := set(table)
	for g := range 20 {
		if a, b := pageWith(r, fmt.Sprintf("line %d.0", g)), pageWith(r, fmt.Sprintf("line %d.4", g)); a != b {
			t.Errorf("group %d is on pages %d and %d", g, a, b)
		}
	}
}

func TestWhatIsTallerThanAPageIsSplitAndNothingIsLost(t *testing.T) {
	var all []string
	for i := range 3000 {
		all = append(all, fmt.Sprint("w", i))
	}
	long := paper.Words(strings.Join(all, " "))
	for name, b := range map[string]paper.Block{
		"row":      paper.Table{Cols: []paper.Col{{Head: "Head"}}, Rows: []paper.Row{{Cells: []paper.Cell{{Lines: []paper.Text{long}}}}}},
		"columns":  paper.Columns{Gap: 8, Keep: true, Cols: []paper.Column{{Width: 83, Blocks: []paper.Block{paper.Paragraph{Text: long}}}, {Width: 83}}},
		"frame":    paper.Frame{Blocks: []paper.Block{paper.Paragraph{Text: long}}},
		"decision": paper.Decision{Sentence: long},
		"list":     paper.List{Items: []paper.Text{long}},
		"head":     paper.Table{Cols: []paper.Col{{Head: long.String()}}, Rows: []paper.Row{{Cells: []paper.Cell{paper.WordsCell("row")}}}},
		"figures":  paper.KeyFigures{Items: []paper.Fact{{Label: long.String(), Value: paper.Words("120")}}},
		"heading":  paper.Section{Number: "1", Title: long.String()},
		"kept":     paper.Section{Title: "Title", Blocks: []paper.Block{paper.Paragraph{Text: long, KeepWithNext: true}, filler(3)}},
	} {
		r := set(filler(20), b)
		var got []string
		for _, p := range r.Pages {
			for _, s := range texts(p) {
				for _, w := range strings.Fields(s) {
					if w[0] == 'w' {
						got = append(got, w)
					}
				}
			}
		}
		if strings.Join(got, " ") != strings.Join(all, " ") {
			t.Errorf("%s: %d of %d words, or out of order", name, len(got), len(all))
		}
		if len(r.Pages) < 3 {
			t.Errorf("%s: only %d pages", name, len(r.Pages))
		}
		insideTheFrame(t, r)
	}
}

// fataler is what testing and rapid have in common here.
type fataler interface {
	Fatalf(format string, args ...any)
}

func TestTheLastLineOfASectionDoesNotOpenAPageAlone(t *testing.T) {
	for n := range 50 {
		section := func(title string, blocks ...paper.Block) paper.Section {
			return paper.Section{Title: title, Blocks: blocks}
		}
		r := set(section("One", filler(2)), section("Two", filler(2)), section("Three", filler(n), paper.Paragraph{Text: paper.Words("Closing line")}), section("Four", filler(9)))
		page := pageWith(r, "Closing")
		if first := texts(r.Pages[page-1])[0]; page > 1 && first == "Closing line" {
			t.Errorf("after %d lines, page %d opens with it", n, page)
		}
		insideTheFrame(t, r)
	}
}

// insideTheFrame fails if a text stands outside the text's frame and the footer.
func insideTheFrame(t fataler, r typeset.Result) {
	look := typeset.A4()
	for n, p := range r.Pages {
		for _, it := range p.Items {
			tx, ok := it.Shape.(figure.Text)
			if !ok {
				continue
			}
			right := tx.X + it.Width
			if strings.HasSuffix(tx.String, " ") {
				right -= tx.Size * .2 * 25.4 / 72
			}
			if tx.X < look.Left-.01 || right > look.Left+look.Width+.01 {
				t.Fatalf("page %d: %q from %.2f to %.2f mm", n+1, tx.String, tx.X, right)
			}
			if tx.Y < look.Top || tx.Y > look.Bottom && tx.Y < look.FooterRule || tx.Y > 288 {
				t.Fatalf("page %d: %q at %.2f mm", n+1, tx.String, tx.Y)
			}
		}
	}
}

func TestEverythingStandsInsideTheFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		insideTheFrame(t, set(someBlocks(t, 2)...))
	})
}

func someWords(t *rapid.T) paper.Text {
	n := rapid.IntRange(0, 60).Draw(t, "words")
	var runs paper.Text
	for i := range n {
		w := rapid.SampledFrom([]string{"a", "need", "£48,000", "12", "months", "extraordinarily", "non-stop", "ŵyn,", "thing;", strings.Repeat("long", 30), "15", "September"}).Draw(t, "word")
		runs = append(runs, paper.Run{Text: w + " ", Strong: i%3 == 0, Mark: paper.Mark(rapid.IntRange(0, 30).Draw(t, "mark"))})
		if runs[i].Mark > paper.MarkTick {
			runs[i].Mark = paper.NoMark
		}
	}
	return runs
}

func someBlocks(t *rapid.T, depth int) []paper.Block {
	var out []paper.Block
	for range rapid.IntRange(1, 5).Draw(t, "blocks") {
		kinds := 6
		if depth > 0 {
			kinds = 9
		}
		switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
		case 0:
			out = append(out, paper.Paragraph{Text: someWords(t), Small: rapid.Bool().Draw(t, "small")})
		case 1:
			out = append(out, someTable(t))
		case 2:
			out = append(out, paper.KeyFigures{Items: []paper.Fact{{Label: someWords(t).String(), Value: someWords(t)}}})
		case 3:
			out = append(out, paper.List{Kind: paper.Numbered, Items: []paper.Text{someWords(t), someWords(t)}})
		case 4:
			out = append(out, paper.TitleBlock{Title: someWords(t).String(), Facts: []paper.Fact{{Label: "From", Value: someWords(t)}, {Label: "To", Value: someWords(t)}}},
				paper.Decision{Label: "Decision", Sentence: someWords(t)})
		case 5:
			out = append(out, paper.Heading{Level: 3, Text: someWords(t)}, paper.Contents{Title: "Contents"})
		case 6:
			out = append(out, paper.Section{Number: someNumber(t), Title: someWords(t).String(), Break: paper.Break(rapid.IntRange(0, 2).Draw(t, "break")), Blocks: someBlocks(t, depth-1)})
		case 7:
			out = append(out, paper.Columns{Gap: 8, Keep: rapid.Bool().Draw(t, "keep"), Cols: []paper.Column{{Width: 99, Blocks: someBlocks(t, 0)}, {Width: 67, Blocks: someBlocks(t, 0)}}})
		case 8:
			out = append(out, paper.Frame{Blocks: someBlocks(t, depth-1)})
		}
	}
	return out
}

func someNumber(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "1", "10", "Annex A"}).Draw(t, "number")
}

func someTable(t *rapid.T) paper.Table {
	table := paper.Table{Tight: rapid.Bool().Draw(t, "tight"), Cols: []paper.Col{
		{Width: 9}, {Head: "What", Share: 2}, {Head: "£", Align: paper.Right}, {Width: 40, Period: &paper.Scale{Labels: []string{"J", "F", "M"}}}}}
	for range rapid.IntRange(0, 12).Draw(t, "rows") {
		table.Rows = append(table.Rows, paper.Row{Kind: paper.RowKind(rapid.IntRange(0, 3).Draw(t, "row")), Cells: []paper.Cell{
			paper.TextCell(paper.ID("N1")), {Lines: []paper.Text{someWords(t)}}, {Lines: []paper.Text{someWords(t)}}, {Bars: []paper.Bar{{From: 0, To: 1}}}}})
	}
	return table
}

func TestASectionBeginsAPageIfThePageBeforeIsNearlyFull(t *testing.T) {
	for _, c := range []struct {
		rows int
		brk  paper.Break
		page int
	}{{30, paper.IfNearlyFull, 1}, {36, paper.IfNearlyFull, 2}, {36, paper.RunOn, 1}, {3, paper.NewPage, 2}, {0, paper.NewPage, 1}} {
		r := set(filler(c.rows), paper.Section{Title: "Costs", Break: c.brk, Blocks: []paper.Block{filler(2)}})
		if got := r.Sections[0].Page; got != c.page {
			t.Errorf("after %d rows with break %d it begins on page %d, want %d", c.rows, c.brk, got, c.page)
		}
	}
}

func TestTheContentsNameThePageOfEachSection(t *testing.T) {
	section := func(title string, rows int) paper.Block {
		return paper.Section{Number: "1", Title: title, Blocks: []paper.Block{filler(rows)}}
	}
	r := set(paper.Contents{Title: "Contents"}, paper.PageBreak{}, section("Needs", 100), section("Costs", 2))
	got := strings.Join(texts(r.Pages[0]), "|")
	want := fmt.Sprintf("Contents|1|Needs|2|1|Costs|%d", r.Sections[1].Page)
	if got != want || r.Sections[1].Page != pageWith(r, "Costs")+r.Sections[1].Page-1 {
		t.Errorf("got %q, want %q", got, want)
	}
	if r.Sections[1].Page < 4 {
		t.Errorf("costs begin on page %d", r.Sections[1].Page)
	}
}

func TestEveryPageHasItsNumberProjectAndVersion(t *testing.T) {
	r := typeset.Set(paper.Document{Footer: paper.Footer{Project: "Open Door Days", Group: "The Circle", Version: "Version 3"}, Blocks: []paper.Block{filler(100)}},
		typeset.Options{Look: typeset.A4(), Metrics: metrics.SourceSans(), Words: words.English()})
	for n, p := range r.Pages {
		var all string
		for _, it := range p.Items {
			if tx, ok := it.Shape.(figure.Text); ok && tx.Y > typeset.A4().FooterRule {
				all += tx.String + "|"
			}
		}
		if want := fmt.Sprintf("Open Door Days| · The Circle|Version 3|Page %d of %d|", n+1, len(r.Pages)); all != want {
			t.Errorf("got %q, want %q", all, want)
		}
	}
}

func TestTheFootStandsAtTheSamePlaceOfEveryPage(t *testing.T) {
	for _, look := range []typeset.Look{typeset.A4(), typeset.LargePrint(18)} {
		r := typeset.Set(paper.Document{Footer: paper.Footer{Project: "Open Door Days", Version: "Version 3"}, Blocks: []paper.Block{filler(600)}},
			typeset.Options{Look: look, Metrics: metrics.SourceSans(), Words: words.English()})
		places := map[string]bool{}
		for _, p := range r.Pages {
			for _, it := range p.Items {
				if tx, ok := it.Shape.(figure.Text); ok && it.Kind == typeset.Footer {
					place := fmt.Sprintf("%s from %.4f", tx.String, tx.X)
					if strings.HasPrefix(tx.String, "Page") {
						place = fmt.Sprintf("Page to %.4f", tx.X+it.Width)
					}
					places[place] = true
				}
			}
		}
		if len(r.Pages) < 10 || len(places) != 3 {
			t.Errorf("on %d pages: %v", len(r.Pages), places)
		}
	}
}

func TestAPictureIsScaledOnlyIfItDoesNotFit(t *testing.T) {
	width := func(w float64) float64 {
		r := set(paper.Figure{Picture: figure.Picture{Width: w, Height: 10, Shapes: []figure.Shape{figure.Rect{W: w, H: 10, Fill: figure.Hex(0)}}}})
		return r.Pages[0].Items[0].Shape.(figure.Rect).W
	}
	if got := width(120); got != 120 {
		t.Errorf("a picture of 120 mm became %.1f", got)
	}
	if got := width(348); got != 174 {
		t.Errorf("a picture of 348 mm became %.1f", got)
	}
}

func TestAColumnIsNoNarrowerThanItsWords(t *testing.T) {
	r := set(paper.Table{Cols: []paper.Col{{Head: "Funding", Width: 160}, {Head: "Status"}}, Rows: []paper.Row{
		{Cells: []paper.Cell{paper.WordsCell("Lottery"), paper.TextCell(paper.Marked(paper.MarkTick, "secured"))}}}})
	if pageWith(r, "✓ secured") == 0 {
		t.Errorf("the word is broken: %q", texts(r.Pages[0]))
	}
}

func TestLinksLeadToSectionsAndAddresses(t *testing.T) {
	r := set(paper.Paragraph{Text: paper.Text{{Text: "costs", Link: "#money"}, {Text: "mail", Link: "mailto:a@example.org"}, {Text: "gone", Link: "#gone"}}},
		paper.Section{ID: "need", Title: "Need"}, paper.Section{ID: "money", Title: "Costs"})
	got := map[string]string{}
	for _, it := range r.Pages[0].Items {
		if tx, ok := it.Shape.(figure.Text); ok {
			got[tx.String] = fmt.Sprint(it.Link, it.Target, r.Elements[max(it.Element, 0)].Role == typeset.RoleLink)
		}
	}
	for text, want := range map[string]string{"costs": "2 true", "mail": "mailto:a@example.org0 true", "gone": "0 false"} {
		if got[text] != want {
			t.Errorf("%q leads to %q, want %q", text, got[text], want)
		}
	}
}

func TestAPageTellsHowMuchMoreItTakes(t *testing.T) {
	r := set(filler(10))
	look := typeset.A4()
	row := r.Line + 2*look.RowPad + look.HairWidth
	rows := int((r.Pages[0].Free - look.ParagraphSpace) / row)
	for more, pages := range map[int]int{rows: 1, rows + 2: 2} {
		if got := len(set(filler(10), filler(more)).Pages); got != pages {
			t.Errorf("%d rows more take %d pages, want %d", more, got, pages)
		}
	}
	if r.Pages[0].Free <= 0 || r.Pages[0].Free >= r.Room {
		t.Errorf("%.0f of %.0f mm are free", r.Pages[0].Free, r.Room)
	}
}
