package insight

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func drawRows(r *rapid.T, members int) (costs []int64, rows [][]int) {
	costs = rapid.SliceOfN(rapid.Int64Range(0, 12), members, members).Draw(r, "costs")
	if rapid.IntRange(0, 9).Draw(r, "one brings money in") == 0 && members > 0 {
		costs[0] = -3
	}
	all := make([]int, members)
	for i := range all {
		all[i] = i
	}
	row := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 1, min(4, members), rapid.ID)
	return costs, rapid.SliceOfN(row, 0, 9).Draw(r, "rows")
}

func serves(rows [][]int, chosen []int) bool {
	return !slices.ContainsFunc(rows, func(row []int) bool {
		return !slices.ContainsFunc(row, func(member int) bool { return slices.Contains(chosen, member) })
	})
}

func costOf(costs []int64, chosen []int) int64 {
	var sum int64
	for _, member := range chosen {
		sum += costs[member]
	}
	return sum
}

// tryAll weighs every set, one by one.
func tryAll(costs []int64, rows [][]int) (best int64, fewest int) {
	best, fewest = maxKey, MaxExact
	for set := range uint32(1) << len(costs) {
		var chosen []int
		for s := set; s != 0; s &= s - 1 {
			chosen = append(chosen, bits.TrailingZeros32(s))
		}
		if !serves(rows, chosen) {
			continue
		}
		if cost := costOf(costs, chosen); cost < best || cost == best && len(chosen) < fewest {
			best, fewest = cost, len(chosen)
		}
	}
	return best, fewest
}

func TestTheCheapestSetIsNeverWorseThanTryingAll(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		costs, rows := drawRows(r, rapid.IntRange(1, 10).Draw(r, "members"))
		chosen, exact := cover(costs, rows)
		want, fewest := tryAll(costs, rows)
		if !exact || !serves(rows, chosen) || costOf(costs, chosen) != want || len(chosen) != fewest {
			r.Fatalf("chose %v for %d, exact %v; trying all finds %d members for %d", chosen, costOf(costs, chosen), exact, fewest, want)
		}
	})
}

func TestTheGreedySetServesAllAndHoldsNothingInVain(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		costs, rows := drawRows(r, MaxExact+rapid.IntRange(1, 10).Draw(r, "more members"))
		chosen, exact := cover(costs, rows)
		if exact || !serves(rows, chosen) {
			r.Fatalf("chose %v, exact %v", chosen, exact)
		}
		for i := range chosen {
			if without := slices.Delete(slices.Clone(chosen), i, i+1); serves(rows, without) && costs[chosen[i]] >= 0 {
				r.Fatalf("%d of %v is not needed", chosen[i], chosen)
			}
		}
	})
}

// hard is the widest task of its kind: thirty members of nearly equal cost, each row
// with a few of them.
func hard(seed byte, rows, width int) ([]int64, [][]int) {
	chance := rand.New(rand.NewChaCha8([32]byte{seed}))
	costs := make([]int64, MaxExact)
	for i := range costs {
		costs[i] = 1000 + chance.Int64N(50)
	}
	all := make([][]int, rows)
	for i := range all {
		all[i] = chance.Perm(MaxExact)[:width]
	}
	return costs, all
}

// steiner is Fulkerson's task with 27 members of equal cost and 117 rows of three, made
// of lines in a space of three by three by three; its answer, 18, is hard to prove.
func steiner() ([]int64, [][]int) {
	costs := make([]int64, 27)
	for i := range costs {
		costs[i] = 1
	}
	var rows [][]int
	for a := range 27 {
		for b := a + 1; b < 27; b++ {
			c, p := 0, 1
			for range 3 {
				c += (6 - a/p%3 - b/p%3) % 3 * p
				p *= 3
			}
			if c > b {
				rows = append(rows, []int{a, b, c})
			}
		}
	}
	return costs, rows
}

func TestAKnownHardTaskIsSolvedExactly(t *testing.T) {
	costs, rows := steiner()
	if len(rows) != 117 {
		t.Fatalf("there are %d rows, want 117", len(rows))
	}
	if chosen, _ := cover(costs, rows); len(chosen) != 18 || !serves(rows, chosen) {
		t.Errorf("chose %d members, want 18", len(chosen))
	}
}

func BenchmarkCheapestOfThirty(b *testing.B) {
	for _, c := range []struct {
		name        string
		rows, width int
	}{{"40 outcomes by 3", 40, 3}, {"60 outcomes by 5", 60, 5}, {"100 outcomes by 8", 100, 8}} {
		costs, rows := hard(3, c.rows, c.width)
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				cover(costs, rows)
			}
		})
	}
	costs, rows := steiner()
	b.Run("Steiner 27", func(b *testing.B) {
		for b.Loop() {
			cover(costs, rows)
		}
	})
}
