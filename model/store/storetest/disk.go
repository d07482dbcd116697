// Package storetest gives tests a disk in memory, of which any operation can be made to
// fail:
//
//	disk := storetest.New("/home")
//	disk.Fail = storetest.Nth(3, syscall.ENOSPC)
//	_, err := store.Save(disk, "/home/hill.commonplan", doc, store.Seen{})
package storetest

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"sync"
	"syscall"
	"time"

	"commonplan/model/store"
)

// Disk is a disk in memory. Paths have slashes. Several goroutines may use it; its fields
// are set while nobody does.
type Disk struct {
	mu sync.Mutex
	// Fail is asked before each operation; what it gives is that operation's error.
	Fail func(op string) error
	// NoLinks makes it a disk without hard links, like a memory stick.
	NoLinks bool
	// Garble makes it a faulty disk: one letter of whatever is written turns into another,
	// and no error tells.
	Garble bool
	// Room is how many more bytes the disk takes; negative is no end of them.
	Room int
	// Kind is what kind of disk it says it is.
	Kind store.Medium
	// Lies makes it a disk that says "synced" and does nothing.
	Lies bool
	// Time is when files are written.
	Time time.Time
	// Ops lists the operations so far.
	Ops []string

	folders map[string]bool
	files   map[string]*inode
	locked  map[string]bool
	temps   int
	diary   []event // what happened since Watch; nil is nobody watches
	watched bool
}

// inode is a file's content; several names may share it.
type inode struct {
	data  []byte
	mode  fs.FileMode
	made  time.Time
	names int
}

var _ store.FS = (*Disk)(nil)

// New gives a disk with these folders and nothing in them.
func New(folders ...string) *Disk {
	d := &Disk{Room: -1, folders: map[string]bool{"/tmp": true}, files: map[string]*inode{}, locked: map[string]bool{}}
	for _, folder := range folders {
		d.folders[folder] = true
	}
	return d
}

// Clone gives another disk that holds the same now. Locks stay behind.
func (d *Disk) Clone() *Disk {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := &Disk{
		Fail: d.Fail, NoLinks: d.NoLinks, Garble: d.Garble, Room: d.Room, Kind: d.Kind, Lies: d.Lies, Time: d.Time, temps: d.temps,
		folders: maps.Clone(d.folders), locked: map[string]bool{}, files: map[string]*inode{},
	}
	copies := map[*inode]*inode{}
	for name, f := range d.files {
		if copies[f] == nil {
			twin := *f
			twin.data = slices.Clip(f.data) // appending makes a copy
			copies[f] = &twin
		}
		next.files[name] = copies[f]
	}
	return next
}

// Nth lets the n-th operation from now fail, from 1, and no other.
func Nth(n int, err error) func(string) error {
	return func(string) error {
		if n--; n == 0 {
			return err
		}
		return nil
	}
}

// On lets every operation of a kind fail.
func On(op string, err error) func(string) error {
	return func(now string) error {
		if now == op {
			return err
		}
		return nil
	}
}

// Break sets Fail while others use the disk.
func (d *Disk) Break(fail func(op string) error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.Fail = fail
}

// Put puts a file on the disk.
func (d *Disk) Put(name string, data []byte, mode fs.FileMode) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.enter(name, &inode{data: bytes.Clone(data), mode: mode, made: d.Time})
}

// enter gives a file a name; nil takes the name away. A file without names is gone, and
// its room is free.
func (d *Disk) enter(name string, f *inode) {
	if old := d.files[name]; old != nil {
		if old.names--; old.names == 0 && d.Room >= 0 {
			d.Room += len(old.data)
		}
	}
	if f == nil {
		delete(d.files, name)
		return
	}
	f.names++
	d.files[name] = f
}

// Get gives a file's content, nil if there is none.
func (d *Disk) Get(name string) []byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.files[name]; f != nil {
		return f.data
	}
	return nil
}

// Names lists all files, sorted.
func (d *Disk) Names() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var names []string
	for name := range d.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (d *Disk) op(name, file string) error {
	d.Ops = append(d.Ops, name)
	if d.Fail == nil {
		return nil
	}
	if err := d.Fail(name); err != nil {
		return &fs.PathError{Op: name, Path: file, Err: err}
	}
	return nil
}

func gone(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: syscall.ENOENT} }

// Resolve gives the path itself: there are no symbolic links here.
func (d *Disk) Resolve(name string) string { return name }

// Stat describes a file or folder.
func (d *Disk) Stat(name string) (fs.FileInfo, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("stat", name); err != nil {
		return nil, err
	}
	if d.folders[name] {
		return info{name: path.Base(name), mode: fs.ModeDir | 0o755}, nil
	}
	f := d.files[name]
	if f == nil {
		return nil, gone("stat", name)
	}
	return info{path.Base(name), int64(len(f.data)), f.mode, f.made}, nil
}

// Open opens a file for reading.
func (d *Disk) Open(name string) (io.ReadCloser, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("open", name); err != nil {
		return nil, err
	}
	f := d.files[name]
	if f == nil {
		return nil, gone("open", name)
	}
	return &reading{disk: d, name: name, from: bytes.NewReader(f.data)}, nil
}

// CreateTemp makes a new file.
func (d *Disk) CreateTemp(folder string, mode fs.FileMode) (store.File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("create", folder); err != nil {
		return nil, err
	}
	if !d.folders[folder] {
		return nil, gone("create", folder)
	}
	if mode == 0 {
		mode = 0o644
	}
	return d.begin(d.temp(folder), mode), nil
}

// Create makes a new file under a free name.
func (d *Disk) Create(name string) (store.File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("create", name); err != nil {
		return nil, err
	}
	if !d.folders[path.Dir(name)] {
		return nil, gone("create", name)
	}
	if d.files[name] != nil {
		return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return d.begin(name, 0o600), nil
}

func (d *Disk) begin(name string, mode fs.FileMode) store.File {
	f := &inode{mode: mode, made: d.Time}
	d.change(entry{name, f})
	return &writing{disk: d, name: name, to: f}
}

// change changes names, as one step of the disk.
func (d *Disk) change(entries ...entry) {
	for _, e := range entries {
		d.enter(e.name, e.file)
	}
	d.note(event{kind: renamed, entries: entries})
}

func (d *Disk) temp(folder string) string {
	d.temps++
	return fmt.Sprintf("%s/.commonplan-%016x.tmp", folder, d.temps)
}

// LinkTemp gives a file a second name.
func (d *Disk) LinkTemp(name string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("link", name); err != nil {
		return "", err
	}
	if d.NoLinks {
		return "", &fs.PathError{Op: "link", Path: name, Err: syscall.EPERM}
	}
	if d.files[name] == nil {
		return "", gone("link", name)
	}
	second := d.temp(path.Dir(name))
	d.change(entry{second, d.files[name]})
	return second, nil
}

// Place renames to a free name.
func (d *Disk) Place(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("place", to); err != nil {
		return err
	}
	if d.files[to] != nil {
		return &fs.PathError{Op: "place", Path: to, Err: fs.ErrExist}
	}
	return d.rename(from, to)
}

// Replace renames to a name that has a file. As POSIX has it, two names of one file
// stay as they are.
func (d *Disk) Replace(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("replace", to); err != nil {
		return err
	}
	if d.files[from] != nil && d.files[from] == d.files[to] {
		return nil
	}
	return d.rename(from, to)
}

func (d *Disk) rename(from, to string) error {
	if d.files[from] == nil || !d.folders[path.Dir(to)] {
		return gone("rename", from)
	}
	d.change(entry{to, d.files[from]}, entry{from, nil})
	return nil
}

// Remove removes a file.
func (d *Disk) Remove(name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("remove", name); err != nil {
		return err
	}
	if d.files[name] == nil {
		return gone("remove", name)
	}
	d.change(entry{name, nil})
	return nil
}

// SyncFolder makes names outlast a power cut, see [Disk.Watch].
func (d *Disk) SyncFolder(folder string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("sync folder", folder); err != nil {
		return err
	}
	d.note(event{kind: folderSynced, folder: folder})
	return nil
}

// List lists the names in a folder.
func (d *Disk) List(folder string) ([]string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("list", folder); err != nil {
		return nil, err
	}
	if !d.folders[folder] {
		return nil, gone("list", folder)
	}
	var names []string
	for _, all := range []iter.Seq[string]{maps.Keys(d.files), maps.Keys(d.folders)} {
		for name := range all {
			if path.Dir(name) == folder {
				names = append(names, path.Base(name))
			}
		}
	}
	return names, nil
}

// MakeFolder makes a folder and those above it. It outlasts a power cut at once.
func (d *Disk) MakeFolder(folder string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("make folder", folder); err != nil {
		return err
	}
	for ; folder != path.Dir(folder); folder = path.Dir(folder) {
		d.folders[folder] = true
	}
	return nil
}

// TryLock takes a lock.
func (d *Disk) TryLock(name string) (io.Closer, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("lock", name); err != nil {
		return nil, err
	}
	if d.locked[name] {
		return nil, store.ErrLocked
	}
	d.locked[name] = true
	return unlock(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.locked, name)
	}), nil
}

type unlock func()

func (u unlock) Close() error { u(); return nil }

// Temporary is the folder for locks.
func (d *Disk) Temporary() string { return "/tmp" }

// Medium says what kind of disk this is.
func (d *Disk) Medium(string) store.Medium { return d.Kind }

type reading struct {
	disk *Disk
	name string
	from *bytes.Reader
}

func (r *reading) Read(into []byte) (int, error) {
	r.disk.mu.Lock()
	defer r.disk.mu.Unlock()
	if err := r.disk.op("read", r.name); err != nil {
		n, _ := r.from.Read(into[:min(len(into), 7)]) // an error may come after some bytes
		return n, err
	}
	return r.from.Read(into)
}

func (r *reading) Close() error {
	r.disk.mu.Lock()
	defer r.disk.mu.Unlock()
	return r.disk.op("close", r.name)
}

type writing struct {
	disk *Disk
	name string
	to   *inode
}

func (w *writing) Name() string { return w.name }

func (w *writing) Write(data []byte) (int, error) {
	w.disk.mu.Lock()
	defer w.disk.mu.Unlock()
	if err := w.disk.op("write", w.name); err != nil {
		half := data[:len(data)/2] // a full disk takes what it can
		w.append(half)
		return len(half), err
	}
	if room := w.disk.Room; room >= 0 {
		fits := data[:min(room, len(data))]
		w.disk.Room -= len(fits)
		w.append(fits)
		if len(fits) < len(data) {
			return len(fits), &fs.PathError{Op: "write", Path: w.name, Err: syscall.ENOSPC}
		}
		return len(data), nil
	}
	w.append(data)
	return len(data), nil
}

// append writes in four pieces: a disk may keep any of them and not the others.
func (w *writing) append(data []byte) {
	const pieces = 4
	for n := range pieces {
		piece := data[len(data)*n/pieces : len(data)*(n+1)/pieces]
		at := len(w.to.data)
		w.to.data = append(w.to.data, piece...)
		if len(piece) > 0 && w.disk.watched {
			w.disk.note(event{kind: written, file: w.to, at: at, data: bytes.Clone(piece)})
		}
	}
	if w.disk.Garble && len(data) > 0 {
		w.to.data[len(w.to.data)-len(data)/2-1] ^= 1
	}
}

func (w *writing) Sync() error {
	w.disk.mu.Lock()
	defer w.disk.mu.Unlock()
	if err := w.disk.op("sync", w.name); err != nil {
		return err
	}
	w.disk.note(event{kind: synced, file: w.to})
	return nil
}

func (w *writing) Close() error {
	w.disk.mu.Lock()
	defer w.disk.mu.Unlock()
	return w.disk.op("close", w.name)
}

type info struct {
	name string
	size int64
	mode fs.FileMode
	made time.Time
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return i.made }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }
