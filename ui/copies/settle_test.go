package copies_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/copies"
	"commonplan/ui/desk"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// bench is an open project, and the window around the pages.
type bench struct {
	*edit.Project
	t       *testing.T
	left    bool
	brought map[model.ID]bool
	again   *desk.Arrival
}

func (*bench) Words() *words.Words                 { return words.English() }
func (*bench) Now() time.Time                      { return modeltest.Now() }
func (*bench) Who() string                         { return "Ana" }
func (*bench) Protected() bool                     { return false }
func (b *bench) Unsettled() []merge.Choice         { return merge.Unsettled(b.Document()) }
func (*bench) IsOurs(model.Session) (bool, bool)   { return false, false }
func (b *bench) TakeBack() bool                    { return b.Project.TakeBack("edit.merge.back") }
func (*bench) ShowRecord(model.ID)                 {}
func (*bench) ShowOnMap(model.ID)                  {}
func (b *bench) LeaveCopy()                        { b.left = true }
func (*bench) Unfocus()                            {}
func (*bench) Brought(int)                         {}
func (b *bench) Trouble(err error)                 { b.t.Error(err) }
func (*bench) Confirm(_, _, _ string, then func()) { then() }
func (b *bench) BringIn(_ *desk.Arrival, only map[model.ID]bool, then func(error)) {
	b.brought = only
	then(nil)
}

func (b *bench) BringAgain(a *desk.Arrival) error { b.again = a; return nil }

// apart gives a project that Ana changed in one way and the secretary in another, joined.
func apart(t *testing.T, b *modeltest.Builder, ana, secretary func(*edit.Change) error) *bench {
	t.Helper()
	looktest.Theme(t)
	change := func(seed byte, who string, change func(*edit.Change) error) *model.Document {
		source := modeltest.Source(seed)
		source.Who = who
		p, err := edit.Open(b.Document(), source)
		if err == nil {
			err = p.Edit("edit.any", change)
		}
		if err != nil {
			t.Fatal(err)
		}
		return p.Document()
	}
	joined, err := merge.Join(change(101, "Ana", ana), change(102, "The secretary", secretary))
	if err != nil {
		t.Fatal(err)
	}
	p, err := edit.Open(joined, modeltest.Source(103))
	if err != nil {
		t.Fatal(err)
	}
	return &bench{Project: p, t: t}
}

// settle shows the page in a window.
func settle(b *bench) *copies.Settle {
	page := copies.NewSettle(b, b)
	b.Watch(page.Changed)
	w := test.NewTempWindow(b.t, page.Object())
	w.Resize(fyne.NewSize(1000, 800))
	return page
}

func set(id model.ID, field, text string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		item := model.Clone(c.Plan().Item(id))
		if err := model.SetText(item, field, text); err != nil {
			return err
		}
		return c.Put(item)
	}
}

func TestBothValuesStandBesideEachOtherWithWhoseTheyAreAndWhatWasBefore(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "The yard is hot"})
	page := settle(apart(t, b, set(need, "title", "The yard is hot and dry"), set(need, "title", "The yard is hot and wet")))

	for _, want := range []string{"Yours", "The secretary", "The yard is hot and dry", "The yard is hot and wet", "Before, in both copies: “The yard is hot”", "1 of 1"} {
		if !looktest.SaysWithin(page.Object(), want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

func TestTheKeysKeepOneTheOtherOrBoth(t *testing.T) {
	for key, want := range map[fyne.KeyName]func(first, second string) string{
		fyne.Key1: func(first, _ string) string { return first },
		fyne.Key2: func(_, second string) string { return second },
		fyne.Key3: func(first, second string) string { return first + "\n\n" + second },
	} {
		b := modeltest.New(t)
		need := b.Add(&model.Need{Detail: "Yard."})
		bench := apart(t, b, set(need, "detail", "Hot."), set(need, "detail", "Wet."))
		versions := bench.Unsettled()[0].Versions
		page := settle(bench)

		looktest.Type(page, key)

		if got, want := bench.Plan().Needs[0].Detail, want(versions[0].Value.Text(), versions[1].Value.Text()); got != want {
			t.Errorf("key %s: the description is %q, want %q", key, got, want)
		}
		if len(bench.Unsettled()) != 0 || !looktest.SaysWithin(page.Object(), "Everything is settled.") {
			t.Errorf("key %s leaves something to settle", key)
		}
	}
}

func TestOfTwoTitlesBothAreNotKept(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	bench := apart(t, b, set(need, "title", "Hot yard"), set(need, "title", "Wet yard"))
	page := settle(bench)

	looktest.Type(page, fyne.Key3)

	if looktest.SaysWithin(page.Object(), "key 3") || len(bench.Unsettled()) != 1 {
		t.Errorf("the need is called %q", bench.Plan().Needs[0].Title)
	}
}

func TestItCanBeWrittenNewAndWhatCannotBeReadStaysWithASentence(t *testing.T) {
	b := modeltest.New(t)
	trust := b.Add(&model.Funding{Source: "NHS trust", Amount: map[int]model.Pence{1: 600000}})
	sum := func(pence model.Pence) func(*edit.Change) error {
		return func(c *edit.Change) error {
			f := model.Clone(c.Plan().Item(trust).(*model.Funding))
			f.Amount[1] = pence
			return c.Put(f)
		}
	}
	bench := apart(t, b, sum(620000), sum(650000))
	page := settle(bench)
	if !looktest.SaysWithin(page.Object(), "The plan then costs") {
		t.Error("it does not say what hangs on the sum")
	}
	looktest.Type(page, fyne.Key4)
	field := looktest.All[*look.Field](page.Object())[0]

	field.Entry.SetText("twelve")
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if field.Error() == "" || len(bench.Unsettled()) != 1 {
		t.Fatalf("“twelve” is taken; the field says %q", field.Error())
	}
	field.Entry.SetText("£6,350")
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	if got := bench.Plan().Funding[0].Amount[1]; got != 635000 || len(bench.Unsettled()) != 0 {
		t.Errorf("the sum is %v, %d things are to be settled", got, len(bench.Unsettled()))
	}
}

func TestEachOfTwoSumsSaysWhatThePlanWouldComeTo(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Cost{Line: "Hall", Rate: 10000})
	tools := b.Add(&model.Cost{Line: "Tools", Rate: 100})

	page := settle(apart(t, b, set(tools, "rate", "200"), set(tools, "rate", "300")))

	for _, want := range []string{"The plan then costs £300, and £300 is not covered yet.", "The plan then costs £400, and £400 is not covered yet."} {
		if !looktest.SaysWithin(page.Object(), want) {
			t.Errorf("nothing says %q", want)
		}
	}
}

func TestWhatOneCopyRemovedAndTheOtherChangedIsKeptOrGoesIntoTheBin(t *testing.T) {
	for key, kept := range map[fyne.KeyName]bool{fyne.Key1: true, fyne.Key2: false} {
		b := modeltest.New(t)
		risk := b.Add(&model.Risk{Title: "Hall boiler"})
		bench := apart(t, b, set(risk, "owner", "Bo"), func(c *edit.Change) error { return c.Remove(risk) })
		page := settle(bench)
		if !looktest.SaysWithin(page.Object(), "It stays, with what was changed: the person in charge.") || !looktest.SaysWithin(page.Object(), "It goes into the bin.") {
			t.Error("the two ways out are not told")
		}

		looktest.Type(page, key)

		if there := bench.Plan().Item(risk) != nil; there != kept || len(bench.Unsettled()) != 0 {
			t.Errorf("key %s: it is there: %v, %d things are to be settled", key, there, len(bench.Unsettled()))
		}
	}
}

func TestWhatOneCopyRemovedAndTheOtherAddedToIsShownWithWhatWasAdded(t *testing.T) {
	for key, kept := range map[fyne.KeyName]bool{fyne.Key1: true, fyne.Key2: false} {
		b := modeltest.New(t)
		garden := b.Add(&model.Activity{Title: "Garden"})
		bench := apart(t, b, func(c *edit.Change) error {
			_, err := c.Add(&model.Cost{Line: "Tools", Activities: []model.ID{garden}})
			return err
		}, func(c *edit.Change) error { return c.Remove(garden) })
		page := settle(bench)
		if !looktest.SaysWithin(page.Object(), "It stays, with what was added to it: Cost “Tools”.") || !looktest.SaysWithin(page.Object(), "Yours") || !looktest.SaysWithin(page.Object(), "The secretary") {
			t.Error("it does not say what was added, and who did which")
		}

		looktest.Type(page, key)

		if there := bench.Plan().Item(garden) != nil; there != kept || (len(bench.Plan().Costs) > 0) != kept || len(bench.Unsettled()) != 0 {
			t.Errorf("key %s: it is there: %v, %d costs, %d things to settle", key, there, len(bench.Plan().Costs), len(bench.Unsettled()))
		}
	}
}

func TestWhatIsLeftForLaterStaysOnTheList(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	bench := apart(t, b, set(need, "title", "Hot yard"), set(need, "title", "Wet yard"))
	page := settle(bench)

	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Leave it for later" {
			test.Tap(button)
		}
	}

	if !bench.left || len(bench.Unsettled()) != 1 {
		t.Errorf("it was left: %v, %d things are to be settled", bench.left, len(bench.Unsettled()))
	}
}
