package paper

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func own() *Own {
	return NewOwn("en-GB", []string{"Open Door Days", "Day centre closed two days a week. People are alone.", "Bus", "km", "N1", "Repair café volunteers"})
}

// marked tells of each run its words, with those of the other language in brackets.
func marked(text Text) []string {
	var all []string
	for _, run := range text {
		if run.Language != "" {
			all = append(all, "["+run.Text+"]")
		} else {
			all = append(all, run.Text)
		}
	}
	return all
}

func TestWhatPeopleWroteIsFoundWithinASentence(t *testing.T) {
	for said, want := range map[string][]string{
		"Open Door Days":                    {"[Open Door Days]"},
		"Cynnig: Open Door Days.":           {"Cynnig: ", "[Open Door Days]", "."},
		"Open Door Days: ein map":           {"[Open Door Days]", ": ein map"},
		"Ein map":                           {"Ein map"},
		"Reopen Door Days":                  {"Reopen Door Days"},
		"Open Door Daysxx":                  {"Open Door Daysxx"},
		"day centre closed two days a week": {"[day centre closed two days a week]"},
		"Pobl: people are alone, ac N1":     {"Pobl: ", "[people are alone]", ", ac N1"},
		"Day centre closed two days a week. People are alone.": {"[Day centre closed two days a week. People are alone]", "."},
		"People are alone. Open Door Days":                     {"[People are alone. Open Door Days]"},
		"5 km":                                                 {"5 km"},
		"Y bus":                                                {"Y ", "[bus]"},
		"Ganddynt: Repair café volunteers (3)":                 {"Ganddynt: ", "[Repair café volunteers]", " (3)"},
	} {
		if diff := cmp.Diff(want, marked(own().Mark(Words(said)))); diff != "" {
			t.Errorf("%q is marked (-want +got):\n%s", said, diff)
		}
	}
}

func TestAMarkStaysBeforeAndANoteBehindWhatIsCut(t *testing.T) {
	run := Run{Text: "Nod: Open Door Days yma", Strong: true, Tone: Mute, Mark: MarkCircle, MarkWord: "amgylchedd", Note: "Ffynhonnell"}
	want := Text{
		{Text: "Nod: ", Strong: true, Tone: Mute, Mark: MarkCircle, MarkWord: "amgylchedd"},
		{Text: "Open Door Days", Strong: true, Tone: Mute, Language: "en-GB"},
		{Text: " yma", Strong: true, Tone: Mute, Note: "Ffynhonnell"},
	}
	if diff := cmp.Diff(want, own().Mark(Text{run})); diff != "" {
		t.Error(diff)
	}
}

func TestALinkIsNotCut(t *testing.T) {
	got := own().Mark(Text{{Text: "Gweler Open Door Days", Link: "https://example.org"}})
	if len(got) != 1 || got[0].Language != "en-GB" {
		t.Errorf("got %+v", got)
	}
}

func TestAPaperInOneLanguageIsLeftAsItIs(t *testing.T) {
	text := Words("Open Door Days")
	var none *Own
	if diff := cmp.Diff(text, none.Mark(text)); diff != "" {
		t.Error(diff)
	}
}
