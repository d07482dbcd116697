package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// painting is a renderer made of functions: what to paint from the widget's state,
// where things stand, and how small it can be.
type painting struct {
	widget  fyne.Widget
	objects []fyne.CanvasObject
	paint   func()
	arrange func(fyne.Size)
	min     func() fyne.Size
}

// start paints once, so that the first frame is right, and gives the renderer.
func (p *painting) start() fyne.WidgetRenderer {
	p.paint()
	return p
}

func (p *painting) Destroy()                     {}
func (p *painting) Objects() []fyne.CanvasObject { return p.objects }
func (p *painting) Layout(size fyne.Size)        { p.arrange(size) }
func (p *painting) MinSize() fyne.Size           { return p.min() }

func (p *painting) Refresh() {
	p.paint()
	p.arrange(p.widget.Size())
	canvas.Refresh(p.widget)
}

// pressable is the part all widgets share that one can press: pointer, focus, keys.
// The widget that embeds it calls extend first.
type pressable struct {
	widget.BaseWidget
	self     fyne.Widget
	hovered  bool
	focused  bool
	disabled bool
	act      func()
}

func (p *pressable) extend(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// press acts as if one had clicked.
func (p *pressable) press() {
	if p.act != nil && !p.disabled {
		p.act()
	}
}

// Tapped takes the focus, so that the field left tells of its change first, and acts.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if p.disabled {
		return
	}
	takeFocus(p.self)
	p.press()
}

// TypedKey acts on Enter and Space; Esc closes the dialog around it, if there is one.
func (p *pressable) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press()
	case fyne.KeyEscape:
		if !escapeFrom(p.self) {
			PassOn(p.self, key)
		}
	default:
		PassOn(p.self, key)
	}
}

// PassOn hands a key the focused part has no use for to the window: Fyne would let it
// end there, and F6, F9 or Esc would do nothing.
func PassOn(from fyne.CanvasObject, key *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil {
		return
	}
	if listen := c.OnTypedKey(); listen != nil {
		listen(key)
	}
}

// passShortcut does the same for a shortcut, such as one of the window's own.
func passShortcut(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(shortcut)
	}
}

// TypedRune is for Fyne; a button takes no text.
func (p *pressable) TypedRune(rune) {}

// FocusGained shows the ring.
func (p *pressable) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost hides the ring.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// MouseIn shows that one can press here.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved is for Fyne.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (p *pressable) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is a hand over what can be pressed.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Enable lets it be pressed.
func (p *pressable) Enable() { p.setDisabled(false) }

// Disable shows it faded; it does not act.
func (p *pressable) Disable() { p.setDisabled(true) }

// Disabled tells whether it does not act.
func (p *pressable) Disabled() bool { return p.disabled }

func (p *pressable) setDisabled(disabled bool) {
	if p.disabled != disabled {
		p.disabled = disabled
		p.Refresh()
	}
}

// takeFocus gives the keyboard focus to a widget that is on a canvas.
func takeFocus(w fyne.CanvasObject) {
	focusable, ok := w.(fyne.Focusable)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil && c.Focused() != focusable {
		c.Focus(focusable)
	}
}

// box is a rectangle with a border, and the ring of the focus around it. The border
// is a filled rectangle under a smaller one, which all painters draw sharply.
type box struct {
	outer, inner, ring *canvas.Rectangle
	border             float32
	inside             bool // the ring stands inside: in tables and joined panels
}

func newBox() *box {
	b := &box{
		outer: canvas.NewRectangle(nil),
		inner: canvas.NewRectangle(nil),
		ring:  canvas.NewRectangle(nil),
	}
	b.ring.StrokeWidth = ringWidth
	b.ring.Hide()
	return b
}

const (
	ringWidth float32 = 3
	ringGap   float32 = 2
)

func (b *box) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.outer, b.inner, b.ring}
}

// boxLook is how a box looks in one state.
type boxLook struct {
	fill, edge fyne.ThemeColorName
	border     float32
	radius     float32
	focused    bool
}

func (b *box) paint(l boxLook) {
	if l.edge == "" {
		l.edge, l.border = l.fill, 0
	}
	b.border = l.border
	b.outer.FillColor, b.inner.FillColor = theme.Color(l.edge), theme.Color(l.fill)
	b.outer.CornerRadius = l.radius
	b.inner.CornerRadius = max(0, l.radius-l.border)
	b.outer.Hidden = l.border == 0
	b.ring.StrokeColor = theme.Color(Primary)
	b.ring.CornerRadius = l.radius + ringWidth + ringGap
	if b.inside {
		b.ring.CornerRadius = l.radius
	}
	b.ring.Hidden = !l.focused
}

func (b *box) arrange(at fyne.Position, size fyne.Size) {
	b.outer.Move(at)
	b.outer.Resize(size)
	b.inner.Move(at.AddXY(b.border, b.border))
	b.inner.Resize(size.SubtractWidthHeight(2*b.border, 2*b.border))
	reach := ringWidth + ringGap
	if b.inside {
		reach = 0
	}
	b.ring.Move(at.SubtractXY(reach, reach))
	b.ring.Resize(size.AddWidthHeight(2*reach, 2*reach))
}
