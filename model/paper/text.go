package paper

import "strings"

// Text is a line or paragraph of words; a writer breaks it into lines.
type Text []Run

// Run is a stretch of words of one kind. Its Mark, if any, stands before its words.
type Run struct {
	Text     string
	Strong   bool // semibold
	Tone     Tone
	Mark     Mark
	MarkWord string // what the mark says, if the words beside it do not: "serves environment"
	Language string // BCP 47, if other than the document's
	Link     string // "https://…", "mailto:…" or "#" and a section's ID; may be empty
	Note     string // a note to these words, such as their source, for the foot of the page; may be empty
}

// Tone is how loud words are.
type Tone uint8

// The tones.
const (
	Ink    Tone = iota // as all text
	Accent             // identifiers such as N1
	Mute               // quieter: labels, "not decided yet"
)

// Mark is a small drawn sign. Circle, square and triangle are the three objectives
// and never stand without their word, here or in a key near by.
type Mark uint8

// The marks.
const (
	NoMark       Mark = iota
	MarkCircle        // environment
	MarkSquare        // social justice
	MarkTriangle      // economy
	MarkDash          // none of these, where one of a fixed row of marks is missing
	MarkTick          // agreed, secured

	// Where somebody is on the way: boxes filled from the left. The word stands beside it.
	MarkNotYet   // no box
	MarkStarted  // one
	MarkHalfWay  // two
	MarkInPlace  // three
	MarkUnknown  // a question mark in a dashed frame
	MarkNoAnswer // an empty dashed frame
)

// Words is a text of one plain run.
func Words(s string) Text { return Text{{Text: s}} }

// Plain is a run of ordinary words.
func Plain(s string) Run { return Run{Text: s} }

// Strong is a run in semibold: lead-in words, totals.
func Strong(s string) Run { return Run{Text: s, Strong: true} }

// ID is a run for an identifier such as N1.
func ID(s string) Run { return Run{Text: s, Strong: true, Tone: Accent} }

// Muted is a quiet run, used for what is not decided yet.
func Muted(s string) Run { return Run{Text: s, Tone: Mute} }

// Marked is a run with a mark before its words.
func Marked(m Mark, words string) Run { return Run{Text: words, Mark: m} }

// MarkOnly is a mark without words; word is what it says to those who do not see it.
func MarkOnly(m Mark, word string) Run { return Run{Mark: m, MarkWord: word} }

// String gives the words alone, with the words of marks that stand for something.
func (t Text) String() string {
	var b strings.Builder
	said := false // the words so far end with those of a mark
	for _, r := range t {
		switch {
		case r.Mark == MarkTick:
			b.WriteString("✓ ")
		case r.MarkWord != "":
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(r.MarkWord)
			said = true
		}
		if said && r.Text != "" {
			b.WriteByte(' ')
			said = false
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
