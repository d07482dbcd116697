package look

import (
	"testing"

	"golang.org/x/image/font/sfnt"

	"commonplan/resources/fonts"
)

func TestSourceSansHasTheLettersThatAreDrawnInItAlone(t *testing.T) {
	typeface, err := sfnt.Parse(fonts.SourceSansSemibold)
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	for letter := rune(' '); letter < 0x2FFF; letter++ {
		if !inSourceSans(letter) {
			continue
		}
		if glyph, err := typeface.GlyphIndex(&buffer, letter); err != nil || glyph == 0 {
			t.Errorf("it has no %q (%U): %v", letter, letter, err)
		}
	}
}

func TestALetterSourceSansLacksIsLeftToTheTheme(t *testing.T) {
	for text, want := range map[string]bool{"What we’d like – Dŵr, £1,200": true, "Yard 🌳": false, "Юг": false} {
		if got := Typeface(text, true) != nil; got != want {
			t.Errorf("%q is drawn in Source Sans alone: %v", text, got)
		}
	}
}
