package proposal_test

import (
	"os"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
)

// guided is a plan as the guided start makes it: one of nearly everything, and the
// outcome for the area linked to two goals.
func guided(t *testing.T) *model.Plan {
	t.Helper()
	b := modeltest.New(t)
	b.Change(func(p *model.Project) {
		p.Name, p.Place, p.Lead = "Warm Hall", "Millbrook", "Low Street Neighbours"
		p.Committee, p.Deadline = "Lowmoor Town Council", model.Date{Year: 2026, Month: 9, Day: 15}
		p.Ask = "Grant £1,000 for one winter."
	})
	need := b.Add(&model.Need{Title: "Older neighbours have no warm room on weekdays"})
	b.Add(&model.Evidence{About: []model.ID{need}, Says: "31 of 50 asked said so", Source: "Doorstep survey, October 2026"})
	activity := b.Add(&model.Activity{Title: "Warm hall with soup, two days a week", Months: model.MonthsOf(1, 6)})
	service := b.Add(&model.Outcome{Level: model.Service, Title: "“I have somewhere warm to go”"})
	community := b.Add(&model.Outcome{Level: model.Community, Title: "Neighbours know each other"})
	b.Add(&model.Indicator{Outcome: service, Title: "People coming each week", Baseline: "0", Target: "40"})
	b.Add(&model.Cost{Line: "Soup and heating", Kind: model.Direct, Year: 1, Rate: 125050, Activities: []model.ID{activity}})
	b.Add(&model.Funding{Source: "The council", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 100000}})
	b.Add(&model.Funding{Source: "Own fundraising", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 25050}})
	b.Link(need, activity)
	b.Link(activity, service)
	b.Link(service, community)
	for _, g := range b.Plan().Goals[:2] {
		b.Link(community, g.ID)
	}
	return b.Plan()
}

func TestZZ(t *testing.T) {
	plan := guided(t)
	plan.Project.Sides = 2
	for name, p := range map[string]*model.Plan{"guided": plan, "empty": &model.Plan{Project: &model.Project{Sides: 2}}, "new": modeltest.New(t).Plan()} {
		doc, fitted, err := proposal.Fit(p, proposal.Options{Paper: proposal.Council, Date: day}, pages)
		t.Log(name, fitted.Pages, fitted.Level, err, len(p.Goals))
		bytes, _, _ := pdf.Write(doc, pdf.Options{})
		os.WriteFile("/tmp/zz-"+name+".pdf", bytes, 0o644)
		if name == "guided" {
			t.Log(strings.TrimSpace(paper.PlainText(doc)))
		}
	}
}
