package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model"
)

const (
	linkReach   float32       = 6 // how near to a link a click counts as on it
	doubleClick time.Duration = 400 * time.Millisecond
	wheelStep   float32       = 25 // what Fyne gives for one notch is about this
)

// drag is a movement with a button held down: of the map, of a card within its column,
// from card to card, or of the end of a link.
type drag struct {
	from    int // the card a link is drawn from, -1 while the map is moved
	to      int // the card under the pointer, -1 for none
	slot    int // where in its column the card would stand, -1 while a link is drawn
	link    int // the link of which an end is dragged, -1 for none
	end     int // which end: 0 where it begins, 1 where it arrives
	allowed bool
	at      fyne.Position
	box     bool // cards are chosen by a box drawn around them
	began   fyne.Position
	moving  bool
}

var noDrag = drag{from: -1, to: -1, slot: -1, link: -1}

func (d drag) on() bool { return d.moving }

// tap remembers the last click, to know a double one at once: Fyne would hold back
// every single click until no second can come.
type tap struct {
	when time.Time
	at   fyne.Position
}

func (v *view) under(p fyne.Position) spot {
	s := v.page.scene
	if s.index == nil || !v.room().holds(p) {
		return nowhere
	}
	at := v.onScene(p)
	if card := s.cardAt(at); card >= 0 {
		return spot{card, -1}
	}
	return spot{-1, s.linkAt(at, linkReach/v.z())}
}

// Tapped chooses what is under the pointer; a second click opens it, or adds a card in
// an empty place of a column.
func (v *view) Tapped(e *fyne.PointEvent) {
	v.takeFocus()
	now := v.page.clock()
	twice := now.Sub(v.tapped.when) < doubleClick && near(v.tapped.at, e.Position, 6)
	v.tapped = tap{now, e.Position}
	if twice {
		v.tapped.when = time.Time{}
	}
	at := v.under(e.Position)
	switch {
	case v.linking != "" && at.card >= 0:
		v.page.finishLink(at.card)
	case at.card >= 0 && v.withShift():
		v.page.alsoChoose(at.card)
	case at.card >= 0 && twice:
		v.page.open(v.page.scene.cards[at.card].id)
	case at.card >= 0:
		v.page.choose(at.card)
	case at.link >= 0 && twice:
		v.page.open(v.page.scene.links[at.link].id)
	case at.link >= 0:
		v.page.pick(at.link)
	case twice && v.addAt(e.Position):
	default:
		v.page.clear()
	}
}

func near(a, b fyne.Position, reach float32) bool {
	return math.Abs(float64(a.X-b.X)) <= float64(reach) && math.Abs(float64(a.Y-b.Y)) <= float64(reach)
}

// addAt asks for a new card in the column at a point; false if there is none.
func (v *view) addAt(p fyne.Position) bool {
	if v.page.scene.index == nil || !v.room().holds(p) {
		return false
	}
	at := v.onScene(p)
	column := v.page.scene.columnAt(at.X)
	if column < 0 {
		return false
	}
	v.title.add(column, fyne.NewPos(v.page.scene.columnX(column), at.Y))
	return true
}

// TappedSecondary shows what can be done with what is under the pointer.
func (v *view) TappedSecondary(e *fyne.PointEvent) {
	v.takeFocus()
	at := v.under(e.Position)
	switch {
	case at.card >= 0:
		if !v.page.several[v.idOf(at)] {
			v.page.choose(at.card)
		}
	case at.link >= 0:
		v.page.pick(at.link)
	}
	v.showMenu(e.Position, v.menu(at, e.Position))
}

// Scrolled moves the map, or zooms with Ctrl.
func (v *view) Scrolled(e *fyne.ScrollEvent) {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		v.wheelZoom(e)
		return
	}
	v.panBy(e.Scrolled.DX*3, e.Scrolled.DY*3)
}

func (v *view) wheelZoom(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		v.zoomTo(v.zoom+1, e.Position)
	case e.Scrolled.DY < 0:
		v.zoomTo(v.zoom-1, e.Position)
	}
}

// Dragged moves the map, or what the drag began at: within its column a card finds
// another place, elsewhere it draws a link; the end of a link goes to another card.
func (v *view) Dragged(e *fyne.DragEvent) {
	if !v.drag.on() {
		v.beginDrag(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
	}
	v.drag.at = e.Position
	if v.drag.box {
		v.draw()
		return
	}
	if v.drag.from < 0 {
		v.panBy(e.Dragged.DX, e.Dragged.DY)
		return
	}
	v.followEdge(e.Position)
	s := v.page.scene
	v.drag.to, v.drag.slot = v.under(e.Position).card, -1
	at := v.onScene(e.Position)
	switch inColumn := s.columnAt(at.X) == s.cards[v.drag.from].column; {
	case v.drag.to == v.drag.from:
		v.drag.to = -1
	case v.drag.link < 0 && inColumn:
		v.drag.to = -1
		if slot := s.slotAt(v.drag.from, at.Y); slot != s.slotOf(v.drag.from) {
			v.drag.slot = slot
		}
	}
	v.drag.allowed = v.drag.to >= 0 && v.mayDrop() == nil
	v.draw()
}

// beginDrag takes hold of what is under the pointer.
func (v *view) beginDrag(p fyne.Position) {
	at := v.under(p)
	v.page.hush()
	v.drag = noDrag
	v.drag.from, v.drag.moving, v.drag.began = at.card, true, p
	v.drag.box = at == nowhere && v.withShift()
	if end := v.endAt(at.link, p); end >= 0 {
		l := &v.page.scene.links[at.link]
		v.drag.link, v.drag.end, v.drag.from = at.link, end, l.from
		if end == 0 {
			v.drag.from = l.to
		}
	}
}

// mayDrop tells why what is dragged cannot go to the card under the pointer.
func (v *view) mayDrop() error {
	if v.drag.link >= 0 {
		return v.page.mayMoveEnd(v.drag.link, v.drag.end, v.drag.to)
	}
	return v.page.mayLink(v.drag.from, v.drag.to)
}

// followEdge moves the map while a link is dragged to its edge.
func (v *view) followEdge(p fyne.Position) {
	const edge, step = 24, 16
	r := v.room()
	push := func(at, low, high float32) float32 {
		switch {
		case at < low+edge:
			return step
		case at > high-edge:
			return -step
		}
		return 0
	}
	if dx, dy := push(p.X, r.left, r.right), push(p.Y, r.top, r.bottom); dx != 0 || dy != 0 {
		v.panBy(dx, dy)
	}
}

// DragEnd makes the link, or leaves the card or the end of a link where it was dragged.
func (v *view) DragEnd() {
	d := v.drag
	v.drag = noDrag
	switch {
	case d.box:
		v.page.inBox(d.began, d.at)
	case d.slot >= 0:
		v.page.reorder(d.from, d.slot)
	case d.link >= 0 && d.to >= 0:
		v.page.moveEnd(d.link, d.end, d.to)
	case d.from >= 0 && d.to >= 0:
		v.page.link(d.from, d.to)
	}
	v.draw()
}

// rubber is where the link that is being made runs, in the widget.
func (v *view) rubber() (from, to fyne.Position, on bool) {
	s := v.page.scene
	edge := func(card int) fyne.Position {
		c := &s.cards[card]
		return v.inView(c.at.AddXY(c.size.Width, c.size.Height/2))
	}
	if v.drag.on() && v.drag.link >= 0 {
		line := s.links[v.drag.link].line
		return v.inView(line[(1-v.drag.end)*(len(line)-1)]), v.drag.at, true
	}
	if v.drag.on() && v.drag.from >= 0 {
		at := v.onScene(v.drag.at)
		return edge(v.drag.from), v.drag.at, s.columnAt(at.X) != s.cards[v.drag.from].column
	}
	if from, ok := s.cardOf[v.linking]; ok {
		if to, ok := s.cardOf[v.cursor]; ok && to != from {
			return edge(from), v.inView(s.cards[to].at.AddXY(0, s.cards[to].size.Height/2)), true
		}
	}
	return from, to, false
}

// MouseDown gives the map the keys, at the card under the pointer.
func (v *view) MouseDown(e *desktop.MouseEvent) {
	if at := v.under(e.Position); at.card >= 0 && v.linking == "" {
		v.cursor = v.idOf(at)
	}
	v.takeFocus()
	v.draw()
}

// MouseUp is for Fyne.
func (v *view) MouseUp(*desktop.MouseEvent) {}

// MouseIn is for Fyne.
func (v *view) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved shows what a click would choose.
func (v *view) MouseMoved(e *desktop.MouseEvent) {
	if at := v.under(e.Position); at != v.hovered {
		v.hovered = at
		v.rest(at.card)
		v.draw()
	}
}

// MouseOut ends what MouseIn began.
func (v *view) MouseOut() {
	if v.hovered != nowhere {
		v.hovered = nowhere
		v.rest(-1)
		v.draw()
	}
}

// Cursor is a hand over what can be chosen.
func (v *view) Cursor() desktop.Cursor {
	if v.hovered != nowhere {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// idOf gives the record under the pointer, "" for none.
func (v *view) idOf(at spot) model.ID {
	switch s := v.page.scene; {
	case at.card >= 0:
		return s.cards[at.card].id
	case at.link >= 0:
		return s.links[at.link].id
	}
	return ""
}
