// Package exampletest opens the shipped examples for tests.
package exampletest

import (
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/modeltest"
)

// Plan gives the plan of an example.
func Plan(t testing.TB, name string) *model.Plan {
	t.Helper()
	return model.ReadPlan(document(t, name), nil)
}

// Project opens an example as a plan of its own, to be worked on.
func Project(t testing.TB, name string) *edit.Project {
	t.Helper()
	project, err := edit.OpenAsNew(document(t, name), modeltest.Source(1))
	if err != nil {
		t.Fatal(err)
	}
	return project
}

func document(t testing.TB, name string) *model.Document {
	t.Helper()
	doc, err := example.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
