package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// editor is what one types into, laid over the current cell.
type editor struct {
	widget.Entry
	sheet *Sheet
	open  bool
	typed bool // begun by typing: the arrows go on to the next cell
	begun string
}

func newEditor(s *Sheet) *editor {
	e := &editor{sheet: s}
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	e.OnChanged = func(string) { s.Refresh() } // a figure stays at the right of its cell
	e.ExtendBaseWidget(e)
	e.Hide()
	return e
}

// begin opens the editor over the current cell.
func (s *Sheet) begin(text string, typed bool) {
	if s.at.row < 0 || s.cell(s.at).Fixed {
		return
	}
	e := s.editor
	e.open, e.typed, e.begun = true, typed, text
	e.SetText(text)
	e.CursorRow, e.CursorColumn = 0, len([]rune(text))
	e.Show()
	s.reveal()
	s.Refresh()
	look.TakeFocus(e)
}

// close hides the editor; the sheet has the keyboard again, if the editor had it.
func (e *editor) close() {
	if !e.open {
		return
	}
	e.open = false
	e.Hide()
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(e); canvas != nil && canvas.Focused() == fyne.Focusable(e) {
		canvas.Focus(e.sheet)
	}
	e.sheet.Refresh()
}

// Commit hands on what was typed; it tells whether it was stored.
func (e *editor) commit() bool {
	if !e.open {
		return true
	}
	text := e.Text
	e.close()
	return e.sheet.write(text)
}

// Commit hands on what was typed, as leaving the cell would.
func (e *editor) Commit() { e.commit() }

// TakeBack ends the typing and leaves the cell as it was.
func (e *editor) TakeBack() bool {
	e.close()
	return true
}

// FocusLost hands on what was typed.
func (e *editor) FocusLost() {
	e.Entry.FocusLost()
	e.commit()
}

// AcceptsTab is true: Tab goes on to the next cell.
func (e *editor) AcceptsTab() bool { return true }

// TypedKey ends the typing where the key leads on.
func (e *editor) TypedKey(key *fyne.KeyEvent) {
	s := e.sheet
	switch key.Name {
	case fyne.KeyEscape:
		e.close()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		if e.commit() {
			s.step(0, 1)
		}
	case fyne.KeyUp:
		if e.commit() {
			s.step(0, -1)
		}
	case fyne.KeyTab:
		if e.commit() {
			s.tab()
		}
	case fyne.KeyLeft, fyne.KeyRight:
		if !e.typed {
			e.Entry.TypedKey(key)
		} else if e.commit() {
			s.TypedKey(key)
		}
	case fyne.KeyF6, fyne.KeyF9:
		e.commit()
		look.PassOn(s, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// TypedShortcut edits the text; what belongs to the sheet or the window goes on there.
// So does a table that is pasted before anything was typed: it is for several cells.
func (e *editor) TypedShortcut(shortcut fyne.Shortcut) {
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok && e.Text == e.begun && isTable(paste.Clipboard.Content()) {
		e.close()
		e.sheet.TypedShortcut(shortcut)
		return
	}
	custom, ok := shortcut.(*desktop.CustomShortcut)
	switch {
	case ok && (custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter):
		if e.commit() {
			e.sheet.TypedShortcut(shortcut)
		}
	case ok && !editing[custom.KeyName]:
		pass(e.sheet, shortcut)
	default:
		e.Entry.TypedShortcut(shortcut)
	}
}

// editing are the keys that Fyne’s entry knows with Ctrl.
var editing = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyHome: true, fyne.KeyEnd: true,
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyInsert: true,
}

// CreateRenderer leaves out Fyne’s background and border: the cell has its own.
func (e *editor) CreateRenderer() fyne.WidgetRenderer {
	return look.Standing(e, &bare{e.Entry.CreateRenderer()})
}

// bare shows all of Fyne’s entry but the first two objects, its box.
type bare struct{ fyne.WidgetRenderer }

func (r *bare) Objects() []fyne.CanvasObject { return r.WidgetRenderer.Objects()[2:] }
