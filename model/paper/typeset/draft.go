package typeset

import (
	"math"

	"commonplan/model/figure"
)

// The word behind the text of a draft.
const (
	draftPart = .62 // of the page's diagonal
	draftTall = 90  // mm it may be high at most
)

var draftGrey = figure.Hex(0xECECEC)

// markDraft puts a word behind the text of every page, from corner to corner. It is
// drawn, not written: nobody reads it aloud or copies it with the text.
func (s *setter) markDraft(pages []Page, word string) {
	steps, width := s.metrics.Outline(s.clean(word), true)
	if width == 0 {
		return
	}
	w, h := s.look.PageWidth, s.look.PageHeight
	size := min(draftPart*math.Hypot(w, h)/width, draftTall)
	const middle = .35 // of the letters' height, above the baseline
	sin, cos := math.Sincos(-math.Atan2(h, w))
	place := func(p figure.Point) figure.Point {
		x, y := (p.X-width/2)*size, (p.Y+middle)*size
		return figure.Point{X: w/2 + x*cos - y*sin, Y: h/2 + x*sin + y*cos}
	}
	for i := range steps {
		for k := range steps[i].P {
			steps[i].P[k] = place(steps[i].P[k])
		}
	}
	mark := Item{Element: Artifact, Kind: Watermark, Shape: figure.Path{Steps: steps, Fill: draftGrey}}
	for i := range pages {
		pages[i].Items = append([]Item{mark}, pages[i].Items...)
	}
}
