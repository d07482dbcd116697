package ui

import (
	"log/slog"
	"path/filepath"
	"regexp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"commonplan/model/words"
)

// Chooser asks for a file's place. Then is called on the screen's goroutine, and only
// if the person chose one.
type Chooser interface {
	Open(kind FileKind, folder string, then func(path string))
	Save(kind FileKind, suggestion string, then func(path string))
}

// FileKind says what sort of file is asked for.
type FileKind struct {
	Title     string   // of the dialog
	Name      string   // of the kind: "Commonplan projects"
	Extension string   // ".commonplan"
	Also      []string // other extensions to open
}

// extensions lists all that may be opened.
func (k FileKind) extensions() []string { return append([]string{k.Extension}, k.Also...) }

// newChooser gives the system's own dialogs where there are any, else Fyne's.
func newChooser(window fyne.Window, w *words.Words) Chooser {
	if zenity.IsAvailable() {
		return nativeChooser{}
	}
	return fyneChooser{window, w}
}

// nativeChooser shows the dialogs of Windows, macOS and desktops that have zenity.
type nativeChooser struct{}

func (nativeChooser) Open(kind FileKind, folder string, then func(string)) {
	go func() {
		path, err := zenity.SelectFile(zenity.Title(kind.Title), zenity.Filename(folder+string(filepath.Separator)), filterFor(kind))
		chosen(path, err, then)
	}()
}

func (nativeChooser) Save(kind FileKind, suggestion string, then func(string)) {
	go func() {
		path, err := zenity.SelectFileSave(zenity.Title(kind.Title), zenity.Filename(suggestion), zenity.ConfirmOverwrite(), filterFor(kind))
		chosen(path, err, then)
	}()
}

func filterFor(kind FileKind) zenity.Option {
	var patterns []string
	for _, extension := range kind.extensions() {
		patterns = append(patterns, "*"+extension)
	}
	return zenity.FileFilters{{Name: kind.Name, Patterns: patterns, CaseFold: true}}
}

func chosen(path string, err error, then func(string)) {
	if err != nil || path == "" {
		if err != nil && err != zenity.ErrCanceled {
			slog.Warn("asking for a file", "error", err)
		}
		return
	}
	fyne.Do(func() { then(path) })
}

// fyneChooser shows Fyne's own dialogs inside the window.
type fyneChooser struct {
	window fyne.Window
	words  *words.Words
}

func (c fyneChooser) Open(kind FileKind, folder string, then func(string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			logRefusal(err)
			return
		}
		path := file.URI().Path()
		_ = file.Close() // only the path is wanted: the store reads it
		then(path)
	}, c.window)
	d.SetFilter(withoutPrevious{storage.NewExtensionFileFilter(kind.extensions())})
	c.show(d, kind, folder)
}

// withoutPrevious leaves out of a list of files the versions before, which lie beside the
// files that are worked on.
type withoutPrevious struct{ storage.FileFilter }

// previous is how such a version is marked in its name.
var previous = regexp.MustCompile(` \(previous( \d+)?\)(\.[^.]*)$`)

func (f withoutPrevious) Matches(file fyne.URI) bool {
	if !f.FileFilter.Matches(file) {
		return false
	}
	if !previous.MatchString(file.Name()) {
		return true
	}
	folder, err := storage.Parent(file)
	if err != nil {
		return true
	}
	now, err := storage.Child(folder, previous.ReplaceAllString(file.Name(), "$2"))
	if err != nil {
		return true
	}
	there, err := storage.Exists(now)
	return err != nil || !there // then it is all there is
}

// Save asks for a folder and a name in a small form of its own: Fyne's save dialog
// empties the file that is chosen, before anything could be written safely.
func (c fyneChooser) Save(kind FileKind, suggestion string, then func(string)) {
	showSavePanel(c.window, c.words, kind, suggestion, then)
}

func (c fyneChooser) show(d *dialog.FileDialog, kind FileKind, folder string) {
	if list, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(list)
	}
	d.SetTitleText(kind.Title)
	size := c.window.Canvas().Size()
	c.closeByEsc(d)
	d.Show() // before it is shown it has no size to change
	d.Resize(fyne.NewSize(min(820, size.Width-40), min(600, size.Height-40)))
}

// closeByEsc has Esc close a dialog of Fyne's, as it does all others.
func (c fyneChooser) closeByEsc(d *dialog.FileDialog) {
	canvas := c.window.Canvas()
	before := canvas.OnTypedKey()
	canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			d.Hide()
		} else if before != nil {
			before(key)
		}
	})
	d.SetOnClosed(func() { canvas.SetOnTypedKey(before) })
}

func logRefusal(err error) {
	if err != nil {
		slog.Warn("asking for a file", "error", err)
	}
}
