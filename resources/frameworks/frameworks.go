// Package frameworks embeds the public frameworks a plan can be tagged against, one
// JSON file each, with the nation, date, source and licence it came with. The code
// that reads them is commonplan/model/framework.
package frameworks

import "embed"

// Files holds <framework id>.json.
//
//go:embed *.json
var Files embed.FS
