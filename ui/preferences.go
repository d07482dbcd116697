package ui

import (
	"encoding/json"
	"log/slog"

	"fyne.io/fyne/v2"

	"commonplan/model/insight"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// What the app remembers between its runs. Fyne writes preferences in place, so
// nothing that would be missed is kept there.
const (
	prefScale    = "text.scale"
	prefVariant  = "colours"
	prefFolded   = "help.folded"
	prefRoomy    = "help.folded.roomy" // on pages that want the room
	prefRecent   = "recent"
	prefPapers   = "papers.folder"
	prefPictures = "pictures.folder"
	prefAutosave = "save.alone"
	prefWidth    = "window.width"
	prefHeight   = "window.height"
	prefWho      = "who"       // the name that changes carry
	prefAsked    = "who.asked" // the person was asked for it
)

const mostRecent = 8

// Settings keeps the recent files in Fyne's preferences.
type Settings struct{ preferences fyne.Preferences }

// NewSettings gives the settings of an app.
func NewSettings(app fyne.App) Settings { return Settings{app.Preferences()} }

// Autosaves tells whether a file is saved without being asked.
func (s Settings) Autosaves() bool { return s.preferences.BoolWithFallback(prefAutosave, true) }

// Recent lists the files that were open before, the last one first.
func (s Settings) Recent() []desk.Recent {
	var all []desk.Recent
	text := s.preferences.String(prefRecent)
	if text == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		slog.Warn("reading the recent files", "error", err)
		return nil
	}
	return all
}

// Remember puts a file first.
func (s Settings) Remember(recent desk.Recent) {
	s.keep(append([]desk.Recent{recent}, s.without(recent.Path)...))
}

// Forget takes a file off the list.
func (s Settings) Forget(path string) { s.keep(s.without(path)) }

// Who gives the name that the person's changes carry.
func (s Settings) Who() string { return s.preferences.String(prefWho) }

// SetWho keeps that name.
func (s Settings) SetWho(name string) { s.preferences.SetString(prefWho, name) }

func (s Settings) without(path string) []desk.Recent {
	var rest []desk.Recent
	for _, recent := range s.Recent() {
		if recent.Path != path {
			rest = append(rest, recent)
		}
	}
	return rest
}

func (s Settings) keep(all []desk.Recent) {
	text, err := json.Marshal(all[:min(len(all), mostRecent)])
	if err != nil {
		slog.Warn("keeping the recent files", "error", err)
		return
	}
	s.preferences.SetString(prefRecent, string(text))
}

// Dress gives the app the colours and the text size that were chosen last. [NewWindow]
// does it for an app that nobody dressed.
func Dress(app fyne.App) { app.Settings().SetTheme(look.NewTheme(chosenLook(app))) }

func chosenLook(app fyne.App) (look.Variant, float32) {
	p := app.Preferences()
	return look.Variant(p.IntWithFallback(prefVariant, int(look.Light))), float32(p.FloatWithFallback(prefScale, 1))
}

// textScales are the steps of the text size.
var textScales = []float32{1, 1.1, 1.25, 1.5, 1.75, 2}

// scaleText makes the text one step larger or smaller; 0 gives the usual size.
func (w *Window) scaleText(step int) {
	at := 0
	for i, scale := range textScales {
		if scale <= w.scale+.01 {
			at = i
		}
	}
	at = min(max(at+step, 0), len(textScales)-1)
	if step == 0 {
		at = 0
	}
	w.scale = textScales[at]
	w.app.Preferences().SetFloat(prefScale, float64(w.scale))
	w.applyTheme()
	w.showState()
	w.drawAnew()
}

// drawAnew makes the pages anew after the size or the colours changed: those that are
// not shown would keep the old ones.
func (w *Window) drawAnew() {
	if p, ok := w.pages[w.step]; ok {
		step, chosen := w.step, p.Chosen()
		w.commitField()
		w.pages = map[insight.Step]page{}
		w.GoTo(step)
		if chosen != "" && step == stepOf(w.desk.Plan(), chosen) {
			w.pages[step].Choose(chosen)
		}
	}
	w.frame.Refresh()
	w.Later(func() { // Fyne hands the new sizes on a moment later
		w.frame.Refresh()
		w.fit()
	})
}

// fit gives the frame the room that the menu bar leaves. Fyne does so only when the
// window changes its size, not when larger text makes the bar higher.
func (w *Window) fit() {
	canvas := w.window.Canvas()
	if c, ok := canvas.(interface{ Resize(fyne.Size) }); ok {
		c.Resize(canvas.Size())
	}
}

// setVariant chooses light or dark colours.
func (w *Window) setVariant(variant look.Variant) {
	w.variant = variant
	w.app.Preferences().SetInt(prefVariant, int(variant))
	w.applyTheme()
	w.menus.renew()
	w.drawAnew()
}

func (w *Window) applyTheme() {
	w.app.Settings().SetTheme(look.NewTheme(w.variant, w.scale).ForWindow())
}

// foldHelp folds the help away, or opens it.
func (w *Window) foldHelp() {
	w.help.fold()
	w.app.Preferences().SetBool(prefFolded, w.help.folded)
	w.app.Preferences().SetBool(prefRoomy, w.help.foldedRoomy)
	w.frame.Refresh()
}

func (w *Window) rememberedSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(prefWidth, 1280)), float32(p.FloatWithFallback(prefHeight, 768)))
}

func (w *Window) rememberSize() {
	size := w.window.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
}
