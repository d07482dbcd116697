// Package check looks whether a paper's PDF can be read by everyone: whether it keeps
// the rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) that a program can
// check, and some that those standards leave to people: contrast, missing glyphs, words
// that repeat on every page.
//
// [File] reads nothing but the file's bytes, so it finds faults of the whole way from
// the blocks to the file. It knows the form package pdf gives its files and is stricter
// than the standards: an entry that we never write is a finding.
//
// [Rules] lists what is looked at and which clauses that covers. Of the clauses not
// listed, none can be broken by our files: there are no forms, scripts, attachments,
// layers, media, encryption, transparency, patterns, halftones, spot colours, form
// XObjects, JPEG 2000 pictures or fonts of other kinds, and the rule "form" finds any
// entry that would bring one in.
package check

import (
	"fmt"
	"slices"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// Finding is one fault.
type Finding struct {
	Rule string // its name in Rules
	Page int    // counted from 1; 0 if it is not on a page
	What string // one sentence
}

// String gives the finding on one line, for logs.
func (f Finding) String() string {
	if f.Page > 0 {
		return fmt.Sprintf("%s, page %d: %s", f.Rule, f.Page, f.What)
	}
	return f.Rule + ": " + f.What
}

// File checks a file and gives what is wrong with it, in the order of the pages; nothing
// if all is well. Of a rule that is broken very often only the first findings are given.
func File(data []byte) (findings []Finding) {
	c := &checker{words: words.English(), many: map[string]int{}}
	defer func() {
		// What breaks the checker is no paper of ours.
		if r := recover(); r != nil {
			findings = append(c.findings, Finding{Rule: "file", What: c.words.Say("check.file.unreadable", words.With{"Why": r})})
		}
	}()
	if !c.open(data) {
		return c.findings
	}
	c.container()
	c.forms()
	c.metadata()
	c.colours()
	c.pageContents()
	c.structure()
	c.parents()
	c.links()
	c.bookmarks()
	c.fonts()
	c.contrast()
	c.repeats()
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return a.Page - b.Page })
	return c.findings
}

// checker holds what is known about the file so far.
type checker struct {
	words    *words.Words
	findings []Finding
	many     map[string]int // findings of each rule

	file    *pdfread.File
	pages   []*page
	pageOf  map[pdfread.Ref]*page
	root    *element // nil if there is no structure
	all     []*element
	byRef   map[pdfread.Ref]*element
	ids     map[string]*element
	painted map[pdfread.Ref]*font
}

const mostOfARule = 20

// find notes a finding. Its sentence is check.<rule>.<what>.
func (c *checker) find(rule string, page int, what string, with ...words.With) {
	if c.many[rule]++; c.many[rule] <= mostOfARule {
		c.findings = append(c.findings, Finding{Rule: rule, Page: page, What: c.words.Say("check."+rule+"."+what, with...)})
	}
}

// open reads the file and its pages.
func (c *checker) open(data []byte) bool {
	f, err := pdfread.Open(data)
	if err != nil {
		c.find("file", 0, "unreadable", words.With{"Why": err})
		return false
	}
	pages, err := f.Pages()
	if err != nil {
		c.find("file", 0, "unreadable", words.With{"Why": err})
		return false
	}
	c.file, c.pageOf = f, map[pdfread.Ref]*page{}
	c.byRef, c.ids, c.painted = map[pdfread.Ref]*element{}, map[string]*element{}, map[pdfread.Ref]*font{}
	for i, p := range pages {
		pg := &page{Page: p, number: i + 1, marks: map[int]*mark{}}
		c.pages = append(c.pages, pg)
		c.pageOf[p.Ref] = pg
	}
	return true
}

// text gives the words of a string entry; "" if it is none.
func text(v any) string {
	s, _ := v.(pdfread.String)
	return s.Text()
}
