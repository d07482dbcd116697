package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"commonplan/model/words"
	"commonplan/ui/look"
)

// savePanel asks for a name and a folder.
type savePanel struct {
	window fyne.Window
	words  *words.Words
	kind   FileKind
	then   func(path string)
	folder string
	name   *look.Field
	where  *look.Text
	panel  *look.Dialog
}

// showSavePanel asks where to save, beginning with a suggested path.
func showSavePanel(window fyne.Window, w *words.Words, kind FileKind, suggestion string, then func(string)) {
	p := &savePanel{window: window, words: w, kind: kind, then: then, folder: filepath.Dir(suggestion)}
	p.name = look.NewField(w.Say("save.name"))
	p.name.SetText(strings.TrimSuffix(filepath.Base(suggestion), kind.Extension))
	p.where = look.NewText(p.folder)
	folder := look.NewButton(w.Say("save.folder"), p.chooseFolder).Small().WithIcon(look.IconFolder)
	save := look.NewButton(w.Say("save.save"), p.save).Primary()
	p.panel = look.NewDialog(kind.Title, look.VBox(16, p.name,
		look.VBox(4, look.NewText(w.Say("save.where")).Caption().Semibold(), look.HBox(look.Gap, p.where, folder))),
		look.NewButton(w.Say("dialog.cancel"), func() { p.panel.Hide() }), save)
	p.panel.OnEnter = p.save
	p.panel.Show(window)
	p.name.Focus()
	p.name.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (p *savePanel) chooseFolder() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			logRefusal(err)
			return
		}
		p.folder = folder.Path()
		p.where.SetText(p.folder)
	}, p.window)
	fyneChooser{p.window, p.words}.show(d, p.kind, p.folder)
}

func (p *savePanel) save() {
	name := p.name.Trimmed()
	if name == "" || strings.ContainsAny(name, `/\:*?"<>|`) || strings.HasPrefix(name, ".") {
		p.name.SetError(p.words.Say("save.bad_name"))
		p.name.Focus()
		return
	}
	if !strings.EqualFold(filepath.Ext(name), p.kind.Extension) {
		name += p.kind.Extension
	}
	path := filepath.Join(p.folder, name)
	there, err := storage.Exists(storage.NewFileURI(path))
	if err != nil || !there {
		p.done(path)
		return
	}
	confirm(p.window, p.words.Say("save.replace", words.With{"Name": name}), p.words.Say("save.replace_line"),
		p.words.Say("save.replace_button"), p.words.Say("dialog.cancel"), func() { p.done(path) })
}

func (p *savePanel) done(path string) {
	p.panel.Hide()
	p.then(path)
}
