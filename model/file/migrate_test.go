package file

import (
	"testing"

	"commonplan/model"
)

func TestADocumentIsMigratedFormatByFormatInMemory(t *testing.T) {
	step := func(n model.Value) migration {
		return func(doc *model.Document) { doc.Unknown["steps"] += n }
	}
	steps := []migration{step("2"), step("3"), step("4")}
	for format, want := range map[int]model.Value{1: "234", 2: "34", 3: "4", 4: "", 9: ""} {
		doc := &model.Document{Format: format, Unknown: map[string]model.Value{}}

		migrate(doc, steps)

		if doc.Unknown["steps"] != want || doc.Format != format {
			t.Errorf("from format %d it went through %q and has format %d", format, doc.Unknown["steps"], doc.Format)
		}
	}
}
