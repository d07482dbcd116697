package paper

import "commonplan/resources/fonts"

// Print says how a paper is to be printed for those who will read it. It changes
// nothing in what the paper says; the zero value is usual print.
type Print struct {
	Large    float64        // size of large print in points, 16 to 24; 0 is usual print
	Typeface fonts.Typeface // for reading; letters it lacks are set in Source Sans
	Draft    string         // a word to stand large and pale behind the text of every page
	Black    bool           // black and white only, so that nothing is lost on a copier
}

// The sizes of large print in points.
const (
	LargeLeast = 16.0
	LargeUsual = 18.0
	LargeMost  = 24.0
)
