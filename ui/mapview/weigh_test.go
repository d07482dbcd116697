package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/ui/look"
)

func TestTwoChosenGoalsShowWhatServesBoth(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	one, _ := b.Plan().Labelled("G1")
	two, _ := b.Plan().Labelled("G2")
	b.together(t, "G1", "G2")

	b.page.view.TypedRune('w')

	for _, a := range b.Plan().Activities {
		reach := insight.LineOfSight(b.Plan(), a.ID).Cards
		label := b.Plan().Label(a.ID)
		if both := reach[one] && reach[two]; b.page.light.cards[a.ID] != both || strings.Contains(b.says(), label) != both {
			t.Errorf("%s serves both: %v; the map says %q", label, both, b.says())
		}
	}
	if b.page.light.cards[mustID(b, "G3")] {
		t.Error("a third goal stands out")
	}
	b.keys(fyne.KeyEscape)
	if b.page.light.on {
		t.Error("Esc does not end it")
	}
}

func mustID(b *bench, label string) (id model.ID) { id, _ = b.Plan().Labelled(label); return id }

func TestTheMapSaysWhatWouldBeLostWithoutAnActivity(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.click(t, "A3")

	b.page.view.TypedRune('w')

	if says := b.says(); !strings.Contains(says, "C2") || !strings.Contains(says, "need N5") {
		t.Errorf("the map says %q", says)
	}
	if !b.page.light.cards[mustID(b, "C2")] || !b.page.light.cards[mustID(b, "N5")] || b.page.light.cards[mustID(b, "A1")] {
		t.Error("other cards stand out than those it says")
	}
}

func TestTheCheapestSetStandsOutWithItsCost(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)

	b.page.view.TypedRune('c')

	set := insight.WinWinOf(b.Plan()).Cheapest
	for _, a := range b.Plan().Activities {
		in := false
		for _, id := range set.Activities {
			in = in || id == a.ID
		}
		if b.page.light.cards[a.ID] != in {
			t.Errorf("%s in the set: %v", b.Plan().Label(a.ID), in)
		}
	}
	if !strings.Contains(b.says(), set.Direct.String()) {
		t.Errorf("the map says %q", b.says())
	}
}

func TestAQuestionAboutNothingIsAnsweredInOneSentence(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.click(t, "N5")

	b.page.view.TypedRune('w')

	if !strings.HasSuffix(b.page.head.refusal, ".") {
		t.Errorf("the map says %q", b.page.head.refusal)
	}
}

func TestWhyALinkIsBelievedIsSaidOnTheMap(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	w.Canvas().Focus(b.page.view)
	link := b.Plan().Links[0]
	b.page.Choose(link.ID)

	b.keys(fyne.KeyF2)
	field := b.page.view.title.field
	field.SetText("")
	test.Type(field.Entry, "Members told us so")
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.page.view.TypedRune('s')

	now := b.Plan().Item(link.ID).(*model.Link)
	if now.Why != "Members told us so" || now.Strength == link.Strength {
		t.Errorf("the link says %q and is %s, was %s", now.Why, now.Strength, link.Strength)
	}
	if !strings.Contains(b.says(), "Members told us so") {
		t.Errorf("the map says %q", b.says())
	}
}
