package edit_test

import (
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

// kept gives a project in which an activity was removed, and into which a copy came in
// which a comment was added to it.
func kept(t *testing.T) (p *edit.Project, garden model.ID) {
	t.Helper()
	b := modeltest.New(t)
	garden = b.Add(&model.Activity{Title: "Garden"})
	p = b.Project()
	theirs := away(t, p, 7, func(c *edit.Change) error {
		_, err := c.Add(&model.Comment{On: garden, Text: "Who waters it?"})
		return err
	})
	do(t, p, func(c *edit.Change) error { return c.Remove(garden) })
	bringIn(t, p, theirs)
	if p.Plan().Item(garden) == nil || len(merge.Unsettled(p.Document())) != 1 {
		t.Fatal("it is not among the things to settle")
	}
	return p, garden
}

func TestWhatIsKeptBecauseOfAnAdditionCanBeSettledEitherWayAndThatUndone(t *testing.T) {
	for name, c := range map[string]struct {
		settle   func(*edit.Change, model.ID) error
		comments int
	}{
		"it stays": {(*edit.Change).Restore, 1},
		"it goes":  {(*edit.Change).Remove, 0},
	} {
		p, garden := kept(t)

		do(t, p, func(change *edit.Change) error { return c.settle(change, garden) })

		if n := len(merge.Unsettled(p.Document())); n != 0 || len(p.Plan().Comments) != c.comments {
			t.Errorf("%s: %d things are to settle, %d comments are there", name, n, len(p.Plan().Comments))
		}
		if there := p.Plan().Item(garden) != nil; there != (c.comments > 0) {
			t.Errorf("%s: it is there: %t", name, there)
		}
		p.Undo()
		if n := len(merge.Unsettled(p.Document())); n != 1 || len(p.Plan().Comments) != 1 {
			t.Errorf("%s, undone: %d things are to settle, %d comments are there", name, n, len(p.Plan().Comments))
		}
	}
}

func TestWhoeverWritesOnWhatIsKeptKeepsItEvenWithoutTheAddition(t *testing.T) {
	p, garden := kept(t)
	do(t, p, func(c *edit.Change) error {
		activity := model.Clone(c.Plan().Item(garden).(*model.Activity))
		activity.Title = "Garden by the hall"
		return c.Put(activity)
	})

	do(t, p, func(c *edit.Change) error { return c.Remove(p.Plan().Comments[0].ID) })

	if p.Plan().Item(garden) == nil || len(merge.Unsettled(p.Document())) != 1 {
		t.Error("what was written is in the bin, and nobody was asked")
	}
}

func TestTakingAMergeBackLeavesWhatWasAddedToSince(t *testing.T) {
	b := modeltest.New(t)
	p := b.Project()
	var garden, lone model.ID
	theirs := away(t, p, 7, func(c *edit.Change) (err error) {
		if garden, err = c.Add(&model.Activity{Title: "Garden"}); err == nil {
			lone, err = c.Add(&model.Activity{Title: "Trees"})
		}
		return err
	})
	bringIn(t, p, theirs)
	do(t, p, func(c *edit.Change) error {
		_, err := c.Add(&model.Comment{On: garden, Text: "Who waters it?"})
		return err
	})

	p.TakeBack("edit.merge.back")

	if p.Plan().Item(garden) == nil || p.Plan().Item(lone) != nil || len(merge.Unsettled(p.Document())) != 0 {
		t.Errorf("there are %d activities, %d things are to settle", len(p.Plan().Activities), len(merge.Unsettled(p.Document())))
	}
}
