package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// RecordList shows any number of records as rows as high as their texts, with one of
// them chosen. Only what is in view is drawn, so thousands of rows cost no more than
// thirty. It is one stop of the Tab key: the arrows, Home, End and the page keys move
// the choice, Enter opens, Delete removes, Alt with an arrow or dragging moves a row.
type RecordList struct {
	widget.BaseWidget
	// OnChosen is called with the place of a row that is newly chosen.
	OnChosen func(index int)
	// OnOpened is called by Enter and by clicking the chosen row, for the form to take the focus.
	OnOpened func(index int)
	// OnDelete is called by the Delete key.
	OnDelete func(index int)
	// OnMove is called when a row is to stand at another place. Without it rows stay.
	OnMove func(from, to int)

	rows    []RowData
	chosen  int
	focused bool
	tops    []float32 // of each row, and the height of all at the end
	fitted  rowsFit
	scroll  *Scroll
	body    *listBody
	drag    dragging
}

// listGutter is how far the list reaches to the right of its rows, for the scroll bar
// to stand beside them.
const listGutter float32 = 12

// rowsFit says for which width and text scale the tops were worked out.
type rowsFit struct{ width, scale float32 }

// dragging is a row on its way to another place.
type dragging struct {
	from, to int
	on       bool
}

// NewRecordList gives a list without rows.
func NewRecordList(chosen func(index int)) *RecordList {
	l := &RecordList{chosen: -1, OnChosen: chosen}
	l.body = &listBody{list: l, shown: make(map[int]*heldRow)}
	l.body.ExtendBaseWidget(l.body)
	l.scroll = NewScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.body.Refresh() }
	l.ExtendBaseWidget(l)
	return l
}

// SetRows shows other records; the choice keeps its place, if it is still there.
func (l *RecordList) SetRows(rows []RowData) {
	l.rows = rows
	if l.chosen >= len(rows) {
		l.chosen = len(rows) - 1
	}
	l.fitted = rowsFit{}
	l.Refresh()
}

// SetRow shows one record anew.
func (l *RecordList) SetRow(index int, data RowData) {
	if index < 0 || index >= len(l.rows) || l.rows[index] == data {
		return
	}
	l.rows[index] = data
	l.fitted = rowsFit{}
	l.Refresh()
}

// Len is the number of rows.
func (l *RecordList) Len() int { return len(l.rows) }

// SetChosen chooses a row, or none for -1, without telling anybody, and brings it into view.
func (l *RecordList) SetChosen(index int) {
	if index < -1 || index >= len(l.rows) {
		return
	}
	l.chosen = index
	l.reveal(index)
	l.Refresh()
}

// Chosen is the place of the chosen row, or -1.
func (l *RecordList) Chosen() int { return l.chosen }

// Focus gives the list the keyboard.
func (l *RecordList) Focus() { takeFocus(l) }

func (l *RecordList) choose(index int) {
	index = max(0, min(index, len(l.rows)-1))
	if len(l.rows) == 0 || index == l.chosen {
		return
	}
	l.SetChosen(index)
	if l.OnChosen != nil {
		l.OnChosen(index)
	}
}

// FocusGained shows the ring at the chosen row.
func (l *RecordList) FocusGained() {
	l.focused = true
	l.Refresh()
}

// FocusLost hides the ring.
func (l *RecordList) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedRune is for Fyne; a list takes no text.
func (l *RecordList) TypedRune(rune) {}

// TypedKey moves the choice.
func (l *RecordList) TypedKey(key *fyne.KeyEvent) {
	page := max(1, l.visibleRows()-1)
	switch key.Name {
	case fyne.KeyUp:
		l.choose(l.chosen - 1)
	case fyne.KeyDown:
		l.choose(l.chosen + 1)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(len(l.rows) - 1)
	case fyne.KeyPageUp:
		l.choose(l.chosen - page)
	case fyne.KeyPageDown:
		l.choose(l.chosen + page)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.chosen >= 0 && l.OnOpened != nil {
			l.OnOpened(l.chosen)
		}
	case fyne.KeyDelete:
		if l.chosen >= 0 && l.OnDelete != nil {
			l.OnDelete(l.chosen)
		}
	default:
		PassOn(l, key)
	}
}

// TypedShortcut moves the chosen row: Alt with an arrow arrives as a shortcut.
func (l *RecordList) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	switch {
	case ok && custom.Modifier == fyne.KeyModifierAlt && custom.KeyName == fyne.KeyUp:
		l.MoveChosen(-1)
	case ok && custom.Modifier == fyne.KeyModifierAlt && custom.KeyName == fyne.KeyDown:
		l.MoveChosen(1)
	default:
		passShortcut(l, shortcut)
	}
}

// MoveChosen asks for the chosen row to move up (-1) or down (1); the menu calls it, too.
func (l *RecordList) MoveChosen(step int) { l.askMove(l.chosen, l.chosen+step) }

func (l *RecordList) askMove(from, to int) {
	if l.OnMove == nil || from == to || min(from, to) < 0 || max(from, to) >= len(l.rows) {
		return
	}
	l.OnMove(from, to)
}

// fit works the tops of all rows out for a width, once.
func (l *RecordList) fit(width float32) {
	now := rowsFit{width, Scale()}
	if l.fitted == now {
		return
	}
	l.fitted = now
	l.tops = append(l.tops[:0], 0)
	probe := rowFace{}
	for i, data := range l.rows {
		probe.data = data
		l.tops = append(l.tops, l.tops[i]+probe.places(width).height)
	}
}

func (l *RecordList) total() float32 {
	if len(l.tops) == 0 {
		return 0
	}
	return l.tops[len(l.tops)-1]
}

// rowAt is the row at a height, between 0 and the last.
func (l *RecordList) rowAt(y float32) int {
	low, high := 0, len(l.rows)-1
	for low < high {
		middle := (low + high) / 2
		if l.tops[middle+1] > y {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

func (l *RecordList) visibleRows() int {
	if len(l.rows) == 0 || len(l.tops) == 0 {
		return 0
	}
	y := l.scroll.Offset.Y
	return l.rowAt(y+l.scroll.Size().Height) - l.rowAt(y) + 1
}

// reveal scrolls so that a row is in view.
func (l *RecordList) reveal(index int) {
	height := l.scroll.Size().Height
	if index < 0 || height == 0 {
		return
	}
	l.fit(l.Size().Width)
	top, bottom := l.tops[index], l.tops[index+1]
	y := l.scroll.Offset.Y
	y = min(y, top)
	y = max(y, bottom-height)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
}

// HeightFor is the height all rows need at a width: a list is best given that, up to
// the room there is.
func (l *RecordList) HeightFor(width float32) float32 {
	l.fit(width)
	return l.total()
}

// Resize fits the rows to the new width first.
func (l *RecordList) Resize(size fyne.Size) {
	l.fit(size.Width)
	l.BaseWidget.Resize(size)
	l.scroll.Refit()
}

// Refresh draws the rows anew.
func (l *RecordList) Refresh() {
	l.fit(l.Size().Width)
	l.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (l *RecordList) CreateRenderer() fyne.WidgetRenderer {
	return (&painting{
		widget: l, objects: []fyne.CanvasObject{l.scroll},
		paint: func() { l.scroll.Refit() },
		arrange: func(size fyne.Size) {
			l.scroll.Resize(size.AddWidthHeight(listGutter, 0))
		},
		min: func() fyne.Size { return fyne.NewSize(Scaled(160), min(l.total(), Scaled(120))) },
	}).start()
}

// NewListWithFoot puts something, such as the button that adds a record, right below
// the last row, or at the foot of the room when the rows need more than there is.
func NewListWithFoot(list *RecordList, foot fyne.CanvasObject) *fyne.Container {
	return container.New(footLayout{}, list, foot)
}

type footLayout struct{}

func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	list, foot := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(list.Width, foot.Width), list.Height+Gap+foot.Height)
}

func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := objects[1].MinSize()
	height := min(HeightFor(objects[0], size.Width), max(0, size.Height-foot.Height-2*Gap))
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height+Gap))
	objects[1].Resize(foot)
}
