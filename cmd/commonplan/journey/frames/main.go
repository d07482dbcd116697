// Command frames measures how smoothly the map of a large project moves: it opens the
// file in Commonplan’s own window, works on the map as a hand would, one gesture a
// frame, and prints the time from frame to frame.
//
//	frames [-steps] FILE.commonplan
//
// It prints a line for each gesture, with the median and the 95th percentile in ms, and
// how long the processors worked on a frame, which other programs do not change much;
// and two lines more: how long the first map took, in ms, and how much memory the
// program holds, in MB. Fyne paints at most 60 frames a second, so 16.7 ms is the least.
// To compare with, two gestures paint a window with one plain rectangle and with 250.
//
// With -steps it goes through all steps instead, and prints how long each thing that one
// does holds the window up, in ms of the processor’s work.
package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
	"commonplan/model/words"
	"commonplan/ui"
	"commonplan/ui/desk"
)

func main() {
	steps := flag.Bool("steps", false, "go through all steps")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "frames [-steps] FILE.commonplan")
		os.Exit(2)
	}
	a := app.NewWithID("org.commonplan.Frames")
	ui.Dress(a)
	w := &walker{path: flag.Arg(0), done: a.Quit}
	later := fyne.Do
	if *steps {
		later = w.later
	}
	d := desk.New(words.English(), edit.Source{Random: rand.Reader, Now: time.Now}, reading{}, ui.NewSettings(a), later)
	// The file lies at home: one in a temporary folder would be asked about first.
	window := ui.NewWindow(a, d, ui.Outside{Home: filepath.Dir(flag.Arg(0))})
	h := &hand{content: window.Window().Content(), path: flag.Arg(0), desk: d, window: window, done: a.Quit}
	w.desk, w.window = d, window
	frame := func() { h.frame(time.Now()) }
	if *steps {
		frame = w.frame
	}
	// Fyne ticks its animations before each frame it paints, one after the other.
	everyFrame := fyne.NewAnimation(time.Hour, func(float32) { frame() })
	a.Lifecycle().SetOnStarted(everyFrame.Start)
	window.Window().ShowAndRun()
	if err := errors.Join(h.err, w.err); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, line := range append(h.report, w.report()...) {
		fmt.Println(line)
	}
}

// reading is a disk that is only read.
type reading struct{}

var errReading = errors.New("this program writes nothing")

func (reading) Open(path, _ string) (shelf.Opened, error) {
	doc, seen, err := store.Open(store.OS, path)
	return shelf.Opened{Path: path, Doc: doc, Seen: seen}, err
}

func (reading) Save(string, *model.Document, store.Seen) (shelf.Saved, error) {
	return shelf.Saved{}, errReading
}

func (reading) Read(path, _ string) (*model.Document, error) {
	doc, _, err := store.Open(store.OS, path)
	return doc, err
}

func (reading) WriteCopy(string, *model.Document, *file.Key) error { return errReading }

func (reading) Lock(*file.Key, string) (*file.Key, error) { return nil, errReading }
func (reading) Beside(string) ([]string, error)           { return nil, errReading }
func (reading) Salvage(string, string) (*model.Document, file.Salvaged, *file.Key, error) {
	return nil, file.Salvaged{}, nil, errReading
}

func (reading) ReadPicture(string) ([]byte, error) { return nil, errReading }
func (reading) WriteOutput(string, []byte) error   { return errReading }

// worked is how long the processors have worked for this program so far.
func worked() (time.Duration, error) {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0, fmt.Errorf("asking for the time worked: %w", err)
	}
	// After the name in brackets, the 12th and 13th field count ticks of 10 ms.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	var own, system int
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &own, &system); err != nil {
		return 0, fmt.Errorf("asking for the time worked: %w", err)
	}
	return time.Duration(own+system) * 10 * time.Millisecond, nil
}

// memory is what the system says this program holds, in MB.
func memory() (int, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, fmt.Errorf("asking for the memory: %w", err)
	}
	kilobytes := 0
	for line := range strings.Lines(string(status)) {
		if size, found := strings.CutPrefix(line, "VmRSS:"); found {
			_, err = fmt.Sscan(size, &kilobytes)
		}
	}
	return kilobytes / 1000, err
}
