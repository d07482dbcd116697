package proposal_test

import (
	"fmt"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
)

func mapPaper(t testing.TB, plan *model.Plan, size proposal.Size) paper.Document {
	t.Helper()
	doc, err := proposal.Make(plan, proposal.Options{Paper: proposal.Map, Size: size, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestTheMapOfEachExampleIsOneSheetAndItsWords(t *testing.T) {
	for _, name := range example.Names() {
		for size, width := range map[proposal.Size]float64{proposal.A4: 297, proposal.A3: 420} {
			set := pdf.Layout(mapPaper(t, exampletest.Plan(t, name), size), pdf.Options{})
			if len(set.Pages) != 2 || set.Width != width {
				t.Errorf("%s on %s: %d pages, %v mm wide", name, size, len(set.Pages), set.Width)
			}
			for _, page := range set.Pages {
				for _, item := range page.Items {
					if text, ok := item.Shape.(figure.Text); ok && text.Size < 8 {
						t.Errorf("%s on %s: %q is set in %.1f pt", name, size, text.String, text.Size)
					}
				}
			}
		}
	}
}

func TestTheMapTellsItsLinesOfSight(t *testing.T) {
	doc := mapPaper(t, exampletest.Plan(t, "open-door-days"), proposal.A3)
	holds(t, paper.PlainText(doc), "Open Door Days: our map", "How each need in Fernhill leads",
		"N1, Day centre closed two days a week, leads to A1 and A2.",
		"N1 Day centre closed two days a week leads to A1 and A2, and through them to",
		"N4 Few steps between day centre and work or courses leads to A4, and through it to S4, C4, G2 and G3.",
		"G1 Protect the environment is reached from C2 and C3.", "What we already have: ", "How we work: ")
	if want := "Full cost £75,404 · asked of the council £48,000 · 120 people"; doc.Footer.Version != want {
		t.Errorf("the footer says %q", doc.Footer.Version)
	}
}

func TestTheMapOfAnEmptyProjectSaysWhatToDo(t *testing.T) {
	got := paper.PlainText(mapPaper(t, &model.Plan{Project: &model.Project{}}, proposal.A4))
	holds(t, got, "Project without a name yet: our map", "not decided yet", "Not decided yet: how needs, activities, outcomes and goals")
}

func TestALargeMapIsCutIntoSheetsThatHaveEveryCardAndLink(t *testing.T) {
	plan := modeltest.MadeUp(t, 300).Plan()
	doc := mapPaper(t, plan, proposal.A4)
	var sheets []string
	paper.Walk(doc.Blocks, func(b paper.Block) {
		if f, ok := b.(paper.Figure); ok {
			var all []string
			for _, shape := range f.Picture.Shapes {
				if text, ok := shape.(figure.Text); ok {
					all = append(all, text.String)
				}
			}
			sheets = append(sheets, "|"+strings.Join(all, "|")+"|")
			if f.Picture.Height > 165 {
				t.Errorf("a part is %.0f mm high", f.Picture.Height)
			}
		}
	})
	if len(sheets) < 2 {
		t.Fatalf("%d sheets", len(sheets))
	}
	on := func(labels ...string) bool {
		for _, sheet := range sheets {
			all := true
			for _, label := range labels {
				all = all && strings.Contains(sheet, "|"+label+"|")
			}
			if all {
				return true
			}
		}
		return false
	}
	for _, card := range append(plan.List(model.TypeNeed), plan.List(model.TypeOutcome)...) {
		if !on(plan.Label(card.Head().ID)) {
			t.Errorf("%s is on no sheet", plan.Label(card.Head().ID))
		}
	}
	for _, l := range plan.Links {
		if !on(plan.Label(l.From), plan.Label(l.To)) {
			t.Errorf("%s and %s are on no sheet together", plan.Label(l.From), plan.Label(l.To))
		}
	}
	holds(t, paper.PlainText(doc), fmt.Sprintf("Part 1 of %d", len(sheets)), "It is shown in")
}

func TestAMapThatHasNoRoomIsToldInWords(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Need{Title: strings.Repeat("A need of very many words. ", 400)})
	holds(t, paper.PlainText(mapPaper(t, b.Plan(), proposal.A4)), "The cards have no room on a sheet.", "N1 A need of very many words.")
}

func posterPaper(t testing.TB, plan *model.Plan, size proposal.Size) paper.Document {
	t.Helper()
	doc, err := proposal.Make(plan, proposal.Options{Paper: proposal.Map, Size: size, Poster: true, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestAPosterIsPutTogetherFromSheetsInLargerWords(t *testing.T) {
	for _, name := range example.Names() {
		for size, least := range map[proposal.Size]float64{proposal.A4: 15, proposal.A3: 22} {
			doc := posterPaper(t, exampletest.Plan(t, name), size)
			holds(t, paper.PlainText(doc), "Sheet 1 of 4", "Sheet 4 of 4", "dashed lines of sheets 3 and 2", "The map in words")
			cards := 0
			set := pdf.Layout(doc, pdf.Options{})
			if len(set.Pages) != 6 {
				t.Errorf("%s on %s: %d pages for four sheets, how to join them, and the words", name, size, len(set.Pages))
			}
			for n, page := range set.Pages {
				for _, item := range page.Items {
					text, ok := item.Shape.(figure.Text)
					switch {
					case ok && text.Size < 8:
						t.Errorf("%s on %s, page %d: %q is set in %.1f pt", name, size, n+1, text.String, text.Size)
					case ok && item.Clip != nil:
						if cards++; text.Size < least {
							t.Errorf("%s on %s, page %d: %q is set in %.1f pt", name, size, n+1, text.String, text.Size)
						}
					}
				}
			}
			if cards < 50 {
				t.Errorf("%s on %s: only %d texts on the sheets", name, size, cards)
			}
		}
	}
}

func TestAPosterOfManyCardsHasMoreRowsOfSheets(t *testing.T) {
	b := modeltest.New(t)
	for n := range 40 {
		need, activity := b.Add(&model.Need{Title: fmt.Sprintf("What is not right in street %d", n)}), b.Add(&model.Activity{Title: fmt.Sprintf("Open evening %d", n)})
		b.Link(need, activity)
	}
	doc := posterPaper(t, b.Plan(), proposal.A4)
	if got := len(sections(t, b.Plan(), proposal.Map)); got < 2 {
		t.Errorf("%d sections", got)
	}
	sheets := 0
	for _, block := range doc.Blocks {
		if s, is := block.(paper.Section); is && strings.HasPrefix(s.Title, "Sheet ") {
			sheets++
		}
	}
	if sheets < 10 || sheets%2 != 0 {
		t.Errorf("%d sheets", sheets)
	}
}

func TestAPosterOfAnEmptyPlanSaysWhatToDo(t *testing.T) {
	holds(t, paper.PlainText(posterPaper(t, &model.Plan{Project: &model.Project{}}, proposal.A4)), "Not decided yet: how needs, activities, outcomes and goals")
}
