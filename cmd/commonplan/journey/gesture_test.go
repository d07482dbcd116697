package journey

import (
	"slices"
	"strings"
	"testing"
)

func TestAClickMovesRestsAndThenPresses(t *testing.T) {
	got := strings.Join(clicking(point{30, 40}, 2), " ")
	if want := "mousemove 30 40 sleep 0.15 click --repeat 2 --delay 80 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestADragPressesAtItsStartAndLetsGoAtItsEnd(t *testing.T) {
	got := strings.Join(dragging(point{100, 200}, point{220, 80}), " ")
	if !strings.HasPrefix(got, "mousemove 100 200 sleep 0.15 mousedown 1") {
		t.Errorf("it begins %q", got)
	}
	if !strings.HasSuffix(got, "mousemove 220 80 sleep 0.03 sleep 0.15 mouseup 1") {
		t.Errorf("it ends %q", got)
	}
	if n := strings.Count(got, "mousemove"); n != dragSteps+1 {
		t.Errorf("it moves %d times", n)
	}
}

func TestTheWheelTurnsBothWays(t *testing.T) {
	for notches, want := range map[int]string{3: "--repeat 3 --delay 40 5", -2: "--repeat 2 --delay 40 4"} {
		if got := strings.Join(wheeling(point{1, 2}, notches), " "); !strings.HasSuffix(got, want) {
			t.Errorf("%d notches: %q", notches, got)
		}
	}
}

func TestATextIsTypedInRunsAndRareLettersSlowly(t *testing.T) {
	var got []string
	for _, gesture := range typing("-5 £ a tŷ") {
		got = append(got, strings.Join(gesture, " "))
	}
	want := []string{"type --delay 60 -- -5 ", "type --delay 300 -- £", "type --delay 60 --  a t", "type --delay 300 -- ŷ"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAWindowIsFoundByItsContentNotItsFrame(t *testing.T) {
	const said = `
xwininfo: Window id: 0x600002 "Width: 3"

  Absolute upper-left X:  11
  Absolute upper-left Y:  42
  Relative upper-left X:  1
  Relative upper-left Y:  20
  Width: 640
  Height: 480
  Depth: 24
`
	got, err := placeOf(said)
	if want := (place{11, 42, 640, 480}); err != nil || got != want {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	if _, err := placeOf("xwininfo: error: No such window"); err == nil {
		t.Error("a window that is gone was found")
	}
}

func TestAProgramOnTheDeskKnowsNothingOfThePersonTesting(t *testing.T) {
	t.Setenv("DISPLAY", ":77")
	t.Setenv("LANGUAGE", "cy")
	for _, entry := range homeEnv("/somewhere") {
		if strings.HasPrefix(entry, "DISPLAY=") || strings.HasPrefix(entry, "LANG") {
			t.Errorf("it knows %s", entry)
		}
		if name, value, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "XDG_") && !strings.HasPrefix(value, "/somewhere/") {
			t.Errorf("%s leads elsewhere: %s", name, value)
		}
	}
}
