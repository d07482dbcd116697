// Package proposal decides which sections and sentences a paper has: facts in, blocks
// out. [Make] turns a [model.Plan] into a [paper.Document]; package paper's writers
// give it a form. There is no clock, no disk and no chance here: the same plan and
// options give the same paper.
//
// A paper is a kind in the list of papers: a name, the format of its sheet and a
// function that gives its blocks. The council paper and the full paper share their
// sections (a file each: need.go, outcomes.go, costs.go …); the full paper adds detail
// and annexes. The others have a file each: oneside.go, mapsheet.go, checklist.go,
// progress.go, worksheets.go, officer.go. A new paper is a new file and a line in that
// list.
//
// Figures are never worked out here: sums, gaps and win–win come from package insight,
// so they are the same on screen and on every paper. What is private (evidence,
// occasions of listening, comments, contacts) is never printed, but for the group's
// own contact when the project says so.
//
// [Fit] shortens a paper step by step until it has no more sides than it may.
package proposal

import (
	"fmt"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// Paper names a kind of paper, as the command line spells it.
type Paper string

// The papers.
const (
	Council   Paper = "council"   // at most four sides for a council meeting
	Summary   Paper = "summary"   // one side
	Full      Paper = "full"      // everything, with annexes
	Checklist Paper = "checklist" // both sides' answers, the differences first
	Progress  Paper = "progress"  // targets and readings

	Worksheets Paper = "worksheets" // blank cards and questions for a session
	Map        Paper = "map"        // to hang up, on A4 or A3
	Officer    Paper = "officer"    // plain text under the headings of a committee report
)

// kind is one kind of paper.
type kind struct {
	paper  Paper
	full   bool         // its sections give every detail
	format paper.Format // the sheet it is made for
	make   func(*maker) []paper.Block
	frame  func(*maker, *paper.Document) // changes title or footer; may be nil
}

// kinds lists the papers there are, in the order they are offered.
func kinds() []kind {
	return []kind{
		{paper: Council, make: (*maker).council},
		{paper: Summary, format: paper.OneSide, make: (*maker).oneSide, frame: (*maker).summaryFrame},
		{paper: Full, full: true, make: (*maker).fullPaper},
		{paper: Map, make: (*maker).mapSheet, frame: (*maker).mapFrame},
		{paper: Checklist, format: paper.ForWorking, make: (*maker).checklist, frame: (*maker).checklistFrame},
		{paper: Progress, format: paper.ForWorking, make: (*maker).progress, frame: (*maker).progressFrame},
		{paper: Worksheets, format: paper.ToFillIn, make: (*maker).worksheets, frame: (*maker).worksheetsFrame},
		{paper: Officer, full: true, format: paper.ForWorking, make: (*maker).officer, frame: (*maker).officerFrame},
	}
}

// Papers lists the papers that can be made.
func Papers() []Paper {
	var all []Paper
	for _, k := range kinds() {
		all = append(all, k.paper)
	}
	return all
}

// Options say which paper is wanted.
type Options struct {
	Paper   Paper
	Words   *words.Words // nil is English
	Date    model.Date   // of the paper; ages of evidence are counted to it
	Shorten int          // how far the paper is shortened, 0 to [MaxShorten]; see [Fit]
	Large   float64      // size of large print in points; 0 is usual print
	Size    Size         // of the map's sheet; "" is [A4]
	Poster  bool         // the map on several such sheets, to be put together

	// Parts are those of the project's file, by name: the pictures that records show.
	Parts map[string][]byte

	drawn drawings // maps drawn already, see [Fit]
}

// Make gives a paper. The only error is a paper that is not known; it names those
// that are. A plan with gaps gives a paper that says what is not decided yet.
func Make(plan *model.Plan, o Options) (paper.Document, error) {
	doc, _, err := build(plan, o)
	return doc, err
}

// build makes a paper and lists its sections, also those that are left out.
func build(plan *model.Plan, o Options) (paper.Document, []SectionChoice, error) {
	i := slices.IndexFunc(kinds(), func(k kind) bool { return k.paper == o.Paper })
	if i < 0 {
		var names []string
		for _, p := range Papers() {
			names = append(names, string(p))
		}
		return paper.Document{}, nil, fmt.Errorf("there is no paper called %q: choose one of %s", o.Paper, strings.Join(names, ", "))
	}
	k := kinds()[i]
	m := newMaker(plan, o, k.full)
	if gathers(plan, o) {
		m.open = &openPoints{whole: map[string]string{}, points: map[string][]string{}}
	}
	doc := m.frame()
	doc.Format = k.format
	if k.frame != nil {
		k.frame(m, &doc)
	}
	doc.Own = m.own()
	var sections []SectionChoice
	doc.Blocks, sections = m.arranged(k.paper, k.make(m))
	if m.project.PrintCover && k.format == paper.ForReading {
		doc.Blocks = cover(doc.Blocks)
	}
	return doc, sections, nil
}

// maker makes one paper.
type maker struct {
	plan    *model.Plan
	project *model.Project
	words   *words.Words
	date    model.Date
	full    bool
	shorten int
	size    Size
	totals  insight.Totals
	drawn   drawings
	print   paper.Print
	pence   bool // sums in tables are not all whole pounds

	asPoster bool // the map is on several sheets
	parts    map[string][]byte
	open     *openPoints // gathers what is not decided yet; nil where each place says it
}

func newMaker(plan *model.Plan, o Options, full bool) *maker {
	m := &maker{plan: plan, project: plan.Project, words: o.Words, date: o.Date, full: full, shorten: o.Shorten, size: o.Size, asPoster: o.Poster, parts: o.Parts, drawn: o.drawn}
	if m.words == nil {
		m.words = words.English()
	}
	if m.drawn == nil {
		m.drawn = drawings{}
	}
	if full || o.Large > 0 {
		m.shorten = 0
	}
	m.totals = insight.TotalsOf(plan)
	m.pence = m.anyPence()
	m.print = m.printing(o.Large)
	return m
}

// frame gives a paper without blocks: its title, language and footer.
func (m *maker) frame() paper.Document {
	return paper.Document{
		Title:    m.name(),
		Subject:  m.kicker(),
		Author:   oneLine(m.project.Lead),
		Language: m.words.Tag(),
		Print:    m.print,
		Footer:   paper.Footer{Project: m.name(), Group: oneLine(m.project.Lead), Version: m.version()},
	}
}

// version says which version of the paper this is, and of when.
func (m *maker) version() string {
	key := "proposal.footer.version"
	if m.project.Version <= 0 || m.project.PrintDraft {
		key = "proposal.footer.draft"
	}
	if m.date.IsZero() {
		key += ".undated"
	}
	return m.say(key, with{"Version": m.project.Version, "Date": m.words.Date(m.date)})
}

func (m *maker) name() string {
	if name := oneLine(m.project.Name); name != "" {
		return name
	}
	return m.say("proposal.title.unnamed")
}

// part is one section of a paper.
type part struct {
	id     string // also names its title in the words: "proposal.section." + id
	begins paper.Break
	blocks func(*maker) []paper.Block
}

// parts are the numbered sections that the council and the full paper share.
func parts() []part {
	return []part{
		{"summary", paper.RunOn, (*maker).summary},
		{"need", paper.RunOn, (*maker).need},
		{"involved", paper.IfNearlyFull, (*maker).involved},
		{"outcomes", paper.RunOn, (*maker).outcomes},
		{"activities", paper.IfNearlyFull, (*maker).activities},
		{"measures", paper.RunOn, (*maker).measures},
		{"partners", paper.RunOn, (*maker).partners},
		{"costs", paper.IfNearlyFull, (*maker).costs},
		{"options", paper.RunOn, (*maker).options},
		{"risks", paper.RunOn, (*maker).risks},
		{"statements", paper.RunOn, (*maker).statements},
	}
}

// sections numbers parts and makes them.
func (m *maker) sections(parts []part) []paper.Block {
	var blocks []paper.Block
	for i, p := range parts {
		section := paper.Section{ID: p.id, Number: fmt.Sprint(i + 1), Title: m.say("proposal.section." + p.id), Break: p.begins}
		if !m.leaveSection(p.id) {
			section.Blocks = p.blocks(m)
		}
		if m.full {
			section.Blocks = append(section.Blocks, m.photographs(p.id)...)
		}
		blocks = append(blocks, section)
	}
	return blocks
}

// council is the paper for a council meeting.
func (m *maker) council() []paper.Block {
	return append([]paper.Block{m.title(), m.decision()}, m.sections(parts())...)
}
