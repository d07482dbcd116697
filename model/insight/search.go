package insight

import (
	"math/big"
	"math/bits"
	"slices"
)

// cover chooses, at the least cost, at least one member of each row. Members are
// numbers from 0; costs gives the cost of each. Up to [MaxExact] members the choice is
// exact, by branch and bound; beyond, it is greedy and exact is false.
func cover(costs []int64, rows [][]int) (chosen []int, exact bool) {
	if len(costs) > MaxExact {
		return greedy(costs, rows), false
	}
	s := &search{best: maxKey}
	for i, cost := range costs {
		// Of sets that cost the same the smaller one wins: six bits hold its size.
		s.keys[i] = min(max(cost, -maxCost), maxCost)<<6 + 1
	}
	var free uint32 // what costs less than nothing belongs to every cheapest set
	for i := range costs {
		if costs[i] < 0 {
			free |= 1 << i
		}
	}
	for _, row := range rows {
		var mask uint32
		for _, member := range row {
			mask |= 1 << member
		}
		s.rows = append(s.rows, mask)
	}
	s.rows = withoutImplied(s.rows)
	s.from(free, 0, 0)
	for members := s.found; members != 0; members &= members - 1 {
		chosen = append(chosen, bits.TrailingZeros32(members))
	}
	return chosen, true
}

const (
	maxCost = 1 << 50
	maxKey  = 1 << 62
)

// search is a branch and bound over sets of members, written as bits.
type search struct {
	rows  []uint32
	keys  [MaxExact]int64
	best  int64
	found uint32
}

// from finds the best set that has all of chosen and none of out. key is the cost of
// what was chosen so far.
func (s *search) from(chosen, out uint32, key int64) {
	open, narrow := s.bound(chosen, out)
	if key+open >= s.best {
		return
	}
	if narrow == 0 {
		s.best, s.found = key, chosen
		return
	}
	// One member of the narrowest open row must be in. Each is tried in turn, the
	// cheapest first, and is out of the question for those after it.
	for narrow != 0 {
		member := s.cheapestOf(narrow)
		bit := uint32(1) << member
		s.from(chosen|bit, out, key+s.keys[member])
		out |= bit
		narrow &^= bit
	}
}

// bound gives a cost below which the open rows cannot be served, and what is left of
// the narrowest of them: 0 if none is open. Each row in turn uses up the cheapest of
// what its members have left, so no member's cost is counted twice.
func (s *search) bound(chosen, out uint32) (least int64, narrow uint32) {
	left := s.keys
	fewest := MaxExact + 1
	for _, row := range s.rows {
		if row&chosen != 0 {
			continue
		}
		members := row &^ out
		if members == 0 {
			return maxKey, 0
		}
		if n := bits.OnesCount32(members); n < fewest {
			fewest, narrow = n, members
		}
		spare := int64(maxKey)
		for m := members; m != 0; m &= m - 1 {
			spare = min(spare, left[bits.TrailingZeros32(m)])
		}
		for m := members; m != 0; m &= m - 1 {
			left[bits.TrailingZeros32(m)] -= spare
		}
		least += spare
	}
	return least, narrow
}

func (s *search) cheapestOf(members uint32) int {
	best := bits.TrailingZeros32(members)
	for m := members; m != 0; m &= m - 1 {
		if i := bits.TrailingZeros32(m); s.keys[i] < s.keys[best] {
			best = i
		}
	}
	return best
}

// withoutImplied leaves out rows that hold all of another row: whoever serves that one
// serves them too. The narrowest rows come first, which sharpens the bound.
func withoutImplied(rows []uint32) []uint32 {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b uint32) int { return bits.OnesCount32(a) - bits.OnesCount32(b) })
	var kept []uint32
	for _, row := range rows {
		if !slices.ContainsFunc(kept, func(narrow uint32) bool { return narrow&^row == 0 }) {
			kept = append(kept, row)
		}
	}
	return kept
}

// greedy takes again and again the member that serves open rows at the least cost
// each, and then leaves out, dearest first, those that turned out not to be needed.
func greedy(costs []int64, rows [][]int) []int {
	served := make([]int, len(rows)) // by how many of the chosen
	rowsOf := make([][]int, len(costs))
	for r, row := range rows {
		for _, member := range row {
			rowsOf[member] = append(rowsOf[member], r)
		}
	}
	chosen := make([]bool, len(costs))
	for {
		best, most := -1, 0
		for member := range costs {
			n := 0
			for _, r := range rowsOf[member] {
				if served[r] == 0 {
					n++
				}
			}
			if n > 0 && (best < 0 || cheaperEach(costs[member], n, costs[best], most)) {
				best, most = member, n
			}
		}
		if best < 0 {
			break
		}
		chosen[best] = true
		for _, r := range rowsOf[best] {
			served[r]++
		}
	}
	return prune(costs, rowsOf, served, chosen)
}

// cheaperEach tells whether a ÷ n is less than b ÷ m, without rounding.
func cheaperEach(a int64, n int, b int64, m int) bool {
	return big.NewRat(a, int64(n)).Cmp(big.NewRat(b, int64(m))) < 0
}

func prune(costs []int64, rowsOf [][]int, served []int, chosen []bool) []int {
	var members []int
	for member, in := range chosen {
		if in {
			members = append(members, member)
		}
	}
	dearest := slices.Clone(members)
	slices.SortStableFunc(dearest, func(a, b int) int { return int(min(max(costs[b]-costs[a], -1), 1)) })
	for _, member := range dearest {
		needed := costs[member] < 0 || slices.ContainsFunc(rowsOf[member], func(r int) bool { return served[r] == 1 })
		if needed {
			continue
		}
		for _, r := range rowsOf[member] {
			served[r]--
		}
		members = slices.DeleteFunc(members, func(m int) bool { return m == member })
	}
	return members
}
