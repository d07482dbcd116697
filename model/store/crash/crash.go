// Package crash notices when the program ended by a fault of its own, and keeps a report
// in words of it on this computer. Nothing is sent anywhere.
//
//	watch, err := crash.Begin(folder, about, w, isRunning)
//	for _, report := range watch.Reports { … } // of earlier runs: to be shown
//	…
//	watch.End() // a clean end leaves nothing
//
// While the program runs there is a file for it in the folder, into which the Go runtime
// writes when it must end the program ([debug.SetCrashOutput]): that works for every
// goroutine, and for faults in the graphics driver. A run that ended without a word, by a
// power cut or by being stopped, leaves an empty file, and no report: what was not saved
// then is looked after by the journal.
package crash

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"commonplan/model/words"
)

const (
	running    = "running-" // and the number of the process
	ending     = ".txt"
	kept       = "crash "  // and the time: a report
	mostKept   = 10        // reports; the oldest go
	mostDump   = 256 << 10 // bytes of what the runtime says
	nameLayout = "2006-01-02 15.04.05"
)

// Watch is the file of the run that is going on.
type Watch struct {
	Reports []Report // of runs that crashed and were not told of yet, the latest last
	file    *os.File
}

// Begin looks for what earlier runs left in the folder, makes their reports, and has the
// runtime write there if this one crashes. IsRunning tells whether a process is alive.
// The watch is never nil: with an error it only lacks what could not be had.
func Begin(folder string, about About, w *words.Words, isRunning func(pid int) bool) (*Watch, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return &Watch{}, fmt.Errorf("making the folder for crash reports: %w", err)
	}
	reports, err := collect(folder, w, isRunning)
	if err != nil {
		slog.Warn("looking for crash reports", "folder", folder, "error", err)
	}
	path := filepath.Join(folder, running+strconv.Itoa(os.Getpid())+ending)
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return &Watch{Reports: reports}, fmt.Errorf("beginning a crash report: %w", err)
	}
	_, err = file.WriteString(about.line() + "\n")
	if err == nil {
		err = debug.SetCrashOutput(file, debug.CrashOptions{})
	}
	return &Watch{Reports: reports, file: file}, err
}

// End says that the program ends as it should: nothing stays of this run.
func (w *Watch) End() {
	if w.file == nil {
		return
	}
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	if err := errors.Join(w.file.Close(), os.Remove(w.file.Name())); err != nil {
		slog.Warn("ending the crash report", "error", err)
	}
}

// collect turns what crashed runs left into reports.
func collect(folder string, w *words.Words, isRunning func(pid int) bool) ([]Report, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var reports []Report
	for _, entry := range entries {
		digits, isRun := strings.CutPrefix(strings.TrimSuffix(entry.Name(), ending), running)
		pid, err := strconv.Atoi(digits)
		if !isRun || err != nil || pid == os.Getpid() || isRunning(pid) {
			continue
		}
		report, crashed, err := take(folder, entry, w)
		if err != nil {
			return reports, err
		}
		if crashed {
			reports = append(reports, report)
		}
	}
	slices.SortFunc(reports, func(a, b Report) int { return a.Ended.Compare(b.Ended) })
	return reports, prune(folder)
}

// take makes the report of one run, and removes its file.
func take(folder string, entry fs.DirEntry, w *words.Words) (report Report, crashed bool, err error) {
	path := filepath.Join(folder, entry.Name())
	info, err := entry.Info()
	if err != nil {
		return report, false, err
	}
	file, err := os.Open(path)
	if err != nil {
		return report, false, err
	}
	dump, err := io.ReadAll(io.LimitReader(file, mostDump))
	if err = errors.Join(err, file.Close()); err != nil {
		return report, false, err
	}
	if report, crashed = Read(dump, info.ModTime()); crashed {
		report.Path = filepath.Join(folder, kept+report.Ended.Format(nameLayout)+ending)
		if err := os.WriteFile(report.Path, []byte(report.Text(w)), 0o600); err != nil {
			return report, false, err
		}
	}
	return report, crashed, os.Remove(path)
}

// prune removes the oldest reports.
func prune(folder string) error {
	reports, err := filepath.Glob(filepath.Join(folder, kept+"*"+ending))
	if err != nil || len(reports) <= mostKept {
		return err
	}
	slices.Sort(reports)
	for _, path := range reports[:len(reports)-mostKept] {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// About is what a report should say of the program.
type About struct {
	Version string
	System  string // "linux/amd64"
	Began   time.Time
}

// line is how a run begins its file.
func (a About) line() string {
	return strings.Join([]string{"Commonplan", a.Version, a.System, a.Began.UTC().Format(time.RFC3339)}, "\t")
}

// readAbout reads back what line gave.
func readAbout(line string) (a About, ok bool) {
	fields := strings.Split(line, "\t")
	if len(fields) != 4 || fields[0] != "Commonplan" {
		return a, false
	}
	began, err := time.Parse(time.RFC3339, fields[3])
	return About{Version: fields[1], System: fields[2], Began: began}, err == nil
}
