package paperview

import (
	"fmt"
	"image"
	"time"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// ask is all that a paper is made from, besides the plan.
type ask struct {
	paper proposal.Paper
	sheet mapSheet  // of the map
	at    time.Time // when the plan was last worked on
	check func(file []byte) []check.Finding
	parts map[string][]byte // of the file: the pictures
}

func (p *Page) asked() ask {
	doc := p.desk.Document()
	return ask{p.paper, p.mapSheet, doc.WorkedOn(), p.check, doc.Parts}
}

// draft is a paper on its pages.
type draft struct {
	doc     paper.Document
	words   *words.Words // of the paper, which may be in another language than the screen
	set     typeset.Result
	fitted  proposal.Fitted
	most    int // sides there may be; 0 is any number
	tooLong int // lines it had too many before it was shortened
	whole   int // sides it had before it was shortened
}

// newDraft makes a paper from a plan. Any goroutine.
func newDraft(plan *model.Plan, a ask) (*draft, error) {
	d := &draft{most: proposal.Sides(plan, a.paper), words: proposal.WordsOf(plan.Project)}
	options := proposal.Options{Paper: a.paper, Size: a.sheet.size, Poster: a.sheet.poster, Words: d.words,
		Date: model.DateOf(a.at), Parts: a.parts}
	if plan.Project.PrintLarge {
		d.most, options.Large = 0, proposal.LargeSize(plan.Project)
	}
	var whole *typeset.Result // as it is the first time, when nothing is left out
	doc, fitted, err := proposal.Fit(plan, options, func(doc paper.Document) (int, error) {
		d.set = pdf.Layout(doc, pdf.Options{Words: d.words})
		if whole == nil {
			first := d.set
			whole = &first
		}
		return len(d.set.Pages), nil
	})
	if err != nil {
		return nil, fmt.Errorf("making the %s paper: %w", a.paper, err)
	}
	d.doc, d.fitted = doc, fitted
	if d.most > 0 && whole != nil {
		d.tooLong, d.whole = linesAfter(*whole, d.most), len(whole.Pages)
	}
	return d, nil
}

// renew makes the draft anew and shows it, unless a newer one is wanted by then.
func (p *Page) renew() {
	p.wanted++
	wanted, plan, a := p.wanted, p.desk.Plan(), p.asked()
	p.elsewhere(func() {
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
			p.scroll.Refresh() // the side may have another shape
			p.showDraft()
			p.showSettings()
			p.prints.section.show(d.fitted.Sections, d.lines())
			p.paint()
		})
	})
}

// paint paints a side so many pixels wide. Any goroutine.
func (d *draft) paint(side, width int) image.Image {
	return raster.New(d.set, float64(width)/d.set.Width).Page(side)
}

// paint paints the side that is shown, at the size it has on the screen.
func (p *Page) paint() {
	width := p.sheet.pixels()
	if p.draft == nil || width < 50 {
		return
	}
	p.wanted++
	wanted, d, side := p.wanted, p.draft, p.side
	p.elsewhere(func() {
		painted := d.paint(side, width)
		p.shell.Later(func() {
			if wanted == p.wanted {
				p.sheet.show(painted)
				p.thumbs.paint()
			}
		})
	})
}

// showDraft shows how many sides the paper has and whether they are too many.
func (p *Page) showDraft() {
	d := p.draft
	pages := len(d.set.Pages)
	p.which.SetText(p.say("side", words.With{"Side": p.side + 1}))
	p.sheets.Objects = nil
	if d.most == 0 {
		p.count.SetText(p.say("sides_option", words.With{"N": pages}))
		p.room.SetText("")
	} else {
		p.sheets.Add(look.NewSquares(min(pages, d.most), max(pages, d.most)))
		p.count.SetText(p.say("of_sides", words.With{"Pages": pages, "Most": d.most}))
		p.room.SetText("")
		if lines := d.linesLeft(); lines > 0 {
			p.room.SetText(p.say("room", words.With{"N": lines}))
		}
	}
	p.advise()
	p.thumbs.show(d, p.side)
	p.object.Refresh()
}
