package proposal

import (
	"fmt"
	"math"
	"strconv"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// The steps by which a council paper is shortened, in this order; each includes those
// before it. What is left out stands in the full paper. Type, margins, titles and the
// line of the gap are never touched.
const (
	shortMeasures   = 1 // details of needs and activities, how and by whom is measured
	shortCosts      = 2 // costs by activity, not by line
	shortSource     = 3 // the sources of evidence in few words
	shortMap        = 4 // the map without its needs, which section 2 has
	shortStatements = 5 // one sentence of each statement; a small plan's summary names one of each kind

	shortDetail = shortMeasures

	// MaxShorten is the last step.
	MaxShorten = shortStatements
)

// The steps by which a summary is shortened.
const (
	shortSigns  = 1 // three measures, not five
	shortAnswer = 2 // one sentence on what happens if the answer is no
	shortChain  = 3 // fewer lines in the columns of the chain, from here on with each step
	shortTwo    = 8 // two measures

	mostSummarySteps = 11
)

// chainLines is how many lines a column of the chain may have at a step.
func chainLines(shorten int) float64 {
	if shorten < shortChain {
		return math.Inf(1)
	}
	lines := 14 - min(shorten, mostSummarySteps) + shortChain
	if shorten >= shortTwo {
		lines++ // what the third measure took
	}
	return float64(lines)
}

// DefaultSides is how long a council paper may be if the project says nothing else.
const DefaultSides = 4

// Fitted tells how a paper came to fit.
type Fitted struct {
	Paper Paper
	Level int // how far it was shortened, 0 to [MaxShorten]; a summary may go further
	Pages int
	Over  int // pages more than there may be, after all shortening; 0 if it fits

	Sections []SectionChoice // in the order they are printed, with those left out

	small bool // the paper of a small plan, which keeps its lines of cost
}

// LeftOut says in a sentence for each step what was left out or made shorter. What is
// left out stands in the full paper.
func (f Fitted) LeftOut(w *words.Words) []string {
	var said []string
	for step := 1; step <= f.Level; step++ {
		if f.small && step == shortCosts {
			continue
		}
		key := "proposal.left_out." + strconv.Itoa(step)
		if small := "proposal.left_out.small." + strconv.Itoa(step); f.small && w.Has(small) {
			key = small
		}
		if f.Paper == Summary {
			key = "proposal.left_out.summary." + strconv.Itoa(step)
		}
		if w.Has(key) {
			said = append(said, w.Say(key))
		}
	}
	return said
}

// covers is how many pages a cover adds.
func covers(plan *model.Plan) int {
	if plan.Project.PrintCover {
		return 1
	}
	return 0
}

// Sides is how many sides a paper in usual print may have, with its cover; 0 is any
// number.
func Sides(plan *model.Plan, p Paper) int {
	switch {
	case p == Summary:
		return 1
	case p != Council:
		return 0
	case plan.Project.Sides > 0:
		return plan.Project.Sides + covers(plan)
	}
	return DefaultSides + covers(plan)
}

// Fit makes a paper and shortens it, from o.Shorten on, only as far as it must to have
// no more sides than [Sides] says. count sets the paper on pages and tells how many.
// The errors are those of [Make] and of count.
func Fit(plan *model.Plan, o Options, count func(paper.Document) (pages int, err error)) (paper.Document, Fitted, error) {
	most, last := Sides(plan, o.Paper), MaxShorten
	if o.Paper == Summary {
		last = mostSummarySteps
	}
	if o.Large > 0 {
		most = 0 // it takes the pages it needs
	}
	o.drawn = drawings{}
	for {
		doc, sections, err := build(plan, o)
		if err != nil {
			return paper.Document{}, Fitted{}, err
		}
		pages, err := count(doc)
		if err != nil {
			return paper.Document{}, Fitted{}, fmt.Errorf("counting the pages of the paper: %w", err)
		}
		if most == 0 || pages <= most || o.Shorten >= last {
			fitted := Fitted{Paper: o.Paper, Level: o.Shorten, Pages: pages, Sections: sections, small: gathers(plan, o)}
			if most > 0 {
				fitted.Over = max(pages-most, 0)
			}
			return doc, fitted, nil
		}
		o.Shorten++
	}
}
