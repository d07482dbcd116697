package check

import (
	"slices"
	"strings"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// element is a structure element.
type element struct {
	ref    pdfread.Ref
	dict   pdfread.Dict
	kind   string
	parent *element
	kids   []*element
	marks  []place
	annots []pdfread.Ref
	page   int // where it begins; 0 if it holds nothing
}

// place is a mark on a page.
type place struct{ page, number int }

// standard are the kinds of elements we use.
var standard = []string{"Document", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody",
	"TR", "TH", "TD", "Figure", "Link", "Span", "TOC", "TOCI", "Reference", "Note"}

// structure reads the structure and looks at every element.
func (c *checker) structure() {
	catalog := c.file.Catalog()
	if info := c.file.Dict(catalog["MarkInfo"]); info["Marked"] != true || info["Suspects"] == true {
		c.find("marks", 0, "unmarked")
	}
	rootRef, _ := catalog["StructTreeRoot"].(pdfread.Ref)
	root := c.file.Dict(rootRef)
	if root["Type"] != pdfread.Name("StructTreeRoot") || root["RoleMap"] != nil {
		c.find("structure", 0, "missing")
		return
	}
	top, _ := root["K"].(pdfread.Ref)
	c.root = c.element(top, rootRef, nil)
	if c.root == nil {
		c.find("structure", 0, "missing")
		return
	}
	if c.root.kind != "Document" {
		c.find("structure", 0, "document")
	}
	c.names(root)
	c.headings()
	for _, e := range c.all {
		c.look(e)
	}
}

// element reads an element and all it holds.
func (c *checker) element(ref, parentRef pdfread.Ref, parent *element) *element {
	d := c.file.Dict(ref)
	if d == nil || c.byRef[ref] != nil {
		c.find("structure", 0, "tree", words.With{"N": int(ref)})
		return nil
	}
	kind, _ := d["S"].(pdfread.Name)
	e := &element{ref: ref, dict: d, kind: string(kind), parent: parent}
	c.byRef[ref] = e
	c.all = append(c.all, e)
	if d["Type"] != nil || d["P"] != parentRef || !slices.Contains(standard, e.kind) {
		c.find("structure", 0, "element", words.With{"Kind": e.kind, "N": int(ref)})
	}
	page, _ := d["Pg"].(pdfread.Ref)
	switch kids := d["K"].(type) {
	case nil:
	case pdfread.Array:
		for _, k := range kids {
			c.kid(e, k, page)
		}
	default:
		c.kid(e, kids, page)
	}
	for _, k := range e.kids {
		if e.page == 0 || k.page > 0 && k.page < e.page {
			e.page = k.page
		}
	}
	return e
}

// kid reads one thing an element holds.
func (c *checker) kid(e *element, k any, page pdfread.Ref) {
	switch k := k.(type) {
	case int:
		c.content(e, page, k)
	case pdfread.Ref:
		if in := c.element(k, e.ref, e); in != nil {
			e.kids = append(e.kids, in)
		}
	case pdfread.Dict:
		if on, given := k["Pg"].(pdfread.Ref); given {
			page = on
		}
		if annot, is := k["Obj"].(pdfread.Ref); is && k["Type"] == pdfread.Name("OBJR") {
			e.annots = append(e.annots, annot)
			return
		}
		if number, is := k["MCID"].(int); is && k["Type"] == pdfread.Name("MCR") {
			c.content(e, page, number)
			return
		}
		c.find("structure", 0, "element", words.With{"Kind": e.kind, "N": int(e.ref)})
	default:
		c.find("structure", 0, "element", words.With{"Kind": e.kind, "N": int(e.ref)})
	}
}

// content notes a mark that an element holds.
func (c *checker) content(e *element, page pdfread.Ref, number int) {
	p := c.pageOf[page]
	if p == nil || p.marks[number] == nil {
		c.find("parents", 0, "nowhere", words.With{"Kind": e.kind, "N": number})
		return
	}
	e.marks = append(e.marks, place{p.number, number})
	if e.page == 0 || p.number < e.page {
		e.page = p.number
	}
	if tag := string(p.marks[number].tag); tag != e.kind {
		c.find("parents", p.number, "tag", words.With{"Tag": tag, "Kind": e.kind})
	}
}

// attribute gives an attribute of an element; nil if it has none.
func (c *checker) attribute(e *element, owner, name pdfread.Name) any {
	lists := c.file.Array(e.dict["A"])
	if lists == nil {
		lists = pdfread.Array{e.dict["A"]}
	}
	for _, l := range lists {
		if d := c.file.Dict(l); d["O"] == owner {
			return c.file.Get(d[name])
		}
	}
	return nil
}

// look looks at one element.
func (c *checker) look(e *element) {
	if lang, given := e.dict["Lang"]; given && !languageName.MatchString(text(lang)) {
		c.find("language", e.page, "part", words.With{"Kind": e.kind, "Language": text(lang)})
	}
	if e.parent == nil && e.dict["Lang"] != nil && text(e.dict["Lang"]) != text(c.file.Catalog()["Lang"]) {
		c.find("language", 0, "differs", words.With{"Language": text(c.file.Catalog()["Lang"]), "Other": text(e.dict["Lang"])})
	}
	if len(e.kids)+len(e.marks) == 0 && e.kind != "TH" && e.kind != "TD" {
		c.find("structure", e.page, "empty", words.With{"Kind": e.kind})
	}
	if alt, given := e.dict["Alt"]; given && strings.TrimSpace(text(alt)) == "" {
		c.find("figures", e.page, "alt", words.With{"Kind": e.kind})
	}
	c.stands(e)
	switch e.kind {
	case "Figure":
		c.figure(e)
	case "Table":
		c.table(e)
	case "L":
		c.list(e)
	case "Note":
		if text(e.dict["ID"]) == "" {
			c.find("structure", e.page, "note")
		}
	}
}

// within says in which kinds an element may stand, for kinds that may not stand anywhere.
var within = map[string][]string{
	"THead": {"Table"}, "TBody": {"Table"}, "TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"},
	"LI": {"L"}, "Lbl": {"LI", "TOCI", "Note"}, "LBody": {"LI"}, "TOCI": {"TOC"},
	"H1": {"Document"}, "H2": {"Document"}, "H3": {"Document"}, "H4": {"Document"},
}

// holds says which elements may stand in an element, for kinds that may not hold all.
var holds = map[string][]string{
	"Table": {"THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"},
	"L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI"},
	"Document": {"H1", "H2", "H3", "H4", "P", "L", "Table", "Figure", "TOC", "Note"},
	"H1":       {"Span", "Link", "Reference"}, "H2": {"Span", "Link", "Reference"}, "H3": {"Span", "Link", "Reference"}, "H4": {"Span", "Link", "Reference"},
	"P": {"Span", "Link", "Reference", "Figure"}, "Span": {"Span"}, "Link": {"Span"}, "Lbl": {"Span"},
}

// stands looks whether an element may stand where it stands.
func (c *checker) stands(e *element) {
	if e.parent != nil {
		places, limited := within[e.kind]
		may, chosen := holds[e.parent.kind]
		if limited && !slices.Contains(places, e.parent.kind) || chosen && !slices.Contains(may, e.kind) {
			c.find(ruleOf(e.kind), e.page, "place", words.With{"Kind": e.kind, "In": e.parent.kind})
		}
	}
	// What holds elements of one kind only holds no text of its own.
	if slices.Contains([]string{"Document", "Table", "THead", "TBody", "TR", "L", "LI", "TOC"}, e.kind) && len(e.marks) > 0 {
		c.find(ruleOf(e.kind), e.page, "text", words.With{"Kind": e.kind})
	}
}

// ruleOf is the rule for the place of a kind of element.
func ruleOf(kind string) string {
	switch kind {
	case "Table", "THead", "TBody", "TR", "TH", "TD":
		return "tables"
	case "L", "LI", "Lbl", "LBody":
		return "lists"
	}
	return "structure"
}

// headings looks at the levels of the headings.
func (c *checker) headings() {
	before := 0
	for _, e := range c.all {
		level := slices.Index([]string{"H1", "H2", "H3", "H4"}, e.kind) + 1
		if level == 0 {
			continue
		}
		if level > before+1 {
			c.find("headings", e.page, "skip", words.With{"Level": level, "Before": before})
		}
		before = level
	}
}

// names looks at the elements that have names, and at the table of them.
func (c *checker) names(root pdfread.Dict) {
	for _, e := range c.all {
		id := text(e.dict["ID"])
		if id == "" {
			continue
		}
		if c.ids[id] != nil {
			c.find("structure", e.page, "id", words.With{"ID": id})
		}
		c.ids[id] = e
	}
	list := c.file.Array(c.file.Dict(root["IDTree"])["Names"])
	if len(list) != 2*len(c.ids) {
		c.find("structure", 0, "ids")
		return
	}
	for i := 0; i < len(list); i += 2 {
		id := text(list[i])
		if e := c.ids[id]; e == nil || list[i+1] != e.ref || i > 0 && id <= text(list[i-2]) {
			c.find("structure", 0, "ids")
			return
		}
	}
}

// figure looks at a picture.
func (c *checker) figure(e *element) {
	if strings.TrimSpace(text(e.dict["Alt"])) == "" {
		c.find("figures", e.page, "alt", words.With{"Kind": e.kind})
	}
	n, ok := pdfread.Numbers(c.attribute(e, "Layout", "BBox"), 4)
	if !ok || e.page == 0 {
		c.find("figures", e.page, "box")
		return
	}
	page := c.pages[e.page-1].box(c.file)
	const slack = .1
	if n[0] >= n[2] || n[1] >= n[3] || n[0] < page[0]-slack || n[1] < page[1]-slack || n[2] > page[2]+slack || n[3] > page[3]+slack {
		c.find("figures", e.page, "box")
	}
	for _, m := range e.marks {
		if m.page != e.page {
			c.find("figures", e.page, "pages")
		}
	}
}

// list looks at a list.
func (c *checker) list(e *element) {
	numbering := c.attribute(e, "List", "ListNumbering")
	labels := 0
	for _, item := range e.kids {
		bodies := 0
		for i, k := range item.kids {
			switch {
			case k.kind == "LBody":
				bodies++
			case k.kind == "Lbl" && i == 0:
				labels++
			}
		}
		if bodies != 1 {
			c.find("lists", item.page, "body")
		}
	}
	switch {
	case numbering == nil,
		labels == 0 && numbering != pdfread.Name("None"),
		labels > 0 && numbering == pdfread.Name("None"):
		c.find("lists", e.page, "numbering")
	case labels > 0 && labels != len(e.kids):
		c.find("lists", e.page, "label")
	}
}
