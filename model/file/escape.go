package file

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unescape gives what a JSON text means; the first backslash stands at i. Half of a
// surrogate pair means nothing and is refused.
func unescape(text string, i int) (string, bool) {
	var b strings.Builder
	b.Grow(len(text))
	for {
		b.WriteString(text[:i])
		r, rest, ok := unescapeOne(text[i:])
		if !ok {
			return "", false
		}
		b.WriteRune(r)
		text = rest
		if i = strings.IndexByte(text, '\\'); i < 0 {
			b.WriteString(text)
			return b.String(), true
		}
	}
}

// unescapeOne reads the escape with which a text begins.
func unescapeOne(text string) (r rune, rest string, ok bool) {
	if len(text) < 2 {
		return 0, "", false
	}
	if i := strings.IndexByte(`"\/bfnrt`, text[1]); i >= 0 {
		return rune("\"\\/\b\f\n\r\t"[i]), text[2:], true
	}
	r, ok = unit(text)
	if !ok {
		return 0, "", false
	}
	rest = text[6:]
	if utf16.IsSurrogate(r) {
		low, ok := unit(rest)
		if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
			return 0, "", false
		}
		rest = rest[6:]
	}
	return r, rest, true
}

// unit reads \uXXXX.
func unit(text string) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(n), err == nil
}

// appendText writes a text in quotes, with nothing escaped that need not be.
func appendText(to []byte, text string) []byte {
	to = append(to, '"')
	from := 0
	for i := range len(text) {
		var escaped string
		switch text[i] {
		case '"':
			escaped = `\"`
		case '\\':
			escaped = `\\`
		case '\n':
			escaped = `\n`
		case '\t':
			escaped = `\t`
		default:
			continue
		}
		to = append(to, text[from:i]...)
		to = append(to, escaped...)
		from = i + 1
	}
	to = append(to, text[from:]...)
	return append(to, '"')
}
