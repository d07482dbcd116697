package pdf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"commonplan/model/paper/typeset"
)

// finishing is what is added to the library's file.
type finishing struct {
	title, subject, author, language string
	made                             time.Time
	set                              typeset.Result
	marks                            [][]int
	links                            []link
	high                             [256]bool
}

// finish turns the library's regular file into the one we give out: letters that can
// be copied, the structure of the paper, bookmarks, links, its title and language.
func finish(raw []byte, fin finishing) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	if len(f.objects) < 2*len(fin.set.Pages)+5 {
		return nil, errForm
	}
	info, root := len(f.objects)-2, len(f.objects)-1 // the library writes them last
	if err := f.fonts(fin.high); err != nil {
		return nil, err
	}
	annots := f.annotations(fin)
	tree := f.structure(fin, annots)
	f.patchPages(fin, annots)
	catalog := fmt.Sprintf("<</Type /Catalog /Pages 1 0 R /StructTreeRoot %d 0 R /MarkInfo <</Marked true>> "+
		"/ViewerPreferences <</DisplayDocTitle true>>", tree)
	if fin.language != "" {
		catalog += " /Lang " + literal(fin.language)
	}
	if bookmarks := f.bookmarks(fin); bookmarks > 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", bookmarks)
	}
	f.objects[info] = object{value: fin.info()}
	f.objects[root] = object{value: catalog + ">>"}
	return f.write(root, info)
}

// pageObject is the number of the object of a page counted from 0; its content is the next.
func pageObject(page int) int { return 3 + 2*page }

// info is the file's information: no entry for what is not known.
func (fin finishing) info() string {
	var b strings.Builder
	b.WriteString("<</Producer (Commonplan)")
	for _, e := range []struct{ key, value string }{
		{"Title", fin.title}, {"Subject", fin.subject}, {"Author", fin.author}} {
		if e.value != "" {
			fmt.Fprintf(&b, " /%s %s", e.key, literal(e.value))
		}
	}
	if !fin.made.IsZero() {
		made := fin.made.UTC().Format("(D:20060102150405Z)")
		fmt.Fprintf(&b, " /CreationDate %s /ModDate %s", made, made)
	}
	return b.String() + ">>"
}

var toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)

// fonts gives the fonts their names and the table by which their letters can be
// copied and searched. The library's own table is one range that readers refuse;
// here each 256 letters that are used have a range of their own.
func (f *file) fonts(high [256]bool) error {
	names := strings.NewReplacer(
		"/utf8"+family+"B", "/CMPLAN+SourceSans3-Semibold",
		"/utf8"+family, "/CMPLAN+SourceSans3-Regular")
	found := false
	for n := range f.objects {
		if f.objects[n].stream != nil {
			continue
		}
		f.objects[n].value = names.Replace(f.objects[n].value)
		m := toUnicode.FindStringSubmatch(f.objects[n].value)
		if m == nil {
			continue
		}
		at, err := strconv.Atoi(m[1])
		if err != nil || at >= len(f.objects) {
			return errForm
		}
		f.objects[at] = object{stream: []byte(letterMap(high))}
		found = true
	}
	if !found {
		return errForm
	}
	return nil
}

// letterMap says that each code is the character of the same number, for the
// characters whose high byte is used. A range may not cross a high byte.
func letterMap(high [256]bool) string {
	var ranges []string
	for h, used := range high {
		if used {
			ranges = append(ranges, fmt.Sprintf("<%02X00> <%02XFF> <%02X00>\n", h, h, h))
		}
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // ranges in one list
	for len(ranges) > 0 {
		n := min(most, len(ranges))
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", n, strings.Join(ranges[:n], ""))
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}

// patchPages ties the pages to the structure and to their links.
func (f *file) patchPages(fin finishing, annots []int) {
	for page := range fin.set.Pages {
		extra := fmt.Sprintf("/StructParents %d /Tabs /S", page)
		var refs []string
		for i, l := range fin.links {
			if l.page == page {
				refs = append(refs, fmt.Sprintf("%d 0 R", annots[i]))
			}
		}
		if refs != nil {
			extra += " /Annots [" + strings.Join(refs, " ") + "]"
		}
		o := &f.objects[pageObject(page)]
		o.value = strings.TrimSuffix(o.value, ">>") + extra + ">>"
	}
}

// annotations makes an object for each link and gives their numbers.
func (f *file) annotations(fin finishing) []int {
	numbers := make([]int, len(fin.links))
	for i, l := range fin.links {
		left, right := points(l.x), points(l.x+l.w)
		bottom, top := points(fin.set.Height-l.y-l.h), points(fin.set.Height-l.y)
		to := "/A <</S /URI /URI " + literal(l.address) + ">>"
		if l.section > 0 {
			to = "/Dest " + fin.destination(l.section-1)
		}
		numbers[i] = f.add(object{value: fmt.Sprintf(
			"<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /StructParent %d /Contents %s %s>>",
			left, bottom, right, top, len(fin.set.Pages)+i, literal(l.description), to)})
	}
	return numbers
}

// destination is the place where a section begins.
func (fin finishing) destination(section int) string {
	sec := fin.set.Sections[section]
	return fmt.Sprintf("[%d 0 R /XYZ 0 %.2f null]", pageObject(sec.Page-1), points(fin.set.Height-sec.Y+3))
}

// bookmarks adds a bookmark for each section; 0 if there are none.
func (f *file) bookmarks(fin finishing) int {
	count := len(fin.set.Sections)
	if count == 0 {
		return 0
	}
	root := f.add(object{})
	first := root + 1
	for i, sec := range fin.set.Sections {
		value := fmt.Sprintf("<</Title %s /Parent %d 0 R /Dest %s",
			literal(strings.TrimSpace(sec.Number+"  "+sec.Title)), root, fin.destination(i))
		if i > 0 {
			value += fmt.Sprintf(" /Prev %d 0 R", first+i-1)
		}
		if i+1 < count {
			value += fmt.Sprintf(" /Next %d 0 R", first+i+1)
		}
		f.add(object{value: value + ">>"})
	}
	f.objects[root].value = fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", first, first+count-1, count)
	return root
}

// points turns mm into points.
func points(mm float64) float64 { return mm * 72 / 25.4 }
