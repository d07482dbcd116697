package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"commonplan/model/paper/typeset"
)

// attributes are what an element says beyond its role.
func (t *tree) attributes(e int) string {
	el := &t.fin.set.Elements[e]
	switch {
	case isCell(el.Role):
		return t.cellAttributes(el)
	case el.Role == typeset.RoleTable && el.Title != "":
		return "/A<</O/Table/Summary" + literal(el.Title) + ">>"
	case el.Role == typeset.RoleList && el.Numbered:
		return "/A<</O/List/ListNumbering/Decimal>>"
	case el.Role == typeset.RoleList:
		return "/A<</O/List/ListNumbering/" + t.bullets(e) + ">>"
	case el.Role == typeset.RoleFigure:
		if b, drawn := t.fin.boxes[e]; drawn {
			width, height := t.fin.set.Width, t.fin.set.Height
			return fmt.Sprintf("/A<</O/Layout/BBox[%.2f %.2f %.2f %.2f]/Placement/Block>>",
				points(max(b.Left, 0)), points(height-min(b.Bottom, height)),
				points(min(b.Right, width)), points(height-max(b.Top, 0)))
		}
	}
	return ""
}

// appendAttributes writes attributes; the commonest, which are short, as an object that
// all share.
func (t *tree) appendAttributes(f *file, b []byte, attributes string) []byte {
	const longest = 40
	if attributes == "" || len(attributes) > longest || strings.Contains(attributes, "/Headers") {
		return append(b, attributes...)
	}
	n, known := t.shared[attributes]
	if !known {
		n = f.add(object{value: strings.TrimPrefix(attributes, "/A")})
		t.shared[attributes] = n
	}
	return appendRef(append(b, "/A "...), n)
}

// bullets is how the items of a list without numbers are marked: by discs, or by
// nothing if they have no labels.
func (t *tree) bullets(list int) string {
	for _, item := range t.kids[list] {
		for _, k := range t.kids[item] {
			if t.fin.set.Elements[k].Role == typeset.RoleLabel {
				return "Disc"
			}
		}
	}
	return "None"
}

func (t *tree) cellAttributes(el *typeset.Element) string {
	if el.Scope == "" && el.Span <= 1 && len(el.Headers) == 0 {
		return ""
	}
	value := "/A<</O/Table"
	if el.Scope != "" {
		value += "/Scope/" + el.Scope
	}
	if el.Span > 1 {
		value += "/ColSpan " + strconv.Itoa(el.Span)
	}
	if len(el.Headers) > 0 {
		value += "/Headers["
		for _, h := range el.Headers {
			if name, named := t.named[h]; named {
				value += literal(name)
			}
		}
		value += "]"
	}
	return value + ">>"
}

// name names the elements that need it: header cells that cells refer to, and notes.
func (t *tree) name() {
	wanted := map[int]bool{}
	for e := range t.fin.set.Elements {
		el := &t.fin.set.Elements[e]
		if t.numbers[e] == 0 {
			continue
		}
		if el.Role == typeset.RoleNote {
			wanted[e] = true
		}
		for _, h := range el.Headers {
			wanted[h] = t.numbers[h] > 0
		}
	}
	t.named = map[int]string{}
	maps.DeleteFunc(wanted, func(_ int, is bool) bool { return !is })
	for i, e := range slices.Sorted(maps.Keys(wanted)) {
		t.named[e] = strconv.Itoa(i + 1)
	}
}

// names adds the table that leads from names to elements, in the order of letters.
func (t *tree) names(f *file) int {
	elements := slices.SortedFunc(maps.Keys(t.named), func(a, b int) int { return strings.Compare(t.named[a], t.named[b]) })
	b := []byte("<</Names [")
	for _, e := range elements {
		b = append(appendRef(append(b, literal(t.named[e])...), t.numbers[e]), ' ')
	}
	return f.add(object{value: string(b) + "]>>"})
}
