package docx

import (
	"bytes"
	"fmt"
	"image/png"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/bitmap"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
)

// Measures of pictures.
const (
	pixelsPerMM = 10    // of drawings: 254 dots to the inch
	unitsPerMM  = 36000 // the format measures pictures in these
	mostHeight  = .8    // of the text on a page
)

// picture is a file with a picture.
type picture struct {
	data []byte
	kind string // "png" or "jpeg"
}

// name is the file's path from the text's.
func (p picture) name(place int) string { return fmt.Sprintf("media/picture%d.%s", place+1, p.kind) }

func (f *file) figure(b paper.Figure) {
	f.begin("Figure", looks{keep: len(b.Caption) > 0 || b.KeepWithNext})
	f.drawing(b.Picture, f.look.Width)
	f.end()
	f.some("Caption", b.Caption, looks{keep: b.KeepWithNext})
}

// drawing places a drawing in a line, no wider than so many mm.
func (f *file) drawing(p figure.Picture, widest float64) {
	if f.doc.Print.Black {
		p = typeset.Blackened(p)
	}
	painted := raster.Picture(p, f.metrics, pixelsPerMM)
	var file bytes.Buffer
	if err := png.Encode(&file, paletted(painted)); err != nil {
		f.problem = fmt.Errorf("writing a drawing as a picture: %w", err)
		return
	}
	said := p.Alt
	if said == "" {
		said = p.Title
	}
	size := painted.Bounds().Size()
	width, height := float64(size.X)/pixelsPerMM, float64(size.Y)/pixelsPerMM
	f.place(picture{file.Bytes(), "png"}, p.Title, said, width, height, widest)
}

// photograph writes a picture as it is on paper. One that cannot be read is a sentence.
func (f *file) photograph(b paper.Picture) {
	name := typeset.NameOf(b, f.words)
	read, err := bitmap.Read(b.Data)
	if err != nil {
		f.line("Normal", typeset.Refusal(err, name, f.words), looks{})
		return
	}
	p := picture{read.JPEG, "jpeg"}
	if p.data == nil {
		var file bytes.Buffer
		if err := png.Encode(&file, read.Image()); err != nil {
			f.problem = fmt.Errorf("writing a picture: %w", err)
			return
		}
		p = picture{file.Bytes(), "png"}
	}
	width := f.look.Width
	if b.Width > 0 {
		width = min(b.Width, width)
	}
	f.begin("Figure", looks{keep: len(b.Caption) > 0})
	f.place(p, "", name, width, width*float64(read.Height)/float64(read.Width), f.look.Width)
	f.end()
	f.some("Caption", b.Caption, looks{})
}

// place puts a picture of a size in mm in a line, smaller if it is too wide or too high.
func (f *file) place(p picture, title, said string, width, height, widest float64) {
	f.pictures = append(f.pictures, p)
	k := min(1, widest/width, mostHeight*(f.look.Bottom-f.look.Top)/height)
	x, y := max(1, int(width*k*unitsPerMM)), max(1, int(height*k*unitsPerMM))
	n := len(f.pictures)
	fmt.Fprintf(&f.body, `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>`, x, y)
	fmt.Fprintf(&f.body, `<wp:docPr id="%d" name="Picture %d" descr="%s" title="%s"/>`, n, n, escaped(said), escaped(title))
	f.body.WriteString(`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`)
	f.body.WriteString(`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`)
	fmt.Fprintf(&f.body, `<pic:nvPicPr><pic:cNvPr id="%d" name="Picture %d" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`, n, n, escaped(said))
	fmt.Fprintf(&f.body, `<pic:blipFill><a:blip r:embed="rPicture%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, n)
	fmt.Fprintf(&f.body, `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`, x, y)
	f.body.WriteString("</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
}
