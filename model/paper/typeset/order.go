package typeset

import (
	"slices"

	"commonplan/model/figure"
)

// rulesFirst moves the rules and fills that are no part of the paper before all else on
// their page, unless they would go under something. Words then follow words, which
// files say in fewer marks.
func rulesFirst(pages []Page) {
	var moved []Item
	var goes []bool
	var covered []figure.Box // what stays where it is, but for words
	for p := range pages {
		items := pages[p].Items
		moved, goes, covered = moved[:0], goes[:0], covered[:0]
		for _, it := range items {
			_, isText := it.Shape.(figure.Text)
			rule := false
			if !isText {
				at := figure.BoxOf(it.Shape, 0)
				if rule = it.Element == Artifact && it.Kind == Layout && !slices.ContainsFunc(covered, at.Meets); rule {
					moved = append(moved, it)
				} else {
					covered = append(covered, at)
				}
			}
			goes = append(goes, rule)
		}
		to := len(items)
		for i := len(items) - 1; i >= 0; i-- {
			if !goes[i] {
				to--
				items[to] = items[i]
			}
		}
		copy(items, moved)
	}
}
