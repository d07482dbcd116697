package merge_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

func add(items ...model.Item) func(*edit.Change) error {
	return func(c *edit.Change) error {
		_, err := c.AddAll(items...)
		return err
	}
}

func remove(id model.ID) func(*edit.Change) error {
	return func(c *edit.Change) error { return c.Remove(id) }
}

// additions are what may refer to an activity.
func additions(b *modeltest.Builder, activity model.ID) map[string]model.Item {
	need := b.Add(&model.Need{Title: "Yard"})
	return map[string]model.Item{
		"a cost":    &model.Cost{Line: "Tools", Activities: []model.ID{activity}},
		"a link":    &model.Link{From: need, To: activity},
		"a comment": &model.Comment{On: activity, Text: "Who waters it?"},
		"a picture": &model.Picture{On: activity, Caption: "The yard"},
		"an option": &model.Option{Title: "Do less", Activities: []model.ID{activity}},
	}
}

func TestWhatIsRemovedInOneCopyAndAddedToInAnotherStaysInEveryOrderOfMerging(t *testing.T) {
	b := modeltest.New(t)
	garden := b.Add(&model.Activity{Title: "Garden"})
	for what, item := range additions(b, garden) {
		gone := copyOf(t, b.Document(), 2, remove(garden))
		added := copyOf(t, b.Document(), 3, add(item))
		later := copyOf(t, added, 4, add(&model.Need{Title: "Shade"}))

		joined := join(t, gone, added, later)

		plan := model.ReadPlan(joined, nil)
		if plan.Item(garden) == nil || joined.InBin(garden) || plan.Bin().Holds(garden) {
			t.Errorf("%s: what it was added to is gone", what)
		}
		open := merge.Unsettled(joined)
		if len(open) != 1 || open[0].Record != garden || len(open[0].Added) != 1 || len(open[0].Removed) != 1 {
			t.Errorf("%s: to settle is %+v", what, open)
		}
		same(t, what, joined, join(t, later, gone))
		same(t, what, joined, join(t, added, gone, later))
	}
}

func TestWhatIsAddedToByWhoeverKnewOfItIsRemovedWithIt(t *testing.T) {
	b := modeltest.New(t)
	garden := b.Add(&model.Activity{Title: "Garden"})
	for what, item := range additions(b, garden) {
		added := copyOf(t, b.Document(), 3, add(item))
		gone := copyOf(t, added, 2, remove(garden))

		joined := join(t, added, gone)

		if !joined.InBin(garden) || len(merge.Unsettled(joined)) != 0 {
			t.Errorf("%s: in the bin %t, to settle %v", what, joined.InBin(garden), merge.Unsettled(joined))
		}
	}
}

func TestACommentOnACostThatWentWithItsActivityKeepsBoth(t *testing.T) {
	b := modeltest.New(t)
	garden := b.Add(&model.Activity{Title: "Garden"})
	cost := b.Add(&model.Cost{Line: "Tools", Activities: []model.ID{garden}})

	joined := join(t, copyOf(t, b.Document(), 2, remove(garden)), copyOf(t, b.Document(), 3, add(&model.Comment{On: cost, Text: "Too dear"})))

	if kept := joined.Bin().Kept(); len(kept) != 2 || !slices.Contains(kept, garden) || !slices.Contains(kept, cost) {
		t.Errorf("kept are %v", kept)
	}
}

func TestTheReportTellsOfWhatIsRemovedHereAndAddedToThereOnce(t *testing.T) {
	b := modeltest.New(t)
	garden := b.Add(&model.Activity{Title: "Garden"})
	for what, c := range map[string]struct {
		ours, theirs func(*edit.Change) error
		there        bool
		changes      int
	}{
		"removed here":  {remove(garden), add(&model.Comment{On: garden, Text: "Who waters it?"}), false, 2},
		"removed there": {add(&model.Comment{On: garden, Text: "Who waters it?"}), remove(garden), true, 1},
	} {
		ours, theirs := copyOf(t, b.Document(), 2, c.ours), byAnna(t, b.Document(), c.theirs)

		r := merge.Explain(ours, theirs, join(t, ours, theirs))

		if len(r.Changes) != c.changes || r.ToSettle() != 1 {
			t.Fatalf("%s: told %q", what, told(r))
		}
		if got := r.Changes[0]; got.Record != garden || got.There != c.there || len(got.Added) != 1 || got.Who != "Anna" {
			t.Errorf("%s: told %+v", what, got)
		}
	}
}
