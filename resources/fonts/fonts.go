// Package fonts embeds the typefaces Commonplan ships: the same files serve the
// window, the papers and the pictures, so that text measures alike everywhere.
//
// Source Sans 3 is the typeface of the window and of most papers. Atkinson
// Hyperlegible Next is easier to tell letters apart in, for readers who choose it.
// Both are under the SIL Open Font Licence; its text stands beside the files.
package fonts

import _ "embed"

// Typeface names one of the typefaces. The zero value is Source Sans 3, which has all
// the letters of our papers and stands in for what others lack.
type Typeface uint8

// The typefaces.
const (
	SourceSans Typeface = iota
	Atkinson

	// Typefaces is how many there are.
	Typefaces = 2
)

// Name is the typeface's name as its makers write it.
func (t Typeface) Name() string {
	if t == Atkinson {
		return "Atkinson Hyperlegible Next"
	}
	return "Source Sans 3"
}

// File is the static TrueType file of a typeface, in weight 600 if bold, else in 400.
func (t Typeface) File(bold bool) []byte {
	switch {
	case t == Atkinson && bold:
		return AtkinsonSemibold
	case t == Atkinson:
		return AtkinsonRegular
	case bold:
		return SourceSansSemibold
	}
	return SourceSansRegular
}

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

// AtkinsonRegular is Atkinson Hyperlegible Next in weight 400, a static TrueType file.
//
//go:embed AtkinsonHyperlegibleNext_400Regular.ttf
var AtkinsonRegular []byte

// AtkinsonSemibold is Atkinson Hyperlegible Next in weight 600, a static TrueType file.
//
//go:embed AtkinsonHyperlegibleNext_600SemiBold.ttf
var AtkinsonSemibold []byte

// AtkinsonLicence is the licence text that must travel with the files.
//
//go:embed AtkinsonHyperlegibleNext-LICENSE.txt
var AtkinsonLicence string
