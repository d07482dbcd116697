package sheet

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"commonplan/ui/look"
)

// list is what a sheet of the tests shows: names and figures, then their sum.
type list struct {
	sheet  *Sheet
	canvas fyne.Canvas
	names  []string
	wrote  []string
}

// open shows a sheet of so many rows.
func open(t testing.TB, rows int) *list {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(look.Light, 1))
	l := &list{sheet: New([]Column{{Head: "Name"}, {Head: "Sum", Number: true, Width: 80}, {Head: "+", Action: true, Width: 40}})}
	for i := range rows {
		l.names = append(l.names, fmt.Sprint("Row ", i+1))
	}
	l.sheet.OnWrite = func(row, column int, text string) string {
		if text == "wrong" {
			return "Please write something else."
		}
		l.wrote = append(l.wrote, fmt.Sprint(row, "/", column, " ", text))
		if column == 0 {
			l.names[row] = text
		}
		l.show()
		return ""
	}
	l.show()
	w := test.NewTempWindow(t, l.sheet)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	l.canvas = w.Canvas()
	l.sheet.Focus()
	return l
}

func (l *list) show() {
	var rows []Row
	for _, name := range l.names {
		rows = append(rows, Row{Key: name, Cells: []Cell{{Text: name}, {Text: "10"}}})
	}
	l.sheet.SetRows(append(rows, Row{Key: "sum", Kind: Total, Cells: []Cell{{Text: "Together"}, {Text: "30"}}}))
}

func (l *list) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		l.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (l *list) typeIn(text string) {
	for _, letter := range text {
		l.canvas.Focused().TypedRune(letter)
	}
}

func (l *list) at() string { return fmt.Sprint(l.sheet.Row(), "/", l.sheet.Column()) }

func TestTabGoesFromCellToCellAndOverTheEndOfARow(t *testing.T) {
	l := open(t, 3)

	l.press(fyne.KeyTab, fyne.KeyTab)

	if l.at() != "1/0" {
		t.Errorf("Tab leads to %s", l.at())
	}
}

func TestTypingReplacesAndTheArrowsGoOn(t *testing.T) {
	l := open(t, 3)

	l.typeIn("New")
	l.press(fyne.KeyRight)
	l.typeIn("25")
	l.press(fyne.KeyReturn)

	if got := strings.Join(l.wrote, ", "); got != "0/0 New, 0/1 25" || l.at() != "1/1" {
		t.Errorf("written is %s, at %s", got, l.at())
	}
}

func TestChangingACellMovesTheCursorInIt(t *testing.T) {
	l := open(t, 3)

	l.press(fyne.KeyF2, fyne.KeyHome)
	l.typeIn("My ")
	l.press(fyne.KeyRight, fyne.KeyReturn)

	if got := strings.Join(l.wrote, ", "); got != "0/0 My Row 1" {
		t.Errorf("written is %s", got)
	}
}

func TestEscLeavesTheCellAsItWas(t *testing.T) {
	l := open(t, 3)

	l.typeIn("New")
	l.press(fyne.KeyEscape)

	if len(l.wrote) > 0 || l.sheet.Editing() || l.canvas.Focused() != l.sheet {
		t.Errorf("written is %v, editing %v", l.wrote, l.sheet.Editing())
	}
}

func TestLeavingTheSheetKeepsWhatWasTyped(t *testing.T) {
	l := open(t, 3)

	l.typeIn("New")
	l.canvas.Unfocus()

	if len(l.wrote) != 1 || l.sheet.Editing() {
		t.Errorf("written is %v, editing %v", l.wrote, l.sheet.Editing())
	}
}

func TestWhatIsRefusedStaysWithItsRowWhereverThatGoes(t *testing.T) {
	l := open(t, 3)
	l.press(fyne.KeyDown)
	l.typeIn("wrong")
	l.press(fyne.KeyTab)
	if l.at() != "1/0" || l.sheet.Shown(1, 0) != "wrong" || l.sheet.Sentence() == "" {
		t.Fatalf("at %s, the cell shows %q", l.at(), l.sheet.Shown(1, 0))
	}

	l.names = []string{"Row 2", "Row 3"}
	l.show()
	if l.at() != "0/0" || l.sheet.Shown(0, 0) != "wrong" {
		t.Errorf("at %s, the cell shows %q", l.at(), l.sheet.Shown(0, 0))
	}
	l.press(fyne.KeyReturn)
	if l.sheet.editor.Text != "wrong" {
		t.Errorf("changing it begins with %q", l.sheet.editor.Text)
	}
}

func TestAClickGoesToACellAndASecondOneChangesIt(t *testing.T) {
	l := open(t, 3)
	corner, size := l.sheet.bounds(spot{2, 1})
	click := &fyne.PointEvent{Position: corner.AddXY(size.Width/2, size.Height/2)}

	l.sheet.Tapped(click)
	if l.at() != "2/1" || l.sheet.Editing() {
		t.Fatalf("the first click leads to %s", l.at())
	}
	l.sheet.Tapped(click)

	if !l.sheet.Editing() || l.sheet.editor.Text != "10" {
		t.Error("the second click does not change the cell")
	}
}

func TestTypingAfterAClickReplacesInTheCurrentCellAsInAnyOther(t *testing.T) {
	l := open(t, 3)
	corner, size := l.sheet.bounds(spot{0, 1})
	click := &fyne.PointEvent{Position: corner.AddXY(size.Width/2, size.Height/2)}
	l.sheet.Tapped(click)
	l.sheet.Tapped(click)

	l.typeIn("865")
	l.press(fyne.KeyReturn)

	if got := strings.Join(l.wrote, ", "); got != "0/1 865" {
		t.Errorf("written is %s", got)
	}
}

func TestAFigureThatIsChangedStandsInItsOwnCell(t *testing.T) {
	l := open(t, 3)
	corner, size := l.sheet.bounds(spot{0, 1})
	l.press(fyne.KeyRight, fyne.KeyF2)

	e := l.sheet.editor
	if left := e.Position().X; left < corner.X || left+e.Size().Width > corner.X+size.Width+theme.InnerPadding() {
		t.Errorf("it is typed from %v to %v, in a cell from %v to %v", left, left+e.Size().Width, corner.X, corner.X+size.Width)
	}
}

func TestATablePastedIntoACellThatIsOpenButUntouchedIsForSeveralCells(t *testing.T) {
	l := open(t, 3)
	var pasted [][]string
	l.sheet.OnPaste = func(_, _ int, cells [][]string) { pasted = cells }
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("Hall\nSeeds\nTools\n")
	l.press(fyne.KeyF2)

	l.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	if len(pasted) != 3 || l.sheet.Editing() {
		t.Errorf("pasted are the rows %q", pasted)
	}
}

func TestSumsAreNeverGoneTo(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := open(t, rapid.IntRange(0, 4).Draw(r, "rows"))
		for range 20 {
			l.sheet.TypedKey(&fyne.KeyEvent{Name: rapid.SampledFrom([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight,
				fyne.KeyTab, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyDelete, fyne.KeyEscape}).Draw(r, "key")})
			if len(l.names) > 0 && (l.sheet.Row() < 0 || l.sheet.Row() >= len(l.names) || l.sheet.Column() > 1) {
				r.Fatalf("at %s of %d rows", l.at(), len(l.names))
			}
		}
	})
}

func TestALongTextMakesItsRowHigherAndMovesThoseBelow(t *testing.T) {
	l := open(t, 3)
	before := l.sheet.HeightFor(400)

	l.names[0] = strings.Repeat("a long name of a cost ", 4)
	l.show()

	if l.sheet.HeightFor(400) <= before+look.TextPitch(look.Body) {
		t.Error("the text has no room")
	}
}

// drawn lists the texts that are drawn.
func drawn(s *Sheet) map[string]fyne.Position {
	texts := map[string]fyne.Position{}
	for _, o := range test.WidgetRenderer(s).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts[text.Text] = text.Position()
		}
	}
	return texts
}

func TestOnlyWhatIsInViewIsDrawnAndTheHeadStaysAtItsTop(t *testing.T) {
	l := open(t, 1000)

	l.sheet.SetView(2800, 3000)

	texts := drawn(l.sheet)
	if len(texts) > 20 {
		t.Errorf("%d texts are drawn", len(texts))
	}
	if head := texts["Name"].Y; head < 2800 || head > 2830 {
		t.Errorf("the head stands at %v", head)
	}
}

func TestATableIsCopiedWithTabs(t *testing.T) {
	l := open(t, 2)

	if got := l.sheet.Tabbed(); got != "Name\tSum\nRow 1\t10\nRow 2\t10\nTogether\t30" {
		t.Errorf("copied is %q", got)
	}
}

func BenchmarkShowingAThousandRowsAnew(b *testing.B) {
	l := open(b, 1000)
	l.sheet.SetView(0, 600)
	for i := 0; b.Loop(); i++ {
		l.names[0] = fmt.Sprint("Row ", -i)
		l.show()
	}
}
