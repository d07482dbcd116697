package news_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
	"commonplan/model/news"
	"commonplan/model/words"
)

// told gives the sentences of what another copy brings, one a line. Home and away change
// their own copies of the same plan; the copy is the secretary's.
func told(t *testing.T, b *modeltest.Builder, home, away func(*edit.Change) error) string {
	t.Helper()
	base := b.Document()
	open := func(seed byte, who string, change func(*edit.Change) error) *model.Document {
		source := modeltest.Source(seed)
		source.Who = who
		p, err := edit.Open(base, source)
		if err != nil {
			t.Fatal(err)
		}
		if change != nil {
			if err := p.Edit("edit.any", change); err != nil {
				t.Fatal(err)
			}
		}
		return p.Document()
	}
	ours, theirs := open(101, "Ana", home), open(102, "The secretary", away)
	joined, err := merge.Join(ours, theirs)
	if err != nil {
		t.Fatal(err)
	}
	teller := news.NewTeller(words.English(), model.ReadPlan(ours, nil), model.ReadPlan(joined, nil))
	var all []string
	for _, change := range merge.Explain(ours, theirs, joined).Changes {
		all = append(all, teller.Tell(change).String())
	}
	return strings.Join(all, "\n")
}

func put[T model.Item](id model.ID, change func(T)) func(*edit.Change) error {
	return func(c *edit.Change) error {
		item := model.Clone(c.Plan().Item(id).(T))
		change(item)
		return c.Put(item)
	}
}

func TestEachKindOfChangeIsOnePlainSentence(t *testing.T) {
	b := modeltest.New(t)
	outcome := b.Add(&model.Outcome{Title: "Less is thrown away", Level: model.Service})
	waste := b.Add(&model.Indicator{Title: "Plate waste", Outcome: outcome, Target: "70"})
	risk := b.Add(&model.Risk{Title: "Hall boiler"})
	partner := b.Add(&model.Partner{Name: "Allotment society", Status: model.Talking, Contact: "Mr Bevan"})
	trust := b.Add(&model.Funding{Source: "NHS trust", Amount: map[int]model.Pence{1: 600000}})
	need := b.Add(&model.Need{Title: "Few steps to work", Detail: "It is far."})
	garden := b.Add(&model.Activity{Title: "Yard garden"})
	milestone := b.Add(&model.Milestone{Title: "Council review", Month: 8})
	for name, c := range map[string]struct {
		away func(*edit.Change) error
		want string
	}{
		"a figure":         {put(waste, func(i *model.Indicator) { i.Target = "60" }), "The secretary changed the target of Plate waste from 70 to 60."},
		"a choice":         {put(partner, func(p *model.Partner) { p.Status = model.Agreed }), "The secretary changed the status of Allotment society from “Talking” to “Agreed”."},
		"a sum":            {put(trust, func(f *model.Funding) { f.Amount[1] = 650000 }), "The secretary changed the sum for year 1 of NHS trust from £6,000 to £6,500."},
		"a new sum":        {put(trust, func(f *model.Funding) { f.Amount[2] = 50000 }), "The secretary added the sum for year 2 of NHS trust: £500."},
		"a first answer":   {put(risk, func(r *model.Risk) { r.Owner = "Bo" }), "The secretary added the person in charge of Hall boiler: “Bo”."},
		"a long text":      {put(need, func(n *model.Need) { n.Detail = "It is far, and the bus is gone." }), "The secretary rewrote the description of Few steps to work."},
		"a text taken out": {put(need, func(n *model.Need) { n.Detail = "" }), "The secretary took out the description of Few steps to work."},
		"a name":           {put(garden, func(a *model.Activity) { a.Title = "Yard garden and bench" }), "The secretary renamed Yard garden. It is now called Yard garden and bench."},
		"a set":            {put(garden, func(a *model.Activity) { a.Ways = []model.Way{"connect", "give"} }), "The secretary added Connect and Give to the ways to well-being of Yard garden."},
		"a month":          {put(milestone, func(m *model.Milestone) { m.Month = 9 }), "The secretary changed the month of Council review from 8 to 9."},
		"a contact":        {put(partner, func(p *model.Partner) { p.Contact = "Mrs Rees" }), "The secretary changed the contact of Allotment society from “Mr Bevan” to “Mrs Rees”."},
		"something new":    {func(c *edit.Change) error { _, err := c.Add(&model.Risk{Title: "Benefits worry"}); return err }, "New risk: Benefits worry."},
		"something gone":   {func(c *edit.Change) error { return c.Remove(risk) }, "The secretary removed Hall boiler."},
	} {
		if got := told(t, b, nil, c.away); got != c.want {
			t.Errorf("%s: it says\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestWhoRemovedAndWhoChangedIsToldTheRightWayRound(t *testing.T) {
	b := modeltest.New(t)
	risk := b.Add(&model.Risk{Title: "Hall boiler"})
	remove := func(c *edit.Change) error { return c.Remove(risk) }
	change := put(risk, func(r *model.Risk) { r.Owner = "Bo" })
	comment := func(c *edit.Change) error {
		_, err := c.Add(&model.Comment{On: risk, Text: "Serviced in May"})
		return err
	}
	for want, c := range map[string]struct{ home, away func(*edit.Change) error }{
		"The secretary removed Hall boiler, and it was changed here.":                                                        {change, remove},
		"Hall boiler was removed here, and The secretary changed it.":                                                        {remove, change},
		"The secretary removed Hall boiler. Added to it here: Comment “Serviced in May”.":                                    {comment, remove},
		"Hall boiler was removed here. The secretary added to it: Comment “Serviced in May”.\nNew comment: Serviced in May.": {remove, comment},
	} {
		if got := told(t, b, c.home, c.away); got != want {
			t.Errorf("it says\n%s\nwant\n%s", got, want)
		}
	}
}

func TestWhatTwoCopiesSayDifferentlyIsToldWithBothValues(t *testing.T) {
	b := modeltest.New(t)
	trust := b.Add(&model.Funding{Source: "NHS trust", Amount: map[int]model.Pence{1: 600000}})
	year := func(sum model.Pence) func(*edit.Change) error {
		return put(trust, func(f *model.Funding) { f.Amount = map[int]model.Pence{1: sum} })
	}

	got := told(t, b, year(620000), year(650000))

	if want := "The secretary and you both changed the sum for year 1 of NHS trust: £6,200 here, £6,500 there."; got != want {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}

func TestEveryFieldAndEveryTypeHasItsWords(t *testing.T) {
	w := words.English()
	for _, kind := range model.Types() {
		if !w.Has("news.new." + string(kind)) {
			t.Errorf("there are no words for a new %s", kind)
		}
		schema, _ := model.SchemaOf(kind)
		for _, f := range schema.Fields {
			if !w.Has("field."+f.Name) && !w.Has("field."+string(kind)+"."+f.Name) {
				t.Errorf("there is no name for %s of a %s", f.Name, kind)
			}
		}
	}
}
