package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

func (r *reading) keys(names ...fyne.KeyName) {
	for _, name := range names {
		r.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestReadingStepsThroughTheThreadsOfACardAndEscEndsIt(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	b.click(t, "N5")

	b.page.view.TypedRune('r')

	read := b.page.thread
	if !read.Visible() || b.page.top.Visible() || b.page.view.Visible() || w.Canvas().Focused() != fyne.Focusable(read) {
		t.Fatal("the reading has not begun")
	}
	id, _ := b.Plan().Labelled("N5")
	for _, path := range read.threads {
		if _, isGoal := b.Plan().Item(path[len(path)-1]).(*model.Goal); path[0] != id || !isGoal {
			t.Errorf("a thread from %s to %s", b.Plan().Label(path[0]), b.Plan().Label(path[len(path)-1]))
		}
	}
	first := read.AccessibilityLabel()
	read.keys(fyne.KeySpace)
	second := read.AccessibilityLabel()
	read.keys(fyne.KeyLeft)
	if first == second || read.AccessibilityLabel() != first {
		t.Errorf("read %q, then %q", first, second)
	}
	read.keys(fyne.KeyEnd, fyne.KeyRight)
	if read.at != len(read.threads)-1 {
		t.Error("it goes on after the last thread")
	}
	read.keys(fyne.KeyEscape)
	if read.Visible() || !b.page.view.Visible() || b.chosen() != "N5" {
		t.Error("Esc does not bring the map back as it was")
	}
}

func TestReadingSaysWhyALinkIsBelieved(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.page.showReading(true)
	path := b.page.thread.threads[0]
	link := model.Clone(b.Plan().From(path[0])[0])
	for _, l := range b.Plan().From(path[0]) {
		if l.To == path[1] {
			link = model.Clone(l)
		}
	}
	link.Why = "Forty people said so"

	if err := b.Edit("edit.change.link", func(c *edit.Change) error { return c.Put(link) }); err != nil {
		t.Fatal(err)
	}

	why, ok := b.page.thread.steps.Objects[1].(*fyne.Container)
	if !ok || !strings.Contains(why.Objects[0].(*look.Text).String(), "Forty people said so") {
		t.Error("the reason is not shown")
	}
}

func TestWithoutAThreadThereIsNothingToRead(t *testing.T) {
	project, err := edit.New(modeltest.Source(4))
	if err != nil {
		t.Fatal(err)
	}
	b, _ := mapOf(t, project, look.Light)

	b.page.showReading(true)

	if b.page.thread.Visible() || !strings.HasSuffix(b.page.head.refusal, ".") {
		t.Errorf("the map says %q", b.page.head.refusal)
	}
}
