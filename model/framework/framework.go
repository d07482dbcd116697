// Package framework reads what the program ships about the field: the public
// frameworks a plan can be tagged against, the checklist for both sides of a
// partnership, and the glossary.
//
// All of it is data under resources/, so that a newer version, another nation or an
// authorised text is a new file and no new code. [All] and [Get] give the frameworks,
// [For] those that fit one record type, [Find] the item behind a tag; [Checklist]
// gives the questions and [Glossary] the words.
//
// The data is part of the program and checked by its tests, so only a language that is
// not there is an error. What is given is shared: read it, do not change it.
package framework

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"commonplan/resources/frameworks"
)

// Framework is a public list of aims, with where it comes from.
type Framework struct {
	ID    string `json:"id"` // the name of its file, such as "wales-goals"
	Title string `json:"title"`
	Line  string `json:"line"` // one plain sentence: what it is
	// Tags is the record type its items are for: "goal", "activity" or "outcome".
	Tags string `json:"tags"`
	Provenance
	Items []Item `json:"items"` // in the framework's own order
}

// Item is one aim of a framework.
type Item struct {
	ID    string `json:"id"` // unique in its framework
	Title string `json:"title"`
	Line  string `json:"line"` // one plain sentence in our own words
}

// Provenance says where a text comes from and on what terms it is used.
type Provenance struct {
	Nation  string `json:"nation"`  // "Wales", "UK", "International"; "Any" if it belongs to no nation
	Date    string `json:"date"`    // as exact as it is known: 2015, 2014-08 or 2025-02-13
	Source  string `json:"source"`  // an address or a citation
	Licence string `json:"licence"` // what may be done with it
	Credit  string `json:"credit"`  // the line to print where it is used
	Note    string `json:"note"`    // what to check before relying on it; often empty
}

var load = sync.OnceValue(func() []Framework {
	all, err := readFrameworks(frameworks.Files)
	if err != nil {
		panic(err) // the embedded files are broken: every test would have failed
	}
	return all
})

// order puts what belongs to every plan first; a framework not named here follows by title.
var order = []string{
	"triple-objectives", "five-ways", "prevention", "coproduction-depth",
	"uk-missions", "wales-goals", "wales-ways-of-working", "scotland-2018", "un-sdgs",
}

// All gives every framework: those of every plan first, then the nations', then the world's.
func All() []Framework { return load() }

// Get gives a framework by its id, and whether there is one.
func Get(id string) (Framework, bool) {
	i := slices.IndexFunc(load(), func(f Framework) bool { return f.ID == id })
	if i < 0 {
		return Framework{}, false
	}
	return load()[i], true
}

// For gives the frameworks whose items are for a record type: "goal", "activity" or "outcome".
func For(recordType string) []Framework {
	var fit []Framework
	for _, f := range load() {
		if f.Tags == recordType {
			fit = append(fit, f)
		}
	}
	return fit
}

// Tag is how a record names an item of the framework: "framework:item".
func (f Framework) Tag(item Item) string { return f.ID + ":" + item.ID }

// Find gives the framework and the item behind a tag, and whether both are known here.
// A tag of a newer version of the program may not be.
func Find(tag string) (Framework, Item, bool) {
	id, itemID, _ := strings.Cut(tag, ":")
	f, ok := Get(id)
	if !ok {
		return Framework{}, Item{}, false
	}
	i := slices.IndexFunc(f.Items, func(item Item) bool { return item.ID == itemID })
	if i < 0 {
		return Framework{}, Item{}, false
	}
	return f, f.Items[i], true
}

func readFrameworks(files fs.FS) ([]Framework, error) {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return nil, err
	}
	var all []Framework
	for _, name := range names {
		var f Framework
		if err := readJSON(files, name, &f); err != nil {
			return nil, err
		}
		if err := f.check(name); err != nil {
			return nil, fmt.Errorf("checking %s: %w", name, err)
		}
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b Framework) int {
		return cmp.Or(cmp.Compare(place(a.ID), place(b.ID)), cmp.Compare(a.Title, b.Title))
	})
	return all, nil
}

func place(id string) int {
	if i := slices.Index(order, id); i >= 0 {
		return i
	}
	return len(order)
}

func (f Framework) check(file string) error {
	if f.ID+".json" != file {
		return fmt.Errorf("its id is %q, which is not the name of the file", f.ID)
	}
	if !slices.Contains([]string{"goal", "activity", "outcome"}, f.Tags) {
		return fmt.Errorf("it tags %q: choose goal, activity or outcome", f.Tags)
	}
	if err := filled("title", f.Title, "line", f.Line); err != nil {
		return err
	}
	if err := f.Provenance.check(); err != nil {
		return err
	}
	if len(f.Items) == 0 {
		return fmt.Errorf("it has no items")
	}
	seen := idSet{}
	for _, item := range f.Items {
		if err := seen.add(item.ID); err != nil {
			return err
		}
		if err := filled("title", item.Title, "line", item.Line); err != nil {
			return fmt.Errorf("item %s: %w", item.ID, err)
		}
	}
	return nil
}
