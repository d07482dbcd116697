package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

// path names a row of the outline by labels, such as "N5/A3".
func (b *bench) path(labels ...string) string {
	ids := make([]string, len(labels))
	for i, label := range labels {
		id, _ := b.Plan().Labelled(label)
		ids[i] = string(id)
	}
	return strings.Join(ids, step)
}

func TestTheOutlineHoldsEveryPathOfTheMap(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.page.showOutline(true)
	o := b.page.lines

	seen := map[string]int{}
	var walk func(uid string)
	walk = func(uid string) {
		for _, below := range o.children(uid) {
			seen[b.Plan().Label(last(below))]++
			walk(below)
		}
	}
	walk("")

	if len(seen) != len(b.page.scene.cards) {
		t.Errorf("%d of %d cards are in the outline", len(seen), len(b.page.scene.cards))
	}
	if len(o.children("")) != 5 || seen["N5"] != 1 || seen["A3"] != 2 {
		t.Errorf("%d first rows; A3, which answers two needs, stands %d times", len(o.children("")), seen["A3"])
	}
}

func TestTheOutlineChoosesTheSameAsTheMap(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	b.click(t, "A3")
	b.page.showOutline(true)
	if b.page.view.Visible() || w.Canvas().Focused() != fyne.Focusable(b.page.lines) {
		t.Error("the outline is not shown, or does not have the keys")
	}
	if b.chosen() != "A3" {
		t.Errorf("showing the outline chose %s", b.chosen())
	}

	b.page.lines.Highlight(b.path("N5", "A3", "C2"))
	if b.chosen() != "C2" {
		t.Fatalf("the outline chose %q", b.chosen())
	}
	b.page.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if id, _ := b.Plan().Labelled("C2"); len(b.opened) != 1 || b.opened[0] != id {
		t.Errorf("opened %v", b.opened)
	}

	b.page.showOutline(false)
	if !b.page.view.stateOf(b.card(t, "C2")).Chosen || !b.page.view.Visible() {
		t.Error("the map does not show the same")
	}
}

func TestAWrittenUnlinkedCardStandsInTheOutline(t *testing.T) {
	b, _ := mapOf(t, modeltest.New(t).Project(), look.Light)
	b.page.showOutline(true)

	b.page.titled("", "", wish{column: 3}, "A cooler yard")

	if rows := b.page.lines.children(""); len(rows) != 1 || b.Plan().Label(last(rows[0])) != "C1" {
		t.Errorf("rows %v", rows)
	}
}

func TestTheMapGrowsWithTheText(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	before := b.page.scene

	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light, 1.5))
	b.page.view.Refresh()

	for i := range before.cards {
		was, now := before.cards[i].at.Y, b.page.scene.cards[i].at.Y
		if off := now - 1.5*was; off > 40 || off < -40 {
			t.Errorf("card %d stood at %v and stands at %v", i, was, now)
		}
	}
	if now := b.page.scene; now.scale != 1.5 || now.width < before.width*1.49 || now.cards[0].size.Height < before.cards[0].size.Height*1.4 {
		t.Errorf("scale %v, width %v", now.scale, now.width)
	}
}

func TestInAWideWindowTheOutlineStandsBesideTheMap(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Resize(fyne.NewSize(1_700, 900))
	b.page.showOutline(true)
	view, listed := b.page.view, b.page.listed
	if !view.Visible() || view.Position().X < listed.Position().X+listed.Size().Width || view.Size().Width < 600 {
		t.Fatalf("the map stands at %v, %v wide, beside an outline %v wide", view.Position(), view.Size().Width, listed.Size().Width)
	}

	b.page.lines.Highlight(b.path("N5", "A3", "C2"))
	if b.chosen() != "C2" || !view.stateOf(b.card(t, "C2")).Chosen {
		t.Errorf("the map shows %q", b.chosen())
	}
	if got := b.page.lines.typist.thread[1]; b.Plan().Label(got) != "A3" {
		t.Errorf("the outline left the row under A3 for one under %s", b.Plan().Label(got))
	}
	b.click(t, "A1")
	if got := b.page.lines.typist.thread[1]; b.Plan().Label(got) != "A1" {
		t.Errorf("the outline stands at %s", b.Plan().Label(got))
	}

	w.Resize(fyne.NewSize(1_032, 736))
	if view.Visible() || !listed.Visible() {
		t.Error("in a narrow window the map is squeezed beside the outline")
	}
}
