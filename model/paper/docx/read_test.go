package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// node is an element of a part, or words of it.
type node struct {
	name  string // without its space; "" for words
	words string
	attrs map[string]string
	inner []*node
}

func (n *node) find(name string) []*node {
	var all []*node
	for _, child := range n.inner {
		if child.name == name {
			all = append(all, child)
		}
		all = append(all, child.find(name)...)
	}
	return all
}

// at gives the first element along a path of children; an empty one if there is none.
func (n *node) at(path ...string) *node {
	for _, name := range path {
		next := &node{}
		for _, child := range n.inner {
			if child.name == name {
				next = child
				break
			}
		}
		n = next
	}
	return n
}

// open reads the parts of a file by their names, and the names in their order.
func open(t interface{ Fatal(...any) }, data []byte) (parts map[string][]byte, names []string) {
	container, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string][]byte{}
	for _, file := range container.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[file.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, file.Name)
	}
	return parts, names
}

// read reads a part as strict XML.
func read(t interface{ Fatal(...any) }, data []byte) *node {
	root := &node{}
	open := []*node{root}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatal("a part is not well-formed:", err)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				n.attrs[a.Name.Local] = a.Value
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

// styleOf is the style of a paragraph or run.
func styleOf(n *node) string {
	if n.name == "r" {
		return n.at("rPr", "rStyle").attrs["val"]
	}
	return n.at("pPr", "pStyle").attrs["val"]
}

// said is what a file says: all words in order but signs that stand for marks and the
// lines of the contents, with the words of pictures.
func said(document *node) string {
	var b strings.Builder
	var add func(*node)
	add = func(n *node) {
		switch n.name {
		case "p":
			if styleOf(n) == "TOC1" {
				return
			}
			defer b.WriteByte('\n')
		case "r":
			if style := styleOf(n); style == "Mark" || style == "FootnoteReference" {
				return
			}
		case "tab":
			b.WriteByte('\t')
		case "docPr":
			if n.attrs["descr"] != "A picture without a description" {
				b.WriteString(" " + n.attrs["descr"] + " ")
			}
		case "instrText":
			return
		case "t":
			for _, words := range n.inner {
				b.WriteString(words.words)
			}
			return
		}
		for _, child := range n.inner {
			add(child)
		}
	}
	add(document)
	return b.String()
}
