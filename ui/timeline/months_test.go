package timeline

import (
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
)

func TestABarMovesAndBends(t *testing.T) {
	for _, c := range []struct {
		says   string
		months model.Months
		bar    int
		what   end
		by     int
		want   model.Months
	}{
		{"a bar moves whole", "4-5,7-8", 1, whole, 2, "4-5,9-10"},
		{"it stops at the first month", "2-4", 0, whole, -5, "1-3"},
		{"it stops at the last month a plan can have", "118-119", 0, whole, 9, "119-120"},
		{"its end moves", "4-5,7-8", 1, last, 3, "4-5,7-11"},
		{"its end stops at its beginning", "4-6", 0, last, -9, "4"},
		{"its beginning stops at its end", "4-6", 0, first, 9, "6"},
		{"bars that meet become one", "1-2,5-6", 0, last, 2, "1-6"},
		{"there is no such bar", "1-2", 3, whole, 1, "1-2"},
	} {
		if got := moved(c.months, c.bar, c.what, c.by); got != c.want {
			t.Errorf("%s: %s became %s", c.says, c.months, got)
		}
	}
}

func TestDrawingBackwardsIsTheSameAsForwards(t *testing.T) {
	if there, back := with("1", 4, 6), with("1", 6, 4); there != "1,4-6" || back != there {
		t.Errorf("drawn forwards %s, backwards %s", there, back)
	}
}

func TestMovingAllBarsKeepsTheirLengthsAndComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		months := inMonths([]model.Span{
			{First: rapid.IntRange(20, 30).Draw(t, "a"), Last: rapid.IntRange(30, 40).Draw(t, "b")},
			{First: rapid.IntRange(50, 60).Draw(t, "c"), Last: rapid.IntRange(60, 70).Draw(t, "d")},
		})
		by := rapid.IntRange(-19, 50).Draw(t, "by")

		if back := allMoved(allMoved(months, by), -by); back != months {
			t.Fatalf("%s came back as %s", months, back)
		}
	})
}
