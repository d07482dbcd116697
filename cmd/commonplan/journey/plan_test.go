//go:build journey

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/paper/pdf/pdftext"
)

// Where things stand in a window of 1280 x 800. The pictures in build/journey show
// them; when the window is laid out anew, these are what has to follow.
const (
	exampleX, exampleY   = 1000, 250 // the first example on the start page
	navX                 = 60        // the steps
	needsY, mapY, papers = 169, 337, 679
	titleX, titleY       = 640, 220 // the title in a need's form
	emptyX, emptyY       = 520, 285 // between two activities on the map
	freshX, freshY       = 519, 330 // the card that was added there
	yardX, yardY         = 315, 254 // the need about the yard
	makeX, makeY         = 298, 645 // the button that makes the PDF
)

// The main job, as a volunteer does it the first evening.
func TestFromAnExampleToASavedPlanAndAPrintedPaper(t *testing.T) {
	t.Parallel() // journeys mostly wait
	desk := NewDesk(t)
	app := desk.Start(desk.Program("commonplan"))
	window := app.Window("Commonplan").Screenshot("1-start")

	window.Click(exampleX, exampleY)
	window = app.Window("Open Door Days").Screenshot("2-example")

	window.Click(navX, needsY).Click(titleX, titleY).Key("ctrl+a").Type("Tŷ agored: the centre is closed two days").Screenshot("3-need")

	window.Click(navX, mapY).Screenshot("4-map").
		DoubleClick(emptyX, emptyY).Type("Bike library on Saturdays").Key("Return").Pause(600*time.Millisecond).Screenshot("5-added").
		Key("Escape").Drag(yardX, yardY, freshX, freshY).Pause(600 * time.Millisecond).Screenshot("6-linked")

	window.Key("ctrl+s").Pause(400 * time.Millisecond).Key("Return")
	plan := filepath.Join(desk.Home(), "Open Door Days.commonplan")
	desk.Until("the plan is saved", func() bool { return exists(plan) })

	window.Click(navX, papers).Pause(time.Second).Click(makeX, makeY).Pause(400 * time.Millisecond).Key("Return")
	paper := filepath.Join(desk.Home(), "Open Door Days – Council paper.pdf")
	desk.Until("the paper is made", func() bool { return exists(paper) })
	window.Pause(500 * time.Millisecond).Screenshot("7-paper").Close()
	app.Ended()

	saved := readPlan(t, plan)
	if got := saved.Needs[0].Title; got != "Tŷ agored: the centre is closed two days" {
		t.Errorf("the file holds the need %q", got)
	}
	if !linked(saved, "Yard", "Bike library on Saturdays") {
		t.Error("the file has no link from the need about the yard to the bike library")
	}
	printed := readPaper(t, paper)
	for _, want := range []string{"Tŷ agored: the centre is closed two days", "Bike library on Saturdays", "£75,404"} {
		if !strings.Contains(printed, want) {
			t.Errorf("the paper does not say %q", want)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func readPlan(t *testing.T, path string) *model.Plan {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := file.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return model.ReadPlan(doc, nil)
}

// linked tells whether a need whose title begins so leads to an activity of this title.
func linked(plan *model.Plan, need, activity string) bool {
	for _, l := range plan.Links {
		from, to := plan.Item(l.From), plan.Item(l.To)
		if strings.HasPrefix(model.Title(from), need) && model.Title(to) == activity {
			return true
		}
	}
	return false
}

// readPaper gives the words of a PDF with single spaces between them.
func readPaper(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := pdftext.Text(data)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(text), " ")
}
