package html

import (
	"strconv"
	"strings"

	"commonplan/model/paper"
	"commonplan/model/words"
)

// note is what words refer to: it stands at the end of the page.
type note struct {
	text     string
	id, from string // of the note, and of the first words that refer to it
}

// refer writes the number of a note, a link to it. Words with the same note share it.
func (p *page) refer(text string) {
	text = strings.TrimSpace(paper.Sound(text))
	if text == "" {
		return
	}
	at, from := 0, ""
	for at < len(p.notes) && p.notes[at].text != text {
		at++
	}
	if at == len(p.notes) {
		from = p.newID("from-note")
		p.notes = append(p.notes, note{text, p.newID("note"), from})
	}
	p.open("sup")
	p.open("a", "href", "#"+p.notes[at].id, "id", from, "role", "doc-noteref", "aria-label", p.words.Say("paper.note", words.With{"N": at + 1}))
	p.write(strconv.Itoa(at + 1))
	p.close("a")
	p.close("sup")
}

// notesList writes the notes, each with a link back.
func (p *page) notesList() {
	if len(p.notes) == 0 {
		return
	}
	p.tag("section", "class", "notes", "role", "doc-endnotes", "aria-label", p.words.Say("webpage.notes"))
	p.tag("ol")
	for _, n := range p.notes {
		p.open("li", "id", n.id)
		p.write(content(n.text) + " ")
		p.open("a", "href", "#"+n.from, "role", "doc-backlink", "aria-label", p.words.Say("webpage.back"))
		p.write("↩")
		p.close("a")
		p.end("li")
	}
	p.end("ol")
	p.end("section")
}
