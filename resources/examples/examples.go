// Package examples embeds the three examples: for each the readable data it is written
// in, <name>.json, and the project file made from it, <name>.commonplan. The code that
// reads both is commonplan/model/example. After a change of the data:
//
//	go generate ./resources/examples
package examples

import "embed"

//go:generate go run generate.go

// Files holds <name>.json and <name>.commonplan.
//
//go:embed *.json *.commonplan
var Files embed.FS
