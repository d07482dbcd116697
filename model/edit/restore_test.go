package edit_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
)

func restore(t *testing.T, p *edit.Project, earlier *model.Document, ids ...model.ID) {
	t.Helper()
	err := p.Edit("edit.restore", func(c *edit.Change) error { return c.BringBack(earlier, ids...) })
	if err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, p *edit.Project, id model.ID) {
	t.Helper()
	if err := p.Edit("edit.remove.need", func(c *edit.Change) error { return c.Remove(id) }); err != nil {
		t.Fatal(err)
	}
}

func TestOneItemIsBroughtBackAndTheRestStays(t *testing.T) {
	b := modeltest.New(t)
	yard, hall := b.Add(&model.Need{Title: "The yard is hot"}), b.Add(&model.Need{Title: "The hall is cold"})
	earlier := b.Document()
	p := b.Project()
	for id, title := range map[model.ID]string{yard: "Yard", hall: "Hall"} {
		if err := p.SetText(string(id), "title", title); err != nil {
			t.Fatal(err)
		}
	}

	restore(t, p, earlier, yard)

	if got, other := model.Title(p.Plan().Item(yard)), model.Title(p.Plan().Item(hall)); got != "The yard is hot" || other != "Hall" {
		t.Errorf("the needs are %q and %q", got, other)
	}
	if !p.Undo() || model.Title(p.Plan().Item(yard)) != "Yard" {
		t.Error("bringing back cannot be undone")
	}
	history := p.Document().History[yard]
	if !slices.ContainsFunc(history, func(r model.Replaced) bool { return r.Value == model.TextValue("Yard") }) {
		t.Error("what it said meanwhile is not in the history")
	}
}

func TestWhatWentWithARemovedItemComesBackWithIt(t *testing.T) {
	b := modeltest.New(t)
	need, activity := b.Add(&model.Need{}), b.Add(&model.Activity{})
	b.Link(need, activity)
	cost := b.Add(&model.Cost{Activities: []model.ID{activity}})
	other := b.Add(&model.Activity{})
	b.Add(&model.Funding{})
	b.Add(&model.Cost{Activities: []model.ID{activity, other}})
	b.Add(&model.Partner{Contact: "Anna, 01234"})
	earlier := b.Document()
	before := modeltest.Facts(b.Plan())
	p := b.Project()
	remove(t, p, need)
	remove(t, p, activity)

	restore(t, p, earlier, activity)
	if p.Plan().Item(cost) == nil || len(p.Plan().Links) != 0 {
		t.Errorf("the cost came back: %v, and so did %d links to what is gone", p.Plan().Item(cost) != nil, len(p.Plan().Links))
	}
	restore(t, p, earlier, need)
	modeltest.Same(t, "the plan", modeltest.Facts(p.Plan()), before)
}

func TestALinkBroughtBackBringsItsEnds(t *testing.T) {
	b := modeltest.New(t)
	need, activity := b.Add(&model.Need{}), b.Add(&model.Activity{})
	b.Link(need, activity)
	link := b.Plan().Links[0].ID
	earlier, before := b.Document(), modeltest.Facts(b.Plan())
	remove(t, b.Project(), need)
	remove(t, b.Project(), activity)

	restore(t, b.Project(), earlier, link)

	modeltest.Same(t, "the plan", modeltest.Facts(b.Plan()), before)
}

func TestEverythingIsBroughtBackAsItWas(t *testing.T) {
	b := modeltest.New(t)
	yard := b.Add(&model.Need{Title: "The yard is hot"})
	gone := b.Add(&model.Need{Title: "Gone then, too"})
	remove(t, b.Project(), gone)
	earlier, before := b.Document(), modeltest.Facts(b.Plan())
	p := b.Project()
	remove(t, p, yard)
	b.Add(&model.Need{Title: "Added since"})
	b.Change(func(p *model.Project) { p.Name = "Another name" })
	if err := p.Edit("edit.restore", func(c *edit.Change) error { return c.BringBack(p.Document(), yard) }); err == nil {
		t.Error("what an earlier version does not have was brought back")
	}

	restore(t, p, earlier)

	modeltest.Same(t, "the plan", modeltest.Facts(p.Plan()), before)
	if len(p.Document().Records) != len(earlier.Records)+1 {
		t.Error("what was added since is not in the bin")
	}
}

func TestAVersionOfAnotherRunIsBroughtBackWithItsPictures(t *testing.T) {
	b := modeltest.New(t)
	id := b.Add(&model.Picture{Media: "media/yard.jpg", Alt: "The yard"})
	data, err := file.Encode(b.Document())
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := file.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	earlier.Parts = map[string][]byte{"media/yard.jpg": []byte("a picture"), "media/other.jpg": []byte("another")}
	remove(t, b.Project(), id)

	restore(t, b.Project(), earlier, id)

	if parts := b.Project().Document().Parts; len(parts) != 1 || string(parts["media/yard.jpg"]) != "a picture" {
		t.Errorf("there are %d pictures", len(parts))
	}
}
