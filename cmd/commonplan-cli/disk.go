package main

import (
	"path/filepath"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/store"
)

// read reads a project file.
func read(name string) (*model.Document, error) {
	doc, _, err := store.Open(store.OS, whole(name))
	return doc, err
}

// create writes a project to a file that must not be there yet.
func create(name string, doc *model.Document) error {
	_, err := store.Save(store.OS, whole(name), doc, store.Seen{})
	return err
}

// change opens a project, changes it and saves it. A change that changes nothing leaves
// the file alone.
func (c *cli) change(name string, edits func(*edit.Project) error) error {
	doc, seen, err := store.Open(store.OS, whole(name))
	if err != nil {
		return err
	}
	project, err := edit.Open(doc, c.source())
	if err != nil {
		return err
	}
	if err := edits(project); err != nil || !project.Changed() {
		return err
	}
	_, err = store.Save(store.OS, whole(name), project.Document(), seen)
	return err
}

// write writes a paper or an export, whole or not at all.
func write(name string, data []byte) error { return store.WriteOutput(store.OS, whole(name), data) }

// whole gives a file's whole path, so that a sentence about it names a folder that
// people can find.
func whole(name string) string {
	if path, err := filepath.Abs(name); err == nil {
		return path
	}
	return name
}
