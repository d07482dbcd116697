package pdf

import (
	"fmt"
	"slices"

	"commonplan/model/paper/bitmap"
)

// pictureName is the name of a picture on the pages; the same picture has one name.
func (p *painter) pictureName(b *bitmap.Bitmap) string {
	at := slices.Index(p.pictures, b)
	if at < 0 {
		at = len(p.pictures)
		p.pictures = append(p.pictures, b)
	}
	return nameOf(at)
}

func nameOf(picture int) string { return fmt.Sprintf("P%d", picture) }

// addPictures adds the pictures and gives the entry by which pages find them; "" if
// there are none.
func (f *file) addPictures(pictures []*bitmap.Bitmap) string {
	entry := ""
	for i, b := range pictures {
		o := object{value: fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8",
			b.Width, b.Height)}
		if b.JPEG != nil {
			o.value += " /Filter /DCTDecode"
			o.stream, o.form = b.JPEG, plain
		} else {
			o.value += fmt.Sprintf(" /DecodeParms <</Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns %d>>", b.Width)
			o.stream = b.Lines
		}
		entry += fmt.Sprintf(" /%s %d 0 R", nameOf(i), f.add(o))
	}
	if entry == "" {
		return ""
	}
	return " /XObject <<" + entry + ">>"
}
