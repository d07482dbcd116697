package words

import "testing"

func TestAPluralFollowsItsNumber(t *testing.T) {
	w := English()
	for n, want := range map[int]string{0: "0 needs", 1: "1 need", 2: "2 needs"} {
		if got := w.Say("test.needs", With{"N": n}); got != want {
			t.Errorf("Say(%d) = %q, want %q", n, got, want)
		}
	}
}
func TestAMissingSentenceShowsItsKey(t *testing.T) {
	if got := English().Say("nowhere.to.be.found"); got != "nowhere.to.be.found" {
		t.Errorf("got %q", got)
	}
}
