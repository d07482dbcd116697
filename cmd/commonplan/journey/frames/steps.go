package main

import (
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model/insight"
	"commonplan/ui"
	"commonplan/ui/desk"
)

// walker goes from step to step as a person would and notes how long each thing it does
// holds the window up, and how long what comes back from elsewhere does.
type walker struct {
	path   string
	desk   *desk.Desk
	window *ui.Window
	done   func()
	err    error

	frames int // so far
	begun  bool
	todo   []deed
	at     int                      // which of them was done last
	held   map[string]time.Duration // the longest time, by what was done
	order  []string
}

// deed is something a person does.
type deed struct {
	name string
	do   func()
}

// pause is how many frames pass between two deeds, for what the first one has left to do.
const pause = 20

// frame is called before each frame is painted.
func (w *walker) frame() {
	w.frames++
	switch {
	case w.frames%pause != 0:
	case !w.begun:
		w.begun = true
		w.todo, w.held = []deed{{"open", func() { w.window.OpenAtStart(w.path) }}}, map[string]time.Duration{}
		w.do()
	case !w.desk.IsOpen():
		if w.frames > 200*pause {
			w.err = errors.New("the project did not open")
			w.done()
		}
	case len(w.todo) == 1:
		w.todo = append(w.todo, w.deeds()...)
	case w.at+1 < len(w.todo):
		w.at++
		w.do()
	default:
		w.done()
	}
}

// deeds visit every step for the first time, and again; then letters are typed into a
// need, taken back and brought again, and every step is visited after that change.
func (w *walker) deeds() []deed {
	var all []deed
	visits := func(how string) {
		for _, step := range insight.Steps {
			all = append(all, deed{string(step) + "/" + how, func() { w.window.GoTo(step) }})
		}
	}
	visits("first")
	visits("again")
	all = append(all, deed{"needs/choose", func() { w.window.EditRecord(w.desk.Plan().Needs[1].ID) }})
	for range 5 {
		all = append(all, deed{"needs/letter", func() { w.window.Window().Canvas().Focused().TypedRune('x') }})
	}
	all = append(all, deed{"undo", func() { w.command(&fyne.ShortcutUndo{}) }}, deed{"redo", func() { w.command(&fyne.ShortcutRedo{}) }})
	visits("changed")
	return all
}

// command does what the menu has under a shortcut.
func (w *walker) command(shortcut fyne.Shortcut) {
	for _, menu := range w.window.Window().MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				item.Action()
			}
		}
	}
}

// do does the next thing.
func (w *walker) do() { w.note(w.todo[w.at].name, w.todo[w.at].do) }

// later has something come back to the window, and notes how long it holds it up.
func (w *walker) later(do func()) {
	fyne.Do(func() {
		if len(w.todo) == 0 {
			do()
			return
		}
		w.note(w.todo[w.at].name+"/later", do)
	})
}

// note measures by the clock of this thread, the only one that works on the window: what
// else the computer does does not count.
func (w *walker) note(name string, do func()) {
	begin, err := threadTime()
	do()
	end, after := threadTime()
	w.err = errors.Join(w.err, err, after)
	if _, known := w.held[name]; !known {
		w.order = append(w.order, name)
	}
	w.held[name] = max(w.held[name], end-begin)
}

// report gives a line for each thing that was done, with the longest it held the window
// up in ms.
func (w *walker) report() []string {
	var lines []string
	for _, name := range w.order {
		lines = append(lines, fmt.Sprintf("%s %.1f", name, ms(w.held[name])))
	}
	return lines
}
