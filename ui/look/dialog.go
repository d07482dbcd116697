package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Dialog is a question that must be answered before the work goes on. Use it for what
// cannot be a page: a decision about a file, three fields to begin with. Esc closes it.
type Dialog struct {
	// OnEnter is called by Enter in one of its fields.
	OnEnter func()
	// OnClose is called when it was closed, in whatever way.
	OnClose func()

	content fyne.CanvasObject
	popUp   *widget.PopUp
	before  fyne.Focusable // what had the focus
}

// open are the dialogs shown now, the topmost last; Fyne's goroutine only.
var open []*Dialog

const dialogWidth float32 = 480

// NewDialog gives a dialog with a title and buttons at its lower right.
func NewDialog(title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *Dialog {
	foot := FlowRight(Gap, buttons...)
	body := VBox(16, NewText(title).Subheading(), content, Inset(8, 0, 0, 0, foot))
	return &Dialog{content: Pad(Margin, Margin, body)}
}

// Show shows the dialog over a window.
func (d *Dialog) Show(window fyne.Window) {
	canvas := window.Canvas()
	d.before = canvas.Focused()
	width := Scaled(dialogWidth) // larger text wants more room, as far as there is any
	if room := canvas.Size().Width - 32; room > 0 {
		width = min(width, room)
	}
	content := Wide(width, d.content)
	d.popUp = widget.NewModalPopUp(NewArea(Surface, content), canvas)
	open = append(open, d)
	d.popUp.Resize(fyne.NewSize(width, HeightFor(content, width)))
	d.popUp.Show()
}

// Hide closes the dialog and gives the focus back to what had it.
func (d *Dialog) Hide() {
	for i, shown := range open {
		if shown != d {
			continue
		}
		open = append(open[:i:i], open[i+1:]...)
		d.popUp.Hide()
		if d.before != nil {
			d.popUp.Canvas.Focus(d.before)
		}
		if d.OnClose != nil {
			d.OnClose()
		}
		return
	}
}

// dialogAround finds the topmost dialog on the canvas of an object.
func dialogAround(object fyne.CanvasObject) *Dialog {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(object)
	if canvas == nil || len(open) == 0 {
		return nil
	}
	top := open[len(open)-1]
	if top.popUp.Canvas != canvas {
		return nil
	}
	return top
}

// DialogKey gives the topmost dialog of a canvas a key that nothing in it had the focus
// for, as after a click beside it; false if it has no use for the key.
func DialogKey(canvas fyne.Canvas, key fyne.KeyName) bool {
	if len(open) == 0 || open[len(open)-1].popUp.Canvas != canvas {
		return false
	}
	d := open[len(open)-1]
	switch key {
	case fyne.KeyEscape:
		d.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.OnEnter == nil {
			return false
		}
		d.OnEnter()
	default:
		return false
	}
	return true
}

// escapeFrom closes the dialog an object stands in; false if it stands in none.
func escapeFrom(object fyne.CanvasObject) bool {
	d := dialogAround(object)
	if d != nil {
		d.Hide()
	}
	return d != nil
}

// enterIn tells the dialog an object stands in of Enter; false if it stands in none.
func enterIn(object fyne.CanvasObject) bool {
	d := dialogAround(object)
	if d == nil || d.OnEnter == nil {
		return false
	}
	d.OnEnter()
	return true
}
