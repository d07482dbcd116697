package proposal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
)

// sections gives the ids of a paper's sections as they are printed, with their numbers.
func sections(t interface{ Fatalf(string, ...any) }, plan *model.Plan, kind proposal.Paper) []string {
	doc, err := proposal.Make(plan, proposal.Options{Paper: kind, Date: day})
	if err != nil {
		t.Fatalf("%v", err)
	}
	var all []string
	for _, b := range doc.Blocks {
		if s, ok := b.(paper.Section); ok {
			all = append(all, strings.TrimSpace(s.Number+" "+s.ID))
		}
	}
	return all
}

func section(kind proposal.Paper, key string, place int) *model.Section {
	return &model.Section{Paper: string(kind), Key: key, Place: place}
}

func TestSectionsStandWhereTheProjectPutsThem(t *testing.T) {
	b := modeltest.New(t)
	b.AddAll(section(proposal.Council, "costs", 1), section(proposal.Council, "summary", 2),
		&model.Section{Paper: "council", Key: "risks", Hidden: true}, &model.Section{Paper: "full", Key: "need", Hidden: true},
		section(proposal.Council, "newer", 3))
	got := sections(t, b.Plan(), proposal.Council)
	want := []string{"1 costs", "2 summary", "3 need", "4 involved", "5 outcomes", "6 activities", "7 measures", "8 partners", "9 options", "10 statements"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if full := sections(t, b.Plan(), proposal.Full); slices.Contains(full, "2 need") || full[0] != "1 summary" || full[len(full)-1] != "Annex E annex-quality" {
		t.Errorf("the full paper has %v", full)
	}
}

func TestOwnWordsStandAtTheEndOfTheirSection(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Section{Paper: "council", Key: "need", Text: "What only we know.\n\nAnd more."})
	got := council(t, b.Plan())
	need, next := strings.Index(got, "What only we know.\nAnd more."), strings.Index(got, "3 Who was involved")
	if need < strings.Index(got, "2 Need and evidence") || need > next {
		t.Errorf("the words stand at %d, the next section at %d", need, next)
	}
	if strings.Contains(full(t, b.Plan()), "only we know") {
		t.Error("they are in another paper too")
	}
}

func TestAllSectionsAreOfferedInTheirOrderAlsoThoseLeftOut(t *testing.T) {
	b := modeltest.New(t)
	b.AddAll(section(proposal.Full, "risks", 1), &model.Section{Paper: "full", Key: "annex-evidence", Hidden: true})
	doc, fitted, err := proposal.Fit(b.Plan(), proposal.Options{Paper: proposal.Full, Date: day}, pages)
	if err != nil {
		t.Fatal(err)
	}
	if first := fitted.Sections[0]; first.Key != "risks" || first.Title != "Risks" || !first.Movable {
		t.Errorf("the first is %+v", first)
	}
	hidden := slices.IndexFunc(fitted.Sections, func(s proposal.SectionChoice) bool { return s.Hidden })
	if hidden < 0 || fitted.Sections[hidden].Key != "annex-evidence" || fitted.Sections[hidden].Movable {
		t.Errorf("left out: %d", hidden)
	}
	if strings.Contains(paper.PlainText(doc), "Annex C") || !strings.Contains(paper.PlainText(doc), "Annex D") {
		t.Error("the letters of the other annexes have changed")
	}
}

// Whatever the records say, each section is printed once or left out, and the numbers
// count up from 1.
func TestAnyOrderPrintsEachSectionOnce(t *testing.T) {
	plain := sections(t, modeltest.New(t).Plan(), proposal.Council)
	var keys []string
	for _, s := range plain {
		keys = append(keys, strings.Fields(s)[1])
	}
	rapid.Check(t, func(rt *rapid.T) {
		b := modeltest.New(t)
		hidden := map[string]bool{}
		seen := map[string]bool{}
		for range rapid.IntRange(0, 14).Draw(rt, "records") {
			s := section(proposal.Council, rapid.SampledFrom(keys).Draw(rt, "key"), rapid.IntRange(0, 5).Draw(rt, "place"))
			s.Hidden = rapid.Bool().Draw(rt, "hidden")
			if !seen[s.Key] { // the first record of a section holds
				hidden[s.Key], seen[s.Key] = s.Hidden, true
			}
			b.Add(s)
		}
		got := sections(rt, b.Plan(), proposal.Council)
		var printed []string
		for i, s := range got {
			number, key, _ := strings.Cut(s, " ")
			if number != fmt.Sprint(i+1) {
				rt.Fatalf("%v", got)
			}
			printed = append(printed, key)
		}
		var want []string
		for _, key := range keys {
			if !hidden[key] {
				want = append(want, key)
			}
		}
		slices.Sort(printed)
		slices.Sort(want)
		if !slices.Equal(printed, want) {
			rt.Fatalf("printed %v, want %v", printed, want)
		}
	})
}
