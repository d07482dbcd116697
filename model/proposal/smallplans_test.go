package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

// smallPlans are plans as newcomers have them after the seven questions and half an hour.
func smallPlans(t *testing.T) map[string]*model.Plan {
	return map[string]*model.Plan{
		"one-of-each": seven(t, 1, "").Plan(),
		"two-of-each": seven(t, 2, "").Plan(),
		"worked-on":   workedOn(t, "").Plan(),
		"wordy-one":   seven(t, 1, wordy).Plan(),
		"wordy-two":   seven(t, 2, wordy).Plan(),
		"wordy-three": workedOn(t, wordy).Plan(),
	}
}

// wordy makes a title run over a second line.
const wordy = ", as the people of both streets have told us"

// seven is a plan as the seven questions make it, with n needs and activities. tail makes
// its titles and the group's name longer.
func seven(t *testing.T, n int, tail string) *modeltest.Builder {
	t.Helper()
	b := modeltest.New(t)
	group := "Allotment Street Neighbours"
	if tail != "" {
		group = "The Allotment Street, Low Street and Station Road Neighbours’ and Plot Holders’ Association"
	}
	b.Change(func(p *model.Project) {
		p.Name, p.Place, p.Lead, p.Months = "Growing Together on Allotment Street", "Millbrook", group, 8
		p.Council, p.Meeting = "Lowmoor Town Council", model.Date{Year: 2026, Month: 10, Day: 14}
		p.Ask = "Give £3,500 for one season of growing on the empty plots of Allotment Street."
	})
	needs := []model.ID{b.Add(&model.Need{Title: "Young people have nothing to do after school" + tail})}
	b.Add(&model.Evidence{About: needs, Says: "31 of 50 asked said so", Source: "Doorstep survey", Date: model.Date{Year: 2026, Month: 6}})
	activities := []model.ID{b.Add(&model.Activity{Title: "A growing club on Saturdays" + tail, Months: "1-8"})}
	if n > 1 {
		needs = append(needs, b.Add(&model.Need{Title: "Six plots are empty and full of brambles" + tail}))
		activities = append(activities, b.Add(&model.Activity{Title: "Clearing the six plots with older plot holders" + tail, Months: "1-2"}))
	}
	service := b.Add(&model.Outcome{Level: model.Service, Title: "“I have made something grow and I know my neighbours”"})
	area := b.Add(&model.Outcome{Level: model.Community, Title: "The empty plots are in use and people know each other" + tail})
	b.Add(&model.Indicator{Outcome: service, Title: "Young people who come at least six times", Baseline: "0", Target: "20"})
	b.Add(&model.Cost{Line: "Tools and a shed", Kind: model.Direct, Year: 1, Rate: 172000, Activities: activities[:1]})
	b.Add(&model.Cost{Line: "A worker for Saturdays", Kind: model.Direct, Year: 1, Rate: 200000, Activities: activities[:1]})
	b.Add(&model.Cost{Line: "Skip hire", Kind: model.Direct, Year: 1, Rate: 28000, Activities: activities[n-1:]})
	b.Add(&model.Funding{Source: "The council", Status: model.FundingAsked, Amount: map[int]model.Pence{1: 350000}})
	b.Add(&model.Funding{Source: "Plant sale and raffle", Status: model.Applied, Amount: map[int]model.Pence{1: 50000}})
	for i := range needs {
		b.Link(needs[i], activities[i], service)
	}
	b.Link(service, area)
	for i, o := range model.Objectives {
		goal := b.Add(&model.Goal{Objective: o, Title: words.English().Say("choice.objective." + string(o))})
		if i < 2 {
			b.Link(area, goal)
		}
	}
	return b
}

// workedOn is such a plan with a partner, a strength, a risk and an evening of listening,
// and numbers of people.
func workedOn(t *testing.T, tail string) *modeltest.Builder {
	t.Helper()
	b := seven(t, 2, tail)
	b.Change(func(p *model.Project) { p.Reach, p.ReachOf = 60, "young people and plot holders" })
	b.Add(&model.Partner{Name: "Millbrook Allotment Society"})
	b.Add(&model.Asset{Title: "Six plots and a standpipe"})
	b.Add(&model.Risk{Title: "Tools are stolen from the shed"})
	b.Add(&model.Listening{Title: "Evening in the hall", Who: "plot holders", HowMany: 14, Date: model.Date{Year: 2026, Month: 6, Day: 4}})
	return b
}

// put changes a record.
func put(t *testing.T, b *modeltest.Builder, item model.Item) {
	t.Helper()
	if err := b.Project().Edit("edit.change.record", func(c *edit.Change) error { return c.Put(item) }); err != nil {
		t.Fatal(err)
	}
}

// without fails if a paper says one of these.
func without(t *testing.T, paper string, unwanted ...string) {
	t.Helper()
	for _, no := range unwanted {
		if strings.Contains(paper, no) {
			t.Errorf("the paper says %q", no)
		}
	}
}

func TestTheCouncilPaperOfASmallPlanIsTwoCalmSidesOrThreeIfTheyMayBe(t *testing.T) {
	for name, plan := range smallPlans(t) {
		for _, sides := range []int{0, 2, 3} {
			plan.Project.Sides = sides
			doc, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Council, Date: day}, pages)
			two := sides == 2 || !strings.HasPrefix(name, "wordy")
			if err != nil || fitted.Pages > 3 || two && fitted.Pages != 2 || fitted.Over > 0 {
				t.Errorf("%s, at most %d: %d sides at step %d, %v", name, sides, fitted.Pages, fitted.Level, err)
			}
			if n := strings.Count(strings.ToLower(paper.PlainText(doc)), "not decided yet"); n > 2 {
				t.Errorf("%s says %d times that something is not decided yet", name, n)
			}
		}
	}
}

func TestNothingOfASmallPlanIsLeftOutForLessThanTheSidesThereMayBe(t *testing.T) {
	for name, plan := range smallPlans(t) {
		if _, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Council, Date: day}, pages); err != nil || fitted.Level > 0 {
			t.Errorf("%s: %d sides at step %d, %v", name, fitted.Pages, fitted.Level, err)
		}
	}
}

func TestTheSummaryOfASmallPlanNamesAnActivityHoweverShort(t *testing.T) {
	for name, plan := range smallPlans(t) {
		for step := range proposal.MaxShorten + 1 {
			said := text(t, plan, proposal.Options{Paper: proposal.Council, Date: day, Shorten: step})
			if !strings.Contains(said, "What we will do about it: a growing club on Saturdays") {
				t.Errorf("%s does not say at step %d what will be done", name, step)
			}
		}
	}
}

func TestWhatASmallPlanHasNotDecidedStandsOnceInTheLastSection(t *testing.T) {
	paper := council(t, seven(t, 1, "").Plan())
	_, last, found := strings.Cut(paper, "7 Not decided yet\n")
	if !found {
		t.Fatalf("the paper has no last section:\n%s", paper)
	}
	holds(t, last,
		"Who was involved: whom we listen to",
		"Partners: who works with us",
		"Options: the choices there are",
		"Risks: what could go wrong",
		"How we look after people, place and learning: our statements on safety",
		"Also: strengths to build on; what happens if nothing is done;",
		"where the activities take place; who leads the activities; milestones;",
		"how each sign is looked at, and by whom; a fair share of running costs; how many people the work reaches.")
	without(t, paper, "Running costs", "Working", "Place and lead", "How; who", "In the council’s own plan")
}

// bidding are the words with which a sentence begins that tells its reader what to do.
var bidding = []string{"Add", "Agree", "Answer", "Ask", "Begin", "Choose", "Gather", "Join", "List", "Look", "Mark", "Name", "Note", "Say", "Set", "Write"}

func TestNoPaperOfAPlanThatIsHardlyBegunTellsItsReaderWhatToDo(t *testing.T) {
	plans := smallPlans(t)
	plans["empty"] = &model.Plan{Project: &model.Project{}}
	for name, plan := range plans {
		for _, kind := range []proposal.Paper{proposal.Council, proposal.Full, proposal.Summary, proposal.Map,
			proposal.Checklist, proposal.Progress, proposal.Officer} {
			said := text(t, plan, proposal.Options{Paper: kind, Date: day})
			for _, ends := range []string{"\n", "\t", ". ", ": "} {
				for _, word := range bidding {
					if _, then, found := strings.Cut(said, ends+word+" "); found {
						t.Errorf("%s of %s: %s %.60s…", kind, name, word, then)
					}
				}
			}
		}
	}
}

func TestFactsThatStandAloneAreSentencesUnderOneHeading(t *testing.T) {
	holds(t, council(t, workedOn(t, "").Plan()),
		"\n7 Who was involved, partners and risks\n"+
			"Who was involved: Evening in the hall: 14 plot holders, 4 June 2026.\n"+
			"Partners: Millbrook Allotment Society.\n"+
			"Risks: Tools are stolen from the shed.\n"+
			"8 Not decided yet\n",
		"whether partners have agreed;", "how likely the risks are; the effect of the risks; what we do about the risks.")
}

func TestATableKeepsTheColumnsInWhichSomethingIsDecided(t *testing.T) {
	b := workedOn(t, "")
	b.Add(&model.Risk{Title: "Nobody comes in winter", Response: "We open the hall"})
	paper := council(t, b.Plan())
	holds(t, paper, "What could go wrong\tWhat we do about it\nTools are stolen from the shed\tnot decided yet\nNobody comes in winter\tWe open the hall\n",
		"how likely the risks are; the effect of the risks.")
	without(t, paper, "How likely\t", "what we do about the risks")
}

func TestASmallPlansGoalsAreASentenceUntilItSaysWhereTheCouncilHasThem(t *testing.T) {
	b := seven(t, 1, "")
	holds(t, council(t, b.Plan()), "Goals: G1 Environment C1 (from S1) · G2 Social justice C1 (from S1) · G3 Economy none yet\n")
	goal := model.Clone(b.Plan().Goals[0])
	goal.Source = "Green Lowmoor, page 4"
	put(t, b, goal)
	holds(t, council(t, b.Plan()), "Goal\tIn the council’s own plan\tOur outcomes that serve it\n", "Green Lowmoor, page 4")
}

// choices gives the sections of a council paper by their keys.
func choices(t *testing.T, plan *model.Plan) map[string]proposal.SectionChoice {
	t.Helper()
	_, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Council, Date: day}, pages)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]proposal.SectionChoice{}
	for _, c := range fitted.Sections {
		all[c.Key] = c
	}
	return all
}

func TestASectionThatIsLeftOutIsNotAskedForInTheLastOne(t *testing.T) {
	b := workedOn(t, "")
	b.Add(&model.Section{Paper: "council", Key: "options", Hidden: true})
	b.Add(&model.Section{Paper: "council", Key: "risks", Hidden: true})
	paper, sections := council(t, b.Plan()), choices(t, b.Plan())
	without(t, paper, "Options", "the choices there are", "Tools are stolen", "how likely the risks are")
	if !sections["options"].Hidden || !sections["statements"].Open || sections["partners"].Open {
		t.Errorf("got %+v", sections)
	}
}

func TestTheLastSectionCanBeLeftOutToo(t *testing.T) {
	b := workedOn(t, "")
	b.Add(&model.Section{Paper: "council", Key: "open", Hidden: true})
	without(t, council(t, b.Plan()), "Not decided yet", "the choices there are")
	if last := choices(t, b.Plan())["open"]; !last.Hidden || last.Title != "Not decided yet" {
		t.Errorf("got %+v", last)
	}
}

func TestTheLastSectionTakesOwnWordsToo(t *testing.T) {
	b := workedOn(t, "")
	b.Add(&model.Section{Paper: "council", Key: "open", Text: "We decide this in May."})
	if paper := council(t, b.Plan()); !strings.HasSuffix(paper, "what we do about the risks.\nWe decide this in May.\n") {
		t.Errorf("the paper ends otherwise:\n%s", paper)
	}
}

func TestOwnWordsMakeASectionOfWhatIsNotDecided(t *testing.T) {
	b := seven(t, 1, "")
	b.Add(&model.Section{Paper: "council", Key: "risks", Text: "We talk about risks in May."})
	paper := council(t, b.Plan())
	holds(t, paper, "\n7 Risks\nWe talk about risks in May.\n8 Not decided yet\n")
	without(t, paper, "what could go wrong")
}

func TestTheFullPaperOfASmallPlanSaysInEachSectionWhatIsNotDecided(t *testing.T) {
	paper := full(t, workedOn(t, "").Plan())
	holds(t, paper, "What could go wrong\tHow likely\t", "Not decided yet: who is the named lead", "Place and lead not decided yet", "Running costs\tnone\n")
	if strings.Contains(paper, "7 Who was involved, partners") {
		t.Error("the full paper joins sections")
	}
}

func TestALargerPlanAndOneThatIsHardlyBegunKeepTheirSections(t *testing.T) {
	begun := modeltest.New(t)
	begun.Add(&model.Need{Title: "No bus"})
	larger := seven(t, 2, "")
	for range 3 {
		larger.Add(&model.Activity{Title: "Watering"})
	}
	for _, plan := range []*model.Plan{begun.Plan(), larger.Plan()} {
		holds(t, council(t, plan), "10 Risks\nNot decided yet: what could go wrong")
	}
}

func TestWhatSomebodySaysOfThemselvesIsQuotedInTheSummary(t *testing.T) {
	b := seven(t, 1, "")
	for want, title := range map[string]string{
		"different: “I know my neighbours”, and the empty": "I know my neighbours.",
		"different: “We are fit”, and the empty":           "“We are fit”",
		"different: ice is gone, and the empty":            "Ice is gone",
	} {
		i := slices.IndexFunc(b.Plan().Outcomes, func(o *model.Outcome) bool { return o.Level == model.Service })
		outcome := model.Clone(b.Plan().Outcomes[i])
		outcome.Title = title
		put(t, b, outcome)
		holds(t, council(t, b.Plan()), want)
	}
}

func TestTheAgeOfTheEvidenceIsSaidByADateThatStaysTrue(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "No bus"})
	b.Add(&model.Evidence{About: []model.ID{need}, Says: "So it is", Source: "Survey", Date: model.Date{Year: 2026, Month: 9}})
	holds(t, council(t, b.Plan()), "it comes from. The source is from September 2026.\n")
	b.Add(&model.Evidence{About: []model.ID{need}, Says: "It was", Source: "Walk", Date: model.Date{Year: 2025, Month: 2}})
	holds(t, council(t, b.Plan()), "it comes from. The oldest source is from February 2025.\n")
}

func TestMoneyThatIsNotSureIsNamedByItsSources(t *testing.T) {
	paper := council(t, workedOn(t, "").Plan())
	holds(t, paper, "Nothing is secured yet. £4,000 is still to be confirmed: the council; Plant sale and raffle.",
		"Young people and plot holders reached\t60\n")
}
