package store

import (
	"commonplan/model"
	"commonplan/model/file"
)

// Salvage reads what can be read of a damaged project file, see [file.Salvage]. The file
// stays as it is. Password is "" for one that has none; the key is to protect what was
// saved as before.
func Salvage(disk FS, path, password string) (*model.Document, file.Salvaged, *file.Key, error) {
	data, err := ReadBounded(disk, path, file.MaxFile)
	if err != nil {
		return nil, file.Salvaged{}, nil, err
	}
	if !file.IsProtected(data) {
		doc, told, err := file.Salvage(data)
		return doc, told, nil, named(err, path)
	}
	if password == "" {
		return nil, file.Salvaged{}, nil, named(model.NewProblem("problem.password.needed"), path)
	}
	doc, told, key, err := file.SalvageLocked(data, password)
	return doc, told, key, named(err, path)
}
