package edit_test

import (
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

func again(t testing.TB, p *edit.Project, theirs *model.Document) {
	t.Helper()
	gone := edit.NotKept(p.Document(), theirs)
	do(t, p, func(c *edit.Change) error { c.BringAgain(theirs, gone); return nil })
}

// returned gives a project with a plan in which much hangs together, and a copy of it that
// changed, removed and added something.
func returned(t testing.TB) (p *edit.Project, need model.ID, theirs *model.Document) {
	b := modeltest.New(t)
	need = b.Add(&model.Need{Title: "Yard"})
	activity := b.Add(&model.Activity{Title: "Courses"})
	b.Link(need, activity)
	b.Add(&model.Cost{Line: "Tutor", Activities: []model.ID{activity}})
	p = b.Project()
	theirs = away(t, p, 7, title(need, "Yard floods"),
		func(c *edit.Change) error { return c.Remove(activity) },
		func(c *edit.Change) error {
			_, err := c.Add(&model.Comment{On: need, Text: "Have you asked?"})
			return err
		})
	return p, need, theirs
}

func TestACopyThatWasTakenBackCanComeInAgain(t *testing.T) {
	for how, back := range map[string]func(*edit.Project) bool{
		"undone":     (*edit.Project).Undo,
		"taken back": func(p *edit.Project) bool { return p.TakeBack("edit.merge.back") },
	} {
		p, _, theirs := returned(t)
		before := modeltest.Facts(p.Plan())
		bringIn(t, p, theirs)
		with := modeltest.Facts(p.Plan())
		if !back(p) {
			t.Fatal("it cannot be taken back")
		}
		if joined, err := merge.Join(p.Document(), theirs); err != nil || joined != p.Document() {
			t.Fatalf("%s: the join brings something: %v", how, err)
		}

		again(t, p, theirs)
		modeltest.Same(t, how+", and in again", modeltest.Facts(p.Plan()), with)

		p.Undo()
		modeltest.Same(t, how+", in again, and undone", modeltest.Facts(p.Plan()), before)
	}
}

func TestATakenBackCopyComesInAgainAfterTheFileWasClosed(t *testing.T) {
	p, _, theirs := returned(t)
	bringIn(t, p, theirs)
	with := modeltest.Facts(p.Plan())
	p.Undo()
	p, err := edit.Open(p.Document(), modeltest.Source(9))
	if err != nil {
		t.Fatal(err)
	}

	again(t, p, theirs)

	modeltest.Same(t, "the plan", modeltest.Facts(p.Plan()), with)
}

func TestWhatOneMovedOnFromIsNotSaidToBeNotKept(t *testing.T) {
	p, need, theirs := returned(t)
	older := p.Document()
	bringIn(t, p, theirs)
	do(t, p, title(need, "Yard floods every spring"))

	for name, copied := range map[string]*model.Document{"the copy": theirs, "an older state": older} {
		for _, g := range edit.NotKept(p.Document(), copied) {
			if g.Holder == need {
				t.Errorf("%s: the %s of the need is said to be not kept", name, g.Field)
			}
		}
	}
}

func TestTheCopysWordingIsNotKeptWhenTakingBackEndsAChoice(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	p := b.Project()
	theirs := away(t, p, 7, title(need, "Yard floods"))
	do(t, p, title(need, "Yard is hot"))
	bringIn(t, p, theirs)
	p.Undo()

	again(t, p, theirs)

	if got := p.Plan().Needs[0].Title; got != "Yard floods" {
		t.Errorf("the need is %q", got)
	}
}

func TestBringingAgainMakesTheCopyKept(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p, _, theirs := returned(t)
		bringIn(t, p, theirs)
		for range rapid.IntRange(0, 3).Draw(rt, "steps back") {
			if rapid.Bool().Draw(rt, "by taking back") {
				p.TakeBack("edit.merge.back")
			} else {
				p.Undo()
			}
			if rapid.Bool().Draw(rt, "and forth") {
				p.Redo()
			}
		}

		again(t, p, theirs)

		if gone := edit.NotKept(p.Document(), theirs); len(gone) > 0 {
			rt.Errorf("not kept is still %v", gone)
		}
	})
}
