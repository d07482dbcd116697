// Command bare is the least a Fyne program can be: a window with a word in it. How long
// Commonplan takes to open is measured against it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("org.commonplan.Bare").NewWindow("Bare")
	window.SetContent(widget.NewLabel("Bare"))
	window.Resize(fyne.NewSize(1280, 768))
	window.ShowAndRun()
}
