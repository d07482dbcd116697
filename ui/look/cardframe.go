package look

import "fyne.io/fyne/v2"

// CardFrame is the box of a card, with the ring of the focus around it, for who draws
// cards at any size, as the map does.
type CardFrame struct{ box *box }

// NewCardFrame gives a frame that shows nothing yet.
func NewCardFrame() *CardFrame { return &CardFrame{newBox()} }

// Objects are what the frame is drawn with, from the back to the front.
func (f *CardFrame) Objects() []fyne.CanvasObject { return f.box.objects() }

// Show draws the frame as a card in a state looks, with corners of a radius.
func (f *CardFrame) Show(l CardLook, radius float32, focused bool) {
	f.box.paint(boxLook{fill: l.Fill, edge: l.Edge, border: l.Border, radius: radius, focused: focused})
}

// Arrange places the frame; the ring stands outside of it.
func (f *CardFrame) Arrange(at fyne.Position, size fyne.Size) { f.box.arrange(at, size) }
