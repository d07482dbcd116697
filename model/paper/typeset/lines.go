package typeset

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/resources/fonts"
)

// letter is one character of a paragraph, or a drawn mark, with its width in mm.
type letter struct {
	width float64
	r     rune
	run   int32
	mark  paper.Mark
	face  fonts.Typeface
}

// voice is how the words of a run sound: what every letter of it shares.
type voice struct {
	bold    bool
	colour  figure.Colour
	element int
	link    string // an address outside the paper
	target  int    // 1 + the section it leads to; 0 is none
	markElm int    // element of its mark, or Artifact
	note    int    // 1 + the note it leads to; 0 is none
	raised  bool   // smaller and higher, as the numbers of notes
}

// line is a range of letters; a space it ends with is in the range, not in the width.
type line struct {
	from, to int
	width    float64
}

// para is a paragraph broken into lines of one type size.
type para struct {
	letters []letter
	voices  []voice
	lines   []line
	kind    Type
}

func (p para) height() float64 { return float64(len(p.lines)) * p.kind.height() }

// plain makes a paragraph of plain words.
func (s *setter) plain(text string, kind Type, v voice, width float64) para {
	return s.wrap(paper.Words(text), kind, v, width)
}

// wrap breaks a text into lines. base is the voice of its plain runs.
func (s *setter) wrap(text paper.Text, kind Type, base voice, width float64) para {
	p := s.shape(text, kind, base)
	p.lines = breakLines(p.letters, width)
	return p
}

// wrapCell breaks a text as wrap does, and where two lines are needed anyway it
// breaks after a comma or semicolon if it can.
func (s *setter) wrapCell(text paper.Text, kind Type, base voice, width float64) para {
	p := s.wrap(text, kind, base, width)
	if len(p.lines) == 2 {
		if better := breakAtPause(p.letters, width); better != nil {
			p.lines = better
		}
	}
	return p
}

// shape turns runs into letters with their widths.
func (s *setter) shape(text paper.Text, kind Type, base voice) para {
	if base.element != Artifact && base.link == "" && base.target == 0 { // a link holds its words itself
		text = s.own.Mark(text)
	}
	size := 0
	for _, run := range text {
		size += len(run.Text) + 2
	}
	p := para{kind: kind, letters: s.roomFor(size), voices: make([]voice, 0, len(text))}
	runes := s.runes[:0]
	s.runes = nil // a note in the text is shaped on the way
	for _, run := range text {
		v := s.voiceOf(run, base)
		i := len(p.voices)
		p.voices = append(p.voices, v)
		words := s.clean(run.Text)
		switch {
		case run.Mark == paper.MarkTick:
			words = "✓\u00a0" + strings.TrimLeft(words, " ")
		case run.Mark != paper.NoMark:
			p.letters = append(p.letters, letter{mark: run.Mark, run: int32(i), width: markWidth(run, kind)})
			runes = append(runes, '\ufffc')
		}
		for _, r := range words {
			p.letters = append(p.letters, letter{run: int32(i)})
			runes = append(runes, r)
		}
		if number, v, noted := s.noteTo(run, v, base); noted {
			p.voices = append(p.voices, v)
			for _, r := range number {
				p.letters = append(p.letters, letter{run: int32(i + 1)})
				runes = append(runes, r)
			}
		}
	}
	glue(runes)
	s.measure(p, runes)
	s.runes = runes // to be used again
	return p
}

// roomFor gives an empty list with room for some letters, cut from a large one.
func (s *setter) roomFor(count int) []letter {
	const atOnce = 1 << 13
	if cap(s.letters)-len(s.letters) < count {
		s.letters = make([]letter, 0, max(atOnce, count))
	}
	from := len(s.letters)
	s.letters = s.letters[:from+count]
	return s.letters[from : from : from+count]
}

// measure says how wide the letters of a paragraph are.
func (s *setter) measure(p para, runes []rune) {
	var v *voice
	size, of := 0.0, int32(-1)
	for i := range p.letters {
		l := &p.letters[i]
		if l.mark != paper.NoMark {
			continue
		}
		if l.run != of {
			of, v = l.run, &p.voices[l.run]
			size = v.size(p.kind)
		}
		m := s.measures(runes[i], v.bold)
		l.r, l.face = runes[i], m.face
		l.width = m.width(size)
	}
}

// measures are what a letter's width and typeface are, in one weight.
type measures struct {
	thousandths int16 // of the type size
	face        fonts.Typeface
	known       bool
}

// width is the width of a letter in mm.
func (m measures) width(size float64) float64 { return pt(size * float64(m.thousandths) / 1000) }

func (s *setter) measures(r rune, bold bool) measures {
	if r == noBreakSpace {
		r = ' ' // it is written as one
	}
	known := &s.known[0]
	if bold {
		known = &s.known[1]
	}
	if int(r) >= len(known) || r < 0 {
		return s.ask(r, bold)
	}
	if !known[r].known {
		known[r] = s.ask(r, bold)
	}
	return known[r]
}

func (s *setter) ask(r rune, bold bool) measures {
	thousandths, _ := s.metrics.Width(r, bold)
	return measures{int16(thousandths), s.metrics.Face(r, bold), true}
}

// face is the typeface a letter is set in.
func (s *setter) face(r rune, bold bool) fonts.Typeface { return s.measures(r, bold).face }

// textWidth is the width of a text without its breaks, in mm.
func (s *setter) textWidth(text string, bold bool, size float64) float64 {
	sum := 0.0
	for _, r := range text {
		sum += s.measures(r, bold).width(size)
	}
	return sum
}

func (s *setter) voiceOf(run paper.Run, base voice) voice {
	v := base
	v.markElm = Artifact
	v.bold = v.bold || run.Strong
	switch run.Tone {
	case paper.Accent:
		v.colour = s.look.Accent
	case paper.Mute:
		v.colour = s.look.Mute
	}
	link, target := "", 0
	if run.Link != "" && strings.TrimSpace(s.clean(run.Text)) != "" {
		link, target = s.resolve(run.Link)
	}
	leads := link != "" || target > 0
	if leads {
		v.link, v.target = link, target
		v.element = s.element(RoleLink, v.element)
	}
	if run.Language != "" {
		if !leads {
			v.element = s.element(RoleSpan, v.element)
		}
		s.elements[v.element].Language = run.Language
	}
	if run.MarkWord != "" {
		v.markElm = s.element(RoleSpan, base.element)
		s.elements[v.markElm].Alt = s.clean(run.MarkWord)
	}
	return v
}

// resolve parts links into the paper from those out of it. A link to a section that
// is not there leads nowhere, and so does one that is no web page, mail or telephone.
func (s *setter) resolve(link string) (address string, target int) {
	id, inside := strings.CutPrefix(link, "#")
	if !inside {
		if leadsOut(link) {
			return link, 0
		}
		return "", 0
	}
	at := slices.IndexFunc(s.sections, func(sec Section) bool { return id != "" && sec.ID == id })
	return "", at + 1
}

// hostName is a host with its port.
var hostName = regexp.MustCompile(`^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?$`)

// leadsOut tells whether an address is a sound one of a web page, mail or telephone.
func leadsOut(link string) bool {
	address, err := url.Parse(link)
	if err != nil {
		return false
	}
	switch address.Scheme {
	case "https", "http":
		return hostName.MatchString(address.Host)
	case "mailto", "tel":
		return address.Opaque != ""
	}
	return false
}

// breakLines fills lines from the left. A word wider than the line is broken.
func breakLines(ls []letter, width float64) []line {
	var lines []line
	for from := 0; from < len(ls); {
		ln := fillLine(ls, from, width)
		lines = append(lines, ln)
		from = ln.to
	}
	return lines
}

const slack = 1e-6 // mm, for sums of widths that should be equal

func fillLine(ls []letter, from int, width float64) line {
	used, best, loose := 0.0, line{}, line{}
	for i := from; i < len(ls); i++ {
		switch ls[i].r {
		case ' ':
			best = line{from, i + 1, used}
		case noBreakSpace: // better to break here than inside a word
			loose = line{from, i + 1, used}
		}
		used += ls[i].width
		if used > width+slack && ls[i].r != ' ' {
			switch {
			case best.to > 0:
				return best
			case loose.to > 0:
				return loose
			case i == from:
				return line{from, i + 1, used}
			}
			return line{from, i, used - ls[i].width}
		}
		if breaksAfter(ls, i) {
			best = line{from, i + 1, used}
		}
	}
	if n := len(ls); ls[n-1].r == ' ' {
		return line{from, n, used - ls[n-1].width}
	}
	return line{from, len(ls), used}
}

// breaksAfter tells that a line may end after a letter that is no space: a hyphen or
// slash between two words.
func breaksAfter(ls []letter, i int) bool {
	if i == 0 || i+1 >= len(ls) {
		return false
	}
	switch ls[i].r {
	case '-', '\u2010', '/', '–', '—':
		return isLetter(ls[i-1].r) && isLetter(ls[i+1].r)
	}
	return false
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r != '×' && r != '÷' && r < 0x2000
}

// breakAtPause breaks a text that needs two lines after a comma or semicolon, if both
// parts fit and the first is not too short; nil if there is no such place.
func breakAtPause(ls []letter, width float64) []line {
	used, total := 0.0, 0.0
	for _, l := range ls {
		total += l.width
	}
	var best []line
	for i, l := range ls {
		if l.r == ' ' && i > 0 && (ls[i-1].r == ',' || ls[i-1].r == ';') {
			rest := total - used - l.width
			if used <= width+slack && rest <= width+slack && used >= .4*width {
				best = []line{{0, i + 1, used}, {i + 1, len(ls), rest}}
			}
		}
		used += l.width
	}
	return best
}

// items places line n of a paragraph with its left end at x and its top at y.
func (s *setter) items(p para, n int, x, y float64) []Item { return s.appendLine(nil, p, n, x, y) }

// appendLine places line n of a paragraph after other items.
func (s *setter) appendLine(out []Item, p para, n int, x, y float64) []Item {
	ln := p.lines[n]
	base := y + s.baseline(p.kind)
	for i := ln.from; i < ln.to; {
		l := p.letters[i]
		v := &p.voices[l.run]
		if l.mark != paper.NoMark {
			out = append(out, s.markItems(l.mark, v.markElm, x, base, p.kind.Size)...)
			x += l.width
			i++
			continue
		}
		s.text = s.text[:0]
		width := 0.0
		for ; i < ln.to && p.letters[i].mark == paper.NoMark && p.letters[i].face == l.face && p.sameVoice(p.letters[i].run, l.run); i++ {
			r := p.letters[i].r
			if r == noBreakSpace {
				r = ' '
			}
			s.text = utf8.AppendRune(s.text, r)
			width += p.letters[i].width
		}
		out = append(out, Item{Element: v.element, Link: v.link, Target: v.target, Note: v.note, Width: width, Face: l.face, Shape: figure.Text{
			X: x, Y: base - v.lift(p.kind), String: string(s.text), Size: v.size(p.kind), Bold: v.bold, Colour: v.colour}})
		x += width
	}
	return out
}

// sameVoice tells that two runs sound alike.
func (p para) sameVoice(a, b int32) bool { return a == b || p.voices[a] == p.voices[b] }

// all places every line of a paragraph, the first with its top at y. For a right
// alignment x is the right end of the lines.
func (s *setter) all(p para, x, y float64, align paper.Align) []Item {
	return s.appendAll(make([]Item, 0, len(p.lines)), p, x, y, align)
}

// appendAll places every line of a paragraph after other items.
func (s *setter) appendAll(out []Item, p para, x, y float64, align paper.Align) []Item {
	for n, ln := range p.lines {
		left := x
		if align == paper.Right {
			left -= ln.width
		}
		out = s.appendLine(out, p, n, left, y+float64(n)*p.kind.height())
	}
	return out
}
