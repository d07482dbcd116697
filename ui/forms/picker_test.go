package forms

import (
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/ui/looktest"
)

func TestInANarrowWindowThePickerStandsAtTheTopOfThePage(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "Yard"})
	bench := newBench(t, b)
	page := NewPage(bench, bench, insight.StepNeeds)
	looktest.Show(t, page.Object(), 700, 500)

	page.SetNarrow(true)

	driver := fyne.CurrentApp().Driver()
	if got := driver.AbsolutePositionForObject(page.picker.object).Y - driver.AbsolutePositionForObject(page.Object()).Y; got != 0 {
		t.Errorf("the picker stands %.0f below the top", got)
	}
}
