package main

import (
	"errors"
	"os"
	"path/filepath"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/picture"
	"commonplan/model/store"
	"commonplan/ui/desk"
)

// disk is the real disk, for the desk.
type disk struct{}

func (disk) Open(path, password string) (*model.Document, desk.Seen, *file.Key, error) {
	open := store.Open
	if password != "" {
		open = func(disk store.FS, path string) (*model.Document, store.Seen, error) {
			return store.OpenLocked(disk, path, password)
		}
	}
	doc, seen, err := open(store.OS, path)
	return doc, seen, seen.Key(), err
}

func (disk) Save(path string, doc *model.Document, seen desk.Seen, key *file.Key) (desk.Seen, error) {
	known, _ := seen.(store.Seen) // nothing seen is a new file
	if seen == desk.Replace {
		known = store.Overwriting()
	}
	return store.Save(store.OS, path, doc, known.WithKey(key))
}

func (disk) Lock(before *file.Key, password string) (*file.Key, error) {
	return before.Renew(password, file.UsualEffort)
}

func (disk) Beside(path string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

func (disk) ReadPicture(path string) ([]byte, error) {
	data, err := store.ReadBounded(store.OS, path, picture.MostBytes)
	var problem *model.Problem
	if errors.As(err, &problem) && problem.Key == "problem.file.large" {
		err = model.NewProblem("problem.picture.bytes", "Most", picture.MostBytes>>20)
	}
	return data, err
}

func (disk) WriteOutput(path string, data []byte) error {
	return store.WriteOutput(store.OS, path, data)
}
