package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"commonplan/model/figure"
	"commonplan/resources/fonts"
)

// content writes the operators of one page after another, as few and as short as they
// may be: fonts, colours and lines are set only when they change, texts stand as far
// from the one before as they do on the page, lines of a paragraph follow each other
// with one letter, and straight lines of one kind are stroked together.
type content struct {
	height float64 // of a page, mm
	book   book
	ops    []byte // of the page
	codes  []byte // of a text, used again

	state
	around state // outside of the clipped part

	inText bool    // a text object is open
	words  bool    // it may stay open at the end of the mark
	first  bool    // no text has been written in this mark
	x, y   int64   // where the last text began that was moved to, in hundredths of a point
	pen    float64 // where the last text ended, in the same

	unpainted bool // outlines were drawn that wait for their stroke
	outline   int  // where the last outline begins in ops
}

// state is what the page was last told.
type state struct {
	now     *font // nil at the beginning of a page
	size    float64
	fillNow figure.Colour
	lineNow figure.Stroke
	line    int64 // from line to line of text, in hundredths of a point
}

// newPage begins a page, with the state that every page begins with; the width
// of lines is to be set.
func (c *content) newPage() {
	black := figure.Hex(0)
	c.ops = c.ops[:0]
	c.state = state{fillNow: black, lineNow: figure.Stroke{Colour: black}}
}

// begin opens a mark. Marks of texts alone may share a text object.
func (c *content) begin(mark string, words bool) {
	c.paintLines()
	if words {
		c.openText()
	} else {
		c.closeText()
	}
	c.ops = append(c.ops, mark...)
	c.words, c.first = words, true
}

func (c *content) end() {
	c.paintLines()
	if !c.words {
		c.closeText()
	}
	c.op("EMC")
}

func (c *content) openText() {
	if !c.inText {
		c.paintLines()
		c.op("BT")
		c.inText, c.x, c.y, c.pen, c.first = true, 0, 0, math.Inf(-1), true
	}
}

func (c *content) closeText() {
	if c.inText {
		c.op("ET")
		c.inText = false
	}
}

// op writes an operator, apart from the number before it.
func (c *content) op(name string) {
	c.apart()
	c.ops = append(c.ops, name...)
}

// apart writes a space where the next letter would otherwise go on with a word.
func (c *content) apart() {
	if n := len(c.ops); n > 0 {
		switch c.ops[n-1] {
		case ' ', ')', ']', '>':
		default:
			c.ops = append(c.ops, ' ')
		}
	}
}

// number writes a length.
func (c *content) number(mm float64) { c.decimal(hundredths(points(mm)), 2) }

// place writes a place on the page.
func (c *content) place(x, y float64) {
	c.number(x)
	c.number(c.height - y)
}

// hundredths is a number times a hundred.
func hundredths(n float64) int64 { return int64(math.Round(n * 100)) }

// decimal writes a whole number with its last digits after the point.
func (c *content) decimal(n int64, digits int) {
	c.apart()
	if n < 0 {
		c.ops, n = append(c.ops, '-'), -n
	}
	whole, one := n, int64(1)
	for range digits {
		one *= 10
	}
	whole, n = n/one, n%one
	if whole > 0 || n == 0 {
		c.ops = strconv.AppendInt(c.ops, whole, 10)
	}
	if n == 0 {
		return
	}
	c.ops = append(c.ops, '.')
	for ; n > 0; n %= one {
		one /= 10
		c.ops = append(c.ops, '0'+byte(n/one))
	}
}

// text writes a text. In a font of its own or in several, all on one line.
func (c *content) text(t figure.Text, typeface fonts.Typeface) {
	x, y := tenths(points(t.X)), tenths(points(c.height-t.Y))
	goesOn := c.inText && y == c.y && math.Abs(float64(x)-c.pen) <= near
	if goesOn && strings.Trim(t.String, " ") == "" && c.space(len(t.String)) {
		return
	}
	c.fill(t.Colour) // texts are filled
	c.openText()
	fc := c.book.face(typeface, t.Bold)
	show := "Tj"
	if !goesOn {
		show = c.move(x, y)
		c.pen = float64(x)
	}
	for rest := t.String; rest != ""; {
		var in *font
		c.codes, in, rest = fc.next(c.codes[:0], rest)
		if in == nil {
			break
		}
		if c.now != in || c.size != t.Size {
			c.now, c.size = in, t.Size
			c.ops = in.appendName(c.ops)
			c.decimal(hundredths(t.Size), 2)
			c.op("Tf")
		}
		c.ops = append(append(append(c.ops, '('), c.codes...), ')')
		c.ops = append(c.ops, show...)
		c.pen += float64(in.width(c.codes)) * t.Size / 10
		show = "Tj"
	}
	c.first = false
}

// near is how far from the end of the text before, in hundredths of a point, a text may
// begin to go on from there. Nobody can see it, and it does not add up.
const near = 10

// space adds spaces to the text just written, if one was: those at the end of a line
// need no font of their own. It tells whether it could.
func (c *content) space(count int) bool {
	for _, show := range []string{")Tj", ")'"} {
		if at := len(c.ops) - len(show); at > 0 && string(c.ops[at:]) == show && c.now.holds(' ') {
			c.ops = slices.Insert(c.ops, at, []byte(strings.Repeat(" ", count))...)
			c.pen += float64(count*c.now.widths[' ']) * c.size / 10
			return true
		}
	}
	return false
}

// tenths is a number in hundredths, rounded to tenths: fine enough for texts.
func tenths(n float64) int64 { return 10 * int64(math.Round(n*10)) }

// move goes to the place of the next text and gives the operator to show it with: one
// that goes to the next line itself, if it is as far as from line to line.
func (c *content) move(x, y int64) (show string) {
	dx, dy := x-c.x, y-c.y
	c.x, c.y = x, y
	first := c.first
	c.first = false
	switch {
	case dx == 0 && dy < 0 && dy == -c.line:
		return "'"
	case dx == 0 && dy < 0 && !first: // a paragraph's second line: the others will be as far
		c.line = -dy
		c.decimal(dx, 2)
		c.decimal(dy, 2)
		c.op("TD")
		return "Tj"
	}
	c.decimal(dx, 2)
	c.decimal(dy, 2)
	c.op("Td")
	return "Tj"
}

func (c *content) fill(f figure.Colour) {
	if f != c.fillNow {
		c.colour(f, "g", "rg")
		c.fillNow = f
	}
}

func (c *content) stroke(s figure.Stroke) {
	same := s.Colour == c.lineNow.Colour && s.Width == c.lineNow.Width && len(s.Dash)+len(c.lineNow.Dash) == 0
	if same {
		return
	}
	c.paintLines()
	if s.Colour != c.lineNow.Colour {
		c.colour(s.Colour, "G", "RG")
	}
	if s.Width != c.lineNow.Width {
		c.number(s.Width)
		c.op("w")
	}
	if len(s.Dash)+len(c.lineNow.Dash) > 0 {
		c.apart()
		c.ops = append(c.ops, '[')
		for i, d := range s.Dash {
			if i > 0 {
				c.ops = append(c.ops, ' ')
			}
			c.ops = strconv.AppendFloat(c.ops, math.Round(points(d)*100)/100, 'f', -1, 64)
		}
		c.ops = append(c.ops, "]0 d"...)
	}
	c.lineNow = s
}

// colour sets a colour, as a grey if it is one.
func (c *content) colour(f figure.Colour, grey, full string) {
	c.paintLines()
	part := func(v uint8) { c.decimal(int64(math.Round(float64(v)*1000/255)), 3) }
	part(f.R)
	if f.R == f.G && f.G == f.B {
		c.op(grey)
		return
	}
	part(f.G)
	part(f.B)
	c.op(full)
}

func (c *content) rect(x, y, w, h float64, style string) {
	c.beginOutline()
	c.place(x, y+h)
	c.number(w)
	c.number(h)
	c.op("re")
	c.draw(style)
}

// beginOutline begins what draw paints. No text object may be open there.
func (c *content) beginOutline() {
	c.closeText()
	c.outline = len(c.ops)
}

func (c *content) moveTo(x, y float64) {
	c.beginOutline()
	c.place(x, y)
	c.op("m")
}

func (c *content) lineTo(x, y float64) {
	c.place(x, y)
	c.op("l")
}

func (c *content) curveTo(c1, c2, to figure.Point) {
	c.place(c1.X, c1.Y)
	c.place(c2.X, c2.Y)
	c.place(to.X, to.Y)
	c.op("c")
}

func (c *content) closePath() { c.op("h") }

// draw paints the outline. A stroke waits: the next line may be of its kind.
func (c *content) draw(style string) {
	if style == outlined {
		c.unpainted = true
		return
	}
	if c.unpainted { // those before are not to be filled
		c.unpainted = false
		c.ops = slices.Insert(c.ops, c.outline, []byte(" "+outlined)...)
	}
	c.op(style)
}

// paintLines strokes the outlines that wait for it.
func (c *content) paintLines() {
	if c.unpainted {
		c.unpainted = false
		c.op(outlined)
	}
}

// picture draws a picture that is added to the file under that name when it is finished.
func (c *content) picture(x, y, w, h float64, name string) {
	c.paintLines()
	c.closeText()
	c.op("q")
	c.number(w)
	c.ops = append(c.ops, " 0 0"...)
	c.number(h)
	c.place(x, y+h)
	c.op("cm")
	c.ops = append(append(append(c.ops, '/'), name...), " Do Q"...)
}

// clip lets only a part of the page show what follows.
func (c *content) clip(to figure.Box) {
	c.paintLines()
	c.closeText()
	c.around = c.state
	c.op("q")
	c.place(to.Left, to.Bottom)
	c.number(to.Right - to.Left)
	c.number(to.Bottom - to.Top)
	c.op("re W n")
}

// unclip ends that.
func (c *content) unclip() {
	c.paintLines()
	c.closeText()
	c.op("Q")
	c.state = c.around
}
