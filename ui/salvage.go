package ui

import (
	"path/filepath"

	"commonplan/model/file"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// offerToSalvage tells why a file cannot be opened, and offers to read what can be read
// of it into a new project.
func (w *Window) offerToSalvage(path string, err error) {
	ask(w.window, w.words.Say("open.failed"), w.words.Explain(err),
		choice{w.words.Say("dialog.cancel"), func() {}},
		choice{w.words.Say("open.look_for"), w.openFile},
		choice{w.words.Say("salvage.do"), func() { w.salvage(path) }})
}

func (w *Window) salvage(path string) {
	w.desk.Salvage(path, "", func(told file.Salvaged, err error) {
		if !desk.NeedsPassword(err) {
			w.tellSalvaged(path, told, err)
			return
		}
		w.passwords.Open(path, func(password string, then func(error)) {
			w.desk.Salvage(path, password, func(told file.Salvaged, err error) {
				then(err)
				if err == nil {
					w.tellSalvaged(path, told, nil)
				}
			})
		})
	})
}

// tellSalvaged says what is here now and what is not.
func (w *Window) tellSalvaged(path string, told file.Salvaged, err error) {
	if err != nil {
		w.Trouble(err)
		return
	}
	list := look.VBox(8)
	for _, sentence := range salvagedSentences(w.words, told) {
		list.Add(look.NewText(sentence))
	}
	list.Add(look.NewText(w.words.Say("salvage.now", words.With{"File": filepath.Base(path)})).In(look.Muted))
	var d *look.Dialog
	save := look.NewButton(w.words.Say("salvage.save"), func() { d.Hide(); w.saveAs() }).Primary()
	d = look.NewDialog(w.words.Say("salvage.title"), list, look.NewButton(w.words.Say("salvage.look"), func() { d.Hide() }), save)
	d.Show(w.window)
	save.Focus()
}

// salvagedSentences says what was saved of a damaged file, and what was not.
func salvagedSentences(w *words.Words, told file.Salvaged) []string {
	counted := func(key string, n int) string { return w.Say("salvage."+key, words.With{"N": n}) }
	all := []string{counted("records", told.Records)}
	if told.Pictures > 0 {
		all = append(all, counted("pictures", told.Pictures))
	}
	if told.RecordsLost > 0 {
		all = append(all, counted("records.lost", told.RecordsLost))
	}
	if told.PicturesLost > 0 {
		all = append(all, counted("pictures.lost", told.PicturesLost))
	}
	if told.RecordsLost+told.PicturesLost == 0 {
		all = append(all, w.Say("salvage.nothing_lost"))
	}
	if told.HistoryLost {
		all = append(all, w.Say("salvage.history"))
	}
	if told.Unsure {
		all = append(all, w.Say("salvage.unsure"))
	}
	return all
}
