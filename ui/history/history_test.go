package history_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/history"
	"commonplan/ui/look"
)

// desk is an open project.
type desk struct{ *edit.Project }

func (desk) Words() *words.Words            { return words.English() }
func (desk) Now() time.Time                 { return modeltest.Now() }
func (d desk) Past(id model.ID) []edit.Past { return edit.PastOf(d.Document(), id) }

// all lists everything of a kind that is drawn, in its order.
func all[T fyne.CanvasObject](root fyne.CanvasObject) []T {
	var found []T
	if one, ok := root.(T); ok {
		found = append(found, one)
	}
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, all[T](child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, all[T](child)...)
		}
	}
	return found
}

func said(part *history.Part) string {
	var lines []string
	for _, text := range all[*look.Text](part.Object()) {
		lines = append(lines, text.String())
	}
	return strings.Join(lines, "\n")
}

func TestEarlierValuesAreShownWithWhoWroteThemAndCanBePutBack(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	b := modeltest.New(t)
	p := b.Project()
	if err := p.CallMe("Ana"); err != nil {
		t.Fatal(err)
	}
	partner := b.Add(&model.Partner{Name: "Allotments", Status: model.Talking, Contact: "Mr Bevan"})
	if err := p.CallMe("Bo"); err != nil {
		t.Fatal(err)
	}
	for field, text := range map[string]string{"status": "agreed", "contact": "Mrs Rees"} {
		if err := p.SetText(string(partner), field, text); err != nil {
			t.Fatal(err)
		}
	}
	part := history.New(desk{p}, partner, func(err error) { t.Error(err) })
	p.Watch(func(edit.Event) { part.Changed() })

	for _, want := range []string{"The status\nAgreed\nBo, today", "Talking\nAna, today", "The contact\nMrs Rees\nBo, today", "Mr Bevan\nAna, today"} {
		if !strings.Contains(said(part), want) {
			t.Errorf("it does not say %q, but\n%s", want, said(part))
		}
	}
	test.Tap(all[*look.Button](part.Object())[0]) // the contact stands first

	if got := p.Plan().Partners[0].Contact; got != "Mr Bevan" {
		t.Errorf("the contact is %q", got)
	}
	if !strings.Contains(said(part), "The contact\nMr Bevan\nBo, today") {
		t.Errorf("the page does not follow:\n%s", said(part))
	}
}

func TestARecordThatWasNeverChangedSaysSo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})

	part := history.New(desk{b.Project()}, need, func(err error) { t.Error(err) })

	if got := said(part); got != "Nothing on this was changed since it was first written." {
		t.Errorf("it says %q", got)
	}
}
