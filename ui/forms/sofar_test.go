package forms

import (
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/words"
)

func TestAListSaysHowManyItHasAndHowManyLeadOn(t *testing.T) {
	for said, joined := range map[string]int{
		"Three so far, none of them with an activity yet.":     0,
		"Three so far, two of them still without an activity.": 1,
		"Three so far, all of them lead to an activity.":       3,
	} {
		m := modeltest.New(t)
		activity := m.Add(&model.Activity{Title: "Garden"})
		var needs []model.ID
		for i := range 3 {
			need := m.Add(&model.Need{Title: "A need"})
			needs = append(needs, need)
			if i < joined {
				m.Link(need, activity)
			}
		}

		if got := soFar(words.English(), m.Plan(), needs); got != said {
			t.Errorf("with %d that lead on: %s", joined, got)
		}
	}
}

func TestWhatLeadsNowhereIsOnlyCounted(t *testing.T) {
	m := modeltest.New(t)
	ids := []model.ID{m.Add(&model.Asset{Title: "Hall"}), m.Add(&model.Asset{Title: "Choir"})}

	if got := soFar(words.English(), m.Plan(), ids); got != "Two so far." {
		t.Errorf("it says %q", got)
	}
}
