package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"commonplan/model"
	"commonplan/model/file"
)

// Save writes a document to its file. Seen says what the file held last: if it holds
// something else by now, nothing is touched. The zero Seen wants the name to be free;
// [Overwriting] takes it whatever is there.
//
// It gives what the file holds now. That is worth keeping even with an error: when the
// disk fails after the new file was put in its place, it is there.
func Save(disk FS, path string, doc *model.Document, seen Seen) (Seen, error) {
	data, err := Encode(path, doc, seen.key)
	if err != nil {
		return seen, err
	}
	return data.Save(disk, path, seen)
}

// Encoded is a document ready to be written.
type Encoded struct {
	doc  *model.Document
	data []byte
	key  *file.Key
	// verified waits until the bytes were read back, and gives what is wrong with them.
	verified func() error
}

// Encode gives a file's bytes, and begins to read them back: nothing gets its name before
// that is done. The path is for the sentence of a refusal only.
func Encode(path string, doc *model.Document, key *file.Key) (Encoded, error) {
	if err := file.MayWrite(doc); err != nil {
		return Encoded{}, named(err, path)
	}
	encoded, err := key.Prepare(doc)
	if err != nil {
		return Encoded{}, notEncoded(path, err)
	}
	verified := sync.OnceValue(func() error { return notEncoded(path, encoded.Verify()) })
	go func() { _ = verified() }() // the disk is slow: it is told whoever asks
	return Encoded{doc, encoded.Bytes(), key, verified}, nil
}

func notEncoded(path string, err error) error {
	if err == nil {
		return nil
	}
	return &failure{model.NewProblem("problem.save.encode", "File", nameOf(path)), err}
}

// Verified gives what the file will hold, after it was read back; it must not be changed.
func (e Encoded) Verified() ([]byte, error) { return e.data, e.verified() }

// Save writes it to a file, see [Save].
func (e Encoded) Save(disk FS, path string, seen Seen) (Seen, error) {
	path = disk.Resolve(path)
	defer wait(disk, path)()
	return e.save(disk, path, seen)
}

// Update saves what is made of what a file holds now: nobody else on this computer can
// save it in between. It gives what was made, and what the file holds.
func Update(disk FS, path string, key *file.Key, join func(*model.Document) (*model.Document, error)) (*model.Document, Seen, error) {
	path = disk.Resolve(path)
	defer wait(disk, path)()
	theirs, seen, err := OpenWith(disk, path, key)
	if err != nil {
		return nil, seen, err
	}
	seen = seen.WithKey(key)
	doc, err := join(theirs)
	if err != nil {
		return nil, seen, err
	}
	data, err := Encode(path, doc, key)
	if err != nil {
		return nil, seen, err
	}
	seen, err = data.save(disk, path, seen)
	return doc, seen, err
}

func (e Encoded) save(disk FS, path string, seen Seen) (Seen, error) {
	defer func() { _ = e.verified() }() // the document may change from then on
	t := &target{disk: disk, path: path, data: e.data, key: e.key}
	var err error
	if t.info, err = exists(disk, t.path); err != nil {
		return seen, err
	}
	old, err := t.look(seen)
	if err != nil {
		return seen, err
	}
	now := seenAs(e.data, max(e.doc.Format, model.Format), e.key)
	if bytes.Equal(old, e.data) {
		return now, e.verified()
	}
	replaced, err := t.write(func() error {
		if err := e.verified(); err != nil {
			return err
		}
		return t.keep(old, seen, e.doc)
	})
	if now.kept = t.kept; !replaced {
		now = seen
	}
	if err == nil {
		t.sweep(e.doc)
	}
	return now, err
}

// wait waits for others on this computer who are saving the same file, a moment at
// most: that nobody writes is worth a moment, but no lock may keep people from saving.
// It gives what ends the turn.
func wait(disk FS, path string) (done func()) {
	const tries, pause = 200, 25 * time.Millisecond
	name := fmt.Sprintf("commonplan-%x.lock", sha256.Sum256([]byte(path)))
	for range tries {
		lock, err := disk.TryLock(filepath.Join(disk.Temporary(), name))
		if errors.Is(err, ErrLocked) {
			time.Sleep(pause)
			continue
		}
		if err != nil {
			break // no locks here
		}
		return func() { _ = lock.Close() } // the system lets go of it anyway
	}
	return func() {}
}

// WriteOutput writes a paper or an export, whole or not at all. A file that is there is
// replaced, unless it is a project: nobody means to print over one.
func WriteOutput(disk FS, path string, data []byte) (err error) {
	t := &target{disk: disk, path: disk.Resolve(path), data: data}
	if t.info, err = exists(disk, t.path); err != nil {
		return err
	}
	if t.info != nil {
		if err := t.mayReplace(); err != nil {
			return err
		}
		if err := t.refuseProject(); err != nil {
			return err
		}
	}
	_, err = t.write(func() error { return nil })
	return err
}

// WriteWhole writes a file of the app's own, whole or not at all, whatever was there.
func WriteWhole(disk FS, path string, data []byte) (err error) {
	t := &target{disk: disk, path: path, data: data}
	if t.info, err = exists(disk, path); err != nil {
		return err
	}
	_, err = t.write(func() error { return nil })
	return err
}

// ErrNotReplaced is in the error of [Save] when the new file was written whole, or could
// have been, but the disk does not let the old one be replaced. [SaveBeside] then helps.
var ErrNotReplaced = errors.New("the file could not be replaced")

// target is a file about to be written.
type target struct {
	disk FS
	path string
	data []byte
	key  *file.Key   // for what is there already
	info fs.FileInfo // nil if there is no file yet
	kept [sha256.Size]byte
}

func (t *target) refuse(key string) error {
	return model.NewProblem(key, "File", nameOf(t.path), "Folder", model.CleanText(filepath.Dir(t.path)))
}

// mayReplace refuses what is no plain file, or must not be written to.
func (t *target) mayReplace() error {
	if !t.info.Mode().IsRegular() {
		return t.refuse("problem.save.irregular")
	}
	if t.info.Mode().Perm()&0o200 == 0 {
		return &failure{model.NewProblem("problem.save.readonly", "File", nameOf(t.path)), ErrNotReplaced}
	}
	return nil
}

// look reads the file that is there and makes sure that it may be replaced. It gives
// its content if that is a project, which must be kept.
func (t *target) look(seen Seen) (old []byte, err error) {
	if t.info == nil {
		return nil, nil
	}
	if err := t.mayReplace(); err != nil {
		return nil, err
	}
	if !seen.known && !seen.overwrite {
		return nil, t.refuse("problem.save.exists")
	}
	old, err = readBounded(t.disk, t.path, file.MaxFile)
	if seen.overwrite {
		if err == nil {
			_, err = t.key.Decode(old)
		}
		if err != nil && !file.IsProtected(old) {
			return nil, nil // nothing of ours: it goes, as agreed
		}
		return old, nil
	}
	if err != nil && !errors.Is(err, errLarge) {
		return nil, refused(saving, t.path, err)
	}
	if sum := sha256.Sum256(old); (!seen.known || seen.sum != sum) && !bytes.Equal(old, t.data) {
		return nil, t.refuse("problem.save.changed")
	}
	return old, nil
}

// refuseProject refuses to write something else over a project.
func (t *target) refuseProject() error {
	from, err := t.disk.Open(t.path)
	if err != nil {
		return refused(saving, t.path, err)
	}
	begin := make([]byte, file.Beginning)
	n, err := io.ReadFull(from, begin)
	if err = errors.Join(ignoreEnd(err), from.Close()); err != nil {
		return refused(saving, t.path, err)
	}
	if file.LooksLikeProject(begin[:n]) {
		return t.refuse("problem.save.project")
	}
	return nil
}

func ignoreEnd(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil
	}
	return err
}

// write puts the data in place by way of a temporary file; keep is called when that is
// whole. It tells whether the file was replaced, which may be so even with an error.
func (t *target) write(keep func() error) (replaced bool, err error) {
	folder := filepath.Dir(t.path)
	var mode fs.FileMode
	if t.info != nil {
		mode = t.info.Mode().Perm()
	}
	temp, err := writeTemp(t.disk, folder, mode, t.data)
	if err != nil {
		return false, refused(saving, t.path, err)
	}
	if err = keep(); err == nil && t.info != nil {
		if err = t.disk.Replace(temp, t.path); err != nil {
			err = errors.Join(ErrNotReplaced, err)
		}
	} else if err == nil {
		err = t.disk.Place(temp, t.path)
	}
	if err != nil {
		_ = t.disk.Remove(temp) // the first error is the one to tell
		return false, refused(saving, t.path, err)
	}
	if err := t.disk.SyncFolder(folder); err != nil {
		return true, refused(saving, t.path, err)
	}
	if err := holds(t.disk, t.path, t.data); err != nil {
		return true, refused(saving, t.path, err)
	}
	return true, nil
}

// holds reads a file back and makes sure that it is what was written.
func holds(disk FS, path string, data []byte) error {
	from, _, err := openBounded(disk, path, int64(len(data)))
	if errors.Is(err, errLarge) {
		return notWritten(path)
	}
	if err != nil {
		return err
	}
	same, err := gives(from, data)
	if err = errors.Join(err, from.Close()); err == nil && !same {
		err = notWritten(path)
	}
	return err
}

func notWritten(path string) error {
	return fmt.Errorf("reading %s back: it is not what was written", path)
}

// gives tells whether what can be read is the data, no more and no less.
func gives(from io.Reader, data []byte) (bool, error) {
	piece := make([]byte, pieceSize)
	for {
		n, err := from.Read(piece)
		if n > len(data) || !bytes.Equal(piece[:n], data[:n]) {
			return false, nil
		}
		data = data[n:]
		if err == io.EOF {
			return len(data) == 0, nil
		}
		if err != nil {
			return false, fmt.Errorf("reading: %w", err)
		}
	}
}

// writeTemp writes a temporary file that will outlast a power cut, and gives its name.
// If it fails, the file is removed.
func writeTemp(disk FS, folder string, mode fs.FileMode, data []byte) (name string, err error) {
	temp, err := disk.CreateTemp(folder, mode)
	if err != nil {
		return "", err
	}
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = holds(disk, temp.Name(), data)
	}
	if err != nil {
		_ = disk.Remove(temp.Name()) // the first error is the one to tell
		return "", err
	}
	return temp.Name(), nil
}
