package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model/paper/pdf/pdftext"
	"commonplan/model/words"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

const hallFile = "/plan.commonplan"

// asked finds a field of the topmost dialog.
func (r *rig) asked(label string) *look.Field {
	r.t.Helper()
	var found *look.Field
	if top := r.window.Window().Canvas().Overlays().Top(); top != nil {
		looktest.Walk(top, func(o fyne.CanvasObject) {
			if f, ok := o.(*look.Field); ok && f.Label() == label {
				found = f
			}
		})
	}
	if found == nil {
		r.t.Fatalf("no dialog asks for “%s”", label)
	}
	return found
}

func (r *rig) answer(label, text string) *look.Field {
	r.t.Helper()
	f := r.asked(label)
	f.SetText(text)
	return f
}

// protectedHall is an example that was saved with a password, still open.
func protectedHall(t *testing.T, password string) *rig {
	t.Helper()
	r := newRig(t).example()
	r.window.save()
	r.wait("it is saved", func() bool { return r.desk.Path() == hallFile })
	r.window.protect()
	r.answer("Password", password)
	r.answer("The same once more", password)
	r.press("Protect")
	r.wait("it is protected", r.desk.Protected)
	r.press("OK")
	return r
}

func TestAProjectIsProtectedWithAPasswordThatWasTypedTwice(t *testing.T) {
	r := newRig(t).example()
	r.window.save()
	r.wait("it is saved", func() bool { return r.desk.Path() == hallFile })
	r.window.protect()

	r.answer("Password", "short")
	r.press("Protect")
	if r.asked("Password").Error() == "" {
		t.Error("a short password was not refused")
	}
	r.answer("Password", "four words in a row")
	r.answer("The same once more", "four words in a rwo")
	r.press("Protect")
	if r.asked("The same once more").Error() == "" || r.disk.keys[hallFile] != nil {
		t.Error("two different passwords were taken")
	}
	r.answer("The same once more", "four words in a row")
	r.press("Protect")

	r.wait("it is protected", r.desk.Protected)
	if r.disk.passwords[hallFile] != "four words in a row" {
		t.Errorf("the file has the password %q", r.disk.passwords[hallFile])
	}
}

func TestAPasswordIsHiddenUntilItIsToBeShown(t *testing.T) {
	r := newRig(t).example()
	r.window.protect()
	for _, label := range []string{"Password", "The same once more"} {
		if !r.asked(label).Entry.Password {
			t.Errorf("%s can be read", label)
		}
	}
	var show *look.Check
	looktest.Walk(r.window.Window().Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if c, ok := o.(*look.Check); ok {
			show = c
		}
	})
	test.Tap(show)
	if r.asked("Password").Entry.Password || r.asked("The same once more").Entry.Password {
		t.Error("the password is still hidden")
	}
}

func TestADialogHearsItsKeysAfterAClickBesideIt(t *testing.T) {
	r := newRig(t).example()
	r.window.protect()
	canvas := r.window.Window().Canvas()
	canvas.Unfocus() // as a click beside the dialog does

	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.asked("Password").Error() == "" {
		t.Error("Enter is not heard")
	}
	canvas.Unfocus()
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.dialogShown() {
		t.Error("Esc is not heard")
	}
}

func TestAProtectedFileIsAskedForItsPasswordUntilItIsRight(t *testing.T) {
	r := protectedHall(t, "four words in a row")
	r.window.closeProject()
	r.window.open(hallFile)
	r.wait("the password is asked for", func() bool { return r.window.Window().Canvas().Overlays().Top() != nil })

	r.answer("Password", "wrong")
	r.press("Open")
	r.wait("it is refused", func() bool { return r.asked("Password").Error() != "" })
	if r.desk.IsOpen() {
		t.Fatal("a wrong password opened it")
	}
	r.answer("Password", "four words in a row")
	r.press("Open")

	r.wait("it is open", r.desk.IsOpen)
	if !r.desk.Protected() {
		t.Error("it would be saved without its password")
	}
}

func TestAPasswordIsTakenOffAfterAQuestion(t *testing.T) {
	r := protectedHall(t, "four words in a row")
	r.window.protect()
	r.press("Remove it…")
	r.press("Remove the password")
	r.wait("it is taken off", func() bool { return !r.desk.Protected() })
	if r.disk.keys[hallFile] != nil {
		t.Error("the file still has it")
	}
}

func TestTheReminderSheetNamesTheFileAndNotThePassword(t *testing.T) {
	r := protectedHall(t, "four words in a row")
	r.ask.path = "/sheet.pdf"
	r.window.protect()
	r.press("Reminder sheet…")
	r.wait("the sheet is made", func() bool { return r.disk.papers["/sheet.pdf"] != nil })
	if text := readPDF(t, r.disk.papers["/sheet.pdf"]); !strings.Contains(text, "plan.commonplan") || strings.Contains(text, "four words") {
		t.Errorf("the sheet says %s", text)
	}
}

func TestTheMenuSaysWhetherThereIsAPassword(t *testing.T) {
	r := newRig(t).example()
	if got, want := r.window.menus.protect.Label, words.English().Say("menu.protect"); got != want {
		t.Errorf("the menu says %q, want %q", got, want)
	}
	r = protectedHall(t, "four words in a row")
	if got, want := r.window.menus.protect.Label, words.English().Say("menu.protected"); got != want {
		t.Errorf("the menu says %q, want %q", got, want)
	}
}

func readPDF(t *testing.T, data []byte) string {
	t.Helper()
	text, err := pdftext.Text(data)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(text), " ")
}
