package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store"
)

const maxJournal = 1 << 30

// Left is a journal whose owner is gone. It is ours until [Left.Remove] or [Left.Release].
type Left struct {
	Header
	disk   store.FS
	path   string
	lock   io.Closer
	frames []frame
	cut    bool
}

// Found is what a journal holds.
type Found struct {
	Doc         *model.Document // a part of the project: what changed; nil if nothing did
	First, Last time.Time       // when it was noted
	Cut         bool            // the end is missing or damaged
}

// Find gives the journals whose owner is gone, the oldest first, and skips those that
// somebody living has. A journal in which nothing was noted is cleared away; one that
// cannot be read at all is set aside under another name, and named in the error, which
// does not keep the others from being found.
func Find(disk store.FS, folder string) ([]*Left, error) {
	names, err := disk.List(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for journals: %w", err)
	}
	slices.Sort(names)
	var all []*Left
	var faults error
	for _, name := range names {
		if !strings.HasSuffix(name, kindOfName) {
			continue
		}
		left, err := take(disk, filepath.Join(folder, name))
		faults = errors.Join(faults, err)
		if left != nil {
			all = append(all, left)
		}
	}
	return all, faults
}

// take takes hold of a journal; nil if there is nothing for us in it.
func take(disk store.FS, path string) (*Left, error) {
	lock, err := disk.TryLock(path + kindOfLock)
	if errors.Is(err, store.ErrLocked) {
		return nil, nil
	}
	if err != nil {
		lock = nil // no locks here: reading does no harm
	}
	l := &Left{disk: disk, path: path, lock: lock}
	data, err := store.ReadBounded(disk, path, maxJournal)
	if err != nil {
		l.Release()
		return nil, fmt.Errorf("reading the journal %s: %w", path, err)
	}
	sound := l.parse(data)
	if sound && len(l.frames) > 0 {
		return l, nil
	}
	if sound && !l.cut || isEmpty(data) {
		return nil, l.Remove()
	}
	l.Release()
	return nil, l.setAside()
}

// isEmpty tells whether nothing was ever noted: the power went when the journal was begun.
func isEmpty(data []byte) bool {
	return len(data) < len(begins)+frameHead || len(bytes.Trim(data, "\x00")) == 0
}

// parse reads the frames up to the first damage; false if not even the header is sound.
func (l *Left) parse(data []byte) bool {
	rest, ok := bytes.CutPrefix(data, []byte(begins))
	if !ok {
		return false
	}
	head, rest, ok := next(rest)
	if !ok || head.kind != ofHeader || json.Unmarshal(head.content, &l.Header) != nil {
		return false
	}
	for len(rest) > 0 {
		var f frame
		if f, rest, ok = next(rest); !ok {
			l.cut = true
			break
		}
		l.frames = append(l.frames, f)
	}
	return true
}

func (l *Left) setAside() error {
	aside := strings.TrimSuffix(l.path, kindOfName) + ".unreadable"
	if err := l.disk.Place(l.path, aside); err != nil {
		return fmt.Errorf("setting an unreadable journal aside: %w", err)
	}
	return fmt.Errorf("the journal %s is not one, and was kept as %s", l.path, aside)
}

// Read gives what was noted. Key is the project's if the journal is sealed.
func (l *Left) Read(key *file.Key) (Found, error) {
	found := Found{Cut: l.cut}
	if !l.Sealed {
		key = nil
	} else if key == nil {
		return found, model.NewProblem("problem.password.needed")
	}
	pictures := map[string][]byte{}
	for _, f := range l.frames {
		content, err := key.Open(f.content)
		if err != nil {
			return found, err
		}
		switch f.kind {
		case ofPicture:
			if name, picture, ok := bytes.Cut(content, []byte("\n")); ok {
				pictures[string(name)] = picture
			}
		case ofRecords:
			part, err := file.DecodeLoose(content)
			if err != nil {
				return found, fmt.Errorf("reading a journal: %w", err)
			}
			part.Parts, pictures = pictures, map[string][]byte{}
			found.Doc, found.Last = add(found.Doc, part), f.at
			if found.First.IsZero() {
				found.First = f.at
			}
		}
	}
	return found, nil
}

// Remove removes the journal: what it held is safe elsewhere.
func (l *Left) Remove() error { return discard(l.disk, l.path, l.lock) }

// Release lets the journal be found again.
func (l *Left) Release() {
	if l.lock != nil {
		_ = l.lock.Close() // the system lets go of it anyway
		l.lock = nil
	}
}
