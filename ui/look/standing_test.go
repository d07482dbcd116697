package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// drawnThings gives, for all that a renderer draws, where it stands.
func drawnThings(renderer fyne.WidgetRenderer) []fyne.Size {
	var all []fyne.Size
	for _, o := range renderer.Objects() {
		if o.Visible() {
			all = append(all, fyne.NewSize(o.Position().X, o.Position().Y), o.Size())
		}
	}
	return all
}

func TestAWidgetSeenAgainAfterAMinuteStandsAsItStood(t *testing.T) {
	newApp(t, 1)
	for name, w := range map[string]fyne.Widget{
		"text":      NewText("Something people lack or want changed, with evidence."),
		"rich text": NewRichText(Run{Text: "Yard", Semibold: true}, Run{Text: " behind the hall", Marked: true}),
		"button":    NewButton("Add a need", nil),
		"field":     NewField("The need, in one sentence"),
		"area":      NewTextArea("In more detail", 3),
		"scroll":    NewScroll(VBox(8, NewText("one"), High(900, NewDivider()))),
		"segmented": NewSegmented([]string{"Differences first", "As numbered"}, func(int) {}),
		"squares":   NewSquares(2, 3),
		"bar":       NewFundingMark(Secured),
		"block":     NewBlock("a card", NewText("one"), nil),
		"link":      NewLink("Fold this away", nil),
		"nav row":   NewNavRow("Needs", nil),
		"row":       NewListRow(RowData{Title: "Yard behind the hall is paved"}, nil),
		"card":      NewCard(CardData{Kind: Need, Title: "Yard behind the hall"}, nil),
		"choice":    NewChoice("Objective", []string{"all", "environment"}, func(int) {}),
		"check":     NewCheck("Leave out what is private", nil),
		"gap":       NewGapPanel("How many people?", "A rough figure will do.", "See to it", nil),
	} {
		t.Run(name, func(t *testing.T) {
			inWindow(t, w, 320, 120)
			before := drawnThings(test.WidgetRenderer(w))

			after := drawnThings(w.CreateRenderer()) // as Fyne does when it threw the first one away

			if len(before) == 0 || len(before) != len(after) {
				t.Fatalf("%d things were drawn, and now %d", len(before)/2, len(after)/2)
			}
			for i := range before {
				if before[i] != after[i] {
					t.Errorf("thing %d was at or of %v, and now %v", i/2, before[i], after[i])
				}
			}
		})
	}
}
