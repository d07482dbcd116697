package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Typeface names the typeface a text is drawn in, or nil for that of the theme.
//
// With a theme's typeface Fyne reads all it falls back on, for each weight anew: 4 MB of
// emoji, symbols, and what the system has. A semibold text is mostly a heading in letters
// that Source Sans has itself, so it gets Source Sans alone, and those are read once.
func Typeface(text string, semibold bool) fyne.Resource {
	if !semibold {
		return nil
	}
	for _, letter := range text {
		if !inSourceSans(letter) {
			return nil
		}
	}
	return semiboldFont
}

// inSourceSans tells of the letters of Western and Central Europe and their punctuation.
func inSourceSans(letter rune) bool {
	switch {
	case letter >= ' ' && letter <= '~', letter >= 0xA0 && letter <= 0x17F:
		return true
	}
	switch letter {
	case '–', '—', '‘', '’', '“', '”', '•', '…', '€', '←', '↑', '→', '↓', '−', '≤', '≥':
		return true
	}
	return false
}

// ReadFonts has Fyne read the typefaces of the present theme, which is most of the work
// of starting. Until it returns nothing else may be measured.
func ReadFonts() {
	for _, semibold := range []bool{false, true} {
		measure(" ", theme.Size(Body), semibold)
		widthsOf(semibold)
	}
}

// measure is the size of a text on one line, in the typeface it will be drawn in.
func measure(text string, size float32, semibold bool) fyne.Size {
	box, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, size, fyne.TextStyle{Bold: semibold}, Typeface(text, semibold))
	return box
}
