package dense

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// code says with which bits each sign is written.
type code struct {
	length []uint8
	bits   []uint16
}

// newCode gives short codes to signs that are often used, none longer than most. There
// are at least two, as some readers want it.
func newCode(often []int, most int) code {
	c := code{make([]uint8, len(often)), make([]uint16, len(often))}
	var used []int
	for s, n := range often {
		if n > 0 {
			used = append(used, s)
		}
	}
	for s := 0; len(used) < 2; s++ {
		if often[s] == 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b int) int { return cmp.Or(cmp.Compare(often[a], often[b]), cmp.Compare(a, b)) })
	weights := make([]int, len(used))
	for i, s := range used {
		weights[i] = often[s]
	}
	counts := howMany(depths(weights), most)
	next := 0
	for length := most; length > 0; length-- { // the rarest come first
		for range counts[length] {
			c.length[used[next]] = uint8(length)
			next++
		}
	}
	c.number(counts)
	return c
}

// depths gives for each weight, the lightest first, how deep it hangs in a tree in
// which the heavy ones hang high: the two lightest are joined again and again.
func depths(weights []int) []int {
	count := len(weights)
	sums := make([]int, 0, count)    // of the nodes that were joined, which grow
	parent := make([]int, 2*count-1) // of leaves, then of the nodes
	leaf, node := 0, 0
	lightest := func() (at, weight int) {
		if leaf < count && (node == len(sums) || weights[leaf] <= sums[node]) {
			leaf++
			return leaf - 1, weights[leaf-1]
		}
		node++
		return count + node - 1, sums[node-1]
	}
	for len(sums) < count-1 {
		a, wa := lightest()
		b, wb := lightest()
		parent[a], parent[b] = count+len(sums), count+len(sums)
		sums = append(sums, wa+wb)
	}
	deep := make([]int, 2*count-1)
	for n := 2*count - 3; n >= 0; n-- {
		deep[n] = deep[parent[n]] + 1
	}
	return deep[:count]
}

// howMany counts the codes of each length. Those longer than most become as long, and
// others longer to make up for it.
func howMany(deep []int, most int) []int {
	counts := make([]int, most+1)
	for _, d := range deep {
		counts[min(d, most)]++
	}
	room := 0 // taken, in codes of the greatest length
	for length := 1; length <= most; length++ {
		room += counts[length] << (most - length)
	}
	for ; room > 1<<most; room-- {
		counts[most]--
		at := most - 1
		for counts[at] == 0 {
			at--
		}
		counts[at]--
		counts[at+1] += 2
	}
	return counts
}

// number numbers the codes of each length in the order of their signs. They are
// written from their highest bit on, so they are kept turned round.
func (c code) number(counts []int) {
	next := make([]uint16, len(counts)+1)
	for length := 1; length < len(counts); length++ {
		next[length+1] = (next[length] + uint16(counts[length])) << 1
	}
	for s, length := range c.length {
		if length > 0 {
			c.bits[s] = bits.Reverse16(next[length]) >> (16 - length)
			next[length]++
		}
	}
}

// writer writes bits, the lowest first.
type writer struct {
	out  []byte
	held uint64
	n    uint8
}

func (w *writer) bits(v uint32, count uint8) {
	w.held |= uint64(v) << w.n
	w.n += count
	if w.n >= 32 {
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(w.held))
		w.held >>= 32
		w.n -= 32
	}
}

func (w *writer) sign(c code, s int) { w.bits(uint32(c.bits[s]), c.length[s]) }

// flush fills up the last byte.
func (w *writer) flush() {
	for ; w.n > 0; w.n -= min(w.n, 8) {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
}

// lengthOrder is the order in which the lengths of the codes for lengths are written.
var lengthOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// run is a length of a code, or the repetition of one.
type run struct {
	sign, more int
	extra      uint8
}

// header begins a block: it says how long the code of each sign is.
func (w *writer) header(sign, dist code, final bool) {
	lengths, distLengths := trimmed(sign.length, firstLen), trimmed(dist.length, 1)
	runs := runsOf(slices.Concat(lengths, distLengths))
	var often [19]int
	for _, r := range runs {
		often[r.sign]++
	}
	c := newCode(often[:], 7)
	count := len(lengthOrder)
	for count > 4 && c.length[lengthOrder[count-1]] == 0 {
		count--
	}
	if final {
		w.bits(1, 1)
	} else {
		w.bits(0, 1)
	}
	w.bits(2, 2) // a code of its own
	w.bits(uint32(len(lengths)-firstLen), 5)
	w.bits(uint32(len(distLengths)-1), 5)
	w.bits(uint32(count-4), 4)
	for _, s := range lengthOrder[:count] {
		w.bits(uint32(c.length[s]), 3)
	}
	for _, r := range runs {
		w.sign(c, r.sign)
		w.bits(uint32(r.more), r.extra)
	}
}

// trimmed leaves out zeros at the end, but not those before least.
func trimmed(lengths []uint8, least int) []uint8 {
	n := len(lengths)
	for n > least && lengths[n-1] == 0 {
		n--
	}
	return lengths[:n]
}

// runsOf writes lengths with their repetitions.
func runsOf(lengths []uint8) []run {
	var out []run
	for i := 0; i < len(lengths); {
		n := 1
		for i+n < len(lengths) && lengths[i+n] == lengths[i] {
			n++
		}
		switch {
		case lengths[i] == 0 && n >= 11:
			n = min(n, 138)
			out = append(out, run{18, n - 11, 7})
		case lengths[i] == 0 && n >= 3:
			out = append(out, run{17, n - 3, 3})
		case i > 0 && lengths[i] == lengths[i-1] && n >= 3:
			n = min(n, 6)
			out = append(out, run{16, n - 3, 2})
		default:
			n = 1
			out = append(out, run{sign: int(lengths[i])})
		}
		i += n
	}
	return out
}
