package typeset

import (
	"strings"
	"testing"

	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

func TestWhatBelongsTogetherIsGlued(t *testing.T) {
	for in, want := range map[string]string{
		"60 m² of paving":        "60_m² of paving",
		"on 15 September 2026":   "on 15_September_2026",
		"0.6 FTE, shared":        "0.6_FTE, shared",
		"138 × £45":              "138_×_£45",
		"£75,404 ÷ 120 = £628":   "£75,404_÷_120 =_£628",
		"at month 8.":            "at month_8.",
		"in annex A":             "in annex_A",
		"see (section 4)":        "see (section_4)",
		"a kitchen · the hall":   "a kitchen_· the hall",
		"£3.2 million":           "£3.2_million",
		"9 months later":         "9_months later",
		"39 of the 64 members":   "39 of the 64 members",
		"5 of 12, of 2026":       "5_of_12, of 2026",
		"part of a plan":         "part of a plan",
		"5 Medi":                 "5_Medi",
		"in May 2026 we":         "in May_2026 we",
		"→ S1 S2":                "→_S1 S2",
		"the month A was absent": "the month_A was absent",
	} {
		text := []rune(in)
		glue(text)
		if got := strings.ReplaceAll(string(text), string(noBreakSpace), "_"); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// broken breaks words into lines of some millimetres, parted by "|".
func broken(words string, width float64, cell bool) string {
	s := &setter{look: A4(), metrics: metrics.SourceSans(), changed: map[string]bool{}}
	p := s.wrap(paper.Words(words), s.look.Body, voice{}, width)
	if cell {
		p = s.wrapCell(paper.Words(words), s.look.Body, voice{}, width)
	}
	var lines []string
	for _, ln := range p.lines {
		var b strings.Builder
		for _, l := range p.letters[ln.from:ln.to] {
			b.WriteRune(l.r)
		}
		lines = append(lines, strings.ReplaceAll(b.String(), string(noBreakSpace), "_"))
	}
	return strings.Join(lines, "|")
}

func TestLinesBreakBetweenWordsOnly(t *testing.T) {
	for _, c := range []struct {
		words string
		width float64
		want  string
	}{
		{"a few words that wrap", 22, "a few words |that wrap"},
		{"paid on 15 September", 26, "paid on |15_September"},
		{"well-being", 12, "well-|being"},
		{"2025-26", 8, "2025|-26"}, // too narrow for it: broken anywhere
		{"✓ secured", 14, "✓_|secured"},
		{"", 10, ""},
		{"end ", 30, "end "},
	} {
		if got := broken(c.words, c.width, false); got != c.want {
			t.Errorf("%q in %.0f mm: %q, want %q", c.words, c.width, got, c.want)
		}
	}
}

func TestCellsBreakAfterAPauseIfTwoLinesAreNeeded(t *testing.T) {
	for words, want := range map[string]string{
		"Survey; job centre adviser":               "Survey; job centre |adviser",                // the pause comes too soon
		"Time bank book; broker it":                "Time bank book; |broker it",                 // after the semicolon
		"one, two, three and a four":               "one, two, |three and a four",                // the last pause that fits
		"Bench log; menders":                       "Bench log; menders",                         // fits on one line
		"aaaa aaaa aaaa, aaaa aaaa aaaa aaaa aaaa": "aaaa aaaa aaaa, |aaaa aaaa aaaa |aaaa aaaa", // three lines: as they fall
	} {
		if got := broken(words, 33, true); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestHalvesOfAFactAreEvenOrEndAtAComma(t *testing.T) {
	s := &setter{look: A4(), metrics: metrics.SourceSans(), changed: map[string]bool{}}
	wide := func(words string) float64 { return s.textWidth(words, false, s.look.Body.Size) }
	for words, widest := range map[string]string{
		"Fernhill Wellbeing Circle, a members’ group": "Fernhill Wellbeing Circle,",
		"Fernhill, three wards of Kingsmere":          "wards of Kingsmere",
	} {
		p := s.shape(paper.Words(words), s.look.Body, voice{})
		_, halved := halves(p.letters)
		if d := halved - wide(widest); d > .01 || d < -.01 {
			t.Errorf("%q: its wider half is %.1f mm, not %.1f", words, halved, wide(widest))
		}
	}
}
