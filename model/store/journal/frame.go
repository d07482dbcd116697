package journal

import (
	"encoding/binary"
	"hash/crc32"
	"time"
)

// begins is the first line of every journal.
const begins = "Commonplan journal 1\n"

// kind says what a frame holds.
type kind byte

const (
	ofHeader  kind = 'H' // JSON, see [Header]
	ofPicture kind = 'P' // the name of a part, LF, its content
	ofRecords kind = 'R' // changed records, see [file.EncodeLoose]
)

const (
	lengthSize = 4
	sumSize    = 4
	timeSize   = 8
	frameHead  = lengthSize + sumSize + 1 + timeSize
	maxFrame   = 80 << 20 // a picture or the largest text part, sealed
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// frame is one entry of a journal.
type frame struct {
	kind    kind
	at      time.Time // in milliseconds
	content []byte
}

// append adds the frame's bytes: length of the content, checksum of all that follows,
// kind, time, content.
func (f frame) append(to []byte) []byte {
	to = binary.LittleEndian.AppendUint32(to, uint32(len(f.content)))
	sum := len(to)
	to = append(to, 0, 0, 0, 0, byte(f.kind))
	to = binary.LittleEndian.AppendUint64(to, uint64(f.at.UnixMilli()))
	to = append(to, f.content...)
	binary.LittleEndian.PutUint32(to[sum:], crc32.Checksum(to[sum+sumSize:], castagnoli))
	return to
}

// next cuts the first frame off; false if there is no whole and sound one.
func next(data []byte) (f frame, rest []byte, ok bool) {
	if len(data) < frameHead {
		return frame{}, data, false
	}
	length := int64(binary.LittleEndian.Uint32(data))
	if length > maxFrame || length > int64(len(data)-frameHead) {
		return frame{}, data, false
	}
	end := frameHead + int(length)
	if crc32.Checksum(data[lengthSize+sumSize:end], castagnoli) != binary.LittleEndian.Uint32(data[lengthSize:]) {
		return frame{}, data, false
	}
	f.kind = kind(data[lengthSize+sumSize])
	f.at = time.UnixMilli(int64(binary.LittleEndian.Uint64(data[lengthSize+sumSize+1:]))).UTC()
	f.content = data[frameHead:end:end]
	return f, data[end:], true
}
