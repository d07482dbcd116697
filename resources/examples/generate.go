//go:build ignore

// Generate writes the project file of each example beside its readable data. It is run
// in this folder by "go generate ./resources/examples".
package main

import (
	"fmt"
	"log"
	"os"

	"commonplan/model/example"
	"commonplan/model/file"
)

func main() {
	for _, name := range example.Names() {
		if err := generate(name); err != nil {
			log.Fatal(err)
		}
	}
}

func generate(name string) error {
	readable, err := os.ReadFile(name + ".json")
	if err != nil {
		return fmt.Errorf("generating %s: %w", name, err)
	}
	doc, err := example.Build(name, readable)
	if err != nil {
		return err
	}
	project, err := file.Encode(doc)
	if err != nil {
		return fmt.Errorf("generating %s: %w", name, err)
	}
	return os.WriteFile(name+".commonplan", project, 0o644)
}
