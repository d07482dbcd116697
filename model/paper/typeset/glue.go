package typeset

import (
	"strings"
	"unicode"
)

// units are the words that stay beside the number before them.
var units = wordSet(`mm cm m m² km km² ha kg g t l ml h hr hrs min s °C kWh MWh kW W p pm am FTE
	million billion tonnes pence months weeks days hours years
	mis fis wythnos diwrnod awr blynedd flynedd mlynedd`)

// months are English and Welsh, whole and short.
var months = wordSet(`January February March April May June July August September October November December
	Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
	Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr
	Ion Chwef Maw Ebr Meh Gorff Hyd Tach Rhag`)

// pointers are the words that stay beside the number or letter after them.
var pointers = wordSet(`annex page pages section month side priority year week ward table figure no. atodiad tudalen adran mis blwyddyn rhan dalen nodyn fersiwn`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// glue turns the spaces a line must not break at into no-break spaces: between a
// number and its unit, a day, its month and its year, a number and what it is of, a sign
// and what it belongs to.
func glue(text []rune) {
	for i, r := range text {
		if r != ' ' || i == 0 || i+1 == len(text) {
			continue
		}
		if isPart(text, i) {
			text[i], text[i+len("of ")] = noBreakSpace, noBreakSpace
		}
		if mayGlue(text[i-1], text[i+1]) && together(wordBefore(text, i), wordAfter(text, i)) {
			text[i] = noBreakSpace
		}
	}
}

// isPart tells that a space stands between a number and "of" with a number after it.
func isPart(text []rune, at int) bool {
	digit := func(i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return digit(at-1) && digit(at+len(" of ")) && string(text[at:at+len(" of ")]) == " of "
}

// mayGlue tells from the letters beside a space whether its words need a closer look:
// most spaces stand between two words in small letters.
func mayGlue(before, after rune) bool {
	small := after >= 'a' && after <= 'z'
	word := before >= 'a' && before <= 'z' || before == ',' || before == '.'
	return !small || !word
}

func together(before, after string) bool {
	switch before {
	case "":
		return false
	case "×", "÷", "=", "→", "✓", "…", "≈", "<", ">", "≤", "≥":
		return true
	}
	switch after {
	case "·", "–", "—", "→":
		return true
	}
	bare := strings.TrimRight(after, ".,;:)”’!?")
	if isNumber(before) {
		return units[bare] || months[bare] || after == "×" || after == "÷"
	}
	if months[before] {
		return isNumber(bare)
	}
	return pointers[strings.ToLower(strings.TrimLeft(before, "(“"))] && (isNumber(bare) || len(bare) == 1 && unicode.IsUpper(rune(bare[0])))
}

// isNumber tells that a word is a number, with its sign, currency or brackets.
func isNumber(word string) bool {
	word = strings.TrimLeft(word, "(“£€$+-−~")
	if word == "" || word[0] < '0' || word[0] > '9' {
		return false
	}
	last := word[len(word)-1]
	return last >= '0' && last <= '9'
}

func wordBefore(text []rune, at int) string {
	from := at
	for from > 0 && !isSpace(text[from-1]) {
		from--
	}
	return string(text[from:at])
}

func wordAfter(text []rune, at int) string {
	to := at + 1
	for to < len(text) && !isSpace(text[to]) {
		to++
	}
	return string(text[at+1 : to])
}

func isSpace(r rune) bool { return r == ' ' || r == noBreakSpace }
