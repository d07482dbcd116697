package paperview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/ui/look"
)

// areasOf gives the list of papers, the page and what is missing.
func areasOf(p *Page) (list, page, aside fyne.CanvasObject) {
	all := p.object.(*fyne.Container).Objects
	return all[0], all[1], all[2]
}

func TestInANarrowWindowThePageAndWhatIsMissingTakeTurns(t *testing.T) {
	p, _, w := open(t, "open-door-days")
	w.Resize(fyne.NewSize(692, 560))
	_, page, aside := areasOf(p)
	before := page.Visible() && !aside.Visible() && p.turnTo.Visible()

	test.Tap(p.turnTo)

	if !before || page.Visible() || !aside.Visible() {
		t.Errorf("at first the page alone: %v; then the page %v, what is missing %v", before, page.Visible(), aside.Visible())
	}
}

func TestInAWideWindowAllThreeAreasAreShown(t *testing.T) {
	p, _, _ := open(t, "open-door-days")

	if _, page, aside := areasOf(p); !page.Visible() || !aside.Visible() || p.turnTo.Visible() {
		t.Error("an area is left out")
	}
}

func TestTheListOfPapersGrowsWithTheText(t *testing.T) {
	p, _, w := open(t, "open-door-days")
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light, 2))
	w.Resize(fyne.NewSize(1280, 700))

	list, _, _ := areasOf(p)
	if needed := p.makers[0].MinSize().Width + 2*look.Margin; list.Size().Width < needed {
		t.Errorf("the list is %.0f wide, its main button needs %.0f", list.Size().Width, needed)
	}
}
