package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store"
)

// Header says what a journal belongs to.
type Header struct {
	Project model.ID  `json:"project"`
	Path    string    `json:"path"`           // the project's file; "" if it was never saved
	Name    string    `json:"name,omitempty"` // what the project is called; never of a protected one
	Began   time.Time `json:"began"`
	Sealed  bool      `json:"sealed,omitempty"` // with the project's key
	// Locked is an empty project file with the key, of a sealed journal whose project has
	// no file yet: [file.Unlock] gets the key from it.
	Locked []byte `json:"locked,omitempty"`
}

const (
	kindOfName = ".journal"
	kindOfLock = ".lock"
	enough     = 8 << 20 // bytes after which a journal is written anew, without what is outdated
)

// Journal is the journal of one open project. It is used by one goroutine.
type Journal struct {
	disk   store.FS
	folder string
	now    func() time.Time

	header Header
	key    *file.Key
	base   *model.Document // what is safe without the journal

	path    string // of the file; "" while there is none
	out     store.File
	lock    io.Closer
	written *model.Document // what it holds by now, with base
	size    int
	first   int // its size when it was begun
	broken  bool
}

// Begin gives the journal of a project that is open. Base is what is safe without it:
// what its file holds, or nothing of a project that was never saved. There is no file
// before there is something to note.
func Begin(disk store.FS, folder string, h Header, base *model.Document, key *file.Key, now func() time.Time) *Journal {
	j := &Journal{disk: disk, folder: folder, now: now}
	j.belong(h, base, key)
	return j
}

func (j *Journal) belong(h Header, base *model.Document, key *file.Key) {
	if base == nil {
		base = &model.Document{ID: h.Project}
	}
	if h.Sealed = key != nil; h.Sealed {
		h.Name = ""
	}
	if h.Sealed && h.Path == "" {
		empty := &model.Document{ID: h.Project, Format: model.Format}
		locked, err := key.Encode(empty)
		if err != nil {
			slog.Error("keeping the key of a journal", "error", err) // it can be written, but never read
		}
		h.Locked = locked
	}
	j.header, j.base, j.written, j.key = h, base, base, key
}

// Write notes what changed since the last time. When it gives nil, what the document
// holds outlasts a power cut. After an error everything is tried again the next time, in
// a new file, and what the old one holds stays until then.
func (j *Journal) Write(doc *model.Document) error {
	if doc == j.written && !j.broken {
		return nil
	}
	if j.out == nil || j.broken || j.size > enough+2*j.first {
		return j.anew(doc)
	}
	frames, err := j.frames(changes(j.written, doc))
	if err == nil {
		err = j.write(frames)
	}
	if err != nil {
		j.broken = true // the end of the file may be damaged
		return fmt.Errorf("noting changes in the journal: %w", err)
	}
	j.written = doc
	return nil
}

// Rebase says that the project was saved: from here on only what comes after base, which
// its file holds, is noted. What doc has more than base is noted at once, before the old
// notes are let go.
func (j *Journal) Rebase(h Header, base *model.Document, key *file.Key, doc *model.Document) error {
	old := *j
	j.belong(h, base, key)
	j.path, j.out, j.lock, j.size, j.first, j.broken = "", nil, nil, 0, 0, false
	if doc != j.base {
		if err := j.anew(doc); err != nil {
			*j = old // as if it had not been saved: joined again that does no harm
			j.broken = true
			return err
		}
	}
	return old.Remove()
}

// Remove removes the file: nothing in it is missing elsewhere.
func (j *Journal) Remove() error {
	if j.path == "" {
		return nil
	}
	path, lock := j.path, j.lock
	j.path, j.lock, j.written = "", nil, j.base
	_ = j.out.Close() // nothing in it is wanted any more
	j.out = nil
	return discard(j.disk, path, lock)
}

// Leave ends the writing and lets the file be found by the next start.
func (j *Journal) Leave() error {
	if j.path == "" {
		return nil
	}
	err := j.out.Close()
	if j.lock != nil {
		err = errors.Join(err, j.lock.Close())
	}
	j.path, j.out, j.lock, j.written = "", nil, nil, j.base
	return err
}

// discard removes a journal and then lets go of its lock.
func discard(disk store.FS, path string, lock io.Closer) error {
	err := disk.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if lock != nil {
		_ = lock.Close() // the process holds nothing else
	}
	_ = disk.Remove(path + kindOfLock) // an empty file left over does no harm
	if err != nil {
		return fmt.Errorf("removing a journal: %w", err)
	}
	return nil
}

// anew writes everything since the base into a new file, and removes the old one when
// the new one is safe.
func (j *Journal) anew(doc *model.Document) error {
	old := *j
	fresh := *j
	fresh.size, fresh.broken, fresh.written = 0, false, j.base
	if err := fresh.create(doc); err != nil {
		return fmt.Errorf("beginning a journal: %w", err)
	}
	*j = fresh
	_ = old.Remove() // joined a second time it does no harm
	return nil
}

func (j *Journal) create(doc *model.Document) error {
	if err := j.disk.MakeFolder(j.folder); err != nil {
		return err
	}
	if err := j.open(); err != nil {
		return err
	}
	err := j.begin(doc)
	if err == nil {
		err = j.disk.SyncFolder(j.folder)
	}
	if err != nil {
		_ = j.out.Close()                   // the first error is the one to tell
		_ = discard(j.disk, j.path, j.lock) // nothing in it was promised
		return err
	}
	j.first = j.size
	return nil
}

// open makes the file, under a name that nothing has, and takes its lock first.
func (j *Journal) open() error {
	const most = 1000
	for n := 0; ; n++ {
		path := filepath.Join(j.folder, fmt.Sprintf("%s-%d%s", j.now().UTC().Format("20060102T150405.000"), n, kindOfName))
		lock, err := j.disk.TryLock(path + kindOfLock)
		if errors.Is(err, store.ErrLocked) && n < most {
			continue
		}
		if err != nil {
			lock = nil // no locks here: then others may read it, which does no harm
		}
		out, err := j.disk.Create(path)
		if err == nil {
			j.path, j.out, j.lock = path, out, lock
			return nil
		}
		if lock != nil {
			_ = lock.Close() // a name is tried, nothing more
		}
		if !errors.Is(err, fs.ErrExist) || n == most {
			return err
		}
	}
}

func (j *Journal) begin(doc *model.Document) error {
	header, err := json.Marshal(j.header)
	if err != nil {
		return err
	}
	data := frame{ofHeader, j.now(), header}.append([]byte(begins))
	frames, err := j.frames(changes(j.base, doc))
	if err != nil {
		return err
	}
	if err := j.write(append(data, frames...)); err != nil {
		return err
	}
	j.written = doc
	return nil
}

// frames gives the bytes for changes: pictures first, so that no record is without its own.
func (j *Journal) frames(part *model.Document) ([]byte, error) {
	now := j.now()
	var data []byte
	for _, name := range slices.Sorted(maps.Keys(part.Parts)) {
		content, err := j.key.Seal(append([]byte(name+"\n"), part.Parts[name]...))
		if err != nil {
			return nil, err
		}
		data = frame{ofPicture, now, content}.append(data)
	}
	loose, err := file.EncodeLoose(part)
	if err == nil {
		loose, err = j.key.Seal(loose)
	}
	if err != nil {
		return nil, err
	}
	return frame{ofRecords, now, loose}.append(data), nil
}

func (j *Journal) write(data []byte) error {
	n, err := j.out.Write(data)
	j.size += n
	if err != nil {
		return err
	}
	return j.out.Sync()
}
