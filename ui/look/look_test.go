package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// newApp starts a test app in our theme.
func newApp(t *testing.T, scale float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, scale))
}

// inWindow shows an object in a window of a size.
func inWindow(t *testing.T, object fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, object)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

func TestALongChipIsCutRatherThanWidenThePage(t *testing.T) {
	newApp(t, 1.5)
	chip := NewChip("UN Sustainable Development Goals: 3 Good health and well-being", nil)
	flow := Flow(Gap, chip)
	inWindow(t, flow, 400, 100)
	if flow.MinSize().Width > 400 || chip.Size().Width > 400 {
		t.Errorf("the row wants %v, the chip is %v wide", flow.MinSize().Width, chip.Size().Width)
	}
}

func TestSettingATextTellsNobody(t *testing.T) {
	newApp(t, 1)
	told := 0
	f := NewField("Title").Changed(func(string) { told++ }).Committed(func(string) { told++ })
	inWindow(t, f, 300, 80)

	f.SetText("Yard behind the hall")
	f.Focus()
	f.Commit()

	if told != 0 {
		t.Errorf("told %d times, want never", told)
	}
	if f.Text() != "Yard behind the hall" {
		t.Errorf("the field shows %q", f.Text())
	}
}

func TestLeavingAFieldTellsOfTheChangeOnce(t *testing.T) {
	newApp(t, 1)
	var changed, committed []string
	f := NewField("Title").
		Changed(func(s string) { changed = append(changed, s) }).
		Committed(func(s string) { committed = append(committed, s) })
	w := inWindow(t, f, 300, 80)

	f.Focus()
	test.Type(f.Entry, "ab")
	w.Canvas().Unfocus()
	f.Focus()
	w.Canvas().Unfocus()

	if len(changed) != 2 || changed[1] != "ab" {
		t.Errorf("changes told: %q", changed)
	}
	if len(committed) != 1 || committed[0] != "ab" {
		t.Errorf("commits told: %q, want one of ab", committed)
	}
}

func TestWhatCannotBeStoredIsNotCommittedAndStays(t *testing.T) {
	newApp(t, 1)
	const sentence = "Please write a sum, such as 14.50"
	committed := ""
	f := NewField("Sum").Committed(func(s string) { committed = s }).Checked(func(s string) string {
		if s == "14 tens" {
			return sentence
		}
		return ""
	})
	w := inWindow(t, f, 300, 100)
	low := f.HeightFor(300)

	f.Focus()
	test.Type(f.Entry, "14 tens")
	w.Canvas().Unfocus()

	if committed != "" || f.Text() != "14 tens" || f.Error() != sentence {
		t.Errorf("committed %q, shows %q, says %q", committed, f.Text(), f.Error())
	}
	if f.HeightFor(300) <= low {
		t.Error("the sentence has no room")
	}

	f.Focus()
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if f.Error() != "" {
		t.Error("the sentence stays although the text is right now")
	}
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if committed != "14 ten" {
		t.Errorf("Enter committed %q", committed)
	}
}

func TestEscBringsTheTextBackThatWasThereBeforeOneThatIsNotHandedOn(t *testing.T) {
	newApp(t, 1)
	escaped := false
	f := NewField("How much?")
	f.OnEscape = func() { escaped = true }
	f.SetText("14")
	inWindow(t, f, 300, 80)

	f.Focus()
	test.Type(f.Entry, "k")
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	if f.Text() != "14" || !escaped {
		t.Errorf("shows %q, escaped %v", f.Text(), escaped)
	}
}

func TestEscDoesNotWipeWordsThatCountAtEachLetter(t *testing.T) {
	newApp(t, 1)
	last := ""
	f := NewField("Title").Changed(func(s string) { last = s })
	f.SetText("old")
	inWindow(t, f, 300, 80)

	f.Focus()
	test.Type(f.Entry, "new ")
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	if f.Text() != "new old" || last != "new old" {
		t.Errorf("shows %q, told %q", f.Text(), last)
	}
}

func TestALongTextMakesItsFieldGrow(t *testing.T) {
	newApp(t, 1)
	f := NewTextArea("In more detail", 2)
	inWindow(t, f, 300, 400)
	short := f.HeightFor(300)
	f.SetText("It is paved and hot in summer. People tip rubbish there, and nobody feels it is theirs. There is no shade, no seat and no water, and the gate is locked at four.")
	if grown := f.HeightFor(300); grown < short+TextPitch(Body) {
		t.Errorf("height %v with the long text, %v without", grown, short)
	}
}

func TestAButtonActsByMouseEnterAndSpace(t *testing.T) {
	newApp(t, 1)
	pressed := 0
	b := NewButton("Add a need", func() { pressed++ })
	w := inWindow(t, b, 200, 36)

	test.Tap(b)
	if w.Canvas().Focused() != fyne.Focusable(b) {
		t.Error("a click does not take the focus")
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.Disable()
	test.Tap(b)

	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
}

func TestAFieldCommitsBeforeTheButtonActs(t *testing.T) {
	newApp(t, 1)
	var order []string
	f := NewField("Title").Committed(func(string) { order = append(order, "commit") })
	b := NewButton("Save", func() { order = append(order, "press") })
	inWindow(t, VBox(8, f, b), 300, 200)

	f.Focus()
	test.Type(f.Entry, "x")
	test.Tap(b)

	if len(order) != 2 || order[0] != "commit" {
		t.Errorf("order %v", order)
	}
}

func TestMeasuresAreThoseOfTheDrawings(t *testing.T) {
	newApp(t, 1)
	for what, sizes := range map[string][2]float32{
		"a button":       {NewButton("Add", nil).MinSize().Height, 36},
		"a small button": {NewButton("Add", nil).Small().MinSize().Height, 28},
		"an icon square": {NewIconButton(IconPlus, "More", nil).MinSize().Width, 28},
		"a field":        {NewField("").HeightFor(300), 36},
		"a step":         {NewNavRow("Needs", nil).MinSize().Height, 27},
		"a group head":   {HeightFor(NewNavHead("Plan"), NavWidth), 33},
		"a row with two lines of title": {NewListRow(RowData{Kind: Need, Number: "N1", Title: "Day centre closed two days a week; people are alone for long spells",
			Second: "1 piece of evidence"}, nil).HeightFor(264), 100},
		"a joined row": {NewJoinedRow(RowData{Icon: IconCamera, Title: "Photo walk", Second: "June 2026"}, nil).HeightFor(480), 52},
	} {
		if sizes[0] != sizes[1] {
			t.Errorf("%s measures %v, want %v", what, sizes[0], sizes[1])
		}
	}
}

func TestKeysNobodyUsesReachTheWindow(t *testing.T) {
	newApp(t, 1)
	f, b, l := NewField("Title"), NewButton("Save", nil), NewRecordList(nil)
	w := inWindow(t, VBox(8, f, b, l), 300, 200)
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { heard = append(heard, key.Name) })

	for _, part := range []fyne.Focusable{f.Entry, b, l} {
		part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	if len(heard) != 4 || heard[3] != fyne.KeyEscape {
		t.Errorf("the window heard %v", heard)
	}
}
