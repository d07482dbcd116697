// Package store is the disk: it reads and saves project files, and writes papers and
// exports. Everything it does goes through an [FS], so that tests can let any single
// operation fail.
//
//	doc, seen, err := store.Open(store.OS, "hill.commonplan")
//	…
//	seen, err = store.Save(store.OS, "hill.commonplan", doc, seen)
//
// # Saving
//
// The old file is never truncated or removed before the new one is whole:
//
//  1. encode, and begin to verify by reading the bytes back in memory;
//  2. look at the file on disk: it must be the one that was [Seen];
//  3. write a temporary file in the same folder, with the old file's mode; fsync; read back;
//  4. wait for the verifying, and keep the previous version as "name (previous).commonplan";
//  5. put the temporary file in place of the old one, in one step; fsync the folder;
//  6. read again and compare.
//
// If anything fails up to step 4, the old file is as it was and the temporary file is
// removed. Step 5 happens or does not. After that the new file is there, whole.
//
// Every refusal is a [model.Problem] that names the file and says what to do.
package store
