package paper

import (
	"strings"
	"unicode"
)

// Sound gives words as any file can hold them: valid UTF-8, on one line, without
// control characters and without the signs that turn the direction of the words after
// them. Nothing that can be seen is lost.
func Sound(text string) string {
	return strings.Map(soundRune, strings.ToValidUTF8(text, ""))
}

func soundRune(r rune) rune {
	switch {
	case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
		return ' '
	case unicode.IsControl(r), r == unicode.ReplacementChar, turns(r), isNoCharacter(r):
		return -1
	}
	return r
}

// turns tells whether a sign changes the direction of the words after it.
func turns(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f'
}

// isNoCharacter tells of the code points that are no characters, not all of which XML can hold.
func isNoCharacter(r rune) bool {
	return r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}
