package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/paper/metrics"
)

func chart() figure.ChartOptions { return figure.ChartOptions{Metrics: metrics.SourceSans()} }

// inside fails unless all words of a picture stand within it, at 8 points or more.
func inside(t interface{ Errorf(string, ...any) }, p figure.Picture) {
	for _, text := range shapes[figure.Text](p) {
		left, right := text.X, text.X+wide(text)
		switch text.Align {
		case figure.Centre:
			left, right = text.X-wide(text)/2, text.X+wide(text)/2
		case figure.Right:
			left, right = text.X-wide(text), text.X
		}
		if left < -1.5 || right > p.Width+1.5 || text.Y < 0 || text.Y > p.Height+0.5 || text.Size < 8 {
			t.Errorf("%q stands from %.1f to %.1f and at %.1f of %.1f × %.1f mm, %.1f pt", text.String, left, right, text.Y, p.Width, p.Height, text.Size)
		}
	}
}

func TestTheBarOfMoneyNamesEverySourceAndTheGap(t *testing.T) {
	p, any := figure.MoneyBar(exampletest.Plan(t, "our-streets"), chart())
	if !any {
		t.Fatal("there is no bar")
	}
	inside(t, p)
	for _, name := range []string{"The council, asked: £60,000", "Youth trust £44,000"} {
		if !has(p, name) {
			t.Errorf("the bar does not say %q", name)
		}
	}
	for _, name := range []string{"Housingassociation£16,000", "Reserves£4,000", "Stilltofind£8,326", "appliedfor", "secured", "asked", "stilltofind"} {
		if !strings.Contains(said(p), name) {
			t.Errorf("the bar does not say %q", name)
		}
	}
	want := "Who pays: The council £60,000, asked; Youth trust £44,000, applied for; Housing association £16,000, secured; Reserves £4,000, secured. The full cost is £132,326. Gap £8,326. Still to find."
	if p.Alt != want {
		t.Errorf("got %s", p.Alt)
	}
}

func TestAPlanWithoutMoneyHasNoBar(t *testing.T) {
	if _, any := figure.MoneyBar(modeltest.New(t).Plan(), chart()); any {
		t.Error("there is a bar of nothing")
	}
}

func TestMoreFundingThanCostIsSaid(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Cost{Rate: 10000})
	b.Add(&model.Funding{Source: "Lottery", Status: model.Secured, Amount: map[int]model.Pence{1: 15000}})
	p, _ := figure.MoneyBar(b.Plan(), chart())
	if !has(p, "The funding named is £50 more than the cost.") || !strings.Contains(p.Alt, "£50 more funding than costs.") {
		t.Errorf("it says %s", said(p))
	}
}

func TestAPartOfTheMoneyBarTooNarrowForItsNameStillSaysItsSum(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Cost{Rate: 40000})
	b.Add(&model.Funding{Source: "The county’s catering service", Status: model.Secured, Amount: map[int]model.Pence{1: 10000}})
	b.Add(&model.Funding{Source: "Lottery", Status: model.Applied, Amount: map[int]model.Pence{1: 30000}})
	p, _ := figure.MoneyBar(b.Plan(), chart())
	if !has(p, "£100") || !has(p, "The county’s catering service £100") {
		t.Errorf("it says %s", said(p))
	}
}

func TestProgressIsSaidInSentences(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Start, p.Months = model.Date{Year: 2026, Month: 11}, 12 })
	i := b.Add(&model.Indicator{Title: "Members who gave at least 5 hours", Baseline: "12", Target: "45", By: "month 12"})
	for month, value := range map[int]string{2: "13", 4: "19", 8: "35"} {
		b.Add(&model.Reading{Indicator: i, Date: b.Plan().Project.Start.AddMonths(month - 1), Value: value})
	}
	p := figure.Progress(chart(), figure.Measure{Course: insight.CoursesOf(b.Plan())[0], Label: "S3", Months: 12})[0]
	want := "S3 Members who gave at least 5 hours. Start: 12. Target: 45 by month 12. Counted: 13 in month 2, 19 in month 4 and 35 in month 8. On course."
	if p.Alt != want {
		t.Errorf("got %s", p.Alt)
	}
	for _, label := range []string{"start 12", "target 45", "35", "on course", "35 by month 8"} {
		if !has(p, label) {
			t.Errorf("the chart does not say %q", label)
		}
	}
	inside(t, p)
}

func TestChartsSideBySideAreEquallyHigh(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Indicator{Title: "Short"})
	b.Add(&model.Indicator{Title: strings.Repeat("A name of many words that needs more than a line ", 3)})
	var measures []figure.Measure
	for _, c := range insight.CoursesOf(b.Plan()) {
		measures = append(measures, figure.Measure{Course: c})
	}
	pictures := figure.Progress(chart(), measures...)
	if pictures[0].Height != pictures[1].Height {
		t.Errorf("they are %.1f and %.1f mm high", pictures[0].Height, pictures[1].Height)
	}
}

func TestChartsOfAnyNumbersStayWithinTheirPictures(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := modeltest.New(t)
		value := rapid.SampledFrom([]string{"", "0", "12", "41% (26 of 64)", "not known", "1,900 hours a year, all of them", "−3 °C", "0.04", "999999999"})
		b.Change(func(p *model.Project) {
			p.Start, p.Months = model.Date{Year: 2026, Month: rapid.IntRange(0, 12).Draw(r, "start")}, rapid.IntRange(0, 120).Draw(r, "months")
		})
		i := b.Add(&model.Indicator{Title: rapid.SampledFrom([]string{"", "A sign", "A sign of many words that does not fit on a single line of a chart"}).Draw(r, "title"),
			Baseline: value.Draw(r, "baseline"), Target: value.Draw(r, "target"), By: rapid.SampledFrom([]string{"", "month 3", "July"}).Draw(r, "by")})
		for range rapid.IntRange(0, 6).Draw(r, "readings") {
			b.Add(&model.Reading{Indicator: i, Value: "1" + value.Draw(r, "value"), Date: model.Date{Year: 2027, Month: rapid.IntRange(0, 12).Draw(r, "month")}})
		}
		o := chart()
		o.Size = rapid.SampledFrom([]float64{0, 13, 16, 24}).Draw(r, "size")
		inside(r, figure.Progress(o, figure.Measure{Course: insight.CoursesOf(b.Plan())[0], Label: "S1"})[0])
		for n := range rapid.IntRange(0, 9).Draw(r, "sources") {
			b.Add(&model.Funding{Source: rapid.SampledFrom([]string{"", "Lottery", "A foundation with a rather long name for a small part"}).Draw(r, "source"),
				Status: rapid.SampledFrom([]model.FundingStatus{"", model.FundingAsked, model.Applied, model.Secured, model.Own}).Draw(r, "status"),
				Amount: map[int]model.Pence{n%3 + 1: model.Pence(rapid.IntRange(-100, 9000000).Draw(r, "amount"))}})
		}
		b.Add(&model.Cost{Rate: model.Pence(rapid.IntRange(0, 9000000).Draw(r, "cost"))})
		if p, any := figure.MoneyBar(b.Plan(), o); any {
			inside(r, p)
		}
	})
}

func TestBlankCardsStayWithinTheirSheet(t *testing.T) {
	var cards []figure.BlankCard
	for _, kind := range []figure.CardKind{figure.NeedCard, figure.OutcomeCard, figure.ActivityCard, figure.StrengthCard, figure.MeasureCard, figure.PartnerCard} {
		cards = append(cards, figure.BlankCard{Kind: kind, Number: "N123"})
	}
	p := figure.BlankCards(cards, chart())[0]
	inside(t, p)
	for i, want := range []string{"Need", "Outcome", "Activity", "Strength", "Measure", "Partner"} {
		if !has(p, want) || !strings.Contains(p.Alt, want) {
			t.Errorf("card %d does not say %s", i, want)
		}
	}
	large := chart()
	large.Size = 24
	for _, card := range figure.BlankCards(cards, large) {
		inside(t, card)
		for _, text := range shapes[figure.Text](card) {
			if text.Size < 24 {
				t.Errorf("%q is set in %.1f pt", text.String, text.Size)
			}
		}
	}
	if strings.Contains(said(p), "chart.") || strings.Contains(p.Alt, "chart.") {
		t.Errorf("there are words missing: %s", said(p))
	}
}

func TestEachYearHasItsBar(t *testing.T) {
	p, any := figure.YearBars(exampletest.Plan(t, "our-streets"), chart())
	if !any {
		t.Fatal("there are no bars")
	}
	inside(t, p)
	for _, want := range []string{"Year 1", "costs £66,799", "Year 2", "costs £65,527"} {
		if !has(p, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if want := "Year 2. Who pays: The council £30,000, asked; Youth trust £22,000, applied for;"; !strings.Contains(p.Alt, want) {
		t.Errorf("got %s", p.Alt)
	}
	if _, any := figure.YearBars(exampletest.Plan(t, "open-door-days"), chart()); any {
		t.Error("a plan of one year has bars of years")
	}
}

func TestTheGridShowsWhatEachActivityServes(t *testing.T) {
	p, any := figure.BalanceGrid(exampletest.Plan(t, "open-door-days"), chart())
	if !any {
		t.Fatal("there is no grid")
	}
	inside(t, p)
	for _, want := range []string{"The three objectives: Environment: A2, A3 and A5.", "Connect: A1 and A2.", "Be active: A3."} {
		if !strings.Contains(p.Alt, want) {
			t.Errorf("it does not say %q but %s", want, p.Alt)
		}
	}
	b := modeltest.New(t)
	for range 40 {
		b.Add(&model.Activity{Title: "Evening"})
	}
	if _, any := figure.BalanceGrid(b.Plan(), chart()); any {
		t.Error("forty activities have room in a grid")
	}
}

func TestTheBarOfPreventionIsInWholePounds(t *testing.T) {
	p, any := figure.PreventionBar(exampletest.Plan(t, "our-streets"), chart())
	if !any || !has(p, "Upstream £81,748") || !strings.Contains(p.Alt, "Midstream £36,400 (A4 and A5)") {
		t.Errorf("it says %s and %s", said(p), p.Alt)
	}
	inside(t, p)
}

func TestTheTimelineShowsMonthsMilestonesAndNow(t *testing.T) {
	o := figure.TimelineOptions{ChartOptions: chart(), Months: 12, Now: 8, When: func(m model.Months) string { return fmt.Sprintf("%d stretches", len(m.Spans())) }}
	p, any := figure.Timeline(exampletest.Plan(t, "open-door-days"), o)
	if !any {
		t.Fatal("there is no timeline")
	}
	inside(t, p)
	for _, want := range []string{"It is month 8 of 12.", "A4, Six short courses and work tasters: 3 stretches.", "Milestone in month 8, with the council: Council review."} {
		if !strings.Contains(p.Alt, want) {
			t.Errorf("it does not say %q but %s", want, p.Alt)
		}
	}
	if !has(p, "now") {
		t.Error("it does not say where the plan is now")
	}
	if _, any := figure.Timeline(modeltest.New(t).Plan(), o); any {
		t.Error("an empty plan has a timeline")
	}
}

func TestChartsOfAnyPlanStayWithinTheirPictures(t *testing.T) {
	for _, n := range []int{20, 100, 400} {
		plan := modeltest.MadeUp(t, n).Plan()
		for _, size := range []float64{0, 18} {
			o := chart()
			o.Size = size
			for _, draw := range []func(*model.Plan, figure.ChartOptions) (figure.Picture, bool){figure.MoneyBar, figure.YearBars, figure.BalanceGrid, figure.PreventionBar} {
				if p, any := draw(plan, o); any {
					inside(t, p)
				}
			}
			p, _ := figure.Timeline(plan, figure.TimelineOptions{ChartOptions: o, Months: 120, Now: 120, When: func(model.Months) string { return "" }})
			inside(t, p)
		}
	}
}
