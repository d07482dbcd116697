package look

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func manyRows(n int) []RowData {
	rows := make([]RowData, n)
	for i := range rows {
		rows[i] = RowData{Kind: Need, Number: fmt.Sprint("N", i+1), Title: "People who leave hospital lose touch within weeks", Second: "1 activity"}
	}
	rows[0].Title = "Short"
	return rows
}

func key(l fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		l.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func drawnRows(l *RecordList) []*heldRow {
	var rows []*heldRow
	for _, o := range test.WidgetRenderer(l.body).Objects() {
		if row, ok := o.(*heldRow); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

func TestALongListDrawsOnlyWhatIsInView(t *testing.T) {
	newApp(t, 1)
	l := NewRecordList(nil)
	l.SetRows(manyRows(2000))
	inWindow(t, l, 264, 600)

	key(l, fyne.KeyEnd)

	rows := drawnRows(l)
	if len(rows) == 0 || len(rows) > 9 {
		t.Fatalf("%d rows drawn, want those in view", len(rows))
	}
	if last := rows[len(rows)-1]; last.index != 1999 || last.face.data.Number != "N2000" || !last.face.chosen {
		t.Errorf("the last row drawn is %d, %+v", last.index, last.face.data)
	}
	if kept := len(l.body.shown) + len(l.body.spare); kept > 20 {
		t.Errorf("%d row widgets were made", kept)
	}
}

func TestTheKeysMoveTheChoiceThroughAList(t *testing.T) {
	newApp(t, 1)
	var told []int
	l := NewRecordList(func(i int) { told = append(told, i) })
	l.SetRows(manyRows(10))
	opened, deleted := -1, -1
	l.OnOpened = func(i int) { opened = i }
	l.OnDelete = func(i int) { deleted = i }
	inWindow(t, l, 264, 600)

	l.SetChosen(4)
	key(l, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyUp, fyne.KeyEnd)
	key(l, fyne.KeyReturn, fyne.KeyDelete)

	if fmt.Sprint(told) != "[5 6 5 0 9]" {
		t.Errorf("told of %v", told)
	}
	if opened != 9 || deleted != 9 {
		t.Errorf("opened %d, deleted %d, want 9", opened, deleted)
	}
}

func TestAClickChoosesARowAndASecondOpensIt(t *testing.T) {
	newApp(t, 1)
	chosen, opened := -1, -1
	l := NewRecordList(func(i int) { chosen = i })
	l.OnOpened = func(i int) { opened = i }
	l.SetRows(manyRows(5))
	w := inWindow(t, l, 264, 600)

	test.Tap(drawnRows(l)[2])
	if chosen != 2 || opened != -1 || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("chosen %d, opened %d", chosen, opened)
	}
	test.Tap(drawnRows(l)[2])
	if opened != 2 {
		t.Errorf("opened %d", opened)
	}
}

func TestRowsMoveByAltArrowAndByDragging(t *testing.T) {
	newApp(t, 1)
	var moves []string
	l := NewRecordList(nil)
	l.SetRows(manyRows(5))
	l.OnMove = func(from, to int) { moves = append(moves, fmt.Sprint(from, "→", to)) }
	inWindow(t, l, 264, 600)
	l.SetChosen(0)

	l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	row := drawnRows(l)[1]
	row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 230)}})
	row.DragEnd()

	if fmt.Sprint(moves) != "[0→1 1→3]" {
		t.Errorf("moves %v", moves)
	}
}

func TestAListIsAsHighAsItsRows(t *testing.T) {
	newApp(t, 1)
	l := NewRecordList(nil)
	rows := manyRows(3)
	l.SetRows(rows)
	inWindow(t, NewListWithFoot(l, NewButton("Add a need", nil)), 264, 600)

	one := NewListRow(rows[0], nil).HeightFor(264)
	two := NewListRow(rows[1], nil).HeightFor(264)
	if want := one + 2*two; l.Size().Height != want {
		t.Errorf("the list is %v high, its rows %v", l.Size().Height, want)
	}
	if one >= two {
		t.Error("a row does not grow with its title")
	}
}

func TestFewerRowsKeepTheChoiceInside(t *testing.T) {
	newApp(t, 1)
	l := NewRecordList(nil)
	l.SetRows(manyRows(5))
	inWindow(t, l, 264, 600)
	l.SetChosen(4)
	l.SetRows(manyRows(2))
	if l.Chosen() != 1 {
		t.Errorf("chosen %d of 2", l.Chosen())
	}
	l.SetRows(nil)
	key(l, fyne.KeyDown, fyne.KeyDelete)
	if l.Chosen() != -1 {
		t.Errorf("chosen %d of none", l.Chosen())
	}
}

func BenchmarkScrollingALongList(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(NewTheme(Light, 1))
	l := NewRecordList(nil)
	l.SetRows(manyRows(2000))
	w := test.NewTempWindow(b, l)
	w.Resize(fyne.NewSize(264, 700))
	for i := 0; b.Loop(); i++ {
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, float32(-50+100*(i/1000%2)))})
	}
}

func BenchmarkAskingAScreenForItsSize(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(NewTheme(Light, 1))
	screen := needsScreen()
	w := test.NewTempWindow(b, screen)
	w.Resize(fyne.NewSize(1280, 768))
	for b.Loop() {
		screen.MinSize()
	}
}
