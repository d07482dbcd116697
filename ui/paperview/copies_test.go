package paperview

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2/test"
)

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
