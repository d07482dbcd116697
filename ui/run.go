package ui

import (
	"fyne.io/fyne/v2"

	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// Run shows the window, opens the project file in it that a path names ("" is what was
// not saved when the app ended, if anything), and stays until the window is closed.
//
// Most of starting is two things: the system makes the window, and Fyne reads its fonts.
// Here they happen at the same time. Fyne asks how small the window can be once the
// system has made it and before it shows it: then the fonts are waited for, and the
// window is filled.
func Run(app fyne.App, d *desk.Desk, outside Outside, path string) {
	w := prepare(app, d, outside)
	if path != "" {
		w.OpenAtStart(path)
	} else {
		w.RecoverAtStart()
	}
	w.tellCrash(outside.Crashed)
	if outside.HandedOver != nil {
		outside.HandedOver(func(path string) { w.Later(func() { w.comeForward(path) }) })
	}
	w.fonts = readFonts()
	w.window.ShowAndRun()
}

// readFonts has Fyne read the fonts, and closes the channel when it has. Until then
// nothing may be measured: Fyne keeps what it has read without a lock.
func readFonts() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		look.ReadFonts()
	}()
	return done
}

// fillOnceReady fills a window of [Run] when Fyne asks for its size.
func (w *Window) fillOnceReady() {
	if len(w.frame.Objects) > 0 || w.fonts == nil {
		return
	}
	<-w.fonts
	w.fill()
}
