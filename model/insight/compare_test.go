package insight_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

func TestWhatIsGoneChangedAndAddedSinceIsTold(t *testing.T) {
	b := modeltest.New(t)
	kept, changed, gone := b.Add(&model.Need{}), b.Add(&model.Need{Title: "Hot"}), b.Add(&model.Activity{})
	was := b.Plan()
	if err := b.Project().SetText(string(changed), "title", "Cold"); err != nil {
		t.Fatal(err)
	}
	if err := b.Project().Edit("edit.remove.activity", func(c *edit.Change) error { return c.Remove(gone) }); err != nil {
		t.Fatal(err)
	}
	added := b.Add(&model.Goal{})

	differences := insight.Compare(was, b.Plan())

	var got []model.ID
	for _, d := range differences {
		got = append(got, d.Record)
	}
	if want := []model.ID{changed, gone, added}; !slices.Equal(got, want) {
		t.Fatalf("told are %v, want %v and not %v", got, want, kept)
	}
	if d := differences[0]; !slices.Equal(d.Fields, []string{"title"}) || model.Title(d.Was) != "Hot" || model.Title(d.Is) != "Cold" {
		t.Errorf("what changed is told as %+v", d)
	}
	if differences[1].Is != nil || differences[2].Was != nil {
		t.Error("what is gone is there, or what was added was there")
	}
}
