package mapview

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/mapfile"
	"commonplan/ui/look"
)

func (b *bench) SuggestedName() string { return "Open Door Days" }
func (b *bench) Trouble(err error)     { b.trouble = err }

func (b *bench) AskWhere(_, _, extension, name string, then func(string)) { then(name + extension) }

func (b *bench) WritePaper(path string, data []byte, then func(error)) {
	if b.full {
		then(model.NewProblem("problem.closed"))
		return
	}
	b.kept[path] = data
	then(nil)
}

func TestTheMapIsKeptAsAFileOfEveryKind(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	for kind, begins := range map[mapfile.Kind]string{
		mapfile.PNG: "\x89PNG", mapfile.SVG: "<svg", mapfile.PDF: "%PDF-1.7", mapfile.Dot: "digraph",
	} {
		b.page.export(kind, false)
		(<-b.later)()

		name := "Open Door Days – Map" + string(kind)
		if data := b.kept[name]; !bytes.HasPrefix(data, []byte(begins)) {
			t.Errorf("%s: %d bytes kept, in %v", kind, len(data), len(b.kept))
		}
		if told := b.page.head.told; !strings.Contains(told, name) {
			t.Errorf("%s: the map tells %q", kind, told)
		}
	}
}

func TestWhatIsInViewIsKeptAlone(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.page.view.zoomTo(len(zooms)-1, fyne.NewPos(40, 100)) // the top of the needs
	seen := b.page.inView()

	b.page.export(mapfile.Dot, true)
	(<-b.later)()

	dot := string(b.kept["Open Door Days – Map, in view.dot"])
	if len(seen) == 0 || len(seen) == len(b.page.scene.cards) {
		t.Fatalf("%d cards are in view", len(seen))
	}
	for i := range b.page.scene.cards {
		id := b.page.scene.cards[i].id
		if strings.Contains(dot, `"`+string(id)+`" [pos`) != seen[id] {
			t.Errorf("%s is in view: %v", b.Plan().Label(id), seen[id])
		}
	}
}

func TestAMapThatCannotBeKeptIsToldOf(t *testing.T) {
	b, _ := openDoorDays(t, look.Light)
	b.full = true
	b.page.export(mapfile.SVG, false)
	(<-b.later)()
	var problem *model.Problem
	if !errors.As(b.trouble, &problem) || len(b.kept) > 0 || b.page.head.told != "" {
		t.Errorf("trouble %v, kept %d, told %q", b.trouble, len(b.kept), b.page.head.told)
	}
}
