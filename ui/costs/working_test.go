package costs

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/words"
)

func TestAWorkingIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]working{
		"138 × £45":                 {quantity: "138", rate: 45_00, rated: true},
		"138 x 45":                  {quantity: "138", rate: 45_00, rated: true},
		"138*£45 = £6,210":          {quantity: "138", rate: 45_00, rated: true},
		"£45 × 138":                 {quantity: "138", rate: 45_00, rated: true},
		"10 × 12 × £20":             {quantity: "10 × 12", rate: 20_00, rated: true},
		"1,900 h × £12.60":          {quantity: "1900 h", rate: 12_60, rated: true},
		"40 × £60, paid on the day": {quantity: "40", rate: 60_00, rated: true, note: "paid on the day"},
		"3 × 4 h × 44 weeks":        {quantity: "3 × 4 h × 44 weeks"},
		"60 h, not priced":          {quantity: "60 h", note: "not priced"},
		"£6,210":                    {rate: 6_210_00, rated: true},
		"with on-costs":             {note: "with on-costs"},
		"2 x workers, on-costs":     {note: "2 x workers, on-costs"},
		"30 tools at £40":           {quantity: "30 tools", rate: 40_00, rated: true},
		"30 tools at 40":            {quantity: "30 tools", rate: 40_00, rated: true},
		"12 visits of £20 each":     {quantity: "12 visits", rate: 20_00, rated: true},
		"12 visits × £20 a visit":   {quantity: "12 visits", rate: 20_00, rated: true},
		"12 @ £20 each, by bus":     {quantity: "12", rate: 20_00, rated: true, note: "by bus"},
		"30 tools costing £40":      {note: "30 tools costing £40"},
		"open at 9":                 {note: "open at 9"},
		"":                          {},
	} {
		if got, err := readWorking(text); err != nil || got != want {
			t.Errorf("%q reads as %+v, %v; want %+v", text, got, err, want)
		}
	}
}

func TestACalculationThatCannotBeReadIsRefused(t *testing.T) {
	for _, text := range []string{"138 × £4x", "ten × £45", "2 × £3 × £4"} {
		var problem *model.Problem
		if got, err := readWorking(text); !errors.As(err, &problem) || problem.Key != "costs.problem.working" {
			t.Errorf("%q reads as %+v, %v", text, got, err)
		}
	}
}

func TestAWorkingWithoutARateKeepsTheSum(t *testing.T) {
	for _, c := range []struct {
		before model.Cost
		text   string
		want   model.Cost
	}{
		{model.Cost{Rate: 6_210_00}, "138 evenings", model.Cost{Quantity: "138 evenings", Rate: 45_00}},
		{model.Cost{Rate: 100_00}, "3 days", model.Cost{Rate: 100_00, Working: "3 days"}},
		{model.Cost{Quantity: "138", Rate: 45_00}, "140", model.Cost{Quantity: "140", Rate: 45_00}},
		{model.Cost{Quantity: "138", Rate: 45_00}, "", model.Cost{Rate: 6_210_00}},
		{model.Cost{Quantity: "138", Rate: 45_00}, "agreed price", model.Cost{Rate: 6_210_00, Working: "agreed price"}},
	} {
		typed, err := readWorking(c.text)
		if err != nil {
			t.Fatal(err)
		}
		got := c.before
		typed.into(&got, c.before.Amount(0))
		if got.Quantity != c.want.Quantity || got.Rate != c.want.Rate || got.Working != c.want.Working {
			t.Errorf("%q over %+v gives %q × %v, %q", c.text, c.before, got.Quantity, got.Rate, got.Working)
		}
	}
}

func TestWhatATableShowsOfAWorkingReadsBackTheSame(t *testing.T) {
	w := words.English()
	rapid.Check(t, func(t *rapid.T) {
		quantity, err := model.ParseQuantity(rapid.StringMatching(`([1-9][0-9]{0,3}( h| weeks)?( × [1-9][0-9]?( h| weeks)?){0,2})?`).Draw(t, "quantity"))
		if err != nil {
			t.Fatal(err)
		}
		c := &model.Cost{Quantity: quantity, Rate: model.Pence(rapid.Int64Range(1, 1_000_000).Draw(t, "rate")),
			Working: rapid.SampledFrom([]string{"", "with on-costs", "paid by the day, in cash"}).Draw(t, "note")}
		typed, err := readWorking(workingText(w, c))
		if err != nil {
			t.Fatal(err)
		}
		again := model.Clone(c)
		typed.into(again, c.Amount(0))
		if again.Quantity != c.Quantity || again.Rate != c.Rate || again.Working != c.Working {
			t.Fatalf("%q reads back as %q × %v, %q", workingText(w, c), again.Quantity, again.Rate, again.Working)
		}
	})
}
