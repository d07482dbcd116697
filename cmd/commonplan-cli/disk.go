package main

import (
	"errors"
	"path/filepath"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/store"
)

// read reads a project file.
func (c *cli) read(name string) (*model.Document, error) {
	doc, _, err := c.open(name)
	return doc, err
}

// open reads a project file to save it again, with the password if it has one.
func (c *cli) open(name string) (*model.Document, store.Seen, error) {
	doc, seen, err := store.Open(store.OS, whole(name))
	var problem *model.Problem
	if !errors.As(err, &problem) || problem.Key != "problem.password.needed" {
		return doc, seen, err
	}
	switch password, err := c.password(); {
	case err != nil:
		return nil, store.Seen{}, err
	case password == "":
		return nil, store.Seen{}, model.NewProblem("cli.password.needed", "File", filepath.Base(name), "Name", passwordName)
	default:
		return store.OpenLocked(store.OS, whole(name), password)
	}
}

// create writes a project to a file that must not be there yet, protected if a password
// was given.
func (c *cli) create(name string, doc *model.Document) error {
	password, err := c.password()
	if err != nil {
		return err
	}
	seen := store.Seen{}
	if password != "" {
		key, err := file.NewKey(password, file.UsualEffort)
		if err != nil {
			return err
		}
		seen = seen.WithKey(key)
	}
	_, err = store.Save(store.OS, whole(name), doc, seen)
	return err
}

// change opens a project, changes it and saves it. A change that changes nothing leaves
// the file alone.
func (c *cli) change(name string, edits func(*edit.Project) error) error {
	doc, seen, err := c.open(name)
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
