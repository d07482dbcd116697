package insight_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

// Open Door Days. N5 leads to A3; A3 to S1, S3, C2, C3; S1 to C1; S3 to C1 and C3; C1
// to G2, C2 to G1, C3 to G1 and G3. So N5 lights 12 links: 1 + 4 + 1 + 2 + 1 + 1 + 2.
func TestTheLineOfSightOfANeed(t *testing.T) {
	p := theExample(t, "open-door-days")
	sight := insight.LineOfSight(p, card(t, p, "N5"))
	if got, want := lit(p, sight.Cards), "A3 C1 C2 C3 G1 G2 G3 N5 S1 S3"; got != want {
		t.Errorf("it lights %s, want %s", got, want)
	}
	if got := len(sight.Links); got != 12 {
		t.Errorf("it lights %d links, want 12", got)
	}
	if got, want := labels(p, sight.Ahead.Outcomes)+" · "+labels(p, sight.Ahead.Goals), "S1 S3 C1 C2 C3 · G1 G2 G3"; got != want {
		t.Errorf("it reaches %s, want %s", got, want)
	}
	if got := len(sight.Behind.Needs) + len(sight.Behind.Activities); got != 0 {
		t.Errorf("%d cards lead to a need, want none", got)
	}
}

// C2 is reached from A3 alone, and A3 from N3 and N5: S1 and S3 stay dark.
func TestTheLineOfSightLooksBothWays(t *testing.T) {
	p := theExample(t, "open-door-days")
	sight := insight.LineOfSight(p, card(t, p, "C2"))
	if got, want := lit(p, sight.Cards), "A3 C2 G1 N3 N5"; got != want {
		t.Errorf("it lights %s, want %s", got, want)
	}
	if got := len(sight.Links); got != 4 { // N3–A3, N5–A3, A3–C2, C2–G1
		t.Errorf("it lights %d links, want 4", got)
	}
}

func TestARecordThatIsNoCardLooksFromItsCards(t *testing.T) {
	p := theExample(t, "open-door-days")
	indicatorOfC2 := card(t, p, "I6")
	var costOfA4, linkToC2 model.ID
	for _, line := range p.Costs {
		if line.Line == "Courses" {
			costOfA4 = line.ID
		}
	}
	for _, link := range p.To(card(t, p, "C2")) {
		linkToC2 = link.ID
	}
	for _, c := range []struct {
		what string
		from model.ID
		want string
	}{
		{"the measure of C2", indicatorOfC2, "A3 C2 G1 N3 N5"},
		{"a cost of A4", costOfA4, "A4 C4 G2 G3 N4 S4"},
		{"the link from A3 to C2", linkToC2, "A3 C2 G1 N3 N5"},
		{"the project", model.ProjectID, ""},
		{"nothing", "nowhere", ""},
	} {
		if got := lit(p, insight.LineOfSight(p, c.from).Cards); got != c.want {
			t.Errorf("%s lights %q, want %q", c.what, got, c.want)
		}
	}
	if !insight.LineOfSight(p, linkToC2).Links[linkToC2] {
		t.Error("a link does not light itself")
	}
}

// The ways of N5, by hand: A3–S1–C1–G2, A3–S3–C1–G2, A3–S3–C3–G1, A3–S3–C3–G3, A3–C2–G1,
// A3–C3–G1, A3–C3–G3.
func TestEveryWayToTheGoalsIsNamedOnce(t *testing.T) {
	p := theExample(t, "open-door-days")
	want := []string{"N5 A3 S1 C1 G2", "N5 A3 S3 C1 G2", "N5 A3 S3 C3 G1", "N5 A3 S3 C3 G3", "N5 A3 C2 G1", "N5 A3 C3 G1", "N5 A3 C3 G3"}
	paths, more := insight.PathsToGoals(p, card(t, p, "N5"), 100)
	if got := ways(p, paths); got != strings.Join(want, "\n") || more {
		t.Errorf("the ways are\n%s\nand more: %v; want\n%s", got, more, strings.Join(want, "\n"))
	}
	paths, more = insight.PathsToGoals(p, card(t, p, "N5"), 3)
	if got := ways(p, paths); got != strings.Join(want[:3], "\n") || !more {
		t.Errorf("the first three ways are\n%s\nand more: %v", got, more)
	}
	paths, _ = insight.PathsTo(p, card(t, p, "A3"), card(t, p, "G3"), 100)
	if got, want := ways(p, paths), "A3 S3 C3 G3\nA3 C3 G3"; got != want {
		t.Errorf("the ways to G3 are\n%s\nwant\n%s", got, want)
	}
}

func TestEndlesslyManyWaysStopInTime(t *testing.T) {
	b := modeltest.New(t)
	// Four columns of 40 cards, each linked to all of the next: 40 × 40 × 40 × 40 ways.
	var items []model.Item
	var columns [4][]model.ID
	for c := range columns {
		for i := range 40 {
			id := model.ID(strings.Repeat("0", 14-c) + string(rune('a'+c)) + string(rune('0'+i/10)) + string(rune('0'+i%10)))
			columns[c] = append(columns[c], id)
			item := []model.Item{&model.Activity{Title: "a"}, &model.Outcome{Title: "s", Level: model.Service},
				&model.Outcome{Title: "c", Level: model.Community}, &model.Goal{Title: "g", Objective: model.Economy}}[c]
			item.Head().ID = id
			items = append(items, item)
		}
	}
	for c := range 3 {
		for _, from := range columns[c] {
			for _, to := range columns[c+1] {
				items = append(items, &model.Link{From: from, To: to})
			}
		}
	}
	b.AddAll(items...)
	paths, more := insight.PathsToGoals(b.Plan(), columns[0][0], 50)
	if len(paths) != 50 || !more {
		t.Errorf("there are %d ways and more: %v; want 50 and true", len(paths), more)
	}
}

func ways(p *model.Plan, paths []insight.Path) string {
	var all []string
	for _, path := range paths {
		all = append(all, labels(p, path))
	}
	return strings.Join(all, "\n")
}

func TestTheLineOfSightIsSaidInASentence(t *testing.T) {
	p := theExample(t, "open-door-days")
	for label, want := range map[string]string{
		"N5": "N5 “Yard behind the hall is paved, hot and tipped on” reaches 5 outcomes and all 3 goals, through 1 activity.",
		"A4": "A4 “Six short courses and work tasters” answers 1 need and reaches 2 outcomes and 2 goals.",
		"S4": "S4 “I have taken a step to learning or work I want” comes from 1 activity and leads to 2 goals.",
		"G1": "G1 “Protect the environment” is served by 3 activities and 3 outcomes.", // A2 A3 A5; S3 C2 C3
	} {
		if got := insight.LineOfSight(p, card(t, p, label)).Sentence(english, p); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	b := modeltest.New(t)
	need, activity := b.Add(&model.Need{Title: "Alone"}), b.Add(&model.Activity{Title: "Open house"})
	if got, want := insight.LineOfSight(b.Plan(), need).Sentence(english, b.Plan()), "N1 “Alone” leads nowhere yet."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	b.Link(need, activity)
	if got, want := insight.LineOfSight(b.Plan(), need).Sentence(english, b.Plan()), "N1 “Alone” leads to 1 activity, but reaches no outcome yet."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTwoGoalsOfTwoAreBothGoals(t *testing.T) {
	b := modeltest.New(t)
	ids := b.AddAll(&model.Activity{Title: "Yard"}, &model.Outcome{Level: model.Community, Title: "Cooler"}, &model.Goal{Title: "One"}, &model.Goal{Title: "Two"})
	b.Link(ids[0], ids[1], ids[2])
	b.Link(ids[1], ids[3])
	says := insight.LineOfSight(b.Plan(), ids[0]).Says(english, b.Plan())
	if want := "answers no need yet and reaches 1 outcome and both goals."; says != want {
		t.Errorf("it says %q, want %q", says, want)
	}
}
