package main

import (
	"commonplan/model"
	"commonplan/model/store"
	"commonplan/ui/desk"
)

// disk is the real disk, for the desk.
type disk struct{}

func (disk) Open(path string) (*model.Document, desk.Seen, error) {
	doc, seen, err := store.Open(store.OS, path)
	return doc, seen, err
}

func (disk) Save(path string, doc *model.Document, seen desk.Seen) (desk.Seen, error) {
	known, _ := seen.(store.Seen) // nothing seen is a new file
	if seen == desk.Replace {
		known = store.Overwriting()
	}
	return store.Save(store.OS, path, doc, known)
}

func (disk) WriteOutput(path string, data []byte) error {
	return store.WriteOutput(store.OS, path, data)
}
