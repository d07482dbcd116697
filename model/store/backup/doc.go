// Package backup keeps earlier versions of projects in the app's own folder, where no
// wrong click reaches them:
//
//	err := backup.Keep(disk, folder, doc, nil, backup.Saved, time.Now())
//	versions, err := backup.List(disk, folder, doc.ID)
//	earlier, err := versions[0].Read(nil)
//
// # When
//
// A version is kept at a save, if the last one is ten minutes old or more; and always
// before a merge, before something is restored, and when somebody lets changes go.
// [Thin] says which stay: all of 24 hours, the last one of each day for 30 days, the last
// one of each month for 24 months, and always the newest.
//
// # Where
//
// Each project has a folder, named by a hash of its id. A version is a project file
// without its pictures; these lie beside it in "pictures", once for all versions, and a
// version's list "….pictures" names its own. The versions of a protected project are
// protected with its key; only the hashes of its pictures can be seen.
package backup
