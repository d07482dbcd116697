package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const noBreakSpace = '\u00a0'

// clean makes a text printable: valid, composed (NFC), without control characters
// or doubled spaces, and only with letters the font has. What had to be replaced or
// left out is noted in s.changes.
func (s *setter) clean(text string) string {
	if s.isPlain(text) {
		return text
	}
	if !utf8.ValidString(text) {
		s.note("\ufffd", "")
		text = strings.ToValidUTF8(text, "")
	}
	var b strings.Builder
	space := false
	for _, r := range norm.NFC.String(text) {
		out := s.printable(r)
		if out == " " {
			if space {
				continue
			}
			space = true
		} else if out != "" {
			space = false
		}
		b.WriteString(out)
	}
	return b.String()
}

// isPlain tells that a text can stay as it is: printable ASCII with no doubled spaces,
// and letters that were found to print as they are.
func (s *setter) isPlain(text string) bool {
	for i, r := range text {
		switch {
		case r == ' ':
			if i > 0 && text[i-1] == ' ' {
				return false
			}
		case r > ' ' && r <= '~':
		case int(r) >= len(s.sure):
			return false
		case s.sure[r] == 0:
			s.sure[r] = 1
			if s.printsAsItIs(r) {
				s.sure[r] = 2
			}
			if s.sure[r] == 1 {
				return false
			}
		case s.sure[r] == 1:
			return false
		}
	}
	return true
}

// sureness holds for the commoner letters whether they print as they are: 0 not known
// yet, 1 no, 2 yes.
type sureness [0x2800]uint8

// printsAsItIs tells that a letter needs nothing done, whatever stands beside it.
func (s *setter) printsAsItIs(r rune) bool {
	letter := string(r)
	return r != utf8.RuneError && !unicode.Is(unicode.M, r) && norm.NFC.IsNormalString(letter) && s.printable(r) == letter
}

// printable gives what stands on paper for one character.
func (s *setter) printable(r rune) string {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
		return " "
	case r == noBreakSpace || r == '\u202f' || r == '\u2007':
		return string(noBreakSpace)
	case unicode.Is(unicode.Zs, r):
		return " "
	case r == utf8.RuneError, unicode.Is(unicode.Co, r): // a private character means nothing to others
		s.note(string(r), "")
		return ""
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return "" // invisible; nothing is lost
	case s.has(r):
		return string(r)
	}
	if r == '\u2011' { // a hyphen that does not break
		return "-"
	}
	became := s.nearest(r)
	s.note(string(r), became)
	return became
}

// has tells whether the font has a letter in both weights.
func (s *setter) has(r rune) bool {
	if r > 0xFFFF { // beyond what the PDF writer can carry
		return false
	}
	_, regular := s.metrics.Width(r, false)
	_, bold := s.metrics.Width(r, true)
	return regular && bold
}

// nearest finds letters the font has for one it has not: the letter without its
// marks, or a question mark for another letter, or nothing for a sign.
func (s *setter) nearest(r rune) string {
	var b strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		if d != r && !unicode.Is(unicode.Mn, d) && s.has(d) {
			b.WriteRune(d)
		}
	}
	if b.Len() > 0 {
		return b.String()
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		return "?"
	}
	return ""
}

func (s *setter) note(was, became string) {
	if s.changed[was] {
		return
	}
	s.changed[was] = true
	section := ""
	if s.current > 0 {
		section = s.sections[s.current-1].Title
	}
	s.changes = append(s.changes, Change{Was: was, Became: became, Section: section})
}
