package proposal

import (
	"fmt"
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
	shortStatements = 5 // one sentence of each statement

	shortDetail = shortMeasures

	// MaxShorten is the last step.
	MaxShorten = shortStatements
)

// defaultSides is how long a council paper may be if the project says nothing else.
const defaultSides = 4

// Fitted tells how a paper came to fit.
type Fitted struct {
	Level int // how far it was shortened, 0 to [MaxShorten]
	Pages int
	Over  int // pages more than there may be, after all shortening; 0 if it fits
}

// LeftOut says in a sentence for each step what was left out or made shorter. What is
// left out stands in the full paper.
func (f Fitted) LeftOut(w *words.Words) []string {
	var said []string
	for step := 1; step <= f.Level; step++ {
		said = append(said, w.Say("proposal.left_out."+strconv.Itoa(step)))
	}
	return said
}

// Sides is how many sides a paper may have; 0 is any number.
func Sides(plan *model.Plan, p Paper) int {
	switch {
	case p != Council:
		return 0
	case plan.Project.Sides > 0:
		return plan.Project.Sides
	}
	return defaultSides
}

// Fit makes a paper and shortens it, from o.Shorten on, only as far as it must to have
// no more sides than [Sides] says. count sets the paper on pages and tells how many.
// The errors are those of [Make] and of count.
func Fit(plan *model.Plan, o Options, count func(paper.Document) (pages int, err error)) (paper.Document, Fitted, error) {
	most := Sides(plan, o.Paper)
	o.drawn = drawings{}
	for {
		doc, err := Make(plan, o)
		if err != nil {
			return paper.Document{}, Fitted{}, err
		}
		pages, err := count(doc)
		if err != nil {
			return paper.Document{}, Fitted{}, fmt.Errorf("counting the pages of the paper: %w", err)
		}
		if most == 0 || pages <= most || o.Shorten >= MaxShorten {
			fitted := Fitted{Level: o.Shorten, Pages: pages}
			if most > 0 {
				fitted.Over = max(pages-most, 0)
			}
			return doc, fitted, nil
		}
		o.Shorten++
	}
}
