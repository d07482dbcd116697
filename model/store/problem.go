package store

import (
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"syscall"

	"commonplan/model"
)

// failure is a problem to show with the error that it came from, for the log.
type failure struct {
	problem *model.Problem
	cause   error
}

func (f *failure) Error() string   { return f.problem.Error() + ": " + f.cause.Error() }
func (f *failure) Unwrap() []error { return []error{f.problem, f.cause} }

// doing says what was being done when a disk refused: the beginning of the sentence's key.
type doing string

const (
	reading doing = "problem.file."
	saving  doing = "problem.save."
)

// ofWriting are the reasons that cannot be why a file was not read.
var ofWriting = []string{"full", "protected", "exists"}

// refused says in a problem why the disk refused something. What is a problem already
// stays as it is.
func refused(what doing, path string, err error) error {
	var problem *model.Problem
	if err == nil || errors.As(err, &problem) {
		return err
	}
	why := reason(err)
	if what == reading && slices.Contains(ofWriting, why) {
		why = "failed"
	}
	folder := model.CleanText(filepath.Dir(path))
	return &failure{model.NewProblem(string(what)+why, "File", nameOf(path), "Folder", folder), err}
}

// reason tells the errors apart for which people can do different things.
func reason(err error) string {
	var number syscall.Errno
	if errors.As(err, &number) {
		if known, ok := reasons[number]; ok {
			return known
		}
	}
	switch {
	case errors.Is(err, errIrregular):
		return "irregular"
	case errors.Is(err, fs.ErrNotExist):
		return "gone"
	case errors.Is(err, fs.ErrPermission):
		return "permission"
	case errors.Is(err, fs.ErrExist):
		return "exists"
	}
	return "failed"
}

// named adds a file's name to the problem in an error.
func named(err error, path string) error {
	var problem *model.Problem
	if !errors.As(err, &problem) {
		return err
	}
	with := maps.Clone(problem.With)
	with["File"] = nameOf(path)
	return &model.Problem{Key: problem.Key, With: with}
}
