package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// And joins words as a sentence does: "a", "a and b", "a, b and c". Some languages say
// another "and" before a vowel: "N1 a P1", "N1 ac A1".
func (w *Words) And(items []string) string {
	last := "list.and.last"
	if len(items) > 0 && beginsWithVowel(items[len(items)-1]) {
		last += ".vowel"
	}
	return w.join(items, "list.and.more", last)
}

// beginsWithVowel tells whether a word begins with a vowel as it is said in Welsh: w and
// y are vowels before a consonant, and a label such as N1 is said by the name of its
// letter, “en”. So are the numbers un, wyth and un ar ddeg.
func beginsWithVowel(item string) bool {
	letters := append([]rune(item), ' ', ' ')
	first, second := unicode.ToLower(letters[0]), unicode.ToLower(letters[1])
	switch {
	case unicode.IsUpper(letters[0]) && unicode.IsDigit(second):
		return strings.ContainsRune("acefgiklmnorsx", first)
	case unicode.IsDigit(first):
		number := strings.TrimRightFunc(strings.FieldsFunc(item, unicode.IsSpace)[0], unicode.IsPunct)
		return number == "1" || number == "8" || number == "11"
	case strings.ContainsRune("wyŵŷ", first):
		return !strings.ContainsRune("aeiouâêîôû", second)
	}
	return strings.ContainsRune("aeiouâêîôû", first)
}

// Commas joins short words or labels: "A1, A3".
func (w *Words) Commas(items []string) string {
	return w.join(items, "list.comma", "list.comma")
}

// Semicolons joins phrases that may hold commas: "a hall, free; a kitchen".
func (w *Words) Semicolons(items []string) string {
	return w.join(items, "list.semicolon", "list.semicolon")
}

func (w *Words) join(items []string, more, last string) string {
	said := ""
	for i, item := range items {
		switch {
		case i == 0:
			said = item
		case i == len(items)-1:
			said = w.Say(last, With{"Before": said, "Item": item})
		default:
			said = w.Say(more, With{"Before": said, "Item": item})
		}
	}
	return said
}

// mostInWords is the largest number that [Words.Number] spells out.
const mostInWords = 12

// Number writes a whole number for running text: "five", "twelve", from then on "13".
func (w *Words) Number(n int) string {
	if n < 0 || n > mostInWords {
		return strconv.Itoa(n)
	}
	return w.Say("number." + strconv.Itoa(n))
}

// Capital makes the first letter of a sentence a capital.
func Capital(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if size == 0 || !unicode.IsLower(first) {
		return sentence
	}
	return strings.ToUpper(string(first)) + sentence[size:]
}

// Shorten cuts a long text after a word, so that it can stand within a sentence or in a
// menu; it has at most so many letters, and the three dots.
func Shorten(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	cut := string(letters[:most])
	if space := strings.LastIndexByte(cut, ' '); space > most/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}
