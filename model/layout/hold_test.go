package layout_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model/layout"
)

// firm is how strongly a card holds that should not move at all.
const firm = 1e6

// held gives the cards of a map from top to bottom, each holding where it stands.
func (d drawn) held(m layout.Map) drawn {
	again := d
	again.options, again.nodes = layout.Options{Keep: true}, nil
	order := make([]int, len(d.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.Cards[a].Y, m.Cards[b].Y) })
	for _, i := range order {
		n := d.nodes[i]
		n.Hold, n.Y = firm, m.Cards[i].Y
		again.nodes = append(again.nodes, n)
	}
	return again
}

func (d drawn) places(m layout.Map) map[string]layout.Card {
	places := map[string]layout.Card{}
	for i, n := range d.nodes {
		places[n.ID] = m.Cards[i]
	}
	return places
}

// inNextColumns leaves out links that pass through columns: where they run beside
// cards they need room of their own.
func (d drawn) inNextColumns() drawn {
	column := map[string]int{}
	for _, n := range d.nodes {
		column[n.ID] = n.Column
	}
	d.links = slices.DeleteFunc(slices.Clone(d.links), func(l layout.Link) bool { return column[l.To]-column[l.From] != 1 })
	return d
}

func TestAddingOneCardMovesTheOthersAsLittleAsCanBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// given a map as it stands
		before := draw(t).inNextColumns()
		stood := before.places(before.place())
		after := before.held(before.place())

		// when a card is added anywhere in a column
		fresh := layout.Node{ID: "new", Column: rapid.IntRange(1, 5).Draw(t, "column of the new card"),
			Height: rapid.Float64Range(10, 200).Draw(t, "height of the new card"), Hold: 1, Y: rapid.Float64Range(0, 800).Draw(t, "at")}
		at := slices.IndexFunc(after.nodes, func(n layout.Node) bool { return n.Y > fresh.Y })
		if at < 0 {
			at = len(after.nodes)
		}
		after.nodes = slices.Insert(after.nodes, at, fresh)
		stands := after.places(after.place())

		// then the other columns stay, and its own make room for it and no more
		room := fresh.Height + before.geometry.RowGap
		for _, n := range before.nodes {
			moved := math.Abs(stands[n.ID].Y - stood[n.ID].Y)
			if n.Column != fresh.Column && moved > 0.01 {
				t.Fatalf("card %s of column %d moved by %.2f for a card in column %d", n.ID, n.Column, moved, fresh.Column)
			}
			if moved > room+0.01 {
				t.Fatalf("card %s moved by %.2f for a card that needs %.2f", n.ID, moved, room)
			}
		}
	})
}

func TestNothingMovesWhereThereIsRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := draw(t).inNextColumns()
		stood := before.places(before.place())
		after := before.held(before.place())
		below := before.place().Height + before.geometry.RowGap

		after.nodes = append(after.nodes, layout.Node{ID: "new", Column: rapid.IntRange(1, 5).Draw(t, "column of the new card"), Height: 84, Hold: firm, Y: below})
		stands := after.places(after.place())

		for id, card := range stood {
			if moved := math.Abs(stands[id].Y - card.Y); moved > 0.01 {
				t.Fatalf("card %s moved by %.2f", id, moved)
			}
		}
		if math.Abs(stands["new"].Y-below) > 0.01 {
			t.Fatalf("the new card stands at %.2f, not at %.2f", stands["new"].Y, below)
		}
	})
}

func TestFixedCardsKeepTheirOrderAndOthersFindTheirBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		d.options.Keep = false
		for i := range d.nodes {
			d.nodes[i].Fixed = rapid.Bool().Draw(t, "fixed")
		}
		m := d.place()
		lowest := map[int]float64{}
		for i, n := range d.nodes {
			if !n.Fixed {
				continue
			}
			if y, ok := lowest[n.Column]; ok && m.Cards[i].Y <= y {
				t.Fatalf("card %d stands above a fixed one before it in the list", i)
			}
			lowest[n.Column] = m.Cards[i].Y
		}
	})
}

func TestAFreeCardGoesWhereItCrossesNothing(t *testing.T) {
	cards := nodes(3, 3)                     // a1 a2 a3, b1 b2 b3
	for _, i := range []int{0, 1, 3, 4, 5} { // all but a3
		cards[i].Fixed = true
	}
	m := layout.Place(cards, links("a3b1", "a1b2", "a2b3"), window(), layout.Options{})
	if n := layout.Crossings(m.Routes); n != 0 || m.Cards[2].Y > m.Cards[0].Y {
		t.Errorf("%d crossings; the free card stands at %v, the first fixed one at %v", n, m.Cards[2].Y, m.Cards[0].Y)
	}
}
