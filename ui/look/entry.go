package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is Fyne's entry without its own frame, for a Field to put into ours. It tells
// when it gains and loses the focus and when Esc or Enter is pressed.
type Entry struct {
	widget.Entry
	onFocus  func(bool)
	onEscape func()
	onEnter  func()
	onKey    func(*fyne.KeyEvent) bool // true: the key is used up
	onTab    func()                    // nil: Tab goes on to the next field
	onPaste  func(text string) bool    // true: it is used up

	onCommit   func()
	onTakeBack func() bool
}

// Commit hands on what was typed, as leaving the field would.
func (e *Entry) Commit() { e.onCommit() }

// TakeBack puts the old text in place of one that could not be stored; false if the
// text is in order.
func (e *Entry) TakeBack() bool { return e.onTakeBack() }

func newEntry(multiLine bool) *Entry {
	e := &Entry{}
	e.MultiLine = multiLine
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	if multiLine {
		e.Wrapping = fyne.TextWrapWord
	}
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained is for Fyne.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.onFocus(true)
}

// FocusLost is for Fyne.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.onFocus(false)
}

// AcceptsTab is false, in a long text too: Tab goes on to the next field, unless the
// field has a use of its own for it.
func (e *Entry) AcceptsTab() bool { return e.onTab != nil }

// TypedKey tells of Enter and Esc and leaves the rest to Fyne.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyTab:
		if e.onTab != nil {
			e.onTab()
		}
		return
	case fyne.KeyEscape:
		e.onEscape()
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine {
			e.onEnter()
			return
		}
	}
	if isFunctionKey(key.Name) {
		PassOn(e, key)
		return
	}
	e.Entry.TypedKey(key)
}

func isFunctionKey(name fyne.KeyName) bool {
	return len(name) >= 2 && name[0] == 'F' && name[1] >= '1' && name[1] <= '9'
}

// TypedShortcut edits the text; a shortcut of the window's goes on to the window.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok && e.onPaste != nil && e.onPaste(paste.Clipboard.Content()) {
		return
	}
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if ok && !editingKeys[custom.KeyName] {
		passShortcut(e, shortcut)
		return
	}
	e.Entry.TypedShortcut(shortcut)
}

// editingKeys are those that Fyne's entry knows with Ctrl: by word, to the ends.
var editingKeys = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeyBackspace: true, fyne.KeyDelete: true,
	fyne.KeyInsert: true,
}

// CreateRenderer leaves out Fyne's background and border.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return Standing(e, &bareEntryRenderer{WidgetRenderer: e.Entry.CreateRenderer()})
}

// bareEntryRenderer shows all of Fyne's entry but the first two objects, its box.
type bareEntryRenderer struct {
	fyne.WidgetRenderer
}

func (r *bareEntryRenderer) Objects() []fyne.CanvasObject {
	return r.WidgetRenderer.Objects()[2:]
}

// wheelRelay lies over an entry and hands the mouse wheel on to the page, because
// Fyne's entry would swallow it.
type wheelRelay struct {
	widget.BaseWidget
}

func newWheelRelay() *wheelRelay {
	w := &wheelRelay{}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled finds the innermost page under the pointer and scrolls that.
func (w *wheelRelay) Scrolled(event *fyne.ScrollEvent) {
	if page := scrollUnder(w, event.AbsolutePosition); page != nil {
		page.Scrolled(event)
	}
}

// CreateRenderer is for Fyne; there is nothing to see.
func (w *wheelRelay) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
