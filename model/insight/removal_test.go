package insight_test

import (
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/words"
)

func TestARemovalSaysWhatWentAlong(t *testing.T) {
	b := modeltest.New(t)
	need, garden, other := b.Add(&model.Need{Title: "Empty plots"}), b.Add(&model.Activity{Title: "Paths"}), b.Add(&model.Activity{Title: "Shed"})
	outcome := b.Add(&model.Outcome{Title: "Plots are used"})
	b.Link(need, garden)
	b.Link(garden, outcome)
	b.Add(&model.Cost{Line: "Gravel", Activities: []model.ID{garden}, Rate: 720_00})
	b.Add(&model.Cost{Line: "Hall", Activities: []model.ID{garden, other}, Rate: 90_00})
	before := b.Plan()

	if err := b.Project().Edit("edit.remove.activity", func(c *edit.Change) error { return c.Remove(garden) }); err != nil {
		t.Fatal(err)
	}

	want := "A1 “Paths” is removed, with 2 links and 1 cost of £720."
	if got := insight.Removal(words.English(), before, b.Project().Plan(), garden); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

func TestWhatIsStillThereIsNotSaidToBeRemoved(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Empty plots"})

	if got := insight.Removal(words.English(), b.Plan(), b.Plan(), need); got != "" {
		t.Errorf("it says %q", got)
	}
}
