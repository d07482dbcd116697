package html_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// faults finds what keeps people who hear a page, or use it by keyboard, from its sense.
func faults(page *node) []string {
	var all []string
	fault := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	for _, name := range []string{"main", "h1", "title", "footer"} {
		if n := len(page.find(name)); n != 1 {
			fault("there are %d of %s", n, name)
		}
	}
	if root := page.find("html"); len(root) != 1 || root[0].attrs["lang"] == "" {
		fault("the language is not said")
	}
	for _, name := range []string{"script", "iframe", "object", "embed", "link"} {
		if len(page.find(name)) > 0 {
			fault("there is a %s", name)
		}
	}
	all = append(all, idFaults(page)...)
	level := 0
	page.each(func(n *node) bool {
		for name, value := range n.attrs {
			if strings.HasPrefix(name, "on") {
				fault("%s %s=%q would run", n.name, name, value)
			}
		}
		switch n.name {
		case "h1", "h2", "h3", "h4":
			if now := int(n.name[1] - '0'); now > level+1 {
				fault("heading %q of level %d follows level %d", n.text(), now, level)
			} else {
				level = now
			}
			saysSomething(n, fault)
		case "title", "summary", "dt", "a":
			saysSomething(n, fault)
		case "svg":
			if label := n.attrs["aria-label"]; (label == "") == (n.attrs["aria-hidden"] != "true") || label != "" && n.attrs["role"] != "img" {
				fault("a picture is neither named nor hidden: %v", n.attrs)
			}
			return false
		case "img":
			if !strings.HasPrefix(n.attrs["src"], "data:image/") || n.attrs["alt"] == "" {
				fault("a photograph is not in the page, or has no words")
			}
		case "table":
			all = append(all, tableFaults(n)...)
		case "dl":
			if strings.TrimSpace(directWords(n)) != "" {
				fault("a list of facts has words outside its facts")
			}
		}
		return true
	})
	return all
}

func saysSomething(n *node, fault func(string, ...any)) {
	if n.text() == "" {
		fault("a %s says nothing", n.name)
	}
}

func directWords(n *node) string {
	words := ""
	for _, child := range n.inner {
		words += child.words
	}
	return words
}

// idFaults looks for ids that stand twice and for what refers to none.
func idFaults(page *node) []string {
	var all []string
	ids := map[string]bool{}
	page.each(func(n *node) bool {
		if id, ok := n.attrs["id"]; ok {
			if id == "" || ids[id] || strings.ContainsAny(id, " \t\n") {
				all = append(all, fmt.Sprintf("the id %q is empty, broken or stands twice", id))
			}
			ids[id] = true
		}
		return true
	})
	page.each(func(n *node) bool {
		refers := strings.Fields(n.attrs["aria-labelledby"] + " " + n.attrs["aria-describedby"])
		if to, inPage := strings.CutPrefix(n.attrs["href"], "#"); inPage {
			refers = append(refers, to)
		}
		for _, id := range refers {
			if !ids[id] {
				all = append(all, fmt.Sprintf("%s refers to %q, which is not there", n.name, id))
			}
		}
		if href := n.attrs["href"]; href != "" && !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "mailto:") {
			all = append(all, fmt.Sprintf("a link leads to %q", href))
		}
		return true
	})
	return all
}

// tableFaults looks for tables without a name, heads without scope, and rows that do
// not fill their columns.
func tableFaults(table *node) []string {
	var all []string
	if captions := table.find("caption"); len(captions) != 1 || captions[0].text() == "" {
		all = append(all, "a table says nothing of what it is")
	}
	for _, th := range table.find("th") {
		if scope := th.attrs["scope"]; scope != "col" && scope != "row" && scope != "rowgroup" {
			all = append(all, fmt.Sprintf("the head %q has the scope %q", th.text(), scope))
		}
		if th.text() == "" {
			all = append(all, "a head says nothing")
		}
	}
	for _, head := range table.find("thead") {
		for _, th := range head.find("th") {
			if th.attrs["scope"] != "col" {
				all = append(all, fmt.Sprintf("the head %q is not one of a column", th.text()))
			}
		}
	}
	columns := len(table.find("col"))
	for _, row := range table.find("tr") {
		n := 0
		for _, cell := range slices.Concat(row.find("td"), row.find("th")) {
			span := 1
			if text := cell.attrs["colspan"]; text != "" {
				fmt.Sscan(text, &span)
			}
			n += span
		}
		if n != columns {
			all = append(all, fmt.Sprintf("the row %q has %d of %d cells", row.text(), n, columns))
		}
	}
	return all
}

func TestEachFaultIsFound(t *testing.T) {
	page := func(main string) []byte {
		return []byte(`<html lang="en"><head><title>T</title></head><body><main id="m"><h1>One</h1>` + main + `</main><footer>F</footer></body></html>`)
	}
	if found := faults(readXML(t, page(""))); len(found) > 0 {
		t.Errorf("a sound page has faults: %q", found)
	}
	for main, want := range map[string]string{
		`<h3>Three</h3>`:                                 "follows level 1",
		`<h2> </h2>`:                                     "says nothing",
		`<script></script>`:                              "there is a script",
		`<p onclick="x()">a</p>`:                         "would run",
		`<p id="m">a</p>`:                                "stands twice",
		`<a href="#gone">a</a>`:                          "which is not there",
		`<a href="javascript:x()">a</a>`:                 "leads to",
		`<svg></svg>`:                                    "neither named nor hidden",
		`<table><tr><td>a</td></tr></table>`:             "what it is",
		`<table><tr><th>a</th></tr></table>`:             "has the scope",
		`<table><col/><col/><tr><td/></tr></table>`:      "1 of 2 cells",
		`<img src="https://example.org/a.png" alt="a"/>`: "not in the page",
		`<dl>words</dl>`:                                 "outside its facts",
	} {
		if found := strings.Join(faults(readXML(t, page(main))), "; "); !strings.Contains(found, want) {
			t.Errorf("%s: found %q, want %q", main, found, want)
		}
	}
}
