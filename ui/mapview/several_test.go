package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

func (b *bench) holdShift(on bool) {
	b.page.view.held = func() fyne.KeyModifier {
		if on {
			return fyne.KeyModifierShift
		}
		return 0
	}
}

// together clicks several cards with Shift.
func (b *bench) together(t testing.TB, labels ...string) {
	t.Helper()
	b.click(t, labels[0])
	b.holdShift(true)
	for _, label := range labels[1:] {
		b.click(t, label)
	}
	b.holdShift(false)
}

func (b *bench) selected() string {
	return insight.LabelsOf(b.Words(), b.Plan(), b.page.selection())
}

func TestShiftAndClickChoosesSeveralCards(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.together(t, "A3", "N5", "S1")

	if !b.page.view.stateOf(b.card(t, "N5")).Chosen || b.selected() != "N5, A3 and S1" {
		t.Fatalf("%q is chosen", b.selected())
	}
	if !strings.Contains(b.says(), "N5, A3 and S1") || b.page.light.on {
		t.Errorf("the map says %q", b.says())
	}
	b.holdShift(true)
	b.click(t, "A3")
	b.holdShift(false)
	if b.selected() != "N5 and S1" {
		t.Errorf("%q is chosen", b.selected())
	}
	b.keys(fyne.KeyEscape)
	if b.selected() != "" {
		t.Errorf("Esc leaves %q", b.selected())
	}
}

func TestABoxDrawnWithShiftChoosesTheCardsItTouchesAndDeleteRemovesThemInOneStep(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	cards, links := len(b.page.scene.cards), len(b.Plan().Links)
	ids := b.column(t, "N1")[:2]
	first, second := b.page.scene.cards[b.page.scene.cardOf[ids[0]]], b.page.scene.cards[b.page.scene.cardOf[ids[1]]]
	b.holdShift(true)

	b.dragFrom(b.page.view.inView(first.at.AddXY(-8, 20)), b.page.view.inView(second.at.AddXY(60, 20)))

	if got := b.page.selection(); len(got) != 2 || got[0] != ids[0] || got[1] != ids[1] {
		t.Fatalf("%q is chosen", b.selected())
	}
	b.keys(fyne.KeyDelete)
	if len(b.page.scene.cards) != cards-2 || !strings.Contains(b.page.head.told, "2 cards") {
		t.Errorf("%d cards are left; the map says %q", len(b.page.scene.cards), b.page.head.told)
	}
	b.Undo()
	if len(b.page.scene.cards) != cards || len(b.Plan().Links) != links {
		t.Error("one undo did not bring all back")
	}
}

func TestAllCardsAreChosenByKeys(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.page.view.TypedShortcut(&fyne.ShortcutSelectAll{})

	if got := len(b.page.selection()); got != len(b.page.scene.cards) {
		t.Errorf("%d cards are chosen", got)
	}
}

func TestDuplicatesHaveTheLinksAmongThemAndStandBelowTheirOwn(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	links, cards := len(b.Plan().Links), len(b.page.scene.cards)
	b.together(t, "N3", "A3")

	b.page.view.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault})

	plan, added := b.Plan(), b.page.selection()
	if len(added) != 2 || len(plan.Links) != links+1 || len(b.page.scene.cards) != cards+2 {
		t.Fatalf("%d cards chosen, %d links", len(added), len(plan.Links))
	}
	if from := plan.From(added[0]); len(from) != 1 || from[0].To != added[1] {
		t.Error("the copies are not linked as their originals are")
	}
	original, _ := plan.Labelled("N3")
	if column := b.column(t, "N3"); column[indexOf(column, original)+1] != added[0] {
		t.Error("the copy does not stand below its original")
	}
	b.Undo()
	if len(b.Plan().Links) != links || len(b.page.scene.cards) != cards {
		t.Error("one undo did not take all back")
	}
}

func indexOf(ids []model.ID, id model.ID) int {
	for i := range ids {
		if ids[i] == id {
			return i
		}
	}
	return -1
}

func TestCopiedCardsArePastedIntoAnotherProjectWithAllTheyHold(t *testing.T) {
	board := test.NewClipboard()
	b, _ := openDoorDays(t, look.Light)
	var want []model.Item
	for _, label := range []string{"N5", "A3", "C2", "G1"} {
		id, _ := b.Plan().Labelled(label)
		want = append(want, b.Plan().Item(id))
	}
	b.together(t, "N5", "A3", "C2", "G1")
	b.page.view.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if text := board.Content(); !strings.Contains(text, "\nN5 "+model.Title(want[0])+"\n") || !strings.Contains(text, "\nN5 → A3\n") {
		t.Errorf("the text reads:\n%s", text)
	}

	project, err := edit.New(modeltest.Source(9))
	if err != nil {
		t.Fatal(err)
	}
	other, _ := mapOf(t, project, look.Light)
	other.page.view.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	got := other.page.selection()
	if len(got) != 4 || len(other.Plan().Links) != 3 {
		t.Fatalf("pasted %d cards and %d links", len(got), len(other.Plan().Links))
	}
	for i, id := range got {
		schema, _ := model.SchemaOf(want[i].Type())
		for _, f := range schema.Fields {
			if a, z := model.Text(want[i], f.Name), model.Text(other.Plan().Item(id), f.Name); f.Name != "position" && a != z {
				t.Errorf("%s of card %d is %q, was %q", f.Name, i, z, a)
			}
		}
	}
}

func TestEachLineOfAListBecomesACardInTheColumnOfTheChosenOne(t *testing.T) {
	board := test.NewClipboard()
	board.SetContent("• Seed swap\r\n- Tool library\n\n  Sunday soup \n")
	b, _ := openDoorDays(t, look.Light)
	activities := len(b.Plan().Activities)
	b.click(t, "A2")

	b.page.view.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	all := b.Plan().Activities[activities:]
	if len(all) != 3 || all[0].Title != "Seed swap" || all[1].Title != "Tool library" || all[2].Title != "Sunday soup" {
		t.Errorf("pasted %d cards", len(all))
	}
	b.Undo()
	if len(b.Plan().Activities) != activities {
		t.Error("one undo did not take all back")
	}
}

func TestNothingIsPastedWhereThereIsNoTextOrTooMuch(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	plan := b.Plan()
	for _, text := range []string{"", " \n ", "Cards of a Commonplan map\nno card at all", strings.Repeat("line\n", mostPasted+1)} {
		board := test.NewClipboard()
		board.SetContent(text)
		b.page.paste(board)
		if b.Plan() != plan || !strings.HasSuffix(b.page.head.refusal, ".") {
			t.Errorf("%.30q: the map says %q", text, b.page.head.refusal)
		}
	}
}

func TestWhatWasCopiedByHandDoesNoHarm(t *testing.T) {
	r := readCopied(strings.Split("    who: nobody\nN1 One\n    colour: red\n    how_many: lots\n    position: a\n    | more\nN1 → A9\nX4 Other", "\n"))
	if len(r.cards) != 1 || len(r.links) != 0 || r.cards[0].Head().Position != "" {
		t.Errorf("read %d cards and %d links", len(r.cards), len(r.links))
	}
}
