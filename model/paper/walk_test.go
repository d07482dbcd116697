package paper_test

import (
	"strings"
	"testing"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

func sample() paper.Document {
	return paper.Document{Blocks: []paper.Block{
		paper.TitleBlock{Title: "Open Door Days", Facts: []paper.Fact{{Label: "Place", Value: paper.Words("Fernhill")}}},
		paper.Section{Number: "8", Title: "Costs", Blocks: []paper.Block{
			paper.Columns{Cols: []paper.Column{
				{Blocks: []paper.Block{paper.Table{
					Cols: []paper.Col{{Head: "Funding"}, {Head: "£"}},
					Rows: []paper.Row{{Cells: []paper.Cell{
						paper.TextCell(paper.Marked(paper.MarkTick, "secured")), paper.WordsCell("18,000")}}},
				}}},
				{Blocks: []paper.Block{paper.Frame{Blocks: []paper.Block{
					paper.Paragraph{Text: paper.Text{paper.Strong("In kind"), paper.Plain(", not in the totals")}}}}}},
			}},
			paper.Figure{Picture: figure.Picture{Alt: "Need N1 leads to A1."}},
		}},
	}}
}

func TestPlainTextGivesEveryWordInReadingOrder(t *testing.T) {
	got := paper.PlainText(sample())
	want := "Open Door Days\nPlace\tFernhill\n8 Costs\nFunding\t£\n✓ secured\t18,000\nIn kind, not in the totals\nNeed N1 leads to A1.\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMarksThatStandForSomethingAreSaidInWords(t *testing.T) {
	cell := paper.TextCell(paper.MarkOnly(paper.MarkCircle, "environment"),
		paper.MarkOnly(paper.MarkDash, ""), paper.MarkOnly(paper.MarkTriangle, "economy"))
	if got := cell.String(); got != "environment economy" {
		t.Errorf("got %q", got)
	}
	text := paper.Text{paper.MarkOnly(paper.MarkCircle, "environment"), paper.MarkOnly(paper.MarkDash, ""), paper.Plain("Cooler streets")}
	if got := text.String(); got != "environment Cooler streets" {
		t.Errorf("the words after a mark run into it: %q", got)
	}
}

func TestWalkVisitsParentsBeforeWhatTheyHold(t *testing.T) {
	var seen []string
	paper.Walk(sample().Blocks, func(b paper.Block) {
		switch b.(type) {
		case paper.Section:
			seen = append(seen, "section")
		case paper.Table:
			seen = append(seen, "table")
		case paper.Frame:
			seen = append(seen, "frame")
		}
	})
	if got := strings.Join(seen, " "); got != "section table frame" {
		t.Errorf("got %q", got)
	}
}
