// Package picture brings photographs and logos into a project. [Import] takes the bytes of
// a file as somebody chose, dropped or pasted it and gives a [Picture] fit to be kept and
// sent by mail: upright, small, and encoded anew, so that nothing of the file stays but
// what can be seen: not the place and time at which it was taken, and nothing hidden.
//
// It touches no project: whoever imports puts the part and a model.Picture into it.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/paper/bitmap"
)

const (
	// Longest is how many pixels the longer side has at most.
	Longest = 1600
	quality = 80
	// MostBytes is how large a file may be to be looked at.
	MostBytes = bitmap.MostBytes
)

// Picture is a picture as a project keeps it.
type Picture struct {
	Part          string // the name of its part of the file: equal pictures, equal names
	Data          []byte // JPEG or PNG
	Width, Height int    // pixels
}

// Import makes a JPEG or PNG file ready to be kept. What it cannot take is a
// [model.Problem] that says why and what to do.
func Import(data []byte) (Picture, error) {
	if kind := foreign(data); kind != "" {
		return Picture{}, model.NewProblem("problem.picture.kind", "Kind", kind)
	}
	img, kind, err := bitmap.Upright(data, 2*Longest-1)
	if err != nil {
		return Picture{}, refused(err)
	}
	img = fit(img)
	kept, ending, err := encode(img, kind)
	if err != nil {
		return Picture{}, model.NewProblem("problem.picture.damaged")
	}
	size := img.Bounds().Size()
	return Picture{Part: file.PictureName(kept, ending), Data: kept, Width: size.X, Height: size.Y}, nil
}

// foreign names a kind of picture that we know but do not take.
func foreign(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("GIF8")):
		return "GIF"
	case bytes.HasPrefix(data, []byte("BM")):
		return "BMP"
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return "TIFF"
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "WebP"
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		return "HEIC"
	case bytes.Contains(data[:min(len(data), 512)], []byte("<svg")):
		return "SVG"
	}
	return ""
}

func refused(err error) error {
	var bad *bitmap.Error
	if !errors.As(err, &bad) {
		return err
	}
	switch {
	case bad.Why == bitmap.Damaged:
		return model.NewProblem("problem.picture.damaged")
	case bad.Why == bitmap.TooLarge && bad.Width > 0:
		return model.NewProblem("problem.picture.pixels", "Width", model.GroupThousands(int64(bad.Width)),
			"Height", model.GroupThousands(int64(bad.Height)), "Most", bitmap.MostPixels/1_000_000)
	case bad.Why == bitmap.TooLarge:
		return model.NewProblem("problem.picture.bytes", "Most", MostBytes>>20)
	}
	return model.NewProblem("problem.picture.unknown")
}

// fit makes a picture exactly as small as it must be.
func fit(img *image.RGBA) *image.RGBA {
	size := img.Bounds().Size()
	long := max(size.X, size.Y)
	if long <= Longest {
		return img
	}
	scaled := func(n int) int { return max(1, (n*Longest+long/2)/long) }
	small := image.NewRGBA(image.Rect(0, 0, scaled(size.X), scaled(size.Y)))
	draw.CatmullRom.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	return small
}

// encode gives a photograph as JPEG. What came as PNG stays PNG if it is small that way,
// as drawings are: JPEG would blur their lines.
func encode(img *image.RGBA, kind string) (data []byte, ending string, err error) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, "", err
	}
	if kind != "png" {
		return photo.Bytes(), "jpg", nil
	}
	var drawing bytes.Buffer
	if err := png.Encode(&drawing, img); err != nil {
		return nil, "", err
	}
	if drawing.Len() > 2*photo.Len() {
		return photo.Bytes(), "jpg", nil
	}
	return drawing.Bytes(), "png", nil
}
