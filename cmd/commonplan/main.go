// Command commonplan is the desktop app. With the name of a project file it opens that:
//
//	commonplan [FILE.commonplan]
package main

import (
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"commonplan/model/edit"
	"commonplan/model/store"
	"commonplan/model/store/crash"
	"commonplan/model/store/instance"
	"commonplan/model/words"
	"commonplan/ui"
	"commonplan/ui/desk"
)

// saveAfter is how long nobody must have typed before the file is saved by itself.
const saveAfter = 30 * time.Second

const id = "org.commonplan.Commonplan"

func main() {
	flag.Usage = func() { fmt.Fprintln(os.Stderr, words.English().Say("main.usage")) }
	flag.Parse()
	if flag.NArg() > 1 {
		flag.Usage()
		os.Exit(2)
	}
	if !hasDisplay() {
		fmt.Fprintln(os.Stderr, words.English().Say("main.no_display"))
		os.Exit(1)
	}
	run(flag.Arg(0))
}

// run opens the window and stays until it is closed.
func run(path string) {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	first, handedOver := claim(path)
	if handedOver {
		return
	}
	sweepLater()
	go words.English().Say("app.name") // so that they are read by another processor meanwhile
	a := app.NewWithID(id)
	ui.Dress(a)
	settings := ui.NewSettings(a)
	source := edit.Source{Random: rand.Reader, Now: time.Now, Who: settings.Who()}
	real := newDisk(ownFolder(), settings.Who())
	d := desk.New(words.English(), source, real, settings, fyne.Do)
	d.KeepSafe(real, saveAfter, settings.Autosaves)
	watch := watchForCrashes(a.Metadata().Version)
	ui.Run(a, d, ui.Outside{HandedOver: first.Watch, Documents: documents(), Read: read, Print: send, Home: home(), Compose: compose, Reveal: reveal, Crashed: watch.Reports}, path)
	d.Shut()
	watch.End()
	first.Close()
}

// claim makes this the one window on the computer, or hands its file to the one there is.
func claim(path string) (first *instance.First, handedOver bool) {
	const patience = 3 * time.Second
	first, err := instance.Claim(store.OS, ownFolder())
	if errors.Is(err, instance.ErrRunning) {
		if whole, err := filepath.Abs(path); err == nil && path != "" {
			path = whole
		}
		if err = instance.HandOver(store.OS, ownFolder(), path, patience); err == nil {
			return nil, true
		}
	}
	if err != nil { // then there are two windows: better than none
		slog.Warn("looking for another window", "error", err)
	}
	return first, false
}

// watchForCrashes has a fault of the program leave a report for its next start, and gives
// those of earlier runs. Without a place for it the app works all the same.
func watchForCrashes(version string) *crash.Watch {
	about := crash.About{Version: version, System: runtime.GOOS + "/" + runtime.GOARCH, Began: time.Now()}
	watch, err := crash.Begin(filepath.Join(ownFolder(), "crashes"), about, words.English(), isRunning)
	if err != nil {
		slog.Warn("watching for crashes", "error", err)
	}
	return watch
}

// sweepLater keeps the memory as it is while the window opens: there is next to no
// garbage yet, and looking for it would make the person wait.
func sweepLater() {
	usual := debug.SetGCPercent(-1)
	time.AfterFunc(time.Second, func() { debug.SetGCPercent(usual) })
}

// hasDisplay tells whether there is a screen to open a window on: without one Fyne
// would only panic.
func hasDisplay() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
