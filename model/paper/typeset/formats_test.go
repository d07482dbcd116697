package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
)

func setFor(format paper.Format, footer paper.Footer, blocks ...paper.Block) typeset.Result {
	doc := paper.Document{Format: format, Footer: footer, Blocks: blocks}
	return typeset.Set(doc, typeset.Options{Look: typeset.LookOf(doc), Metrics: metrics.SourceSans(), Words: words.English()})
}

func TestEachFormatHasItsSheet(t *testing.T) {
	for format, want := range map[paper.Format][2]float64{
		paper.ForReading: {210, 297}, paper.OneSide: {210, 297}, paper.ForWorking: {210, 297}, paper.ToFillIn: {210, 297},
		paper.OnTheSide: {297, 210}, paper.Poster: {420, 297},
	} {
		r := setFor(format, paper.Footer{Project: "Open Door Days", Group: "Circle", Version: "Version 3", Notes: []string{"Date:"}},
			paper.TitleBlock{Title: "A title"}, paper.Section{Title: "A section", Blocks: []paper.Block{filler(120)}})
		if r.Width != want[0] || r.Height != want[1] {
			t.Errorf("%v is %v × %v mm", format, r.Width, r.Height)
		}
		for n, page := range r.Pages {
			last, right := 0.0, 0.0
			for _, it := range page.Items {
				if text, ok := it.Shape.(figure.Text); ok {
					last, right = max(last, text.Y), max(right, text.X+it.Width)
				}
			}
			if last > r.Height-8 || right > r.Width-10 {
				t.Errorf("%v, page %d: words reach to %.1f and %.1f of %v × %v mm", format, n+1, right, last, r.Width, r.Height)
			}
		}
		foot := r.Pages[0].Items[len(r.Pages[0].Items)-5:]
		var said []string
		for _, it := range foot {
			if text, ok := it.Shape.(figure.Text); ok {
				said = append(said, text.String)
			}
		}
		if got := strings.Join(said, "|"); !strings.HasSuffix(got, fmt.Sprintf("Version 3|Date:|Page 1 of %d", len(r.Pages))) {
			t.Errorf("%v: the foot says %s", format, got)
		}
	}
}

func TestFiguresStandSideBySideOverTheirLabels(t *testing.T) {
	r := setFor(paper.OneSide, paper.Footer{}, paper.KeyFigures{Across: true, Items: []paper.Fact{
		{Label: "people reached", Value: paper.Words("120")}, {Label: "full cost", Value: paper.Words("£75,404")}}})
	at := map[string]figure.Text{}
	for _, it := range r.Pages[0].Items {
		if text, ok := it.Shape.(figure.Text); ok {
			at[text.String] = text
		}
	}
	if at["120"].Y != at["£75,404"].Y || at["120"].X >= at["£75,404"].X || at["people reached"].Y <= at["120"].Y || at["people reached"].X != at["120"].X {
		t.Errorf("they stand at %+v", at)
	}
	if got := texts(r.Pages[0]); !slices.Equal(got, []string{"120", "people reached", "£75,404", "full cost"}) {
		t.Errorf("they are read as %q", got)
	}
}

func TestAChainHasAnArrowBetweenItsColumns(t *testing.T) {
	column := func(head string) paper.Column {
		return paper.Column{Width: 40, Blocks: []paper.Block{paper.Heading{Level: 3, Text: paper.Words(head)}, paper.Paragraph{Text: paper.Words("words")}}}
	}
	arrows := func(chain bool) int {
		n := 0
		for _, it := range setFor(paper.OneSide, paper.Footer{}, paper.Columns{Gap: 8, Chain: chain, Cols: []paper.Column{column("Needs"), column("Work"), column("Change")}}).Pages[0].Items {
			if path, ok := it.Shape.(figure.Path); ok && path.Fill.On {
				n++
				if it.Element != typeset.Artifact {
					t.Error("an arrow is part of what the paper says")
				}
			}
		}
		return n
	}
	if arrows(true) != 2 || arrows(false) != 0 {
		t.Errorf("%d arrows in a chain, %d in other columns", arrows(true), arrows(false))
	}
}

// compared is a table of two sides with so many questions.
func compared(questions int) paper.Table {
	t := paper.Table{Name: "Both sides", Sides: true, Cols: []paper.Col{{Head: "Ours"}, {Head: "Theirs"}}}
	for i := range questions {
		bar := paper.Cell{Lines: []paper.Text{paper.Words(fmt.Sprint("Question ", i)), paper.Words(fmt.Sprint("apart ", i))}, Span: 2}
		t.Rows = append(t.Rows, paper.Row{Kind: paper.RowBar, Cells: []paper.Cell{bar}},
			paper.Row{Cells: []paper.Cell{paper.WordsCell(fmt.Sprint("left ", i)), {Lines: []paper.Text{{{Mark: paper.MarkHalfWay, Text: fmt.Sprint("right ", i)}}}}}})
	}
	return t
}

func TestAQuestionNeverPartsFromItsAnswersAndSidesAreNamedOnEveryPage(t *testing.T) {
	for n := range 30 {
		r := set(filler(n), compared(40))
		for i := range 40 {
			if q, a := pageWith(r, fmt.Sprint("Question ", i)), pageWith(r, fmt.Sprint("left ", i)); q != a {
				t.Fatalf("after %d lines question %d is on page %d, its answer on %d", n, i, q, a)
			}
		}
		for p, page := range r.Pages {
			heads := 0
			for _, it := range page.Items {
				if text, ok := it.Shape.(figure.Text); ok && (text.String == "Ours" || text.String == "Theirs") {
					heads++
				}
			}
			if heads != 2 && slices.ContainsFunc(texts(page), func(s string) bool { return strings.HasPrefix(s, "left") }) {
				t.Fatalf("page %d names %d sides", p+1, heads)
			}
		}
	}
}

func TestABarHeadsBothColumns(t *testing.T) {
	r := set(compared(1))
	for _, it := range r.Pages[0].Items {
		text, ok := it.Shape.(figure.Text)
		if !ok || !strings.HasPrefix(text.String, "Question") && !strings.HasPrefix(text.String, "apart") {
			continue
		}
		if e := r.Elements[it.Element]; e.Role != typeset.RoleHeadCell || e.Span != 2 {
			t.Errorf("%q is a %s over %d columns", text.String, e.Role, e.Span)
		}
	}
}

func TestACellUnderABarIsHeadedByTheBarAndByItsColumn(t *testing.T) {
	r := set(compared(2))
	words := func(element int) (all string) {
		for _, it := range r.Pages[0].Items {
			if text, ok := it.Shape.(figure.Text); ok && it.Element == element {
				all += text.String
			}
		}
		return all
	}
	for e := range r.Elements {
		if words(e) != "left 1" {
			continue
		}
		headers := r.Elements[e].Headers
		if len(headers) != 2 || !strings.HasPrefix(words(headers[0]), "Question 1") || words(headers[1]) != "Ours" {
			t.Errorf("%d headers", len(headers))
		}
		return
	}
	t.Error("there is no such cell")
}

func TestATableWithoutHeadersIsHeadedByTheFirstWordsOfItsRows(t *testing.T) {
	r := set(paper.Table{Cols: []paper.Col{{}, {}}, Rows: []paper.Row{
		{Cells: []paper.Cell{paper.WordsCell("Room"), paper.WordsCell("£45")}},
		{Cells: []paper.Cell{paper.WordsCell("Food"), paper.WordsCell("£18")}},
	}})
	for _, it := range r.Pages[0].Items {
		text, ok := it.Shape.(figure.Text)
		if !ok || it.Element == typeset.Artifact {
			continue
		}
		e := r.Elements[it.Element]
		if name := text.String == "Room" || text.String == "Food"; name != (e.Role == typeset.RoleHeadCell && e.Scope == "Row") {
			t.Errorf("%q is a %s for its %s", text.String, e.Role, e.Scope)
		}
	}
}

func TestHowFarSomebodyIsShowsInFilledBoxes(t *testing.T) {
	for mark, want := range map[paper.Mark][2]int{
		paper.MarkNotYet: {3, 0}, paper.MarkStarted: {3, 1}, paper.MarkHalfWay: {3, 2}, paper.MarkInPlace: {3, 3},
		paper.MarkUnknown: {1, 0}, paper.MarkNoAnswer: {1, 0},
	} {
		boxes, filled := 0, 0
		for _, it := range set(paper.Paragraph{Text: paper.Text{paper.Marked(mark, "the word")}}).Pages[0].Items {
			if box, ok := it.Shape.(figure.Rect); ok {
				boxes++
				if box.Fill.On {
					filled++
				}
			}
		}
		if boxes != want[0] || filled != want[1] {
			t.Errorf("mark %d has %d boxes, %d filled", mark, boxes, filled)
		}
	}
}

func TestALongNameAtTheFootEndsAtAWordAndSaysSo(t *testing.T) {
	name := "A plan that many groups of Fernhill and of the three wards around it have written together in one long winter"
	r := setFor(paper.ForReading, paper.Footer{Project: name, Version: "Version 3 · 28 August 2026"}, filler(3))
	foot := ""
	for _, it := range r.Pages[0].Items {
		if tx, ok := it.Shape.(figure.Text); ok && it.Kind == typeset.Footer {
			foot += tx.String
		}
	}
	said, _, cut := strings.Cut(foot, "…")
	if !cut || len(said) < 40 || !strings.HasPrefix(name, said+" ") || !strings.Contains(foot, "Page 1 of 1") {
		t.Errorf("the foot is %q", foot)
	}
}
