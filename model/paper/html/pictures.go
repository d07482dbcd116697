package html

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/png"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/bitmap"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
)

// Words of a picture up to so many letters are its name; more have a place to be read.
const shortWords = 160

// figure writes a drawing with its words and its caption.
func (p *page) figure(b paper.Figure) {
	p.tag("figure")
	in := figure.Inline{Label: paper.Sound(b.Picture.Alt), Class: "drawing"}
	long := len(in.Label) > shortWords
	if long {
		in.DescribedBy = p.newID("picture")
		in.Label = paper.Sound(b.Picture.Title)
		if in.Label == "" {
			in.Label = p.words.Say("webpage.picture")
		}
	}
	p.tag("div", "class", "wide", "role", "group", "tabindex", "0", "aria-label", p.words.Say("webpage.picture"))
	p.drawing(b.Picture, in)
	p.end("div")
	if long {
		p.tag("details")
		p.element("summary", p.words.Say("webpage.in_words"))
		p.element("p", b.Picture.Alt, "id", in.DescribedBy)
		p.end("details")
	}
	if len(b.Caption) > 0 {
		p.textElement("figcaption", b.Caption)
	}
	p.end("figure")
}

// drawing paints a drawing, its words made sound.
func (p *page) drawing(picture figure.Picture, in figure.Inline) {
	shapes := make([]figure.Shape, len(picture.Shapes))
	for i, shape := range picture.Shapes {
		if text, ok := shape.(figure.Text); ok {
			text.String = paper.Sound(text.String)
			shape = text
		}
		shapes[i] = shape
	}
	picture.Shapes = shapes
	if p.doc.Print.Black {
		picture = typeset.Blackened(picture)
	}
	in.Metrics = metrics.Of(p.doc.Print.Typeface)
	p.out.Write(figure.InlineSVG(picture, in))
}

// photograph writes a picture into the page itself. One that cannot be read is a sentence.
func (p *page) photograph(b paper.Picture) {
	name := typeset.NameOf(b, p.words)
	read, err := bitmap.Read(b.Data)
	if err != nil {
		p.element("p", typeset.Refusal(err, name, p.words))
		return
	}
	data, kind := read.JPEG, "jpeg"
	if data == nil {
		var file bytes.Buffer
		if err := png.Encode(&file, read.Image()); err != nil {
			p.problem = fmt.Errorf("writing a picture: %w", err)
			return
		}
		data, kind = file.Bytes(), "png"
	}
	width := p.look.Width
	if b.Width > 0 {
		width = min(b.Width, width)
	}
	p.tag("figure")
	fmt.Fprintf(&p.out, `<img src="data:image/%s;base64,%s" width="%d" height="%d" style="width: %.3gmm" alt="%s"/>`+"\n",
		kind, base64.StdEncoding.EncodeToString(data), read.Width, read.Height, width, attribute(name))
	if len(b.Caption) > 0 {
		p.textElement("figcaption", b.Caption)
	}
	p.end("figure")
}
