package edit_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
)

// step makes one random edit, as a volunteer might.
func step(t *rapid.T, p *edit.Project) {
	plan := p.Plan()
	var all []model.Item
	for _, kind := range model.Types() {
		if kind != model.TypeProject {
			all = append(all, plan.List(kind)...)
		}
	}
	some := func(list []model.Item) model.Item {
		return list[rapid.IntRange(0, len(list)-1).Draw(t, "which")]
	}
	what := rapid.IntRange(0, 6).Draw(t, "what")
	if len(all) == 0 {
		what = 0
	}
	_ = p.Edit("edit.any", func(c *edit.Change) error {
		switch what {
		case 0, 1:
			items := []model.Item{&model.Need{Title: "A need"}, &model.Activity{Title: "A thing to do"},
				&model.Outcome{Title: "A change", Level: model.Community}, &model.Goal{Title: "Far away"},
				&model.Partner{Name: "The library", Contact: "0123"}, &model.Indicator{Title: "A sign"}}
			_, err := c.Add(items[rapid.IntRange(0, len(items)-1).Draw(t, "item")])
			return err
		case 2:
			return c.Remove(some(all).Head().ID)
		case 3:
			item := some(all)
			list := plan.List(item.Type())
			return c.Move(item.Head().ID, list[rapid.IntRange(0, len(list)-1).Draw(t, "after")].Head().ID)
		case 4:
			_, err := c.Add(&model.Link{From: some(all).Head().ID, To: some(all).Head().ID})
			return err
		case 5:
			_, err := c.Add(&model.Cost{Line: "A line", Activities: []model.ID{some(all).Head().ID}})
			return err
		}
		item := model.Clone(some(all))
		schema, _ := model.SchemaOf(item.Type())
		field := schema.Fields[rapid.IntRange(1, len(schema.Fields)-1).Draw(t, "field")]
		text := rapid.SampledFrom([]string{"", "12", "2026-03", "yes", "Tŷ ŵyl", "connect", "upstream"}).Draw(t, "text")
		if err := model.SetText(item, field.Name, text); err != nil {
			return err
		}
		return c.Put(item)
	})
}

func TestUndoingAllGivesTheFirstStateBackAndRedoingAllTheLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, err := edit.New(modeltest.Source(3))
		if err != nil {
			t.Fatal(err)
		}
		first := modeltest.Facts(p.Plan())
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			step(t, p)
			if rapid.IntRange(0, 5).Draw(t, "undo") == 0 {
				p.Undo()
			}
		}
		for p.Redo() {
		}
		last := modeltest.Facts(p.Plan())

		undone := 0
		for p.Undo() {
			undone++
		}
		if got := modeltest.Facts(p.Plan()); fmt.Sprint(got) != fmt.Sprint(first) {
			t.Fatalf("after %d undos:\ngot  %v\nwant %v", undone, got, first)
		}
		for p.Redo() {
		}
		if got := modeltest.Facts(p.Plan()); fmt.Sprint(got) != fmt.Sprint(last) {
			t.Fatalf("after redoing:\ngot  %v\nwant %v", got, last)
		}
	})
}

func TestEachStampIsGivenOnceAndCoveredByItsRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, err := edit.New(modeltest.Source(4))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			step(t, p)
		}
		p.Undo()
		doc := p.Document()
		seen := map[model.Stamp]string{}
		note := func(stamp model.Stamp, where string, record *model.Record) {
			if other, again := seen[stamp]; again {
				t.Fatalf("%s stands at %s and at %s", stamp, other, where)
			}
			seen[stamp] = where
			if record.Context[stamp.Session] < stamp.N {
				t.Fatalf("the context of %s does not cover %s", where, stamp)
			}
		}
		for id, record := range doc.Records {
			for field, lives := range record.Fields {
				for _, live := range lives {
					note(live.Stamp, string(id)+"."+field, record)
				}
			}
			for _, old := range doc.History[id] {
				note(old.Stamp, string(id)+"."+old.Field+" earlier", record)
			}
		}
	})
}

func TestABurstOfTypingIsOneStepAndOneEarlierValue(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	p := b.Project()

	for _, title := range []string{"Yard i", "Yard is", "Yard is hot"} {
		err := p.EditBurst("title", "edit.change.need", func(c *edit.Change) error {
			n := model.Clone(p.Plan().Needs[0])
			n.Title = title
			return c.Put(n)
		})
		if err != nil {
			t.Fatal(err)
		}
	}

	earlier := 0
	for _, old := range p.Document().History[need] {
		if old.Field == "title" {
			earlier++
		}
	}
	if earlier != 1 {
		t.Errorf("%d earlier titles are kept, want only the one before the burst", earlier)
	}
	p.Undo()
	if got := p.Plan().Needs[0].Title; got != "Yard" {
		t.Errorf("one undo gives %q, want the title before the burst", got)
	}
}

func TestAnEditThatFailsChangesNothing(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{})
	p := b.Project()
	before := p.Document()

	err := p.Edit("edit.any", func(c *edit.Change) error {
		if err := c.Remove(need); err != nil {
			return err
		}
		_, err := c.Add(&model.Need{HowMany: -1})
		return err
	})

	if err == nil || p.Document() != before {
		t.Errorf("error %v; the document changed: %v", err, p.Document() != before)
	}
}

func TestARemovedActivityTakesItsLinksAndCostsAlongAndUndoBringsAllBack(t *testing.T) {
	b := modeltest.New(t)
	need, garden, bench := b.Add(&model.Need{}), b.Add(&model.Activity{}), b.Add(&model.Activity{})
	b.Link(need, garden)
	b.Add(&model.Cost{Line: "Tools", Activities: []model.ID{garden}})
	shared := b.Add(&model.Cost{Line: "Tutor", Activities: []model.ID{garden, bench}})
	p := b.Project()
	before := modeltest.Facts(p.Plan())

	if err := p.Edit("edit.remove", func(c *edit.Change) error { return c.Remove(garden) }); err != nil {
		t.Fatal(err)
	}

	plan := p.Plan()
	if len(plan.Links) != 0 || len(plan.Costs) != 1 || plan.Costs[0].ID != shared || len(plan.Costs[0].Activities) != 1 {
		t.Errorf("links %d, costs %v", len(plan.Links), plan.Costs)
	}
	p.Undo()
	modeltest.Same(t, "after undo", modeltest.Facts(p.Plan()), before)
}

func TestAPrivateFieldLivesInACompanionRecord(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Contact = "hello@opendoor.example" })

	project := b.Document().Records[model.ProjectID]
	if _, open := project.Fields["contact"]; open {
		t.Error("the contact stands in the project record itself")
	}
	if got := b.Plan().Project.Contact; got != "hello@opendoor.example" {
		t.Errorf("the plan reads %q", got)
	}
}

func TestLinksLeadFromLeftToRightOnly(t *testing.T) {
	b := modeltest.New(t)
	need, activity := b.Add(&model.Need{}), b.Add(&model.Activity{})
	goal := b.Add(&model.Goal{})
	b.Link(need, activity)
	b.Link(need, goal) // skipping columns is allowed

	for _, link := range []*model.Link{
		{From: activity, To: need}, {From: need, To: need}, {From: goal, To: activity},
		{From: need, To: activity}, {From: "gone", To: activity},
	} {
		err := b.Project().Edit("edit.link", func(c *edit.Change) error { _, err := c.Add(link); return err })
		if err == nil {
			t.Errorf("%v → %v was accepted", link.From, link.To)
		}
	}
}

func TestAMovedRecordStandsWhereItWasPut(t *testing.T) {
	b := modeltest.New(t)
	first, second, third := b.Add(&model.Need{}), b.Add(&model.Need{}), b.Add(&model.Need{})
	move := func(id, after model.ID) {
		t.Helper()
		if err := b.Project().Edit("edit.move", func(c *edit.Change) error { return c.Move(id, after) }); err != nil {
			t.Fatal(err)
		}
	}
	order := func(want ...model.ID) {
		t.Helper()
		for i, need := range b.Plan().Needs {
			if need.ID != want[i] {
				t.Fatalf("place %d holds %s", i+1, need.Title)
			}
		}
	}

	move(third, "")
	order(third, first, second)
	move(third, first)
	order(first, third, second)
	move(first, second)
	order(third, second, first)
	for range 200 { // the room between two positions never ends
		move(b.Plan().Needs[2].ID, b.Plan().Needs[0].ID)
	}
}

func TestWatchersHearWhichFieldsChanged(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	var heard []edit.Event
	end := b.Project().Watch(func(e edit.Event) { heard = append(heard, e) })

	if err := b.Project().SetText("N1", "title", "Hot yard"); err != nil {
		t.Fatal(err)
	}
	end()
	b.Project().Undo()

	if len(heard) != 1 || len(heard[0].Touched) != 1 || heard[0].Touched[0] != (edit.Touch{Record: need, Type: model.TypeNeed, Field: "title"}) {
		t.Errorf("heard %+v", heard)
	}
}

func BenchmarkTypingALetter(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := modeltest.MadeUp(b, n).Project()
			i := 0
			for b.Loop() {
				i++
				_ = p.EditBurst("title", "edit.change.need", func(c *edit.Change) error {
					need := model.Clone(p.Plan().Needs[0])
					need.Title = fmt.Sprint("Yard ", i)
					return c.Put(need)
				})
			}
		})
	}
}

func TestAProjectThatLostItsOwnRecordIsGivenOne(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{})
	lost := b.Document().Clone()
	delete(lost.Records, model.ProjectID)

	project, err := edit.Open(lost, modeltest.Source(2))

	if err != nil || project.Plan().Item(model.ProjectID) == nil || project.Plan().Item(need) == nil {
		t.Fatalf("the plan has %v, error %v", project.Plan().Project, err)
	}
	if !project.Changed() {
		t.Error("it passes for saved as it is")
	}
	if project.Undo() {
		t.Error("it can be undone into nothing")
	}
}
