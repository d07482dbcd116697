// Package words embeds what Commonplan says, one folder a language, one file an area
// of the program. The code that looks a sentence up is commonplan/model/words. English
// has all words; another language has those of the papers.
package words

import "embed"

// Files holds <language>/<area>.json.
//
//go:embed */*.json
var Files embed.FS
