package figure_test

import (
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

func cards(plan *model.Plan) []model.ID {
	var all []model.ID
	for _, kind := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
		for _, item := range plan.List(kind) {
			all = append(all, item.Head().ID)
		}
	}
	return all
}

// lawful fails unless paths follow links and, if they are whole, every card is on one.
func lawful(t interface{ Fatalf(string, ...any) }, plan *model.Plan) {
	paths, whole := figure.Paths(plan)
	on := map[model.ID]bool{}
	for _, path := range paths {
		if len(path) == 0 || len(path) > 5 {
			t.Fatalf("a path of %d cards", len(path))
		}
		for i, id := range path {
			on[id] = true
			if i > 0 && !slices.ContainsFunc(plan.From(path[i-1]), func(l *model.Link) bool { return l.To == id }) {
				t.Fatalf("%s does not lead to %s", plan.Label(path[i-1]), plan.Label(id))
			}
		}
	}
	for _, id := range cards(plan) {
		if whole && !on[id] {
			t.Fatalf("%s is on no path", plan.Label(id))
		}
	}
	if !whole && len(paths) != figure.MostPaths {
		t.Fatalf("only %d paths, and not all cards", len(paths))
	}
}

func TestPathsOfEachExampleShowEveryCardAndBeginWithEachNeed(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		lawful(t, plan)
		paths, whole := figure.Paths(plan)
		if !whole || len(paths) > 12 {
			t.Errorf("%s: %d paths, whole %v", name, len(paths), whole)
		}
		for i, need := range plan.Needs {
			if i < len(paths) && paths[i][0] != need.ID {
				t.Errorf("%s: path %d begins with %s", name, i+1, plan.Label(paths[i][0]))
			}
		}
	}
}

func TestPathsOfAnyPlanFollowItsLinks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := modeltest.New(t)
		var columns [5][]model.ID
		for column, card := range []func() model.Item{
			func() model.Item { return &model.Need{} }, func() model.Item { return &model.Activity{} },
			func() model.Item { return &model.Outcome{Level: model.Service} }, func() model.Item { return &model.Outcome{Level: model.Community} },
			func() model.Item { return &model.Goal{} },
		} {
			for range rapid.IntRange(0, 12).Draw(rt, "cards") {
				columns[column] = append(columns[column], b.Add(card()))
			}
		}
		linked := map[[2]model.ID]bool{}
		for range rapid.IntRange(0, 20).Draw(rt, "links") {
			from, to := rapid.IntRange(0, 3).Draw(rt, "from"), rapid.IntRange(1, 4).Draw(rt, "to")
			if from >= to || len(columns[from]) == 0 || len(columns[to]) == 0 {
				continue
			}
			ends := [2]model.ID{rapid.SampledFrom(columns[from]).Draw(rt, "a"), rapid.SampledFrom(columns[to]).Draw(rt, "b")}
			if !linked[ends] {
				linked[ends] = true
				b.Link(ends[0], ends[1])
			}
		}
		lawful(rt, b.Plan())
	})
}

func TestAPathIsDrawnAtTheSizeAskedWithAllItsWords(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		paths, _ := figure.Paths(plan)
		for _, size := range []float64{16, 18, 24} {
			for _, path := range paths {
				p := figure.LineOfSight(plan, path, figure.SightOptions{Metrics: metrics.SourceSans(), Width: 174, Size: size})
				text := said(p)
				for _, id := range path {
					if title := strings.ReplaceAll(model.Title(plan.Item(id)), " ", ""); !strings.Contains(text, title) {
						t.Errorf("%s at %.0f points: %q is not drawn", name, size, model.Title(plan.Item(id)))
					}
					if !strings.Contains(p.Alt, model.Title(plan.Item(id))) {
						t.Errorf("%s: %q is not in the words %q", name, model.Title(plan.Item(id)), p.Alt)
					}
				}
				for _, tx := range shapes[figure.Text](p) {
					left, right := tx.X, tx.X+wide(tx)
					if tx.Align == figure.Right {
						left, right = tx.X-wide(tx), tx.X
					}
					if tx.Size != size || left < 0 || right > 174.01 || tx.Y > p.Height {
						t.Errorf("%s: %q in %.1f points from %.1f to %.1f mm at %.1f", name, tx.String, tx.Size, left, right, tx.Y)
					}
				}
				if p.Width != 174 || size <= 18 && p.Height > 250 {
					t.Errorf("%s at %.0f points: %.0f × %.0f mm", name, size, p.Width, p.Height)
				}
			}
		}
	}
}

func TestALinkToBeTestedSaysSoBetweenItsCards(t *testing.T) {
	b := modeltest.New(t)
	need, activity := b.Add(&model.Need{Title: "hot"}), b.Add(&model.Activity{Title: "shade"})
	b.Add(&model.Link{From: need, To: activity, Strength: model.Some})
	p := figure.LineOfSight(b.Plan(), []model.ID{need, activity}, figure.SightOptions{Metrics: metrics.SourceSans(), Width: 174, Size: 18})
	if !has(p, "some reason, to be tested") || !has(p, "→ A1") || p.Alt != "N1, hot, leads to A1 (to be tested). A1, shade, is where it leads." {
		t.Errorf("drawn %q, said %q", said(p), p.Alt)
	}
	dashed := slices.ContainsFunc(shapes[figure.Path](p), func(path figure.Path) bool { return path.Stroke.Dash != nil })
	if !dashed {
		t.Error("its arrow is not dashed")
	}
}
