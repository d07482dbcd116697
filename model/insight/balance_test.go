package insight_test

import (
	"fmt"
	"testing"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

// Counted by hand from the activities of Open Door Days and their direct costs (see the
// test of totals): upstream A2 11,740 + A3 6,950 + A5 4,100 = 22,790; midstream A1
// 38,694 + A4 4,620 + A6 1,500 = 44,814.
func TestTheBalanceOfOpenDoorDays(t *testing.T) {
	p := theExample(t, "open-door-days")
	b := insight.BalanceOf(p)
	if b.Activities != 6 || b.Direct != pounds(67604) || b.Three != 3 || b.Service != 4 || b.Community != 4 {
		t.Errorf("got %d activities for %v, %d serving all three, %d and %d outcomes", b.Activities, b.Direct, b.Three, b.Service, b.Community)
	}
	same(t, p, b.Objectives, "environment: A2 A3 A5", "social_justice: A1 A2 A3 A4 A5 A6", "economy: A2 A3 A4 A5")
	same(t, p, b.Ways, "connect: A1 A2", "be_active: A3", "take_notice: A3 A6", "keep_learning: A3 A4 A5", "give: A1 A2 A3 A5")
	same(t, p, b.Prevention, "upstream: A2 A3 A5", "midstream: A1 A4 A6", "downstream: ", ": ")
	same(t, p, b.Depth, "told: ", "asked: A4", "designing: A3", "delivering: A1 A2", "reviewing: A5 A6", ": ")
	if up, mid, down := b.Prevention[0].Direct, b.Prevention[1].Direct, b.Prevention[2].Direct; up != pounds(22790) || mid != pounds(44814) || down != 0 {
		t.Errorf("upstream %v, midstream %v, downstream %v", up, mid, down)
	}
}

func same[T ~string](t *testing.T, p *model.Plan, shares []insight.Share[T], want ...string) {
	t.Helper()
	var got []string
	for _, share := range shares {
		got = append(got, fmt.Sprintf("%s: %s", share.Value, labels(p, share.Activities)))
	}
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheBalanceIsSaidInASentence(t *testing.T) {
	for name, want := range map[string][2]string{
		"open-door-days": {"Three activities serve all three objectives.", "About a third of the money stops harm before it starts."}, // 34%
		"our-streets":    {"No activity serves all three yet.", "About two thirds of the money stops harm before it starts."},         // 69%
		"good-plates":    {"No activity serves all three yet.", "All of the money stops harm before it starts."},
	} {
		b := insight.BalanceOf(theExample(t, name))
		if got := [2]string{b.ObjectivesSentence(english), b.PreventionSentence(english)}; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if got := insight.BalanceOf(modeltest.New(t).Plan()).PreventionSentence(english); got != "" {
		t.Errorf("a plan without costs says %q about its money", got)
	}
}

func TestWhatIsNotSaidYetIsCountedApart(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Activity{})
	balance := insight.BalanceOf(b.Plan())
	if last := balance.Prevention[3]; last.Value != "" || len(last.Activities) != 1 {
		t.Errorf("the activity without prevention is in %+v", last)
	}
}
