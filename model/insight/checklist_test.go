package insight_test

import (
	"fmt"
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

func TestDifferencesComeFirst(t *testing.T) {
	sides := insight.CompareSides(theExample(t, "open-door-days"))
	// 9: in place (3) and not yet (0); 7: in place and started (1); 10: half-way (2) and not yet;
	// 13: started and in place. The council does not know 6 and 12. The other nine are the same.
	want := []string{"9 3 steps apart", "7 2 steps apart", "10 2 steps apart", "13 2 steps apart",
		"6 one side does not know", "12 one side does not know",
		"1 alike", "2 alike", "3 alike", "4 alike", "5 alike", "8 alike", "11 alike", "14 alike", "15 alike"}
	var got []string
	for _, pair := range sides.Pairs {
		got = append(got, fmt.Sprintf("%d %s", pair.Number, pair.Says(english)))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got, want := sides.Summary(english), "4 differ, 9 are alike and in 2 a side does not know"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// In Our Streets only the citizens have begun, with three answers.
	if got, want := insight.CompareSides(theExample(t, "our-streets")).Summary(english), "3 are still to answer on one side and 12 are still to answer on both"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestThatASideDoesNotKnowIsAnAnswerOfItsOwn(t *testing.T) {
	sides := insight.CompareSides(theExample(t, "open-door-days")) // the council does not know 6 and 12
	if got := sides.Answered(model.CouncilSide); got != 15 {
		t.Errorf("the council has answered %d of 15", got)
	}
	if got := insight.CompareSides(theExample(t, "our-streets")).Answered(model.CouncilSide); got != 0 {
		t.Errorf("a council that said nothing has answered %d", got)
	}
}

func TestHowTwoAnswersStandToEachOther(t *testing.T) {
	for _, c := range []struct {
		citizens, council model.Stage // "-" is: no answer at all
		standing          insight.Standing
		apart             int
		says              string
	}{
		{model.NotYet, model.InPlace, insight.Differ, 3, "3 steps apart"},
		{model.HalfWay, model.Started, insight.Differ, 1, "1 step apart"},
		{model.HalfWay, model.HalfWay, insight.Alike, 0, "alike"},
		{model.NotYet, model.NotYet, insight.Alike, 0, "alike"},
		{model.DoNotKnow, model.NotYet, insight.NotKnown, 0, "one side does not know"},
		{model.InPlace, "-", insight.OneSideOpen, 0, "one side has not answered"},
		{"", model.InPlace, insight.OneSideOpen, 0, "one side has not answered"},
		{model.DoNotKnow, model.DoNotKnow, insight.NotKnown, 0, "neither side knows"},
		{model.DoNotKnow, "-", insight.OneSideOpen, 0, "one side has not answered"},
		{"-", "-", insight.BothOpen, 0, "not answered yet"},
	} {
		b := modeltest.New(t)
		question := framework.Checklist().Questions[4].ID
		for side, where := range map[model.Side]model.Stage{model.Citizens: c.citizens, model.CouncilSide: c.council} {
			if where != "-" {
				b.Add(&model.Answer{Question: question, Side: side, Where: where})
			}
		}
		pairs := insight.CompareSides(b.Plan()).Pairs
		i := slices.IndexFunc(pairs, func(p insight.Pair) bool { return p.Number == 5 })
		if pair := pairs[i]; pair.Standing != c.standing || pair.Apart != c.apart || pair.Says(english) != c.says {
			t.Errorf("%q and %q: standing %d, %d apart, %q; want %+v", c.citizens, c.council, pair.Standing, pair.Apart, pair.Says(english), c)
		}
	}
}
