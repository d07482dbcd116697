package check

import (
	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// page is a page with what is drawn on it.
type page struct {
	pdfread.Page
	number int
	marks  map[int]*mark // by their number (MCID)
	texts  []drawn
	areas  []area
}

// mark is a piece of marked content.
type mark struct {
	tag     pdfread.Name
	number  int          // -1 of an artifact
	subtype pdfread.Name // of an artifact, such as Footer
	empty   bool         // nothing is drawn in it
	picture bool         // a photograph is drawn in it
}

// drawn is a text on a page, in points from its bottom left.
type drawn struct {
	x, y, width, size float64
	colour            colour
	font              *font
	codes             []byte
	mark              *mark   // nil outside of marks
	order             int     // when it was painted
	shows             outline // the part of the page in which it shows
}

// colour is red, green and blue from 0 to 1.
type colour [3]float64

// painter follows the content of a page.
type painter struct {
	c       *checker
	p       *page
	fonts   map[pdfread.Name]*font
	open    []*mark
	now     state
	saved   []state
	x, y    float64 // where the line of text began
	along   float64 // how far the texts on it reach
	line    float64 // from line to line
	inText  bool    // a text object is open
	around  int     // how many marks were open when it began
	outline outline
	order   int
	wrong   map[string]bool // operators that were found already
}

// state is what q saves and Q brings back.
type state struct {
	fill   colour
	font   *font
	size   float64
	matrix [6]float64
	shows  outline // the part of the page that shows; nothing is all of it
}

// pageContents looks at what is drawn on the pages.
func (c *checker) pageContents() {
	for _, p := range c.pages {
		pt := &painter{c: c, p: p, fonts: map[pdfread.Name]*font{}, wrong: map[string]bool{}}
		pt.now.matrix = [6]float64{1, 0, 0, 1, 0, 0}
		resources := c.file.Dict(p.Dict["Resources"])
		for name, v := range c.file.Dict(resources["Font"]) {
			pt.fonts[name] = c.font(v)
		}
		for _, part := range p.Content {
			pt.part(part)
		}
		for _, m := range p.marks {
			if m.empty {
				c.find("marks", p.number, "empty", words.With{"N": m.number})
			}
		}
	}
}

// part follows one part of a page's content. What begins in it must end in it: other
// pages may show it too.
func (pt *painter) part(content []byte) {
	if err := pdfread.Draw(content, pt.do); err != nil {
		pt.c.find("file", pt.p.number, "unreadable", words.With{"Why": err})
	}
	if len(pt.open) > 0 {
		pt.c.find("marks", pt.p.number, "open")
	}
	if len(pt.saved) > 0 {
		pt.c.find("marks", pt.p.number, "saved")
	}
	if pt.inText {
		pt.once("textobject")
	}
}

// do follows one operator.
func (pt *painter) do(op pdfread.Operator, args []any) {
	n := numbersOf(args)
	switch op {
	case "BDC", "BMC":
		pt.begin(op, args)
	case "EMC":
		if len(pt.open) == 0 {
			pt.c.find("marks", pt.p.number, "closed")
			return
		}
		if pt.inText && len(pt.open) == pt.around {
			pt.once("textobject")
		}
		pt.open = pt.open[:len(pt.open)-1]
	case "q":
		pt.saved = append(pt.saved, pt.now)
		if len(pt.saved) > 28 {
			pt.once("saved")
		}
	case "Q":
		if len(pt.saved) == 0 {
			pt.once("saved")
			return
		}
		pt.now, pt.saved = pt.saved[len(pt.saved)-1], pt.saved[:len(pt.saved)-1]
	case "cm":
		if len(n) == 6 {
			pt.now.matrix = [6]float64(n)
		}
	case "rg", "g":
		pt.now.fill = colourOf(n)
	case "RG", "G", "w", "d", "J", "j", "M":
	case "W":
		pt.now.shows = pt.outline
	case "BT", "ET":
		pt.textObject(op == "BT")
	case "Tf", "Td", "TD", "'", "Tj":
		pt.write(op, args, n)
	case "Do":
		pt.picture()
	case "m", "l", "c", "v", "y", "h", "re":
		if pt.inText {
			pt.once("textobject")
		}
		pt.outline.add(op, n)
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n":
		pt.paint(op)
	default:
		pt.once("operator", words.With{"Operator": string(op)})
	}
}

// write follows an operator of a text: its font, its place, or its letters.
func (pt *painter) write(op pdfread.Operator, args []any, n []float64) {
	switch op {
	case "Tf":
		if len(args) == 2 && len(n) == 1 {
			name, _ := args[0].(pdfread.Name)
			pt.now.font, pt.now.size = pt.fonts[name], n[0]
		}
	case "Td", "TD":
		if len(n) == 2 {
			pt.x, pt.y, pt.along = pt.x+n[0], pt.y+n[1], 0
			if op == "TD" {
				pt.line = -n[1]
			}
		}
	case "'":
		pt.y, pt.along = pt.y-pt.line, 0
		pt.text(args)
	case "Tj":
		pt.text(args)
	}
}

func (pt *painter) once(what string, with ...words.With) {
	if !pt.wrong[what] {
		pt.wrong[what] = true
		pt.c.find("marks", pt.p.number, what, with...)
	}
}

// textObject begins or ends a text object. Marks stand wholly within it or it within them.
func (pt *painter) textObject(begins bool) {
	if begins == pt.inText || !begins && len(pt.open) != pt.around {
		pt.once("textobject")
	}
	pt.inText, pt.around = begins, len(pt.open)
	pt.x, pt.y, pt.along = 0, 0, 0
}

// begin opens a mark.
func (pt *painter) begin(op pdfread.Operator, args []any) {
	m := &mark{number: -1, empty: true}
	if len(args) > 0 {
		m.tag, _ = args[0].(pdfread.Name)
	}
	properties := pdfread.Dict{}
	if op == "BDC" && len(args) == 2 {
		properties, _ = args[1].(pdfread.Dict)
	}
	number, numbered := properties["MCID"].(int)
	switch {
	case m.tag == "Artifact":
		kind, _ := properties["Type"].(pdfread.Name)
		m.subtype, _ = properties["Subtype"].(pdfread.Name)
		if kind != "Layout" && kind != "Background" && (kind != "Pagination" || m.subtype == "") {
			pt.once("artifact")
		}
		if numbered {
			pt.once("both")
		}
	case !numbered:
		pt.c.find("marks", pt.p.number, "untagged", words.With{"Tag": string(m.tag)})
	case pt.p.marks[number] != nil:
		pt.c.find("marks", pt.p.number, "twice", words.With{"N": number})
	default:
		m.number = number
		pt.p.marks[number] = m
	}
	if len(pt.open) > 0 {
		pt.c.find("marks", pt.p.number, "nested", words.With{"Tag": string(m.tag), "In": string(pt.open[len(pt.open)-1].tag)})
	}
	pt.open = append(pt.open, m)
}

// inMark gives the mark that something is drawn in, and finds what is drawn in none.
func (pt *painter) inMark(what string) *mark {
	pt.order++
	if len(pt.open) == 0 {
		pt.c.find("marks", pt.p.number, what)
		return nil
	}
	m := pt.open[len(pt.open)-1]
	m.empty = false
	return m
}

// text draws a text.
func (pt *painter) text(args []any) {
	m := pt.inMark("text")
	if !pt.inText {
		pt.once("textobject")
	}
	if len(args) != 1 || pt.now.font == nil {
		pt.c.find("fonts", pt.p.number, "none")
		return
	}
	s, _ := args[0].(pdfread.String)
	d := drawn{x: pt.x + pt.along, y: pt.y, size: pt.now.size, colour: pt.now.fill, font: pt.now.font,
		codes: []byte(s), mark: m, order: pt.order, shows: pt.now.shows}
	for _, code := range d.codes {
		d.width += d.font.widths[code] * d.size / 1000
		d.font.use(code, pt.p.number)
	}
	pt.along += d.width
	pt.p.texts = append(pt.p.texts, d)
}

// picture draws a photograph.
func (pt *painter) picture() {
	if m := pt.inMark("picture"); m != nil {
		m.picture = true
		if m.tag != "Figure" && m.tag != "Artifact" {
			pt.c.find("figures", pt.p.number, "outside", words.With{"Tag": string(m.tag)})
		}
	}
	k := pt.now.matrix
	var o outline
	o.add("re", []float64{k[4], k[5], k[0], k[3]})
	pt.p.areas = append(pt.p.areas, area{loops: o.loops, unknown: true, order: pt.order})
}

// paint paints the outline.
func (pt *painter) paint(op pdfread.Operator) {
	o := pt.outline
	pt.outline = outline{}
	if op == "n" {
		return
	}
	pt.inMark("shape")
	if op != "S" && op != "s" {
		pt.p.areas = append(pt.p.areas, area{loops: o.loops, colour: pt.now.fill, order: pt.order, shows: pt.now.shows})
	}
}

func numbersOf(args []any) []float64 {
	var out []float64
	for _, a := range args {
		if n, ok := pdfread.Number(a); ok {
			out = append(out, n)
		}
	}
	return out
}

func colourOf(n []float64) colour {
	switch len(n) {
	case 1:
		return colour{n[0], n[0], n[0]}
	case 3:
		return colour(n)
	}
	return colour{}
}
