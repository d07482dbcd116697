package journey

import (
	"regexp"
	"strings"
	"time"
)

// App is a program running on the desk.
type App struct {
	desk    *Desk
	running *process
}

// Output is what the program has printed so far.
func (a *App) Output() string { return a.running.output.String() }

// Ended waits until the program has ended, and fails if it ended with an error.
func (a *App) Ended() {
	a.desk.t.Helper()
	if !a.running.endsWithin(patience) {
		a.desk.t.Fatalf("%s is still running %v after it should have ended.", a.running.name, patience)
	}
	if a.running.err != nil {
		a.desk.t.Fatalf("%s ended with an error: %v\n%s", a.running.name, a.running.err, a.Output())
	}
}

// Window waits for a window whose title has this text in it.
func (a *App) Window(title string) *Window {
	a.desk.t.Helper()
	w := &Window{app: a, title: title}
	a.desk.Until("a window with “"+title+"” in its title is open", func() bool {
		a.mustRun()
		out, err := a.desk.command("xdotool", "search", "--onlyvisible", "--name", regexp.QuoteMeta(title)).Output()
		w.id, _, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
		return err == nil && w.id != ""
	})
	w.do([]string{"windowactivate", "--sync", w.id})
	return w
}

// mustRun fails the test as soon as the program is gone, with what it said last.
func (a *App) mustRun() {
	a.desk.t.Helper()
	if a.running.endsWithin(0) {
		a.desk.t.Fatalf("%s ended in the middle of the journey (%v):\n%s", a.running.name, a.running.err, a.Output())
	}
}

// Window is an open window. Points are in pixels from its left upper corner. Every
// gesture gives the window again, so that a journey reads as one sentence.
type Window struct {
	app   *App
	id    string
	title string
}

// Click clicks at a point.
func (w *Window) Click(x, y int) *Window {
	w.app.desk.t.Helper()
	return w.do(clicking(w.point(x, y), 1))
}

// DoubleClick clicks twice at a point, quickly.
func (w *Window) DoubleClick(x, y int) *Window {
	w.app.desk.t.Helper()
	return w.do(clicking(w.point(x, y), 2))
}

// Drag presses at one point, moves to another as a hand would, and lets go there.
func (w *Window) Drag(fromX, fromY, toX, toY int) *Window {
	w.app.desk.t.Helper()
	return w.do(dragging(w.point(fromX, fromY), w.point(toX, toY)))
}

// Wheel turns the wheel at a point: down by so many notches, or up if they are negative.
func (w *Window) Wheel(x, y, notches int) *Window {
	w.app.desk.t.Helper()
	return w.do(wheeling(w.point(x, y), notches))
}

// Type writes a text where the cursor is.
func (w *Window) Type(text string) *Window {
	w.app.desk.t.Helper()
	for _, gesture := range typing(text) {
		w.do(gesture)
	}
	return w
}

// Key presses keys one after another, by their X names: "Tab", "ctrl+s", "shift+F6".
func (w *Window) Key(keys ...string) *Window {
	w.app.desk.t.Helper()
	return w.do(pressing(keys))
}

// Pause waits, for what shows itself only in the picture.
func (w *Window) Pause(d time.Duration) *Window {
	time.Sleep(d)
	return w
}

// Screenshot keeps a picture of the desk as build/journey/<name>.png.
func (w *Window) Screenshot(name string) *Window {
	w.app.desk.t.Helper()
	w.app.desk.picture(name)
	return w
}

// Close asks the window to close, as alt+F4 does. The program may have a question first.
func (w *Window) Close() *Window {
	w.app.desk.t.Helper()
	return w.Key("alt+F4")
}

// point turns a point of the window into a point of the screen.
func (w *Window) point(x, y int) point {
	w.app.desk.t.Helper()
	w.app.mustRun()
	out, err := w.app.desk.command("xwininfo", "-id", w.id).CombinedOutput()
	if err != nil {
		w.app.desk.t.Fatalf("The window “%s” is gone: %s", w.title, out)
	}
	place, err := placeOf(string(out))
	if err != nil {
		w.app.desk.t.Fatalf("The window “%s” cannot be found on the screen: %v", w.title, err)
	}
	if x < 0 || y < 0 || x >= place.width || y >= place.height {
		w.app.desk.t.Fatalf("The point %d, %d is outside the window “%s”, which is %d x %d.", x, y, w.title, place.width, place.height)
	}
	return point{place.left + x, place.top + y}
}

// do makes a gesture and waits a beat for its result.
func (w *Window) do(gesture []string) *Window {
	w.app.desk.t.Helper()
	w.app.mustRun()
	if out, err := w.app.desk.command("xdotool", gesture...).CombinedOutput(); err != nil {
		w.app.desk.t.Fatalf("The gesture “%s” could not be made: %v\n%s", strings.Join(gesture, " "), err, out)
	}
	time.Sleep(beat)
	return w
}
