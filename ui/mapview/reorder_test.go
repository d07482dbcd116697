package mapview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

// column lists the cards of a card's column from top to bottom.
func (b *bench) column(t testing.TB, label string) []model.ID {
	t.Helper()
	var ids []model.ID
	for _, i := range b.page.scene.index.columns[b.page.scene.cards[b.card(t, label)].column] {
		ids = append(ids, b.page.scene.cards[i].id)
	}
	return ids
}

func TestADragWithinAColumnMovesTheCardAndUndoPutsItBack(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	before := b.column(t, "A1")
	top, third := &b.page.scene.cards[b.page.scene.cardOf[before[0]]], &b.page.scene.cards[b.page.scene.cardOf[before[2]]]
	want := []model.ID{before[1], before[2], before[0]}

	b.dragFrom(b.page.view.inView(top.at.AddXY(40, 10)), b.page.view.inView(third.at.AddXY(40, third.size.Height-4)))

	if after := b.column(t, "A1"); !slices.Equal(after[:3], want) || !slices.Equal(after[3:], before[3:]) {
		t.Fatalf("the column is %v, was %v", after, before)
	}
	b.Undo()
	if after := b.column(t, "A1"); !slices.Equal(after, before) {
		t.Errorf("undo leaves %v, was %v", after, before)
	}
	b.Redo()
	if after := b.column(t, "A1"); !slices.Equal(after[:3], want) {
		t.Errorf("redo leaves %v", after)
	}
}

func TestALineShowsWhereADraggedCardWillStand(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	view, s := b.page.view, b.page.scene
	column := s.index.columns[1]
	first, second := &s.cards[column[0]], &s.cards[column[1]]
	from, to := view.inView(first.at.AddXY(40, 10)), view.inView(second.at.AddXY(40, second.size.Height-4))

	view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})

	line := view.paint.slot
	if line == nil || !slices.Contains(view.paint.layer.objects, fyne.CanvasObject(line)) {
		t.Fatal("there is no line")
	}
	below := view.inView(second.at.AddXY(0, second.size.Height)).Y - look.Scaled(headHeight)
	if line.Position1.Y < below || line.Position1.Y > view.inView(s.cards[column[2]].at).Y-look.Scaled(headHeight) {
		t.Errorf("the line is at %v, the card above ends at %v", line.Position1.Y, below)
	}
	if _, _, rubber := view.rubber(); rubber {
		t.Error("a link is drawn as well")
	}
}

func TestAltAndArrowsMoveACardAndItStaysThereThroughEdits(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	before := b.column(t, "N1")
	b.page.Choose(before[0])

	b.page.view.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	b.page.titled("", "", wish{column: 4, y: 0}, "One goal more")

	if after := b.column(t, "N1"); after[1] != before[0] || after[0] != before[1] {
		t.Errorf("the column is %v, was %v", after, before)
	}
	b.page.Choose(before[1])
	plan := b.Plan()
	b.page.view.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if b.Plan() != plan {
		t.Error("the first card was moved up")
	}
}

// endOf is a place on a link just before it arrives, or after it begins.
func (b *bench) endOf(t testing.TB, from, to string, end int) fyne.Position {
	t.Helper()
	for _, l := range b.page.scene.links {
		if l.from == b.card(t, from) && l.to == b.card(t, to) {
			at := b.page.view.inView(l.line[end*(len(l.line)-1)])
			return at.AddXY(float32(6-12*end), 0)
		}
	}
	t.Fatalf("there is no link from %s to %s", from, to)
	return fyne.Position{}
}

func TestDraggingTheEndOfALinkMovesItToAnotherCard(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	links := len(b.Plan().Links)

	b.dragFrom(b.endOf(t, "N5", "A3", 1), b.middle(t, "A1"))

	if !b.linked("N5", "A1") || b.linked("N5", "A3") || len(b.Plan().Links) != links {
		t.Fatal("the link did not move")
	}
	b.Undo()
	if b.linked("N5", "A1") || !b.linked("N5", "A3") {
		t.Error("undo did not bring it back")
	}
	b.dragFrom(b.endOf(t, "N5", "A3", 0), b.middle(t, "N2"))
	if !b.linked("N2", "A3") || b.linked("N5", "A3") {
		t.Error("its beginning did not move")
	}
}

func TestALinkIsNotMovedToWhereItCannotLead(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.dragFrom(b.endOf(t, "N5", "A3", 1), b.middle(t, "N2"))

	if !b.linked("N5", "A3") || !strings.HasSuffix(b.page.head.refusal, ".") {
		t.Errorf("the map says %q", b.page.head.refusal)
	}
}

func TestAChosenLinkIsLedElsewhereByKeys(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	id, _ := b.Plan().Labelled("N5")
	b.page.Choose(b.Plan().From(id)[0].ID)

	b.page.view.TypedRune('l')
	b.keys(fyne.KeyEnd)
	to := b.Plan().Label(b.page.view.cursor)
	b.keys(fyne.KeyReturn)

	if to == "A3" || !b.linked("N5", to) || b.linked("N5", "A3") {
		t.Errorf("the link did not move to %s", to)
	}
}

func TestAPersonsOwnOrderIsThereWhenThePlanIsOpenedAgain(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	before, label := b.column(t, "A1"), b.Plan().Label
	labels := label(before[0])
	b.page.Choose(before[len(before)-1])
	for range before {
		b.page.view.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	}
	want := b.column(t, "A1")
	if want[0] != before[len(before)-1] {
		t.Fatalf("the last card was not moved to the top: %v", want)
	}
	if label(before[0]) != labels {
		t.Errorf("moving a card on the map gave another the label %s, was %s", label(before[0]), labels)
	}

	again, err := edit.Open(b.Document(), modeltest.Source(4))
	if err != nil {
		t.Fatal(err)
	}
	reopened, _ := mapOf(t, again, look.Light)

	if got := reopened.column(t, "A1"); !slices.Equal(got, want) {
		t.Errorf("reopened, the column is %v, was %v", got, want)
	}

	reopened.page.tidy()
	if got := reopened.column(t, "A1"); slices.Equal(got, want) {
		t.Error("tidying does not give the column back to the map")
	}
	reopened.Undo()
	if got := reopened.column(t, "A1"); !slices.Equal(got, want) {
		t.Errorf("undo of tidying leaves %v, was %v", got, want)
	}
}
