package proposal_test

import (
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example/exampletest"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
)

func checklist(t *testing.T, plan *model.Plan) string {
	t.Helper()
	return text(t, plan, proposal.Options{Paper: proposal.Checklist, Date: day})
}

// before fails unless the texts stand in a paper in this order.
func before(t *testing.T, paper string, texts ...string) {
	t.Helper()
	at := 0
	for _, text := range texts {
		i := strings.Index(paper[at:], text)
		if i < 0 {
			t.Fatalf("%q does not come here, or not at all", text)
		}
		at += i + len(text)
	}
}

func TestTheChecklistShowsTheFurthestApartFirst(t *testing.T) {
	before(t, checklist(t, exampletest.Plan(t, "open-door-days")),
		"Where we each say we are", "15 questions, asked of both sides.", "4 differ, 9 are alike and in 2 a side does not know.",
		"We see it differently", "3 steps apart",
		"How will we thank people and cover their costs? in place Panel payments and expenses are in the plan. Next: pay on the day. Treasurer, November\tAre our timescales and forms fit for volunteers? not yet",
		"2 steps apart", "One side or both do not know", "one side does not know", "do not know", "We see it alike", "What comes next")
}

func TestNextStepsAreOneListWithTheirOwners(t *testing.T) {
	got := checklist(t, exampletest.Plan(t, "open-door-days"))
	list := got[strings.Index(got, "What comes next"):]
	before(t, list, "9\tpay on the day\tOur group\tTreasurer, November", "\ttry a short form\tCouncil\tCommissioning, October", "7\telect the chair")
	if strings.Contains(list, "nothing more for now") {
		t.Error("what is in place and has no owner is among the next steps")
	}
}

func TestAnEmptyChecklistAsksBothSides(t *testing.T) {
	got := checklist(t, &model.Plan{Project: &model.Project{}})
	holds(t, got, "Not decided yet: where each side is.", "Still to answer on both sides", "Not decided yet: what comes next")
	if n := strings.Count(got, "not answered yet"); n < 30 {
		t.Errorf("only %d places are marked as open", n)
	}
}

func TestAQuestionStaysWithBothItsAnswers(t *testing.T) {
	doc, err := proposal.Make(exampletest.Plan(t, "open-door-days"), proposal.Options{Paper: proposal.Checklist, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	var bars []string
	paper.Walk(doc.Blocks, func(b paper.Block) {
		if table, ok := b.(paper.Table); ok && table.Sides {
			for _, row := range table.Rows {
				if row.Kind == paper.RowBar {
					bars = append(bars, row.Cells[0].Lines[1].String())
				}
			}
		}
	})
	if len(bars) != 15 {
		t.Fatalf("%d questions", len(bars))
	}
	for n, page := range pdf.Layout(doc, pdf.Options{}).Pages {
		last := ""
		for _, item := range page.Items {
			if s := wordsOf(item); item.Element >= 0 && s != "" {
				last = s
			}
		}
		for _, bar := range bars {
			if last == bar {
				t.Errorf("page %d ends with a bar", n+1)
			}
		}
	}
}
