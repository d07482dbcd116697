package figure_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/modeltest"
	"commonplan/model/paper/metrics"
)

func dotOf(plan *model.Plan) string {
	return string(figure.Dot(plan, figure.MapOptions{Metrics: metrics.SourceSans()}))
}

var node = regexp.MustCompile(`(?m)^  "([^"]+)" \[pos="([\d.]+),([\d.]+)"`)

func TestEveryCardHasItsPlaceForGraphvizAndEveryLinkItsEdge(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days")
	text := dotOf(plan)
	nodes := node.FindAllStringSubmatch(text, -1)
	if want := len(plan.Needs) + len(plan.Activities) + len(plan.Outcomes) + len(plan.Goals); len(nodes) != want {
		t.Fatalf("%d nodes for %d cards", len(nodes), want)
	}
	column := map[string]model.Column{}
	for _, n := range nodes {
		at := model.ColumnOf(plan.Item(model.ID(n[1])))
		if before, known := column[n[2]]; known && before != at {
			t.Errorf("cards of columns %d and %d both stand at x %s", before, at, n[2])
		}
		column[n[2]] = at
	}
	if len(column) != 5 || strings.Count(text, "rank=same") != 5 {
		t.Errorf("cards stand at %d places from left to right, in %d ranks", len(column), strings.Count(text, "rank=same"))
	}
	for _, l := range plan.Links {
		if !strings.Contains(text, strconv.Quote(string(l.From))+" -> "+strconv.Quote(string(l.To))+" [") {
			t.Errorf("the link from %s to %s is missing", plan.Label(l.From), plan.Label(l.To))
		}
	}
}

func TestWhatGraphvizWouldMisreadIsEscaped(t *testing.T) {
	for title, want := range map[string]string{
		`a "quoted" word`:   `\na \"quoted\" word"`,
		`ends with \`:       `\nends with \\"`,
		"a &lt; b & c":      `\na &amp;lt; b & c"`,
		"tab\tand bell\a !": `and bell`,
	} {
		b := modeltest.New(t)
		b.Add(&model.Goal{Title: title})
		if text := dotOf(b.Plan()); !strings.Contains(text, want) || strings.ContainsAny(text, "\t\a") {
			t.Errorf("%q is written as\n%s", title, text)
		}
	}
}

func TestColumnsWithoutLinksStayInOrderForGraphviz(t *testing.T) {
	b := modeltest.New(t)
	b.AddAll(&model.Need{Title: "Need"}, &model.Activity{Title: "Activity"}, &model.Goal{Title: "Goal"})
	if text := dotOf(b.Plan()); strings.Count(text, "style=invis") != 2 || strings.Count(text, "->") != 2 {
		t.Errorf("columns are not held together:\n%s", text)
	}
}

func TestAnEmptyPlanIsAMapWithoutCardsForGraphviz(t *testing.T) {
	if text := dotOf(modeltest.New(t).Plan()); strings.Contains(text, "pos=") || !strings.HasSuffix(text, "}\n") {
		t.Errorf("an empty plan is written as\n%s", text)
	}
}

func TestAPersonsOwnOrderIsThatOfTheMap(t *testing.T) {
	b := modeltest.New(t)
	ids := b.AddAll(&model.Need{Title: "first"}, &model.Need{Title: "second", Row: "b"}, &model.Need{Title: "third", Row: "a"})

	dot := dotOf(b.Plan())

	height := func(id model.ID) float64 {
		var x, y float64
		_, after, found := strings.Cut(dot, `"`+string(id)+`" [pos="`)
		if _, err := fmt.Sscanf(after, "%g,%g", &x, &y); err != nil || !found {
			t.Fatalf("%s has no place in %s", id, dot)
		}
		return y // upwards
	}
	if height(ids[2]) <= height(ids[1]) {
		t.Errorf("the card that was put above stands at %v, the other one at %v", height(ids[2]), height(ids[1]))
	}
}
