package html

import (
	"encoding/xml"
	"fmt"
	"strings"
	"unicode"

	"commonplan/model/paper"
)

// A word longer than longWord may be broken after every so many letters, so that it
// cannot push a page out of shape.
const (
	longWord   = 30
	breakEvery = 15
)

func (p *page) write(markup string) { p.out.WriteString(markup) }

// tag opens an element on a line of its own; attributes come in pairs, and one without
// a value is left out.
func (p *page) tag(name string, attributes ...string) {
	p.open(name, attributes...)
	p.write("\n")
}

func (p *page) open(name string, attributes ...string) {
	p.write("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			p.write(" " + attributes[i] + `="` + attribute(attributes[i+1]) + `"`)
		}
	}
	p.write(">")
}

func (p *page) close(name string) { p.write("</" + name + ">") }

func (p *page) end(name string) {
	p.close(name)
	p.write("\n")
}

// element writes an element with plain words in it.
func (p *page) element(name, text string, attributes ...string) {
	p.textElement(name, paper.Words(text), attributes...)
}

// textElement writes an element with runs in it.
func (p *page) textElement(name string, text paper.Text, attributes ...string) {
	p.open(name, attributes...)
	p.text(text)
	p.end(name)
}

// text writes runs. What a mark stands for is there to be heard.
func (p *page) text(text paper.Text) {
	text = p.doc.Own.Mark(text)
	heard := false // the words so far end with those of a mark
	for i, r := range text {
		if heard && r.MarkWord == "" && r.Text != "" {
			p.write(" ")
			heard = false
		}
		p.run(r, i == 0)
		heard = heard && r.Text == "" || r.MarkWord != "" && r.Text == ""
	}
}

func (p *page) run(r paper.Run, first bool) {
	var ends []string
	begin := func(name string, attributes ...string) {
		p.open(name, attributes...)
		ends = append(ends, name)
	}
	if href := p.href(r.Link); href != "" {
		begin("a", "href", href)
	}
	if r.Strong {
		begin("b", "class", tones[r.Tone], "lang", r.Language)
	} else if r.Tone != paper.Ink || r.Language != "" {
		begin("span", "class", tones[r.Tone], "lang", r.Language)
	}
	p.mark(r.Mark)
	if r.MarkWord != "" {
		word := r.MarkWord
		if !first {
			word = " " + word
		}
		p.open("span", "class", "unseen")
		p.write(content(word))
		p.close("span")
		if r.Text != "" {
			p.write(" ")
		}
	}
	p.write(content(r.Text))
	for i := len(ends) - 1; i >= 0; i-- {
		p.close(ends[i])
	}
	p.refer(r.Note)
}

// tones are the classes of the style sheet.
var tones = map[paper.Tone]string{paper.Accent: "id", paper.Mute: "mute"}

// markShapes draw the marks in a field of ten by ten; those that
// say how far something is in thirty by ten.
var markShapes = map[paper.Mark]string{
	paper.MarkCircle:   `<circle class="circle" cx="5" cy="5" r="4.4"/>`,
	paper.MarkSquare:   `<rect class="square" x="1.3" y="1.3" width="7.4" height="7.4"/>`,
	paper.MarkTriangle: `<path class="triangle" d="M0.1,9.4 L5,0.6 L9.9,9.4 Z"/>`,
	paper.MarkDash:     `<path class="dash" d="M3.4,5 L6.6,5"/>`,
	paper.MarkNotYet:   boxes(0),
	paper.MarkStarted:  boxes(1),
	paper.MarkHalfWay:  boxes(2),
	paper.MarkInPlace:  boxes(3),
	paper.MarkUnknown:  `<rect class="box open" x="1" y="1" width="28" height="8"/><text x="15" y="8.4">?</text>`,
	paper.MarkNoAnswer: `<rect class="box open" x="1" y="1" width="28" height="8"/>`,
}

// boxes draws three boxes, so many of them filled.
func boxes(filled int) string {
	var b strings.Builder
	for i := range 3 {
		class := "box"
		if i < filled {
			class = "box full"
		}
		fmt.Fprintf(&b, `<rect class="%s" x="%g" y="1" width="8" height="8"/>`, class, 1+float64(i)*10)
	}
	return b.String()
}

func isWide(m paper.Mark) bool { return m >= paper.MarkNotYet }

// mark draws a mark; its word stands beside it or is there to be heard.
func (p *page) mark(m paper.Mark) {
	if m == paper.MarkTick {
		p.write("✓\u00a0")
	}
	shape, drawn := markShapes[m]
	if !drawn {
		return
	}
	class, width := "mark", 10
	if isWide(m) {
		class, width = "mark steps", 30
	}
	fmt.Fprintf(&p.out, `<svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %d 10" aria-hidden="true">%s</svg>`, class, width, shape)
}

// href is where a link leads on the page or in the world; "" if it leads nowhere.
func (p *page) href(link string) string {
	if id, ok := p.links[link]; ok {
		return "#" + id
	}
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(link, scheme) {
			return link
		}
	}
	return ""
}

// content makes words safe between tags, and lets very long ones break.
func content(text string) string {
	text = paper.Sound(text)
	var b strings.Builder
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		b.WriteString(breakable(text[:end]))
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		b.WriteString(text[end : len(text)-len(rest)])
		text = rest
	}
	return b.String()
}

// breakable is a word, made safe, with places where it may be broken if it is very long.
func breakable(word string) string {
	letters := []rune(word)
	if len(letters) <= longWord {
		return attribute(word)
	}
	var b strings.Builder
	for len(letters) > breakEvery {
		b.WriteString(attribute(string(letters[:breakEvery])) + "<wbr/>")
		letters = letters[breakEvery:]
	}
	b.WriteString(attribute(string(letters)))
	return b.String()
}

// attribute makes words safe within a tag.
func attribute(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(paper.Sound(text))); err != nil {
		return ""
	}
	return b.String()
}

// cssText makes words safe in a string of the style sheet.
func cssText(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%X `, r) // the space belongs to it
		}
	}
	return b.String()
}
