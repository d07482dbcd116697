package insight_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

// pounds makes pence of whole pounds.
func pounds(n int) model.Pence { return model.Pence(n) * 100 }

// The sums were worked out by hand from the cost and funding lines of the examples.
func TestTheMoneyOfEachExampleAddsUp(t *testing.T) {
	for name, want := range map[string]struct {
		insight.Sums
		full, gap, each model.Pence
	}{
		// Direct: A1 19,200 + 10,800 + 138 × 45 + 138 × 18 = 38,694; A2 8,700 + 640 + 40 × 60 = 11,740;
		// A3 1,850 + 40 × 110 + 700 = 6,950; A4 6 × 620 + 900 = 4,620; A5 10 × 12 × 20 + 800 + 900 = 4,100;
		// A6 1,500; together 67,604. Running: 1.3 ÷ 4.0 = 32.5% of 24,000 = 7,800.
		// In kind: 46 × 45 = 2,070 and 1,900 × 12.60 = 23,940. Each: 75,404 ÷ 120 = 628.3667.
		"open-door-days": {insight.Sums{
			Costs: insight.Costs{Direct: pounds(67604), Running: pounds(7800), InKind: pounds(26010)},
			Funds: insight.Funds{Asked: pounds(48000), Applied: pounds(6000), Secured: pounds(18000 + 3404)},
		}, pounds(75404), 0, 62837},
		// Direct: 59,642 + 58,506. Running: 12% of each year to the pound, 7,157.04 → 7,157 and
		// 7,020.72 → 7,021. Each: 132,326 ÷ 320 = 413.51875.
		"our-streets": {insight.Sums{
			Costs: insight.Costs{Direct: pounds(118148), Running: pounds(7157 + 7021)},
			Funds: insight.Funds{Asked: pounds(60000), Applied: pounds(44000), Secured: pounds(16000 + 4000)},
		}, pounds(132326), pounds(8326), 41352},
		// Direct: 16,400 + 3,420 + 1,400 + 41,000 × 0.11 + 5,100 + 3,120 + 1,440 + 1,200 + 2,400 + 1,800.
		// Running: 0.5 ÷ 2.5 = 20% of 18,500. County catering is asked, like public health.
		// Each: 44,490 ÷ 1,140 = 39.0263.
		"good-plates": {insight.Sums{
			Costs: insight.Costs{Direct: pounds(40790), Running: pounds(3700)},
			Funds: insight.Funds{Asked: pounds(12000 + 15000), Applied: pounds(14500), Secured: pounds(1500 + 1200 + 290)},
		}, pounds(44490), 0, 3903},
	} {
		totals := insight.TotalsOf(theExample(t, name))
		if totals.Sums != want.Sums {
			t.Errorf("%s: got %+v, want %+v", name, totals.Sums, want.Sums)
		}
		if totals.Full() != want.full || totals.Gap() != want.gap || totals.PerPerson() != want.each {
			t.Errorf("%s: full %v, gap %v, each %v; want %v, %v, %v", name, totals.Full(), totals.Gap(), totals.PerPerson(), want.full, want.gap, want.each)
		}
	}
}

func TestEachYearIsAddedUpApart(t *testing.T) {
	totals := insight.TotalsOf(theExample(t, "our-streets"))
	if len(totals.Years) != 2 {
		t.Fatalf("there are %d years, want 2", len(totals.Years))
	}
	for i, want := range []struct{ direct, running, full, found model.Pence }{
		{pounds(59642), pounds(7157), pounds(66799), pounds(62000)}, // 30,000 + 22,000 + 8,000 + 2,000
		{pounds(58506), pounds(7021), pounds(65527), pounds(62000)},
	} {
		year := totals.Years[i]
		if year.Direct != want.direct || year.Running != want.running || year.Full() != want.full || year.Found() != want.found {
			t.Errorf("year %d: direct %v, running %v, full %v, found %v; want %+v", i+1, year.Direct, year.Running, year.Full(), year.Found(), want)
		}
	}
}

func TestALineForSeveralActivitiesIsSharedToThePenny(t *testing.T) {
	p := theExample(t, "our-streets")
	totals := insight.TotalsOf(p)
	// The youth worker is for A1 and A4: (27,600 + 28,400) ÷ 2 = 28,000 each. Checks are for all six:
	// 1,150 ÷ 6 = 191.67 four times, then 191.66; 650 ÷ 6 = 108.34 twice, then 108.33.
	for label, want := range map[string]model.Pence{
		"A1": pounds(28000+17688+6160) + 19167 + 10834,
		"A2": pounds(12000+2700) + 19167 + 10834,
		"A3": pounds(10000) + 19167 + 10833,
		"A4": pounds(28000+3400) + 19167 + 10833,
		"A5": pounds(4400) + 19166 + 10833,
		"A6": pounds(4000) + 19166 + 10833,
	} {
		if got := totals.Of(card(t, p, label)).Direct; got != want {
			t.Errorf("%s costs %v, want %v", label, got, want)
		}
	}
}

func TestAnOptionCostsWhatItsActivitiesDo(t *testing.T) {
	for name, want := range map[string][]string{
		"open-door-days": {"£0 stated", "£50,434 direct", "£75,404 full"}, // A1 38,694 + A2 11,740
		"good-plates":    {"£0 stated", "£22,220 direct", "£44,490 full"}, // A1 18,800 + A2 3,420
	} {
		p := theExample(t, name)
		totals := insight.TotalsOf(p)
		for i, option := range p.Options {
			sum, basis := totals.OptionCost(option)
			if got := fmt.Sprint(sum, " ", basis); got != want[i] {
				t.Errorf("%s, option %d: %s, want %s", name, i+1, got, want[i])
			}
		}
	}
}

func TestAShareOfRunningCostsSaysHowItWasWorkedOut(t *testing.T) {
	for _, c := range []struct {
		line              model.Cost
		sentence, working string
	}{
		{model.Cost{Kind: model.Running, Method: model.ByStaffTime, Part: "1.3", Whole: "4.0", Rate: pounds(24000), PartOf: "full-time posts"},
			"1.3 of 4.0 full-time posts = 32.5%", "32.5% of £24,000"},
		{model.Cost{Kind: model.Running, Method: model.ByStaffTime, Part: "1", Whole: "3", Rate: pounds(900)},
			"1 of 3 full-time posts = 33.3%", "33.3% of £900"},
		{model.Cost{Kind: model.Running, Method: model.BySpend, Part: "12", Whole: "100", ToPound: true},
			"12% of direct costs, to the nearest pound", "12% of direct costs"},
		{model.Cost{Kind: model.Running, Method: model.BySpend, Part: "12", Whole: "100", Rate: pounds(50000)},
			"12% of £50,000", "12% of £50,000"},
		{model.Cost{Kind: model.Running, Rate: pounds(50)}, "", ""},
		{model.Cost{Kind: model.Direct, Part: "1", Whole: "2", Rate: pounds(50)}, "", ""},
	} {
		if got := insight.ShareSentence(english, &c.line); got != c.sentence {
			t.Errorf("the sentence is %q, want %q", got, c.sentence)
		}
		if got := insight.ShareWorking(english, &c.line); got != c.working {
			t.Errorf("the working is %q, want %q", got, c.working)
		}
	}
}

func TestTheMoneyIsSaidInASentence(t *testing.T) {
	for name, want := range map[string][2]string{
		"open-door-days": {"£75,404 ÷ 120 people = £628.37 each", "Gap £0. It adds up; £54,000 to confirm."},
		"our-streets":    {"£132,326 ÷ 320 person-years = £413.52 each", "Gap £8,326. Still to find."},
		"good-plates":    {"£44,490 ÷ 1,140 pupils = £39.03 each", "Gap £0. It adds up; £41,500 to confirm."},
	} {
		p := theExample(t, name)
		totals := insight.TotalsOf(p)
		if got := totals.PerPersonSentence(english, p); got != want[0] {
			t.Errorf("%s: %q, want %q", name, got, want[0])
		}
		if got := totals.GapSentence(english); got != want[1] {
			t.Errorf("%s: %q, want %q", name, got, want[1])
		}
	}
}

func TestEveryStateOfTheMoneyHasItsSentence(t *testing.T) {
	for _, c := range []struct {
		cost, own model.Pence
		want      string
	}{
		{0, 0, "No costs and no funding yet."},
		{pounds(100), pounds(100), "Gap £0. It adds up."},
		{pounds(100), pounds(40), "Gap £60. Still to find."},
		{pounds(100), pounds(140), "£40 more funding than costs."},
	} {
		b := modeltest.New(t)
		b.Add(&model.Cost{Rate: c.cost})
		b.Add(&model.Funding{Status: model.Own, Amount: map[int]model.Pence{1: c.own}})
		totals := insight.TotalsOf(b.Plan())
		if got := totals.GapSentence(english); got != c.want || totals.Sure() != c.own {
			t.Errorf("costs of %v and %v of one’s own: %q and %v sure; want %q", c.cost, c.own, got, totals.Sure(), c.want)
		}
	}
}

func TestALineOfAnActivityThatIsNotThereIsForAll(t *testing.T) {
	b := modeltest.New(t)
	gone, first, second := b.Add(&model.Activity{}), b.Add(&model.Activity{}), b.Add(&model.Activity{})
	b.Add(&model.Cost{Rate: 101, Activities: []model.ID{gone}})
	doc := b.Document().Clone() // of a copy only the line was brought in, not its activity
	delete(doc.Records, gone)
	totals := insight.TotalsOf(model.ReadPlan(doc, nil))
	if x, y := totals.Of(first).Direct, totals.Of(second).Direct; x != 51 || y != 50 || totals.Of(gone).Direct != 0 {
		t.Errorf("the activities cost %d and %d pence, want 51 and 50", x, y)
	}
}

func TestFundingWithoutAStatusIsNotCounted(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Cost{Rate: pounds(100)})
	b.Add(&model.Funding{Amount: map[int]model.Pence{1: pounds(100)}})
	totals := insight.TotalsOf(b.Plan())
	if totals.Gap() != pounds(100) || totals.Undecided != pounds(100) {
		t.Errorf("the gap is %v and %v is undecided; want £100 and £100", totals.Gap(), totals.Undecided)
	}
}

func TestWhatActivitiesCostAddsUpToTheWholeExactly(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := modeltest.New(t)
		var ids []model.ID
		for range rapid.IntRange(1, 5).Draw(r, "activities") {
			ids = append(ids, b.Add(&model.Activity{}))
		}
		kinds := []model.CostKind{model.Direct, model.Running, model.InKind, ""}
		for range rapid.IntRange(0, 8).Draw(r, "lines") {
			line := &model.Cost{Kind: rapid.SampledFrom(kinds).Draw(r, "kind"), Year: rapid.IntRange(0, 3).Draw(r, "year"),
				Rate:       model.Pence(rapid.Int64Range(-1000, 100000).Draw(r, "rate")),
				Activities: rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 0, len(ids), rapid.ID).Draw(r, "for")}
			if line.Kind == model.Running && rapid.Bool().Draw(r, "share") {
				line.Method, line.Part, line.Whole, line.Rate = model.BySpend, "12.5", "100", 0
			}
			b.Add(line)
		}
		totals := insight.TotalsOf(b.Plan())
		var activities, years, activityYears insight.Costs
		for _, a := range totals.Activities {
			activities = plus(activities, a.Costs)
			for _, year := range a.Years {
				activityYears = plus(activityYears, year)
			}
		}
		for _, year := range totals.Years {
			years = plus(years, year.Costs)
		}
		if activities != totals.Costs || years != totals.Costs || activityYears != totals.Costs {
			r.Fatalf("by activity %+v, by year %+v, by both %+v, but the whole is %+v", activities, years, activityYears, totals.Costs)
		}
	})
}

func plus(a, b insight.Costs) insight.Costs {
	return insight.Costs{Direct: a.Direct + b.Direct, Running: a.Running + b.Running, InKind: a.InKind + b.InKind}
}
