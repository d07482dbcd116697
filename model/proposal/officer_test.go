package proposal_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
)

func officer(t *testing.T, plan *model.Plan) string {
	t.Helper()
	return text(t, plan, proposal.Options{Paper: proposal.Officer, Date: day})
}

func TestTheOfficerHasTheFactsUnderTheHeadingsOfAReport(t *testing.T) {
	before(t, officer(t, exampletest.Plan(t, "our-streets")),
		"Children and Young People’s Committee, 13 October 2026",
		"1 Recommendation", "Fund Our Streets, Our Say at £30,000 a year", "The council is asked for £60,000 of a full cost of £132,326.",
		"2 Context", "From: Canalside Young Makers", "(212 people; Peer interviews by 14 young researchers, February 2026)", "0 of 5 boards have a member under 20 (List of boards, March 2026).", "How this serves the council’s own plan, Northbank Together 2026–30:", "served by C3 (from S4).",
		"3 Options considered", "Do nothing (£0). 61% go on having nowhere free to go; no board has a member under 20.", "(£132,326).",
		"4 Consultation", "Peer interviews: 212 young people (February 2026).", "Who was missing: Young carers",
		"5 Financial implications", "£118,148 of direct costs and £14,178 of running costs", "Year 2: full cost £65,527, asked of the council £30,000.", "Youth trust: £44,000, applied (decision in November 2026).", "Gap between cost and funding: £8,326.",
		"6 Legal implications", "Data: First name and age band only", "[For the officer to add:",
		"7 Equality implications", "8 Climate and environment implications", "Environment: not decided yet.", "served by A4 and A5.",
		"9 Risk", "Staff vacancy (likelihood: likely; effect: medium). Response: Sessional pool. Owner: Trustees.",
		"10 Wards affected", "two wards (Northbank and Canalside).",
		"11 Measures and review", "S2. Feel safe on two named streets: now 34%, target 55% by month 24.", "Month 12, December 2027: Council review, with the council (Young chair).",
		"12 Background papers", "The partnership proposal Our Streets, Our Say", "List of boards, March 2026")
}

func TestTheOfficersTextIsPlain(t *testing.T) {
	doc, err := proposal.Make(exampletest.Plan(t, "open-door-days"), proposal.Options{Paper: proposal.Officer, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	paper.Walk(doc.Blocks, func(b paper.Block) {
		switch b.(type) {
		case paper.Table, paper.Figure, paper.Columns, paper.Frame:
			t.Errorf("a %T cannot be lifted as text", b)
		}
	})
	if got := paper.PlainText(doc); strings.Contains(got, "..") || strings.Contains(got, "(filled)") {
		t.Error("a sentence ends twice, or speaks of a drawing")
	}
}

func TestTheOfficerOfAnEmptyProjectIsToldWhatIsMissing(t *testing.T) {
	got := officer(t, &model.Plan{Project: &model.Project{}})
	holds(t, got, "Do nothing (£0). Not decided yet.", "Gap between cost and funding: not decided yet.", "Safety: not decided yet.", "No activity leads to a goal for the environment yet.")
	if n := strings.Count(got, "Not decided yet"); n < 8 {
		t.Errorf("only %d things are said to be open", n)
	}
}

func TestTheOfficerGetsTheContactOnlyIfItIsToBePrinted(t *testing.T) {
	holds(t, officer(t, exampletest.Plan(t, "open-door-days")), "hello@opendoor.example")
	if strings.Contains(officer(t, exampletest.Plan(t, "our-streets")), "@") {
		t.Error("the contact is printed though nobody asked for it")
	}
}

func TestAnAnnexThatHoldsNothingTakesNoPageToItself(t *testing.T) {
	doc, err := proposal.Make(&model.Plan{Project: &model.Project{}}, proposal.Options{Paper: proposal.Full, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		if s, ok := b.(paper.Section); ok && s.ID == "annex-costs" && s.Break != paper.RunOn {
			t.Error("the annex of the costs begins a page though it has none")
		}
	}
}
