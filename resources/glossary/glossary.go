// Package glossary embeds the field's words with their meaning, a test question, a
// plainer label and an example, one JSON file a language. The code that reads them is
// commonplan/model/framework.
package glossary

import "embed"

// Files holds <language>.json.
//
//go:embed *.json
var Files embed.FS
