// Package formstest stands in for the window and the computer around a page that shows
// the form of a record: for tests.
package formstest

import (
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/picture"
	"commonplan/model/words"
)

// Desk is an open project with all that a form asks for. It says yes to every question,
// puts nothing off, notes the record it was led to and what went wrong, and has no
// pictures. A test embeds it and overrides what matters.
type Desk struct {
	*edit.Project
	Shown   model.ID
	Problem error
}

// Words gives the English words.
func (*Desk) Words() *words.Words { return words.English() }

// Gaps gives what is missing on the day of [modeltest.Now].
func (d *Desk) Gaps() []insight.Gap {
	return insight.Gaps(d.Plan(), model.DateOf(modeltest.Now()))
}

// Trouble notes what went wrong.
func (d *Desk) Trouble(err error) { d.Problem = err }

// ShowRecord notes the record.
func (d *Desk) ShowRecord(id model.ID) { d.Shown = id }

// EditRecord does nothing.
func (*Desk) EditRecord(model.ID) {}

// ShowOnMap does nothing.
func (*Desk) ShowOnMap(model.ID) {}

// ShowHistory does nothing.
func (*Desk) ShowHistory(model.ID) {}

// Chose does nothing.
func (*Desk) Chose() {}

// Who is who works here.
func (*Desk) Who() string { return "Ana" }

// Named goes on at once: the name is known.
func (*Desk) Named(then func()) { then() }

// Now stands still.
func (*Desk) Now() time.Time { return modeltest.Now() }

// Confirm is answered with yes.
func (*Desk) Confirm(_, _, _ string, then func()) { then() }

// Later does it now.
func (*Desk) Later(do func()) { do() }

// Part gives no picture.
func (*Desk) Part(string) []byte { return nil }

// Window gives no window.
func (*Desk) Window() fyne.Window { return nil }

// ChoosePicture chooses none.
func (*Desk) ChoosePicture(func(string)) {}

// ReadPicture reads none.
func (*Desk) ReadPicture(string, func(picture.Picture, error)) {}
