package model_test

import (
	"slices"
	"testing"

	"commonplan/model"
)

func TestAPastedListLosesItsBulletsNumbersAndTabs(t *testing.T) {
	text := "•\tNo lighting on the path\r\n\to\tOlder plot  holders\r\n\r\n- The gate\tsticks\n1.\tFirst\n2) Second\n•No space\n\uf0b7\tFrom Word\n-\n"
	want := []string{"No lighting on the path", "Older plot holders", "The gate sticks", "First", "Second", "No space", "From Word"}

	if got := model.Listed(text); !slices.Equal(got, want) {
		t.Errorf("the list is read as %q", got)
	}
}

func TestWhatOnlyLooksLikeABulletStays(t *testing.T) {
	for _, line := range []string{"-5 °C in the hall", "2.5 hours a week", "o so many steps", "3 benches are broken", "A. Smith cannot get in"} {
		if got := model.ListedLine(line); got != line {
			t.Errorf("%q is read as %q", line, got)
		}
	}
}
