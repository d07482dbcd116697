package figure

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// even is a typeface in which every letter is half as wide as high.
type even struct{}

func (even) Width(rune, bool) (int, bool) { return 500, true }

// letters is the width of so many letters at 9.5 pt.
func letters(n int) float64 { return width(even{}, strings.Repeat("m", n), 9.5, false) + 1e-9 }

func TestWrappingLosesNothingAndKeepsToTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-c1-9 £–-]{0,80}`).Draw(t, "text")
		n := rapid.IntRange(1, 30).Draw(t, "letters")
		lines := wrap(even{}, text, 9.5, false, letters(n))
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, line := range lines {
			if len([]rune(line)) > n || line == "" || strings.TrimSpace(line) != line {
				t.Fatalf("line %q of %d letters, at most %d", line, len([]rune(line)), n)
			}
		}
	})
}

func TestALineBreaksWhereAReaderWould(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"Open house, 3 days a week", 13, "Open house,|3 days a week"},
		{"Open house, 3 days a week", 15, "Open house,|3 days a week"},
		{"one two", 3, "one|two"},
		{"12 sessions", 6, "12|sessio|ns"},
		{"mental ill-health", 8, "mental|ill-|health"},
		{"at\u00a0home now", 5, "at\u00a0ho|me|now"},
		{"", 5, ""},
		{"three days × 46", 12, "three days|× 46"},
	} {
		if got := strings.Join(wrap(even{}, c.text, 9.5, false, letters(c.n)), "|"); got != c.want {
			t.Errorf("%q in %d letters: %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func TestALetterStandsOnEachLineWhereThereIsNoRoom(t *testing.T) {
	if got := strings.Join(wrap(even{}, "at home", 9.5, false, -20), "|"); got != "a|t|h|o|m|e" {
		t.Errorf("got %q", got)
	}
}

// narrow is a typeface that has no Chinese.
type narrow struct{}

func (narrow) Width(r rune, bold bool) (int, bool) {
	if r > 0x2E80 {
		return 0, false
	}
	return 500, true
}

func TestALetterThatCannotBePrintedTakesTheRoomOfWhatStandsForIt(t *testing.T) {
	if got, want := width(narrow{}, "漢字", 9.5, false), width(narrow{}, "??", 9.5, false); got != want {
		t.Errorf("it is %v mm wide, and %v are printed", got, want)
	}
}
