package typeset

import "commonplan/model/paper"

// paginator puts slabs on pages, one under another.
type paginator struct {
	look     Look
	sections []Section
	pages    []Page
	tops     [][]float64 // for every item of a page, the top of its slab
	rooms    [][]room    // for every page, where space can be added
	notes    []*note
	feet     []foot // for every page, the notes at its foot
	page     int
	y        float64
	atTop    bool
	hang     float64 // mm by which the last line of this page may stand lower
}

// room is a place on a page that takes more space if there is some.
type room struct {
	y, more float64
	section int // 1 + the section beginning here
}

func newPaginator(look Look, sections []Section, notes []*note) *paginator {
	p := &paginator{look: look, sections: sections, notes: notes, page: -1}
	p.newPage()
	return p
}

func (p *paginator) left() float64 {
	return p.look.Bottom + p.hang - p.feet[p.page].height - p.y + slack
}

func (p *paginator) newPage() {
	p.page++
	if p.page == len(p.pages) {
		likely := 0 // as many items as on the page before
		if p.page > 0 {
			likely = len(p.pages[p.page-1].Items) + 16
		}
		p.pages = append(p.pages, Page{Items: make([]Item, 0, likely)})
		p.tops = append(p.tops, make([]float64, 0, likely))
		p.rooms = append(p.rooms, nil)
		p.feet = append(p.feet, foot{})
	}
	p.y, p.atTop, p.hang = p.look.Top, true, 0
}

// place puts slabs on this page and those after it.
func (p *paginator) place(slabs []slab) {
	for i := 0; i < len(slabs); {
		j := chainEnd(slabs, i)
		p.placeChain(slabs[i:j])
		i = j
	}
}

// chainEnd is the end of the run of slabs from i that stay together.
func chainEnd(slabs []slab, i int) int {
	for i < len(slabs)-1 && slabs[i].keep {
		i++
	}
	return i + 1
}

// placeChain puts slabs that stay together on one page, or splits them if no page is
// tall enough.
func (p *paginator) placeChain(chain []slab) {
	used := (p.y - p.look.Top) / p.look.full()
	if b := chain[0].brk; !p.atTop && (b == paper.NewPage || b == paper.IfNearlyFull && used > p.look.NearlyFull) {
		p.newPage()
	}
	need := p.need(chain)
	switch {
	case p.atTop || p.before(chain[0])+need <= p.left() || p.squeezed(chain, p.before(chain[0])+need-p.left()):
	case need+repeated(chain[0]) <= p.look.full(), p.left() < .4*p.look.full():
		p.newPage()
	}
	for _, sl := range chain {
		p.put(sl)
	}
}

// need is how much room a chain wants before it is begun. Tall columns that may be
// split want no more than their beginnings.
func (p *paginator) need(chain []slab) float64 {
	sum := extent(chain)
	for _, sl := range chain {
		sum += p.noteRoom(sl)
	}
	if last := chain[len(chain)-1]; last.cols != nil && !last.whole && last.height > .5*p.look.full() {
		sum += min(.25*p.look.full(), last.height) - last.height
	}
	return sum
}

func repeated(sl slab) float64 {
	if sl.head == nil {
		return 0
	}
	return sl.head.height
}

func (p *paginator) before(sl slab) float64 {
	if p.atTop {
		return 0
	}
	return sl.before
}

// put places one slab here, or on a new page if it does not fit.
func (p *paginator) put(sl slab) {
	if sl.cols != nil && p.before(sl)+sl.height+p.noteRoom(sl) > p.left() {
		p.putSplit(sl)
		return
	}
	if !p.atTop && p.before(sl)+sl.height+p.noteRoom(sl) > p.left() {
		p.newPage()
	}
	p.addNotes(sl)
	if p.atTop && sl.head != nil {
		p.paint(sl.head.items)
		p.y += sl.head.height
		p.atTop = false
		sl.before = 0
	}
	p.y += p.before(sl)
	if sl.begins > 0 {
		p.sections[sl.begins-1].Page, p.sections[sl.begins-1].Y = p.page+1, p.y
		if !p.atTop {
			p.rooms[p.page] = append(p.rooms[p.page], room{y: p.y, more: sl.room, section: sl.begins})
		}
	}
	p.paint(sl.items)
	for _, col := range sl.cols {
		p.paint(merged(col).items)
	}
	p.y += sl.height
	p.atTop = p.atTop && sl.height == 0
}

// putSplit places columns that go on over the page, each from here.
func (p *paginator) putSplit(sl slab) {
	p.y += p.before(sl)
	page, y, top := p.page, p.y, p.atTop
	endPage, endY := page, y
	for _, col := range sl.cols {
		p.page, p.y, p.atTop = page, y, top
		p.place(col)
		if p.page > endPage || p.page == endPage && p.y > endY {
			endPage, endY = p.page, p.y
		}
	}
	p.page, p.y, p.atTop = endPage, endY, false
}

func (p *paginator) paint(items []Item) {
	pg := &p.pages[p.page]
	for _, it := range items {
		pg.Items = append(pg.Items, it.at(0, p.y))
		p.tops[p.page] = append(p.tops[p.page], p.y)
	}
}

// finish opens the space before sections on pages that have room, and notes what is
// left on each.
func (p *paginator) finish() {
	defer func() {
		for n := range p.pages {
			p.pages[n].Free = max(p.look.Bottom-p.bottomOf(n), 0)
		}
	}()
	for n, rooms := range p.rooms {
		want, end := 0.0, p.bottomOf(n)
		for _, r := range rooms {
			want += r.more
		}
		if want == 0 || end+want > p.look.Bottom-p.feet[n].height {
			continue
		}
		for i, top := range p.tops[n] {
			dy := 0.0
			for _, r := range rooms {
				if top >= r.y-slack {
					dy += r.more
				}
			}
			p.pages[n].Items[i] = p.pages[n].Items[i].at(0, dy)
		}
		dy := 0.0
		for _, r := range rooms {
			dy += r.more
			p.sections[r.section-1].Y += dy
		}
	}
	p.footnotes()
}

// bottomOf is how far down a page is used.
func (p *paginator) bottomOf(page int) float64 {
	end := p.look.Top
	for _, it := range p.pages[page].Items {
		end = max(end, lowest(it.Shape))
	}
	return end
}
