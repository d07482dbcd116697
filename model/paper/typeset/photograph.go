package typeset

import (
	"errors"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/bitmap"
	"commonplan/model/words"
)

// photograph sets a picture with its caption. One that cannot be read is a sentence.
func (s *setter) photograph(b paper.Picture, x, width float64) []slab {
	alt := s.clean(NameOf(b, s.words))
	if alt == "" {
		alt = s.words.Say("paper.picture.nameless")
	}
	read, err := bitmap.Read(b.Data)
	if err != nil {
		why := s.refuse(err, alt)
		return s.paraSlabs(s.plain(why, s.look.Body, s.ink(s.element(RoleP, 0)), width), x)
	}
	w := width
	if b.Width > 0 {
		w = min(b.Width, width)
	}
	h := w * float64(read.Height) / float64(read.Width)
	if most := .6 * s.look.full(); h > most {
		w, h = w*most/h, most
	}
	element := s.element(RoleFigure, 0)
	s.elements[element].Alt = alt
	out := slab{height: h, items: []Item{{Element: element, Bitmap: read, Shape: figure.Rect{X: x, W: w, H: h}}}}
	if len(b.Caption) == 0 {
		return []slab{out}
	}
	caption := s.paraSlabs(s.wrap(b.Caption, s.look.Small, s.ink(s.element(RoleP, 0)), width), x)
	if len(caption) > 0 {
		caption[0].before = noteSpace
	}
	return keepAll(append([]slab{out}, caption...))
}

// NameOf is what a picture is called: by its alternative text, else by its caption, else
// that it has none.
func NameOf(b paper.Picture, w *words.Words) string {
	for _, name := range []string{b.Alt, b.Caption.String()} {
		if name = strings.TrimSpace(paper.Sound(name)); name != "" {
			return name
		}
	}
	return w.Say("paper.picture.nameless")
}

// Refusal is the sentence that stands in place of a picture that cannot be read: why,
// and what to do.
func Refusal(err error, name string, w *words.Words) string {
	key, with := "paper.picture.unknown", words.With{"Name": name}
	var bad *bitmap.Error
	if errors.As(err, &bad) {
		switch {
		case bad.Why == bitmap.Damaged:
			key = "paper.picture.damaged"
		case bad.Why == bitmap.TooLarge && bad.Width > 0:
			key = "paper.picture.pixels"
			with["Width"], with["Height"] = w.Number(bad.Width), w.Number(bad.Height)
		case bad.Why == bitmap.TooLarge:
			key = "paper.picture.bytes"
		}
	}
	return w.Say(key, with)
}

// refuse notes a picture that cannot be printed and says why.
func (s *setter) refuse(err error, alt string) string {
	refused := Refused{Picture: alt, Why: err}
	s.refused = append(s.refused, refused)
	return s.clean(refused.Sentence(s.words))
}
