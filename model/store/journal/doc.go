// Package journal notes what changed in an open project since its file was last saved,
// so that a crash or a power cut takes two seconds of typing at most.
//
// A journal is a file in the app's own folder, one for each project that is open:
//
//	j := journal.Begin(disk, folder, journal.Header{Project: doc.ID, Path: path}, doc, nil, time.Now)
//	err := j.Write(project.Document())   // notes what changed since the last Write
//	err = j.Rebase(header, saved, nil)   // the file is saved: begin again, with nothing
//	err = j.Remove()                     // the project is closed, and nothing is missing
//
// A [Keeper] does that away from the screen, a second after the first change.
//
// At the next start [Find] gives the journals whose owner is gone. What [Left.Read] finds
// is a part of a document: the changed records, with their stamps. Joined with the file
// (package merge) it gives what was on the screen; joined twice, or with a newer file, it
// does no harm.
//
// # The file
//
// It begins with a line that says what it is. Then come frames, each with its length, a
// checksum (CRC32C) of all that follows, a kind, a time, and its content: first a header,
// then pictures and changed records. Frames of a protected project are sealed with its key.
// What ends in the middle of a frame, or holds zeros where the disk had not written yet, is
// read up to there.
//
// A journal that another living process has, by the system's own lock, is left alone. None
// is removed before it was read and what it held is safe elsewhere.
package journal
