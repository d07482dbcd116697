package example

import (
	"fmt"
	"io/fs"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/resources/examples"
)

// Open reads the project of an example as it is shipped. To work on it, open it with
// [edit.OpenAsNew]: a plan that began as an example is no copy of the example. The
// only error is a name that is no example's.
func Open(name string) (*model.Document, error) {
	data, err := fs.ReadFile(examples.Files, name+".commonplan")
	if err != nil {
		return nil, model.NewProblem("problem.example", "Text", name)
	}
	doc, err := file.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("opening example %s: %w", name, err)
	}
	return doc, nil
}
