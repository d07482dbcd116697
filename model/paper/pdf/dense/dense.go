// Package dense packs texts of many like lines, such as the objects of a PDF file: as a
// zlib stream that any reader unpacks, but smaller than a general packer makes it.
//
// A general packer takes the longest repetition it finds. In lines that differ by a
// digit or two that is often one from far away, which costs more to say than the digits
// themselves. [Pack] weighs what everything costs and takes the cheapest way through
// the text (path.go). Then it gives the signs it uses codes as long as they are rare
// (code.go).
//
// The same text always gives the same bytes.
package dense

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
	"sync"
)

// Pack gives the parts of a text, one after another, as a zlib stream. Each part has a
// code of its own, so what is unlike should stand in parts of its own.
func Pack(parts ...[]byte) []byte {
	p := packers.Get().(*packer)
	defer packers.Put(p)
	size := 0
	for _, part := range parts {
		size += len(part)
	}
	w := &writer{out: make([]byte, 0, size/4+100)}
	w.out = append(w.out, 0x78, 0xDA) // deflate, a window of 32 kB, packed as well as can be
	sum := adler32.New()
	for n, part := range parts {
		p.walk(part)
		p.block(w, part, n == len(parts)-1)
		_, _ = sum.Write(part) // it never fails
	}
	w.flush()
	return binary.BigEndian.AppendUint32(w.out, sum.Sum32())
}

var packers = sync.Pool{New: func() any { return new(packer) }}

// packer holds what is used again from text to text.
type packer struct {
	head [1 << hashBits]int32 // 1 + the last place where four bytes of a kind stand
	prev []int32              // and for each place the one before it
	ways []way                // the cheapest to each place
	path []step               // the cheapest to the end
}

// The signs of a block: 256 bytes, its end, and the classes of lengths; and those of
// distances.
const (
	endOfBlock = 256
	firstLen   = 257
	signs      = 286
	distances  = 30
)

// block writes a text along the way that was found.
func (p *packer) block(w *writer, text []byte, final bool) {
	var often [signs]int
	var far [distances]int
	at := 0
	for _, s := range p.path {
		if s.dist == 0 {
			often[text[at]]++
		} else {
			often[firstLen+int(lengthClass[s.len])]++
			far[distanceClass(s.dist)]++
		}
		at += int(s.len)
	}
	often[endOfBlock]++
	sign, dist := newCode(often[:], 15), newCode(far[:], 15)
	w.header(sign, dist, final)
	at = 0
	for _, s := range p.path {
		if s.dist == 0 {
			w.sign(sign, int(text[at]))
		} else {
			class := int(lengthClass[s.len])
			w.sign(sign, firstLen+class)
			w.bits(uint32(s.len)-lengthBase[class], lengthExtra[class])
			class = distanceClass(s.dist)
			w.sign(dist, class)
			w.bits(uint32(s.dist)-distanceBase[class], distanceExtra[class])
		}
		at += int(s.len)
	}
	w.sign(sign, endOfBlock)
}

// The classes of lengths and distances: each begins at its base and has so many bits
// that say which of the class it is.
var (
	lengthClass   [maxLen + 1]uint8
	lengthBase    [29]uint32
	lengthExtra   [29]uint8
	distanceBase  [distances]uint32
	distanceExtra [distances]uint8
)

func init() {
	setClasses()
	setCosts()
}

func setClasses() {
	base := uint32(3)
	for class := range lengthBase {
		if class >= 8 {
			lengthExtra[class] = uint8(class/4 - 1)
		}
		lengthBase[class] = base
		base += 1 << lengthExtra[class]
	}
	lengthBase[28], lengthExtra[28] = maxLen, 0 // a class for the longest
	for class, from := range lengthBase {
		for n := from; n < from+1<<lengthExtra[class] && n <= maxLen; n++ {
			lengthClass[n] = uint8(class)
		}
	}
	base = 1
	for class := range distanceBase {
		if class >= 4 {
			distanceExtra[class] = uint8(class/2 - 1)
		}
		distanceBase[class] = base
		base += 1 << distanceExtra[class]
	}
}

func distanceClass(dist uint16) int {
	d := uint(dist) - 1
	if d < 4 {
		return int(d)
	}
	n := bits.Len(d) - 2
	return 2*(n+1) + int(d>>n)&1
}
