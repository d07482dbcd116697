package main

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"commonplan/model/message"
	"commonplan/ui"
	"commonplan/ui/desk"
)

// compose starts a message in the person's mail program, which they address and send
// themselves. Where there is xdg-email, it knows how to attach files; everywhere else
// the mail program opens a draft.
func compose(letter ui.Letter) error {
	if mailer, err := exec.LookPath("xdg-email"); err == nil && runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		args := []string{"--utf8", "--subject", letter.Subject, "--body", letter.Text}
		for _, path := range letter.Files {
			args = append(args, "--attach", path)
		}
		if exec.Command(mailer, args...).Run() == nil {
			return nil
		} // no mail program that it knows: perhaps one opens drafts
	}
	data, err := draft(letter)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "commonplan-mail")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "message.eml")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	return read(path)
}

// draft gives the letter with its files in it.
func draft(letter ui.Letter) ([]byte, error) {
	m := message.Message{Subject: letter.Subject, Text: letter.Text}
	for _, path := range letter.Files {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		kind := "application/pdf"
		if strings.EqualFold(filepath.Ext(path), desk.Extension) {
			kind = "application/vnd.commonplan.project+zip"
		}
		m.Attachments = append(m.Attachments, message.Attachment{Name: filepath.Base(path), Type: kind, Data: data})
	}
	return message.Draft(m)
}

// reveal shows a file in its folder, chosen where the system can do that.
func reveal(path string) error {
	switch runtime.GOOS {
	case "windows":
		return start("explorer", "/select,"+path)
	case "darwin":
		return start("open", "-R", path)
	}
	address := (&url.URL{Scheme: "file", Path: path}).String()
	asked := exec.Command("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.FileManager1", "--type=method_call",
		"/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems", "array:string:"+address, "string:")
	if asked.Run() == nil {
		return nil
	}
	return read(filepath.Dir(path))
}
