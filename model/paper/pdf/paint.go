package pdf

import (
	"slices"
	"strconv"

	"commonplan/model/figure"
	"commonplan/model/paper/bitmap"
	"commonplan/model/paper/typeset"
)

// painter puts typeset pages through a backend. Everything drawn is marked: as a part
// of an element of the paper's structure, or as an artifact. One mark is open at a time.
type painter struct {
	to    backend
	set   typeset.Result
	marks [][]int // for each page, the element of each mark, by its number (MCID)
	links []link
	boxes map[int]figure.Box // of each figure's element, where it stands on its page

	pictures []*bitmap.Bitmap
	clipped  *figure.Box // the part of the page that shows now; nil is all of it
	repeats  repeats
}

// finishing is what is to be added to the library's file after the pages.
func (p *painter) finishing(fc facts, fonts []*font) finishing {
	return finishing{facts: fc, set: p.set, marks: p.marks, links: p.links, boxes: p.boxes, fonts: fonts,
		pictures: p.pictures, repeats: p.repeats}
}

// link is a rectangle on a page that leads somewhere.
type link struct {
	page        int // from 0
	element     int
	x, y, w, h  float64 // mm from the page's top left
	address     string
	section     int // 1 + the section it leads to, or 0
	note        int // 1 + the note it leads to, or 0
	description string
}

func (p *painter) pages() {
	p.boxes = map[int]figure.Box{}
	p.repeats = findRepeats(p.set.Pages)
	p.repeats.content = p.to.aside(func() { p.items(0, p.repeats.items) })
	for n, page := range p.set.Pages {
		p.to.page()
		p.marks = append(p.marks, nil)
		p.items(n, p.repeats.rest(page))
	}
}

// items draws items of a page.
func (p *painter) items(page int, items []typeset.Item) {
	for len(items) > 0 {
		together := sameMark(items)
		p.mark(page, items[:together])
		items = items[together:]
	}
}

// sameMark tells how many items from the first on go into one mark.
func sameMark(items []typeset.Item) int {
	n := 1
	for n < len(items) && items[n].Element == items[0].Element && items[n].Kind == items[0].Kind {
		n++
	}
	return n
}

// mark draws items within one mark.
func (p *painter) mark(page int, items []typeset.Item) {
	first := items[0]
	p.to.begin(p.operator(page, first), !slices.ContainsFunc(items, func(it typeset.Item) bool {
		_, is := it.Shape.(figure.Text)
		return !is || it.Clip != nil
	}))
	for _, it := range items {
		p.clip(it.Clip)
		p.shape(it)
		if it.Element != typeset.Artifact {
			p.note(page, it)
			p.bound(it)
		}
	}
	p.clip(nil)
	p.to.end()
}

// clip lets what follows show within a part of the page only; nil is the whole page.
func (p *painter) clip(to *figure.Box) {
	if p.clipped == to || p.clipped != nil && to != nil && *p.clipped == *to {
		return
	}
	if p.clipped != nil {
		p.to.unclip()
	}
	if to != nil {
		p.to.clip(*to)
	}
	p.clipped = to
}

// artifacts are the marks of what is no part of the structure, by kind.
var artifacts = [...]string{
	typeset.Layout:    "/Artifact<</Type/Layout>>BDC",
	typeset.Footer:    "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
	typeset.Header:    "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
	typeset.Watermark: "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC",
}

// operator is the one that opens a mark for an item.
func (p *painter) operator(page int, it typeset.Item) string {
	if it.Element == typeset.Artifact {
		return artifacts[it.Kind]
	}
	number := len(p.marks[page])
	p.marks[page] = append(p.marks[page], it.Element)
	return "/" + string(p.set.Elements[it.Element].Role) + "<</MCID " + strconv.Itoa(number) + ">>BDC"
}

// bound widens the box of the figure that an item belongs to.
func (p *painter) bound(it typeset.Item) {
	if p.set.Elements[it.Element].Role != typeset.RoleFigure {
		return
	}
	at := figure.BoxOf(it.Shape, it.Width)
	if it.Clip != nil {
		at = at.Within(*it.Clip)
	}
	if b, seen := p.boxes[it.Element]; seen {
		at = at.And(b)
	}
	p.boxes[it.Element] = at
}

// note remembers where a text leads. Pieces of one link on one line make one rectangle.
func (p *painter) note(page int, it typeset.Item) {
	t, ok := it.Shape.(figure.Text)
	if !ok || it.Link == "" && it.Target == 0 && it.Note == 0 {
		return
	}
	em := t.Size * 25.4 / 72
	l := link{page: page, element: it.Element, x: t.X, y: t.Y - .9*em, w: max(it.Width, 1), h: 1.2 * em,
		address: it.Link, section: it.Target, note: it.Note, description: t.String}
	if n := len(p.links) - 1; n >= 0 {
		last := &p.links[n]
		if last.element == l.element && last.page == l.page && last.y == l.y {
			last.w = max(last.w, l.x+l.w-last.x)
			last.description += " " + l.description
			return
		}
	}
	p.links = append(p.links, l)
}

func (p *painter) shape(it typeset.Item) {
	switch sh := it.Shape.(type) {
	case figure.Text:
		p.to.text(sh, it.Face)
	case figure.Rect:
		if it.Bitmap != nil {
			p.to.picture(sh.X, sh.Y, sh.W, sh.H, p.pictureName(it.Bitmap))
		}
		style := p.brush(sh.Fill, sh.Stroke)
		switch {
		case style == "":
		case sh.Radius > 0:
			p.rounded(sh, style)
		default:
			p.to.rect(sh.X, sh.Y, sh.W, sh.H, style)
		}
	case figure.Path:
		if style := p.brush(sh.Fill, sh.Stroke); style != "" {
			p.path(sh.Steps)
			p.to.draw(style)
		}
	}
}

// brush sets fill and stroke and gives the style to draw with; "" draws nothing.
func (p *painter) brush(fill figure.Colour, stroke figure.Stroke) string {
	style := ""
	if fill.On {
		p.to.fill(fill)
		style = filled
	}
	if stroke.Colour.On && stroke.Width > 0 {
		p.to.stroke(stroke)
		if style == filled {
			return both
		}
		return outlined
	}
	return style
}

func (p *painter) path(steps []figure.Step) {
	for _, st := range steps {
		switch st.Op {
		case figure.MoveTo:
			p.to.moveTo(st.P[0].X, st.P[0].Y)
		case figure.LineTo:
			p.to.lineTo(st.P[0].X, st.P[0].Y)
		case figure.CurveTo:
			p.to.curveTo(st.P[0], st.P[1], st.P[2])
		case figure.Close:
			p.to.closePath()
		}
	}
}

// rounded draws a rectangle with round corners, each a quarter of a circle.
func (p *painter) rounded(r figure.Rect, style string) {
	rad := min(r.Radius, r.W/2, r.H/2)
	k := rad * (1 - 0.5522847498) // from the corner to a control point
	left, right, top, bottom := r.X, r.X+r.W, r.Y, r.Y+r.H
	pt := func(x, y float64) figure.Point { return figure.Point{X: x, Y: y} }
	p.to.moveTo(left+rad, top)
	p.to.lineTo(right-rad, top)
	p.to.curveTo(pt(right-k, top), pt(right, top+k), pt(right, top+rad))
	p.to.lineTo(right, bottom-rad)
	p.to.curveTo(pt(right, bottom-k), pt(right-k, bottom), pt(right-rad, bottom))
	p.to.lineTo(left+rad, bottom)
	p.to.curveTo(pt(left+k, bottom), pt(left, bottom-k), pt(left, bottom-rad))
	p.to.lineTo(left, top+rad)
	p.to.curveTo(pt(left, top+k), pt(left+k, top), pt(left+rad, top))
	p.to.closePath()
	p.to.draw(style)
}
