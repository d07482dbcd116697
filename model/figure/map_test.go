package figure_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/modeltest"
	"commonplan/model/paper/metrics"
)

func options() figure.MapOptions { return figure.MapOptions{Metrics: metrics.SourceSans()} }

func shapes[T figure.Shape](p figure.Picture) []T {
	var all []T
	for _, s := range p.Shapes {
		if one, ok := s.(T); ok {
			all = append(all, one)
		}
	}
	return all
}

// said is all text of a picture in painting order, without spaces.
func said(p figure.Picture) string {
	var all strings.Builder
	for _, t := range shapes[figure.Text](p) {
		all.WriteString(t.String)
	}
	return strings.ReplaceAll(all.String(), " ", "")
}

func has(p figure.Picture, line string) bool {
	return slices.ContainsFunc(shapes[figure.Text](p), func(t figure.Text) bool { return t.String == line })
}

func wide(t figure.Text) float64 {
	sum := 0
	for _, r := range t.String {
		w, _ := metrics.SourceSans().Width(r, t.Bold)
		sum += w
	}
	return float64(sum) / 1000 * t.Size * 25.4 / 72
}

func TestTheMapOfEachExampleFitsTheCouncilPaperWithItsNeeds(t *testing.T) {
	for _, name := range example.Names() {
		p, notes := figure.Map(exampletest.Plan(t, name), options())
		if !notes.Fits || notes.NeedsLeftOut || p.Width != 174 || p.Height > 126+1e-6 {
			t.Errorf("%s: %.1f × %.1f mm, %+v", name, p.Width, p.Height, notes)
		}
		o := options()
		o.Poster = true
		if p, notes := figure.Map(exampletest.Plan(t, name), o); !notes.Fits || notes.Repeated != 0 || p.Width != 388 || p.Height > 212+1e-6 {
			t.Errorf("%s as a poster: %.1f × %.1f mm, %+v", name, p.Width, p.Height, notes)
		}
	}
}

func TestNoTitleIsCut(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		p, _ := figure.Map(plan, options())
		text := said(p)
		for _, kind := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
			for _, item := range plan.List(kind) {
				if title := strings.ReplaceAll(model.Title(item), " ", ""); !strings.Contains(text, title) {
					t.Errorf("%s: %q is not on the map", name, model.Title(item))
				}
			}
		}
	}
}

func TestTextStaysWithinItsCard(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := modeltest.New(t)
		title := rapid.StringMatching(`[a-z£0-9–/ “”’-]{0,60}`)
		need := b.Add(&model.Need{Title: "x" + title.Draw(rt, "need")})
		activity := b.Add(&model.Activity{Title: "x" + title.Draw(rt, "activity")})
		outcome := b.Add(&model.Outcome{Level: model.Service, Title: "x" + title.Draw(rt, "outcome")})
		goal := b.Add(&model.Goal{Objective: model.Economy, Title: "x" + title.Draw(rt, "goal")})
		b.Link(need, activity, outcome, goal)
		p, _ := figure.Map(b.Plan(), options())
		cards := slices.DeleteFunc(shapes[figure.Rect](p), func(r figure.Rect) bool { return r.W < 10 })
		if len(cards) != 4 {
			rt.Fatalf("%d cards, want 4", len(cards))
		}
		for _, text := range shapes[figure.Text](p) {
			left, right := text.X, text.X+wide(text)
			if text.Align == figure.Right {
				left, right = text.X-wide(text), text.X
			}
			for _, card := range cards {
				within := left >= card.X && right <= card.X+card.W && text.Y > card.Y && text.Y < card.Y+card.H
				beside := right <= card.X || left >= card.X+card.W || text.Y < card.Y || text.Y > card.Y+card.H
				if !within && !beside {
					rt.Fatalf("%q from %.1f to %.1f lies over the edge of the card %+v", text.String, left, right, card)
				}
			}
		}
	})
}

func TestALinkThatRepeatsAPathIsDrawnOnlyWhereAllAreWanted(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days") // A2 leads to C1 by way of S2 and S3 too
	p, notes := figure.Map(plan, options())
	if notes.Repeated != 5 || !has(p, "→ S2 S3") || !strings.Contains(p.Alt, "A2, Time bank: give an hour, get an hour, leads to S2 and S3.") {
		t.Errorf("%d links repeat a path, want 5; alt %q", notes.Repeated, p.Alt)
	}
	if !has(p, "→ S1 S3 C2") {
		t.Error("A3 leads to C2 on no other path, but the link is not on its card")
	}
	o := options()
	o.Every = true
	p, notes = figure.Map(plan, o)
	if notes.Repeated != 0 || !has(p, "→ S2 S3 C1") {
		t.Errorf("with every link %d are left out", notes.Repeated)
	}
	if arrows, links := len(shapes[figure.Path](p)), len(plan.Links); arrows < 3*links {
		t.Errorf("%d paths for %d links, want a band, a line and an arrow for each", arrows, links)
	}
}

func TestAKindIsKnownByItsShapeNotByItsColour(t *testing.T) {
	b := modeltest.New(t)
	b.Link(b.Add(&model.Need{}), b.Add(&model.Activity{}), b.Add(&model.Outcome{Level: model.Service}),
		b.Add(&model.Outcome{Level: model.Community}), b.Add(&model.Goal{Objective: model.Environment}))
	p, _ := figure.Map(b.Plan(), options())
	type look struct {
		round, edge, bold, solid bool
	}
	seen := map[look]bool{}
	all := shapes[figure.Rect](p)
	for i, r := range all {
		if r.W < 10 {
			continue
		}
		edged := i+1 < len(all) && all[i+1].W < 10 && all[i+1].X == r.X
		seen[look{r.Radius > 0, edged, r.Stroke.Width > 0.5, !r.Stroke.Colour.On}] = true
	}
	want := map[look]bool{{}: true, {edge: true}: true, {round: true}: true, {round: true, bold: true}: true, {solid: true}: true}
	if !reflect.DeepEqual(seen, want) {
		t.Errorf("looks %v, want %v", seen, want)
	}
}

// crowded is a plan with so many activities and needs, each with a long title.
func crowded(t *testing.T, needs, activities int) *model.Plan {
	b := modeltest.New(t)
	outcome := b.Add(&model.Outcome{Level: model.Service})
	for i := range activities {
		activity := b.Add(&model.Activity{Title: fmt.Sprintf("Activity %d", i+1)})
		b.Link(activity, outcome)
	}
	for range needs {
		b.Add(&model.Need{Title: "Young people have nowhere to go after school that they would choose themselves"})
	}
	return b.Plan()
}

func TestWithTooManyCardsTheNeedsAreLeftOutFirst(t *testing.T) {
	p, notes := figure.Map(crowded(t, 9, 6), options())
	if !notes.Fits || !notes.NeedsLeftOut || p.Height > 126 || has(p, "Needs") || p.Width != 174 {
		t.Errorf("%.1f × %.1f mm, %+v", p.Width, p.Height, notes)
	}
}

func TestAMapThatCannotFitSaysSoAndIsWhole(t *testing.T) {
	p, notes := figure.Map(crowded(t, 4, 30), options())
	if notes.Fits || notes.NeedsLeftOut || p.Height <= 126 || !has(p, "A30") || !has(p, "N4") {
		t.Errorf("%.1f × %.1f mm, %+v", p.Width, p.Height, notes)
	}
}

func TestAnEmptyPlanHasItsColumnsAndSaysWhatIsNotDecided(t *testing.T) {
	p, notes := figure.Map(modeltest.New(t).Plan(), options())
	if !notes.Fits || !has(p, "Goals") || strings.Count(said(p), "notdecidedyet") != 5 || len(shapes[figure.Path](p)) != 0 {
		t.Errorf("%+v, text %q", notes, said(p))
	}
}

func TestTheMapIsSaidInWordsCardByCard(t *testing.T) {
	b := modeltest.New(t)
	yard := b.Add(&model.Need{Title: "The yard is hot."})
	garden := b.Add(&model.Activity{Title: "Garden"})
	goal := b.Add(&model.Goal{Title: "Cooler streets", Objective: model.Environment})
	b.Link(yard, garden)
	b.Add(&model.Link{From: garden, To: goal, Strength: model.Some})
	b.Add(&model.Goal{Title: "Work", Objective: model.Economy})
	p, _ := figure.Map(b.Plan(), options())
	want := "A map in columns from left to right: Needs, What we will do, Different for people, Different for the area and Goals. " +
		"N1, The yard is hot, leads to A1. A1, Garden, leads to G1 (to be tested). " +
		"G1, Cooler streets, is reached from A1 (to be tested). G2, Work, is not reached yet. " +
		"“To be tested” means that there is some reason to believe a link, and it is drawn dashed."
	if p.Alt != want {
		t.Errorf("got  %q\nwant %q", p.Alt, want)
	}
}

func TestAGoalBearsTheWordOfItsObjective(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Goal{Title: "Cooler streets", Objective: model.Environment})
	b.Add(&model.Goal{Title: "Advance social justice", Objective: model.SocialJustice})
	p, _ := figure.Map(b.Plan(), options())
	if text := said(p); !strings.Contains(text, "EnvironmentCoolerstreets") || strings.Contains(text, "SocialjusticeAdvance") {
		t.Errorf("text %q", text)
	}
}

func TestACardThatLeadsToManyNamesThemAll(t *testing.T) {
	b := modeltest.New(t)
	activity := b.Add(&model.Activity{})
	want := ""
	for i := range 12 {
		b.Link(activity, b.Add(&model.Outcome{Level: model.Service}))
		want += fmt.Sprintf(" S%d", i+1)
	}
	o := options()
	o.Height = 300
	p, _ := figure.Map(b.Plan(), o)
	got := ""
	for _, text := range shapes[figure.Text](p) {
		if list, ok := strings.CutPrefix(text.String, "→"); ok && text.Align == figure.Right {
			got += list
		}
	}
	if got != want {
		t.Errorf("the card names%s, want%s", got, want)
	}
}

func TestTheSamePlanGivesTheSamePicture(t *testing.T) {
	a, _ := figure.Map(exampletest.Plan(t, "good-plates"), options())
	b, _ := figure.Map(exampletest.Plan(t, "good-plates"), options())
	if !reflect.DeepEqual(a, b) {
		t.Error("two pictures of one plan differ")
	}
}

func BenchmarkMap(b *testing.B) {
	for name, plan := range map[string]*model.Plan{"example": exampletest.Plan(b, "open-door-days"), "100 cards": modeltest.MadeUp(b, 500).Plan()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				figure.Map(plan, options())
			}
		})
	}
}
