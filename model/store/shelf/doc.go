// Package shelf is where a person's projects are kept: each file with its journal and its
// earlier versions, so that nothing a volunteer does, and nothing that happens to their
// PC, costs more than two seconds of typing.
//
//	s := shelf.New(store.OS, home, owner, time.Now)
//	opened, err := s.Open("hill.commonplan", "")
//	notes := s.Note(opened, "Warm Hill")         // begins the journal
//	notes.Note(project.Document())               // after each change
//	saved, err := s.Save(path, doc, opened.Seen) // and then notes.Saved(…)
//	notes.Remove()                               // the project is closed, all is saved
//
// # When a file cannot be saved as it should
//
// [Shelf.Save] is package store's save, with a way out for whatever stands against it:
//
//   - somebody else changed the file: both are joined (package merge), and told;
//   - the file cannot be replaced, because it is read-only or another program holds it:
//     the work goes into a file beside it, under a dated name, and stays there;
//   - it was moved away: it is written anew, and told;
//   - the folder takes nothing, the disk is full or gone, the name is too long: nothing is
//     written, one sentence says what to do, and the journal still has everything.
//
// # After a crash
//
// [Shelf.Open] joins in what a journal without a living owner has for the file, and says
// so. Of a project that was never saved, or whose file is gone, [Shelf.Waiting] knows.
//
// Whatever is in [Opened.Told] and [Saved.Told] is to be shown: a plain sentence each.
package shelf
