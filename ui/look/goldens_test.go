package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestTheCardsLookAsTheyDid compares with testdata; look at both pictures before you
// take over a new one from testdata/failed.
func TestTheCardsLookAsTheyDid(t *testing.T) {
	eachVariant(t, func(t *testing.T, name string) {
		page := at{container.NewWithoutLayout()}
		for col, s := range sampleStates {
			for row, data := range sampleCards[:2] {
				card := NewCard(data, nil)
				card.SetState(s.state)
				page.put(card, 10+float32(col)*180, 10+float32(row)*96, CardWidth, CardHeight)
			}
		}
		gap := NewCard(CardData{Kind: Activity, Number: "A6", Title: "Shared evaluation, spring and autumn", Gap: "No lead yet"}, nil)
		page.put(gap, 10, 202, CardWidth, CardHeight)
		row := NewListRow(RowData{Kind: Need, Number: "N5", Title: "Yard behind the hall is paved, hot and tipped on", Second: "1 activity", Gap: "2 missing"}, nil)
		row.SetChosen(true)
		page.put(row, 190, 202, 264, 100)
		wrong := NewField("Something is not right")
		wrong.SetText("14 tens")
		wrong.SetError("Please write a sum, such as 14.50")
		page.put(wrong, 470, 206, 280, 90)

		window := test.NewTempWindow(t, page.Container)
		window.SetPadded(false)
		window.Resize(fyne.NewSize(1090, 312))
		test.AssertRendersToImage(t, "cards-"+name+".png", window.Canvas())
	})
}
