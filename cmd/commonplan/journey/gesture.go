package journey

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A gesture is what xdotool is told: one call, so that its parts follow without a gap.

// point is a point of the screen, in pixels.
type point struct{ x, y int }

// settle is how long the pointer rests before it presses: a program has to notice
// first that it came.
const settle = "0.15"

func moving(to point) []string {
	return []string{"mousemove", strconv.Itoa(to.x), strconv.Itoa(to.y)}
}

func resting(seconds string) []string { return []string{"sleep", seconds} }

func clicking(at point, times int) []string {
	return join(moving(at), resting(settle), []string{"click", "--repeat", strconv.Itoa(times), "--delay", "80", "1"})
}

// dragSteps is in how many small moves a drag goes: one jump would not look like a drag.
const dragSteps = 12

func dragging(from, to point) []string {
	gesture := join(moving(from), resting(settle), []string{"mousedown", "1"}, resting("0.1"))
	for step := 1; step <= dragSteps; step++ {
		gesture = join(gesture, moving(point{
			from.x + (to.x-from.x)*step/dragSteps,
			from.y + (to.y-from.y)*step/dragSteps,
		}), resting("0.03"))
	}
	return join(gesture, resting(settle), []string{"mouseup", "1"})
}

func wheeling(at point, notches int) []string {
	button := "5" // down
	if notches < 0 {
		button, notches = "4", -notches
	}
	return join(moving(at), resting(settle), []string{"click", "--repeat", strconv.Itoa(notches), "--delay", "40", button})
}

// typing gives a gesture for each run of the text. A letter that is not on the plain
// keyboard is a run of its own and slow, because xdotool first lays a key for it and a
// program needs a moment to notice; in a hurry, letters get lost.
func typing(text string) [][]string {
	var gestures [][]string
	run := ""
	flush := func(delay string) {
		if run != "" {
			// "--", because the text may begin with a dash.
			gestures = append(gestures, []string{"type", "--delay", delay, "--", run})
		}
		run = ""
	}
	for _, letter := range text {
		if letter > unicode.MaxASCII {
			flush("60")
			run = string(letter)
			flush("300")
			continue
		}
		run += string(letter)
	}
	flush("60")
	return gestures
}

func pressing(keys []string) []string {
	return join([]string{"key", "--clearmodifiers", "--delay", "60", "--"}, keys)
}

func join(parts ...[]string) []string {
	var whole []string
	for _, part := range parts {
		whole = append(whole, part...)
	}
	return whole
}

// place is where a window's content is on the screen, in pixels.
type place struct{ left, top, width, height int }

// placeOf reads what xwininfo says of a window. Its corner is that of the content, not
// of the frame around it.
func placeOf(info string) (place, error) {
	var p place
	for _, field := range []struct {
		label string
		into  *int
	}{
		{"Absolute upper-left X:", &p.left},
		{"Absolute upper-left Y:", &p.top},
		{"Width:", &p.width},
		{"Height:", &p.height},
	} {
		value, err := numberAfter(info, field.label)
		if err != nil {
			return place{}, err
		}
		*field.into = value
	}
	return p, nil
}

func numberAfter(info, label string) (int, error) {
	for line := range strings.Lines(info) {
		if value, found := strings.CutPrefix(strings.TrimSpace(line), label); found {
			return strconv.Atoi(strings.TrimSpace(value))
		}
	}
	return 0, fmt.Errorf("xwininfo does not say “%s”", label)
}
