package check

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// parents looks whether the marks on the pages, the structure, and the table that leads
// from marks and annotations to the structure agree.
func (c *checker) parents() {
	owner := map[place]*element{}
	for _, e := range c.all {
		for _, m := range e.marks {
			if owner[m] != nil {
				c.find("parents", m.page, "shared", words.With{"N": m.number})
			}
			owner[m] = e
		}
	}
	root := c.file.Dict(c.file.Catalog()["StructTreeRoot"])
	table, next := c.parentTable(root)
	if n, given := root["ParentTreeNextKey"].(int); !given || n < next {
		c.find("parents", 0, "next")
	}
	for _, p := range c.pages {
		key, keyed := p.Dict["StructParents"].(int)
		list := c.file.Array(table[key])
		delete(table, key)
		if !keyed || len(list) != len(p.marks) {
			c.find("parents", p.number, "page", words.With{"N": len(list), "Marks": len(p.marks)})
		}
		for _, number := range slices.Sorted(maps.Keys(p.marks)) {
			e := owner[place{p.number, number}]
			if e == nil {
				c.find("parents", p.number, "orphan", words.With{"N": number})
			}
			if number >= len(list) || e != nil && list[number] != e.ref {
				c.find("parents", p.number, "other", words.With{"N": number})
			}
		}
	}
	for key := range c.annotationParents() {
		delete(table, key)
	}
	if len(table) > 0 {
		c.find("parents", 0, "more", words.With{"N": len(table)})
	}
}

// parentTable reads the table and the number after its last key.
func (c *checker) parentTable(root pdfread.Dict) (table map[int]any, next int) {
	table = map[int]any{}
	nums := c.file.Array(c.file.Dict(root["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		key, ok := nums[i].(int)
		if !ok || key < next {
			c.find("parents", 0, "order")
		}
		table[key], next = nums[i+1], key+1
	}
	return table, next
}

// annotationParents gives the keys of all annotations.
func (c *checker) annotationParents() map[int]pdfread.Ref {
	keys := map[int]pdfread.Ref{}
	for _, p := range c.pages {
		for _, a := range c.file.Array(p.Dict["Annots"]) {
			if key, ok := c.file.Dict(a)["StructParent"].(int); ok {
				keys[key], _ = a.(pdfread.Ref)
			}
		}
	}
	return keys
}

// links looks at the links: on the pages, in the structure, and where they lead.
func (c *checker) links() {
	inTree := map[pdfread.Ref]*element{}
	for _, e := range c.all {
		if (e.kind == "Link") != (len(e.annots) > 0) {
			c.find("links", e.page, "element", words.With{"Kind": e.kind})
		}
		for _, a := range e.annots {
			inTree[a] = e
		}
	}
	table, _ := c.parentTable(c.file.Dict(c.file.Catalog()["StructTreeRoot"]))
	for _, p := range c.pages {
		if p.Dict["Tabs"] != pdfread.Name("S") {
			c.find("links", p.number, "tabs")
		}
		for _, v := range c.file.Array(p.Dict["Annots"]) {
			ref, _ := v.(pdfread.Ref)
			d := c.file.Dict(v)
			c.only("annotation", p.number, d)
			c.link(p, d)
			key, keyed := d["StructParent"].(int)
			if e := inTree[ref]; e == nil || !keyed || table[key] != e.ref {
				c.find("links", p.number, "parent")
			}
			delete(inTree, ref)
		}
	}
	if len(inTree) > 0 {
		c.find("links", 0, "stray", words.With{"N": len(inTree)})
	}
}

// link looks at one annotation.
func (c *checker) link(p *page, d pdfread.Dict) {
	if d["Type"] != pdfread.Name("Annot") || d["Subtype"] != pdfread.Name("Link") || d["F"] != 4 {
		c.find("links", p.number, "kind")
	}
	if strings.TrimSpace(text(d["Contents"])) == "" {
		c.find("links", p.number, "contents")
	}
	box := p.box(c.file)
	r, ok := pdfread.Numbers(d["Rect"], 4)
	if !ok || r[0] >= r[2] || r[1] >= r[3] || r[0] < box[0] || r[1] < box[1] || r[2] > box[2] || r[3] > box[3] {
		c.find("links", p.number, "rect")
	}
	switch action := c.file.Dict(d["A"]); {
	case action == nil:
		if !c.leadsToAPage(d["Dest"]) {
			c.find("links", p.number, "target")
		}
	default:
		address := text(action["URI"])
		parsed, err := url.Parse(address)
		if action["S"] != pdfread.Name("URI") || err != nil || !slices.Contains([]string{"http", "https", "mailto", "tel"}, parsed.Scheme) || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) {
			c.find("links", p.number, "address", words.With{"Address": address})
		}
	}
}

// leadsToAPage tells whether a destination is a place on a page of this file.
func (c *checker) leadsToAPage(v any) bool {
	d := c.file.Array(v)
	if len(d) < 2 {
		return false
	}
	ref, _ := d[0].(pdfread.Ref)
	return c.pageOf[ref] != nil
}

// bookmarks looks at the bookmarks.
func (c *checker) bookmarks() {
	root := c.file.Dict(c.file.Catalog()["Outlines"])
	if root == nil {
		return
	}
	count := 0
	var before any
	at := root["First"]
	for ; at != nil && count < c.file.Count(); at = c.file.Dict(at)["Next"] {
		d := c.file.Dict(at)
		if strings.TrimSpace(text(d["Title"])) == "" || !c.leadsToAPage(d["Dest"]) || d["Parent"] != c.file.Catalog()["Outlines"] || d["Prev"] != before {
			c.find("bookmarks", 0, "entry", words.With{"Title": text(d["Title"])})
		}
		if se, _ := d["SE"].(pdfread.Ref); c.byRef[se] == nil || !strings.HasPrefix(c.byRef[se].kind, "H") {
			c.find("bookmarks", 0, "element", words.With{"Title": text(d["Title"])})
		}
		before = at
		count++
	}
	if root["Count"] != count || root["Last"] != before {
		c.find("bookmarks", 0, "count")
	}
}
