package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
	"commonplan/ui/mapview"
)

// menus are the main menu. Shortcuts that must work everywhere stand here, because a
// field that has the focus swallows those of the window.
type menus struct {
	window             *Window
	undo, redo         *fyne.MenuItem
	save, saveAs       *fyne.MenuItem
	print, closing     *fyne.MenuItem
	autosave, versions *fyne.MenuItem
	protect            *fyne.MenuItem
	recent, comments   *fyne.MenuItem
	history, bringIn   *fyne.MenuItem
	share, takeBack    *fyne.MenuItem
	gone               []*fyne.MenuItem // the steps and the map: only with an open project
	plainer            *fyne.MenuItem
	named              map[insight.Step]*fyne.MenuItem
	light, dark, asSet *fyne.MenuItem
	main               *fyne.MainMenu
	stale              bool // something besides undo and redo may have changed
}

func newMenus(window *Window) *menus {
	m := &menus{window: window, named: map[insight.Step]*fyne.MenuItem{}}
	m.main = fyne.NewMainMenu(m.file(), m.edit(), m.view(), m.onMap(), m.steps(), m.help())
	return m
}

func (m *menus) say(key string) string { return m.window.words.Say("menu." + key) }

// item gives a menu item with a shortcut of Ctrl (Cmd on a Mac) and a key.
func (m *menus) item(key string, action func(), keys ...fyne.KeyName) *fyne.MenuItem {
	item := fyne.NewMenuItem(m.say(key), action)
	modifier := fyne.KeyModifierShortcutDefault
	if len(keys) == 2 { // the first one is Shift
		modifier |= fyne.KeyModifierShift
		keys = keys[1:]
	}
	if len(keys) == 1 {
		item.Shortcut = &desktop.CustomShortcut{KeyName: keys[0], Modifier: modifier}
	}
	return item
}

const withShift = fyne.KeyName("shift")

func (m *menus) file() *fyne.Menu {
	w := m.window
	m.recent = fyne.NewMenuItem(m.say("recent"), nil)
	m.recent.ChildMenu = fyne.NewMenu("")
	m.save = m.item("save", w.save, fyne.KeyS)
	m.saveAs = m.item("save_as", w.saveAs, withShift, fyne.KeyS)
	m.print = m.item("print", func() { w.GoTo(insight.StepPapers) }, fyne.KeyP)
	m.share = fyne.NewMenuItem(m.say("share"), func() { w.GoTo(insight.StepShare) })
	m.bringIn = fyne.NewMenuItem(m.say("bring_in"), w.BringIn)
	m.takeBack = fyne.NewMenuItem(m.say("take_back"), w.takeBack)
	m.closing = m.item("close", w.closeProject, fyne.KeyW)
	m.protect = m.item("protect", w.protect)
	m.versions = m.item("versions", w.showVersions)
	m.autosave = m.item("autosave", w.toggleAutosave)
	quit := m.item("quit", w.quit, fyne.KeyQ)
	quit.IsQuit = true
	return fyne.NewMenu(m.say("file"), m.item("new", w.newProject, fyne.KeyN), m.item("open", w.openFile, fyne.KeyO), m.recent,
		fyne.NewMenuItemSeparator(), m.save, m.saveAs, m.versions, m.autosave, m.protect, m.print, fyne.NewMenuItemSeparator(), m.share, m.bringIn, m.takeBack,
		fyne.NewMenuItemSeparator(), m.closing, quit)
}

func (m *menus) edit() *fyne.Menu {
	w := m.window
	// These two are Fyne's own shortcuts: under them the menu comes before a field's own undo.
	m.undo, m.redo = m.item("undo", w.undo), m.item("redo", w.redo)
	m.undo.Shortcut, m.redo.Shortcut = &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}
	clipboard := func(key string, shortcut fyne.Shortcut) *fyne.MenuItem {
		return fyne.NewMenuItem(m.say(key), func() { w.forward(shortcut) })
	}
	board := w.app.Clipboard()
	m.comments = fyne.NewMenuItem(m.say("comments"), w.showComments)
	m.history = fyne.NewMenuItem(m.say("history"), func() { w.ShowHistory(w.chosenRecord()) })
	return fyne.NewMenu(m.say("edit"), m.undo, m.redo, fyne.NewMenuItemSeparator(),
		clipboard("cut", &fyne.ShortcutCut{Clipboard: board}),
		clipboard("copy", &fyne.ShortcutCopy{Clipboard: board}),
		clipboard("paste", &fyne.ShortcutPaste{Clipboard: board}),
		clipboard("select_all", &fyne.ShortcutSelectAll{}),
		fyne.NewMenuItemSeparator(), m.comments, m.history, fyne.NewMenuItem(m.say("who"), func() { w.askName(func() {}) }))
}

func (m *menus) view() *fyne.Menu {
	w := m.window
	shade := func(key string, variant look.Variant) *fyne.MenuItem {
		return fyne.NewMenuItem(m.say(key), func() { w.setVariant(variant) })
	}
	m.asSet, m.light, m.dark = shade("as_set", look.System), shade("light", look.Light), shade("dark", look.Dark)
	m.plainer = fyne.NewMenuItem(m.say("plainer"), w.switchWords)
	m.gone = append(m.gone, m.plainer)
	fold := fyne.NewMenuItem(m.say("fold"), w.foldHelp)
	fold.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF9}
	return fyne.NewMenu(m.say("view"),
		m.item("larger", func() { w.scaleText(1) }, fyne.KeyEqual),
		m.item("smaller", func() { w.scaleText(-1) }, fyne.KeyMinus),
		m.item("usual", func() { w.scaleText(0) }, fyne.Key0),
		fyne.NewMenuItemSeparator(), m.asSet, m.light, m.dark,
		fyne.NewMenuItemSeparator(), m.plainer, fold)
}

func (m *menus) steps() *fyne.Menu {
	w := m.window
	questions := fyne.NewMenuItem(m.say("questions"), w.resumeGuided)
	m.gone = append(m.gone, questions)
	items := []*fyne.MenuItem{fyne.NewMenuItem(w.words.Say("nav.start"), w.showStart), questions}
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	shortcuts := []insight.Step{insight.StepPlace, insight.StepNeeds, insight.StepOutcomes, insight.StepActivities, insight.StepMap, insight.StepCosts, insight.StepMeasures, insight.StepWinWin, insight.StepPapers}
	for _, phase := range phases {
		items = append(items, fyne.NewMenuItemSeparator())
		for _, step := range phase.steps {
			item := fyne.NewMenuItem(w.words.Say("insight.step."+string(step)), func() { w.GoTo(step) })
			for i, s := range shortcuts {
				if s == step {
					item.Shortcut = &desktop.CustomShortcut{KeyName: keys[i], Modifier: fyne.KeyModifierShortcutDefault}
				}
			}
			m.gone = append(m.gone, item)
			m.named[step] = item
			items = append(items, item)
		}
	}
	return fyne.NewMenu(m.say("go"), items...)
}

// onMap lists what can be done on the map, wherever one is.
func (m *menus) onMap() *fyne.Menu {
	w := m.window
	list := func(groups [][]mapview.Command, words string) []*fyne.MenuItem {
		var items []*fyne.MenuItem
		for i, group := range groups {
			if i > 0 {
				items = append(items, fyne.NewMenuItemSeparator())
			}
			for _, c := range group {
				items = append(items, fyne.NewMenuItem(w.words.Say(words+string(c)), func() {
					w.GoTo(insight.StepMap)
					w.pages[insight.StepMap].(*mapview.Page).Do(c)
				}))
			}
		}
		return items
	}
	below := func(key string, items []*fyne.MenuItem) *fyne.MenuItem {
		item := fyne.NewMenuItem(w.words.Say("map.menu."+key), nil)
		item.ChildMenu = fyne.NewMenu("", items...)
		return item
	}
	items := []*fyne.MenuItem{below("add", list(mapview.Additions, "map.menu."))}
	items = append(items, list(mapview.Changes, "map.menu.")...)
	items = append(items, fyne.NewMenuItemSeparator(),
		below("show", list(mapview.Views, "map.menu.")), below("export", list(mapview.Exports(), "map.")))
	m.gone = append(m.gone, items...)
	return fyne.NewMenu(w.words.Say("map.title"), items...)
}

func (m *menus) help() *fyne.Menu {
	how := fyne.NewMenuItem(m.say("how"), m.window.showHowTo)
	how.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF1}
	return fyne.NewMenu(m.say("help"), how,
		fyne.NewMenuItem(m.say("words"), m.window.showWords),
		fyne.NewMenuItem(m.say("about"), m.window.showAbout))
}

// rename has the steps say the words that are spoken now.
func (m *menus) rename() {
	for step, item := range m.named {
		item.Label = m.window.words.Say("insight.step." + string(step))
	}
	m.plainer.Checked = m.window.plainly
}

// renew has the next refresh build the whole menu again.
func (m *menus) renew() {
	m.stale = true
	m.refresh()
}

// refresh shows what can be done now.
func (m *menus) refresh() {
	w, d := m.window, m.window.desk
	stale := m.stale
	name := func(item *fyne.MenuItem, key string, step string, ok bool) {
		label := m.say(key)
		if ok {
			label = w.words.Say("menu."+key+"_what", words.With{"What": w.words.Say(step)})
		}
		stale = stale || label != item.Label || item.Disabled == ok
		item.Label, item.Disabled = label, !ok
	}
	step, ok := d.CanUndo()
	name(m.undo, "undo", step, ok)
	step, ok = d.CanRedo()
	name(m.redo, "redo", step, ok)
	stale = stale || m.takeBack.Disabled == d.CanTakeBack()
	m.takeBack.Disabled = !d.CanTakeBack()
	protect := m.say("protect")
	if d.Protected() {
		protect = m.say("protected")
	}
	stale = stale || protect != m.protect.Label
	m.protect.Label = protect
	if !stale { // typing a letter mostly changes nothing here, and a new menu bar is not cheap
		return
	}
	m.stale = false
	for _, item := range append([]*fyne.MenuItem{m.save, m.versions, m.saveAs, m.print, m.closing, m.comments, m.history, m.share, m.bringIn}, m.gone...) {
		item.Disabled = !d.IsOpen()
	}
	m.recent.ChildMenu.Items = nil
	all := d.Recent()
	names := desk.NamesOf(w.words, all)
	for i, recent := range all {
		m.recent.ChildMenu.Items = append(m.recent.ChildMenu.Items, fyne.NewMenuItem(names[i], func() { w.open(recent.Path) }))
	}
	m.recent.Disabled = len(m.recent.ChildMenu.Items) == 0
	m.autosave.Checked = w.autosaves()
	variant := w.variant
	m.asSet.Checked, m.light.Checked, m.dark.Checked = variant == look.System, variant == look.Light, variant == look.Dark
	m.main.Refresh()
}
