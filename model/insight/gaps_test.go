package insight_test

import (
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

// The examples lack on purpose what is listed here, and nothing else.
func TestWhatTheExamplesLack(t *testing.T) {
	for name, want := range map[string]string{
		"open-door-days": "need.how_many N5, evidence.source N5, evidence.date N5, outcome.evidence C4, activity.lead A4, activity.lead A6",
		"our-streets": "need.how_many N5, outcome.evidence S2, outcome.evidence C1, outcome.evidence C2, outcome.evidence C4, " +
			"activity.lead A5, money.short, statement.environment, checklist.citizens, checklist.council",
		"good-plates": "need.how_many N3, outcome.evidence S2, outcome.evidence C1, outcome.evidence C3, activity.lead A4, statement.papers",
	} {
		p := theExample(t, name)
		if got := strings.Join(keys(p, insight.Gaps(p, today)), ", "); got != want {
			t.Errorf("%s lacks\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestAPlanWithEverythingHasNoGaps(t *testing.T) {
	p := whole(t).plan(t)
	if gaps := insight.Gaps(p, today); len(gaps) != 0 {
		t.Errorf("it lacks %q", keys(p, gaps))
	}
	for step, mark := range insight.ProgressOf(p, nil) {
		if mark != insight.Ready {
			t.Errorf("%s is %s, want ready", step, mark)
		}
	}
}

// breaks takes one thing away from the plan that has everything; each must be missed.
// A key stands in the list as often as there are ways to lack the thing.
var breaks = []struct {
	key   string
	field string
	cards string
	lack  func(*fixture)
}{
	{"project.name", "name", "", func(f *fixture) { f.project.Name = " " }},
	{"project.place", "place", "", func(f *fixture) { f.project.Place = "" }},
	{"project.lead", "lead", "", func(f *fixture) { f.project.Lead = "" }},
	{"project.ask", "ask", "", func(f *fixture) { f.project.Ask = "" }},
	{"project.ask_sum", "ask", "", func(f *fixture) { f.project.Ask = "Give £1 for it." }},
	{"project.council", "council", "", func(f *fixture) { f.project.Council = "" }},
	{"project.meeting", "meeting", "", func(f *fixture) { f.project.Meeting = model.Date{} }},
	{"project.start", "start", "", func(f *fixture) { f.project.Start = model.Date{} }},
	{"project.months", "months", "", func(f *fixture) { f.project.Months = 0 }},
	{"project.reach", "reach", "", func(f *fixture) { f.project.Reach = 0 }},
	{"project.nothing", "nothing", "", func(f *fixture) { f.project.Nothing, f.option.Achieves = "", "" }},
	{"project.why_us", "why_us", "", func(f *fixture) { f.project.WhyUs = "" }},
	{"listening.none", "", "", func(f *fixture) { f.drop(f.listening) }},
	{"listening.title", "title", "", func(f *fixture) { f.listening.Title = "" }},
	{"listening.date", "date", "", func(f *fixture) { f.listening.Date = model.Date{} }},
	{"listening.who", "who", "", func(f *fixture) { f.listening.Who = "" }},
	{"listening.changed", "changed", "", func(f *fixture) { f.listening.Changed = "" }},
	{"listening.missing", "missing", "", func(f *fixture) { f.listening.Missing = "" }},
	{"need.none", "", "", func(f *fixture) { f.drop(f.need) }},
	{"need.title", "title", "N1", func(f *fixture) { f.need.Title = "" }},
	{"need.outcome", insight.FieldLinks, "N1", func(f *fixture) { f.drop(f.answers) }},
	{"need.outcome", insight.FieldLinks, "N1", func(f *fixture) { f.drop(f.brings) }},
	{"need.evidence", insight.FieldEvidence, "N1", func(f *fixture) { f.evidence.About = []model.ID{f.service.ID, f.community.ID} }},
	{"need.how_many", "how_many", "N1", func(f *fixture) { f.need.HowMany = 0 }},
	{"asset.none", "", "", func(f *fixture) { f.drop(f.asset) }},
	{"asset.title", "title", "", func(f *fixture) { f.asset.Title = "" }},
	{"evidence.says", "says", "C1 N1 S1", func(f *fixture) { f.evidence.Says = "" }},
	{"evidence.about", "about", "", func(f *fixture) { f.evidence.About = nil }},
	{"evidence.source", "source", "C1 N1 S1", func(f *fixture) { f.evidence.Source = "" }},
	{"evidence.date", "date", "C1 N1 S1", func(f *fixture) { f.evidence.Date = model.Date{} }},
	{"evidence.old", "date", "C1 N1 S1", func(f *fixture) { f.evidence.Date = model.Date{Year: 2024, Month: 7} }},
	{"outcome.none", "", "", func(f *fixture) { f.drop(f.service, f.community) }},
	{"outcome.title", "title", "S1", func(f *fixture) { f.service.Title = "" }},
	{"outcome.level", "level", "S1", func(f *fixture) { f.service.Level = "" }},
	{"outcome.activity", insight.FieldLinks, "S1", func(f *fixture) { f.drop(f.brings) }},
	{"outcome.goal", insight.FieldLinks, "C1", func(f *fixture) { f.drop(f.towards) }},
	{"outcome.indicator", insight.FieldIndicators, "S1", func(f *fixture) { f.indicator.Outcome = f.community.ID }},
	{"outcome.evidence", insight.FieldEvidence, "S1", func(f *fixture) { f.evidence.About = []model.ID{f.need.ID, f.community.ID} }},
	{"goal.none", "", "", func(f *fixture) { f.drop(f.goal) }},
	{"goal.title", "title", "G1", func(f *fixture) { f.goal.Title = "" }},
	{"goal.objective", "objective", "G1", func(f *fixture) { f.goal.Objective = "" }},
	{"goal.served", insight.FieldLinks, "G1", func(f *fixture) { f.drop(f.towards) }},
	{"goal.source", "source", "G1", func(f *fixture) { f.goal.Source = "" }},
	{"activity.none", "", "", func(f *fixture) { f.drop(f.activity) }},
	{"activity.title", "title", "A1", func(f *fixture) { f.activity.Title = "" }},
	{"activity.outcome", insight.FieldLinks, "A1", func(f *fixture) { f.drop(f.brings) }},
	{"activity.need", insight.FieldLinks, "A1", func(f *fixture) { f.drop(f.answers) }},
	{"activity.lead", "lead", "A1", func(f *fixture) { f.activity.Lead = "" }},
	{"activity.where", "where", "A1", func(f *fixture) { f.activity.Where = "" }},
	{"activity.cost", insight.FieldCosts, "A1", func(f *fixture) { f.drop(f.cost) }},
	{"activity.months", "months", "A1", func(f *fixture) { f.activity.Months = "" }},
	{"activity.late", "months", "A1", func(f *fixture) { f.activity.Months = "2-13" }},
	{"quality.none", "", "", func(f *fixture) { f.drop(f.quality) }},
	{"quality.title", "title", "", func(f *fixture) { f.quality.Title = "" }},
	{"partner.none", "", "", func(f *fixture) { f.drop(f.partner) }},
	{"partner.name", "name", "", func(f *fixture) { f.partner.Name = "" }},
	{"partner.role", insight.FieldContributions, "", func(f *fixture) { f.drop(f.contribution) }},
	{"partner.status", "status", "", func(f *fixture) { f.partner.Status = "" }},
	{"cost.none", "", "", func(f *fixture) { f.drop(f.cost) }},
	{"cost.line", "line", "A1", func(f *fixture) { f.cost.Line = "" }},
	{"cost.sum", "rate", "A1", func(f *fixture) { f.cost.Rate = 0 }},
	{"cost.share", "part", "A1", func(f *fixture) { f.cost.Kind, f.cost.Method = model.Running, model.BySpace }},
	{"funding.none", "", "", func(f *fixture) { f.drop(f.funding) }},
	{"funding.source", "source", "", func(f *fixture) { f.funding.Source = "" }},
	{"funding.amount", "amount", "", func(f *fixture) { f.funding.Amount = nil }},
	{"funding.status", "status", "", func(f *fixture) { f.funding.Status = "" }},
	{"money.short", "", "", func(f *fixture) { f.cost.Rate++ }},
	{"money.over", "", "", func(f *fixture) { f.cost.Rate-- }},
	{"option.nothing", "", "", func(f *fixture) { f.option.Kind = model.Smaller }},
	{"option.title", "title", "", func(f *fixture) { f.option.Title = "" }},
	{"option.achieves", "achieves", "", func(f *fixture) { f.project.Nothing, f.option.Achieves = "", "" }},
	{"milestone.none", "", "", func(f *fixture) { f.drop(f.milestone) }},
	{"milestone.title", "title", "", func(f *fixture) { f.milestone.Title = "" }},
	{"milestone.month", "month", "", func(f *fixture) { f.milestone.Month = 0 }},
	{"milestone.late", "month", "", func(f *fixture) { f.milestone.Month = 13 }},
	{"risk.none", "", "", func(f *fixture) { f.drop(f.risk) }},
	{"risk.title", "title", "", func(f *fixture) { f.risk.Title = "" }},
	{"risk.likelihood", "likelihood", "", func(f *fixture) { f.risk.Likelihood = "" }},
	{"risk.effect", "effect", "", func(f *fixture) { f.risk.Effect = "" }},
	{"risk.response", "response", "", func(f *fixture) { f.risk.Response = "" }},
	{"statement.safeguarding", "", "", func(f *fixture) { f.drop(f.statements[0]) }},
	{"statement.safeguarding", "text", "", func(f *fixture) { f.statements[0].Text = "" }},
	{"statement.equality", "", "", func(f *fixture) { f.drop(f.statements[1]) }},
	{"statement.environment", "", "", func(f *fixture) { f.drop(f.statements[2]) }},
	{"statement.data", "", "", func(f *fixture) { f.drop(f.statements[3]) }},
	{"statement.evaluation", "", "", func(f *fixture) { f.drop(f.statements[4]) }},
	{"statement.papers", "text", "", func(f *fixture) { f.statements[5].Text = "\n" }},
	{"statement.kind", "kind", "", func(f *fixture) { f.statements[5].Kind = "" }},
	{"statement.review", "review", "", func(f *fixture) { f.statements[0].Review = model.Date{} }},
	{"indicator.outcome", "outcome", "", func(f *fixture) { f.indicator.Outcome = "" }},
	{"indicator.title", "title", "S1", func(f *fixture) { f.indicator.Title = "" }},
	{"indicator.baseline", "baseline", "S1", func(f *fixture) { f.indicator.Baseline = "" }},
	{"indicator.target", "target", "S1", func(f *fixture) { f.indicator.Target = "" }},
	{"indicator.by", "by", "S1", func(f *fixture) { f.indicator.By = "" }},
	{"indicator.method", "method", "S1", func(f *fixture) { f.indicator.Method = "" }},
	{"reading.value", "value", "S1", func(f *fixture) { f.reading.Value = "" }},
	{"review.title", "title", "", func(f *fixture) { f.review.Title = "" }},
	{"review.learnt", "learnt", "", func(f *fixture) { f.review.Learnt = "" }},
	{"checklist.citizens", "", "", func(f *fixture) { f.checklist[0].Where = "" }},
	{"checklist.council", "", "", func(f *fixture) { f.checklist[1].Where = "" }},
	{"picture.alt", "alt", "N1", func(f *fixture) { f.picture.Alt = "" }},
}

// The cards of evidence stand in the order of their ids, as a set is stored.
func TestEachLackIsFoundAndSaid(t *testing.T) {
	for _, c := range breaks {
		f := whole(t)
		c.lack(f)
		p := f.plan(t)
		gaps := insight.Gaps(p, today)
		i := slices.IndexFunc(gaps, func(g insight.Gap) bool { return g.Key == c.key })
		if i < 0 {
			t.Errorf("%s is not found among %q", c.key, keys(p, gaps))
			continue
		}
		gap := gaps[i]
		if gap.Field != c.field || labels(p, gap.Cards) != c.cards {
			t.Errorf("%s: field %q on %q, want %q on %q", c.key, gap.Field, labels(p, gap.Cards), c.field, c.cards)
		}
		for _, text := range []string{gap.Title(english), gap.Sentence(english), gap.Hint(english)} {
			if text == "" || strings.Contains(text, "insight.") || strings.Contains(text, "<no value>") || strings.Contains(text, "  ") {
				t.Errorf("%s says %q", c.key, text)
			}
		}
		if insight.ProgressOf(p, gaps)[gap.Step] == insight.Ready {
			t.Errorf("%s is missing, yet %s is ready", c.key, gap.Step)
		}
	}
}

func TestEveryKindOfGapIsTried(t *testing.T) {
	for _, key := range insight.GapKeys() {
		if !slices.ContainsFunc(breaks, func(c struct {
			key, field, cards string
			lack              func(*fixture)
		}) bool {
			return c.key == key
		}) {
			t.Errorf("no test lacks %s", key)
		}
	}
}

func TestWhatIsEnough(t *testing.T) {
	for what, change := range map[string]func(*fixture){
		"evidence about a link speaks for its outcome": func(f *fixture) {
			f.evidence.About = []model.ID{"n1", "s1", "l1"} // no longer about C1 itself
			f.spreads.ID = "l1"
		},
		"that a side does not know is an answer":         func(f *fixture) { f.checklist[1].Where = model.DoNotKnow },
		"the plan says what happens if nothing is done":  func(f *fixture) { f.option.Achieves = "" },
		"so does the option":                             func(f *fixture) { f.project.Nothing = "" },
		"a line for all is a line for the only activity": func(f *fixture) { f.cost.Activities = nil },
		"a gift may be without a price":                  func(f *fixture) { f.items = append(f.items, &model.Cost{Line: "Orchard fruit", Kind: model.InKind}) },
		"nothing is wanted of a partner who declined": func(f *fixture) {
			f.items = append(f.items, &model.Partner{Name: "A firm", Status: model.Declined})
		},
		"who took part may be a number": func(f *fixture) { f.listening.Who, f.listening.HowMany = "", 14 },
		"one listening that says who was missing": func(f *fixture) {
			f.items = append(f.items, &model.Listening{Title: "Survey", Date: today, HowMany: 64, Changed: "Open on Fridays"})
		},
	} {
		f := whole(t)
		change(f)
		p := f.plan(t)
		if gaps := insight.Gaps(p, today); len(gaps) != 0 {
			t.Errorf("%s: yet %q is missed", what, keys(p, gaps))
		}
	}
}

func TestHowOldIsTooOld(t *testing.T) {
	for _, c := range []struct {
		date  string
		today model.Date
		old   bool
	}{
		{"2024-08-28", model.Date{Year: 2026, Month: 8, Day: 28}, false},
		{"2024-08-27", model.Date{Year: 2026, Month: 8, Day: 28}, true},
		{"2024-08", model.Date{Year: 2026, Month: 8, Day: 31}, false}, // may be of the 31st
		{"2024-07", model.Date{Year: 2026, Month: 8, Day: 1}, true},
		{"2024", model.Date{Year: 2026, Month: 12, Day: 31}, false}, // may be of December
		{"2023", model.Date{Year: 2026, Month: 1, Day: 1}, true},
		{"2027-01-01", model.Date{Year: 2026, Month: 8, Day: 28}, false},
	} {
		f := whole(t)
		f.evidence.Date, _ = model.ParseDate(c.date)
		gaps := insight.Gaps(f.plan(t), c.today)
		if old := slices.ContainsFunc(gaps, func(g insight.Gap) bool { return g.Key == "evidence.old" }); old != c.old {
			t.Errorf("on %v evidence of %s is old: %v, want %v", c.today, c.date, old, c.old)
		}
	}
}

func TestGapsStandInTheOrderOfTheStepsAndTheRecords(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Risk{})
	b.Add(&model.Activity{})
	b.Add(&model.Need{})
	b.Add(&model.Activity{})
	p := b.Plan()
	last, place := -1, -1
	for _, gap := range insight.Gaps(p, today) {
		step := slices.Index(insight.Steps, gap.Step)
		if step < last {
			t.Fatalf("%s stands after %s", gap.Step, insight.Steps[last])
		}
		if step > last {
			last, place = step, -1
		}
		if gap.Type == model.TypeActivity {
			at := slices.IndexFunc(p.Activities, func(a *model.Activity) bool { return a.ID == gap.Record })
			if at < place {
				t.Errorf("%s of A%d stands too late", gap.Key, at+1)
			}
			place = at
		}
	}
}

func TestGapsOfOneKindAreOneThingToDo(t *testing.T) {
	p := theExample(t, "open-door-days")
	var got []string
	for _, group := range insight.Together(insight.ForPaper(insight.Gaps(p, today))) {
		got = append(got, group.Title(english, p)+": "+group.Hint(english))
	}
	want := []string{"Who says so? N5: Name the source, so nobody has to ask at the meeting.", "From when? N5: A month and a year will do.",
		"No lead yet: A4 and A6: Name the role or group who will see to it."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestACardShowsItsOwnGapsAndThoseOfItsEvidence(t *testing.T) {
	p := theExample(t, "open-door-days")
	gaps := insight.Of(insight.Gaps(p, today), card(t, p, "N5"))
	if got, want := strings.Join(keys(p, gaps), ", "), "need.how_many N5, evidence.source N5, evidence.date N5"; got != want {
		t.Errorf("N5 shows %s, want %s", got, want)
	}
	if at := insight.At(insight.Gaps(p, today), insight.StepActivities); len(at) != 2 {
		t.Errorf("the activities have %d gaps, want 2", len(at))
	}
}

func TestTheProgressOfOpenDoorDays(t *testing.T) {
	p := theExample(t, "open-door-days")
	marks := insight.ProgressOf(p, insight.Gaps(p, today))
	for step, want := range map[insight.Step]insight.Mark{
		insight.StepPlace: insight.Ready, insight.StepNeeds: insight.OnTheWay, insight.StepStrengths: insight.Ready,
		insight.StepEvidence: insight.OnTheWay, insight.StepOutcomes: insight.Ready, insight.StepActivities: insight.OnTheWay,
		insight.StepCosts: insight.Ready, insight.StepTimeline: insight.Ready, insight.StepRisks: insight.Ready,
		insight.StepMeasures: insight.Ready, insight.StepReviews: insight.NotBegun, insight.StepChecklist: insight.Ready,
		insight.StepPapers: insight.OnTheWay, insight.StepMap: "", insight.StepWinWin: "",
	} {
		if marks[step] != want {
			t.Errorf("%s is %q, want %q", step, marks[step], want)
		}
	}
}

func TestANewProjectHasHardlyBegun(t *testing.T) {
	p := modeltest.New(t).Plan()
	for step, mark := range insight.ProgressOf(p, insight.Gaps(p, today)) {
		want := insight.NotBegun
		if step == insight.StepPlace { // it has a name, a place and a group
			want = insight.OnTheWay
		}
		if mark != want {
			t.Errorf("%s is %s, want %s", step, mark, want)
		}
	}
}
