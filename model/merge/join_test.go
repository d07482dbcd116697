package merge_test

import (
	"bytes"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

// bytesOf gives the whole file of a document: equal bytes are equal states, histories,
// pictures and all.
func bytesOf(t testing.TB, doc *model.Document) []byte {
	t.Helper()
	data, err := file.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func join(t testing.TB, docs ...*model.Document) *model.Document {
	t.Helper()
	joined := docs[0]
	for _, doc := range docs[1:] {
		var err error
		if joined, err = merge.Join(joined, doc); err != nil {
			t.Fatal(err)
		}
	}
	return joined
}

// copyOf opens a copy of a document on another PC and changes it there.
func copyOf(t testing.TB, doc *model.Document, seed byte, changes ...func(*edit.Change) error) *model.Document {
	t.Helper()
	data := bytesOf(t, doc)
	doc, err := file.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	p, err := edit.Open(doc, modeltest.Source(seed))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		if err := p.Edit("edit.change.any", change); err != nil {
			t.Fatal(err)
		}
	}
	return p.Document()
}

// put is a change that changes one record.
func put[T model.Item](id model.ID, change func(T)) func(*edit.Change) error {
	return func(c *edit.Change) error {
		item := model.Clone(c.Plan().Item(id).(T))
		change(item)
		return c.Put(item)
	}
}

func same(t testing.TB, what string, a, b *model.Document) {
	t.Helper()
	if !bytes.Equal(bytesOf(t, a), bytesOf(t, b)) {
		t.Errorf("%s: the files differ", what)
	}
}

func TestTwoCopiesThatChangedDifferentFieldsGiveBothChanges(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	ours := copyOf(t, b.Document(), 2, put(need, func(n *model.Need) { n.Title = "The yard is hot" }))
	theirs := copyOf(t, b.Document(), 3, put(need, func(n *model.Need) { n.Who = "families" }))

	joined := join(t, ours, theirs)

	got := model.ReadPlan(joined, nil).Needs[0]
	if got.Title != "The yard is hot" || got.Who != "families" {
		t.Errorf("got %q for %q", got.Title, got.Who)
	}
	same(t, "the other way round", join(t, theirs, ours), joined)
	same(t, "once more", join(t, joined, theirs), joined)
	same(t, "the old copy", join(t, b.Document(), joined), joined)
}

func TestAnEditMadeInKnowledgeOfAnotherReplacesIt(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	second := copyOf(t, b.Document(), 2, put(need, func(n *model.Need) { n.Title = "Hot yard" }))
	third := copyOf(t, second, 3, put(need, func(n *model.Need) { n.Title = "The yard is hot" }))

	joined := join(t, second, third)

	if lives := joined.Records[need].Fields["title"]; len(lives) != 1 || lives[0].Value != `"The yard is hot"` {
		t.Errorf("live are %v", lives)
	}
	same(t, "the later copy alone", third, joined)
}

func TestTwoEditsOfOneFieldBothStayAndEachEarlierValueIsInTheHistory(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	ours := copyOf(t, b.Document(), 2, put(need, func(n *model.Need) { n.Title = "Hot yard" }))
	theirs := copyOf(t, b.Document(), 3, put(need, func(n *model.Need) { n.Title = "Paved yard" }))

	joined := join(t, ours, theirs)

	if lives := joined.Records[need].Fields["title"]; len(lives) != 2 {
		t.Errorf("live are %v", lives)
	}
	if earlier := joined.History[need]; len(earlier) != 2 || earlier[0].Value != `"Yard"` || earlier[1].Value != `"Yard"` {
		t.Errorf("the history is %v", earlier)
	}
}

func TestARecordThatACopyDoesNotHaveIsNotDeleted(t *testing.T) {
	b := modeltest.New(t)
	partner := b.Add(&model.Partner{Name: "The library", Contact: "0123 456"})
	away := b.Document().Clone()
	delete(away.Records, model.PrivateID(partner))
	away = copyOf(t, away, 2, put(partner, func(p *model.Partner) { p.Name = "Hill library" }))

	got := model.ReadPlan(join(t, b.Document(), away), nil).Partners[0]

	if got.Name != "Hill library" || got.Contact != "0123 456" {
		t.Errorf("got %+v", got)
	}
}

func TestACopyOfAnotherProjectIsRefused(t *testing.T) {
	ours := modeltest.New(t).Document()
	other := ours.Clone()
	other.ID = "other"

	_, err := merge.Join(ours, other)

	if problem, ok := err.(*model.Problem); !ok || problem.Key != "problem.merge.other" {
		t.Errorf("the error is %v", err)
	}
}

func TestWhatIsDeletedInOneCopyAndChangedInAnotherStaysInEveryOrderOfMerging(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	gone := copyOf(t, b.Document(), 2, func(c *edit.Change) error { return c.Remove(need) })
	changed := copyOf(t, b.Document(), 3, put(need, func(n *model.Need) { n.Title = "Hot yard" }))
	later := copyOf(t, changed, 4, put(need, func(n *model.Need) { n.Title = "Very hot yard" }))

	for what, joined := range map[string]*model.Document{
		"all": join(t, gone, changed, later), "the last first": join(t, later, gone), "back": join(t, changed, gone, later),
	} {
		if !joined.Records[need].Disputed() || joined.InBin(need) {
			t.Errorf("%s: disputed %t, in the bin %t", what, joined.Records[need].Disputed(), joined.InBin(need))
		}
		same(t, what, joined, join(t, gone, changed, later))
	}

	seen := copyOf(t, join(t, gone, later), 5, func(c *edit.Change) error { return c.Remove(need) })
	if joined := join(t, seen, changed, gone); !joined.InBin(need) {
		t.Error("removed by somebody who had seen it all, it is not in the bin")
	}
}

func TestACopySentForTheCouncilsAnswersAsksForThemNoMoreOnceItIsHome(t *testing.T) {
	home := modeltest.New(t).Document()
	council := home.Clone()
	council.For = model.CouncilSide

	brought := join(t, home, council)
	if brought.For != "" {
		t.Errorf("the joined copy is for %q", brought.For)
	}
	for name, other := range map[string]*model.Document{
		"the other way round": join(t, council, home), "again": join(t, brought, council), "among themselves": join(t, council, council, home),
	} {
		if !bytes.Equal(bytesOf(t, other), bytesOf(t, brought)) {
			t.Errorf("%s, they join to something else", name)
		}
	}
	if both := join(t, council, council); both.For != model.CouncilSide {
		t.Errorf("two copies for the council join to one for %q", both.For)
	}
}
