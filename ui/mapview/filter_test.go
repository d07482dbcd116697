package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/ui/look"
)

func TestFiltersCombineAndEscClearsThem(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	theme := b.page.themes()[0]
	upstream := map[model.ID]bool{}
	for _, a := range b.Plan().Activities {
		upstream[a.ID] = a.Prevention == model.Upstream
	}

	b.page.narrow(func(f *filter) { f.prevention = model.Upstream })
	all := b.page.standOut()
	b.page.narrow(func(f *filter) { f.theme = theme })

	for i := range b.page.scene.cards {
		c := &b.page.scene.cards[i]
		if b.page.light.cards[c.id] && themeOf(b.Plan().Item(c.id)) != theme {
			t.Errorf("%s is not of the theme", c.data.Number)
		}
		if b.page.light.cards[c.id] && c.data.Kind == look.Activity && !upstream[c.id] {
			t.Errorf("%s is not upstream", c.data.Number)
		}
	}
	if n := b.page.standOut(); n == 0 || n >= all {
		t.Errorf("%d of %d cards are left", n, all)
	}
	if says := b.says(); !strings.Contains(says, theme) || !strings.Contains(says, "Upstream") {
		t.Errorf("the map says %q", says)
	}
	b.keys(fyne.KeyEscape)
	if b.page.light.on || b.page.head.filter.On() {
		t.Error("Esc does not clear the filters")
	}
}

func TestAPartnerFilterLightsWhatThePartnerTakesPartIn(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	c := b.Plan().Contributions[0]

	b.page.narrow(func(f *filter) { f.partner = c.Partner })

	if !b.page.light.cards[c.To] || b.page.standOut() == len(b.page.scene.cards) {
		t.Errorf("%d cards are lit", b.page.standOut())
	}
	b.page.narrow(func(f *filter) { f.partner = "" })
	if b.page.light.on {
		t.Error("with any partner something is still faded")
	}
}

func TestTheFilterMenuTicksWhatIsAskedFor(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.page.filterItems()[3].ChildMenu.Items[1].Action()

	if b.page.filter.way != model.Connect || !b.page.filterItems()[3].ChildMenu.Items[1].Checked {
		t.Errorf("the filter is %+v", b.page.filter)
	}
}
