package figure

import (
	"strings"
	"unicode"
)

// Metrics measures letters. The typeface of the papers in package model/paper/metrics
// is one.
type Metrics interface {
	// Width gives the width of a letter in thousandths of the type size, and whether
	// the font has it.
	Width(r rune, bold bool) (thousandths int, ok bool)
}

// mmPerPoint is the size of a point.
const mmPerPoint = 25.4 / 72

// width gives the width of a text in mm at a size in points.
func width(m Metrics, text string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range text {
		w, ok := m.Width(r, bold)
		if !ok { // a question mark may stand for it
			w, _ = m.Width('?', bold)
		}
		sum += w
	}
	return float64(sum) / 1000 * size * mmPerPoint
}

// wrap breaks a text into lines no wider than so many mm. It breaks between words, but
// not between a number and its unit; only a word that is too wide for a line by itself
// is broken within. Nothing is left out.
func wrap(m Metrics, text string, size float64, bold bool, wide float64) []string {
	var lines []string
	line := ""
	fits := func(s string) bool { return width(m, s, size, bold) <= wide }
	for _, word := range tokens(text, fits) {
		if line != "" && fits(line+" "+word) {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for word != "" && !fits(word) { // "" does not fit either where there is no room at all
			head := widest(word, fits)
			lines, word = append(lines, head), word[len(head):]
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func splitWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r != '\u00a0' && unicode.IsSpace(r) })
}

// tokens gives the pieces of a text that stay on one line: words, numbers with the word
// they count, and a sign of times with what follows, where both fit a line.
func tokens(text string, fits func(string) bool) []string {
	list := splitWords(text)
	var all []string
	for i := 0; i < len(list); i++ {
		word := list[i]
		if i+1 < len(list) && counts(word, list[i+1]) && fits(word+" "+list[i+1]) {
			word += " " + list[i+1]
			i++
		}
		all = append(all, word)
	}
	return all
}

// counts tells whether a word is a number and the next what it counts, or a sign of times.
func counts(word, next string) bool {
	if word == "×" || word == "÷" {
		return true
	}
	for _, r := range word {
		if !unicode.IsDigit(r) && !strings.ContainsRune("£.,%", r) {
			return false
		}
	}
	last := word[len(word)-1]
	return last >= '0' && last <= '9' && unicode.IsLetter([]rune(next)[0])
}

// widest gives the longest beginning of a word that fits a line, up to a hyphen or
// slash if it has one there; at least one letter.
func widest(word string, fits func(string) bool) string {
	end, soft := 0, 0
	for i, r := range word {
		next := i + len(string(r))
		if end > 0 && !fits(word[:next]) {
			break
		}
		end = next
		if strings.ContainsRune("-–/", r) {
			soft = next
		}
	}
	if soft > 0 {
		return word[:soft]
	}
	return word[:end]
}
