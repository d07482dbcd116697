package check

import (
	"bytes"
	"math"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// container looks at the file as bytes and at the limits of its values.
func (c *checker) container() {
	data := c.file.Data
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%")) || len(data) < 14 || min(data[10], data[11], data[12], data[13]) < 128 {
		c.find("file", 0, "header")
	}
	if !bytes.HasSuffix(data, []byte("\n%%EOF\n")) || bytes.Count(data, []byte("%%EOF")) != 1 {
		c.find("file", 0, "end")
	}
	id := c.file.Array(c.file.Trailer["ID"])
	if len(id) != 2 || text(id[0]) == "" || text(id[1]) == "" {
		c.find("file", 0, "id")
	}
	if _, locked := c.file.Trailer["Encrypt"]; locked {
		c.find("file", 0, "encrypted")
	}
	for n := 1; n < c.file.Count(); n++ {
		v := c.file.Get(pdfread.Ref(n))
		c.limits(n, v)
		if s, ok := v.(*pdfread.Stream); ok {
			if _, err := s.Data(); err != nil {
				c.find("file", 0, "stream", words.With{"N": n})
			}
		}
	}
}

// limits looks at a value and all it holds.
func (c *checker) limits(object int, v any) {
	const longestString, longestName = 32767, 127
	sound := true
	switch v := v.(type) {
	case int:
		sound = v >= math.MinInt32 && v <= math.MaxInt32
	case float64:
		sound = math.Abs(v) <= 3.403e38 && (v == 0 || math.Abs(v) >= 1.175e-38)
	case pdfread.String:
		sound = len(v) < longestString
	case pdfread.Name:
		sound = len(v) <= longestName
	case pdfread.Ref:
		sound = int(v) < c.file.Count()
	case pdfread.Operator:
		sound = false
	case pdfread.Array:
		for _, in := range v {
			c.limits(object, in)
		}
	case pdfread.Dict:
		for key, in := range v {
			c.limits(object, key)
			c.limits(object, in)
		}
	case *pdfread.Stream:
		c.limits(object, v.Dict)
	}
	if !sound {
		c.find("file", 0, "limits", words.With{"N": object})
	}
}
