package check

import (
	"bytes"
	"image/color"
	"image/jpeg"
	"slices"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// The entries we write in the dictionaries where others would change what a file is
// or does.
var entries = map[string][]pdfread.Name{
	"catalog":    {"Type", "Pages", "StructTreeRoot", "MarkInfo", "ViewerPreferences", "Lang", "Metadata", "OutputIntents", "Outlines", "PageMode"},
	"page":       {"Type", "Parent", "Resources", "Contents", "StructParents", "Tabs", "Annots", "MediaBox"},
	"pages":      {"Type", "Kids", "Count", "MediaBox"},
	"resources":  {"ProcSet", "Font", "XObject"},
	"annotation": {"Type", "Subtype", "Rect", "Border", "F", "StructParent", "Contents", "A", "Dest"},
	"picture":    {"Type", "Subtype", "Width", "Height", "ColorSpace", "BitsPerComponent", "Filter", "DecodeParms", "Length"},
	"info":       {"Title", "Subject", "Author", "Creator", "Producer", "CreationDate", "ModDate"},
}

// only finds entries that do not belong into a dictionary.
func (c *checker) only(kind string, page int, d pdfread.Dict) {
	for key := range d {
		if !slices.Contains(entries[kind], key) {
			c.find("form", page, "entry", words.With{"Entry": string(key), "Where": kind})
		}
	}
}

// forms looks for entries that we never write.
func (c *checker) forms() {
	catalog := c.file.Catalog()
	c.only("catalog", 0, catalog)
	c.only("pages", 0, c.file.Dict(catalog["Pages"]))
	c.only("info", 0, c.file.Dict(c.file.Trailer["Info"]))
	pictures := map[any]bool{}
	for _, p := range c.pages {
		c.only("page", p.number, p.Dict)
		if _, own := p.Dict["Resources"]; !own {
			c.find("form", p.number, "resources")
		}
		box := p.box(c.file)
		for _, side := range []float64{box[2] - box[0], box[3] - box[1]} {
			if side < 3 || side > 14400 {
				c.find("form", p.number, "size")
			}
		}
		resources := c.file.Dict(p.Dict["Resources"])
		c.only("resources", p.number, resources)
		for _, v := range c.file.Dict(resources["XObject"]) {
			if !pictures[v] {
				pictures[v] = true
				c.picture(p.number, c.file.Stream(v))
			}
		}
	}
}

// picture looks at a photograph.
func (c *checker) picture(page int, s *pdfread.Stream) {
	if s == nil || s.Dict["Subtype"] != pdfread.Name("Image") {
		c.find("form", page, "xobject")
		return
	}
	c.only("picture", page, s.Dict)
	if s.Dict["ColorSpace"] != pdfread.Name("DeviceRGB") || s.Dict["BitsPerComponent"] != 8 {
		c.find("form", page, "picture")
	}
	if s.Dict["Filter"] == pdfread.Name("DCTDecode") {
		config, err := jpeg.DecodeConfig(bytes.NewReader(s.Raw))
		if err != nil || config.Width != s.Dict["Width"] || config.Height != s.Dict["Height"] || config.ColorModel != color.YCbCrModel {
			c.find("form", page, "picture")
		}
	}
}

// box is a page's rectangle in points.
func (p *page) box(f *pdfread.File) [4]float64 {
	v := p.Dict["MediaBox"]
	if v == nil {
		v = f.Dict(p.Dict["Parent"])["MediaBox"]
	}
	var box [4]float64
	if ns, ok := pdfread.Numbers(v, 4); ok {
		copy(box[:], ns)
	}
	return box
}
