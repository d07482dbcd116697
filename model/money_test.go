package model_test

import (
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"commonplan/model"
)

func TestARoughFigureCounts(t *testing.T) {
	project := &model.Project{}
	for text, want := range map[string]int{"about 60": 60, "Around 1,200": 1200, "~40": 40, "60": 60} {
		if err := model.SetText(project, "reach", text); err != nil || project.Reach != want {
			t.Errorf("%q is read as %d (%v), want %d", text, project.Reach, err, want)
		}
	}
	if sum, err := model.ParsePence("about £3,500"); err != nil || sum != 3500_00 {
		t.Errorf("the sum is read as %v (%v)", sum, err)
	}
}

func TestSumsAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]model.Pence{
		"£1,200": 120000, "1200.50": 120050, "1200.5": 120050, " 48 000 ": 4800000, "0.11": 11, "£0": 0,
		"-5": -500, "−£5": -500, "£ 7": 700, "1,234,567.89": 123456789,
	} {
		if got, err := model.ParsePence(text); err != nil || got != want {
			t.Errorf("%q: got %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "12k", "14 tens", "1,20", "1,2000", "12.345", ".", "£", "1.", "--", "12,", ",12", "１２", "99999999999999", "1e5", "NaN"} {
		if got, err := model.ParsePence(text); err == nil {
			t.Errorf("%q was read as %d", text, got)
		}
	}
}

func TestASumWrittenOutReadsBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := model.Pence(rapid.Int64Range(-int64(model.MaxPence), int64(model.MaxPence)).Draw(t, "pence"))
		for _, text := range []string{sum.String(), sum.Figures()} {
			if got, err := model.ParsePence(text); err != nil || got != sum {
				t.Fatalf("%d is written %q, which reads as %d, %v", sum, text, got, err)
			}
		}
	})
}

func TestSharesAddUpToThePenny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := model.Pence(rapid.Int64Range(-1e12, 1e12).Draw(t, "pence"))
		shares := sum.Split(rapid.IntRange(1, 40).Draw(t, "n"))
		var total model.Pence
		for _, share := range shares {
			total += share
		}
		if total != sum || shares[0]-shares[len(shares)-1] > 1 && sum > 0 {
			t.Fatalf("%d in shares %v", sum, shares)
		}
	})
}

func TestQuantityTimesRateIsTheRoundedProductForEverySize(t *testing.T) {
	factor := rapid.OneOf(rapid.StringMatching(`[1-9][0-9]{0,8}`), rapid.StringMatching(`[0-9]{1,3}\.[0-9]{1,2}`))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(factor, 1, 4).Draw(t, "factors"), " × ")
		rate := model.Pence(rapid.Int64Range(0, int64(model.MaxPence)).Draw(t, "rate"))
		q, err := model.ParseQuantity(text)
		if err != nil {
			t.Fatal(err)
		}
		exact := new(big.Rat).Mul(q.Rat(), new(big.Rat).SetInt64(int64(rate)))
		half := new(big.Rat).Add(exact, big.NewRat(1, 2))
		want := new(big.Int).Div(half.Num(), half.Denom())
		if most := big.NewInt(int64(model.MaxPence)); want.Cmp(most) > 0 {
			want = most
		}
		if got := q.Times(rate); int64(got) != want.Int64() {
			t.Errorf("%s × %d = %d, want %d", q, rate, got, want)
		}
	})
}

func TestQuantityTimesRateIsExact(t *testing.T) {
	for _, c := range []struct {
		quantity string
		rate     model.Pence
		want     model.Pence
		printed  string
	}{
		{"138", 4500, 621000, "138"},
		{"10 x 12", 2000, 240000, "10 × 12"},
		{"41,000 meals", 11, 451000, "41,000 meals"},
		{"3 × 4 h × 44 wk", 1650, 871200, "3 × 4 h × 44 wk"},
		{"1900 h", 1260, 2394000, "1,900 h"},
		{"6 boxes*2", 50, 600, "6 boxes × 2"},
		{"0.5", 3, 2, "0.5"},
		{"", 70, 70, ""},
	} {
		q, err := model.ParseQuantity(c.quantity)
		if err != nil || q.Times(c.rate) != c.want || q.String() != c.printed {
			t.Errorf("%q × %d = %d, printed %q, %v; want %d, %q", c.quantity, c.rate, q.Times(c.rate), q.String(), err, c.want, c.printed)
		}
	}
	for _, bad := range []string{"ten", "3 ×", "× 3", "3 x x 4", "1 × 2 × 3 × 4 × 5 × 6 × 7", "-3"} {
		if q, err := model.ParseQuantity(bad); err == nil {
			t.Errorf("%q was read as %q", bad, q)
		}
	}
}

func TestRunningCostsAreAShareRoundedAsTold(t *testing.T) {
	staff := &model.Cost{Kind: model.Running, Method: model.ByStaffTime, Part: "1.3", Whole: "4.0", Rate: 2400000}
	if got := staff.Amount(0); got != 780000 {
		t.Errorf("1.3 of 4.0 of £24,000 = %v", got)
	}
	spend := &model.Cost{Kind: model.Running, Method: model.BySpend, Part: "12", Whole: "100", ToPound: true}
	if got := spend.Amount(5964200); got != 715700 { // 12% of £59,642 is £7,157.04
		t.Errorf("12%% of £59,642 to the nearest pound = %v", got)
	}
}

func TestDatesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-14": "2026-03-14", "14 March 2026": "2026-03-14", "14/3/2026": "2026-03-14", "1st Sep 2026": "2026-09-01",
		"Mar 2026": "2026-03", "June 2026": "2026-06", "3 July 2026": "2026-07-03", "Sept 2026": "2026-09", "2026-03": "2026-03", "2026": "2026", "": "", "3/2026": "2026-03", "2nd august 2026": "2026-08-02",
	} {
		if got, err := model.ParseDate(text); err != nil || got.String() != want {
			t.Errorf("%q: got %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"soon", "31 June 2026", "2026-13", "14.3", "1 2 3 4", "29/2/2026", "ma 2026"} {
		if got, err := model.ParseDate(text); err == nil {
			t.Errorf("%q was read as %s", text, got)
		}
	}
}

func TestMonthsAreKeptAsRuns(t *testing.T) {
	for text, want := range map[string]model.Months{"2-12": "2-12", "4, 5, 7 to 8": "4-5,7-8", "12,1": "1,12", "": "", "months 3–5": "3-5", "1-120": "1-120"} {
		if got, err := model.ParseMonths(text); err != nil || got != want {
			t.Errorf("%q: got %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"0", "121", "5-3", "all", "-"} {
		if got, err := model.ParseMonths(text); err == nil {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestEveryItemReadsBackFromItsText(t *testing.T) {
	for _, kind := range model.Types() {
		schema, _ := model.SchemaOf(kind)
		for _, f := range schema.Fields {
			text := map[model.Kind]string{
				model.KindText: "Tŷ ŵyl", model.KindLongText: "one\ntwo", model.KindWhole: "7", model.KindYesNo: "yes",
				model.KindMoney: "1,200.50", model.KindDecimal: "1.3", model.KindQuantity: "10 × 12", model.KindDate: "2026-03",
				model.KindMonths: "2-12", model.KindReference: "abc", model.KindReferences: "abc, def", model.KindTags: "a:b, c:d",
				model.KindAmounts: "1: 30,000, 2: 12.50",
			}[f.Kind]
			switch {
			case len(f.Values) > 0:
				text = f.Values[0]
			case f.Min > 0:
				text = strconv.Itoa(f.Min)
			}
			item := schema.NewItem()
			if err := model.SetText(item, f.Name, text); err != nil {
				t.Errorf("%s.%s = %q: %v", kind, f.Name, text, err)
			}
			if got := model.Text(item, f.Name); got != text {
				t.Errorf("%s.%s reads back as %q, want %q", kind, f.Name, got, text)
			}
			if got := model.Text(model.Clone(item), f.Name); got != text {
				t.Errorf("%s.%s of a clone reads %q", kind, f.Name, got)
			}
		}
	}
}

func TestTextIsCleanedBeforeItIsKept(t *testing.T) {
	for text, want := range map[string]string{
		"a\r\nb\rc": "a\nb\nc", "nul\x00": "nul", "bad\xff": "bad", "e\u0301": "é", "\u202eevil": "evil", "tab\there": "tab\there",
	} {
		if got := model.CleanText(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestADocumentIsDatedByItsLatestSession(t *testing.T) {
	doc := &model.Document{Sessions: []model.SessionInfo{
		{ID: "a", Began: "2026-08-28T19:42:00Z"}, {ID: "b", Began: "2026-08-30T08:00:00+02:00"}, {ID: "c", Began: "soon"},
	}}
	if got := doc.WorkedOn().Format(time.RFC3339); got != "2026-08-30T06:00:00Z" {
		t.Errorf("it was worked on at %s", got)
	}
	if !(&model.Document{}).WorkedOn().IsZero() {
		t.Error("a document without sessions has a date")
	}
}

func TestMonthsMayBeNamedOnceTheStartIsKnown(t *testing.T) {
	start := model.Date{Year: 2026, Month: 11}
	for text, want := range map[string]string{"November to March": "1 to 5", "Dec, Feb": "2, 4", "2-12": "2-12", "oct to nov": "12 to 13", "autumn": "autumn"} {
		if got := model.MonthsByName(text, start); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
	if got := model.MonthsByName("March", model.Date{}); got != "March" {
		t.Errorf("without a start: %q", got)
	}
}

func TestAMemberOfASetIsCleanedBeforeItNamesAField(t *testing.T) {
	open, _ := model.Facts(&model.Outcome{Tags: []model.Tag{"a:b\x00\x1b", "\x00"}})
	if len(open) != 1 || open["tags/a:b"] != "true" {
		t.Errorf("the fields are %v", open)
	}
}
