package history_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/history"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// desk is an open project.
type desk struct{ *edit.Project }

func (desk) Words() *words.Words            { return words.English() }
func (desk) Now() time.Time                 { return modeltest.Now() }
func (d desk) Past(id model.ID) []edit.Past { return edit.PastOf(d.Document(), id) }

func TestEarlierValuesAreShownWithWhoWroteThemAndCanBePutBack(t *testing.T) {
	looktest.Theme(t)
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
		if !strings.Contains(looktest.Reading(part.Object()), want) {
			t.Errorf("it does not say %q, but\n%s", want, looktest.Reading(part.Object()))
		}
	}
	test.Tap(looktest.All[*look.Button](part.Object())[0]) // the contact stands first

	if got := p.Plan().Partners[0].Contact; got != "Mr Bevan" {
		t.Errorf("the contact is %q", got)
	}
	if !strings.Contains(looktest.Reading(part.Object()), "The contact\nMr Bevan\nBo, today") {
		t.Errorf("the page does not follow:\n%s", looktest.Reading(part.Object()))
	}
}

func TestARecordThatWasNeverChangedSaysSo(t *testing.T) {
	looktest.Theme(t)
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})

	part := history.New(desk{b.Project()}, need, func(err error) { t.Error(err) })

	if got := looktest.Reading(part.Object()); got != "Nothing on this was changed since it was first written." {
		t.Errorf("it says %q", got)
	}
}
