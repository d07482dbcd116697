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
	"path"
	"slices"
	"syscall"
	"time"

	"commonplan/model/store"
)

// Disk is a disk in memory. Paths have slashes.
type Disk struct {
	// Fail is asked before each operation; what it gives is that operation's error.
	Fail func(op string) error
	// NoLinks makes it a disk without hard links, like a memory stick.
	NoLinks bool
	// Garble makes it a faulty disk: one letter of whatever is written turns into another,
	// and no error tells.
	Garble bool
	// Ops lists the operations so far.
	Ops []string

	folders map[string]bool
	files   map[string]*inode
	temps   int
}

// inode is a file's content; several names may share it.
type inode struct {
	data []byte
	mode fs.FileMode
}

var _ store.FS = (*Disk)(nil)

// New gives a disk with these folders and nothing in them.
func New(folders ...string) *Disk {
	d := &Disk{folders: map[string]bool{}, files: map[string]*inode{}}
	for _, folder := range folders {
		d.folders[folder] = true
	}
	return d
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

// Put puts a file on the disk.
func (d *Disk) Put(name string, data []byte, mode fs.FileMode) {
	d.files[name] = &inode{bytes.Clone(data), mode}
}

// Get gives a file's content, nil if there is none.
func (d *Disk) Get(name string) []byte {
	if f := d.files[name]; f != nil {
		return f.data
	}
	return nil
}

// Names lists all files, sorted.
func (d *Disk) Names() []string {
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
	return info{path.Base(name), int64(len(f.data)), f.mode}, nil
}

// Open opens a file for reading.
func (d *Disk) Open(name string) (io.ReadCloser, error) {
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
	if err := d.op("create", folder); err != nil {
		return nil, err
	}
	if !d.folders[folder] {
		return nil, gone("create", folder)
	}
	if mode == 0 {
		mode = 0o644
	}
	f := &inode{mode: mode}
	name := d.temp(folder)
	d.files[name] = f
	return &writing{disk: d, name: name, to: f}, nil
}

func (d *Disk) temp(folder string) string {
	d.temps++
	return fmt.Sprintf("%s/temp-%d", folder, d.temps)
}

// LinkTemp gives a file a second name.
func (d *Disk) LinkTemp(name string) (string, error) {
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
	d.files[second] = d.files[name]
	return second, nil
}

// Place renames to a free name.
func (d *Disk) Place(from, to string) error {
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
	d.files[to] = d.files[from]
	delete(d.files, from)
	return nil
}

// Remove removes a file.
func (d *Disk) Remove(name string) error {
	if err := d.op("remove", name); err != nil {
		return err
	}
	if d.files[name] == nil {
		return gone("remove", name)
	}
	delete(d.files, name)
	return nil
}

// SyncFolder only counts.
func (d *Disk) SyncFolder(folder string) error { return d.op("sync folder", folder) }

type reading struct {
	disk *Disk
	name string
	from *bytes.Reader
}

func (r *reading) Read(into []byte) (int, error) {
	if err := r.disk.op("read", r.name); err != nil {
		n, _ := r.from.Read(into[:min(len(into), 7)]) // an error may come after some bytes
		return n, err
	}
	return r.from.Read(into)
}

func (r *reading) Close() error { return r.disk.op("close", r.name) }

type writing struct {
	disk *Disk
	name string
	to   *inode
}

func (w *writing) Name() string { return w.name }

func (w *writing) Write(data []byte) (int, error) {
	if err := w.disk.op("write", w.name); err != nil {
		half := data[:len(data)/2] // a full disk takes what it can
		w.to.data = append(w.to.data, half...)
		return len(half), err
	}
	w.to.data = append(w.to.data, data...)
	if w.disk.Garble && len(data) > 0 {
		w.to.data[len(w.to.data)-len(data)/2-1] ^= 1
	}
	return len(data), nil
}

func (w *writing) Sync() error  { return w.disk.op("sync", w.name) }
func (w *writing) Close() error { return w.disk.op("close", w.name) }

type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }
