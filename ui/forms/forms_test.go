package forms

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/picture"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// bench is a desk and a shell made of a project in memory.
type bench struct {
	*edit.Project
	t       *testing.T
	shown   model.ID
	trouble error
}

func newBench(t *testing.T, b *modeltest.Builder) *bench {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	return &bench{Project: b.Project(), t: t}
}

func (b *bench) Words() *words.Words                 { return words.English() }
func (b *bench) Gaps() []insight.Gap                 { return insight.Gaps(b.Plan(), model.Date{Year: 2026, Month: 9}) }
func (b *bench) ShowRecord(id model.ID)              { b.shown = id }
func (b *bench) EditRecord(id model.ID)              { b.shown = id }
func (b *bench) ShowOnMap(model.ID)                  {}
func (b *bench) Chose()                              {}
func (b *bench) ShowHistory(model.ID)                {}
func (b *bench) Named(then func())                   { then() }
func (b *bench) Now() time.Time                      { return modeltest.Now() }
func (b *bench) Who() string                         { return "Ana" }
func (b *bench) Trouble(err error)                   { b.trouble = err }
func (b *bench) Confirm(_, _, _ string, then func()) { then() }
func (b *bench) Later(do func())                     { do() }
func (b *bench) Part(string) []byte                  { return nil }
func (b *bench) Window() fyne.Window                 { return nil }
func (b *bench) ChoosePicture(func(string))          {}

func (b *bench) ReadPicture(string, func(picture.Picture, error)) {}

// unasked are the fields that no form asks, because another page does or nobody should.
var unasked = map[string]bool{
	"position": true, "row": true, "project.sides": true, "project.print_large": true, "project.paper_language": true, "project.own_language": true,
	"project.large_size": true, "project.paper_font": true, "project.print_draft": true, "project.print_cover": true, "project.print_black": true,
	"section.paper": true, "section.key": true, "section.place": true, "comment.on": true, "picture.on": true, "picture.media": true,
}

func TestEveryFieldIsAskedOnceAndEveryQuestionHasItsWords(t *testing.T) {
	w := words.English()
	for _, kind := range model.Types() {
		layout, ok := layouts[kind]
		if !ok {
			t.Errorf("a %s has no form", kind)
			continue
		}
		asked := map[string]int{}
		for _, row := range layout.rows {
			for _, e := range row {
				asked[e.field]++
			}
		}
		schema, _ := model.SchemaOf(kind)
		for _, f := range schema.Fields {
			full := string(kind) + "." + f.Name
			if unasked[f.Name] || unasked[full] {
				continue
			}
			if asked[f.Name] != 1 {
				t.Errorf("%s is asked %d times", full, asked[f.Name])
			}
			if !w.Has("form." + full) {
				t.Errorf("there are no words for form.%s", full)
			}
			delete(asked, f.Name)
		}
		for name := range asked {
			t.Errorf("the form of a %s asks for %s, which it does not have", kind, name)
		}
	}
}

func TestEveryListHasItsWords(t *testing.T) {
	w := words.English()
	for step, lists := range groups {
		for _, g := range lists {
			for _, key := range []string{"", ".add", ".empty", ".empty.line"} {
				if !w.Has("group." + g.key + key) {
					t.Errorf("step %s: there are no words for group.%s%s", step, g.key, key)
				}
			}
		}
	}
	for kind, layout := range layouts {
		for _, r := range layout.related {
			if !w.Has("related."+r.key) && !w.Has("related."+r.key+"."+string(kind)) {
				t.Errorf("there are no words for related.%s", r.key)
			}
		}
	}
}

func TestMonthsAreShownByNameWhereTheNameIsReadAsTheSameMonthAgain(t *testing.T) {
	start := model.Date{Year: 2027, Month: 3}
	for months, want := range map[model.Months]string{"1-8": "March to October", "2,4-5": "April, June to July", "13-14": "13-14", "": ""} {
		if got := MonthsText(words.English(), months, start); got != want {
			t.Errorf("months %q are shown as %q, want %q", months, got, want)
		}
	}
	if got := MonthsText(words.English(), "1-8", model.Date{}); got != "1-8" {
		t.Errorf("without a start they are shown as %q", got)
	}
}

func TestMonthsAreReadAsPeopleWriteThem(t *testing.T) {
	start := model.Date{Year: 2027, Month: 3}
	for _, text := range []string{"March till October", "from March to October", "Mar - Oct", "March until October"} {
		if got, err := model.ParseMonths(model.MonthsByName(text, start)); err != nil || got != "1-8" {
			t.Errorf("%q is read as %q (%v)", text, got, err)
		}
	}
}

func TestAFieldThatGetsTheCursorIsInView(t *testing.T) {
	b := newBench(t, modeltest.New(t))
	page := NewPage(b, b, insight.StepPlace)
	window := test.NewTempWindow(t, page.Object())
	window.Resize(fyne.NewSize(900, 400))

	page.Focus("reach")

	driver := fyne.CurrentApp().Driver()
	field, scroll := page.form.inputs["reach"].object, page.form.object
	top := driver.AbsolutePositionForObject(field).Y - driver.AbsolutePositionForObject(scroll).Y
	if top < 0 || top+field.Size().Height > scroll.Size().Height {
		t.Errorf("the field stands at %v of %v", top, scroll.Size().Height)
	}
}

func TestALinkIsOfferedOnlyToTheRightAndOnlyOnce(t *testing.T) {
	m := modeltest.New(t)
	need, garden, bed := m.Add(&model.Need{}), m.Add(&model.Activity{Title: "Garden"}), m.Add(&model.Activity{Title: "Bench"})
	m.Add(&model.Need{Title: "Another need"})
	m.Link(need, garden)
	b := newBench(t, m)
	page := NewPage(b, b, insight.StepNeeds)
	window := test.NewTempWindow(t, page.Object())
	window.Resize(fyne.NewSize(900, 700))

	button := look.NewButton("", nil)
	page.form.related.Add(button)
	page.form.linkOn(button)

	var offered []string
	overlay := window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("nothing is offered")
	}
	page.form.link(bed, true)
	if len(m.Plan().From(need)) != 2 {
		t.Errorf("the need leads to %d activities", len(m.Plan().From(need)))
	}
	for _, l := range m.Plan().From(need) {
		offered = append(offered, model.Title(m.Plan().Item(l.To)))
	}
	if !slices.Equal(offered, []string{"Garden", "Bench"}) {
		t.Errorf("it leads to %v", offered)
	}
	page.form.link(need, true)
	if b.trouble == nil {
		t.Error("a link to itself was not refused")
	}
}

func TestAddingARecordOpensItsFormWithTheListBesideIt(t *testing.T) {
	b := newBench(t, modeltest.New(t))
	page := NewPage(b, b, insight.StepRisks)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))
	b.Watch(page.Changed)

	page.add()

	if len(b.Plan().Risks) != 1 || page.Chosen() != b.Plan().Risks[0].ID || len(page.rows) != 1 {
		t.Errorf("%d risks, chosen %q, %d rows", len(b.Plan().Risks), page.Chosen(), len(page.rows))
	}
}

func TestRemovingTheOnlyRecordShowsWhatBelongsHere(t *testing.T) {
	m := modeltest.New(t)
	risk := m.Add(&model.Risk{})
	b := newBench(t, m)
	page := NewPage(b, b, insight.StepRisks)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))
	b.Watch(page.Changed)

	removeRecord(b, b, risk)

	if page.form != nil || len(page.rows) != 0 || len(page.right.Objects) != 0 {
		t.Errorf("the form is still open: %v, %d rows", page.form != nil, len(page.rows))
	}
	b.Undo()
	if len(page.rows) != 1 || page.Chosen() != risk {
		t.Errorf("after undo: %d rows, chosen %q", len(page.rows), page.Chosen())
	}
}

func TestARecordThatIsInNoListHasAWayBack(t *testing.T) {
	m := modeltest.New(t)
	outcome := m.Add(&model.Outcome{})
	sign := m.Add(&model.Indicator{Outcome: outcome})
	reading := m.Add(&model.Reading{Indicator: sign, Value: "7"})
	b := newBench(t, m)
	page := NewPage(b, b, insight.StepMeasures)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))

	page.Choose(reading)
	if page.Chosen() != reading || page.form.back == nil {
		t.Fatalf("chosen %q, a way back: %v", page.Chosen(), page.form.back != nil)
	}
	page.form.back()
	if page.Chosen() != sign {
		t.Errorf("back leads to %q", page.Chosen())
	}
}

func TestRunningCostsAreAskedForTheirShareAndOthersAreNot(t *testing.T) {
	m := modeltest.New(t)
	cost := m.Add(&model.Cost{Kind: model.Direct})
	b := newBench(t, m)
	page := NewPage(b, b, insight.StepCosts)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))
	b.Watch(page.Changed)
	visible := func() bool { return page.form.conditions[0].row.Visible() }

	if visible() {
		t.Error("a direct cost is asked how its share is worked out")
	}
	if err := b.SetText(string(cost), "kind", "running"); err != nil {
		t.Fatal(err)
	}
	if !visible() {
		t.Error("a running cost is not asked how its share is worked out")
	}
}

func TestReorderingTheListReordersThePlan(t *testing.T) {
	m := modeltest.New(t)
	first := m.Add(&model.Need{})
	m.Add(&model.Need{})
	last := m.Add(&model.Need{})
	b := newBench(t, m)
	page := NewPage(b, b, insight.StepNeeds)
	b.Watch(page.Changed)

	page.move(2, 0)

	if got := b.Plan().Needs; got[0].ID != last || got[1].ID != first || page.rows[0] != last {
		t.Errorf("the order is %v", page.rows)
	}
}
