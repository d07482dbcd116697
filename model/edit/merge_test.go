package edit_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

// away opens a copy of a project on another PC, changes it there and gives what comes home.
func away(t testing.TB, p *edit.Project, seed byte, changes ...func(*edit.Change) error) *model.Document {
	t.Helper()
	other, err := edit.Open(p.Document(), edit.Source{Random: modeltest.Random(seed), Now: modeltest.Now, Who: "the secretary"})
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		do(t, other, change)
	}
	return other.Document()
}

func do(t testing.TB, p *edit.Project, change func(*edit.Change) error) {
	t.Helper()
	if err := p.Edit("edit.any", change); err != nil {
		t.Fatal(err)
	}
}

func bringIn(t testing.TB, p *edit.Project, theirs *model.Document) {
	t.Helper()
	joined, err := merge.Join(p.Document(), theirs)
	if err != nil {
		t.Fatal(err)
	}
	if took, err := p.Take("edit.merge", p.Document(), joined); err != nil || !took {
		t.Fatalf("taken: %t, error %v", took, err)
	}
}

func title(id model.ID, text string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		n := model.Clone(c.Plan().Item(id).(*model.Need))
		n.Title = text
		return c.Put(n)
	}
}

// merged gives a project into which a copy was brought in: it changed the title of one
// need, removed another, and added a third.
func merged(t testing.TB) (p *edit.Project, changed, removed model.ID, before, after map[model.ID]map[string]model.Value) {
	b := modeltest.New(t)
	changed, removed = b.Add(&model.Need{Title: "Yard"}), b.Add(&model.Need{Title: "Hall"})
	theirs := away(t, b.Project(), 7, title(changed, "Hot yard"),
		func(c *edit.Change) error { return c.Remove(removed) },
		func(c *edit.Change) error {
			_, err := c.AddAll(&model.Need{Title: "Bus"}, &model.Partner{Name: "The library", Contact: "0123"})
			return err
		})
	p = b.Project()
	before = modeltest.Facts(p.Plan())
	bringIn(t, p, theirs)
	return p, changed, removed, before, modeltest.Facts(p.Plan())
}

func TestAMergeIsOneStepThatCanBeUndoneAndRedone(t *testing.T) {
	p, _, _, before, after := merged(t)
	told := 0
	defer p.Watch(func(edit.Event) { told++ })()

	p.Undo()
	modeltest.Same(t, "undone", modeltest.Facts(p.Plan()), before)
	p.Redo()
	modeltest.Same(t, "redone", modeltest.Facts(p.Plan()), after)
	p.Undo()
	modeltest.Same(t, "undone again", modeltest.Facts(p.Plan()), before)

	if told != 3 {
		t.Errorf("watchers were told %d times", told)
	}
}

func TestTakingAMergeBackLeavesWhatWasChangedSince(t *testing.T) {
	p, changed, removed, before, _ := merged(t)
	do(t, p, title(changed, "The yard is hot"))

	if !p.CanTakeBack() || !p.TakeBack("edit.merge.back") || p.CanTakeBack() {
		t.Fatal("it cannot be taken back once")
	}

	before[changed]["title"] = `"The yard is hot"`
	modeltest.Same(t, "taken back", modeltest.Facts(p.Plan()), before)
	if p.Plan().Item(removed) == nil {
		t.Error("what the merge removed is still gone")
	}
}

func TestARecordThatAMergeBroughtAndSomebodyChangedStaysWhenTheMergeIsTakenBack(t *testing.T) {
	p, _, _, _, _ := merged(t)
	bus := p.Plan().Needs[len(p.Plan().Needs)-1]
	if bus.Title != "Bus" {
		t.Fatalf("the last need is %q", bus.Title)
	}
	do(t, p, title(bus.ID, "No bus after six"))

	p.TakeBack("edit.merge.back")

	if p.Plan().Item(bus.ID) == nil || len(p.Plan().Partners) != 0 {
		t.Errorf("the need is %v, %d partners are left", p.Plan().Item(bus.ID), len(p.Plan().Partners))
	}
}

func TestAWrittenTextBecomesTheValueOfItsField(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	money := b.Add(&model.Funding{Source: "The council", Amount: map[int]model.Pence{1: 100}})
	partner := b.Add(&model.Partner{Name: "The library"})
	for _, c := range []struct {
		id          model.ID
		field, text string
		want        model.Value
	}{
		{need, "title", " Hot  yard ", `"Hot yard"`}, {need, "how_many", "1,200", "1200"}, {need, "title", "", ""},
		{money, "amount/2", "£30,000", "3000000"}, {money, "amount/1", "", ""}, {partner, "contact", "0123", `"0123"`},
	} {
		if got, err := b.Project().ValueOf(c.id, c.field, c.text); err != nil || got != c.want {
			t.Errorf("%s %q: %s, error %v", c.field, c.text, got, err)
		}
	}
	if _, err := b.Project().ValueOf(need, "how_many", "many"); err == nil {
		t.Error("a number is whatever somebody writes")
	}
	if !edit.CanKeepBoth(model.TypeNeed, "detail") || edit.CanKeepBoth(model.TypeNeed, "how_many") {
		t.Error("texts can be kept both, numbers cannot")
	}
	if got := edit.Both(model.TypeNeed, "detail", []model.Value{`"One."`, model.None, `"Two."`, `"One."`}); got != `"One.\n\nTwo."` {
		t.Errorf("both together are %s", got)
	}
}

func TestAJoinOfAnEarlierStateIsNotTaken(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	p := b.Project()
	before := p.Document()
	joined, err := merge.Join(before, away(t, p, 7, title(need, "Hot yard")))
	if err != nil {
		t.Fatal(err)
	}
	do(t, p, title(need, "My yard"))

	took, err := p.Take("edit.merge", before, joined)

	if took || err != nil || p.Plan().Needs[0].Title != "My yard" {
		t.Errorf("taken: %t, error %v, title %q", took, err, p.Plan().Needs[0].Title)
	}
}

func TestSettlingReplacesAllValuesAndUndoBringsTheChoiceBack(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	p := b.Project()
	theirs := away(t, p, 7, title(need, "Hot yard"))
	do(t, p, title(need, "Paved yard"))
	bringIn(t, p, theirs)
	open := merge.Unsettled(p.Document())
	if len(open) != 1 || len(open[0].Versions) != 2 {
		t.Fatalf("to settle: %+v", open)
	}

	value := edit.Both(model.TypeNeed, "title", []model.Value{`"Paved yard"`, `"Hot yard"`})
	do(t, p, func(c *edit.Change) error { return c.Settle(open[0].Holder, open[0].Field, value) })

	if got := p.Plan().Needs[0].Title; got != "Paved yard / Hot yard" || len(merge.Unsettled(p.Document())) != 0 {
		t.Errorf("settled as %q", got)
	}
	p.Undo()
	if again := merge.Unsettled(p.Document()); len(again) != 1 || len(again[0].Versions) != 2 {
		t.Errorf("after undo, to settle: %+v", again)
	}
}

func TestARemovalAgainstAChangeIsSettledEitherWay(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	activity := b.Add(&model.Activity{Title: "Trees"})
	b.Link(need, activity)
	p := b.Project()
	theirs := away(t, p, 7, func(c *edit.Change) error { return c.Remove(need) })
	do(t, p, title(need, "Hot yard"))
	bringIn(t, p, theirs)
	open := merge.Unsettled(p.Document())
	if len(open) != 1 || len(open[0].Removed) != 1 || open[0].Removed[0].Who != "the secretary" || p.Plan().Item(need) == nil {
		t.Fatalf("to settle: %+v", open)
	}

	do(t, p, func(c *edit.Change) error { return c.Restore(need) })

	if len(p.Plan().Links) != 1 || len(merge.Unsettled(p.Document())) != 0 {
		t.Errorf("kept, with %d links", len(p.Plan().Links))
	}
	p.Undo()
	if len(merge.Unsettled(p.Document())) != 1 {
		t.Error("undo does not bring the choice back")
	}
	do(t, p, func(c *edit.Change) error { return c.Remove(need) })
	if p.Plan().Item(need) != nil || len(merge.Unsettled(p.Document())) != 0 {
		t.Error("removed, it is still there")
	}
}

func TestThePastOfARecordCanBePutBack(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	p := b.Project()
	bringIn(t, p, away(t, p, 7, title(need, "Hot yard")))

	var past []edit.Past
	for _, one := range edit.PastOf(p.Document(), need) {
		if one.Field == "title" {
			past = append(past, one)
		}
	}
	if len(past) != 2 || past[0].Now == past[1].Now {
		t.Fatalf("the past is %+v", past)
	}
	old := past[0]
	if old.Now {
		old = past[1]
	}
	do(t, p, func(c *edit.Change) error { return c.Settle(old.Holder, old.Field, old.Value) })

	if got := p.Plan().Needs[0].Title; got != "Yard" {
		t.Errorf("put back %q", got)
	}
}

func TestTwoLongTextsChangedInDifferentPlacesReadAsOne(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard", Detail: "The yard is hot and tipped on all summer."})
	detail := func(text string) func(*edit.Change) error {
		return func(c *edit.Change) error {
			n := model.Clone(c.Plan().Item(need).(*model.Need))
			n.Detail = text
			return c.Put(n)
		}
	}
	p := b.Project()
	theirs := away(t, p, 7, detail("The yard is hot and tipped on every summer."), detail("The yard is hot and tipped on every dry summer."))
	do(t, p, detail("The paved yard is hot and tipped on all summer."))
	bringIn(t, p, theirs)

	const want = "The paved yard is hot and tipped on every dry summer."
	if got := p.Plan().Needs[0].Detail; got != want {
		t.Errorf("it reads %q", got)
	}
	if open := merge.Unsettled(p.Document()); len(open) != 0 {
		t.Errorf("to settle: %+v", open)
	}
	do(t, p, detail("Another text."))
	p.Undo()
	if got := p.Plan().Needs[0].Detail; got != want {
		t.Errorf("after undo it reads %q", got)
	}
}

func TestARecordThatIsAddedAgainSaysNothingOfWhatItSaidInTheBin(t *testing.T) {
	p := modeltest.New(t).Project()
	id := model.KeyedID(model.TypeAnswer, "q1", string(model.CouncilSide))
	add := func(answer model.Answer) {
		answer.Base, answer.Question, answer.Side = model.Base{ID: id}, "q1", model.CouncilSide
		do(t, p, func(c *edit.Change) error {
			_, err := c.Add(&answer)
			return err
		})
	}
	add(model.Answer{Evidence: "We meet."})
	p.Undo()
	if !p.Document().InBin(id) || p.Document().Records[id].Value("evidence") != `"We meet."` {
		t.Error("undone, it does not lie in the bin as it was")
	}

	add(model.Answer{Next: "Meet again."})

	if got := p.Plan().Item(id).(*model.Answer); got.Evidence != "" || got.Next != "Meet again." {
		t.Errorf("it says %+v", got)
	}
}

// joinAll joins what several projects hold, in the order given.
func joinAll(t *rapid.T, projects []*edit.Project) *model.Document {
	joined := projects[0].Document()
	for _, p := range projects[1:] {
		var err error
		if joined, err = merge.Join(joined, p.Document()); err != nil {
			t.Fatal(err)
		}
	}
	return joined
}

func TestCopiesThatWereEditedAndMergedEndAsOneInAnyOrderAndEachMergeCanBeUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, err := edit.New(modeltest.Source(3))
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			step(t, first)
		}
		projects := []*edit.Project{first}
		for seed := range byte(2) {
			p, err := edit.Open(first.Document(), modeltest.Source(40+seed))
			if err != nil {
				t.Fatal(err)
			}
			projects = append(projects, p)
		}
		followers := make([]merge.Follower, len(projects))
		for range rapid.IntRange(3, 25).Draw(t, "steps") {
			p := projects[rapid.IntRange(0, 2).Draw(t, "whose")]
			switch rapid.IntRange(0, 5).Draw(t, "what it does") {
			case 0:
				mergeAndUndo(t, p, projects[rapid.IntRange(0, 2).Draw(t, "whose copy")])
			case 1:
				p.Undo()
			case 2:
				p.Redo()
			default:
				step(t, p)
			}
			for i, p := range projects {
				got, want := followers[i].Unsettled(p.Document(), p.Plan().Bin()), merge.Unsettled(p.Document())
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("followed from change to change, to settle is\n%v, not\n%v", got, want)
				}
			}
		}
		one := joinAll(t, projects)
		slices.Reverse(projects)
		if file.State(joinAll(t, projects)) != file.State(one) {
			t.Fatal("the order matters")
		}
	})
}

// mergeAndUndo brings a copy in, undoes that, redoes it, and looks at what the plan says.
func mergeAndUndo(t *rapid.T, p, other *edit.Project) {
	joined, err := merge.Join(p.Document(), other.Document())
	if err != nil {
		t.Fatal(err)
	}
	before := fmt.Sprint(modeltest.Facts(p.Plan()))
	if took, err := p.Take("edit.merge", p.Document(), joined); err != nil || !took {
		t.Fatalf("taken: %t, error %v", took, err)
	}
	after, open := fmt.Sprint(modeltest.Facts(p.Plan())), len(merge.Unsettled(p.Document()))
	if before == after {
		return // nothing to see, and perhaps no step
	}
	p.Undo()
	if got := fmt.Sprint(modeltest.Facts(p.Plan())); got != before {
		t.Fatalf("undone:\ngot  %s\nwant %s", got, before)
	}
	p.Redo()
	if got := fmt.Sprint(modeltest.Facts(p.Plan())); got != after {
		t.Fatalf("redone:\ngot  %s\nwant %s", got, after)
	}
	if again := len(merge.Unsettled(p.Document())); again != open {
		t.Fatalf("redone, %d things are to settle, not %d", again, open)
	}
}
