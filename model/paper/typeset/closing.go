package typeset

import "commonplan/model/paper"

// The last line of a section does not open a page alone, nor under the head of the next
// section: the page before makes room for it, or the end of what is before it comes with
// it.

const (
	mostHang    = 1   // mm that such a line may stand below the others
	mostSqueeze = .25 // of the space before a section
)

// isLine tells that a block is a paragraph of one line.
func isLine(b paper.Block, slabs []slab) bool {
	_, ok := b.(paper.Paragraph)
	return ok && len(slabs) == 1
}

// mayStay tells that the end of a block may go to the next page with the line after it.
func mayStay(b paper.Block) bool {
	switch b.(type) {
	case paper.Table, paper.Paragraph, paper.List:
		return true
	}
	return false
}

// squeezed takes what a chain that ends with such a line lacks from the spaces before the
// sections of its page; false if they do not give so much.
func (p *paginator) squeezed(chain []slab, lacking float64) bool {
	rooms := p.rooms[p.page]
	if !chain[len(chain)-1].closes || p.atTop {
		return false
	}
	lacking += 2 * slack
	hang := 0.0
	if p.feet[p.page].height == 0 {
		hang = min(mostHang, lacking)
	}
	if lacking-hang > mostSqueeze*p.look.SectionSpace*float64(len(rooms)) {
		return false
	}
	p.hang = hang
	if lacking > hang {
		p.raise((lacking - hang) / float64(len(rooms)))
	}
	return true
}

// raise takes so much from the space before each section on this page.
func (p *paginator) raise(each float64) {
	rooms := p.rooms[p.page]
	for n, top := range p.tops[p.page] {
		up := 0.0
		for _, r := range rooms {
			if top >= r.y-slack {
				up += each
			}
		}
		p.pages[p.page].Items[n] = p.pages[p.page].Items[n].at(0, -up)
		p.tops[p.page][n] -= up
	}
	for i := range rooms {
		up := each * float64(i+1)
		rooms[i].y -= up
		p.sections[rooms[i].section-1].Y -= up
	}
	p.y -= each * float64(len(rooms))
}
