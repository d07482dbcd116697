package edit_test

import (
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
)

// whose lists by whom the values of a need's title were written, the earlier ones first.
func whose(doc *model.Document, need model.ID) []string {
	names := map[model.Session]string{}
	for _, s := range doc.Sessions {
		names[s.ID] = s.Who
	}
	var all []string
	for _, old := range doc.History[need] {
		if old.Field == "title" {
			all = append(all, names[old.Stamp.Session])
		}
	}
	return append(all, names[doc.Records[need].Fields["title"][0].Stamp.Session])
}

func TestAFirstNameIsAlsoThatOfWhatWasDoneBefore(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})

	if err := b.Project().CallMe("Ana"); err != nil {
		t.Fatal(err)
	}

	if got := whose(b.Document(), need); len(got) != 1 || got[0] != "Ana" {
		t.Errorf("the title is by %q", got)
	}
}

func TestUnderAnotherNameWhatWasDoneBeforeStaysTheirs(t *testing.T) {
	b := modeltest.New(t)
	p := b.Project()
	if err := p.CallMe("Ana"); err != nil {
		t.Fatal(err)
	}
	need := b.Add(&model.Need{Title: "Yard"})

	if err := p.CallMe("Bo"); err != nil {
		t.Fatal(err)
	}
	if err := p.SetText(string(need), "title", "Hot yard"); err != nil {
		t.Fatal(err)
	}

	if got := whose(b.Document(), need); len(got) != 2 || got[0] != "Ana" || got[1] != "Bo" {
		t.Errorf("the titles are by %q, want Ana and then Bo", got)
	}
}
