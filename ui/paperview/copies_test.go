package paperview

import (
	"bytes"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/proposal"
	"commonplan/ui/look"
)

// reads gives all texts on a part of the screen, a line each.
func reads(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *look.Text:
		return o.String() + "\n"
	case *fyne.Container:
		all := ""
		for _, in := range o.Objects {
			if in.Visible() {
				all += reads(in)
			}
		}
		return all
	case fyne.Widget:
		all := ""
		for _, in := range test.WidgetRenderer(o).Objects() {
			all += reads(in)
		}
		return all
	}
	return ""
}

// keeper is a bench that keeps every copy where it is asked to.
type keeper struct {
	*bench
	title string
	kept  map[string][]byte
}

func (k *keeper) AskWhere(title, _, extension, name string, then func(string)) {
	k.title = title
	then(name + extension)
}

func (k *keeper) WritePaper(path string, data []byte, then func(error)) {
	k.kept[path] = data
	then(nil)
}

func TestEveryCopyIsMadeInItsFormAndCanBeOpened(t *testing.T) {
	p, b, _ := open(t, "open-door-days")
	k := &keeper{bench: b, kept: map[string][]byte{}}
	p.desk, p.shell = k, k
	for i, c := range []struct{ title, path, begins string }{
		{"Make the PDF", "Open Door Days – Council paper.pdf", "%PDF-1.7"},
		{"Make the Word copy", "Open Door Days – Council paper.docx", "PK"},
		{"Make the web page", "Open Door Days – Council paper.html", "<!DOCTYPE html>"},
	} {
		p.done.Objects = nil
		test.Tap(p.makers[i])
		b.settle()
		if k.title != c.title || !bytes.HasPrefix(k.kept[c.path], []byte(c.begins)) {
			t.Errorf("%s: asked %q, %d bytes kept", c.path, k.title, len(k.kept[c.path]))
		}
		if len(p.done.Objects) != 1 {
			t.Errorf("%s: nobody is told that it is ready", c.path)
		}
	}
	if len(k.kept) != len(copies) || b.trouble != nil {
		t.Errorf("%d copies of %d forms: %v", len(k.kept), len(copies), b.trouble)
	}
	for _, button := range p.makers {
		if button.Disabled() {
			t.Error("a button stays off after the work")
		}
	}
}

func TestWhatOurCheckFindsInAPDFIsToldInWords(t *testing.T) {
	p, b, w := open(t, "open-door-days")
	k := &keeper{bench: b, kept: map[string][]byte{}}
	p.desk, p.shell = k, k
	p.check = func([]byte) []check.Finding {
		return []check.Finding{{Rule: "figures", Page: 2, What: "The map has no words."}, {Rule: "title", What: "The title is hidden."}}
	}
	test.Tap(p.makers[0])
	b.settle()
	got := reads(p.done)
	for _, want := range []string{"Our own check found 2 things", "Side 2: The map has no words.", "The title is hidden.", "is kept"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told, only %q", want, got)
		}
	}
	if strings.Contains(got, "is ready") {
		t.Error("the PDF is called ready")
	}
	picture(t, w, "papers-faults")
}

func TestEachPaperListsWhatItMisses(t *testing.T) {
	p, b, _ := open(t, "open-door-days")
	p.change(func(project *model.Project) { project.Ask = "" })
	b.settle()
	for paper, misses := range map[proposal.Paper]bool{proposal.Council: true, proposal.Checklist: false, proposal.Summary: true, proposal.Map: false} {
		p.choose(paper)
		b.settle()
		if got := reads(p.missing); strings.Contains(got, "What do you ask for?") != misses {
			t.Errorf("%s misses %q", paper, got)
		}
	}
}

func TestEverySideStandsSmallBesideTheLargeOne(t *testing.T) {
	p, b, w := open(t, "open-door-days")
	if n := len(p.thumbs.blocks); n != 4 || !p.thumbs.blocks[0].Chosen() {
		t.Fatalf("%d small sides of 4", n)
	}
	test.Tap(p.thumbs.blocks[2])
	b.settle()
	if p.side != 2 || !p.thumbs.blocks[2].Chosen() || p.thumbs.blocks[0].Chosen() {
		t.Errorf("side %d is shown", p.side+1)
	}
	for i, picture := range p.thumbs.images {
		if picture.Image.Bounds().Dx() < thumbWidth/2 {
			t.Errorf("side %d is not painted", i+1)
		}
	}
	picture(t, w, "papers-thumbs")
	p.choose(proposal.Summary)
	b.settle()
	if p.thumbs.object.Visible() {
		t.Error("a paper of one side has a strip of sides")
	}
}

func TestOnlySmallSidesInViewArePainted(t *testing.T) {
	p, b, _ := open(t, "open-door-days")
	p.change(func(project *model.Project) { project.PrintLarge, project.LargeSize = true, 24 })
	b.settle()
	painted := 0
	for _, picture := range p.thumbs.images {
		if picture.Image.Bounds().Dx() >= thumbWidth/2 {
			painted++
		}
	}
	if n := len(p.thumbs.images); painted == 0 || painted > n/2 {
		t.Errorf("%d of %d are painted", painted, n)
	}
	last := len(p.thumbs.images) - 1
	p.show(last)
	b.settle()
	if p.thumbs.images[last].Image.Bounds().Dx() < thumbWidth/2 {
		t.Error("the last is not painted when it comes into view")
	}
}

func TestThePageSaysWhichSectionIsLongest(t *testing.T) {
	p, b, _ := open(t, "good-plates")
	p.change(func(project *model.Project) { project.Sides = 8 })
	b.settle()
	said := p.longest.String() + reads(p.warning)
	section, _ := longest(p.draft.set)
	if !strings.Contains(said, section.Title) || !strings.Contains(said, "lines") {
		t.Errorf("said is %q", said)
	}
	p.choose(proposal.Map)
	b.settle()
	if p.longest.Visible() {
		t.Errorf("of a drawing it says %q", p.longest)
	}
}
