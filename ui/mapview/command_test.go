package mapview

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// state is all of the map that a command could change, to be compared.
func (b *bench) state(w fyne.Window) string {
	v := b.page.view
	return fmt.Sprintf("%p %p %q %v %v %v %v %v %v %q %v %q %q", b.Plan(), b.page.scene, b.says(), b.opened, v.title.open, v.zoom, v.pan,
		b.page.listed.Visible(), b.page.thread.Visible(), v.linking, w.Canvas().Overlays().Top() != nil, b.page.head.told+b.page.head.refusal, b.chosen())
}

func TestEveryCommandDoesSomethingAndHasItsWords(t *testing.T) {
	for _, c := range slices.Concat(Exports()...) { // export_test.go does what they say
		if !words.English().Has("map." + string(c)) {
			t.Errorf("%s has no words", c)
		}
	}
	for _, group := range slices.Concat(Additions, Changes, Views) {
		for _, c := range group {
			if !words.English().Has("map.menu." + string(c)) {
				t.Errorf("%s has no words", c)
			}
			b, w := openDoorDays(t, look.Light)
			b.click(t, "A2")
			b.page.view.zoomTo(usualZoom-2, b.middle(t, "A2"))
			before := b.state(w)

			b.page.Do(c)

			if b.state(w) == before {
				t.Errorf("%s does nothing", c)
			}
		}
	}
}

func TestTheMenuRemovesWhatIsChosen(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.click(t, "A4")
	id := b.page.chosen

	b.page.Do("remove")

	if b.Plan().Item(id) != nil || b.Plan().List(model.TypeActivity) == nil {
		t.Error("the chosen card is still there")
	}
}
