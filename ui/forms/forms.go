// Package forms shows records as a list beside a form, the same way on every step.
//
// A [Page] is one step: its lists at the left, the form of the chosen record at the
// right. What a form asks is data (see layouts.go); how a field is asked follows from
// its kind in the model. Typing changes the plan at each letter, as one burst for
// undo; what cannot be stored as typed stays in the field with a sentence below it.
package forms

import (
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/picture"
	"commonplan/model/words"
)

// Desk is what the forms ask of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Gaps() []insight.Gap
	Edit(name string, change func(*edit.Change) error) error
	EditBurst(key, name string, change func(*edit.Change) error) error
	EndBurst()
	Now() time.Time
	Who() string // the name that comments carry
	Later(func())
	Part(name string) []byte
	ReadPicture(path string, then func(picture.Picture, error))
}

// Shell is what the forms ask of the window around them.
type Shell interface {
	ShowRecord(id model.ID)  // opens a record's form, wherever it is
	EditRecord(id model.ID)  // opens a record that was just added, with the cursor in its first field
	ShowOnMap(id model.ID)   // opens the map with a record chosen
	Chose()                  // another record is shown
	ShowHistory(id model.ID) // shows who changed what on a record
	Named(then func())       // asks for the person's name if it never was asked for, and goes on
	Trouble(err error)       // tells why something could not be done
	Confirm(title, sentence, yes string, then func())
	Window() fyne.Window
	ChoosePicture(then func(path string)) // asks for a picture file
}

// editName gives the name of an edit: "edit.change.need".
func editName(what string, t model.Type) string { return "edit." + what + "." + string(t) }
