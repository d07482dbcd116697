// Package message writes a message with attachments as a draft that mail programs open
// to be addressed, changed and sent. It sends nothing itself.
package message

import (
	"bytes"
	"fmt"
	"io"

	"github.com/emersion/go-message/mail"
)

// Message is what is to be sent.
type Message struct {
	Subject     string
	Text        string
	Attachments []Attachment
}

// Attachment is a file that goes along.
type Attachment struct {
	Name string // with its ending, without a folder
	Type string // such as "application/pdf"
	Data []byte
}

// Draft gives the message as an .eml file. It is marked as not sent, so that mail
// programs open it for writing.
func Draft(m Message) ([]byte, error) {
	var head mail.Header
	head.SetSubject(m.Subject)
	head.Set("X-Unsent", "1")
	var out bytes.Buffer
	w, err := mail.CreateWriter(&out, head)
	if err != nil {
		return nil, fmt.Errorf("beginning the message: %w", err)
	}
	var text mail.InlineHeader
	text.SetContentType("text/plain", map[string]string{"charset": "utf-8"})
	body, err := w.CreateSingleInline(text)
	if err := fill(body, err, []byte(m.Text)); err != nil {
		return nil, fmt.Errorf("writing the text: %w", err)
	}
	for _, a := range m.Attachments {
		var head mail.AttachmentHeader
		head.SetContentType(a.Type, nil)
		head.SetFilename(a.Name)
		part, err := w.CreateAttachment(head)
		if err := fill(part, err, a.Data); err != nil {
			return nil, fmt.Errorf("attaching %s: %w", a.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("ending the message: %w", err)
	}
	return out.Bytes(), nil
}

// fill writes a part of the message, if it could be begun.
func fill(part io.WriteCloser, err error, data []byte) error {
	if err != nil {
		return err
	}
	if _, err := part.Write(data); err != nil {
		return err
	}
	return part.Close()
}
