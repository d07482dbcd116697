package insight_test

import (
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

// measured gives the status of one measure of a year's plan from November 2026.
func measured(t testing.TB, baseline, target, by string, readings ...string) insight.Course {
	t.Helper()
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Start, p.Months = model.Date{Year: 2026, Month: 11}, 12 })
	i := b.Add(&model.Indicator{Title: "Sign", Baseline: baseline, Target: target, By: by})
	for n := 0; n+1 < len(readings); n += 2 {
		date, err := model.ParseDate(readings[n])
		if err != nil {
			t.Fatal(err)
		}
		b.Add(&model.Reading{Indicator: i, Date: date, Value: readings[n+1]})
	}
	return insight.CoursesOf(b.Plan())[0]
}

func TestAMeasureIsComparedWithTheStraightLineFromStartToTarget(t *testing.T) {
	for name, c := range map[string]struct {
		baseline, target, by string
		readings             []string
		want                 insight.CourseStatus
	}{
		"past the line":                   {"12", "45", "month 12", []string{"June 2027", "35"}, insight.OnCourse},
		"half of the change":              {"9", "24", "month 12", []string{"June 2027", "15"}, insight.LittleBehind},
		"less than half":                  {"0 m²", "60 m²", "month 9", []string{"June 2027", "20 m²"}, insight.Behind},
		"lower is better":                 {"41% (26 of 64)", "25%", "month 12", []string{"April 2027", "31%"}, insight.OnCourse},
		"the wrong way":                   {"41%", "25%", "month 12", []string{"June 2027", "50%"}, insight.Behind},
		"nothing measured":                {"12", "45", "month 12", nil, insight.TooEarly},
		"measured before it began":        {"58%", "66%", "July", []string{"July 2026", "58%"}, insight.TooEarly},
		"no start and one reading":        {"not known", "55%", "month 12", []string{"June 2027", "43%"}, insight.TooEarly},
		"no start and two readings":       {"not known", "55", "month 12", []string{"April 2027", "40", "July 2027", "50"}, insight.OnCourse},
		"the latest counts":               {"0", "100", "month 12", []string{"June 2027", "90", "February 2027", "1"}, insight.OnCourse},
		"no target":                       {"1", "more", "month 12", []string{"June 2027", "9"}, insight.TooEarly},
		"to stay as it is, and it does":   {"5", "5", "month 12", []string{"June 2027", "5"}, insight.OnCourse},
		"to stay as it is, and it is not": {"5", "5", "month 12", []string{"June 2027", "4"}, insight.Behind},
		"after it was due":                {"0", "10", "month 3", []string{"October 2027", "9"}, insight.LittleBehind},
	} {
		if got := measured(t, c.baseline, c.target, c.by, c.readings...).Status; got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestATargetIsDueInTheMonthThatIsNamed(t *testing.T) {
	for by, want := range map[string]float64{"month 9": 9, "July": 9, "July 2028": 21, "": 12, "soon": 12, "month 900": 12, "November": 1} {
		if got := measured(t, "0", "1", by).By; got != want {
			t.Errorf("%q: got month %v, want %v", by, got, want)
		}
	}
}

func TestANumberIsReadOutOfWords(t *testing.T) {
	for text, want := range map[string]float64{"41% (26 of 64)": 41, "1,900": 1900, "£4.50": 4.5, "−3 °C": -3, "-3": -3, "0 of 5": 0, "about 12.": 12} {
		if got, ok := insight.NumberIn(text); !ok || got != want {
			t.Errorf("%q: got %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "not known", "½"} {
		if got, ok := insight.NumberIn(text); ok {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestAMonthOfThePlanIsCountedFromItsStart(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Start = model.Date{Year: 2026, Month: 11} })
	for date, want := range map[model.Date]int{{Year: 2026, Month: 11}: 1, {Year: 2027, Month: 6, Day: 4}: 8, {Year: 2026, Month: 10}: 0, {Year: 2027}: 0} {
		if got := insight.MonthOf(b.Plan(), date); got != want {
			t.Errorf("%v: got %d, want %d", date, got, want)
		}
	}
}

func TestMovingEveryValueByTheSameAmountChangesNoStatus(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.SliceOfN(rapid.IntRange(0, 200), 4, 4).Draw(r, "values")
		status := func(by int) insight.CourseStatus {
			say := func(i int) string { return model.GroupThousands(int64(n[i] + by)) }
			return measured(t, say(0), say(1), "month 12", "February 2027", say(2), "July 2027", say(3)).Status
		}
		if status(0) != status(1000) {
			r.Fatalf("%v", n)
		}
	})
}
