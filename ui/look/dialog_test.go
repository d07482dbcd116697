package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/ui/look"
)

// The buttons of a dialog stand within it, whatever the size of the text.
func TestTheButtonsOfADialogStandWithinIt(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(look.NewTheme(look.Light, scale))
		window := app.NewWindow("")
		window.Resize(fyne.NewSize(640, 480))
		var buttons []fyne.CanvasObject
		for _, text := range []string{"Cancel", "Remove it…", "Reminder sheet…", "Change it…"} {
			buttons = append(buttons, look.NewButton(text, nil))
		}
		look.NewDialog("This project has a password", look.NewText("It opens only with it."), buttons...).Show(window)

		right := float32(0)
		for _, b := range buttons {
			at := app.Driver().AbsolutePositionForObject(b)
			right = max(right, at.X+b.Size().Width)
			if at.X < 0 || at.X+b.Size().Width > window.Canvas().Size().Width {
				t.Errorf("at %v, %s stands at %v, %v wide", scale, b.(*look.Button).Text(), at.X, b.Size().Width)
			}
		}
		if want := (window.Canvas().Size().Width + min(look.Scaled(480), window.Canvas().Size().Width-32)) / 2; right > want {
			t.Errorf("at %v, the buttons end at %v, the dialog at %v", scale, right, want)
		}
	}
}
