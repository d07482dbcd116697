package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

// text gives the words of a paper.
func text(t interface {
	Helper()
	Fatal(...any)
}, plan *model.Plan, o proposal.Options) string {
	t.Helper()
	doc, err := proposal.Make(plan, o)
	if err != nil {
		t.Fatal(err)
	}
	return paper.PlainText(doc)
}

func council(t *testing.T, plan *model.Plan) string {
	t.Helper()
	return text(t, plan, proposal.Options{Paper: proposal.Council, Date: day})
}

func full(t *testing.T, plan *model.Plan) string {
	t.Helper()
	return text(t, plan, proposal.Options{Paper: proposal.Full, Date: day})
}

// holds fails unless a paper says all these.
func holds(t *testing.T, paper string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(paper, want) {
			t.Errorf("the paper does not say %q", want)
		}
	}
}

func TestAnUnknownPaperIsRefusedWithThoseThereAre(t *testing.T) {
	_, err := proposal.Make(modeltest.New(t).Plan(), proposal.Options{Paper: "poster"})
	if err == nil || !strings.HasPrefix(err.Error(), `there is no paper called "poster": choose one of council, summary, full`) {
		t.Errorf("got %v", err)
	}
}

func TestThePaperOfOpenDoorDaysSaysItsFacts(t *testing.T) {
	got := council(t, exampletest.Plan(t, "open-door-days"))
	holds(t, got,
		"Partnership proposal to Kingsmere Borough Council", "From\tFernhill Wellbeing Circle, a members’ group",
		"For decision by\tAdult Wellbeing Committee, 15 September 2026", "Contact\tSecretary to the Circle, hello@opendoor.example",
		"Decision wanted\nCommission Open Door Days at £48,000 for one year",
		"Full cost, 12 months\t£75,404", "Asked of the council\t£48,000", "From other sources\t£27,404", "Cost for each person\t£628.37",
		"Five needs, each with what we know", "N1\tDay centre closed two days a week. People are alone for long spells.\t39 of 64 members had no plan on closed days\tMembers’ survey, March 2026",
		"When, 2026", "January to June\tLink worker: 31 people who left hospital",
		"G2 Advance social justice\tPriority 2: nobody in Kingsmere is left alone\tC1 (from S1, S2, S3), C4 (from S4)",
		"A4\tSix short courses and work tasters College, library · Lead not decided yet\tsocial justice economy\tmonths 4 to 5, months 7 to 8 and months 10 to 11",
		"8 Council review, June 2027 (filled)", "The plan runs from November 2026 to October 2027.",
		"C2\tPaved yard turned to planting\t0 m²\t60 m²\t9\tTape measure; tutor",
		"Fernhill Hall Trust\tHall, kitchen and yard at the local rate\tA1, A3\t✓ agreed",
		"Hall hire\t138 × £45\t6,210", "Direct costs\t67,604", "Share of running costs, 32.5% of £24,000\t7,800", "Full cost\t75,404",
		"All funding\t75,404", "Gap: cost less funding\t0", "£21,404 is secured. £54,000 is still to be confirmed: the council; NHS trust.",
		"1.3 of 4.0 full-time posts = 32.5%", "Each person: £75,404 ÷ 120 = £628.37.", "Worth, apart from cash\t26,010",
		"Smaller: A1 and A2 only\tS1, S2, S3, C1 and part of C3; no yard, courses, panel. Direct costs.\t50,434",
		"Worry that panel payments cut benefits\tlikely\thigh\tAdvice before the first payment",
		"Equality and access. Step-free hall")
}

func TestATwoYearPaperHasAColumnForEachYearAndSaysTheGap(t *testing.T) {
	got := council(t, exampletest.Plan(t, "our-streets"))
	holds(t, got, "Full cost, two years\t£132,326", "Year 1 £\tYear 2 £", "A1, A4\tLead youth worker, 0.8 FTE\t27,600\t28,400",
		"\tDirect costs\t59,642\t58,506", "\tShare of running costs, 12%\t7,157\t7,021", "\tFull cost\t66,799\t65,527",
		"\tFull cost, two years\t132,326", "Running costs: 12% of direct costs, to the nearest pound.", "Gap: still to find\t8,326", "£8,326 is still to find.", "For each: £132,326 ÷ 320 person-years = £413.52.")
}

func TestSumsArePrintedAsInsightAddsThemUp(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		totals := insight.TotalsOf(plan)
		for _, got := range []string{council(t, plan), full(t, plan)} {
			holds(t, got, totals.Full().String(), totals.PerPerson().String(), "All funding\t"+totals.Found().Figures(), totals.Direct.Figures()[:1])
			for _, y := range totals.Years {
				holds(t, got, y.Direct.Figures(), y.Running.Figures(), y.Full().Figures())
			}
		}
	}
}

func TestAnEmptyProjectGivesAPaperThatSaysWhatIsNotDecided(t *testing.T) {
	for _, kind := range []proposal.Paper{proposal.Council, proposal.Full} {
		doc, err := proposal.Make(&model.Plan{Project: &model.Project{}}, proposal.Options{Paper: kind})
		if err != nil {
			t.Fatal(err)
		}
		sections := 0
		for _, b := range doc.Blocks {
			section, ok := b.(paper.Section)
			if !ok {
				continue
			}
			sections++
			if said := paper.PlainText(paper.Document{Blocks: section.Blocks}); !strings.Contains(said, "Not decided yet") {
				t.Errorf("%s, section %s %s says only %q", kind, section.Number, section.Title, said)
			}
		}
		if sections < 11 {
			t.Errorf("%s has %d sections", kind, sections)
		}
		holds(t, paper.PlainText(doc), "Project without a name yet", "Gap:")
	}
}

func TestTheGapHasItsOwnLineAlways(t *testing.T) {
	for want, amounts := range map[string][2]model.Pence{
		"Gap: still to find\t250":               {100000, 75000},
		"Gap: cost less funding\t0":             {100000, 100000},
		"Gap: more funding than cost\t−250":     {100000, 125000},
		"Gap: still to find\t0.50":              {100050, 100000},
		"Gap: not known without costs\tnot dec": {0, 100000},
	} {
		b := modeltest.New(t)
		if amounts[0] != 0 {
			b.Add(&model.Cost{Rate: amounts[0]})
		}
		b.Add(&model.Funding{Status: model.Secured, Amount: map[int]model.Pence{1: amounts[1]}})
		for level := range proposal.MaxShorten + 1 {
			holds(t, text(t, b.Plan(), proposal.Options{Paper: proposal.Council, Shorten: level}), want)
		}
	}
}

func TestPenceStandInEveryFigureOfATableOrInNone(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Cost{Line: "Stamps", Rate: 1250})
	b.Add(&model.Cost{Line: "Hall", Rate: 4500})
	holds(t, council(t, b.Plan()), "Stamps\t\t12.50", "Hall\t\t45.00", "Full cost\t57.50")
}

func TestTheContactIsPrintedOnlyWhenTheProjectSaysSo(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Contact = "secretary@fernhill.example" })
	if strings.Contains(full(t, b.Plan()), "secretary@fernhill.example") {
		t.Error("the contact is printed though nobody asked for it")
	}
	b.Change(func(p *model.Project) { p.PrintContact = true })
	holds(t, council(t, b.Plan()), "Contact\tsecretary@fernhill.example")
}

func TestTheSummaryIsMadeFromFactsUntilSomebodyWritesOne(t *testing.T) {
	b := modeltest.New(t)
	for _, title := range []string{"No bus after six", "No bench", "No light", "No café"} {
		b.Add(&model.Need{Title: title})
	}
	b.Add(&model.Activity{Title: "Evening bus"})
	holds(t, council(t, b.Plan()), "Four things are not right now in Fernhill: no bus after six, no bench, no light, and one more. What we will do about it: evening bus.")
	b.Change(func(p *model.Project) { p.Summary = "We ask for a bus." })
	got := council(t, b.Plan())
	holds(t, got, "We ask for a bus.")
	if strings.Contains(got, "not right now in Fernhill") {
		t.Error("the written summary does not stand for the made one")
	}
}

func TestATitleIsSplitAtItsNaturalBreak(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Need{Title: "The yard is hot; nobody sits there"})
	doc, err := proposal.Make(b.Plan(), proposal.Options{Paper: proposal.Council})
	if err != nil {
		t.Fatal(err)
	}
	var lead, rest string
	paper.Walk(doc.Blocks, func(block paper.Block) {
		if table, ok := block.(paper.Table); ok && len(table.Rows) > 0 && table.Rows[0].Cells[0].String() == "N1" {
			line := table.Rows[0].Cells[1].Lines[0]
			lead, rest = line[0].Text, line[2].Text
			if !line[0].Strong || line[2].Strong {
				t.Error("only the lead-in stands out")
			}
		}
	})
	if lead != "The yard is hot;" || rest != "nobody sits there" {
		t.Errorf("got %q and %q", lead, rest)
	}
}

func TestOptionsAlwaysHoldDoingNothingAndWhatIsProposed(t *testing.T) {
	b := modeltest.New(t)
	a := b.Add(&model.Activity{Title: "Garden"})
	b.Link(a, b.Add(&model.Outcome{Level: model.Service}))
	b.Add(&model.Cost{Activities: []model.ID{a}, Rate: 50000})
	b.Add(&model.Option{Title: "Garden only", Kind: model.Smaller, Activities: []model.ID{a}})
	holds(t, council(t, b.Plan()), "Do nothing\tnot decided yet\t0", "Garden only\tReaches S1. Direct costs.\t500", "Proposed\tReaches the one outcome.\t500")
}

func TestDoingNothingSaysWhatThePlanSaysOfIt(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Nothing = "The hall stays cold." })
	b.Add(&model.Activity{Title: "Garden"})
	for range 2 {
		holds(t, council(t, b.Plan()), "Do nothing\tThe hall stays cold.\t0")
		holds(t, text(t, b.Plan(), proposal.Options{Paper: proposal.Officer}), "Do nothing (£0). The hall stays cold.")
		b.Add(&model.Option{Title: "Do nothing", Kind: model.DoNothing}) // as every new plan has it
	}
}

func TestAnOutcomeWithoutAMeasureIsListedAsSuch(t *testing.T) {
	b := modeltest.New(t)
	s1 := b.Add(&model.Outcome{Level: model.Service})
	b.Add(&model.Outcome{Level: model.Community})
	b.Add(&model.Indicator{Outcome: s1, Title: "Plate waste", Unit: "g", Baseline: "84", Target: "60", By: "July"})
	holds(t, council(t, b.Plan()), "S1\tPlate waste\t84 g\t60 g\tJuly\tnot decided yet", "C1\thow we will know this is not decided yet")
}

func TestThePaperIsShortenedOnlyAsFarAsItMust(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days")
	for _, c := range []struct{ pages, level, over int }{{4, 0, 0}, {5, 2, 0}, {9, 5, 2}} {
		made := 0
		_, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Council}, func(paper.Document) (int, error) {
			made++
			if c.over > 0 {
				return 4 + c.over, nil
			}
			return c.pages - (made-1)/2, nil
		})
		if err != nil || fitted.Level != c.level || fitted.Over != c.over {
			t.Errorf("%d pages: got %+v, %v; want level %d, %d over", c.pages, fitted, err, c.level, c.over)
		}
	}
}

func TestWhatWasLeftOutIsSaidStepByStep(t *testing.T) {
	got := proposal.Fitted{Level: 2}.LeftOut(words.English())
	want := []string{"Details of needs, and how and by whom each measure is taken.", "The lines of cost: each activity has one sum."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTheStepsOfASmallPlanSayWhatTheySpareIt(t *testing.T) {
	plan := smallPlans(t)["wordy-three"]
	plan.Project.Sides = 2
	_, fitted, err := proposal.Fit(plan, proposal.Options{Paper: proposal.Council, Date: day}, pages)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(fitted.LeftOut(words.English()), " ")
	holds(t, got, "all but the first of each kind in the summary")
	without(t, got, "The lines of cost")
}

func TestAShorterPaperLeavesOutWhatTheFullPaperHas(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days")
	at := func(level int) string {
		return text(t, plan, proposal.Options{Paper: proposal.Council, Date: day, Shorten: level})
	}
	for level, gone := range map[int]string{
		1: "Tape measure; tutor", 2: "138 × £45", 3: "Job centre adviser, interview", 5: "Public liability insurance held.",
	} {
		if !strings.Contains(at(level-1), gone) || strings.Contains(at(level), gone) {
			t.Errorf("step %d does not leave out %q", level, gone)
		}
		holds(t, full(t, plan), gone)
	}
}

func TestEverySentenceOfThePapersHasItsWords(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		for level := range proposal.MaxShorten + 1 {
			for _, kind := range proposal.Papers() {
				got := text(t, plan, proposal.Options{Paper: kind, Date: day, Shorten: level})
				for _, missing := range []string{"proposal.", "insight.", "choice.", "<no value>"} {
					if at := strings.Index(got, missing); at >= 0 {
						t.Errorf("%s, %s: there are no words for %q", name, kind, got[at:min(at+60, len(got))])
					}
				}
			}
		}
	}
}

func TestTheFullPaperHasEveryPublicFactOfTheExamples(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		got := full(t, plan)
		for _, n := range plan.Needs {
			holds(t, got, n.Title, n.Detail)
		}
		for _, e := range plan.Evidence {
			if strings.Contains(got, e.Says) == e.Private {
				t.Errorf("%s: evidence %q, private %v, is wrongly in or out", name, e.Says, e.Private)
			}
		}
		for _, l := range plan.Listening {
			holds(t, got, l.Heard, l.Changed, l.Missing)
		}
		for _, a := range plan.Activities {
			holds(t, got, a.Title, a.Detail, a.Outputs, a.Where)
		}
		for _, l := range plan.Links {
			holds(t, got, plan.Label(l.From)+" → "+plan.Label(l.To), l.Why)
		}
		for _, s := range plan.Statements {
			holds(t, got, s.Text)
		}
		for _, a := range plan.Answers {
			holds(t, got, a.Evidence, a.Next)
		}
		for _, m := range plan.Milestones {
			holds(t, got, m.Title, m.Owner)
		}
	}
}

// secret marks whatever must never be printed.
const secret = "a secret of somebody"

func TestNothingPrivateIsEverPrintedAndNothingPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := randomPlan(t)
		for _, kind := range proposal.Papers() {
			o := proposal.Options{Paper: kind, Date: day, Size: rapid.SampledFrom([]proposal.Size{proposal.A4, proposal.A3}).Draw(t, "size"), Shorten: rapid.IntRange(0, proposal.MaxShorten).Draw(t, "shorten")}
			got := text(t, plan, o)
			if strings.Contains(got, secret) {
				t.Fatalf("%s prints what is private", kind)
			}
			if (kind == proposal.Council || kind == proposal.Full) && !strings.Contains(got, "Gap:") {
				t.Fatalf("%s has no line for the gap", kind)
			}
			if again := text(t, plan, o); again != got {
				t.Fatalf("%s is not the same twice", kind)
			}
		}
	})
}

// randomPlan draws a plan of any records with any values, whole or broken.
func randomPlan(t *rapid.T) *model.Plan {
	doc := &model.Document{Records: map[model.ID]*model.Record{}}
	ids := []model.ID{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}
	refs := slices.Concat(ids, []model.ID{"gone"})
	types := model.Types()
	for _, id := range ids[:rapid.IntRange(0, len(ids)).Draw(t, "records")] {
		add(t, doc, rapid.SampledFrom(types).Draw(t, "type"), id, refs)
	}
	add(t, doc, model.TypeProject, model.ProjectID, refs)
	return model.ReadPlan(doc, nil)
}

func add(t *rapid.T, doc *model.Document, kind model.Type, id model.ID, refs []model.ID) {
	schema, _ := model.SchemaOf(kind)
	item := schema.NewItem()
	private := kind == model.TypeComment || rapid.Bool().Draw(t, "private")
	for _, f := range schema.Fields {
		if rapid.IntRange(0, 3).Draw(t, "empty") == 0 && kind != model.TypeProject {
			continue
		}
		_ = model.SetText(item, f.Name, fieldText(t, f, kind, private, refs)) // a refused text leaves the field empty
	}
	item.Head().ID = id
	switch item := item.(type) {
	case *model.Evidence:
		item.Private = private
	case *model.Listening:
		item.Private = private
	case *model.Picture:
		item.Private = private
	case *model.Project:
		item.PrintContact = false
	}
	open, hidden := model.Facts(item)
	record := &model.Record{ID: id, Type: kind, Fields: map[string][]model.Live{}}
	for field, value := range open {
		record.Fields[field] = []model.Live{{Value: value}}
	}
	doc.Records[id] = record
	companion := &model.Record{ID: model.PrivateID(id), Type: model.TypePrivate, Fields: map[string][]model.Live{}}
	for field, value := range hidden {
		companion.Fields[field] = []model.Live{{Value: value}}
	}
	doc.Records[companion.ID] = companion
}

func fieldText(t *rapid.T, f model.Field, kind model.Type, private bool, refs []model.ID) string {
	hidden := f.Private || private && slices.Contains([]model.Type{model.TypeEvidence, model.TypeListening, model.TypeComment, model.TypePicture}, kind)
	switch {
	case len(f.Values) > 0:
		return rapid.SampledFrom(f.Values).Draw(t, f.Name)
	case f.Kind == model.KindReference, f.Kind == model.KindReferences:
		return string(rapid.SampledFrom(refs).Draw(t, f.Name))
	case hidden && (f.Kind == model.KindText || f.Kind == model.KindLongText):
		return secret
	}
	return rapid.SampledFrom([]string{"A word; and more. Dr. Who, “x”. ", "£1,200.50", "12", "3", "2026-03-14", "2025", "1-3, 90",
		"month 7", "40 × 2.5 h", "1.3", "ŵ ŷ", "£−5", "yes", "1: £100, 4: £9", "0"}).Draw(t, f.Name)
}
