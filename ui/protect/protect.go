// Package protect asks for passwords: the one with which a protected project is opened,
// and a new one to protect a project with. It also makes the reminder sheet, on which
// the password is not.
package protect

import (
	"errors"
	"path/filepath"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// leastLetters is how long a new password must be.
const leastLetters = 8

// Desk is what is asked of the open project.
type Desk interface {
	Words() *words.Words
	Now() time.Time
	Later(func())
	Plan() *model.Plan
	Name() string
	SuggestedName() string
	Path() string
	Protected() bool
	Protect(password string, then func(error))
	Unprotect(then func(error))
	WritePaper(path string, data []byte, then func(error))
}

// Shell is what is asked of the window around.
type Shell interface {
	Trouble(error)
	Confirm(title, sentence, yes string, then func())
	AskWhere(title, kind, extension, name string, then func(path string))
	ReadPaper(path string)
}

// Dialogs are the questions about a project's password.
type Dialogs struct {
	window fyne.Window
	desk   Desk
	shell  Shell
}

// New gives the dialogs of a window.
func New(window fyne.Window, d Desk, shell Shell) *Dialogs { return &Dialogs{window, d, shell} }

func (d *Dialogs) say(key string, with ...words.With) string {
	return d.desk.Words().Say("protect."+key, with...)
}

// Open asks for the password of a file, again and again while it is the wrong one. Try
// opens the file with a password.
func (d *Dialogs) Open(path string, try func(password string, then func(error))) {
	form := d.newForm(1)
	open := look.NewButton(d.say("ask.do"), nil).Primary()
	var dialog *look.Dialog
	open.OnTapped = func() {
		if open.Disabled() {
			return
		}
		form.wait(open)
		try(form.password.Text(), func(err error) {
			form.goOn(open)
			switch {
			case desk.NeedsPassword(err):
				form.password.SetError(d.desk.Words().Explain(wrong(err, path)))
				form.password.Focus()
			case err != nil:
				dialog.Hide()
				d.shell.Trouble(err)
			default:
				dialog.Hide()
			}
		})
	}
	line := look.NewText(d.say("ask.line", words.With{"Name": filepath.Base(path)}))
	dialog = look.NewDialog(d.say("ask.title"), look.VBox(16, line, form.object),
		look.NewButton(d.desk.Words().Say("dialog.cancel"), func() { dialog.Hide() }), open)
	dialog.OnEnter = open.OnTapped
	dialog.Show(d.window)
	form.password.Focus()
}

// wrong is the problem to show for a password that was typed: an empty one is wrong, too.
func wrong(err error, path string) error {
	var problem *model.Problem
	if errors.As(err, &problem) && problem.Key == "problem.password.needed" {
		return model.NewProblem("problem.password.wrong", "File", filepath.Base(path))
	}
	return err
}

// Show protects the open project with a password, or changes the one it has.
func (d *Dialogs) Show() {
	if d.desk.Protected() {
		d.manage()
		return
	}
	d.choose("title", "line")
}

// manage offers what can be done with a password.
func (d *Dialogs) manage() {
	var dialog *look.Dialog
	leave := func(then func()) func() {
		return func() {
			dialog.Hide()
			then()
		}
	}
	change := look.NewButton(d.say("change"), leave(func() { d.choose("change.title", "change.line") })).Primary()
	remove := look.NewButton(d.say("remove"), leave(d.remove))
	sheet := look.NewButton(d.say("sheet"), leave(d.makeSheet))
	dialog = look.NewDialog(d.say("manage.title"), look.NewText(d.say("manage.line", words.With{"Name": d.desk.Name()})),
		look.NewButton(d.desk.Words().Say("dialog.cancel"), func() { dialog.Hide() }), remove, sheet, change)
	dialog.Show(d.window)
	change.Focus()
}

// choose asks for a new password, twice.
func (d *Dialogs) choose(title, line string) {
	form := d.newForm(2)
	form.password.Hint(d.say("password.hint"))
	protect := look.NewButton(d.say("do"), nil).Primary()
	var dialog *look.Dialog
	protect.OnTapped = func() {
		if protect.Disabled() || !d.acceptable(form) {
			return
		}
		form.wait(protect)
		d.desk.Protect(form.password.Text(), func(err error) {
			form.goOn(protect)
			dialog.Hide()
			if err != nil {
				d.shell.Trouble(err)
				return
			}
			d.done()
		})
	}
	content := look.VBox(16, look.NewText(d.say(line)), look.NewAttentionBanner(d.say("warning")), form.object)
	dialog = look.NewDialog(d.say(title), content,
		look.NewButton(d.desk.Words().Say("dialog.cancel"), func() { dialog.Hide() }), protect)
	dialog.OnEnter = protect.OnTapped
	dialog.Show(d.window)
	form.password.Focus()
}

// acceptable holds a new password to its length and to the second time it was typed.
func (d *Dialogs) acceptable(form *form) bool {
	form.password.SetError("")
	form.again.SetError("")
	switch {
	case utf8.RuneCountInString(form.password.Text()) < leastLetters:
		form.password.SetError(d.say("short", words.With{"Least": leastLetters}))
		form.password.Focus()
	case form.again.Text() != form.password.Text():
		form.again.SetError(d.say("differ"))
		form.again.Focus()
	default:
		return true
	}
	return false
}

// done says that the project is protected, and offers the reminder sheet.
func (d *Dialogs) done() {
	line := d.say("done.unsaved")
	if path := d.desk.Path(); path != "" {
		line = d.say("done.saved", words.With{"File": filepath.Base(path)})
	}
	var dialog *look.Dialog
	sheet := look.NewButton(d.say("sheet"), func() { dialog.Hide(); d.makeSheet() })
	ok := look.NewButton(d.desk.Words().Say("dialog.ok"), func() { dialog.Hide() }).Primary()
	dialog = look.NewDialog(d.say("done.title"), look.NewText(line), sheet, ok)
	dialog.Show(d.window)
	ok.Focus()
}

func (d *Dialogs) remove() {
	d.shell.Confirm(d.say("remove.title"), d.say("remove.line"), d.say("remove.do"), func() {
		d.desk.Unprotect(func(err error) {
			if err != nil {
				d.shell.Trouble(err)
			}
		})
	})
}

// makeSheet makes the reminder sheet as a PDF, and opens it to be printed.
func (d *Dialogs) makeSheet() {
	reminder := proposal.Reminder{
		Project: d.desk.Name(), Group: d.desk.Plan().Project.Lead, Date: model.DateOf(d.desk.Now()), Words: d.desk.Words(),
	}
	if path := d.desk.Path(); path != "" {
		reminder.File = filepath.Base(path)
	}
	name := d.say("sheet.name", words.With{"Name": d.desk.SuggestedName()})
	d.shell.AskWhere(d.say("sheet.title"), d.say("sheet.kind"), ".pdf", name, func(path string) {
		at := d.desk.Now()
		go func() {
			data, _, err := pdf.Write(reminder.Paper(), pdf.Options{Words: reminder.Words, Date: at})
			d.desk.Later(func() { d.keepSheet(path, data, err) })
		}()
	})
}

func (d *Dialogs) keepSheet(path string, data []byte, err error) {
	if err != nil {
		d.shell.Trouble(err)
		return
	}
	d.desk.WritePaper(path, data, func(err error) {
		if err != nil {
			d.shell.Trouble(err)
			return
		}
		d.shell.ReadPaper(path)
	})
}
