package merge_test

import (
	"fmt"
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

// byAnna opens a copy of a project in Anna's name, changes it and gives what comes home.
func byAnna(t *testing.T, doc *model.Document, changes ...func(*edit.Change) error) *model.Document {
	t.Helper()
	p, err := edit.Open(doc, edit.Source{Random: modeltest.Random(8), Now: modeltest.Now, Who: "Anna"})
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		if err := p.Edit("edit.any", change); err != nil {
			t.Fatal(err)
		}
	}
	return p.Document()
}

// told gives a report's changes in short.
func told(r merge.Report) []string {
	var all []string
	for _, c := range r.Changes {
		all = append(all, fmt.Sprintf("%s %s %s%s %s→%s %s%s%s %s", c.Kind, c.Type, c.Field, c.Member, c.From, c.To, c.Alternative, c.Came, c.Went, c.Who))
	}
	return all
}

func TestTheReportTellsEachChangeOnce(t *testing.T) {
	b := modeltest.New(t)
	changed := b.Add(&model.Need{Title: "Yard", Who: "tenants"})
	disputed := b.Add(&model.Need{Title: "Hall"})
	removed := b.Add(&model.Goal{Title: "Far away", Objective: model.Economy})
	restored := b.Add(&model.Risk{Title: "Rain"})
	activity := b.Add(&model.Activity{Title: "Trees", Ways: []model.Way{model.Give}})
	partner := b.Add(&model.Partner{Name: "The library"})
	money := b.Add(&model.Funding{Source: "The council", Amount: map[int]model.Pence{1: 100, 2: 200}})
	remove := func(id model.ID) func(*edit.Change) error {
		return func(c *edit.Change) error { return c.Remove(id) }
	}
	doc := copyOf(t, b.Document(), 2, remove(restored))
	theirs := byAnna(t, doc,
		put(changed, func(n *model.Need) { n.Title, n.Who = "Hot yard", "everybody" }),
		put(disputed, func(n *model.Need) { n.Title = "Cold hall" }),
		remove(removed),
		func(c *edit.Change) error { return c.Restore(restored) },
		put(activity, func(a *model.Activity) { a.Ways = []model.Way{model.Connect} }),
		put(partner, func(p *model.Partner) { p.Contact = "0123" }),
		put(money, func(f *model.Funding) { f.Amount = map[int]model.Pence{1: 100, 2: 300} }),
		func(c *edit.Change) error {
			_, err := c.AddAll(&model.Need{Title: "Bus"}, &model.Partner{Name: "The school", Contact: "0456"})
			return err
		})
	ours := copyOf(t, doc, 3, put(changed, func(n *model.Need) { n.Who = "nobody" }), remove(disputed))
	joined := join(t, ours, theirs)

	r := merge.Explain(ours, theirs, joined)

	want := []string{
		`settle need  → [][] Anna`,
		`changed need title "Yard"→"Hot yard" [][] Anna`,
		`settle need who "nobody"→"nobody" "everybody"[][] Anna`,
		`new need  → [][] Anna`,
		`changed activity ways → [connect][give] Anna`,
		`removed goal  → [][] Anna`,
		`changed partner contact →"0123" [][] Anna`,
		`new partner  → [][] Anna`,
		`changed funding amount2 200→300 [][] Anna`,
		`restored risk  → [][] Anna`,
	}
	got := told(r)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("told\n%q, want\n%q", got, want)
	}
	if r.Count(merge.New) != 2 || r.Count(merge.Changed) != 4 || r.ToSettle() != 2 || r.NothingNew() || r.Copy.Who != "Anna" {
		t.Errorf("counted %d new, %d changed, %d to settle; nothing new %t; by %q", r.Count(merge.New), r.Count(merge.Changed), r.ToSettle(), r.NothingNew(), r.Copy.Who)
	}
	if r.Items != 6 || r.Replaced != 4 || !r.Many() {
		t.Errorf("%d of %d are replaced", r.Replaced, r.Items)
	}
}

func TestAnOlderCopyBringsNothingNew(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	old := b.Document()
	ours := copyOf(t, old, 2, put(need, func(n *model.Need) { n.Title = "Hot yard" }))

	r := merge.Explain(ours, old, join(t, ours, old))

	if !r.NothingNew() || len(r.Changes) != 0 || r.Many() {
		t.Errorf("told %q", told(r))
	}
}
