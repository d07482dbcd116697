package proposal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonplan/model/words"
)

// mostListed is how many things a sentence of the generated summary names.
const mostListed = 3

// generated is a summary made from the facts, for as long as nobody has written one.
func (m *maker) generated() []string {
	needs := "proposal.summary.needs"
	if oneLine(m.project.Place) != "" {
		needs += ".place"
	}
	why := m.telling(needs, titles(m.plan.Needs))
	what := m.telling("proposal.summary.activities", titles(m.plan.Activities))
	var different []string
	for _, title := range titles(m.plan.Outcomes) {
		different = append(different, m.quoted(title))
	}
	changes := m.telling("proposal.summary.outcomes", different)
	var all []string
	for _, p := range []string{m.pair("proposal.sentences.pair", why, what), changes} {
		if p != "" {
			all = append(all, p)
		}
	}
	return all
}

// telling is a sentence that names a few things and counts the others; "" for none.
func (m *maker) telling(key string, all []string) string {
	if len(all) == 0 {
		return ""
	}
	n := len(all)
	return m.say(key, with{"N": n, "Number": words.Capital(m.words.Number(n)),
		"Place": oneLine(m.project.Place), "List": m.inSentence(all)})
}

// quoted puts marks around what somebody says of themselves, "I know my neighbours",
// unless it has them.
func (m *maker) quoted(title string) string {
	if word := firstWord(title); !slices.Contains(strings.Fields(m.say("proposal.summary.voices")), word) {
		return title
	}
	return m.say("proposal.summary.quoted", with{"Text": strings.TrimRight(firstSentence(title), " .;,")})
}

// inSentence lists titles within a sentence: "no bus after six, no bench, and one more".
// If one has a comma of its own, semicolons part them.
func (m *maker) inSentence(all []string) string {
	var named []string
	most := mostListed
	if m.open != nil && m.shorten >= shortStatements {
		most = 1
	}
	for _, title := range all[:min(len(all), most)] {
		named = append(named, m.uncapital(strings.TrimRight(firstSentence(title), " .;,")))
	}
	key := "proposal.summary.join"
	if slices.ContainsFunc(named, func(s string) bool { return strings.ContainsAny(s, ",;") }) {
		key += ".long"
	}
	if rest := len(all) - len(named); rest > 0 {
		named = append(named, m.say("proposal.summary.more", with{"N": rest, "Number": m.words.Number(rest)}))
	}
	said := named[0]
	for i, item := range named[1:] {
		k := key
		if i == len(named)-2 {
			k += ".last"
		}
		said = m.say(k, with{"Before": said, "Item": item})
	}
	return said
}

// uncapital begins a title with a small letter, as within a sentence, unless its first
// word is a name, “I” or letters such as NHS.
func (m *maker) uncapital(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	word := firstWord(title)
	inside := word[min(size, len(word)):]
	second, _ := utf8.DecodeRuneInString(strings.TrimSpace(title[len(word):]))
	if !unicode.IsUpper(first) || unicode.IsUpper(second) || strings.ToLower(inside) != inside || m.isName(word) {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// firstWord is what a text has up to the first sign that is neither letter nor digit.
func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return text[:i]
	}
	return text
}

// isName tells whether a word always has a capital, or stands in the name of the place.
// A name of several words is known by the capital of its second.
func (m *maker) isName(word string) bool {
	for _, names := range []string{m.say("proposal.summary.capitals"), m.project.Place, m.project.Ward} {
		if slices.ContainsFunc(strings.Fields(names), func(w string) bool { return firstWord(w) == word }) {
			return true
		}
	}
	return false
}
