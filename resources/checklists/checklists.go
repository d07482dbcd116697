// Package checklists embeds the questions the two sides of a partnership answer. A set
// of questions is a data file, so that an authorised text can take the place of ours.
// The code that reads it is commonplan/model/framework.
package checklists

import "embed"

// Files holds <checklist id>.json, and the same in <language>/ for another language than
// English.
//
//go:embed *.json */*.json
var Files embed.FS
