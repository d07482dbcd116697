package look

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWidthsAreThoseOfFyne(t *testing.T) {
	newApp(t, 1)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom(english()), 0, 20, -1).Draw(t, "text")
		size := rapid.SampledFrom([]float32{9.3, 13, 15, 18.75, 22.5, 26}).Draw(t, "size")
		semibold := rapid.Bool().Draw(t, "semibold")

		got, known := widthsOf(semibold).textWidth(text, size)
		if left := strings.Contains(text, "ff") || strings.Contains(text, "ft"); known == left {
			t.Fatalf("%q being known is %v", text, known)
		}
		if !known {
			return
		}
		if want := measure(text, size, semibold).Width; math.Abs(float64(got-want)) > 1.0/32 {
			t.Fatalf("%q in %v is %v wide, Fyne draws it %v wide", text, size, got, want)
		}
	})
}
