package paper_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model/paper"
)

func TestWordsAreMadeSoundWithoutLosingWhatCanBeSeen(t *testing.T) {
	for in, want := range map[string]string{
		"Tom & “Jo” <b>":           "Tom & “Jo” <b>",
		"two\nlines\tand\u2028one": "two lines and one",
		"bell\x07 and \x00nil":     "bell and nil",
		"cut\xffoff":               "cutoff",
		"\u202eturned\u202c":       "turned",
		"no\ufffesuch":             "nosuch",
		"£48,000\u00a0a year":      "£48,000\u00a0a year",
		"👩\u200d🌾 grows":           "👩\u200d🌾 grows",
	} {
		if got := paper.Sound(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestSoundWordsSurviveXML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := paper.Sound(rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "text"))
		if again := paper.Sound(text); again != text {
			t.Fatalf("%q became %q the second time", text, again)
		}
		var b strings.Builder
		if err := xml.EscapeText(&b, []byte(text)); err != nil {
			t.Fatal(err)
		}
		var back struct {
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte("<a>"+b.String()+"</a>"), &back); err != nil || back.Text != text {
			t.Fatalf("%q came back as %q: %v", text, back.Text, err)
		}
	})
}
