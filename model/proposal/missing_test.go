package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
)

// missing gives the keys of what is missing on a paper.
func missing(plan *model.Plan, p proposal.Paper) []string {
	var keys []string
	for _, gap := range proposal.Missing(p, plan, insight.Gaps(plan, day)) {
		keys = append(keys, gap.Key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func TestTheCouncilPaperMissesWhatItPrintsAsNotDecided(t *testing.T) {
	plan := modeltest.New(t).Plan()
	var want []string
	for _, gap := range insight.ForPaper(insight.Gaps(plan, day)) {
		want = append(want, gap.Key)
	}
	slices.Sort(want)
	if got := missing(plan, proposal.Council); !slices.Equal(got, slices.Compact(want)) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestEachPaperMissesOnlyWhatItShows(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Activity{Title: "Open house"})
	b.Add(&model.Risk{Title: "Nobody comes"})
	plan := b.Plan()
	for p, c := range map[proposal.Paper]struct{ has, hasNot []string }{
		proposal.Council:    {[]string{"activity.lead", "risk.response", "statement.equality"}, []string{"checklist.council", "review.learnt"}},
		proposal.Full:       {[]string{"activity.lead", "risk.response", "need.none"}, []string{"checklist.council"}},
		proposal.Summary:    {[]string{"project.ask", "need.none"}, []string{"activity.lead", "risk.response", "partner.none"}},
		proposal.Map:        {[]string{"activity.outcome", "need.none", "goal.none"}, []string{"activity.lead", "project.ask", "cost.none"}},
		proposal.Checklist:  {[]string{"checklist.citizens", "checklist.council"}, []string{"need.none", "activity.lead"}},
		proposal.Progress:   {[]string{"activity.months", "project.start"}, []string{"need.none", "risk.response", "activity.lead"}},
		proposal.Worksheets: {nil, []string{"need.none", "activity.lead"}},
		proposal.Officer:    {[]string{"risk.response", "statement.equality", "cost.none"}, []string{"activity.months", "partner.none"}},
	} {
		got := missing(plan, p)
		for _, key := range c.has {
			if !slices.Contains(got, key) {
				t.Errorf("%s: %s is not missed", p, key)
			}
		}
		for _, key := range c.hasNot {
			if slices.Contains(got, key) {
				t.Errorf("%s: %s is missed", p, key)
			}
		}
	}
}

func TestWhatIsLeftOutOfAPaperIsNotMissedOnIt(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Section{Paper: "council", Key: "risks", Hidden: true})
	if got := missing(b.Plan(), proposal.Council); slices.Contains(got, "risk.none") {
		t.Error("the council paper misses risks")
	}
	if got := missing(b.Plan(), proposal.Full); !slices.Contains(got, "risk.none") {
		t.Error("the full paper does not miss risks")
	}
}

func TestAPaperThatSaysNotDecidedYetMissesSomething(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Name = "Open Door Days" })
	for _, p := range proposal.Papers() {
		doc, err := proposal.Make(b.Plan(), proposal.Options{Paper: p, Date: day})
		if err != nil {
			t.Fatal(err)
		}
		says := strings.Contains(strings.ToLower(paper.PlainText(doc)), "not decided yet")
		if misses := len(missing(b.Plan(), p)) > 0; says && !misses {
			t.Errorf("%s: says that something is not decided yet, and misses nothing", p)
		}
	}
}

func TestEveryGapOfThePapersShowsOnOneOfThem(t *testing.T) {
	on := map[string]bool{}
	for _, p := range proposal.Papers() {
		for _, key := range missing(modeltest.New(t).Plan(), p) {
			on[key] = true
		}
	}
	for _, gap := range insight.Gaps(modeltest.New(t).Plan(), day) {
		if gap.Paper && !on[gap.Key] {
			t.Errorf("%s shows on no paper", gap.Key)
		}
	}
}
