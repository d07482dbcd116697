package metrics_test

import (
	"testing"

	"commonplan/model/paper/metrics"
)

func TestDigitsAreEquallyWideInBothWeights(t *testing.T) {
	for _, bold := range []bool{false, true} {
		want, ok := metrics.SourceSans().Width('0', bold)
		if !ok || want < 400 {
			t.Fatalf("0 is %d wide", want)
		}
		for d := '1'; d <= '9'; d++ {
			if got, _ := metrics.SourceSans().Width(d, bold); got != want {
				t.Errorf("%c is %d wide, 0 is %d", d, got, want)
			}
		}
	}
}

func TestTheFontHasTheLettersOfOurPapers(t *testing.T) {
	for _, r := range "aŵŷŴŶâêîôûïłžЖ£•–—’“”→✓×÷²…· " {
		for _, bold := range []bool{false, true} {
			if _, ok := metrics.SourceSans().Width(r, bold); !ok {
				t.Errorf("%c (bold %v) is missing", r, bold)
			}
		}
	}
	for _, r := range []rune{'漢', 0x1F375, -1} {
		if w, ok := metrics.SourceSans().Width(r, false); ok || w != 0 {
			t.Errorf("%U is said to be there, %d wide", r, w)
		}
	}
}

func TestABrokenFontIsAnError(t *testing.T) {
	if _, err := metrics.New([]byte("no font"), nil); err == nil {
		t.Error("no error")
	}
}
