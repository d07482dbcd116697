package bitmap

import (
	"compress/zlib"
	"image"
)

// The filters of PNG that are used: a line as it is, or as what it differs from the
// pixel before or from the line above.
const (
	filterNone = 0
	filterSub  = 1
	filterUp   = 2
)

// lines gives a picture's colours line by line, each filtered so that it packs well.
func lines(img *image.RGBA) []byte {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	out := make([]byte, 0, h*(1+3*w))
	above, line := make([]byte, 3*w), make([]byte, 3*w)
	for y := range h {
		for x := range w {
			copy(line[3*x:], img.Pix[y*img.Stride+4*x:][:3])
		}
		out = append(out, filtered(line, above)...)
		above, line = line, above
	}
	return out
}

// filtered gives a line after its filter, whichever leaves the smallest differences.
func filtered(line, above []byte) []byte {
	best, least := []byte(nil), -1
	for _, filter := range []byte{filterNone, filterSub, filterUp} {
		out, sum := append(make([]byte, 0, 1+len(line)), filter), 0
		for i, v := range line {
			switch {
			case filter == filterSub && i >= 3:
				v -= line[i-3]
			case filter == filterUp:
				v -= above[i]
			}
			out = append(out, v)
			sum += min(int(v), 256-int(v))
		}
		if least < 0 || sum < least {
			best, least = out, sum
		}
	}
	return best
}

// counter counts what is written.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// packed is how many bytes are left of data when it is packed.
func packed(data []byte) int {
	var n counter
	w, _ := zlib.NewWriterLevel(&n, zlib.BestSpeed) // the level is a sound one
	if _, err := w.Write(data); err != nil {
		return len(data)
	}
	if err := w.Close(); err != nil {
		return len(data)
	}
	return int(n)
}
