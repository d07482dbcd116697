package mapview

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"
)

// band is the height of a strip of the map, at 100 %, by which links are found.
const band float32 = 256

// index finds what is in a part of the map without looking at all of it: cards by
// column and height, links by the strips of the map they touch.
type index struct {
	columns [columns][]int32 // cards from top to bottom
	bands   [][]int32        // links that touch each strip
}

func newIndex(s *scene) *index {
	x := &index{bands: make([][]int32, bandOf(s.height)+1)}
	for i, c := range s.cards {
		x.columns[c.column] = append(x.columns[c.column], int32(i))
	}
	for _, cards := range x.columns {
		slices.SortFunc(cards, func(a, b int32) int {
			return cmp.Or(cmp.Compare(s.cards[a].at.Y, s.cards[b].at.Y), int(a-b))
		})
	}
	for i, l := range s.links {
		if len(l.line) == 0 {
			continue
		}
		top, bottom := float32(math.MaxFloat32), float32(0)
		for _, p := range l.line {
			top, bottom = min(top, p.Y), max(bottom, p.Y)
		}
		for b := bandOf(top); b <= min(bandOf(bottom), len(x.bands)-1); b++ {
			x.bands[b] = append(x.bands[b], int32(i))
		}
	}
	return x
}

func bandOf(y float32) int { return max(0, int(y/band)) }

// cardsIn calls see for each card in a part of the map.
func (s *scene) cardsIn(r rect, see func(card int)) {
	for column, cards := range s.index.columns {
		x := s.columnX(column)
		if len(cards) == 0 || x > r.right || x+s.cards[cards[0]].size.Width < r.left {
			continue
		}
		first, _ := slices.BinarySearchFunc(cards, r.top, func(i int32, top float32) int {
			return cmp.Compare(s.cards[i].at.Y+s.cards[i].size.Height, top)
		})
		for _, i := range cards[first:] {
			if s.cards[i].at.Y > r.bottom {
				break
			}
			see(int(i))
		}
	}
}

// linksIn calls see once for each link that may touch a part of the map, in order.
func (s *scene) linksIn(r rect, see func(link int)) {
	from, to := bandOf(r.top), min(bandOf(r.bottom), len(s.index.bands)-1)
	if from > to {
		return
	}
	if from == to {
		for _, i := range s.index.bands[from] {
			see(int(i))
		}
		return
	}
	seen := make([]bool, len(s.links))
	for b := from; b <= to; b++ {
		for _, i := range s.index.bands[b] {
			seen[i] = true
		}
	}
	for i, there := range seen {
		if there {
			see(i)
		}
	}
}

// cardAt is the card under a point, -1 for none.
func (s *scene) cardAt(p fyne.Position) int {
	found := -1
	s.cardsIn(rect{p.X, p.Y, p.X, p.Y}, func(i int) {
		if c := &s.cards[i]; p.X >= c.at.X && p.X < c.at.X+c.size.Width && p.Y >= c.at.Y && p.Y < c.at.Y+c.size.Height {
			found = i
		}
	})
	return found
}

// linkAt is the link nearest to a point and no further than reach, -1 for none.
func (s *scene) linkAt(p fyne.Position, reach float32) int {
	found, least := -1, reach
	near := rect{p.X - reach, p.Y - reach, p.X + reach, p.Y + reach}
	s.linksIn(near, func(i int) {
		line := s.links[i].line
		for k := 1; k < len(line); k++ {
			if !near.crosses(line[k-1], line[k]) {
				continue
			}
			if d := distance(p, line[k-1], line[k]); d < least {
				found, least = i, d
			}
		}
	})
	return found
}

// columnAt is the column that a place belongs to, -1 for the gaps between.
func (s *scene) columnAt(x float32) int {
	for column := range columns {
		if left := s.columnX(column); x >= left && x < s.columnX(column+1)-columnGap*s.scale {
			return column
		}
	}
	return -1
}

// above and below are the neighbours of a card in its column, -1 at the ends.
func (s *scene) neighbour(card, step int) int {
	cards := s.index.columns[s.cards[card].column]
	at := slices.Index(cards, int32(card)) + step
	if at < 0 || at >= len(cards) {
		return -1
	}
	return int(cards[at])
}

// nearest is the card of a column that stands nearest to a height, -1 for none.
func (s *scene) nearest(column int, y float32) int {
	found, least := -1, float32(math.MaxFloat32)
	for _, i := range s.index.columns[column] {
		if d := float32(math.Abs(float64(s.middle(int(i)) - y))); d < least {
			found, least = int(i), d
		}
	}
	return found
}

// middle is the height of a card's middle.
func (s *scene) middle(card int) float32 {
	return s.cards[card].at.Y + s.cards[card].size.Height/2
}
