package typeset

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// Notes stand at the foot of the page that first refers to them, under a short rule.
const (
	noteSize      = .68 // of the number in the text, as a part of the type size
	noteLift      = .34 // and how far it is lifted
	noteRuleWidth = 40  // mm
	noteRuleRoom  = 2.4 // mm above the first note, with the rule
	noteGap       = 1.2 // mm from a note's number to its words
	longestNote   = 600 // letters; a longer one stands in the text
)

// note is a note that words refer to.
type note struct {
	text   string
	lines  []slab
	page   int // where it stands, counted from 1; 0 is nowhere
	y      float64
	height float64
}

// foot is what stands at the foot of a page.
type foot struct {
	notes  []*note
	height float64
}

// size is the type size of words in a voice.
func (v voice) size(kind Type) float64 {
	if v.raised {
		return noteSize * kind.Size
	}
	return kind.Size
}

// lift is how far words in a voice stand above the line, in mm.
func (v voice) lift(kind Type) float64 {
	if v.raised {
		return noteLift * pt(kind.Size)
	}
	return 0
}

// noteTo gives what stands after the words of a run with a note, and its voice: the
// number of the note, or all of it if it is too long for the foot of a page. v is the
// voice of the run, base that of the words around it. Words with the same note share it.
func (s *setter) noteTo(run paper.Run, v, base voice) (string, voice, bool) {
	text := strings.TrimSpace(s.clean(run.Note))
	if text == "" {
		return "", v, false
	}
	if utf8.RuneCountInString(text) > longestNote {
		return " (" + text + ")", v, true
	}
	at := 0
	for at < len(s.notes) && s.notes[at].text != text {
		at++
	}
	if at == len(s.notes) {
		s.notes = append(s.notes, &note{text: text})
		s.setNote(s.notes[at], at+1)
	}
	v.element = s.element(RoleLink, s.element(RoleRefers, base.element))
	v.link, v.target, v.note, v.raised = "", 0, at+1, true
	return strconv.Itoa(at + 1), v, true
}

// setNote sets the words of a note.
func (s *setter) setNote(n *note, number int) {
	element := s.element(RoleNote, 0)
	x := s.look.Left
	label := s.plain(strconv.Itoa(number)+" ", s.look.Small, s.ink(s.element(RoleLabel, element)), s.look.Width)
	indent := firstWidth(label) + noteGap
	n.lines = s.paraSlabs(s.plain(n.text, s.look.Small, s.ink(s.element(RoleP, element)), s.look.Width-indent), x+indent)
	n.lines[0].items = append(s.items(label, 0, x, 0), n.lines[0].items...)
	n.height = extent(n.lines)
}

// refers gives the notes that a slab refers to and that stand nowhere yet.
func (p *paginator) refers(sl slab) []*note {
	if len(p.notes) == 0 {
		return nil
	}
	var out []*note
	for _, it := range sl.items {
		if it.Note > 0 && p.notes[it.Note-1].page == 0 {
			out = append(out, p.notes[it.Note-1])
		}
	}
	for _, col := range sl.cols {
		for _, in := range col {
			out = append(out, p.refers(in)...)
		}
	}
	return out
}

// noteRoom is how much a slab takes at the foot of the page it comes to stand on.
func (p *paginator) noteRoom(sl slab) float64 {
	room := 0.0
	for _, n := range p.refers(sl) {
		room += n.height
	}
	if room > 0 && p.feet[p.page].height == 0 {
		room += noteRuleRoom
	}
	return room
}

// addNotes puts the notes of a slab at the foot of this page.
func (p *paginator) addNotes(sl slab) {
	for _, n := range p.refers(sl) {
		if n.page > 0 { // two of its words refer to it
			continue
		}
		f := &p.feet[p.page]
		if f.height == 0 {
			f.height = noteRuleRoom
		}
		n.page = p.page + 1
		f.notes = append(f.notes, n)
		f.height += n.height
	}
}

// footnotes paints the notes, when all else has its place.
func (p *paginator) footnotes() {
	for page, f := range p.feet {
		if len(f.notes) == 0 {
			continue
		}
		y := p.look.Bottom - f.height
		items := []Item{{Element: Artifact, Shape: straight(p.look.Left, y+noteRuleRoom/2, p.look.Left+noteRuleWidth, y+noteRuleRoom/2,
			figure.Stroke{Colour: p.look.Rule, Width: p.look.HairWidth})}}
		y += noteRuleRoom
		for _, n := range f.notes {
			n.y = y
			for _, line := range n.lines {
				for _, it := range line.items {
					items = append(items, it.at(0, y))
				}
				y += line.height
			}
		}
		p.pages[page].Items = append(p.pages[page].Items, items...)
	}
}

// placedNotes says where the notes stand.
func (s *setter) placedNotes() []Note {
	var out []Note
	for i, n := range s.notes {
		out = append(out, Note{Name: s.words.Say("paper.note", words.With{"N": i + 1}), Page: n.page, Y: n.y})
	}
	return out
}
