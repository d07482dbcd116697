package docx

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// mostColours is what a picture with a palette can have.
const mostColours = 256

// paletted gives a painted drawing with a palette, which makes a file a quarter as large.
// The colours it was drawn with stay as they are; of the many shades at the edges of
// letters and lines, those that the eye cannot tell apart become one.
func paletted(painted *image.RGBA) *image.Paletted {
	counts := map[color.RGBA]int{}
	eachRun(painted, func(c color.RGBA, from, to int) { counts[c] += to - from })
	palette, places := choose(counts)
	out := image.NewPaletted(painted.Bounds(), palette)
	eachRun(painted, func(c color.RGBA, from, to int) {
		place := places[c]
		for i := from; i < to; i++ {
			out.Pix[i] = place
		}
	})
	return out
}

// eachRun visits the stretches of one colour, by the places of their pixels.
func eachRun(painted *image.RGBA, visit func(c color.RGBA, from, to int)) {
	at := func(i int) color.RGBA {
		return color.RGBA{painted.Pix[4*i], painted.Pix[4*i+1], painted.Pix[4*i+2], 255}
	}
	for from, n := 0, len(painted.Pix)/4; from < n; {
		to := from + 1
		for to < n && at(to) == at(from) {
			to++
		}
		visit(at(from), from, to)
		from = to
	}
}

// choose gives a palette for colours that occur so often, and the place in it for each of
// them. Colours alike in their first bits share the place of the commonest of them: in the
// first four if that leaves few enough, else in fewer.
func choose(counts map[color.RGBA]int) (color.Palette, map[color.RGBA]uint8) {
	order := make([]color.RGBA, 0, len(counts))
	for c := range counts {
		order = append(order, c)
	}
	slices.SortFunc(order, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	for bits := 4; ; bits-- {
		shift := 8 - bits
		var palette color.Palette
		places, alike := map[color.RGBA]uint8{}, map[color.RGBA]uint8{}
		for _, c := range order {
			shade := color.RGBA{c.R >> shift, c.G >> shift, c.B >> shift, 255}
			place, taken := alike[shade]
			if !taken && len(palette) < mostColours {
				place = uint8(len(palette))
				alike[shade] = place
				palette = append(palette, c)
			} else if !taken {
				break
			}
			places[c] = place
		}
		if len(places) == len(order) {
			return palette, places
		}
	}
}
