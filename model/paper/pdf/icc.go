package pdf

import (
	"encoding/binary"
	"math"
	"sync"
)

// srgb is the colour profile that says what our colours are: sRGB, as ICC profile of
// version 2.1 for a screen. It is made here, so that no file with its own licence is needed.
var srgb = sync.OnceValue(func() []byte {
	// The primaries and the white of sRGB, seen under the profile's own light (D50).
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", iccXYZ(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", iccXYZ(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", iccCurve()},
		{"gTRC", nil}, // as the red one
		{"bTRC", nil},
	}
	const header = 128
	at := header + 4 + 12*len(tags)
	var table, data []byte
	place, length := 0, 0
	for _, t := range tags {
		if t.data != nil {
			place, length = at+len(data), len(t.data)
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(data)&3)...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(place))
		table = binary.BigEndian.AppendUint32(table, uint32(length))
	}
	out := iccHeader(at + len(data))
	out = binary.BigEndian.AppendUint32(out, uint32(len(tags)))
	return append(append(out, table...), data...)
})

func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02100000) // version 2.1
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1} { // made on that day, at midnight
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(0.9642, 1, 0.8249)[8:]) // the light, D50
	return h
}

// iccXYZ is a tag with one colour.
func iccXYZ(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}

// iccCurve is how bright each of 256 values is: the curve of sRGB.
func iccCurve() []byte {
	const values = 256
	out := []byte("curv\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, values)
	for i := range values {
		v := float64(i) / (values - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(v*65535)))
	}
	return out
}

// iccDescription is the profile's name, in ASCII alone.
func iccDescription(name string) []byte {
	out := []byte("desc\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(name)+1))
	out = append(out, name...)
	const noOtherScripts = 1 + 4 + 4 + 2 + 1 + 67
	return append(out, make([]byte, noOtherScripts)...)
}
