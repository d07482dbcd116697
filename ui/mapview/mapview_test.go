package mapview

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// bench is a desk and a shell without a window around them.
type bench struct {
	*edit.Project
	page   *Page
	opened []model.ID
	later  chan func()
	now    time.Time

	kept    map[string][]byte // files, by name
	full    bool              // the disk
	trouble error
	resting func() // what happens once the pointer has rested
}

func (b *bench) Words() *words.Words { return words.English() }
func (b *bench) Gaps() []insight.Gap {
	return insight.Gaps(b.Plan(), model.DateOf(modeltest.Now()))
}
func (b *bench) ShowRecord(id model.ID) { b.opened = append(b.opened, id) }
func (b *bench) Chose()                 {}
func (b *bench) Later(do func())        { b.later <- do }

// mapOf shows the map of a project in a window.
func mapOf(t testing.TB, project *edit.Project, variant look.Variant) (*bench, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(variant, 1))
	b := &bench{Project: project, later: make(chan func(), 8), now: modeltest.Now(), kept: map[string][]byte{}}
	b.page = NewPage(b, b)
	b.page.wait = func(_ time.Duration, do func()) { b.resting = do }
	b.page.clock = func() time.Time { b.now = b.now.Add(time.Second); return b.now }
	project.Watch(b.page.Changed)
	w := test.NewTempWindow(t, look.NewArea(look.Paper, b.page.Object()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1032, 736))
	return b, w
}

// openDoorDays shows the map of the first example.
func openDoorDays(t testing.TB, variant look.Variant) (*bench, fyne.Window) {
	t.Helper()
	doc, err := example.Open("open-door-days")
	if err != nil {
		t.Fatal(err)
	}
	project, err := edit.Open(doc, modeltest.Source(3))
	if err != nil {
		t.Fatal(err)
	}
	return mapOf(t, project, variant)
}

// card finds a card by its label.
func (b *bench) card(t testing.TB, label string) int {
	t.Helper()
	id, ok := b.Plan().Labelled(label)
	i, there := b.page.scene.cardOf[id]
	if !ok || !there {
		t.Fatalf("there is no card %s", label)
	}
	return i
}

// middle is where a card's middle is in the view.
func (b *bench) middle(t testing.TB, label string) fyne.Position {
	t.Helper()
	c := &b.page.scene.cards[b.card(t, label)]
	return b.page.view.inView(c.at.AddXY(c.size.Width/2, c.size.Height/2))
}

func (b *bench) click(t testing.TB, label string) {
	t.Helper()
	test.TapAt(b.page.view, b.middle(t, label))
}

// drag drags from one card to another, as a desktop tells of it: bit by bit.
func (b *bench) drag(t testing.TB, from, to string) {
	t.Helper()
	b.dragFrom(b.middle(t, from), b.middle(t, to))
}

func (b *bench) dragFrom(from, to fyne.Position) {
	const bits = 4
	delta := fyne.NewDelta((to.X-from.X)/bits, (to.Y-from.Y)/bits)
	for i := range bits {
		at := from.AddXY(delta.DX*float32(i+1), delta.DY*float32(i+1))
		b.page.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: delta})
	}
	b.page.view.DragEnd()
}

func (b *bench) keys(names ...fyne.KeyName) {
	for _, name := range names {
		b.page.view.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// chosen is the label of what is chosen.
func (b *bench) chosen() string { return b.Plan().Label(b.page.chosen) }

// linked tells whether a card leads to another.
func (b *bench) linked(from, to string) bool {
	a, _ := b.Plan().Labelled(from)
	z, _ := b.Plan().Labelled(to)
	for _, l := range b.Plan().From(a) {
		if l.To == z {
			return true
		}
	}
	return false
}

func (b *bench) says() string {
	_, _, runs := b.page.sentence()
	text := ""
	for _, run := range runs {
		text += run.Text
	}
	return text
}
