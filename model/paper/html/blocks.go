package html

import (
	"fmt"
	"strconv"
	"strings"

	"commonplan/model/paper"
)

func (p *page) blocks(all []paper.Block) {
	for _, b := range all {
		p.block(b)
	}
}

func (p *page) block(b paper.Block) {
	switch b := b.(type) {
	case paper.TitleBlock:
		p.titleBlock(b)
	case paper.Decision:
		p.decision(b)
	case paper.Section:
		p.section(b)
	case paper.Heading:
		level := p.heading(b.Level)
		p.textElement(level, b.Text)
	case paper.Paragraph:
		p.paragraph(b)
	case paper.KeyFigures:
		class := "figures"
		if b.Across {
			class = "across"
		}
		p.facts(class, b.Items)
	case paper.List:
		p.list(b)
	case paper.Table:
		p.table(b)
	case paper.Columns:
		p.columns(b)
	case paper.Frame:
		p.tag("div", "class", "frame")
		p.blocks(b.Blocks)
		p.end("div")
	case paper.Figure:
		p.figure(b)
	case paper.Picture:
		p.photograph(b)
	case paper.Contents:
		p.contents(b)
	case paper.PageBreak:
		p.tag("div", "class", "new-page")
		p.end("div")
	default:
		p.problem = fmt.Errorf("a web page has no form for %T", b)
	}
}

// heading is the element of a heading: of the wished level, but never more than one
// below the heading before it.
func (p *page) heading(level int) string {
	p.level = max(min(level, p.level+1, 6), 1)
	return "h" + strconv.Itoa(p.level)
}

func (p *page) titleBlock(b paper.TitleBlock) {
	class := ""
	if b.Cover {
		class = "cover"
	}
	p.tag("header", "class", class)
	if b.Logo != nil {
		p.photograph(*b.Logo)
	}
	p.some("p", b.Kicker, "class", "kicker")
	p.some(p.heading(1), b.Title)
	p.some("p", b.Subtitle, "class", "subtitle")
	p.facts("facts", b.Facts)
	p.end("header")
}

// some writes an element unless it would be empty.
func (p *page) some(name, text string, attributes ...string) {
	if text != "" {
		p.element(name, text, attributes...)
	}
}

func (p *page) facts(class string, all []paper.Fact) {
	if len(all) == 0 {
		return
	}
	p.tag("dl", "class", class)
	for _, f := range all {
		p.tag("div")
		p.element("dt", f.Label)
		p.textElement("dd", f.Value)
		p.end("div")
	}
	p.end("dl")
}

func (p *page) decision(b paper.Decision) {
	p.tag("div", "class", "decision")
	p.some("p", b.Label, "class", "label")
	if len(b.Sentence) > 0 {
		p.textElement("p", b.Sentence, "class", "sentence")
	}
	p.end("div")
}

func (p *page) section(b paper.Section) {
	id := p.sections[p.begun].id
	p.begun++
	class := ""
	if b.Break == paper.NewPage {
		class = "new-page"
	}
	p.tag("section", "id", id, "class", class)
	if title := strings.TrimSpace(b.Title); b.Number != "" || title != "" {
		name := p.heading(2)
		p.open(name)
		if b.Number != "" {
			p.open("span", "class", "number")
			p.write(content(b.Number))
			p.close("span")
			p.write(" ")
		}
		p.write(content(title))
		p.end(name)
	}
	p.blocks(b.Blocks)
	p.end("section")
}

func (p *page) paragraph(b paper.Paragraph) {
	if len(b.Text) == 0 {
		return
	}
	var classes []string
	if b.Small {
		classes = append(classes, "small")
	}
	if b.KeepWithNext {
		classes = append(classes, "keep")
	}
	p.textElement("p", b.Text, "class", strings.Join(classes, " "))
}

func (p *page) list(b paper.List) {
	if len(b.Items) == 0 {
		return
	}
	name := "ul"
	if b.Kind == paper.Numbered {
		name = "ol"
	}
	p.tag(name)
	for _, item := range b.Items {
		p.textElement("li", item)
	}
	p.end(name)
}

// columns stand side by side where there is room.
func (p *page) columns(b paper.Columns) {
	total := b.Gap * float64(max(len(b.Cols)-1, 0))
	var shares []string
	for _, c := range b.Cols {
		total += c.Width
		shares = append(shares, fmt.Sprintf("minmax(0, %gfr)", c.Width))
	}
	if total <= 0 {
		return
	}
	whole := p.width
	class := "columns"
	if b.Chain {
		class = "columns chain"
	}
	p.tag("div", "class", class, "style", fmt.Sprintf("--columns: %s; --gap: %.3g%%", strings.Join(shares, " "), 100*b.Gap/total))
	for _, c := range b.Cols {
		p.width = whole * c.Width / total
		p.tag("div")
		p.blocks(c.Blocks)
		p.end("div")
	}
	p.end("div")
	p.width = whole
}

func (p *page) contents(b paper.Contents) {
	title := b.Title
	if title == "" {
		title = p.words.Say("webpage.contents")
	}
	p.tag("nav", "aria-label", title)
	p.some("p", b.Title, "class", "contents")
	p.tag("ul")
	for _, s := range p.sections {
		if words := join(" ", s.Number, s.Title); words != "" {
			p.open("li")
			p.open("a", "href", "#"+s.id)
			p.write(content(words))
			p.close("a")
			p.end("li")
		}
	}
	p.end("ul")
	p.end("nav")
}
