package ui

import (
	"fyne.io/fyne/v2"

	"commonplan/ui/look"
)

// tell shows one sentence, to be read and closed.
func tell(window fyne.Window, title, sentence, ok string) {
	var d *look.Dialog
	button := look.NewButton(ok, func() { d.Hide() }).Primary()
	d = look.NewDialog(title, look.NewText(sentence), button)
	d.OnEnter = func() { d.Hide() }
	d.Show(window)
	button.Focus()
}

// confirm asks before something is done; Esc and no leave things as they are.
func confirm(window fyne.Window, title, sentence, yes, no string, then func()) {
	ask(window, title, sentence, choice{no, func() {}}, choice{yes, then})
}

// choice is an answer and what it does.
type choice struct {
	text string
	does func()
}

// ask offers answers; the last one is the main button, Esc takes the first.
func ask(window fyne.Window, title, sentence string, choices ...choice) {
	var d *look.Dialog
	var buttons []fyne.CanvasObject
	for i, c := range choices {
		button := look.NewButton(c.text, func() { d.Hide(); c.does() })
		if i == len(choices)-1 {
			button.Primary()
		}
		buttons = append(buttons, button)
	}
	d = look.NewDialog(title, look.NewText(sentence), buttons...)
	d.Show(window)
	buttons[len(buttons)-1].(*look.Button).Focus()
}
