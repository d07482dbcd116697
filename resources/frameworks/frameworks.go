// Package frameworks embeds the public frameworks a plan can be tagged against, one
// JSON file each, with the nation, date, source and licence it came with. The code
// that reads them is commonplan/model/framework.
package frameworks

import "embed"

// Files holds <framework id>.json, and <language>/names.json with what the frameworks and
// their items are called in another language than English.
//
//go:embed *.json */names.json
var Files embed.FS
