package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// rig is a window with a disk and file dialogs made of memory.
type rig struct {
	t      *testing.T
	window *Window
	desk   *desk.Desk
	disk   *memory
	ask    *answers
	later  chan func()

	letters chan Letter // messages that were started
	shown   chan string // files that were shown in their folders
}

// memory is a disk of project files.
type memory struct {
	files     map[string]*model.Document
	keys      map[string]*file.Key // by path
	passwords map[string]string    // by path
	locked    map[*file.Key]string
	papers    map[string][]byte
	pictures  map[string][]byte
	damaged   map[string]bool // files that cannot be opened
	fails     error
	readOnly  *model.Problem // of every file
}

func newMemory() *memory {
	return &memory{
		files: map[string]*model.Document{}, keys: map[string]*file.Key{}, passwords: map[string]string{},
		locked: map[*file.Key]string{}, papers: map[string][]byte{}, pictures: map[string][]byte{}, damaged: map[string]bool{},
	}
}

func (m *memory) Open(path, password string) (shelf.Opened, error) {
	doc, ok := m.files[path]
	key := m.keys[path]
	switch {
	case m.damaged[path]:
		return shelf.Opened{}, model.NewProblem("problem.file.damaged", "File", path, "Part", "project.json")
	case !ok:
		return shelf.Opened{}, model.NewProblem("problem.file.gone", "File", path, "Folder", "/")
	case key != nil && password == "":
		return shelf.Opened{}, model.NewProblem("problem.password.needed", "File", path)
	case key != nil && password != m.passwords[path]:
		return shelf.Opened{}, model.NewProblem("problem.password.wrong", "File", path)
	}
	return shelf.Opened{Path: path, Doc: doc, Seen: store.Seen{}.WithKey(key), ReadOnly: m.readOnly}, nil
}

func (m *memory) Save(path string, doc *model.Document, seen store.Seen) (shelf.Saved, error) {
	if m.fails != nil {
		return shelf.Saved{}, m.fails
	}
	m.files[path], m.keys[path], m.passwords[path] = doc, seen.Key(), m.locked[seen.Key()]
	return shelf.Saved{Path: path, Seen: seen}, nil
}

func (m *memory) Read(path, password string) (*model.Document, error) {
	o, err := m.Open(path, password)
	return o.Doc, err
}

func (m *memory) WriteCopy(path string, doc *model.Document, key *file.Key) error {
	_, err := m.Save(path, doc, store.Seen{}.WithKey(key))
	return err
}

func (m *memory) Lock(before *file.Key, password string) (*file.Key, error) {
	key, err := before.Renew(password, file.LeastEffort)
	m.locked[key] = password
	return key, err
}

func (m *memory) Beside(path string) ([]string, error) {
	var names []string
	for other := range m.files {
		if filepath.Dir(other) == filepath.Dir(path) {
			names = append(names, filepath.Base(other))
		}
	}
	return names, nil
}

func (m *memory) Salvage(path, password string) (*model.Document, file.Salvaged, *file.Key, error) {
	if m.keys[path] != nil && password == "" {
		return nil, file.Salvaged{}, nil, model.NewProblem("problem.password.needed", "File", path)
	}
	doc := m.files[path]
	return doc, file.Salvaged{Records: len(doc.Records), RecordsLost: 2, Unsure: true}, m.keys[path], nil
}

func (m *memory) ReadPicture(path string) ([]byte, error) {
	if data, ok := m.pictures[path]; ok {
		return data, nil
	}
	return nil, model.NewProblem("problem.file.gone", "File", path, "Folder", "/")
}

func (m *memory) WriteOutput(path string, data []byte) error {
	m.papers[path] = data
	return m.fails
}

// answers gives the same path to every question for a file.
type answers struct {
	path  string
	asked int
}

func (a *answers) Open(_ FileKind, _ string, then func(string)) { a.asked++; then(a.path) }
func (a *answers) Save(_ FileKind, _ string, then func(string)) { a.asked++; then(a.path) }

func newRig(t *testing.T) *rig {
	t.Helper()
	app := test.NewTempApp(t)
	listen(t)
	r := &rig{
		t: t, disk: newMemory(),
		ask: &answers{path: "/plan.commonplan"}, later: make(chan func(), 100),
		letters: make(chan Letter, 1), shown: make(chan string, 1),
	}
	r.desk = desk.New(words.English(), modeltest.Source(9), r.disk, NewSettings(app), func(f func()) { r.later <- f })
	r.window = NewWindow(app, r.desk, Outside{Documents: "/", Read: func(string) error { return nil }, Print: func(string, []byte) error { return nil },
		Compose: func(l Letter) error { r.letters <- l; return nil }, Reveal: func(path string) error { r.shown <- path; return nil }})
	r.window.chooser = r.ask
	r.window.Window().Resize(fyne.NewSize(1280, 800))
	return r
}

// listen fails the test when a screen asks for a sentence that nobody wrote.
func listen(t *testing.T) {
	before := slog.Default()
	slog.SetDefault(slog.New(missing{before.Handler(), t}))
	t.Cleanup(func() { slog.SetDefault(before) })
}

type missing struct {
	slog.Handler
	t *testing.T
}

func (m missing) Handle(ctx context.Context, record slog.Record) error {
	if record.Message == "a sentence is missing" {
		record.Attrs(func(a slog.Attr) bool {
			m.t.Errorf("a sentence is missing: %s", a)
			return false
		})
	}
	return nil
}

// wait runs what came back from elsewhere, until something is so.
func (r *rig) wait(what string, done func() bool) {
	r.t.Helper()
	limit := time.After(10 * time.Second)
	for !done() {
		select {
		case f := <-r.later:
			f()
		case <-limit:
			r.t.Fatalf("waited in vain until %s", what)
		}
	}
}

func (r *rig) example() *rig {
	r.t.Helper()
	r.window.OpenExample("open-door-days")
	r.wait("the example is open", r.desk.IsOpen)
	return r
}

// press presses the button with a text in the topmost dialog, or in the window.
func (r *rig) press(text string) {
	r.t.Helper()
	canvas := r.window.Window().Canvas()
	root := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		root = top
	}
	looktest.Press(r.t, root, text)
}

// field finds the field with a label.
func (r *rig) field(label string) *look.Field {
	r.t.Helper()
	return looktest.Field(r.t, r.window.Window().Canvas().Content(), label)
}

func (r *rig) write(label, text string) *look.Field {
	r.t.Helper()
	f := r.field(label)
	f.Focus()
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	test.Type(f.Entry, text)
	return f
}
