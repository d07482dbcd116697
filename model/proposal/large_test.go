package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
)

func TestEachPaperOfEachExampleCanBeReadInLargePrint(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		for _, kind := range proposal.Papers() {
			for _, size := range []float64{16, 18, 24} {
				doc, fitted, err := proposal.Fit(plan, proposal.Options{Paper: kind, Date: day, Large: size}, pages)
				if err != nil {
					t.Fatal(err)
				}
				if fitted.Over > 0 || fitted.Level > 0 {
					t.Errorf("%s, %s: large print is shortened", name, kind)
				}
				set := pdf.Layout(doc, pdf.Options{})
				for n, page := range set.Pages {
					for _, it := range page.Items {
						tx, ok := it.Shape.(figure.Text)
						if !ok || it.Kind == typeset.Footer || tx.String == "?" { // a mark, with its word beside it
							continue
						}
						if tx.Size < size-.001 {
							t.Errorf("%s, %s, page %d: %q is set in %.1f points, not %.0f", name, kind, n+1, tx.String, tx.Size, size)
						}
					}
				}
				cells := map[int]int{}
				for _, e := range set.Elements {
					if e.Role == typeset.RoleCell || e.Role == typeset.RoleHeadCell {
						cells[e.Parent]++
						if cells[e.Parent] > 3 {
							t.Fatalf("%s, %s: a table of more than three columns", name, kind)
						}
					}
				}
				t.Logf("%s, %s at %.0f points: %d pages", name, kind, size, fitted.Pages)
			}
		}
	}
}

func largeBlocks(t *testing.T, plan *model.Plan, kind proposal.Paper) []paper.Block {
	t.Helper()
	doc, err := proposal.Make(plan, proposal.Options{Paper: kind, Date: day, Large: 18})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Blocks
}

func TestLargePrintHasTheCostsByActivityBeforeTheirLines(t *testing.T) {
	got := paper.PlainText(paper.Document{Blocks: largeBlocks(t, exampletest.Plan(t, "open-door-days"), proposal.Council)})
	after := 0
	for _, want := range []string{"A1\tPeer-run open house, 3 days × 46 weeks\t38,694", "A6\tShared evaluation, spring and autumn\t1,500", "Full cost\t75,404",
		"All funding\t75,404", "Gap: cost less funding\t0", "A1 Peer-run open house", "Hall hire, 138 × £45\t6,210", "A6 Shared evaluation", "Evaluation\t1,500"} {
		at := strings.Index(got[after:], want)
		if at < 0 {
			t.Fatalf("the paper does not say %q after what comes before it", want)
		}
		after += at
	}
}

func TestLargePrintHasTheTimelineAsAListOfMonths(t *testing.T) {
	got := paper.PlainText(paper.Document{Blocks: largeBlocks(t, exampletest.Plan(t, "open-door-days"), proposal.Council)})
	holds(t, got, "Month by month\nMonth 1, November 2026: A5 begins. Panel formed, Secretary to the Circle.",
		"Month 12, October 2027: Report, Coordinator. A1, A2, A3, A5 and A6 end.", "\t4 to 5, 7 to 8 and 10 to 11")
	if strings.Contains(got, "(filled)") {
		t.Error("it speaks of a drawing that is not there")
	}
}

func TestLargePrintShowsTheMapPathByPath(t *testing.T) {
	for _, kind := range []proposal.Paper{proposal.Council, proposal.Full} {
		plan := exampletest.Plan(t, "good-plates")
		var alts []string
		paper.Walk(largeBlocks(t, plan, kind), func(b paper.Block) {
			if f, ok := b.(paper.Figure); ok {
				alts = append(alts, f.Picture.Alt)
			}
		})
		all := strings.Join(alts, " ")
		for _, o := range plan.Outcomes {
			if !strings.Contains(all, plan.Label(o.ID)+", ") {
				t.Errorf("%s: %s is on no path", kind, plan.Label(o.ID))
			}
		}
		if len(alts) < len(plan.Needs) {
			t.Errorf("%s: %d paths for %d needs", kind, len(alts), len(plan.Needs))
		}
	}
}

func TestEveryPathOfTheMapIsDrawnInLargePrintOfAnySizeAndItsFirstPageIsNoBareTitle(t *testing.T) {
	for _, name := range example.Names() {
		for _, size := range []float64{16, 20, 24} {
			doc, err := proposal.Make(exampletest.Plan(t, name), proposal.Options{Paper: proposal.Map, Date: day, Large: size})
			if err != nil {
				t.Fatal(err)
			}
			paths, drawn := 0, 0
			paper.Walk(doc.Blocks, func(b paper.Block) {
				if _, ok := b.(paper.Figure); ok {
					paths++
				}
			})
			set := pdf.Layout(doc, pdf.Options{})
			for _, e := range set.Elements {
				if e.Role == typeset.RoleFigure {
					drawn++
				}
			}
			if drawn != paths {
				t.Errorf("%s at %v pt: %d of %d paths are drawn", name, size, drawn, paths)
			}
			if free := set.Pages[0].Free; size > paper.LargeUsual && free > set.Room/2 {
				t.Errorf("%s at %v pt: %.0f of %.0f mm of the first page are bare", name, size, free, set.Room)
			}
		}
	}
}

func TestAPlanTooLargeForPathsListsItsOutcomesInLargePrint(t *testing.T) {
	b := modeltest.New(t)
	for range figure.MostPaths + 1 {
		b.Link(b.Add(&model.Need{}), b.Add(&model.Activity{}), b.Add(&model.Outcome{Level: model.Service}))
	}
	blocks := largeBlocks(t, b.Plan(), proposal.Council)
	figures, outcomes := 0, false
	paper.Walk(blocks, func(b paper.Block) {
		switch b := b.(type) {
		case paper.Figure:
			figures++
		case paper.Table:
			outcomes = outcomes || b.Name == "Outcomes"
		}
	})
	if figures > 0 || !outcomes {
		t.Errorf("%d figures, outcomes listed: %v", figures, outcomes)
	}
}

func TestThePapersOfAnEmptyProjectCanBeReadInLargePrint(t *testing.T) {
	for _, kind := range proposal.Papers() {
		if doc := largeBlocks(t, modeltest.New(t).Plan(), kind); len(doc) == 0 {
			t.Errorf("%s: nothing", kind)
		}
	}
}

func TestHowAPaperPrintsIsAsTheProjectSays(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) {
		p.PaperFont, p.PrintDraft, p.PrintBlack, p.PrintCover, p.Version, p.LargeSize = model.Atkinson, true, true, true, 3, 20
	})
	doc, err := proposal.Make(b.Plan(), proposal.Options{Paper: proposal.Council, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	if doc.Print.Typeface.Name() != "Atkinson Hyperlegible Next" || doc.Print.Draft != "Draft" || !doc.Print.Black || doc.Print.Large != 0 {
		t.Errorf("got %+v", doc.Print)
	}
	if doc.Footer.Version != "Draft · 28 August 2026" {
		t.Errorf("the footer says %q", doc.Footer.Version)
	}
	title, ok := doc.Blocks[0].(paper.TitleBlock)
	if !ok || !title.Cover {
		t.Error("there is no cover")
	}
	if got := proposal.Sides(b.Plan(), proposal.Council); got != 5 {
		t.Errorf("with its cover it may have %d sides", got)
	}
	if got := proposal.LargeSize(b.Plan().Project); got != 20 {
		t.Errorf("large print of %.0f points", got)
	}
	if slices.ContainsFunc(largeBlocks(t, b.Plan(), proposal.Summary), func(b paper.Block) bool {
		title, ok := b.(paper.TitleBlock)
		return ok && title.Cover
	}) {
		t.Error("a paper of one side has a cover")
	}
}

func TestTheFirstPathOfALargeMapLeavesRoomForItsTitle(t *testing.T) {
	for _, size := range []float64{16, paper.LargeUsual} {
		for _, name := range example.Names() {
			doc, err := proposal.Make(exampletest.Plan(t, name), proposal.Options{Paper: proposal.Map, Large: size})
			if err != nil {
				t.Fatal(err)
			}
			set := pdf.Layout(doc, pdf.Options{})
			if !slices.ContainsFunc(set.Pages[0].Items, func(it typeset.Item) bool {
				return it.Element != typeset.Artifact && set.Elements[it.Element].Role == typeset.RoleFigure
			}) {
				t.Errorf("%s at %v points begins with a page without a path", name, size)
			}
		}
	}
}
