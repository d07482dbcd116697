package store_test

import (
	"path/filepath"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/modeltest"
	"commonplan/model/store"
)

// eachProject runs a benchmark for every example and for a project of 1,000 records.
func eachProject(b *testing.B, run func(b *testing.B, project *edit.Project)) {
	for _, name := range example.Names() {
		b.Run(name, func(b *testing.B) {
			doc, err := example.Open(name)
			if err != nil {
				b.Fatal(err)
			}
			project, err := edit.Open(doc, modeltest.Source(1))
			if err != nil {
				b.Fatal(err)
			}
			run(b, project)
		})
	}
	b.Run("1000", func(b *testing.B) { run(b, modeltest.MadeUp(b, 1000).Project()) })
}

// BenchmarkOpen is from the name of a file on the real disk to the plan.
func BenchmarkOpen(b *testing.B) {
	eachProject(b, func(b *testing.B, project *edit.Project) {
		path := filepath.Join(b.TempDir(), "hill.commonplan")
		if _, err := store.Save(store.OS, path, project.Document(), store.Seen{}); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			doc, _, err := store.Open(store.OS, path)
			if err != nil {
				b.Fatal(err)
			}
			model.ReadPlan(doc, nil)
		}
	})
}

// BenchmarkSave is from a changed project to the real disk's word that it will outlast
// a power cut, with the previous version kept.
func BenchmarkSave(b *testing.B) {
	eachProject(b, func(b *testing.B, project *edit.Project) {
		path := filepath.Join(b.TempDir(), "hill.commonplan")
		seen, err := store.Save(store.OS, path, project.Document(), store.Seen{})
		if err != nil {
			b.Fatal(err)
		}
		titles := [2]string{"The yard is hot", "The yard is cold"}
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			if err := project.SetText("N1", "title", titles[i%2]); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if seen, err = store.Save(store.OS, path, project.Document(), seen); err != nil {
				b.Fatal(err)
			}
		}
	})
}
