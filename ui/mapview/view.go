package mapview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/ui/look"
)

// zooms are the steps of the zoom. They are few, because each has its own drawn letters.
var zooms = []float32{0.1, 0.15, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2}

const usualZoom = 8 // 100 %

// The measures of the view; they grow with the text.
const (
	headHeight float32 = 44 // of the column heads
	bodyTop    float32 = 56 // where the highest card stands
	bodyFoot   float32 = 12 // below the lowest card
)

// view is the map as one widget: it shows a part of the scene at some zoom, and takes
// pointer and keys. What they mean for the plan is the page's affair.
type view struct {
	widget.BaseWidget
	page *Page

	zoom    int
	pan     fyne.Position // where the scene's corner stands, from the usual place; never positive
	cursor  model.ID      // the card the keys are at
	focused bool
	hovered spot
	rests   int      // counts the cards the pointer came to
	linking model.ID // the card from which a link is being made by keys or menu
	moving  model.ID // the link that is to arrive elsewhere, "" for a new one
	drag    drag
	tapped  tap
	held    func() fyne.KeyModifier // which modifiers are held down
	title   *titleField
	corner  *corner
	paint   *painter
	zoomed  bool // somebody has chosen the zoom: it is not to be changed for them
	hidden  bool // a card was to be brought into view before there was a view
}

// spot is what is under the pointer: a card, a link, or neither.
type spot struct{ card, link int }

var nowhere = spot{-1, -1}

func newView(p *Page) *view {
	v := &view{page: p, zoom: usualZoom, hovered: nowhere, drag: noDrag, held: heldKeys}
	v.corner = newCorner(v)
	v.title = newTitleField(v)
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer is for Fyne.
func (v *view) CreateRenderer() fyne.WidgetRenderer {
	v.paint = newPainter(v)
	return look.Standing(v, v.paint)
}

// MinSize leaves the map small: it takes what room there is.
func (v *view) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// z is the zoom: 1 is 100 %.
func (v *view) z() float32 { return zooms[v.zoom] }

// room is the part of the widget in which cards are seen.
func (v *view) room() rect {
	size := v.Size()
	return rect{0, look.Scaled(headHeight), size.Width, max(size.Height-v.corner.foot(), look.Scaled(headHeight))}
}

// origin is where the scene's corner stands in the widget.
func (v *view) origin() fyne.Position {
	return fyne.NewPos(look.Margin+v.pan.X, look.Scaled(bodyTop)+v.pan.Y)
}

// onScene turns a place of the widget into one of the scene.
func (v *view) onScene(p fyne.Position) fyne.Position {
	o := v.origin()
	return fyne.NewPos((p.X-o.X)/v.z(), (p.Y-o.Y)/v.z())
}

// inView turns a place of the scene into one of the widget.
func (v *view) inView(p fyne.Position) fyne.Position {
	o := v.origin()
	return fyne.NewPos(o.X+p.X*v.z(), o.Y+p.Y*v.z())
}

// seen is the part of the scene in view, and a little more.
func (v *view) seen() rect {
	r := v.room()
	const more = 8 // the ring of the focus
	a := v.onScene(fyne.NewPos(r.left-more, r.top-more))
	b := v.onScene(fyne.NewPos(r.right+more, r.bottom+more))
	return rect{a.X, a.Y, b.X, b.Y}
}

// clamp keeps the scene in the room.
func (v *view) clamp() {
	s, r := v.page.scene, v.room()
	wide := r.right - r.left - 2*look.Margin - s.width*v.z()
	high := r.bottom - look.Scaled(bodyTop+bodyFoot) - s.height*v.z()
	v.pan = fyne.NewPos(whole(min(0, max(wide, v.pan.X))), whole(min(0, max(high, v.pan.Y))))
}

// panBy moves the scene.
func (v *view) panBy(dx, dy float32) {
	v.pan = v.pan.AddXY(dx, dy)
	v.draw()
}

// zoomTo changes the zoom and keeps the place under a point of the widget.
func (v *view) zoomTo(step int, at fyne.Position) {
	step = max(v.least(), min(step, len(zooms)-1))
	if step == v.zoom {
		return
	}
	fixed := v.onScene(at)
	v.zoom, v.zoomed = step, true
	o := v.inView(fixed)
	v.pan = v.pan.AddXY(at.X-o.X, at.Y-o.Y)
	v.corner.place()
	v.draw()
}

// least is the smallest step that is of use: the whole map is in view.
func (v *view) least() int { return min(v.fitting(true, usualZoom), usualZoom-4) }

// zoomBy changes the zoom about the middle of the room, or about the card the keys are
// at, if that is in view.
func (v *view) zoomBy(steps int) { v.zoomTo(v.zoom+steps, v.centre()) }

func (v *view) centre() fyne.Position {
	r := v.room()
	if i, ok := v.page.scene.cardOf[v.cursor]; ok {
		c := &v.page.scene.cards[i]
		if p := v.inView(c.at.AddXY(c.size.Width/2, c.size.Height/2)); r.holds(p) {
			return p
		}
	}
	return fyne.NewPos((r.left+r.right)/2, (r.top+r.bottom)/2)
}

// fit shows the whole map, as large as that can be.
func (v *view) fit() {
	v.zoom, v.zoomed = v.fitting(true, largestFit), true
	v.pan = fyne.Position{}
	v.corner.place()
	v.draw()
}

// largestFit is the zoom up to which a small map is spread over a large window.
const largestFit = usualZoom + 1

// fitting is the largest step, up to a most, at which the map has room: in width, and
// in height too if that is asked.
func (v *view) fitting(inHeight bool, most int) int {
	s, size := v.page.scene, v.Size()
	for step := most; step > 0; step-- {
		z := zooms[step]
		if s.width*z <= size.Width-2*look.Margin+1 && (!inHeight || s.height*z+look.Scaled(bodyTop+bodyFoot) <= size.Height) {
			return step
		}
	}
	return 0
}

// reveal brings a card into view.
func (v *view) reveal(card int) {
	const margin = 16
	if v.hidden = v.Size().Width == 0; v.hidden {
		return
	}
	s, r, z := v.page.scene, v.room(), v.z()
	at := v.inView(s.cards[card].at)
	size := s.cards[card].size
	shift := func(from, length, low, high float32) float32 {
		switch {
		case from < low+margin:
			return low + margin - from
		case from+length > high-margin:
			return max(high-margin-from-length, low+margin-from)
		}
		return 0
	}
	v.pan = v.pan.AddXY(shift(at.X, size.Width*z, r.left, r.right), shift(at.Y, size.Height*z, r.top, r.bottom))
	v.clamp()
}

// show takes over another scene.
func (v *view) show() {
	v.hovered = nowhere
	if v.drag.on() {
		v.drag = noDrag
	}
	if v.paint != nil {
		v.paint.forget()
	}
	v.fitWidth()
	v.corner.place()
	v.draw()
}

// fitWidth chooses the zoom, as long as nobody else has: larger than usual where the
// whole map has room so; else the width should fit, if the letters stay easy to read.
func (v *view) fitWidth() {
	if v.zoomed || v.Size().Width == 0 || v.page.scene.index == nil {
		return
	}
	v.zoom = usualZoom
	if step := v.fitting(true, largestFit); step > usualZoom {
		v.zoom = step
	} else if step := v.fitting(false, usualZoom); zooms[step] >= 0.75 {
		v.zoom = step
	}
}

// draw brings the widget up to date.
func (v *view) draw() {
	if v.paint != nil {
		v.clamp()
		v.paint.draw()
	}
}

// resized fits the map into another room.
func (v *view) resized() {
	v.fitWidth()
	v.corner.place()
	if i, ok := v.page.scene.cardOf[v.cursor]; ok && v.hidden {
		v.reveal(i)
	}
	v.draw()
}

// stateOf says how a card is drawn.
func (v *view) stateOf(i int) look.CardState {
	p := v.page
	id := p.scene.cards[i].id
	state := look.CardState{Hovered: v.hovered.card == i, Chosen: p.chosen == id || p.several[id], Focused: v.focused && v.cursor == id}
	if p.light.on {
		lit := p.light.cards[id]
		state.InSight, state.Faded = lit && p.light.sight, !lit
	}
	if v.drag.to == i && v.drag.allowed || v.linking == id || v.linking != "" && v.cursor == id {
		state.Chosen, state.Faded = true, false
	}
	return state
}

// setCursor puts the keys at a card and brings it into view.
func (v *view) setCursor(card int) {
	v.cursor = v.page.scene.cards[card].id
	v.reveal(card)
}

// cursorCard is the card the keys are at: where none is, the highest in view.
func (v *view) cursorCard() int {
	s := v.page.scene
	if s.index == nil || len(s.cards) == 0 {
		return -1
	}
	if i, ok := s.cardOf[v.cursor]; ok {
		return i
	}
	first := -1
	s.cardsIn(v.seen(), func(i int) {
		if first < 0 {
			first = i
		}
	})
	if first < 0 {
		first = slices.IndexFunc(s.cards, func(card) bool { return true })
	}
	return first
}
