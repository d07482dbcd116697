package dense

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// step is one byte as it is (dist 0), or so many that stand so far before already.
type step struct{ len, dist uint16 }

// way is the cheapest way to a place: what it costs and its last step.
type way struct {
	cost uint32
	last step
}

const (
	maxLen  = 258
	maxDist = 32767
	minLen  = 4 // shorter repetitions are not looked for

	hashBits = 14
	tries    = 6  // places that are tried for each place
	enough   = 32 // a repetition of this length is not looked into
)

// What things are likely to cost, in sixteenths of a bit, as found in many papers:
// lines of PDF objects have digits between long repetitions from nearby.
var (
	byteCost     [256]uint32
	lengthCost   [maxLen + 1]uint32
	distanceCost [distances]uint32
)

func setCosts() {
	for b := range byteCost {
		byteCost[b] = 133
	}
	for _, b := range " 0123456789" {
		byteCost[b] = 63
	}
	for n := range lengthCost {
		lengthCost[n] = 141 + 21*uint32(lengthExtra[lengthClass[n]])
	}
	for n := 5; n <= 8; n++ {
		lengthCost[n] = 107
	}
	lengthCost[4] = 60
	for class := range distanceCost {
		distanceCost[class] = 77 + 19*uint32(distanceExtra[class])
	}
}

// walk finds the cheapest way through a text.
func (p *packer) walk(text []byte) {
	p.begin(len(text))
	skip := 0 // the end of a repetition that is long enough
	for i := range text {
		if c := p.ways[i].cost + byteCost[text[i]]; c < p.ways[i+1].cost {
			p.ways[i+1] = way{c, step{len: 1}}
		}
		if i+8 > len(text) {
			continue
		}
		h := (binary.LittleEndian.Uint32(text[i:]) * 2654435761) >> (32 - hashBits)
		p.prev[i] = p.head[h]
		p.head[h] = int32(i + 1)
		if i >= skip {
			if n := p.try(text, i); n >= enough {
				skip = i + n
			}
		}
	}
	p.path = p.path[:0]
	for i := len(text); i > 0; i -= int(p.ways[i].last.len) {
		p.path = append(p.path, p.ways[i].last)
	}
	slices.Reverse(p.path)
}

// begin makes room for a text.
func (p *packer) begin(length int) {
	clear(p.head[:])
	p.prev = slices.Grow(p.prev[:0], length)[:length]
	p.ways = slices.Grow(p.ways[:0], length+1)[:length+1]
	for i := range p.ways {
		p.ways[i].cost = math.MaxUint32
	}
	p.ways[0].cost = 0
}

// try goes on from a place with what stands there and has stood before, and gives the
// length of the longest of it. Of one length the nearest is the cheapest.
func (p *packer) try(text []byte, i int) int {
	best, most := minLen-1, min(maxLen, len(text)-i)
	k := int(p.prev[i]) - 1
	for n := 0; n < tries && k >= 0 && i-k <= maxDist && best < most; n++ {
		if text[k+best] == text[i+best] {
			if length := same(text[k:], text[i:], most); length > best {
				dist := uint16(i - k)
				from := p.ways[i].cost + distanceCost[distanceClass(dist)]
				ways := p.ways[i+best+1 : i+length+1]
				for n, cost := range lengthCost[best+1 : length+1] {
					if c := from + cost; c < ways[n].cost {
						ways[n] = way{c, step{uint16(best + 1 + n), dist}}
					}
				}
				best = length
				if best >= enough {
					break
				}
			}
		}
		k = int(p.prev[k]) - 1
	}
	return best
}

// same tells how many bytes two texts begin with in common.
func same(a, b []byte, most int) int {
	n := 0
	for ; n+8 <= most; n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}
