package paper

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Own are the words of the people who made a paper, where they are in another language
// than what the paper says itself. The writers mark them wherever they stand, so that a
// screen reader changes its voice.
type Own struct {
	language string
	phrases  map[string][]string // by their first word, the longest first
}

// The least letters of a phrase, and of the first words of a text that stand alone.
const (
	leastLetters = 3
	leastAlone   = 4
)

// NewOwn gathers texts of a language, BCP 47. A paper may say of a text only some
// sentences or clauses, or begin it with a small letter.
func NewOwn(language string, texts []string) *Own {
	o := &Own{language: language, phrases: map[string][]string{}}
	seen := map[string]bool{}
	for _, text := range texts {
		text = strings.Join(strings.Fields(Sound(text)), " ")
		o.add(text, seen)
		clauses := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".;:,!?()“”", r) })
		for i, clause := range clauses {
			clause = strings.TrimSpace(clause)
			if strings.Contains(clause, " ") || i == 0 && letters(clause) >= leastAlone {
				o.add(clause, seen)
			}
		}
	}
	for _, all := range o.phrases {
		slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	}
	return o
}

func (o *Own) add(phrase string, seen map[string]bool) {
	phrase = strings.TrimFunc(phrase, func(r rune) bool { return !inWord(r) })
	if letters(phrase) < leastLetters || seen[phrase] {
		return
	}
	seen[phrase] = true
	key := firstWord(phrase)
	o.phrases[key] = append(o.phrases[key], phrase)
}

// Mark gives the runs of a text with the language of what people wrote. A nil Own leaves
// it as it is.
func (o *Own) Mark(text Text) Text {
	if o == nil || len(o.phrases) == 0 {
		return text
	}
	var out Text
	for i, run := range text {
		spans := o.spans(run)
		if len(spans) == 0 {
			if out != nil {
				out = append(out, run)
			}
			continue
		}
		if out == nil {
			out = append(make(Text, 0, len(text)+2*len(spans)), text[:i]...)
		}
		out = append(out, cutRun(run, spans, o.language)...)
	}
	if out == nil {
		return text
	}
	return out
}

// spans are the places of what people wrote in a run. A link is one place or none.
func (o *Own) spans(run Run) [][2]int {
	if run.Language != "" || run.Text == "" {
		return nil
	}
	var spans [][2]int
	before := ' '
	for at := 0; at < len(run.Text); {
		r, size := utf8.DecodeRuneInString(run.Text[at:])
		if n := 0; inWord(r) && !inWord(before) {
			if n = o.longest(run.Text[at:]); n > 0 {
				spans = joinSpan(spans, [2]int{at, at + n}, run.Text)
				at += n
				before, _ = utf8.DecodeLastRuneInString(run.Text[:at])
				continue
			}
		}
		before, at = r, at+size
	}
	if run.Link != "" && len(spans) > 0 {
		return [][2]int{{0, len(run.Text)}}
	}
	return spans
}

// longest is how many bytes the longest phrase has that a text begins with; 0 for none.
func (o *Own) longest(text string) int {
	for _, phrase := range o.phrases[firstWord(text)] {
		if len(text) < len(phrase) || !sameButCapital(text[:len(phrase)], phrase) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(text[len(phrase):]); len(text) == len(phrase) || !inWord(after) {
			return len(phrase)
		}
	}
	return 0
}

// joinSpan adds a span; where only signs stand between it and the last, they are one.
func joinSpan(spans [][2]int, next [2]int, text string) [][2]int {
	if last := len(spans) - 1; last >= 0 && !strings.ContainsFunc(text[spans[last][1]:next[0]], inWord) {
		spans[last][1] = next[1]
		return spans
	}
	return append(spans, next)
}

// cutRun cuts a run into those of its own language and of another. Its mark stays before
// the first, its note behind the last.
func cutRun(run Run, spans [][2]int, language string) Text {
	var out Text
	add := func(from, to int, language string) {
		if from == to {
			return
		}
		piece := run
		piece.Text, piece.Language = run.Text[from:to], language
		if len(out) > 0 {
			piece.Mark, piece.MarkWord = NoMark, ""
		}
		piece.Note = ""
		out = append(out, piece)
	}
	at := 0
	for _, span := range spans {
		add(at, span[0], "")
		add(span[0], span[1], language)
		at = span[1]
	}
	add(at, len(run.Text), "")
	out[len(out)-1].Note = run.Note
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// firstWord is the first word of a text in small letters.
func firstWord(text string) string {
	if end := strings.IndexFunc(text, func(r rune) bool { return !inWord(r) }); end >= 0 {
		text = text[:end]
	}
	return strings.ToLower(text)
}

// sameButCapital tells that two texts are the same, but for the first letter being a
// capital.
func sameButCapital(a, b string) bool {
	first, size := utf8.DecodeRuneInString(a)
	second, other := utf8.DecodeRuneInString(b)
	return size == other && unicode.ToLower(first) == unicode.ToLower(second) && a[size:] == b[other:]
}
