package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/ui/look"
)

func TestTheArrowsFollowLinksAndStayInTheColumn(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	id, _ := b.Plan().Labelled("N5")
	b.page.Choose(id)

	var walk []string
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown, fyne.KeyUp, fyne.KeyRight} {
		b.keys(key)
		walk = append(walk, b.chosen())
	}

	if walk[0] != "A3" || walk[4] != "A3" || walk[3] != walk[1] || walk[2][0] != 'N' || walk[2] == walk[3] {
		t.Errorf("walked over %v", walk)
	}
	if !b.linked(walk[1], "A3") {
		t.Errorf("left from A3 led to %s, which has no link", walk[1])
	}
}

func TestEveryCardIsReachedByArrowKeys(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)

	seen := map[string]bool{}
	id, _ := b.Plan().Labelled("N1")
	for b.page.Choose(id); ; {
		b.keys(fyne.KeyHome)
		for at := ""; at != b.chosen(); b.keys(fyne.KeyDown) {
			at = b.chosen()
			seen[at] = true
		}
		before := b.page.scene.cards[b.page.scene.cardOf[b.page.chosen]].column
		b.keys(fyne.KeyRight)
		if b.page.scene.cards[b.page.scene.cardOf[b.page.chosen]].column == before {
			break
		}
	}

	if len(seen) != len(b.page.scene.cards) {
		t.Errorf("reached %d of %d cards", len(seen), len(b.page.scene.cards))
	}
}

func TestLThenEnterLinksByKeys(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	id, _ := b.Plan().Labelled("N4")
	b.page.Choose(id)

	b.page.view.TypedRune('l')
	if !strings.Contains(b.says(), "N4") {
		t.Errorf("the map says %q", b.says())
	}
	for b.Plan().Label(b.page.view.cursor) != "A3" {
		b.keys(fyne.KeyUp)
	}
	b.keys(fyne.KeyReturn)

	if !b.linked("N4", "A3") {
		t.Error("not linked")
	}
	b.page.view.TypedRune('l')
	b.keys(fyne.KeyEscape)
	if b.page.view.linking != "" || b.chosen() != "N4" {
		t.Error("Esc did not stop it, or let go of the card as well")
	}
}

func TestCtrlEnterOpensAndEscLetsGo(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	b.click(t, "A2")

	b.page.view.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	b.keys(fyne.KeyEscape)

	if id, _ := b.Plan().Labelled("A2"); len(b.opened) != 1 || b.opened[0] != id {
		t.Errorf("opened %v", b.opened)
	}
	if b.page.light.on || !b.page.view.stateOf(b.card(t, "A2")).Focused {
		t.Error("Esc leaves the light on or loses the place of the keys")
	}
}

func TestDeleteRemovesTheChosenCardAndSaysSo(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	b.click(t, "A4")
	cards, id := len(b.page.scene.cards), b.page.chosen

	b.keys(fyne.KeyDelete)
	if b.Plan().Item(id) != nil || len(b.page.scene.cards) != cards-1 || b.page.Chosen() != "" {
		t.Fatal("the card is still there")
	}
	if !strings.Contains(b.page.head.told, "Six short courses") || !b.page.head.undo.Visible() {
		t.Errorf("the map says %q", b.page.head.told)
	}
	b.keys(fyne.KeyDelete) // nothing is chosen: nothing goes
	b.page.undo()
	if b.Plan().Item(id) == nil || len(b.page.scene.cards) != cards {
		t.Error("undo did not bring it back")
	}
}

func TestWhatWasRemovedIsNotSaidAnyMoreOnceAnEditFollows(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	b.click(t, "A4")
	b.keys(fyne.KeyDelete)

	b.Undo() // by the menu of the window

	if b.page.head.told != "" || b.page.head.undo.Visible() {
		t.Errorf("the map still says %q", b.page.head.told)
	}
}

func TestFindingFadesTheRestAndEnterGoesFromOneToTheNext(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.page.Find()
	test.Type(b.page.head.find.Entry, "yard")
	if n := b.page.standOut(); n != 3 {
		t.Fatalf("%d cards stand out", n)
	}
	var walk []string
	for range 3 {
		b.page.head.find.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		walk = append(walk, b.chosen())
	}

	if strings.Join(walk, " ") != "N5 A3 C2" {
		t.Errorf("went to %v", walk)
	}
	b.page.head.find.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.page.light.on {
		t.Error("Esc does not show everything again")
	}
}

func TestTheFiltersLightWhatTheySay(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.page.toggle(winWin, true)
	for _, label := range []string{"A2", "A3", "A4", "A5"} {
		if b.page.view.stateOf(b.card(t, label)).Faded {
			t.Errorf("%s serves several goals and is faded", label)
		}
	}
	if n := b.page.standOut(); n != 4 {
		t.Errorf("%d cards stand out", n)
	}
	b.page.setFilter(filter{show: narrowed, objective: model.Environment})
	if b.page.view.stateOf(b.card(t, "G1")).Faded || !b.page.view.stateOf(b.card(t, "G2")).Faded {
		t.Error("the goals of the objective do not stand out")
	}
	b.page.toggle(withGaps, true)
	b.page.toggle(withGaps, false)
	if b.page.light.on {
		t.Error("switching a filter off leaves cards faded")
	}
}

func TestEnterChangesTheTitleInItsPlace(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	b.click(t, "A2")
	id := b.page.chosen

	b.keys(fyne.KeyReturn)
	field := b.page.view.title.field
	field.SetText("")
	test.Type(field.Entry, "Hours for hours")
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	if got := model.Title(b.Plan().Item(id)); got != "Hours for hours" {
		t.Errorf("the card is called %q", got)
	}
	if b.chosen() != "A2" || w.Canvas().Focused() != fyne.Focusable(b.page.view) || len(b.opened) > 0 {
		t.Errorf("%s is chosen, %v was opened", b.chosen(), b.opened)
	}
}
