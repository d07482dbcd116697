package layout_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model/layout"
)

// window is the geometry of the map in the window, in pixels.
func window() layout.Geometry {
	column := layout.Column{Width: 168, Gap: 36}
	return layout.Geometry{Columns: []layout.Column{column, column, column, column, column}, RowGap: 12, PortGap: 12, Lane: 12}
}

func nodes(columns ...int) []layout.Node {
	var all []layout.Node
	for c, n := range columns {
		for i := range n {
			all = append(all, layout.Node{ID: fmt.Sprintf("%c%d", 'a'+c, i+1), Column: c + 1, Height: 84})
		}
	}
	return all
}

func links(pairs ...string) []layout.Link {
	var all []layout.Link
	for _, p := range pairs {
		all = append(all, layout.Link{From: p[:2], To: p[2:]})
	}
	return all
}

// madeUp gives a map of n cards with two links each, a few of them skipping columns.
func madeUp(n int, seed uint64) ([]layout.Node, []layout.Link) {
	chance := rand.New(rand.NewPCG(seed, 0))
	var all []layout.Node
	var columns [6][]string
	for i := range n {
		c := i%5 + 1
		id := fmt.Sprintf("%c%d", 'a'+c, i)
		columns[c] = append(columns[c], id)
		all = append(all, layout.Node{ID: id, Column: c, Height: 84})
	}
	var ties []layout.Link
	for c := 1; c < 5; c++ {
		for _, from := range columns[c] {
			for range 2 {
				to := c + 1
				if chance.IntN(10) == 0 {
					to = min(c+2, 5)
				}
				ties = append(ties, layout.Link{From: from, To: columns[to][chance.IntN(len(columns[to]))]})
			}
		}
	}
	return all, ties
}

// drawn is any map a person could make.
type drawn struct {
	nodes    []layout.Node
	links    []layout.Link
	geometry layout.Geometry
	options  layout.Options
}

func draw(t *rapid.T) drawn {
	d := drawn{geometry: window()}
	spacing := rapid.SampledFrom([]layout.Spacing{layout.Align, layout.Fill, layout.Spread})
	for c := range d.geometry.Columns {
		d.geometry.Columns[c].Spacing = spacing.Draw(t, "spacing")
	}
	d.geometry.Height = rapid.SampledFrom([]float64{0, 300, 2000}).Draw(t, "height")
	d.options = layout.Options{Keep: rapid.Bool().Draw(t, "keep"), Together: rapid.Bool().Draw(t, "together")}
	n := rapid.IntRange(0, 25).Draw(t, "cards")
	for i := range n {
		d.nodes = append(d.nodes, layout.Node{
			ID:     fmt.Sprint(i),
			Column: rapid.IntRange(1, 5).Draw(t, "column"),
			Height: rapid.Float64Range(10, 200).Draw(t, "high"),
			Group:  rapid.SampledFrom([]string{"", "health", "work"}).Draw(t, "theme"),
		})
	}
	seen := map[layout.Link]bool{}
	for range rapid.IntRange(0, 40).Draw(t, "links") {
		l := layout.Link{From: fmt.Sprint(rapid.IntRange(0, 25).Draw(t, "from")), To: fmt.Sprint(rapid.IntRange(0, 25).Draw(t, "to"))}
		if !seen[l] {
			seen[l] = true
			d.links = append(d.links, l)
		}
	}
	return d
}

func (d drawn) place() layout.Map { return layout.Place(d.nodes, d.links, d.geometry, d.options) }

func TestNoCardLiesOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		m := d.place()
		for i, a := range m.Cards {
			if a.Y < -1e-6 || a.Y+a.H > m.Height+1e-6 || a.X < 0 || a.X+a.W > m.Width+1e-6 {
				t.Fatalf("card %d at %v is off the map of %v × %v", i, a, m.Width, m.Height)
			}
			for j, b := range m.Cards[:i] {
				if a.X == b.X && a.Y < b.Y+b.H+d.geometry.RowGap-1e-6 && b.Y < a.Y+a.H+d.geometry.RowGap-1e-6 {
					t.Fatalf("cards %d %v and %d %v are too near", i, a, j, b)
				}
			}
		}
		if fits := d.geometry.Height == 0 || m.Height <= d.geometry.Height+1e-6; fits != m.Fits {
			t.Fatalf("height %v of %v, but fits is %v", m.Height, d.geometry.Height, m.Fits)
		}
	})
}

func TestEveryCardStandsInItsColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		for i, card := range d.place().Cards {
			if want := float64(d.nodes[i].Column-1) * (168 + 36); card.X != want || card.W != 168 || card.H != d.nodes[i].Height {
				t.Fatalf("card %d of column %d, %v high, stands at %v", i, d.nodes[i].Column, d.nodes[i].Height, card)
			}
		}
	})
}

func TestTheSameInputGivesTheSameMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		if a, b := d.place(), d.place(); !reflect.DeepEqual(a, b) {
			t.Fatalf("two maps of the same cards differ:\n%v\n%v", a, b)
		}
	})
}

func TestALinkRunsFromEdgeToEdgeAndNeverUnderACard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		m := d.place()
		at := map[string]int{}
		for i, n := range d.nodes {
			at[n.ID] = i
		}
		for i, l := range d.links {
			from, ok := at[l.From]
			to, ok2 := at[l.To]
			route := m.Routes[i]
			if !ok || !ok2 || d.nodes[from].Column >= d.nodes[to].Column {
				if route != nil {
					t.Fatalf("link %v leads nowhere, but has the route %v", l, route)
				}
				continue
			}
			checkRoute(t, m, m.Cards[from], m.Cards[to], route)
		}
	})
}

func checkRoute(t *rapid.T, m layout.Map, from, to layout.Card, route layout.Route) {
	first, last := route[0], route[len(route)-1]
	if first.X != from.X+from.W || first.Y <= from.Y || first.Y >= from.Y+from.H {
		t.Fatalf("route %v does not leave the right edge of %v", route, from)
	}
	if last.X != to.X || last.Y <= to.Y || last.Y >= to.Y+to.H {
		t.Fatalf("route %v does not reach the left edge of %v", route, to)
	}
	for i := 0; i < len(route); i += 2 {
		if math.Abs(route[i+1].X-route[i].X-36) > 1e-6 {
			t.Fatalf("route %v curves beyond the gap between two columns", route)
		}
		if i == 0 {
			continue
		}
		in, out := route[i-1], route[i]
		if in.Y != out.Y {
			t.Fatalf("route %v is not level through a column", route)
		}
		for _, card := range m.Cards {
			if card.X < out.X && in.X < card.X+card.W && in.Y > card.Y-1e-6 && in.Y < card.Y+card.H+1e-6 {
				t.Fatalf("route %v runs under the card at %v", route, card)
			}
		}
	}
}

func TestAPersonsOwnOrderIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		d.options.Keep = true
		m := d.place()
		lowest := map[int]float64{}
		for i, n := range d.nodes {
			if y, ok := lowest[n.Column]; ok && m.Cards[i].Y <= y {
				t.Fatalf("card %d stands above one before it in the list", i)
			}
			lowest[n.Column] = m.Cards[i].Y
		}
	})
}

func TestCardsOfAThemeStandTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		d.options = layout.Options{Together: true}
		m := d.place()
		byHeight := make([]int, len(d.nodes))
		for i := range byHeight {
			byHeight[i] = i
		}
		slices.SortFunc(byHeight, func(a, b int) int { return int(math.Copysign(1, m.Cards[a].Y-m.Cards[b].Y)) })
		for column := 1; column <= 5; column++ {
			before, left := "", map[string]bool{}
			for _, i := range byHeight {
				n := d.nodes[i]
				if n.Column != column {
					continue
				}
				if n.Group != before {
					left[before] = true
				}
				if n.Group != "" && left[n.Group] {
					t.Fatalf("theme %q is apart in column %d", n.Group, column)
				}
				before = n.Group
			}
		}
	})
}

func TestCrossingsAreCountedOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		routes := draw(t).place().Routes
		type curve struct{ from, to layout.Point }
		var curves []curve
		for _, r := range routes {
			for i := 0; i < len(r); i += 2 {
				curves = append(curves, curve{r[i], r[i+1]})
			}
		}
		want := 0
		for i, a := range curves {
			for _, b := range curves[:i] {
				if a.from.X == b.from.X && (a.from.Y-b.from.Y)*(a.to.Y-b.to.Y) < 0 {
					want++
				}
			}
		}
		if got := layout.Crossings(routes); got != want {
			t.Fatalf("got %d crossings, counted one by one %d", got, want)
		}
	})
}

func TestAKnotThatCanBeUndoneIsUndone(t *testing.T) {
	for name, c := range map[string]struct {
		columns []int
		links   []layout.Link
		want    int
	}{
		"a twist":                  {[]int{2, 2}, links("a1b2", "a2b1"), 0},
		"three columns turned":     {[]int{3, 3, 3}, links("a1b3", "a2b2", "a3b1", "b1c3", "b2c1", "b3c2"), 0},
		"a link over a column":     {[]int{2, 2, 2}, links("a1b2", "b2c1", "a2b1", "b1c2", "a1c1"), 0},
		"two by two, all to all":   {[]int{2, 2}, links("a1b1", "a1b2", "a2b1", "a2b2"), 1},
		"three by three, all":      {[]int{3, 3}, links("a1b1", "a1b2", "a1b3", "a2b1", "a2b2", "a2b3", "a3b1", "a3b2", "a3b3"), 9},
		"nothing joined to others": {[]int{3, 0, 3}, nil, 0},
	} {
		m := layout.Place(nodes(c.columns...), c.links, window(), layout.Options{})
		if got := layout.Crossings(m.Routes); got != c.want {
			t.Errorf("%s: %d crossings, want %d", name, got, c.want)
		}
	}
}

func TestTheListsOrderStaysWhereNothingIsWonByAnother(t *testing.T) {
	cards := nodes(4, 4)
	m := layout.Place(cards, links("a1b1", "a2b2", "a3b3", "a4b4"), window(), layout.Options{})
	for i := 1; i < 8; i++ {
		if i != 4 && m.Cards[i].Y <= m.Cards[i-1].Y {
			t.Errorf("card %s stands above the one before it", cards[i].ID)
		}
	}
}

func TestAChainOfSingleLinksIsStraight(t *testing.T) {
	// given a tall column and one chain from its third card
	m := layout.Place(nodes(5, 1, 1, 1, 1), links("a3b1", "b1c1", "c1d1", "d1e1"), window(), layout.Options{})
	for i, route := range m.Routes {
		if math.Abs(route[0].Y-route[1].Y) > 0.5 {
			t.Errorf("link %d is bent from %v to %v", i, route[0].Y, route[1].Y)
		}
	}
}

func TestFilledAndSpreadColumnsShareTheHeightEqually(t *testing.T) {
	geometry := layout.Geometry{Height: 500, RowGap: 10,
		Columns: []layout.Column{{Width: 50, Gap: 10, Spacing: layout.Fill}, {Width: 50, Spacing: layout.Spread}}}
	m := layout.Place(nodes(3, 2), nil, geometry, layout.Options{})
	var tops []float64
	for _, c := range m.Cards {
		tops = append(tops, c.Y)
	}
	if want := []float64{0, 208, 416, 83, 333}; !reflect.DeepEqual(tops, want) {
		t.Errorf("cards stand at %v, want %v", tops, want)
	}
}

func TestCardsOffTheMapAreBroughtBack(t *testing.T) {
	m := layout.Place([]layout.Node{{ID: "x", Column: -3, Height: 84}, {ID: "y", Column: 99, Height: 84}}, nil, window(), layout.Options{})
	if m.Cards[0].X != 0 || m.Cards[1].X != 4*204 {
		t.Errorf("cards stand at %v", m.Cards)
	}
	if got := layout.Place(nil, nil, layout.Geometry{}, layout.Options{}); len(got.Cards) != 0 || !got.Fits {
		t.Errorf("an empty map is %v", got)
	}
}

func BenchmarkPlace(b *testing.B) {
	for _, n := range []int{50, 200, 500, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			cards, ties := madeUp(n, 1)
			var m layout.Map
			for b.Loop() {
				m = layout.Place(cards, ties, window(), layout.Options{})
			}
			b.ReportMetric(float64(layout.Crossings(m.Routes)), "crossings")
		})
	}
}
