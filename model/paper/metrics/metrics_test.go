package metrics_test

import (
	"testing"

	"commonplan/model/paper/metrics"
	"commonplan/resources/fonts"
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

func TestLettersThatATypefaceLacksAreSetInSourceSans(t *testing.T) {
	family, usual := metrics.Of(fonts.Atkinson), metrics.Of(fonts.SourceSans)
	for r, want := range map[rune]fonts.Typeface{
		'a': fonts.Atkinson, 'ŵ': fonts.Atkinson, 'Ŷ': fonts.Atkinson, '£': fonts.Atkinson, '•': fonts.Atkinson, ' ': fonts.Atkinson,
		'→': fonts.SourceSans, '✓': fonts.SourceSans, 'Ж': fonts.SourceSans, 'ж': fonts.SourceSans,
	} {
		for _, bold := range []bool{false, true} {
			if got := family.Face(r, bold); got != want {
				t.Errorf("%c (bold %v) is set in %s, want %s", r, bold, got.Name(), want.Name())
			}
			width, ok := family.Width(r, bold)
			if !ok {
				t.Errorf("%c (bold %v) is said to be missing", r, bold)
			}
			if behind, _ := usual.Width(r, bold); want == fonts.SourceSans && width != behind {
				t.Errorf("%c is %d wide, in Source Sans %d", r, width, behind)
			}
		}
	}
	if _, ok := family.Width('漢', false); ok {
		t.Error("a letter that no typeface has is said to be there")
	}
}
