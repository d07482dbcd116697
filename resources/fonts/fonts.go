// Package fonts embeds the typefaces Commonplan ships: the same files serve the
// window, the papers and the pictures, so that text measures alike everywhere.
//
// Source Sans 3 is under the SIL Open Font Licence; its text stands beside the files.
package fonts

import _ "embed"

// SourceSansRegular is Source Sans 3 in weight 400, a static TrueType file.
//
//go:embed SourceSans3_400Regular.ttf
var SourceSansRegular []byte

// SourceSansSemibold is Source Sans 3 in weight 600, a static TrueType file.
//
//go:embed SourceSans3_600SemiBold.ttf
var SourceSansSemibold []byte

// SourceSansLicence is the licence text that must travel with the files.
//
//go:embed SourceSans3-LICENSE.txt
var SourceSansLicence string
