package main

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"commonplan/model/insight"
	"commonplan/ui"
	"commonplan/ui/desk"
)

const (
	rest    = 20 // frames before a gesture, for the last one to end
	gesture = 80 // frames measured of each
	atMost  = 20 * time.Second
)

// surface is the map as the pointer and the keys meet it.
type surface interface {
	fyne.Widget
	fyne.Scrollable
	fyne.Tappable
	fyne.Focusable
	fyne.Draggable
	desktop.Hoverable
}

// gestures are what is measured, by the number of the frame. There is no map yet at the
// first ones: they paint plain rectangles, of which only one moves, to compare with.
var gestures = []struct {
	name string
	do   func(m surface, i int)
}{
	{"bare", plain(1)},
	{"rectangles", plain(manyRectangles)},
	{"still", func(surface, int) {}},
	{"pan", func(m surface, i int) { wheel(m, i, 40) }},
	{"hover", func(m surface, i int) { m.MouseMoved(&desktop.MouseEvent{PointEvent: *point(m, i)}) }},
	{"choose", func(m surface, i int) { m.Tapped(point(m, i)) }},
	{"zoom", zoom},
	{"pan-far", func(m surface, i int) { // at the end of zoom the whole map is in view
		if i == 0 {
			for range 12 {
				m.TypedRune('-')
			}
		}
		wheel(m, i, 20)
	}},
}

// plains is how many of the gestures need no map.
const plains = 2

// manyRectangles is about as many objects as a map has in view.
const manyRectangles = 250

// plain moves one of so many rectangles that stand in rows, as cards do.
func plain(n int) func(surface, int) {
	objects := make([]fyne.CanvasObject, n)
	for k := range objects {
		r := canvas.NewRectangle(color.NRGBA{R: 0x13, G: 0x5e, B: 0x63, A: 0xff})
		r.Resize(fyne.NewSize(40, 24))
		r.Move(fyne.NewPos(float32(k%20)*60, float32(k/20)*50))
		objects[k] = r
	}
	sheet := container.NewWithoutLayout(objects...)
	return func(_ surface, i int) {
		window := fyne.CurrentApp().Driver().AllWindows()[0]
		if i == 0 {
			window.SetContent(sheet)
		}
		objects[0].Move(fyne.NewPos(float32(i%2), 0))
	}
}

// wheel turns the wheel by a notch, down for some frames and up again for as many.
func wheel(m surface, i, frames int) {
	notch := float32(-25)
	if i/frames%2 == 1 {
		notch = 25
	}
	m.Scrolled(&fyne.ScrollEvent{PointEvent: *point(m, 0), Scrolled: fyne.Delta{DY: notch}})
}

// zoom goes step by step out to the whole map and in again.
func zoom(m surface, i int) {
	if i/8%2 == 0 {
		m.TypedRune('-')
	} else {
		m.TypedRune('+')
	}
}

// point is a place on the map, another one each frame, so that most are on other cards.
func point(m surface, i int) *fyne.PointEvent {
	size := m.Size()
	at := fyne.NewPos(40+float32(i*211), 0)
	for at.X > size.Width-40 {
		at.X -= size.Width - 80
	}
	at.Y = 80 + float32(i*67%400)
	return &fyne.PointEvent{Position: at, AbsolutePosition: at}
}

// hand opens the file and makes the gestures, a step each frame.
type hand struct {
	path    string
	desk    *desk.Desk
	window  *ui.Window
	content fyne.CanvasObject // of the window
	done    func()
	report  []string
	err     error

	count  int       // frames so far in this part
	last   time.Time // the frame before
	begun  time.Time // the opening
	went   bool      // to the map
	shown  bool      // the cards: they are painted in the frame that follows
	onMap  surface
	part   int // of the gestures
	frames []time.Duration
	worked time.Duration // by the processors when the gesture began
	ended  bool
}

// frame is called before each frame is painted.
func (h *hand) frame(now time.Time) {
	took := now.Sub(h.last)
	h.last = now
	h.count++
	switch {
	case h.part < plains:
		h.measure(took)
		if h.part == plains {
			h.window.Window().SetContent(h.content)
		}
	case h.begun.IsZero():
		if h.count == rest {
			h.begun = now
			h.window.OpenAtStart(h.path)
		}
	case h.onMap == nil:
		h.open(now)
	case h.part < len(gestures):
		h.measure(took)
	case !h.ended:
		h.end()
	}
}

// open goes to the map as soon as the project is open, and waits for its cards.
func (h *hand) open(now time.Time) {
	if now.Sub(h.begun) > atMost {
		h.err = errors.New("the map did not show itself")
		h.done()
		return
	}
	if !h.desk.IsOpen() {
		return
	}
	if !h.went {
		h.window.GoTo(insight.StepMap)
		h.went = true
		return
	}
	m, found := surfaceIn(h.window.Window().Content())
	if !found {
		return
	}
	if !showsCards(m) {
		return
	}
	if !h.shown {
		h.shown = true
		return
	}
	h.report = append(h.report, fmt.Sprintf("first-map %d", now.Sub(h.begun).Milliseconds()))
	h.onMap, h.count = m, 0
}

// showsCards tells whether there is anything in the part of the map that moves.
func showsCards(m surface) bool {
	for _, part := range test.WidgetRenderer(m).Objects() {
		if clip, ok := part.(*container.Clip); ok {
			inside, ok := clip.Content.(fyne.Widget)
			return ok && len(test.WidgetRenderer(inside).Objects()) > 1 // one is always there
		}
	}
	return false
}

// surfaceIn finds the map among what the window shows.
func surfaceIn(o fyne.CanvasObject) (surface, bool) {
	if !o.Visible() {
		return nil, false
	}
	if m, ok := o.(surface); ok {
		return m, true
	}
	if box, ok := o.(*fyne.Container); ok {
		for _, inside := range box.Objects {
			if m, ok := surfaceIn(inside); ok {
				return m, true
			}
		}
	}
	return nil, false
}

// measure keeps how long the frame took in which the gesture was made, and makes the
// next.
func (h *hand) measure(took time.Duration) {
	i := h.count - rest
	switch {
	case i == 0:
		h.worked = h.work()
	case i > 0:
		h.frames = append(h.frames, took)
	}
	if i == gesture {
		slices.Sort(h.frames)
		at := func(part int) float64 { return ms(h.frames[len(h.frames)*part/100]) }
		h.report = append(h.report, fmt.Sprintf("%s %.1f %.1f %.1f", gestures[h.part].name, at(50), at(95), ms(h.work()-h.worked)/gesture))
		h.part, h.count, h.frames = h.part+1, 0, nil
		return
	}
	if i >= 0 {
		gestures[h.part].do(h.onMap, i)
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// work is how long the processors have worked for this program.
func (h *hand) work() time.Duration {
	d, err := worked()
	h.err = errors.Join(h.err, err)
	return d
}

func (h *hand) end() {
	h.ended = true
	size, err := memory()
	h.report, h.err = append(h.report, fmt.Sprintf("memory %d", size)), errors.Join(h.err, err)
	h.done()
}
