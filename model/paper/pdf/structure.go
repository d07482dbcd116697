package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"commonplan/model/paper/typeset"
)

// mark is a piece of marked content: its page and its number there.
type mark struct{ page, number int }

// child is what an element holds: a mark, a link's rectangle or another element.
type child struct {
	first mark // where it begins, for the order
	value string
}

// tree is the structure of a paper while it is written.
type tree struct {
	fin     finishing
	numbers []int // the object of each element; 0 is left out
	kids    [][]int
	marks   [][]mark
	first   []mark // where each element's content begins
	links   [][]int
	annots  []int
	root    int
	named   []int // the elements that others refer to, in their order
}

var never = mark{page: 1 << 30}

func (m mark) before(o mark) bool {
	return m.page < o.page || m.page == o.page && m.number < o.number
}

// structure adds the structure tree. Elements without content are left out, but for
// the cells of tables.
func (f *file) structure(fin finishing, annots []int) *tree {
	elements := fin.set.Elements
	t := &tree{fin: fin, annots: annots, numbers: make([]int, len(elements)), kids: make([][]int, len(elements)),
		marks: make([][]mark, len(elements)), links: make([][]int, len(elements)), first: make([]mark, len(elements))}
	for page, marks := range fin.marks {
		for n, e := range marks {
			t.marks[e] = append(t.marks[e], mark{page, n})
		}
	}
	for i, l := range fin.links {
		t.links[l.element] = append(t.links[l.element], i)
	}
	for e := len(elements) - 1; e >= 0; e-- {
		t.first[e] = never
		if len(t.marks[e]) > 0 {
			t.first[e] = t.marks[e][0]
		}
		for _, k := range t.kids[e] {
			if t.first[k].before(t.first[e]) {
				t.first[e] = t.first[k]
			}
		}
		// Children come after their parents, so they have been seen.
		if parent := elements[e].Parent; parent >= 0 && (t.first[e] != never || isCell(elements[e].Role)) {
			t.kids[parent] = append(t.kids[parent], e)
		}
	}
	t.root = f.add(object{})
	t.number(f, 0)
	t.name()
	t.write(f, 0, t.root)
	value := fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d",
		t.numbers[0], t.parents(f), len(fin.set.Pages)+len(annots))
	if len(t.named) > 0 {
		value += fmt.Sprintf(" /IDTree %d 0 R", t.names(f))
	}
	f.objects[t.root].value = value + ">>"
	return t
}

func isCell(r typeset.Role) bool { return r == typeset.RoleCell || r == typeset.RoleHeadCell }

// number gives an object to an element and to all it holds.
func (t *tree) number(f *file, e int) {
	t.numbers[e] = f.add(object{})
	slices.Reverse(t.kids[e]) // they were gathered from the end
	for _, k := range t.kids[e] {
		t.number(f, k)
	}
}

// write writes the element e and all it holds.
func (t *tree) write(f *file, e, parent int) {
	el := t.fin.set.Elements[e]
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %d 0 R", el.Role, parent)
	if t.first[e] != never {
		fmt.Fprintf(&b, " /Pg %d 0 R", pageObject(t.page(e)))
	}
	lang := el.Language
	if !language.MatchString(lang) {
		lang = ""
	}
	id := ""
	if _, named := slices.BinarySearch(t.named, e); named {
		id = identifier(e)
	}
	for _, a := range []struct{ key, value string }{{"ID", id}, {"Lang", lang}, {"Alt", el.Alt}, {"T", el.Title}} {
		if a.value != "" {
			fmt.Fprintf(&b, " /%s %s", a.key, literal(a.value))
		}
	}
	b.WriteString(t.attributes(e))
	b.WriteString(" /K [")
	for _, c := range t.children(e) {
		b.WriteString(c.value + " ")
	}
	b.WriteString("]>>")
	f.objects[t.numbers[e]].value = b.String()
	for _, k := range t.kids[e] {
		t.write(f, k, t.numbers[e])
	}
}

// page is the page an element's own marks are understood to be on.
func (t *tree) page(e int) int { return t.first[e].page }

// children gives what an element holds. With marks of its own, all stand in the order
// of the page; without, its elements keep their order.
func (t *tree) children(e int) []child {
	var out []child
	for _, k := range t.kids[e] {
		out = append(out, child{t.first[k], fmt.Sprintf("%d 0 R", t.numbers[k])})
	}
	for _, m := range t.marks[e] {
		value := fmt.Sprint(m.number)
		if m.page != t.page(e) {
			value = fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", pageObject(m.page), m.number)
		}
		out = append(out, child{m, value})
	}
	if len(t.marks[e]) > 0 {
		slices.SortStableFunc(out, func(a, b child) int {
			switch {
			case a.first.before(b.first):
				return -1
			case b.first.before(a.first):
				return 1
			}
			return 0
		})
	}
	for _, l := range t.links[e] {
		out = append(out, child{value: fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>",
			pageObject(t.fin.links[l].page), t.annots[l])})
	}
	return out
}

// attributes are what an element says beyond its role.
func (t *tree) attributes(e int) string {
	el := t.fin.set.Elements[e]
	switch {
	case isCell(el.Role):
		return t.cellAttributes(el)
	case el.Role == typeset.RoleTable && el.Title != "":
		return " /A <</O /Table /Summary " + literal(el.Title) + ">>"
	case el.Role == typeset.RoleList && el.Numbered:
		return " /A <</O /List /ListNumbering /Decimal>>"
	case el.Role == typeset.RoleList:
		return " /A <</O /List /ListNumbering /" + t.bullets(e) + ">>"
	case el.Role == typeset.RoleFigure:
		if b, drawn := t.fin.boxes[e]; drawn {
			width, height := t.fin.set.Width, t.fin.set.Height
			return fmt.Sprintf(" /A <</O /Layout /BBox [%.2f %.2f %.2f %.2f] /Placement /Block>>",
				points(max(b.left, 0)), points(height-min(b.bottom, height)),
				points(min(b.right, width)), points(height-max(b.top, 0)))
		}
	}
	return ""
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

func (t *tree) cellAttributes(el typeset.Element) string {
	value := ""
	if el.Scope != "" {
		value += " /Scope /" + el.Scope
	}
	if el.Span > 1 {
		value += fmt.Sprintf(" /ColSpan %d", el.Span)
	}
	if len(el.Headers) > 0 {
		value += " /Headers ["
		for _, h := range el.Headers {
			value += literal(identifier(h))
		}
		value += "]"
	}
	if value == "" {
		return ""
	}
	return " /A <</O /Table" + value + ">>"
}

// identifier is the name by which others refer to an element.
func identifier(e int) string { return fmt.Sprintf("e%06d", e) }

// name notes the elements that need a name: header cells that cells refer to, and
// notes.
func (t *tree) name() {
	wanted := map[int]bool{}
	for e, el := range t.fin.set.Elements {
		if t.numbers[e] == 0 {
			continue
		}
		if el.Role == typeset.RoleNote {
			wanted[e] = true
		}
		for _, h := range el.Headers {
			wanted[h] = true
		}
	}
	t.named = slices.Sorted(maps.Keys(wanted))
}

// names adds the table that leads from names to elements.
func (t *tree) names(f *file) int {
	var b strings.Builder
	b.WriteString("<</Names [")
	for _, e := range t.named {
		fmt.Fprintf(&b, "%s %d 0 R ", literal(identifier(e)), t.numbers[e])
	}
	return f.add(object{value: b.String() + "]>>"})
}

// parents adds the table that leads from marks and links back to their elements.
func (t *tree) parents(f *file) int {
	var b strings.Builder
	b.WriteString("<</Nums [")
	for page, marks := range t.fin.marks {
		fmt.Fprintf(&b, "%d [", page)
		for _, e := range marks {
			fmt.Fprintf(&b, "%d 0 R ", t.numbers[e])
		}
		b.WriteString("] ")
	}
	for i, l := range t.fin.links {
		fmt.Fprintf(&b, "%d %d 0 R ", len(t.fin.marks)+i, t.numbers[l.element])
	}
	return f.add(object{value: b.String() + "]>>"})
}
