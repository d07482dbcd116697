package desk

import (
	"errors"
	"log/slog"

	"commonplan/model"
	"commonplan/model/file"
)

// NeedsPassword tells whether a file was refused because it wants a password, or another
// one than was given.
func NeedsPassword(err error) bool {
	var problem *model.Problem
	return errors.As(err, &problem) && (problem.Key == "problem.password.needed" || problem.Key == "problem.password.wrong")
}

// Protected tells whether the open project has a password.
func (d *Desk) Protected() bool { return d.key != nil }

// Key gives what the open project is protected with; nil if it has no password.
func (d *Desk) Key() *file.Key { return d.key }

// Protect gives the open project a password, or another one, and saves it; then is told
// how that went. A project that has no file yet is protected from its first save on.
func (d *Desk) Protect(password string, then func(error)) {
	project, before := d.project, d.key
	go func() {
		key, err := d.disk.Lock(before, password)
		d.later(func() {
			switch {
			case err != nil:
				slog.Warn("protecting a project", "error", err)
				then(err)
			case d.project != project:
				then(model.NewProblem("problem.closed"))
			default:
				d.protectWith(key, then)
			}
		})
	}()
}

// Unprotect takes the password off the open project and saves it; then is told how that
// went.
func (d *Desk) Unprotect(then func(error)) { d.protectWith(nil, then) }

// protectWith saves under another key. The project counts as protected with it only
// when it is saved.
func (d *Desk) protectWith(key *file.Key, then func(error)) {
	if d.path == "" {
		d.key = key
		d.reseal()
		d.tellSaved()
		then(nil)
		return
	}
	d.saveTo(d.path, d.seen, key, then)
}
