package message_test

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"

	"commonplan/model/message"
)

// The standard library reads what was written, so that no fault of the writer hides itself.
func TestADraftHoldsItsTextAndItsFilesAndWaitsToBeSent(t *testing.T) {
	copied := bytes.Repeat([]byte{0, 1, 254, 255}, 1000)
	data, err := message.Draft(message.Message{Subject: "Tŷ agored: your side", Text: "Bore da,\nhere is the copy.",
		Attachments: []message.Attachment{{Name: "Tŷ agored.commonplan", Type: "application/vnd.commonplan.project+zip", Data: copied}}})
	if err != nil {
		t.Fatal(err)
	}

	read, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(read.Header.Get("Subject"))
	if err != nil || subject != "Tŷ agored: your side" || read.Header.Get("X-Unsent") != "1" {
		t.Errorf("subject %q (%v), unsent %q", subject, err, read.Header.Get("X-Unsent"))
	}
	_, params, err := mime.ParseMediaType(read.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts := multipart.NewReader(read.Body, params["boundary"])
	text, err := parts.NextRawPart()
	if err != nil {
		t.Fatal(err)
	}
	said, err := io.ReadAll(quotedprintable.NewReader(text))
	if got := strings.ReplaceAll(string(said), "\r\n", "\n"); err != nil || got != "Bore da,\nhere is the copy." {
		t.Errorf("the text is %q (%v)", got, err)
	}
	file, err := parts.NextRawPart()
	if err != nil {
		t.Fatal(err)
	}
	held, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, file))
	name, _ := new(mime.WordDecoder).DecodeHeader(file.FileName())
	if err != nil || !bytes.Equal(held, copied) || name != "Tŷ agored.commonplan" {
		t.Errorf("the file %q holds %d bytes (%v)", name, len(held), err)
	}
}
