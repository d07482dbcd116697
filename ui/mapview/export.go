package mapview

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/mapfile"
	"commonplan/model/words"
)

// The map can be kept as a file of its own: all of it, or the cards that are in view.

// exportItems list the kinds of file, for the whole map and then for what is in view.
// Their words have the keys "map.export.<kind>" and "map.export.<kind>.view".
func (p *Page) exportItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, inView := range []bool{false, true} {
		if inView {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		for _, kind := range mapfile.Kinds {
			key := exportKey(kind)
			if inView {
				key += ".view"
			}
			items = append(items, fyne.NewMenuItem(p.say(key), func() { p.export(kind, inView) }))
		}
	}
	return items
}

func exportKey(kind mapfile.Kind) string { return "export." + strings.TrimPrefix(string(kind), ".") }

// export asks where the map is to be kept and makes the file there.
func (p *Page) export(kind mapfile.Kind, inView bool) {
	plan := p.desk.Plan()
	var only func(model.ID) bool
	key := "export.file_name"
	if inView {
		key += ".in_view" // else it would be offered in place of the whole map's file

		seen := p.inView()
		if len(seen) == 0 {
			p.head.refuse(p.say("export.nothing"))
			return
		}
		only = func(id model.ID) bool { return seen[id] }
	}
	name := p.say(key, words.With{"Name": p.desk.SuggestedName()})
	p.shell.AskWhere(p.say("export.title"), p.say(exportKey(kind)+".kind"), string(kind), name, func(path string) {
		p.head.note(p.say("export.making"))
		go func() {
			data, err := mapfile.Write(kind, plan, p.words, only)
			p.shell.Later(func() {
				if err != nil {
					p.exported(path, err)
					return
				}
				p.desk.WritePaper(path, data, func(err error) { p.exported(path, err) })
			})
		}()
	})
}

// exported tells where the file is, or why there is none.
func (p *Page) exported(path string, err error) {
	if err != nil {
		p.hush()
		p.shell.Trouble(err)
		return
	}
	p.head.note(p.say("export.made", words.With{"Name": filepath.Base(path)}))
}

// inView are the cards of which anything can be seen.
func (p *Page) inView() map[model.ID]bool {
	seen := map[model.ID]bool{}
	if p.scene.index == nil {
		return seen
	}
	v := p.view
	r := v.room()
	a, b := v.onScene(fyne.NewPos(r.left, r.top)), v.onScene(fyne.NewPos(r.right, r.bottom))
	p.scene.cardsIn(rect{a.X, a.Y, b.X, b.Y}, func(i int) { seen[p.scene.cards[i].id] = true })
	return seen
}
