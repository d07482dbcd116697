package news_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/framework"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
	"commonplan/model/news"
	"commonplan/model/words"
)

// brought gives what a copy brings that was changed by the secretary, as a list.
func brought(t *testing.T, b *modeltest.Builder, away func(*edit.Change) error) []string {
	t.Helper()
	source := modeltest.Source(102)
	source.Who = "The secretary"
	p, err := edit.Open(b.Document(), source)
	if err == nil {
		err = p.Edit("edit.any", away)
	}
	if err != nil {
		t.Fatal(err)
	}
	teller := news.NewTeller(words.English(), b.Plan(), p.Plan())
	var all []string
	for _, told := range teller.Gather(merge.Explain(b.Document(), p.Document(), p.Document()).Changes) {
		all = append(all, teller.TellAll(told).String())
	}
	return all
}

func TestARemovalIsToldOnceWithWhatGoesAlongAndTheSum(t *testing.T) {
	b := modeltest.New(t)
	need, courses := b.Add(&model.Need{Title: "Yard"}), b.Add(&model.Activity{Title: "Courses"})
	b.Link(need, courses)
	for _, line := range []string{"Tutor", "Travel"} {
		b.Add(&model.Cost{Line: line, Kind: model.Direct, Activities: []model.ID{courses}, Year: 1, Quantity: "2", Rate: 115500})
	}

	got := brought(t, b, func(c *edit.Change) error { return c.Remove(courses) })

	want := "The secretary removed Courses. With it go 2 costs (£4,620) and 1 link."
	if len(got) != 1 || got[0] != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

func TestAnswersAreToldInTheOrderOfTheirQuestions(t *testing.T) {
	b := modeltest.New(t)
	all := framework.Checklist().Questions
	questions := []string{all[8].ID, all[2].ID, all[3].ID}
	got := brought(t, b, func(c *edit.Change) error {
		for _, question := range questions {
			if _, err := c.Add(&model.Answer{Question: question, Side: model.CouncilSide, Where: model.Started}); err != nil {
				return err
			}
		}
		return nil
	})

	for i, number := range []string{"3", "4", "9"} {
		if want := "New answer on the checklist: the council’s answer to question " + number + "."; len(got) != 3 || got[i] != want {
			t.Fatalf("it says %q", got)
		}
	}
}

func TestTheDayOfAChangedAnswerGoesWithoutSaying(t *testing.T) {
	b := modeltest.New(t)
	answer := b.Add(&model.Answer{Question: framework.Checklist().Questions[0].ID, Side: model.CouncilSide, Where: model.Started})
	day := model.DateOf(modeltest.Now())
	date := func(where model.Stage) []string {
		return brought(t, b, put(answer, func(a *model.Answer) { a.Where, a.Date = where, day }))
	}

	if got := date(model.HalfWay); len(got) != 1 || strings.Contains(got[0], "date") {
		t.Errorf("with another stage, it says %q", got)
	}
	if got := date(model.Started); len(got) != 1 {
		t.Errorf("with the date alone, it says %q", got)
	}
}

func TestASentenceEndsOnceAfterANameThatWasCut(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	got := brought(t, b, func(c *edit.Change) error {
		_, err := c.Add(&model.Comment{On: need, Text: "Have you asked those who live at the other end, where the bus no longer stops?"})
		return err
	})

	if want := "New comment: Have you asked those who live at the other end, where the…"; len(got) != 1 || got[0] != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}
