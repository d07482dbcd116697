package model

import (
	"slices"
	"strings"
	"unicode"
)

// maxWordEdits is how many words two texts may differ in before the search for what they
// have in common is given up; beyond it, whatever lies between their common beginning and
// end counts as changed.
const maxWordEdits = 1500

// MergeTexts brings two texts together that came from one base, word by word. Where only
// one of them changed the base, its words are taken; where both made the same change, it
// is made once. It is false where they changed the same words in different ways, or words
// right beside each other: then a person must choose. The order of a and b does not matter.
func MergeTexts(base, a, b string) (merged string, ok bool) {
	switch {
	case a == b || b == base:
		return a, true
	case a == base:
		return b, true
	}
	words, mine, theirs := splitWords(base), splitWords(a), splitWords(b)
	inMine, inTheirs := matchWords(words, mine), matchWords(words, theirs)
	var out strings.Builder
	at, m, t := 0, 0, 0 // how far each text is done
	for {
		// The next word of the base that both kept ends a stretch that somebody changed.
		next := at
		for next < len(words) && (inMine[next] < 0 || inTheirs[next] < 0) {
			next++
		}
		endMine, endTheirs := len(mine), len(theirs)
		if next < len(words) {
			endMine, endTheirs = inMine[next], inTheirs[next]
		}
		chosen, ok := chooseWords(words[at:next], mine[m:endMine], theirs[t:endTheirs])
		if !ok {
			return "", false
		}
		for _, word := range chosen {
			out.WriteString(word)
		}
		if next == len(words) {
			return out.String(), true
		}
		out.WriteString(words[next])
		at, m, t = next+1, endMine+1, endTheirs+1
	}
}

func chooseWords(base, mine, theirs []string) ([]string, bool) {
	switch {
	case slices.Equal(mine, theirs) || slices.Equal(theirs, base):
		return mine, true
	case slices.Equal(mine, base):
		return theirs, true
	}
	return nil, false
}

// Run is a piece of a text that is the same in another text, or not.
type Run struct {
	Text    string
	Differs bool
}

// CompareTexts gives two texts in runs, so that the words in which they differ can be
// marked. The runs of each, put together, are the text.
func CompareTexts(a, b string) (inA, inB []Run) {
	left, right := splitWords(a), splitWords(b)
	markA, markB := marker{rest: a}, marker{rest: b}
	at, next := matchWords(left, right), 0
	for i, word := range left {
		if at[i] < 0 {
			markA.pass(word, true)
			continue
		}
		for ; next < at[i]; next++ {
			markB.pass(right[next], true)
		}
		markA.pass(word, false)
		markB.pass(word, false)
		next = at[i] + 1
	}
	for ; next < len(right); next++ {
		markB.pass(right[next], true)
	}
	return markA.done(), markB.done()
}

// marker cuts a text into runs while it passes over the words.
type marker struct {
	runs    []Run
	rest    string // not in a run yet
	passed  int    // of the rest, all of one kind
	differs bool
}

func (m *marker) pass(word string, differs bool) {
	if differs != m.differs {
		m.cut()
		m.differs = differs
	}
	m.passed += len(word)
}

func (m *marker) cut() {
	if m.passed > 0 {
		m.runs = append(m.runs, Run{m.rest[:m.passed], m.differs})
		m.rest, m.passed = m.rest[m.passed:], 0
	}
}

func (m *marker) done() []Run {
	m.cut()
	return m.runs
}

// splitWords cuts a text into words, each with the space before it; put together they are
// the text.
func splitWords(text string) []string {
	var words []string
	start, inWord := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if space && inWord {
			words = append(words, text[start:i])
			start = i
		}
		inWord = !space
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

// matchWords gives, for each word of a, its place in b, or -1: a longest common
// subsequence, so that places grow.
func matchWords(a, b []string) []int {
	at := make([]int, len(a))
	for i := range at {
		at[i] = -1
	}
	low := 0
	for low < len(a) && low < len(b) && a[low] == b[low] {
		at[low] = low
		low++
	}
	highA, highB := len(a), len(b)
	for highA > low && highB > low && a[highA-1] == b[highB-1] {
		highA, highB = highA-1, highB-1
		at[highA] = highB
	}
	for _, match := range commonWords(a[low:highA], b[low:highB]) {
		at[low+match[0]] = low + match[1]
	}
	return at
}

// commonWords finds a longest common subsequence with Myers’ algorithm; none if the two
// differ too much.
func commonWords(a, b []string) [][2]int {
	most := min(len(a)+len(b), maxWordEdits)
	reach := make([]int, 2*most+2) // by diagonal: how far along a
	var trail [][]int
	for d := 0; d <= most; d++ {
		trail = append(trail, slices.Clone(reach[most-d:most+d+1]))
		for k := -d; k <= d; k += 2 {
			x := nextStep(reach[most-d:], d, k)
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			reach[most+k] = x
			if x >= len(a) && x-k >= len(b) {
				return walkBack(trail, len(a), len(b))
			}
		}
	}
	return nil
}

// nextStep gives where on diagonal k a path of d edits stands before it runs along equal
// words; reach begins at diagonal -d and holds the paths of d-1 edits.
func nextStep(reach []int, d, k int) int {
	if d == 0 {
		return 0
	}
	if k == -d || k != d && reach[d+k-1] < reach[d+k+1] {
		return reach[d+k+1]
	}
	return reach[d+k-1] + 1
}

func walkBack(trail [][]int, x, y int) [][2]int {
	var matches [][2]int
	for d := len(trail) - 1; d >= 0; d-- {
		k := x - y
		start := nextStep(trail[d], d, k)
		for x > start {
			x, y = x-1, y-1
			matches = append(matches, [2]int{x, y})
		}
		if d == 0 {
			break
		}
		if k == -d || k != d && trail[d][d+k-1] < trail[d][d+k+1] {
			y--
		} else {
			x--
		}
	}
	return matches
}
