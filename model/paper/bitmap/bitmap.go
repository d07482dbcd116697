// Package bitmap makes photographs and logos ready for papers.
//
// [Read] takes the bytes of a JPEG, PNG or GIF file as somebody chose it and gives a
// [Bitmap]: upright, in sRGB with eight bits, on white where it was transparent, no
// larger than print needs, and encoded anew, so that nothing of the file but what can
// be seen reaches a paper: not the place where it was taken, and no damage.
//
// Bad files are refused with an error that words.Explain can say, before their size
// can fill the memory.
package bitmap

import (
	"bytes"
	"crypto/sha256"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // decoded by image.Decode
	"image/jpeg"
	_ "image/png" // decoded by image.Decode
	"sync"
)

// The limits of a picture.
const (
	MostBytes  = 32 << 20
	MostPixels = 40_000_000
	longest    = 2000 // pixels of the longer side on paper: 290 an inch over a page's width
)

// Bitmap is a picture ready for a paper. It must not be changed.
type Bitmap struct {
	Width, Height int    // pixels
	JPEG          []byte // the picture as baseline JPEG; nil if Lines has it
	Lines         []byte // three bytes a pixel, line by line, each after a filter byte as in PNG
	image         *image.RGBA
}

// Image gives the picture to paint it elsewhere. It must not be changed.
func (b *Bitmap) Image() *image.RGBA { return b.image }

// Why says what is wrong with a file.
type Why uint8

// What can be wrong.
const (
	NotAPicture Why = iota + 1 // or of a kind we do not read
	TooLarge
	Damaged
)

// Error is why a file was refused.
type Error struct {
	Why           Why
	Width, Height int // pixels the file claims to have, if TooLarge and known
}

func (e *Error) Error() string {
	switch e.Why {
	case TooLarge:
		return "the picture is too large"
	case Damaged:
		return "the picture is damaged"
	}
	return "the file is no JPEG, PNG or GIF picture"
}

// kept are the pictures read last: a paper is set again after every keystroke.
var kept = struct {
	sync.Mutex
	order []key
	by    map[key]*Bitmap
}{by: map[key]*Bitmap{}}

type key [sha256.Size]byte

const mostKept = 24

// Read makes a picture ready. The error is an [*Error].
func Read(data []byte) (*Bitmap, error) {
	if len(data) > MostBytes {
		return nil, &Error{Why: TooLarge}
	}
	k := key(sha256.Sum256(data))
	kept.Lock()
	b := kept.by[k]
	kept.Unlock()
	if b != nil {
		return b, nil
	}
	b, err := read(data)
	if err != nil {
		return nil, err
	}
	kept.Lock()
	defer kept.Unlock()
	if kept.by[k] == nil {
		kept.by[k], kept.order = b, append(kept.order, k)
	}
	if len(kept.order) > mostKept {
		delete(kept.by, kept.order[0])
		kept.order = kept.order[1:]
	}
	return b, nil
}

func read(data []byte) (*Bitmap, error) {
	img, kind, err := Upright(data, longest)
	if err != nil {
		return nil, err
	}
	return encode(img, kind == "jpeg")
}

// Upright gives a picture as it is to be seen: turned as its camera noted, on white, and
// made smaller until its longer side has at most so many pixels. Kind is what the file
// is by its content: "jpeg", "png" or "gif". The error is an [*Error].
func Upright(data []byte, most int) (img *image.RGBA, kind string, err error) {
	defer func() {
		// The standard library’s readers are sound; a picture must not end the program
		// even if one is not.
		if recover() != nil {
			img, err = nil, &Error{Why: Damaged}
		}
	}()
	if len(data) > MostBytes {
		return nil, "", &Error{Why: TooLarge}
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		if looksLikeOne(data) {
			return nil, "", &Error{Why: Damaged}
		}
		return nil, "", &Error{Why: NotAPicture}
	}
	w, h := config.Width, config.Height
	if w < 1 || h < 1 {
		return nil, kind, &Error{Why: Damaged}
	}
	if w > MostPixels/h/weight(config.ColorModel) {
		return nil, kind, &Error{Why: TooLarge, Width: w, Height: h}
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil || decoded.Bounds().Dx() != w || decoded.Bounds().Dy() != h {
		return nil, kind, &Error{Why: Damaged}
	}
	turn := upright
	if kind == "jpeg" {
		turn = orientation(data)
	}
	return turned(onWhite(decoded, most), turn), kind, nil
}

// weight is how much more memory a pixel takes than one of eight bits a colour.
func weight(m color.Model) int {
	if m == color.NRGBA64Model || m == color.RGBA64Model {
		return 2
	}
	return 1
}

// looksLikeOne tells whether a file begins like a picture of a kind we read.
func looksLikeOne(data []byte) bool {
	for _, start := range []string{"\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "GIF8"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return true
		}
	}
	return false
}

// onWhite makes a picture small enough, with white where it is transparent. Every pixel
// is the mean of a square of the picture's; the picture is gone through in bands, so
// that it is not held in memory twice.
func onWhite(src image.Image, most int) *image.RGBA {
	from := src.Bounds()
	side := (max(from.Dx(), from.Dy()) + most - 1) / most // of the squares
	out := image.NewRGBA(image.Rect(0, 0, (from.Dx()+side-1)/side, (from.Dy()+side-1)/side))
	band := image.NewRGBA(image.Rect(0, 0, from.Dx(), side))
	for y := range out.Bounds().Dy() {
		draw.Draw(band, band.Bounds(), image.White, image.Point{}, draw.Src)
		tall := min(side, from.Dy()-y*side)
		draw.Draw(band, image.Rect(0, 0, from.Dx(), tall), src, from.Min.Add(image.Pt(0, y*side)), draw.Over)
		for x := range out.Bounds().Dx() {
			mean(out.Pix[y*out.Stride+4*x:], band, x*side, min(side, from.Dx()-x*side), tall)
		}
	}
	return out
}

// mean writes the mean colour of a part of a band.
func mean(pixel []byte, band *image.RGBA, x, wide, tall int) {
	var sum [3]int
	for row := range tall {
		at := row*band.Stride + 4*x
		for i := range wide {
			for c := range sum {
				sum[c] += int(band.Pix[at+4*i+c])
			}
		}
	}
	n := wide * tall
	for c := range sum {
		pixel[c] = byte((sum[c] + n/2) / n)
	}
	pixel[3] = 0xFF
}

// mostLines is how many bytes a drawing without loss may take, packed; a photograph
// that came as PNG is more, and is better off as JPEG.
const mostLines = 300_000

func encode(img *image.RGBA, photo bool) (*Bitmap, error) {
	b := &Bitmap{Width: img.Bounds().Dx(), Height: img.Bounds().Dy(), image: img}
	if !photo {
		if b.Lines = lines(img); packed(b.Lines) <= mostLines {
			return b, nil
		}
		b.Lines = nil
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 85}); err != nil {
		return nil, &Error{Why: Damaged}
	}
	b.JPEG = out.Bytes()
	return b, nil
}
