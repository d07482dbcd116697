package main

import (
	"os"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/ui/desk"
)

type disk struct{}

func (disk) Open(path string) (*model.Document, desk.Seen, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	doc, err := file.Decode(data)
	return doc, nil, err
}

func (disk) Save(path string, doc *model.Document, seen desk.Seen) (desk.Seen, error) {
	data, err := file.Encode(doc)
	if err != nil {
		return nil, err
	}
	return nil, os.WriteFile(path, data, 0o644)
}

func (disk) WriteOutput(path string, data []byte) error { return os.WriteFile(path, data, 0o644) }
