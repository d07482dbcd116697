package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"commonplan/model"
	"commonplan/model/file"
)

// Seen is what a file held when it was last read or written here: its SHA-256, and the
// key of its password. The zero value is: there was no file, and there is no password.
type Seen struct {
	sum       [sha256.Size]byte
	known     bool
	overwrite bool
	format    int               // in which format it was written
	kept      [sha256.Size]byte // what the last save here kept as the previous version; zero is nothing
	key       *file.Key
}

// Key gives the key with which the file was read or written; nil without a password.
func (s Seen) Key() *file.Key { return s.key }

// WithKey has the file written with another key than the one before; nil takes the
// password off.
func (s Seen) WithKey(key *file.Key) Seen {
	s.key = key
	return s
}

// Overwriting lets [Save] replace a file whatever it holds, after a person agreed.
func Overwriting() Seen { return Seen{overwrite: true} }

// Known tells whether there was a file.
func (s Seen) Known() bool { return s.known }

func seenAs(data []byte, format int, key *file.Key) Seen {
	return Seen{sum: sha256.Sum256(data), known: true, format: format, key: key}
}

// Open reads a project file. It gives the document and what [Save] must be told to
// save it again. A file with a password is refused with "problem.password.needed".
func Open(disk FS, path string) (*model.Document, Seen, error) { return open(disk, path, nil) }

// OpenWith reads a project file that may have a password, with a key it was had from.
func OpenWith(disk FS, path string, key *file.Key) (*model.Document, Seen, error) {
	return open(disk, path, func([]byte) (*file.Key, error) { return key, nil })
}

// OpenLocked reads a project file that has a password, which takes a second.
func OpenLocked(disk FS, path, password string) (*model.Document, Seen, error) {
	return open(disk, path, func(data []byte) (*file.Key, error) { return file.Unlock(data, password) })
}

func open(disk FS, path string, unlock func(data []byte) (*file.Key, error)) (*model.Document, Seen, error) {
	data, err := ReadBounded(disk, path, file.MaxFile)
	if err != nil {
		return nil, Seen{}, err
	}
	var key *file.Key
	if unlock != nil && file.IsProtected(data) {
		if key, err = unlock(data); err != nil {
			return nil, Seen{}, named(err, path)
		}
	}
	doc, err := key.Decode(data)
	if err != nil {
		return nil, Seen{}, named(err, path)
	}
	return doc, seenAs(data, doc.Format, key), nil
}

// ReadBounded reads a file of at most so many bytes; a larger one is refused without
// reading it.
func ReadBounded(disk FS, path string, most int64) ([]byte, error) {
	data, err := readBounded(disk, path, most)
	if errors.Is(err, errLarge) {
		return nil, model.NewProblem("problem.file.large", "File", nameOf(path), "Most", most>>20)
	}
	if err != nil {
		return nil, refused(reading, path, err)
	}
	return data, nil
}

var (
	errLarge     = errors.New("the file is too large")
	errIrregular = errors.New("this is no plain file")
)

func readBounded(disk FS, path string, most int64) ([]byte, error) {
	from, size, err := openBounded(disk, path, most)
	if err != nil {
		return nil, err
	}
	data, err := readAll(from, size, most)
	if err = errors.Join(err, from.Close()); err != nil {
		return nil, err
	}
	if int64(len(data)) > most { // it grew meanwhile
		return nil, errLarge
	}
	return data, nil
}

// openBounded opens a plain file of at most so many bytes, and tells how many it has.
func openBounded(disk FS, path string, most int64) (from io.ReadCloser, size int64, err error) {
	info, err := disk.Stat(path)
	switch {
	case err != nil:
		return nil, 0, err
	case !info.Mode().IsRegular(): // a pipe would make us wait for ever
		return nil, 0, errIrregular
	case info.Size() > most:
		return nil, 0, errLarge
	}
	from, err = disk.Open(path)
	return from, info.Size(), err
}

// pieceSize is how much is read at once where a file need not be in memory.
const pieceSize = 128 << 10

// sumOf gives the SHA-256 of a file's content, without keeping that in memory.
func sumOf(disk FS, path string) (sum [sha256.Size]byte, err error) {
	from, _, err := openBounded(disk, path, file.MaxFile)
	if err != nil {
		return sum, err
	}
	hash := sha256.New()
	_, err = io.CopyBuffer(hash, io.LimitReader(from, file.MaxFile), make([]byte, pieceSize))
	hash.Sum(sum[:0])
	return sum, errors.Join(err, from.Close())
}

// readAll reads to the end, but no more than one byte beyond most.
func readAll(from io.Reader, size, most int64) ([]byte, error) {
	data := make([]byte, 0, size+512)
	bounded := io.LimitReader(from, most+1)
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := bounded.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading: %w", err)
		}
	}
}

// exists tells whether there is a file, and describes it.
func exists(disk FS, path string) (fs.FileInfo, error) {
	info, err := disk.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, refused(saving, path, err)
	}
	return info, nil
}

// nameOf gives a file's name for a sentence.
func nameOf(path string) string { return model.CleanText(filepath.Base(path)) }
