package paperview

import (
	"fmt"
	"time"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// ask is all that a paper is made from, besides the plan.
type ask struct {
	paper proposal.Paper
	words *words.Words
	now   time.Time
}

func (p *Page) asked() ask { return ask{p.paper, p.words, p.desk.Now()} }

// draft is a paper on its pages.
type draft struct {
	doc    paper.Document
	set    typeset.Result
	fitted proposal.Fitted
	most   int // sides there may be; 0 is any number
}

// newDraft makes a paper from a plan. Any goroutine.
func newDraft(plan *model.Plan, a ask) (*draft, error) {
	d := &draft{most: proposal.Sides(plan, a.paper)}
	options := proposal.Options{Paper: a.paper, Words: a.words, Date: model.DateOf(a.now)}
	doc, fitted, err := proposal.Fit(plan, options, func(doc paper.Document) (int, error) {
		d.set = pdf.Layout(doc, pdf.Options{Words: a.words})
		return len(d.set.Pages), nil
	})
	if err != nil {
		return nil, fmt.Errorf("making the %s paper: %w", a.paper, err)
	}
	d.doc, d.fitted = doc, fitted
	return d, nil
}

// linesLeft is about how many lines of body text would still go on the last side.
func (d *draft) linesLeft() int {
	if len(d.set.Pages) == 0 {
		return 0
	}
	a4 := typeset.A4()
	low := a4.Top
	for _, item := range d.set.Pages[len(d.set.Pages)-1].Items {
		if t, ok := item.Shape.(figure.Text); ok && item.Element != typeset.Artifact {
			low = max(low, t.Y)
		}
	}
	return max(0, int((a4.Bottom-low)/(a4.Body.Leading*25.4/72)))
}

// renew makes the draft anew and shows it, unless a newer one is wanted by then.
func (p *Page) renew() {
	p.wanted++
	wanted, plan, a := p.wanted, p.desk.Plan(), p.asked()
	go func() {
		d, err := newDraft(plan, a)
		p.shell.Later(func() {
			if wanted != p.wanted {
				return
			}
			if err != nil {
				p.shell.Trouble(err)
				return
			}
			p.draft = d
			p.side = min(p.side, len(d.set.Pages)-1)
			p.showDraft()
			p.showSettings()
			p.paint()
		})
	}()
}

// paint paints the side that is shown, at the size it has on the screen.
func (p *Page) paint() {
	width := p.sheet.pixels()
	if p.draft == nil || width < 50 {
		return
	}
	p.wanted++
	wanted, set, side := p.wanted, p.draft.set, p.side
	go func() {
		painted := raster.New(set, float64(width)/set.Width).Page(side)
		p.shell.Later(func() {
			if wanted == p.wanted {
				p.sheet.show(painted)
			}
		})
	}()
}

// showDraft shows how many sides the paper has and whether they are too many.
func (p *Page) showDraft() {
	d := p.draft
	pages := len(d.set.Pages)
	p.which.SetText(p.say("side", words.With{"Side": p.side + 1}))
	p.sheets.Objects = nil
	p.warning.Objects = nil
	if d.most == 0 {
		p.count.SetText(p.say("sides_option", words.With{"N": pages}))
		p.room.SetText("")
	} else {
		p.sheets.Add(look.NewSquares(min(pages, d.most), max(pages, d.most)))
		p.count.SetText(p.say("of_sides", words.With{"Pages": pages, "Most": d.most}))
		p.room.SetText(p.say("room", words.With{"N": d.linesLeft()}))
	}
	if d.fitted.Over > 0 {
		p.room.SetText("")
		p.warning.Add(look.NewAttentionBanner(p.say("over", words.With{"N": d.fitted.Over, "Section": longest(d.set)})))
	} else if d.fitted.Level > 0 {
		p.warning.Add(look.NewBanner(look.IconInfo, look.Primary, p.say("shortened")))
	}
	p.object.Refresh()
}

// longest gives the title of the section that takes most room.
func longest(set typeset.Result) string {
	best := -1
	for i, section := range set.Sections {
		if best < 0 || section.Height > set.Sections[best].Height {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return set.Sections[best].Title
}
