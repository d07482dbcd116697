package mapview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

// typing is an empty plan with its outline shown, ready to be typed.
func typing(t *testing.T) *bench {
	t.Helper()
	b, _ := mapOf(t, modeltest.New(t).Project(), look.Light)
	b.page.showOutline(true)
	b.page.lines.TypedRune('n')
	return b
}

// write types into the line: a tab goes deeper, a backspace back, a new line is Enter.
func (b *bench) write(text string) {
	entry := b.page.lines.typist.field.Entry
	for _, r := range text {
		switch r {
		case '\t':
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		case '\b':
			b.page.view.held = func() fyne.KeyModifier { return fyne.KeyModifierShift }
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
			b.page.view.held = heldKeys
		case '\n':
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		default:
			entry.TypedRune(r)
		}
	}
}

// rows are the rows of the outline, indented.
func (b *bench) rows() string {
	var all strings.Builder
	var walk func(uid string)
	walk = func(uid string) {
		for _, below := range b.page.lines.children(uid) {
			title := b.page.scene.cards[b.page.scene.cardOf[last(below)]].data.Title
			all.WriteString(strings.Repeat("  ", strings.Count(below, step)) + title + "\n")
			walk(below)
		}
	}
	walk("")
	return all.String()
}

func TestAnOutlineIsTypedWithEnterAndTab(t *testing.T) {
	b := typing(t)

	b.write("No room\n\tOpen house\nRepair bench\n\tI can mend\n\t\tFair town\n\b\b\b\bTools break\n")

	if want := "No room\n  Open house\n  Repair bench\n    I can mend\n      Fair town\nTools break\n"; b.rows() != want {
		t.Errorf("the outline is\n%s, typed was\n%s", b.rows(), want)
	}
	if got := b.chosen(); got != "N2" {
		t.Errorf("%s is chosen", got)
	}
	for range 6 {
		b.Undo()
	}
	if b.rows() != "" {
		t.Errorf("undo leaves\n%s", b.rows())
	}
}

func TestACardTypedUnderTwoOthersStandsUnderBothOnce(t *testing.T) {
	b := typing(t)

	b.write("No room\n\tOpen house\n\bTools break\n\topen house\nOpen house\n")

	if want := "No room\n  Open house\nTools break\n  Open house\n"; b.rows() != want {
		t.Errorf("the outline is\n%s", b.rows())
	}
	if n := len(b.Plan().Activities); n != 1 {
		t.Errorf("%d activities", n)
	}
}

func TestAListIsPastedAsItIsIndented(t *testing.T) {
	b := typing(t)
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("• No room\n\t• Open house\n\t\t• I know you\n\t• Repair bench\n\n• Tools break\n")

	b.page.lines.typist.field.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	if want := "No room\n  Open house\n    I know you\n  Repair bench\nTools break\n"; b.rows() != want {
		t.Errorf("the outline is\n%s", b.rows())
	}
	b.Undo()
	if b.rows() != "" {
		t.Errorf("one undo leaves\n%s", b.rows())
	}
}

func TestOneLineIsPastedAsText(t *testing.T) {
	b := typing(t)
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("No room")
	b.page.lines.typist.field.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if got := b.page.lines.typist.field.Text(); got != "No room" || b.rows() != "" {
		t.Errorf("the line holds %q, the outline\n%s", got, b.rows())
	}
}

func TestAnEmptyLineGoesBackUp(t *testing.T) {
	b := typing(t)
	b.write("No room\n\tOpen house\n\nTools break\n")
	if want := "No room\n  Open house\nTools break\n"; b.rows() != want {
		t.Errorf("the outline is\n%s", b.rows())
	}
}

func TestTypingGoesOnBesideTheChosenRow(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.page.showOutline(true)
	b.page.lines.Highlight(b.path("N5", "A3"))

	b.page.lines.TypedRune('n')
	b.write("A second bench\n")

	id, _ := b.Plan().Labelled("N5")
	var below []string
	for _, l := range b.Plan().From(id) {
		below = append(below, b.page.scene.cards[b.page.scene.cardOf[l.To]].data.Title)
	}
	if !slices.Contains(below, "A second bench") {
		t.Errorf("N5 leads to %q", below)
	}
}

func TestEscLeavesTheLineForTheOutline(t *testing.T) {
	b, w := openDoorDays(t, look.Light)
	b.page.showOutline(true)
	b.page.lines.TypedRune('n')
	test.Type(b.page.lines.typist.field.Entry, "Half a thought")
	b.page.lines.typist.field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Focused() != fyne.Focusable(b.page.lines) {
		t.Error("the outline does not have the keys")
	}
}
