// Package instance keeps the app to one window on a computer: the second start hands its
// file to the first and ends.
//
//	first, err := instance.Claim(disk, folder)
//	if errors.Is(err, instance.ErrRunning) {
//		err = instance.HandOver(disk, folder, path, patience)
//	}
//
// Who is first is decided by a lock, which the system lets go of when a process dies, in
// whatever way. What is handed over is a small file in a folder that the first looks
// into several times a second. That works on every system, needs no network, and a first
// that hangs is found out: it leaves the file where it is, and the second goes on itself.
package instance

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"commonplan/model/store"
)

// ErrRunning says that there is a first one already.
var ErrRunning = errors.New("the app is running already")

// ErrNoAnswer says that the first one did not take what was handed over.
var ErrNoAnswer = errors.New("the running app does not answer")

const (
	lockName  = "running.lock"
	inbox     = "handed-over"
	extension = ".json"
	maxNote   = 64 << 10
	beat      = 200 * time.Millisecond
)

// note is what a second start hands over: a file to open, or "" to come to the front.
type note struct {
	Path string `json:"path"`
}

// First is the one app that runs. A nil one is an app that runs beside another.
type First struct {
	disk   store.FS
	folder string
	lock   io.Closer
	end    chan struct{}
	ended  sync.WaitGroup
}

// Claim makes this process the first. Folder is the app's own. Where there are no locks,
// everybody is first.
func Claim(disk store.FS, folder string) (*First, error) {
	if err := disk.MakeFolder(filepath.Join(folder, inbox)); err != nil {
		return nil, fmt.Errorf("making the app's folder: %w", err)
	}
	lock, err := disk.TryLock(filepath.Join(folder, lockName))
	if errors.Is(err, store.ErrLocked) {
		return nil, ErrRunning
	}
	if err != nil {
		lock = nil
	}
	f := &First{disk: disk, folder: filepath.Join(folder, inbox), lock: lock, end: make(chan struct{})}
	f.take() // what nobody took is of an earlier run
	return f, nil
}

// Watch has open called, from another goroutine, for each file that is handed over; ""
// asks to come to the front.
func (f *First) Watch(open func(path string)) {
	if f == nil {
		return
	}
	f.ended.Go(func() {
		tick := time.NewTicker(beat)
		defer tick.Stop()
		for {
			select {
			case <-f.end:
				return
			case <-tick.C:
				for _, n := range f.take() {
					open(n.Path)
				}
			}
		}
	})
}

// take takes what was handed over.
func (f *First) take() []note {
	names, err := f.disk.List(f.folder)
	if err != nil {
		return nil // another time
	}
	var all []note
	for _, name := range names {
		if !strings.HasSuffix(name, extension) {
			continue
		}
		path := filepath.Join(f.folder, name)
		data, err := store.ReadBounded(f.disk, path, maxNote)
		if f.disk.Remove(path) != nil || err != nil {
			continue
		}
		var n note
		if json.Unmarshal(data, &n) == nil {
			all = append(all, n)
		}
	}
	return all
}

// Close makes room for another.
func (f *First) Close() {
	if f == nil {
		return
	}
	close(f.end)
	f.ended.Wait()
	if f.lock != nil {
		_ = f.lock.Close() // the system would, too
	}
}

// HandOver gives the first one a file to open, and waits until it took it.
func HandOver(disk store.FS, folder, path string, patience time.Duration) error {
	data, err := json.Marshal(note{path})
	if err != nil {
		return err
	}
	name := filepath.Join(folder, inbox, fmt.Sprintf("%d%s", time.Now().UnixNano(), extension))
	if err := store.WriteWhole(disk, name, data); err != nil {
		return fmt.Errorf("handing a file over: %w", err)
	}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(beat / 4) {
		if _, err := disk.Stat(name); err != nil {
			return nil
		}
	}
	_ = disk.Remove(name) // we go on ourselves: nobody shall open it later
	return ErrNoAnswer
}
