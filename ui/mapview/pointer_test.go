package mapview

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/ui/look"
)

func TestAClickLightsTheLineOfSightAndFadesTheRest(t *testing.T) {
	b, w := openDoorDays(t, look.Light)

	b.click(t, "N5")

	view := b.page.view
	if state := view.stateOf(b.card(t, "N5")); !state.Chosen || !state.Focused {
		t.Errorf("the card clicked is %+v", state)
	}
	for label, lit := range map[string]bool{"A3": true, "S1": true, "C2": true, "G1": true, "G3": true, "A1": false, "N2": false, "S4": false} {
		if state := view.stateOf(b.card(t, label)); state.InSight != lit || state.Faded == lit {
			t.Errorf("%s is %+v, want lit %v", label, state, lit)
		}
	}
	if says := b.says(); !strings.HasSuffix(says, "reaches 5 outcomes and all 3 goals, through 1 activity.") {
		t.Errorf("the map says %q", says)
	}
	if w.Canvas().Focused() != fyne.Focusable(view) {
		t.Error("the map does not have the keys")
	}
}

func TestAClickOnAnEmptyPlaceShowsEverythingAgain(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.click(t, "N5")

	c := &b.page.scene.cards[b.card(t, "N5")]
	test.TapAt(b.page.view, b.page.view.inView(c.at.AddXY(c.size.Width/2, c.size.Height+8)))

	if b.page.light.on || b.page.Chosen() != "" {
		t.Errorf("still lit: %v", b.page.Chosen())
	}
}

func TestADoubleClickOpensTheForm(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.page.clock = func() time.Time { return b.now }

	b.click(t, "A3")
	b.click(t, "A3")

	if id, _ := b.Plan().Labelled("A3"); len(b.opened) != 1 || b.opened[0] != id {
		t.Errorf("opened %v", b.opened)
	}
}

func TestADragFromCardToCardLinksThemAndUndoTakesItBack(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	if b.linked("N2", "A3") {
		t.Fatal("the example has this link already")
	}

	b.drag(t, "N2", "A3")
	if !b.linked("N2", "A3") || b.chosen() != "N2" {
		t.Fatalf("not linked; %s is chosen", b.chosen())
	}
	if i := b.card(t, "A3"); !b.page.view.stateOf(i).InSight {
		t.Error("the new link is not lit")
	}

	b.Undo()
	if b.linked("N2", "A3") {
		t.Error("undo left the link")
	}
}

func TestALinkTheWrongWayRoundIsRefusedInOneSentence(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	links := len(b.Plan().Links)

	for _, wrong := range [][2]string{{"G1", "N5"}, {"N5", "A3"}} {
		b.drag(t, wrong[0], wrong[1])

		if len(b.Plan().Links) != links {
			t.Fatalf("%v was linked", wrong)
		}
		sentence := b.page.head.refusal
		if !b.page.head.no.Visible() || !strings.Contains(sentence, wrong[0]) || !strings.HasSuffix(sentence, ".") {
			t.Errorf("%v: the map says %q", wrong, sentence)
		}
		b.click(t, "N1")
		if b.page.head.no.Visible() {
			t.Error("the sentence stays after the next click")
		}
	}
}

func TestDraggingAnEmptyPlaceMovesTheMap(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	view := b.page.view
	view.zoomTo(len(zooms)-1, fyne.NewPos(300, 300))
	view.reveal(b.card(t, "A5"))
	c := &b.page.scene.cards[b.card(t, "A5")]
	before, from := view.pan, view.inView(c.at.AddXY(c.size.Width/2, c.size.Height+6))

	b.dragFrom(from, from.SubtractXY(40, 32))

	if moved := view.pan.Subtract(before); moved != fyne.NewPos(-40, -32) {
		t.Errorf("moved by %v", moved)
	}
}

func TestADoubleClickInAColumnAsksForATitleAndAddsTheCard(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.page.clock = func() time.Time { return b.now }
	c := &b.page.scene.cards[b.card(t, "S2")]
	empty := b.page.view.inView(c.at.AddXY(20, c.size.Height+20))

	test.TapAt(b.page.view, empty)
	test.TapAt(b.page.view, empty)
	field := b.page.view.title.field
	test.Type(field.Entry, "“I sleep better”")
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	added, ok := b.Plan().Item(b.page.chosen).(*model.Outcome)
	if !ok || added.Title != "“I sleep better”" || added.Level != model.Service {
		t.Fatalf("added %+v", added)
	}
	b.Undo()
	if b.Plan().Item(added.ID) != nil {
		t.Error("undo left the card")
	}
}

func TestNothingIsAddedWithoutATitle(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	before := b.Plan()

	b.page.view.title.add(0, fyne.Position{})
	b.page.view.title.field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.page.view.title.add(0, fyne.Position{})
	test.Type(b.page.view.title.field.Entry, "Half a thought")
	b.page.view.title.field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	if b.Plan() != before {
		t.Error("the plan has changed")
	}
}

func TestAClickOnALinkChoosesItAndDeleteRemovesIt(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	id, _ := b.Plan().Labelled("N5")
	link := b.Plan().From(id)[0]
	line := b.page.scene.links[b.page.scene.linkOf[link.ID]].line

	test.TapAt(b.page.view, b.page.view.inView(line[len(line)/2]))
	if b.page.Chosen() != link.ID || !strings.HasPrefix(b.says(), "N5 → A3") {
		t.Fatalf("chosen %q; %q", b.page.Chosen(), b.says())
	}
	b.page.Do("open")
	b.keys(fyne.KeyDelete)

	if len(b.opened) != 1 || b.opened[0] != link.ID {
		t.Errorf("opened %v", b.opened)
	}
	if b.linked("N5", "A3") {
		t.Error("the link is still there")
	}
	if b.page.head.undo.OnTapped(); !b.linked("N5", "A3") {
		t.Error("the offered undo did not bring the link back")
	}
}

// hover moves the pointer to a point of the map.
func (b *bench) hover(at fyne.Position) {
	b.page.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
}

func TestThePointerThatRestsOnACardShowsItsLineOfSight(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	a3 := b.page.scene.cards[b.card(t, "A3")].id

	b.hover(b.middle(t, "A3"))
	if b.page.light.on {
		t.Error("it does not wait for the pointer to rest")
	}
	b.resting()
	if !b.page.light.on || !b.page.light.cards[a3] || b.page.view.stateOf(b.card(t, "A1")).Faded == false {
		t.Error("nothing stands out")
	}
	if b.chosen() != "" {
		t.Errorf("it chose %s", b.chosen())
	}

	b.page.view.MouseOut()
	if b.page.light.on {
		t.Error("the light stays on when the pointer has left")
	}
}

func TestThePointerTakesNothingAwayFromWhatIsChosen(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.hover(b.middle(t, "A3"))
	b.click(t, "N4")
	b.resting() // too late

	if b.page.lit() != b.page.chosen || b.chosen() != "N4" {
		t.Errorf("%s is chosen, but the line of sight of another is shown", b.chosen())
	}
	b.resting = nil
	b.hover(b.middle(t, "A1"))
	if b.resting != nil {
		t.Error("the pointer waits to show another line of sight")
	}
}
