package bitmap_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"commonplan/model/paper/bitmap"
)

// quarters is a picture with a colour in each quarter.
func quarters(w, h int) *image.NRGBA64 {
	img := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA64(x, y, color.NRGBA64{R: uint16(0xFFFF * (2 * x / w)), G: uint16(0xFFFF * (2 * y / h)), B: 0x4040, A: 0xFFFF})
		}
	}
	return img
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func read(t testing.TB, data []byte) *bitmap.Bitmap {
	t.Helper()
	b, err := bitmap.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// near tells whether a pixel has about a colour.
func near(b *bitmap.Bitmap, x, y int, red, green, blue uint8) bool {
	got := b.Image().RGBAAt(x, y)
	close := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 12 }
	return close(got.R, red) && close(got.G, green) && close(got.B, blue) && got.A == 0xFF
}

func TestADrawingKeepsItsColoursWithoutLoss(t *testing.T) {
	b := read(t, pngOf(t, quarters(60, 40))) // 16 bits a colour
	if b.Width != 60 || b.Height != 40 || b.JPEG != nil || len(b.Lines) != 40*(1+3*60) {
		t.Fatalf("%d × %d, %d bytes", b.Width, b.Height, len(b.Lines))
	}
	if !near(b, 5, 5, 0, 0, 0x40) || !near(b, 55, 5, 0xFF, 0, 0x40) || !near(b, 5, 35, 0, 0xFF, 0x40) {
		t.Error("the colours are others")
	}
}

func TestAPhotographIsEncodedAnewWithoutWhatCannotBeSeen(t *testing.T) {
	data := withExif(jpegOf(t, quarters(60, 40)), 1)
	b := read(t, data)
	config, err := jpeg.DecodeConfig(bytes.NewReader(b.JPEG))
	if err != nil || config.Width != 60 || config.Height != 40 {
		t.Errorf("%v, %v", config, err)
	}
	if bytes.Contains(b.JPEG, []byte("Exif")) {
		t.Error("the camera’s notes are still there")
	}
}

func TestAPhotographIsTurnedAsTheCameraWasHeld(t *testing.T) {
	upright := map[int][2]int{1: {5, 5}, 2: {55, 5}, 3: {55, 35}, 4: {5, 35}, 5: {5, 5}, 6: {35, 5}, 7: {35, 55}, 8: {5, 55}}
	for orientation, at := range upright { // where the dark quarter has come to
		b := read(t, withExif(jpegOf(t, quarters(60, 40)), orientation))
		if !near(b, at[0], at[1], 0, 0, 0x40) || (b.Width == 40) != (orientation >= 5) {
			t.Errorf("orientation %d: %d × %d, %v at %v", orientation, b.Width, b.Height, b.Image().RGBAAt(at[0], at[1]), at)
		}
	}
}

func TestWhatIsTransparentIsWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 20, 20))
	img.SetNRGBA(3, 3, color.NRGBA{R: 0xFF, A: 0xFF})
	img.SetNRGBA(4, 3, color.NRGBA{A: 0x80})
	if b := read(t, pngOf(t, img)); !near(b, 0, 0, 0xFF, 0xFF, 0xFF) || !near(b, 3, 3, 0xFF, 0, 0) || !near(b, 4, 3, 0x7F, 0x7F, 0x7F) {
		t.Error("it is not")
	}
}

func TestALargePictureIsMadeSmaller(t *testing.T) {
	b := read(t, jpegOf(t, quarters(4100, 1000)))
	if b.Width != 1367 || b.Height != 334 || !near(b, 1300, 10, 0xFF, 0, 0x40) || !near(b, 10, 333, 0, 0xFF, 0x40) {
		t.Errorf("%d × %d", b.Width, b.Height)
	}
}

func TestGreyPalettedAndGIFPicturesAreRead(t *testing.T) {
	grey := image.NewGray16(image.Rect(0, 0, 10, 10))
	grey.SetGray16(2, 2, color.Gray16{Y: 0x8000})
	if b := read(t, pngOf(t, grey)); !near(b, 2, 2, 0x80, 0x80, 0x80) {
		t.Error("grey")
	}
	few := image.NewPaletted(image.Rect(0, 0, 10, 10), color.Palette{color.White, color.RGBA{R: 0x80, A: 0xFF}})
	few.SetColorIndex(2, 2, 1)
	var out bytes.Buffer
	if err := gif.Encode(&out, few, nil); err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{pngOf(t, few), out.Bytes()} {
		if b := read(t, data); !near(b, 2, 2, 0x80, 0, 0) {
			t.Error("palette")
		}
	}
}

// cmyk is a red photograph of 30 × 20 pixels in the four colours of a printing press.
const cmyk = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAR" +
	"EAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ" +
	"EBAQEBAQ/8AAFAgAFAAeBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAICf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/" +
	"xAAWAQEBAQAAAAAAAAAAAAAAAAAABwn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKIXNlU1TAAAAAAAAAAA" +
	"AAAB/9k="

func TestAPhotographForAPressIsReadInTheColoursOfAScreen(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString(cmyk)
	if err != nil {
		t.Fatal(err)
	}
	if config, err := jpeg.DecodeConfig(bytes.NewReader(data)); err != nil || config.ColorModel != color.CMYKModel {
		t.Fatalf("the test's photograph is of another kind: %v", err)
	}
	b := read(t, data)
	if !near(b, 15, 10, 0xFE, 0, 0) {
		t.Errorf("red is %v", b.Image().RGBAAt(15, 10))
	}
	if config, err := jpeg.DecodeConfig(bytes.NewReader(b.JPEG)); err != nil || config.ColorModel != color.YCbCrModel {
		t.Errorf("it goes to papers in other colours: %v", err)
	}
}

func TestAGreyPhotographAndOneWithAColourProfileGoToPapersAsTheyShow(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 20, 20))
	for i := range grey.Pix {
		grey.Pix[i] = 0x80
	}
	profile := append([]byte("ICC_PROFILE\x00\x01\x01"), make([]byte, 300)...)
	for _, data := range [][]byte{jpegOf(t, grey), withPart(jpegOf(t, grey), 0xE2, profile)} {
		b := read(t, data)
		config, err := jpeg.DecodeConfig(bytes.NewReader(b.JPEG))
		if err != nil || config.ColorModel != color.YCbCrModel || bytes.Contains(b.JPEG, []byte("ICC_PROFILE")) || !near(b, 9, 9, 0x80, 0x80, 0x80) {
			t.Errorf("%v, %v, %v", config.ColorModel == color.YCbCrModel, err, b.Image().RGBAAt(9, 9))
		}
	}
}

func TestBadFilesAreRefusedBeforeTheyFillTheMemory(t *testing.T) {
	whole := jpegOf(t, quarters(200, 100))
	claims := pngOf(t, quarters(20, 10))
	binary.BigEndian.PutUint32(claims[16:], 65535)
	binary.BigEndian.PutUint32(claims[20:], 65535)
	binary.BigEndian.PutUint32(claims[29:], crc32.ChecksumIEEE(claims[12:29]))
	for name, c := range map[string]struct {
		data []byte
		why  bitmap.Why
	}{
		"nothing":                   {nil, bitmap.NotAPicture},
		"words":                     {[]byte("hello"), bitmap.NotAPicture},
		"a cut-off photograph":      {whole[:len(whole)/2], bitmap.Damaged},
		"a photograph's beginning":  {whole[:20], bitmap.Damaged},
		"a cut-off drawing":         {pngOf(t, quarters(200, 100))[:150], bitmap.Damaged},
		"65,535 × 65,535":           {claims, bitmap.TooLarge},
		"more bytes than we take":   {make([]byte, bitmap.MostBytes+1), bitmap.TooLarge},
		"a drawing with wrong sums": {flipped(pngOf(t, quarters(200, 100)), 100), bitmap.Damaged},
	} {
		_, err := bitmap.Read(c.data)
		var refused *bitmap.Error
		if !errors.As(err, &refused) || refused.Why != c.why || refused.Error() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := bitmap.Read(claims); err.(*bitmap.Error).Width != 65535 {
		t.Error("its size is not said")
	}
}

func flipped(data []byte, at int) []byte {
	data[at] ^= 0xFF
	return data
}

// withExif puts a camera's notes into a JPEG.
func withExif(data []byte, orientation int) []byte {
	part := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	part[24] = byte(orientation)
	return withPart(data, 0xE1, part)
}

// withPart puts a part of some kind at the beginning of a JPEG.
func withPart(data []byte, kind byte, part []byte) []byte {
	head := []byte{0xFF, 0xD8, 0xFF, kind}
	head = binary.BigEndian.AppendUint16(head, uint16(len(part)+2))
	return append(append(head, part...), data[2:]...)
}
