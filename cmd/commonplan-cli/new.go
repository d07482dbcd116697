package main

import (
	"slices"
	"strings"

	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/words"
)

// begin begins a project: an empty one, or one of the examples.
func (c *cli) begin(typed call) error {
	project, err := c.fresh(typed.flags["--example"])
	if err != nil {
		return err
	}
	return c.create(typed.words[0], project.Document())
}

// fresh gives a project that is no copy of any other.
func (c *cli) fresh(name string) (*edit.Project, error) {
	if name == "" {
		return edit.New(c.source())
	}
	if !slices.Contains(example.Names(), name) {
		d, _ := commandOf("new")
		return nil, d.misuse("cli.wrong.example", words.With{"Text": name, "List": strings.Join(example.Names(), ", ")})
	}
	doc, err := example.Open(name)
	if err != nil {
		return nil, err
	}
	return edit.OpenAsNew(doc, c.source())
}
