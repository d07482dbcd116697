package pdf_test

import (
	"commonplan/model/figure"
	"commonplan/model/paper"
)

// short names, to keep the sample readable
var (
	words  = paper.WordsCell
	line   = paper.TextCell
	id     = func(s string) paper.Cell { return paper.TextCell(paper.ID(s)) }
	strong = func(s string) paper.Cell { return paper.TextCell(paper.Strong(s)) }
)

func lead(lead, rest string) paper.Paragraph {
	return paper.Paragraph{Text: paper.Text{paper.Strong(lead), paper.Plain(" " + rest)}}
}

func row(cells ...paper.Cell) paper.Row { return paper.Row{Cells: cells} }

// council is a paper of four sides with every block in it.
func council() paper.Document {
	return paper.Document{
		Title: "Open Door Days", Subject: "Partnership proposal to Kingsmere Borough Council",
		Author: "Fernhill Wellbeing Circle", Language: "en-GB",
		Footer: paper.Footer{Project: "Open Door Days", Group: "Fernhill Wellbeing Circle", Version: "Version 3 · 28 August 2026"},
		Blocks: []paper.Block{
			titleBlock(),
			paper.Decision{Label: "Decision wanted", Sentence: paper.Words("Commission Open Door Days at £48,000 for one year, from November 2026, with a review by the council at month 8.")},
			summary(), need(), involved(), outcomes(), activities(), measures(), partners(), money(), options(), risks(), care(),
		},
	}
}

func titleBlock() paper.Block {
	return paper.TitleBlock{
		Kicker: "Partnership proposal to Kingsmere Borough Council", Title: "Open Door Days",
		Subtitle: "A place to go, run with members, on the days Fernhill’s day centre is closed",
		Facts: []paper.Fact{
			{Label: "From", Value: paper.Words("Fernhill Wellbeing Circle, a members’ group")},
			{Label: "Place", Value: paper.Words("Fernhill, three wards of Kingsmere")},
			{Label: "For decision by", Value: paper.Words("Adult Wellbeing Committee, 15 September 2026")},
			{Label: "Contact", Value: paper.Text{paper.Plain("Secretary to the Circle, "), {Text: "hello@opendoor.example", Link: "mailto:hello@opendoor.example"}}},
		},
	}
}

func summary() paper.Block {
	fact := func(label, value string) paper.Fact { return paper.Fact{Label: label, Value: paper.Words(value)} }
	return paper.Section{ID: "summary", Number: "1", Title: "Summary and ask", Blocks: []paper.Block{paper.Columns{Gap: 8, Keep: true, Cols: []paper.Column{
		{Width: 108, Blocks: []paper.Block{
			paper.Paragraph{Text: paper.Words("Fernhill’s day centre is closed two days a week, and 39 of the 64 members we asked have no plan on those days. We will run an open house on three days a week for 46 weeks, with a time bank, a yard garden and repair bench, and short courses. Members design, staff and review all of it.")},
			paper.Paragraph{Text: paper.Words("After a year fewer people will be lonely, more will use their skills, and 24 will have taken a step to learning or work. The neighbours gain a green yard and a place to have things mended.")},
		}},
		{Width: 58, Blocks: []paper.Block{paper.KeyFigures{Items: []paper.Fact{
			fact("Full cost, 12 months", "£75,404"), fact("Asked of the council", "£48,000"),
			fact("From other sources", "£27,404"), fact("People reached", "120"), fact("Cost for each person", "£628.37"),
		}}}},
	}}}}
}

func need() paper.Block {
	n := func(i, bold, rest, know, source string) paper.Row {
		return row(id(i), line(paper.Strong(bold), paper.Plain(" "+rest)), words(know), words(source))
	}
	return paper.Section{ID: "need", Number: "2", Title: "Need and evidence", Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Words("Five needs, each with what we know and where it comes from. No source is older than nine months."), KeepWithNext: true},
		paper.Table{Name: "Needs", Cols: []paper.Col{{Width: 9, Names: true}, {Head: "What is not right now", Width: 68}, {Head: "What we know", Width: 59}, {Head: "Source, date"}}, Rows: []paper.Row{
			n("N1", "Day centre closed two days a week.", "People are alone for long spells", "39 of 64 members had no plan on closed days", "Members’ survey, March 2026"),
			n("N2", "People who leave hospital lose touch", "within weeks", "22 of 31 were not in any group after 6 weeks", "Link worker’s notes, January to June 2026"),
			n("N3", "Members want to use their skills", "but are only “service users”", "“Ask me to fix something”; 27 people took part", "Two circle meetings, April 2026"),
			n("N4", "Few steps between day centre and work", "or courses", "9 of 64 members were in any course", "Survey; job centre adviser, May 2026"),
			n("N5", "Yard behind the hall is paved,", "hot and tipped on", "5 fly-tip reports in six months; seen by 14 people", "Photo walk, June 2026"),
		}},
		lead("Strengths to build on:", "a hall with a kitchen · 32 members who offer a skill · the library, free one day a week · the allotment society · the repair café volunteers."),
		lead("If nothing is done:", "the closed days stay empty, people who leave hospital go on losing touch, members’ skills stay unused, and the yard goes on being tipped on."),
	}}
}

func involved() paper.Block {
	return paper.Section{ID: "involved", Number: "3", Title: "Who was involved", Break: paper.IfNearlyFull, Blocks: []paper.Block{
		paper.Table{Cols: []paper.Col{{Head: "When, 2026", Width: 33, Names: true}, {Head: "Who took part", Width: 62}, {Head: "What changed because of it"}}, Rows: []paper.Row{
			row(words("March"), words("64 members, survey by members"), words("Open on the two closed days, and one more")),
			row(words("April"), words("27 people, two circle meetings"), words("Time bank and bench put in; panel hires")),
			row(words("January to June"), words("Link worker, on 31 who left hospital"), words("Come without referral; a peer meets you first")),
			row(words("June"), words("14 people, photo walk"), words("The yard became part of the plan")),
		}},
		lead("Who was missing:", "people under 25, and people who do not speak English at home. The panel keeps two seats for them."),
	}}
}

// plan is a drawing with every kind of shape in it.
func plan() figure.Picture {
	ink := figure.Hex(0x1A1A1A)
	line := func(dash []float64) figure.Stroke { return figure.Stroke{Colour: ink, Width: .42, Dash: dash} }
	at := func(x, y float64) figure.Point { return figure.Point{X: x, Y: y} }
	return figure.Picture{Width: 174, Height: 60, Alt: "Need N1 leads to activity A1, and A1 to goal G1.", Shapes: []figure.Shape{
		figure.Rect{X: .2, Y: 10, W: 40, H: 14, Stroke: line(nil)},
		figure.Rect{X: 66, Y: 10, W: 40, H: 14, Radius: 2.6, Fill: figure.Hex(0xEEF3F5), Stroke: line(nil)},
		figure.Rect{X: 134, Y: 30, W: 40, H: 14, Fill: figure.Hex(0x1F6B3A)},
		figure.Path{Stroke: line(nil), Steps: []figure.Step{{Op: figure.MoveTo, P: [3]figure.Point{at(40, 17)}},
			{Op: figure.CurveTo, P: [3]figure.Point{at(54, 17), at(52, 17), at(66, 17)}}}},
		figure.Path{Stroke: line([]float64{1.1, .75}), Steps: []figure.Step{{Op: figure.MoveTo, P: [3]figure.Point{at(106, 17)}},
			{Op: figure.CurveTo, P: [3]figure.Point{at(122, 17), at(118, 37), at(134, 37)}}}},
		figure.Text{X: 2, Y: 15, String: "N1", Size: 9.5, Bold: true, Colour: ink},
		figure.Text{X: 104, Y: 15, String: "→ G1", Size: 9.5, Colour: ink, Align: figure.Right},
		figure.Text{X: 154, Y: 38, String: "Environment", Size: 9.5, Bold: true, Colour: figure.Hex(0xFFFFFF), Align: figure.Centre},
	}}
}

func outcomes() paper.Block {
	goal := func(m paper.Mark, name, priority, ours string) paper.Row {
		return row(line(paper.Run{Text: name, Strong: true, Mark: m}), words(priority), words(ours))
	}
	return paper.Section{ID: "outcomes", Number: "4", Title: "Outcomes: what will be different", Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Words("Read from left to right. Each need leads to an activity, each activity to a change that members would notice, then to one that neighbours would notice, and on to the council’s goals."), KeepWithNext: true},
		paper.Figure{Picture: plan(), KeepWithNext: true, Caption: paper.Text{paper.Muted("Links already shown by way of an outcome for members are not drawn twice.")}},
		paper.Table{Cols: []paper.Col{{Head: "Goal", Width: 37, Names: true}, {Head: "In the Kingsmere Plan 2025–29", Width: 74}, {Head: "Our outcomes that serve it"}}, Rows: []paper.Row{
			goal(paper.MarkCircle, "G1 Environment", "Priority 5: cleaner, cooler streets and yards", "C2, C3 (from S3)"),
			goal(paper.MarkSquare, "G2 Social justice", "Priority 2: nobody in Kingsmere is left alone", "C1 (from S1, S2, S3), C4 (from S4)"),
			goal(paper.MarkTriangle, "G3 Economy", "Priority 3: good work within reach", "C3 (from S3), C4 (from S4)"),
		}},
		lead("How we work:", "led with members · welcoming without referral · all five ways to well-being in every week · local suppliers first · nothing bought new if it can be borrowed."),
	}}
}

func activities() paper.Block {
	months := &paper.Scale{Labels: []string{"N", "D", "J", "F", "M", "A", "M", "J", "J", "A", "S", "O"}, Strong: []int{0, 3, 6, 9, 12}}
	serves := func(on string) paper.Cell {
		var t paper.Text
		for i, m := range []paper.Mark{paper.MarkCircle, paper.MarkSquare, paper.MarkTriangle} {
			if on[i] == 'x' {
				t = append(t, paper.MarkOnly(m, [...]string{"environment", "social justice", "economy"}[i]))
			} else {
				t = append(t, paper.MarkOnly(paper.MarkDash, ""))
			}
		}
		return paper.Cell{Lines: []paper.Text{t}}
	}
	act := func(i, title, where, goals string, bars ...paper.Bar) paper.Row {
		return row(id(i), paper.Cell{Lines: []paper.Text{{paper.Strong(title)}, paper.Words(where)}}, serves(goals), paper.Cell{Bars: bars, Alt: "months of " + i})
	}
	return paper.Section{ID: "activities", Number: "5", Title: "Activities and timeline", Break: paper.IfNearlyFull, Blocks: []paper.Block{
		paper.Table{Cols: []paper.Col{{Width: 9, Names: true}, {Head: "What we will do, where, who leads"}, {Head: "Goals", Width: 21}, {Head: "Months", Width: 66, Period: months}}, Rows: []paper.Row{
			act("A1", "Peer-run open house", "Hall; coordinator and peer worker", "-x-", paper.Bar{From: 1, To: 11}),
			act("A2", "Time bank: give an hour, get an hour", "Hall, library; time bank broker", "xxx", paper.Bar{From: 1, To: 11}),
			act("A3", "Yard garden and repair bench", "Yard; tutor, repair café volunteers", "xxx", paper.Bar{From: 3, To: 11}),
			act("A4", "Six short courses and work tasters", "College, library; coordinator", "-xx", paper.Bar{From: 3, To: 3}, paper.Bar{From: 4, To: 4}, paper.Bar{From: 6, To: 6}, paper.Bar{From: 7, To: 7}, paper.Bar{From: 9, To: 9}, paper.Bar{From: 10, To: 10}),
			act("A5", "Members’ panel designs, hires, reviews", "Hall, monthly; panel chair", "xxx", paper.Bar{From: 0, To: 11}),
			act("A6", "Shared evaluation, spring and autumn", "All places; panel and evaluator", "-x-", paper.Bar{From: 4, To: 5}, paper.Bar{From: 10, To: 11}),
			{Kind: paper.RowSubtotal, Cells: []paper.Cell{{Span: 3, Lines: []paper.Text{{paper.Strong("Milestones, by month of the project")}}},
				{Alt: "Milestones in months 1, 2, 4, 6, 8 and 12", Points: []paper.Point{{At: 0, Label: "1"}, {At: 1, Label: "2"}, {At: 3, Label: "4"}, {At: 5, Label: "6"}, {At: 7, Label: "8", Filled: true}, {At: 11, Label: "12"}}}}},
		}},
		paper.Paragraph{Small: true, Text: paper.Text{paper.Strong("1"), paper.Plain(" panel formed · "), paper.Strong("2"), paper.Plain(" doors open · "), paper.Strong("4"), paper.Plain(" yard plan agreed · "), paper.Strong("6"), paper.Plain(" first review · "), paper.Strong("8"), paper.Plain(" council review, June 2027 (filled) · "), paper.Strong("12"), paper.Plain(" report. The year runs from November 2026 to October 2027. "),
			paper.Marked(paper.MarkCircle, "environment "), paper.Marked(paper.MarkSquare, "social justice "), paper.Marked(paper.MarkTriangle, "economy.")}},
	}}
}

func measures() paper.Block {
	m := func(i, what, now, target, month, how string) paper.Row {
		return row(id(i), words(what), words(now), strong(target), words(month), words(how))
	}
	return paper.Section{ID: "measures", Number: "6", Title: "How we will know", Blocks: []paper.Block{
		paper.Table{Cols: []paper.Col{{Width: 9, Names: true}, {Head: "What we will look at", Width: 70}, {Head: "Now", Width: 27.5}, {Head: "Target", Width: 20}, {Head: "Month", Width: 14, Align: paper.Right}, {Head: "How; who"}}, Rows: []paper.Row{
			m("S1", "Members whose well-being score rises by a meaningful step in 6 months", "not known", "55% of 60", "12", "Short form; members"),
			m("S2", "Say they feel lonely often or always", "41% (26 of 64)", "25%", "12", "One question; panel"),
			m("S3", "Members who gave at least 5 hours", "12", "45", "12", "Time bank book; broker"),
			m("C2", "Paved yard turned to planting", "0 m²", "60 m²", "9", "Tape measure; tutor"),
			row(id("C3"), words("Items mended"), line(paper.Muted("not decided yet")), strong("220"), words("12"), words("Bench log; menders")),
		}},
	}}
}

func partners() paper.Block {
	p := func(who, what, forWhat string, agreed bool) paper.Row {
		status := line(paper.Marked(paper.MarkTick, "agreed"))
		if !agreed {
			status = words("… talking")
		}
		return row(words(who), words(what), words(forWhat), status)
	}
	return paper.Section{ID: "partners", Number: "7", Title: "Partners", Blocks: []paper.Block{
		paper.Table{Cols: []paper.Col{{Head: "Who", Width: 44, Names: true}, {Head: "What they do", Width: 74}, {Head: "For", Width: 34}, {Head: "Where we are"}}, Rows: []paper.Row{
			p("Fernhill Hall Trust", "Hall, kitchen and yard at the local rate", "A1, A3", true),
			p("Fernhill Library", "Free room, one day a week", "A2, A4", true),
			p("Kingsmere NHS trust", "£6,000; tells people before they leave", "A1, A6", false),
		}},
		lead("Why us:", "members lead the Circle, 32 of them offer a skill, and no other group opens on the closed days."),
	}}
}

func costTable() paper.Table {
	first := func(i, what, working, pounds string) paper.Row {
		return paper.Row{Group: i, Cells: []paper.Cell{id(i), words(what), words(working), words(pounds)}}
	}
	same := func(what, working, pounds string) paper.Row {
		return paper.Row{Kind: paper.RowSame, Cells: []paper.Cell{{}, words(what), words(working), words(pounds)}}
	}
	sum := func(k paper.RowKind, what, pounds string) paper.Row {
		return paper.Row{Kind: k, Cells: []paper.Cell{{}, {Lines: []paper.Text{{paper.Strong(what)}}, Span: 2}, strong(pounds)}}
	}
	return paper.Table{Tight: true, Name: "Costs", Cols: []paper.Col{{Width: 9, Names: true}, {Head: "Cost, 12 months", Width: 48}, {Head: "Working", Width: 26}, {Head: "£", Align: paper.Right}}, Rows: []paper.Row{
		first("A1", "Coordinator, 0.6 FTE", "with on-costs", "19,200"), same("Peer worker, 0.4 FTE", "with on-costs", "10,800"), same("Hall hire", "138 × £45", "6,210"), same("Food and materials", "138 × £18", "2,484"),
		first("A2", "Time bank broker, 0.3 FTE", "with on-costs", "8,700"), same("Software, checks", "", "640"), same("Volunteer expenses", "40 × £60", "2,400"),
		first("A3", "Tools", "", "1,850"), same("Sessional tutor", "40 × £110", "4,400"), same("Plants, compost", "", "700"),
		first("A4", "Courses", "6 × £620", "3,720"), same("Travel", "", "900"),
		first("A5", "Panel payments", "10 × 12 × £20", "2,400"), same("Panel training", "", "800"), same("Access, BSL", "", "900"),
		first("A6", "Evaluation", "", "1,500"),
		sum(paper.RowSubtotal, "Direct costs", "67,604"),
		{Kind: paper.RowSame, Cells: []paper.Cell{{}, {Lines: []paper.Text{paper.Words("Running costs, 32.5% of £24,000")}, Span: 2}, words("7,800")}},
		sum(paper.RowTotal, "Full cost", "75,404"),
	}}
}

func money() paper.Block {
	fund := func(who string, status paper.Cell, pounds string) paper.Row {
		return row(words(who), status, words(pounds))
	}
	tick := line(paper.Marked(paper.MarkTick, "secured"))
	sum := func(k paper.RowKind, what, pounds string) paper.Row {
		return paper.Row{Kind: k, Cells: []paper.Cell{{Span: 2, Lines: []paper.Text{{paper.Strong(what)}}}, strong(pounds)}}
	}
	funding := paper.Table{Name: "Funding", Cols: []paper.Col{{Head: "Funding", Width: 31, Names: true}, {}, {Head: "£", Width: 14, Align: paper.Right}}, Rows: []paper.Row{
		fund("The council", words("asked"), "48,000"), fund("Lottery", tick, "18,000"), fund("NHS trust", words("applied"), "6,000"), fund("Own fundraising", tick, "3,404"),
		sum(paper.RowSubtotal, "All funding", "75,404"), sum(paper.RowTotal, "Gap: cost less funding", "0"),
	}}
	inKind := paper.Frame{Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Text{paper.Strong("In kind, not in the totals")}, KeepWithNext: true},
		paper.Table{Tight: true, Cols: []paper.Col{{}, {Width: 20, Align: paper.Right}}, Rows: []paper.Row{
			row(words("Library room, 46 × £45"), words("2,070")),
			{Kind: paper.RowSame, Cells: []paper.Cell{words("Time, 1,900 h × £12.60"), words("23,940")}},
			{Kind: paper.RowSubtotal, Cells: []paper.Cell{strong("Worth, apart from cash"), strong("26,010")}},
		}},
	}}
	return paper.Section{ID: "money", Number: "8", Title: "Costs and funding", Break: paper.IfNearlyFull, Blocks: []paper.Block{
		paper.Columns{Gap: 8, Keep: true, Cols: []paper.Column{
			{Width: 99, Blocks: []paper.Block{costTable()}},
			{Width: 67, Blocks: []paper.Block{funding,
				paper.Paragraph{Text: paper.Words("£21,404 is secured. £54,000 rests on the council’s and the NHS trust’s decisions.")},
				lead("Running costs", "are shared by paid staff time: 1.3 of 4.0 full-time posts = 32.5%."),
				lead("Each person:", "£75,404 ÷ 120 = £628.37."), inKind}},
		}},
	}}
}

func options() paper.Block {
	return paper.Section{ID: "options", Number: "9", Title: "Options", Blocks: []paper.Block{
		paper.Table{Cols: []paper.Col{{Head: "Option", Width: 43, Names: true}, {Head: "What it achieves"}, {Head: "£", Width: 16, Align: paper.Right}}, Rows: []paper.Row{
			row(words("Do nothing"), words("39 of 64 members stay without a plan; contact is lost after hospital"), words("0")),
			row(words("Smaller: A1 and A2 only"), words("S1, S2, S3, C1 and part of C3; no yard, courses, panel. Direct costs"), words("50,434")),
			row(strong("Proposed: A1 to A6"), strong("All eight outcomes and all three goals"), strong("75,404")),
		}},
	}}
}

func risks() paper.Block {
	return paper.Section{ID: "risks", Number: "10", Title: "Risks", Blocks: []paper.Block{
		paper.Table{Cols: []paper.Col{{Head: "What could go wrong", Width: 70, Names: true}, {Head: "How likely", Width: 20}, {Head: "Effect", Width: 18}, {Head: "What we do about it"}}, Rows: []paper.Row{
			row(words("Worry that panel payments cut benefits"), words("likely"), strong("high"), words("Advice before the first payment")),
			row(words("Peer worker is ill"), words("possible"), words("medium"), words("Backup rota of trained members")),
			row(words("Hall boiler fails"), words("possible"), words("low"), words("Meet at the library on those days")),
		}},
	}}
}

func care() paper.Block {
	return paper.Section{ID: "care", Number: "11", Title: "How we look after people, place and learning", Blocks: []paper.Block{
		paper.Columns{Gap: 6, Cols: []paper.Column{
			{Width: 84, Blocks: []paper.Block{
				lead("Safety and data.", "Named safeguarding lead and deputy; checks for all who work alone with members; no health notes kept. Public liability insurance held."),
				lead("Equality and access.", "Step-free hall, BSL on request, expenses paid on the day, no referral needed."),
			}},
			{Width: 84, Blocks: []paper.Block{
				lead("Environment.", "60 m² of paving turned to planting; 220 items mended; tools borrowed first; food from the allotments."),
				lead("Evaluation and after.", "Members ask members, in spring and autumn. The month 8 review decides what goes on, and who pays."),
			}},
		}},
	}}
}
