package docx_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// faults finds what word processors stumble over, and what keeps people who hear a file
// from its sense.
func faults(t interface{ Fatal(...any) }, parts map[string][]byte) []string {
	var all []string
	fault := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	types := read(t, parts["[Content_Types].xml"])
	for name, data := range parts {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			read(t, data)
		}
		known := slices.ContainsFunc(types.find("Override"), func(n *node) bool { return n.attrs["PartName"] == "/"+name }) ||
			slices.ContainsFunc(types.find("Default"), func(n *node) bool { return strings.HasSuffix(name, "."+n.attrs["Extension"]) })
		if !known {
			fault("the kind of %s is not said", name)
		}
	}
	document := read(t, parts["word/document.xml"])
	all = append(all, relationFaults(parts, read(t, parts["word/_rels/document.xml.rels"]), document)...)
	all = append(all, styleFaults(document, read(t, parts["word/styles.xml"]), read(t, parts["word/numbering.xml"]))...)
	all = append(all, bodyFaults(document.at("document", "body"))...)
	for _, table := range document.find("tbl") {
		all = append(all, tableFaults(table)...)
	}
	return all
}

// relationFaults looks for what refers to nothing.
func relationFaults(parts map[string][]byte, relations, document *node) []string {
	var all []string
	ids := map[string]bool{}
	for _, r := range relations.find("Relationship") {
		ids[r.attrs["Id"]] = true
		if _, there := parts[path.Join("word", r.attrs["Target"])]; r.attrs["TargetMode"] != "External" && !there {
			all = append(all, fmt.Sprintf("%s leads to %s, which is not there", r.attrs["Id"], r.attrs["Target"]))
		}
	}
	bookmarks := map[string]bool{}
	for _, b := range document.find("bookmarkStart") {
		if bookmarks[b.attrs["name"]] {
			all = append(all, fmt.Sprintf("the bookmark %s stands twice", b.attrs["name"]))
		}
		bookmarks[b.attrs["name"]] = true
	}
	for _, link := range document.find("hyperlink") {
		if anchor, inside := link.attrs["anchor"]; inside && !bookmarks[anchor] || !inside && !ids[link.attrs["id"]] {
			all = append(all, fmt.Sprintf("a link leads nowhere: %v", link.attrs))
		}
	}
	drawings := map[string]bool{}
	for _, d := range document.find("docPr") {
		if drawings[d.attrs["id"]] {
			all = append(all, fmt.Sprintf("two drawings have the number %s", d.attrs["id"]))
		}
		drawings[d.attrs["id"]] = true
	}
	return all
}

// styleFaults looks for styles and lists that are not there, and headings out of order.
func styleFaults(document, styles, numbering *node) []string {
	var all []string
	known, outline := map[string]bool{}, map[string]int{}
	for _, s := range styles.find("style") {
		known[s.attrs["styleId"]] = true
		if level := s.at("pPr", "outlineLvl").attrs["val"]; level != "" {
			fmt.Sscan(level, new(int))
			outline[s.attrs["styleId"]] = int(level[0]-'0') + 1
		}
	}
	lists := map[string]bool{}
	for _, n := range numbering.find("num") {
		lists[n.attrs["numId"]] = true
	}
	level := 0
	for _, n := range slices.Concat(document.find("p"), document.find("r")) {
		if style := styleOf(n); style != "" && !known[style] {
			all = append(all, fmt.Sprintf("there is no style %s", style))
		}
		if list := n.at("pPr", "numPr", "numId").attrs["val"]; list != "" && !lists[list] {
			all = append(all, fmt.Sprintf("there is no list %s", list))
		}
		if now := outline[styleOf(n)]; now > level+1 {
			all = append(all, fmt.Sprintf("a heading of level %d follows level %d", now, level))
		} else if now > 0 {
			level = now
		}
	}
	return all
}

// bodyFaults looks for tables that meet or end the text, and empty paragraphs but those
// that keep tables apart.
func bodyFaults(body *node) []string {
	var all []string
	before := ""
	for _, n := range body.inner {
		if n.name == "" {
			continue
		}
		if before == "tbl" && n.name != "p" {
			all = append(all, fmt.Sprintf("a table is followed by %s", n.name))
		}
		if n.name == "p" && before != "tbl" && len(n.inner) < 2 {
			all = append(all, "there is an empty paragraph")
		}
		before = n.name
	}
	if before != "sectPr" {
		all = append(all, "the size of the pages does not stand at the end")
	}
	return all
}

// tableFaults looks for rows that do not fill their columns, cells without a paragraph,
// rows that may be split, and heads that do not repeat.
func tableFaults(table *node) []string {
	var all []string
	columns := len(table.find("gridCol"))
	for i, row := range table.find("tr") {
		n := 0
		for _, cell := range row.find("tc") {
			span := 1
			if text := cell.at("tcPr", "gridSpan").attrs["val"]; text != "" {
				fmt.Sscan(text, &span)
			}
			n += span
			if len(cell.find("p")) == 0 {
				all = append(all, "a cell has no paragraph")
			}
		}
		if n != columns {
			all = append(all, fmt.Sprintf("a row has %d of %d columns", n, columns))
		}
		if row.at("trPr", "cantSplit").name == "" {
			all = append(all, "a row may be split")
		}
		isHead := styleOf(row.at("tc", "p")) == "TableHead" && row.at("tc", "p", "pPr", "tabs").name == ""
		if repeats := row.at("trPr", "tblHeader").name != ""; repeats != isHead || repeats && i > 0 {
			all = append(all, fmt.Sprintf("row %d repeats: %v, is a head: %v", i, repeats, isHead))
		}
	}
	return all
}

func TestEachFaultIsFound(t *testing.T) {
	sound := func(body string) map[string][]byte {
		return map[string][]byte{
			"[Content_Types].xml":          []byte(`<Types><Default Extension="xml"/><Default Extension="rels"/></Types>`),
			"word/document.xml":            []byte(`<document><body>` + body + `<sectPr/></body></document>`),
			"word/_rels/document.xml.rels": []byte(`<Relationships/>`),
			"word/styles.xml":              []byte(`<styles><style styleId="H2"><pPr><outlineLvl val="1"/></pPr></style><style styleId="TableHead"/></styles>`),
			"word/numbering.xml":           []byte(`<numbering/>`),
		}
	}
	if found := faults(t, sound("<p><pPr/><r/></p>")); len(found) > 0 {
		t.Errorf("a sound file has faults: %q", found)
	}
	const cell, row = `<tc><p/></tc>`, `<tr><trPr><cantSplit/></trPr>`
	for body, want := range map[string]string{
		`<p/>`: "empty paragraph",
		`<p><pPr><pStyle val="X"/></pPr><r/></p>`:                   "no style X",
		`<p><pPr><pStyle val="H2"/></pPr><r/></p>`:                  "level 2 follows level 0",
		`<p><pPr><numPr><numId val="7"/></numPr></pPr><r/></p>`:     "no list 7",
		`<p><pPr/><hyperlink anchor="a"/></p>`:                      "leads nowhere",
		`<p><pPr/><hyperlink id="a"/></p>`:                          "leads nowhere",
		`<p><docPr id="1"/><docPr id="1"/></p>`:                     "have the number 1",
		`<p><bookmarkStart name="a"/><bookmarkStart name="a"/></p>`: "stands twice",
		`<tbl/>`: "followed by sectPr",
		`<tbl><gridCol/><gridCol/>` + row + cell + `</tr></tbl><p/>`:                                                 "1 of 2 columns",
		`<tbl><gridCol/>` + row + `<tc/></tr></tbl><p/>`:                                                             "no paragraph",
		`<tbl><gridCol/><tr>` + cell + `</tr></tbl><p/>`:                                                             "may be split",
		`<tbl><gridCol/>` + row + `<tc><p><pPr><pStyle val="TableHead"/></pPr></p></tc></tr></tbl><p/>`:              "repeats: false",
		`<tbl><gridCol/>` + row + cell + `</tr><tr><trPr><cantSplit/><tblHeader/></trPr>` + cell + `</tr></tbl><p/>`: "repeats: true",
	} {
		if found := strings.Join(faults(t, sound(body)), "; "); !strings.Contains(found, want) {
			t.Errorf("%s: found %q, want %q", body, found, want)
		}
	}
}
