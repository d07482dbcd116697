package mapfile_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/mapfile"
	"commonplan/model/modeltest"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/paper/pdf/pdftext"
	"commonplan/model/words"
)

func write(t *testing.T, kind mapfile.Kind, plan *model.Plan, only func(model.ID) bool) []byte {
	t.Helper()
	data, err := mapfile.Write(kind, plan, words.English(), only)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAPageWithAMapCanBeReadByEverybody(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		data := write(t, mapfile.PDF, plan, nil)
		if findings := check.File(data); len(findings) > 0 {
			t.Errorf("%s: %v", name, findings)
		}
		text, err := pdftext.Text(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range plan.Activities {
			if label := plan.Label(a.ID); !strings.Contains(text, label) {
				t.Errorf("%s: the page does not name %s", name, label)
			}
		}
	}
}

func TestOnlyTheCardsAskedForAreDrawn(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days")
	shown, left := plan.Activities[0], plan.Activities[1]
	only := func(id model.ID) bool { return id != left.ID }
	for _, kind := range []mapfile.Kind{mapfile.SVG, mapfile.Dot} {
		text := string(write(t, kind, plan, only))
		if kind == mapfile.SVG {
			text = text[strings.Index(text, "</desc>"):] // a card still names what it leads to
		}
		has := func(a *model.Activity) bool { return strings.Contains(text, strings.Fields(a.Title)[0]) }
		if !has(shown) || has(left) {
			t.Errorf("%s: has %s: %v, has %s: %v", kind, shown.Title, has(shown), left.Title, has(left))
		}
	}
}

func TestAPictureIsSharpAndNeverTooLargeToOpen(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(write(t, mapfile.PNG, exampletest.Plan(t, "good-plates"), nil)))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width < 3_000 {
		t.Errorf("an example is %d pixels wide", config.Width)
	}
	const wide, high = 400, 12_000 // mm, of 2,000 cards
	if scale := mapfile.ScaleOf(figure.Picture{Width: wide, Height: high}); wide*high*scale*scale > 24.1e6 || scale < 2 {
		t.Errorf("a very large map has %.1f pixels for each mm", scale)
	}
}

func TestTheSamePlanGivesTheSameBytes(t *testing.T) {
	plan := exampletest.Plan(t, "good-plates")
	for _, kind := range mapfile.Kinds {
		if !bytes.Equal(write(t, kind, plan, nil), write(t, kind, plan, nil)) {
			t.Errorf("two files of the kind %s differ", kind)
		}
	}
}

func TestAnEmptyPlanHasAMapOfEveryKind(t *testing.T) {
	plan := modeltest.New(t).Plan()
	for _, kind := range mapfile.Kinds {
		if len(write(t, kind, plan, nil)) == 0 {
			t.Errorf("an empty plan gives an empty %s", kind)
		}
	}
}
