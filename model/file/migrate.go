package file

import "commonplan/model"

// migration brings a document of one format to the next, in memory. The file changes at
// the first save only, and package store keeps it as it was before that.
type migration func(*model.Document)

// migrations lead from format 1 to [model.Format], one a format: the first is from 1 to
// 2. There is one format so far.
var migrations [model.Format - 1]migration

// migrate brings a document up to date. Its Format stays that of the file, so that who
// saves it knows. One of a newer format is left alone: what this version does not know
// of it is kept.
func migrate(doc *model.Document, migrations []migration) {
	for from := doc.Format; from-1 < len(migrations); from++ {
		migrations[from-1](doc)
	}
}
