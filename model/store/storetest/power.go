package storetest

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"maps"
	"path"
	"slices"
)

// Rules are what a file system promises of what was not synced when the power went.
type Rules int

const (
	// POSIX promises that a rename is whole or not at all, and nothing else.
	POSIX Rules = iota
	// FAT promises not even that: the new name, the old name and the room of the file
	// that was replaced are three writes, each of which may be on the disk or not.
	FAT
)

// event is one thing that happened on a watched disk.
type event struct {
	kind    kind
	file    *inode  // written, synced
	at      int     // written: where
	data    []byte  // written: what
	entries []entry // renamed
	folder  string  // folderSynced
	mark    string  // marked
}

type kind int

const (
	written kind = iota
	synced
	renamed
	folderSynced
	marked
)

// entry is a name and what it names; nil is nothing.
type entry struct {
	name string
	file *inode
}

func (d *Disk) note(e event) {
	if d.watched && !(d.Lies && (e.kind == synced || e.kind == folderSynced)) {
		d.diary = append(d.diary, e)
	}
}

// Watch begins a diary for [Disk.Cuts]: what the disk holds now will outlast everything.
func (d *Disk) Watch() *Watched {
	d.watched, d.diary = true, nil
	w := &Watched{disk: d, names: maps.Clone(d.files), data: map[*inode][]byte{}}
	for _, f := range d.files {
		w.data[f] = bytes.Clone(f.data)
	}
	return w
}

// Watched is a disk with what it held when the watching began.
type Watched struct {
	disk  *Disk
	names map[string]*inode
	data  map[*inode][]byte
}

// Mark notes that something is promised from here on; [Cut.Marks] has it.
func (d *Disk) Mark(promise string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.note(event{kind: marked, mark: promise})
}

// Cut is the disk as it may be found after the power went.
type Cut struct {
	Disk  *Disk
	Marks []string // what had been promised by then
	Story string   // after which step, and which writes had reached the disk
}

// Cuts gives every state in which the power may have left the disk: after each step,
// with each subset of what was not synced by then. States that are the same come once. It
// gives how many subsets there were.
func (w *Watched) Cuts(rules Rules, found func(Cut)) (tried int) {
	c := &cutting{rules: rules, names: maps.Clone(w.names), data: maps.Clone(w.data), was: maps.Clone(w.names),
		folders: w.disk.folders, lies: w.disk.Lies, told: map[uint64]bool{}, seed: maphash.MakeSeed(), found: found}
	c.subsets("the beginning")
	for i, e := range w.disk.diary {
		c.happen(e)
		if e.kind != marked {
			c.subsets(fmt.Sprintf("step %d", i+1))
		}
	}
	return c.tried
}

// cutting goes through the diary with what is durable and what is pending.
type cutting struct {
	rules   Rules
	names   map[string]*inode // durable
	data    map[*inode][]byte // durable
	was     map[string]*inode // as the running program sees it
	folders map[string]bool
	lies    bool
	tried   int
	pending []effect
	marks   []string
	told    map[uint64]bool
	seed    maphash.Seed
	found   func(Cut)
}

// effect is one write that may have reached the disk or not: of data, of names, or of
// the room of a file that was replaced (data is nil, freed).
type effect struct {
	file    *inode
	at      int
	data    []byte
	entries []entry
	freed   bool
}

func (c *cutting) happen(e event) {
	switch e.kind {
	case written:
		c.pending = append(c.pending, effect{file: e.file, at: e.at, data: e.data})
	case synced:
		c.settle(func(p effect) bool { return p.file == e.file && !p.freed })
	case folderSynced:
		c.settle(func(p effect) bool { return len(p.entries) > 0 && path.Dir(p.entries[0].name) == e.folder || p.freed })
	case marked:
		c.marks = append(c.marks, e.mark)
	case renamed:
		c.rename(e.entries)
	}
}

func (c *cutting) rename(entries []entry) {
	if c.rules == POSIX {
		c.pending = append(c.pending, effect{entries: entries})
	}
	for _, one := range entries {
		if c.rules == FAT {
			c.pending = append(c.pending, effect{entries: []entry{one}})
			if old := c.was[one.name]; old != nil && one.file != nil && old != one.file {
				c.pending = append(c.pending, effect{file: old, freed: true})
			}
		}
		if one.file == nil {
			delete(c.was, one.name)
		} else {
			c.was[one.name] = one.file
		}
	}
}

// settle makes pending writes durable.
func (c *cutting) settle(which func(effect) bool) {
	c.pending = slices.DeleteFunc(c.pending, func(p effect) bool {
		if !which(p) {
			return false
		}
		p.apply(c.names, c.data)
		return true
	})
}

func (p effect) apply(names map[string]*inode, data map[*inode][]byte) {
	for _, e := range p.entries {
		if e.file == nil {
			delete(names, e.name)
		} else {
			names[e.name] = e.file
		}
	}
	switch {
	case p.freed:
		data[p.file] = nil
	case p.file != nil:
		now := data[p.file]
		if missing := p.at + len(p.data) - len(now); missing > 0 {
			now = append(slices.Clip(now), make([]byte, missing)...)
		} else {
			now = bytes.Clone(now)
		}
		copy(now[p.at:], p.data)
		data[p.file] = now
	}
}

// subsets finds the states for each subset of what is pending.
func (c *cutting) subsets(step string) {
	const most = 12
	all := 1<<len(c.pending) - 1
	if c.lies { // too much is pending to try them all: one write is missing, each in turn
		c.try(step, all)
		for i := range c.pending {
			c.try(step, all&^(1<<i))
		}
		return
	}
	if len(c.pending) > most {
		panic("storetest: too much is pending to try every subset")
	}
	for set := range all + 1 {
		c.try(step, set)
	}
}

// try finds the state for one subset of what is pending, if it is a new one.
func (c *cutting) try(step string, set int) {
	c.tried++
	names, data := maps.Clone(c.names), maps.Clone(c.data)
	for i, p := range c.pending {
		if set>>i&1 == 1 {
			p.apply(names, data)
		}
	}
	cut := Cut{Disk: c.disk(names, data), Marks: slices.Clone(c.marks), Story: fmt.Sprintf("%s, writes %b of %d", step, set, len(c.pending))}
	if key := c.key(cut); !c.told[key] {
		c.told[key] = true
		c.found(cut)
	}
}

func (c *cutting) disk(names map[string]*inode, data map[*inode][]byte) *Disk {
	d := New()
	d.folders = c.folders
	for name, f := range names {
		d.Put(name, data[f], f.mode)
	}
	return d
}

// key tells states apart, by the files and what was promised.
func (c *cutting) key(cut Cut) uint64 {
	var h maphash.Hash
	h.SetSeed(c.seed)
	for _, name := range cut.Disk.Names() {
		_, _ = h.WriteString(name + "\x00")
		_, _ = h.Write(cut.Disk.Get(name))
	}
	_, _ = fmt.Fprint(&h, cut.Marks)
	return h.Sum64()
}
