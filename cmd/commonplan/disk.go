package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/picture"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
)

// disk is the real disk, for the desk.
type disk struct{ *shelf.Shelf }

// newDisk gives the disk of the person who runs the app.
func newDisk(home, who string) disk {
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	return disk{shelf.New(store.OS, home, shelf.Owner{Who: who, Host: host}, time.Now)}
}

func (disk) Lock(before *file.Key, password string) (*file.Key, error) {
	return before.Renew(password, file.UsualEffort)
}

func (disk) Beside(path string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

func (disk) Salvage(path, password string) (*model.Document, file.Salvaged, *file.Key, error) {
	return store.Salvage(store.OS, path, password)
}

func (disk) ReadPicture(path string) ([]byte, error) {
	data, err := store.ReadBounded(store.OS, path, picture.MostBytes)
	var problem *model.Problem
	if errors.As(err, &problem) && problem.Key == "problem.file.large" {
		err = model.NewProblem("problem.picture.bytes", "Most", picture.MostBytes>>20)
	}
	return data, err
}

func (disk) Read(path, password string) (*model.Document, error) {
	open := store.Open
	if password != "" {
		open = func(disk store.FS, path string) (*model.Document, store.Seen, error) {
			return store.OpenLocked(disk, path, password)
		}
	}
	doc, _, err := open(store.OS, path)
	return doc, err
}

func (disk) WriteCopy(path string, doc *model.Document, key *file.Key) error {
	_, err := store.Save(store.OS, path, doc, store.Overwriting().WithKey(key))
	return err
}

func (disk) WriteOutput(path string, data []byte) error {
	return store.WriteOutput(store.OS, path, data)
}

// ownFolder is where the app keeps what is not in a person's files: journals and earlier
// versions. It stays on this computer.
func ownFolder() string {
	switch runtime.GOOS {
	case "windows":
		if local := os.Getenv("LocalAppData"); local != "" {
			return filepath.Join(local, "Commonplan")
		}
	case "darwin":
		if config, err := os.UserConfigDir(); err == nil {
			return filepath.Join(config, "Commonplan")
		}
	}
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "commonplan")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	return filepath.Join(home, ".local", "share", "commonplan")
}
