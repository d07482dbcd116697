package figure

import (
	"bytes"
	"fmt"
)

// Inline says how a picture stands within a web page.
type Inline struct {
	Label       string  // its name for those who hear the page; "" hides it from them
	DescribedBy string  // the id of the element of the page that tells what it shows; may be empty
	Class       string  // for the page's style sheet; may be empty
	Metrics     Metrics // of the typeface it was drawn for; nil leaves texts as wide as they come
}

// InlineSVG paints a picture as an element of a web page, 1 unit to the millimetre. It
// uses no ids, so that a page can hold several. Each text is held to the width it was
// drawn for, since the reader may not have the typeface.
func InlineSVG(p Picture, o Inline) []byte {
	var b bytes.Buffer
	w, h := number(p.Width+2*svgMargin), number(p.Height+2*svgMargin)
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	if o.Class != "" {
		fmt.Fprintf(&b, ` class="%s"`, escape(o.Class))
	}
	fmt.Fprintf(&b, ` width="%smm" height="%smm" viewBox="%s %s %s %s"`, w, h, number(-svgMargin), number(-svgMargin), w, h)
	if o.Label == "" {
		b.WriteString(` aria-hidden="true"`)
	} else {
		fmt.Fprintf(&b, ` role="img" aria-label="%s"`, escape(o.Label))
	}
	if o.DescribedBy != "" {
		fmt.Fprintf(&b, ` aria-describedby="%s"`, escape(o.DescribedBy))
	}
	b.WriteString(">\n")
	svgShapes(&b, p.Shapes, o.Metrics)
	b.WriteString("</svg>\n")
	return b.Bytes()
}
