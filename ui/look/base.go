package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
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
	return Standing(p.widget, p)
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

// takeFocus gives the keyboard focus to a widget. What was put into the window just now
// and not drawn yet is on no canvas Fyne knows of: then each window is asked.
func takeFocus(w fyne.CanvasObject) {
	focusable, ok := w.(fyne.Focusable)
	if !ok {
		return
	}
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(w); c != nil {
		if c.Focused() != focusable {
			c.Focus(focusable)
		}
		return
	}
	for _, window := range driver.AllWindows() {
		window.Canvas().Focus(focusable)
	}
}
