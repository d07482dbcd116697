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

// Seen is what a file held when it was last read or written here: its SHA-256. The zero
// value is: there was no file.
type Seen struct {
	sum       [sha256.Size]byte
	known     bool
	overwrite bool
}

// Overwriting lets [Save] replace a file whatever it holds, after a person agreed.
func Overwriting() Seen { return Seen{overwrite: true} }

func seenAs(data []byte) Seen { return Seen{sum: sha256.Sum256(data), known: true} }

// Open reads a project file. It gives the document and what [Save] must be told to
// save it again.
func Open(disk FS, path string) (*model.Document, Seen, error) {
	data, err := ReadBounded(disk, path, file.MaxFile)
	if err != nil {
		return nil, Seen{}, err
	}
	doc, err := file.Decode(data)
	if err != nil {
		return nil, Seen{}, named(err, path)
	}
	return doc, seenAs(data), nil
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
	info, err := disk.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // a pipe would make us wait for ever
		return nil, errIrregular
	case info.Size() > most:
		return nil, errLarge
	}
	from, err := disk.Open(path)
	if err != nil {
		return nil, err
	}
	data, err := readAll(from, info.Size(), most)
	if err = errors.Join(err, from.Close()); err != nil {
		return nil, err
	}
	if int64(len(data)) > most { // it grew meanwhile
		return nil, errLarge
	}
	return data, nil
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
