package html_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// node is an element of a page, or words of it.
type node struct {
	name  string // "" for words
	words string
	attrs map[string]string
	inner []*node
}

// each visits a node and all within it; what visit refuses is not gone into.
func (n *node) each(visit func(*node) bool) {
	if visit(n) {
		for _, child := range n.inner {
			child.each(visit)
		}
	}
}

func (n *node) find(name string) []*node {
	var all []*node
	n.each(func(n *node) bool {
		if n.name == name {
			all = append(all, n)
		}
		return true
	})
	return all
}

// text is all words within.
func (n *node) text() string {
	var b strings.Builder
	n.each(func(n *node) bool { b.WriteString(n.words); return true })
	return strings.TrimSpace(b.String())
}

// readXML reads a page as strict XML.
func readXML(t interface{ Fatal(...any) }, data []byte) *node {
	root := &node{}
	open := []*node{root}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatal("the page is not well-formed:", err)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				if a.Name.Local != "xmlns" {
					n.attrs[a.Name.Local] = a.Value
				}
			}
			last.inner = append(last.inner, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.inner = append(last.inner, &node{words: string(token)})
		}
	}
}

// readHTML reads a page as browsers do.
func readHTML(t interface{ Fatal(...any) }, data []byte) *node {
	read, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var convert func(*html.Node) *node
	convert = func(from *html.Node) *node {
		n := &node{attrs: map[string]string{}}
		switch from.Type {
		case html.ElementNode:
			n.name = from.Data
		case html.TextNode:
			n.words = from.Data
		}
		for _, a := range from.Attr {
			if a.Key != "xmlns" {
				n.attrs[a.Key] = a.Val
			}
		}
		for child := from.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.ElementNode || child.Type == html.TextNode {
				n.inner = append(n.inner, convert(child))
			}
		}
		return n
	}
	return convert(read)
}

// outline is a page as lines: elements with their attributes, and words.
func outline(page *node) []string {
	var lines []string
	var add func(*node, int)
	add = func(n *node, depth int) {
		indent := strings.Repeat(" ", depth)
		if words := strings.Join(strings.Fields(n.words), " "); words != "" {
			lines = append(lines, indent+words)
		}
		if n.name != "" {
			lines = append(lines, fmt.Sprint(indent, n.name, n.attrs))
		}
		for _, child := range n.inner {
			add(child, depth+1)
		}
	}
	add(page, 0)
	return lines
}

// inline are the elements that do not part the words in them from those beside them.
var inline = map[string]bool{"a": true, "b": true, "span": true, "wbr": true, "svg": true}

// said is what the paper on a page says: all words of the main part but those that the
// page adds, with the words of pictures.
func said(page *node) string {
	var b strings.Builder
	var add func(*node)
	add = func(n *node) {
		switch {
		case n.name == "img":
			if n.attrs["alt"] != "A picture without a description" {
				b.WriteString(" " + n.attrs["alt"] + " ")
			}
			return
		case n.name == "sup", n.attrs["class"] == "notes":
			return
		case n.name == "svg":
			if n.attrs["aria-describedby"] == "" {
				b.WriteString(" " + n.attrs["aria-label"] + " ")
			}
			return
		case n.name == "caption", n.name == "summary", n.name == "ul" && inside(page, n, "nav"), n.attrs["class"] == "draft":
			return
		}
		b.WriteString(n.words)
		for _, child := range n.inner {
			add(child)
		}
		if n.name != "" && !inline[n.name] {
			b.WriteByte('\n')
		}
	}
	for _, main := range page.find("main") {
		add(main)
	}
	return b.String()
}

func inside(page, n *node, name string) bool {
	for _, outer := range page.find(name) {
		for _, found := range outer.find(n.name) {
			if found == n {
				return true
			}
		}
	}
	return false
}
