// Package html writes papers as web pages: one file with everything in it, to put on a
// website, to read on a telephone, or to hear.
//
// [Write] gives a page that works without scripts and asks nothing of the network. It
// has the paper's structure in the elements made for it: headings in order, lists,
// tables with a caption and header cells, figures with their words. The page is also
// well-formed XML. It prints on A4 like the paper, and adapts to narrow and dark screens.
//
// What is in the file: blocks.go has a function for each block, table.go the tables,
// scale.go the drawings of time in them, pictures.go drawings and photographs, text.go
// runs of words, notes.go what they refer to, style.css the looks.
// The same document always gives the same bytes.
package html

import (
	_ "embed"
	"fmt"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
)

//go:embed style.css
var style string

// mainID is the id of the page's main part, where the skip link leads.
const mainID = "paper"

// policy lets the page run no scripts and load nothing but the photographs within it.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

// Write gives a paper as a web page in UTF-8. The words are those of the few links and
// names that the paper has not itself; nil is English. The error is a block that this
// package does not know.
func Write(doc paper.Document, w *words.Words) ([]byte, error) {
	if w == nil {
		w = words.English()
	}
	p := &page{doc: doc, words: w, look: lookOf(doc), ids: map[string]bool{mainID: true}, links: map[string]string{}}
	p.width = p.look.Width
	p.nameSections()
	p.head()
	class := ""
	if p.look.Reflow {
		class = "large"
	}
	p.tag("body", "class", class)
	p.write(`<a class="skip" href="#` + mainID + `">` + attribute(w.Say("webpage.skip")) + "</a>\n")
	p.tag("main", "id", mainID)
	if !hasTitle(doc) {
		p.element("h1", doc.Title, "class", "unseen")
		p.level = 1
	}
	p.some("p", doc.Print.Draft, "class", "draft")
	p.blocks(doc.Blocks)
	p.notesList()
	p.end("main")
	p.foot()
	p.end("body")
	p.end("html")
	if p.problem != nil {
		return nil, p.problem
	}
	return []byte(p.out.String()), nil
}

// page is a web page being written.
type page struct {
	out      strings.Builder
	doc      paper.Document
	words    *words.Words
	look     typeset.Look
	ids      map[string]bool   // that are taken
	links    map[string]string // the ids that a paper's own links lead to, by "#" and the section's ID
	sections []named
	notes    []note
	begun    int     // how many sections have begun
	level    int     // of the last heading
	width    float64 // mm of the column that is being written, as on paper
	problem  error
}

func lookOf(doc paper.Document) typeset.Look {
	if doc.Print.Black {
		return typeset.LookOf(doc).Black()
	}
	return typeset.LookOf(doc)
}

// named is a section with its id on the page.
type named struct {
	id string
	paper.Section
}

func hasTitle(doc paper.Document) bool {
	found := false
	paper.Walk(doc.Blocks, func(b paper.Block) {
		if t, ok := b.(paper.TitleBlock); ok && paper.Sound(t.Title) != "" {
			found = true
		}
	})
	return found
}

// nameSections gives every section an id of its own, before links lead to them.
func (p *page) nameSections() {
	paper.Walk(p.doc.Blocks, func(b paper.Block) {
		s, ok := b.(paper.Section)
		if !ok {
			return
		}
		wish := s.ID
		if wish == "" {
			wish = "section"
		}
		id := p.newID(wish)
		p.sections = append(p.sections, named{id, s})
		if _, taken := p.links["#"+s.ID]; s.ID != "" && !taken {
			p.links["#"+s.ID] = id
		}
	})
}

// newID gives an id that nothing on the page has, like the one that is wished for.
func (p *page) newID(wish string) string {
	wish = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, wish)
	id := wish
	for n := 2; p.ids[id]; n++ {
		id = fmt.Sprintf("%s-%d", wish, n)
	}
	p.ids[id] = true
	return id
}

func (p *page) head() {
	p.write("<!DOCTYPE html>\n")
	p.tag("html", "lang", p.doc.Language)
	p.tag("head")
	p.write("<meta charset=\"utf-8\"/>\n")
	p.write(`<meta http-equiv="Content-Security-Policy" content="` + policy + "\"/>\n")
	p.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
	p.write("<title>" + attribute(p.doc.Title) + "</title>\n")
	p.meta("author", p.doc.Author)
	p.meta("description", p.doc.Subject)
	p.write("<style>\n" + p.palette() + style + p.sheet() + "</style>\n")
	p.end("head")
}

func (p *page) meta(name, content string) {
	if content != "" {
		p.write(`<meta name="` + name + `" content="` + attribute(content) + "\"/>\n")
	}
}

// palette gives the colours, the size and the typeface of the paper to the style sheet.
func (p *page) palette() string {
	var b strings.Builder
	b.WriteString(":root {")
	for _, c := range []struct {
		name   string
		colour figure.Colour
	}{
		{"ink", p.look.Ink}, {"accent", p.look.Accent}, {"mute", p.look.Mute}, {"rule", p.look.Rule}, {"hair", p.look.Hair},
		{"tint", p.look.Tint}, {"circle", p.look.Environment}, {"square", p.look.Social}, {"triangle", p.look.Wealth},
	} {
		value := "transparent"
		if c.colour.On {
			value = fmt.Sprintf("#%02X%02X%02X", c.colour.R, c.colour.G, c.colour.B)
		}
		fmt.Fprintf(&b, " --%s: %s;", c.name, value)
	}
	fmt.Fprintf(&b, " --size: %gpt; --typeface: \"%s\"; }\n", p.look.Body.Size, cssText(p.doc.Print.Typeface.Name()))
	return b.String()
}

// sheet gives printed pages their size and margins. Browsers that can put the footer of
// the paper at the foot of each; the others print it once at the end.
func (p *page) sheet() string {
	const page, pages = "\x01", "\x02"
	said := cssText(p.words.Say("paper.page", words.With{"Page": page, "Pages": pages}))
	said = strings.NewReplacer(cssText(page), `" counter(page) "`, cssText(pages), `" counter(pages) "`).Replace(said)
	var b strings.Builder
	fmt.Fprintf(&b, "@page { size: %gmm %gmm; margin: %gmm %gmm %gmm; font-size: %gpt;\n", p.look.PageWidth, p.look.PageHeight,
		p.look.Top, p.look.Left, p.look.PageHeight-p.look.Bottom, p.look.Footer.Size)
	fmt.Fprintf(&b, "\t@bottom-left { content: \"%s\"; }\n", cssText(paper.Sound(p.doc.Footer.Project)))
	fmt.Fprintf(&b, "\t@bottom-center { content: \"%s\"; }\n", cssText(paper.Sound(p.version())))
	fmt.Fprintf(&b, "\t@bottom-right { content: \"%s\"; }\n}\n", said)
	return b.String()
}

// version is the middle of the footer with the notes after it.
func (p *page) version() string {
	return join(" · ", append([]string{p.doc.Footer.Version}, p.doc.Footer.Notes...)...)
}

// foot says whose the paper is and of when.
func (p *page) foot() {
	f := p.doc.Footer
	p.tag("footer")
	p.some("p", join(" · ", f.Project, f.Group))
	p.some("p", p.version())
	p.end("footer")
}

// join puts a sign between those of some words that are not empty.
func join(sign string, all ...string) string {
	var some []string
	for _, s := range all {
		if s != "" {
			some = append(some, s)
		}
	}
	return strings.Join(some, sign)
}
