package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// listBody is what scrolls: it draws the rows in view with rows it uses again.
type listBody struct {
	widget.BaseWidget
	list  *RecordList
	shown map[int]*heldRow
	spare []*heldRow
	mark  *canvas.Rectangle // where a dragged row will stand
}

func (b *listBody) CreateRenderer() fyne.WidgetRenderer {
	b.mark = canvas.NewRectangle(nil)
	r := &listRenderer{body: b}
	r.arrange()
	return r
}

type listRenderer struct {
	body    *listBody
	objects []fyne.CanvasObject
}

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *listRenderer) Layout(fyne.Size)             { r.arrange() }

func (r *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.body.list.total())
}

func (r *listRenderer) Refresh() {
	r.arrange()
	canvas.Refresh(r.body)
}

// arrange gives each row in view a widget and takes it from those out of view.
func (r *listRenderer) arrange() {
	b, l := r.body, r.body.list
	r.objects = r.objects[:0]
	if len(l.rows) == 0 || l.Size().Width == 0 {
		return
	}
	l.fit(l.Size().Width)
	view := l.scroll.Size().Height
	first, last := l.rowAt(l.scroll.Offset.Y), l.rowAt(l.scroll.Offset.Y+view)
	for i, row := range b.shown {
		if i < first || i > last {
			b.spare = append(b.spare, row)
			delete(b.shown, i)
		}
	}
	for i := first; i <= last; i++ {
		row := b.rowFor(i)
		row.index = i
		row.show(rowFace{
			data:    l.rows[i],
			inside:  true,
			chosen:  i == l.chosen,
			ring:    l.focused && i == l.chosen,
			divider: i != l.chosen-1,
		})
		row.Move(fyne.NewPos(0, l.tops[i]))
		row.Resize(fyne.NewSize(l.Size().Width, l.tops[i+1]-l.tops[i]))
		r.objects = append(r.objects, row)
	}
	if l.drag.on {
		r.placeMark()
	}
}

func (r *listRenderer) placeMark() {
	b, l := r.body, r.body.list
	at := l.drag.to
	if at > l.drag.from {
		at++
	}
	b.mark.FillColor = theme.Color(Primary)
	b.mark.Move(fyne.NewPos(0, l.tops[at]-1.5))
	b.mark.Resize(fyne.NewSize(l.Size().Width, 3))
	r.objects = append(r.objects, b.mark)
}

func (b *listBody) rowFor(i int) *heldRow {
	if row, ok := b.shown[i]; ok {
		return row
	}
	var row *heldRow
	if n := len(b.spare); n > 0 {
		row, b.spare = b.spare[n-1], b.spare[:n-1]
	} else {
		row = newHeldRow(b.list)
	}
	b.shown[i] = row
	return row
}

// heldRow is a row in a list. It cannot be focused: the list has the focus in its stead.
type heldRow struct {
	widget.BaseWidget
	face  rowFace
	list  *RecordList
	index int
}

func newHeldRow(l *RecordList) *heldRow {
	row := &heldRow{list: l, face: rowFace{inside: true}}
	row.ExtendBaseWidget(row)
	return row
}

// show sets all there is to see and draws the row again if any of it differs.
func (r *heldRow) show(face rowFace) {
	face.hovered, face.known = r.face.hovered, r.face.known
	if r.face != face {
		r.face = face
		r.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (r *heldRow) CreateRenderer() fyne.WidgetRenderer { return r.face.renderer(r, func() {}) }

// MouseIn shows that the row can be pressed.
func (r *heldRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved is for Fyne.
func (r *heldRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (r *heldRow) MouseOut() { r.hover(false) }

func (r *heldRow) hover(over bool) {
	r.face.hovered = over
	r.Refresh()
}

// Cursor is a hand.
func (r *heldRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped chooses the row and gives the list the focus.
func (r *heldRow) Tapped(*fyne.PointEvent) {
	takeFocus(r.list)
	if r.index == r.list.chosen {
		if r.list.OnOpened != nil {
			r.list.OnOpened(r.index)
		}
		return
	}
	r.list.choose(r.index)
}

// Dragged shows where the row would stand.
func (r *heldRow) Dragged(event *fyne.DragEvent) {
	l := r.list
	if l.OnMove == nil {
		return
	}
	if !l.drag.on {
		l.drag = dragging{from: r.index, on: true}
	}
	l.drag.to = l.rowAt(l.tops[r.index] + event.Position.Y)
	l.body.Refresh()
}

// DragEnd moves it there.
func (r *heldRow) DragEnd() {
	l := r.list
	if drag := l.drag; drag.on {
		l.drag = dragging{}
		l.body.Refresh()
		l.askMove(drag.from, drag.to)
	}
}
