// Package edit is the one door through which an open project changes.
//
// A [Project] holds the current [model.Document] and its typed view, the
// [model.Plan]. Everything that changes it is a named [Project.Edit]: typed records
// go in, the fields that differ come out, each with a stamp of this session, and
// those who [Project.Watch] are told which records and fields changed:
//
//	err := project.Edit("edit.change.need", func(c *edit.Change) error {
//		need := model.Clone(project.Plan().Needs[0])
//		need.Title = "The yard is paved, hot and tipped on"
//		return c.Put(need)
//	})
//
// An edit happens whole or not at all: if the function gives an error, nothing changed.
//
// # Undo
//
// Undo is itself a new change, which writes the old values with new stamps; nothing
// is taken out of the file. Say a volunteer adds a need (step 1) and renames it
// (step 2). Undo writes the old title; undo again puts the need into the bin. Redo
// takes it out of the bin, redo again writes the new title. A new edit ends the redoing.
// Undo and redo go back to where the project was opened, without limit.
//
// A burst of typing in one field is one step: see [Project.EditBurst].
//
// # Removing
//
// A removed record goes into the bin: its field "deleted" says that, and what the remover
// had seen of it (see [model.Deletion]). What belongs to it (links at its ends, readings
// of an indicator, costs of an activity) goes along in the same step, and comes back with
// it ([Change.Restore]). Whatever undo writes to a record in the bin leaves it there.
//
// # Copies that come home
//
// What package merge joined is taken as one step, [Project.Take], which undo takes back
// like any other; [Project.TakeBack] does so after other steps, too. Where copies differ,
// [Change.Settle] writes one value in place of all, and [PastOf] tells who changed what.
// A copy that was taken back holds nothing new for a join: [NotKept] tells what of it was
// not kept, and [Change.BringAgain] writes that once more, as an edit.
//
// A Project is used by one goroutine. The documents and plans it hands out never change
// and may be read by any.
package edit
