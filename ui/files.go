package ui

import (
	"cmp"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

func (w *Window) projectKind(title string) FileKind {
	return FileKind{Title: w.words.Say(title), Name: w.words.Say("file.projects"), Extension: desk.Extension}
}

// newProject asks just for a name, a place and a group.
func (w *Window) newProject() {
	w.whenSafe(func() {
		say := w.words.Say
		name := look.NewField(say("form.project.name")).Placeholder(say("form.project.name.hint"))
		place := look.NewField(say("form.project.place")).Placeholder(say("form.project.place.hint"))
		lead := look.NewField(say("form.project.lead")).Placeholder(say("form.project.lead.hint"))
		var d *look.Dialog
		begin := func() {
			if name.Trimmed() == "" {
				name.SetError(say("new.needs_name"))
				name.Focus()
				return
			}
			d.Hide()
			if err := w.desk.Begin(name.Text(), place.Text(), lead.Text()); err != nil {
				w.Trouble(err)
			}
		}
		d = look.NewDialog(say("new.title"), look.VBox(16, look.NewText(say("new.line")).In(look.Muted), name, place, lead),
			look.NewButton(say("dialog.cancel"), func() { d.Hide() }), look.NewButton(say("new.begin"), begin).Primary())
		d.OnEnter = begin
		d.Show(w.window)
		name.Focus()
	})
}

// openFile asks for a project file and opens it. What stands on the desk is asked about
// only then: the file may be a copy that is to be brought in.
func (w *Window) openFile() {
	w.chooser.Open(w.projectKind("open.title"), w.folder(), w.open)
}

// folder is where the last project lay.
func (w *Window) folder() string {
	if path := w.desk.Path(); path != "" {
		return filepath.Dir(path)
	}
	if recent := w.desk.Recent(); len(recent) > 0 {
		return filepath.Dir(recent[0].Path)
	}
	return w.outside.Documents
}

// open opens a file by its path, when the present work is safe. What is a copy of the
// plan that is open can be brought in instead.
func (w *Window) open(path string) {
	w.backToPresent()
	if !w.desk.IsOpen() || path == w.desk.Path() {
		w.whenSafe(func() { w.read(path) })
		return
	}
	w.commitField()
	w.desk.ReadCopy(path, "", func(a *desk.Arrival, err error) {
		switch {
		case desk.NeedsPassword(err):
			w.openLocked(path)
		case err != nil:
			w.whenSafe(func() { w.read(path) })
		default:
			w.offerCopy(a)
		}
	})
}

// openLocked asks for the password of a file that is being opened beside another plan.
func (w *Window) openLocked(path string) {
	w.passwords.Open(path, func(password string, then func(error)) {
		w.desk.ReadCopy(path, password, func(a *desk.Arrival, err error) {
			switch {
			case desk.IsOther(err):
				then(nil)
				w.whenSafe(func() {
					w.readBy(path, func(again string, then func(error)) { w.desk.OpenLocked(path, cmp.Or(again, password), then) })
				})
			case err != nil:
				then(err)
			default:
				then(nil)
				w.offerCopy(a)
			}
		})
	})
}

// OpenAtStart opens the file the app was started with. Until it is read, a window that was
// not filled yet stays empty.
func (w *Window) OpenAtStart(path string) {
	w.awaited = true
	w.read(path)
}

// endAwaiting shows the start page if the plan the app was started with did not come.
func (w *Window) endAwaiting() {
	if !w.awaited {
		return
	}
	w.awaited = false
	if w.middle != nil && !w.desk.IsOpen() {
		w.showFirst()
	}
}

func (w *Window) read(path string) {
	w.readBy(path, func(password string, then func(error)) { w.desk.OpenLocked(path, password, then) })
}

// readBy opens a project in the given way, which is asked again with a password if it
// wants one.
func (w *Window) readBy(path string, open func(password string, then func(error))) {
	w.leaveField()
	knows, before := w.knows(path), w.openID()
	known := func() bool { return knows || before != "" && before == w.openID() }
	open("", func(err error) {
		w.endAwaiting()
		if err == nil {
			w.cameIn(path, known())
			return
		}
		if desk.NeedsPassword(err) {
			w.passwords.Open(path, func(password string, then func(error)) {
				open(password, func(err error) {
					then(err)
					if err == nil {
						w.cameIn(path, known())
					}
				})
			})
			return
		}
		w.desk.WholeBeside(path, func(at time.Time, open func(then func(error))) {
			w.offerWhole(path, at, err, open)
		}, func() { w.cannotOpen(path, err) })
	})
}

// offerWhole tells why a file cannot be opened, and offers the whole version beside it.
func (w *Window) offerWhole(path string, at time.Time, err error, open func(then func(error))) {
	say := w.words.Say
	when := words.With{"Time": w.words.Date(model.DateOf(at)) + ", " + at.Format("15:04")}
	ask(w.window, say("open.failed"), w.words.Explain(err)+" "+say("open.whole", when),
		choice{say("dialog.cancel"), func() {}},
		choice{say("open.whole.not"), func() { w.cannotOpen(path, err) }},
		choice{say("open.whole.do"), func() {
			open(func(err error) {
				if err != nil {
					w.Trouble(err)
				}
			})
		}})
}

// cannotOpen tells why a file cannot be opened, and what can be done about it.
func (w *Window) cannotOpen(path string, err error) {
	if file.CanSalvage(err) {
		w.offerToSalvage(path, err)
		return
	}
	for _, recent := range w.desk.Recent() {
		if recent.Path == path {
			w.offerToForget(path, err)
			return
		}
	}
	w.Trouble(err)
}

// offerToForget tells that a recent file cannot be opened, where it was, and lets it
// be looked for.
func (w *Window) offerToForget(path string, err error) {
	ask(w.window, w.words.Say("open.failed"), w.words.Explain(err),
		choice{w.words.Say("dialog.cancel"), func() {}},
		choice{w.words.Say("open.forget"), func() {
			w.desk.Forget(path)
			w.menus.renew()
			if !w.desk.IsOpen() {
				w.showStart()
			}
		}},
		choice{w.words.Say("open.look_for"), w.openFile})
}

// OpenExample opens an example as a plan of one's own.
func (w *Window) OpenExample(name string) {
	w.whenSafe(func() {
		w.leaveField()
		w.desk.OpenExample(name, func(err error) {
			if err != nil {
				w.Trouble(err)
			}
		})
	})
}

// save saves to the project's own file, or asks for one the first time.
func (w *Window) save() { w.saveThen(func() {}) }

func (w *Window) saveThen(then func()) {
	if !w.desk.IsOpen() || w.onlyRead() {
		return
	}
	w.commitField()
	if w.desk.Path() == "" {
		w.saveAsThen(then)
		return
	}
	w.desk.Save(w.afterSave(then))
}

// saveAs saves to another file.
func (w *Window) saveAs() { w.saveAsThen(func() {}) }

func (w *Window) saveAsThen(then func()) {
	if !w.desk.IsOpen() || w.onlyRead() {
		return
	}
	w.commitField()
	suggestion := filepath.Join(w.folder(), w.desk.SuggestedName()+desk.Extension)
	w.chooser.Save(w.projectKind("save.title"), suggestion, func(path string) {
		w.desk.SaveAs(path, w.afterSave(then))
	})
}

// onlyRead tells whether the plan can only be read, and says so to whoever wants more:
// another place to save it would not help.
func (w *Window) onlyRead() bool {
	why := w.desk.ReadOnly()
	if why != nil {
		w.Trouble(why)
	}
	return why != nil
}

func (w *Window) afterSave(then func()) func(error) {
	return func(err error) {
		w.menus.renew()
		if err != nil {
			ask(w.window, w.words.Say("save.failed"), w.words.Explain(err),
				choice{w.words.Say("dialog.cancel"), func() {}},
				choice{w.words.Say("save.elsewhere"), w.saveAs})
			return
		}
		then()
	}
}

// protect asks for a password for the project, or what to do with the one it has.
func (w *Window) protect() {
	if w.desk.IsOpen() && !w.onlyRead() {
		w.commitField()
		w.passwords.Show()
	}
}

// whenSafe does something that puts another project on the desk, when the present one
// is saved or the person lets the changes go.
func (w *Window) whenSafe(then func()) {
	w.backToPresent()
	if w.desk.IsOpen() {
		w.commitField()
	}
	if w.desk.IsSafe() {
		then()
		return
	}
	say := w.words.Say
	ask(w.window, say("unsaved.title"), say("unsaved.line"),
		choice{say("dialog.cancel"), func() {}},
		choice{say("unsaved.drop"), then},
		choice{say("unsaved.save"), func() { w.saveThen(then) }})
}

// closeProject takes the project off the desk and shows the start page.
func (w *Window) closeProject() {
	w.whenSafe(func() {
		w.leaveField()
		w.desk.Close()
	})
}

// leaveField takes the focus from a field of a project that is about to leave the desk.
func (w *Window) leaveField() { w.window.Canvas().Unfocus() }

// Unfocus takes the keyboard from whatever has it, so that the keys go to the page.
func (w *Window) Unfocus() { w.window.Canvas().Unfocus() }

// quit ends the app, when the work is safe.
func (w *Window) quit() {
	w.whenSafe(func() {
		w.rememberSize()
		w.window.SetCloseIntercept(nil)
		w.app.Quit()
	})
}

// dropped opens a file that was dropped on the window.
func (w *Window) dropped(uris []fyne.URI) {
	if w.desk.IsOpen() && slices.ContainsFunc(uris, isPicture) {
		w.dropPictures(uris)
		return
	}
	if len(uris) > 0 {
		w.open(uris[0].Path())
	}
}

// commitField has the field with the focus hand on what was typed.
func (w *Window) commitField() {
	canvas := w.window.Canvas()
	if typing, ok := canvas.Focused().(interface{ Commit() }); ok {
		typing.Commit()
	}
	w.desk.EndBurst()
}

func (w *Window) undo() {
	if w.escapeField() {
		return
	}
	w.desk.Undo()
}

func (w *Window) redo() { w.desk.Redo() }

// escapeField takes back a text that could not be stored; false if there is none.
func (w *Window) escapeField() bool {
	typing, ok := w.window.Canvas().Focused().(interface{ TakeBack() bool })
	return ok && typing.TakeBack()
}

// forward hands a shortcut of the menu to what has the focus.
func (w *Window) forward(shortcut fyne.Shortcut) {
	if focused, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
	}
}

// addKeys adds the keys that need no menu item. F-keys and Esc come here from whatever
// has the focus and no use for them.
func (w *Window) addKeys() {
	canvas := w.window.Canvas()
	redo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	canvas.AddShortcut(redo, func(fyne.Shortcut) { w.redo() })
	find := &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault}
	canvas.AddShortcut(find, func(fyne.Shortcut) {
		if p, ok := w.pages[w.step].(interface{ Find() }); ok {
			p.Find()
		}
	})
	// Ctrl and + is written with Shift on some keyboards, and is a key of its own on others.
	for _, plus := range []desktop.CustomShortcut{
		{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		{KeyName: fyne.KeyPlus, Modifier: fyne.KeyModifierShortcutDefault},
	} {
		canvas.AddShortcut(&plus, func(fyne.Shortcut) { w.scaleText(1) })
	}
	canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if look.DialogKey(canvas, key.Name) {
			return
		}
		switch key.Name {
		case fyne.KeyF1:
			if canvas.Overlays().Top() == nil {
				w.showHowTo()
			}
		case fyne.KeyF6:
			w.nextArea()
		case fyne.KeyF9:
			w.foldHelp()
		default:
			if p, ok := w.pages[w.step].(interface{ TypedKey(*fyne.KeyEvent) }); ok && canvas.Overlays().Top() == nil {
				p.TypedKey(key)
			}
		}
	})
}

// nextArea moves the focus from area to area: the navigation, then the parts of the page.
func (w *Window) nextArea() {
	areas := []func(){w.nav.focus}
	if p, ok := w.pages[w.step].(interface{ Areas() []func() }); ok {
		areas = append(areas, p.Areas()...)
	}
	w.area = (w.area + 1) % len(areas)
	areas[w.area]()
}
