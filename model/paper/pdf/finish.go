package pdf

import (
	"fmt"
	"strings"

	"commonplan/model/figure"
	"commonplan/model/paper/bitmap"
	"commonplan/model/paper/typeset"
)

// finishing is what is added to the library's file.
type finishing struct {
	facts
	set   typeset.Result
	marks [][]int // for each page, the element of each mark
	links []link
	boxes map[int]figure.Box // where figures stand
	fonts []*font

	pictures []*bitmap.Bitmap
	repeats  repeats
}

// finish turns the library's regular file into the one we give out: our fonts, the
// structure of the paper, bookmarks, links, what the file says about itself, and the
// meaning of its colours.
func finish(raw []byte, fin finishing) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	f.packEarly()
	root, info, err := f.complete(fin)
	if err != nil {
		return nil, err
	}
	return f.write(root, info)
}

// complete adds what the library does not write and gives the numbers of the catalog
// and the information dictionary.
func (f *file) complete(fin finishing) (root, info int, err error) {
	if len(f.objects) < 2*len(fin.set.Pages)+5 {
		return 0, 0, errForm
	}
	info, root = len(f.objects)-2, len(f.objects)-1 // the library writes them last
	if err := f.resources(fin); err != nil {
		return 0, 0, err
	}
	annots := f.annotations(fin)
	tree := f.structure(fin, annots)
	f.patchPages(fin, annots)
	f.addRepeats(fin.repeats)
	metadata := f.add(object{value: "/Type /Metadata /Subtype /XML", stream: fin.xmp(), form: plain})
	profile := f.add(object{value: "/N 3", stream: srgb()})
	catalog := fmt.Sprintf("<</Type /Catalog /Pages 1 0 R /StructTreeRoot %d 0 R /MarkInfo <</Marked true>> "+
		"/ViewerPreferences <</DisplayDocTitle true>> /Lang %s /Metadata %d 0 R "+
		"/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "+
		"/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>]",
		tree.root, literal(fin.language), metadata, profile)
	if bookmarks := f.bookmarks(fin, tree.numbers); bookmarks > 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", bookmarks)
	}
	f.objects[info] = object{value: fin.info()}
	f.objects[root] = object{value: catalog + ">>"}
	return root, info, nil
}

const resourcesObject = 2

// resources adds the fonts and pictures, for all pages.
func (f *file) resources(fin finishing) error {
	value := []byte("<</Font <<")
	for _, font := range fin.fonts {
		n, err := font.write(f)
		if err != nil {
			return err
		}
		value = fmt.Appendf(font.appendName(value), " %d 0 R ", n)
	}
	f.objects[resourcesObject].value = string(value) + ">>" + f.addPictures(fin.pictures) + ">>"
	return nil
}

// pageObject is the number of the object of a page counted from 0; its content is the next.
func pageObject(page int) int { return 3 + 2*page }

// patchPages ties the pages to the structure and to their links.
func (f *file) patchPages(fin finishing, annots []int) {
	refs := make([]string, len(fin.set.Pages))
	for i, l := range fin.links {
		refs[l.page] += fmt.Sprintf("%d 0 R ", annots[i])
	}
	for page := range fin.set.Pages {
		extra := fmt.Sprintf("/StructParents %d /Tabs /S", page)
		if refs[page] != "" {
			extra += " /Annots [" + refs[page] + "]"
		}
		o := &f.objects[pageObject(page)]
		o.value = strings.TrimSuffix(o.value, ">>") + extra + ">>"
	}
}

// showFirst lets a page show some content before its own.
func (f *file) showFirst(page, content int) {
	o := &f.objects[pageObject(page)]
	own := fmt.Sprintf("%d 0 R", pageObject(page)+1)
	o.value = strings.Replace(o.value, "/Contents "+own, fmt.Sprintf("/Contents [%d 0 R %s]", content, own), 1)
}

// annotations makes an object for each link and gives their numbers.
func (f *file) annotations(fin finishing) []int {
	says := fin.linkTexts()
	numbers := make([]int, len(fin.links))
	for i, l := range fin.links {
		left, right := points(l.x), points(l.x+l.w)
		bottom, top := points(fin.set.Height-l.y-l.h), points(fin.set.Height-l.y)
		to := "/A <</S /URI /URI " + literal(address(l.address)) + ">>"
		switch {
		case l.section > 0:
			to = "/Dest " + fin.destination(l.section-1)
		case l.note > 0:
			n := fin.set.Notes[l.note-1]
			to = "/Dest " + fin.at(n.Page, n.Y)
		}
		numbers[i] = f.add(object{value: fmt.Sprintf(
			"<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /StructParent %d /Contents %s %s>>",
			left, bottom, right, top, len(fin.set.Pages)+i, literal(says[i]), to)})
	}
	return numbers
}

// linkTexts says for each link what it is and where it leads: all its words, though it
// may stand on several lines, and its address if the words are not the address.
func (fin finishing) linkTexts() []string {
	words := map[int][]string{}
	for _, l := range fin.links {
		words[l.element] = append(words[l.element], strings.Fields(l.description)...)
	}
	out := make([]string, len(fin.links))
	for i, l := range fin.links {
		out[i] = strings.Join(words[l.element], " ")
		switch {
		case l.note > 0:
			out[i] = fin.set.Notes[l.note-1].Name
		case l.section > 0 && fin.inContents(l.element):
			out[i] = fin.set.Sections[l.section-1].Listed
		}
		bare := strings.TrimPrefix(l.address, "mailto:")
		if l.address != "" && !strings.Contains(out[i], bare) {
			out[i] = strings.TrimSpace(out[i] + " (" + bare + ")")
		}
	}
	return out
}

// inContents tells whether a link is an entry of the contents.
func (fin finishing) inContents(element int) bool {
	parent := fin.set.Elements[element].Parent
	return parent >= 0 && fin.set.Elements[parent].Role == typeset.RoleRefers
}

// address writes a link's address in the letters that addresses may have.
func address(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || strings.IndexByte(`"<>\^{|}`+"`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// destination is the place where a section begins.
func (fin finishing) destination(section int) string {
	sec := fin.set.Sections[section]
	return fin.at(sec.Page, sec.Y)
}

// at is a place on a page counted from 1, at a height in mm from its top.
func (fin finishing) at(page int, y float64) string {
	return fmt.Sprintf("[%d 0 R /XYZ 0 %.2f null]", pageObject(page-1), points(fin.set.Height-y+3))
}

// bookmarks adds a bookmark for each section; 0 if there are none. numbers are the
// objects of the structure's elements.
func (f *file) bookmarks(fin finishing, numbers []int) int {
	type bookmark struct {
		title string
		index int
	}
	var all []bookmark
	for i, sec := range fin.set.Sections {
		if title := strings.TrimSpace(sec.Number + "  " + sec.Title); title != "" {
			all = append(all, bookmark{title, i})
		}
	}
	if len(all) == 0 {
		return 0
	}
	root := f.add(object{})
	first := root + 1
	for i, b := range all {
		value := fmt.Sprintf("<</Title %s /Parent %d 0 R /Dest %s", literal(b.title), root, fin.destination(b.index))
		if n := numbers[fin.set.Sections[b.index].Element]; n > 0 {
			value += fmt.Sprintf(" /SE %d 0 R", n)
		}
		if i > 0 {
			value += fmt.Sprintf(" /Prev %d 0 R", first+i-1)
		}
		if i+1 < len(all) {
			value += fmt.Sprintf(" /Next %d 0 R", first+i+1)
		}
		f.add(object{value: value + ">>"})
	}
	f.objects[root].value = fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>",
		first, first+len(all)-1, len(all))
	return root
}

// points turns mm into points.
func points(mm float64) float64 { return mm * 72 / 25.4 }
