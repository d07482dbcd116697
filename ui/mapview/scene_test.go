package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

// TestTheMapLooksAsItDid compares with testdata; look at both pictures before you take
// over a new one from testdata/failed.
func TestTheMapLooksAsItDid(t *testing.T) {
	for name, variant := range map[string]look.Variant{"light": look.Light, "dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			made := modeltest.New(t)
			yard := made.Add(&model.Need{Title: "The yard behind the hall is paved and hot"})
			alone := made.Add(&model.Need{Title: "Members want to use their skills"})
			garden := made.Add(&model.Activity{Title: "Yard garden and repair bench, 40 sessions"})
			cope := made.Add(&model.Outcome{Level: model.Service, Title: "“I feel better able to cope”"})
			cool := made.Add(&model.Outcome{Level: model.Community, Title: "A cooler, greener yard"})
			green := made.Add(&model.Goal{Title: "Protect the environment", Objective: model.Environment})
			just := made.Add(&model.Goal{Title: "Advance social justice", Objective: model.SocialJustice})
			made.Link(yard, garden, cope, just)
			made.Link(garden, cool, green)
			made.Add(&model.Link{From: alone, To: garden, Strength: model.Some})
			b, w := mapOf(t, made.Project(), variant)
			w.Resize(fyne.NewSize(1032, 420))

			b.page.Choose(yard)
			w.Canvas().Focus(b.page.view)

			test.AssertRendersToImage(t, "map-"+name+".png", w.Canvas())
		})
	}
}

// drawnObjects counts the objects that the map hands to Fyne.
func drawnObjects(o fyne.CanvasObject) int {
	n := 1
	switch o := o.(type) {
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			n += drawnObjects(child)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			n += drawnObjects(child)
		}
	}
	return n
}

func TestALargeMapDrawsOnlyWhatIsInView(t *testing.T) {
	b, _ := mapOf(t, modeltest.MadeUp(t, 5_000).Project(), look.Light)
	if b.page.scene.index != nil {
		t.Fatal("a thousand cards were placed on the screen's goroutine")
	}
	(<-b.later)()
	if n := len(b.page.scene.cards); n != 1_000 {
		t.Fatalf("%d cards", n)
	}

	view := b.page.view
	for range 20 {
		view.panBy(-100, -800)
		if faces := len(view.paint.faces); faces == 0 || faces > 45 {
			t.Fatalf("%d cards are drawn", faces)
		}
	}
	if made := len(view.paint.faces) + len(view.paint.spare); made > 60 {
		t.Errorf("%d faces were made", made)
	}
	if n := drawnObjects(view); n > 6_000 {
		t.Errorf("%d objects are drawn", n)
	}
}

func TestAnOlderPlaceIsDroppedWhenANewerIsWanted(t *testing.T) {
	made := modeltest.MadeUp(t, 500)
	b, _ := mapOf(t, made.Project(), look.Light)
	made.Add(&model.Need{Title: "One more"})

	(<-b.later)()
	(<-b.later)()

	if n := len(b.page.scene.cards); n != 101 {
		t.Errorf("%d cards are shown", n)
	}
}

func TestAnEditThatMovesNothingPlacesNothing(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	before := b.page.scene

	err := b.Edit("edit.change.need", func(c *edit.Change) error {
		need := model.Clone(c.Plan().Needs[0])
		need.Title = "Short now"
		need.HowMany = 12
		return c.Put(need)
	})

	if err != nil || b.page.scene == before || b.page.scene.index != before.index {
		t.Errorf("placed anew, or not shown at all (%v)", err)
	}
	if c := &b.page.scene.cards[b.card(t, "N1")]; c.data.Title != "Short now" {
		t.Errorf("shows %q", c.data.Title)
	}
}

// orders gives the cards of each column from top to bottom.
func (b *bench) orders() string {
	all := ""
	for _, cards := range b.page.scene.index.columns {
		for _, i := range cards {
			all += b.page.scene.cards[i].data.Title + "|"
		}
		all += "\n"
	}
	return all
}

func TestAnEditDoesNotShuffleTheCards(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	before := b.orders()

	b.drag(t, "N2", "A3")
	b.drag(t, "N4", "A3")
	if b.orders() != before {
		t.Errorf("a link moved cards:\n%s\n%s", before, b.orders())
	}

	top := b.page.scene.index.columns[1][0]
	b.page.choose(int(top))
	b.keys(fyne.KeyDelete)
	b.page.undo()
	if b.orders() != before {
		t.Error("a card that was brought back stands elsewhere")
	}

	b.page.titled("", "", wish{column: 1, y: b.page.scene.cards[top].at.Y + 1}, "A new one")
	if second := b.page.scene.index.columns[1][1]; b.page.scene.cards[second].data.Title != "A new one" {
		t.Errorf("the new card is not where it was wished:\n%s", b.orders())
	}
}

func TestTidyingLeavesTheBestOrder(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.drag(t, "N2", "A3")
	id, _ := b.Plan().Labelled("N2")

	b.page.view.TypedRune('t')

	fresh, _ := mapOf(t, b.Project, look.Light)
	if b.orders() != fresh.orders() {
		t.Errorf("tidied:\n%s\nopened anew:\n%s", b.orders(), fresh.orders())
	}
	if b.page.chosen != id {
		t.Error("tidying let go of the chosen card")
	}
}

func TestACardToComeIsChosenWhenItIsThere(t *testing.T) {
	b, _ := mapOf(t, modeltest.MadeUp(t, 500).Project(), look.Light)
	last := b.Plan().Goals[len(b.Plan().Goals)-1].ID

	b.page.Choose(last)
	if b.page.Chosen() != "" {
		t.Fatal("chosen before it is there")
	}
	(<-b.later)()

	if b.page.Chosen() != last {
		t.Errorf("chosen %q", b.page.Chosen())
	}
	i := b.page.scene.cardOf[last]
	if _, drawn := b.page.view.paint.faces[i]; !drawn {
		t.Error("it is not in view")
	}
}

func TestAnEmptyMapTeachesTheFirstStep(t *testing.T) {
	b, _ := mapOf(t, modeltest.New(t).Project(), look.Light)
	if !b.page.empty.Visible() {
		t.Fatal("nothing is said about the empty map")
	}

	b.page.view.title.add(0, fyne.Position{})
	test.Type(b.page.view.title.field.Entry, "The yard is hot")
	b.page.view.title.field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	if b.page.empty.Visible() || b.chosen() != "N1" {
		t.Errorf("after the first need: %q is chosen", b.chosen())
	}
}

func TestTheIndexFindsWhatALookAtAllFinds(t *testing.T) {
	b, _ := mapOf(t, modeltest.MadeUp(t, 1_000).Project(), look.Light)
	(<-b.later)()
	s := b.page.scene
	for _, part := range []rect{{0, 0, 400, 500}, {300, 1_000, 900, 1_100}, {-50, 3_000, 5_000, 9_000}, {180, 700, 190, 701}} {
		cards, links := map[int]bool{}, map[int]bool{}
		s.cardsIn(part, func(i int) { cards[i] = true })
		s.linksIn(part, func(i int) { links[i] = true })
		for i := range s.cards {
			c := &s.cards[i]
			touches := c.at.X <= part.right && c.at.X+c.size.Width >= part.left && c.at.Y <= part.bottom && c.at.Y+c.size.Height >= part.top
			if touches && !cards[i] {
				t.Errorf("%v: card %d at %v was not found", part, i, c.at)
			}
		}
		for i, l := range s.links {
			for k := 1; k < len(l.line); k++ {
				if part.crosses(l.line[k-1], l.line[k]) && !links[i] {
					t.Fatalf("%v: link %d was not found", part, i)
				}
			}
		}
	}
}

func TestAddingACardLeavesTheOthersWhereTheyStand(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	stood := map[model.ID]fyne.Position{}
	for i := range b.page.scene.cards {
		stood[b.page.scene.cards[i].id] = b.page.scene.cards[i].at
	}
	lowest := &b.page.scene.cards[b.page.scene.index.columns[2][len(b.page.scene.index.columns[2])-1]]

	b.page.titled("", "", wish{column: 2, y: lowest.at.Y + lowest.size.Height + 2*rowGap}, "“I sleep better”")

	for id, at := range stood {
		if now := b.page.scene.cards[b.page.scene.cardOf[id]].at; now != at {
			t.Errorf("%s went from %v to %v", b.Plan().Label(id), at, now)
		}
	}
}

func TestThemesStandTogetherWhereThatIsAskedFor(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	apart := func() bool {
		for _, cards := range b.page.scene.index.columns {
			left, before := map[string]bool{}, ""
			for _, i := range cards {
				theme := b.page.scene.cards[i].theme
				if theme != before {
					left[before] = true
				}
				if theme != "" && left[theme] {
					return true
				}
				before = theme
			}
		}
		return false
	}
	if !apart() {
		t.Skip("the themes of the example stand together by themselves")
	}
	b.page.keepThemes()
	if apart() {
		t.Error("the cards of a theme are apart")
	}
}
