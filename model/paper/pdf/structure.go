package pdf

import (
	"fmt"
	"slices"
	"strconv"

	"commonplan/model/paper/typeset"
)

// mark is a piece of marked content: its page and its number there.
type mark struct{ page, number int }

// child is what an element holds: another element, or a mark of its own.
type child struct {
	element int  // -1 if it is a mark
	first   mark // the mark, or where the element begins
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
	lists   []int // the object of each page's list of marks
	root    int
	named   map[int]string // the names of elements that others refer to
	shared  map[string]int // the objects of attributes that many have
	buf     []byte         // of one element, used again
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
		marks: make([][]mark, len(elements)), links: make([][]int, len(elements)), first: make([]mark, len(elements)),
		shared: map[string]int{}}
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
	f.objects = slices.Grow(f.objects, len(elements)+len(fin.marks)+len(fin.set.Sections)+32)
	t.root = f.add(object{})
	t.number(f)
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

// number gives objects to the list of each page's marks, to the elements that begin on
// it and hold others, and then to those with marks of their own, in the order of their
// marks. So the numbers of the last follow each other, and the lists pack well.
func (t *tree) number(f *file) {
	pages := make([]struct{ above, below []int }, max(len(t.fin.marks), 1))
	for e := range t.numbers {
		slices.Reverse(t.kids[e]) // they were gathered from the end
		page, begins := t.beginsOn(e)
		switch {
		case !begins:
		case len(t.marks[e]) > 0:
			pages[page].below = append(pages[page].below, e)
		default:
			pages[page].above = append(pages[page].above, e)
		}
	}
	for _, p := range pages {
		t.lists = append(t.lists, f.add(object{}))
		for _, e := range p.above {
			t.numbers[e] = f.add(object{})
		}
		slices.SortFunc(p.below, func(a, b int) int { return t.marks[a][0].number - t.marks[b][0].number })
		for _, e := range p.below {
			t.numbers[e] = f.add(object{apart: true})
		}
	}
}

// beginsOn gives the page on which an element begins, and whether it does: the others
// are left out.
func (t *tree) beginsOn(e int) (page int, begins bool) {
	el := &t.fin.set.Elements[e]
	switch {
	case len(t.marks[e]) > 0:
		return t.page(e), true
	case t.first[e] != never:
		return t.first[e].page, true
	case isCell(el.Role):
		row := t.first[el.Parent]
		return row.page, row != never
	}
	return 0, e == 0
}

// write writes the element e and all it holds.
func (t *tree) write(f *file, e, parent int) {
	el := &t.fin.set.Elements[e]
	b := append(t.buf[:0], "<</S/"...)
	b = append(b, el.Role...)
	b = appendText(b, "ID", t.named[e])
	if language.MatchString(el.Language) {
		b = appendText(b, "Lang", el.Language)
	}
	b = appendText(b, "Alt", el.Alt)
	b = appendText(b, "T", el.Title)
	b = t.appendAttributes(f, b, t.attributes(e))
	if len(t.marks[e]) > 0 {
		b = appendRef(append(b, "/Pg "...), pageObject(t.page(e)))
	}
	b = appendRef(append(b, "/P "...), parent)
	b = append(t.appendKids(b, e), ">>"...)
	f.objects[t.numbers[e]].value = string(b)
	t.buf = b
	for _, k := range t.kids[e] {
		t.write(f, k, t.numbers[e])
	}
}

func appendRef(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R"...)
}

func appendText(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	b = append(append(b, '/'), key...)
	return append(b, literal(text)...)
}

// page is the page an element's own marks are understood to be on.
func (t *tree) page(e int) int { return t.marks[e][0].page }

// children gives what an element holds. With marks of its own, all stand in the order
// of the page; without, its elements keep their order.
func (t *tree) children(e int) []child {
	out := make([]child, 0, len(t.kids[e])+len(t.marks[e]))
	for _, k := range t.kids[e] {
		out = append(out, child{k, t.first[k]})
	}
	for _, m := range t.marks[e] {
		out = append(out, child{-1, m})
	}
	if len(t.marks[e]) > 0 && len(t.kids[e]) > 0 {
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
	return out
}

// appendKids writes what an element holds, and the places to click of a link. One thing
// stands alone, several in a list.
func (t *tree) appendKids(b []byte, e int) []byte {
	kids := t.children(e)
	switch len(kids) + len(t.links[e]) {
	case 0:
		return b
	case 1:
		return t.appendKid(append(b, "/K "...), e, kids[0])
	}
	b = append(b, "/K["...)
	from := len(b)
	for _, c := range kids {
		if len(b) > from {
			b = append(b, ' ')
		}
		b = t.appendKid(b, e, c)
	}
	for _, l := range t.links[e] {
		b = fmt.Appendf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pageObject(t.fin.links[l].page), t.annots[l])
	}
	return append(b, ']')
}

func (t *tree) appendKid(b []byte, e int, c child) []byte {
	switch {
	case c.element >= 0:
		return appendRef(b, t.numbers[c.element])
	case c.first.page == t.page(e):
		return strconv.AppendInt(b, int64(c.first.number), 10)
	}
	return fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pageObject(c.first.page), c.first.number)
}

// parents adds the table that leads from marks and links back to their elements. The
// list of each page has its object among the page's elements already.
func (t *tree) parents(f *file) int {
	b := []byte("<</Nums[")
	for page, marks := range t.fin.marks {
		list := []byte("[")
		for i, e := range marks {
			if i > 0 {
				list = append(list, ' ')
			}
			list = appendRef(list, t.numbers[e])
		}
		f.objects[t.lists[page]].value = string(append(list, ']'))
		b = append(strconv.AppendInt(b, int64(page), 10), ' ')
		b = append(appendRef(b, t.lists[page]), ' ')
	}
	for i, l := range t.fin.links {
		b = append(strconv.AppendInt(b, int64(len(t.fin.marks)+i), 10), ' ')
		b = append(appendRef(b, t.numbers[l.element]), ' ')
	}
	return f.add(object{value: string(b) + "]>>"})
}
