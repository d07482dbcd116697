package typeset

import (
	"math"
	"slices"

	"commonplan/model/figure"
)

// rulesFirst moves the rules and fills that are no part of the paper before all else on
// their page, unless they would go under something. Words then follow words, which
// files say in fewer marks.
func rulesFirst(pages []Page) {
	var moved []Item
	var goes []bool
	var covered []reach // what stays where it is, but for words
	for p := range pages {
		items := pages[p].Items
		moved, goes, covered = moved[:0], goes[:0], covered[:0]
		for _, it := range items {
			_, isText := it.Shape.(figure.Text)
			rule := false
			if !isText {
				at := reachOf(it.Shape)
				if rule = it.Element == Artifact && it.Kind == Layout && !slices.ContainsFunc(covered, at.meets); rule {
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

// reach is a part of a page, in mm from its top left.
type reach struct{ left, top, right, bottom float64 }

func (e reach) meets(o reach) bool {
	return e.left <= o.right && o.left <= e.right && e.top <= o.bottom && o.top <= e.bottom
}

// reachOf is the part of a page that a drawn shape may cover.
func reachOf(sh figure.Shape) reach {
	switch sh := sh.(type) {
	case figure.Rect:
		w := sh.Stroke.Width
		return reach{sh.X - w, sh.Y - w, sh.X + sh.W + w, sh.Y + sh.H + w}
	case figure.Path:
		e := reach{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		w := sh.Stroke.Width
		for _, st := range sh.Steps {
			for _, p := range st.P[:PointsOf(st.Op)] {
				e = reach{min(e.left, p.X-w), min(e.top, p.Y-w), max(e.right, p.X+w), max(e.bottom, p.Y+w)}
			}
		}
		return e
	}
	return reach{}
}
