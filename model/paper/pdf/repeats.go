package pdf

import (
	"reflect"
	"slices"

	"commonplan/model/paper/typeset"
)

// repeats is what stands on most pages alike, such as their foot: it is written once,
// and every page that has it shows it.
type repeats struct {
	items   []typeset.Item
	content []byte
	on      []bool // for each page, whether it shows it
	other   []typeset.Item
}

// findRepeats finds what the last pages have in common that is no part of the text.
func findRepeats(pages []typeset.Page) repeats {
	const fewest = 3 // pages for which it is worth it
	n := len(pages)
	if n < fewest {
		return repeats{}
	}
	var r repeats
	for _, it := range pages[n-1].Items {
		if isFurniture(it) && slices.ContainsFunc(pages[n-2].Items, func(o typeset.Item) bool { return alike(it, o) }) {
			r.items = append(r.items, it)
		}
	}
	return r
}

func isFurniture(it typeset.Item) bool {
	return it.Element == typeset.Artifact && (it.Kind == typeset.Footer || it.Kind == typeset.Watermark)
}

func alike(a, b typeset.Item) bool {
	return a.Kind == b.Kind && a.Element == b.Element && reflect.DeepEqual(a, b)
}

// rest gives what of a page is to be written besides what is repeated: all of it, if
// the page has not all that is. The list is used again.
func (r *repeats) rest(page typeset.Page) []typeset.Item {
	rest := r.other[:0]
	found := 0
	for _, it := range page.Items {
		if found < len(r.items) && isFurniture(it) && slices.ContainsFunc(r.items, func(o typeset.Item) bool { return alike(it, o) }) {
			found++
			continue
		}
		rest = append(rest, it)
	}
	r.other = rest
	shows := len(r.items) > 0 && found == len(r.items)
	r.on = append(r.on, shows)
	if !shows {
		return page.Items
	}
	return rest
}

// addRepeats adds the repeated content, before that of each page that shows it.
func (f *file) addRepeats(r repeats) {
	if !slices.Contains(r.on, true) {
		return
	}
	content := f.add(object{stream: r.content})
	for page, shows := range r.on {
		if shows {
			f.showFirst(page, content)
		}
	}
}
