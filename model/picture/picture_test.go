package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/words"
)

// halves is a picture whose left half is red and whose right half is blue.
func halves(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{0xe0, 0x10, 0x10, 0xff}
			if x >= width/2 {
				c = color.NRGBA{0x10, 0x10, 0xe0, 0xff}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// noise is a picture that no drawing is like.
func noise(width, height int) *image.NRGBA {
	random := rand.New(rand.NewPCG(1, 2))
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = byte(random.Uint32())
		if i%4 == 3 {
			img.Pix[i] = 0xff
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noted puts what a camera notes into a JPEG: how it was held, and where.
func noted(photo []byte, orientation uint16) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x02")
	tiff = append(tiff, 0x01, 0x12, 0, 3, 0, 0, 0, 1)
	tiff = binary.BigEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0)
	tiff = append(tiff, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38) // GPS
	tiff = append(tiff, "\x00\x00\x00\x00SECRET PLACE 51.5N 3.2W"...)
	part := append([]byte("Exif\x00\x00"), tiff...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(part)+2))
	segment = append(segment, part...)
	comment := append([]byte{0xff, 0xfe, 0, 8}, "SECRET"...)
	return append(append(append(bytes.Clone(photo[:2]), segment...), comment...), photo[2:]...)
}

func imported(t *testing.T, data []byte) (Picture, image.Image) {
	t.Helper()
	p, err := Import(data)
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != p.Width || size.Y != p.Height {
		t.Errorf("it says %d x %d, but is %v", p.Width, p.Height, size)
	}
	return p, img
}

func TestALargePhotographIsMadeSmallAndKeepsItsShape(t *testing.T) {
	for _, c := range []struct{ width, height, wantWidth, wantHeight int }{
		{4000, 300, 1600, 120}, {300, 4000, 120, 1600}, {1601, 10, 1600, 10}, {1600, 12, 1600, 12}, {40, 30, 40, 30}, {5000, 1, 1600, 1},
	} {
		p, _ := imported(t, asJPEG(t, halves(c.width, c.height)))
		if p.Width != c.wantWidth || p.Height != c.wantHeight {
			t.Errorf("%d x %d becomes %d x %d, want %d x %d", c.width, c.height, p.Width, p.Height, c.wantWidth, c.wantHeight)
		}
	}
}

func TestAPhotographIsTurnedAsTheCameraWasHeld(t *testing.T) {
	photo := asJPEG(t, halves(80, 40)) // red at the left
	for orientation, red := range map[uint16]image.Point{
		1: {5, 20}, 2: {75, 20}, 3: {75, 20}, 4: {5, 20}, 5: {20, 5}, 6: {20, 5}, 7: {20, 75}, 8: {20, 75},
	} {
		_, img := imported(t, noted(photo, orientation))
		if r, _, b, _ := img.At(red.X, red.Y).RGBA(); r < b {
			t.Errorf("orientation %d: the red half is not at %v in %v", orientation, red, img.Bounds())
		}
	}
}

func TestNothingOfAFileStaysButWhatCanBeSeen(t *testing.T) {
	data := noted(asJPEG(t, halves(80, 40)), 6)
	data = append(data, "<script>SECRET</script>"...)
	p, _ := imported(t, data)
	for _, hidden := range []string{"SECRET", "Exif", "script"} {
		if bytes.Contains(p.Data, []byte(hidden)) {
			t.Errorf("%q is still in it", hidden)
		}
	}
}

func TestADrawingStaysSharpAndAPhotographSmall(t *testing.T) {
	for what, c := range map[string]struct {
		data []byte
		want string
	}{
		"a drawing as PNG":    {asPNG(t, halves(300, 200)), "png"},
		"a photograph as PNG": {asPNG(t, noise(300, 200)), "jpg"},
		"a photograph":        {asJPEG(t, noise(300, 200)), "jpg"},
	} {
		p, _ := imported(t, c.data)
		if !strings.HasSuffix(p.Part, "."+c.want) {
			t.Errorf("%s is kept as %s", what, p.Part)
		}
	}
}

func TestWhatIsTransparentStandsOnWhite(t *testing.T) {
	_, img := imported(t, asPNG(t, image.NewNRGBA(image.Rect(0, 0, 20, 20))))
	if r, g, b, a := img.At(10, 10).RGBA(); r&g&b&a != 0xffff {
		t.Errorf("it is %v", img.At(10, 10))
	}
}

func TestAProjectTakesWhatWasImported(t *testing.T) {
	p, _ := imported(t, asJPEG(t, halves(300, 200)))
	data, err := file.Encode(&model.Document{ID: "hill", Parts: map[string][]byte{p.Part: p.Data}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Decode(data); err != nil {
		t.Error(err)
	}
	if again, _ := imported(t, asJPEG(t, halves(300, 200))); again.Part != p.Part {
		t.Error("the same file gives another picture")
	}
}

// claims gives a PNG that says it is so large.
func claims(t testing.TB, width, height uint32) []byte {
	data := asPNG(t, halves(2, 2))
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// fine gives a PNG that says it is so large, with sixteen bits a colour.
func fine(t testing.TB, width, height uint32) []byte {
	data := claims(t, width, height)
	data[24] = 16
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestWhatIsNoPictureForAProjectIsRefusedInOneSentence(t *testing.T) {
	photo := asJPEG(t, halves(80, 40))
	for what, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":                         {nil, "problem.picture.unknown"},
		"a letter":                        {[]byte("Dear councillor,"), "problem.picture.unknown"},
		"a PDF":                           {[]byte("%PDF-1.7"), "problem.picture.unknown"},
		"a GIF":                           {[]byte("GIF89a\xff\xff\xff\xff"), "problem.picture.kind"},
		"WebP":                            {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "problem.picture.kind"},
		"a photograph by phone":           {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "problem.picture.kind"},
		"SVG":                             {[]byte(`<?xml version="1.0"?><svg onload="alert(1)"/>`), "problem.picture.kind"},
		"TIFF":                            {[]byte("II*\x00\x08\x00\x00\x00"), "problem.picture.kind"},
		"BMP":                             {[]byte("BM\x00\x00"), "problem.picture.kind"},
		"a cut photograph":                {photo[:len(photo)/2], "problem.picture.damaged"},
		"a PNG without end":               {asPNG(t, halves(80, 40))[:60], "problem.picture.damaged"},
		"a PNG of 16 GiB":                 {claims(t, 65536, 65536), "problem.picture.pixels"},
		"a PNG of 41 million":             {claims(t, 41_000_000, 1), "problem.picture.pixels"},
		"a PNG of 30 million fine points": {fine(t, 6000, 5000), "problem.picture.pixels"},
		"a file too large":                {make([]byte, MostBytes+1), "problem.picture.bytes"},
	} {
		_, err := Import(c.data)
		var problem *model.Problem
		if !errors.As(err, &problem) || problem.Key != c.want {
			t.Errorf("%s gives %v, want %s", what, err, c.want)
			continue
		}
		if said := words.English().Explain(err); !strings.HasSuffix(said, ".") || strings.Contains(said, "no value") {
			t.Errorf("%s is said as %q", what, said)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add(noted(asJPEG(f, halves(8, 8)), 6))
	f.Add(asPNG(f, halves(8, 8)))
	f.Add(claims(f, 65536, 65536))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Import(data)
		var problem *model.Problem
		if err != nil {
			if !errors.As(err, &problem) {
				t.Fatalf("%v is no sentence", err)
			}
			return
		}
		if max(p.Width, p.Height) > Longest || p.Width < 1 || p.Height < 1 {
			t.Errorf("it is %d x %d", p.Width, p.Height)
		}
	})
}

// BenchmarkImport is a photograph of 12 megapixels, as phones take them.
func BenchmarkImport(b *testing.B) {
	data := noted(asJPEG(b, halves(4000, 3000)), 6)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Import(data); err != nil {
			b.Fatal(err)
		}
	}
}
