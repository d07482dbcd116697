package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Block is any content that is chosen or pressed as a whole, such as a row of a table
// or one half of a panel.
type Block struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()
	// OnFocus is called when the block gains and loses the focus.
	OnFocus func(focused bool)
	// OnKey is asked first what to do with a key, such as an arrow; true is: it is used up.
	OnKey func(key *fyne.KeyEvent) bool

	content fyne.CanvasObject
	says    string
	inside  bool
	radius  float32
	chosen  bool
}

// NewBlock makes a block of some content. What it says is for those who cannot see it.
func NewBlock(says string, content fyne.CanvasObject, tapped func()) *Block {
	b := &Block{content: content, says: says, radius: 4, OnTapped: tapped}
	b.act = func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	}
	b.extend(b)
	return b
}

// Joined draws the ring of the focus inside, for a part of a panel with that radius.
func (b *Block) Joined(radius float32) *Block {
	b.inside, b.radius = true, radius
	return b
}

// SetContent shows something else.
func (b *Block) SetContent(says string, content fyne.CanvasObject) {
	b.says, b.content = says, content
	b.Refresh()
}

// SetChosen shows the block as the one that commands are about.
func (b *Block) SetChosen(chosen bool) {
	if b.chosen != chosen {
		b.chosen = chosen
		b.Refresh()
	}
}

// Chosen tells whether it is.
func (b *Block) Chosen() bool { return b.chosen }

// TakeFocus gives the keyboard to a widget that is in a window, also if it was put
// there just now.
func TakeFocus(w fyne.CanvasObject) { takeFocus(w) }

// Focus gives the block the keyboard.
func (b *Block) Focus() { takeFocus(b) }

// FocusGained shows the ring.
func (b *Block) FocusGained() {
	b.pressable.FocusGained()
	if b.OnFocus != nil {
		b.OnFocus(true)
	}
}

// FocusLost hides the ring.
func (b *Block) FocusLost() {
	b.pressable.FocusLost()
	if b.OnFocus != nil {
		b.OnFocus(false)
	}
}

// TypedKey offers the key to OnKey first.
func (b *Block) TypedKey(key *fyne.KeyEvent) {
	if b.OnKey == nil || !b.OnKey(key) {
		b.pressable.TypedKey(key)
	}
}

// AccessibilityLabel reads the block out.
func (b *Block) AccessibilityLabel() string { return b.says }

// AccessibilityRole is for Fyne.
func (b *Block) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height at a width.
func (b *Block) HeightFor(width float32) float32 { return HeightFor(b.content, width) }

// CreateRenderer is for Fyne.
func (b *Block) CreateRenderer() fyne.WidgetRenderer {
	frame := newBox()
	frame.inside = b.inside
	return Standing(b, &blockRenderer{block: b, frame: frame})
}

// blockRenderer is a painting whose content may be another one later.
type blockRenderer struct {
	block *Block
	frame *box
}

func (r *blockRenderer) Destroy()           {}
func (r *blockRenderer) MinSize() fyne.Size { return r.block.content.MinSize() }

// Objects have the ring in front: the content may have a ground of its own.
func (r *blockRenderer) Objects() []fyne.CanvasObject {
	all := r.frame.objects()
	n := len(r.frame.plain())
	objects := append(append([]fyne.CanvasObject{}, all[:n]...), r.block.content)
	return append(objects, all[n:]...)
}

func (r *blockRenderer) Layout(size fyne.Size) {
	b := r.block
	l := boxLook{fill: Clear, radius: b.radius, focused: b.focused}
	switch {
	case b.chosen:
		l.fill = PrimaryTint
	case b.hovered && b.OnTapped != nil:
		l.fill = Sunk
	}
	r.frame.paint(l)
	r.frame.arrange(fyne.Position{}, size)
	b.content.Move(fyne.Position{})
	b.content.Resize(size)
}

func (r *blockRenderer) Refresh() {
	r.Layout(r.block.Size())
	canvas.Refresh(r.block)
}
